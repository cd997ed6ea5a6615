/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-session.h"

#include "liaison-day.h"
#include "liaison-settings.h"
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
  g_return_if_fail (path != NULL);
  g_return_if_fail (location != NULL);
  g_return_if_fail (chart != NULL);

  liaison_settings_set_of_store (settings, KEY, path, write_session (location, chart));
}

static LiaisonLocation *
restore_location (GSettings  *settings,
                  const char *path)
{
  g_autoptr (GVariant) session = liaison_settings_get_of_store (settings, KEY, path);
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
  g_autoptr (GVariant) session = liaison_settings_get_of_store (settings, KEY, path);
  char *chart = NULL;

  if (session != NULL)
    g_variant_lookup (session, "chart", "s", &chart);

  return chart;
}
