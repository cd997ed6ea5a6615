/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-suggest-private.h"

#include "liaison-standing-private.h"

/* The ranks of a name by where it was found; a step of BEHIND puts it behind all of these. */
enum { RANK_FAMILY, RANK_NAME, RANK_FAMILY_WORD, RANK_WORD, RANK_OTHER_NAME, BEHIND };

/* All are read, in the order in which they are stored: to follow the index in theirs would take six times as long. */
static const char contacts_by_name[] =
  "SELECT c.id, c.name, c.family, c.side, c.archived, c.x_folded, (SELECT max (p.x_day) FROM participation AS p WHERE p.contact = c.id)"
  " FROM contact AS c NOT INDEXED WHERE " LIAISON_SQL_SUGGESTED ("c.x_folded") " ORDER BY c.x_sort_key";

/* Those who took part in the latest engagements, the most frequent first. */
static const char contacts_of_late[] =
  "SELECT c.id, c.side, count (*) FROM (SELECT id FROM engagement ORDER BY x_first_day DESC, x_minute DESC LIMIT 100) AS e"
  " CROSS JOIN participation AS p ON p.engagement = e.id CROSS JOIN contact AS c ON c.id = p.contact"
  " WHERE c.archived = 0 GROUP BY c.id ORDER BY c.x_sort_key";

static const char contact_on_day[] =
  "SELECT c.uuid, CASE WHEN " LIAISON_SQL_IS_INTERNATIONAL ("w") " THEN '' ELSE c.country END, c.name, c.family, h.title FROM contact AS c"
  " LEFT JOIN post AS h ON h.id = CASE WHEN ?2 = 0 THEN " LIAISON_SQL_LATEST_POST ("c.id")
  "  ELSE " LIAISON_SQL_POST_OF_DAY ("c.id", "?2") " END"
  " LEFT JOIN organisation AS w ON w.id = h.organisation WHERE c.id = ?1";

static int
rank_contact (const LiaisonSuggestText *text,
              const char               *name,
              const char               *family)
{
  const LiaisonSuggestText first = { text->words[0], NULL, NULL };

  if (liaison_suggest_text_begins (text, family))
    return RANK_FAMILY;
  if (liaison_suggest_text_begins (text, name))
    return RANK_NAME;
  if (liaison_suggest_text_begins (&first, family))
    return RANK_FAMILY_WORD;

  return RANK_WORD;
}

static int
rank_side (LiaisonSide wanted,
           LiaisonSide side)
{
  return wanted != 0 && side != wanted ? BEHIND : 0;
}

static gboolean
find_by_name (LiaisonDb                 *db,
              const LiaisonSuggestText  *text,
              LiaisonSide                side,
              GArray                    *candidates,
              GError                   **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, contacts_by_name, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_suggest_text_bind (text, sql);
  while (liaison_sql_step (sql, &failure))
    {
      const char *folded = liaison_sql_get_text (sql, 5);
      int rank;

      if (!liaison_suggest_text_matches (text, folded))
        continue;

      rank = rank_contact (text, liaison_sql_get_text (sql, 1), liaison_sql_get_text (sql, 2));
      rank += rank_side (side, liaison_sql_get_integer (sql, 3));
      /* Whoever is archived has left; they are found, but last. */
      rank += liaison_sql_get_integer (sql, 4) ? 2 * BEHIND : 0;
      liaison_candidates_add (candidates, liaison_sql_get_integer (sql, 0), NULL, rank, liaison_sql_get_integer (sql, 6));
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
find_of_late (LiaisonDb    *db,
              LiaisonSide   side,
              GArray       *candidates,
              GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, contacts_of_late, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    liaison_candidates_add (candidates, liaison_sql_get_integer (sql, 0), NULL,
                            rank_side (side, liaison_sql_get_integer (sql, 1)), liaison_sql_get_integer (sql, 2));

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Only what is suggested gets its title: to find it for everybody would take longer than to find the names. */
LiaisonSuggestion *
liaison_suggest_describe_contact (LiaisonDb  *db,
                                  gint64      id,
                                  int         day,
                                  GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, contact_on_day, error);
  g_autofree char *uuid = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, id);
  liaison_sql_bind_integer (sql, 2, day);
  if (!liaison_sql_step (sql, error))
    return NULL;

  uuid = liaison_sql_dup_uuid (sql, 0);

  return liaison_suggestion_new_contact (uuid, liaison_sql_get_text (sql, 1), liaison_sql_get_text (sql, 2), liaison_sql_get_text (sql, 3),
                                         liaison_sql_get_text (sql, 4));
}

GPtrArray *
liaison_suggest_contacts (LiaisonDb    *db,
                          const char   *text,
                          LiaisonSide   side,
                          int           day,
                          guint         limit,
                          GError      **error)
{
  g_autoptr (GArray) candidates = liaison_candidates_new ();
  g_auto (LiaisonSuggestText) typed = { NULL };
  gboolean found;

  g_return_val_if_fail (db != NULL, NULL);

  liaison_suggest_text_init (&typed, text);
  found = typed.words[0] != NULL ? find_by_name (db, &typed, side, candidates, error) : find_of_late (db, side, candidates, error);
  if (!found)
    return NULL;

  liaison_candidates_rank (candidates, limit);
  for (guint i = 0; i < candidates->len; i++)
    {
      LiaisonCandidate *candidate = &g_array_index (candidates, LiaisonCandidate, i);

      candidate->suggestion = liaison_suggest_describe_contact (db, candidate->id, day, error);
      if (!candidate->suggestion)
        return NULL;
    }

  return liaison_candidates_end (g_steal_pointer (&candidates));
}
