/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-saved-searches-private.h"

#include "liaison-row-drag.h"
#include "liaison-tab-stop.h"

/* So long after a change the counts are made anew, however many follow it: an import makes thousands. */
#define COUNT_AFTER 500

enum { PROP_0, PROP_COMPACT, N_PROPS };
enum { OPENED, MARKED, TOLD, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonSavedSearches, liaison_saved_searches, GTK_TYPE_WIDGET)

LiaisonSavedSearchRow *
liaison_saved_searches_get_row (LiaisonSavedSearches *self,
                                int                   index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? LIAISON_SAVED_SEARCH_ROW (row) : NULL;
}

const char *
liaison_saved_searches_get_row_uuid (LiaisonSavedSearchRow *row)
{
  const LiaisonSavedSearch *search = liaison_saved_search_row_get_search (row);

  return search->record != NULL ? liaison_record_get_uuid (search->record) : "";
}

LiaisonSavedSearchRow *
liaison_saved_searches_find_row (LiaisonSavedSearches *self,
                                 const char           *uuid)
{
  LiaisonSavedSearchRow *row;

  for (int i = 0; uuid != NULL && (row = liaison_saved_searches_get_row (self, i)) != NULL; i++)
    if (g_str_equal (liaison_saved_searches_get_row_uuid (row), uuid))
      return row;

  return NULL;
}

/* Counting */

GPtrArray *
liaison_saved_searches_copy (LiaisonSavedSearches *self)
{
  GPtrArray *searches = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_saved_search_free);
  LiaisonSavedSearchRow *row;

  for (int i = 0; (row = liaison_saved_searches_get_row (self, i)) != NULL; i++)
    g_ptr_array_add (searches, liaison_saved_search_copy (liaison_saved_search_row_get_search (row)));

  return searches;
}

static gpointer
count_job (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  GPtrArray *searches = data;
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < searches->len; i++)
    {
      int count = liaison_saved_search_count (db, g_ptr_array_index (searches, i), error);

      if (count < 0)
        return NULL;
      g_array_append_val (counts, count);
    }

  return g_steal_pointer (&counts);
}

static void wait_a_moment (LiaisonSavedSearches *self);
static void load_soon (LiaisonSavedSearches *self);

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LiaisonSavedSearches) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  LiaisonSavedSearchRow *row;

  if (liaison_error_is_cancelled (error))
    return;

  self->is_counting = FALSE;
  if (self->is_stale)
    load_soon (self);
  else if (counts != NULL)
    for (int i = 0; (row = liaison_saved_searches_get_row (self, i)) != NULL && i < (int) counts->len; i++)
      liaison_saved_search_row_set_count (row, g_array_index (counts, int, i));
}

static void
start_count (LiaisonSavedSearches *self)
{
  self->is_counting = TRUE;
  self->is_stale = FALSE;
  liaison_store_run_async (self->store, LIAISON_QUEUE_CHARTS, count_job, liaison_saved_searches_copy (self), (GDestroyNotify) g_ptr_array_unref,
                           (GDestroyNotify) g_array_unref, self->cancellable, counted_cb, g_object_ref (self));
}

/* Showing */

static void
select_current (LiaisonSavedSearches *self)
{
  LiaisonSavedSearchRow *row;

  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = liaison_saved_searches_get_row (self, i)) != NULL; i++)
    {
      const LiaisonSavedSearch *search = liaison_saved_search_row_get_search (row);

      if (search->entity == self->entity && g_strcmp0 (search->query, self->query) == 0)
        {
          gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
          g_signal_emit (self, signals[MARKED], 0);
          return;
        }
    }
}

static void
add_row (LiaisonSavedSearches     *self,
         const LiaisonSavedSearch *search,
         GHashTable               *counts)
{
  GtkWidget *row = liaison_saved_search_row_new (search);
  gpointer count;

  g_object_set (row, "compact", self->is_compact, NULL);
  if (g_hash_table_lookup_extended (counts, search->record != NULL ? liaison_record_get_uuid (search->record) : search->name, NULL, &count))
    liaison_saved_search_row_set_count (LIAISON_SAVED_SEARCH_ROW (row), GPOINTER_TO_INT (count));
  gtk_list_box_append (self->list, row);

  if (search->record != NULL)
    liaison_row_drag_add (row, GTK_LIST_BOX_ROW (row));
}

