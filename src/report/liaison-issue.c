/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-issue.h"

#include "liaison-account.h"
#include "liaison-day.h"
#include "liaison-edit.h"
#include "liaison-report-writer.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A line of an issue's figures: rule, value, query, engagements; tabs between them, blanks between UUIDs. */
typedef struct
{
  LiaisonRule   rule;
  gint64        value;
  char         *query;
  char        **engagements;
} Frozen;

static void
free_frozen (gpointer data)
{
  Frozen *frozen = data;

  g_free (frozen->query);
  g_strfreev (frozen->engagements);
  g_free (frozen);
}

/* Freezing */

static char *
make_hash (const char *text,
           const char *figures,
           const char *records)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *parts[] = { text, figures, records };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (checksum, (const guchar *) parts[i], strlen (parts[i]) + 1);

  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
append_figure (LiaisonDb            *db,
               const LiaisonFigure  *figure,
               GString              *figures,
               GHashTable           *records,
               GError              **error)
{
  g_autofree char *query = g_strdelimit (g_strdup (figure->query), "\t\n", ' ');

  g_string_append_printf (figures, "%s\t%" G_GINT64_FORMAT "\t%s\t", liaison_rule_get_token (figure->rule), figure->value, query);
  for (guint i = 0; i < figure->ids->len; i++)
    {
      char *uuid = liaison_record_find_uuid (db, LIAISON_KIND_ENGAGEMENT, g_array_index (figure->ids, gint32, i), error);

      if (!uuid)
        return FALSE;
      g_string_append_printf (figures, "%s%s", i > 0 ? " " : "", uuid);
      g_hash_table_add (records, uuid);
    }
  g_string_append_c (figures, '\n');

  return TRUE;
}

static char *
list_records (GHashTable *records)
{
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (records), (GCompareFunc) g_strcmp0);
  GString *list = g_string_new (NULL);

  for (GList *link = sorted; link; link = link->next)
    g_string_append_printf (list, "%s\n", (const char *) link->data);

  return g_string_free (list, FALSE);
}

static LiaisonRecord *
make_record (const LiaisonReport *report,
             const char          *text,
             const char          *figures,
             const char          *records)
{
  LiaisonRecord *issue = liaison_record_new (LIAISON_KIND_ISSUE, NULL);

  liaison_record_set_text (issue, LIAISON_ISSUE_REPORT, report->uuid);
  liaison_record_take_text (issue, LIAISON_ISSUE_ISSUED, liaison_step_key (LIAISON_STEP_DAY, liaison_day_today ()));
  liaison_record_set_text (issue, LIAISON_ISSUE_TEXT, text);
  liaison_record_set_text (issue, LIAISON_ISSUE_FIGURES, figures);
  liaison_record_set_text (issue, LIAISON_ISSUE_RECORDS, records);
  liaison_record_take_text (issue, LIAISON_ISSUE_HASH, make_hash (text, figures, records));
  /* It says what its audience may hear. */
  liaison_record_set_sensitivity (issue, (LiaisonSensitivity) report->audience);

  return issue;
}

LiaisonRecord *
liaison_issue_make (LiaisonDb            *db,
                    const LiaisonReport  *report,
                    GCancellable         *cancellable,
                    GError              **error)
{
  const LiaisonComposing composing = { .strict = TRUE, .cancellable = cancellable };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LiaisonComposition) composition = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) figures = g_string_new (NULL);
  g_autofree char *records = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (report->uuid != NULL, NULL);

  composition = liaison_report_write (db, report, LIAISON_REPORT_TEXT, &composing, stream, error);
  if (!composition)
    return NULL;

  for (guint i = 0; i < composition->figures->len; i++)
    {
      if (!append_figure (db, g_ptr_array_index (composition->figures, i), figures, known, error))
        return NULL;
    }

  g_output_stream_close (stream, NULL, NULL);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  records = list_records (known);

  return make_record (report, text, figures->str, records);
}

