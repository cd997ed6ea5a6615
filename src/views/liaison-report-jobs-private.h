/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-composer.h"
#include "liaison-issue.h"
#include "liaison-job.h"
#include "liaison-printout.h"
#include "liaison-proposals.h"
#include "liaison-report-writer.h"

G_BEGIN_DECLS

/*
 * What the place "Reports" asks the threads of a store to do.  Each is a #LiaisonJob; what it is given and what it returns are told beside it.
 */

/**
 * LiaisonReportTask:
 * @report: a report, which nobody else changes
 * @path: (nullable): a file to write
 * @n_done: how many engagements have been told, and @n_all of how many, 0 where that is not known yet; read and written as atomic numbers
 *
 * Reference counted by g_atomic_rc_box_acquire(), for who wants to know how far it is.
 */
typedef struct
{
  LiaisonReport       *report;
  char                *path;
  LiaisonReportFormat  format;
  guint                n_done;
  guint                n_all;
} LiaisonReportTask;

LiaisonReportTask *liaison_report_task_new   (const LiaisonReport *report);
void               liaison_report_task_unref (LiaisonReportTask *task);

/**
 * LiaisonReportView:
 * @blocks: (element-type LiaisonBlock): the report
 */
typedef struct
{
  GPtrArray          *blocks;
  LiaisonComposition *composition;
} LiaisonReportView;

void     liaison_report_view_free      (LiaisonReportView *view);

/**
 * LiaisonReportTexts:
 * @rich: the report as a web page, and @plain as text
 *
 * A report as it is copied.
 */
typedef struct
{
  GBytes *rich;
  GBytes *plain;
} LiaisonReportTexts;

void     liaison_report_texts_free     (LiaisonReportTexts *texts);

/* Nothing → (element-type LiaisonReference): the reports that are kept, by name. */
gpointer liaison_report_job_list       (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* The UUID of a report → LiaisonReport. */
gpointer liaison_report_job_load       (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* LiaisonReportTask → LiaisonReportView, of the beginning of a long report. */
gpointer liaison_report_job_compose    (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* LiaisonReportTask → (element-type LiaisonProposal), the queries with names in place of UUIDs where they say the same. */
gpointer liaison_report_job_propose    (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* LiaisonReportTask with a path → anything but %NULL. */
gpointer liaison_report_job_write      (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* LiaisonReportTask → LiaisonReportTexts. */
gpointer liaison_report_job_write_texts (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* LiaisonReportTask → LiaisonPrintout. */
gpointer liaison_report_job_print      (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* LiaisonReportTask → LiaisonRecord: an issue to be stored. */
gpointer liaison_report_job_freeze     (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* LiaisonReportTask → (element-type LiaisonDifference): against what was published last. */
gpointer liaison_report_job_compare    (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
