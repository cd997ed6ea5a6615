/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include <unistd.h>

gboolean
liaison_cli_progress_is_seen (void)
{
  return isatty (STDERR_FILENO);
}

void
liaison_cli_progress_tell (int        *percent,
                           const char *what,
                           guint64     done,
                           guint64     total)
{
  int now = total > 0 ? (int) (done * 100 / total) : -1;

  if (now == *percent)
    return;

  *percent = now;
  g_printerr ("\r%s: %d %%", what, now);
}

void
liaison_cli_progress_end (int *percent)
{
  if (*percent >= 0)
    g_printerr ("\r\033[K");
  *percent = -1;
}
