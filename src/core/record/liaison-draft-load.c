/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-draft-private.h"

#include "liaison-sql-private.h"

/* What a form calls the records that its own refer to; NULL for kinds that nothing in a form refers to. */
static const char * const name_of[LIAISON_N_KINDS] = {
  [LIAISON_KIND_ORGANISATION] = "SELECT name FROM organisation WHERE uuid = ?1",
  [LIAISON_KIND_CONTACT] = "SELECT name FROM contact WHERE uuid = ?1",
  [LIAISON_KIND_POST] = "SELECT title FROM post WHERE uuid = ?1",
  [LIAISON_KIND_TOPIC] = "SELECT name FROM topic WHERE uuid = ?1",
  [LIAISON_KIND_ENGAGEMENT] = "SELECT title FROM engagement WHERE uuid = ?1",
  [LIAISON_KIND_READOUT] = "SELECT CASE WHEN title <> '' THEN title WHEN address <> '' THEN address ELSE issuer END FROM readout WHERE uuid = ?1",
  [LIAISON_KIND_STATED_TOTAL] = "SELECT text FROM stated_total WHERE uuid = ?1",
};

typedef struct
{
  LiaisonDb *db;
  GError    *error;
} NameReader;

static void
read_name (LiaisonDraft *self,
           LiaisonKind   target,
           const char   *uuid,
           gpointer      user_data)
{
  NameReader *reader = user_data;
  g_autoptr (LiaisonSql) sql = NULL;

  if (reader->error != NULL || name_of[target] == NULL || *liaison_draft_get_name (self, uuid) != '\0')
    return;

  sql = liaison_sql_new (reader->db, name_of[target], &reader->error);
  if (sql == NULL)
    return;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &reader->error))
    liaison_draft_set_name (self, uuid, liaison_sql_get_text (sql, 0));
}

static gboolean
load_parts (LiaisonDraft  *self,
            LiaisonDb     *db,
            GError       **error)
{
  LiaisonRecord *record = liaison_draft_get_record (self);

  for (const LiaisonDraftPart *kind = liaison_draft_parts; kind->owner != kind->kind; kind++)
    {
      g_autoptr (GPtrArray) parts = NULL;

      if (kind->owner != liaison_record_get_kind (record))
        continue;

      parts = liaison_record_load_owned (db, kind->kind, kind->field, liaison_record_get_uuid (record), error);
      if (parts == NULL)
        return FALSE;

      for (guint i = 0; i < parts->len; i++)
        liaison_draft_take_stored (self, parts->pdata[i]);
    }

  return TRUE;
}

LiaisonDraft *
liaison_draft_load (LiaisonDb    *db,
                    LiaisonKind   kind,
                    const char   *uuid,
                    GError      **error)
{
  g_autoptr (LiaisonRecord) record = liaison_record_load (db, kind, uuid, error);
  g_autoptr (LiaisonDraft) self = NULL;
  NameReader reader = { db, NULL };

  if (record == NULL)
    return NULL;

  self = liaison_draft_new (record);
  liaison_draft_take_stored (self, record);
  if (!load_parts (self, db, error))
    return NULL;

  liaison_draft_foreach_link (self, read_name, &reader);
  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }
  liaison_draft_set_clean (self);

  return g_steal_pointer (&self);
}

/* When it was made does not count: who edits a report does not carry it along. */
static gboolean
says_same (const LiaisonRecord *one,
           const LiaisonRecord *other)
{
  g_autoptr (LiaisonRecord) copy = liaison_record_copy (one);

  liaison_record_set_created (copy, liaison_record_get_created (other));

  return liaison_record_equal (copy, other);
}

static gboolean
has_same (GPtrArray           *records,
          const LiaisonRecord *record)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (g_strcmp0 (liaison_record_get_uuid (records->pdata[i]), liaison_record_get_uuid (record)) == 0)
        return says_same (records->pdata[i], record);
    }

  return FALSE;
}

gboolean
liaison_draft_is_stored (LiaisonDraft *self,
                         LiaisonDb    *db)
{
  LiaisonRecord *record = liaison_draft_get_record (self);
  g_autoptr (LiaisonDraft) stored = liaison_draft_load (db, liaison_record_get_kind (record), liaison_record_get_uuid (record), NULL);
  gboolean same = stored != NULL && says_same (liaison_draft_get_record (stored), record);

  for (const LiaisonDraftPart *kind = liaison_draft_parts; same && kind->owner != kind->kind; kind++)
    {
      g_autoptr (GPtrArray) parts = liaison_draft_list_parts (self, kind->kind);
      g_autoptr (GPtrArray) others = liaison_draft_list_parts (stored, kind->kind);

      same = parts->len == others->len;
      for (guint i = 0; same && i < parts->len; i++)
        same = has_same (others, parts->pdata[i]);
    }

  return same;
}
