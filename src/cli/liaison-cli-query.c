/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

LiaisonQuery *
liaison_cli_parse_query (char **words)
{
  g_autofree char *text = words != NULL ? g_strjoinv (" ", words) : g_strdup ("");
  g_autoptr (LiaisonQuery) query = NULL;
  g_autoptr (GError) error = NULL;

  query = liaison_query_parse (text);
  if (liaison_query_check (query, &error))
    return g_steal_pointer (&query);

  liaison_cli_error ("%s", error->message);

  return NULL;
}

gboolean
liaison_cli_resolve_query (LiaisonDb     *db,
                           LiaisonQuery  *query,
                           GError       **error)
{
  g_autoptr (GPtrArray) mistakes = liaison_query_resolve (db, query, error);

  if (mistakes == NULL)
    return FALSE;
  if (mistakes->len == 0)
    return TRUE;

  liaison_query_tell_mistake (query, mistakes->pdata[0], error);

  return FALSE;
}

LiaisonCliStatus
liaison_cli_query_error (const GError *error)
{
  liaison_cli_error ("%s", error->message);

  /* A name that nobody has is told when the query meets the store. */
  return g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX) ? LIAISON_CLI_USAGE : LIAISON_CLI_FAILED;
}
