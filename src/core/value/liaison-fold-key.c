/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-fold-private.h"

#include <string.h>

/*
 * The rules of the name key. Each makes equal what transcribers write for one sound. A letter is
 * added after another and only ever looks back at the key so far, so the key of a key is itself.
 *
 *   y, j → i; runs of i → i   -skyy, -sky, -skyj, -skij, -skiy and -ski end alike, and so do -nyi,
 *                             -nyy and -ny; Yermak, Jermak; Shoygu, Shoigu; Mariia, Mariya, Maria
 *   w → v                     German and Polish for в: Lawrow, Lavrov
 *   x → ks                    Alexey, Aleksei, Oleksii
 *   sch → sh, tsch → ch       German for ш and ч: Schoigu, Shoigu; Klitschko, Klychko
 *   e falls after a, o, u     umlauts written out: Mueller is Müller, whose marks folding removed;
 *                             likewise ø as oe, å or æ as ae
 *   initial ze → se           German for З is S: Selenskyj, Zelenskyy. Only before e, for initial
 *                             s and z set words apart in every other place
 *   h → g inside a word       Ukrainian г is h, Russian г is g: Shmyhal, Shmygal; Bohdan, Bogdan.
 *                             Not in ch, gh, kh, ph, sh, th, zh; not at the beginning, where it
 *                             would answer "ha" with every name in "ga"
 */

/* Words that are no longer are their own key: what one has typed of a name first would be
 * equal to too much. */
#define MAX_OWN_KEY 2

/* The last letter of the key that begins at start, or NUL. */
static char
last_letter (const GString *out,
             gsize          start)
{
  return out->len > start ? out->str[out->len - 1] : '\0';
}

static void
append_e (GString *out,
          gsize    start)
{
  char last = last_letter (out, start);

  if (last == 'a' || last == 'o' || last == 'u')
    return;

  if (last == 'z' && out->len == start + 1)
    out->str[start] = 's';

  g_string_append_c (out, 'e');
}

static void
append_h_after_c (GString *out,
                  gsize    start)
{
  const char *end = out->str + out->len;
  gsize length = out->len - start;

  /* stsch stays a t before sh: as ch it would make a new sch. */
  if (length >= 3 && memcmp (end - 3, "tsc", 3) == 0 && !(length >= 4 && end[-4] == 's'))
    {
      g_string_truncate (out, out->len - 3);
      g_string_append (out, "ch");
    }
  else if (length >= 2 && end[-2] == 's')
    {
      out->str[out->len - 1] = 'h';
    }
  else
    {
      g_string_append_c (out, 'h');
    }
}

static void
append_h (GString *out,
          gsize    start)
{
  switch (last_letter (out, start))
    {
    case 'c':
      append_h_after_c (out, start);
      break;
    case '\0':
    case 'g':
    case 'k':
    case 'p':
    case 's':
    case 't':
    case 'z':
      g_string_append_c (out, 'h');
      break;
    default:
      g_string_append_c (out, 'g');
      break;
    }
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
    switch (word[i])
      {
      case 'i':
      case 'j':
      case 'y':
        if (last_letter (out, start) != 'i')
          g_string_append_c (out, 'i');
        break;
      case 'w':
        g_string_append_c (out, 'v');
        break;
      case 'x':
        g_string_append (out, "ks");
        break;
      case 'e':
        append_e (out, start);
        break;
      case 'h':
        append_h (out, start);
        break;
      default:
        g_string_append_c (out, word[i]);
        break;
      }
}
