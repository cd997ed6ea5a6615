/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-highlight-private.h"

#include "liaison-number.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct { const char *token; const char *label; } kinds[] = {
  [LIAISON_HIGHLIGHT_KIND_LEADERS] = { "leaders", NC_("highlight", "Leaders spoken with") },
  [LIAISON_HIGHLIGHT_KIND_COUNTERPARTS] = { "counterparts", NC_("highlight", "Counterparts spoken with") },
  [LIAISON_HIGHLIGHT_KIND_SAME_RANK] = { "same-rank", NC_("highlight", "Counterparts of the same rank") },
  [LIAISON_HIGHLIGHT_KIND_CALLS_AND_MEETINGS] = { "calls-and-meetings", NC_("highlight", "Calls and meetings") },
  [LIAISON_HIGHLIGHT_KIND_SESSIONS] = { "sessions", NC_("highlight", "Sessions") },
  [LIAISON_HIGHLIGHT_KIND_FORMATS] = { "formats", NC_("highlight", "Calls and meetings in formats") },
  [LIAISON_HIGHLIGHT_KIND_PAIRS] = { "pairs", NC_("highlight", "Who spoke how often with whom") },
  [LIAISON_HIGHLIGHT_KIND_FORMAT] = { "format", NC_("highlight", "Bilaterally and in the format") },
  [LIAISON_HIGHLIGHT_KIND_HOSTED] = { "hosted", NC_("highlight", "Hosted") },
  [LIAISON_HIGHLIGHT_KIND_VISITS] = { "visits", NC_("highlight", "Visits") },
  [LIAISON_HIGHLIGHT_KIND_REACHED] = { "reached", NC_("highlight", "Members reached") },
  [LIAISON_HIGHLIGHT_KIND_OFFICE] = { "office", NC_("highlight", "An office's counterparts") },
  [LIAISON_HIGHLIGHT_KIND_FURTHER] = { "further", NC_("highlight", "Further calls, as stated") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == LIAISON_N_HIGHLIGHT_KINDS);

LiaisonHighlightKind
liaison_highlight_kind_parse (const char *token)
{
  LiaisonHighlightKind kind = 0;

  while (kind < LIAISON_N_HIGHLIGHT_KINDS && g_strcmp0 (kinds[kind].token, token) != 0)
    kind++;

  return kind;
}

const char *
liaison_highlight_kind_get_token (LiaisonHighlightKind kind)
{
  return kinds[kind].token;
}

const char *
liaison_highlight_kind_get_label (LiaisonHighlightKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "highlight", kinds[kind].label);
}

void
liaison_statement_free (LiaisonStatement *statement)
{
  g_clear_pointer (&statement->block, liaison_block_free);
  g_ptr_array_unref (statement->figures);
  g_ptr_array_unref (statement->absent);
  g_free (statement->overclaim);
  g_free (statement);
}

LiaisonFigure *
liaison_build_count (LiaisonBuild  *build,
                     LiaisonRule    rule,
                     const char    *text,
                     const char    *more,
                     GError       **error)
{
  g_autofree char *query = g_strconcat (text, *text ? " " : "", more, NULL);
  LiaisonFigure *figure = liaison_figure_count (build->db, rule, query, build->telling, error);

  if (figure)
    g_ptr_array_add (build->figures, figure);

  return figure;
}

GPtrArray *
liaison_build_count_by (LiaisonBuild     *build,
                        const char       *text,
                        const char       *more,
                        LiaisonCountKey   by,
                        int               and_by,
                        LiaisonMeasure    measure,
                        GError          **error)
{
  g_autofree char *whole = g_strconcat (text, *text ? " " : "", more, NULL);
  g_autofree char *told = liaison_query_for_audience (whole, build->telling->audience);
  g_autoptr (LiaisonQuery) query = liaison_query_read (build->db, told, error);

  return query ? liaison_count (build->db, query, by, and_by, measure, error) : NULL;
}

static gboolean
build_kind (LiaisonBuild          *build,
            LiaisonHighlightKind   kind,
            GError               **error)
{
  switch (kind)
    {
    case LIAISON_HIGHLIGHT_KIND_LEADERS:
    case LIAISON_HIGHLIGHT_KIND_COUNTERPARTS:
    case LIAISON_HIGHLIGHT_KIND_SAME_RANK:
      return liaison_build_people (build, kind, error);
    case LIAISON_HIGHLIGHT_KIND_SESSIONS:
    case LIAISON_HIGHLIGHT_KIND_FORMATS:
      return liaison_build_formats (build, kind, error);
    case LIAISON_HIGHLIGHT_KIND_PAIRS:
      return liaison_build_pairs (build, error);
    case LIAISON_HIGHLIGHT_KIND_FORMAT:
      return liaison_build_format (build, error);
    case LIAISON_HIGHLIGHT_KIND_HOSTED:
      return liaison_build_hosted (build, error);
    case LIAISON_HIGHLIGHT_KIND_VISITS:
      return liaison_build_visits (build, error);
    case LIAISON_HIGHLIGHT_KIND_REACHED:
      return liaison_build_reached (build, error);
    case LIAISON_HIGHLIGHT_KIND_OFFICE:
      return liaison_build_office (build, error);
    case LIAISON_HIGHLIGHT_KIND_FURTHER:
      return liaison_build_further (build, error);
    case LIAISON_HIGHLIGHT_KIND_CALLS_AND_MEETINGS:
    case LIAISON_N_HIGHLIGHT_KINDS:
    default:
      return liaison_build_occasions (build, error);
    }
}

