/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-check.h"

#include "liaison-derive-private.h"
#include "liaison-edit.h"
#include "liaison-sql-private.h"
#include "liaison-validate.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Findings of each part that are told one by one. */
#define MOST_FINDINGS 100

/* Pages that are copied between two looks at the cancellable. */
#define PAGES_AT_ONCE 1000

typedef struct
{
  LiaisonDb        *db;
  LiaisonCheckFunc  found;
  gpointer          user_data;
  GCancellable     *cancellable;
  guint             n_found; /* in this part */
} Check;

static void
tell (Check      *check,
      const char *finding)
{
  if (check->n_found++ < MOST_FINDINGS)
    check->found (finding, check->user_data);
}

static void
finish_part (Check *check)
{
  if (check->n_found > MOST_FINDINGS)
    {
      guint n_more = check->n_found - MOST_FINDINGS;
      g_autofree char *finding = g_strdup_printf (ngettext ("There is %u more finding like these.", "There are %u more findings like these.",
                                                            n_more), n_more);

      check->found (finding, check->user_data);
    }
  check->n_found = 0;
}

/* A record as a person finds it again: "Contact “Dmytro Kuleba” (017f22e2-…)". */

static const char *
get_name_column (LiaisonKind kind)
{
  static const char * const names[] = { "name", "title", "text" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (liaison_kind_find_field (kind, names[i]) >= 0)
        return names[i];
    }

  return "''";
}

static char *
describe (LiaisonKind kind,
          const char *name,
          const char *uuid)
{
  glong length = g_utf8_strlen (name, -1);
  g_autofree char *start = g_utf8_substring (name, 0, MIN (length, 60));

  if (length == 0)
    return g_strdup_printf ("%s (%s)", liaison_kind_get_label (kind), uuid);

  return g_strdup_printf ("%s “%s%s” (%s)", liaison_kind_get_label (kind), start, length > 60 ? "…" : "", uuid);
}

/* NULL where the store fails. */
static char *
describe_key (LiaisonDb    *db,
              LiaisonKind   kind,
              gint64        id,
              GError      **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT uuid, %s FROM %s WHERE id = ?1", get_name_column (kind), liaison_kind_get_info (kind)->name);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;
  g_autofree char *uuid = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, id);
  if (liaison_sql_step (sql, &failure))
    {
      uuid = liaison_sql_dup_uuid (sql, 0);
      return describe (kind, liaison_sql_get_text (sql, 1), uuid);
    }

  if (failure == NULL)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT, liaison_kind_get_label (kind), id);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* Calls @func at each row of a statement. */
static gboolean
foreach_row (Check       *check,
             const char  *text,
             gboolean   (*func) (Check *check, LiaisonSql *sql, GError **error),
             GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (check->db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  while (failure == NULL && liaison_sql_step (sql, &failure))
    func (check, sql, &failure);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* The file */

static gboolean
tell_damage (Check       *check,
             LiaisonSql  *sql,
             GError     **error)
{
  const char *message = liaison_sql_get_text (sql, 0);

  if (g_strcmp0 (message, "ok") != 0)
    {
      /* Translators: what SQLite says of a damaged file, in English */
      g_autofree char *finding = g_strdup_printf (_("The file is damaged: %s."), message);

      tell (check, finding);
    }

  return TRUE;
}

static gboolean
check_file (Check   *check,
            GError **error)
{
  gint64 application = 0;

  if (!liaison_sql_query_integer (check->db, "PRAGMA application_id", 0, &application, error))
    return FALSE;
  if (application != LIAISON_APPLICATION_NUMBER)
    tell (check, _("The file does not say that it is a Liaison store."));

  return foreach_row (check, "PRAGMA integrity_check", tell_damage, error);
}

/* Links */

static gboolean
tell_dangling (Check       *check,
               LiaisonSql  *sql,
               GError     **error)
{
  LiaisonKind kind = liaison_kind_parse (liaison_sql_get_text (sql, 0));
  LiaisonKind target = liaison_kind_parse (liaison_sql_get_text (sql, 2));
  const char *label = target < LIAISON_N_KINDS ? liaison_kind_get_label (target) : liaison_sql_get_text (sql, 2);
  g_autofree char *record = NULL;
  g_autofree char *finding = NULL;

  if (kind < LIAISON_N_KINDS)
    record = describe_key (check->db, kind, liaison_sql_get_integer (sql, 1), error);
  else
    record = g_strdup_printf (_("The table %s"), liaison_sql_get_text (sql, 0));
  if (record == NULL)
    return FALSE;

  /* Translators: a record, and the kind of record that it refers to */
  finding = g_strdup_printf (_("%s refers to a record of kind “%s” that is not there."), record, label);
  tell (check, finding);

  return TRUE;
}

static gboolean
check_links (Check   *check,
             GError **error)
{
  return foreach_row (check, "PRAGMA foreign_key_check", tell_dangling, error);
}

/* Parents */

#define CIRCLES(kind, table) \
  "WITH RECURSIVE up (start, id) AS (SELECT id, parent FROM " table " WHERE parent IS NOT NULL" \
  " UNION SELECT up.start, t.parent FROM up CROSS JOIN " table " AS t ON t.id = up.id WHERE t.parent IS NOT NULL)" \
  " SELECT " kind ", start FROM up WHERE start = id"

static gboolean
tell_circle (Check       *check,
             LiaisonSql  *sql,
             GError     **error)
{
  g_autofree char *record = describe_key (check->db, liaison_sql_get_integer (sql, 0), liaison_sql_get_integer (sql, 1), error);
  g_autofree char *finding = NULL;

  if (record == NULL)
    return FALSE;

  finding = g_strdup_printf (_("%s is part of something that is part of itself."), record);
  tell (check, finding);

  return TRUE;
}

G_STATIC_ASSERT (LIAISON_KIND_ORGANISATION == 0 && LIAISON_KIND_TOPIC == 5 && LIAISON_KIND_ENGAGEMENT == 6);

static gboolean
check_parents (Check   *check,
               GError **error)
{
  return foreach_row (check, CIRCLES ("0", "organisation"), tell_circle, error)
    && foreach_row (check, CIRCLES ("5", "topic"), tell_circle, error)
    && foreach_row (check, CIRCLES ("6", "engagement"), tell_circle, error);
}

/* Records */

static gboolean
check_record (LiaisonRecord  *record,
              gpointer        data,
              GError        **error)
{
  Check *check = data;
  LiaisonKind kind = liaison_record_get_kind (record);
  int name_field = liaison_kind_find_field (kind, get_name_column (kind));
  g_autoptr (GError) reason = NULL;

  if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
    return FALSE;

  if (!liaison_validate_record (record, NULL, &reason))
    {
      const char *name = name_field >= 0 ? liaison_record_get_text (record, name_field) : "";
      g_autofree char *described = describe (kind, name, liaison_record_get_uuid (record));
      g_autofree char *finding = g_strdup_printf ("%s: %s", described, reason->message);

      tell (check, finding);
    }

  return TRUE;
}

static gboolean
check_records (Check   *check,
               GError **error)
{
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      if (!liaison_record_foreach (check->db, kind, check_record, check, error))
        return FALSE;
    }

  return TRUE;
}

/* What is derived */

static void
tell_derived (LiaisonKind  kind,
              gint64       id,
              const char  *columns,
              gpointer     data)
{
  Check *check = data;
  g_autofree char *record = describe_key (check->db, kind, id, NULL);
  g_autofree char *finding = NULL;

  /* Translators: a record, and the names of columns in the store */
  finding = g_strdup_printf (_("%s: what is derived of it (%s) does not follow from the records."),
                             record != NULL ? record : liaison_kind_get_label (kind), columns);
  tell (check, finding);
}

static gboolean
check_derived (Check   *check,
               GError **error)
{
  return liaison_derive_verify (check->db, tell_derived, check, check->cancellable, NULL, NULL, error);
}

/* The search index */

static gboolean
copy_store (Check    *check,
            sqlite3  *copy,
            GError  **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy, "main", liaison_db_get_handle (check->db), "main");
  int code = backup != NULL ? SQLITE_OK : sqlite3_errcode (copy);

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (check->cancellable))
    code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
  sqlite3_backup_finish (backup);

  if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
    return FALSE;

  if (code != SQLITE_DONE)
    liaison_db_set_error (check->db, code, error);

  return code == SQLITE_DONE;
}

