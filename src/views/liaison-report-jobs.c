/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-jobs-private.h"

#include "liaison-edit.h"
#include "liaison-query-asks.h"
#include "liaison-reference.h"

/* So many engagements a preview tells; nobody scrolls through more of them before the report is written. */
#define MOST_PREVIEWED 300

LiaisonReportTask *
liaison_report_task_new (const LiaisonReport *report)
{
  LiaisonReportTask *task = g_atomic_rc_box_new0 (LiaisonReportTask);

  task->report = liaison_report_copy (report);

  return task;
}

static void
clear_task (gpointer data)
{
  LiaisonReportTask *task = data;

  liaison_report_free (task->report);
  g_free (task->path);
}

void
liaison_report_task_unref (LiaisonReportTask *task)
{
  g_atomic_rc_box_release_full (task, clear_task);
}

void
liaison_report_view_free (LiaisonReportView *view)
{
  g_clear_pointer (&view->blocks, g_ptr_array_unref);
  g_clear_pointer (&view->composition, liaison_composition_free);
  g_free (view);
}

static gboolean
add_report (LiaisonRecord *record,
            gpointer       user_data,
            GError       **error)
{
  g_ptr_array_add (user_data, liaison_reference_new (g_strdup (liaison_record_get_uuid (record)),
                                                     g_strdup (liaison_record_get_text (record, LIAISON_REPORT_NAME))));

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const LiaisonReference *first = *(const LiaisonReference * const *) a;
  const LiaisonReference *second = *(const LiaisonReference * const *) b;

  return g_utf8_collate (first->name, second->name);
}

gpointer
liaison_report_job_list (LiaisonDb     *db,
                         gpointer       data,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_reference_free);

  if (!liaison_record_foreach (db, LIAISON_KIND_REPORT, add_report, reports, error))
    return NULL;

  g_ptr_array_sort (reports, compare_names);

  return g_steal_pointer (&reports);
}

gpointer
liaison_report_job_load (LiaisonDb     *db,
                         gpointer       data,
                         GCancellable  *cancellable,
                         GError       **error)
{
  return liaison_report_load (db, data, error);
}

gpointer
liaison_report_job_compose (LiaisonDb     *db,
                            gpointer       data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  const LiaisonReportTask *task = data;
  const LiaisonComposing composing = { .most = MOST_PREVIEWED, .cancellable = cancellable };
  LiaisonReportView *view = g_new0 (LiaisonReportView, 1);

  view->blocks = liaison_compose_blocks (db, task->report, &composing, &view->composition, error);
  if (view->blocks)
    return view;

  liaison_report_view_free (view);

  return NULL;
}

gpointer
liaison_report_job_propose (LiaisonDb     *db,
                            gpointer       data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  const LiaisonReportTask *task = data;
  g_autoptr (GPtrArray) proposals = liaison_proposals_find (db, task->report, error);

  for (guint i = 0; proposals && i < proposals->len; i++)
    {
      LiaisonProposal *proposal = g_ptr_array_index (proposals, i);
      g_autoptr (LiaisonQuery) query = liaison_query_parse (proposal->query);
      char *spelled = liaison_query_spell_out (db, query, error);

      if (!spelled)
        return NULL;
      g_free (proposal->query);
      proposal->query = spelled;
    }

  return g_steal_pointer (&proposals);
}

static void
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  LiaisonReportTask *task = user_data;

  g_atomic_int_set (&task->n_done, (guint) done);
  g_atomic_int_set (&task->n_all, (guint) total);
}

static LiaisonComposing
get_composing (gpointer      task,
               GCancellable *cancellable)
{
  return (LiaisonComposing) { .strict = TRUE, .progress = note_progress, .user_data = task, .cancellable = cancellable };
}

gpointer
liaison_report_job_write (LiaisonDb     *db,
                          gpointer       data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  const LiaisonReportTask *task = data;
  const LiaisonComposing composing = get_composing (data, cancellable);
  g_autoptr (LiaisonComposition) composition = liaison_report_write_to_file (db, task->report, task->format, &composing, task->path, error);

  return composition ? GINT_TO_POINTER (TRUE) : NULL;
}

void
liaison_report_texts_free (LiaisonReportTexts *texts)
{
  g_bytes_unref (texts->rich);
  g_bytes_unref (texts->plain);
  g_free (texts);
}

gpointer
liaison_report_job_write_texts (LiaisonDb     *db,
                                gpointer       data,
                                GCancellable  *cancellable,
                                GError       **error)
{
  const LiaisonReportTask *task = data;
  const LiaisonComposing composing = get_composing (data, cancellable);
  g_autoptr (GOutputStream) rich = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) plain = g_memory_output_stream_new_resizable ();
  const LiaisonReportOutput outputs[] = { { LIAISON_REPORT_HTML, rich }, { LIAISON_REPORT_TEXT, plain } };
  g_autoptr (LiaisonComposition) composition =
    liaison_report_write_outputs (db, task->report, outputs, G_N_ELEMENTS (outputs), &composing, error);
  LiaisonReportTexts *texts;

  if (!composition || !g_output_stream_close (rich, NULL, error) || !g_output_stream_close (plain, NULL, error))
    return NULL;

  texts = g_new (LiaisonReportTexts, 1);
  texts->rich = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (rich));
  texts->plain = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (plain));

  return texts;
}

gpointer
liaison_report_job_print (LiaisonDb     *db,
                          gpointer       data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  const LiaisonReportTask *task = data;
  const LiaisonComposing composing = get_composing (data, cancellable);

  return liaison_printout_new (db, task->report, &composing, error);
}

gpointer
liaison_report_job_freeze (LiaisonDb     *db,
                           gpointer       data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  const LiaisonReportTask *task = data;

  return liaison_issue_make (db, task->report, cancellable, error);
}

gpointer
liaison_report_job_compare (LiaisonDb     *db,
                            gpointer       data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  const LiaisonReportTask *task = data;
  g_autoptr (LiaisonRecord) issue = liaison_issue_load_newest (db, task->report->uuid, error);

  return issue ? liaison_issue_compare (db, task->report, issue, cancellable, error) : NULL;
}
