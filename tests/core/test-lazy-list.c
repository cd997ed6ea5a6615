/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "liaison-bulk-private.h"
#include "liaison-lazy-list.h"
#include "liaison-row-table-private.h"
#include "liaison-sql-private.h"

#include <glib/gstdio.h>

#define N_ENGAGEMENTS 100000
#define N_PHONE_CALLS 8333 /* every twelfth */
#define WINDOW 205         /* what GTK makes of a list */

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

/* A list, what it should hold, and somebody who looks at it as GTK does. */
typedef struct
{
  StoreFixture     store;
  LiaisonDb       *db;
  LiaisonLazyList *list;
  guint            n_items;      /* as the deltas told */
  guint            n_deltas;
  guint            n_swaps;
  guint            first_delta;  /* position of the first change of items */
  guint            greatest_step; /* among the rows that GTK has widgets for */
  GPtrArray       *window;       /* rows from first on */
  guint            first;
  GError          *failure;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    data)
{
  Fixture *fixture = data;

  if (position + n_removed <= WINDOW && position + n_added <= WINDOW)
    fixture->greatest_step = MAX (fixture->greatest_step, n_removed + n_added);
  g_assert_cmpuint (position + n_removed, <=, fixture->n_items);
  fixture->n_items = fixture->n_items - n_removed + n_added;
  fixture->first_delta = MIN (fixture->first_delta, position);
  fixture->n_deltas++;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->n_items);
  /* Only the tail changes. */
  g_assert_true (n_removed == 0 || n_added == 0);
  g_assert_cmpuint (position + n_added, ==, fixture->n_items);
}

static void
ids_changed_cb (LiaisonLazyList *list,
                gpointer         data)
{
  Fixture *fixture = data;

  fixture->n_swaps++;
  for (guint i = 0; fixture->window != NULL && i < fixture->window->len; i++)
    {
      LiaisonRow *row = g_ptr_array_index (fixture->window, i);
      guint position = fixture->first + i;

      /* The objects stay, and each stands for the record that is at its position. */
      g_assert_cmpint (liaison_row_get_id (row), ==, liaison_lazy_list_get_id (list, position));
      if (position < fixture->n_items)
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
  Fixture *fixture = data;

  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
wait_for_answer (Fixture *fixture)
{
  while (liaison_lazy_list_get_loading (fixture->list))
    g_main_context_iteration (NULL, TRUE);
}

/* Until the list is as long as its ids are many, too. */
static void
wait_for_ids (Fixture *fixture)
{
  guint n_ids;

  wait_for_answer (fixture);
  liaison_lazy_list_get_ids (fixture->list, &n_ids);
  while (fixture->n_items != n_ids)
    g_main_context_iteration (NULL, TRUE);
}

/* Looks at the rows from a position on, and lets go of those that were looked at before. */
static void
look_at (Fixture *fixture,
         guint    first)
{
  g_autoptr (GPtrArray) G_GNUC_UNUSED before = g_steal_pointer (&fixture->window);

  fixture->first = first;
  fixture->window = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = first; i < MIN (first + WINDOW, fixture->n_items); i++)
    {
      LiaisonRow *row = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE);
      g_ptr_array_add (fixture->window, row);
    }
}

static void
wait_for_rows (Fixture *fixture)
{
  for (guint i = 0; i < fixture->window->len; i++)
    {
      while (!liaison_row_is_loaded (g_ptr_array_index (fixture->window, i)))
        g_main_context_iteration (NULL, TRUE);
    }
}

static GArray *
query_ids (Fixture              *fixture,
           const char           *text,
           const LiaisonSortKey *sort)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  GArray *ids = liaison_query_ids (fixture->db, query, LIAISON_ENTITY_ENGAGEMENTS, sort, sort != NULL, 0, &error);

  g_assert_no_error (error);

  return ids;
}

static void
assert_lists (Fixture              *fixture,
              const char           *text,
              const LiaisonSortKey *sort)
{
  g_autoptr (GArray) ids = query_ids (fixture, text, sort);

  g_assert_no_error (fixture->failure);
  g_assert_cmpuint (fixture->n_items, ==, ids->len);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (liaison_lazy_list_get_id (fixture->list, i), ==, g_array_index (ids, gint32, i));
  g_assert_cmpint (liaison_lazy_list_get_id (fixture->list, ids->len), ==, 0);
}

