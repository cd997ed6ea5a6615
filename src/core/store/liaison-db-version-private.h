/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * LiaisonDbVersion:
 * @others: changes whenever another connection has written
 * @own: how much this one has written
 *
 * By which what was read from a store earlier is known to be as it is now.
 */
typedef struct
{
  gint64 others;
  int    own;
} LiaisonDbVersion;

/**
 * liaison_db_version_read:
 * @version: (out): the version that the connection sees; inside a snapshot (liaison-snapshot.h), that of the snapshot
 */
gboolean liaison_db_version_read  (LiaisonDb *db, LiaisonDbVersion *version, GError **error);

gboolean liaison_db_version_equal (const LiaisonDbVersion *a, const LiaisonDbVersion *b);

G_END_DECLS
