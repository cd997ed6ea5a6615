/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-validate-private.h"

#include "liaison-country.h"
#include "liaison-date.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

/* Unicode Standard Annex 9, table 4. */
#define LEFT_TO_RIGHT_EMBEDDING 0x202a
#define RIGHT_TO_LEFT_EMBEDDING 0x202b
#define POP_DIRECTIONAL_FORMATTING 0x202c
#define LEFT_TO_RIGHT_OVERRIDE 0x202d
#define RIGHT_TO_LEFT_OVERRIDE 0x202e
#define LEFT_TO_RIGHT_ISOLATE 0x2066
#define RIGHT_TO_LEFT_ISOLATE 0x2067
#define FIRST_STRONG_ISOLATE 0x2068
#define POP_DIRECTIONAL_ISOLATE 0x2069

/* The annex has implementations follow no more than these within each other (BD2). */
#define MOST_DIRECTIONS 125

/* No more of a wrong text than this is repeated to the person. */
#define MOST_QUOTED 40

gboolean
liaison_validate_refuse (GError     **error,
                         const char  *message)
{
  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, message);

  return FALSE;
}

static char *
quote (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *start = g_utf8_substring (text, 0, MIN (length, MOST_QUOTED));

  return g_strdup_printf ("“%s%s”", start, length > MOST_QUOTED ? "…" : "");
}

static gboolean
validate_encoding (const char  *text,
                   gsize        most_bytes,
                   GError     **error)
{
  gsize length = strnlen (text, most_bytes + 1);

  if (length > most_bytes)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("This is too long: %u MB are the most."), (guint) (most_bytes >> 20));
      return FALSE;
    }

  if (!g_utf8_validate_len (text, length, NULL))
    return liaison_validate_refuse (error, _("This is not text in UTF-8."));

  return TRUE;
}

static gboolean
refuse_control (GError     **error,
                const char  *text,
                const char  *place)
{
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID,
               /* Translators: a number as in U+0007, and how many characters come before it */
               _("There is an invisible control character (U+%04X) after %ld characters: remove it."),
               g_utf8_get_char (place), g_utf8_strlen (text, place - text));

  return FALSE;
}

/* Bytes that begin a control character, a separator or a mark of direction; all else needs no closer look. */
static gboolean
is_suspect (guchar byte)
{
  return byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte == 0xe2;
}

static gboolean
is_line_break (gunichar character)
{
  return character == '\n' || character == '\r' || character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR;
}

/* What ends a change of direction that @character begins; 0 where it begins none. */
static gunichar
get_end_of_direction (gunichar character)
{
  switch (character)
    {
    case LEFT_TO_RIGHT_EMBEDDING:
    case RIGHT_TO_LEFT_EMBEDDING:
    case LEFT_TO_RIGHT_OVERRIDE:
    case RIGHT_TO_LEFT_OVERRIDE:
      return POP_DIRECTIONAL_FORMATTING;

    case LEFT_TO_RIGHT_ISOLATE:
    case RIGHT_TO_LEFT_ISOLATE:
    case FIRST_STRONG_ISOLATE:
      return POP_DIRECTIONAL_ISOLATE;

    default:
      return 0;
    }
}

/* The ends that the changes of direction so far are waiting for. */
typedef struct
{
  gunichar ends[MOST_DIRECTIONS];
  guint    n_ends;
} Directions;

static gboolean
follow_direction (Directions  *directions,
                  gunichar     character,
                  GError     **error)
{
  gunichar end = get_end_of_direction (character);

  if (end != 0)
    {
      if (directions->n_ends == MOST_DIRECTIONS)
        return liaison_validate_refuse (error, _("The writing direction changes too often: remove the invisible marks."));
      directions->ends[directions->n_ends++] = end;
    }
  else if (character == POP_DIRECTIONAL_FORMATTING || character == POP_DIRECTIONAL_ISOLATE)
    {
      if (directions->n_ends == 0 || directions->ends[directions->n_ends - 1] != character)
        return liaison_validate_refuse (error, _("An invisible mark ends a change of the writing direction that was not begun: remove it."));
      directions->n_ends--;
    }

  return TRUE;
}

