/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-former-private.h"

#include "liaison-rows-private.h"

static const char all_formers[] =
  "SELECT f.uuid, coalesce (c.uuid, o.uuid) FROM former AS f LEFT JOIN contact AS c ON c.id = f.contact"
  " LEFT JOIN organisation AS o ON o.id = f.organisation"
  " WHERE NOT EXISTS (SELECT 1 FROM contact AS n WHERE n.uuid = f.uuid)"
  " AND NOT EXISTS (SELECT 1 FROM organisation AS n WHERE n.uuid = f.uuid)";

GHashTable *
liaison_formers_load (LiaisonDb  *db,
                      GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, all_formers, error);
  g_autoptr (GHashTable) formers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return NULL;

  while (liaison_sql_step (sql, &failure))
    g_hash_table_insert (formers, liaison_sql_dup_uuid (sql, 0), liaison_sql_dup_uuid (sql, 1));

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&formers) : NULL;
}

static void
replace_in_list (GHashTable    *formers,
                 LiaisonRecord *record,
                 guint          field)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  gboolean replaced = FALSE;

  for (const char * const *item = liaison_record_get_list (record, field); *item != NULL; item++)
    {
      const char *stayed = g_hash_table_lookup (formers, *item);
      const char *uuid = stayed != NULL ? stayed : *item;

      replaced |= stayed != NULL;
      if (!g_ptr_array_find_with_equal_func (list, uuid, g_str_equal, NULL))
        g_ptr_array_add (list, (gpointer) uuid);
    }

  g_ptr_array_add (list, NULL);
  if (replaced)
    liaison_record_set_list (record, field, (const char * const *) list->pdata);
}

void
liaison_formers_replace (GHashTable    *formers,
                         LiaisonRecord *record)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const LiaisonField *field = &info->fields[i];
      const char *stayed;

      if (field->target != LIAISON_KIND_CONTACT && field->target != LIAISON_KIND_ORGANISATION)
        continue;

      if (field->type == LIAISON_FIELD_LINKS)
        replace_in_list (formers, record, i);
      stayed = field->type == LIAISON_FIELD_LINK ? g_hash_table_lookup (formers, liaison_record_get_text (record, i)) : NULL;
      if (stayed != NULL)
        liaison_record_set_text (record, i, stayed);
    }
}

gboolean
liaison_former_find_id (LiaisonDb    *db,
                        LiaisonKind   kind,
                        const char   *uuid,
                        gint64       *id,
                        GError      **error)
{
  const char *text = kind == LIAISON_KIND_CONTACT ? "SELECT contact FROM former WHERE uuid = ?1 AND contact IS NOT NULL"
                                                  : "SELECT organisation FROM former WHERE uuid = ?1 AND organisation IS NOT NULL";
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  *id = 0;
  if (kind != LIAISON_KIND_CONTACT && kind != LIAISON_KIND_ORGANISATION)
    return TRUE;

  sql = liaison_sql_new (db, text, error);
  if (!sql)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    *id = liaison_sql_get_integer (sql, 0);

  return liaison_rows_end (&failure, error);
}
