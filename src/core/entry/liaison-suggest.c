/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-suggest-private.h"

#include "liaison-country.h"
#include "liaison-date-format.h"
#include "liaison-day.h"
#include "liaison-fold.h"
#include "liaison-tokens.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* So many visits before and after the day are looked at. */
#define NEAR_VISITS 100

/* So many countries and organisations stand behind the contacts. */
#define MOST_SEATS 4

enum { RANK_SHORT_NAME, RANK_NAME, RANK_WORD, BEHIND };

static const char organisations_by_name[] =
  "SELECT o.id, o.uuid, o.country, o.name, o.short_name, o.kind, o.archived, o.x_folded FROM organisation AS o"
  " WHERE (?3 = 0 OR o.kind = ?3) AND " LIAISON_SQL_SUGGESTED ("o.x_folded") " ORDER BY o.x_sort_key";

static const char topics_by_name[] =
  "SELECT t.id, t.uuid, t.name, a.name, t.x_folded FROM topic AS t LEFT JOIN topic AS a ON a.id = t.parent"
  " WHERE " LIAISON_SQL_SUGGESTED ("t.x_folded") " ORDER BY t.x_folded";

/* ?2 is a form. */
#define VISITS_NEAR(condition, order) \
  "SELECT * FROM (SELECT e.id, e.uuid, e.country, e.title, e.start, e.\"end\", e.precision, e.x_first_day, e.x_last_day" \
  "  FROM engagement AS e WHERE e.form = ?2 AND e.x_first_day " condition " ?1 ORDER BY e.x_first_day " order " LIMIT " \
  G_STRINGIFY (NEAR_VISITS) ")"

static const char visits_near[] = VISITS_NEAR ("<=", "DESC") " UNION ALL " VISITS_NEAR (">", "ASC");

/* Whether the statement ran to its end without @failure, which is passed on otherwise. */
static gboolean
check (GError  *failure,
       GError **error)
{
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

static int
rank_name (const LiaisonSuggestText *text,
           const char               *name)
{
  return liaison_suggest_text_begins (text, name) ? RANK_NAME : RANK_WORD;
}

static void
add_organisation (GArray                   *candidates,
                  const LiaisonSuggestText *text,
                  LiaisonSql               *sql)
{
  const char *name = liaison_sql_get_text (sql, 3);
  const char *short_name = liaison_sql_get_text (sql, 4);
  const char *kind = liaison_vocabulary_get_label (&liaison_organisation_kinds, liaison_sql_get_integer (sql, 5));
  g_autofree char *folded_short_name = liaison_fold (short_name);
  g_autofree char *uuid = liaison_sql_dup_uuid (sql, 1);
  /* Translators: an organisation's short name and its kind: "NATO · International organisation" */
  g_autofree char *detail = *short_name != '\0' ? g_strdup_printf (C_ ("organisation", "%s · %s"), short_name, kind) : g_strdup (kind);
  int rank = rank_name (text, name);

  if (*short_name != '\0' && g_str_has_prefix (folded_short_name, text->folded))
    rank = RANK_SHORT_NAME;
  if (liaison_sql_get_integer (sql, 6))
    rank += BEHIND;

  liaison_candidates_add (candidates, liaison_sql_get_integer (sql, 0),
                          liaison_suggestion_new (LIAISON_KIND_ORGANISATION, uuid, liaison_sql_get_text (sql, 2), name, detail), rank, 0);
}

GPtrArray *
liaison_suggest_organisations (LiaisonDb                *db,
                               const char               *text,
                               LiaisonOrganisationKind   kind,
                               guint                     limit,
                               GError                  **error)
{
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GArray) candidates = liaison_candidates_new ();
  g_auto (LiaisonSuggestText) typed = { NULL };
  GError *failure = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  sql = liaison_sql_new (db, organisations_by_name, error);
  if (sql == NULL)
    return NULL;

  liaison_suggest_text_init (&typed, text);
  liaison_suggest_text_bind (&typed, sql);
  liaison_sql_bind_integer (sql, 3, kind);
  while (liaison_sql_step (sql, &failure))
    {
      if (liaison_suggest_text_matches (&typed, liaison_sql_get_text (sql, 7)))
        add_organisation (candidates, &typed, sql);
    }

  if (!check (failure, error))
    return NULL;

  liaison_candidates_rank (candidates, limit);

  return liaison_candidates_end (g_steal_pointer (&candidates));
}

GPtrArray *
liaison_suggest_topics (LiaisonDb   *db,
                        const char  *text,
                        guint        limit,
                        GError     **error)
{
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GArray) candidates = liaison_candidates_new ();
  g_auto (LiaisonSuggestText) typed = { NULL };
  GError *failure = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  sql = liaison_sql_new (db, topics_by_name, error);
  if (sql == NULL)
    return NULL;

  liaison_suggest_text_init (&typed, text);
  liaison_suggest_text_bind (&typed, sql);
  while (liaison_sql_step (sql, &failure))
    {
      g_autofree char *uuid = liaison_sql_dup_uuid (sql, 1);
      const char *name = liaison_sql_get_text (sql, 2);

      if (liaison_suggest_text_matches (&typed, liaison_sql_get_text (sql, 4)))
        liaison_candidates_add (candidates, liaison_sql_get_integer (sql, 0),
                                liaison_suggestion_new (LIAISON_KIND_TOPIC, uuid, NULL, name, liaison_sql_get_text (sql, 3)),
                                rank_name (&typed, name), 0);
    }

  if (!check (failure, error))
    return NULL;

  liaison_candidates_rank (candidates, limit);

  return liaison_candidates_end (g_steal_pointer (&candidates));
}