static void
set_query (Fixture    *fixture,
           const char *text)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);

  liaison_lazy_list_set_query (fixture->list, query);
  g_assert_true (liaison_lazy_list_get_query (fixture->list) == query);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (big_store);
  g_autoptr (GFile) to = NULL;

  store_fixture_set_up (&fixture->store, data);
  to = g_file_new_for_path (fixture->store.path);
  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  fixture->store.store = store_fixture_open (fixture->store.path, &error);
  g_assert_no_error (error);
  fixture->db = liaison_db_open (fixture->store.path, LIAISON_DB_READ, &error);
  g_assert_no_error (error);

  fixture->first_delta = G_MAXUINT;
  fixture->list = liaison_lazy_list_new (fixture->store.store, LIAISON_ENTITY_ENGAGEMENTS);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->list, "ids-changed", G_CALLBACK (ids_changed_cb), fixture);
  g_signal_connect (fixture->list, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->window, g_ptr_array_unref);
  g_clear_object (&fixture->list);
  g_clear_error (&fixture->failure);
  g_clear_pointer (&fixture->db, liaison_db_close);
  store_fixture_tear_down (&fixture->store, data);
}

/* The first ones are there before the rest. */
static void
test_first_load (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_true (liaison_lazy_list_get_loading (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture->list)) == LIAISON_TYPE_ROW);
  while (fixture->n_items == 0)
    g_main_context_iteration (NULL, TRUE);
  look_at (fixture, 0);
  wait_for_answer (fixture);

  /* How many they are is known as soon as which. */
  g_assert_cmpuint (liaison_lazy_list_get_records (fixture->list), ==, N_ENGAGEMENTS);
  wait_for_ids (fixture);
  assert_lists (fixture, "", NULL);
  g_assert_cmpuint (liaison_lazy_list_get_counted (fixture->list), >, 0);
  wait_for_rows (fixture);
}

/* GTK never has to make or destroy many widgets at once. */
static void
test_length (Fixture       *fixture,
             gconstpointer  data)
{
  wait_for_ids (fixture);
  set_query (fixture, "xyzzy");
  wait_for_answer (fixture);
  g_assert_cmpuint (liaison_lazy_list_get_records (fixture->list), ==, 0);
  wait_for_ids (fixture);
  assert_lists (fixture, "xyzzy", NULL);

  set_query (fixture, "form:phone-call");
  wait_for_ids (fixture);
  assert_lists (fixture, "form:phone-call", NULL);
  g_assert_cmpuint (fixture->greatest_step, >, 0);
  g_assert_cmpuint (fixture->greatest_step, <=, 40);
}

static void
test_jumps (Fixture       *fixture,
            gconstpointer  data)
{
  wait_for_ids (fixture);

  for (int jump = 0; jump < 60; jump++)
    {
      look_at (fixture, g_test_rand_int_range (0, N_ENGAGEMENTS));
      /* Of most pages that somebody passes nothing is read. */
      if (jump % 3 != 0)
        continue;

      wait_for_rows (fixture);
      for (guint i = 0; i < fixture->window->len; i++)
        {
          LiaisonRow *row = g_ptr_array_index (fixture->window, i);
          g_autofree char *title = g_strdup_printf ("Engagement %d", liaison_row_get_id (row));

          g_assert_cmpint (liaison_row_get_id (row), ==, liaison_lazy_list_get_id (fixture->list, fixture->first + i));
          g_assert_cmpstr (liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE), ==, title);
          g_assert_cmpint (liaison_row_get_status (row), ==, LIAISON_STATUS_HELD);
        }
    }
}

static void
ignore_failure (gpointer      data,
                const GError *error)
{
  g_assert_no_error (error);
}

