/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-derive-private.h"
#include "liaison-standing-private.h"
#include "liaison-undo.h"

/*
 * Whatever is edited, undone and redone, what was derived step by step is what is derived from scratch.
 */

#define N_ORGANISATIONS 8
#define N_CONTACTS 10
#define N_POSTS 20
#define N_TOPICS 4

typedef struct
{
  guint n_engagements;
  guint n_participations;
  guint n_edits;
  guint n_edits_between_comparisons;
} Plan;

static const char * const words[] = { "Riga", "grain", "Kuleba", "Кулеба", "Żółć", "d'Estaing", "東京", "talks", "Joe", "" };
static const char * const countries[] = { "", "UA", "PL", "US", "FR", "SU" };
static const char * const dates[] = { "2019", "2020-06", "2021-01-20", "2021-12-09", "2021-12-31", "2022" };

static const char *
pick (const char * const *values,
      guint               n_values)
{
  return values[g_test_rand_int_range (0, n_values)];
}

#define PICK(values) pick (values, G_N_ELEMENTS (values))

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static guint
get_n_records (const Plan  *plan,
               LiaisonKind  kind)
{
  switch ((int) kind)
    {
    case LIAISON_KIND_ORGANISATION:
      return N_ORGANISATIONS;
    case LIAISON_KIND_CONTACT:
      return N_CONTACTS;
    case LIAISON_KIND_POST:
      return N_POSTS;
    case LIAISON_KIND_TOPIC:
      return N_TOPICS;
    case LIAISON_KIND_ENGAGEMENT:
      return plan->n_engagements;
    default:
      return plan->n_participations;
    }
}

static const char *
pick_link (const Plan  *plan,
           LiaisonKind  kind)
{
  return db_fixture_uuid (kind, g_test_rand_int_range (0, get_n_records (plan, kind)));
}

static void
set_random_dates (LiaisonRecord *record)
{
  static const struct { const char *start, *end; LiaisonPrecision precision; } spans[] = {
    { "", "", 0 },
    { "2020", "", LIAISON_PRECISION_YEAR },
    { "2020-06", "", LIAISON_PRECISION_MONTH },
    { "2021-12-09", "2022-01-02", LIAISON_PRECISION_DAY },
    { "2021-12-09", "2021-12-20", LIAISON_PRECISION_BETWEEN },
    { "2021-12-31T23:59", "", LIAISON_PRECISION_MINUTE },
  };
  guint i = g_test_rand_int_range (0, G_N_ELEMENTS (spans));

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, spans[i].start);
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_END, spans[i].end);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, spans[i].precision);
}

/* Exactly one of the three; the first contact is in most of them. */
static void
set_random_participant (const Plan    *plan,
                        LiaisonRecord *record)
{
  guint choice = g_test_rand_int_range (0, 8);

  liaison_record_set_text (record, LIAISON_PARTICIPATION_CONTACT,
                           choice > 4 ? db_fixture_uuid (LIAISON_KIND_CONTACT, 0)
                           : choice > 1 ? pick_link (plan, LIAISON_KIND_CONTACT) : NULL);
  liaison_record_set_text (record, LIAISON_PARTICIPATION_ORGANISATION, choice == 1 ? pick_link (plan, LIAISON_KIND_ORGANISATION) : NULL);
  liaison_record_set_text (record, LIAISON_PARTICIPATION_COUNTRY, choice == 0 ? countries[1] : NULL);
}

/* One field, with a value that is allowed whatever the others are. */
static void
set_random_field (const Plan    *plan,
                  LiaisonRecord *record,
                  guint          index)
{
  LiaisonKind kind = liaison_record_get_kind (record);
  const LiaisonField *field = &liaison_kind_get_info (kind)->fields[index];
  g_autofree char *text = g_strdup_printf ("%s %s", PICK (words), PICK (words));
  const char *list[] = { pick (words, G_N_ELEMENTS (words) - 1), NULL };
  gboolean is_required = field->flags & LIAISON_FIELD_REQUIRED;

  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_PROSE:
      liaison_record_set_text (record, index, is_required ? "Required" : *g_strstrip (text) ? text : NULL);
      if (is_required && !one_in (3))
        liaison_record_set_text (record, index, list[0]);
      break;

    case LIAISON_FIELD_COUNTRY:
      liaison_record_set_text (record, index, PICK (countries));
      break;

    case LIAISON_FIELD_LIST:
      liaison_record_set_list (record, index, one_in (2) ? list : NULL);
      break;

    case LIAISON_FIELD_TOKEN:
      {
        guint n_tokens = 0;

        while (field->vocabulary->tokens[n_tokens].token != NULL)
          n_tokens++;
        liaison_record_set_integer (record, index, g_test_rand_int_range (is_required, n_tokens + 1));
      }
      break;

    case LIAISON_FIELD_INTEGER:
      liaison_record_set_integer (record, index, g_test_rand_int_range (0, 3));
      break;

    case LIAISON_FIELD_BOOLEAN:
      liaison_record_set_integer (record, index, one_in (2));
      break;

    case LIAISON_FIELD_LINK:
      liaison_record_set_text (record, index, is_required || one_in (2) ? pick_link (plan, field->target) : NULL);
      break;

    case LIAISON_FIELD_LINKS:
      {
        const char *links[] = { pick_link (plan, field->target), NULL };

        liaison_record_set_list (record, index, one_in (2) ? links : NULL);
      }
      break;

    case LIAISON_FIELD_ADDRESS:
    case LIAISON_FIELD_DATE:
    default:
      break;
    }
}

