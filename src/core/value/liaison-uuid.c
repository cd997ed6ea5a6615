/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-uuid.h"

#include <string.h>

/* The last counter of a millisecond: rand_a has 12 bits (RFC 9562, 5.7). */
#define MAX_COUNTER 0xfff

/* Where hyphens stand in the text form. */
static gboolean
is_hyphen_position (gsize position)
{
  return position == 8 || position == 13 || position == 18 || position == 23;
}

static void
set_version (guint8 bytes[16],
             guint8 version)
{
  bytes[6] = (bytes[6] & 0x0f) | (guint8) (version << 4);
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
}

static char *
format_new (const guint8 bytes[16])
{
  char *text = g_malloc (LIAISON_UUID_LENGTH + 1);

  liaison_uuid_format (bytes, text);

  return text;
}

/* Gives the time and the counter of the next identifier: later than all before, whatever the
 * clock does. The counter starts in the lower half of its range, at random, so that a millisecond
 * has room for at least 2048; one that is full borrows the next millisecond (RFC 9562, 6.2). */
static void
take_turn (guint64 *milliseconds,
           guint16 *counter)
{
  static GMutex mutex;
  static guint64 last_milliseconds;
  static guint16 last_counter;
  guint64 now = (guint64) (g_get_real_time () / 1000);

  g_mutex_lock (&mutex);

  if (now <= last_milliseconds && last_counter < MAX_COUNTER)
    {
      last_counter++;
    }
  else
    {
      last_milliseconds = MAX (now, last_milliseconds + 1);
      last_counter = (guint16) g_random_int_range (0, (MAX_COUNTER + 1) / 2);
    }

  *milliseconds = last_milliseconds;
  *counter = last_counter;

  g_mutex_unlock (&mutex);
}

char *
liaison_uuid_new (void)
{
  guint64 milliseconds;
  guint16 counter;
  guint32 random[2] = { g_random_int (), g_random_int () };
  guint8 bytes[16];

  take_turn (&milliseconds, &counter);

  for (int i = 0; i < 6; i++)
    bytes[i] = (guint8) (milliseconds >> (40 - 8 * i));
  bytes[6] = (guint8) (counter >> 8);
  bytes[7] = (guint8) counter;
  memcpy (bytes + 8, random, sizeof random);
  set_version (bytes, 7);

  return format_new (bytes);
}

char *
liaison_uuid_new_from_name (const char *namespace_uuid,
                            const char *name)
{
  g_autoptr (GChecksum) checksum = NULL;
  guint8 bytes[16];
  guint8 digest[20];
  gsize length = sizeof digest;

  g_return_val_if_fail (name != NULL, NULL);

  if (!liaison_uuid_parse (namespace_uuid, bytes))
    return NULL;

  checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_checksum_update (checksum, bytes, sizeof bytes);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, digest, &length);

  set_version (digest, 5);

  return format_new (digest);
}

/* A digit's value plus 1, so that 0 is none.  An import reads several UUIDs a line. */
static const guint8 digit_values[256] = {
  ['0'] = 1, ['1'] = 2, ['2'] = 3, ['3'] = 4, ['4'] = 5, ['5'] = 6, ['6'] = 7, ['7'] = 8, ['8'] = 9, ['9'] = 10,
  ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
  ['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
};

gboolean
liaison_uuid_parse (const char *text,
                    guint8      bytes[16])
{
  guint8 parsed[16];
  const guint8 *p = (const guint8 *) text;

  if (text == NULL)
    return FALSE;

  /* Each test fails at a text's end, so that none is read beyond it. */
  for (guint i = 0; i < 16; i++)
    {
      guint8 high, low;

      if ((i == 4 || i == 6 || i == 8 || i == 10) && *p++ != '-')
        return FALSE;

      high = digit_values[*p];
      if (high == 0)
        return FALSE;
      low = digit_values[p[1]];
      if (low == 0)
        return FALSE;

      parsed[i] = (guint8) ((high - 1) << 4 | (low - 1));
      p += 2;
    }

  if (*p != '\0')
    return FALSE;

  memcpy (bytes, parsed, sizeof parsed);

  return TRUE;
}

gboolean
liaison_uuid_is_canonical (const char *text)
{
  static const guint8 positions[] = { 0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34 };
  gboolean is_canonical = text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';

  for (gsize i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      guint8 high = (guint8) text[positions[i]];
      guint8 low = (guint8) text[positions[i] + 1];

      /* Of the digits only capitals lack 0x20. */
      is_canonical &= digit_values[high] != 0 && digit_values[low] != 0 && (high & low & 0x20) != 0;
    }

  return is_canonical;
}

void
liaison_uuid_format (const guint8 bytes[16],
                     char         text[LIAISON_UUID_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";
  gsize position = 0;

  for (gsize i = 0; i < 16; i++)
    {
      if (is_hyphen_position (position))
        text[position++] = '-';
      text[position++] = digits[bytes[i] >> 4];
      text[position++] = digits[bytes[i] & 0x0f];
    }
  text[position] = '\0';
}
