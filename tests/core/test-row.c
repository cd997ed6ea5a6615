/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-query.h"
#include "liaison-row-cache-private.h"
#include "liaison-row-private.h"

#define UUID(kind, number) db_fixture_uuid (LIAISON_KIND_##kind, number)

static LiaisonRowData *
load_one (LiaisonDb     *db,
          LiaisonEntity  entity,
          LiaisonKind    kind,
          guint          number)
{
  g_autoptr (GError) error = NULL;
  gint32 id = db_fixture_id (db, kind, number);
  g_autoptr (GPtrArray) rows = liaison_row_data_load (db, entity, &id, 1, &error);
  LiaisonRowData *row;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = liaison_row_data_ref (g_ptr_array_index (rows, 0));
  g_assert_cmpint (row->id, ==, id);
  g_assert_cmpstr (row->uuid, ==, db_fixture_uuid (kind, number));

  return row;
}

static void
put_people (LiaisonDb *db)
{
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 1, "name", "North Atlantic Treaty Organization", "short_name", "NATO",
                  "kind", "grouping", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 2, "name", "Ministry of Foreign Affairs", "country", "UA", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "Antony Blinken", "family", "Blinken", "side", "ours", "country", "US", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 2, "name", "Dmytro Kuleba", "family", "Kuleba", "country", "UA",
                  NULL);
}

static void
put_meeting (LiaisonDb  *db,
             guint       number,
             const char *start,
             const char *status)
{
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "title", "Meeting in Kyiv", "start", start, "precision", "day",
                  "form", "meeting", "status", status, "evidence", "report", "place", "Kyiv", "country", "UA",
                  "format", UUID (ORGANISATION, 1), NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 2 * number, "engagement", UUID (ENGAGEMENT, number),
                  "contact", UUID (CONTACT, 1), "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 2 * number + 1, "engagement", UUID (ENGAGEMENT, number),
                  "contact", UUID (CONTACT, 2), "side", "theirs", NULL);
}

static void
test_engagement (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonRowData) row = NULL;

  put_people (fixture->db);
  put_meeting (fixture->db, 1, "2022-01-11", "held");
  row = load_one (fixture->db, LIAISON_ENTITY_ENGAGEMENTS, LIAISON_KIND_ENGAGEMENT, 1);

  g_assert_cmpint (row->form, ==, LIAISON_FORM_MEETING);
  g_assert_cmpint (row->status, ==, LIAISON_STATUS_HELD);
  g_assert_cmpint (row->evidence, ==, LIAISON_EVIDENCE_REPORT);
  g_assert_cmpint (row->sensitivity, ==, LIAISON_SENSITIVITY_PUBLIC);
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_DATE], ==, "11 Jan 2022");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_FORM], ==, "Meeting");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS], ==, "Blinken");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS], ==, "Kuleba");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_COUNTRIES], ==, "UA");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_TITLE], ==, "Meeting in Kyiv");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_STATUS], ==, "Held");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_FORMAT], ==, "NATO");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_PLACE], ==, "Kyiv");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_EVIDENCE], ==, "Report");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_SENSITIVITY], ==, "Public");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_MODIFIED], !=, "");
}

