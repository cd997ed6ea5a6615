/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-loader-private.h"

#include "liaison-row-cache-private.h"

#define MOST_PAGES 32

/* One is read while the other one's way back and forth goes by; more would only be a queue of what may no longer be wanted. */
#define MOST_AT_ONCE 2

struct _LiaisonRowLoader
{
  LiaisonStore                *store;
  LiaisonEntity                entity;
  const LiaisonRowLoaderOwner *funcs;
  gpointer                     owner;
  LiaisonRowCache             *cache;
  GQueue                       wanted;      /* pages, the latest first */
  GHashTable                  *under_way;   /* pages */
  GPtrArray                   *requests;    /* not over yet */
  guint                        age;
  guint                        generation;  /* of what stands on the pages */
};

typedef struct
{
  LiaisonRowLoader *loader;      /* NULL once it has gone */
  LiaisonEntity     entity;
  guint             page;
  guint             age;
  guint             generation;
  guint             n_ids;
  gint32            ids[LIAISON_ROWS_PER_PAGE];
} Request;

static void next_page (LiaisonRowLoader *self);

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;

  return liaison_row_data_load (db, request->entity, request->ids, request->n_ids, error);
}

static void
keep (LiaisonRowLoader *self,
      const Request    *request,
      GPtrArray        *rows)
{
  /* What was not found has been deleted. */
  for (guint i = 0; i < request->n_ids; i++)
    liaison_row_cache_remove (self->cache, request->ids[i]);
  for (guint i = 0; i < rows->len; i++)
    liaison_row_cache_put (self->cache, g_ptr_array_index (rows, i));
}

static void
take (LiaisonRowLoader *self,
      const Request    *request,
      GPtrArray        *rows,
      const GError     *error)
{
  /* The store has changed since: whoever wanted the page has asked again. */
  if (request->age != self->age)
    return;

  if (request->generation == self->generation)
    g_hash_table_remove (self->under_way, GUINT_TO_POINTER (request->page));

  if (rows != NULL)
    {
      keep (self, request, rows);
      self->funcs->loaded (self->owner, request->page);
    }
  else
    {
      self->funcs->failed (self->owner, error);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Request *request = data;
  LiaisonRowLoader *self = request->loader;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = liaison_store_run_finish (LIAISON_STORE (source), result, &error);

  if (self == NULL)
    return;

  g_ptr_array_remove_fast (self->requests, request);
  next_page (self);
  take (self, request, rows, error);
}

static void
send (LiaisonRowLoader *self,
      Request          *request)
{
  Request *copy = g_memdup2 (request, sizeof *request);

  g_ptr_array_add (self->requests, request);
  g_hash_table_add (self->under_way, GUINT_TO_POINTER (request->page));
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, load_job, copy, g_free, (GDestroyNotify) g_ptr_array_unref, NULL,
                           loaded_cb, request);
}

static void
next_page (LiaisonRowLoader *self)
{
  while (self->requests->len < MOST_AT_ONCE && self->wanted.length > 0)
    {
      g_autofree Request *request = g_new0 (Request, 1);

      request->loader = self;
      request->entity = self->entity;
      request->page = GPOINTER_TO_UINT (g_queue_pop_head (&self->wanted));
      request->age = self->age;
      request->generation = self->generation;
      request->n_ids = self->funcs->collect (self->owner, request->page, request->ids);
      if (request->n_ids > 0)
        send (self, g_steal_pointer (&request));
    }
}

LiaisonRowLoader *
liaison_row_loader_new (LiaisonStore                *store,
                        LiaisonEntity                entity,
                        const LiaisonRowLoaderOwner *funcs,
                        gpointer                     owner)
{
  LiaisonRowLoader *self = g_new0 (LiaisonRowLoader, 1);

  self->store = g_object_ref (store);
  self->entity = entity;
  self->funcs = funcs;
  self->owner = owner;
  self->cache = liaison_row_cache_new (MOST_PAGES * LIAISON_ROWS_PER_PAGE);
  self->under_way = g_hash_table_new (NULL, NULL);
  self->requests = g_ptr_array_new ();
  g_queue_init (&self->wanted);

  return self;
}

void
liaison_row_loader_free (LiaisonRowLoader *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    ((Request *) g_ptr_array_index (self->requests, i))->loader = NULL;

  g_ptr_array_unref (self->requests);
  g_hash_table_unref (self->under_way);
  g_queue_clear (&self->wanted);
  liaison_row_cache_free (self->cache);
  g_object_unref (self->store);
  g_free (self);
}

LiaisonRowData *
liaison_row_loader_get (LiaisonRowLoader *self,
                        gint32            id,
                        gboolean         *fresh)
{
  return liaison_row_cache_get (self->cache, id, fresh);
}

void
liaison_row_loader_want (LiaisonRowLoader *self,
                         guint             page,
                         gboolean          soon)
{
  if (g_hash_table_contains (self->under_way, GUINT_TO_POINTER (page)))
    return;

  if (soon)
    {
      g_queue_remove (&self->wanted, GUINT_TO_POINTER (page));
      g_queue_push_head (&self->wanted, GUINT_TO_POINTER (page));
    }
  else if (!g_queue_find (&self->wanted, GUINT_TO_POINTER (page)))
    {
      g_queue_push_tail (&self->wanted, GUINT_TO_POINTER (page));
    }
  next_page (self);
}

void
liaison_row_loader_hurry (LiaisonRowLoader *self,
                          guint             page)
{
  if (g_queue_remove (&self->wanted, GUINT_TO_POINTER (page)))
    g_queue_push_head (&self->wanted, GUINT_TO_POINTER (page));
}

void
liaison_row_loader_forget_pages (LiaisonRowLoader *self)
{
  self->generation++;
  g_queue_clear (&self->wanted);
  g_hash_table_remove_all (self->under_way);
}

void
liaison_row_loader_age (LiaisonRowLoader *self)
{
  self->age++;
  liaison_row_cache_age (self->cache);
  liaison_row_loader_forget_pages (self);
}

guint
liaison_row_loader_get_n_kept (LiaisonRowLoader *self)
{
  return liaison_row_cache_get_size (self->cache);
}
