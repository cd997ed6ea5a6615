/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-draft-private.h"

#include "liaison-fold.h"

G_DEFINE_FINAL_TYPE (LiaisonDraft, liaison_draft, G_TYPE_OBJECT)

const LiaisonDraftPart liaison_draft_parts[] = {
  { LIAISON_KIND_CONTACT, LIAISON_KIND_POST, LIAISON_POST_CONTACT },
  { LIAISON_KIND_CONTACT, LIAISON_KIND_DISTINCTION, LIAISON_DISTINCTION_CONTACT },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_PARTICIPATION, LIAISON_PARTICIPATION_ENGAGEMENT },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_READOUT, LIAISON_READOUT_ENGAGEMENTS },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_FOLLOW_UP, LIAISON_FOLLOW_UP_ENGAGEMENT },
  { LIAISON_KIND_ORGANISATION, LIAISON_KIND_MEMBERSHIP, LIAISON_MEMBERSHIP_GROUPING },
  { LIAISON_KIND_REPORT, LIAISON_KIND_HIGHLIGHT, LIAISON_HIGHLIGHT_REPORT },
  { 0 },
};

G_STATIC_ASSERT (LIAISON_KIND_ORGANISATION == 0);

static void
liaison_draft_finalize (GObject *object)
{
  LiaisonDraft *self = LIAISON_DRAFT (object);

  liaison_record_unref (self->record);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->additions);
  g_ptr_array_unref (self->detached);
  g_hash_table_unref (self->stored);
  g_hash_table_unref (self->clean);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (liaison_draft_parent_class)->finalize (object);
}

static void
liaison_draft_class_init (LiaisonDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_draft_finalize;
}

static void
liaison_draft_init (LiaisonDraft *self)
{
  GDestroyNotify free_record = (GDestroyNotify) liaison_record_unref;

  self->parts = g_ptr_array_new_with_free_func (free_record);
  self->additions = g_ptr_array_new_with_free_func (free_record);
  self->detached = g_ptr_array_new_with_free_func (free_record);
  self->stored = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_record);
  self->clean = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_record);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
liaison_draft_remember (GHashTable          *table,
                        const LiaisonRecord *record)
{
  LiaisonRecord *copy = liaison_record_copy (record);

  /* The key lives as long as the copy does. */
  g_hash_table_replace (table, (char *) liaison_record_get_uuid (copy), copy);
}

LiaisonDraft *
liaison_draft_new (LiaisonRecord *record)
{
  LiaisonDraft *self = g_object_new (LIAISON_TYPE_DRAFT, NULL);

  self->record = liaison_record_ref (record);
  liaison_draft_set_clean (self);

  return self;
}

LiaisonDraft *
liaison_draft_new_of (GPtrArray *records,
                      GPtrArray *stored)
{
  LiaisonDraft *self;

  g_return_val_if_fail (records->len > 0, NULL);

  self = liaison_draft_new (records->pdata[0]);
  for (guint i = 1; i < records->len; i++)
    g_ptr_array_add (self->parts, liaison_record_ref (records->pdata[i]));
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    liaison_draft_remember (self->stored, stored->pdata[i]);

  return self;
}

void
liaison_draft_take_stored (LiaisonDraft  *self,
                           LiaisonRecord *part)
{
  liaison_draft_remember (self->stored, part);
  if (part != self->record)
    g_ptr_array_add (self->parts, liaison_record_ref (part));
}

LiaisonRecord *
liaison_draft_find_stored (LiaisonDraft *self,
                           const char   *uuid)
{
  return g_hash_table_lookup (self->stored, uuid);
}

void
liaison_draft_forget_stored (LiaisonDraft *self,
                             const char   *uuid)
{
  g_hash_table_remove (self->stored, uuid);
}

gboolean
liaison_draft_is_new (LiaisonDraft *self)
{
  g_return_val_if_fail (LIAISON_IS_DRAFT (self), FALSE);

  return !g_hash_table_contains (self->stored, liaison_record_get_uuid (self->record));
}

LiaisonRecord *
liaison_draft_get_record (LiaisonDraft *self)
{
  g_return_val_if_fail (LIAISON_IS_DRAFT (self), NULL);

  return self->record;
}

