/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-copier-private.h"
#include "liaison-store-file-private.h"
#include "liaison-store.h"
#include "liaison-writer-private.h"

G_BEGIN_DECLS

/*
 * The parts of a store: its properties and signals are in liaison-store.c, opening and closing in liaison-store-open.c, what its threads do
 * in liaison-store-run.c, and what becomes of its copies in liaison-store-copies.c.
 */

struct _LiaisonStore
{
  GObject           parent_instance;
  LiaisonStoreFile *file;
  char             *name;
  char             *undo_name;
  char             *redo_name;
  gboolean          read_only;
  gboolean          replaced;
  gboolean          unsaved;
  gboolean          closed;
  guint             n_changes;
  guint             n_writes;                       /* asked for and not over yet */
  guint             n_stopping;                     /* readers that a closing store waits for */
  LiaisonProgress   progress;                       /* of opening */
  gpointer          progress_data;
  gint64            progress_time;                  /* the writing thread's: when it was told last */
  GMainContext     *context;
  LiaisonWriter    *writer;
  LiaisonCopier    *copier;
  LiaisonWorker    *readers[LIAISON_QUEUE_WRITER];  /* by queue */
};

/* With its threads, none of which has the file open yet. */
LiaisonStore *liaison_store_new           (const char *path);

/* Writes that are asked for, or over. */
void          liaison_store_count_writes  (LiaisonStore *self, int difference);

/* Whether a working copy holds what its original does not. */
void          liaison_store_set_unsaved   (LiaisonStore *self, gboolean unsaved);

/* Fails with what is said where a closed store is asked for something. */
void          liaison_store_return_closed (GTask *task);

G_END_DECLS
