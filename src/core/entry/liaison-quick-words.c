/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-private.h"

#include "liaison-fold.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The longest of the phrases below has so many words. */
#define LONGEST_PHRASE 3

typedef struct
{
  int         value;
  const char *phrases; /* separated by bars; untranslated */
} Phrases;

/* Translators: each is a list of what a person may type for a form of engagement, separated by bars: single words, or several. */
static const Phrases forms[] = {
  { LIAISON_FORM_VIDEO_CALL, NC_ ("quick entry", "video call|video|video conference|videoconference|vtc|svtc|zoom|webex") },
  { LIAISON_FORM_PHONE_CALL, NC_ ("quick entry", "call|calls|called|phone call|phone|phoned|telephone|telephoned|rang|tel") },
  { LIAISON_FORM_PULL_ASIDE, NC_ ("quick entry", "pull aside|pulled aside|pullaside") },
  { LIAISON_FORM_WORKING_MEAL,
    NC_ ("quick entry", "working meal|working lunch|working dinner|working breakfast|lunch|dinner|breakfast|coffee") },
  { LIAISON_FORM_MEETING, NC_ ("quick entry", "meeting|meet|meets|met|mtg|saw|talks") },
  { LIAISON_FORM_VISIT_HOSTED, NC_ ("quick entry", "visit by|visit from|hosted|hosts|received|receives|welcomed") },
  { LIAISON_FORM_VISIT_MADE, NC_ ("quick entry", "visit to|visit|visited|visits|trip to|trip|travelled to") },
  { LIAISON_FORM_MULTILATERAL_SESSION, NC_ ("quick entry", "multilateral session|session|summit|ministerial|plenary") },
  { LIAISON_FORM_CEREMONY, NC_ ("quick entry", "ceremony|signing|reception|funeral") },
  { LIAISON_FORM_LETTER, NC_ ("quick entry", "letter to|letter from|letter|wrote to|wrote") },
  { LIAISON_FORM_MESSAGE, NC_ ("quick entry", "message to|message from|message|messaged|texted|emailed|email|e mail|sms|whatsapp") },
  { LIAISON_FORM_UNSPECIFIED, NC_ ("quick entry", "spoke with|spoke to|spoke|talked with|talked to|talked|contacted|engaged") },
};

/* Translators: each is a list of what a person may type to join what an engagement is made of, separated by bars. */
static const Phrases joins[] = {
  { LIAISON_QUICK_WITH, NC_ ("quick entry", "with|w|to|by|between") },
  { LIAISON_QUICK_AND, NC_ ("quick entry", "and|plus") },
  { LIAISON_QUICK_ABOUT, NC_ ("quick entry", "about|re|regarding|concerning|topic|topics") },
  { LIAISON_QUICK_IN, NC_ ("quick entry", "in|at") },
  { LIAISON_QUICK_ON, NC_ ("quick entry", "on|from|since") },
  { LIAISON_QUICK_UNTIL, NC_ ("quick entry", "until|till|through") },
  { LIAISON_QUICK_FILLER,
    NC_ ("quick entry", "the|a|an|of|for|his|her|their|mr|mrs|ms|dr|president|prime minister|foreign minister|defence minister|minister"
                        "|chancellor|secretary|ambassador|general|pm|fm") },
};

static void
clear_word (gpointer data)
{
  LiaisonQuickWord *word = data;

  g_free (word->text);
  g_free (word->folded);
}

/* The mark that closes what a mark opens, 0 where it opens nothing. */
static gunichar
get_closing (gunichar c)
{
  switch (c)
    {
    case '"':
      return '"';
    case 0x201c: /* “ */
    case 0x201f:
      return 0x201d;
    case 0x201e: /* „ */
      return 0x201c;
    case 0xab: /* « */
      return 0xbb;
    default:
      return 0;
    }
}

