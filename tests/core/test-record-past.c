/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-changes.h"
#include "liaison-error.h"
#include "liaison-record-past.h"
#include "liaison-undo.h"

#define UUID(KIND, number) db_fixture_uuid (LIAISON_KIND_##KIND, number)

enum { CALL = 1, VISIT };
enum { KULEBA = 1, BLINKEN };

static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  LiaisonDb *db;

  db_fixture_set_up (fixture, data);
  db = fixture->db;
  db_fixture_put (db, LIAISON_KIND_CONTACT, KULEBA, "name", "Dmytro Kuleba", "side", "theirs", "country", "UA", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, BLINKEN, "name", "Antony Blinken", "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, VISIT, "title", "Visit", "form", "visit-made", "start", "2022-01-10", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Call", "form", "phone-call", "start", "2022-01-11", "parent",
                  UUID (ENGAGEMENT, VISIT), NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, CALL), "contact", UUID (CONTACT, KULEBA), NULL);
  db_fixture_put (db, LIAISON_KIND_READOUT, 1, "title", "Readout", "engagements", UUID (ENGAGEMENT, CALL), NULL);
}

static char *
get_batch (LiaisonDb *db)
{
  return db_fixture_query (db, "SELECT lower (substr (hex (uuid), 1, 8) || '-' || substr (hex (uuid), 9, 4) || '-' || substr (hex (uuid), 13, 4)"
                               " || '-' || substr (hex (uuid), 17, 4) || '-' || substr (hex (uuid), 21)) FROM batch ORDER BY id DESC LIMIT 1");
}

static char *
write_changes (LiaisonDb   *db,
               LiaisonKind  kind,
               const char  *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = liaison_value_changes_load (db, kind, uuid, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < changes->len; i++)
    {
      const LiaisonValueChange *change = g_ptr_array_index (changes, i);

      g_string_append (text, change->part);
      if (change->operation == LIAISON_OPERATION_INSERT)
        g_string_append (text, " added\n");
      else if (change->operation == LIAISON_OPERATION_DELETE)
        g_string_append (text, " deleted\n");
      else
        g_string_append_printf (text, " %s: “%s” → “%s”%s\n",
                                change->field == LIAISON_FIELD_SENSITIVITY ? "Sensitivity"
                                  : liaison_field_get_label (&liaison_kind_get_info (change->kind)->fields[change->field]),
                                change->before, change->after, change->old != NULL ? " *" : "");
    }

  return g_string_free (text, FALSE);
}

/* Values are told as a person reads them, parts by what they are, and only what is not there now can be restored. */
static void
test_values (DbFixture     *fixture,
             gconstpointer  data)
{
  g_autofree char *text = NULL;

  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "form", "video-call", "country", "PL", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "country", "", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 1, "contact", UUID (CONTACT, BLINKEN), NULL);
  db_fixture_remove (fixture->db, LIAISON_KIND_PARTICIPATION, 1);
  text = write_changes (fixture->db, LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, CALL));
  g_assert_cmpstr (text, ==,
                   "Participation: Antony Blinken deleted\n"
                   "Participation: Antony Blinken Contact: “Dmytro Kuleba” → “Antony Blinken”\n"
                   " Country: “Poland” → “” *\n"
                   " Form: “Phone call” → “Video call” *\n"
                   " Country: “” → “Poland”\n"
                   "Participation: Antony Blinken added\n"
                   " added\n");
}

static void
test_sensitivity (DbFixture     *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) record = liaison_record_load (fixture->db, LIAISON_KIND_CONTACT, UUID (CONTACT, KULEBA), &error);
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Hide");
  g_autofree char *text = NULL;

  liaison_record_set_sensitivity (record, LIAISON_SENSITIVITY_CONFIDENTIAL);
  liaison_changes_put (changes, record);
  g_assert_true (liaison_changes_apply (changes, fixture->db, &error));
  text = write_changes (fixture->db, LIAISON_KIND_CONTACT, UUID (CONTACT, KULEBA));
  g_assert_cmpstr (text, ==, " Sensitivity: “Public” → “Confidential” *\n added\n");
}

/* A record and its parts are again what they were after an action, and that is one action itself. */
static void
test_return (DbFixture     *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *then = get_batch (fixture->db);
  g_autofree char *n = NULL;

  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Other", NULL);
  db_fixture_remove (fixture->db, LIAISON_KIND_PARTICIPATION, 1);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 2, "engagement", UUID (ENGAGEMENT, CALL), "country", "PL", NULL);

  g_assert_true (liaison_record_return (fixture->db, LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, CALL), then, "Return", &error));
  g_assert_no_error (error);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Call");
  n = db_fixture_query (fixture->db, "SELECT group_concat (contact) FROM participation");
  g_assert_cmpstr (n, ==, "1");

  g_assert_true (liaison_undo (fixture->db, NULL, &error));
  g_assert_no_error (error);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Other");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_PARTICIPATION, 2, "country", "PL");
}