/* How many days a visit is away from the day; 0 where it holds it, and for visits without a date the longest distance. */
static int
get_distance (int day,
              int first,
              int last)
{
  if (first == 0)
    return G_MAXINT;
  if (day < first)
    return liaison_day_diff (day, first);

  return day > last ? liaison_day_diff (last, day) : 0;
}

static gboolean
find_visits (LiaisonDb                 *db,
             const LiaisonSuggestText  *text,
             LiaisonForm                form,
             int                        day,
             GArray                    *candidates,
             GError                   **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, visits_near, error);
  GError *failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, day);
  liaison_sql_bind_integer (sql, 2, form);
  while (liaison_sql_step (sql, &failure))
    {
      const char *title = liaison_sql_get_text (sql, 3);
      g_autofree char *folded = liaison_fold_search_text (title);
      g_autofree char *uuid = liaison_sql_dup_uuid (sql, 1);
      g_autofree char *date = NULL;
      int distance = get_distance (day, liaison_sql_get_integer (sql, 7), liaison_sql_get_integer (sql, 8));

      if (!liaison_suggest_text_matches (text, folded))
        continue;

      date = liaison_date_format_short (liaison_sql_get_text (sql, 4), liaison_sql_get_text (sql, 5),
                                        liaison_vocabulary_get_token (&liaison_precisions, liaison_sql_get_integer (sql, 6)));
      liaison_candidates_add (candidates, liaison_sql_get_integer (sql, 0),
                              liaison_suggestion_new (LIAISON_KIND_ENGAGEMENT, uuid, liaison_sql_get_text (sql, 2), title, date),
                              distance, 0);
    }

  return check (failure, error);
}

GPtrArray *
liaison_suggest_visits (LiaisonDb   *db,
                        const char  *text,
                        int          day,
                        guint        limit,
                        GError     **error)
{
  g_autoptr (GArray) candidates = liaison_candidates_new ();
  g_auto (LiaisonSuggestText) typed = { NULL };

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (liaison_day_is_valid (day), NULL);

  liaison_suggest_text_init (&typed, text);
  if (!find_visits (db, &typed, LIAISON_FORM_VISIT_MADE, day, candidates, error)
      || !find_visits (db, &typed, LIAISON_FORM_VISIT_HOSTED, day, candidates, error))
    return NULL;

  liaison_candidates_rank (candidates, limit);

  return liaison_candidates_end (g_steal_pointer (&candidates));
}

GPtrArray *
liaison_suggest_countries (const char *text,
                           guint       limit)
{
  g_autoptr (GArray) candidates = liaison_candidates_new ();
  g_auto (LiaisonSuggestText) typed = { NULL };
  const char *meant = liaison_country_find (text);

  liaison_suggest_text_init (&typed, text);
  for (const char * const *code = liaison_country_list (); *code != NULL; code++)
    {
      const char *name = liaison_country_get_name (*code);
      g_autofree char *folded = liaison_fold_search_text (name);
      gboolean is_meant = g_strcmp0 (*code, meant) == 0;
      int rank = is_meant ? RANK_SHORT_NAME : rank_name (&typed, name);

      if (!is_meant && !liaison_suggest_text_matches (&typed, folded))
        continue;

      if (liaison_country_is_former (*code))
        rank += BEHIND;
      liaison_candidates_add (candidates, 0, liaison_suggestion_new (LIAISON_N_KINDS, NULL, *code, name, *code), rank, 0);
    }

  liaison_candidates_rank (candidates, limit);

  return liaison_candidates_end (g_steal_pointer (&candidates));
}

GPtrArray *
liaison_suggest_participants (LiaisonDb    *db,
                              const char   *text,
                              LiaisonSide   side,
                              int           day,
                              guint         limit,
                              GError      **error)
{
  g_autoptr (GPtrArray) suggestions = liaison_suggest_contacts (db, text, side, day, limit, error);
  g_autoptr (GPtrArray) bodies = NULL;
  g_autoptr (GPtrArray) groupings = NULL;

  /* Without a text there is no reason to name any seat. */
  if (suggestions == NULL || text == NULL || *text == '\0')
    return g_steal_pointer (&suggestions);

  bodies = liaison_suggest_organisations (db, text, LIAISON_ORGANISATION_INTERNATIONAL, MOST_SEATS, error);
  groupings = bodies ? liaison_suggest_organisations (db, text, LIAISON_ORGANISATION_GROUPING, MOST_SEATS, error) : NULL;
  if (groupings == NULL)
    return NULL;

  g_ptr_array_extend_and_steal (suggestions, liaison_suggest_countries (text, MOST_SEATS));
  g_ptr_array_extend_and_steal (suggestions, g_steal_pointer (&bodies));
  g_ptr_array_extend_and_steal (suggestions, g_steal_pointer (&groupings));

  return g_steal_pointer (&suggestions);
}
