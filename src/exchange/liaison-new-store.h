/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * LiaisonFillFunc:
 * @db: an empty store
 *
 * Puts into a new store what it begins with. Returns: %FALSE with an error, and there will be no store
 */
typedef gboolean (*LiaisonFillFunc) (LiaisonDb *db, gpointer user_data, GError **error);

/**
 * liaison_new_store:
 * @path: where no file stands yet
 * @fill: (nullable): what fills it
 *
 * Makes a store. It is filled in a file beside @path and gets its name when it is complete, so that there never is half a store.
 *
 * Returns: %FALSE with %LIAISON_ERROR_EXISTS where there is a file already, or another error
 */
gboolean liaison_new_store      (const char      *path,
                                 LiaisonFillFunc  fill,
                                 gpointer         user_data,
                                 GError         **error);

/**
 * liaison_fill_reference:
 * @user_data: (nullable): a #GCancellable
 *
 * A #LiaisonFillFunc: the groupings with their members, with which every new store begins.
 */
gboolean liaison_fill_reference (LiaisonDb *db, gpointer user_data, GError **error);

/**
 * liaison_fill_sample:
 * @user_data: (nullable): a #GCancellable
 *
 * A #LiaisonFillFunc: the groupings and the sample, the engagements of eight weeks of 2021 and 2022.
 */
gboolean liaison_fill_sample    (LiaisonDb *db, gpointer user_data, GError **error);

G_END_DECLS