/* What one field alone cannot get right. */
static void
set_related_fields (const Plan    *plan,
                    LiaisonRecord *record)
{
  switch ((int) liaison_record_get_kind (record))
    {
    case LIAISON_KIND_ENGAGEMENT:
      set_random_dates (record);
      liaison_record_set_text (record, LIAISON_ENGAGEMENT_ZONE, NULL);
      break;

    case LIAISON_KIND_POST:
      {
        guint from = g_test_rand_int_range (0, G_N_ELEMENTS (dates));

        liaison_record_set_text (record, LIAISON_POST_FROM, one_in (4) ? NULL : dates[from]);
        liaison_record_set_text (record, LIAISON_POST_TO, one_in (2) ? NULL : dates[g_test_rand_int_range (from, G_N_ELEMENTS (dates))]);
      }
      break;

    case LIAISON_KIND_PARTICIPATION:
      set_random_participant (plan, record);
      if (!one_in (4))
        liaison_record_set_text (record, LIAISON_PARTICIPATION_SEAT_COUNTRY, NULL);
      if (!one_in (4) || *liaison_record_get_text (record, LIAISON_PARTICIPATION_SEAT_COUNTRY) != '\0')
        liaison_record_set_text (record, LIAISON_PARTICIPATION_SEAT_ORGANISATION, NULL);
      break;

    default:
      break;
    }
}

static LiaisonRecord *
make_random_record (const Plan  *plan,
                    LiaisonDb   *db,
                    LiaisonKind  kind)
{
  const char *uuid = pick_link (plan, kind);
  LiaisonRecord *record = liaison_record_load (db, kind, uuid, NULL);
  gboolean is_new = record == NULL;

  if (is_new)
    record = liaison_record_new (kind, uuid);

  for (guint i = 0; i < liaison_kind_get_info (kind)->n_fields; i++)
    {
      if (is_new || one_in (5))
        set_random_field (plan, record, i);
    }
  if (is_new || one_in (3))
    set_related_fields (plan, record);

  return record;
}

/* Refusals are part of the game: links to what is not there, deletions of what is needed. */
static void
assert_refused (const GError *error)
{
  g_assert_true (g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND)
                 || g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT)
                 || g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_INVALID));
}

static void
edit_something (const Plan *plan,
                LiaisonDb  *db)
{
  static const LiaisonKind kinds[] = {
    LIAISON_KIND_ORGANISATION, LIAISON_KIND_CONTACT, LIAISON_KIND_POST, LIAISON_KIND_TOPIC, LIAISON_KIND_ENGAGEMENT,
    LIAISON_KIND_PARTICIPATION, LIAISON_KIND_PARTICIPATION,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Edit", &error);
  guint n_changes = g_test_rand_int_range (1, 5);

  g_assert_no_error (error);
  for (guint i = 0; i < n_changes; i++)
    {
      LiaisonKind kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
      g_autoptr (LiaisonRecord) record = make_random_record (plan, db, kind);

      if (one_in (8) ? !liaison_edit_remove (edit, kind, liaison_record_get_uuid (record), &error)
                     : !liaison_edit_put (edit, record, NULL, &error))
        assert_refused (error);
      g_clear_error (&error);
    }
  liaison_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
do_something (const Plan *plan,
              LiaisonDb  *db)
{
  g_autoptr (GError) error = NULL;
  gboolean more;

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      if (!liaison_undo (db, NULL, &error))
        g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
      break;

    case 1:
      if (!liaison_redo (db, NULL, &error))
        g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
      break;

    case 2:
      liaison_derive_continue (db, &more, &error);
      g_assert_no_error (error);
      break;

    default:
      edit_something (plan, db);
      break;
    }
}

/* Comparing */

static void
append_rows (LiaisonDb  *db,
             const char *statement,
             GString    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, statement, &error);

  g_assert_no_error (error);
  while (liaison_sql_step (sql, &error))
    g_string_append_printf (text, "%s\n", liaison_sql_get_text (sql, 0));
  g_assert_no_error (error);
}