/* Rows live as long as somebody holds them, and what has been read of the store does not grow with what was looked at. */
static void
test_bounds (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LiaisonRowTable) table = liaison_row_table_new (fixture->store.store, LIAISON_ENTITY_ENGAGEMENTS, ignore_failure, NULL);
  g_autoptr (GArray) ids = query_ids (fixture, "", NULL);
  g_autoptr (GPtrArray) changed = liaison_row_table_swap (table, ids, NULL, ids->len);
  guint most_kept = 0;

  g_assert_cmpuint (changed->len, ==, 0);
  for (guint i = 0; i < 50000; i++)
    g_object_unref (liaison_row_table_get_row (table, i));
  g_assert_cmpuint (liaison_row_table_get_n_held (table), ==, 0);
  g_assert_cmpuint (liaison_row_table_get_n_kept (table), ==, 0);

  for (guint first = 0; first < N_ENGAGEMENTS; first += 1000)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = first; i < first + WINDOW; i++)
        g_ptr_array_add (rows, liaison_row_table_get_row (table, i));
      for (guint i = 0; i < rows->len; i++)
        {
          while (!liaison_row_is_loaded (g_ptr_array_index (rows, i)))
            g_main_context_iteration (NULL, TRUE);
        }
      g_assert_cmpuint (liaison_row_table_get_n_held (table), ==, WINDOW);
      most_kept = MAX (most_kept, liaison_row_table_get_n_kept (table));
    }

  g_assert_cmpuint (liaison_row_table_get_n_held (table), ==, 0);
  g_assert_cmpuint (most_kept, ==, 2048);
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  static const LiaisonSortKey by_title = { LIAISON_ENGAGEMENT_COLUMN_TITLE, TRUE };
  static const LiaisonSortKey by_date = { LIAISON_ENGAGEMENT_COLUMN_DATE, FALSE };
  guint n_deltas;

  wait_for_ids (fixture);
  look_at (fixture, 40000);
  wait_for_rows (fixture);
  n_deltas = fixture->n_deltas;

  liaison_lazy_list_set_sort (fixture->list, &by_title, 1);
  wait_for_ids (fixture);
  assert_lists (fixture, "", &by_title);
  wait_for_rows (fixture);

  liaison_lazy_list_set_sort (fixture->list, &by_date, 1);
  wait_for_ids (fixture);
  assert_lists (fixture, "", &by_date);

  liaison_lazy_list_set_sort (fixture->list, NULL, 0);
  wait_for_ids (fixture);
  assert_lists (fixture, "", NULL);
  g_assert_cmpuint (fixture->n_deltas, ==, n_deltas);
}

static void
test_query (Fixture       *fixture,
            gconstpointer  data)
{
  wait_for_ids (fixture);
  look_at (fixture, 0);

  set_query (fixture, "form:phone-call");
  wait_for_ids (fixture);
  assert_lists (fixture, "form:phone-call", NULL);
  g_assert_cmpuint (fixture->n_items, ==, N_PHONE_CALLS);
  wait_for_rows (fixture);

  set_query (fixture, "");
  wait_for_ids (fixture);
  assert_lists (fixture, "", NULL);
  /* Those at the top are still the same objects. */
  g_assert_cmpuint (fixture->first_delta, ==, 0);
  fixture->first_delta = G_MAXUINT;

  set_query (fixture, "form:phone-call");
  wait_for_ids (fixture);
  g_assert_cmpuint (fixture->first_delta, ==, N_PHONE_CALLS);
}

/* Rows beyond the end stand for nothing, also for those who still hold them. */
static void
test_query_without_matches (Fixture       *fixture,
                            gconstpointer  data)
{
  wait_for_ids (fixture);
  look_at (fixture, 50000);
  wait_for_rows (fixture);

  set_query (fixture, "form:ceremony");
  wait_for_ids (fixture);
  g_assert_cmpuint (fixture->n_items, ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), 0));
  for (guint i = 0; i < fixture->window->len; i++)
    {
      LiaisonRow *row = g_ptr_array_index (fixture->window, i);

      g_assert_cmpint (liaison_row_get_id (row), ==, 0);
      g_assert_cmpstr (liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE), ==, "");
    }
}

static gpointer
hold_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  GMutex *gate = data;

  g_mutex_lock (gate);
  g_mutex_unlock (gate);

  return NULL;
}

static void
not_phone_calls_cb (LiaisonLazyList *list,
                    gpointer         data)
{
  g_assert_cmpint (liaison_lazy_list_get_id (list, 0), !=, *(gint32 *) data);
}

