/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-loader-private.h"

#include "liaison-derive-load-private.h"
#include "liaison-insert-private.h"
#include "liaison-keys-private.h"
#include "liaison-record-statements-private.h"
#include "liaison-uuid-filter-private.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows by one statement, and how much text they may hold at most before they are written. */
#define MOST_ROWS 32
#define MOST_BYTES (4 * 1024 * 1024)

typedef struct
{
  LiaisonRecord *record;
  guint8         uuid[16];
  gint64         id;
  gint64        *links;
} Row;

/* The records of a kind that wait. */
typedef struct
{
  Row    rows[MOST_ROWS];
  guint  n_rows;
  gsize  n_bytes;
  gint64 last_id;
  char  *insert_one;
  char  *insert_all;
} Queue;

struct _LiaisonLoader
{
  LiaisonDb         *db;
  gint64             batch;
  LiaisonKeys       *keys;
  LiaisonUuidFilter *uuids; /* of all records, those of the store included */
  LiaisonDeriveLoad *derive;
  Queue              queues[LIAISON_N_KINDS];
};

/* Where the keys of a kind end, used and deleted ones. */
static gboolean
read_last_id (LiaisonLoader  *loader,
              LiaisonKind     kind,
              GError        **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT seq FROM sqlite_sequence WHERE name = '%s'", liaison_kind_get_info (kind)->name);

  return liaison_sql_query_integer (loader->db, text, 0, &loader->queues[kind].last_id, error);
}

static gboolean
read_uuids (LiaisonLoader  *loader,
            LiaisonKind     kind,
            GError        **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT uuid FROM %s", liaison_kind_get_info (kind)->name);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (loader->db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      g_autofree char *uuid = liaison_sql_dup_uuid (sql, 0);
      guint8 bytes[16];

      if (liaison_uuid_parse (uuid, bytes))
        liaison_uuid_filter_add (loader->uuids, bytes);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

LiaisonLoader *
liaison_loader_new (LiaisonDb  *db,
                    gint64      batch,
                    GError    **error)
{
  g_autoptr (LiaisonLoader) loader = g_new0 (LiaisonLoader, 1);

  loader->db = db;
  loader->batch = batch;
  loader->keys = liaison_keys_new ();
  loader->uuids = liaison_uuid_filter_new ();
  loader->derive = liaison_derive_load_new (db, error);
  if (loader->derive == NULL)
    return NULL;
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      loader->queues[kind].insert_one = liaison_insert_new (kind, 1);
      loader->queues[kind].insert_all = liaison_insert_new (kind, MOST_ROWS);
      if (!read_last_id (loader, kind, error) || !read_uuids (loader, kind, error))
        return NULL;
    }

  return g_steal_pointer (&loader);
}

static void
clear_queue (Queue *queue)
{
  for (guint i = 0; i < queue->n_rows; i++)
    {
      liaison_record_unref (queue->rows[i].record);
      g_free (queue->rows[i].links);
    }
  queue->n_rows = 0;
  queue->n_bytes = 0;
}

void
liaison_loader_free (LiaisonLoader *loader)
{
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      clear_queue (&loader->queues[kind]);
      g_free (loader->queues[kind].insert_one);
      g_free (loader->queues[kind].insert_all);
    }
  liaison_keys_free (loader->keys);
  liaison_uuid_filter_free (loader->uuids);
  g_clear_pointer (&loader->derive, liaison_derive_load_free);
  g_free (loader);
}

static gboolean
insert_rows (LiaisonLoader  *loader,
             LiaisonKind     kind,
             const char     *text,
             const Row      *rows,
             guint           n_rows,
             GError        **error)
{
  int stride = liaison_insert_get_stride (kind);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (loader->db, text, error);

  if (sql == NULL)
    return FALSE;

  for (guint i = 0; i < n_rows; i++)
    {
      int first = 1 + i * stride;

      liaison_sql_bind_integer (sql, first, rows[i].id);
      liaison_record_bind (sql, first + 1, rows[i].record, rows[i].uuid, loader->batch, rows[i].links);
      if (kind == LIAISON_KIND_PARTICIPATION
          && !liaison_derive_load_bind (loader->derive, sql, first + liaison_insert_get_first_derived (kind), rows[i].record, rows[i].links, error))
        return FALSE;
    }

  return liaison_sql_run (sql, error);
}

static gboolean flush_queue (LiaisonLoader *loader, LiaisonKind kind, GError **error);

