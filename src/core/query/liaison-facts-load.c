/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-facts-private.h"

#include "liaison-count-private.h"
#include "liaison-db-private.h"
#include "liaison-rows-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Keys are never used again, so that there may be gaps; but a store with so many of them is damaged, and there is no room for it. */
#define MOST_KEYS 30000000

/* Profiles come again and again: those seen last are found by their hash alone. */
#define N_RECENT 4096

typedef struct
{
  LiaisonDb    *db;
  LiaisonFacts *facts;
  guint32      *post_bodies; /* the organisations of posts, by key */
  guint         n_posts;
  GHashTable   *codes;       /* LiaisonProfile → its place */
  guint32       recent[N_RECENT];
} Load;

static void
clear_load (Load *load)
{
  g_clear_pointer (&load->facts, liaison_facts_free);
  g_clear_pointer (&load->post_bodies, g_free);
  g_clear_pointer (&load->codes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, clear_load)

static guint
hash_profile (gconstpointer data)
{
  const LiaisonProfile *profile = data;
  guint64 value = profile->country;

  value = value * 31 + profile->bodies[0];
  value = value * 31 + profile->bodies[1];
  value = value * 31 + profile->bodies[2];
  value = value * 31 + profile->heads;
  value = value * 31 + profile->level;
  value = value * 31 + profile->side * 2 + profile->counts;

  return (value ^ value >> 29) * 0x9e3779b97f4a7c15u >> 32;
}

static gboolean
equal_profiles (gconstpointer a,
                gconstpointer b)
{
  return memcmp (a, b, sizeof (LiaisonProfile)) == 0;
}

/* More profiles than 16 bits can tell apart: every participation gets 32. */
static void
widen (LiaisonFacts *facts)
{
  facts->wide_profiles = g_new0 (guint32, facts->n_participations);
  for (guint i = 0; i < facts->n_participations; i++)
    facts->wide_profiles[i] = facts->narrow_profiles[i];
  g_clear_pointer (&facts->narrow_profiles, g_free);
}

static guint32
find_profile (Load                 *load,
              const LiaisonProfile *profile)
{
  GArray *profiles = load->facts->profiles;
  guint32 *recent = &load->recent[hash_profile (profile) % N_RECENT];
  gpointer code;

  if (*recent && equal_profiles (&g_array_index (profiles, LiaisonProfile, *recent), profile))
    return *recent;

  code = g_hash_table_lookup (load->codes, profile);
  if (!code)
    {
      code = GUINT_TO_POINTER (profiles->len);
      g_array_append_vals (profiles, profile, 1);
      g_hash_table_insert (load->codes, g_memdup2 (profile, sizeof *profile), code);
      if (profiles->len == G_MAXUINT16)
        widen (load->facts);
    }
  *recent = GPOINTER_TO_UINT (code);

  return *recent;
}

/*
 * The rows are taken by an aggregate function, each where it is read: to step from row to row and to ask for each column by itself took half as
 * long again.
 */
typedef void (*TakeRow) (sqlite3_context *context, int n_values, sqlite3_value **values);

static void
end_rows (sqlite3_context *context)
{
  sqlite3_result_int (context, 0);
}

static gboolean
take_rows (Load        *load,
           const char  *name,
           int          n_values,
           TakeRow      take,
           const char  *text,
           GError     **error)
{
  sqlite3 *handle = liaison_db_get_handle (load->db);
  gint64 nothing;
  gboolean success;

  if (sqlite3_create_function_v2 (handle, name, n_values, SQLITE_UTF8 | SQLITE_DIRECTONLY, load, NULL, take, end_rows, NULL) != SQLITE_OK)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, sqlite3_errmsg (handle));
      return FALSE;
    }

  success = liaison_sql_query_integer (load->db, text, 0, &nothing, error);
  sqlite3_create_function_v2 (handle, name, n_values, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL);

  return success;
}

