/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-saved-searches.h"

#include "liaison-config.h"
#include "liaison-error-text.h"
#include "liaison-saved-search-row.h"
#include "liaison-saved-search.h"
#include "liaison-tab-stop.h"

#include <glib/gi18n.h>

/* So long after a change the counts are made anew, however many follow it: an import makes thousands. */
#define COUNT_AFTER 500

struct _LiaisonSavedSearches
{
  GtkWidget     parent_instance;

  GtkListBox   *list;
  GtkPopover   *naming;
  GtkEditable  *name_entry;
  GtkWidget    *menu;

  LiaisonStore *store;
  GCancellable *cancellable; /* of all that is asked of the store */
  guint         pending;     /* the source that will load and count */
  gboolean      is_counting;
  gboolean      is_stale;    /* changed while it was counting */
  gboolean      is_compact;
  LiaisonEntity entity;      /* what is being shown */
  char         *query;
  char         *named;       /* the UUID of the search to be named when it is there */
  char         *awaited;     /* the UUID of the search that gets the focus when it is shown anew */
};

enum { PROP_0, PROP_COMPACT, N_PROPS };
enum { OPENED, MARKED, TOLD, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonSavedSearches, liaison_saved_searches, GTK_TYPE_WIDGET)

static LiaisonSavedSearchRow *
get_row (LiaisonSavedSearches *self,
         int                   index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? LIAISON_SAVED_SEARCH_ROW (row) : NULL;
}

/* The row that has the focus, or whose menu is open; NULL where it is built in. */
static LiaisonSavedSearchRow *
get_focused (LiaisonSavedSearches *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  LiaisonSavedSearchRow *row = LIAISON_IS_SAVED_SEARCH_ROW (focus) ? LIAISON_SAVED_SEARCH_ROW (focus) : NULL;

  return row != NULL && liaison_saved_search_row_get_search (row)->record != NULL ? row : NULL;
}

static const char *
get_uuid (LiaisonSavedSearchRow *row)
{
  const LiaisonSavedSearch *search = liaison_saved_search_row_get_search (row);

  return search->record != NULL ? liaison_record_get_uuid (search->record) : "";
}

static LiaisonSavedSearchRow *
find_row (LiaisonSavedSearches *self,
          const char           *uuid)
{
  LiaisonSavedSearchRow *row;

  for (int i = 0; uuid != NULL && (row = get_row (self, i)) != NULL; i++)
    if (g_str_equal (get_uuid (row), uuid))
      return row;

  return NULL;
}

/* Counting */

static GPtrArray *
copy_searches (LiaisonSavedSearches *self)
{
  GPtrArray *searches = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_saved_search_free);
  LiaisonSavedSearchRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
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

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_counting = FALSE;
  if (self->is_stale)
    load_soon (self);
  else if (counts != NULL)
    for (int i = 0; (row = get_row (self, i)) != NULL && i < (int) counts->len; i++)
      liaison_saved_search_row_set_count (row, g_array_index (counts, int, i));
}

static void
start_count (LiaisonSavedSearches *self)
{
  self->is_counting = TRUE;
  self->is_stale = FALSE;
  liaison_store_run_async (self->store, LIAISON_QUEUE_CHARTS, count_job, copy_searches (self), (GDestroyNotify) g_ptr_array_unref,
                           (GDestroyNotify) g_array_unref, self->cancellable, counted_cb, g_object_ref (self));
}

/* Showing */

static void
select_current (LiaisonSavedSearches *self)
{
  LiaisonSavedSearchRow *row;

  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
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

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 gpointer       user_data)
{
  return gdk_content_provider_new_typed (LIAISON_TYPE_SAVED_SEARCH_ROW, user_data);
}