/* Participations are derived from what has come in before them. */
static gboolean
flush_before (LiaisonLoader  *loader,
              LiaisonKind     kind,
              GError        **error)
{
  for (LiaisonKind earlier = 0; kind == LIAISON_KIND_PARTICIPATION && earlier < kind; earlier++)
    {
      if (!flush_queue (loader, earlier, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
flush_queue (LiaisonLoader  *loader,
             LiaisonKind     kind,
             GError        **error)
{
  Queue *queue = &loader->queues[kind];
  guint at_once = queue->n_rows == MOST_ROWS ? MOST_ROWS : 1;

  if (queue->n_rows == 0)
    return TRUE;
  if (!flush_before (loader, kind, error))
    return FALSE;

  for (guint i = 0; i < queue->n_rows; i += at_once)
    {
      if (!insert_rows (loader, kind, at_once > 1 ? queue->insert_all : queue->insert_one, &queue->rows[i], at_once, error))
        return FALSE;
    }
  for (guint i = 0; i < queue->n_rows; i++)
    {
      if (!liaison_record_write_links (loader->db, queue->rows[i].record, NULL, queue->rows[i].id, queue->rows[i].links, error))
        return FALSE;
    }
  clear_queue (queue);

  return TRUE;
}

gboolean
liaison_loader_flush (LiaisonLoader  *loader,
                      GError        **error)
{
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      if (!flush_queue (loader, kind, error))
        return FALSE;
    }

  return TRUE;
}

/* The key of a record that waits; 0 where it does not. */
static gint64
find_waiting (LiaisonLoader *loader,
              LiaisonKind    kind,
              const guint8   uuid[16])
{
  const Queue *queue = &loader->queues[kind];

  for (guint i = 0; i < queue->n_rows; i++)
    {
      if (memcmp (queue->rows[i].uuid, uuid, sizeof queue->rows[i].uuid) == 0)
        return queue->rows[i].id;
    }

  return 0;
}

static gboolean
resolve (gpointer             data,
         const LiaisonField  *field,
         const char          *uuid,
         gint64              *id,
         GError             **error)
{
  LiaisonLoader *loader = data;
  guint8 bytes[16] = { 0 };

  liaison_uuid_parse (uuid, bytes);
  *id = liaison_keys_find (loader->keys, field->target, bytes);
  if (*id != 0)
    return TRUE;

  *id = find_waiting (loader, field->target, bytes);
  if (*id == 0 && !liaison_record_resolve (loader->db, field, uuid, id, error))
    return FALSE;
  liaison_keys_add (loader->keys, field->target, bytes, *id);

  return TRUE;
}

/* Writes the record of a UUID if it is among those that wait, so that the store can tell of it. */
static gboolean
flush_waiting (LiaisonLoader  *loader,
               const guint8    uuid[16],
               GError        **error)
{
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      if (find_waiting (loader, kind, uuid) != 0)
        return flush_queue (loader, kind, error);
    }

  return TRUE;
}

static gboolean
is_there (LiaisonLoader        *loader,
          const LiaisonRecord  *record,
          const guint8          uuid[16],
          gboolean             *there,
          GError              **error)
{
  LiaisonKind kind = LIAISON_N_KINDS;

  *there = FALSE;
  if (!liaison_uuid_filter_has (loader->uuids, uuid))
    return TRUE;

  if (!flush_waiting (loader, uuid, error)
      || !liaison_record_find_kind (loader->db, liaison_record_get_uuid (record), &kind, error))
    return FALSE;

  *there = kind == liaison_record_get_kind (record);
  if (*there || kind == LIAISON_N_KINDS)
    return TRUE;

  liaison_record_set_error_other_kind (liaison_record_get_uuid (record), kind, error);

  return FALSE;
}

static gsize
count_bytes (const LiaisonRecord *record)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));
  gsize n_bytes = 0;

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (liaison_field_is_text (&info->fields[i]))
        n_bytes += strlen (liaison_record_get_text (record, i));
    }

  return n_bytes;
}

static gboolean
add_row (LiaisonLoader  *loader,
         LiaisonRecord  *record,
         const guint8    uuid[16],
         GError        **error)
{
  LiaisonKind kind = liaison_record_get_kind (record);
  Queue *queue = &loader->queues[kind];
  gint64 *links = liaison_record_resolve_links (record, resolve, loader, error);
  Row *row;

  if (links == NULL)
    return FALSE;

  row = &queue->rows[queue->n_rows++];
  row->record = liaison_record_ref (record);
  row->id = ++queue->last_id;
  row->links = links;
  memcpy (row->uuid, uuid, sizeof row->uuid);
  liaison_keys_add (loader->keys, kind, uuid, row->id);
  liaison_uuid_filter_add (loader->uuids, uuid);
  queue->n_bytes += count_bytes (record);

  return (queue->n_rows < MOST_ROWS && queue->n_bytes < MOST_BYTES) || flush_queue (loader, kind, error);
}

gboolean
liaison_loader_put (LiaisonLoader  *loader,
                    LiaisonRecord  *record,
                    gboolean       *is_new,
                    GError        **error)
{
  guint8 uuid[16];
  gboolean there;

  *is_new = FALSE;
  if (!liaison_uuid_parse (liaison_record_get_uuid (record), uuid))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("“%s” is not a UUID."), liaison_record_get_uuid (record));
      return FALSE;
    }
  if (!is_there (loader, record, uuid, &there, error))
    return FALSE;

  *is_new = !there;

  return there || add_row (loader, record, uuid, error);
}
