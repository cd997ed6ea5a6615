/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-background.h"

#include "liaison-config.h"
#include "liaison-error.h"

#include <glib/gi18n.h>

/* The portal, as https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Background.html tells it. */
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Background"
#define REQUEST_INTERFACE "org.freedesktop.portal.Request"

struct _LiaisonBackground
{
  GObject                parent_instance;

  GDBusConnection       *connection;
  GSettings             *settings;
  GCancellable          *cancellable;
  guint                  subscription; /* to the answer that is awaited */
  guint                  n_requests;
  LiaisonBackgroundState state;
};

enum { PROP_0, PROP_STATE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LiaisonBackground, liaison_background, G_TYPE_OBJECT)

static void
set_state (LiaisonBackground      *self,
           LiaisonBackgroundState  state)
{
  g_settings_set_boolean (self->settings, "background", state == LIAISON_BACKGROUND_ALLOWED);
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
stop_waiting (LiaisonBackground *self)
{
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscription);
  self->subscription = 0;
}

static void
answered_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  LiaisonBackground *self = user_data;
  g_autoptr (GVariant) results = NULL;
  guint32 response;
  gboolean allowed = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  stop_waiting (self);
  if (response == 0)
    g_variant_lookup (results, "background", "b", &allowed);
  set_state (self, allowed ? LIAISON_BACKGROUND_ALLOWED : LIAISON_BACKGROUND_REFUSED);
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  LiaisonBackground *self = user_data;

  if (answer != NULL || liaison_error_is_cancelled (error))
    return;
  stop_waiting (self);
  if (self->state == LIAISON_BACKGROUND_ASKING)
    set_state (self, LIAISON_BACKGROUND_ABSENT);
}

/* Where the portal answers: the name that this connection has on the bus, and a token, are part of the path. */
static char *
make_request_path (LiaisonBackground *self,
                   const char        *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (self->connection) + 1);

  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", g_strdelimit (sender, ".", '_'), token);
}

static void
ask (LiaisonBackground *self,
     gboolean           wanted)
{
  g_autofree char *token = g_strdup_printf ("liaison%u", ++self->n_requests);
  g_autofree char *path = make_request_path (self, token);
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  stop_waiting (self);
  if (wanted)
    self->subscription = g_dbus_connection_signal_subscribe (self->connection, PORTAL_NAME, REQUEST_INTERFACE, "Response", path, NULL,
                                                             G_DBUS_SIGNAL_FLAGS_NONE, answered_cb, self, NULL);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  /* Translators: why the desktop is asked to let the program run */
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (_ ("Liaison reminds you of follow-ups that fall due.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (wanted));
  g_variant_builder_add (&options, "{sv}", "commandline",
                         g_variant_new_strv ((const char *const[]) { "liaison", "--gapplication-service", NULL }, -1));
  g_dbus_connection_call (self->connection, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable,
                          asked_cb, self);
}

static void
reminders_changed_cb (LiaisonBackground *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "reminders");

  if (self->connection == NULL)
    {
      set_state (self, wanted ? LIAISON_BACKGROUND_ABSENT : LIAISON_BACKGROUND_UNASKED);
      return;
    }
  set_state (self, wanted ? LIAISON_BACKGROUND_ASKING : LIAISON_BACKGROUND_UNASKED);
  ask (self, wanted);
}

static void
liaison_background_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_uint (value, LIAISON_BACKGROUND (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_background_dispose (GObject *object)
{
  LiaisonBackground *self = LIAISON_BACKGROUND (object);

  g_cancellable_cancel (self->cancellable);
  stop_waiting (self);
  g_clear_object (&self->connection);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (liaison_background_parent_class)->dispose (object);
}

static void
liaison_background_finalize (GObject *object)
{
  g_object_unref (LIAISON_BACKGROUND (object)->cancellable);

  G_OBJECT_CLASS (liaison_background_parent_class)->finalize (object);
}

static void
liaison_background_class_init (LiaisonBackgroundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = liaison_background_get_property;
  object_class->dispose = liaison_background_dispose;
  object_class->finalize = liaison_background_finalize;

  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, LIAISON_BACKGROUND_ABSENT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_background_init (LiaisonBackground *self)
{
  self->cancellable = g_cancellable_new ();
}

LiaisonBackground *
liaison_background_new (GDBusConnection *connection,
                        GSettings       *settings)
{
  LiaisonBackground *self = g_object_new (LIAISON_TYPE_BACKGROUND, NULL);

  g_set_object (&self->connection, connection);
  self->settings = g_object_ref (settings);
  if (g_settings_get_boolean (settings, "reminders"))
    self->state = g_settings_get_boolean (settings, "background") ? LIAISON_BACKGROUND_ALLOWED : LIAISON_BACKGROUND_REFUSED;
  g_signal_connect_object (settings, "changed::reminders", G_CALLBACK (reminders_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

LiaisonBackgroundState
liaison_background_get_state (LiaisonBackground *self)
{
  g_return_val_if_fail (LIAISON_IS_BACKGROUND (self), LIAISON_BACKGROUND_UNASKED);

  return self->state;
}
