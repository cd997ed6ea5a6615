/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-chart-kind.h"
#include "liaison-complete.h"
#include "liaison-count.h"
#include "liaison-row.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Says how a command may go on, for the shells: each way on a line of its own, behind a tab what it means.  Where nothing is said the
 * shell offers files.
 */

typedef struct
{
  const LiaisonCliVerb *verb;   /* (nullable): while that is being typed itself */
  const char           *before; /* what stands before the value in the word that is typed: "--by=" */
  const char           *typed;  /* what of the value is typed */
  char                **words;  /* behind the verb, the one that is typed the last */
  LiaisonEntity         entity;
} Completion;

typedef void (*Complete) (const Completion *self);

static void
offer (const Completion *self,
       const char       *value,
       const char       *meaning)
{
  g_autofree char *line = NULL;

  if (!g_str_has_prefix (value, self->typed))
    return;
  line = g_strdup_printf ("%s%s%s%s\n", self->before, value, meaning ? "\t" : "", meaning ? meaning : "");
  liaison_cli_write (line);
}

static void
offer_all (const Completion   *self,
           const char * const *values)
{
  for (const char * const *value = values; *value; value++)
    offer (self, *value, NULL);
}

/* Returns: (nullable): what is listed, or the kind of the chart: the first word before the cursor that belongs to no option */
static const char *
get_subject (const Completion *self)
{
  gboolean is_value = FALSE;

  for (char **word = self->words; word[0] && word[1]; word++)
    {
      if (!is_value && word[0][0] != '-')
        return word[0];
      is_value = !is_value && liaison_cli_takes_value (self->verb, word[0]);
    }

  return NULL;
}

/* The values of options */

static void
complete_count_key (const Completion *self)
{
  for (LiaisonCountKey key = 0; key < LIAISON_N_COUNT_KEYS; key++)
    offer (self, liaison_count_key_get_token (key), NULL);
}

static void
complete_measure (const Completion *self)
{
  offer_all (self, (const char * const []) { "engagements", "counterparts", "countries", "organisations", NULL });
}

static void
complete_table_format (const Completion *self)
{
  offer_all (self, (const char * const []) { "table", "json", "csv", NULL });
}

static void
complete_show_format (const Completion *self)
{
  offer_all (self, (const char * const []) { "text", "json", NULL });
}

static void
complete_import_format (const Completion *self)
{
  offer_all (self, (const char * const []) { "liaison-json", "plain", NULL });
}

static void
complete_export_format (const Completion *self)
{
  offer_all (self, (const char * const []) { "liaison-json", NULL });
}

static void
complete_report_format (const Completion *self)
{
  offer_all (self, (const char * const []) { "html", "markdown", "odt", "pdf", "text", NULL });
}

static void
complete_audience (const Completion *self)
{
  offer_all (self, (const char * const []) { "public", "internal", NULL });
}

static void
complete_look (const Completion *self)
{
  offer_all (self, (const char * const []) { "light", "dark", "contrast", "print", NULL });
}

static void
complete_sort (const Completion *self)
{
  for (int column = 0; column < liaison_row_column_count (self->entity); column++)
    {
      const char *token = liaison_row_column_get_token (self->entity, column);
      g_autofree char *reversed = g_strconcat ("-", token, NULL);

      offer (self, token, NULL);
      /* A minus sign is only offered to who has typed one: it doubles what there is to choose from. */
      if (*self->typed == '-')
        offer (self, reversed, NULL);
    }
}

static void
complete_set (const Completion *self)
{
  const LiaisonChartKind *kind = liaison_chart_kind_find (get_subject (self));

  for (const LiaisonChartOption *option = kind ? kind->options : NULL; option && option->name; option++)
    for (const LiaisonChartChoice *choice = option->choices; choice->token; choice++)
      {
        g_autofree char *setting = g_strdup_printf ("%s=%s", option->name, choice->token);

        offer (self, setting, liaison_chart_choice_get_label (choice));
      }
}

static void complete_query (const Completion *self);

static const struct
{
  const char *verb; /* NULL: of any */
  const char *option;
  Complete    complete;
} values[] = {
  { NULL, "--against", complete_query },
  { NULL, "--and-by", complete_count_key },
  { NULL, "--audience", complete_audience },
  { NULL, "--by", complete_count_key },
  { "export", "--format", complete_export_format },
  { "import", "--format", complete_import_format },
  { "report", "--format", complete_report_format },
  { "show", "--format", complete_show_format },
  { NULL, "--format", complete_table_format },
  { NULL, "--look", complete_look },
  { NULL, "--measure", complete_measure },
  { NULL, "--query", complete_query },
  { NULL, "--set", complete_set },
  { NULL, "--sort", complete_sort },
};

/* Files, numbers and dates the shell or the person knows better. */
static void
complete_value (const Completion *self,
                const char       *option)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].option, option) && (!values[i].verb || g_str_equal (values[i].verb, self->verb->name)))
      {
        values[i].complete (self);
        return;
      }
}

/* Arguments */

