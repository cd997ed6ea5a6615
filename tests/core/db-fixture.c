/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-derive-private.h"
#include "liaison-uuid.h"

#include <glib/gstdio.h>

#define NAMESPACE "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

/* Those that have been given, which live as long as the process: GLib would lose its table of interned strings where there are many. */
static GStringChunk *uuids;

void
db_fixture_set_up (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("liaison-core-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "store.liaison", NULL);
  fixture->db = liaison_db_create (fixture->path, &error);
  g_assert_no_error (error);
}

void
db_fixture_tear_down (DbFixture     *fixture,
                      gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (fixture->path, "-shm", NULL);

  g_clear_pointer (&fixture->db, liaison_db_close);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  /* A connection that only reads leaves these behind. */
  g_unlink (log);
  g_unlink (shared);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

const char *
db_fixture_uuid (LiaisonKind kind,
                 guint       number)
{
  g_autofree char *name = g_strdup_printf ("%s %u", liaison_kind_get_info (kind)->name, number);
  g_autofree char *uuid = liaison_uuid_new_from_name (NAMESPACE, name);

  if (uuids == NULL)
    uuids = g_string_chunk_new (4096);

  return g_string_chunk_insert_const (uuids, uuid);
}

static void
set_field (LiaisonRecord *record,
           const char    *name,
           const char    *value)
{
  LiaisonKind kind = liaison_record_get_kind (record);
  int index = liaison_kind_find_field (kind, name);
  const LiaisonField *field;

  g_assert_cmpint (index, >=, 0);
  field = &liaison_kind_get_info (kind)->fields[index];

  if (liaison_field_is_text (field))
    {
      liaison_record_set_text (record, index, value);
    }
  else if (liaison_field_is_list (field))
    {
      g_auto (GStrv) items = g_strsplit (value, ",", -1);

      liaison_record_set_list (record, index, (const char * const *) items);
    }
  else if (field->type == LIAISON_FIELD_TOKEN && *value != '\0')
    {
      int token = liaison_vocabulary_parse (field->vocabulary, value);

      g_assert_cmpint (token, !=, 0);
      liaison_record_set_integer (record, index, token);
    }
  else
    {
      liaison_record_set_integer (record, index, g_ascii_strtoll (value, NULL, 10));
    }
}

static void
set_fields (LiaisonRecord *record,
            va_list        fields)
{
  const char *name;

  while ((name = va_arg (fields, const char *)) != NULL)
    set_field (record, name, va_arg (fields, const char *));
}

LiaisonRecord *
db_fixture_record (LiaisonKind kind,
                   guint       number,
                   ...)
{
  LiaisonRecord *record = liaison_record_new (kind, db_fixture_uuid (kind, number));
  va_list fields;

  va_start (fields, number);
  set_fields (record, fields);
  va_end (fields);

  return record;
}

/* What a record of the kind needs and few tests care for. */
static void
set_required (LiaisonRecord *record)
{
  switch (liaison_record_get_kind (record))
    {
    case LIAISON_KIND_ORGANISATION:
      set_field (record, "name", "Organisation");
      set_field (record, "kind", "ministry");
      break;

    case LIAISON_KIND_CONTACT:
      set_field (record, "name", "Somebody");
      set_field (record, "side", "theirs");
      break;

    case LIAISON_KIND_POST:
      set_field (record, "title", "Minister");
      break;

    case LIAISON_KIND_TOPIC:
      set_field (record, "name", "Topic");
      break;

    case LIAISON_KIND_ENGAGEMENT:
      set_field (record, "title", "Engagement");
      set_field (record, "form", "meeting");
      set_field (record, "status", "held");
      break;

    case LIAISON_KIND_PARTICIPATION:
      set_field (record, "side", "theirs");
      break;

    case LIAISON_KIND_STORE:
    case LIAISON_KIND_MEMBERSHIP:
    case LIAISON_KIND_READOUT:
    case LIAISON_KIND_FOLLOW_UP:
    case LIAISON_KIND_STATED_TOTAL:
    case LIAISON_KIND_SAVED_SEARCH:
    case LIAISON_KIND_REPORT:
    case LIAISON_KIND_HIGHLIGHT:
    case LIAISON_KIND_ISSUE:
    case LIAISON_KIND_FORMER:
    case LIAISON_KIND_DISTINCTION:
    case LIAISON_N_KINDS:
    default:
      break;
    }
}

/* A start has the precision that it is written with, unless a test says another. */
static void
set_precision (LiaisonRecord *record)
{
  static const LiaisonPrecision precisions[] = { [4] = LIAISON_PRECISION_YEAR, [7] = LIAISON_PRECISION_MONTH, [10] = LIAISON_PRECISION_DAY,
                                                 [16] = LIAISON_PRECISION_MINUTE };
  gsize length;

  if (liaison_record_get_kind (record) != LIAISON_KIND_ENGAGEMENT)
    return;

  length = strlen (liaison_record_get_text (record, LIAISON_ENGAGEMENT_START));
  if (liaison_record_get_integer (record, LIAISON_ENGAGEMENT_PRECISION) == 0 && length < G_N_ELEMENTS (precisions))
    liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, precisions[length]);
}

void
db_fixture_put (LiaisonDb   *db,
                LiaisonKind  kind,
                guint        number,
                ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Put", &error);
  g_autoptr (LiaisonRecord) record = liaison_record_load (db, kind, db_fixture_uuid (kind, number), NULL);
  va_list fields;

  g_assert_no_error (error);
  if (record == NULL)
    {
      record = liaison_record_new (kind, db_fixture_uuid (kind, number));
      set_required (record);
    }

  va_start (fields, number);
  set_fields (record, fields);
  va_end (fields);
  set_precision (record);

  liaison_edit_put (edit, record, NULL, &error);
  g_assert_no_error (error);
  liaison_edit_commit (edit, &error);
  g_assert_no_error (error);
}

void
db_fixture_remove (LiaisonDb   *db,
                   LiaisonKind  kind,
                   guint        number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Remove", &error);

  g_assert_no_error (error);
  liaison_edit_remove (edit, kind, db_fixture_uuid (kind, number), &error);
  g_assert_no_error (error);
  liaison_edit_commit (edit, &error);
  g_assert_no_error (error);
}

void
db_fixture_put_calls (LiaisonDb *db,
                      guint      contact,
                      guint      n_calls)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Fill", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_calls; i++)
    {
      g_autofree char *day = g_strdup_printf ("2021-12-%02u", 1 + i % 28);
      g_autoptr (LiaisonRecord) engagement = db_fixture_record (LIAISON_KIND_ENGAGEMENT, i, "title", "Call", "form", "phone-call",
                                                                "status", "held", "start", day, "precision", "day", NULL);
      g_autoptr (LiaisonRecord) participation =
        db_fixture_record (LIAISON_KIND_PARTICIPATION, i, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, i),
                           "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, contact), "side", "theirs", NULL);

      liaison_edit_put (edit, engagement, NULL, &error);
      g_assert_no_error (error);
      liaison_edit_put (edit, participation, NULL, &error);
      g_assert_no_error (error);
    }
  liaison_edit_commit (edit, &error);
  g_assert_no_error (error);
}