GPtrArray *
liaison_draft_list_parts (LiaisonDraft *self,
                          LiaisonKind   kind)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < self->parts->len; i++)
    {
      if (liaison_record_get_kind (self->parts->pdata[i]) == kind)
        g_ptr_array_add (parts, self->parts->pdata[i]);
    }

  return parts;
}

/* Which field of a part names the draft's record. */
static guint
get_owner_field (LiaisonDraft        *self,
                 const LiaisonRecord *part)
{
  for (const LiaisonDraftPart *kind = liaison_draft_parts; kind->owner != kind->kind; kind++)
    {
      if (kind->owner == liaison_record_get_kind (self->record) && kind->kind == liaison_record_get_kind (part))
        return kind->field;
    }

  g_return_val_if_reached (0);
}

static gboolean
is_linked_by_list (const LiaisonRecord *part,
                   guint                field)
{
  return liaison_field_is_list (&liaison_kind_get_info (liaison_record_get_kind (part))->fields[field]);
}

static gint64
get_last_position (LiaisonDraft *self)
{
  g_autoptr (GPtrArray) parts = liaison_draft_list_parts (self, LIAISON_KIND_PARTICIPATION);
  gint64 last = 0;

  for (guint i = 0; i < parts->len; i++)
    last = MAX (last, liaison_record_get_integer (parts->pdata[i], LIAISON_PARTICIPATION_POSITION));

  return last;
}

void
liaison_draft_add_part (LiaisonDraft  *self,
                        LiaisonRecord *part)
{
  const char *owners[] = { liaison_record_get_uuid (self->record), NULL };
  guint field = get_owner_field (self, part);

  g_return_if_fail (LIAISON_IS_DRAFT (self));
  g_return_if_fail (part != NULL);

  if (is_linked_by_list (part, field))
    liaison_record_set_list (part, field, owners);
  else
    liaison_record_set_text (part, field, owners[0]);
  if (liaison_record_get_kind (part) == LIAISON_KIND_PARTICIPATION)
    liaison_record_set_integer (part, LIAISON_PARTICIPATION_POSITION, get_last_position (self) + 1);

  g_ptr_array_add (self->parts, liaison_record_ref (part));
}

/* Takes the link to the draft's record out of a part that has links to others, too. */
static gboolean
detach (LiaisonDraft  *self,
        LiaisonRecord *part)
{
  guint field = get_owner_field (self, part);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  if (!is_linked_by_list (part, field))
    return FALSE;

  for (const char * const *link = liaison_record_get_list (part, field); *link != NULL; link++)
    {
      if (!g_str_equal (*link, liaison_record_get_uuid (self->record)))
        g_ptr_array_add (others, g_strdup (*link));
    }
  if (others->len == 0)
    return FALSE;

  g_ptr_array_set_free_func (others, g_free);
  g_ptr_array_add (others, NULL);
  liaison_record_set_list (part, field, (const char * const *) others->pdata);
  g_ptr_array_add (self->detached, liaison_record_ref (part));

  return TRUE;
}

void
liaison_draft_remove_part (LiaisonDraft  *self,
                           LiaisonRecord *part)
{
  g_return_if_fail (LIAISON_IS_DRAFT (self));
  g_return_if_fail (part != NULL);

  detach (self, part);
  g_ptr_array_remove (self->parts, part);
}

static gboolean
is_of_side (LiaisonRecord *part,
            gint64         side)
{
  return liaison_record_get_kind (part) == LIAISON_KIND_PARTICIPATION
    && liaison_record_get_integer (part, LIAISON_PARTICIPATION_SIDE) == side;
}

/* Positions that come from elsewhere need not be all different. */
static void
number_participations (LiaisonDraft *self)
{
  g_autoptr (GPtrArray) parts = liaison_draft_list_parts (self, LIAISON_KIND_PARTICIPATION);

  for (guint i = 0; i < parts->len; i++)
    liaison_record_set_integer (parts->pdata[i], LIAISON_PARTICIPATION_POSITION, i + 1);
}

