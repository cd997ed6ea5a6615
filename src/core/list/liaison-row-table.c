/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-table-private.h"

#include "liaison-row-loader-private.h"
#include "liaison-row-private.h"

/* How many rows out of view are told at a time. */
#define TOLD_AT_ONCE 10

struct _LiaisonRowTable
{
  GHashTable            *rows;    /* position → LiaisonRow, those that somebody holds; not owned */
  GArray                *ids;     /* gint32; may be fewer than there are items */
  GPtrArray             *heads;   /* LiaisonRowData of the ids below 0; NULL where there are none */
  guint                  n_items;
  guint                  view_first; /* a position */
  guint                  view_end;
  GHashTable            *untold;  /* rows out of view that show something else; owned */
  guint                  tell_source;
  LiaisonRowLoader      *loader;
  LiaisonRowTableFailed  failed;
  gpointer               user_data;
};

static LiaisonRow *
look_up (LiaisonRowTable *self,
         guint            position)
{
  return g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
}

static gboolean
is_in_view (LiaisonRowTable *self,
            LiaisonRow      *row)
{
  guint position = liaison_row_get_position (row);

  return position >= self->view_first && position < self->view_end;
}

static void
want_page_of (LiaisonRowTable *self,
              LiaisonRow      *row,
              gboolean         soon)
{
  liaison_row_loader_want (self->loader, liaison_row_get_position (row) / LIAISON_ROWS_PER_PAGE, soon);
}

/* Takes some that are to be told: those in view, or else a few of the others. */
static GPtrArray *
take_untold (LiaisonRowTable *self)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->untold);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      if (is_in_view (self, row))
        g_ptr_array_add (taken, g_object_ref (row));
    }

  g_hash_table_iter_init (&iter, self->untold);
  while (taken->len < TOLD_AT_ONCE && g_hash_table_iter_next (&iter, &row, NULL))
    g_ptr_array_add (taken, g_object_ref (row));

  for (guint i = 0; i < taken->len; i++)
    g_hash_table_remove (self->untold, g_ptr_array_index (taken, i));

  return taken;
}

/* Whoever is told may do away with the table. */
static void
tell (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    liaison_row_tell (g_ptr_array_index (rows, i));
}

static void tell_later (LiaisonRowTable *self, int priority);

static gboolean
tell_cb (gpointer data)
{
  LiaisonRowTable *self = data;
  g_autoptr (GPtrArray) rows = take_untold (self);

  self->tell_source = 0;
  if (g_hash_table_size (self->untold) > 0)
    tell_later (self, G_PRIORITY_DEFAULT_IDLE);
  tell (rows);

  return G_SOURCE_REMOVE;
}

static void
tell_later (LiaisonRowTable *self,
            int              priority)
{
  g_clear_handle_id (&self->tell_source, g_source_remove);
  self->tell_source = g_idle_add_full (priority, tell_cb, self, NULL);
}

/* Rows in view, and those that have gone, are told at once. */
static void
note_change (LiaisonRowTable *self,
             LiaisonRow      *row,
             GPtrArray       *at_once)
{
  if (is_in_view (self, row) || liaison_row_get_position (row) >= self->n_items)
    {
      /* Nobody else may hold it any more. */
      g_ptr_array_add (at_once, g_object_ref (row));
      g_hash_table_remove (self->untold, row);
      return;
    }

  g_hash_table_add (self->untold, g_object_ref (row));
  if (self->tell_source == 0)
    tell_later (self, G_PRIORITY_DEFAULT_IDLE);
}

/* What is known of what stands behind a key; heads of groups are always known, and fresh. */
static LiaisonRowData *
get_data (LiaisonRowTable *self,
          gint32           id,
          gboolean        *fresh)
{
  if (id > 0)
    return liaison_row_loader_get (self->loader, id, fresh);

  *fresh = TRUE;

  return id < 0 && self->heads != NULL && -(gint64) id <= self->heads->len ? g_ptr_array_index (self->heads, -id - 1) : NULL;
}

