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
  LiaisonDb               *db;
  const LiaisonQuickEntry *entry;
  LiaisonQuickStretch     *stretch; /* the last of the entry */
  const char              *text;
  gsize                    start;
  int                      today;
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
are_understood (const Begun        *begun,
                const char         *words,
                LiaisonSuggestion  *meant,
                GError            **error)
{
  gboolean is_topic = liaison_suggestion_get_kind (meant) == LIAISON_KIND_TOPIC;
  g_autofree char *line = g_strconcat (is_topic ? "about " : "", words, NULL);
  g_autoptr (LiaisonQuickEntry) entry = liaison_quick_entry_parse (begun->db, line, begun->today, error);
  LiaisonSuggestion *understood;

  if (entry == NULL || entry->stretches->len != (is_topic ? 2 : 1) || entry->topics->len + entry->seats->len != 1)
    return FALSE;

  understood = is_topic ? entry->topics->pdata[0] : ((LiaisonQuickSeat *) entry->seats->pdata[0])->who;

  return ((LiaisonQuickStretch *) entry->stretches->pdata[is_topic])->others == 0
    && g_str_equal (liaison_suggestion_get_uuid (understood), liaison_suggestion_get_uuid (meant));
}

/* The family name where that is enough. */
static LiaisonQuickCompletion *
complete (const Begun        *begun,
          LiaisonSuggestion  *meant,
          GError            **error)
{
  const char *words[] = { liaison_suggestion_get_short_name (meant), liaison_suggestion_get_name (meant) };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) failure = NULL;
      LiaisonQuickCompletion *completion;

      if (!are_understood (begun, words[i], meant, &failure))
        {
          if (failure == NULL)
            continue;
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }

      completion = g_new (LiaisonQuickCompletion, 1);
      completion->start = begun->start;
      completion->text = g_strdup (words[i]);
      completion->meant = g_object_ref (meant);
      return completion;
    }

  return NULL;
}

/* The one that the line was understood to name, otherwise the likeliest that it does not name yet. */
static LiaisonQuickCompletion *
choose (const Begun  *begun,
        GPtrArray    *suggestions,
        GError      **error)
{
  LiaisonQuickCompletion *completion = NULL;
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < suggestions->len; i++)
    {
      if (g_str_equal (liaison_suggestion_get_name (suggestions->pdata[i]), begun->stretch->value))
        return complete (begun, suggestions->pdata[i], error);
    }

  for (guint i = 0; i < suggestions->len && completion == NULL && failure == NULL; i++)
    {
      if (!is_in_line (begun, suggestions->pdata[i]))
        completion = complete (begun, suggestions->pdata[i], &failure);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return completion;
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
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (entry != NULL && entry->completion == NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL) || !find_begun (&begun) || is_whole (&begun))
    return TRUE;

  suggestions = suggest (&begun, has_ours, error);
  if (suggestions == NULL)
    return FALSE;

  entry->completion = choose (&begun, suggestions, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
