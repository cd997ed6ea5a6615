/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-changes.h"
#include "liaison-error.h"
#include "liaison-merge.h"
#include "liaison-names-private.h"
#include "liaison-undo.h"

enum { KULEBA = 1, KULIEBA, BLINKEN };
enum { SHARED = 1, ALONE };
enum { MINISTRY = 1, MFA, UNION };

#define UUID(KIND, number) db_fixture_uuid (LIAISON_KIND_##KIND, number)

static void
put_participation (LiaisonDb  *db,
                   guint       number,
                   guint       engagement,
                   guint       contact,
                   const char *side)
{
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number, "engagement", UUID (ENGAGEMENT, engagement), "contact", UUID (CONTACT, contact),
                  "side", side, NULL);
}

static void
put_engagement (LiaisonDb  *db,
                guint       number,
                const char *title)
{
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "title", title, "start", "2022-01-11", "form", "phone-call", "status", "held", NULL);
}

/* One person twice, in one call together and in one more alone; one ministry twice. */
static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  LiaisonDb *db;

  db_fixture_set_up (fixture, NULL);
  db = fixture->db;
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, MINISTRY, "name", "Ministry of Foreign Affairs", "kind", "ministry", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, MFA, "name", "MFA of Ukraine", "kind", "ministry", "country", "UA",
                  "parent", UUID (ORGANISATION, MINISTRY), NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, UNION, "name", "Union", "kind", "grouping", NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, 1, "grouping", UUID (ORGANISATION, UNION), "organisation", UUID (ORGANISATION, MINISTRY), NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, 2, "grouping", UUID (ORGANISATION, UNION), "organisation", UUID (ORGANISATION, MFA), NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, KULEBA, "name", "Dmytro Kuleba", "given", "Dmytro", "family", "Kuleba", "side", "theirs",
                  "tags", "priority", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, KULIEBA, "name", "Dmitry Kulieba", "side", "theirs", "country", "UA", "email", "d@example.org",
                  "tags", "minister", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, BLINKEN, "name", "Antony Blinken", "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 1, "contact", UUID (CONTACT, KULEBA), "title", "Minister", "from", "2020", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 2, "contact", UUID (CONTACT, KULIEBA), "title", "Minister", "from", "2020", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 3, "contact", UUID (CONTACT, KULIEBA), "title", "Envoy", "organisation", UUID (ORGANISATION, MFA),
                  NULL);
  put_engagement (db, SHARED, "Call with both");
  put_engagement (db, ALONE, "Call with one");
  put_participation (db, 1, SHARED, KULEBA, "theirs");
  put_participation (db, 2, SHARED, KULIEBA, "theirs");
  put_participation (db, 3, ALONE, KULIEBA, "theirs");
  put_participation (db, 4, ALONE, BLINKEN, "ours");
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 3, "post", UUID (POST, 2), NULL);
  db_fixture_put (db, LIAISON_KIND_DISTINCTION, 1, "contact", UUID (CONTACT, KULEBA), "other", UUID (CONTACT, KULIEBA), NULL);
}

static LiaisonRecord *
load (LiaisonDb   *db,
      LiaisonKind  kind,
      guint        number)
{
  g_autoptr (GError) error = NULL;
  LiaisonRecord *record = liaison_record_load (db, kind, db_fixture_uuid (kind, number), &error);

  g_assert_no_error (error);

  return record;
}

static gboolean
try_merge (LiaisonDb    *db,
           LiaisonKind   kind,
           guint         kept,
           guint         gone,
           GError      **error)
{
  g_autoptr (LiaisonRecord) stays = load (db, kind, kept);
  g_autoptr (LiaisonRecord) goes = load (db, kind, gone);
  g_autoptr (LiaisonRecord) merged = liaison_merge_propose (stays, goes);
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Merge");

  liaison_changes_merge (changes, merged, liaison_record_get_uuid (goes));

  return liaison_changes_apply (changes, db, error);
}

static void
merge (LiaisonDb   *db,
       LiaisonKind  kind,
       guint        kept,
       guint        gone)
{
  g_autoptr (GError) error = NULL;

  try_merge (db, kind, kept, gone, &error);
  g_assert_no_error (error);
}

