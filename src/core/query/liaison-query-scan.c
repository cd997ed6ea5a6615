/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-query-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The grammar, in which nothing is an error that ends the scan:
 *
 *   query  = { space | term }
 *   term   = [ "-" ] ( key ":" value { "," value } | quoted | word )
 *   value  = quoted | characters without space and comma
 *   quoted = quotation mark, characters, quotation mark
 *
 * Inside quotation marks \" and \\ stand for the characters themselves.  Typographic quotation marks do as well as straight ones.
 */
typedef struct
{
  const char *text;
  const char *at;
  GPtrArray  *terms;
  GPtrArray  *mistakes;
} Scan;

static void
add_mistake (Scan       *scan,
             const char *start,
             const char *end,
             const char *message)
{
  g_ptr_array_add (scan->mistakes, liaison_query_mistake_new (start - scan->text, end - start, message));
}

static gboolean
is_space (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

gboolean
liaison_query_is_quotation_mark (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e;
}

static char *
scan_quoted (Scan *scan)
{
  const char *start = scan->at;
  GString *text = g_string_new (NULL);

  for (scan->at = g_utf8_next_char (scan->at); *scan->at; scan->at = g_utf8_next_char (scan->at))
    {
      if (liaison_query_is_quotation_mark (scan->at))
        {
          scan->at = g_utf8_next_char (scan->at);
          return g_string_free (text, FALSE);
        }

      if (*scan->at == '\\' && (scan->at[1] == '\\' || liaison_query_is_quotation_mark (scan->at + 1)))
        scan->at++;
      g_string_append_unichar (text, g_utf8_get_char (scan->at));
    }

  add_mistake (scan, start, scan->at, _("The quotation mark is not closed."));

  return g_string_free (text, FALSE);
}

/* Up to a space, and where @comma is set, up to a comma. */
static char *
scan_plain (Scan     *scan,
            gboolean  comma)
{
  const char *start = scan->at;

  while (*scan->at && !is_space (scan->at) && !(comma && *scan->at == ','))
    scan->at = g_utf8_next_char (scan->at);

  return g_strndup (start, scan->at - start);
}

static LiaisonQueryValue *
scan_value (Scan     *scan,
            gboolean  comma)
{
  LiaisonQueryValue *value = g_new0 (LiaisonQueryValue, 1);
  const char *start = scan->at;

  value->quoted = *scan->at && liaison_query_is_quotation_mark (scan->at);
  value->text = value->quoted ? scan_quoted (scan) : scan_plain (scan, comma);
  value->start = start - scan->text;
  value->length = scan->at - start;

  return value;
}

/* Adds a value to @term, unless it is a mistake. */
static void
take_value (Scan              *scan,
            LiaisonQueryTerm  *term,
            LiaisonQueryValue *value)
{
  const char *start = scan->text + value->start;
  g_autoptr (LiaisonQueryValue) owned = value;
  g_autoptr (GError) error = NULL;

  if (liaison_query_read_value (term->key, value, &error))
    g_ptr_array_add (term->values, g_steal_pointer (&owned));
  else
    add_mistake (scan, start, start + value->length, error->message);
}

/* "none" is no value beside others: a record either has some or it has none. */
static void
judge_none (Scan             *scan,
            LiaisonQueryTerm *term)
{
  if (term->values->len < 2)
    return;

  for (guint i = term->values->len; i > 0; i--)
    {
      LiaisonQueryValue *value = g_ptr_array_index (term->values, i - 1);
      const char *start = scan->text + value->start;

      if (!value->none)
        continue;

      add_mistake (scan, start, start + value->length, _("“none” can only stand alone."));
      g_ptr_array_remove_index (term->values, i - 1);
    }
}

static void
scan_values (Scan             *scan,
             LiaisonQueryTerm *term)
{
  const char *before = scan->text + term->start;

  while (TRUE)
    {
      LiaisonQueryValue *value = scan_value (scan, TRUE);
      const char *start = scan->text + value->start;

      if (value->length > 0)
        {
          take_value (scan, term, value);
        }
      else
        {
          const char *after = *before == ',' ? "," : liaison_query_key_get_info (term->key)->name;
          g_autofree char *message = g_strdup_printf (*before == ',' ? _("A value is missing after “%s”.") : _("A value is missing after “%s:”."), after);

          add_mistake (scan, before, MAX (start, before + 1), message);
          liaison_query_value_free (value);
        }

      if (*scan->at != ',')
        break;
      before = scan->at++;
    }

  /* What stands right behind a closing quotation mark belongs to nothing. */
  if (*scan->at && !is_space (scan->at))
    {
      const char *start = scan->at;
      g_autofree char *rest = scan_plain (scan, FALSE);
      g_autofree char *message = g_strdup_printf (_("A space or a comma is missing before “%s”."), rest);

      add_mistake (scan, start, scan->at, message);
    }

  judge_none (scan, term);
}

/* The length of the word before a colon that makes it a key; 0 where there is none, as in "15:30" and "https://…". */
static gsize
find_key (const char *at)
{
  gsize length = 0;

  while (g_ascii_isalpha (at[length]) || (length > 0 && at[length] == '-'))
    length++;

  return at[length] == ':' && !g_str_has_prefix (at + length, "://") ? length : 0;
}

static void
tell_unknown_key (Scan  *scan,
                  gsize  length)
{
  const char *start = scan->at;
  g_autofree char *name = g_strndup (start, length);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (LiaisonQueryKey key = LIAISON_QUERY_WITH; key < LIAISON_N_QUERY_KEYS; key++)
    g_string_append_printf (names, "%s%s", names->len ? ", " : "", liaison_query_key_get_info (key)->name);

  /* Translators: a word before a colon, and the keys of the query language */
  message = g_strdup_printf (_("“%s:” is no key. The keys are %s."), name, names->str);

  /* Its values go with it, whatever they are. */
  scan->at += length;
  do
    {
      scan->at++;
      liaison_query_value_free (scan_value (scan, TRUE));
    }
  while (*scan->at == ',');

  add_mistake (scan, start, scan->at, message);
}

static void
scan_term (Scan *scan)
{
  g_autoptr (LiaisonQueryTerm) term = g_new0 (LiaisonQueryTerm, 1);
  gsize key_length;

  term->start = scan->at - scan->text;
  term->values = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_query_value_free);
  if (*scan->at == '-' && scan->at[1] && !is_space (scan->at + 1))
    {
      term->negative = TRUE;
      scan->at++;
    }

  key_length = find_key (scan->at);
  if (key_length > 0)
    {
      term->key = liaison_query_key_find (scan->at, key_length);
      if (term->key == LIAISON_N_QUERY_KEYS)
        {
          tell_unknown_key (scan, key_length);
          return;
        }

      scan->at += key_length + 1;
      scan_values (scan, term);
    }
  else
    {
      term->key = liaison_query_is_quotation_mark (scan->at) ? LIAISON_QUERY_PHRASE : LIAISON_QUERY_WORD;
      take_value (scan, term, scan_value (scan, FALSE));
    }

  term->length = scan->at - scan->text - term->start;
  if (term->values->len > 0)
    g_ptr_array_add (scan->terms, g_steal_pointer (&term));
}

void
liaison_query_scan (const char *text,
                    GPtrArray  *terms,
                    GPtrArray  *mistakes)
{
  Scan scan = { text, text, terms, mistakes };

  while (*scan.at)
    {
      if (is_space (scan.at))
        scan.at = g_utf8_next_char (scan.at);
      else
        scan_term (&scan);
    }
}
