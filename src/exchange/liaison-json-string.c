/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-string-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Sets the high bit of the lowest byte of @word that is below @limit; of those above it, perhaps wrongly, others. */
static inline guint64
bytes_below (guint64 word,
             guint64 limit)
{
  return (word - EACH_BYTE (limit)) & ~word & EACH_BYTE (0x80);
}

static inline gboolean
is_plain (char byte)
{
  return (guchar) byte >= 0x20 && (guchar) byte < 0x80 && byte != '"' && byte != '\\';
}

/* How many of the eight bytes at @at come before the first that ends plain ASCII: quotation mark, backslash, control character, or beyond it. */
static inline guint
count_plain (const char *at)
{
  guint64 word;
  guint64 special;

  memcpy (&word, at, sizeof word);
  word = GUINT64_FROM_LE (word);
  special = (word & EACH_BYTE (0x80)) | bytes_below (word, 0x20) | bytes_below (word ^ EACH_BYTE ('"'), 1) |
            bytes_below (word ^ EACH_BYTE ('\\'), 1);

  return special ? (guint) __builtin_ctzll (special) / 8 : 8;
}

static inline const char *
skip_plain (const char *at,
            const char *end)
{
  while (end - at >= 8)
    {
      guint n_plain = count_plain (at);

      at += n_plain;
      if (n_plain < 8)
        return at;
    }
  while (at < end && is_plain (*at))
    at++;

  return at;
}

static inline gboolean
is_between (char byte,
            int  first,
            int  last)
{
  return (guchar) byte >= first && (guchar) byte <= last;
}

/*
 * The length of the well-formed sequence of UTF-8 at @at (The Unicode Standard 15, table 3-7), 0 where there is none; more than
 * is left where it is cut by @end.
 */
static int
get_sequence_length (const char *at,
                     const char *end)
{
  guchar lead = *at;
  int first = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  int last = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;

  if (length > 1 && end - at > 1 && !is_between (at[1], first, last))
    return 0;
  for (int i = 2; i < length && end - at > i; i++)
    {
      if (!is_between (at[i], 0x80, 0xBF))
        return 0;
    }

  return length;
}

/* Reads four hexadecimal digits; -1 where they are none, -2 where the text is cut. */
static int
read_hex (const char *at,
          const char *end)
{
  int code = 0;

  for (int i = 0; i < 4; i++)
    {
      if (at + i >= end)
        return -2;
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (at[i]);
    }

  return code;
}

/* Reads what follows \u, a low surrogate after a high one included. */
static const char *
scan_code (const char  *at,
           const char  *end,
           GString     *decoded,
           const char **reason)
{
  int code = read_hex (at, end);
  int low;

  if (code == -1)
    *reason = _("\\u wants four hexadecimal digits");
  else if (code == 0)
    *reason = _("the character U+0000 is not accepted");
  else if (code >= 0xDC00 && code <= 0xDFFF)
    *reason = _("a low surrogate has no high one before it");
  if (code < 0)
    return *reason ? at : end;
  if (*reason)
    return at;

  if (code < 0xD800 || code > 0xDBFF)
    {
      g_string_append_unichar (decoded, code);
      return at + 4;
    }

  if (end - at < 6 && strncmp (at + 4, "\\u", end - at - 4) == 0)
    return end;
  low = strncmp (at + 4, "\\u", 2) == 0 ? read_hex (at + 6, end) : -1;
  if (low == -2)
    return end;
  if (low < 0xDC00 || low > 0xDFFF)
    {
      *reason = _("a high surrogate has no low one after it");
      return at;
    }
  g_string_append_unichar (decoded, 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));

  return at + 10;
}

/* Reads an escape, from the byte after its backslash. */
static const char *
scan_escape (const char  *at,
             const char  *end,
             GString     *decoded,
             const char **reason)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *name;

  if (at == end)
    return end;
  if (*at == 'u')
    return scan_code (at + 1, end, decoded, reason);

  name = memchr (names, *at, sizeof names - 1);
  if (name == NULL)
    {
      *reason = _("there is no such escape");
      return at;
    }
  g_string_append_c (decoded, values[name - names]);

  return at + 1;
}

/* Passes one character that is neither plain nor the closing quotation mark. */
static const char *
scan_special (const char  *at,
              const char  *end,
              const char **reason)
{
  int length;

  if ((guchar) *at < 0x20)
    {
      *reason = _("a control character must be written as an escape");
      return at;
    }

  length = get_sequence_length (at, end);
  if (length == 0)
    *reason = _("this is not UTF-8");
  else if (end - at < length)
    return end;

  return at + length;
}

const char *
liaison_json_string_scan (const char  *at,
                          const char  *end,
                          GString     *decoded,
                          gboolean    *has_escapes,
                          const char **reason)
{
  const char *pending = at;

  *has_escapes = FALSE;
  *reason = NULL;
  while (!*reason)
    {
      at = skip_plain (at, end);
      if (at == end || *at == '"')
        break;

      if (*at != '\\')
        {
          at = scan_special (at, end, reason);
          continue;
        }

      *has_escapes = TRUE;
      g_string_append_len (decoded, pending, at - pending);
      at = scan_escape (at + 1, end, decoded, reason);
      pending = at;
    }

  if (*has_escapes && !*reason)
    g_string_append_len (decoded, pending, at - pending);

  return at;
}

static void
append_escape (GString *json,
               guchar   byte)
{
  static const char names[] = "\"\\bfnrt";
  static const char values[] = "\"\\\b\f\n\r\t";
  const char *value = memchr (values, byte, sizeof values - 1);

  if (value)
    g_string_append_printf (json, "\\%c", names[value - values]);
  else
    g_string_append_printf (json, "\\u%04x", byte);
}

void
liaison_json_string_append (GString    *json,
                            const char *text)
{
  const char *pending = text ? text : "";
  const char *at;

  g_string_append_c (json, '"');
  for (at = pending; *at; at++)
    {
      if ((guchar) *at >= 0x20 && *at != '"' && *at != '\\')
        continue;

      g_string_append_len (json, pending, at - pending);
      append_escape (json, *at);
      pending = at + 1;
    }
  g_string_append_len (json, pending, at - pending);
  g_string_append_c (json, '"');
}
