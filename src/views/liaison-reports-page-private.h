/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft-writer.h"
#include "liaison-report-editor.h"
#include "liaison-report-jobs-private.h"
#include "liaison-report-preview.h"
#include "liaison-reports-page.h"

G_BEGIN_DECLS

/*
 * The place in three files: liaison-reports-page.c is the widget, which report it shows and how it is saved, -actions.c what is done with it, -output.c
 * how it leaves the program.
 */
struct _LiaisonReportsPage
{
  GtkWidget             parent_instance;

  LiaisonStore         *store;
  gboolean              narrow;
  GPtrArray            *reports;   /* LiaisonReference, as the drop-down lists them */
  char                 *shown;     /* (nullable): the UUID of the report that is shown */
  char                 *added;     /* (nullable): the UUID of one that is to be shown as soon as it is listed */
  LiaisonReport        *saved;     /* (nullable): as it is in the store */
  gboolean              dirty;
  LiaisonDraftWriter   *drafts;    /* (nullable): keeps what is not saved yet */
  gboolean              filling;
  guint                 timer;     /* until it is composed again */
  GCancellable         *loading;
  GCancellable         *composing;
  GCancellable         *proposing;
  GCancellable         *comparing;
  char                 *compared;  /* (nullable): the UUID of the report whose differences are shown */
  GCancellable         *writing;
  LiaisonReportTask    *written;   /* (nullable): what is being written */
  guint                 look;      /* how far it is */
  GtkPrintSettings     *print_settings; /* (nullable): what was chosen for the last one that was printed */
  GSimpleActionGroup   *actions;

  GtkWidget            *stack;
  GtkDropDown          *reports_dropdown;
  GtkWidget            *new_button;
  GtkWidget            *revert_button;
  GtkWidget            *compose_button;
  GtkWidget            *editor_pane;
  LiaisonReportEditor  *editor;
  GtkWidget            *preview_pane;
  LiaisonReportPreview *preview;
  GtkSpinner           *spinner;
  GtkLabel             *mistake_label;
  GtkExpander          *differences_expander;
  GtkListBox           *differences;
  GtkExpander          *check_expander;
  GtkListBox           *findings;
  GtkExpander          *figures_expander;
  GtkListBox           *figures;
  GtkListBox           *proposals;
  GtkMenuButton        *proposals_button;
  GtkWidget            *writing_bar;
  GtkLabel             *writing_label;
};

/* liaison-reports-page.c */
void liaison_reports_page_tell          (LiaisonReportsPage *self, const char *message);
void liaison_reports_page_show          (LiaisonReportsPage *self, const char *uuid);
void liaison_reports_page_update        (LiaisonReportsPage *self);
void liaison_reports_page_save          (LiaisonReportsPage *self);
/* Has the preview follow. */
void liaison_reports_page_compose       (LiaisonReportsPage *self);
void liaison_reports_page_keep_draft    (LiaisonReportsPage *self);

/* liaison-reports-page-actions.c */
void liaison_reports_page_add_actions   (LiaisonReportsPage *self);
void liaison_reports_page_fill_findings (LiaisonReportsPage *self, const LiaisonReportView *view);
/* Has the differences that are shown follow the store, or takes them away where another report is shown. */
void liaison_reports_page_compare_again (LiaisonReportsPage *self);
void liaison_reports_page_hide_differences (LiaisonReportsPage *self);

/* liaison-reports-page-output.c */
void liaison_reports_page_add_output_actions (LiaisonReportsPage *self);
void liaison_reports_page_tell_error         (LiaisonReportsPage *self, const GError *error);
/* Runs a job on the report as it stands in the fields, with a way to cancel it; what it calls back calls liaison_reports_page_end(). */
void liaison_reports_page_run                (LiaisonReportsPage  *self,
                                              LiaisonJob           job,
                                              GDestroyNotify       free_result,
                                              GAsyncReadyCallback  callback);
void liaison_reports_page_end                (LiaisonReportsPage *self);
void liaison_reports_page_stop_looking       (LiaisonReportsPage *self);

G_END_DECLS