gboolean
liaison_issue_is_intact (const LiaisonRecord *issue)
{
  g_autofree char *hash = make_hash (liaison_record_get_text (issue, LIAISON_ISSUE_TEXT), liaison_record_get_text (issue, LIAISON_ISSUE_FIGURES),
                                     liaison_record_get_text (issue, LIAISON_ISSUE_RECORDS));

  return g_strcmp0 (hash, liaison_record_get_text (issue, LIAISON_ISSUE_HASH)) == 0;
}

LiaisonRecord *
liaison_issue_load_newest (LiaisonDb   *db,
                           const char  *report,
                           GError     **error)
{
  g_autoptr (GPtrArray) issues = liaison_record_load_owned (db, LIAISON_KIND_ISSUE, LIAISON_ISSUE_REPORT, report, error);
  LiaisonRecord *newest = NULL;

  if (!issues)
    return NULL;

  for (guint i = 0; i < issues->len; i++)
    {
      LiaisonRecord *issue = g_ptr_array_index (issues, i);

      if (!newest || liaison_record_get_created (issue) >= liaison_record_get_created (newest))
        newest = issue;
    }

  if (!newest)
    g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("The report has not been published yet."));

  return newest ? liaison_record_ref (newest) : NULL;
}

/* Comparing */

static void
free_difference (gpointer data)
{
  LiaisonDifference *difference = data;

  g_free (difference->text);
  g_free (difference->engagement);
  g_free (difference->query);
  g_free (difference);
}

static void
add_difference (GPtrArray  *differences,
                char       *text,
                const char *engagement,
                const char *query)
{
  LiaisonDifference *difference = g_new (LiaisonDifference, 1);

  *difference = (LiaisonDifference) { text, g_strdup (engagement), g_strdup (query) };
  g_ptr_array_add (differences, difference);
}

static Frozen *
read_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 4);
  Frozen *frozen;
  LiaisonRule rule = 0;

  if (g_strv_length (parts) != 4)
    return NULL;

  while (rule < LIAISON_N_RULES && g_strcmp0 (liaison_rule_get_token (rule), parts[0]) != 0)
    rule++;
  if (rule == LIAISON_N_RULES)
    return NULL;

  frozen = g_new (Frozen, 1);
  *frozen = (Frozen) { rule, g_ascii_strtoll (parts[1], NULL, 10), g_strdup (parts[2]), g_strsplit (parts[3], " ", -1) };

  return frozen;
}

/* An issue as it is held against the store. */
typedef struct
{
  LiaisonDb            *db;
  LiaisonTelling        telling;
  gint64                issued;
  GPtrArray            *differences;
} Comparison;

static char *
tell_engagement (Comparison  *comparison,
                 gint32       id,
                 GError     **error)
{
  g_autoptr (LiaisonOccasion) occasion = liaison_occasion_load (comparison->db, id, &comparison->telling, error);
  g_autoptr (LiaisonCast) cast = liaison_cast_new ();
  g_autoptr (LiaisonBlock) block = occasion ? liaison_account_tell (occasion, cast) : NULL;

  return block ? liaison_block_dup_text (block) : NULL;
}

static gboolean
tell_added (Comparison  *comparison,
            gint32       id,
            const char  *uuid,
            GError     **error)
{
  g_autoptr (LiaisonRecord) record = liaison_record_load (comparison->db, LIAISON_KIND_ENGAGEMENT, uuid, error);
  g_autofree char *sentence = record ? tell_engagement (comparison, id, error) : NULL;

  if (!sentence)
    return FALSE;

  add_difference (comparison->differences,
                  liaison_record_get_created (record) > comparison->issued
                    /* Translators: an engagement, which makes a figure greater than it was */
                    ? g_strdup_printf (_("Added since it was published: %s"), sentence)
                    : g_strdup_printf (_("Counted now, since it or those in it have changed: %s"), sentence),
                  uuid, NULL);

  return TRUE;
}

