/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-scan.h"

#include "liaison-error.h"
#include "liaison-json-keys-private.h"
#include "liaison-json-number-private.h"
#include "liaison-json-string-private.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What may stand next. */
typedef enum {
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* just after the opening of an array */
  EXPECT_KEY,
  EXPECT_KEY_OR_END,   /* just after the opening of an object */
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expected;

struct _LiaisonJsonScan
{
  const char *text;
  const char *at;
  const char *end;
  const char *token; /* where the token just read begins */
  Expected    expected;
  gboolean    is_cut;

  gboolean    is_object[LIAISON_JSON_MAX_DEPTH];
  guint       first_key[LIAISON_JSON_MAX_DEPTH]; /* of what is open, in keys */
  guint       depth;
  LiaisonJsonKeys *keys;

  GString    *decoded; /* the string just read, where it holds escapes */
  const char *value;
  gsize       value_length;
  gint64      integer;
};

LiaisonJsonScan *
liaison_json_scan_new (void)
{
  LiaisonJsonScan *scan = g_new0 (LiaisonJsonScan, 1);

  scan->keys = liaison_json_keys_new ();
  scan->decoded = g_string_new (NULL);
  scan->expected = EXPECT_NOTHING;

  return scan;
}

void
liaison_json_scan_free (LiaisonJsonScan *scan)
{
  if (scan == NULL)
    return;

  liaison_json_keys_free (scan->keys);
  g_string_free (scan->decoded, TRUE);
  g_free (scan);
}

void
liaison_json_scan_start (LiaisonJsonScan *scan,
                         const char      *text,
                         gsize            length)
{
  scan->text = scan->at = scan->token = text;
  scan->end = text + length;
  scan->expected = EXPECT_VALUE;
  scan->is_cut = FALSE;
  scan->depth = 0;
  liaison_json_keys_clear (scan->keys);
}

char *
liaison_json_scan_get_place (LiaisonJsonScan *scan)
{
  const char *line = scan->text;
  const char *next;
  guint64 n_lines = 1;

  for (next = line; (next = memchr (next, '\n', scan->token - next)) != NULL; line = ++next)
    n_lines++;

  /* A single line is numbered by whoever took it out of a file. */
  if (n_lines == 1 && memchr (line, '\n', scan->end - line) == NULL)
    return g_strdup_printf (_("byte %" PRIu64), (guint64) (scan->token - line + 1));

  return g_strdup_printf (_("line %" PRIu64 ", byte %" PRIu64), n_lines, (guint64) (scan->token - line + 1));
}

static LiaisonJsonToken
fail (LiaisonJsonScan *scan,
      const char      *at,
      const char      *reason,
      GError         **error)
{
  g_autofree char *place = NULL;

  scan->token = scan->at = at;
  scan->is_cut = at == scan->end;
  scan->expected = EXPECT_NOTHING;
  place = liaison_json_scan_get_place (scan);
  /* Translators: the first is a place as "byte 17", the second the reason. */
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX, _("%s: %s"), place, reason);

  return LIAISON_JSON_ERROR;
}

static LiaisonJsonToken
fail_cut (LiaisonJsonScan *scan,
          GError         **error)
{
  return fail (scan, scan->end, _("the text ends too early"), error);
}

static void
skip_space (LiaisonJsonScan *scan)
{
  while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\r' || *scan->at == '\t'))
    scan->at++;
}

static LiaisonJsonToken
open_container (LiaisonJsonScan *scan,
                gboolean         is_object,
                GError         **error)
{
  if (scan->depth == LIAISON_JSON_MAX_DEPTH)
    {
      g_autofree char *reason = g_strdup_printf (_("values are nested deeper than %d"), LIAISON_JSON_MAX_DEPTH);

      return fail (scan, scan->at, reason, error);
    }

  scan->is_object[scan->depth] = is_object;
  scan->first_key[scan->depth] = liaison_json_keys_get_length (scan->keys);
  scan->depth++;
  scan->expected = is_object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  scan->at++;

  return is_object ? LIAISON_JSON_OBJECT : LIAISON_JSON_ARRAY;
}

