/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "held-job.h"
#include "watched-list.h"

#include "liaison-row-table-private.h"
#include "liaison-sql-private.h"

/* The first ones are there before the rest. */
static void
test_first_load (WatchedList   *watched,
                 gconstpointer  data)
{
  g_assert_true (liaison_lazy_list_get_loading (watched->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watched->list)), ==, 0);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (watched->list)) == LIAISON_TYPE_ROW);
  while (watched->n_items == 0)
    g_main_context_iteration (NULL, TRUE);
  watched_list_look_at (watched, 0);
  watched_list_wait_for_answer (watched);

  /* How many they are is known as soon as which. */
  g_assert_cmpuint (liaison_lazy_list_get_records (watched->list), ==, N_ENGAGEMENTS);
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "", NULL);
  g_assert_cmpuint (liaison_lazy_list_get_counted (watched->list), >, 0);
  watched_list_wait_for_rows (watched);
}

/* GTK never has to make or destroy many widgets at once. */
static void
test_length (WatchedList   *watched,
             gconstpointer  data)
{
  watched_list_wait_for_ids (watched);
  watched_list_set_query (watched, "xyzzy");
  watched_list_wait_for_answer (watched);
  g_assert_cmpuint (liaison_lazy_list_get_records (watched->list), ==, 0);
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "xyzzy", NULL);

  watched_list_set_query (watched, "form:phone-call");
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "form:phone-call", NULL);
  g_assert_cmpuint (watched->greatest_step, >, 0);
  g_assert_cmpuint (watched->greatest_step, <=, 40);
}

static void
test_jumps (WatchedList   *watched,
            gconstpointer  data)
{
  watched_list_wait_for_ids (watched);

  for (int jump = 0; jump < 60; jump++)
    {
      watched_list_look_at (watched, g_test_rand_int_range (0, N_ENGAGEMENTS));
      /* Of most pages that somebody passes nothing is read. */
      if (jump % 3 != 0)
        continue;

      watched_list_wait_for_rows (watched);
      for (guint i = 0; i < watched->window->len; i++)
        {
          LiaisonRow *row = g_ptr_array_index (watched->window, i);
          g_autofree char *title = g_strdup_printf ("Engagement %d", liaison_row_get_id (row));

          g_assert_cmpint (liaison_row_get_id (row), ==, liaison_lazy_list_get_id (watched->list, watched->first + i));
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
test_bounds (WatchedList   *watched,
             gconstpointer  data)
{
  g_autoptr (LiaisonRowTable) table = liaison_row_table_new (watched->store.store, LIAISON_ENTITY_ENGAGEMENTS, ignore_failure, NULL);
  g_autoptr (GArray) ids = watched_list_query_ids (watched, "", NULL);
  g_autoptr (GPtrArray) changed = liaison_row_table_swap (table, ids, NULL, ids->len, FALSE);
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
test_sort (WatchedList   *watched,
           gconstpointer  data)
{
  static const LiaisonSortKey by_title = { LIAISON_ENGAGEMENT_COLUMN_TITLE, TRUE };
  static const LiaisonSortKey by_date = { LIAISON_ENGAGEMENT_COLUMN_DATE, FALSE };
  guint n_deltas;

  watched_list_wait_for_ids (watched);
  watched_list_look_at (watched, 40000);
  watched_list_wait_for_rows (watched);
  n_deltas = watched->n_deltas;

  liaison_lazy_list_set_sort (watched->list, &by_title, 1);
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "", &by_title);
  watched_list_wait_for_rows (watched);

  liaison_lazy_list_set_sort (watched->list, &by_date, 1);
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "", &by_date);

  liaison_lazy_list_set_sort (watched->list, NULL, 0);
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "", NULL);
  g_assert_cmpuint (watched->n_deltas, ==, n_deltas);
}

static void
test_query (WatchedList   *watched,
            gconstpointer  data)
{
  watched_list_wait_for_ids (watched);
  watched_list_look_at (watched, 0);

  watched_list_set_query (watched, "form:phone-call");
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "form:phone-call", NULL);
  g_assert_cmpuint (watched->n_items, ==, N_PHONE_CALLS);
  watched_list_wait_for_rows (watched);

  watched_list_set_query (watched, "");
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "", NULL);
  /* Those at the top are still the same objects. */
  g_assert_cmpuint (watched->first_delta, ==, 0);
  watched->first_delta = G_MAXUINT;

  watched_list_set_query (watched, "form:phone-call");
  watched_list_wait_for_ids (watched);
  g_assert_cmpuint (watched->first_delta, ==, N_PHONE_CALLS);
}

