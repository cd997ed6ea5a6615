/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-error.h"

#include <gio/gio.h>

G_DEFINE_QUARK (liaison-error, liaison_error)

char *
liaison_error_dup_message (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return g_utf8_make_valid (error->message, -1);
}

gboolean
liaison_error_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}
