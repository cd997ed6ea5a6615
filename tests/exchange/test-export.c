/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "exchange-fixture.h"
#include "liaison-export.h"
#include "liaison-json-record.h"
#include "liaison-new-store.h"
#include "random-store.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_ENGAGEMENTS 40

/* Whether @export has a record of @kind (its name) with this UUID. */
static gboolean
has_record (const char *export,
            const char *kind,
            const char *uuid)
{
  g_autofree char *beginning = g_strdup_printf ("{\"record\": \"%s\", \"uuid\": \"%s\"", kind, uuid);

  return strstr (export, beginning) != NULL;
}

/* Imports an export of a store into an empty one, and fails unless that exports the same. */
static void
assert_round_trip (LiaisonDb *db)
{
  g_autofree char *before = exchange_export (db, NULL);
  g_autofree char *after = NULL;
  DbFixture other = { 0 };

  db_fixture_set_up (&other, NULL);
  exchange_import_all (other.db, before);
  after = exchange_export (other.db, NULL);
  exchange_assert_same (after, before);
  db_fixture_assert_derived (other.db);
  db_fixture_tear_down (&other, NULL);
}

static void
test_empty (DbFixture    *fixture,
            gconstpointer data)
{
  g_autofree char *export = exchange_export (fixture->db, NULL);

  g_assert_cmpstr (export, ==, HEADER);
}