/* What a cell shortens can be read whole, and each value can be asked for. */
static void
test_wholes_and_terms (DbFixture     *fixture,
                       gconstpointer  data)
{
  static const struct { int column; const char *term; } terms[] = {
    { LIAISON_ENGAGEMENT_COLUMN_DATE, "on:2022-01-11" },
    { LIAISON_ENGAGEMENT_COLUMN_FORM, "form:meeting" },
    { LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS, "by:\"Antony Blinken\"" },
    { LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS, "with:\"Dmytro Kuleba\"" },
    { LIAISON_ENGAGEMENT_COLUMN_COUNTRIES, "country:UA,PL" },
    { LIAISON_ENGAGEMENT_COLUMN_STATUS, "status:held" },
    { LIAISON_ENGAGEMENT_COLUMN_FORMAT, "format:\"North Atlantic Treaty Organization\"" },
    { LIAISON_ENGAGEMENT_COLUMN_PLACE, "place:\"Kyiv\"" },
    { LIAISON_ENGAGEMENT_COLUMN_TOPICS, "topic:\"He said \\\"gas\\\"\"" },
    { LIAISON_ENGAGEMENT_COLUMN_EVIDENCE, "evidence:report" },
    { LIAISON_ENGAGEMENT_COLUMN_SENSITIVITY, "is:public" },
  };
  g_autoptr (LiaisonRowData) row = NULL;

  put_people (fixture->db);
  put_meeting (fixture->db, 1, "2022-01-11", "held");
  db_fixture_put (fixture->db, LIAISON_KIND_TOPIC, 1, "name", "He said \"gas\"", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 1, "topics", UUID (TOPIC, 1), NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 10, "engagement", UUID (ENGAGEMENT, 1), "country", "PL", "side", "theirs",
                  "position", "5", NULL);
  row = load_one (fixture->db, LIAISON_ENTITY_ENGAGEMENTS, LIAISON_KIND_ENGAGEMENT, 1);

  g_assert_cmpstr (row->wholes[LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS], ==, "Dmytro Kuleba\nPoland");
  g_assert_cmpstr (row->wholes[LIAISON_ENGAGEMENT_COLUMN_COUNTRIES], ==, "Ukraine\nPoland");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_TOPICS], ==, "He said \"gas\"");
  g_assert_cmpstr (row->terms[LIAISON_ENGAGEMENT_COLUMN_TITLE], ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (terms[i].term);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = NULL;

      g_assert_cmpstr (row->terms[terms[i].column], ==, terms[i].term);
      liaison_query_check (query, &error);
      g_assert_no_error (error);
      ids = liaison_query_ids (fixture->db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, 1);
    }
}

static void
test_engagement_with_little (DbFixture     *fixture,
                             gconstpointer  data)
{
  g_autoptr (LiaisonRowData) row = NULL;

  db_fixture_put (fixture->db, LIAISON_KIND_ORGANISATION, 1, "name", "Bucharest Nine", "kind", "grouping", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 1, "start", "2021-12", "precision", "month", "country", "PL",
                  "format", UUID (ORGANISATION, 1), NULL);
  row = load_one (fixture->db, LIAISON_ENTITY_ENGAGEMENTS, LIAISON_KIND_ENGAGEMENT, 1);

  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_DATE], ==, "Dec 2021");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_FORMAT], ==, "Bucharest Nine");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_PLACE], ==, "Poland");
  g_assert_cmpstr (row->texts[LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS], ==, "");
  g_assert_cmpint (row->evidence, ==, 0);
}

/* What was held counts; what is still planned is no last contact. */
static void
test_contact (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (LiaisonRowData) row = NULL;

  put_people (fixture->db);
  put_meeting (fixture->db, 1, "2021-12-09", "held");
  put_meeting (fixture->db, 2, "2022-01-11", "held");
  put_meeting (fixture->db, 3, "2022-02-01", "planned");
  put_meeting (fixture->db, 4, "2022-01-12", "cancelled");
  row = load_one (fixture->db, LIAISON_ENTITY_CONTACTS, LIAISON_KIND_CONTACT, 2);

  g_assert_cmpint (row->side, ==, LIAISON_SIDE_THEIRS);
  g_assert_cmpstr (row->texts[LIAISON_CONTACT_COLUMN_NAME], ==, "Dmytro Kuleba");
  g_assert_cmpstr (row->texts[LIAISON_CONTACT_COLUMN_SIDE], ==, "Theirs");
  g_assert_cmpstr (row->texts[LIAISON_CONTACT_COLUMN_TITLE], ==, "");
  g_assert_cmpstr (row->texts[LIAISON_CONTACT_COLUMN_COUNTRY], ==, "Ukraine");
  g_assert_cmpstr (row->texts[LIAISON_CONTACT_COLUMN_ENGAGEMENTS], ==, "2");
  g_assert_cmpstr (row->texts[LIAISON_CONTACT_COLUMN_LAST], ==, "11 Jan 2022");
}

