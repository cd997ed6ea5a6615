/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-error-text.h"

#include "liaison-config.h"
#include "liaison-error.h"

#include <glib/gi18n-lib.h>

static const struct
{
  LiaisonError code;
  const char  *title;
  const char  *advice;
} store_texts[] = {
  { LIAISON_ERROR_NOT_A_STORE, N_ ("This is not a Liaison store"),
    N_ ("Nothing in the file was changed. Choose a file that ends in .liaison, or import from this one into a store.") },
  { LIAISON_ERROR_NEWER, N_ ("This store was written by a newer Liaison"),
    N_ ("Nothing in the file was changed. Update Liaison, then open it again.") },
  { LIAISON_ERROR_DAMAGED, N_ ("This store is damaged"),
    N_ ("Nothing in the file was changed. Put a copy from before in its place, and keep the damaged file until you have.") },
  { LIAISON_ERROR_LOCKED, N_ ("Another program holds this store"),
    N_ ("Close the other program, then try again.") },
  { LIAISON_ERROR_READ_ONLY, N_ ("This store cannot be written"),
    N_ ("Check the permissions of the file and of its folder, or copy it to a folder of your own.") },
  { LIAISON_ERROR_NO_SPACE, N_ ("The disk is full"),
    N_ ("Make room on the disk, then try again. What was stored before is safe.") },
  { LIAISON_ERROR_EXISTS, N_ ("There is a file of this name already"),
    N_ ("Choose another name: an existing file is never overwritten.") },
  { LIAISON_ERROR_NOT_FOUND, N_ ("This store is not there"),
    N_ ("It may have been moved or renamed, or its disk is not connected.") },
};

LiaisonErrorText
liaison_error_text_for_store (const GError *error)
{
  g_return_val_if_fail (error != NULL, ((LiaisonErrorText) { "", "" }));

  for (guint i = 0; i < G_N_ELEMENTS (store_texts); i++)
    if (g_error_matches (error, LIAISON_ERROR, (int) store_texts[i].code))
      return (LiaisonErrorText) { _ (store_texts[i].title), _ (store_texts[i].advice) };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return (LiaisonErrorText) { _ ("This store is not there"),
                                _ ("It may have been moved or renamed, or its disk is not connected.") };
  return (LiaisonErrorText) { _ ("This store could not be opened"),
                              _ ("Try again, or choose another store.") };
}

gboolean
liaison_error_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}