static LiaisonJsonToken
close_container (LiaisonJsonScan *scan,
                 GError         **error)
{
  g_autofree char *duplicate = NULL;
  gsize place;

  if (scan->is_object[scan->depth - 1] &&
      !liaison_json_keys_close (scan->keys, scan->first_key[scan->depth - 1], &duplicate, &place))
    {
      g_autofree char *reason = g_strdup_printf (_("the key “%s” is given twice"), duplicate);

      return fail (scan, scan->text + place, reason, error);
    }

  scan->depth--;
  scan->expected = scan->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
  scan->at++;

  return scan->is_object[scan->depth] ? LIAISON_JSON_OBJECT_END : LIAISON_JSON_ARRAY_END;
}

/* Reads a string into value and value_length. */
static gboolean
scan_string (LiaisonJsonScan *scan,
             GError         **error)
{
  const char *start = scan->at + 1;
  gboolean has_escapes;
  const char *reason;
  const char *stop;

  if (scan->decoded->len > 0)
    g_string_truncate (scan->decoded, 0);
  stop = liaison_json_string_scan (start, scan->end, scan->decoded, &has_escapes, &reason);
  if (reason)
    fail (scan, stop, reason, error);
  else if (stop == scan->end)
    fail_cut (scan, error);
  else
    {
      scan->at = stop + 1;
      scan->value = has_escapes ? scan->decoded->str : start;
      scan->value_length = has_escapes ? scan->decoded->len : (gsize) (stop - start);
      return TRUE;
    }

  return FALSE;
}

static LiaisonJsonToken
scan_key (LiaisonJsonScan *scan,
          GError         **error)
{
  if (*scan->at != '"')
    return fail (scan, scan->at, _("the key of a member is wanted here"), error);
  if (!scan_string (scan, error))
    return LIAISON_JSON_ERROR;

  liaison_json_keys_add (scan->keys, scan->value, scan->value_length, scan->value == scan->decoded->str, scan->token - scan->text);
  skip_space (scan);
  if (scan->at == scan->end)
    return fail_cut (scan, error);
  if (*scan->at != ':')
    return fail (scan, scan->at, _("a colon is wanted here"), error);
  scan->at++;
  scan->expected = EXPECT_VALUE;

  return LIAISON_JSON_KEY;
}

static LiaisonJsonToken
end_value (LiaisonJsonScan *scan,
           LiaisonJsonToken token)
{
  scan->expected = scan->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;

  return token;
}

static LiaisonJsonToken
scan_number (LiaisonJsonScan *scan,
             GError         **error)
{
  gboolean is_integer;
  const char *reason;
  const char *stop = liaison_json_number_scan (scan->at, scan->end, &is_integer, &scan->integer, &reason);

  if (reason)
    return stop == scan->end ? fail_cut (scan, error) : fail (scan, stop, reason, error);
  scan->at = stop;

  return end_value (scan, is_integer ? LIAISON_JSON_INTEGER : LIAISON_JSON_NUMBER);
}

static LiaisonJsonToken
scan_word (LiaisonJsonScan *scan,
           const char      *word,
           LiaisonJsonToken token,
           GError         **error)
{
  gsize length = strlen (word);
  gsize left = scan->end - scan->at;

  if (strncmp (scan->at, word, MIN (length, left)) != 0)
    return fail (scan, scan->at, _("a value is wanted here"), error);
  if (left < length)
    return fail_cut (scan, error);
  scan->at += length;

  return end_value (scan, token);
}

static LiaisonJsonToken
scan_value (LiaisonJsonScan *scan,
            GError         **error)
{
  switch (*scan->at)
    {
    case '{':
      return open_container (scan, TRUE, error);

    case '[':
      return open_container (scan, FALSE, error);

    case '"':
      return scan_string (scan, error) ? end_value (scan, LIAISON_JSON_STRING) : LIAISON_JSON_ERROR;

    case 't':
      return scan_word (scan, "true", LIAISON_JSON_TRUE, error);

    case 'f':
      return scan_word (scan, "false", LIAISON_JSON_FALSE, error);

    case 'n':
      return scan_word (scan, "null", LIAISON_JSON_NULL, error);

    default:
      if (*scan->at == '-' || g_ascii_isdigit (*scan->at))
        return scan_number (scan, error);
      return fail (scan, scan->at, _("a value is wanted here"), error);
    }
}