/* While both ids threads are busy, one query follows the other; of all but the last nothing is ever shown. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  static const LiaisonSortKey by_date = { LIAISON_ENGAGEMENT_COLUMN_DATE, FALSE };
  g_autoptr (GArray) stale = query_ids (fixture, "form:phone-call", NULL);
  g_autoptr (GAsyncResult) first = NULL, second = NULL;
  gint32 stale_id = g_array_index (stale, gint32, 0);
  GMutex gate;

  wait_for_ids (fixture);
  g_signal_connect (fixture->list, "ids-changed", G_CALLBACK (not_phone_calls_cb), &stale_id);
  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  liaison_store_run_async (fixture->store.store, LIAISON_QUEUE_IDS, hold_job, &gate, NULL, NULL, NULL, store_fixture_keep_cb, &first);
  liaison_store_run_async (fixture->store.store, LIAISON_QUEUE_IDS, hold_job, &gate, NULL, NULL, NULL, store_fixture_keep_cb, &second);

  set_query (fixture, "form:phone-call");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  set_query (fixture, "");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  liaison_lazy_list_set_sort (fixture->list, &by_date, 1);
  g_mutex_unlock (&gate);
  wait_for_ids (fixture);

  assert_lists (fixture, "", &by_date);
  store_fixture_wait (&first);
  store_fixture_wait (&second);
  g_mutex_clear (&gate);
}

static LiaisonChanges *
new_engagement (const char *title,
                const char *start)
{
  g_autoptr (LiaisonRecord) record = liaison_record_new (LIAISON_KIND_ENGAGEMENT, NULL);
  LiaisonChanges *changes = liaison_changes_new ("Add engagement");

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, title);
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, start);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, LIAISON_PRECISION_DAY);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_FORM, LIAISON_FORM_LETTER);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_STATUS, LIAISON_STATUS_HELD);
  liaison_changes_put (changes, record);

  return changes;
}

static void
rows_stay_loaded_cb (LiaisonLazyList *list,
                     gpointer         data)
{
  Fixture *fixture = data;

  for (guint i = 1; i < fixture->window->len - 1; i++)
    g_assert_true (liaison_row_is_loaded (g_ptr_array_index (fixture->window, i)));
}

/* A new record moves all the others by one: what is known of them moves along, so that nothing flickers. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = new_engagement ("Newest", "2022-01-14");
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  gint32 id;

  wait_for_ids (fixture);
  look_at (fixture, 0);
  wait_for_rows (fixture);
  g_signal_connect (fixture->list, "ids-changed", G_CALLBACK (rows_stay_loaded_cb), fixture);
  fixture->first_delta = G_MAXUINT;

  g_assert_true (store_fixture_edit (fixture->store.store, changes, &error));
  wait_for_ids (fixture);
  assert_lists (fixture, "", NULL);
  g_assert_cmpuint (fixture->n_items, ==, N_ENGAGEMENTS + 1);
  g_assert_cmpuint (fixture->first_delta, ==, N_ENGAGEMENTS);
  wait_for_rows (fixture);
  g_assert_cmpstr (liaison_row_get_text (g_ptr_array_index (fixture->window, 0), LIAISON_ENGAGEMENT_COLUMN_TITLE), ==, "Newest");
  id = liaison_lazy_list_get_id (fixture->list, 0);
  g_assert_cmpuint (liaison_lazy_list_find (fixture->list, id), ==, 0);

  liaison_store_undo_async (fixture->store.store, store_fixture_keep_cb, &undone);
  name = liaison_store_undo_finish (fixture->store.store, store_fixture_wait (&undone), &error);
  g_assert_no_error (error);
  wait_for_ids (fixture);
  assert_lists (fixture, "", NULL);
  g_assert_cmpuint (liaison_lazy_list_find (fixture->list, id), ==, G_MAXUINT);
}

static void
count_cb (gpointer object,
          gpointer data)
{
  (*(guint *) data)++;
}

/* Only the rows that show something else tell it. */
static void
test_change_by_others (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) other = liaison_db_open (fixture->store.path, LIAISON_DB_WRITE, &error);
  g_autoptr (LiaisonSql) sql = NULL;
  guint n_first = 0, n_second = 0;
  LiaisonRow *first;

  g_assert_no_error (error);
  wait_for_ids (fixture);
  look_at (fixture, 70000);
  wait_for_rows (fixture);
  first = g_ptr_array_index (fixture->window, 0);
  g_signal_connect (first, "changed", G_CALLBACK (count_cb), &n_first);
  g_signal_connect (g_ptr_array_index (fixture->window, 1), "changed", G_CALLBACK (count_cb), &n_second);

  sql = liaison_sql_new (other, "UPDATE engagement SET title = 'Otherwise' WHERE id = ?1", &error);
  g_assert_no_error (error);
  liaison_sql_bind_integer (sql, 1, liaison_row_get_id (first));
  g_assert_true (liaison_sql_run (sql, &error));
  while (g_strcmp0 (liaison_row_get_text (first, LIAISON_ENGAGEMENT_COLUMN_TITLE), "Otherwise") != 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_ids (fixture);

  assert_lists (fixture, "", NULL);
  g_assert_cmpuint (n_first, ==, 1);
  g_assert_cmpuint (n_second, ==, 0);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  wait_for_ids (fixture);

  for (int i = 0; i < 100; i++)
    {
      guint position = g_test_rand_int_range (0, N_ENGAGEMENTS);

      g_assert_cmpuint (liaison_lazy_list_find (fixture->list, liaison_lazy_list_get_id (fixture->list, position)), ==, position);
    }
  g_assert_cmpuint (liaison_lazy_list_find (fixture->list, N_ENGAGEMENTS + 1), ==, G_MAXUINT);
  g_assert_cmpuint (liaison_lazy_list_find (fixture->list, 0), ==, G_MAXUINT);
}

