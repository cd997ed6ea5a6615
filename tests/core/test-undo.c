/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-changes.h"
#include "liaison-db-private.h"
#include "liaison-undo.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

typedef struct
{
  char      *folder;
  LiaisonDb *db;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("liaison-undo-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "store.liaison", NULL);
  fixture->db = liaison_db_create (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "store.liaison", NULL);

  liaison_db_close (fixture->db);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

/* A record's fields as one text, for comparing whole stores. */
static gboolean
append_record (LiaisonRecord  *record,
               gpointer        data,
               GError        **error)
{
  GString *text = data;
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));

  g_string_append_printf (text, "%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d", info->name, liaison_record_get_uuid (record),
                          liaison_record_get_created (record), liaison_record_get_modified (record),
                          liaison_record_get_sensitivity (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (liaison_field_is_text (&info->fields[i]))
        g_string_append_printf (text, "|%s", liaison_record_get_text (record, i));
      else if (liaison_field_is_list (&info->fields[i]))
        {
          g_autofree char *joined = g_strjoinv (",", (char **) liaison_record_get_list (record, i));

          g_string_append_printf (text, "|%s", joined);
        }
      else
        g_string_append_printf (text, "|%" G_GINT64_FORMAT, liaison_record_get_integer (record, i));
    }
  g_string_append_c (text, '\n');

  return TRUE;
}

static char *
describe_store (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      liaison_record_foreach (db, kind, append_record, text, &error);
      g_assert_no_error (error);
    }

  return g_string_free (text, FALSE);
}

static LiaisonRecord *
new_contact (const char  *name,
             LiaisonSide  side)
{
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_CONTACT, NULL);

  liaison_record_set_text (record, LIAISON_CONTACT_NAME, name);
  liaison_record_set_integer (record, LIAISON_CONTACT_SIDE, side);

  return record;
}

static LiaisonRecord *
new_engagement (const char *title,
                const char *start)
{
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_ENGAGEMENT, NULL);

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, title);
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, start);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, LIAISON_PRECISION_DAY);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_FORM, LIAISON_FORM_PHONE_CALL);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_STATUS, LIAISON_STATUS_HELD);

  return record;
}

static LiaisonRecord *
new_participation (const LiaisonRecord *engagement,
                   const LiaisonRecord *contact)
{
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_PARTICIPATION, NULL);

  liaison_record_set_text (record, LIAISON_PARTICIPATION_ENGAGEMENT, liaison_record_get_uuid (engagement));
  liaison_record_set_text (record, LIAISON_PARTICIPATION_CONTACT, liaison_record_get_uuid (contact));
  liaison_record_set_integer (record, LIAISON_PARTICIPATION_SIDE, liaison_record_get_integer (contact, LIAISON_CONTACT_SIDE));

  return record;
}

static void
apply (LiaisonDb      *db,
       LiaisonChanges *changes)
{
  g_autoptr (GError) error = NULL;

  liaison_changes_apply (changes, db, &error);
  g_assert_no_error (error);
}

