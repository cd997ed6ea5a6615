/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-suggest-private.h"

#include "liaison-date-format.h"
#include "liaison-fold.h"
#include "liaison-rows-private.h"
#include "liaison-stated-totals.h"

/* So many readouts are looked at, the latest first: a source that is cited again is rarely older. */
#define MOST_READOUTS "5000"

static const char totals_text[] =
  "SELECT uuid, text, counts, bound, number, \"from\", \"to\" FROM stated_total ORDER BY \"to\" DESC, id DESC";
static const char readouts_text[] =
  "SELECT uuid, CASE WHEN title <> '' THEN title WHEN address <> '' THEN address ELSE issuer END, issuer, published, address"
  " FROM readout ORDER BY id DESC LIMIT " MOST_READOUTS;

static LiaisonSuggestion *
describe_total (LiaisonSql *sql)
{
  g_autofree char *uuid = liaison_sql_dup_uuid (sql, 0);
  g_autofree char *number =
    liaison_stated_total_write_number (liaison_sql_get_integer (sql, 2), liaison_sql_get_integer (sql, 3), liaison_sql_get_integer (sql, 4));
  g_autofree char *from = liaison_sql_dup_text (sql, 5);
  g_autofree char *period = liaison_date_format_short (from, liaison_sql_get_text (sql, 6), "day");
  g_autofree char *detail = g_strdup_printf ("%s · %s", number, period);

  return liaison_suggestion_new (LIAISON_KIND_STATED_TOTAL, uuid, NULL, liaison_sql_get_text (sql, 1), detail);
}

static LiaisonSuggestion *
describe_readout (LiaisonSql *sql)
{
  g_autofree char *uuid = liaison_sql_dup_uuid (sql, 0);
  g_autofree char *issuer = liaison_sql_dup_text (sql, 2);
  g_autofree char *date = *liaison_sql_get_text (sql, 3) ? liaison_date_format_short (liaison_sql_get_text (sql, 3), NULL, NULL) : g_strdup ("");
  g_autofree char *detail = g_strdup_printf ("%s%s%s", issuer, *issuer && *date ? " · " : "", date);

  return liaison_suggestion_new (LIAISON_KIND_READOUT, uuid, NULL, liaison_sql_get_text (sql, 1), detail);
}

/* The rows of which every word that was typed begins one of the first columns. */
static GPtrArray *
find (LiaisonDb          *db,
      const char         *statement,
      const char         *typed,
      const int          *columns,
      LiaisonSuggestion *(*describe) (LiaisonSql *sql),
      guint               limit,
      GError            **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, statement, error);
  g_auto (LiaisonSuggestText) text = { NULL };
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return NULL;

  liaison_suggest_text_init (&text, typed);
  while (found->len < limit && liaison_sql_step (sql, &failure))
    {
      g_autoptr (GString) searched = g_string_new (NULL);
      g_autofree char *folded = NULL;

      for (const int *column = columns; *column >= 0; column++)
        g_string_append_printf (searched, "%s ", liaison_sql_get_text (sql, *column));
      folded = liaison_fold_search_text (searched->str);
      if (liaison_suggest_text_matches (&text, folded))
        g_ptr_array_add (found, describe (sql));
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&found) : NULL;
}

GPtrArray *
liaison_suggest_totals (LiaisonDb   *db,
                        const char  *text,
                        guint        limit,
                        GError     **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return find (db, totals_text, text, (const int[]) { 1, -1 }, describe_total, limit, error);
}

GPtrArray *
liaison_suggest_readouts (LiaisonDb   *db,
                          const char  *text,
                          guint        limit,
                          GError     **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return find (db, readouts_text, text, (const int[]) { 1, 2, 4, -1 }, describe_readout, limit, error);
}