static void
add_row (LiaisonSavedSearches     *self,
         const LiaisonSavedSearch *search,
         GHashTable               *counts)
{
  GtkWidget *row = liaison_saved_search_row_new (search);
  GtkDragSource *source;
  gpointer count;

  g_object_set (row, "compact", self->is_compact, NULL);
  if (g_hash_table_lookup_extended (counts, search->record != NULL ? liaison_record_get_uuid (search->record) : search->name, NULL, &count))
    liaison_saved_search_row_set_count (LIAISON_SAVED_SEARCH_ROW (row), GPOINTER_TO_INT (count));
  gtk_list_box_append (self->list, row);

  if (search->record == NULL)
    return;
  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

/* What is known of the counts is kept until they are made anew. */
static GHashTable *
collect_counts (LiaisonSavedSearches *self)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LiaisonSavedSearchRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      const LiaisonSavedSearch *search = liaison_saved_search_row_get_search (row);

      g_hash_table_insert (counts, g_strdup (search->record != NULL ? liaison_record_get_uuid (search->record) : search->name),
                           GINT_TO_POINTER (liaison_saved_search_row_get_count (row)));
    }

  return counts;
}

static void open_naming (LiaisonSavedSearches *self, LiaisonSavedSearchRow *row);

/* A row that has just come has no place to point to yet. */
static gboolean
name_when_placed_cb (GtkWidget     *row,
                     GdkFrameClock *clock,
                     gpointer       user_data)
{
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  open_naming (user_data, LIAISON_SAVED_SEARCH_ROW (row));

  return G_SOURCE_REMOVE;
}

static void
name_awaited (LiaisonSavedSearches *self)
{
  LiaisonSavedSearchRow *row = find_row (self, self->named);

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

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < searches->len; i++)
    add_row (self, g_ptr_array_index (searches, i), counts);
  for (guint i = 0; i < stored->len; i++)
    add_row (self, g_ptr_array_index (stored, i), counts);

  select_current (self);
  row = find_row (self, self->awaited);
  g_clear_pointer (&self->awaited, g_free);
  if (row == NULL && focused >= 0)
    row = get_row (self, MIN (focused, (int) (searches->len + stored->len) - 1));
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

  for (; (row = get_row (self, (int) n_built_in)) != NULL && liaison_saved_search_row_get_search (row)->record == NULL; n_built_in++)
    ;
  for (; (row = get_row (self, (int) (n_built_in + i))) != NULL && i < stored->len; i++)
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
  if (self->is_counting)
    self->is_stale = TRUE;
  else
    start_count (self);
}

static void
load (LiaisonSavedSearches *self)
{
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, load_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                           loaded_cb, g_object_ref (self));
}

static gboolean
load_cb (gpointer user_data)
{
  LiaisonSavedSearches *self = user_data;

  self->pending = 0;
  load (self);

  return G_SOURCE_REMOVE;
}

static void
load_soon (LiaisonSavedSearches *self)
{
  if (self->pending == 0)
    self->pending = g_timeout_add (COUNT_AFTER, load_cb, self);
}

/* Changing */

typedef struct
{
  LiaisonSavedSearches *self;
  char                 *message;
} Edit;

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Edit *edit = user_data;
  g_autoptr (LiaisonSavedSearches) self = edit->self;
  g_autofree char *message = edit->message;
  g_autoptr (GError) error = NULL;

  g_free (edit);
  if (!liaison_store_edit_finish (LIAISON_STORE (object), result, &error))
    {
      g_autofree char *failure = liaison_error_dup_message (error);

      g_signal_emit (self, signals[TOLD], 0, failure, FALSE);
      return;
    }

  if (self->store == LIAISON_STORE (object))
    load (self);
  if (message != NULL)
    g_signal_emit (self, signals[TOLD], 0, message, TRUE);
}

static gboolean
can_edit (LiaisonSavedSearches *self)
{
  return self->store != NULL && !liaison_store_get_read_only (self->store);
}