/* What is known of the counts is kept until they are made anew. */
static GHashTable *
collect_counts (LiaisonSavedSearches *self)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LiaisonSavedSearchRow *row;

  for (int i = 0; (row = liaison_saved_searches_get_row (self, i)) != NULL; i++)
    {
      const LiaisonSavedSearch *search = liaison_saved_search_row_get_search (row);

      g_hash_table_insert (counts, g_strdup (search->record != NULL ? liaison_record_get_uuid (search->record) : search->name),
                           GINT_TO_POINTER (liaison_saved_search_row_get_count (row)));
    }

  return counts;
}

/* A row that has just come has no place to point to yet. */
static gboolean
name_when_placed_cb (GtkWidget     *row,
                     GdkFrameClock *clock,
                     gpointer       user_data)
{
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  liaison_saved_searches_open_naming (user_data, LIAISON_SAVED_SEARCH_ROW (row));

  return G_SOURCE_REMOVE;
}

static void
name_awaited (LiaisonSavedSearches *self)
{
  LiaisonSavedSearchRow *row = liaison_saved_searches_find_row (self, self->named);

  if (row == NULL)
    return;
  g_clear_pointer (&self->named, g_free);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_add_tick_callback (GTK_WIDGET (row), name_when_placed_cb, self, NULL);
}

static void
show_searches (LiaisonSavedSearches *self,
               GPtrArray            *stored)
{
  g_autoptr (GPtrArray) searches = liaison_saved_searches_built_in ();
  g_autoptr (GHashTable) counts = collect_counts (self);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int focused = GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  LiaisonSavedSearchRow *row;

  while ((row = liaison_saved_searches_get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < searches->len; i++)
    add_row (self, g_ptr_array_index (searches, i), counts);
  for (guint i = 0; i < stored->len; i++)
    add_row (self, g_ptr_array_index (stored, i), counts);

  select_current (self);
  row = liaison_saved_searches_find_row (self, self->awaited);
  g_clear_pointer (&self->awaited, g_free);
  if (row == NULL && focused >= 0)
    row = liaison_saved_searches_get_row (self, MIN (focused, (int) (searches->len + stored->len) - 1));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  name_awaited (self);
}

static gboolean
is_shown (LiaisonSavedSearches *self,
          GPtrArray            *stored)
{
  guint n_built_in = 0;
  LiaisonSavedSearchRow *row;
  guint i = 0;

  for (; (row = liaison_saved_searches_get_row (self, (int) n_built_in)) != NULL && liaison_saved_search_row_get_search (row)->record == NULL; n_built_in++)
    ;
  for (; (row = liaison_saved_searches_get_row (self, (int) (n_built_in + i))) != NULL && i < stored->len; i++)
    {
      const LiaisonSavedSearch *search = g_ptr_array_index (stored, i);

      if (!liaison_record_equal (liaison_saved_search_row_get_search (row)->record, search->record))
        return FALSE;
    }

  return n_built_in > 0 && row == NULL && i == stored->len;
}

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return liaison_saved_searches_load (db, error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonSavedSearches) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stored = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  /* Cancelled, it is another store's; a failure is told by the list, which asks the same one. */
  if (stored == NULL)
    return;

  if (!is_shown (self, stored))
    show_searches (self, stored);
  if (self->is_new)
    wait_a_moment (self);
  else if (self->is_counting)
    self->is_stale = TRUE;
  else
    start_count (self);
  self->is_new = FALSE;
}

void
liaison_saved_searches_reload (LiaisonSavedSearches *self)
{
  self->has_changed = FALSE;
  g_clear_handle_id (&self->pending, g_source_remove);
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, load_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                           loaded_cb, g_object_ref (self));
}

static gboolean
waited_cb (gpointer user_data)
{
  LiaisonSavedSearches *self = user_data;

  self->pending = 0;
  if (self->has_changed)
    liaison_saved_searches_reload (self);
  else if (!self->is_counting)
    start_count (self);

  return G_SOURCE_REMOVE;
}

static void
wait_a_moment (LiaisonSavedSearches *self)
{
  if (self->pending == 0)
    self->pending = g_timeout_add (COUNT_AFTER, waited_cb, self);
}

static void
load_soon (LiaisonSavedSearches *self)
{
  self->has_changed = TRUE;
  wait_a_moment (self);
}

static void
row_activated_cb (LiaisonSavedSearches *self,
                  GtkListBoxRow        *row)
{
  const LiaisonSavedSearch *search = liaison_saved_search_row_get_search (LIAISON_SAVED_SEARCH_ROW (row));
  g_autofree char *query = g_strdup (search->query);

  g_signal_emit (self, signals[OPENED], 0, (int) search->entity, query);
}