static void
assert_query (LiaisonDb  *db,
              const char *statement,
              const char *expected)
{
  g_autofree char *result = db_fixture_query (db, statement);

  g_assert_cmpstr (result, ==, expected);
}

static void
append_field (GString             *text,
              const LiaisonRecord *record,
              guint                field)
{
  const LiaisonField *info = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[field];

  if (liaison_field_is_text (info))
    g_string_append_printf (text, "|%s", liaison_record_get_text (record, field));
  else if (liaison_field_is_list (info))
    {
      g_autofree char *list = g_strjoinv (",", (char **) liaison_record_get_list (record, field));

      g_string_append_printf (text, "|%s", list);
    }
  else
    g_string_append_printf (text, "|%" G_GINT64_FORMAT, liaison_record_get_integer (record, field));
}

static gboolean
append_record (LiaisonRecord  *record,
               gpointer        user_data,
               GError        **error)
{
  GString *text = user_data;

  g_string_append_printf (text, "%s|%" G_GINT64_FORMAT, liaison_record_get_uuid (record), liaison_record_get_modified (record));
  for (guint i = 0; i < liaison_kind_get_info (liaison_record_get_kind (record))->n_fields; i++)
    append_field (text, record, i);
  g_string_append_c (text, '\n');

  return TRUE;
}

/* Every record that is stored, and what a list shows of the engagements. */
static char *
dump (LiaisonDb *db)
{
  GString *all = g_string_new (NULL);
  g_autofree char *derived = db_fixture_query (db, "SELECT group_concat (x_ours || x_theirs || x_seats) FROM engagement");
  g_autoptr (GError) error = NULL;

  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      liaison_record_foreach (db, kind, append_record, all, &error);
      g_assert_no_error (error);
    }
  g_string_append (all, derived);

  return g_string_free (all, FALSE);
}

static void
test_contacts (DbFixture     *fixture,
               gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  merge (db, LIAISON_KIND_CONTACT, KULEBA, KULIEBA);
  assert_query (db, "SELECT group_concat (name) FROM (SELECT name FROM contact ORDER BY name)", "Antony Blinken,Dmytro Kuleba");
  assert_query (db, "SELECT country || ' ' || email || ' ' || replace (tags, char (10), ',') || ' ' || other_names FROM contact WHERE side = 2",
                "UA d@example.org priority,minister Dmitry Kulieba");
  /* In the call with both he took part once; the post that both had is one. */
  assert_query (db, "SELECT count (*) FROM participation", "3");
  assert_query (db, "SELECT group_concat (title) FROM (SELECT title FROM post ORDER BY title)", "Envoy,Minister");
  assert_query (db, "SELECT t.title FROM participation AS p JOIN post AS t ON t.id = p.post", "Minister");
  assert_query (db, "SELECT x_theirs FROM engagement WHERE title = 'Call with one'", "Kuleba");
  assert_query (db, "SELECT count (*) FROM distinction", "0");
}

static void
test_organisations (DbFixture     *fixture,
                    gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  merge (db, LIAISON_KIND_ORGANISATION, MFA, MINISTRY);
  assert_query (db, "SELECT count (*) FROM organisation", "2");
  /* It was a part of the one that it is now. */
  assert_query (db, "SELECT parent IS NULL FROM organisation WHERE name = 'MFA of Ukraine'", "1");
  assert_query (db, "SELECT count (*) FROM membership", "1");
  assert_query (db, "SELECT o.name FROM post AS p JOIN organisation AS o ON o.id = p.organisation", "MFA of Ukraine");
}

static void
test_one_undo (DbFixture     *fixture,
               gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autofree char *before = dump (db);
  g_autofree char *merged = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  merge (db, LIAISON_KIND_CONTACT, KULEBA, KULIEBA);
  merged = dump (db);
  g_assert_cmpstr (merged, !=, before);
  liaison_undo (db, NULL, &error);
  g_assert_no_error (error);
  undone = dump (db);
  g_assert_cmpstr (undone, ==, before);
  liaison_redo (db, NULL, &error);
  g_assert_no_error (error);
  redone = dump (db);
  g_assert_cmpstr (redone, ==, merged);
}

