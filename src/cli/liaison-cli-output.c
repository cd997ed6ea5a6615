/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The errno of the first write to standard output that failed. */
static int write_error;

void
liaison_cli_error (const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("liaison: %s\n", message);
}

LiaisonCliStatus
liaison_cli_usage_error (const LiaisonCliVerb *verb,
                         const char           *format,
                         ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* Translators: the first is a sentence, the second the name of a verb. */
  liaison_cli_error (_("%s “liaison %s --help” tells the options."), message, verb->name);
  return LIAISON_CLI_USAGE;
}

void
liaison_cli_write (const char *text)
{
  if (fputs (text, stdout) == EOF && write_error == 0)
    write_error = errno;
}

LiaisonCliStatus
liaison_cli_finish_output (void)
{
  if (fflush (stdout) != 0 && write_error == 0)
    write_error = errno;
  if (write_error == 0)
    return LIAISON_CLI_DONE;

  liaison_cli_error (_("Standard output cannot be written: %s."), g_strerror (write_error));
  return LIAISON_CLI_FAILED;
}