/* A person's own wording */

static void
add_slots (GArray        *slots,
           GPtrArray     *texts,
           guint          number,
           LiaisonFigure *figure)
{
  const struct { const char *suffix; char *text; } ways[] = {
    { "", liaison_number_spell (figure->value, figure->at_least) },
    { " times", liaison_number_spell_times (figure->value, figure->at_least) },
    { " loosely", liaison_number_spell_loosely (figure->value, figure->at_least) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      char *key = g_strdup_printf ("%u%s", number, ways[i].suffix);
      LiaisonSlot slot = { key, ways[i].text, figure };

      g_ptr_array_add (texts, key);
      g_ptr_array_add (texts, ways[i].text);
      g_array_append_val (slots, slot);
    }
}

static gboolean
shows_number (const LiaisonBlock *block)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      if (((const LiaisonRun *) g_ptr_array_index (block->runs, i))->kind == LIAISON_RUN_NUMBER)
        return TRUE;
    }

  return FALSE;
}

/* The number is bound to the sentence: where the wording has no place for it, it follows; what there is to know beside it does, too. */
static void
reword (LiaisonStatement *statement,
        const char       *wording,
        const char       *who)
{
  gboolean has_end = g_str_has_suffix (wording, ".");
  g_autofree char *sentence = g_strndup (wording, strlen (wording) - has_end);
  LiaisonSlot who_slot = { "who", who };
  g_autoptr (GArray) slots = g_array_new (TRUE, TRUE, sizeof (LiaisonSlot));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gint64 most = 0;

  liaison_block_free (statement->block);
  statement->block = liaison_block_new (LIAISON_BLOCK_ITEM, 1);
  for (guint i = 0; i < statement->figures->len; i++)
    {
      LiaisonFigure *figure = g_ptr_array_index (statement->figures, i);

      add_slots (slots, texts, i + 1, figure);
      most = MAX (most, figure->value);
    }

  g_array_append_val (slots, who_slot);
  liaison_sentence_fill (statement->block, sentence, (gconstpointer) slots->data);
  if (!shows_number (statement->block) && statement->figures->len > 0)
    {
      const LiaisonSlot slot[] = { { "1", g_array_index (slots, LiaisonSlot, 0).text, g_ptr_array_index (statement->figures, 0) }, { NULL } };

      liaison_sentence_fill (statement->block, " ({1})", slot);
    }

  if (statement->figures->len > 0)
    {
      g_autofree char *flags = liaison_build_dup_flags (g_ptr_array_index (statement->figures, 0));

      liaison_block_add_text (statement->block, flags);
    }
  liaison_block_add_text (statement->block, has_end ? "." : "");
  statement->overclaim = liaison_number_find_overclaim (wording, most);
}

static gboolean
has_figures (GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const LiaisonFigure *figure = g_ptr_array_index (figures, i);

      if (figure->value > 0 && figure->rule != LIAISON_RULE_MEMBERS)
        return TRUE;
    }

  return FALSE;
}

LiaisonStatement *
liaison_highlight_state (LiaisonDb               *db,
                         const LiaisonHighlight  *highlight,
                         const LiaisonTelling    *telling,
                         LiaisonCast             *cast,
                         GError                 **error)
{
  g_autoptr (LiaisonStatement) statement = g_new0 (LiaisonStatement, 1);
  g_autoptr (LiaisonQuery) query = liaison_query_read (db, highlight->query, error);
  g_autoptr (LiaisonCast) own_cast = liaison_cast_new ();
  gboolean is_reworded = highlight->wording && *highlight->wording;
  gboolean names_who = is_reworded && strstr (highlight->wording, "{who}");
  g_autofree char *who = NULL;
  g_autofree char *told_text = liaison_query_for_audience (highlight->query, telling->audience);
  g_autoptr (LiaisonQuery) told = liaison_query_parse (told_text);
  LiaisonBuild build = { db, telling, is_reworded ? own_cast : cast, query, told, highlight->query };

  statement->block = build.block = liaison_block_new (LIAISON_BLOCK_ITEM, 1);
  statement->figures = build.figures = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_figure_unref);
  statement->absent = build.absent = g_ptr_array_new_with_free_func (g_free);
  if (!query || !build_kind (&build, highlight->kind, error))
    return NULL;

  statement->is_supported = has_figures (statement->figures);
  if (is_reworded && statement->is_supported)
    {
      /* Only who is named in it can be missing in it. */
      build.cast = cast;
      g_ptr_array_set_size (build.absent, 0);
      who = names_who ? liaison_build_name_who (&build, error) : g_strdup ("");
      if (!who)
        return NULL;
      reword (statement, highlight->wording, who);
    }

  return g_steal_pointer (&statement);
}
