/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-error-text.h"

#include "liaison-config.h"
#include "liaison-error.h"

#include <glib/gi18n-lib.h>

/* Where the message itself says what can be done, there is no more advice. */
static const struct
{
  LiaisonError code;
  const char  *title;
  const char  *advice;
} store_texts[] = {
  { LIAISON_ERROR_NOT_A_STORE, N_ ("This is not a Liaison store"), N_ ("The names of Liaison stores end in .liaison.") },
  { LIAISON_ERROR_NEWER, N_ ("This store was written by a newer Liaison"), NULL },
  { LIAISON_ERROR_DAMAGED, N_ ("This store is damaged"), NULL },
  { LIAISON_ERROR_LOCKED, N_ ("Another program holds this store"), NULL },
  { LIAISON_ERROR_READ_ONLY, N_ ("This store cannot be written"),
    N_ ("Check the permissions of the file and of its folder, or copy it to a folder of your own.") },
  { LIAISON_ERROR_NO_SPACE, N_ ("The disk is full"), NULL },
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
      return (LiaisonErrorText) { _ (store_texts[i].title), store_texts[i].advice != NULL ? _ (store_texts[i].advice) : "" };

  return (LiaisonErrorText) { _ ("This store could not be opened"), "" };
}
