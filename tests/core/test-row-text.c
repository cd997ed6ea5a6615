/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-changes.h"
#include "liaison-query.h"
#include "liaison-row-text.h"
#include "liaison-undo.h"

#define UUID(kind, number) db_fixture_uuid (LIAISON_KIND_##kind, number)

static const int columns[] = { LIAISON_ENGAGEMENT_COLUMN_DATE, LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS, LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS,
                               LIAISON_ENGAGEMENT_COLUMN_TITLE };

static void
assert_text (LiaisonDb        *db,
             LiaisonRowFormat  format,
             const char       *expected)
{
  g_autoptr (GError) error = NULL;
  const gint32 ids[] = {
    db_fixture_id (db, LIAISON_KIND_ENGAGEMENT, 2), 999, db_fixture_id (db, LIAISON_KIND_ENGAGEMENT, 1),
  };
  g_autofree char *text = liaison_row_text_write (db, LIAISON_ENTITY_ENGAGEMENTS, ids, G_N_ELEMENTS (ids), columns, G_N_ELEMENTS (columns),
                                                  format, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* In the order asked for, without what is gone, and with all names. */
static void
test_formats (DbFixture     *fixture,
              gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "Antony Blinken", "family", "Blinken", "side", "ours", NULL);
  for (guint i = 2; i < 7; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name%u", i);

      db_fixture_put (db, LIAISON_KIND_CONTACT, i, "name", name, "side", "theirs", NULL);
    }
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 1, "start", "2022-01-11", "title", "=HYPERLINK(\"x\")|_a_", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 2, "start", "2022-01", "title", "Tab here", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "contact", UUID (CONTACT, 1), "side", "ours", NULL);
  for (guint i = 2; i < 7; i++)
    {
      g_autofree char *position = g_strdup_printf ("%u", i);

      db_fixture_put (db, LIAISON_KIND_PARTICIPATION, i, "engagement", UUID (ENGAGEMENT, 1), "contact", UUID (CONTACT, i), "side", "theirs",
                      "position", position, NULL);
    }

  assert_text (db, LIAISON_ROW_FORMAT_TEXT,
               "Jan 2022 · Tab here\n"
               "11 Jan 2022 · Antony Blinken · Name2, Name3, Name4, Name5, Name6 · =HYPERLINK(\"x\")|_a_\n");
  assert_text (db, LIAISON_ROW_FORMAT_TSV,
               "Date\tOurs\tTheirs\tTitle\n"
               "Jan 2022\t\t\tTab here\n"
               "11 Jan 2022\tAntony Blinken\tName2, Name3, Name4, Name5, Name6\t'=HYPERLINK(\"x\")|_a_\n");
  assert_text (db, LIAISON_ROW_FORMAT_MARKDOWN,
               "| Date | Ours | Theirs | Title |\n"
               "| --- | --- | --- | --- |\n"
               "| Jan 2022 |  |  | Tab here |\n"
               "| 11 Jan 2022 | Antony Blinken | Name2, Name3, Name4, Name5, Name6 | =HYPERLINK(\"x\")\\|\\_a\\_ |\n");
}

/* Whatever a cell begins with, a spreadsheet takes none for a formula. */
static void
test_formulas (DbFixture     *fixture,
               gconstpointer  data)
{
  static const char * const titles[] = { "=1+1", "+1", "-1", "@SUM(1)", "plain" };
  static const char * const cells[] = { "'=1+1", "'+1", "'-1", "'@SUM(1)", "plain" };
  const int title = LIAISON_ENGAGEMENT_COLUMN_TITLE;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *expected = g_strdup_printf ("Title\n%s\n", cells[i]);
      g_autofree char *text = NULL;
      gint32 id;

      db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, i + 1, "title", titles[i], NULL);
      id = db_fixture_id (fixture->db, LIAISON_KIND_ENGAGEMENT, i + 1);
      text = liaison_row_text_write (fixture->db, LIAISON_ENTITY_ENGAGEMENTS, &id, 1, &title, 1, LIAISON_ROW_FORMAT_TSV, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, expected);
    }

  g_assert_cmpint (liaison_row_format_parse ("tsv"), ==, LIAISON_ROW_FORMAT_TSV);
  g_assert_cmpint (liaison_row_format_parse ("csv"), ==, -1);
}

static guint
count (LiaisonDb *db)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = liaison_query_ids (db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, &error);

  g_assert_no_error (error);

  return ids->len;
}

/* What is selected in a list is deleted by its keys, in one action that one undo takes back. */
static void
test_remove_keys (DbFixture     *fixture,
                  gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Delete 3 engagements");
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  for (guint i = 1; i <= 5; i++)
    db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, i, NULL);
  /* Deleted with the first. */
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "country", "UA", NULL);

  for (guint i = 1; i <= 3; i++)
    liaison_changes_remove_key (changes, LIAISON_KIND_ENGAGEMENT, db_fixture_id (fixture->db, LIAISON_KIND_ENGAGEMENT, i));
  liaison_changes_remove_key (changes, LIAISON_KIND_ENGAGEMENT, 4711);
  g_assert_true (liaison_changes_apply (changes, fixture->db, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture->db), ==, 2);

  g_assert_true (liaison_undo (fixture->db, &undone, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "Delete 3 engagements");
  g_assert_cmpuint (count (fixture->db), ==, 5);
}

static void
add (const char *path,
     void (*test) (DbFixture *fixture, gconstpointer data))
{
  g_test_add (path, DbFixture, NULL, db_fixture_set_up, test, db_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/row-text/formats", test_formats);
  add ("/row-text/formulas", test_formulas);
  add ("/row-text/remove-keys", test_remove_keys);

  return g_test_run ();
}
