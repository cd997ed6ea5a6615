/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-fold-private.h"

typedef enum
{
  SCRIPT_OTHER,
  SCRIPT_CYRILLIC,
  SCRIPT_GREEK,
} Script;

/* What folding knows while it goes over a text once, from its beginning to its end. */
typedef struct
{
  GString *out;

  /* Whether the next letter belongs to the word that ends out. */
  gboolean in_word;

  /* Letters of one script, lower-case, whose spelling depends on what follows; NULL until needed. */
  GArray *run;
  Script run_script;
  gboolean run_initial;
  gboolean run_apostrophe;

  /* Where in out the parts behind apostrophes begin; NULL where they do not matter. */
  GArray *tails;
} Folder;

static gboolean
has_run (const Folder *self)
{
  return self->run != NULL && self->run->len > 0;
}

static void
begin_word (Folder *self)
{
  if (!self->in_word && self->out->len > 0)
    g_string_append_c (self->out, ' ');

  self->in_word = TRUE;
}

static void
spell_run (Folder *self)
{
  const gunichar *letters = (const gunichar *) (gpointer) self->run->data;
  gsize length = self->out->len;
  gsize spelled;

  begin_word (self);
  spelled = self->out->len;

  if (self->run_script == SCRIPT_CYRILLIC)
    liaison_fold_append_cyrillic (self->out, letters, self->run->len, self->run_initial, self->run_apostrophe);
  else
    liaison_fold_append_greek (self->out, letters, self->run->len, self->run_initial);

  /* A sign that has no sound of its own makes no word. */
  if (self->out->len == spelled && self->run_initial)
    {
      g_string_truncate (self->out, length);
      self->in_word = FALSE;
    }

  g_array_set_size (self->run, 0);
}

static inline void
end_run (Folder *self)
{
  if (G_UNLIKELY (has_run (self)))
    spell_run (self);
}

static void
put_string (Folder     *self,
            const char *letters)
{
  end_run (self);
  begin_word (self);
  g_string_append (self->out, letters);
}

static inline void
put_separator (Folder *self)
{
  end_run (self);
  self->in_word = FALSE;
}

static void
put_apostrophe (Folder *self)
{
  if (has_run (self))
    self->run_apostrophe = TRUE;
  else if (self->in_word && self->tails != NULL)
    g_array_append_val (self->tails, self->out->len);
}

/* Takes letters and digits of ASCII as a whole: most of most texts. */
static void
put_ascii_letters (Folder     *self,
                   const char *letters,
                   gsize       length)
{
  char *copy;

  end_run (self);
  begin_word (self);
  g_string_append_len (self->out, letters, (gssize) length);

  /* The bit that makes a letter lower-case is set in every digit. */
  copy = self->out->str + self->out->len - length;
  for (gsize i = 0; i < length; i++)
    copy[i] |= 0x20;
}

static void
put_ascii_sign (Folder *self,
                char    sign)
{
  if (sign == '\'' || sign == '`')
    put_apostrophe (self);
  else
    put_separator (self);
}

static void
put_run_letter (Folder   *self,
                Script    script,
                gunichar  letter)
{
  if (has_run (self) && self->run_script != script)
    spell_run (self);

  if (self->run == NULL)
    self->run = g_array_new (FALSE, FALSE, sizeof (gunichar));

  if (self->run->len == 0)
    {
      self->run_script = script;
      self->run_initial = !self->in_word;
      self->run_apostrophe = FALSE;
    }

  g_array_append_val (self->run, letter);
}

/* Marks are left out, but й, ї, ё, ў or ϋ are letters of their own although they decompose. */
static void
put_mark (Folder   *self,
          gunichar  mark)
{
  gunichar *last;
  gunichar composed;

  if (!has_run (self))
    return;

  last = &g_array_index (self->run, gunichar, self->run->len - 1);
  if (g_unichar_compose (*last, mark, &composed) &&
      (liaison_fold_cyrillic_letter (composed) != NULL || liaison_fold_greek_letter (composed) != NULL))
    *last = composed;
}