static void
want_cb (gpointer    owner,
         LiaisonRow *row)
{
  LiaisonRowTable *self = owner;
  gint32 id = liaison_row_get_id (row);
  gboolean fresh;
  LiaisonRowData *data;

  if (id == 0)
    return;

  data = get_data (self, id, &fresh);
  if (data != NULL)
    liaison_row_set_record (row, id, data);
  if (!fresh)
    want_page_of (self, row, TRUE);
}

static void
gone_cb (gpointer    owner,
         LiaisonRow *row)
{
  LiaisonRowTable *self = owner;

  g_hash_table_remove (self->rows, GUINT_TO_POINTER (liaison_row_get_position (row)));
}

static const LiaisonRowHooks row_hooks = { want_cb, gone_cb };

/* What is known already, of a neighbouring page for example, is not loaded again. */
static guint
collect_cb (gpointer  owner,
            guint     page,
            gint32   *ids)
{
  LiaisonRowTable *self = owner;
  guint first = page * LIAISON_ROWS_PER_PAGE;
  guint last = MIN (first + LIAISON_ROWS_PER_PAGE, self->ids->len);
  gboolean somebody_looks = FALSE;
  guint n = 0;

  for (guint position = first; position < last; position++)
    {
      gint32 id = g_array_index (self->ids, gint32, position);
      LiaisonRow *row = look_up (self, position);
      gboolean fresh;

      get_data (self, id, &fresh);
      if (fresh)
        continue;

      ids[n++] = id;
      somebody_looks |= row != NULL && liaison_row_is_wanted (row);
    }

  return somebody_looks ? n : 0;
}

static void
loaded_cb (gpointer owner,
           guint    page)
{
  LiaisonRowTable *self = owner;
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = page * LIAISON_ROWS_PER_PAGE;

  for (guint position = first; position < first + LIAISON_ROWS_PER_PAGE; position++)
    {
      LiaisonRow *row = look_up (self, position);
      gint32 id = row != NULL ? liaison_row_get_id (row) : 0;
      LiaisonRowData *data;
      gboolean fresh;

      if (row == NULL || !liaison_row_is_wanted (row))
        continue;

      data = get_data (self, id, &fresh);
      if (fresh && liaison_row_set_record (row, id, data))
        note_change (self, row, changed);
    }
  tell (changed);
}

static void
failed_cb (gpointer      owner,
           const GError *error)
{
  LiaisonRowTable *self = owner;

  self->failed (self->user_data, error);
}

static const LiaisonRowLoaderOwner loader_funcs = { collect_cb, loaded_cb, failed_cb };

static void
want_rows_where (LiaisonRowTable *self,
                 gboolean         in_view)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      gint32 id = liaison_row_get_id (row);
      gboolean fresh;

      if (id == 0 || !liaison_row_is_wanted (row) || is_in_view (self, row) != in_view)
        continue;

      get_data (self, id, &fresh);
      if (!fresh)
        want_page_of (self, row, in_view);
    }
}

/* Asks again for the rows that somebody looks at. */
static void
want_rows (LiaisonRowTable *self)
{
  want_rows_where (self, TRUE);
  want_rows_where (self, FALSE);
}

/* Puts the record that stands at its position behind a row.  Returns: whether it shows something else. */
static gboolean
place_row (LiaisonRowTable *self,
           LiaisonRow      *row)
{
  gint32 id = liaison_row_table_get_id (self, liaison_row_get_position (row));
  gboolean fresh;

  /* Another group may have the number of one that was there before. */
  if (id == liaison_row_get_id (row) && id >= 0)
    return FALSE;

  return liaison_row_set_record (row, id, get_data (self, id, &fresh));
}

