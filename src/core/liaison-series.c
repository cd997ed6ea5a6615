/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-series.h"

#include "liaison-date.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define MOST_BUCKETS 60
#define UNDATED "undated"

typedef struct
{
  gint64 value;
  char  *query;
} Figure;

typedef struct
{
  int    start;
  Figure total;
} Bucket;

struct _LiaisonSeries
{
  LiaisonStep step;
  GArray     *buckets; /* Bucket */
  GArray     *groups;  /* LiaisonGroup, those with engagements */
  GArray     *cells;   /* Figure, bucket by bucket */
  gint64      maximum;
  gint64      sum;
  gint64      undated;
};

G_DEFINE_BOXED_TYPE (LiaisonSeries, liaison_series, liaison_series_ref, liaison_series_unref)

static LiaisonCountKey
get_count_key (LiaisonStep step)
{
  switch (step)
    {
    case LIAISON_STEP_DAY:
      return LIAISON_COUNT_DAY;
    case LIAISON_STEP_WEEK:
      return LIAISON_COUNT_WEEK;
    case LIAISON_STEP_MONTH:
      return LIAISON_COUNT_MONTH;
    case LIAISON_STEP_QUARTER:
      return LIAISON_COUNT_QUARTER;
    case LIAISON_STEP_YEAR:
    default:
      return LIAISON_COUNT_YEAR;
    }
}

static void
clear_figure (gpointer data)
{
  g_free (((Figure *) data)->query);
}

static void
clear_bucket (gpointer data)
{
  clear_figure (&((Bucket *) data)->total);
}

/* Fills the buckets, and tells in @positions where each key's is. */
static void
fill_buckets (LiaisonSeries *series,
              GPtrArray     *counts,
              GHashTable    *positions)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *count = counts->pdata[i];
      Bucket bucket = { 0, { count->value, g_strdup (count->query) } };
      int last;

      if (g_str_equal (count->key, UNDATED) || !liaison_date_parse_query (count->key, 0, &bucket.start, &last, NULL))
        {
          series->undated += count->value;
          clear_bucket (&bucket);
          continue;
        }

      g_hash_table_insert (positions, g_strdup (count->key), GUINT_TO_POINTER (series->buckets->len));
      g_array_append_val (series->buckets, bucket);
      series->maximum = MAX (series->maximum, count->value);
      series->sum += count->value;
    }
}

static void
fill_groups (LiaisonSeries *series,
             GPtrArray     *counts)
{
  for (const LiaisonToken *token = liaison_groups.tokens; token->token != NULL; token++)
    {
      LiaisonGroup group = token->value;

      for (guint i = 0; i < counts->len; i++)
        {
          const LiaisonCount *count = counts->pdata[i];

          if (count->value > 0 && !g_str_equal (count->key, UNDATED) && g_strcmp0 (count->and_key, token->token) == 0)
            {
              g_array_append_val (series->groups, group);
              break;
            }
        }
    }
}

static int
find_stack (LiaisonSeries *series,
            const char    *token)
{
  int group = liaison_vocabulary_parse (&liaison_groups, token);

  for (guint i = 0; i < series->groups->len; i++)
    {
      if ((int) g_array_index (series->groups, LiaisonGroup, i) == group)
        return i;
    }

  return -1;
}

static void
fill_cells (LiaisonSeries *series,
            GPtrArray     *counts,
            GHashTable    *positions)
{
  g_array_set_size (series->cells, series->buckets->len * series->groups->len);

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *count = counts->pdata[i];
      int stack = find_stack (series, count->and_key);
      gpointer bucket;
      Figure *cell;

      if (stack < 0 || !g_hash_table_lookup_extended (positions, count->key, NULL, &bucket))
        continue;

      cell = &g_array_index (series->cells, Figure, GPOINTER_TO_UINT (bucket) * series->groups->len + stack);
      cell->value = count->value;
      g_free (cell->query);
      cell->query = g_strdup (count->query);
    }
}

LiaisonSeries *
liaison_series_load (LiaisonDb     *db,
                     LiaisonQuery  *query,
                     LiaisonStep    step,
                     GError       **error)
{
  LiaisonCountKey key = get_count_key (step);
  g_autoptr (GHashTable) positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) totals = liaison_count (db, query, key, -1, LIAISON_MEASURE_ENGAGEMENTS, error);
  g_autoptr (GPtrArray) counts = NULL;
  LiaisonSeries *series;

  if (totals == NULL)
    return NULL;

  counts = liaison_count (db, query, key, LIAISON_COUNT_GROUP, LIAISON_MEASURE_ENGAGEMENTS, error);
  if (counts == NULL)
    return NULL;

  series = g_atomic_rc_box_new0 (LiaisonSeries);
  series->step = step;
  series->buckets = g_array_new (FALSE, TRUE, sizeof (Bucket));
  series->groups = g_array_new (FALSE, TRUE, sizeof (LiaisonGroup));
  series->cells = g_array_new (FALSE, TRUE, sizeof (Figure));
  g_array_set_clear_func (series->buckets, clear_bucket);
  g_array_set_clear_func (series->cells, clear_figure);
  fill_buckets (series, totals, positions);
  fill_groups (series, counts);
  fill_cells (series, counts, positions);

  return series;
}

