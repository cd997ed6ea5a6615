/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-sql-private.h"

#include "liaison-edit.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Columns of a SELECT before those of the fields. */
enum { COLUMN_ID, COLUMN_UUID, COLUMN_CREATED, COLUMN_MODIFIED, COLUMN_SENSITIVITY, COLUMN_BATCH, COLUMN_FIRST_FIELD };

/* The same of an INSERT or UPDATE, as parameters. */
enum { PARAMETER_UUID = 1, PARAMETER_CREATED, PARAMETER_MODIFIED, PARAMETER_SENSITIVITY, PARAMETER_BATCH, PARAMETER_FIRST_FIELD };

typedef struct
{
  char *find;
  char *find_uuid;
  char *select;
  char *insert;
  char *update;
  char *remove;
} Statements;

void
liaison_stored_record_clear (LiaisonStoredRecord *stored)
{
  g_clear_pointer (&stored->record, liaison_record_unref);
}

char *
liaison_field_dup_column (const LiaisonField *field)
{
  return g_strdup_printf ("\"%s\"", field->name);
}

static void
make_statements (LiaisonKind  kind,
                 Statements  *statements)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  g_autoptr (GString) select = g_string_new ("SELECT t.id, t.uuid, t.created, t.modified, t.sensitivity, t.batch");
  g_autoptr (GString) columns = g_string_new ("uuid, created, modified, sensitivity, batch");
  g_autoptr (GString) values = g_string_new ("?1, ?2, ?3, ?4, ?5");
  g_autoptr (GString) sets = g_string_new ("created = ?2, modified = ?3, sensitivity = ?4");

  for (guint i = 0; i < info->n_fields; i++)
    {
      const LiaisonField *field = &info->fields[i];
      int parameter = PARAMETER_FIRST_FIELD + i;

      if (field->type == LIAISON_FIELD_LINKS)
        {
          /* Keeps the columns in step with the fields; its values are in a table of their own. */
          g_string_append (select, ", NULL");
          continue;
        }

      if (field->type == LIAISON_FIELD_LINK)
        g_string_append_printf (select, ", (SELECT uuid FROM %s WHERE id = t.\"%s\")",
                                liaison_kind_get_info (field->target)->name, field->name);
      else
        g_string_append_printf (select, ", t.\"%s\"", field->name);
      g_string_append_printf (columns, ", \"%s\"", field->name);
      g_string_append_printf (values, ", ?%d", parameter);
      g_string_append_printf (sets, ", \"%s\" = ?%d", field->name, parameter);
    }

  statements->find = g_strdup_printf ("SELECT id FROM %s WHERE uuid = ?1", info->name);
  statements->find_uuid = g_strdup_printf ("SELECT uuid FROM %s WHERE id = ?1", info->name);
  statements->select = g_strdup_printf ("%s FROM %s t", select->str, info->name);
  statements->insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", info->name, columns->str, values->str);
  statements->update = g_strdup_printf ("UPDATE %s SET %s WHERE uuid = ?1", info->name, sets->str);
  statements->remove = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", info->name);
}

static const Statements *
get_statements (LiaisonKind kind)
{
  static Statements statements[LIAISON_N_KINDS];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (LiaisonKind k = 0; k < LIAISON_N_KINDS; k++)
        make_statements (k, &statements[k]);
      g_once_init_leave (&made, 1);
    }

  return &statements[kind];
}

gboolean
liaison_record_find_id (LiaisonDb    *db,
                        LiaisonKind   kind,
                        const char   *uuid,
                        gint64       *id,
                        GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, get_statements (kind)->find, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  *id = liaison_sql_step (sql, &failure) ? liaison_sql_get_integer (sql, 0) : 0;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

char *
liaison_record_find_uuid (LiaisonDb    *db,
                          LiaisonKind   kind,
                          gint64        id,
                          GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, get_statements (kind)->find_uuid, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, id);
  if (liaison_sql_step (sql, &failure))
    return liaison_sql_dup_uuid (sql, 0);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("There is no record of kind “%s” with the key %" G_GINT64_FORMAT "."),
                 liaison_kind_get_label (kind), id);

  return NULL;
}