/* The list stays as it was. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) other = liaison_db_open (fixture->store.path, LIAISON_DB_WRITE, &error);

  g_assert_no_error (error);
  wait_for_ids (fixture);
  g_assert_true (liaison_sql_exec (other, "PRAGMA legacy_alter_table = ON; ALTER TABLE engagement RENAME TO hidden", &error));
  while (fixture->failure == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (fixture->failure, LIAISON_ERROR, LIAISON_ERROR_FAILED);
  g_assert_false (liaison_lazy_list_get_loading (fixture->list));
  g_assert_cmpuint (fixture->n_items, ==, N_ENGAGEMENTS);

  g_assert_true (liaison_sql_exec (other, "ALTER TABLE hidden RENAME TO engagement", &error));
  g_clear_error (&fixture->failure);
  liaison_lazy_list_reload (fixture->list);
  wait_for_ids (fixture);
  assert_lists (fixture, "", NULL);
}

static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LiaisonRow) row = NULL;

  wait_for_ids (fixture);
  row = g_list_model_get_item (G_LIST_MODEL (fixture->list), 12345);
  liaison_row_get_uuid (row);
  set_query (fixture, "form:phone-call");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (g_steal_pointer (&fixture->list));

  g_assert_cmpint (liaison_row_get_id (row), ==, 0);
  g_assert_cmpstr (liaison_row_get_uuid (row), ==, "");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  wait_for_ids (fixture);
  g_clear_pointer (&fixture->store.store, store_fixture_close);
  liaison_lazy_list_reload (fixture->list);
  look_at (fixture, 100);
  wait_for_ids (fixture);

  g_assert_no_error (fixture->failure);
  g_assert_cmpuint (fixture->n_items, ==, N_ENGAGEMENTS);
}

static void
test_contacts (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Dmytro Kuleba");
  g_autoptr (LiaisonLazyList) list = liaison_lazy_list_new (fixture->store.store, LIAISON_ENTITY_CONTACTS);
  g_autoptr (LiaisonRow) row = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (liaison_lazy_list_get_entity (list), ==, LIAISON_ENTITY_CONTACTS);
  g_assert_true (store_fixture_edit (fixture->store.store, changes, &error));
  while (liaison_lazy_list_get_records (list) != 1 || liaison_lazy_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);

  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  while (!liaison_row_is_loaded (row))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (liaison_row_get_text (row, LIAISON_CONTACT_COLUMN_NAME), ==, "Dmytro Kuleba");
}

static void
make_big_store (void)
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

static void
remove_big_store (void)
{
  g_autofree char *folder = g_path_get_dirname (big_store);

  g_assert_cmpint (g_unlink (big_store), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&big_store, g_free);
}

static void
add (const char *path,
     void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  add ("/lazy-list/first-load", test_first_load);
  add ("/lazy-list/jumps", test_jumps);
  add ("/lazy-list/length", test_length);
  add ("/lazy-list/bounds", test_bounds);
  add ("/lazy-list/sort", test_sort);
  add ("/lazy-list/query", test_query);
  add ("/lazy-list/query/without-matches", test_query_without_matches);
  add ("/lazy-list/stale", test_stale);
  add ("/lazy-list/edit", test_edit);
  add ("/lazy-list/change-by-others", test_change_by_others);
  add ("/lazy-list/find", test_find);
  add ("/lazy-list/failure", test_failure);
  add ("/lazy-list/dropped", test_dropped);
  add ("/lazy-list/closed", test_closed);
  add ("/lazy-list/contacts", test_contacts);

  make_big_store ();
  status = g_test_run ();
  remove_big_store ();

  return status;
}
