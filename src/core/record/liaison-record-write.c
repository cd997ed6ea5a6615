/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-statements-private.h"

#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Finding the keys of links */

gboolean
liaison_record_resolve (LiaisonDb           *db,
                        const LiaisonField  *field,
                        const char          *uuid,
                        gint64              *id,
                        GError             **error)
{
  if (!liaison_record_find_id (db, field->target, uuid, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;

  /* Translators: a field's name, a kind of record, a UUID */
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("%s: there is no record of kind “%s” with the UUID %s."),
               liaison_field_get_label (field), liaison_kind_get_label (field->target), uuid);

  return FALSE;
}

typedef struct
{
  LiaisonDb *db;
  gboolean  *incomplete;
} Resolver;

static gboolean
resolve_in_store (gpointer             data,
                  const LiaisonField  *field,
                  const char          *uuid,
                  gint64              *id,
                  GError             **error)
{
  Resolver *resolver = data;

  if (resolver->incomplete == NULL)
    return liaison_record_resolve (resolver->db, field, uuid, id, error);

  if (!liaison_record_find_id (resolver->db, field->target, uuid, id, error))
    return FALSE;
  if (*id == 0)
    *resolver->incomplete = TRUE;

  return TRUE;
}

static guint
count_links (const LiaisonRecord *record)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));
  guint n_links = 0;

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type == LIAISON_FIELD_LINK)
        n_links++;
      else if (info->fields[i].type == LIAISON_FIELD_LINKS)
        n_links += g_strv_length ((char **) liaison_record_get_list (record, i));
    }

  return n_links;
}

gint64 *
liaison_record_resolve_links (const LiaisonRecord  *record,
                              LiaisonResolveFunc    resolve,
                              gpointer              user_data,
                              GError              **error)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));
  g_autofree gint64 *ids = g_new0 (gint64, count_links (record) + 1);
  guint n_ids = 0;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *one[] = { NULL, NULL };
      const char * const *uuids = one;

      if (info->fields[i].type == LIAISON_FIELD_LINK)
        one[0] = liaison_record_get_text (record, i);
      else if (info->fields[i].type == LIAISON_FIELD_LINKS)
        uuids = liaison_record_get_list (record, i);

      for (; *uuids != NULL; uuids++, n_ids++)
        {
          if (**uuids != '\0' && !resolve (user_data, &info->fields[i], *uuids, &ids[n_ids], error))
            return NULL;
        }
    }

  return g_steal_pointer (&ids);
}

/* Writing */

static void
bind_fields (LiaisonSql          *sql,
             int                  first,
             const LiaisonRecord *record,
             const gint64        *ids)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));
  guint next_id = 0;

  for (guint i = 0; i < info->n_fields; i++)
    {
      int parameter = first + i;

      switch (info->fields[i].type)
        {
        case LIAISON_FIELD_LINKS:
          next_id += g_strv_length ((char **) liaison_record_get_list (record, i));
          break;

        case LIAISON_FIELD_LINK:
          {
            gint64 id = ids[next_id++];

            if (id != 0)
              liaison_sql_bind_integer (sql, parameter, id);
            else
              liaison_sql_bind_null (sql, parameter);
          }
          break;

        case LIAISON_FIELD_LIST:
          {
            g_autofree char *joined = g_strjoinv ("\n", (char **) liaison_record_get_list (record, i));

            liaison_sql_bind_text (sql, parameter, joined);
          }
          break;

        case LIAISON_FIELD_TOKEN:
        case LIAISON_FIELD_INTEGER:
        case LIAISON_FIELD_BOOLEAN:
          liaison_sql_bind_integer (sql, parameter, liaison_record_get_integer (record, i));
          break;

        case LIAISON_FIELD_TEXT:
        case LIAISON_FIELD_PROSE:
        case LIAISON_FIELD_ADDRESS:
        case LIAISON_FIELD_DATE:
        case LIAISON_FIELD_COUNTRY:
        default:
          liaison_sql_bind_static (sql, parameter, liaison_record_get_text (record, i));
          break;
        }
    }
}

void
liaison_record_bind (LiaisonSql           *sql,
                     int                   first,
                     const LiaisonRecord  *record,
                     const guint8          uuid[16],
                     gint64                batch,
                     const gint64         *ids)
{
  int offset = first - PARAMETER_UUID;

  liaison_sql_bind_bytes (sql, offset + PARAMETER_UUID, uuid);
  liaison_sql_bind_integer (sql, offset + PARAMETER_CREATED, liaison_record_get_created (record));
  liaison_sql_bind_integer (sql, offset + PARAMETER_MODIFIED, liaison_record_get_modified (record));
  liaison_sql_bind_integer (sql, offset + PARAMETER_SENSITIVITY, liaison_record_get_sensitivity (record));
  if (batch != 0)
    liaison_sql_bind_integer (sql, offset + PARAMETER_BATCH, batch);
  bind_fields (sql, offset + PARAMETER_FIRST_FIELD, record, ids);
}

