/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-duplicates.h"

#include "liaison-date-format.h"
#include "liaison-date.h"
#include "liaison-edit.h"
#include "liaison-rows-private.h"
#include "liaison-suggestion.h"

/* ?1 is the day, ?2 the form, ?3 the engagement itself. */
static const char of_day_and_form[] =
  "SELECT uuid FROM engagement WHERE x_first_day = ?1 AND form = ?2 AND uuid <> ?3 ORDER BY x_minute, id";

static const char people_of[] =
  "SELECT DISTINCT c.uuid FROM engagement e CROSS JOIN participation p ON p.engagement = e.id CROSS JOIN contact c ON c.id = p.contact"
  " WHERE e.uuid = ?1";

static gboolean
read_start (const LiaisonRecord *engagement,
            LiaisonDate         *start)
{
  return liaison_date_parse (liaison_record_get_text (engagement, LIAISON_ENGAGEMENT_START), start, NULL) && start->day > 0;
}

static GHashTable *
collect_people (GPtrArray *participations)
{
  GHashTable *people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < participations->len; i++)
    {
      const char *contact = liaison_record_get_text (participations->pdata[i], LIAISON_PARTICIPATION_CONTACT);

      if (*contact != '\0')
        g_hash_table_add (people, g_strdup (contact));
    }

  return people;
}

static gboolean
has_people (LiaisonDb   *db,
            const char  *uuid,
            GHashTable  *people,
            gboolean    *same,
            GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, people_of, error);
  g_autoptr (GError) failure = NULL;
  guint n = 0;

  if (sql == NULL)
    return FALSE;

  *same = TRUE;
  liaison_sql_bind_uuid (sql, 1, uuid);
  while (*same && liaison_sql_step (sql, &failure))
    {
      g_autofree char *contact = liaison_sql_dup_uuid (sql, 0);

      *same = g_hash_table_contains (people, contact);
      n++;
    }
  *same = *same && n == g_hash_table_size (people);

  return liaison_rows_end (&failure, error);
}

static LiaisonSuggestion *
describe (const LiaisonRecord *engagement)
{
  const char *place = liaison_record_get_text (engagement, LIAISON_ENGAGEMENT_PLACE);
  int precision = (int) liaison_record_get_integer (engagement, LIAISON_ENGAGEMENT_PRECISION);
  g_autofree char *date = liaison_date_format_long (liaison_record_get_text (engagement, LIAISON_ENGAGEMENT_START),
                                                    liaison_record_get_text (engagement, LIAISON_ENGAGEMENT_END),
                                                    liaison_vocabulary_get_token (&liaison_precisions, precision));
  g_autofree char *detail = *place != '\0' ? g_strdup_printf ("%s · %s", date, place) : g_strdup (date);

  return liaison_suggestion_new (LIAISON_KIND_ENGAGEMENT, liaison_record_get_uuid (engagement), NULL,
                                 liaison_record_get_text (engagement, LIAISON_ENGAGEMENT_TITLE), detail);
}

/* Adds one of the same day and form, if it is like the one that is asked about. */
static gboolean
add_if_same (LiaisonDb          *db,
             const LiaisonDate  *start,
             const char         *uuid,
             GHashTable         *people,
             GPtrArray          *found,
             GError            **error)
{
  g_autoptr (LiaisonRecord) other = NULL;
  LiaisonDate other_start;
  gboolean same = FALSE;

  if (!has_people (db, uuid, people, &same, error))
    return FALSE;
  if (!same)
    return TRUE;

  other = liaison_record_load (db, LIAISON_KIND_ENGAGEMENT, uuid, error);
  if (other == NULL)
    return FALSE;
  if (read_start (other, &other_start)
      && (start->minute < 0 || other_start.minute < 0 || start->minute == other_start.minute))
    g_ptr_array_add (found, describe (other));

  return TRUE;
}

GPtrArray *
liaison_duplicates_find_engagements (LiaisonDb            *db,
                                     const LiaisonRecord  *engagement,
                                     GPtrArray            *participations,
                                     guint                 limit,
                                     GError              **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) people = collect_people (participations);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;
  LiaisonDate start;

  g_return_val_if_fail (db != NULL, NULL);

  if (!read_start (engagement, &start) || g_hash_table_size (people) == 0)
    return g_steal_pointer (&found);

  sql = liaison_sql_new (db, of_day_and_form, error);
  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, liaison_date_first_day (&start));
  liaison_sql_bind_integer (sql, 2, liaison_record_get_integer (engagement, LIAISON_ENGAGEMENT_FORM));
  liaison_sql_bind_uuid (sql, 3, liaison_record_get_uuid (engagement));
  while (found->len < limit && liaison_sql_step (sql, &failure))
    {
      g_autofree char *uuid = liaison_sql_dup_uuid (sql, 0);

      if (!add_if_same (db, &start, uuid, people, found, error))
        return NULL;
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&found) : NULL;
}
