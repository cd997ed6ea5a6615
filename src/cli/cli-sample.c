/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-new-store.h"

LiaisonCliStatus
liaison_cli_sample (const LiaisonCliVerb *verb,
                    char                **words)
{
  g_autofree char *store = NULL;
  g_autoptr (GError) error = NULL;

  if (!liaison_cli_parse (verb, words, NULL, &store))
    return LIAISON_CLI_USAGE;

  liaison_cli_make_folder (store);
  if (liaison_new_store (store, liaison_fill_sample, liaison_cli_get_interrupt (), &error))
    return LIAISON_CLI_DONE;

  liaison_cli_error ("%s", error->message);

  return LIAISON_CLI_FAILED;
}
