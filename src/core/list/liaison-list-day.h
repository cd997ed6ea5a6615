/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

G_BEGIN_DECLS

/**
 * LiaisonListDay:
 * @id: the key of an engagement, 0 where none of those listed has a date
 * @is_exact: whether it begins on one of the days that were asked for
 */
typedef struct
{
  gint32   id;
  gboolean is_exact;
} LiaisonListDay;

/**
 * liaison_list_day_find:
 * @ids: the keys of the engagements that are listed
 * @first: a day as yyyymmdd
 * @last: the last one of a span
 *
 * Finds the engagement that one goes to who asks for a date: the last one that begins between @first and @last, else the nearest before, else
 * the nearest after.
 *
 * Returns: %FALSE with an error
 */
gboolean        liaison_list_day_find        (LiaisonDb       *db,
                                              const gint32    *ids,
                                              guint            n_ids,
                                              int              first,
                                              int              last,
                                              LiaisonListDay  *day,
                                              GError         **error);

/* The same on a thread of the store; the result of _finish() is to be freed by g_free(). */
void            liaison_list_day_find_async  (LiaisonStore        *store,
                                              const gint32        *ids,
                                              guint                n_ids,
                                              int                  first,
                                              int                  last,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
LiaisonListDay *liaison_list_day_find_finish (LiaisonStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