static const char *
skip_spaces (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static const char *
find_end (const char *p)
{
  while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* Takes marks off the end of a word and remembers those that mean something.  A full stop behind a figure is a part of it: "9. Dec". */
static const char *
strip_end (LiaisonQuickWord *word,
           const char       *start,
           const char       *end)
{
  while (end > start)
    {
      if (strchr (",;", end[-1]) != NULL)
        word->ends_item = TRUE;
      else if (end[-1] == ':')
        word->ends_head = TRUE;
      else if (strchr ("!?)", end[-1]) == NULL && (end[-1] != '.' || (end - start > 1 && g_ascii_isdigit (end[-2]))))
        break;
      end--;
    }

  return end;
}

/* Kuleba's, Kuleba’s */
static char *
fold_word (const char *text)
{
  static const char * const genitives[] = { "'s", "’s" };

  for (guint i = 0; i < G_N_ELEMENTS (genitives); i++)
    {
      if (g_str_has_suffix (text, genitives[i]))
        {
          g_autofree char *stem = g_strndup (text, strlen (text) - strlen (genitives[i]));

          return liaison_fold (stem);
        }
    }

  return liaison_fold (text);
}

/* A quotation that begins at @p; %NULL where it is not closed, and so none. */
static const char *
read_quotation (LiaisonQuickWord *word,
                const char       *p)
{
  gunichar closing = get_closing (g_utf8_get_char (p));
  const char *inside = g_utf8_next_char (p);
  const char *end = closing != 0 ? g_utf8_strchr (inside, -1, closing) : NULL;

  if (end == NULL)
    return NULL;

  word->quoted = TRUE;
  word->text = g_strndup (inside, end - inside);
  end = g_utf8_next_char (end);
  word->length = end - p;
  while (*end != '\0' && strchr (",;:.", *end) != NULL)
    {
      word->ends_item |= *end == ',' || *end == ';';
      word->ends_head |= *end == ':';
      end++;
    }

  return end;
}

GArray *
liaison_quick_words_split (const char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (LiaisonQuickWord));

  g_array_set_clear_func (words, clear_word);
  for (const char *p = skip_spaces (text); *p != '\0'; p = skip_spaces (p))
    {
      LiaisonQuickWord word = { 0 };
      const char *next = read_quotation (&word, p);

      if (next == NULL)
        {
          const char *begin = *p == '(' ? p + 1 : p;
          const char *end;

          next = find_end (p);
          end = strip_end (&word, begin, next);
          word.text = g_strndup (begin, end - begin);
          word.length = next - p;
        }
      word.start = p - text;
      word.folded = fold_word (word.text);
      g_array_append_val (words, word);
      p = next;
    }

  return words;
}

static LiaisonQuickWord *
get_word (GArray *words,
          guint   place)
{
  return &g_array_index (words, LiaisonQuickWord, place);
}

char *
liaison_quick_words_fold (GArray *words,
                          guint   first,
                          guint   n_words)
{
  GString *folded = g_string_new (NULL);

  for (guint i = first; i < first + n_words; i++)
    {
      const char *word = get_word (words, i)->folded;

      if (*word != '\0')
        g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", word);
    }

  return g_string_free (folded, FALSE);
}

char *
liaison_quick_words_dup (GArray *words,
                         guint   first,
                         guint   n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < first + n_words; i++)
    g_string_append_printf (text, "%s%s", i > first ? " " : "", get_word (words, i)->text);

  return g_string_free (text, FALSE);
}

static gboolean
has_phrase (const char *phrases,
            const char *folded)
{
  g_auto (GStrv) each = g_strsplit (phrases, "|", -1);

  for (char **phrase = each; *phrase != NULL; phrase++)
    {
      g_autofree char *folded_phrase = liaison_fold (*phrase);

      if (g_str_equal (folded_phrase, folded))
        return TRUE;
    }

  return FALSE;
}

/* How many words may be one phrase: a comma ends it, and a quotation is none. */
static guint
get_phrase_length (GArray *words,
                   guint   first)
{
  guint n_words = 0;

  while (first + n_words < words->len && n_words < LONGEST_PHRASE && !get_word (words, first + n_words)->quoted)
    {
      n_words++;
      if (get_word (words, first + n_words - 1)->ends_item || get_word (words, first + n_words - 1)->ends_head)
        break;
    }

  return n_words;
}

/* The longest phrase counts: "visit by" before "visit". */
static int
find_phrase (GArray        *words,
             guint          first,
             const Phrases *table,
             gsize          n_rows,
             guint         *n_words)
{
  for (guint n = get_phrase_length (words, first); n > 0; n--)
    {
      g_autofree char *folded = liaison_quick_words_fold (words, first, n);

      for (gsize i = 0; *folded != '\0' && i < n_rows; i++)
        {
          if (!has_phrase (table[i].phrases, folded) && !has_phrase (g_dpgettext2 (GETTEXT_PACKAGE, "quick entry", table[i].phrases), folded))
            continue;

          *n_words = n;
          return table[i].value;
        }
    }

  return 0;
}

guint
liaison_quick_words_find_form (GArray      *words,
                               guint        first,
                               LiaisonForm *form)
{
  guint n_words = 0;

  *form = find_phrase (words, first, forms, G_N_ELEMENTS (forms), &n_words);

  return n_words;
}

LiaisonQuickJoin
liaison_quick_words_find_join (GArray *words,
                               guint   place,
                               guint  *n_words)
{
  const char *text = get_word (words, place)->text;

  *n_words = 1;
  if (g_str_equal (text, "&") || g_str_equal (text, "+"))
    return LIAISON_QUICK_AND;

  return find_phrase (words, place, joins, G_N_ELEMENTS (joins), n_words);
}

gboolean
liaison_quick_words_is_dash (GArray *words,
                             guint   place)
{
  static const char * const dashes[] = { "-", "--", "–", "—", NULL };

  return place < words->len && g_strv_contains (dashes, get_word (words, place)->text);
}

gboolean
liaison_quick_words_is_format (GArray *words,
                               guint   place)
{
  const char *word = place < words->len ? get_word (words, place)->folded : "";

  /* Translators: a word that a person may type behind the name of a grouping: "in the B9 format" */
  return *word != '\0' && (has_phrase ("format", word) || has_phrase (C_ ("quick entry", "format"), word));
}

guint
liaison_quick_words_get_run (GArray *words,
                             guint   first,
                             guint   most)
{
  guint n_words = 0;
  guint length;

  while (first + n_words < words->len && n_words < most)
    {
      LiaisonQuickWord *word = get_word (words, first + n_words);

      if (n_words > 0 && (word->quoted || *word->folded == '\0' || liaison_quick_words_find_join (words, first + n_words, &length) != 0))
        break;

      n_words++;
      if (word->quoted || word->ends_item || word->ends_head)
        break;
    }

  return n_words;
}
