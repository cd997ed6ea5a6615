/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row-data-private.h"
#include "liaison-store.h"

G_BEGIN_DECLS

/* Rows are loaded by so many at a time: a window shows two or three pages. */
#define LIAISON_ROWS_PER_PAGE 64

/**
 * LiaisonRowLoaderOwner:
 * @collect: tells which records of a page shall be loaded, into @ids, and returns how many; none where nobody looks at the page any more
 * @loaded: a page has been loaded
 * @failed: a page could not be loaded
 */
typedef struct
{
  guint (*collect) (gpointer owner, guint page, gint32 *ids);
  void  (*loaded)  (gpointer owner, guint page);
  void  (*failed)  (gpointer owner, const GError *error);
} LiaisonRowLoaderOwner;

/**
 * LiaisonRowLoader:
 *
 * Loads what the rows of a list show, a page at a time, on the pages thread of the store, and keeps a bounded number of it.  Of the
 * pages that are wanted the latest is loaded first: when somebody drags through a million rows, those that were passed are not loaded.
 */
typedef struct _LiaisonRowLoader LiaisonRowLoader;

LiaisonRowLoader *liaison_row_loader_new     (LiaisonStore *store, LiaisonEntity entity, const LiaisonRowLoaderOwner *funcs, gpointer owner);

/* What is under way is dropped; @funcs are not called any more. */
void              liaison_row_loader_free    (LiaisonRowLoader *self);

/**
 * liaison_row_loader_get:
 * @fresh: (out): whether it is as the store is now, as far as that is known
 *
 * Returns: (transfer none) (nullable): what is known of a record
 */
LiaisonRowData   *liaison_row_loader_get     (LiaisonRowLoader *self, gint32 id, gboolean *fresh);

/**
 * liaison_row_loader_want:
 * @soon: whether it comes before those that are wanted already, and not after them
 *
 * Somebody looks at a page.
 */
void              liaison_row_loader_want    (LiaisonRowLoader *self, guint page, gboolean soon);

/* If a page is wanted, it is the next. */
void              liaison_row_loader_hurry   (LiaisonRowLoader *self, guint page);

/* There are other records on the pages now: nothing is wanted any more. */
void              liaison_row_loader_forget_pages (LiaisonRowLoader *self);

/* The store has changed: what is known is stale, and what is under way is dropped.  Nothing is wanted any more. */
void              liaison_row_loader_age     (LiaisonRowLoader *self);

/* How many records are kept. */
guint             liaison_row_loader_get_n_kept (LiaisonRowLoader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRowLoader, liaison_row_loader_free)

G_END_DECLS
