/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-lazy-list.h"
#include "liaison-list-columns.h"
#include "liaison-list-view.h"
#include "liaison-selection.h"
#include "liaison-status-page.h"

G_BEGIN_DECLS

/* The weightiest keys that a person clicked together; nobody remembers a fourth. */
#define LIAISON_LIST_MOST_SORT_KEYS 3

/*
 * The list in eight files: liaison-list-view.c is the widget, -state.c what it says of itself, -pick.c how records are picked and opened,
 * -actions.c what a person can do with it, -keep.c what is kept between starts, -cursor.c where one is in it, -keys.c where keys lead,
 * -date.c how one goes to a date.
 */
struct _LiaisonListView
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkInscription     *head;
  GtkLabel           *selected;
  GtkSpinner         *spinner;
  GtkMenuButton      *options;
  GtkStack           *states;
  GtkColumnView      *columns;
  GtkListView        *rows;
  LiaisonStatusPage  *empty;
  LiaisonStatusPage  *no_match;
  LiaisonStatusPage  *failed;
  GtkPopover         *date_popover;
  GtkEditable        *date_entry;
  GtkLabel           *date_error;

  LiaisonEntity       entity;
  GSettings          *settings;  /* of this list; NULL where nothing is kept */
  LiaisonStore       *store;
  LiaisonQuery       *query;
  LiaisonLazyList    *list;
  LiaisonSelection   *selection;
  LiaisonListColumns *layout;
  GSimpleActionGroup *actions;
  LiaisonSortKey      sort[LIAISON_LIST_MOST_SORT_KEYS];
  guint               n_sort;
  int                 group;     /* a LiaisonCountKey, or -1 */
  gboolean            sorting;   /* the view's own sorter is being set */
  gboolean            has_failed;
  gboolean            is_narrow;
  gboolean            double_clicked;
  LiaisonRow         *awaited;   /* picked or opened before its texts were there */
  const char         *awaited_signal;
  guint               save_source;
  guint               spinner_source;
  gboolean            wants_place; /* it is to be shown again as soon as all ids are there */
  gboolean            wants_top;   /* what is listed next is new */
  GQueue              held;        /* GdkEvent: keys that were pressed before the rows were there that they mean */
  gboolean            wants_announcement; /* how many it is, is to be told */
  gboolean            has_new_words;      /* to be marked */

  /* Where one is, by key, while the ids behind the rows change: see liaison-list-cursor.c. */
  gint32              kept_focus;
  guint               kept_focus_position;
  gint32              kept_top;
  guint               kept_top_position;
  double              kept_value;
  double              kept_height;
  double              row_height; /* when GTK last allocated the rows */
};

/* liaison-list-view.c */

/* Returns: the widget whose children are the rows that are shown */
GtkWidget  *liaison_list_view_get_list_widget  (LiaisonListView      *self);
void        liaison_list_view_set_sort         (LiaisonListView      *self,
                                                const LiaisonSortKey *keys,
                                                guint                 n_keys);
/* @group: a LiaisonCountKey, or -1 */
void        liaison_list_view_set_group        (LiaisonListView      *self,
                                                int                   group);

/* Returns: whether all rows are there of what was asked for last */
gboolean    liaison_list_view_is_complete      (LiaisonListView      *self);

/* Tells a person that something was done. */
void        liaison_list_view_note             (LiaisonListView      *self,
                                                const char           *message);

/* liaison-list-state.c */

/* Shows the list, or why there is none. */
void        liaison_list_view_update_state     (LiaisonListView      *self);
void        liaison_list_view_update_head      (LiaisonListView      *self);
/* Tells who does not see it what the head says, once after a new query. */
void        liaison_list_view_announce_head    (LiaisonListView      *self);
/* What is said where nothing is on record. */
void        liaison_list_view_update_empty     (LiaisonListView      *self);
void        liaison_list_view_failed_cb        (LiaisonListView      *self,
                                                GError               *error);

/* liaison-list-pick.c */

/* Selects records as a person does. */
void        liaison_list_view_select_ids       (LiaisonListView      *self,
                                                GArray               *ids);
/* Opens the selected record, as Enter does. */
void        liaison_list_view_open_selected    (LiaisonListView      *self);

void        liaison_list_view_activate_cb      (LiaisonListView      *self,
                                                guint                 position);
/* What is selected has changed by a person's doing. */
void        liaison_list_view_picked_cb        (LiaisonListView      *self);
/* A record that was picked is not waited for any more. */
void        liaison_list_view_stop_awaiting    (LiaisonListView      *self);
void        liaison_list_view_watch_clicks     (LiaisonListView      *self,
                                                GtkWidget            *list);

/* liaison-list-actions.c */
void        liaison_list_view_add_actions      (LiaisonListView      *self);
void        liaison_list_view_update_actions   (LiaisonListView      *self);
/* A LiaisonListMenuBuild */
GMenuModel *liaison_list_view_build_row_menu   (guint                 position,
                                                int                   column,
                                                gpointer              self);

/* liaison-list-keep.c */

/* Columns, widths and order as they were last. */
void        liaison_list_view_load             (LiaisonListView      *self);
void        liaison_list_view_save_soon        (LiaisonListView      *self);
/* Selects and shows again what was selected and shown when the store was last closed; and remembers that. */
void        liaison_list_view_restore_place    (LiaisonListView      *self);
void        liaison_list_view_save_place       (LiaisonListView      *self);

/* liaison-list-date.c */

/* Asks for a date to go to; @text is what was typed of it already. */
void        liaison_list_view_ask_date         (LiaisonListView      *self,
                                                const char           *text);
/* Goes to the date that was typed. */
void        liaison_list_view_go_to_date_cb    (LiaisonListView      *self);

/* liaison-list-keys.c */

/* Lets the keys that move the focus pass over the heads of groups, and wait for the rows that they mean. */
void        liaison_list_view_watch_keys       (LiaisonListView      *self,
                                                GtkWidget            *list);
/* Does what the keys say that have waited, as far as their rows are there; or nothing of it any more. */
void        liaison_list_view_press_held       (LiaisonListView      *self);
void        liaison_list_view_drop_keys        (LiaisonListView      *self);

/* liaison-list-cursor.c */

/* Returns: the position of the row that has the focus, %GTK_INVALID_LIST_POSITION where none has */
guint       liaison_list_view_get_focused      (LiaisonListView      *self);
/* Returns: the position of the first row in view, %GTK_INVALID_LIST_POSITION where there is none */
guint       liaison_list_view_get_top          (LiaisonListView      *self);
/* Scrolls to a row, and gives it the focus where the list has it. */
void        liaison_list_view_reveal           (LiaisonListView      *self,
                                                guint                 position,
                                                gboolean              focus);
/* Scrolls until a row is the first in view, at once or as soon as there are rows. */
void        liaison_list_view_scroll_to_top    (LiaisonListView      *self,
                                                guint                 position);
/* Remember where one is before the ids change, and go there after. */
void        liaison_list_view_keep_cursor      (LiaisonListView      *self);
void        liaison_list_view_restore_cursor   (LiaisonListView      *self);
/* Tells the list which rows are in view, now and from now on. */
void        liaison_list_view_update_view      (LiaisonListView      *self);
void        liaison_list_view_watch_view       (LiaisonListView      *self);
/* Goes to the beginning instead. */
void        liaison_list_view_begin            (LiaisonListView      *self);

G_END_DECLS