static char *
find_store (const Completion *self)
{
  for (char **word = self->words; *word; word++)
    {
      if (g_str_has_prefix (*word, "--store="))
        return g_strdup (*word + strlen ("--store="));
      if ((g_str_equal (*word, "--store") || g_str_equal (*word, "-s")) && word[1])
        return g_strdup (word[1]);
    }

  return liaison_cli_get_own_store ();
}

/* A name is offered in quotation marks, which the person need not have typed. */
static gboolean
goes_on_from (const char *text,
              const char *typed)
{
  g_autoptr (GString) bare = g_string_new (text);
  g_autofree char *folded = NULL;
  g_autofree char *folded_typed = g_utf8_casefold (typed, -1);

  g_string_replace (bare, "\"", "", 0);
  folded = g_utf8_casefold (bare->str, -1);

  return g_str_has_prefix (folded, folded_typed) || g_str_has_prefix (text, typed);
}

/* A shell puts what all have in common in the place of what was typed: one that goes on differently may only stand alone. */
static void
offer_completions (const Completion *self,
                   GPtrArray        *completions)
{
  for (guint i = 0; i < completions->len; i++)
    {
      LiaisonCompletion *completion = g_ptr_array_index (completions, i);
      LiaisonCompletionType type = liaison_completion_get_kind (completion);
      g_autofree char *text = g_strchomp (g_strdup (liaison_completion_get_text (completion)));
      g_autofree char *line = NULL;

      if (type == LIAISON_COMPLETION_SAVED || type == LIAISON_COMPLETION_RECENT)
        continue;
      if (completions->len > 1 && !goes_on_from (text, self->typed))
        continue;
      line = g_strdup_printf ("%s%s\t%s\n", self->before, text, liaison_completion_get_label (completion));
      liaison_cli_write (line);
    }
}

static void
complete_query (const Completion *self)
{
  g_autofree char *store = find_store (self);
  g_autoptr (LiaisonDb) db = liaison_cli_open_db (store, LIAISON_DB_READ, NULL);
  g_autoptr (GPtrArray) completions = NULL;

  /* Without a store there are no names: who is asked while somebody types stays silent. */
  if (db)
    completions = liaison_complete (db, self->entity, self->typed, strlen (self->typed), NULL, NULL);
  if (completions)
    offer_completions (self, completions);
}

static void
complete_argument (const Completion *self)
{
  const char *verb = self->verb->name;
  gboolean first = get_subject (self) == NULL;

  if (g_str_equal (verb, "list") && first)
    offer_all (self, (const char * const []) { "engagements", "contacts", "organisations", NULL });
  else if (g_str_equal (verb, "chart") && first)
    for (const LiaisonChartKind * const *kind = liaison_chart_kind_get_all (); *kind; kind++)
      offer (self, (*kind)->token, liaison_chart_kind_get_name (*kind));
  else if (g_str_equal (verb, "list") || g_str_equal (verb, "chart") || g_str_equal (verb, "count") || g_str_equal (verb, "export"))
    complete_query (self);
}

static void
offer_option (const char *option,
              const char *meaning,
              gpointer    data)
{
  offer (data, option, meaning);
}

static void
complete_word (Completion *self,
               const char *word,
               const char *previous)
{
  const char *equals = strchr (word, '=');

  self->typed = word;
  if (g_str_has_prefix (word, "--") && equals)
    {
      g_autofree char *option = g_strndup (word, equals - word);
      g_autofree char *before = g_strndup (word, equals + 1 - word);

      self->before = before;
      self->typed = equals + 1;
      complete_value (self, option);
      self->before = "";
    }
  else if (previous && liaison_cli_takes_value (self->verb, previous))
    complete_value (self, previous);
  else if (*word == '-' && !strchr (word, ':'))
    liaison_cli_visit_options (self->verb, offer_option, self);
  else
    complete_argument (self);
}

LiaisonCliStatus
liaison_cli_complete (const LiaisonCliVerb *verb,
                      char                **words)
{
  guint n_words = g_strv_length (words);
  const char *word = n_words > 1 ? words[n_words - 1] : "";
  Completion completion = { .before = "", .typed = word, .entity = LIAISON_ENTITY_ENGAGEMENTS };

  if (n_words < 3)
    {
      for (const LiaisonCliVerb *known = liaison_cli_get_verbs (); known->name; known++)
        if (known->summary)
          offer (&completion, known->name, _(known->summary));
      offer (&completion, "--help", NULL);
      offer (&completion, "--version", NULL);
      return LIAISON_CLI_DONE;
    }

  completion.verb = liaison_cli_find_verb (words[1]);
  completion.words = words + 2;
  if (!completion.verb || !completion.verb->summary)
    return LIAISON_CLI_DONE;
  if (g_str_equal (words[1], "list"))
    completion.entity = MAX (liaison_vocabulary_parse (&liaison_entities, get_subject (&completion)), LIAISON_ENTITY_ENGAGEMENTS);
  complete_word (&completion, word, n_words > 3 ? words[n_words - 2] : NULL);

  return LIAISON_CLI_DONE;
}
