/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "count-property.h"

#include "liaison-count.h"

static GPtrArray *
count (PlainStore      *store,
       LiaisonQuery    *query,
       LiaisonCountKey  by,
       int              and_by,
       LiaisonMeasure   measure)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *counts = liaison_count (store->db, query, by, and_by, measure, &error);

  g_assert_no_error (error);

  return counts;
}

static void
describe_item (const PlainPart *part,
               LiaisonMeasure   measure,
               GString         *item)
{
  g_string_truncate (item, 0);
  if (measure == LIAISON_MEASURE_COUNTERPARTS && part->contact)
    g_string_printf (item, "%" G_GINT64_FORMAT, part->contact);
  if (measure == LIAISON_MEASURE_COUNTRIES)
    g_string_assign (item, part->seat_country);
  if (measure == LIAISON_MEASURE_ORGANISATIONS && part->seat_organisation)
    g_string_printf (item, "%" G_GINT64_FORMAT, part->seat_organisation);
}

/* What is found of one query. */
typedef struct
{
  gint64      engagements;
  gint64      announced;
  gint64      unnamed;
  GHashTable *items;
} Found;

static Found
find (PlainStore     *store,
      LiaisonQuery   *query,
      LiaisonMeasure  measure)
{
  Found found = { .items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr (GString) item = g_string_new (NULL);

  for (guint i = 0; i < store->engagements->len; i++)
    {
      const PlainEngagement *engagement = g_ptr_array_index (store->engagements, i);
      g_autoptr (GPtrArray) witnesses = NULL;

      if (!engagement->counted || !plain_matches (store, query, engagement))
        continue;

      found.engagements++;
      found.announced += engagement->evidence == LIAISON_EVIDENCE_ANNOUNCEMENT;
      witnesses = plain_witnesses (store, query, engagement, LIAISON_SIDE_THEIRS);
      for (guint j = 0; j < witnesses->len; j++)
        {
          const PlainPart *part = g_ptr_array_index (witnesses, j);

          describe_item (part, measure, item);
          if (item->len)
            g_hash_table_add (found.items, g_strdup (item->str));
          if (measure == LIAISON_MEASURE_COUNTERPARTS && !part->contact)
            found.unnamed += MAX (part->head_count, 1);
        }
    }

  return found;
}

static void
check_figure (PlainStore         *store,
              const char         *text,
              LiaisonMeasure      measure,
              const LiaisonCount *figure)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (figure->query);
  g_autoptr (GError) error = NULL;
  Found found;
  gint64 expected;

  liaison_query_check (query, &error);
  g_assert_no_error (error);

  found = find (store, query, measure);
  expected = measure == LIAISON_MEASURE_ENGAGEMENTS ? found.engagements : g_hash_table_size (found.items);
  if (figure->dated != expected || figure->unnamed != found.unnamed
      || (measure == LIAISON_MEASURE_ENGAGEMENTS && figure->announced != found.announced))
    g_error ("“%s”: %s/%s is %d, %d announced, %d unnamed, but “%s” has %d, %d, %d", text, figure->key, figure->and_key,
             (int) figure->dated, (int) figure->announced, (int) figure->unnamed, figure->query, (int) expected, (int) found.announced,
             (int) found.unnamed);

  g_assert_cmpint (figure->value, >=, figure->dated);
  g_assert_cmpint (figure->announced, <=, figure->dated);
  g_hash_table_unref (found.items);
}