#define IN_VIEW 30
#define FURTHER_DOWN 100

/* Notes that a row has said that it has changed. */
static void
told_cb (LiaisonRow *row,
         gboolean   *told)
{
  *told = TRUE;
}

static guint
count_told (const gboolean *told,
            guint           first,
            guint           end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += told[i] ? 1 : 0;

  return n;
}

/* What is seen says that it shows something else before the ids have changed for everybody; the rest when nothing else is to be done. */
static void
test_in_view (WatchedList   *watched,
              gconstpointer  data)
{
  gboolean told[WINDOW] = { FALSE };

  watched_list_wait_for_ids (watched);
  watched_list_look_at (watched, 0);
  watched_list_wait_for_rows (watched);
  g_assert_cmpuint (watched->window->len, ==, WINDOW);
  liaison_lazy_list_set_in_view (watched->list, 0, IN_VIEW);
  for (guint i = 0; i < WINDOW; i++)
    g_signal_connect (g_ptr_array_index (watched->window, i), "changed", G_CALLBACK (told_cb), &told[i]);

  watched_list_set_query (watched, "form:phone-call");
  watched->n_swaps = 0;
  while (watched->n_swaps == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_told (told, 0, IN_VIEW), ==, IN_VIEW);
  g_assert_cmpuint (count_told (told, IN_VIEW, WINDOW), ==, 0);

  /* Whoever scrolls sees the next ones before those between and beyond. */
  liaison_lazy_list_set_in_view (watched->list, FURTHER_DOWN, IN_VIEW);
  while (count_told (told, FURTHER_DOWN, FURTHER_DOWN + IN_VIEW) < IN_VIEW)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_told (told, IN_VIEW, WINDOW), ==, IN_VIEW);

  while (count_told (told, 0, WINDOW) < WINDOW)
    g_main_context_iteration (NULL, TRUE);
  watched_list_wait_for_ids (watched);
  watched_list_wait_for_rows (watched);
  watched_list_assert_lists (watched, "form:phone-call", NULL);
}

/* Rows beyond the end stand for nothing, also for those who still hold them. */
static void
test_query_without_matches (WatchedList   *watched,
                            gconstpointer  data)
{
  watched_list_wait_for_ids (watched);
  watched_list_look_at (watched, 50000);
  watched_list_wait_for_rows (watched);

  watched_list_set_query (watched, "form:ceremony");
  watched_list_wait_for_ids (watched);
  g_assert_cmpuint (watched->n_items, ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (watched->list), 0));
  for (guint i = 0; i < watched->window->len; i++)
    {
      LiaisonRow *row = g_ptr_array_index (watched->window, i);

      g_assert_cmpint (liaison_row_get_id (row), ==, 0);
      g_assert_cmpstr (liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE), ==, "");
    }
}

static void
not_phone_calls_cb (LiaisonLazyList *list,
                    gpointer         data)
{
  g_assert_cmpint (liaison_lazy_list_get_id (list, 0), !=, *(gint32 *) data);
}