static void
fill_with_sample (LiaisonDb *db)
{
  g_autofree char *reference = exchange_load_data ("reference/reference.jsonl");
  g_autofree char *sample = exchange_load_data ("sample/sample.jsonl");

  exchange_import_all (db, reference);
  exchange_import_all (db, sample);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* The lines of two files without their headers, sorted. */
static char *
merge_sorted (const char *a,
              const char *b)
{
  g_autofree char *both = g_strconcat (strchr (a, '\n') + 1, b ? strchr (b, '\n') + 1 : "", NULL);
  g_auto (GStrv) lines = g_strsplit (both, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_lines);

  return g_strjoinv ("\n", lines);
}

/* What was shipped comes out as it went in, and a new store holds just that. */
static void
test_sample (DbFixture    *fixture,
             gconstpointer data)
{
  g_autofree char *reference = exchange_load_data ("reference/reference.jsonl");
  g_autofree char *sample = exchange_load_data ("sample/sample.jsonl");
  g_autofree char *export = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *shipped = merge_sorted (reference, sample);

  fill_with_sample (fixture->db);
  export = exchange_export (fixture->db, NULL);
  exported = merge_sorted (export, NULL);
  exchange_assert_same (strchr (exported, '{'), strchr (shipped, '{'));
  assert_round_trip (fixture->db);
}

static void
test_random (DbFixture    *fixture,
             gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  random_store_fill (fixture->db, rand, N_ENGAGEMENTS);
  assert_round_trip (fixture->db);
}

static const char * const awkward_texts[] = {
  "plain", "\"quoted\" \\ /", "שלום עולם", "e\xcc\x81\xcc\xa3 ŉ", "\xf0\x9f\x95\x8a\xef\xb8\x8f \xf0\x9d\x84\x9e", "<&>'", "\xe2\x81\xa7set apart\xe2\x81\xa9",
  "{\"record\": \"topic\"}", "ﬁ Ａ ½",
};

/* A value for a field that any field of its type accepts; 0 and empty ones among them. */
static void
set_awkward (LiaisonRecord *record,
             guint          index)
{
  const LiaisonField *field = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[index];
  const char *text = awkward_texts[g_test_rand_int_range (0, G_N_ELEMENTS (awkward_texts))];
  g_autofree char *prose = g_strconcat (text, "\n\tand\r\n", text, NULL);
  const char *list[] = { text, "second", NULL };

  if (field->type == LIAISON_FIELD_TEXT)
    liaison_record_set_text (record, index, text);
  else if (field->type == LIAISON_FIELD_PROSE)
    liaison_record_set_text (record, index, prose);
  else if (field->type == LIAISON_FIELD_LIST && g_test_rand_bit ())
    liaison_record_set_list (record, index, list);
  else if (field->type == LIAISON_FIELD_BOOLEAN)
    liaison_record_set_integer (record, index, g_test_rand_bit ());
}

/* Texts that are hard to write and to read, in every field that takes one. */
static void
test_awkward (DbFixture    *fixture,
              gconstpointer data)
{
  static const LiaisonKind kinds[] = { LIAISON_KIND_CONTACT, LIAISON_KIND_TOPIC, LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_READOUT };

  for (guint i = 0; i < 40; i++)
    {
      LiaisonKind kind = kinds[i % G_N_ELEMENTS (kinds)];
      g_autoptr (LiaisonRecord) record = liaison_record_new (kind, NULL);
      g_autoptr (LiaisonEdit) edit = NULL;
      g_autoptr (GError) error = NULL;

      for (guint field = 0; field < liaison_kind_get_info (kind)->n_fields; field++)
        set_awkward (record, field);
      if (kind == LIAISON_KIND_CONTACT)
        {
          liaison_record_set_integer (record, LIAISON_CONTACT_SIDE, LIAISON_SIDE_THIRD);
          liaison_record_set_list (record, LIAISON_CONTACT_EMAIL, NULL);
        }
      if (kind == LIAISON_KIND_ENGAGEMENT)
        {
          liaison_record_set_text (record, LIAISON_ENGAGEMENT_ZONE, "Europe/Kyiv");
          liaison_record_set_integer (record, LIAISON_ENGAGEMENT_FORM, LIAISON_FORM_LETTER);
          liaison_record_set_integer (record, LIAISON_ENGAGEMENT_STATUS, LIAISON_STATUS_PLANNED);
        }
      if (kind == LIAISON_KIND_READOUT)
        liaison_record_set_text (record, LIAISON_READOUT_LANGUAGE, "uk");
      liaison_record_set_sensitivity (record, 1 + i % 3);

      edit = liaison_edit_begin (fixture->db, LIAISON_BATCH_EDIT, "Awkward", &error);
      g_assert_no_error (error);
      liaison_edit_put (edit, record, NULL, &error);
      g_assert_no_error (error);
      liaison_edit_commit (edit, &error);
      g_assert_no_error (error);
    }
  assert_round_trip (fixture->db);
}

/* Two engagements with a readout in common, and all that can hang on them. */
static void
fill_small_world (LiaisonDb *db)
{
  const char *organisation = db_fixture_uuid (LIAISON_KIND_ORGANISATION, 1);

  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 1, "name", "North Atlantic Treaty Organization", "kind", "grouping", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 2, "name", "Ministry", "kind", "ministry", "parent", organisation, NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 3, "name", "Not concerned", "kind", "company", NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, 1, "grouping", organisation, "country", "PL", NULL);
  for (guint i = 1; i <= 2; i++)
    {
      const char *contact = db_fixture_uuid (LIAISON_KIND_CONTACT, i);
      const char *topic = db_fixture_uuid (LIAISON_KIND_TOPIC, i);
      const char *engagement = db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, i);

      db_fixture_put (db, LIAISON_KIND_CONTACT, i, "name", "Somebody", "side", "theirs", "country", "PL", NULL);
      db_fixture_put (db, LIAISON_KIND_POST, i, "contact", contact, "title", "Minister", "organisation",
                      db_fixture_uuid (LIAISON_KIND_ORGANISATION, 2), NULL);
      db_fixture_put (db, LIAISON_KIND_TOPIC, i, "name", "Topic", NULL);
      db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, i, "title", "Call", "form", "phone-call", "status", "held", "topics", topic, NULL);
      db_fixture_put (db, LIAISON_KIND_PARTICIPATION, i, "engagement", engagement, "contact", contact, "side", "theirs", NULL);
      db_fixture_put (db, LIAISON_KIND_FOLLOW_UP, i, "engagement", engagement, "text", "Call back", "status", "needs-action", NULL);
    }
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 3, "title", "Visit", "form", "visit-made", "status", "held", "format", organisation, NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 1, "parent", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 3), NULL);
}

static void
fill_readouts (LiaisonDb *db)
{
  g_autofree char *both = g_strdup (db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1));
  g_autofree char *list = g_strconcat (both, ",", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 2), NULL);

  db_fixture_put (db, LIAISON_KIND_READOUT, 1, "title", "Both", "engagements", list, NULL);
  db_fixture_put (db, LIAISON_KIND_READOUT, 2, "title", "Second", "engagements", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 2), NULL);
}