static void
take_engagement (sqlite3_context  *context,
                 int               n_values,
                 sqlite3_value   **values)
{
  LiaisonFacts *facts = ((Load *) sqlite3_user_data (context))->facts;
  guint key = sqlite3_value_int64 (values[0]);
  int day = sqlite3_value_int (values[1]);
  int last_day = sqlite3_value_int (values[2]);

  if (key >= facts->n_engagements)
    return;
  if (!liaison_day_is_valid (day))
    day = last_day = 0;

  facts->days[key] = day;
  facts->forms[key] = sqlite3_value_int (values[3]);
  facts->formats[key] = sqlite3_value_int64 (values[4]);
  facts->initiateds[key] = sqlite3_value_int (values[5]);
  facts->groups[key] = sqlite3_value_int (values[8]);
  if (last_day > day)
    {
      g_hash_table_insert (facts->long_days, GUINT_TO_POINTER (key), GINT_TO_POINTER (last_day));
      liaison_bits_set (facts->are_long, key);
    }
  if (day > 0)
    {
      facts->first_day = facts->first_day > 0 ? MIN (facts->first_day, day) : day;
      facts->last_day = MAX (facts->last_day, day);
    }
  liaison_bits_set (facts->all, key);
  if (sqlite3_value_int (values[6]) == LIAISON_STATUS_PLANNED)
    liaison_bits_set (facts->planned, key);
  if (sqlite3_value_int (values[7]) == LIAISON_EVIDENCE_ANNOUNCEMENT)
    liaison_bits_set (facts->announced, key);
  if (sqlite3_value_int (values[9]))
    liaison_bits_set (facts->counted, key);
}

static gboolean
read_engagements (Load    *load,
                  GError **error)
{
  return take_rows (load, "liaison_take_engagement", 10, take_engagement,
                    "SELECT liaison_take_engagement (id, x_first_day, x_last_day, form, format, initiated, status, evidence, x_group, x_counted)"
                    " FROM engagement NOT INDEXED", error);
}

static gboolean
read_posts (Load    *load,
            GError **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (load->db, "SELECT id, organisation FROM post WHERE organisation IS NOT NULL", error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint key = liaison_sql_get_integer (sql, 0);

      if (key < load->n_posts)
        load->post_bodies[key] = liaison_sql_get_integer (sql, 1);
    }

  return liaison_rows_end (&failure, error);
}

/* Participations mostly stand in the order of their engagements; those of an engagement that do not are listed. */
static void
add_part (LiaisonFacts *facts,
          guint         engagement,
          guint32       key)
{
  guint8 *n_parts = &facts->n_parts[engagement];
  guint32 *first = &facts->first_parts[engagement];
  GArray *keys;

  if (*n_parts == LIAISON_PARTS_SCATTERED)
    {
      g_array_append_val (g_hash_table_lookup (facts->scattered, GUINT_TO_POINTER (engagement)), key);
      return;
    }

  if (*n_parts == 0)
    *first = key;
  if (*first + *n_parts == key && *n_parts + 1 < LIAISON_PARTS_SCATTERED)
    {
      (*n_parts)++;
      return;
    }

  keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 part = *first; part < *first + *n_parts; part++)
    g_array_append_val (keys, part);
  g_array_append_val (keys, key);
  *n_parts = LIAISON_PARTS_SCATTERED;
  g_hash_table_insert (facts->scattered, GUINT_TO_POINTER (engagement), keys);
}

static void
read_profile (Load            *load,
              sqlite3_value  **values,
              LiaisonProfile  *profile)
{
  guint post = sqlite3_value_int64 (values[8]);
  const char *country = (const char *) sqlite3_value_text (values[9]);

  /* It is compared byte by byte. */
  memset (profile, 0, sizeof *profile);
  profile->side = sqlite3_value_int (values[3]);
  profile->counts = sqlite3_value_int (values[4]) != 0;
  profile->level = sqlite3_value_int (values[5]);
  profile->bodies[0] = sqlite3_value_int64 (values[6]);
  profile->bodies[1] = sqlite3_value_int64 (values[7]);
  profile->bodies[2] = post < load->n_posts ? load->post_bodies[post] : 0;
  profile->country = liaison_country_to_value (country ? country : "");
  if (sqlite3_value_int64 (values[2]) == 0)
    profile->heads = MAX (sqlite3_value_int (values[10]), 1);
}

