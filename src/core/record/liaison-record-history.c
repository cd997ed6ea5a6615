/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-history.h"

#include "liaison-rows-private.h"

void
liaison_history_item_free (LiaisonHistoryItem *item)
{
  g_free (item->batch);
  g_free (item->name);
  g_free (item);
}

/* What the record owns now has its own rows of the log. */
static void
append_owned (GString      *text,
              const char   *table,
              const char   *owned,
              const char   *field)
{
  g_string_append_printf (text,
                          " UNION ALL SELECT c.batch, NULL FROM %s r CROSS JOIN %s o ON o.\"%s\" = r.id"
                          " CROSS JOIN change c ON c.uuid = o.uuid WHERE r.uuid = ?1",
                          table, owned, field);
}

/* What it owned once is known only from the log: a deletion there holds the whole, with the owner's UUID.  Nothing can have been deleted
 * before the record was made. */
static void
append_deleted (GString     *text,
                const char  *table,
                LiaisonKind  owned,
                const char  *field)
{
  g_string_append_printf (text,
                          " UNION ALL SELECT c.batch, NULL FROM %s r CROSS JOIN change d ON d.batch >= r.batch"
                          " CROSS JOIN change c ON c.uuid = d.uuid WHERE r.uuid = ?1 AND d.operation = %d AND d.kind = %d"
                          " AND lower (hex (?1)) = replace (json_extract (d.before, '$.%s'), '-', '')",
                          table, LIAISON_OPERATION_DELETE, owned, field);
}

/* ?1 is the record's UUID.  Names of tables and columns come from the table of kinds. */
static char *
build_statement (LiaisonKind kind)
{
  const char *table = liaison_kind_get_info (kind)->name;
  GString *text = g_string_new ("WITH touched (batch, operation) AS (SELECT batch, operation FROM change WHERE uuid = ?1");

  for (LiaisonKind owned = 0; owned < LIAISON_N_KINDS; owned++)
    {
      const LiaisonKindInfo *info = liaison_kind_get_info (owned);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const LiaisonField *field = &info->fields[i];

          if (field->type != LIAISON_FIELD_LINK || field->target != kind || (field->flags & LIAISON_FIELD_OWNER) == 0)
            continue;

          append_owned (text, table, info->name, field->name);
          append_deleted (text, table, owned, field->name);
        }
    }

  g_string_append_printf (text, " UNION ALL SELECT batch, %d FROM %s WHERE uuid = ?1)", LIAISON_OPERATION_INSERT, table);

  /* What stands at the end of a batch that did several things: gone, or else new, or else changed. */
  g_string_append_printf (text,
                          " SELECT b.uuid, b.name, b.time, b.kind,"
                          " CASE max (t.operation) WHEN %d THEN %d ELSE coalesce (min (t.operation), %d) END, b.undone"
                          " FROM touched t CROSS JOIN batch b ON b.id = t.batch GROUP BY b.id ORDER BY b.id DESC",
                          LIAISON_OPERATION_DELETE, LIAISON_OPERATION_DELETE, LIAISON_OPERATION_UPDATE);

  return g_string_free (text, FALSE);
}

static gpointer
read_item (LiaisonSql *sql)
{
  LiaisonHistoryItem *item = g_new0 (LiaisonHistoryItem, 1);

  item->batch = liaison_sql_dup_uuid (sql, 0);
  item->name = liaison_sql_dup_text (sql, 1);
  item->time = liaison_sql_get_integer (sql, 2);
  item->batch_kind = liaison_sql_get_integer (sql, 3);
  item->operation = liaison_sql_get_integer (sql, 4);
  item->undone = liaison_sql_get_integer (sql, 5);

  return item;
}

GPtrArray *
liaison_record_history_load (LiaisonDb   *db,
                             LiaisonKind  kind,
                             const char  *uuid,
                             GError     **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (kind < LIAISON_N_KINDS, NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  text = build_statement (kind);

  return liaison_rows_read (db, text, uuid, 0, read_item, (GDestroyNotify) liaison_history_item_free, error);
}