/* How many different values an engagement has of a key, none among them. */
static guint
count_values (PlainStore            *store,
              LiaisonQuery          *query,
              const PlainEngagement *engagement,
              LiaisonCountKey        key)
{
  gboolean is_ours = key == LIAISON_COUNT_PRINCIPAL || key == LIAISON_COUNT_OFFICE || key == LIAISON_COUNT_OUR_LEVEL;
  g_autoptr (GPtrArray) witnesses = plain_witnesses (store, query, engagement, is_ours ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < witnesses->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (witnesses, i);
      gint64 keys[4] = { 0 };

      if (key == LIAISON_COUNT_PRINCIPAL || key == LIAISON_COUNT_COUNTERPART)
        keys[0] = part->contact;
      else if (key == LIAISON_COUNT_LEVEL || key == LIAISON_COUNT_OUR_LEVEL)
        keys[0] = part->level;
      else if (key == LIAISON_COUNT_ORGANISATION || key == LIAISON_COUNT_OFFICE)
        plain_get_organisations (part, keys);
      else if (key == LIAISON_COUNT_COUNTRY && *part->seat_country)
        g_hash_table_add (values, g_strdup (part->seat_country));

      for (int j = 0; keys[j]; j++)
        g_hash_table_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, keys[j]));
      if (!keys[0] && (key != LIAISON_COUNT_COUNTRY || !*part->seat_country))
        g_hash_table_add (values, g_strdup ("none"));
    }

  if (key == LIAISON_COUNT_TOPIC)
    return MAX (plain_count_topics (query, engagement), 1);

  return MAX (g_hash_table_size (values), 1);
}

static gint64
add_up (GPtrArray *counts,
        gboolean   dated)
{
  gint64 sum = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *figure = g_ptr_array_index (counts, i);

      sum += dated ? figure->dated : figure->value;
    }

  return sum;
}

static gboolean
is_single (LiaisonCountKey key)
{
  return key <= LIAISON_COUNT_GROUP || key == LIAISON_COUNT_TOTAL;
}

/* Each counted engagement is under each of its values, and those of its participations. */
static void
check_sum (PlainStore      *store,
           LiaisonQuery    *query,
           LiaisonCountKey  key,
           GPtrArray       *counts)
{
  g_autoptr (GPtrArray) total = count (store, query, LIAISON_COUNT_TOTAL, -1, LIAISON_MEASURE_ENGAGEMENTS);
  gint64 expected = 0;

  for (guint i = 0; i < store->engagements->len; i++)
    {
      const PlainEngagement *engagement = g_ptr_array_index (store->engagements, i);

      if (engagement->counted && plain_matches (store, query, engagement))
        expected += count_values (store, query, engagement, key);
    }

  g_assert_cmpint (add_up (counts, TRUE), ==, expected);
  if (is_single (key))
    g_assert_cmpint (add_up (counts, FALSE), ==, add_up (total, FALSE));
}

static void
check_counts (PlainStore      *store,
              LiaisonQuery    *query,
              LiaisonCountKey  by,
              int              and_by,
              LiaisonMeasure   measure)
{
  g_autoptr (GPtrArray) counts = count (store, query, by, and_by, measure);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *figure = g_ptr_array_index (counts, i);

      check_figure (store, liaison_query_get_text (query), measure, figure);
      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s/%s", figure->key, figure->and_key ? figure->and_key : "-")));
    }

  if (and_by < 0 && measure == LIAISON_MEASURE_ENGAGEMENTS)
    check_sum (store, query, by, counts);
}

void
count_property_check (PlainStore *store,
                      const char *text)
{
  static const LiaisonCountKey pairs[][2] = {
    { LIAISON_COUNT_MONTH, LIAISON_COUNT_GROUP },      { LIAISON_COUNT_COUNTRY, LIAISON_COUNT_LEVEL },
    { LIAISON_COUNT_LEVEL, LIAISON_COUNT_COUNTERPART }, { LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTERPART },
    { LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_OFFICE },  { LIAISON_COUNT_COUNTRY, LIAISON_COUNT_WEEK },
    { LIAISON_COUNT_ORGANISATION, LIAISON_COUNT_LEVEL }, { LIAISON_COUNT_TOPIC, LIAISON_COUNT_COUNTRY },
    { LIAISON_COUNT_OUR_LEVEL, LIAISON_COUNT_LEVEL },
  };
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);

  for (LiaisonMeasure measure = LIAISON_MEASURE_ENGAGEMENTS; measure <= LIAISON_MEASURE_ORGANISATIONS; measure++)
    {
      for (LiaisonCountKey key = 0; key < LIAISON_N_COUNT_KEYS; key++)
        check_counts (store, query, key, -1, measure);
      for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
        check_counts (store, query, pairs[i][0], pairs[i][1], measure);
    }
}