/* One engagement brings all that it needs to stand alone, and nothing of another. */
static void
test_choice (DbFixture    *fixture,
             gconstpointer data)
{
  static const LiaisonKind kinds[] = {
    LIAISON_KIND_CONTACT, LIAISON_KIND_POST, LIAISON_KIND_TOPIC, LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_PARTICIPATION, LIAISON_KIND_FOLLOW_UP,
    LIAISON_KIND_READOUT,
  };
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *export = NULL;
  g_autofree char *again = NULL;
  gint32 id;
  DbFixture other = { 0 };

  fill_small_world (fixture->db);
  fill_readouts (fixture->db);
  id = (gint32) db_fixture_id (fixture->db, LIAISON_KIND_ENGAGEMENT, 1);
  g_array_append_val (chosen, id);
  export = exchange_export (fixture->db, chosen);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *name = liaison_kind_get_info (kinds[i])->name;

      g_assert_true (has_record (export, name, db_fixture_uuid (kinds[i], 1)));
      g_assert_false (has_record (export, name, db_fixture_uuid (kinds[i], 2)));
    }
  g_assert_true (has_record (export, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 3)));
  g_assert_true (has_record (export, "organisation", db_fixture_uuid (LIAISON_KIND_ORGANISATION, 1)));
  g_assert_true (has_record (export, "organisation", db_fixture_uuid (LIAISON_KIND_ORGANISATION, 2)));
  g_assert_true (has_record (export, "membership", db_fixture_uuid (LIAISON_KIND_MEMBERSHIP, 1)));
  g_assert_false (has_record (export, "organisation", db_fixture_uuid (LIAISON_KIND_ORGANISATION, 3)));
  g_assert_null (strstr (export, db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 2)));

  db_fixture_set_up (&other, NULL);
  exchange_import_all (other.db, export);
  again = exchange_export (other.db, NULL);
  exchange_assert_same (again, export);
  db_fixture_tear_down (&other, NULL);
}

/* Any choice of a store in which everything collides can stand alone. */
static void
test_random_choice (DbFixture    *fixture,
                    gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  random_store_fill (fixture->db, rand, N_ENGAGEMENTS);
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_autofree char *export = NULL;
      g_autofree char *again = NULL;
      DbFixture other = { 0 };

      for (gint32 id = 1; id <= N_ENGAGEMENTS; id++)
        {
          if (g_rand_int_range (rand, 0, 4) == 0)
            g_array_append_val (chosen, id);
        }
      export = exchange_export (fixture->db, chosen);
      db_fixture_set_up (&other, NULL);
      exchange_import_all (other.db, export);
      again = exchange_export (other.db, NULL);
      exchange_assert_same (again, export);
      db_fixture_tear_down (&other, NULL);
    }
}

static void
assert_file (const char *path,
             const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

/* A file is replaced when all is written, and is its owner's alone. */
static void
test_file (DbFixture    *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "export.jsonl", NULL);
  g_autofree char *export = exchange_export (fixture->db, NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  liaison_export_to_file (fixture->db, path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_file (path, export);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
cancel (guint64  done,
        guint64  total,
        gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* An export that is cancelled, or for which the disk has no room, leaves the file as it was and nothing beside it. */
static void
test_file_failure (DbFixture    *fixture,
                   gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "export.jsonl", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *files = NULL;
  g_autofree char *files_after = NULL;

  fill_with_sample (fixture->db);
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  files = exchange_list_folder (fixture->folder);

  g_assert_false (liaison_export_to_file (fixture->db, path, NULL, cancel, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_file (path, "before");

  exchange_limit_files (10000);
  g_assert_false (liaison_export_to_file (fixture->db, path, NULL, NULL, NULL, NULL, &error));
  exchange_limit_files (0);
  g_assert_nonnull (error);
  assert_file (path, "before");

  files_after = exchange_list_folder (fixture->folder);
  g_assert_cmpstr (files_after, ==, files);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*func) (DbFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/export/empty", test_empty },
    { "/export/sample", test_sample },
    { "/export/random", test_random },
    { "/export/awkward", test_awkward },
    { "/export/choice", test_choice },
    { "/export/random-choice", test_random_choice },
    { "/export/file", test_file },
    { "/export/file-failure", test_file_failure },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DbFixture, NULL, db_fixture_set_up, tests[i].func, db_fixture_tear_down);

  return g_test_run ();
}
