/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-count-private.h"

#include "liaison-audience-private.h"
#include "liaison-rows-private.h"

#define MOST_VALUES 3

/*
 * How the values of engagements are read: the key, and the value.  @all reads every counted engagement, off an index where there is one;
 * @each those of the keys j.value.
 */
typedef struct
{
  const char *columns;
  const char *all;
  const char *each;
} EngagementSource;

#define EACH_ENGAGEMENT "engagement e ON e.id = j.value"

static const EngagementSource of_time = { "e.id, e.x_first_day", "engagement e INDEXED BY engagement_group WHERE e.x_counted", EACH_ENGAGEMENT };

/* The same of those that are not counted, too. */
static const EngagementSource of_any_time = { "e.id, e.x_first_day", "engagement e INDEXED BY engagement_day", EACH_ENGAGEMENT };

static const EngagementSource of_group = { "e.id, e.x_group", "engagement e INDEXED BY engagement_group WHERE e.x_counted", EACH_ENGAGEMENT };

static const EngagementSource of_form = { "e.id, e.form", "engagement e INDEXED BY engagement_form", EACH_ENGAGEMENT };

static const EngagementSource of_format = {
  "e.id, e.format", "engagement e INDEXED BY engagement_format WHERE e.format IS NOT NULL", EACH_ENGAGEMENT };

static const EngagementSource of_initiative = { "e.id, e.initiated", "engagement e", EACH_ENGAGEMENT };

static const EngagementSource of_topic = { "l.owner, l.target", "engagement_topics l", "engagement_topics l ON l.owner = j.value" };

static const EngagementSource of_everything = { "e.id, 1", "engagement e INDEXED BY engagement_group WHERE e.x_counted", EACH_ENGAGEMENT };

/* The same of participations: the key, the engagement, whether it counts, heads, and up to MOST_VALUES values, of which some may be NULL. */
typedef struct
{
  const char *columns;
  const char *all;
  int         n_values;
  gboolean    is_country;
} ParticipationSource;

#define COLUMNS "p.id, p.engagement, p.x_counts, "

static const ParticipationSource of_contact = {
  COLUMNS "0, p.contact", "participation p INDEXED BY participation_contact WHERE p.contact IS NOT NULL AND ", 1, FALSE };

static const ParticipationSource of_unnamed = {
  COLUMNS "max (p.head_count, 1), 0", "participation p INDEXED BY participation_unnamed WHERE p.contact IS NULL AND ", 1, FALSE };

static const ParticipationSource of_country = {
  COLUMNS "0, p.x_seat_country", "participation p INDEXED BY participation_seat WHERE p.x_seat_country <> '' AND ", 1, TRUE };

static const ParticipationSource of_body = {
  COLUMNS "0, p.x_seat_organisation", "participation p INDEXED BY participation_seat_body WHERE p.x_seat_organisation IS NOT NULL AND ", 1, FALSE };

static const ParticipationSource of_level = {
  COLUMNS "0, p.x_level", "participation p INDEXED BY participation_level WHERE p.x_level <> 0 AND ", 1, FALSE };

static const ParticipationSource of_organisation = {
  COLUMNS "0, p.x_seat_organisation, p.organisation, (SELECT t.organisation FROM post t WHERE t.id = p.x_post)", "participation p WHERE ",
  MOST_VALUES, FALSE };

LiaisonValues *
liaison_values_new (LiaisonScope scope)
{
  LiaisonValues *values = g_new0 (LiaisonValues, 1);
  gint64 none = 0;

  values->scope = scope;
  values->entries = g_array_new (FALSE, FALSE, sizeof (LiaisonEntry));
  values->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  values->codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_array_append_val (values->values, none);

  return values;
}

void
liaison_values_free (LiaisonValues *values)
{
  g_array_unref (values->entries);
  g_array_unref (values->values);
  g_hash_table_unref (values->codes);
  g_clear_pointer (&values->hidden, liaison_bits_free);
  g_clear_pointer (&values->from_facts, liaison_values_free_facts);
  g_free (values);
}

/* The first entry that is not before the engagement. */
static guint
find_position (const LiaisonValues *values,
               guint32              engagement)
{
  guint low = 0;
  guint high = values->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (values->entries, LiaisonEntry, middle).engagement < engagement)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static LiaisonRun
find_run (LiaisonValues *values,
          guint32        engagement)
{
  const LiaisonEntry *entries = (const LiaisonEntry *) (gpointer) values->entries->data;
  guint n = values->entries->len;
  guint first = values->position;

  /* One that follows the last one, with or without entries, needs no search. */
  if ((first < n && entries[first].engagement < engagement) || (first > 0 && entries[first - 1].engagement >= engagement))
    first = find_position (values, engagement);
  values->position = first;
  while (values->position < n && entries[values->position].engagement == engagement)
    values->position++;

  return (LiaisonRun) { entries + first, values->position - first };
}