static gboolean
write_row (LiaisonDb            *db,
           const char           *text,
           const LiaisonRecord  *record,
           gint64                batch,
           const gint64         *ids,
           GError              **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  guint8 uuid[16];

  if (sql == NULL)
    return FALSE;

  if (!liaison_uuid_parse (liaison_record_get_uuid (record), uuid))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("“%s” is not a UUID."), liaison_record_get_uuid (record));
      return FALSE;
    }

  liaison_record_bind (sql, PARAMETER_UUID, record, uuid, batch, ids);

  return liaison_sql_run (sql, error);
}

static gboolean
clear_links (LiaisonDb    *db,
             LiaisonKind   kind,
             guint         field,
             gint64        id,
             GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, liaison_record_get_statements (kind)->remove_links[field], error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);

  return liaison_sql_run (sql, error);
}

static gboolean
insert_links (LiaisonDb     *db,
              LiaisonKind    kind,
              guint          field,
              gint64         id,
              const gint64  *targets,
              guint          n_targets,
              GError       **error)
{
  g_autoptr (LiaisonSql) sql = NULL;

  if (n_targets == 0)
    return TRUE;

  sql = liaison_sql_new (db, liaison_record_get_statements (kind)->insert_links[field], error);
  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);
  for (guint i = 0; i < n_targets; i++)
    {
      if (targets[i] == 0)
        continue;

      liaison_sql_bind_integer (sql, 2, targets[i]);
      liaison_sql_bind_integer (sql, 3, i);
      if (!liaison_sql_run (sql, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_record_write_links (LiaisonDb            *db,
                            const LiaisonRecord  *record,
                            const LiaisonRecord  *before,
                            gint64                id,
                            const gint64         *ids,
                            GError              **error)
{
  LiaisonKind kind = liaison_record_get_kind (record);
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  guint next_id = 0;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const LiaisonField *field = &info->fields[i];

      if (field->type == LIAISON_FIELD_LINK)
        next_id++;
      else if (field->type == LIAISON_FIELD_LINKS)
        {
          guint n = g_strv_length ((char **) liaison_record_get_list (record, i));
          const gint64 *targets = ids + next_id;

          next_id += n;
          if (before != NULL && liaison_record_field_equal (record, before, i))
            continue;
          if (before != NULL && !clear_links (db, kind, i, id, error))
            return FALSE;
          if (!insert_links (db, kind, i, id, targets, n, error))
            return FALSE;
        }
    }

  return TRUE;
}

gboolean
liaison_record_insert (LiaisonDb            *db,
                       const LiaisonRecord  *record,
                       gint64                batch,
                       gint64               *id,
                       gboolean             *incomplete,
                       GError              **error)
{
  g_autofree gint64 *ids = liaison_record_resolve_links (record, resolve_in_store, &(Resolver) { db, incomplete }, error);

  if (ids == NULL || !write_row (db, liaison_record_get_statements (liaison_record_get_kind (record))->insert, record, batch, ids, error))
    return FALSE;

  *id = liaison_db_get_last_id (db);

  return liaison_record_write_links (db, record, NULL, *id, ids, error);
}

gboolean
liaison_record_update (LiaisonDb                  *db,
                       const LiaisonRecord        *record,
                       const LiaisonStoredRecord  *stored,
                       GError                    **error)
{
  g_autofree gint64 *ids = liaison_record_resolve_links (record, resolve_in_store, &(Resolver) { db, NULL }, error);

  return ids != NULL
    && write_row (db, liaison_record_get_statements (liaison_record_get_kind (record))->update, record, 0, ids, error)
    && liaison_record_write_links (db, record, stored->record, stored->id, ids, error);
}

gboolean
liaison_record_delete (LiaisonDb    *db,
                       LiaisonKind   kind,
                       gint64        id,
                       GError      **error)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  g_autoptr (LiaisonSql) sql = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type == LIAISON_FIELD_LINKS && !clear_links (db, kind, i, id, error))
        return FALSE;
    }

  sql = liaison_sql_new (db, liaison_record_get_statements (kind)->remove, error);
  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);

  return liaison_sql_run (sql, error);
}
