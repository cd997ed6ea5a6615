/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-fold-private.h"

#include <string.h>

/*
 * The rules of the name key. Each makes equal what transcribers write for one sound. A letter is
 * added after another and only ever looks back at the key so far, and of the beginning the whole
 * word decides: so the key of a key is itself. Stores hold keys: who changes the rules adds a
 * migration that has them made anew (version-005.sql).
 *
 *   y, j → i; runs of i → i   -skyy, -sky, -skyj, -skij, -skiy and -ski end alike, and so do -nyi,
 *                             -nyy and -ny; Yermak, Jermak; Shoygu, Shoigu; Mariia, Mariya, Maria
 *   w → v                     German and Polish for в: Lawrow, Lavrov
 *   x → ks                    Alexey, Aleksei, Oleksii
 *   sch → sh, tsch → ch       German for ш and ч: Schoigu, Shoigu; Klitschko, Klychko
 *   sz → sh, cz → ch          Polish for them: Gorbaczow, Chruszczow. Not at the beginning of a
 *                             word: "che" would find all that is Czech
 *   tch → ch                  French for ч: Gorbatchev, Milosevitch. Only behind four letters:
 *                             "mitch" of Mitchell would find every Michel
 *   zh → sh                   German has sch for ж, too: Breschnew, Brezhnev. Not in tzh: Yitzhak
 *   initial zh, sz → sh       Schukow, Zhukov; Szewardnadze. Only in words of six letters, which
 *                             are seldom Chinese: "sha" would find every Zhang and Zhao
 *   initial ch → kh           German for х before l, m, n, r, v: Chruschtschow, Chlebnikow. Not in
 *                             chre, chri: "khr" would find every Christopher
 *   o → e behind ch, sh       ё, which is heard as o there: Gorbatschow, Gorbachev
 *   che → she before n        French for ше: Porochenko, Poroshenko. Not in tche, which is че
 *   iev → ev                  Ukrainian -єв, and the glide that many leave out: Medvediev, Medvedev;
 *                             Akayev, Akaev. Only behind three letters: "ale" would find every Aliyev
 *   enka → enko               Belarusian for -енко: Lukashenka, Lukashenko
 *   ts, tz → z behind l, n, r German for ц: Jelzin, Yeltsin; Scholz, Шольц. Before i also lc,
 *                             Polish and Czech: Jelcyn, Jelcin
 *   dse → dze                 German for дзе: Schewardnadse, Shevardnadze
 *   ss → s between vowels     German and French for с: Kossygin, Kosygin; Borissov, Borisov. Only
 *                             behind two letters: "asi" would find every assistant
 *   e falls after a, o, u     umlauts written out: Mueller is Müller, whose marks folding removed;
 *                             likewise ø as oe, å or æ as ae
 *   initial ze → se           German for З is S: Selenskyj, Zelenskyy. Only before e, for initial
 *                             s and z set words apart in every other place
 *   h → g inside a word       Ukrainian г is h, Russian г is g: Shmyhal, Shmygal; Bohdan, Bogdan.
 *                             Not in ch, gh, ph, sh, th, zh; not at the beginning, where it would
 *                             answer "ha" with every name in "ga"
 *   kh → g inside a word      х is kh or h: Нетаньяху, Netanyahu; Mikhail, Mihail
 *
 * What would find too much is left: German s for з and z for ц between vowels (Nasarbajew,
 * Jazenjuk), since "mos" would find Mozambique; French ou (Poutine), since "gru" would find every
 * group; German ch for х between vowels (Michail), since that is ч in English; Czech č, š and ž
 * (Gorbačov), since folding has made them c, s and z.
 */

/* Words that are no longer are their own key: what one has typed of a name first would be
 * equal to too much. */
#define MAX_OWN_KEY 2

/* Initial zh and sz are told from those of short Chinese and Hungarian names by so many letters. */
#define MIN_SLAVIC 6

/* The letter of the key that begins at start so many from its end, or NUL. */
static char
letter_from_end (const GString *out,
                 gsize          start,
                 gsize          place)
{
  return out->len - start >= place ? out->str[out->len - place] : '\0';
}

static gboolean
is_one_of (char        letter,
           const char *letters)
{
  return letter != '\0' && strchr (letters, letter) != NULL;
}

/* Whether the key that begins at start ends in the letters, behind at least so many others. */
static gboolean
ends_in (const GString *out,
         gsize          start,
         const char    *letters,
         gsize          n_before)
{
  gsize length = strlen (letters);

  return out->len - start >= n_before + length && memcmp (out->str + out->len - length, letters, length) == 0;
}

static void
replace_end (GString    *out,
             gsize       length,
             const char *letters)
{
  g_string_truncate (out, out->len - length);
  g_string_append (out, letters);
}

