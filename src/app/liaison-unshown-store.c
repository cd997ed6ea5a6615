/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-unshown-store.h"

#include "liaison-location.h"

LiaisonDb *
liaison_unshown_store_open (gpointer       data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  const char *path = data;

  if (!liaison_location_needs_copy (path))
    return liaison_db_open (path, LIAISON_DB_READ, error);

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_LOCKED, "The store cannot be locked where it lies.");
  return NULL;
}