void
liaison_values_get_runs (LiaisonValues *values,
                         const guint32 *engagements,
                         guint          n,
                         LiaisonRun    *runs)
{
  g_assert (n <= LIAISON_RUNS_AT_ONCE);

  if (values->from_facts)
    {
      liaison_values_make_runs (values, engagements, n, runs);
      return;
    }

  for (guint i = 0; i < n; i++)
    runs[i] = find_run (values, engagements[i]);
}

LiaisonRun
liaison_values_get_run (LiaisonValues *values,
                        guint32        engagement)
{
  LiaisonRun run;

  liaison_values_get_runs (values, &engagement, 1, &run);

  return run;
}

gboolean
liaison_values_are_single (const LiaisonValues *values)
{
  /* Facts have no key of engagements that one may have several values of, and give what has none the value 0. */
  return values->from_facts && values->scope == LIAISON_SCOPE_ENGAGEMENT;
}

gboolean
liaison_values_are_joint (const LiaisonValues *by,
                          const LiaisonValues *and_by)
{
  return by && and_by && by->scope == and_by->scope && by->scope != LIAISON_SCOPE_ENGAGEMENT;
}

guint32
liaison_values_get_code (LiaisonValues *values,
                         gint64         value)
{
  gpointer code;

  if (value == 0 || (values->hidden && liaison_bits_test (values->hidden, value)))
    return 0;

  code = g_hash_table_lookup (values->codes, &value);
  if (code)
    return GPOINTER_TO_UINT (code);

  g_hash_table_insert (values->codes, g_memdup2 (&value, sizeof value), GUINT_TO_POINTER (values->values->len));
  g_array_append_val (values->values, value);

  return values->values->len - 1;
}

gint64
liaison_country_to_value (const char *code)
{
  gint64 value = 0;

  /* What is longer is no code, and meets others of its kind. */
  for (int i = 0; i < 7 && code[i]; i++)
    value = value << 8 | (guint8) code[i];

  return value;
}

char *
liaison_country_from_value (gint64 value)
{
  char text[8] = "";
  int length = 0;

  for (int shift = 48; shift >= 0; shift -= 8)
    {
      char letter = value >> shift & 0xff;

      if (letter)
        text[length++] = letter;
    }

  return g_strdup (text);
}

/* Puts the entries in the order of their engagements: a counting sort, for there are many. */
static void
sort_entries (LiaisonValues *values,
              guint          size)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (LiaisonEntry), values->entries->len);
  g_autofree guint *starts = g_new0 (guint, (gsize) size + 1);

  g_array_set_size (sorted, values->entries->len);
  for (guint i = 0; i < values->entries->len; i++)
    starts[g_array_index (values->entries, LiaisonEntry, i).engagement + 1]++;
  for (guint i = 1; i <= size; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < values->entries->len; i++)
    {
      const LiaisonEntry *entry = &g_array_index (values->entries, LiaisonEntry, i);

      g_array_index (sorted, LiaisonEntry, starts[entry->engagement]++) = *entry;
    }

  g_array_unref (values->entries);
  values->entries = sorted;
}

static void
add_entry (LiaisonValues *values,
           guint32        engagement,
           guint32        participation,
           gint64         value,
           guint32        heads)
{
  LiaisonEntry entry = { engagement, participation, liaison_values_get_code (values, value), heads };

  g_array_append_val (values->entries, entry);
}

/* Where the value is hidden there is none, beside which others may be. */
static void
add_told_entry (LiaisonValues *values,
                guint32        engagement,
                guint32        participation,
                gint64         value)
{
  if (value == 0 || liaison_values_get_code (values, value) != 0)
    add_entry (values, engagement, participation, value, 0);
}

static gboolean
read_engagements (LiaisonValues           *values,
                  const LiaisonMatch      *match,
                  const LiaisonBits       *counted,
                  const EngagementSource  *source,
                  GError                 **error)
{
  g_autoptr (LiaisonSql) sql = liaison_bits_select (counted, match->db, source->columns, source->all, source->each, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint32 engagement = liaison_sql_get_integer (sql, 0);

      if (liaison_bits_test (counted, engagement))
        add_told_entry (values, engagement, 0, liaison_sql_get_integer (sql, 1));
    }

  return liaison_rows_end (&failure, error);
}

