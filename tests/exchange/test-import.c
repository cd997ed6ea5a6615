/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "exchange-fixture.h"
#include "liaison-undo.h"

#include <string.h>

#define TIMES "\"created\":\"2022-01-14T12:00:00Z\",\"modified\":\"2022-01-14T12:00:00Z\""
#define ID(number) "017e0003-0000-7000-8000-0000000000" number
#define TOPIC(number, rest) "{\"record\":\"topic\",\"uuid\":\"" ID (number) "\"," TIMES ",\"name\":\"Topic " number "\"" rest "}\n"
#define PART(number, parent) TOPIC (number, ",\"parent\":\"" ID (parent) "\"")
#define CONTACT(number) "{\"record\":\"contact\",\"uuid\":\"" ID (number) "\"," TIMES ",\"name\":\"Contact " number "\",\"side\":\"theirs\"}\n"

static void
assert_counts (ImportRun *run,
               guint      added,
               guint      changed,
               guint      same,
               guint      refused)
{
  g_assert_no_error (run->error);
  g_assert_cmpuint (run->result.added, ==, added);
  g_assert_cmpuint (run->result.changed, ==, changed);
  g_assert_cmpuint (run->result.same, ==, same);
  g_assert_cmpuint (run->result.refused, ==, refused);
}

/* Fails where @db does not export what it did before. */
static void
assert_export (LiaisonDb  *db,
               const char *expected)
{
  g_autofree char *export = exchange_export (db, NULL);

  exchange_assert_same (export, expected);
}

static void
assert_query (LiaisonDb  *db,
              const char *statement,
              const char *expected)
{
  g_autofree char *answer = db_fixture_query (db, statement);

  g_assert_cmpstr (answer, ==, expected);
}

/* Imports a text, refusals allowed. */
static void
import_text (LiaisonDb  *db,
             ImportRun  *run,
             const char *text)
{
  exchange_import (db, run, text, strlen (text));
}

static void
fill_with_sample (LiaisonDb *db)
{
  g_autofree char *reference = exchange_load_data ("reference/reference.jsonl");
  g_autofree char *sample = exchange_load_data ("sample/sample.jsonl");

  exchange_import_all (db, reference);
  exchange_import_all (db, sample);
}

static void
test_sample (DbFixture    *fixture,
             gconstpointer data)
{
  g_autofree char *sample = exchange_load_data ("sample/sample.jsonl");
  g_autofree char *before = NULL;
  g_auto (ImportRun) run = { 0 };

  fill_with_sample (fixture->db);
  before = exchange_export (fixture->db, NULL);

  import_text (fixture->db, &run, sample);
  g_assert_cmpuint (run.result.same, >, 500);
  assert_counts (&run, 0, 0, run.result.same, 0);
  assert_export (fixture->db, before);

  /* Foreign keys are not looked at while rows come in bulk, nor are indices there: afterwards all is as ever. */
  assert_query (fixture->db, "SELECT count (*) FROM pragma_foreign_key_check", "0");
  assert_query (fixture->db, "PRAGMA integrity_check", "ok");
  assert_query (fixture->db, "PRAGMA foreign_keys", "1");
}

static void
test_update (DbFixture    *fixture,
             gconstpointer data)
{
  g_autofree char *export = NULL;
  g_auto (ImportRun) run = { 0 };

  exchange_import_all (fixture->db, HEADER TOPIC ("01", "") TOPIC ("02", "") CONTACT ("03"));
  import_text (fixture->db, &run, HEADER TOPIC ("01", "") TOPIC ("02", ",\"sensitivity\":\"internal\"") PART ("04", "02"));
  assert_counts (&run, 1, 1, 1, 0);

  g_assert_cmpuint (run.remarks->len, ==, 0);
  export = exchange_export (fixture->db, NULL);
  g_assert_nonnull (strstr (export, "\"internal\", \"name\": \"Topic 02\""));
}