/* What has been deleted is found by its name, and comes back with its parts and under the names that others had for it. */
static void
test_deleted (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deleted = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const LiaisonDeletedRecord *found;
  g_autofree char *links = NULL;

  db_fixture_remove (fixture->db, LIAISON_KIND_ENGAGEMENT, VISIT);
  db_fixture_remove (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL);
  /* Something else comes in between: this is not undo. */
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, KULEBA, "country", "PL", NULL);

  deleted = liaison_deleted_records_load (fixture->db, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deleted->len, ==, 2);
  found = g_ptr_array_index (deleted, 0);
  g_assert_cmpstr (found->phrase, ==, "Call");
  g_assert_cmpint (found->kind, ==, LIAISON_KIND_ENGAGEMENT);
  g_assert_cmpstr (found->uuid, ==, UUID (ENGAGEMENT, CALL));

  g_assert_true (liaison_deleted_record_restore (fixture->db, LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, CALL), "Restore", &error));
  g_assert_no_error (error);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Call");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "parent", "");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_CONTACT, KULEBA, "country", "PL");
  links = db_fixture_query (fixture->db, "SELECT (SELECT count(*) FROM participation p JOIN engagement e ON e.id = p.engagement WHERE e.title = 'Call')"
                                         " || ' ' || (SELECT count(*) FROM readout_engagements)");
  g_assert_cmpstr (links, ==, "1 1");

  g_assert_true (liaison_deleted_record_restore (fixture->db, LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, VISIT), "Restore", &error));
  g_assert_no_error (error);
  after = liaison_deleted_records_load (fixture->db, 100, &error);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_false (liaison_deleted_record_restore (fixture->db, LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, VISIT), "Restore", &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

/* The visit lost what named it when it was deleted, and gets that back as long as nothing else stands there. */
static void
test_named_again (DbFixture     *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = NULL;

  db_fixture_remove (fixture->db, LIAISON_KIND_ENGAGEMENT, VISIT);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "parent", "");
  g_assert_true (liaison_deleted_record_restore (fixture->db, LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, VISIT), "Restore", &error));
  g_assert_no_error (error);
  parent = db_fixture_query (fixture->db, "SELECT p.title FROM engagement e JOIN engagement p ON p.id = e.parent");
  g_assert_cmpstr (parent, ==, "Visit");
}

/* One part names somebody who has gone by now: then nothing comes back. */
static void
test_refused (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *n = NULL;

  db_fixture_remove (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL);
  db_fixture_remove (fixture->db, LIAISON_KIND_CONTACT, KULEBA);
  g_assert_false (liaison_deleted_record_restore (fixture->db, LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, CALL), "Restore", &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  n = db_fixture_query (fixture->db, "SELECT count(*) FROM engagement");
  g_assert_cmpstr (n, ==, "1");
}

static char *
write_actions (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = liaison_actions_load (db, 3, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < actions->len; i++)
    {
      const LiaisonAction *action = g_ptr_array_index (actions, i);

      g_string_append_c (text, action->undone ? '-' : '+');
    }

  return g_string_free (text, FALSE);
}

static void
assert_to (LiaisonDb  *db,
           const char *batch,
           gboolean    stands,
           const char *place,
           const char *signs)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *actions = NULL;

  g_assert_true (liaison_undo_to (db, batch, stands, &error));
  g_assert_no_error (error);
  db_fixture_assert_column (db, LIAISON_KIND_ENGAGEMENT, CALL, "place", place);
  actions = write_actions (db);
  g_assert_cmpstr (actions, ==, signs);
}

static void
test_undo_to (DbFixture     *fixture,
              gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;

  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, CALL, "place", "One", NULL);
  one = get_batch (db);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, CALL, "place", "Two", NULL);
  two = get_batch (db);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, CALL, "place", "Three", NULL);
  three = get_batch (db);

  assert_to (db, one, TRUE, "One", "--+");
  assert_to (db, three, TRUE, "Three", "+++");
  assert_to (db, one, FALSE, "", "---");
  assert_to (db, two, TRUE, "Two", "-++");
  assert_to (db, two, TRUE, "Two", "-++");
  assert_to (db, two, FALSE, "One", "--+");
  /* What a new action passes over cannot be gone to. */
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, CALL, "place", "Four", NULL);
  g_assert_false (liaison_undo_to (db, two, TRUE, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/record-past/" path, DbFixture, NULL, set_up, func, db_fixture_tear_down)
  ADD ("values", test_values);
  ADD ("sensitivity", test_sensitivity);
  ADD ("return", test_return);
  ADD ("deleted", test_deleted);
  ADD ("named-again", test_named_again);
  ADD ("refused", test_refused);
  ADD ("undo-to", test_undo_to);
#undef ADD

  return g_test_run ();
}
