/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"

#include "liaison-lazy-list.h"

G_BEGIN_DECLS

#define N_ENGAGEMENTS 100000
#define N_PHONE_CALLS 8333 /* every twelfth */
#define WINDOW 205         /* what GTK makes of a list */

/* A list, what it should hold, and somebody who looks at it as GTK does. */
typedef struct
{
  StoreFixture     store;
  LiaisonDb       *db;
  LiaisonLazyList *list;
  guint            n_items;      /* as the deltas told */
  guint            n_deltas;
  guint            n_swaps;
  guint            first_delta;  /* position of the first change of items */
  guint            greatest_step; /* among the rows that GTK has widgets for */
  GPtrArray       *window;       /* rows from first on */
  guint            first;
  GError          *failure;
} WatchedList;

/* Makes the store that every list is over, and removes it. */
void    watched_list_make_store      (void);
void    watched_list_remove_store    (void);

/* Opens a copy of that store and a list of its engagements; closes both. */
void    watched_list_set_up          (WatchedList *watched, gconstpointer data);
void    watched_list_tear_down       (WatchedList *watched, gconstpointer data);

void    watched_list_set_query       (WatchedList *watched, const char *text);
void    watched_list_wait_for_answer (WatchedList *watched);
/* Until the list is as long as its ids are many, too. */
void    watched_list_wait_for_ids    (WatchedList *watched);
/* Looks at the rows from a position on, and lets go of those that were looked at before. */
void    watched_list_look_at         (WatchedList *watched, guint first);
void    watched_list_wait_for_rows   (WatchedList *watched);

/* The ids of a query (gint32) as one statement gives them; sort: (nullable): the one key. */
GArray *watched_list_query_ids       (WatchedList *watched, const char *text, const LiaisonSortKey *sort);
/* The list holds just these, in their order. */
void    watched_list_assert_lists    (WatchedList *watched, const char *text, const LiaisonSortKey *sort);

G_END_DECLS
