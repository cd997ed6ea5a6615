/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-saved-search-row.h"
#include "liaison-saved-search.h"
#include "liaison-saved-searches.h"

G_BEGIN_DECLS

/* The searches in two files: liaison-saved-searches.c shows and counts them, -edit.c is what a person can do with them. */
struct _LiaisonSavedSearches
{
  GtkWidget     parent_instance;

  GtkListBox   *list;
  GtkPopover   *naming;
  GtkEditable  *name_entry;
  GtkWidget    *save;
  GtkWidget    *menu;

  LiaisonStore *store;
  GCancellable *cancellable; /* of all that is asked of the store */
  guint         pending;     /* the source that will load and count */
  gboolean      has_changed; /* so that what is listed is to be loaded again, before it is counted */
  gboolean      is_new;      /* the store has only now been opened: its list comes before the counts */
  gboolean      is_counting;
  gboolean      is_stale;    /* changed while it was counting */
  gboolean      is_compact;
  LiaisonEntity entity;      /* what is being shown */
  char         *query;
  char         *named;       /* the UUID of the search to be named when it is there */
  char         *edited;      /* the UUID of the search whose menu is open, or whose name is asked for */
  char         *awaited;     /* the UUID of the search that gets the focus when it is shown anew */
};

/* liaison-saved-searches.c */

/* Returns: (transfer none) (nullable): the row at a place, built-in searches before a person's own */
LiaisonSavedSearchRow *liaison_saved_searches_get_row         (LiaisonSavedSearches *self, int index);

/* @uuid: (nullable): of a search; Returns: (transfer none) (nullable): its row */
LiaisonSavedSearchRow *liaison_saved_searches_find_row        (LiaisonSavedSearches *self, const char *uuid);

/* Returns: the UUID of the search in a row, "" where it is built in */
const char            *liaison_saved_searches_get_row_uuid    (LiaisonSavedSearchRow *row);

/* Returns: (transfer full) (element-type LiaisonSavedSearch): those that are shown */
GPtrArray             *liaison_saved_searches_copy            (LiaisonSavedSearches *self);

/* Asks the store anew which there are. */
void                   liaison_saved_searches_reload          (LiaisonSavedSearches *self);

/* liaison-saved-searches-edit.c */

/* Lets a person give the search in @row another name. */
void                   liaison_saved_searches_open_naming     (LiaisonSavedSearches *self, LiaisonSavedSearchRow *row);
void                   liaison_saved_searches_name_changed_cb (LiaisonSavedSearches *self);
void                   liaison_saved_searches_named_cb        (LiaisonSavedSearches *self);
void                   liaison_saved_searches_closed_cb       (LiaisonSavedSearches *self);
void                   liaison_saved_searches_menu_pressed_cb (LiaisonSavedSearches *self, int n_press, double x, double y);
gboolean               liaison_saved_searches_dropped         (GtkListBoxRow *row, int place, gpointer user_data);

/* Returns: (transfer full): the menu of a row */
GMenuModel            *liaison_saved_searches_menu_new        (void);
void                   liaison_saved_searches_bind_keys       (GtkWidgetClass *widget_class);
void                   liaison_saved_searches_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