/* While the ids thread is busy, one query follows the other; of all but the last nothing is ever shown. */
static void
test_stale (WatchedList   *watched,
            gconstpointer  data)
{
  static const LiaisonSortKey by_date = { LIAISON_ENGAGEMENT_COLUMN_DATE, FALSE };
  g_autoptr (GArray) stale = watched_list_query_ids (watched, "form:phone-call", NULL);
  g_autoptr (GAsyncResult) held = NULL;
  gint32 stale_id = g_array_index (stale, gint32, 0);
  HeldJob job;

  watched_list_wait_for_ids (watched);
  g_signal_connect (watched->list, "ids-changed", G_CALLBACK (not_phone_calls_cb), &stale_id);
  held_job_init (&job);
  liaison_store_run_async (watched->store.store, LIAISON_QUEUE_IDS, held_job_run, &job, NULL, NULL, NULL, store_fixture_keep_cb, &held);

  watched_list_set_query (watched, "form:phone-call");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  watched_list_set_query (watched, "");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  liaison_lazy_list_set_sort (watched->list, &by_date, 1);
  held_job_let_go (&job);
  watched_list_wait_for_ids (watched);

  watched_list_assert_lists (watched, "", &by_date);
  store_fixture_wait (&held);
  held_job_clear (&job);
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
  WatchedList *watched = data;

  for (guint i = 1; i < watched->window->len - 1; i++)
    g_assert_true (liaison_row_is_loaded (g_ptr_array_index (watched->window, i)));
}

/* A new record moves all the others by one: what is known of them moves along, so that nothing flickers. */
static void
test_edit (WatchedList   *watched,
           gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = new_engagement ("Newest", "2022-01-14");
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  gint32 id;

  watched_list_wait_for_ids (watched);
  watched_list_look_at (watched, 0);
  watched_list_wait_for_rows (watched);
  g_signal_connect (watched->list, "ids-changed", G_CALLBACK (rows_stay_loaded_cb), watched);
  watched->first_delta = G_MAXUINT;

  g_assert_true (store_fixture_edit (watched->store.store, changes, &error));
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "", NULL);
  g_assert_cmpuint (watched->n_items, ==, N_ENGAGEMENTS + 1);
  g_assert_cmpuint (watched->first_delta, ==, N_ENGAGEMENTS);
  watched_list_wait_for_rows (watched);
  g_assert_cmpstr (liaison_row_get_text (g_ptr_array_index (watched->window, 0), LIAISON_ENGAGEMENT_COLUMN_TITLE), ==, "Newest");
  id = liaison_lazy_list_get_id (watched->list, 0);
  g_assert_cmpuint (liaison_lazy_list_find (watched->list, id), ==, 0);

  liaison_store_undo_async (watched->store.store, store_fixture_keep_cb, &undone);
  name = liaison_store_undo_finish (watched->store.store, store_fixture_wait (&undone), &error);
  g_assert_no_error (error);
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "", NULL);
  g_assert_cmpuint (liaison_lazy_list_find (watched->list, id), ==, G_MAXUINT);
}

static void
count_cb (gpointer object,
          gpointer data)
{
  (*(guint *) data)++;
}

/* Only the rows that show something else tell it. */
static void
test_change_by_others (WatchedList   *watched,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) other = liaison_db_open (watched->store.path, LIAISON_DB_WRITE, &error);
  g_autoptr (LiaisonSql) sql = NULL;
  guint n_first = 0, n_second = 0;
  LiaisonRow *first;

  g_assert_no_error (error);
  watched_list_wait_for_ids (watched);
  watched_list_look_at (watched, 70000);
  watched_list_wait_for_rows (watched);
  first = g_ptr_array_index (watched->window, 0);
  g_signal_connect (first, "changed", G_CALLBACK (count_cb), &n_first);
  g_signal_connect (g_ptr_array_index (watched->window, 1), "changed", G_CALLBACK (count_cb), &n_second);

  sql = liaison_sql_new (other, "UPDATE engagement SET title = 'Otherwise' WHERE id = ?1", &error);
  g_assert_no_error (error);
  liaison_sql_bind_integer (sql, 1, liaison_row_get_id (first));
  g_assert_true (liaison_sql_run (sql, &error));
  while (g_strcmp0 (liaison_row_get_text (first, LIAISON_ENGAGEMENT_COLUMN_TITLE), "Otherwise") != 0)
    g_main_context_iteration (NULL, TRUE);
  watched_list_wait_for_ids (watched);

  watched_list_assert_lists (watched, "", NULL);
  g_assert_cmpuint (n_first, ==, 1);
  g_assert_cmpuint (n_second, ==, 0);
}