static void
tell_gone (Comparison *comparison,
           const char *uuid)
{
  g_autoptr (LiaisonRecord) record = liaison_record_load (comparison->db, LIAISON_KIND_ENGAGEMENT, uuid, NULL);

  if (!record)
    add_difference (comparison->differences, g_strdup_printf (_("Deleted since it was published: %s"), uuid), uuid, NULL);
  else if ((int) liaison_record_get_sensitivity (record) > (int) comparison->telling.audience)
    add_difference (comparison->differences, g_strdup_printf (_("Not for this audience any more: %s"), uuid), uuid, NULL);
  else
    add_difference (comparison->differences,
                    /* Translators: the title of an engagement, which makes a figure less than it was */
                    g_strdup_printf (_("Not counted any more, since it or those in it have changed: “%s”"),
                                     liaison_record_get_text (record, LIAISON_ENGAGEMENT_TITLE)), uuid, NULL);
}

static gboolean
tell_difference (Comparison           *comparison,
                 const Frozen         *frozen,
                 const LiaisonFigure  *figure,
                 GError              **error)
{
  g_autoptr (GHashTable) now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) then = g_hash_table_new (g_str_hash, g_str_equal);
  guint place = comparison->differences->len;

  for (char **uuid = frozen->engagements; *uuid; uuid++)
    g_hash_table_add (then, *uuid);

  for (guint i = 0; i < figure->ids->len; i++)
    {
      gint32 id = g_array_index (figure->ids, gint32, i);
      char *uuid = liaison_record_find_uuid (comparison->db, LIAISON_KIND_ENGAGEMENT, id, error);

      if (!uuid)
        return FALSE;
      g_hash_table_add (now, uuid);
      if (!g_hash_table_contains (then, uuid) && !tell_added (comparison, id, uuid, error))
        return FALSE;
    }

  for (char **uuid = frozen->engagements; *uuid; uuid++)
    {
      if (**uuid && !g_hash_table_contains (now, *uuid))
        tell_gone (comparison, *uuid);
    }

  if (figure->value != frozen->value || comparison->differences->len > place)
    {
      LiaisonDifference *head = g_new (LiaisonDifference, 1);

      *head = (LiaisonDifference) {
        /* Translators: two numbers, and the query that was counted */
        g_strdup_printf (_("Published %" PRId64 ", now %" PRId64 ": %s"), frozen->value, figure->value, figure->query),
        NULL, g_strdup (figure->query)
      };
      g_ptr_array_insert (comparison->differences, place, head);
    }

  return TRUE;
}

static gboolean
compare_line (Comparison  *comparison,
              const char  *line,
              GError     **error)
{
  Frozen *frozen = read_line (line);
  g_autoptr (LiaisonFigure) figure = NULL;
  gboolean success;

  /* Neither the members of a grouping nor what a list leaves out is counted of engagements. */
  if (!frozen || frozen->rule == LIAISON_RULE_MEMBERS || frozen->rule == LIAISON_RULE_LEFT_OUT)
    {
      if (frozen)
        free_frozen (frozen);
      return TRUE;
    }

  figure = liaison_figure_count (comparison->db, frozen->rule, frozen->query, &comparison->telling, error);
  success = figure && tell_difference (comparison, frozen, figure, error);
  free_frozen (frozen);

  return success;
}

GPtrArray *
liaison_issue_compare (LiaisonDb            *db,
                       const LiaisonReport  *report,
                       const LiaisonRecord  *issue,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (free_difference);
  g_auto (GStrv) lines = g_strsplit (liaison_record_get_text (issue, LIAISON_ISSUE_FIGURES), "\n", -1);
  Comparison comparison = { db, liaison_report_get_telling (report), liaison_record_get_created (issue), differences };
  gboolean success = TRUE;

  if (!liaison_issue_is_intact (issue))
    add_difference (differences, g_strdup (_("The issue itself has been changed since it was published: its hash is another one.")), NULL, NULL);

  liaison_db_set_cancellable (db, cancellable);
  for (char **line = lines; *line && success; line++)
    success = compare_line (&comparison, *line, error);
  liaison_db_set_cancellable (db, NULL);

  return success ? g_steal_pointer (&differences) : NULL;
}
