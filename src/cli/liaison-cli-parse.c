/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* "-country:UA" of a query: no option has a colon in its name. */
static gboolean
is_excluding (const char *word)
{
  const char *at = word + 1;

  if (*word != '-')
    return FALSE;

  while (g_ascii_isalpha (*at))
    at++;

  return *at == ':' && at > word + 1;
}

/* Puts terms that exclude something behind "--", where they are not taken for options. */
static char **
move_excluding (char **words)
{
  g_autoptr (GPtrArray) options = g_ptr_array_new ();
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  gboolean is_over = FALSE;

  for (char **word = words; *word; word++)
    {
      if (!is_over && g_str_equal (*word, "--"))
        is_over = TRUE;
      else
        g_ptr_array_add (is_over || is_excluding (*word) ? arguments : options, g_strdup (*word));
    }

  /* An option at the end that lacks its value would take this for it. */
  if (is_over || arguments->len > 0)
    g_ptr_array_add (options, g_strdup ("--"));
  g_ptr_array_extend_and_steal (options, g_steal_pointer (&arguments));
  g_ptr_array_add (options, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&options), FALSE);
}

/* What is called for each option in the stead of a run: each verb keeps its options to itself. */
static struct
{
  LiaisonCliVisit visit;
  gpointer        data;
} visitor;

static void
visit_entries (const GOptionEntry *entries)
{
  for (const GOptionEntry *entry = entries; entry && entry->long_name; entry++)
    {
      g_autofree char *option = g_strdup_printf ("--%s%s", entry->long_name, entry->arg == G_OPTION_ARG_NONE ? "" : "=");

      /* G_OPTION_REMAINING is an entry without a name. */
      if (*entry->long_name)
        visitor.visit (option, _(entry->description), visitor.data);
    }
}

void
liaison_cli_visit_options (const LiaisonCliVerb *verb,
                           LiaisonCliVisit       visit,
                           gpointer              data)
{
  char *words[] = { (char *) verb->name, NULL };

  visitor.visit = visit;
  visitor.data = data;
  verb->run (verb, words);
  visitor.visit = NULL;
  visit ("--help", _("Show the options"), data);
}

static void
find_option (const char *option,
             const char *meaning,
             gpointer    data)
{
  GString *searched = data;

  /* What is found is taken out. */
  if (g_str_equal (option, searched->str))
    g_string_truncate (searched, 0);
}

gboolean
liaison_cli_takes_value (const LiaisonCliVerb *verb,
                         const char           *word)
{
  g_autoptr (GString) searched = NULL;

  if (g_str_equal (word, "-s") || g_str_equal (word, "-o"))
    return TRUE;

  searched = g_string_new (word);
  g_string_append_c (searched, '=');
  liaison_cli_visit_options (verb, find_option, searched);

  return searched->len == 0;
}

gboolean
liaison_cli_parse (const LiaisonCliVerb *verb,
                   char                **words,
                   const GOptionEntry   *entries,
                   char                **store)
{
  g_autoptr (GOptionContext) context = g_option_context_new (*verb->arguments ? _(verb->arguments) : NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("liaison %s", verb->name);
  g_autofree char *path = NULL;
  g_autofree char *described = verb->describe ? verb->describe () : NULL;
  g_autofree char *description = NULL;
  g_auto (GStrv) rest = move_excluding (words);
  const GOptionEntry store_entries[] = {
    { "store", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &path, N_("The store; your own where this is not given"), N_("FILE") },
    { NULL },
  };

  if (visitor.visit)
    {
      visit_entries (entries);
      visit_entries (store ? store_entries : NULL);
      return FALSE;
    }

  /* The help begins with the name of the program. */
  g_set_prgname (program);
  g_option_context_set_summary (context, _(verb->summary));
  description = g_strconcat (described ? described : "", described ? "\n" : "", verb->more ? _(verb->more) : "", NULL);
  if (*description)
    g_option_context_set_description (context, description);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (store)
    g_option_context_add_main_entries (context, store_entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      const char *charset;

      /* GLib tells that in the words of its converter. */
      if (g_error_matches (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE) && !g_get_charset (&charset))
        /* Translators: the name of the locale's character set, as in “ISO-8859-1” */
        liaison_cli_usage_error (verb, _("A word of the command is not text in %s, the character set of the locale."), charset);
      else if (g_error_matches (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE))
        liaison_cli_usage_error (verb, _("A word of the command is not text in UTF-8."));
      else
        liaison_cli_usage_error (verb, "%s.", error->message);
      return FALSE;
    }

  /* The first word is the verb itself. */
  if (g_strv_length (rest) > 1)
    {
      liaison_cli_usage_error (verb, _("“%s” is too much."), rest[1]);
      return FALSE;
    }

  if (store)
    *store = path ? g_steal_pointer (&path) : liaison_cli_get_own_store ();

  return TRUE;
}