/* One import is one action, which undo takes back whole. */
static void
test_undo (DbFixture    *fixture,
           gconstpointer data)
{
  g_auto (ImportRun) run = { .options = { .name = "Import of topics.jsonl" } };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;

  exchange_import_all (fixture->db, HEADER TOPIC ("01", ""));
  before = exchange_export (fixture->db, NULL);
  import_text (fixture->db, &run, HEADER TOPIC ("01", ",\"sensitivity\":\"internal\"") PART ("02", "01"));
  assert_counts (&run, 1, 1, 0, 0);

  liaison_undo (fixture->db, &name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Import of topics.jsonl");
  assert_export (fixture->db, before);
}

/* What a store begins with cannot be undone. */
static void
test_seed (DbFixture    *fixture,
           gconstpointer data)
{
  g_auto (ImportRun) run = { .options = { .seed = TRUE } };
  g_autoptr (GError) error = NULL;

  import_text (fixture->db, &run, HEADER TOPIC ("01", ""));
  assert_counts (&run, 1, 0, 0, 0);
  g_assert_null (liaison_undo_get_name (fixture->db, &error));
  g_assert_no_error (error);
}

static void
test_refused (DbFixture    *fixture,
              gconstpointer data)
{
  static const char text[] =
    HEADER
    TOPIC ("01", "")
    "{\"record\":\"topic\",\"uuid\":\"" ID ("02") "\",\"name\":\"\"}\n"
    "{\"record\":\"topic\",\"uuid\":\"" ID ("03") "\",\"name\":\"A\",\"name\":\"B\"}\n"
    "not JSON\n"
    "\n"
    "{\"record\":\"engagement\",\"uuid\":\"" ID ("04") "\",\"title\":\"T\",\"start\":\"2021-02-30\",\"precision\":\"day\",\"form\":\"meeting\",\"status\":\"held\"}\n"
    PART ("05", "99")
    TOPIC ("01", "")
    TOPIC ("06", "") "\r\n";
  g_auto (ImportRun) run = { 0 };

  import_text (fixture->db, &run, text);
  assert_counts (&run, 2, 0, 0, 6);
  import_run_assert_remark (&run, "line 3", "Name");
  import_run_assert_remark (&run, "line 4", "the key “name” is given twice");
  import_run_assert_remark (&run, "line 5", "byte 1");
  import_run_assert_remark (&run, "line 7", "28 days");
  import_run_assert_remark (&run, "line 8", ID ("99"));
  import_run_assert_remark (&run, "line 9", "given twice");

  run.options.strict = TRUE;
  import_text (fixture->db, &run, text);
  g_assert_error (run.error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
  g_assert_cmpuint (run.remarks->len, ==, 6);
}

static void
test_strict (DbFixture    *fixture,
             gconstpointer data)
{
  g_auto (ImportRun) run = { .options = { .strict = TRUE } };
  g_autofree char *before = exchange_export (fixture->db, NULL);

  import_text (fixture->db, &run, HEADER TOPIC ("01", "") "{}\n" TOPIC ("02", ""));
  g_assert_error (run.error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
  assert_export (fixture->db, before);

  import_text (fixture->db, &run, HEADER TOPIC ("01", "") TOPIC ("02", ""));
  assert_counts (&run, 2, 0, 0, 0);
}

static void
test_dry_run (DbFixture    *fixture,
              gconstpointer data)
{
  g_auto (ImportRun) run = { .options = { .dry_run = TRUE } };
  g_autofree char *before = NULL;

  exchange_import_all (fixture->db, HEADER TOPIC ("01", ""));
  before = exchange_export (fixture->db, NULL);
  import_text (fixture->db, &run, HEADER TOPIC ("01", "") TOPIC ("02", "") "{}\n");
  assert_counts (&run, 1, 0, 1, 1);
  assert_export (fixture->db, before);
}

/* A record given twice: the second is refused, whether the first was new, changed or the same. */
static void
test_twice (DbFixture    *fixture,
            gconstpointer data)
{
  g_auto (ImportRun) run = { 0 };

  import_text (fixture->db, &run, HEADER TOPIC ("01", "") TOPIC ("02", "") TOPIC ("01", ",\"sensitivity\":\"internal\""));
  assert_counts (&run, 2, 0, 0, 1);
  import_text (fixture->db, &run, HEADER TOPIC ("01", "") TOPIC ("01", ",\"sensitivity\":\"internal\""));
  assert_counts (&run, 0, 0, 1, 1);
  import_text (fixture->db, &run, HEADER TOPIC ("01", ",\"sensitivity\":\"internal\"") TOPIC ("01", "") TOPIC ("01", ",\"sensitivity\":\"internal\""));
  assert_counts (&run, 0, 1, 0, 2);
  import_run_assert_remark (&run, "line 3", ID ("01"));
  import_run_assert_remark (&run, "line 4", ID ("01"));
}

/* A UUID means one record, of one kind: in a file and in the store, in an empty one (whose rows come in bulk) as in another. */
static void
test_other_kind (DbFixture    *fixture,
                 gconstpointer data)
{
  static const char contact_first[] = HEADER CONTACT ("01") TOPIC ("02", "") CONTACT ("02") TOPIC ("01", "") TOPIC ("03", "");
  g_auto (ImportRun) run = { 0 };

  import_text (fixture->db, &run, contact_first);
  assert_counts (&run, 3, 0, 0, 2);
  import_run_assert_remark (&run, "line 4", "topic");
  import_run_assert_remark (&run, "line 4", ID ("02"));
  import_run_assert_remark (&run, "line 5", "contact");
  assert_query (fixture->db, "SELECT group_concat (name) FROM (SELECT name FROM topic ORDER BY name)", "Topic 02,Topic 03");

  import_text (fixture->db, &run, HEADER CONTACT ("03") TOPIC ("01", "") TOPIC ("04", "") CONTACT ("04"));
  assert_counts (&run, 1, 0, 0, 3);
  import_run_assert_remark (&run, "line 2", ID ("03"));
  import_run_assert_remark (&run, "line 3", "contact");
  import_run_assert_remark (&run, "line 5", "topic");
  assert_query (fixture->db, "SELECT count (*) FROM contact", "1");
}

/* One that waits for what it refers to gets its UUID when that has come: until then it is free. */
static void
test_other_kind_waits (DbFixture    *fixture,
                       gconstpointer data)
{
  g_auto (ImportRun) run = { 0 };

  import_text (fixture->db, &run, HEADER PART ("01", "02") CONTACT ("01") TOPIC ("02", ""));
  assert_counts (&run, 2, 0, 0, 1);
  import_run_assert_remark (&run, "line 2", "contact");
}

/* Records may stand in any order: a chain of parts either way, and every shuffle of the sample. */
static void
test_chain (DbFixture    *fixture,
            gconstpointer data)
{
  static const int n_topics = 2000;
  g_autoptr (GString) text = g_string_new (HEADER);
  g_auto (ImportRun) run = { 0 };

  for (int i = n_topics; i > 0; i--)
    {
      g_string_append_printf (text, "{\"record\":\"topic\",\"uuid\":\"%08x-0000-7000-8000-000000000000\",\"name\":\"T\"", i);
      if (i > 1)
        g_string_append_printf (text, ",\"parent\":\"%08x-0000-7000-8000-000000000000\"", i - 1);
      g_string_append (text, "}\n");
    }
  exchange_import (fixture->db, &run, text->str, text->len);
  assert_counts (&run, n_topics, 0, 0, 0);
}

static void
shuffle (char **lines,
         guint  n_lines)
{
  for (guint i = n_lines - 1; i > 0; i--)
    {
      guint other = g_test_rand_int_range (0, i + 1);
      char *line = lines[i];

      lines[i] = lines[other];
      lines[other] = line;
    }
}

static void
test_any_order (DbFixture    *fixture,
                gconstpointer data)
{
  g_autofree char *reference = exchange_load_data ("reference/reference.jsonl");
  g_autofree char *sample = exchange_load_data ("sample/sample.jsonl");
  g_autofree char *both = g_strconcat (strchr (reference, '\n') + 1, strchr (sample, '\n') + 1, NULL);
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  DbFixture other = { 0 };

  fill_with_sample (fixture->db);
  both[strlen (both) - 1] = '\0';
  lines = g_strsplit (both, "\n", -1);
  shuffle (lines, g_strv_length (lines));
  joined = g_strjoinv ("\n", lines);
  text = g_strconcat (HEADER, joined, "\n", NULL);

  db_fixture_set_up (&other, NULL);
  exchange_import_all (other.db, text);
  expected = exchange_export (fixture->db, NULL);
  assert_export (other.db, expected);
  db_fixture_assert_derived (other.db);
  db_fixture_tear_down (&other, NULL);
}

/* Records that only refer to each other, or to themselves, come from nowhere. */
static void
test_circle (DbFixture    *fixture,
             gconstpointer data)
{
  g_auto (ImportRun) run = { 0 };

  import_text (fixture->db, &run, HEADER PART ("01", "02") PART ("02", "01") PART ("03", "03") TOPIC ("04", ""));
  assert_counts (&run, 1, 0, 0, 3);
}

/* Lines that end in CR LF, a byte order mark, blank lines, and a last line without its end are all read. */
static void
test_line_ends (DbFixture    *fixture,
                gconstpointer data)
{
  static const char text[] =
    "\xef\xbb\xbf{\"format\": \"liaison-json\", \"version\": 1}\r\n"
    "\r\n"
    "{\"record\":\"topic\",\"uuid\":\"" ID ("01") "\",\"name\":\"A\"}\r\n"
    "  \n"
    "{\"record\":\"topic\",\"uuid\":\"" ID ("02") "\",\"name\":\"B\"}";
  g_auto (ImportRun) run = { 0 };

  import_text (fixture->db, &run, text);
  assert_counts (&run, 2, 0, 0, 0);
}

/* A file that is cut anywhere inside a record is refused whole. */
static void
test_cut (DbFixture    *fixture,
          gconstpointer data)
{
  static const char text[] = HEADER TOPIC ("01", "") TOPIC ("02", "");
  gsize last_line = strlen (HEADER TOPIC ("01", ""));
  g_autofree char *before = exchange_export (fixture->db, NULL);

  for (gsize length = last_line + 1; length < sizeof text - 2; length++)
    {
      g_auto (ImportRun) run = { 0 };

      g_assert_false (exchange_import (fixture->db, &run, text, length));
      g_assert_error (run.error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (run.error->message, "line 3"));
    }

  assert_export (fixture->db, before);
}

static void
test_header (DbFixture    *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char  *text;
    LiaisonError code;
  } files[] = {
    { "", LIAISON_ERROR_SYNTAX },
    { "\n", LIAISON_ERROR_SYNTAX },
    { "SQLite format 3", LIAISON_ERROR_SYNTAX },
    { "[1,2,3]\n", LIAISON_ERROR_SYNTAX },
    { "{\"type\":\"FeatureCollection\"}\n", LIAISON_ERROR_SYNTAX },
    { TOPIC ("01", ""), LIAISON_ERROR_SYNTAX },
    { "{\"format\": \"liaison-json\", \"version\": 2}\n" TOPIC ("01", ""), LIAISON_ERROR_NEWER },
    { "{\"format\": \"liaison-json\"", LIAISON_ERROR_SYNTAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_auto (ImportRun) run = { 0 };

      import_text (fixture->db, &run, files[i].text);
      g_test_message ("%s", run.error->message);
      g_assert_error (run.error, LIAISON_ERROR, (int) files[i].code);
      g_assert_cmpuint (run.result.added, ==, 0);
    }
}

/* Bytes of any kind are told, and nothing breaks. */
static void
test_random_bytes (DbFixture    *fixture,
                   gconstpointer data)
{
  static const char valid[] = HEADER TOPIC ("01", "") CONTACT ("02") PART ("03", "01");

  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *text = g_memdup2 (valid, sizeof valid - 1);
      g_auto (ImportRun) run = { .options = { .dry_run = TRUE, .format = LIAISON_FORMAT_JSON } };

      for (int i = 0; i < 3; i++)
        text[g_test_rand_int_range (0, sizeof valid - 1)] = (char) g_test_rand_int_range (0, 256);
      if (exchange_import (fixture->db, &run, text, sizeof valid - 1))
        g_assert_cmpuint (run.result.added + run.result.refused, <=, 6);
      else
        g_assert_true (g_utf8_validate (run.error->message, -1, NULL));
      for (guint i = 0; i < run.remarks->len; i++)
        g_assert_true (g_utf8_validate (run.remarks->pdata[i], -1, NULL));
    }
}

static void
cancel_on_progress (guint64  done,
                    guint64  total,
                    gpointer user_data)
{
  ImportRun *run = user_data;

  g_assert_cmpuint (done, <=, total);
  g_cancellable_cancel (run->cancellable);
}

static char *
make_topics (guint n_topics)
{
  GString *text = g_string_new (HEADER);

  for (guint i = 1; i <= n_topics; i++)
    g_string_append_printf (text, "{\"record\":\"topic\",\"uuid\":\"%08x-0000-7000-8000-000000000000\",\"name\":\"T\"}\n", i);

  return g_string_free (text, FALSE);
}

static void
test_cancel (DbFixture    *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *topics = make_topics (5000);
  g_autofree char *before = exchange_export (fixture->db, NULL);
  g_auto (ImportRun) run = {
    .options = { .progress = cancel_on_progress, .size = strlen (topics) },
    .cancellable = cancellable,
  };

  import_text (fixture->db, &run, topics);
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (run.result.added, <, 5000);
  assert_export (fixture->db, before);

  /* The connection works on, with its indices. */
  g_cancellable_reset (cancellable);
  run.options.progress = NULL;
  import_text (fixture->db, &run, topics);
  assert_counts (&run, 5000, 0, 0, 0);
  assert_query (fixture->db, "SELECT count (*) > 20 FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL", "1");
}

static void
cancel_in_derivation (guint64  done,
                      guint64  total,
                      gpointer user_data)
{
  ImportRun *run = user_data;

  /* The stream is read by then. */
  if (2 * done > total)
    g_cancellable_cancel (run->cancellable);
}

static void
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  ImportRun *run = user_data;

  g_assert_cmpuint (done, <=, total);
  run->done = done;
  run->total = total;
}

/* What follows from many engagements takes as long as they do: it tells how far it is, and can be cancelled, too. */
static void
test_derivation (DbFixture    *fixture,
                 gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autofree char *before = exchange_export (fixture->db, NULL);
  g_auto (ImportRun) run = { .cancellable = cancellable };

  for (guint i = 1; i <= 2500; i++)
    g_string_append_printf (text, "{\"record\":\"engagement\",\"uuid\":\"%08x-0000-7000-8000-000000000000\",\"title\":\"T\",\"form\":\"letter\",\"status\":\"held\"}\n", i);

  run.options = (LiaisonImportOptions) { .progress = cancel_in_derivation, .size = text->len };
  import_text (fixture->db, &run, text->str);
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (run.result.added, ==, 2500);
  assert_export (fixture->db, before);

  g_cancellable_reset (cancellable);
  run.options.progress = note_progress;
  import_text (fixture->db, &run, text->str);
  assert_counts (&run, 2500, 0, 0, 0);
  g_assert_cmpuint (run.total, >, 0);
  g_assert_cmpuint (run.done, ==, run.total);
}

static void
test_cancelled_before (DbFixture    *fixture,
                       gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (ImportRun) run = { .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  import_text (fixture->db, &run, HEADER TOPIC ("01", ""));
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A disk that is full in the middle: the store is as it was. */
static void
test_full_disk (DbFixture    *fixture,
                gconstpointer data)
{
  g_autofree char *topics = make_topics (20000);
  g_autofree char *before = NULL;
  g_autofree char *files = NULL;
  g_autofree char *files_after = NULL;
  g_auto (ImportRun) run = { 0 };

  exchange_import_all (fixture->db, HEADER TOPIC ("01", ""));
  before = exchange_export (fixture->db, NULL);
  files = exchange_list_folder (fixture->folder);

  exchange_limit_files (1000 * 1000);
  import_text (fixture->db, &run, topics);
  exchange_limit_files (0);
  g_assert_nonnull (run.error);
  assert_export (fixture->db, before);
  assert_query (fixture->db, "PRAGMA integrity_check", "ok");
  files_after = exchange_list_folder (fixture->folder);
  g_assert_cmpstr (files_after, ==, files);

  import_text (fixture->db, &run, topics);
  assert_counts (&run, 20000, 0, 0, 0);
}

static void
test_deep (DbFixture    *fixture,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_auto (ImportRun) run = { 0 };

  for (guint i = 0; i < 1000 * 1000; i++)
    g_string_append_c (text, '[');
  g_string_append (text, "\n{\"record\":\"topic\",\"uuid\":\"" ID ("01") "\",\"name\":");
  for (guint i = 0; i < 1000 * 1000; i++)
    g_string_append (text, "{\"a\":");
  g_string_append (text, "\n" TOPIC ("02", ""));

  exchange_import (fixture->db, &run, text->str, text->len);
  assert_counts (&run, 1, 0, 0, 2);
  import_run_assert_remark (&run, "line 2", "must be an object");
  import_run_assert_remark (&run, "line 3", "“name” must be a string");
}

static void
test_long (DbFixture    *fixture,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_auto (ImportRun) run = { 0 };

  g_string_append (text, "{\"record\":\"contact\",\"uuid\":\"" ID ("01") "\",\"name\":\"A\",\"side\":\"theirs\",\"note\":\"");
  while (text->len < 10 * 1024 * 1024)
    g_string_append (text, "a note that is long, שלום, ");
  g_string_append (text, "\"}\n" TOPIC ("02", "") "{\"record\":\"topic\",\"uuid\":\"" ID ("03") "\",\"name\":\"");
  while (text->len < 80 * 1024 * 1024)
    g_string_append (text, "longer than any line may be, ");
  g_string_append (text, "\"}\n" TOPIC ("04", ""));

  exchange_import (fixture->db, &run, text->str, text->len);
  assert_counts (&run, 3, 0, 0, 1);
  import_run_assert_remark (&run, "line 4", "longer than 64 MB");
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
    { "/import/sample", test_sample },
    { "/import/update", test_update },
    { "/import/undo", test_undo },
    { "/import/seed", test_seed },
    { "/import/refused", test_refused },
    { "/import/strict", test_strict },
    { "/import/dry-run", test_dry_run },
    { "/import/twice", test_twice },
    { "/import/other-kind", test_other_kind },
    { "/import/other-kind/waits", test_other_kind_waits },
    { "/import/chain", test_chain },
    { "/import/any-order", test_any_order },
    { "/import/circle", test_circle },
    { "/import/line-ends", test_line_ends },
    { "/import/cut", test_cut },
    { "/import/header", test_header },
    { "/import/random-bytes", test_random_bytes },
    { "/import/cancel", test_cancel },
    { "/import/derivation", test_derivation },
    { "/import/cancelled-before", test_cancelled_before },
    { "/import/full-disk", test_full_disk },
    { "/import/deep", test_deep },
    { "/import/long", test_long },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DbFixture, NULL, db_fixture_set_up, tests[i].func, db_fixture_tear_down);

  return g_test_run ();
}