/* FTS5 checks its index by an INSERT, which a connection for reading refuses: it is done in a copy that goes with its connection. */
static gboolean
check_index (Check   *check,
             GError **error)
{
  sqlite3 *copy = NULL;
  gboolean copied;
  int code = sqlite3_open_v2 ("", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    {
      liaison_db_set_error (check->db, code, error);
      sqlite3_close (copy);
      return FALSE;
    }

  copied = copy_store (check, copy, error);
  if (copied && sqlite3_exec (copy, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", NULL, NULL, NULL) != SQLITE_OK)
    tell (check, _("The search index does not have the words of the records: search may miss some, or find others."));
  sqlite3_close (copy);

  return copied;
}

/* What a damaged file holds is not worth a look. */
static gboolean
run_part (Check      *check,
          gboolean  (*part) (Check *check, GError **error),
          gboolean   *is_damaged,
          GError    **error)
{
  g_autoptr (GError) failure = NULL;

  if (part (check, &failure))
    {
      *is_damaged = part == check_file && check->n_found > 0;
      return TRUE;
    }

  *is_damaged = g_error_matches (failure, LIAISON_ERROR, LIAISON_ERROR_DAMAGED);
  if (*is_damaged)
    tell (check, failure->message);
  else
    g_propagate_error (error, g_steal_pointer (&failure));

  return *is_damaged;
}

static gboolean
run_parts (Check            *check,
           LiaisonProgress   progress,
           GError          **error)
{
  static gboolean (* const parts[]) (Check *check, GError **error) = {
    check_file, check_links, check_parents, check_records, check_derived, check_index,
  };
  gboolean is_damaged = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (parts) && !is_damaged; i++)
    {
      if (!run_part (check, parts[i], &is_damaged, error))
        return FALSE;

      finish_part (check);
      if (progress != NULL)
        progress (is_damaged ? G_N_ELEMENTS (parts) : i + 1, G_N_ELEMENTS (parts), check->user_data);
    }

  return TRUE;
}

gboolean
liaison_check (LiaisonDb         *db,
               LiaisonCheckFunc   found,
               gpointer           user_data,
               GCancellable      *cancellable,
               LiaisonProgress    progress,
               GError           **error)
{
  Check check = { db, found, user_data, cancellable, 0 };
  gboolean is_alone, succeeded;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (found != NULL, FALSE);

  /* All parts look at the store as it was at one time, whoever goes on writing. */
  is_alone = sqlite3_get_autocommit (liaison_db_get_handle (db));
  if (is_alone && !liaison_sql_exec (db, "BEGIN", error))
    return FALSE;

  liaison_db_set_cancellable (db, cancellable);
  succeeded = run_parts (&check, progress, error);
  liaison_db_set_cancellable (db, NULL);

  if (is_alone)
    liaison_sql_exec (db, "ROLLBACK", NULL);

  return succeeded;
}
