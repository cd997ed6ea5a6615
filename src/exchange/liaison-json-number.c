/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-number-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
skip_digits (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at;
}

/*
 * Finds the end of a number, whose grammar is: [ "-" ] ( "0" / digit1-9 *digit ) [ "." 1*digit ] [ ( "e" / "E" ) [ "-" / "+" ] 1*digit ].
 * Returns NULL where digits are missing; @mistake is then where.
 */
static const char *
find_number_end (const char  *at,
                 const char  *end,
                 gboolean    *is_integer,
                 const char **mistake)
{
  const char *digits = at + (*at == '-');
  const char *stop = digits < end && *digits == '0' ? digits + 1 : skip_digits (digits, end);

  *mistake = stop;
  *is_integer = TRUE;
  if (stop == digits)
    return NULL;

  if (stop < end && *stop == '.')
    {
      digits = stop + 1;
      *mistake = stop = skip_digits (digits, end);
      *is_integer = FALSE;
      if (stop == digits)
        return NULL;
    }

  if (stop < end && (*stop == 'e' || *stop == 'E'))
    {
      digits = stop + 1;
      if (digits < end && (*digits == '-' || *digits == '+'))
        digits++;
      *mistake = stop = skip_digits (digits, end);
      *is_integer = FALSE;
      if (stop == digits)
        return NULL;
    }

  return stop;
}

/* Reads the digits between @at and @end, which are all there is. */
static gboolean
read_integer (const char *at,
              const char *end,
              gint64     *integer)
{
  gboolean is_negative = *at == '-';
  gint64 value = 0;

  for (at += is_negative; at < end; at++)
    {
      if (__builtin_mul_overflow (value, 10, &value) ||
          __builtin_add_overflow (value, is_negative ? '0' - *at : *at - '0', &value))
        return FALSE;
    }
  *integer = value;

  return TRUE;
}

static gboolean
fits_double (const char *at,
             const char *end)
{
  g_autofree char *digits = g_strndup (at, end - at);

  return isfinite (g_ascii_strtod (digits, NULL));
}

const char *
liaison_json_number_scan (const char  *at,
                          const char  *end,
                          gboolean    *is_integer,
                          gint64      *integer,
                          const char **reason)
{
  const char *mistake;
  const char *stop = find_number_end (at, end, is_integer, &mistake);

  *reason = NULL;
  if (stop == NULL)
    *reason = _("a digit is wanted here");
  else if (stop < end && g_ascii_isdigit (*stop))
    *reason = _("a number must not begin with zeros");
  else if (*is_integer ? !read_integer (at, stop, integer) : !fits_double (at, stop))
    *reason = _("the number is too large");
  if (*reason)
    return stop ? at : mistake;

  return stop;
}
