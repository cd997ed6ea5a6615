/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-snapshot.h"

#include "liaison-sql-private.h"

gboolean
liaison_snapshot_begin (LiaisonSnapshot *snapshot,
                        LiaisonDb       *db,
                        GError         **error)
{
  g_assert (*snapshot == NULL);

  if (!liaison_sql_exec (db, "SAVEPOINT snapshot", error))
    return FALSE;

  *snapshot = db;
  return TRUE;
}

void
liaison_snapshot_end (LiaisonSnapshot *snapshot)
{
  /* Nothing was written, so that a failure to end it has nothing to lose. */
  if (*snapshot)
    liaison_sql_exec (*snapshot, "RELEASE snapshot", NULL);
  *snapshot = NULL;
}
