/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-counting-private.h"

#include "liaison-day.h"

/* Longer than all days that a record can name. */
#define MOST_DAYS 4000000

int
liaison_counting_due_day (int    last_spoken,
                          gint64 cadence)
{
  if (last_spoken <= 0 || cadence <= 0)
    return 0;

  return liaison_day_add (last_spoken, MIN (cadence, MOST_DAYS));
}

gboolean
liaison_counting_is_overdue (int    last_spoken,
                             gint64 cadence,
                             int    today)
{
  return cadence > 0 && liaison_counting_due_day (last_spoken, cadence) < today;
}
