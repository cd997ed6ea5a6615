/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-bulk-preview.h"
#include "liaison-changes.h"
#include "liaison-error.h"
#include "liaison-undo.h"

#define UUID(KIND, number) db_fixture_uuid (LIAISON_KIND_##KIND, number)

static LiaisonFieldEdit *
tags_edit (LiaisonFieldEditMode  mode,
           const char           *tags)
{
  g_autoptr (LiaisonRecord) value = db_fixture_record (LIAISON_KIND_CONTACT, 99, "tags", tags, NULL);

  return liaison_field_edit_new (mode, value, LIAISON_CONTACT_TAGS);
}

static void
assert_tags (LiaisonFieldEditMode  mode,
             const char           *before,
             const char           *value,
             const char           *expected)
{
  g_autoptr (LiaisonRecord) record = db_fixture_record (LIAISON_KIND_CONTACT, 1, "tags", before, NULL);
  g_autoptr (LiaisonFieldEdit) edit = tags_edit (mode, value);
  g_autofree char *after = NULL;
  gboolean changed = liaison_field_edit_apply (edit, record);

  after = g_strjoinv (",", (char **) liaison_record_get_list (record, LIAISON_CONTACT_TAGS));
  g_assert_cmpstr (after, ==, expected);
  g_assert_cmpint (changed, ==, !g_str_equal (before, expected));
}

static void
test_list (void)
{
  assert_tags (LIAISON_FIELD_EDIT_SET, "a,b", "c", "c");
  assert_tags (LIAISON_FIELD_EDIT_SET, "a,b", "", "");
  assert_tags (LIAISON_FIELD_EDIT_ADD, "a,b", "b,c", "a,b,c");
  assert_tags (LIAISON_FIELD_EDIT_ADD, "a,b", "a", "a,b");
  assert_tags (LIAISON_FIELD_EDIT_REMOVE, "a,b,c", "b,d", "a,c");
  assert_tags (LIAISON_FIELD_EDIT_REMOVE, "a", "d", "a");
}

static void
assert_country (LiaisonFieldEditMode  mode,
                const char           *before,
                const char           *expected)
{
  g_autoptr (LiaisonRecord) value = db_fixture_record (LIAISON_KIND_CONTACT, 99, "country", "UA", NULL);
  g_autoptr (LiaisonRecord) record = db_fixture_record (LIAISON_KIND_CONTACT, 1, "country", before, NULL);
  g_autoptr (LiaisonFieldEdit) edit = liaison_field_edit_new (mode, value, LIAISON_CONTACT_COUNTRY);

  g_assert_cmpint (liaison_field_edit_apply (edit, record), ==, !g_str_equal (before, expected));
  g_assert_cmpstr (liaison_record_get_text (record, LIAISON_CONTACT_COUNTRY), ==, expected);
}

static void
test_one_value (void)
{
  assert_country (LIAISON_FIELD_EDIT_SET, "PL", "UA");
  assert_country (LIAISON_FIELD_EDIT_SET, "UA", "UA");
  assert_country (LIAISON_FIELD_EDIT_ADD, "", "UA");
  assert_country (LIAISON_FIELD_EDIT_ADD, "PL", "PL");
  assert_country (LIAISON_FIELD_EDIT_REMOVE, "UA", "");
  assert_country (LIAISON_FIELD_EDIT_REMOVE, "PL", "PL");
}

static void
test_sensitivity (void)
{
  g_autoptr (LiaisonRecord) value = liaison_record_new (LIAISON_KIND_CONTACT, NULL);
  g_autoptr (LiaisonRecord) record = liaison_record_new (LIAISON_KIND_CONTACT, NULL);
  g_autoptr (LiaisonFieldEdit) edit = NULL;

  liaison_record_set_sensitivity (value, LIAISON_SENSITIVITY_CONFIDENTIAL);
  edit = liaison_field_edit_new (LIAISON_FIELD_EDIT_SET, value, LIAISON_FIELD_SENSITIVITY);
  g_assert_true (liaison_field_edit_apply (edit, record));
  g_assert_cmpint (liaison_record_get_sensitivity (record), ==, LIAISON_SENSITIVITY_CONFIDENTIAL);
  g_assert_false (liaison_field_edit_apply (edit, record));
}

static void
put_contacts (LiaisonDb *db)
{
  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "One", "side", "theirs", "tags", "a", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 2, "name", "Two", "side", "theirs", "tags", "b", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 3, "name", "Three", "side", "theirs", NULL);
}

static LiaisonChanges *
tag_all (LiaisonDb *db)
{
  g_autoptr (LiaisonFieldEdit) edit = tags_edit (LIAISON_FIELD_EDIT_ADD, "b");
  LiaisonChanges *changes = liaison_changes_new ("Tag");

  for (guint i = 1; i <= 3; i++)
    liaison_changes_edit_key (changes, LIAISON_KIND_CONTACT, db_fixture_id (db, LIAISON_KIND_CONTACT, i), edit);

  return changes;
}

