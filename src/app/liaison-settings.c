/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-settings.h"

#include "liaison-config.h"

#define MOST_RECENT_STORES 8
#define MOST_RECENT_SEARCHES 20

static const char *const keys[] = {
  "background", "backup-days", "backups-kept", "date-style", "detail-width", "first-weekday", "last-number-in-words", "last-store",
  "maximised", "name-order", "recent-stores", "reminded", "reminder-days", "reminders", "sensitivity", "sessions", "start",
  "window-height", "window-width",
};

static const char *const lists[] = { "engagements", "contacts", "organisations" };

/* GSettings also ends a program that asks for a key that its schema lacks, as that of an older version does. */
static gboolean
has_all_keys (GSettingsSchema *schema)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!g_settings_schema_has_key (schema, keys[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_all_lists (GSettingsSchema *schema)
{
  g_auto (GStrv) children = g_settings_schema_list_children (schema);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!g_strv_contains ((const char *const *) children, lists[i]))
      return FALSE;
  return TRUE;
}

GSettings *
liaison_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source == NULL)
    return NULL;
  schema = g_settings_schema_source_lookup (source, LIAISON_APPLICATION_ID, TRUE);
  if (schema == NULL || !has_all_keys (schema) || !has_all_lists (schema))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

GSettings *
liaison_settings_get_list (GSettings  *settings,
                           const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return settings != NULL ? g_settings_get_child (settings, name) : NULL;
}

int
liaison_settings_get_int (GSettings  *settings,
                          const char *key,
                          int         fallback)
{
  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

void
liaison_settings_set_int (GSettings  *settings,
                          const char *key,
                          int         value)
{
  if (settings != NULL)
    g_settings_set_int (settings, key, value);
}

gboolean
liaison_settings_get_boolean (GSettings  *settings,
                              const char *key,
                              gboolean    fallback)
{
  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

void
liaison_settings_set_boolean (GSettings  *settings,
                              const char *key,
                              gboolean    value)
{
  if (settings != NULL)
    g_settings_set_boolean (settings, key, value);
}

char *
liaison_settings_dup_last_store (GSettings *settings)
{
  g_autofree char *path = settings != NULL ? g_settings_get_string (settings, "last-store") : NULL;

  return path != NULL && path[0] != '\0' ? g_steal_pointer (&path) : NULL;
}

char **
liaison_settings_dup_recent_stores (GSettings *settings)
{
  g_auto (GStrv) stored = settings != NULL ? g_settings_get_strv (settings, "recent-stores") : NULL;
  g_autoptr (GStrvBuilder) existing = g_strv_builder_new ();

  for (guint i = 0; stored != NULL && stored[i] != NULL; i++)
    if (g_file_test (stored[i], G_FILE_TEST_IS_REGULAR))
      g_strv_builder_add (existing, stored[i]);
  return g_strv_builder_end (existing);
}

/* A settings value is a text, but a path may be any bytes: such a store cannot be remembered. */
static gboolean
can_remember (GSettings  *settings,
              const char *path)
{
  return settings != NULL && g_utf8_validate (path, -1, NULL);
}

GVariant *
liaison_settings_get_of_store (GSettings  *settings,
                               const char *key,
                               const char *path)
{
  g_autoptr (GVariant) stored = settings != NULL ? g_settings_get_value (settings, key) : NULL;

  g_return_val_if_fail (path != NULL, NULL);

  return stored != NULL ? g_variant_lookup_value (stored, path, NULL) : NULL;
}

void
liaison_settings_set_of_store (GSettings  *settings,
                               const char *key,
                               const char *path,
                               GVariant   *value)
{
  g_autoptr (GVariant) given = g_variant_ref_sink (value);
  g_autoptr (GVariant) stored = NULL;
  g_autoptr (GVariant) changed = NULL;
  g_auto (GStrv) recent = NULL;
  GVariantBuilder builder;

  g_return_if_fail (path != NULL);

  if (!can_remember (settings, path))
    return;

  stored = g_settings_get_value (settings, key);
  recent = g_settings_get_strv (settings, "recent-stores");
  g_variant_builder_init (&builder, g_variant_get_type (stored));
  g_variant_builder_add (&builder, "{s@*}", path, given);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autoptr (GVariant) other = g_variant_lookup_value (stored, recent[i], NULL);

      if (other != NULL && !g_str_equal (recent[i], path))
        g_variant_builder_add (&builder, "{s@*}", recent[i], other);
    }
  changed = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (!g_variant_equal (changed, stored))
    g_settings_set_value (settings, key, changed);
}

char **
liaison_settings_dup_recent_searches (GSettings *settings)
{
  return settings != NULL ? g_settings_get_strv (settings, "recent-searches") : g_new0 (char *, 1);
}

/* Puts @text first in a list of texts, in which it stands but once. */
static void
put_first (GSettings  *settings,
           const char *key,
           const char *text,
           guint       most)
{
  g_auto (GStrv) stored = g_settings_get_strv (settings, key);
  g_autoptr (GPtrArray) recent = g_ptr_array_new ();

  g_ptr_array_add (recent, (char *) text);
  for (guint i = 0; stored[i] != NULL && recent->len < most; i++)
    if (!g_str_equal (stored[i], text))
      g_ptr_array_add (recent, stored[i]);
  g_ptr_array_add (recent, NULL);

  g_settings_set_strv (settings, key, (const char *const *) recent->pdata);
}

void
liaison_settings_add_search (GSettings  *settings,
                             const char *text)
{
  g_return_if_fail (text != NULL);

  if (settings != NULL)
    put_first (settings, "recent-searches", text, MOST_RECENT_SEARCHES);
}

void
liaison_settings_add_store (GSettings  *settings,
                            const char *path)
{
  g_return_if_fail (path != NULL);

  if (!can_remember (settings, path))
    return;

  put_first (settings, "recent-stores", path, MOST_RECENT_STORES);
  g_settings_set_string (settings, "last-store", path);
}
