/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-cache-private.h"

typedef struct
{
  LiaisonRowData *data;
  guint           age;
  GList           link; /* in the order of use */
} Entry;

struct _LiaisonRowCache
{
  GHashTable *entries; /* id → Entry */
  GQueue      used;    /* the latest first */
  guint       most;
  guint       age;     /* how often the store has changed */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  liaison_row_data_unref (entry->data);
  g_free (entry);
}

static void
use (LiaisonRowCache *self,
     Entry           *entry)
{
  g_queue_unlink (&self->used, &entry->link);
  g_queue_push_head_link (&self->used, &entry->link);
}

LiaisonRowCache *
liaison_row_cache_new (guint most)
{
  LiaisonRowCache *self = g_new0 (LiaisonRowCache, 1);

  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->most = most;
  g_queue_init (&self->used);

  return self;
}

void
liaison_row_cache_free (LiaisonRowCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

LiaisonRowData *
liaison_row_cache_get (LiaisonRowCache *self,
                       gint32           id,
                       gboolean        *fresh)
{
  Entry *entry = g_hash_table_lookup (self->entries, GINT_TO_POINTER (id));

  *fresh = entry != NULL && entry->age == self->age;
  if (entry == NULL)
    return NULL;

  use (self, entry);

  return entry->data;
}

void
liaison_row_cache_put (LiaisonRowCache *self,
                       LiaisonRowData  *data)
{
  Entry *entry;

  liaison_row_cache_remove (self, data->id);
  if (self->used.length >= self->most)
    liaison_row_cache_remove (self, ((Entry *) self->used.tail->data)->data->id);

  entry = g_new0 (Entry, 1);
  entry->data = liaison_row_data_ref (data);
  entry->age = self->age;
  entry->link.data = entry;
  g_queue_push_head_link (&self->used, &entry->link);
  g_hash_table_insert (self->entries, GINT_TO_POINTER (data->id), entry);
}

void
liaison_row_cache_remove (LiaisonRowCache *self,
                          gint32           id)
{
  Entry *entry = g_hash_table_lookup (self->entries, GINT_TO_POINTER (id));

  if (entry == NULL)
    return;

  g_queue_unlink (&self->used, &entry->link);
  g_hash_table_remove (self->entries, GINT_TO_POINTER (id));
}

void
liaison_row_cache_age (LiaisonRowCache *self)
{
  self->age++;
}

guint
liaison_row_cache_get_size (LiaisonRowCache *self)
{
  return self->used.length;
}