LiaisonRowTable *
liaison_row_table_new (LiaisonStore          *store,
                       LiaisonEntity          entity,
                       LiaisonRowTableFailed  failed,
                       gpointer               user_data)
{
  LiaisonRowTable *self = g_new0 (LiaisonRowTable, 1);

  self->rows = g_hash_table_new (NULL, NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->view_end = G_MAXUINT;
  self->untold = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->loader = liaison_row_loader_new (store, entity, &loader_funcs, self);
  self->failed = failed;
  self->user_data = user_data;

  return self;
}

void
liaison_row_table_free (LiaisonRowTable *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    liaison_row_detach (row);

  g_clear_handle_id (&self->tell_source, g_source_remove);
  g_hash_table_unref (self->untold);
  g_hash_table_unref (self->rows);
  g_array_unref (self->ids);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  liaison_row_loader_free (self->loader);
  g_free (self);
}

GPtrArray *
liaison_row_table_swap (LiaisonRowTable *self,
                        GArray          *ids,
                        GPtrArray       *heads,
                        guint            n_items,
                        gboolean         all)
{
  GPtrArray *changed = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  g_array_ref (ids);
  g_array_unref (self->ids);
  self->ids = ids;
  if (heads != NULL)
    g_ptr_array_ref (heads);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  self->heads = heads;
  self->n_items = n_items;
  liaison_row_loader_forget_pages (self->loader);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      gboolean has_gone = liaison_row_get_position (row) >= n_items;

      if (has_gone)
        {
          g_hash_table_iter_remove (&iter);
          liaison_row_detach (row);
        }
      if (has_gone || place_row (self, row) || (all && liaison_row_is_wanted (row)))
        note_change (self, row, changed);
    }
  want_rows (self);

  return changed;
}

void
liaison_row_table_set_in_view (LiaisonRowTable *self,
                               guint            first,
                               guint            n)
{
  GHashTableIter iter;
  gpointer row;
  gboolean is_late = FALSE;
  guint last_page;

  self->view_first = first;
  self->view_end = first + MIN (n, G_MAXUINT - first);

  /* Each goes before those that went before. */
  last_page = MIN (self->view_end, self->n_items) / LIAISON_ROWS_PER_PAGE;
  for (guint page = last_page + 1; page-- > first / LIAISON_ROWS_PER_PAGE;)
    liaison_row_loader_hurry (self->loader, page);

  g_hash_table_iter_init (&iter, self->untold);
  while (!is_late && g_hash_table_iter_next (&iter, &row, NULL))
    is_late = is_in_view (self, row);
  if (is_late)
    tell_later (self, G_PRIORITY_HIGH_IDLE);
}

void
liaison_row_table_set_n_items (LiaisonRowTable *self,
                               guint            n_items)
{
  GHashTableIter iter;
  gpointer row;

  self->n_items = n_items;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (liaison_row_get_position (row) < n_items)
        continue;

      g_hash_table_iter_remove (&iter);
      liaison_row_detach (row);
    }
}

void
liaison_row_table_age (LiaisonRowTable *self)
{
  liaison_row_loader_age (self->loader);
  want_rows (self);
}

guint
liaison_row_table_get_n_items (LiaisonRowTable *self)
{
  return self->n_items;
}

/* GTK asks for a million of these and lets go of most of them at once: nothing is loaded here. */
LiaisonRow *
liaison_row_table_get_row (LiaisonRowTable *self,
                           guint            position)
{
  LiaisonRow *row;

  if (position >= self->n_items)
    return NULL;

  row = look_up (self, position);
  if (row != NULL)
    return g_object_ref (row);

  row = liaison_row_new (&row_hooks, self, position, liaison_row_table_get_id (self, position));
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);

  return row;
}

const gint32 *
liaison_row_table_get_ids (LiaisonRowTable *self,
                           guint           *n_ids)
{
  *n_ids = self->ids->len;

  return (gconstpointer) self->ids->data;
}

gint32
liaison_row_table_get_id (LiaisonRowTable *self,
                          guint            position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint32, position) : 0;
}

guint
liaison_row_table_find (LiaisonRowTable *self,
                        gint32           id)
{
  /* A million of them take less than a millisecond; an index would take as much memory as all the rest. */
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, gint32, i) == id)
        return i;
    }

  return G_MAXUINT;
}

guint
liaison_row_table_get_n_held (LiaisonRowTable *self)
{
  return g_hash_table_size (self->rows);
}

guint
liaison_row_table_get_n_kept (LiaisonRowTable *self)
{
  return liaison_row_loader_get_n_kept (self->loader);
}
