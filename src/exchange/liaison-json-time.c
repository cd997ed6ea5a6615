/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-time-private.h"

#include "liaison-day.h"

#define SECONDS_A_DAY (24 * 60 * 60)

/* The numbers of 1 January 1970 and 31 December 9999, as liaison_day_to_julian() counts; from 1 on. */
#define EPOCH 719163
#define LAST 3652059

void
liaison_json_time_append (GString *json,
                          gint64   seconds)
{
  /* A damaged store can hold any number. */
  gint64 known = CLAMP (seconds, (gint64) (1 - EPOCH) * SECONDS_A_DAY, (gint64) (LAST + 1 - EPOCH) * SECONDS_A_DAY - 1);
  gint64 days = known / SECONDS_A_DAY - (known % SECONDS_A_DAY < 0);
  int rest = (int) (known - days * SECONDS_A_DAY);
  int day = liaison_day_from_julian ((int) (days + EPOCH));

  g_string_append_printf (json, "%04d-%02d-%02dT%02d:%02d:%02dZ", day / 10000, day / 100 % 100, day % 100, rest / 3600,
                          rest / 60 % 60, rest % 60);
}

/* Reads @n digits at @text; -1 where they are none. */
static int
read_digits (const char *text,
             int         n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + text[i] - '0';
    }

  return value;
}

gboolean
liaison_json_time_parse (const char *text,
                         gsize       length,
                         gint64     *seconds)
{
  int year, month, day_of_month, hour, minute, second, day;

  if (length != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return FALSE;

  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day_of_month = read_digits (text + 8, 2);
  hour = read_digits (text + 11, 2);
  minute = read_digits (text + 14, 2);
  second = read_digits (text + 17, 2);
  if (year < 0 || month < 0 || day_of_month < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return FALSE;

  day = liaison_day_from_parts (year, month, day_of_month);
  if (!liaison_day_is_valid (day))
    return FALSE;

  *seconds = (gint64) (liaison_day_to_julian (day) - EPOCH) * SECONDS_A_DAY + hour * 3600 + minute * 60 + second;

  return TRUE;
}
