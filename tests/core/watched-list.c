/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "watched-list.h"

#include "liaison-bulk-private.h"
#include "liaison-sql-private.h"

#include <glib/gstdio.h>

/* Engagements of twenty years in no order, written without the program's own ways since it is only to be listed; each tells its key. */
static const char generate[] =
  "INSERT INTO batch (uuid, kind, name, time) VALUES (randomblob (16), 2, 'Generate', 0);"
  "INSERT INTO engagement (uuid, created, modified, batch, title, start, precision, form, status, x_first_day, x_last_day, x_minute,"
  "  x_group, x_counted, x_ours, x_theirs, x_title_key)"
  " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " G_STRINGIFY (N_ENGAGEMENTS) "),"
  "  d (i, day) AS (SELECT i, date ('2000-01-01', (i * 7919 % 7300) || ' days') FROM n)"
  " SELECT randomblob (16), 0, 0, 1, 'Engagement ' || i, day, 2, iif (i % 12, 3, 1), 2, replace (day, '-', ''), replace (day, '-', ''), -1,"
  "  1, 1, 'Blinken', 'Kuleba', printf ('%06d', i * 7907 % 100003) FROM d;";

static char *big_store;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    data)
{
  WatchedList *watched = data;

  if (position + n_removed <= WINDOW && position + n_added <= WINDOW)
    watched->greatest_step = MAX (watched->greatest_step, n_removed + n_added);
  g_assert_cmpuint (position + n_removed, <=, watched->n_items);
  watched->n_items = watched->n_items - n_removed + n_added;
  watched->first_delta = MIN (watched->first_delta, position);
  watched->n_deltas++;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, watched->n_items);
  /* Only the tail changes. */
  g_assert_true (n_removed == 0 || n_added == 0);
  g_assert_cmpuint (position + n_added, ==, watched->n_items);
}

static void
ids_changed_cb (LiaisonLazyList *list,
                gpointer         data)
{
  WatchedList *watched = data;

  watched->n_swaps++;
  for (guint i = 0; watched->window != NULL && i < watched->window->len; i++)
    {
      LiaisonRow *row = g_ptr_array_index (watched->window, i);
      guint position = watched->first + i;

      /* The objects stay, and each stands for the record that is at its position. */
      g_assert_cmpint (liaison_row_get_id (row), ==, liaison_lazy_list_get_id (list, position));
      if (position < watched->n_items)
        {
          g_autoptr (LiaisonRow) again = g_list_model_get_item (G_LIST_MODEL (list), position);

          g_assert_true (again == row);
        }
    }
}

static void
failed_cb (LiaisonLazyList *list,
           const GError    *error,
           gpointer         data)
{
  WatchedList *watched = data;

  g_clear_error (&watched->failure);
  watched->failure = g_error_copy (error);
}

void
watched_list_wait_for_answer (WatchedList *watched)
{
  while (liaison_lazy_list_get_loading (watched->list))
    g_main_context_iteration (NULL, TRUE);
}

void
watched_list_wait_for_ids (WatchedList *watched)
{
  guint n_ids;

  watched_list_wait_for_answer (watched);
  liaison_lazy_list_get_ids (watched->list, &n_ids);
  while (watched->n_items != n_ids)
    g_main_context_iteration (NULL, TRUE);
}

void
watched_list_look_at (WatchedList *watched,
                      guint        first)
{
  g_autoptr (GPtrArray) G_GNUC_UNUSED before = g_steal_pointer (&watched->window);

  watched->first = first;
  watched->window = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = first; i < MIN (first + WINDOW, watched->n_items); i++)
    {
      LiaisonRow *row = g_list_model_get_item (G_LIST_MODEL (watched->list), i);

      liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE);
      g_ptr_array_add (watched->window, row);
    }
}

void
watched_list_wait_for_rows (WatchedList *watched)
{
  for (guint i = 0; i < watched->window->len; i++)
    {
      while (!liaison_row_is_loaded (g_ptr_array_index (watched->window, i)))
        g_main_context_iteration (NULL, TRUE);
    }
}

GArray *
watched_list_query_ids (WatchedList          *watched,
                        const char           *text,
                        const LiaisonSortKey *sort)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  GArray *ids = liaison_query_ids (watched->db, query, LIAISON_ENTITY_ENGAGEMENTS, sort, sort != NULL, 0, &error);

  g_assert_no_error (error);

  return ids;
}

void
watched_list_assert_lists (WatchedList          *watched,
                           const char           *text,
                           const LiaisonSortKey *sort)
{
  g_autoptr (GArray) ids = watched_list_query_ids (watched, text, sort);

  g_assert_no_error (watched->failure);
  g_assert_cmpuint (watched->n_items, ==, ids->len);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watched->list)), ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (liaison_lazy_list_get_id (watched->list, i), ==, g_array_index (ids, gint32, i));
  g_assert_cmpint (liaison_lazy_list_get_id (watched->list, ids->len), ==, 0);
}

void
watched_list_set_query (WatchedList *watched,
                        const char  *text)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);

  liaison_lazy_list_set_query (watched->list, query);
  g_assert_true (liaison_lazy_list_get_query (watched->list) == query);
}

void
watched_list_set_up (WatchedList   *watched,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (big_store);
  g_autoptr (GFile) to = NULL;

  store_fixture_set_up (&watched->store, data);
  to = g_file_new_for_path (watched->store.path);
  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  watched->store.store = store_fixture_open (watched->store.path, &error);
  g_assert_no_error (error);
  watched->db = liaison_db_open (watched->store.path, LIAISON_DB_READ, &error);
  g_assert_no_error (error);

  watched->first_delta = G_MAXUINT;
  watched->list = liaison_lazy_list_new (watched->store.store, LIAISON_ENTITY_ENGAGEMENTS);
  g_signal_connect (watched->list, "items-changed", G_CALLBACK (items_changed_cb), watched);
  g_signal_connect (watched->list, "ids-changed", G_CALLBACK (ids_changed_cb), watched);
  g_signal_connect (watched->list, "failed", G_CALLBACK (failed_cb), watched);
}

void
watched_list_tear_down (WatchedList   *watched,
                        gconstpointer  data)
{
  g_clear_pointer (&watched->window, g_ptr_array_unref);
  g_clear_object (&watched->list);
  g_clear_error (&watched->failure);
  g_clear_pointer (&watched->db, liaison_db_close);
  store_fixture_tear_down (&watched->store, data);
}

void
watched_list_make_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("liaison-big-XXXXXX", &error);
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (LiaisonBulk) bulk = NULL;

  g_assert_no_error (error);
  big_store = g_build_filename (folder, "big.liaison", NULL);
  db = liaison_db_create (big_store, &error);
  g_assert_no_error (error);

  g_assert_true (liaison_bulk_new (db, &bulk, &error)
                 && liaison_sql_exec (db, "BEGIN", &error)
                 && liaison_bulk_begin (bulk, &error)
                 && liaison_sql_exec (db, generate, &error)
                 && liaison_bulk_rows_done (bulk, &error)
                 && liaison_bulk_derived_done (bulk, &error)
                 && liaison_sql_exec (db, "COMMIT", &error));
}

void
watched_list_remove_store (void)
{
  g_autofree char *folder = g_path_get_dirname (big_store);

  g_assert_cmpint (g_unlink (big_store), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&big_store, g_free);
}