static void
test_find (WatchedList   *watched,
           gconstpointer  data)
{
  watched_list_wait_for_ids (watched);

  for (int i = 0; i < 100; i++)
    {
      guint position = g_test_rand_int_range (0, N_ENGAGEMENTS);

      g_assert_cmpuint (liaison_lazy_list_find (watched->list, liaison_lazy_list_get_id (watched->list, position)), ==, position);
    }
  g_assert_cmpuint (liaison_lazy_list_find (watched->list, N_ENGAGEMENTS + 1), ==, G_MAXUINT);
  g_assert_cmpuint (liaison_lazy_list_find (watched->list, 0), ==, G_MAXUINT);
}

/* The list stays as it was. */
static void
test_failure (WatchedList   *watched,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) other = liaison_db_open (watched->store.path, LIAISON_DB_WRITE, &error);

  g_assert_no_error (error);
  watched_list_wait_for_ids (watched);
  g_assert_true (liaison_sql_exec (other, "PRAGMA legacy_alter_table = ON; ALTER TABLE engagement RENAME TO hidden", &error));
  while (watched->failure == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (watched->failure, LIAISON_ERROR, LIAISON_ERROR_FAILED);
  g_assert_false (liaison_lazy_list_get_loading (watched->list));
  g_assert_cmpuint (watched->n_items, ==, N_ENGAGEMENTS);

  g_assert_true (liaison_sql_exec (other, "ALTER TABLE hidden RENAME TO engagement", &error));
  g_clear_error (&watched->failure);
  liaison_lazy_list_reload (watched->list);
  watched_list_wait_for_ids (watched);
  watched_list_assert_lists (watched, "", NULL);
}

static void
test_dropped (WatchedList   *watched,
              gconstpointer  data)
{
  g_autoptr (LiaisonRow) row = NULL;

  watched_list_wait_for_ids (watched);
  row = g_list_model_get_item (G_LIST_MODEL (watched->list), 12345);
  liaison_row_get_uuid (row);
  watched_list_set_query (watched, "form:phone-call");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (g_steal_pointer (&watched->list));

  g_assert_cmpint (liaison_row_get_id (row), ==, 0);
  g_assert_cmpstr (liaison_row_get_uuid (row), ==, "");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_closed (WatchedList   *watched,
             gconstpointer  data)
{
  watched_list_wait_for_ids (watched);
  g_clear_pointer (&watched->store.store, store_fixture_close);
  liaison_lazy_list_reload (watched->list);
  watched_list_look_at (watched, 100);
  watched_list_wait_for_ids (watched);

  g_assert_no_error (watched->failure);
  g_assert_cmpuint (watched->n_items, ==, N_ENGAGEMENTS);
}

static void
test_contacts (WatchedList   *watched,
               gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Dmytro Kuleba");
  g_autoptr (LiaisonLazyList) list = liaison_lazy_list_new (watched->store.store, LIAISON_ENTITY_CONTACTS);
  g_autoptr (LiaisonRow) row = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (liaison_lazy_list_get_entity (list), ==, LIAISON_ENTITY_CONTACTS);
  g_assert_true (store_fixture_edit (watched->store.store, changes, &error));
  while (liaison_lazy_list_get_records (list) != 1 || liaison_lazy_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);

  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  while (!liaison_row_is_loaded (row))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (liaison_row_get_text (row, LIAISON_CONTACT_COLUMN_NAME), ==, "Dmytro Kuleba");
}

static void
add (const char *path,
     void (*test) (WatchedList *watched, gconstpointer data))
{
  g_test_add (path, WatchedList, NULL, watched_list_set_up, test, watched_list_tear_down);
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
  add ("/lazy-list/in-view", test_in_view);
  add ("/lazy-list/query/without-matches", test_query_without_matches);
  add ("/lazy-list/stale", test_stale);
  add ("/lazy-list/edit", test_edit);
  add ("/lazy-list/change-by-others", test_change_by_others);
  add ("/lazy-list/find", test_find);
  add ("/lazy-list/failure", test_failure);
  add ("/lazy-list/dropped", test_dropped);
  add ("/lazy-list/closed", test_closed);
  add ("/lazy-list/contacts", test_contacts);

  watched_list_make_store ();
  status = g_test_run ();
  watched_list_remove_store ();

  return status;
}
