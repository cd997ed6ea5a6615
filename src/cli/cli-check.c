/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-check.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static void
count_finding (const char *finding,
               gpointer    data)
{
  guint *n_findings = data;

  (*n_findings)++;
  liaison_cli_error ("%s", finding);
}

LiaisonCliStatus
liaison_cli_check (const LiaisonCliVerb *verb,
                   char                **words)
{
  g_autofree char *store = NULL;
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (GError) error = NULL;
  guint n_findings = 0;

  if (!liaison_cli_parse (verb, words, NULL, &store))
    return LIAISON_CLI_USAGE;

  db = liaison_cli_open_store (store, LIAISON_DB_READ);
  if (db == NULL)
    return LIAISON_CLI_FAILED;

  if (!liaison_check (db, count_finding, &n_findings, liaison_cli_get_interrupt (), NULL, &error))
    {
      liaison_cli_error ("%s", error->message);
      return LIAISON_CLI_FAILED;
    }

  if (n_findings > 0)
    return LIAISON_CLI_FAILED;

  liaison_cli_write (_("The store is sound."));
  liaison_cli_write ("\n");

  return liaison_cli_finish_output ();
}