/* Reading */

static char **
split_list (const char *text)
{
  return *text != '\0' ? g_strsplit (text, "\n", -1) : NULL;
}

static gboolean
read_links (LiaisonDb           *db,
            const LiaisonField  *field,
            gint64               id,
            LiaisonRecord       *record,
            guint                index,
            GError             **error)
{
  const char *owner = liaison_kind_get_info (liaison_record_get_kind (record))->name;
  const char *target = liaison_kind_get_info (field->target)->name;
  g_autofree char *text = g_strdup_printf ("SELECT t.uuid FROM %s_%s l JOIN %s t ON t.id = l.target WHERE l.owner = ?1 ORDER BY l.position",
                                           owner, field->name, target);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);
  while (liaison_sql_step (sql, &failure))
    g_ptr_array_add (uuids, liaison_sql_dup_uuid (sql, 0));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_ptr_array_add (uuids, NULL);
  liaison_record_set_list (record, index, (const char * const *) uuids->pdata);

  return TRUE;
}

static gboolean
read_field (LiaisonDb      *db,
            LiaisonSql     *sql,
            LiaisonRecord  *record,
            guint           index,
            GError        **error)
{
  const LiaisonField *field = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[index];
  int column = COLUMN_FIRST_FIELD + index;

  switch (field->type)
    {
    case LIAISON_FIELD_LINKS:
      return read_links (db, field, liaison_sql_get_integer (sql, COLUMN_ID), record, index, error);

    case LIAISON_FIELD_LINK:
      if (!liaison_sql_is_null (sql, column))
        liaison_record_take_text (record, index, liaison_sql_dup_uuid (sql, column));
      break;

    case LIAISON_FIELD_LIST:
      {
        g_auto (GStrv) items = split_list (liaison_sql_get_text (sql, column));

        liaison_record_set_list (record, index, (const char * const *) items);
      }
      break;

    case LIAISON_FIELD_TOKEN:
    case LIAISON_FIELD_INTEGER:
    case LIAISON_FIELD_BOOLEAN:
      liaison_record_set_integer (record, index, liaison_sql_get_integer (sql, column));
      break;

    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_PROSE:
    case LIAISON_FIELD_ADDRESS:
    case LIAISON_FIELD_DATE:
    case LIAISON_FIELD_COUNTRY:
    default:
      liaison_record_set_text (record, index, liaison_sql_get_text (sql, column));
      break;
    }

  return TRUE;
}

static LiaisonRecord *
read_row (LiaisonDb    *db,
          LiaisonKind   kind,
          LiaisonSql   *sql,
          GError      **error)
{
  g_autofree char *uuid = liaison_sql_dup_uuid (sql, COLUMN_UUID);
  g_autoptr (LiaisonRecord) record = liaison_record_new (kind, uuid);

  liaison_record_set_created (record, liaison_sql_get_integer (sql, COLUMN_CREATED));
  liaison_record_set_modified (record, liaison_sql_get_integer (sql, COLUMN_MODIFIED));
  liaison_record_set_sensitivity (record, liaison_sql_get_integer (sql, COLUMN_SENSITIVITY));
  for (guint i = 0; i < liaison_kind_get_info (kind)->n_fields; i++)
    {
      if (!read_field (db, sql, record, i, error))
        return NULL;
    }

  return g_steal_pointer (&record);
}

