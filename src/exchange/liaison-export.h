/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * liaison_export:
 * @stream: where to write
 * @engagements: (nullable) (element-type gint32): the keys of engagements, as liaison_query_ids() returns them; %NULL for all there is
 * @progress: (nullable): called now and then, with records
 *
 * Writes Liaison JSON: the header, then kind after kind, each kind by UUID. So the text is canonical: two stores hold the same records
 * exactly when their exports are the same bytes. The whole store is written one record at a time, as of one moment.
 *
 * Chosen engagements come with what belongs to them and what they refer to: their participations, follow-ups and readouts, the visits
 * around them, formats with their members, topics, contacts with their posts, organisations with those above them. A readout names only
 * those of its engagements that are written, since a name for a record that is not there is no use to anyone and may be confidential.
 *
 * Returns: whether all is written
 */
gboolean liaison_export         (LiaisonDb      *db,
                                 GOutputStream  *stream,
                                 GArray         *engagements,
                                 LiaisonProgress progress,
                                 gpointer        user_data,
                                 GCancellable   *cancellable,
                                 GError        **error);

/**
 * liaison_export_to_file:
 * @path: the file; one that is there is replaced when all is written, and stays as it was when something fails
 *
 * As liaison_export(), to a file that only its owner can read.
 */
gboolean liaison_export_to_file (LiaisonDb      *db,
                                 const char     *path,
                                 GArray         *engagements,
                                 LiaisonProgress progress,
                                 gpointer        user_data,
                                 GCancellable   *cancellable,
                                 GError        **error);

G_END_DECLS