gboolean
liaison_draft_move_part (LiaisonDraft  *self,
                         LiaisonRecord *part,
                         guint          place)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  gint64 side = liaison_record_get_integer (part, LIAISON_PARTICIPATION_SIDE);
  guint own;
  guint next = 0;

  g_return_val_if_fail (LIAISON_IS_DRAFT (self), FALSE);

  if (!g_ptr_array_find (self->parts, part, &own))
    return FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      if (i == own)
        next = others->len;
      else if (is_of_side (self->parts->pdata[i], side))
        g_ptr_array_add (others, self->parts->pdata[i]);
    }
  place = MIN (place, others->len);
  if (place == next)
    return FALSE;

  /* Before the one that comes next, or behind the last. */
  g_ptr_array_steal_index (self->parts, own);
  g_ptr_array_find (self->parts, others->pdata[MIN (place, others->len - 1)], &next);
  g_ptr_array_insert (self->parts, (int) next + (place == others->len), part);
  number_participations (self);

  return TRUE;
}

void
liaison_draft_add_new (LiaisonDraft  *self,
                       LiaisonRecord *record)
{
  g_return_if_fail (LIAISON_IS_DRAFT (self));

  g_ptr_array_add (self->additions, liaison_record_ref (record));
}

static gboolean
is_topic_called (const LiaisonRecord *record,
                 const char          *folded)
{
  g_autofree char *name = liaison_record_get_kind (record) == LIAISON_KIND_TOPIC ? liaison_fold (liaison_record_get_text (record, LIAISON_TOPIC_NAME))
                                                                                 : NULL;

  return g_strcmp0 (name, folded) == 0;
}

LiaisonRecord *
liaison_draft_take_topic (LiaisonDraft *self,
                          const char   *name)
{
  g_autofree char *folded = liaison_fold (name);
  LiaisonRecord *topic;

  g_return_val_if_fail (LIAISON_IS_DRAFT (self), NULL);

  for (guint i = 0; i < self->additions->len; i++)
    {
      if (is_topic_called (self->additions->pdata[i], folded))
        return self->additions->pdata[i];
    }

  topic = liaison_record_new (LIAISON_KIND_TOPIC, NULL);
  liaison_record_set_text (topic, LIAISON_TOPIC_NAME, name);
  g_ptr_array_add (self->additions, topic);
  liaison_draft_set_name (self, liaison_record_get_uuid (topic), name);

  return topic;
}

LiaisonRecord *
liaison_draft_find_new (LiaisonDraft *self,
                        const char   *uuid)
{
  g_return_val_if_fail (LIAISON_IS_DRAFT (self), NULL);

  for (guint i = 0; i < self->additions->len; i++)
    {
      if (g_strcmp0 (liaison_record_get_uuid (self->additions->pdata[i]), uuid) == 0)
        return self->additions->pdata[i];
    }

  return NULL;
}

const char *
liaison_draft_get_name (LiaisonDraft *self,
                        const char   *uuid)
{
  const char *name = uuid != NULL ? g_hash_table_lookup (self->names, uuid) : NULL;

  return name != NULL ? name : "";
}

void
liaison_draft_set_name (LiaisonDraft *self,
                        const char   *uuid,
                        const char   *name)
{
  g_return_if_fail (LIAISON_IS_DRAFT (self));
  g_return_if_fail (uuid != NULL && name != NULL);

  g_hash_table_replace (self->names, g_strdup (uuid), g_strdup (name));
}

const char *
liaison_draft_get_text (LiaisonDraft *self,
                        const char   *place)
{
  const char *text;

  g_return_val_if_fail (LIAISON_IS_DRAFT (self), "");

  text = g_hash_table_lookup (self->texts, place);

  return text != NULL ? text : "";
}

void
liaison_draft_set_text (LiaisonDraft *self,
                        const char   *place,
                        const char   *text)
{
  g_return_if_fail (LIAISON_IS_DRAFT (self));
  g_return_if_fail (place != NULL && text != NULL);

  if (*text != '\0')
    g_hash_table_replace (self->texts, g_strdup (place), g_strdup (text));
  else
    g_hash_table_remove (self->texts, place);
}

gboolean
liaison_draft_has_texts (LiaisonDraft *self)
{
  g_return_val_if_fail (LIAISON_IS_DRAFT (self), FALSE);

  return g_hash_table_size (self->texts) > 0;
}

gboolean
liaison_draft_has_texts_at (LiaisonDraft *self,
                            const char   *beginning)
{
  GHashTableIter iter;
  gpointer place;

  g_return_val_if_fail (LIAISON_IS_DRAFT (self), FALSE);

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      if (g_str_has_prefix (place, beginning))
        return TRUE;
    }

  return FALSE;
}