/* A line between those that Liaison brings along and the person's own. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  gboolean is_first = liaison_saved_search_row_get_search (LIAISON_SAVED_SEARCH_ROW (row))->record != NULL && before != NULL
    && liaison_saved_search_row_get_search (LIAISON_SAVED_SEARCH_ROW (before))->record == NULL;

  gtk_list_box_row_set_header (row, is_first ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
liaison_saved_searches_get_property (GObject    *object,
                                     guint       id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (id == PROP_COMPACT)
    g_value_set_boolean (value, LIAISON_SAVED_SEARCHES (object)->is_compact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_saved_searches_set_property (GObject      *object,
                                     guint         id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  LiaisonSavedSearches *self = LIAISON_SAVED_SEARCHES (object);
  LiaisonSavedSearchRow *row;

  if (id != PROP_COMPACT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->is_compact == g_value_get_boolean (value))
    return;
  self->is_compact = g_value_get_boolean (value);
  for (int i = 0; (row = liaison_saved_searches_get_row (self, i)) != NULL; i++)
    g_object_set (row, "compact", self->is_compact, NULL);
  g_object_notify_by_pspec (object, pspec);
}

static void
liaison_saved_searches_dispose (GObject *object)
{
  LiaisonSavedSearches *self = LIAISON_SAVED_SEARCHES (object);

  liaison_saved_searches_set_store (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_SAVED_SEARCHES);

  G_OBJECT_CLASS (liaison_saved_searches_parent_class)->dispose (object);
}

static void
liaison_saved_searches_finalize (GObject *object)
{
  LiaisonSavedSearches *self = LIAISON_SAVED_SEARCHES (object);

  g_free (self->query);
  g_free (self->named);
  g_free (self->edited);
  g_free (self->awaited);

  G_OBJECT_CLASS (liaison_saved_searches_parent_class)->finalize (object);
}

static void
liaison_saved_searches_class_init (LiaisonSavedSearchesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_saved_searches_get_property;
  object_class->set_property = liaison_saved_searches_set_property;
  object_class->dispose = liaison_saved_searches_dispose;
  object_class->finalize = liaison_saved_searches_finalize;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] = g_signal_new ("opened", LIAISON_TYPE_SAVED_SEARCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                                  G_TYPE_STRING);
  signals[MARKED] = g_signal_new ("marked", LIAISON_TYPE_SAVED_SEARCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", LIAISON_TYPE_SAVED_SEARCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                G_TYPE_BOOLEAN);

  liaison_saved_searches_install_actions (widget_class);
  liaison_saved_searches_bind_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-saved-searches.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearches, list);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearches, naming);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearches, name_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearches, save);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "menu_pressed_cb", G_CALLBACK (liaison_saved_searches_menu_pressed_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "name_changed_cb", G_CALLBACK (liaison_saved_searches_name_changed_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "named_cb", G_CALLBACK (liaison_saved_searches_named_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "closed_cb", G_CALLBACK (liaison_saved_searches_closed_cb));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_saved_searches_init (LiaisonSavedSearches *self)
{
  g_autoptr (GMenuModel) menu = liaison_saved_searches_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  liaison_tab_stop_unite (GTK_WIDGET (self->list));
  liaison_row_drag_receive (GTK_WIDGET (self->list), self->list, LIAISON_TYPE_SAVED_SEARCH_ROW, liaison_saved_searches_dropped, self);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (liaison_saved_searches_closed_cb), self);
}

void
liaison_saved_searches_set_store (LiaisonSavedSearches *self,
                                  LiaisonStore         *store)
{
  g_return_if_fail (LIAISON_IS_SAVED_SEARCHES (self));

  if (store == self->store)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pending, g_source_remove);
  self->is_counting = FALSE;
  self->has_changed = FALSE;
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, load_soon, self);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  self->is_new = TRUE;
  g_signal_connect_object (store, "changed", G_CALLBACK (load_soon), self, G_CONNECT_SWAPPED);
  liaison_saved_searches_reload (self);
}

void
liaison_saved_searches_show_current (LiaisonSavedSearches *self,
                                     LiaisonEntity         entity,
                                     const char           *query)
{
  g_return_if_fail (LIAISON_IS_SAVED_SEARCHES (self));

  self->entity = entity;
  g_free (self->query);
  self->query = g_strdup (query);
  select_current (self);
}
