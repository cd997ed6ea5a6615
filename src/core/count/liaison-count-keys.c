/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-count-private.h"

static const struct { const char *token; LiaisonScope scope; } keys[] = {
  [LIAISON_COUNT_DAY] = { "day", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_WEEK] = { "week", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_MONTH] = { "month", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_QUARTER] = { "quarter", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_YEAR] = { "year", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_FORM] = { "form", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_GROUP] = { "group", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_COUNTRY] = { "country", LIAISON_SCOPE_THEIRS },
  [LIAISON_COUNT_PRINCIPAL] = { "principal", LIAISON_SCOPE_OURS },
  [LIAISON_COUNT_COUNTERPART] = { "counterpart", LIAISON_SCOPE_THEIRS },
  [LIAISON_COUNT_ORGANISATION] = { "organisation", LIAISON_SCOPE_THEIRS },
  [LIAISON_COUNT_FORMAT] = { "format", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_TOPIC] = { "topic", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_LEVEL] = { "level", LIAISON_SCOPE_THEIRS },
  [LIAISON_COUNT_INITIATED] = { "initiated", LIAISON_SCOPE_ENGAGEMENT },
  [LIAISON_COUNT_OFFICE] = { "office", LIAISON_SCOPE_OURS },
  [LIAISON_COUNT_OUR_LEVEL] = { "our-level", LIAISON_SCOPE_OURS },
  [LIAISON_COUNT_TOTAL] = { "total", LIAISON_SCOPE_ENGAGEMENT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (keys) == LIAISON_N_COUNT_KEYS);

static const char * const measures[] = {
  [LIAISON_MEASURE_ENGAGEMENTS] = "engagements",
  [LIAISON_MEASURE_COUNTERPARTS] = "counterparts",
  [LIAISON_MEASURE_COUNTRIES] = "countries",
  [LIAISON_MEASURE_ORGANISATIONS] = "organisations",
};

int
liaison_count_key_parse (const char *token)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (g_strcmp0 (keys[i].token, token) == 0)
        return i;
    }

  return -1;
}

const char *
liaison_count_key_get_token (LiaisonCountKey key)
{
  g_return_val_if_fail (key < LIAISON_N_COUNT_KEYS, NULL);

  return keys[key].token;
}

int
liaison_measure_parse (const char *token)
{
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      if (g_strcmp0 (measures[i], token) == 0)
        return i;
    }

  return -1;
}

LiaisonScope
liaison_count_key_get_scope (LiaisonCountKey key)
{
  return keys[key].scope;
}

gboolean
liaison_count_key_is_time (LiaisonCountKey key)
{
  return key <= LIAISON_COUNT_YEAR;
}

LiaisonStep
liaison_count_key_get_step (LiaisonCountKey key)
{
  g_assert (liaison_count_key_is_time (key));

  return (LiaisonStep) key;
}

G_STATIC_ASSERT ((int) LIAISON_COUNT_DAY == (int) LIAISON_STEP_DAY && (int) LIAISON_COUNT_WEEK == (int) LIAISON_STEP_WEEK
                 && (int) LIAISON_COUNT_MONTH == (int) LIAISON_STEP_MONTH && (int) LIAISON_COUNT_QUARTER == (int) LIAISON_STEP_QUARTER
                 && (int) LIAISON_COUNT_YEAR == (int) LIAISON_STEP_YEAR);