static void
take_participation (sqlite3_context  *context,
                    int               n_values,
                    sqlite3_value   **values)
{
  Load *load = sqlite3_user_data (context);
  LiaisonFacts *facts = load->facts;
  guint key = sqlite3_value_int64 (values[0]);
  guint engagement = sqlite3_value_int64 (values[1]);
  guint contact = sqlite3_value_int64 (values[2]);
  LiaisonProfile profile;
  guint32 code;

  if (key >= facts->n_participations || engagement >= facts->n_engagements || contact >= facts->n_contacts)
    return;

  read_profile (load, values, &profile);
  code = find_profile (load, &profile);
  facts->contacts[key] = contact;
  if (facts->narrow_profiles)
    facts->narrow_profiles[key] = code;
  else
    facts->wide_profiles[key] = code;
  add_part (facts, engagement, key);
}

static gboolean
read_participations (Load    *load,
                     GError **error)
{
  return take_rows (load, "liaison_take_participation", 11, take_participation,
                    "SELECT liaison_take_participation (id, engagement, contact, side, x_counts, x_level, x_seat_organisation, organisation,"
                    " x_post, x_seat_country, head_count) FROM participation NOT INDEXED", error);
}

static void
free_keys (gpointer keys)
{
  g_array_unref (keys);
}

static gboolean
read_sizes (Load    *load,
            GError **error)
{
  LiaisonFacts *facts = load->facts;

  if (!liaison_bits_read_size (load->db, "engagement", &facts->n_engagements, error)
      || !liaison_bits_read_size (load->db, "participation", &facts->n_participations, error)
      || !liaison_bits_read_size (load->db, "contact", &facts->n_contacts, error)
      || !liaison_bits_read_size (load->db, "post", &load->n_posts, error))
    return FALSE;

  if (facts->n_engagements <= MOST_KEYS && facts->n_participations <= MOST_KEYS && load->n_posts <= MOST_KEYS)
    return TRUE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED, _("The store has too many records for its figures to be counted in memory."));

  return FALSE;
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) liaison_value_name_free);
}

LiaisonFacts *
liaison_facts_load (LiaisonDb  *db,
                    GError    **error)
{
  g_auto (Load) load = { .db = db, .facts = g_new0 (LiaisonFacts, 1) };
  LiaisonFacts *facts = load.facts;
  const LiaisonProfile nobody = { 0 };

  if (!read_sizes (&load, error))
    return NULL;

  facts->days = g_new0 (int, facts->n_engagements);
  facts->forms = g_new0 (guint8, facts->n_engagements);
  facts->groups = g_new0 (guint8, facts->n_engagements);
  facts->initiateds = g_new0 (guint8, facts->n_engagements);
  facts->formats = g_new0 (guint32, facts->n_engagements);
  facts->first_parts = g_new0 (guint32, facts->n_engagements);
  facts->n_parts = g_new0 (guint8, facts->n_engagements);
  facts->contacts = g_new0 (guint32, facts->n_participations);
  facts->narrow_profiles = g_new0 (guint16, facts->n_participations);
  facts->profiles = g_array_new (FALSE, FALSE, sizeof (LiaisonProfile));
  facts->scattered = g_hash_table_new_full (NULL, NULL, NULL, free_keys);
  facts->long_days = g_hash_table_new (NULL, NULL);
  facts->contact_names = new_names ();
  facts->organisation_names = new_names ();
  facts->topic_names = new_names ();
  facts->are_long = liaison_bits_new (facts->n_engagements);
  facts->all = liaison_bits_new (facts->n_engagements);
  facts->counted = liaison_bits_new (facts->n_engagements);
  facts->announced = liaison_bits_new (facts->n_engagements);
  facts->planned = liaison_bits_new (facts->n_engagements);
  load.codes = g_hash_table_new_full (hash_profile, equal_profiles, g_free, NULL);
  load.post_bodies = g_new0 (guint32, load.n_posts);
  g_array_append_val (facts->profiles, nobody);

  if (!read_engagements (&load, error) || !read_posts (&load, error) || !read_participations (&load, error))
    return NULL;

  return g_steal_pointer (&load.facts);
}
