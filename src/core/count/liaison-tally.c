/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-tally-private.h"

#include "liaison-day.h"
#include "liaison-participants-private.h"
#include "liaison-rows-private.h"

static const char counted_days[] = "SELECT id, x_first_day FROM engagement INDEXED BY engagement_group WHERE x_counted";

static const char last_days[] = "SELECT id, x_last_day FROM engagement INDEXED BY engagement_long WHERE x_last_day > x_first_day";

/* The participation, its engagement, and whom it stands for. */
static const char * const of_contacts[] = {
  "SELECT p.id, p.engagement, p.contact FROM participation p INDEXED BY participation_contact WHERE p.contact IS NOT NULL",
  NULL,
};

static const char * const of_organisations[] = {
  "SELECT p.id, p.engagement, p.x_seat_organisation FROM participation p INDEXED BY participation_seat_body"
  " WHERE p.x_seat_organisation IS NOT NULL",
  "SELECT p.id, p.engagement, p.organisation FROM participation p INDEXED BY participation_organisation WHERE p.organisation IS NOT NULL",
  "SELECT p.id, p.engagement, t.organisation FROM participation p CROSS JOIN post t ON t.id = p.x_post WHERE t.organisation IS NOT NULL",
  NULL,
};

typedef struct
{
  LiaisonDb           *db;
  LiaisonParticipants *participants;
  LiaisonBits         *counted;
  int                 *last;  /* by engagement */
  GArray              *pairs; /* guint64: whom and an engagement, several times where it takes part so */
} Pass;

static void
clear_pass (Pass *pass)
{
  g_clear_pointer (&pass->participants, liaison_participants_free);
  g_clear_pointer (&pass->counted, liaison_bits_free);
  g_clear_pointer (&pass->last, g_free);
  g_clear_pointer (&pass->pairs, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, clear_pass)

static gboolean
read_days (Pass        *pass,
           const char  *text,
           gboolean     adds,
           GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (pass->db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint key = liaison_sql_get_integer (sql, 0);

      if (adds)
        liaison_bits_set (pass->counted, key);
      if (liaison_bits_test (pass->counted, key))
        pass->last[key] = liaison_sql_get_integer (sql, 1);
    }

  return liaison_rows_end (&failure, error);
}

static gboolean
read_pairs (Pass        *pass,
            const char  *text,
            GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (pass->db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint participation = liaison_sql_get_integer (sql, 0);
      guint64 engagement = liaison_sql_get_integer (sql, 1);
      guint64 pair = (guint64) liaison_sql_get_integer (sql, 2) << 32 | engagement;

      if (liaison_bits_test (pass->counted, engagement)
          && liaison_participants_are_present (pass->participants, participation, FALSE, LIAISON_PRESENCE_PART))
        g_array_append_val (pass->pairs, pair);
    }

  return liaison_rows_end (&failure, error);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  guint64 first = *(const guint64 *) a;
  guint64 second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

static void
add_up (const Pass     *pass,
        LiaisonTallies *tallies)
{
  guint64 previous = G_MAXUINT64;

  g_array_sort (pass->pairs, compare_pairs);
  for (guint i = 0; i < pass->pairs->len; i++)
    {
      guint64 pair = g_array_index (pass->pairs, guint64, i);
      guint64 key = pair >> 32;

      if (pair == previous || key >= tallies->size)
        continue;

      previous = pair;
      tallies->counted[key]++;
      tallies->last[key] = MAX (tallies->last[key], pass->last[pair & G_MAXUINT32]);
    }
}

LiaisonTallies *
liaison_tallies_new (LiaisonDb      *db,
                     LiaisonEntity   entity,
                     GError        **error)
{
  gboolean is_contacts = entity == LIAISON_ENTITY_CONTACTS;
  g_autoptr (LiaisonTallies) tallies = g_new0 (LiaisonTallies, 1);
  g_auto (Pass) pass = { .db = db };
  guint n_engagements;

  if (!liaison_bits_read_size (db, is_contacts ? "contact" : "organisation", &tallies->size, error)
      || !liaison_bits_read_size (db, "engagement", &n_engagements, error)
      || !(pass.participants = liaison_participants_new (db, liaison_day_today (), error)))
    return NULL;

  tallies->counted = g_new0 (int, tallies->size);
  tallies->last = g_new0 (int, tallies->size);
  pass.counted = liaison_bits_new (n_engagements);
  pass.last = g_new0 (int, n_engagements);
  pass.pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  if (!read_days (&pass, counted_days, TRUE, error) || !read_days (&pass, last_days, FALSE, error))
    return NULL;

  for (const char * const *text = is_contacts ? of_contacts : of_organisations; *text; text++)
    {
      if (!read_pairs (&pass, *text, error))
        return NULL;
    }
  add_up (&pass, tallies);

  return g_steal_pointer (&tallies);
}

void
liaison_tallies_free (LiaisonTallies *tallies)
{
  g_free (tallies->counted);
  g_free (tallies->last);
  g_free (tallies);
}