static void
assert_title (LiaisonDb  *db,
              const char *expected)
{
  g_autoptr (LiaisonRowData) row = load_one (db, LIAISON_ENTITY_CONTACTS, LIAISON_KIND_CONTACT, 1);

  g_assert_cmpstr (row->texts[LIAISON_CONTACT_COLUMN_TITLE], ==, expected);
}

/* Today is 14 January 2022. */
static void
test_contact_title (DbFixture     *fixture,
                    gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, NULL);
  assert_title (db, "");

  db_fixture_put (db, LIAISON_KIND_POST, 1, "contact", UUID (CONTACT, 1), "title", "Ambassador", "from", "2015", "to", "2017", NULL);
  assert_title (db, "formerly Ambassador");

  db_fixture_put (db, LIAISON_KIND_POST, 2, "contact", UUID (CONTACT, 1), "title", "State Secretary", "from", "2012", "to", "2019", NULL);
  assert_title (db, "formerly State Secretary");

  db_fixture_put (db, LIAISON_KIND_POST, 3, "contact", UUID (CONTACT, 1), "title", "Party Leader", "from", "2020", NULL);
  assert_title (db, "Party Leader");

  db_fixture_put (db, LIAISON_KIND_POST, 4, "contact", UUID (CONTACT, 1), "title", "Foreign Minister", "level", "minister",
                  "from", "2019", "to", "2022-01-14", NULL);
  assert_title (db, "Foreign Minister");

  db_fixture_put (db, LIAISON_KIND_POST, 3, "primary", "1", NULL);
  assert_title (db, "Party Leader");

  db_fixture_put (db, LIAISON_KIND_POST, 5, "contact", UUID (CONTACT, 1), "title", "President", "level", "head-of-state",
                  "primary", "1", "from", "2022-01-15", NULL);
  assert_title (db, "Party Leader");
}

static void
test_organisation (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (LiaisonRowData) ministry = NULL, grouping = NULL;

  put_people (fixture->db);
  db_fixture_put (fixture->db, LIAISON_KIND_POST, 1, "contact", UUID (CONTACT, 2), "organisation", UUID (ORGANISATION, 2), NULL);
  put_meeting (fixture->db, 1, "2021-12-09", "held");
  put_meeting (fixture->db, 2, "2022-01-11", "not-held");
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 9, "engagement", UUID (ENGAGEMENT, 1),
                  "organisation", UUID (ORGANISATION, 2), NULL);
  ministry = load_one (fixture->db, LIAISON_ENTITY_ORGANISATIONS, LIAISON_KIND_ORGANISATION, 2);
  grouping = load_one (fixture->db, LIAISON_ENTITY_ORGANISATIONS, LIAISON_KIND_ORGANISATION, 1);

  g_assert_cmpstr (ministry->texts[LIAISON_ORGANISATION_COLUMN_NAME], ==, "Ministry of Foreign Affairs");
  g_assert_cmpstr (ministry->texts[LIAISON_ORGANISATION_COLUMN_SHORT_NAME], ==, "");
  g_assert_cmpstr (ministry->texts[LIAISON_ORGANISATION_COLUMN_KIND], ==, "Ministry");
  g_assert_cmpstr (ministry->texts[LIAISON_ORGANISATION_COLUMN_COUNTRY], ==, "Ukraine");
  g_assert_cmpstr (ministry->texts[LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS], ==, "1");
  g_assert_cmpstr (ministry->texts[LIAISON_ORGANISATION_COLUMN_LAST], ==, "9 Dec 2021");
  g_assert_cmpstr (grouping->texts[LIAISON_ORGANISATION_COLUMN_SHORT_NAME], ==, "NATO");
  g_assert_cmpstr (grouping->texts[LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS], ==, "0");
  g_assert_cmpstr (grouping->texts[LIAISON_ORGANISATION_COLUMN_LAST], ==, "");
}

