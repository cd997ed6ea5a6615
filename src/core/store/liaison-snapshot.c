/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-snapshot.h"

#include "liaison-sql-private.h"

static gboolean
run (LiaisonDb   *db,
     const char  *text,
     GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);

  return sql != NULL && liaison_sql_run (sql, error);
}

gboolean
liaison_snapshot_begin (LiaisonSnapshot *snapshot,
                        LiaisonDb       *db,
                        GError         **error)
{
  g_assert (*snapshot == NULL);

  if (!run (db, "SAVEPOINT snapshot", error))
    return FALSE;

  *snapshot = db;
  return TRUE;
}

void
liaison_snapshot_end (LiaisonSnapshot *snapshot)
{
  /* Nothing was written, so that a failure to end it has nothing to lose.  Who gives up may interrupt this one, but no second one. */
  if (*snapshot && !run (*snapshot, "RELEASE snapshot", NULL))
    run (*snapshot, "RELEASE snapshot", NULL);
  *snapshot = NULL;
}