/* Each engagement is in one bucket: that of its first day inside the span. */
static gboolean
read_buckets (LiaisonValues       *values,
              const LiaisonMatch  *match,
              const LiaisonBits   *counted,
              const EngagementSource *source,
              LiaisonStep          step,
              int                  span_first,
              GError             **error)
{
  g_autoptr (LiaisonSql) sql = liaison_bits_select (counted, match->db, source->columns, source->all, source->each, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint32 engagement = liaison_sql_get_integer (sql, 0);
      int day = liaison_sql_get_integer (sql, 1);

      if (!liaison_bits_test (counted, engagement))
        continue;

      if (liaison_day_is_valid (day))
        add_entry (values, engagement, 0, liaison_step_start (step, MAX (day, span_first)), 0);
      else
        add_entry (values, engagement, 0, LIAISON_COUNT_UNDATED, 0);
    }

  return liaison_rows_end (&failure, error);
}

/* The values that the row at hand has, each once; the last of those of an organisation is that of the post. */
static int
read_values (LiaisonSql                *sql,
             const ParticipationSource *source,
             gboolean                   is_untitled,
             gint64                     found[MOST_VALUES])
{
  int n_values = source->n_values - (is_untitled && (source == &of_organisation || source == &of_level));
  int n_found = 0;

  for (int i = 0; i < n_values; i++)
    {
      gint64 value = source->is_country ? liaison_country_to_value (liaison_sql_get_text (sql, 4 + i)) : liaison_sql_get_integer (sql, 4 + i);
      gboolean is_known = value == 0;

      for (int j = 0; j < n_found; j++)
        is_known = is_known || found[j] == value;
      if (!is_known)
        found[n_found++] = value;
    }

  return n_found;
}

static LiaisonSide
get_side (const LiaisonValues *values)
{
  return values->scope == LIAISON_SCOPE_OURS ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS;
}

static gboolean
read_participations (LiaisonValues              *values,
                     const LiaisonMatch         *match,
                     const LiaisonBits          *counted,
                     const ParticipationSource  *source,
                     GError                    **error)
{
  LiaisonSide side = get_side (values);
  gboolean is_unnamed = source == &of_unnamed;
  g_autofree char *all = g_strdup_printf ("%sp.side = %d", source->all, side);
  g_autofree char *each = g_strdup_printf ("participation p ON p.engagement = j.value AND p.side = %d%s", side,
                                           is_unnamed ? " WHERE p.contact IS NULL" : "");
  g_autoptr (LiaisonSql) sql = liaison_bits_select (counted, match->db, source->columns, all, each, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint32 participation = liaison_sql_get_integer (sql, 0);
      guint32 engagement = liaison_sql_get_integer (sql, 1);
      gint64 found[MOST_VALUES] = { 0 };
      int n_found;

      if (!liaison_bits_test (counted, engagement)
          || !liaison_match_is_witness (match, side, participation, liaison_sql_get_integer (sql, 2)))
        continue;

      n_found = read_values (sql, source, liaison_participants_are_untitled (match->participants, participation), found);
      for (int i = 0; i < n_found; i++)
        add_told_entry (values, engagement, participation, found[i]);
      if (is_unnamed)
        add_entry (values, engagement, participation, 0, liaison_sql_get_integer (sql, 3));
    }

  return liaison_rows_end (&failure, error);
}

/* Adds those who have no value, which the indices over values leave out. */
static gboolean
read_others (LiaisonValues       *values,
             const LiaisonMatch  *match,
             const LiaisonBits   *counted,
             GError             **error)
{
  LiaisonSide side = get_side (values);
  g_autofree char *all = g_strdup_printf ("participation p INDEXED BY participation_engagement WHERE p.side = %d", side);
  g_autofree char *each = g_strdup_printf ("participation p ON p.engagement = j.value AND p.side = %d", side);
  g_autoptr (LiaisonSql) sql = liaison_bits_select (counted, match->db, "p.id, p.engagement, p.x_counts", all, each, error);
  g_autoptr (LiaisonBits) known = liaison_bits_new (match->participants->size);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  for (guint i = 0; i < values->entries->len; i++)
    liaison_bits_set (known, g_array_index (values->entries, LiaisonEntry, i).participation);

  while (liaison_sql_step (sql, &failure))
    {
      guint32 participation = liaison_sql_get_integer (sql, 0);
      guint32 engagement = liaison_sql_get_integer (sql, 1);

      if (liaison_bits_test (counted, engagement) && !liaison_bits_test (known, participation)
          && liaison_match_is_witness (match, side, participation, liaison_sql_get_integer (sql, 2)))
        add_entry (values, engagement, participation, 0, 0);
    }

  return liaison_rows_end (&failure, error);
}

static const EngagementSource *
get_engagement_source (LiaisonCountKey key)
{
  switch ((int) key)
    {
    case LIAISON_COUNT_FORM:
      return &of_form;
    case LIAISON_COUNT_GROUP:
      return &of_group;
    case LIAISON_COUNT_FORMAT:
      return &of_format;
    case LIAISON_COUNT_TOPIC:
      return &of_topic;
    case LIAISON_COUNT_INITIATED:
      return &of_initiative;
    case LIAISON_COUNT_TOTAL:
    default:
      return &of_everything;
    }
}