static void
take_changes (LiaisonSavedSearches *self,
              LiaisonChanges       *changes, /* (transfer full) */
              const char           *message)
{
  g_autoptr (LiaisonChanges) owned = changes;
  Edit *edit;

  if (!can_edit (self) || liaison_changes_is_empty (changes))
    return;

  edit = g_new (Edit, 1);
  edit->self = g_object_ref (self);
  edit->message = g_strdup (message);
  liaison_store_edit_async (self->store, changes, edited_cb, edit);
}

static void
change_text (LiaisonSavedSearches  *self,
             LiaisonSavedSearchRow *row,
             guint                  field,
             const char            *text)
{
  take_changes (self, liaison_saved_search_change (liaison_saved_search_row_get_search (row), field, text), NULL);
}

static void
open_naming (LiaisonSavedSearches  *self,
             LiaisonSavedSearchRow *row)
{
  graphene_rect_t bounds;

  if (!can_edit (self) || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;

  g_object_set_data_full (G_OBJECT (self->naming), "uuid", g_strdup (get_uuid (row)), g_free);
  gtk_popover_set_pointing_to (self->naming, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                               MAX ((int) bounds.size.height, 1) });
  gtk_editable_set_text (self->name_entry, liaison_saved_search_row_get_search (row)->name);
  gtk_popover_popup (self->naming);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
named_cb (LiaisonSavedSearches *self)
{
  LiaisonSavedSearchRow *row = find_row (self, g_object_get_data (G_OBJECT (self->naming), "uuid"));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));

  gtk_popover_popdown (self->naming);
  if (*name == '\0' || row == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  /* The popover may still have the focus when the row comes with its new name. */
  g_free (self->awaited);
  self->awaited = g_strdup (get_uuid (row));
  change_text (self, row, LIAISON_SAVED_SEARCH_NAME, name);
}

static int
count_built_in (LiaisonSavedSearches *self)
{
  int n_built_in = 0;
  LiaisonSavedSearchRow *row;

  while ((row = get_row (self, n_built_in)) != NULL && liaison_saved_search_row_get_search (row)->record == NULL)
    n_built_in++;

  return n_built_in;
}

static void
move_row (LiaisonSavedSearches  *self,
          LiaisonSavedSearchRow *row,
          int                    index)
{
  int n_built_in = count_built_in (self);
  g_autoptr (GPtrArray) searches = copy_searches (self);

  g_ptr_array_remove_range (searches, 0, (guint) n_built_in);
  take_changes (self, liaison_saved_searches_move (searches, (guint) (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) - n_built_in),
                                                   (guint) (index - n_built_in)), NULL);
}

static void
move_focused (LiaisonSavedSearches *self,
              int                   step)
{
  LiaisonSavedSearchRow *row = get_focused (self);
  int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step : -1;
  LiaisonSavedSearchRow *place = index >= 0 ? get_row (self, index) : NULL;

  if (place == NULL || liaison_saved_search_row_get_search (place)->record == NULL)
    return;
  /* The focus goes along: it is kept by its place. */
  gtk_widget_grab_focus (GTK_WIDGET (place));
  move_row (self, row, index);
}

static gboolean
dropped_cb (LiaisonSavedSearches *self,
            const GValue         *value,
            double                x,
            double                y)
{
  GtkWidget *row = g_value_get_object (value);
  GtkListBoxRow *place = gtk_list_box_get_row_at_y (self->list, (int) y);

  /* It may come from another window, and a place among what is built in is none. */
  if (row == NULL || gtk_widget_get_parent (row) != GTK_WIDGET (self->list) || place == NULL
      || gtk_list_box_row_get_index (place) < count_built_in (self))
    return FALSE;
  move_row (self, LIAISON_SAVED_SEARCH_ROW (row), gtk_list_box_row_get_index (place));

  return TRUE;
}

static void
delete_row (LiaisonSavedSearches  *self,
            LiaisonSavedSearchRow *row)
{
  const LiaisonSavedSearch *search = liaison_saved_search_row_get_search (row);
  /* Translators: %s is the name of a saved search */
  g_autofree char *message = g_strdup_printf (_ ("Deleted search %s"), search->name);

  take_changes (self, liaison_saved_search_delete (search), message);
}