gboolean
liaison_record_read (LiaisonDb            *db,
                     LiaisonKind           kind,
                     const char           *uuid,
                     LiaisonStoredRecord  *stored,
                     GError              **error)
{
  g_autofree char *text = g_strconcat (get_statements (kind)->select, " WHERE t.uuid = ?1", NULL);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  stored->record = NULL;
  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    {
      stored->id = liaison_sql_get_integer (sql, COLUMN_ID);
      stored->batch = liaison_sql_get_integer (sql, COLUMN_BATCH);
      stored->record = read_row (db, kind, sql, error);
      return stored->record != NULL;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

LiaisonRecord *
liaison_record_load (LiaisonDb    *db,
                     LiaisonKind   kind,
                     const char   *uuid,
                     GError      **error)
{
  LiaisonStoredRecord stored;

  if (!liaison_record_read (db, kind, uuid, &stored, error))
    return NULL;

  if (stored.record == NULL)
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("There is no record of kind “%s” with the UUID %s."),
                 liaison_kind_get_label (kind), uuid);

  return stored.record;
}

LiaisonRecord *
liaison_record_load_any (LiaisonDb   *db,
                         const char  *uuid,
                         GError     **error)
{
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      LiaisonStoredRecord stored;

      if (!liaison_record_read (db, kind, uuid, &stored, error))
        return NULL;
      if (stored.record != NULL)
        return stored.record;
    }

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("There is no record with the UUID “%s”."), uuid);

  return NULL;
}