static const ParticipationSource *
get_participation_source (LiaisonCountKey key)
{
  switch ((int) key)
    {
    case LIAISON_COUNT_PRINCIPAL:
    case LIAISON_COUNT_COUNTERPART:
      return &of_contact;
    case LIAISON_COUNT_COUNTRY:
      return &of_country;
    case LIAISON_COUNT_LEVEL:
    case LIAISON_COUNT_OUR_LEVEL:
      return &of_level;
    case LIAISON_COUNT_ORGANISATION:
    case LIAISON_COUNT_OFFICE:
    default:
      return &of_organisation;
    }
}

/* The records that the values of a key are; those of participations that are hidden themselves need no look. */
static const char *
get_table (LiaisonCountKey key)
{
  switch ((int) key)
    {
    case LIAISON_COUNT_ORGANISATION:
    case LIAISON_COUNT_OFFICE:
    case LIAISON_COUNT_FORMAT:
      return "organisation";
    case LIAISON_COUNT_TOPIC:
      return "topic";
    default:
      return NULL;
    }
}

/* Keeps from the audience what it must not hear of, however it is come by. */
static gboolean
hide_values (LiaisonValues       *values,
             const LiaisonMatch  *match,
             LiaisonCountKey      key,
             GError             **error)
{
  LiaisonAudience audience = match->participants->audience;
  const char *table = get_table (key);

  if (!audience || !table)
    return TRUE;

  values->hidden = liaison_audience_find_records (match->db, audience, table, error);

  return values->hidden != NULL;
}

static gboolean
read_key (LiaisonValues           *values,
          const LiaisonMatch      *match,
          const LiaisonBits       *counted,
          const EngagementSource  *time_source,
          LiaisonCountKey          key,
          int                      span_first,
          GError                 **error)
{
  if (liaison_count_key_is_time (key))
    return read_buckets (values, match, counted, time_source, liaison_count_key_get_step (key), span_first, error);
  if (values->scope == LIAISON_SCOPE_ENGAGEMENT)
    return read_engagements (values, match, counted, get_engagement_source (key), error);

  return read_participations (values, match, counted, get_participation_source (key), error) && read_others (values, match, counted, error);
}

static LiaisonValues *
load_key (const LiaisonMatch      *match,
          const LiaisonBits       *counted,
          const EngagementSource  *time_source,
          LiaisonCountKey          key,
          int                      span_first,
          GError                 **error)
{
  g_autoptr (LiaisonValues) values = NULL;
  const LiaisonFacts *facts;

  if (!liaison_facts_find (match->db, &facts, error))
    return NULL;
  values = facts ? liaison_values_from_facts (facts, match, key, span_first) : NULL;
  if (!values)
    values = liaison_values_new (liaison_count_key_get_scope (key));
  if (!hide_values (values, match, key, error))
    return NULL;
  if (values->from_facts)
    return g_steal_pointer (&values);

  if (!read_key (values, match, counted, time_source, key, span_first, error))
    return NULL;
  sort_entries (values, counted->size);

  return g_steal_pointer (&values);
}

LiaisonValues *
liaison_values_load_key (const LiaisonMatch  *match,
                         const LiaisonBits   *counted,
                         LiaisonCountKey      key,
                         int                  span_first,
                         GError             **error)
{
  return load_key (match, counted, &of_time, key, span_first, error);
}

LiaisonValues *
liaison_values_load_records (const LiaisonMatch  *match,
                             const LiaisonBits   *records,
                             LiaisonCountKey      key,
                             int                  span_first,
                             GError             **error)
{
  g_return_val_if_fail (key != LIAISON_COUNT_GROUP && key != LIAISON_COUNT_TOTAL, NULL);

  return load_key (match, records, &of_any_time, key, span_first, error);
}

LiaisonValues *
liaison_values_load_measure (const LiaisonMatch  *match,
                             const LiaisonBits   *counted,
                             LiaisonMeasure       measure,
                             GError             **error)
{
  LiaisonValues *values;
  const LiaisonFacts *facts;
  gboolean success;

  if (!liaison_facts_find (match->db, &facts, error))
    return NULL;
  if (facts)
    return liaison_values_measure_from_facts (facts, match, measure);

  values = liaison_values_new (LIAISON_SCOPE_THEIRS);
  if (measure == LIAISON_MEASURE_COUNTRIES)
    success = read_participations (values, match, counted, &of_country, error);
  else if (measure == LIAISON_MEASURE_ORGANISATIONS)
    success = read_participations (values, match, counted, &of_body, error);
  else
    success = read_participations (values, match, counted, &of_contact, error)
      && read_participations (values, match, counted, &of_unnamed, error);

  if (!success)
    g_clear_pointer (&values, liaison_values_free);
  else
    sort_entries (values, counted->size);

  return values;
}