/* What has been deleted is left out, the rest comes in the order asked for. */
static void
test_load_several (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint32 ids[5];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, i, NULL);
      ids[G_N_ELEMENTS (ids) - 1 - i] = db_fixture_id (fixture->db, LIAISON_KIND_CONTACT, i);
    }
  db_fixture_remove (fixture->db, LIAISON_KIND_CONTACT, 2);
  rows = liaison_row_data_load (fixture->db, LIAISON_ENTITY_CONTACTS, ids, G_N_ELEMENTS (ids), &error);
  g_assert_no_error (error);

  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpint (((LiaisonRowData *) g_ptr_array_index (rows, i))->id, ==, ids[i < 2 ? i : i + 1]);
}

static void
test_columns (void)
{
  static const struct { LiaisonEntity entity; int n_columns; } entities[] = {
    { LIAISON_ENTITY_ENGAGEMENTS, LIAISON_N_ENGAGEMENT_COLUMNS },
    { LIAISON_ENTITY_CONTACTS, LIAISON_N_CONTACT_COLUMNS },
    { LIAISON_ENTITY_ORGANISATIONS, LIAISON_N_ORGANISATION_COLUMNS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      for (int column = 0; column < entities[i].n_columns; column++)
        {
          const char *token = liaison_row_column_get_token (entities[i].entity, column);

          g_assert_cmpint (liaison_row_column_parse (entities[i].entity, token), ==, column);
          g_assert_cmpstr (liaison_row_column_get_label (entities[i].entity, column), !=, "");
        }
      g_assert_cmpint (liaison_row_column_parse (entities[i].entity, "colour"), ==, -1);
      g_assert_cmpint (liaison_row_column_parse (entities[i].entity, NULL), ==, -1);
    }

  g_assert_cmpint (liaison_row_column_parse (LIAISON_ENTITY_ENGAGEMENTS, "countries"), ==, LIAISON_ENGAGEMENT_COLUMN_COUNTRIES);
  g_assert_cmpint (liaison_row_column_parse (LIAISON_ENTITY_ORGANISATIONS, "short-name"), ==, LIAISON_ORGANISATION_COLUMN_SHORT_NAME);
}

typedef struct
{
  guint           n_wanted;
  guint           n_gone;
  LiaisonRowData *known;
} Owner;

static void
want_cb (gpointer    owner,
         LiaisonRow *row)
{
  Owner *self = owner;

  self->n_wanted++;
  if (self->known != NULL)
    liaison_row_set_record (row, liaison_row_get_id (row), self->known);
}

static void
gone_cb (gpointer    owner,
         LiaisonRow *row)
{
  ((Owner *) owner)->n_gone++;
}

static const LiaisonRowHooks hooks = { want_cb, gone_cb };

static LiaisonRowData *
new_data (gint32      id,
          int         form,
          const char *title)
{
  LiaisonRowData model = { .id = id, .form = form };
  g_auto (LiaisonRowTexts) texts = { { NULL } };

  texts.texts[LIAISON_ENGAGEMENT_COLUMN_TITLE] = g_strdup (title);

  return liaison_row_data_new (&model, UUID (ENGAGEMENT, 1), &texts);
}

static void
count_notify_cb (LiaisonRow *row,
                 GParamSpec *pspec,
                 gpointer    data)
{
  (*(guint *) data)++;
}

static void
count_cb (LiaisonRow *row,
          gpointer    data)
{
  (*(guint *) data)++;
}

static void
test_row (void)
{
  Owner owner = { 0 };
  g_autoptr (LiaisonRow) row = liaison_row_new (&hooks, &owner, 7, 42);
  g_autoptr (LiaisonRowData) data = new_data (42, LIAISON_FORM_LETTER, "Letter");
  g_autoptr (LiaisonRowData) same = new_data (42, LIAISON_FORM_LETTER, "Letter");
  g_autoptr (LiaisonRowData) other = new_data (42, LIAISON_FORM_LETTER, "Note");
  guint n_changed = 0, n_form = 0, n_loaded = 0;

  g_signal_connect (row, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect (row, "notify::form", G_CALLBACK (count_notify_cb), &n_form);
  g_signal_connect (row, "notify::loaded", G_CALLBACK (count_notify_cb), &n_loaded);

  g_assert_cmpint (liaison_row_get_id (row), ==, 42);
  g_assert_cmpuint (owner.n_wanted, ==, 0);
  g_assert_cmpstr (liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE), ==, "");
  g_assert_cmpstr (liaison_row_get_uuid (row), ==, "");
  g_assert_false (liaison_row_is_loaded (row));
  g_assert_cmpuint (owner.n_wanted, ==, 1);

  g_assert_true (liaison_row_set_record (row, 42, data));
  liaison_row_tell (row);
  g_assert_cmpstr (liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE), ==, "Letter");
  g_assert_cmpint (liaison_row_get_form (row), ==, LIAISON_FORM_LETTER);
  g_assert_cmpuint (n_changed, ==, 1);

  g_assert_false (liaison_row_set_record (row, 42, same));
  g_assert_true (liaison_row_set_record (row, 42, other));
  liaison_row_tell (row);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_form, ==, 1);
  g_assert_cmpuint (n_loaded, ==, 1);

  g_clear_object (&row);
  g_assert_cmpuint (owner.n_gone, ==, 1);
}

