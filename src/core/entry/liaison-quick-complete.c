/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-private.h"

#include "liaison-fold.h"
#include "liaison-suggest.h"

#include <string.h>

/* So many of the likeliest are tried: the line may have the first ones already. */
#define MOST_TRIED 5

/* A word that is being typed at the end of a line. */
typedef struct
{
  LiaisonDb           *db;
  LiaisonQuickEntry   *entry;
  LiaisonQuickStretch *stretch; /* the last of the entry */
  const char          *text;
  gsize                start;
  int                  today;
} Begun;

void
liaison_quick_completion_free (LiaisonQuickCompletion *completion)
{
  g_free (completion->text);
  g_object_unref (completion->meant);
  g_free (completion);
}

static const char *
get_typed (const Begun *begun)
{
  return begun->text + begun->start;
}

/* Of what nobody understood only the last word is begun. */
static gboolean
find_begun (Begun *begun)
{
  GPtrArray *stretches = begun->entry->stretches;
  const char *end = begun->text + strlen (begun->text);
  const char *last_word;

  if (stretches->len == 0 || end == begun->text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (end))))
    return FALSE;

  begun->stretch = stretches->pdata[stretches->len - 1];
  begun->start = begun->stretch->start;
  last_word = strrchr (get_typed (begun), ' ');
  if (begun->stretch->meaning == LIAISON_QUICK_UNKNOWN && last_word != NULL)
    begun->start = last_word + 1 - begun->text;

  return g_unichar_isalpha (g_utf8_get_char (get_typed (begun)));
}

/* Whether a name stands there in full, and nobody else has it. */
static gboolean
is_whole (const Begun *begun)
{
  const char *last_word = strrchr (get_typed (begun), ' ');
  g_autofree char *word = liaison_fold (last_word != NULL ? last_word + 1 : get_typed (begun));
  g_autofree char *name = liaison_fold_search_text (begun->stretch->value);

  return begun->stretch->others == 0 && !begun->stretch->is_new && liaison_fold_has_phrase (name, word);
}

static gboolean
is_in_line (const Begun       *begun,
            LiaisonSuggestion *meant)
{
  for (guint i = 0; i + 1 < begun->entry->stretches->len; i++)
    {
      const LiaisonQuickStretch *stretch = begun->entry->stretches->pdata[i];

      if (g_str_equal (stretch->value, liaison_suggestion_get_name (meant)))
        return TRUE;
    }

  return FALSE;
}

/* Whether @words are understood as what is meant and as nothing else. */
static gboolean
check_words (const Begun        *begun,
             const char         *words,
             LiaisonSuggestion  *meant,
             gboolean           *understood,
             GError            **error)
{
  gboolean is_topic = liaison_suggestion_get_kind (meant) == LIAISON_KIND_TOPIC;
  g_autofree char *line = g_strconcat (is_topic ? "about " : "", words, NULL);
  g_autoptr (LiaisonQuickEntry) entry = liaison_quick_entry_parse (begun->db, line, begun->today, error);
  LiaisonSuggestion *found;

  if (entry == NULL)
    return FALSE;

  *understood = FALSE;
  if (entry->stretches->len != (is_topic ? 2 : 1) || entry->topics->len + entry->seats->len != 1)
    return TRUE;

  found = is_topic ? entry->topics->pdata[0] : ((LiaisonQuickSeat *) entry->seats->pdata[0])->who;
  *understood = ((LiaisonQuickStretch *) entry->stretches->pdata[is_topic])->others == 0
    && g_str_equal (liaison_suggestion_get_uuid (found), liaison_suggestion_get_uuid (meant));

  return TRUE;
}

/* The family name where that is enough. */
static gboolean
complete (const Begun        *begun,
          LiaisonSuggestion  *meant,
          GError            **error)
{
  const char *words[] = { liaison_suggestion_get_short_name (meant), liaison_suggestion_get_name (meant) };

  for (gsize i = 0; i < G_N_ELEMENTS (words) && begun->entry->completion == NULL; i++)
    {
      gboolean understood;

      if (!check_words (begun, words[i], meant, &understood, error))
        return FALSE;
      if (!understood)
        continue;

      begun->entry->completion = g_new (LiaisonQuickCompletion, 1);
      *begun->entry->completion = (LiaisonQuickCompletion) { begun->start, g_strdup (words[i]), g_object_ref (meant) };
    }

  return TRUE;
}

/* The one that the line was understood to name, otherwise the likeliest that it does not name yet. */
static gboolean
choose (const Begun  *begun,
        GPtrArray    *suggestions,
        GError      **error)
{
  for (guint i = 0; i < suggestions->len; i++)
    {
      if (g_str_equal (liaison_suggestion_get_name (suggestions->pdata[i]), begun->stretch->value))
        return complete (begun, suggestions->pdata[i], error);
    }

  for (guint i = 0; i < suggestions->len && begun->entry->completion == NULL; i++)
    {
      if (!is_in_line (begun, suggestions->pdata[i]) && !complete (begun, suggestions->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
suggest (const Begun  *begun,
         gboolean      has_ours,
         GError      **error)
{
  LiaisonSide side = has_ours ? LIAISON_SIDE_THEIRS : LIAISON_SIDE_OURS;

  for (guint i = 0; i + 1 < begun->entry->stretches->len; i++)
    {
      if (((LiaisonQuickStretch *) begun->entry->stretches->pdata[i])->meaning == LIAISON_QUICK_OURS)
        side = LIAISON_SIDE_THEIRS;
    }

  switch (begun->stretch->meaning)
    {
    case LIAISON_QUICK_TOPIC:
      return liaison_suggest_topics (begun->db, get_typed (begun), MOST_TRIED, error);
    case LIAISON_QUICK_OURS:
    case LIAISON_QUICK_THEIRS:
    case LIAISON_QUICK_THIRD:
    case LIAISON_QUICK_UNKNOWN:
      return liaison_suggest_contacts (begun->db, get_typed (begun), side, begun->today, MOST_TRIED, error);
    case LIAISON_QUICK_JOIN:
    case LIAISON_QUICK_FORM:
    case LIAISON_QUICK_DATE:
    case LIAISON_QUICK_FORMAT:
    case LIAISON_QUICK_PLACE:
    case LIAISON_QUICK_SUMMARY:
    default:
      return g_ptr_array_new ();
    }
}

gboolean
liaison_quick_entry_complete (LiaisonQuickEntry  *entry,
                              LiaisonDb          *db,
                              const char         *text,
                              gboolean            has_ours,
                              int                 today,
                              GError            **error)
{
  Begun begun = { db, entry, NULL, text, 0, today };
  g_autoptr (GPtrArray) suggestions = NULL;

  g_return_val_if_fail (entry != NULL && entry->completion == NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL) || !find_begun (&begun) || is_whole (&begun))
    return TRUE;

  suggestions = suggest (&begun, has_ours, error);

  return suggestions != NULL && choose (&begun, suggestions, error);
}