LiaisonSeries *
liaison_series_ref (LiaisonSeries *series)
{
  return g_atomic_rc_box_acquire (series);
}

static void
clear_series (gpointer data)
{
  LiaisonSeries *series = data;

  g_array_unref (series->buckets);
  g_array_unref (series->groups);
  g_array_unref (series->cells);
}

void
liaison_series_unref (LiaisonSeries *series)
{
  g_atomic_rc_box_release_full (series, clear_series);
}

LiaisonStep
liaison_series_get_step (LiaisonSeries *series)
{
  return series->step;
}

guint
liaison_series_get_n_buckets (LiaisonSeries *series)
{
  return series->buckets->len;
}

guint
liaison_series_get_n_stacks (LiaisonSeries *series)
{
  return series->groups->len;
}

LiaisonGroup
liaison_series_get_group (LiaisonSeries *series,
                          guint          stack)
{
  g_return_val_if_fail (stack < series->groups->len, 0);

  return g_array_index (series->groups, LiaisonGroup, stack);
}

gint64
liaison_series_get_stack_total (LiaisonSeries *series,
                                guint          stack)
{
  gint64 total = 0;

  for (guint i = 0; i < series->buckets->len; i++)
    total += liaison_series_get_value (series, i, stack);

  return total;
}

int
liaison_series_get_start (LiaisonSeries *series,
                          guint          bucket)
{
  g_return_val_if_fail (bucket < series->buckets->len, 0);

  return g_array_index (series->buckets, Bucket, bucket).start;
}

static const Figure *
get_figure (LiaisonSeries *series,
            guint          bucket,
            int            stack)
{
  g_assert (bucket < series->buckets->len && stack < (int) series->groups->len);

  if (stack < 0)
    return &g_array_index (series->buckets, Bucket, bucket).total;

  return &g_array_index (series->cells, Figure, bucket * series->groups->len + stack);
}

gint64
liaison_series_get_value (LiaisonSeries *series,
                          guint          bucket,
                          guint          stack)
{
  return get_figure (series, bucket, stack)->value;
}

gint64
liaison_series_get_total (LiaisonSeries *series,
                          guint          bucket)
{
  return get_figure (series, bucket, -1)->value;
}

gint64
liaison_series_get_maximum (LiaisonSeries *series)
{
  return series->maximum;
}

gint64
liaison_series_get_sum (LiaisonSeries *series)
{
  return series->sum;
}

gint64
liaison_series_get_undated (LiaisonSeries *series)
{
  return series->undated;
}

const char *
liaison_series_get_query (LiaisonSeries *series,
                          guint          bucket,
                          int            stack)
{
  const char *query = get_figure (series, bucket, stack)->query;

  return query ? query : "";
}

static char *
format_day (int         day,
            const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, 0, 0, 0);

  return g_date_time_format (date, format);
}

char *
liaison_series_dup_label (LiaisonSeries *series,
                          guint          bucket)
{
  int day = liaison_series_get_start (series, bucket);

  switch (series->step)
    {
    case LIAISON_STEP_DAY:
      /* Translators: a day, as strftime() formats it: "9 December 2021" */
      return format_day (day, C_("date format", "%-e %B %Y"));
    case LIAISON_STEP_WEEK:
      /* Translators: a week, as strftime() formats its first day: "week from 6 December 2021" */
      return format_day (day, C_("date format", "week from %-e %B %Y"));
    case LIAISON_STEP_MONTH:
      return format_day (day, C_("date format", "%B %Y"));
    case LIAISON_STEP_QUARTER:
      /* Translators: a quarter of a year: its number, the year */
      return g_strdup_printf (C_("date format", "quarter %d of %d"), (day / 100 % 100 + 2) / 3, day / 10000);
    case LIAISON_STEP_YEAR:
    default:
      return g_strdup_printf ("%d", day / 10000);
    }
}

char *
liaison_series_dup_tick (LiaisonSeries *series,
                         guint          bucket)
{
  int day = liaison_series_get_start (series, bucket);

  switch (series->step)
    {
    case LIAISON_STEP_DAY:
    case LIAISON_STEP_WEEK:
      /* Translators: a day on the axis of a chart, as strftime() formats it: "6 Dec" */
      return format_day (day, C_("date format", "%-e %b"));
    case LIAISON_STEP_MONTH:
      return format_day (day, "%b");
    case LIAISON_STEP_QUARTER:
      /* Translators: a quarter of a year on the axis of a chart */
      return g_strdup_printf (C_("date format", "Q%d"), (day / 100 % 100 + 2) / 3);
    case LIAISON_STEP_YEAR:
    default:
      return g_strdup_printf ("%d", day / 10000);
    }
}

char *
liaison_series_dup_era (LiaisonSeries *series,
                        guint          bucket)
{
  if (series->step == LIAISON_STEP_YEAR)
    return g_strdup ("");

  return g_strdup_printf ("%d", liaison_series_get_start (series, bucket) / 10000);
}

LiaisonStep
liaison_step_choose (int first,
                     int last)
{
  int days = liaison_day_diff (first, last);

  if (days <= MOST_BUCKETS * 7)
    return LIAISON_STEP_WEEK;
  if (days <= MOST_BUCKETS * 30)
    return LIAISON_STEP_MONTH;

  return LIAISON_STEP_YEAR;
}