gint64
db_fixture_id (LiaisonDb   *db,
               LiaisonKind  kind,
               guint        number)
{
  g_autofree char *id = db_fixture_column (db, kind, number, "id");

  g_assert_cmpstr (id, !=, "");

  return g_ascii_strtoll (id, NULL, 10);
}

static char *
query (LiaisonDb  *db,
       const char *statement,
       const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, statement, &error);
  char *result;

  g_assert_no_error (error);
  if (uuid != NULL)
    liaison_sql_bind_uuid (sql, 1, uuid);
  result = g_strdup (liaison_sql_step (sql, &error) ? liaison_sql_get_text (sql, 0) : "");
  g_assert_no_error (error);

  return result;
}

char *
db_fixture_column (LiaisonDb   *db,
                   LiaisonKind  kind,
                   guint        number,
                   const char  *column)
{
  g_autofree char *statement = g_strdup_printf ("SELECT %s FROM %s WHERE uuid = ?1", column, liaison_kind_get_info (kind)->name);

  return query (db, statement, db_fixture_uuid (kind, number));
}

void
db_fixture_assert_column (LiaisonDb   *db,
                          LiaisonKind  kind,
                          guint        number,
                          const char  *column,
                          const char  *expected)
{
  g_autofree char *value = db_fixture_column (db, kind, number, column);

  g_assert_cmpstr (value, ==, expected);
}

char *
db_fixture_query (LiaisonDb  *db,
                  const char *statement)
{
  return query (db, statement, NULL);
}

void
db_fixture_exec (LiaisonDb  *db,
                 const char *script)
{
  g_autoptr (GError) error = NULL;

  liaison_sql_exec (db, script, &error);
  g_assert_no_error (error);
}

static void
fail_on_difference (LiaisonKind  kind,
                    gint64       id,
                    const char  *column,
                    gpointer     data)
{
  g_error ("%s of %s %" G_GINT64_FORMAT " is not what follows from the records", column, liaison_kind_get_info (kind)->name, id);
}

void
db_fixture_assert_derived (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;

  liaison_derive_verify (db, fail_on_difference, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}