/* Actions */

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  LiaisonSavedSearches *self = LIAISON_SAVED_SEARCHES (widget);
  LiaisonSavedSearchRow *row = get_focused (self);

  if (row == NULL || !can_edit (self))
    return;

  if (g_str_equal (name, "saved.rename"))
    open_naming (self, row);
  else if (g_str_equal (name, "saved.delete"))
    delete_row (self, row);
  else if (g_str_equal (name, "saved.move-up"))
    move_focused (self, -1);
  else if (g_str_equal (name, "saved.move-down"))
    move_focused (self, 1);
  else if (g_str_equal (name, "saved.update"))
    change_text (self, row, LIAISON_SAVED_SEARCH_QUERY, self->query != NULL ? self->query : "");
  else
    change_text (self, row, LIAISON_SAVED_SEARCH_ICON, g_variant_get_string (parameter, NULL));
}

static void
open_menu (LiaisonSavedSearches  *self,
           LiaisonSavedSearchRow *row)
{
  graphene_rect_t bounds;

  if (liaison_saved_search_row_get_search (row)->record == NULL || !can_edit (self)
      || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                             (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (LiaisonSavedSearches *self,
                 int                   n_press,
                 double                x,
                 double                y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row != NULL)
    open_menu (self, LIAISON_SAVED_SEARCH_ROW (row));
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  LiaisonSavedSearches *self = LIAISON_SAVED_SEARCHES (widget);
  LiaisonSavedSearchRow *row = get_focused (self);

  if (row == NULL)
    return FALSE;
  open_menu (self, row);

  return TRUE;
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

static GMenuModel *
new_menu (void)
{
  g_autoptr (GMenu) icons = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (const char * const *icon = liaison_saved_search_icons (); *icon != NULL; icon++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (liaison_saved_search_icon_label (*icon), NULL);

      g_menu_item_set_action_and_target (item, "saved.set-icon", "s", *icon);
      g_menu_append_item (icons, item);
    }
  g_menu_append (menu, _ ("_Rename…"), "saved.rename");
  g_menu_append_submenu (menu, _ ("_Icon"), G_MENU_MODEL (icons));
  g_menu_append (menu, _ ("Move _up"), "saved.move-up");
  g_menu_append (menu, _ ("Move _down"), "saved.move-down");
  g_menu_append (menu, _ ("_Take the present search"), "saved.update");
  g_menu_append (menu, _ ("_Delete"), "saved.delete");

  return G_MENU_MODEL (menu);
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
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
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
  g_free (self->awaited);

  G_OBJECT_CLASS (liaison_saved_searches_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "saved.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "saved.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "saved.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "saved.move-down", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "saved.rename", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.delete", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.move-up", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.move-down", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.update", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.set-icon", "s", action_cb);
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

  install_actions (widget_class);
  bind_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-saved-searches.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearches, list);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearches, naming);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearches, name_entry);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_saved_searches_init (LiaisonSavedSearches *self)
{
  GtkDropTarget *target = gtk_drop_target_new (LIAISON_TYPE_SAVED_SEARCH_ROW, GDK_ACTION_MOVE);
  g_autoptr (GMenuModel) menu = new_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  liaison_tab_stop_unite (self->list);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
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
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, load_soon, self);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (store, "changed", G_CALLBACK (load_soon), self, G_CONNECT_SWAPPED);
  load (self);
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

void
liaison_saved_searches_add (LiaisonSavedSearches *self,
                            const char           *name,
                            LiaisonEntity         entity,
                            const char           *query)
{
  int n_rows = 0;

  g_return_if_fail (LIAISON_IS_SAVED_SEARCHES (self));

  while (get_row (self, n_rows) != NULL)
    n_rows++;
  g_clear_pointer (&self->named, g_free);
  take_changes (self, liaison_saved_search_create (name, entity, query, (guint) (n_rows - count_built_in (self) + 1), &self->named), NULL);
}