static char *
describe_derived (LiaisonDb *db)
{
  static const char * const statements[] = {
    "SELECT 'organisation ' || id || '|' || x_sort_key || '|' || x_folded FROM organisation ORDER BY id",
    "SELECT 'contact ' || id || '|' || x_sort_key || '|' || x_folded FROM contact ORDER BY id",
    "SELECT 'topic ' || id || '|' || x_folded FROM topic ORDER BY id",
    "SELECT 'post ' || id || '|' || x_first_day || '|' || x_last_day FROM post ORDER BY id",
    ("SELECT 'engagement ' || id || '|' || x_first_day || '|' || x_last_day || '|' || x_minute || '|' || x_group || '|' || x_counted || '|'"
    " || quote (x_principal) || '|' || quote (x_counterpart) || '|' || x_seat || '|' || x_ours || '|' || x_theirs || '|' || x_seats || '|'"
    " || x_title_key FROM engagement ORDER BY id"),
    ("SELECT 'participation ' || id || '|' || x_day || '|' || quote (x_post) || '|' || x_level || '|' || x_portfolio || '|' || x_seat_country"
    " || '|' || quote (x_seat_organisation) || '|' || x_counts FROM participation ORDER BY id"),
    "SELECT 'search ' || id || '|' || body FROM search_text ORDER BY id",
    "SELECT 'traits ' || e.id || '|' || hex (substr (t.numbers, 1 + 4 * (e.id % 960), 4)) FROM engagement e LEFT JOIN traits t ON t.chunk = e.id / 960"
    " ORDER BY e.id",
  };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    append_rows (db, statements[i], text);

  return g_string_free (text, FALSE);
}

static void
derive_from_scratch (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;

  db_fixture_exec (db,
                   "UPDATE organisation SET x_sort_key = '', x_folded = ''; UPDATE contact SET x_sort_key = '', x_folded = '';"
                   "UPDATE topic SET x_folded = ''; UPDATE post SET x_first_day = 0, x_last_day = 99999999;"
                   "UPDATE engagement SET x_first_day = 0, x_last_day = 0, x_minute = -1, x_group = 0, x_counted = 0, x_principal = NULL,"
                   " x_counterpart = NULL, x_seat = '', x_ours = '', x_theirs = '', x_seats = '', x_title_key = '';"
                   "UPDATE participation SET x_day = 0, x_post = NULL, x_level = 0, x_portfolio = 0, x_seat_country = '',"
                   " x_seat_organisation = NULL, x_counts = 0;"
                   "INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM search_text; DELETE FROM traits");
  liaison_derive_begin (db, &error);
  g_assert_no_error (error);
  liaison_derive_all (db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The rule for the post of a day is in C where many are derived, and in SQL for those who ask for one. */
static void
assert_posts (LiaisonDb *db)
{
  g_autofree char *n_others =
    db_fixture_query (db,
                      "SELECT count (*) FROM participation AS p CROSS JOIN engagement AS e ON e.id = p.engagement"
                      " WHERE p.post IS NULL AND p.contact IS NOT NULL AND p.x_post IS NOT CASE WHEN e.x_first_day = 0"
                      "  THEN " LIAISON_SQL_LATEST_POST ("p.contact") " ELSE " LIAISON_SQL_POST_OF_DAY ("p.contact", "e.x_first_day") " END");

  g_assert_cmpstr (n_others, ==, "0");
}

static void
assert_derived (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;
  g_autofree char *step_by_step = NULL;
  g_autofree char *from_scratch = NULL;

  db_fixture_assert_derived (db);
  assert_posts (db);

  while (more)
    {
      liaison_derive_continue (db, &more, &error);
      g_assert_no_error (error);
    }

  db_fixture_exec (db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
  step_by_step = describe_derived (db);
  db_fixture_exec (db, "BEGIN");
  derive_from_scratch (db);
  from_scratch = describe_derived (db);
  db_fixture_exec (db, "ROLLBACK");

  g_assert_cmpstr (step_by_step, ==, from_scratch);
}

static void
test_random_edits (DbFixture     *fixture,
                   gconstpointer  data)
{
  const Plan *plan = data;
  g_autoptr (GError) error = NULL;

  liaison_db_set_durable (fixture->db, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < plan->n_edits; i++)
    {
      do_something (plan, fixture->db);
      if (i % plan->n_edits_between_comparisons == 0)
        assert_derived (fixture->db);
    }

  assert_derived (fixture->db);
}

int
main (int    argc,
      char **argv)
{
  static const Plan small = { 12, 40, 500, 5 };
  /* Enough engagements for a contact to become stale. */
  static const Plan busy = { 300, 700, 1500, 150 };

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/derive-random/small", DbFixture, &small, db_fixture_set_up, test_random_edits, db_fixture_tear_down);
  g_test_add ("/derive-random/busy", DbFixture, &busy, db_fixture_set_up, test_random_edits, db_fixture_tear_down);

  return g_test_run ();
}
