/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-export.h"
#include "liaison-import.h"
#include "liaison-snapshot.h"

#include "liaison-config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

static gboolean
write_export (LiaisonDb    *db,
              LiaisonQuery *query,
              const char   *output,
              GError      **error)
{
  GCancellable *cancellable = liaison_cli_get_interrupt ();
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GArray) engagements = NULL;
  g_autoptr (GOutputStream) stream = NULL;

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return FALSE;
  if (!liaison_query_is_empty (query))
    {
      engagements = liaison_query_ids (db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, error);
      if (engagements == NULL)
        return FALSE;
    }

  if (g_strcmp0 (output, "-") != 0)
    return liaison_export_to_file (db, output, engagements, NULL, NULL, cancellable, error);

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return liaison_export (db, stream, engagements, NULL, NULL, cancellable, error);
}

static LiaisonCliStatus
run (const char   *store,
     LiaisonQuery *query,
     const char   *output)
{
  g_autoptr (LiaisonDb) db = liaison_cli_open_store (store, LIAISON_DB_READ);
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return LIAISON_CLI_FAILED;
  if (write_export (db, query, output, &error))
    return LIAISON_CLI_DONE;

  if (liaison_error_is_cancelled (error))
    liaison_cli_error (_("Cancelled; nothing was written."));
  else
    return liaison_cli_query_error (error);

  return LIAISON_CLI_FAILED;
}

LiaisonCliStatus
liaison_cli_export (const LiaisonCliVerb *verb,
                    char                **words)
{
  g_autofree char *store = NULL;
  g_autofree char *output = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LiaisonQuery) query = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output, N_("Where to write; “-” is standard output"), N_("FILE") },
    { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &format, N_("liaison-json"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };

  if (!liaison_cli_parse (verb, words, entries, &store))
    return LIAISON_CLI_USAGE;
  if (output == NULL)
    return liaison_cli_usage_error (verb, _("Say where to write, with --output."));
  if (format != NULL && liaison_format_parse (format) != LIAISON_FORMAT_JSON)
    return liaison_cli_usage_error (verb, _("There is no format “%s” to write; there is liaison-json."), format);
  if (liaison_cli_is_store (output, store))
    return liaison_cli_usage_error (verb, _("That is the store itself."));

  query = liaison_cli_parse_query (arguments);

  return query ? run (store, query, output) : LIAISON_CLI_USAGE;
}
