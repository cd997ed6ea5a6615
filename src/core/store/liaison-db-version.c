/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-db-version-private.h"

#include "liaison-db-private.h"

gboolean
liaison_db_version_read (LiaisonDb         *db,
                         LiaisonDbVersion  *version,
                         GError           **error)
{
  version->own = sqlite3_total_changes (liaison_db_get_handle (db));

  return liaison_sql_query_integer (db, "PRAGMA data_version", 0, &version->others, error);
}

gboolean
liaison_db_version_equal (const LiaisonDbVersion *a,
                          const LiaisonDbVersion *b)
{
  return a->others == b->others && a->own == b->own;
}