/* Passes the comma before the next member or element, or closes what is open. */
static gboolean
pass_comma (LiaisonJsonScan  *scan,
            LiaisonJsonToken *token,
            GError          **error)
{
  gboolean in_object = scan->is_object[scan->depth - 1];

  if (*scan->at == (in_object ? '}' : ']'))
    {
      *token = close_container (scan, error);
      return FALSE;
    }
  if (*scan->at != ',')
    {
      *token = fail (scan, scan->at, in_object ? _("a comma or } is wanted here") : _("a comma or ] is wanted here"), error);
      return FALSE;
    }

  scan->at++;
  scan->expected = in_object ? EXPECT_KEY : EXPECT_VALUE;
  skip_space (scan);
  scan->token = scan->at;
  if (scan->at == scan->end)
    *token = fail_cut (scan, error);

  return scan->at < scan->end;
}

static LiaisonJsonToken
end_text (LiaisonJsonScan *scan,
          GError         **error)
{
  if (scan->at < scan->end)
    return fail (scan, scan->at, _("the text is over, but something follows"), error);

  return LIAISON_JSON_END;
}

LiaisonJsonToken
liaison_json_scan_next (LiaisonJsonScan *scan,
                        GError         **error)
{
  LiaisonJsonToken token = LIAISON_JSON_ERROR;

  skip_space (scan);
  scan->token = scan->at;
  if (scan->expected == EXPECT_NOTHING)
    return end_text (scan, error);
  if (scan->at == scan->end)
    return fail_cut (scan, error);
  if (scan->expected == EXPECT_COMMA_OR_END && !pass_comma (scan, &token, error))
    return token;

  switch (scan->expected)
    {
    case EXPECT_KEY_OR_END:
      return *scan->at == '}' ? close_container (scan, error) : scan_key (scan, error);

    case EXPECT_KEY:
      return scan_key (scan, error);

    case EXPECT_VALUE_OR_END:
      return *scan->at == ']' ? close_container (scan, error) : scan_value (scan, error);

    case EXPECT_VALUE:
      return scan_value (scan, error);

    case EXPECT_COMMA_OR_END:
    case EXPECT_NOTHING:
    default:
      g_assert_not_reached ();
    }
}

gboolean
liaison_json_scan_skip (LiaisonJsonScan *scan,
                        LiaisonJsonToken token,
                        GError         **error)
{
  guint outside = scan->depth;

  if (token == LIAISON_JSON_ERROR)
    return FALSE;
  if (token != LIAISON_JSON_OBJECT && token != LIAISON_JSON_ARRAY)
    return TRUE;

  do
    {
      if (liaison_json_scan_next (scan, error) == LIAISON_JSON_ERROR)
        return FALSE;
    }
  while (scan->depth >= outside);

  return TRUE;
}

const char *
liaison_json_scan_get_text (LiaisonJsonScan *scan,
                            gsize           *length)
{
  *length = scan->value_length;

  return scan->value;
}

gint64
liaison_json_scan_get_integer (LiaisonJsonScan *scan)
{
  return scan->integer;
}

gboolean
liaison_json_scan_is_cut (LiaisonJsonScan *scan)
{
  return scan->is_cut;
}

gboolean
liaison_json_check (const char *text,
                    gsize       length,
                    GError    **error)
{
  g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();
  LiaisonJsonToken token;

  liaison_json_scan_start (scan, text, length);
  do
    token = liaison_json_scan_next (scan, error);
  while (token != LIAISON_JSON_END && token != LIAISON_JSON_ERROR);

  return token == LIAISON_JSON_END;
}