gboolean
liaison_validate_line (const char  *text,
                       GError     **error)
{
  Directions directions;

  if (!validate_encoding (text, LIAISON_MOST_LINE_BYTES, error))
    return FALSE;

  directions.n_ends = 0;
  for (const char *p = text; *p != '\0'; p++)
    {
      gunichar character;

      if (!is_suspect (*p))
        continue;

      character = g_utf8_get_char (p);
      if (is_line_break (character))
        return liaison_validate_refuse (error, _("This must be a single line."));
      if (g_unichar_iscntrl (character))
        return refuse_control (error, text, p);
      if (!follow_direction (&directions, character, error))
        return FALSE;
    }

  if (directions.n_ends > 0)
    return liaison_validate_refuse (error, _("An invisible mark begins a change of the writing direction that is not ended: remove it."));

  return TRUE;
}

gboolean
liaison_validate_prose (const char  *text,
                        GError     **error)
{
  if (!validate_encoding (text, LIAISON_MOST_PROSE_BYTES, error))
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gunichar character;

      if (!is_suspect (*p))
        continue;

      character = g_utf8_get_char (p);
      if (g_unichar_iscntrl (character) && character != '\t' && !is_line_break (character))
        return refuse_control (error, text, p);
    }

  return TRUE;
}

gboolean
liaison_validate_address (const char  *text,
                          GError     **error)
{
  g_autofree char *quoted = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *scheme, *host;

  if (!liaison_validate_line (text, error))
    return FALSE;

  uri = strpbrk (text, " \\") == NULL ? g_uri_parse (text, G_URI_FLAGS_NONE, NULL) : NULL;
  scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if ((g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0) && host != NULL && *host != '\0')
    return TRUE;

  quoted = quote (text);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("%s is not a web address: write it as https://www.example.org/page."), quoted);

  return FALSE;
}

gboolean
liaison_validate_uuid (const char  *text,
                       GError     **error)
{
  g_autofree char *quoted = NULL;
  guint8 bytes[16];
  gboolean is_canonical = liaison_uuid_parse (text, bytes);

  for (const char *p = text; is_canonical && *p != '\0'; p++)
    is_canonical = !g_ascii_isupper (*p);

  if (is_canonical)
    return TRUE;

  if (!liaison_validate_line (text, error))
    return FALSE;

  quoted = quote (text);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("%s is not a UUID: it has 32 digits from 0 to f, as in 017f22e2-79b0-7cc3-98c4-dc0c0c07398f."), quoted);

  return FALSE;
}

gboolean
liaison_validate_country (const char  *text,
                          GError     **error)
{
  g_autofree char *quoted = NULL;
  if (liaison_country_is_valid (text))
    return TRUE;

  if (!liaison_validate_line (text, error))
    return FALSE;

  quoted = quote (text);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("%s is not a country code: write two letters of ISO 3166-1, as in UA or PL."), quoted);

  return FALSE;
}

gboolean
liaison_validate_date (const char  *text,
                       GError     **error)
{
  g_autoptr (GError) reason = NULL;
  LiaisonDate date;

  if (liaison_date_parse (text, &date, &reason))
    return TRUE;

  return liaison_validate_refuse (error, reason->message);
}

gboolean
liaison_validate_email (const char  *text,
                        GError     **error)
{
  g_autofree char *quoted = NULL;
  const char *at = strrchr (text, '@');

  if (!liaison_validate_line (text, error))
    return FALSE;

  if (at != NULL && at != text && at[1] != '\0' && strchr (text, ' ') == NULL)
    return TRUE;

  quoted = quote (text);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("%s is not an e-mail address: write it as name@example.org."), quoted);

  return FALSE;
}

static gboolean
zone_is_known (const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

  return zone != NULL;
}

/* GTimeZone would also read a file that is named by its path. */
static gboolean
has_form_of_zone (const char *name)
{
  return *name != '/' && strstr (name, "..") == NULL && strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "+-_:/") == strlen (name);
}

gboolean
liaison_validate_zone (const char  *text,
                       GError     **error)
{
  g_autofree char *quoted = NULL;
  if (has_form_of_zone (text) && (zone_is_known (text) || !zone_is_known ("Europe/London")))
    return TRUE;

  if (!liaison_validate_line (text, error))
    return FALSE;

  quoted = quote (text);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("%s is not a known time zone: write it as Europe/Warsaw, UTC or +02:00."), quoted);

  return FALSE;
}