/* What is known already is there at the first look. */
static void
test_row_known (void)
{
  g_autoptr (LiaisonRowData) data = new_data (42, LIAISON_FORM_LETTER, "Letter");
  Owner owner = { .known = data };
  g_autoptr (LiaisonRow) row = liaison_row_new (&hooks, &owner, 7, 42);

  g_assert_cmpstr (liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE), ==, "Letter");
  g_assert_cmpuint (owner.n_wanted, ==, 1);

  liaison_row_detach (row);
  g_assert_cmpint (liaison_row_get_id (row), ==, 0);
  g_assert_cmpstr (liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE), ==, "");
  g_clear_object (&row);
  g_assert_cmpuint (owner.n_gone, ==, 0);
}

static void
test_cache (void)
{
  g_autoptr (LiaisonRowCache) cache = liaison_row_cache_new (100);
  gboolean fresh;

  for (gint32 id = 1; id <= 100; id++)
    {
      g_autoptr (LiaisonRowData) data = new_data (id, 0, "Title");

      liaison_row_cache_put (cache, data);
    }
  g_assert_cmpuint (liaison_row_cache_get_size (cache), ==, 100);

  /* The first is used, so that the second is the one to go. */
  g_assert_nonnull (liaison_row_cache_get (cache, 1, &fresh));
  g_assert_true (fresh);
  liaison_row_cache_age (cache);
  for (gint32 id = 101; id <= 150; id++)
    {
      g_autoptr (LiaisonRowData) data = new_data (id, 0, "Title");

      liaison_row_cache_put (cache, data);
      g_assert_cmpuint (liaison_row_cache_get_size (cache), ==, 100);
    }

  g_assert_nonnull (liaison_row_cache_get (cache, 1, &fresh));
  g_assert_false (fresh);
  g_assert_null (liaison_row_cache_get (cache, 2, &fresh));
  g_assert_null (liaison_row_cache_get (cache, 51, &fresh));
  g_assert_nonnull (liaison_row_cache_get (cache, 52, &fresh));
  g_assert_nonnull (liaison_row_cache_get (cache, 150, &fresh));
  g_assert_true (fresh);

  liaison_row_cache_remove (cache, 150);
  liaison_row_cache_remove (cache, 150);
  g_assert_null (liaison_row_cache_get (cache, 150, &fresh));
  g_assert_false (fresh);
  g_assert_cmpuint (liaison_row_cache_get_size (cache), ==, 99);
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

  add ("/row/load/engagement", test_engagement);
  add ("/row/load/engagement-with-little", test_engagement_with_little);
  add ("/row/load/wholes-and-terms", test_wholes_and_terms);
  add ("/row/load/contact", test_contact);
  add ("/row/load/contact-title", test_contact_title);
  add ("/row/load/organisation", test_organisation);
  add ("/row/load/several", test_load_several);
  g_test_add_func ("/row/columns", test_columns);
  g_test_add_func ("/row/object", test_row);
  g_test_add_func ("/row/object/known", test_row_known);
  g_test_add_func ("/row/cache", test_cache);

  return g_test_run ();
}
