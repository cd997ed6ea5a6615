/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-charts-page.h"
#include "liaison-detail-view.h"
#include "liaison-draft.h"
#include "liaison-error-page.h"
#include "liaison-file-chooser.h"
#include "liaison-filter-bar.h"
#include "liaison-follow-ups-page.h"
#include "liaison-query.h"
#include "liaison-saved-searches.h"
#include "liaison-search-entry.h"
#include "liaison-history.h"
#include "liaison-list-view.h"
#include "liaison-overview-page.h"
#include "liaison-reports-page.h"
#include "liaison-toast.h"
#include "liaison-totals-page.h"
#include "liaison-transfer.h"
#include "liaison-welcome.h"
#include "liaison-window.h"

G_BEGIN_DECLS

/*
 * The window in several files: liaison-window.c is the widget and its layout, -places.c what it shows and how one goes there, -store.c
 * opening and making stores, -copy.c saving copies and saving back, -transfer.c importing and exporting, -list.c what is done with
 * several records of a list, -target.c which record is meant, -link.c links to records, -edit.c what changes records, -past.c what they were, -forms.c the forms of records,
 * -question.c the dialogs that ask.
 */
struct _LiaisonWindow
{
  GtkApplicationWindow parent_instance;

  /* The header. */
  GtkWidget           *new_button;
  GtkWidget           *new_label;
  GtkToggleButton     *places_button;
  GtkWidget           *history_buttons;
  GtkWidget           *forward_button;
  GtkWidget           *title_box;
  GtkLabel            *title_label;
  GtkLabel            *subtitle_label;
  GtkToggleButton     *search_button;
  LiaisonSearchEntry  *search_entry;
  GCancellable        *resolving; /* of the look-up of the query's names */
  GtkWidget           *menu_button;
  GMenu               *undo_section;
  GMenu               *recent_section;

  /* The screens. */
  GtkStack            *screens;
  LiaisonWelcome      *welcome;
  GtkSpinner          *waiting_spinner;
  GtkLabel            *waiting_label;
  GtkProgressBar      *waiting_progress;
  LiaisonErrorPage    *error_page;

  /* The screen of a store. */
  GtkWidget           *sidebar;
  GtkWidget           *sidebar_separator;
  GtkListBox          *places;
  LiaisonSavedSearches *saved_searches;
  GtkWidget           *main;
  GtkWidget           *copy_bar;
  GtkLabel            *copy_label;
  GtkSpinner          *copy_spinner;
  GtkWidget           *transfer_bar;
  GtkLabel            *transfer_label;
  GtkProgressBar      *transfer_progress;
  GtkLabel            *mistake_label;
  GtkPaned            *panes;
  GtkWidget           *list_side;
  LiaisonFilterBar    *filter_bar;
  GtkStack            *place_stack;
  LiaisonListView     *engagements;
  LiaisonListView     *contacts;
  LiaisonListView     *organisations;
  LiaisonChartsPage   *charts;
  LiaisonOverviewPage *overview;
  LiaisonReportsPage  *reports;
  LiaisonFollowUpsPage *follow_ups;
  GtkWidget           *follow_ups_row; /* of the sidebar */
  GtkLabel            *follow_ups_badge;
  LiaisonTotalsPage   *totals;
  LiaisonDetailView   *detail;
  LiaisonToast        *toast;

