/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli.h"

#include "liaison-cli-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* How to ask, for the help of the verbs that take a query. */
static const char query_help[] = N_("QUERY is made of words, \"phrases\" and terms KEY:VALUE, which must all be met.\n"
                                    "A comma between values is or; a minus sign before a word, phrase or term excludes it.\n"
                                    "Names with blanks are put in quotation marks within those of the shell: 'by:\"Jake Sullivan\"'.\n"
                                    "  of a counterpart  with, country, org, grouping, level\n"
                                    "  of our side       by, office\n"
                                    "  of the occasion   form, group, format, topic, place, status, initiated, evidence, side, tag, audience\n"
                                    "  of its date       from, to, on, begins: 2021, 2021-12, 2021-W49, 2021-12-09, today, -30d\n"
                                    "  of its state      is: counted, spoke-with, reached, bilateral, multilateral, hosted, overdue…");

/* In the order in which the help lists them: as one meets them. */
static const LiaisonCliVerb verbs[] = {
  { "sample", "", N_("Create a store that holds the sample"), liaison_cli_sample },
  { "import", N_("FILE…"), N_("Read files into the store"), liaison_cli_import },
  { "export", N_("[QUERY]"), N_("Write what matches, or the whole store, to a file"), liaison_cli_export, query_help },
  { "list", N_("engagements|contacts|organisations [QUERY]"), N_("List what matches"), liaison_cli_list, query_help },
  { "show", N_("UUID"), N_("Show one record"), liaison_cli_show },
  { "count", N_("[QUERY] --by=KEY"), N_("Count what matches"), liaison_cli_count, query_help },
  { "chart", N_("KIND [QUERY] --output=FILE"), N_("Draw a chart of what matches"), liaison_cli_chart, query_help, liaison_cli_describe_charts },
  { "report", N_("[NAME|UUID]"), N_("Write a report, or one on what is asked for"), liaison_cli_report, query_help },
  { "check", "", N_("Check that the store is sound"), liaison_cli_check },
  { "complete", "", NULL, liaison_cli_complete },
  { NULL },
};

const LiaisonCliVerb *
liaison_cli_get_verbs (void)
{
  return verbs;
}

const LiaisonCliVerb *
liaison_cli_find_verb (const char *name)
{
  for (const LiaisonCliVerb *verb = verbs; verb->name; verb++)
    {
      if (g_strcmp0 (verb->name, name) == 0)
        return verb;
    }

  return NULL;
}

static void
print_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n  liaison [%s]\n  liaison %s [%s…] …\n\n", _("Usage:"), _("STORE"), _("VERB"), _("OPTION"));
  g_string_append_printf (help, "%s\n\n%s\n", _("Keep the record of who spoke with whom. Without a verb, opens the window."), _("Verbs:"));
  for (const LiaisonCliVerb *verb = verbs; verb->name; verb++)
    if (verb->summary)
      g_string_append_printf (help, "  %-8s  %s\n", verb->name, _(verb->summary));
  g_string_append_printf (help, "\n%s\n", _("“liaison VERB --help” tells the options of a verb."));

  liaison_cli_write (help->str);
}

static gboolean
is_help (const char *word)
{
  return g_strcmp0 (word, "--help") == 0 || g_strcmp0 (word, "-h") == 0;
}

static gboolean
is_version (const char *word)
{
  return g_strcmp0 (word, "--version") == 0;
}

gboolean
liaison_cli_is_verb (const char *word)
{
  return liaison_cli_find_verb (word) != NULL || is_help (word) || is_version (word);
}

static LiaisonCliStatus
run_word (char **words)
{
  const LiaisonCliVerb *verb = liaison_cli_find_verb (words[0]);

  if (verb)
    return verb->run (verb, words);

  if (is_help (words[0]))
    {
      print_help ();
      return LIAISON_CLI_DONE;
    }

  if (is_version (words[0]))
    {
      liaison_cli_write ("Liaison " LIAISON_VERSION "\n");
      return LIAISON_CLI_DONE;
    }

  if (words[0])
    liaison_cli_error (_("“%s” is no verb of Liaison; “liaison --help” lists them."), words[0]);
  else
    liaison_cli_error (_("A verb is missing; “liaison --help” lists them."));
  return LIAISON_CLI_USAGE;
}

int
liaison_cli_main (int    argc,
                  char **argv)
{
  LiaisonCliStatus status;
  LiaisonCliStatus written;

  g_return_val_if_fail (argc > 0, LIAISON_CLI_USAGE);

  g_set_application_name ("Liaison");
  status = run_word (argv + 1);

  /* An answer that was cut off must not look like success. */
  written = liaison_cli_finish_output ();

  return MAX (status, written);
}
