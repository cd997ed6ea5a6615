/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-watch-private.h"

#include "liaison-sql-private.h"

struct _LiaisonWatch
{
  LiaisonDb *db;
  gboolean   committed;
  gint64     n_changes;
  gint64     version;
};

static int
commit_cb (gpointer data)
{
  LiaisonWatch *self = data;

  self->committed = TRUE;

  return 0;
}

/* https://www.sqlite.org/pragma.html#pragma_data_version: other after each commit of another connection, the same after own ones. */
static void
read_version (LiaisonWatch *self)
{
  gint64 version;

  if (liaison_sql_query_integer (self->db, "PRAGMA data_version", 0, &version, NULL))
    self->version = version;
}

LiaisonWatch *
liaison_watch_new (LiaisonDb *db)
{
  LiaisonWatch *self = g_new0 (LiaisonWatch, 1);

  self->db = db;
  self->n_changes = sqlite3_total_changes64 (liaison_db_get_handle (db));
  sqlite3_commit_hook (liaison_db_get_handle (db), commit_cb, self);
  read_version (self);

  return self;
}

void
liaison_watch_free (LiaisonWatch *self)
{
  g_return_if_fail (self != NULL);

  g_free (self);
}

gboolean
liaison_watch_look (LiaisonWatch *self)
{
  gint64 n_changes = sqlite3_total_changes64 (liaison_db_get_handle (self->db));
  gint64 version = self->version;
  gboolean changed;

  /* A commit of nothing changes no rows, and rows that were changed and rolled back had no commit. */
  changed = self->committed && n_changes != self->n_changes;
  self->committed = FALSE;
  self->n_changes = n_changes;
  read_version (self);

  return changed || self->version != version;
}