  GSettings           *settings;
  LiaisonStore        *store;
  LiaisonHistory      *history;
  GPtrArray           *drafts; /* (nullable) (element-type LiaisonDraftFile): forms that an earlier start left unsaved */
  GCancellable        *opening; /* of what the window waits for */
  const char          *target_action;   /* (nullable): to run when the record that was selected has been loaded */
  LiaisonListView     *target_list;     /* the list that it was selected in; only compared */
  gint32               target_selected; /* the key of that record */
  const char          *awaiting; /* (nullable): the action to run when it has come */
  GVariant            *awaiting_target; /* (nullable) */
  char                *path;    /* of the store, or of the one that is being opened or made */
  GtkWindow           *question; /* the dialog that asks something about the store */
  char                *failure;  /* the details of what failed last in the background */
  gboolean             saving_back;
  LiaisonTransfer     *transfer; /* the import or export that is under way */
  GCancellable        *transfer_cancellable;
  guint                transfer_timer;
  gboolean             importing;
  gboolean             leaving;  /* whether the person has said that the window may go */
  gboolean             narrow;
  gboolean             medium;
  gboolean             has_width; /* whether it was ever given a width */
};

/* liaison-window.c */
void        liaison_window_set_store              (LiaisonWindow  *self,
                                                   LiaisonStore   *store);
void        liaison_window_update_layout          (LiaisonWindow  *self);
void        liaison_window_update_title           (LiaisonWindow  *self);

/* liaison-window-search.c */
void        liaison_window_bind_search            (GtkWidgetClass *widget_class);
/* Shows the query of the present place in all that shows it, and what is wrong with it. */
void        liaison_window_show_search            (LiaisonWindow  *self,
                                                   LiaisonQuery   *query,
                                                   LiaisonEntity   entity);
/* Takes what was typed although the entry has not told of it yet. */
void        liaison_window_flush_search           (LiaisonWindow  *self);

/* liaison-window-totals.c */
void        liaison_window_bind_totals            (GtkWidgetClass *widget_class);
gboolean    liaison_window_shows_totals           (LiaisonWindow  *self);

/* liaison-window-target.c */
void        liaison_window_bind_target            (GtkWidgetClass *widget_class);
/* The record that a person means: the stated total that is selected, in other places the record that is shown, or selected where there is one
 * pane.  NULL where there is none. */
const char *liaison_window_get_kind               (LiaisonWindow  *self);
const char *liaison_window_get_uuid               (LiaisonWindow  *self);
const char *liaison_window_get_phrase             (LiaisonWindow  *self);
/* Whether there is one, though it may still be loaded. */
gboolean    liaison_window_has_target             (LiaisonWindow  *self);
/* Whether another record than the one that is there is selected and still loaded. */
gboolean    liaison_window_is_target_coming       (LiaisonWindow  *self);
/* If so, the action, a static string, runs when it has come. Returns: whether it is so */
gboolean    liaison_window_await_target           (LiaisonWindow  *self,
                                                   const char     *action);

/* liaison-window-find.c */
void        liaison_window_bind_find              (GtkWidgetClass *widget_class);

/* liaison-window-places.c */
/* Shows what matches @text in the present place, in the stead of what matched before. */
void        liaison_window_set_query              (LiaisonWindow  *self,
                                                   const char     *text);
void        liaison_window_bind_places            (GtkWidgetClass *widget_class);
void        liaison_window_start_places           (LiaisonWindow  *self);
void        liaison_window_leave_places           (LiaisonWindow  *self);
/* Shows the reports, and goes on there with one that was not saved. */
void        liaison_window_resume_report          (LiaisonWindow  *self,
                                                   LiaisonDraft   *draft);
/* Keeps what is shown of the store for when it is opened again. */
void        liaison_window_save_session           (LiaisonWindow  *self);
void        liaison_window_close_record           (LiaisonWindow  *self);
/* Goes to a record in the list of its kind. */
void        liaison_window_show_record            (LiaisonWindow  *self,
                                                   const char     *kind,
                                                   const char     *uuid);
void        liaison_window_update_history_actions (LiaisonWindow  *self);
const char *liaison_window_get_place_title        (LiaisonWindow  *self);
/* Whether a list and a record have room beside one another. */
gboolean    liaison_window_is_wide                (LiaisonWindow  *self);
/* The list of the present place, %NULL where it is none. */
LiaisonListView *liaison_window_get_list          (LiaisonWindow  *self);
/* Whether the present place is a list with a detail pane, and whether a record is open in it. */
gboolean    liaison_window_has_list               (LiaisonWindow  *self);
gboolean    liaison_window_has_record             (LiaisonWindow  *self);
/* Whether what is shown are engagements, in a list or a chart, and the text of the query for them. */
gboolean    liaison_window_shows_engagements      (LiaisonWindow  *self);
const char *liaison_window_get_query              (LiaisonWindow  *self);