static void
append_e (GString *out,
          gsize    start)
{
  if (is_one_of (letter_from_end (out, start, 1), "aou"))
    return;

  if (out->len == start + 1 && out->str[start] == 'z')
    out->str[start] = 's';
  else if (ends_in (out, start, "ds", 0))
    replace_end (out, 1, "z");

  g_string_append_c (out, 'e');
}

static void
append_i (GString *out,
          gsize    start)
{
  if (letter_from_end (out, start, 1) == 'i')
    return;

  if (ends_in (out, start, "lc", 0))
    replace_end (out, 1, "z");

  g_string_append_c (out, 'i');
}

static void
append_v (GString *out,
          gsize    start)
{
  if (ends_in (out, start, "ie", 3))
    {
      g_string_truncate (out, out->len - 2);
      append_e (out, start);
    }

  g_string_append_c (out, 'v');
}

/* A t stays behind s, t and z: without it these would make something new of the ch. zch is tsch
 * behind l, n or r, where ts has become z. */
static void
append_h_after_c (GString *out,
                  gsize    start)
{
  if (ends_in (out, start, "tsc", 0) && !is_one_of (letter_from_end (out, start, 4), "stz"))
    replace_end (out, 3, "ch");
  else if (ends_in (out, start, "tc", 4) && !is_one_of (letter_from_end (out, start, 3), "stz"))
    replace_end (out, 2, "ch");
  else if (ends_in (out, start, "zc", 1) && is_one_of (letter_from_end (out, start, 3), "lnr"))
    replace_end (out, 2, "ch");
  else if (ends_in (out, start, "sc", 0))
    replace_end (out, 1, "h");
  else
    g_string_append_c (out, 'h');
}

static void
append_h (GString *out,
          gsize    start)
{
  char last = letter_from_end (out, start, 1);

  if (last == 'c')
    append_h_after_c (out, start);
  else if (ends_in (out, start, "z", 1) && !ends_in (out, start, "tz", 0))
    replace_end (out, 1, "sh");
  else if (last == '\0' || is_one_of (last, "gkpstz"))
    g_string_append_c (out, 'h');
  else
    g_string_append_c (out, 'g');
}

static void
append_s (GString *out,
          gsize    start,
          char     letter)
{
  if (letter == 'z' && (ends_in (out, start, "s", 1) || ends_in (out, start, "c", 1)))
    append_h (out, start);
  else if (ends_in (out, start, "t", 1) && is_one_of (letter_from_end (out, start, 2), "lnr"))
    replace_end (out, 1, "z");
  else
    g_string_append_c (out, letter);
}

/* What the next letter decides about those before it. */
static void
settle_end (GString *out,
            gsize    start,
            char     next)
{
  if (ends_in (out, start, "kh", 1))
    replace_end (out, 2, "g");
  else if (ends_in (out, start, "ss", 2) && is_one_of (letter_from_end (out, start, 3), "aeiou") && is_one_of (next, "aeijouy"))
    g_string_truncate (out, out->len - 1);
}

static void
append_letter (GString *out,
               gsize    start,
               char     letter)
{
  settle_end (out, start, letter);

  switch (letter)
    {
    case 'a':
      g_string_append_c (out, ends_in (out, start, "enk", 1) ? 'o' : 'a');
      break;
    case 'e':
      append_e (out, start);
      break;
    case 'h':
      append_h (out, start);
      break;
    case 'i':
    case 'j':
    case 'y':
      append_i (out, start);
      break;
    case 'n':
      if (ends_in (out, start, "che", 1) && letter_from_end (out, start, 4) != 't')
        replace_end (out, 3, "she");
      g_string_append_c (out, 'n');
      break;
    case 'o':
      g_string_append_c (out, ends_in (out, start, "ch", 1) || ends_in (out, start, "sh", 1) ? 'e' : 'o');
      break;
    case 's':
    case 'z':
      append_s (out, start, letter);
      break;
    case 'v':
    case 'w':
      append_v (out, start);
      break;
    case 'x':
      g_string_append (out, "ks");
      break;
    default:
      g_string_append_c (out, letter);
      break;
    }
}

static void
settle_beginning (GString *out,
                  gsize    start)
{
  char *key = out->str + start;

  if (out->len - start >= MIN_SLAVIC && (g_str_has_prefix (key, "zh") || g_str_has_prefix (key, "sz")))
    memcpy (key, "sh", 2);
  else if (g_str_has_prefix (key, "ch") && (is_one_of (key[2], "lmnv") || (key[2] == 'r' && is_one_of (key[3], "aou"))))
    key[0] = 'k';
}

void
liaison_fold_append_key (GString    *out,
                         const char *word,
                         gsize       length)
{
  gsize start = out->len;

  if (length <= MAX_OWN_KEY)
    {
      g_string_append_len (out, word, (gssize) length);
      return;
    }

  for (gsize i = 0; i < length; i++)
    append_letter (out, start, word[i]);
  settle_beginning (out, start);
}