static void
undo (LiaisonDb  *db,
      const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  liaison_undo (db, &name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
}

static void
redo (LiaisonDb  *db,
      const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  liaison_redo (db, &name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
}

static void
test_one_by_one (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonRecord) contact = new_contact ("Dmytro Kuleba", LIAISON_SIDE_THEIRS);
  g_autoptr (LiaisonRecord) engagement = new_engagement ("Call with Kuleba", "2022-01-11");
  g_autoptr (LiaisonRecord) participation = new_participation (engagement, contact);
  g_autoptr (LiaisonChanges) add = liaison_changes_new ("Add call with Kuleba");
  g_autoptr (LiaisonChanges) rename = liaison_changes_new ("Edit Kuleba");
  g_autoptr (LiaisonChanges) remove = liaison_changes_new ("Delete call with Kuleba");
  g_autofree char *empty = describe_store (fixture->db);
  g_autofree char *added = NULL, *renamed = NULL, *removed = NULL;

  liaison_changes_put (add, contact);
  liaison_changes_put (add, engagement);
  liaison_changes_put (add, participation);
  apply (fixture->db, add);
  added = describe_store (fixture->db);

  liaison_record_set_text (contact, LIAISON_CONTACT_NAME, "Dmytro Ivanovych Kuleba");
  liaison_changes_put (rename, contact);
  apply (fixture->db, rename);
  renamed = describe_store (fixture->db);
  g_assert_cmpstr (renamed, !=, added);

  liaison_changes_remove (remove, LIAISON_KIND_ENGAGEMENT, liaison_record_get_uuid (engagement));
  apply (fixture->db, remove);
  removed = describe_store (fixture->db);
  g_assert_null (strstr (removed, "participation"));

  for (int round = 0; round < 2; round++)
    {
      g_autofree char *step1 = NULL, *step2 = NULL, *step3 = NULL, *step4 = NULL;

      undo (fixture->db, "Delete call with Kuleba");
      step1 = describe_store (fixture->db);
      g_assert_cmpstr (step1, ==, renamed);
      undo (fixture->db, "Edit Kuleba");
      step2 = describe_store (fixture->db);
      g_assert_cmpstr (step2, ==, added);
      undo (fixture->db, "Add call with Kuleba");
      step3 = describe_store (fixture->db);
      g_assert_cmpstr (step3, ==, empty);
      redo (fixture->db, "Add call with Kuleba");
      redo (fixture->db, "Edit Kuleba");
      redo (fixture->db, "Delete call with Kuleba");
      step4 = describe_store (fixture->db);
      g_assert_cmpstr (step4, ==, removed);
    }
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (LiaisonRecord) contact = new_contact ("Dmytro Kuleba", LIAISON_SIDE_THEIRS);
  g_autoptr (LiaisonRecord) engagement = new_engagement ("Call with Kuleba", "2022-01-11");
  g_autoptr (LiaisonRecord) participation = new_participation (engagement, contact);
  g_autoptr (LiaisonChanges) add = liaison_changes_new ("Add");
  g_autoptr (LiaisonChanges) remove = liaison_changes_new ("Delete");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  g_assert_false (liaison_undo (fixture->db, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_clear_error (&error);

  liaison_changes_put (add, contact);
  liaison_changes_put (add, engagement);
  liaison_changes_put (add, participation);
  apply (fixture->db, add);
  before = describe_store (fixture->db);

  liaison_changes_remove (remove, LIAISON_KIND_CONTACT, liaison_record_get_uuid (contact));
  g_assert_false (liaison_changes_apply (remove, fixture->db, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT);
  after = describe_store (fixture->db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_new_edit_ends_redo (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (LiaisonRecord) first = new_contact ("First", LIAISON_SIDE_OURS);
  g_autoptr (LiaisonRecord) second = new_contact ("Second", LIAISON_SIDE_OURS);
  g_autoptr (LiaisonChanges) add_first = liaison_changes_new ("Add First");
  g_autoptr (LiaisonChanges) add_second = liaison_changes_new ("Add Second");
  g_autoptr (GError) error = NULL;
  g_autofree char *undo_name = NULL, *redo_name = NULL;

  liaison_changes_put (add_first, first);
  liaison_changes_put (add_second, second);
  apply (fixture->db, add_first);
  undo (fixture->db, "Add First");
  apply (fixture->db, add_second);

  undo_name = liaison_undo_get_name (fixture->db, &error);
  g_assert_no_error (error);
  redo_name = liaison_redo_get_name (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undo_name, ==, "Add Second");
  g_assert_null (redo_name);
}

/* Another program that writes while this one wants to, and has finished when it tries again. */
typedef struct
{
  LiaisonDb   *db;
  LiaisonEdit *edit;
} Other;

static int
finish_cb (gpointer user_data,
           int      n_tries)
{
  Other *other = user_data;
  g_autoptr (GError) error = NULL;

  if (other->edit == NULL)
    return FALSE;

  liaison_edit_commit (other->edit, &error);
  g_assert_no_error (error);
  g_clear_pointer (&other->edit, liaison_edit_free);

  return TRUE;
}

static void
other_begin (Other         *other,
             Fixture       *fixture,
             LiaisonRecord *record)
{
  g_autoptr (GError) error = NULL;

  other->db = liaison_db_open (liaison_db_get_path (fixture->db), LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  other->edit = liaison_edit_begin (other->db, LIAISON_BATCH_EDIT, "Add by another", &error);
  g_assert_no_error (error);
  liaison_edit_put (other->edit, record, NULL, &error);
  g_assert_no_error (error);
  sqlite3_busy_handler (liaison_db_get_handle (fixture->db), finish_cb, other);
}

static void
other_end (Other   *other,
           Fixture *fixture)
{
  g_assert_null (other->edit);
  sqlite3_busy_handler (liaison_db_get_handle (fixture->db), NULL, NULL);
  liaison_db_close (other->db);
}

static void
test_waits_for_another (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (LiaisonRecord) first = new_contact ("First", LIAISON_SIDE_OURS);
  g_autoptr (LiaisonRecord) second = new_contact ("Second", LIAISON_SIDE_OURS);
  g_autoptr (LiaisonRecord) third = new_contact ("Third", LIAISON_SIDE_OURS);
  g_autoptr (LiaisonChanges) add = liaison_changes_new ("Add First");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  Other other = { NULL };

  liaison_changes_put (add, first);
  apply (fixture->db, add);
  before = describe_store (fixture->db);

  other_begin (&other, fixture, second);
  undo (fixture->db, "Add by another");
  other_end (&other, fixture);
  after = describe_store (fixture->db);
  g_assert_cmpstr (after, ==, before);

  other_begin (&other, fixture, third);
  g_assert_false (liaison_redo (fixture->db, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  other_end (&other, fixture);
  undo (fixture->db, "Add by another");
  undo (fixture->db, "Add First");
  redo (fixture->db, "Add First");
  redo (fixture->db, "Add by another");
}

/* A store is not empty any more when an import into it may begin: what changes in it is derived again. */
static void
test_import_waits_for_another (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (LiaisonRecord) call = new_engagement ("Call", "2022-01-11");
  g_autoptr (LiaisonEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  Other other = { NULL };

  other_begin (&other, fixture, call);
  edit = liaison_edit_begin (fixture->db, LIAISON_BATCH_IMPORT, "Import", &error);
  g_assert_no_error (error);
  other_end (&other, fixture);

  liaison_record_set_text (call, LIAISON_ENGAGEMENT_TITLE, "Another call");
  g_assert_true (liaison_edit_put (edit, call, NULL, &error));
  g_assert_true (liaison_edit_commit (edit, &error));
  g_assert_no_error (error);
  db_fixture_assert_derived (fixture->db);
}

/* Any sequence of edits, imports, undos and redos, against a list of what the store was after each action. */
static void
edit_at_random (LiaisonDb *db,
                GPtrArray *contacts,
                int        number)
{
  g_autoptr (GError) error = NULL;
  LiaisonBatchKind kind = g_test_rand_bit () ? LIAISON_BATCH_EDIT : LIAISON_BATCH_IMPORT;
  g_autofree char *name = g_strdup_printf ("Action %d", number);
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, kind, name, &error);
  g_autoptr (LiaisonRecord) topic = liaison_record_new (LIAISON_KIND_TOPIC, NULL);
  g_autoptr (LiaisonRecord) visit = new_engagement (name, "2021-12-01");
  g_autoptr (LiaisonRecord) call = new_engagement (name, "2021-12-02");
  const char *topics[] = { liaison_record_get_uuid (topic), NULL };

  g_assert_no_error (error);
  liaison_record_set_text (topic, LIAISON_TOPIC_NAME, name);
  liaison_record_set_list (visit, LIAISON_ENGAGEMENT_TOPICS, topics);
  liaison_record_set_text (call, LIAISON_ENGAGEMENT_PARENT, liaison_record_get_uuid (visit));
  liaison_edit_put (edit, topic, NULL, &error);
  g_assert_no_error (error);
  liaison_edit_put (edit, visit, NULL, &error);
  g_assert_no_error (error);
  liaison_edit_put (edit, call, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < contacts->len; i++)
    {
      LiaisonRecord *contact = contacts->pdata[i];

      if (g_test_rand_int_range (0, 3) == 0)
        continue;
      liaison_record_set_text (contact, LIAISON_CONTACT_NOTE, name);
      liaison_edit_put (edit, contact, NULL, &error);
      g_assert_no_error (error);
      if (g_test_rand_bit ())
        {
          g_autoptr (LiaisonRecord) participation = new_participation (call, contact);

          liaison_edit_put (edit, participation, NULL, &error);
          g_assert_no_error (error);
        }
    }

  if (g_test_rand_int_range (0, 4) == 0)
    {
      liaison_edit_remove (edit, LIAISON_KIND_TOPIC, liaison_record_get_uuid (topic), &error);
      g_assert_no_error (error);
      liaison_edit_remove (edit, LIAISON_KIND_ENGAGEMENT, liaison_record_get_uuid (visit), &error);
      g_assert_no_error (error);
    }
  liaison_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
test_any_sequence (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint current = 0;

  for (int i = 0; i < 5; i++)
    g_ptr_array_add (contacts, new_contact ("Somebody", i % 2 ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS));
  g_ptr_array_add (states, describe_store (fixture->db));

  for (int step = 0; step < 150; step++)
    {
      int choice = g_test_rand_int_range (0, 5);
      g_autofree char *state = NULL;

      if (choice < 2 && current > 0)
        {
          g_autoptr (GError) error = NULL;

          liaison_undo (fixture->db, NULL, &error);
          g_assert_no_error (error);
          current--;
        }
      else if (choice < 4 && current + 1 < states->len)
        {
          g_autoptr (GError) error = NULL;

          liaison_redo (fixture->db, NULL, &error);
          g_assert_no_error (error);
          current++;
        }
      else
        {
          edit_at_random (fixture->db, contacts, step);
          g_ptr_array_set_size (states, ++current);
          g_ptr_array_add (states, describe_store (fixture->db));
        }

      state = describe_store (fixture->db);
      g_assert_cmpstr (state, ==, states->pdata[current]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/undo/one-by-one", Fixture, NULL, set_up, test_one_by_one, tear_down);
  g_test_add ("/undo/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/undo/new-edit-ends-redo", Fixture, NULL, set_up, test_new_edit_ends_redo, tear_down);
  g_test_add ("/undo/waits-for-another", Fixture, NULL, set_up, test_waits_for_another, tear_down);
  g_test_add ("/undo/import-waits-for-another", Fixture, NULL, set_up, test_import_waits_for_another, tear_down);
  g_test_add ("/undo/any-sequence", Fixture, NULL, set_up, test_any_sequence, tear_down);

  return g_test_run ();
}