static LiaisonOutcome
import (LiaisonDb     *db,
        LiaisonRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_IMPORT, "Import", &error);
  LiaisonOutcome outcome;

  g_assert_no_error (error);
  liaison_edit_put (edit, record, &outcome, &error);
  g_assert_no_error (error);
  liaison_edit_commit (edit, &error);
  g_assert_no_error (error);

  return outcome;
}

/* A file from before the merge changes nothing, and what is new in it goes to the contact that stayed. */
static void
test_import_of_former (DbFixture     *fixture,
                       gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (LiaisonRecord) former = load (db, LIAISON_KIND_CONTACT, KULIEBA);
  g_autoptr (LiaisonRecord) post = load (db, LIAISON_KIND_POST, 3);
  g_autoptr (LiaisonRecord) new_post = db_fixture_record (LIAISON_KIND_POST, 9, "contact", UUID (CONTACT, KULIEBA), "title", "Professor", NULL);
  g_autoptr (LiaisonRecord) shown = NULL;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  merge (db, LIAISON_KIND_CONTACT, KULEBA, KULIEBA);
  g_assert_cmpint (import (db, former), ==, LIAISON_OUTCOME_SAME);
  g_assert_cmpint (import (db, post), ==, LIAISON_OUTCOME_SAME);
  g_assert_cmpint (import (db, new_post), ==, LIAISON_OUTCOME_ADDED);
  assert_query (db, "SELECT c.name FROM post AS p JOIN contact AS c ON c.id = p.contact WHERE p.title = 'Professor'", "Dmytro Kuleba");

  shown = liaison_record_load_any (db, UUID (CONTACT, KULIEBA), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (liaison_record_get_uuid (shown), ==, UUID (CONTACT, KULEBA));
  liaison_names_find (db, LIAISON_KIND_CONTACT, UUID (CONTACT, KULIEBA), FALSE, keys, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 1);
  g_assert_cmpint (g_array_index (keys, gint64, 0), ==, db_fixture_id (db, LIAISON_KIND_CONTACT, KULEBA));
}

/* What was merged into one that is merged again means the last one. */
static void
test_merged_again (DbFixture     *fixture,
                   gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (LiaisonRecord) shown = NULL;
  g_autoptr (GError) error = NULL;

  merge (db, LIAISON_KIND_CONTACT, KULEBA, KULIEBA);
  merge (db, LIAISON_KIND_CONTACT, BLINKEN, KULEBA);
  shown = liaison_record_load_any (db, UUID (CONTACT, KULIEBA), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (liaison_record_get_uuid (shown), ==, UUID (CONTACT, BLINKEN));
}

static void
test_refused (DbFixture     *fixture,
              gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autofree char *before = dump (db);
  g_autofree char *after = NULL;
  g_autoptr (LiaisonRecord) gone = load (db, LIAISON_KIND_CONTACT, KULIEBA);
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Edit");
  g_autoptr (LiaisonRecord) present = liaison_record_new (LIAISON_KIND_FORMER, UUID (CONTACT, KULIEBA));
  g_autoptr (LiaisonChanges) wrong = liaison_changes_new ("Wrong");
  g_autoptr (GError) error = NULL;

  g_assert_false (try_merge (db, LIAISON_KIND_CONTACT, KULEBA, KULEBA, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (try_merge (db, LIAISON_KIND_ENGAGEMENT, SHARED, ALONE, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
  g_clear_error (&error);
  liaison_record_set_text (present, LIAISON_FORMER_CONTACT, UUID (CONTACT, KULEBA));
  liaison_changes_put (wrong, present);
  g_assert_false (liaison_changes_apply (wrong, db, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
  g_clear_error (&error);
  after = dump (db);
  g_assert_cmpstr (after, ==, before);

  /* A form that still has the one that is gone must not bring it back. */
  merge (db, LIAISON_KIND_CONTACT, KULEBA, KULIEBA);
  liaison_changes_put (changes, gone);
  g_assert_false (liaison_changes_apply (changes, db, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/merge/" path, DbFixture, NULL, set_up, func, db_fixture_tear_down)
  ADD ("contacts", test_contacts);
  ADD ("organisations", test_organisations);
  ADD ("one-undo", test_one_undo);
  ADD ("import-of-former", test_import_of_former);
  ADD ("merged-again", test_merged_again);
  ADD ("refused", test_refused);
#undef ADD

  return g_test_run ();
}
