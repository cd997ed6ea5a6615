/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-search-provider.h"

#include "liaison-desktop-search.h"
#include "liaison-link.h"
#include "liaison-settings.h"
#include "liaison-unshown-store.h"

/* A desktop asks again with every letter. */
#define IDLE_SECONDS 10

#define OBJECT "/SearchProvider"

/* The interface, as https://developer.gnome.org/documentation/tutorials/search-provider.html tells it. */
static const char interface_xml[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/><arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/><arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/><arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

struct _LiaisonSearchProvider
{
  GObject          parent_instance;

  GApplication    *application; /* (unowned): it owns this */
  GSettings       *settings;
  GDBusConnection *connection;
  guint            registration;
  LiaisonWorker   *worker;  /* (nullable): while somebody searches */
  char            *path;    /* of the store that it reads */
  GHashTable      *results; /* by UUID: what is found lately */
  guint            idle;
};

G_DEFINE_FINAL_TYPE (LiaisonSearchProvider, liaison_search_provider, G_TYPE_OBJECT)

/* The store */

static void
forget_store (LiaisonSearchProvider *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->worker == NULL)
    return;
  g_clear_pointer (&self->worker, liaison_worker_free);
  g_clear_pointer (&self->path, g_free);
  g_hash_table_remove_all (self->results);
  g_application_release (self->application);
}

static gboolean
idle_cb (gpointer user_data)
{
  LiaisonSearchProvider *self = user_data;

  self->idle = 0;
  forget_store (self);
  return G_SOURCE_REMOVE;
}

/* Returns: (nullable): who reads the store that was opened last */
static LiaisonWorker *
get_worker (LiaisonSearchProvider *self)
{
  g_autofree char *path = liaison_settings_dup_last_store (self->settings);

  if (g_strcmp0 (path, self->path) != 0)
    forget_store (self);
  if (path == NULL)
    return NULL;
  if (self->worker == NULL)
    {
      g_application_hold (self->application);
      self->path = g_steal_pointer (&path);
      self->worker = liaison_worker_new ("desktop-search", liaison_unshown_store_open, self->path);
    }
  g_clear_handle_id (&self->idle, g_source_remove);
  self->idle = g_timeout_add_seconds (IDLE_SECONDS, idle_cb, self);

  return self->worker;
}

/* Searching */

typedef struct
{
  LiaisonSearchProvider *provider;
  GDBusMethodInvocation *invocation;
} Search;

static gpointer
search_job (LiaisonDb     *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return liaison_desktop_search (db, data, error);
}

/* A store that cannot be read holds nothing to find; the window tells why. */
static void
searched_cb (gpointer  result,
             GError   *error,
             gpointer  user_data)
{
  g_autofree Search *search = user_data;
  g_autoptr (GPtrArray) results = result;
  g_autoptr (GError) G_GNUC_UNUSED failure = error;
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("as"));
  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      LiaisonDesktopResult *one = g_ptr_array_index (results, i);

      g_variant_builder_add (&ids, "s", one->uuid);
      g_hash_table_replace (search->provider->results, one->uuid, one);
    }
  if (results != NULL)
    g_ptr_array_set_free_func (results, NULL);
  g_dbus_method_invocation_return_value (search->invocation, g_variant_new ("(as)", &ids));
  g_object_unref (search->provider);
}

static void
search (LiaisonSearchProvider *self,
        const char * const    *terms,
        GDBusMethodInvocation *invocation)
{
  LiaisonWorker *worker = get_worker (self);
  Search *given;

  if (worker == NULL)
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", NULL));
      return;
    }
  given = g_new (Search, 1);
  *given = (Search) { g_object_ref (self), invocation };
  liaison_worker_push (worker, search_job, g_strjoinv (" ", (char **) terms), g_free, (GDestroyNotify) g_ptr_array_unref, NULL, searched_cb, given);
}

static GVariant *
describe (LiaisonSearchProvider *self,
          const char * const    *ids)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (const char * const *id = ids; *id != NULL; id++)
    {
      const LiaisonDesktopResult *result = g_hash_table_lookup (self->results, *id);
      g_autoptr (GIcon) icon = result != NULL ? g_themed_icon_new (result->icon) : NULL;

      if (result == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (result->uuid));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (result->name));
      g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (result->detail));
      g_variant_builder_add (&metas, "{sv}", "icon", g_icon_serialize (icon));
      g_variant_builder_close (&metas);
    }

  return g_variant_new ("(aa{sv})", &metas);
}

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *path,
                  const char            *interface,
                  const char            *method,
                  GVariant              *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  LiaisonSearchProvider *self = user_data;
  g_autofree const char **words = NULL;
  g_autofree char *text = NULL;
  const char *id;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &words);
      search (self, words, invocation);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(@as^a&s)", NULL, &words);
      search (self, words, invocation);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &words);
      g_dbus_method_invocation_return_value (invocation, describe (self, words));
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (parameters, "(&s^a&su)", &id, &words, NULL);
      text = liaison_link_new (id);
      g_action_group_activate_action (G_ACTION_GROUP (self->application), "open-link", g_variant_new_string (text));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      g_variant_get (parameters, "(^a&su)", &words, NULL);
      text = g_strjoinv (" ", (char **) words);
      g_action_group_activate_action (G_ACTION_GROUP (self->application), "search", g_variant_new_string (text));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
liaison_search_provider_dispose (GObject *object)
{
  LiaisonSearchProvider *self = LIAISON_SEARCH_PROVIDER (object);

  liaison_search_provider_unexport (self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->results, g_hash_table_unref);

  G_OBJECT_CLASS (liaison_search_provider_parent_class)->dispose (object);
}

static void
liaison_search_provider_class_init (LiaisonSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_search_provider_dispose;
}

static void
liaison_search_provider_init (LiaisonSearchProvider *self)
{
  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) liaison_desktop_result_free);
}

LiaisonSearchProvider *
liaison_search_provider_new (GApplication *application,
                             GSettings    *settings)
{
  LiaisonSearchProvider *self = g_object_new (LIAISON_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  return self;
}

gboolean
liaison_search_provider_export (LiaisonSearchProvider  *self,
                                GDBusConnection        *connection,
                                const char             *path,
                                GError                **error)
{
  static const GDBusInterfaceVTable table = { .method_call = method_called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);
  g_autofree char *object = g_strconcat (path, OBJECT, NULL);

  g_return_val_if_fail (LIAISON_IS_SEARCH_PROVIDER (self), FALSE);

  if (node == NULL)
    return FALSE;
  self->connection = g_object_ref (connection);
  self->registration = g_dbus_connection_register_object (connection, object, node->interfaces[0], &table, self, NULL, error);

  return self->registration != 0;
}

void
liaison_search_provider_unexport (LiaisonSearchProvider *self)
{
  g_return_if_fail (LIAISON_IS_SEARCH_PROVIDER (self));

  forget_store (self);
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
