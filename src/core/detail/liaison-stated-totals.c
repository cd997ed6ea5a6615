/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-stated-totals.h"

#include "liaison-count-totals.h"
#include "liaison-country.h"
#include "liaison-rows-private.h"
#include "liaison-snapshot.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static const char totals_text[] =
  "SELECT id, uuid, text, form, counts, bound, number, \"from\", \"to\", sensitivity, countries FROM stated_total ORDER BY \"to\" DESC, id DESC";

#define NAMES(field, kind, order) \
  "SELECT n.name, " order ", l.position FROM stated_total_" field " l CROSS JOIN " kind " n ON n.id = l.target WHERE l.owner = ?1"

static const char ours_text[] = NAMES ("principals", "contact", "1") " UNION ALL " NAMES ("offices", "organisation", "2") " ORDER BY 2, 3";
static const char theirs_text[] = NAMES ("counterparts", "contact", "1") " UNION ALL " NAMES ("organisations", "organisation", "2") " ORDER BY 2, 3";

void
liaison_stated_total_free (LiaisonStatedTotal *total)
{
  g_free (total->uuid);
  g_free (total->text);
  g_free (total->ours);
  g_free (total->theirs);
  g_free (total->from);
  g_free (total->to);
  g_free (total);
}

static void
free_total (gpointer data)
{
  liaison_stated_total_free (data);
}

static void
append_name (GString    *names,
             const char *name)
{
  /* Translators: what stands between two items of a list */
  g_string_append_printf (names, "%s%s", names->len > 0 ? C_("list", ", ") : "", name);
}

static gboolean
append_names (LiaisonDb   *db,
              const char  *text,
              gint64       id,
              GString     *names,
              GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);
  while (liaison_sql_step (sql, &failure))
    append_name (names, liaison_sql_get_text (sql, 0));

  return liaison_rows_end (&failure, error);
}

static gboolean
load_names (LiaisonDb           *db,
            gint64               id,
            const char          *countries,
            LiaisonStatedTotal  *total,
            GError             **error)
{
  g_auto (GStrv) codes = g_strsplit (countries, "\n", -1);
  g_autoptr (GString) ours = g_string_new (NULL);
  g_autoptr (GString) theirs = g_string_new (NULL);

  if (!append_names (db, ours_text, id, ours, error) || !append_names (db, theirs_text, id, theirs, error))
    return FALSE;

  for (char **code = codes; *code; code++)
    {
      if (**code)
        append_name (theirs, liaison_country_get_name (*code));
    }
  total->ours = g_strdup (ours->str);
  total->theirs = g_strdup (theirs->str);

  return TRUE;
}

static LiaisonStatedTotal *
read_total (LiaisonSql *sql)
{
  LiaisonStatedTotal *total = g_new0 (LiaisonStatedTotal, 1);

  total->uuid = liaison_sql_dup_uuid (sql, 1);
  total->text = liaison_sql_dup_text (sql, 2);
  total->form = liaison_sql_get_integer (sql, 3);
  total->counts = liaison_sql_get_integer (sql, 4);
  total->bound = liaison_sql_get_integer (sql, 5);
  total->number = liaison_sql_get_integer (sql, 6);
  total->from = liaison_sql_dup_text (sql, 7);
  total->to = liaison_sql_dup_text (sql, 8);
  total->sensitivity = liaison_sql_get_integer (sql, 9);

  return total;
}

static gboolean
load_totals (LiaisonDb   *db,
             GPtrArray   *totals,
             GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, totals_text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      LiaisonStatedTotal *total = read_total (sql);

      g_ptr_array_add (totals, total);
      if (!load_names (db, liaison_sql_get_integer (sql, 0), liaison_sql_get_text (sql, 10), total, error))
        return FALSE;
    }

  return liaison_rows_end (&failure, error);
}

static void
take_use (GPtrArray             *totals,
          const LiaisonTotalUse *use)
{
  for (guint i = 0; i < totals->len; i++)
    {
      LiaisonStatedTotal *total = g_ptr_array_index (totals, i);

      if (!g_str_equal (total->uuid, use->uuid))
        continue;
      total->covered = use->covered;
      total->added = use->added;
    }
}

GPtrArray *
liaison_stated_totals_load (LiaisonDb  *db,
                            GError    **error)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func (free_total);
  g_autoptr (LiaisonQuery) all = liaison_query_parse ("");
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) uses = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error) || !load_totals (db, totals, error)
      || !(uses = liaison_count_totals (db, all, -1, -1, error)))
    return NULL;

  for (guint i = 0; i < uses->len; i++)
    take_use (totals, g_ptr_array_index (uses, i));

  return g_steal_pointer (&totals);
}

char *
liaison_stated_total_write_number (LiaisonCounts counts,
                                   LiaisonBound  bound,
                                   gint64        number)
{
  g_autofree char *amount = NULL;

  if (bound == LIAISON_BOUND_UNSTATED)
    return g_strdup (_("no number stated"));

  amount = counts == LIAISON_COUNTS_HEADS
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", (gulong) number), (guint) number)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u time", "%u times", (gulong) number), (guint) number);

  /* Translators: %s is "7 times" or "16 people" */
  return bound == LIAISON_BOUND_AT_LEAST ? g_strdup_printf (_("at least %s"), amount) : g_steal_pointer (&amount);
}
