/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-issue.h"

#include "liaison-day.h"
#include "liaison-edit.h"
#include "liaison-report-writer.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