/* Many records are one action, of which only those that it changes have rows in the log. */
static void
test_many (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonChanges) changes = NULL;
  g_autofree char *logged = NULL;

  put_contacts (fixture->db);
  changes = tag_all (fixture->db);
  g_assert_true (liaison_changes_apply (changes, fixture->db, &error));
  g_assert_no_error (error);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_CONTACT, 1, "tags", "a\nb");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_CONTACT, 2, "tags", "b");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_CONTACT, 3, "tags", "b");
  logged = db_fixture_query (fixture->db, "SELECT count(*) FROM change WHERE batch = (SELECT max (id) FROM batch)");
  g_assert_cmpstr (logged, ==, "2");

  g_assert_true (liaison_undo (fixture->db, NULL, &error));
  g_assert_no_error (error);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_CONTACT, 1, "tags", "a");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_CONTACT, 3, "tags", "");
}

/* What has been deleted since it was selected is passed over; what is named is missed. */
static void
test_gone (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonFieldEdit) edit = tags_edit (LIAISON_FIELD_EDIT_ADD, "b");
  g_autoptr (LiaisonChanges) by_key = NULL;
  g_autoptr (LiaisonChanges) by_uuid = liaison_changes_new ("Tag");

  put_contacts (fixture->db);
  by_key = tag_all (fixture->db);
  db_fixture_remove (fixture->db, LIAISON_KIND_CONTACT, 1);
  g_assert_true (liaison_changes_apply (by_key, fixture->db, &error));
  g_assert_no_error (error);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_CONTACT, 3, "tags", "b");

  liaison_changes_edit (by_uuid, LIAISON_KIND_CONTACT, UUID (CONTACT, 1), edit);
  g_assert_false (liaison_changes_apply (by_uuid, fixture->db, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

static void
cancel_at_two (guint64  done,
               guint64  total,
               gpointer user_data)
{
  g_assert_cmpuint (total, ==, 3);
  if (done == 2)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LiaisonChanges) changes = NULL;

  put_contacts (fixture->db);
  changes = tag_all (fixture->db);
  g_assert_false (liaison_changes_apply_watched (changes, fixture->db, cancellable, cancel_at_two, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_CONTACT, 1, "tags", "a");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_CONTACT, 3, "tags", "");
}

static LiaisonBulkPreview *
preview (LiaisonDb        *db,
         LiaisonFieldEdit *edit)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GError) error = NULL;
  const gint32 gone = 1000;
  LiaisonBulkPreview *made;

  for (guint i = 1; i <= 3; i++)
    {
      gint32 key = (gint32) db_fixture_id (db, LIAISON_KIND_CONTACT, i);

      g_array_append_val (keys, key);
    }
  g_array_append_val (keys, gone);
  made = liaison_bulk_preview_load (db, LIAISON_KIND_CONTACT, keys, edit, NULL, &error);
  g_assert_no_error (error);

  return made;
}

static void
test_preview (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (LiaisonFieldEdit) tag = tags_edit (LIAISON_FIELD_EDIT_ADD, "b");
  g_autoptr (LiaisonRecord) nothing = liaison_record_new (LIAISON_KIND_CONTACT, NULL);
  g_autoptr (LiaisonFieldEdit) no_side = liaison_field_edit_new (LIAISON_FIELD_EDIT_SET, nothing, LIAISON_CONTACT_SIDE);
  g_autoptr (LiaisonBulkPreview) tagged = NULL;
  g_autoptr (LiaisonBulkPreview) sideless = NULL;
  const LiaisonPreviewValue *value;

  put_contacts (fixture->db);
  tagged = preview (fixture->db, tag);
  g_assert_cmpuint (tagged->n_records, ==, 3);
  g_assert_cmpuint (tagged->n_changed, ==, 2);
  g_assert_cmpuint (tagged->n_refused, ==, 0);
  g_assert_cmpuint (tagged->values->len, ==, 2);
  value = g_ptr_array_index (tagged->values, 0);
  g_assert_cmpstr (value->text, ==, "");

  sideless = preview (fixture->db, no_side);
  g_assert_cmpuint (sideless->n_changed, ==, 3);
  g_assert_cmpuint (sideless->n_refused, ==, 3);
  g_assert_nonnull (sideless->refusal);
  value = g_ptr_array_index (sideless->values, 0);
  g_assert_cmpstr (value->text, ==, "Theirs");
  g_assert_cmpuint (value->n, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-edit/list", test_list);
  g_test_add_func ("/field-edit/one-value", test_one_value);
  g_test_add_func ("/field-edit/sensitivity", test_sensitivity);
#define ADD(path, func) g_test_add ("/field-edit/" path, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  ADD ("many", test_many);
  ADD ("gone", test_gone);
  ADD ("cancelled", test_cancelled);
  ADD ("preview", test_preview);
#undef ADD

  return g_test_run ();
}