GPtrArray *
liaison_record_load_owned (LiaisonDb    *db,
                           LiaisonKind   kind,
                           guint         field,
                           const char   *owner,
                           GError      **error)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  const LiaisonField *link = &info->fields[field];
  const char *target = liaison_kind_get_info (link->target)->name;
  gboolean ordered = liaison_kind_find_field (kind, "position") >= 0;
  g_autoptr (GString) text = g_string_new (get_statements (kind)->select);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  if (link->type == LIAISON_FIELD_LINKS)
    g_string_append_printf (text, " JOIN %s_%s l ON l.owner = t.id WHERE l.target = (SELECT id FROM %s WHERE uuid = ?1)",
                            info->name, link->name, target);
  else
    g_string_append_printf (text, " WHERE t.\"%s\" = (SELECT id FROM %s WHERE uuid = ?1)", link->name, target);
  g_string_append (text, ordered ? " ORDER BY t.position, t.id" : " ORDER BY t.id");

  sql = liaison_sql_new (db, text->str, error);
  if (sql == NULL)
    return NULL;

  liaison_sql_bind_uuid (sql, 1, owner);
  while (liaison_sql_step (sql, &failure))
    {
      LiaisonRecord *record = read_row (db, kind, sql, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  if (failure == NULL)
    return g_steal_pointer (&records);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

gboolean
liaison_record_foreach (LiaisonDb          *db,
                        LiaisonKind         kind,
                        LiaisonRecordFunc   func,
                        gpointer            user_data,
                        GError            **error)
{
  g_autofree char *text = g_strconcat (get_statements (kind)->select, " ORDER BY t.uuid", NULL);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      g_autoptr (LiaisonRecord) record = read_row (db, kind, sql, error);

      if (record == NULL || !func (record, user_data, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Writing */

static gboolean
resolve (LiaisonDb           *db,
         const LiaisonField  *field,
         const char          *uuid,
         gint64              *id,
         gboolean            *incomplete,
         GError             **error)
{
  *id = 0;
  if (*uuid == '\0')
    return TRUE;

  if (!liaison_record_find_id (db, field->target, uuid, id, error))
    return FALSE;

  if (*id != 0)
    return TRUE;

  if (incomplete != NULL)
    {
      *incomplete = TRUE;
      return TRUE;
    }

  /* Translators: a field's name, a kind of record, a UUID */
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("%s: there is no record of kind “%s” with the UUID %s."),
               liaison_field_get_label (field), liaison_kind_get_label (field->target), uuid);

  return FALSE;
}

/* Resolves every link before anything is written, so that a dangling one leaves the transaction as it was. */
static GArray *
resolve_links (LiaisonDb            *db,
               const LiaisonRecord  *record,
               gboolean             *incomplete,
               GError              **error)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *one[] = { NULL, NULL };
      const char * const *uuids = one;

      if (info->fields[i].type == LIAISON_FIELD_LINK)
        one[0] = liaison_record_get_text (record, i);
      else if (info->fields[i].type == LIAISON_FIELD_LINKS)
        uuids = liaison_record_get_list (record, i);

      for (; *uuids != NULL; uuids++)
        {
          gint64 id;

          if (!resolve (db, &info->fields[i], *uuids, &id, incomplete, error))
            return NULL;
          g_array_append_val (ids, id);
        }
    }

  return g_steal_pointer (&ids);
}

static void
bind_fields (LiaisonSql          *sql,
             const LiaisonRecord *record,
             GArray              *ids)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));
  guint next_id = 0;

  for (guint i = 0; i < info->n_fields; i++)
    {
      int parameter = PARAMETER_FIRST_FIELD + i;

      switch (info->fields[i].type)
        {
        case LIAISON_FIELD_LINKS:
          next_id += g_strv_length ((char **) liaison_record_get_list (record, i));
          break;

        case LIAISON_FIELD_LINK:
          {
            gint64 id = g_array_index (ids, gint64, next_id++);

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

static gboolean
write_row (LiaisonDb            *db,
           const char           *text,
           const LiaisonRecord  *record,
           gint64                batch,
           GArray               *ids,
           GError              **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, PARAMETER_UUID, liaison_record_get_uuid (record));
  liaison_sql_bind_integer (sql, PARAMETER_CREATED, liaison_record_get_created (record));
  liaison_sql_bind_integer (sql, PARAMETER_MODIFIED, liaison_record_get_modified (record));
  liaison_sql_bind_integer (sql, PARAMETER_SENSITIVITY, liaison_record_get_sensitivity (record));
  if (batch != 0)
    liaison_sql_bind_integer (sql, PARAMETER_BATCH, batch);
  bind_fields (sql, record, ids);

  return liaison_sql_run (sql, error);
}

static gboolean
clear_links (LiaisonDb           *db,
             LiaisonKind          kind,
             const LiaisonField  *field,
             gint64               id,
             GError             **error)
{
  g_autofree char *text = g_strdup_printf ("DELETE FROM %s_%s WHERE owner = ?1", liaison_kind_get_info (kind)->name, field->name);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);

  return liaison_sql_run (sql, error);
}

static gboolean
insert_links (LiaisonDb           *db,
              LiaisonKind          kind,
              const LiaisonField  *field,
              gint64               id,
              const gint64        *targets,
              guint                n_targets,
              GError             **error)
{
  g_autofree char *text = g_strdup_printf ("INSERT INTO %s_%s (owner, target, position) VALUES (?1, ?2, ?3)",
                                           liaison_kind_get_info (kind)->name, field->name);
  g_autoptr (LiaisonSql) sql = NULL;

  if (n_targets == 0)
    return TRUE;

  sql = liaison_sql_new (db, text, error);
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

/* Writes the link tables of a record; those in which @before does not differ are left alone. */
static gboolean
write_links (LiaisonDb            *db,
             const LiaisonRecord  *record,
             const LiaisonRecord  *before,
             gint64                id,
             GArray               *ids,
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
          const gint64 *targets = (const gint64 *) ids->data + next_id;

          next_id += n;
          if (before != NULL && liaison_record_field_equal (record, before, i))
            continue;
          if (before != NULL && !clear_links (db, kind, field, id, error))
            return FALSE;
          if (!insert_links (db, kind, field, id, targets, n, error))
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
  g_autoptr (GArray) ids = resolve_links (db, record, incomplete, error);

  if (ids == NULL || !write_row (db, get_statements (liaison_record_get_kind (record))->insert, record, batch, ids, error))
    return FALSE;

  *id = liaison_db_get_last_id (db);

  return write_links (db, record, NULL, *id, ids, error);
}

gboolean
liaison_record_update (LiaisonDb                  *db,
                       const LiaisonRecord        *record,
                       const LiaisonStoredRecord  *stored,
                       GError                    **error)
{
  g_autoptr (GArray) ids = resolve_links (db, record, NULL, error);

  return ids != NULL
    && write_row (db, get_statements (liaison_record_get_kind (record))->update, record, 0, ids, error)
    && write_links (db, record, stored->record, stored->id, ids, error);
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
      if (info->fields[i].type == LIAISON_FIELD_LINKS && !clear_links (db, kind, &info->fields[i], id, error))
        return FALSE;
    }

  sql = liaison_sql_new (db, get_statements (kind)->remove, error);
  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);

  return liaison_sql_run (sql, error);
}