/* liaison-window-list.c */
void        liaison_window_bind_list              (GtkWidgetClass *widget_class);
void        liaison_window_load_lists             (LiaisonWindow  *self);
/* How many records are selected in the list that is shown. */
guint       liaison_window_get_n_selected         (LiaisonWindow  *self);
/* Deletes the records that are selected, as one action. */
void        liaison_window_delete_selected        (LiaisonWindow  *self);

/* liaison-window-store.c */
void        liaison_window_bind_store             (GtkWidgetClass *widget_class);
void        liaison_window_close_store            (LiaisonWindow  *self);
/* Offers in the menu the stores that were opened lately. */
void        liaison_window_update_recent          (LiaisonWindow  *self);
/* Follows the settings while the window is open. */
void        liaison_window_watch_settings         (LiaisonWindow  *self);
/* Opens the store again as its file is now, when it has been closed. */
void        liaison_window_reopen_store           (LiaisonWindow  *self);

/* liaison-window-copy.c */
void        liaison_window_bind_copy              (GtkWidgetClass *widget_class);
void        liaison_window_update_copy            (LiaisonWindow  *self);
void        liaison_window_watch_copy             (LiaisonWindow  *self);
/* Whether no copy would be forgotten if the window went now; else it asks, and closes the window later. */
gboolean    liaison_window_may_close              (LiaisonWindow  *self);

/* liaison-window-transfer.c */
void        liaison_window_bind_transfer          (GtkWidgetClass *widget_class);
void        liaison_window_update_transfer        (LiaisonWindow  *self);
/* Whether nothing is under way that would be cut off if the window went now; else it asks. */
gboolean    liaison_window_may_end_transfer       (LiaisonWindow  *self);

/* liaison-window-question.c; there is one question at a time. */
GtkDialog  *liaison_window_new_question           (LiaisonWindow  *self,
                                                   const char     *title,
                                                   const char     *text);
/* Shows it; @answered is called with the window and the response, and closes it. */
void        liaison_window_ask                    (LiaisonWindow  *self,
                                                   GtkDialog      *dialog,
                                                   GCallback       answered);
void        liaison_window_close_question         (LiaisonWindow  *self);
void        liaison_window_tell_failure           (LiaisonWindow  *self,
                                                   const char     *title,
                                                   const char     *text);

/* liaison-window-edit.c */
void        liaison_window_bind_edit              (GtkWidgetClass *widget_class);
void        liaison_window_update_edit_actions    (LiaisonWindow  *self);

/* liaison-window-link.c */
void        liaison_window_bind_link              (GtkWidgetClass *widget_class);
void        liaison_window_update_link_actions    (LiaisonWindow  *self);

/* liaison-window-past.c: the last actions, what was deleted, and the history of a record */
void        liaison_window_bind_past              (GtkWidgetClass *widget_class);
void        liaison_window_update_past_actions    (LiaisonWindow  *self);

/* liaison-window-drafts.c */
void        liaison_window_bind_drafts            (GtkWidgetClass *widget_class);
/* Looks for forms that were not saved when the program ended, and offers to go on with them. */
void        liaison_window_offer_drafts           (LiaisonWindow  *self);

/* liaison-window-forms.c */
void        liaison_window_bind_forms             (GtkWidgetClass *widget_class);
void        liaison_window_resume_form            (LiaisonWindow  *self,
                                                   GType           type,
                                                   LiaisonDraft   *draft);
void        liaison_window_update_form_actions    (LiaisonWindow  *self);

G_END_DECLS