/* The signs that people write for an apostrophe in names and in transcriptions: prime, acute and
 * grave accent, modifier letters (the okina, hamza and ayn), quotation marks, geresh. */
static gboolean
is_apostrophe (gunichar character)
{
  switch (character)
    {
    case 0x00b4:
    case 0x02b9:
    case 0x02ba:
    case 0x02bb:
    case 0x02bc:
    case 0x02bd:
    case 0x02be:
    case 0x02bf:
    case 0x02c8:
    case 0x05f3:
    case 0x1fbd:
    case 0x1fbf:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2032:
    case 0xa78b:
    case 0xa78c:
      return TRUE;
    default:
      return FALSE;
    }
}

static Script
script_of (gunichar letter)
{
  if (letter >= 0x0400 && letter <= 0x052f)
    return SCRIPT_CYRILLIC;
  if (letter >= 0x0370 && letter <= 0x03ff)
    return SCRIPT_GREEK;

  return SCRIPT_OTHER;
}

static void
put_letter (Folder   *self,
            gunichar  letter)
{
  gunichar lower = g_unichar_tolower (letter);
  Script script = script_of (lower);
  const LiaisonFoldLetter *latin;
  char utf8[7] = { '\0' };

  if (script != SCRIPT_OTHER)
    {
      put_run_letter (self, script, lower);
      return;
    }

  latin = liaison_fold_latin_letter (lower);
  if (latin != NULL)
    {
      put_string (self, latin->latin);
      return;
    }

  g_unichar_to_utf8 (lower, utf8);
  put_string (self, utf8);
}

/* Takes a character that does not decompose any further. */
static void
put_simple (Folder   *self,
            gunichar  character)
{
  static const char digits[10][2] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" };
  char ascii = (char) character;

  if (character < 0x80 && g_ascii_isalnum (ascii))
    put_ascii_letters (self, &ascii, 1);
  else if (character < 0x80)
    put_ascii_sign (self, ascii);
  else if (is_apostrophe (character))
    put_apostrophe (self);
  else if (g_unichar_ismark (character))
    put_mark (self, character);
  else if (g_unichar_isdigit (character))
    put_string (self, digits[g_unichar_digit_value (character)]);
  else if (g_unichar_isalnum (character))
    put_letter (self, character);
  else if (g_unichar_type (character) != G_UNICODE_FORMAT)
    put_separator (self);
}

/* Takes one character beyond ASCII, and gives what follows it. */
static const char *
put_wide (Folder     *self,
          const char *text)
{
  gunichar character = g_utf8_get_char (text);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (character >= 0x0410 && character <= 0x044f)
    {
      /* The basic letters of Russian need no look at the Unicode tables: й does decompose, but
       * would be put together again. */
      put_run_letter (self, SCRIPT_CYRILLIC, character < 0x0430 ? character + 0x20 : character);
    }
  else if (is_apostrophe (character))
    {
      /* Looked at here already because an acute accent would decompose to a space. */
      put_apostrophe (self);
    }
  else
    {
      gsize n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));

      for (gsize i = 0; i < n_parts; i++)
        put_simple (self, parts[i]);
    }

  return g_utf8_next_char (text);
}

void
liaison_fold_append (GString    *out,
                     const char *text,
                     GArray     *tails)
{
  g_autofree char *valid = NULL;
  Folder folder = { .out = out, .tails = tails };

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  while (*text != '\0')
    {
      const char *next = text;

      while (g_ascii_isalnum (*next))
        next++;

      if (next > text)
        put_ascii_letters (&folder, text, (gsize) (next - text));
      else if ((guchar) *text < 0x80)
        put_ascii_sign (&folder, *next++);
      else
        next = put_wide (&folder, text);

      text = next;
    }

  end_run (&folder);
  g_clear_pointer (&folder.run, g_array_unref);
}
