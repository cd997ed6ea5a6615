/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-session.h"

#include "liaison-day.h"
#include "liaison-uuid.h"

#define KEY "sessions"

typedef enum { START_LEFT_OFF, START_EVERYTHING, START_LAST_30_DAYS, START_THIS_YEAR } Start;

static GVariant *
write_session (const LiaisonLocation *location,
               const char            *chart)
{
  GVariantDict session;

  g_variant_dict_init (&session, NULL);
  g_variant_dict_insert (&session, "place", "s", location->place);
  g_variant_dict_insert (&session, "query", "s", location->query);
  g_variant_dict_insert (&session, "kind", "s", location->kind);
  g_variant_dict_insert (&session, "record", "s", location->uuid);
  g_variant_dict_insert (&session, "chart", "s", chart);

  return g_variant_dict_end (&session);
}

void
liaison_session_save (GSettings             *settings,
                      const char            *path,
                      const LiaisonLocation *location,
                      const char            *chart)
{
  g_autoptr (GVariant) stored = NULL;
  g_auto (GStrv) recent = NULL;
  GVariantBuilder sessions;

  g_return_if_fail (path != NULL);
  g_return_if_fail (location != NULL);
  g_return_if_fail (chart != NULL);

  /* Settings are texts, which a path need not be. */
  if (settings == NULL || !g_utf8_validate (path, -1, NULL))
    return;

  stored = g_settings_get_value (settings, KEY);
  recent = g_settings_get_strv (settings, "recent-stores");
  g_variant_builder_init (&sessions, G_VARIANT_TYPE ("a{sa{sv}}"));
  g_variant_builder_add (&sessions, "{s@a{sv}}", path, write_session (location, chart));
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autoptr (GVariant) other = g_variant_lookup_value (stored, recent[i], G_VARIANT_TYPE_VARDICT);

      if (other != NULL && !g_str_equal (recent[i], path))
        g_variant_builder_add (&sessions, "{s@a{sv}}", recent[i], other);
    }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&sessions));
}

/* Returns: (nullable): the session of a store */
static GVariant *
load_session (GSettings  *settings,
              const char *path)
{
  g_autoptr (GVariant) stored = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;

  return stored != NULL && g_utf8_validate (path, -1, NULL) ? g_variant_lookup_value (stored, path, G_VARIANT_TYPE_VARDICT) : NULL;
}

static LiaisonLocation *
restore_location (GSettings  *settings,
                  const char *path)
{
  g_autoptr (GVariant) session = load_session (settings, path);
  const char *place;
  const char *query;
  const char *kind;
  const char *record;

  if (session == NULL || !g_variant_lookup (session, "place", "&s", &place) || !g_variant_lookup (session, "query", "&s", &query))
    return NULL;
  if (!g_variant_lookup (session, "kind", "&s", &kind) || !g_variant_lookup (session, "record", "&s", &record)
      || !liaison_uuid_is_canonical (record))
    return liaison_location_new (place, query, NULL, NULL, 0);

  return liaison_location_new (place, query, kind, record, 0);
}

LiaisonLocation *
liaison_session_dup_location (GSettings  *settings,
                              const char *path)
{
  Start start = settings != NULL ? (Start) g_settings_get_enum (settings, "start") : START_EVERYTHING;
  g_autofree char *year = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  switch (start)
    {
    case START_LEFT_OFF:
      return restore_location (settings, path);
    case START_LAST_30_DAYS:
      return liaison_location_new ("engagements", "from:-30d", NULL, NULL, 0);
    case START_THIS_YEAR:
      year = g_strdup_printf ("on:%d", liaison_day_today () / 10000);
      return liaison_location_new ("engagements", year, NULL, NULL, 0);
    case START_EVERYTHING:
    default:
      return NULL;
    }
}

char *
liaison_session_dup_chart (GSettings  *settings,
                           const char *path)
{
  g_autoptr (GVariant) session = load_session (settings, path);
  char *chart = NULL;

  if (session != NULL)
    g_variant_lookup (session, "chart", "s", &chart);

  return chart;
}
