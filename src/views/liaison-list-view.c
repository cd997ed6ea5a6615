/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-view-private.h"

#include "liaison-announce.h"
#include "liaison-column-sorter.h"
#include "liaison-config.h"
#include "liaison-entry-direction.h"
#include "liaison-list-marks.h"
#include "liaison-list-menu.h"
#include "liaison-list-rows.h"
#include "liaison-query-asks.h"
#include "liaison-tab-stop.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 300
/* Below this there is no room for columns: rows of two lines. */
#define COLUMNS_FROM 480
enum { PROP_0, PROP_ENTITY, PROP_STORE, N_PROPS };
enum { CLEAR_QUERY, TOLD, UNSELECTED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonListView, liaison_list_view, GTK_TYPE_WIDGET)

static const LiaisonKind kinds[] = {
  [LIAISON_ENTITY_ENGAGEMENTS] = LIAISON_KIND_ENGAGEMENT,
  [LIAISON_ENTITY_CONTACTS] = LIAISON_KIND_CONTACT,
  [LIAISON_ENTITY_ORGANISATIONS] = LIAISON_KIND_ORGANISATION,
};

gboolean
liaison_list_view_is_complete (LiaisonListView *self)
{
  guint n_ids;

  liaison_lazy_list_get_ids (self->list, &n_ids);
  return !liaison_lazy_list_get_loading (self->list) && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == n_ids;
}

static void
list_changed_cb (LiaisonListView *self)
{
  liaison_list_view_update_state (self);
  if (liaison_lazy_list_get_loading (self->list))
    return;
  liaison_list_view_update_head (self);
  liaison_list_view_announce_head (self);
  liaison_list_view_press_held (self);
  if (!self->wants_place || !liaison_list_view_is_complete (self))
    return;
  self->wants_place = FALSE;
  liaison_list_view_restore_place (self);
}

/* What is searched for is read from its beginning; where one is does not change when the same is sorted anew or has changed. */
static void
ids_changing_cb (LiaisonListView *self)
{
  if (self->wants_top)
    liaison_list_view_begin (self);
  else
    liaison_list_view_keep_cursor (self);
  self->wants_top = FALSE;
  /* In what stays where it was, other words are found now. */
  if (self->has_new_words)
    liaison_lazy_list_show_again (self->list);
  self->has_new_words = FALSE;
}

static void
ids_changed_cb (LiaisonListView *self)
{
  self->has_failed = FALSE;
  liaison_list_view_restore_cursor (self);
  liaison_list_view_press_held (self);
  list_changed_cb (self);
}

/* One that is selected is shown in the detail; of several the list tells how many. */
static void
n_selected_cb (LiaisonListView *self)
{
  guint n = liaison_selection_get_n_selected (self->selection);
  g_autofree char *text = NULL;

  liaison_list_view_update_actions (self);
  gtk_widget_set_visible (GTK_WIDGET (self->selected), n > 1);
  if (n == 0)
    g_signal_emit (self, signals[UNSELECTED], 0);
  if (n <= 1)
    return;
  text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);
  gtk_label_set_label (self->selected, text);
  liaison_announce (GTK_WIDGET (self), text);
}

void
liaison_list_view_note (LiaisonListView *self,
                        const char      *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

GtkWidget *
liaison_list_view_get_list_widget (LiaisonListView *self)
{
  return self->is_narrow ? GTK_WIDGET (self->rows) : gtk_widget_get_last_child (GTK_WIDGET (self->columns));
}

static void
layout_changed_cb (LiaisonListView *self)
{
  liaison_list_view_update_actions (self);
  liaison_list_view_save_soon (self);
}

void
liaison_list_view_set_sort (LiaisonListView      *self,
                            const LiaisonSortKey *keys,
                            guint                 n_keys)
{
  memmove (self->sort, keys, n_keys * sizeof keys[0]);
  self->n_sort = n_keys;
  self->sorting = TRUE;
  liaison_list_columns_show_sort (self->layout, self->sort, self->n_sort);
  self->sorting = FALSE;
  if (self->list != NULL)
    liaison_lazy_list_set_sort (self->list, self->sort, self->n_sort);
  layout_changed_cb (self);
}

void
liaison_list_view_set_group (LiaisonListView *self,
                             int              group)
{
  self->group = group;
  if (self->list != NULL)
    liaison_lazy_list_set_group (self->list, group);
  layout_changed_cb (self);
}

/* A head clicked anew comes first, and the columns clicked before it break its ties. */
static void
sorter_changed_cb (LiaisonListView *self)
{
  gboolean descending = FALSE;
  int column = self->sorting ? -1 : liaison_column_sorter_read (self->columns, &descending);
  LiaisonSortKey kept[LIAISON_LIST_MOST_SORT_KEYS];
  guint n_kept = 0;

  if (column < 0 || (self->n_sort > 0 && self->sort[0].column == column && self->sort[0].descending == descending))
    return;
  kept[n_kept++] = (LiaisonSortKey) { column, descending };
  for (guint i = 0; i < self->n_sort && n_kept < LIAISON_LIST_MOST_SORT_KEYS; i++)
    if (self->sort[i].column != column)
      kept[n_kept++] = self->sort[i];
  liaison_list_view_set_sort (self, kept, n_kept);
}

static void
clear_query_cb (LiaisonListView *self)
{
  g_signal_emit (self, signals[CLEAR_QUERY], 0);
}

static void
try_again_cb (LiaisonListView *self)
{
  self->has_failed = FALSE;
  liaison_lazy_list_reload (self->list);
  liaison_list_view_update_state (self);
}

/* What is marked in both dresses of the list, since either may be put on. */
static void
update_words (LiaisonListView *self)
{
  gboolean columns = liaison_list_marks_set_words (GTK_WIDGET (self->columns), liaison_query_dup_words (self->query));
  gboolean rows = liaison_list_marks_set_words (GTK_WIDGET (self->rows), liaison_query_dup_words (self->query));

  self->has_new_words = self->has_new_words || columns || rows;
}

static void
drop_list (LiaisonListView *self)
{
  liaison_list_view_stop_awaiting (self);
  liaison_list_view_drop_keys (self);
  if (self->list == NULL)
    return;
  liaison_list_view_save_place (self);
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_column_view_set_model (self->columns, NULL);
  gtk_list_view_set_model (self->rows, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

/* Only the dress that is shown has the model: each would load rows of its own. */
static void
dress (LiaisonListView *self)
{
  GtkSelectionModel *model = self->selection != NULL ? GTK_SELECTION_MODEL (self->selection) : NULL;

  gtk_column_view_set_model (self->columns, self->is_narrow ? NULL : model);
  gtk_list_view_set_model (self->rows, self->is_narrow ? model : NULL);
  liaison_list_view_update_view (self);
}

static void
make_list (LiaisonListView *self)
{
  self->list = liaison_lazy_list_new (self->store, self->entity);
  liaison_lazy_list_set_sort (self->list, self->sort, self->n_sort);
  liaison_lazy_list_set_group (self->list, self->group);
  if (self->query != NULL)
    liaison_lazy_list_set_query (self->list, self->query);
  self->selection = liaison_selection_new (self->list);
  self->wants_place = TRUE;
  liaison_list_columns_measure_anew (self->layout);

  g_signal_connect_swapped (self->list, "notify", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_swapped (self->list, "ids-changing", G_CALLBACK (ids_changing_cb), self);
  g_signal_connect_swapped (self->list, "ids-changed", G_CALLBACK (ids_changed_cb), self);
  g_signal_connect_swapped (self->list, "failed", G_CALLBACK (liaison_list_view_failed_cb), self);
  g_signal_connect_swapped (self->selection, "notify::n-selected", G_CALLBACK (n_selected_cb), self);
  g_signal_connect_swapped (self->selection, "picked", G_CALLBACK (liaison_list_view_picked_cb), self);
  dress (self);
}

static void
liaison_list_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  LiaisonListView *self = LIAISON_LIST_VIEW (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, LEAST_WIDTH);
      *natural = MAX (*natural, LEAST_WIDTH);
    }
}

/* What one reads and where the keys go stay the same in the other dress. */
static void
change_dress (LiaisonListView *self,
              gboolean         is_narrow)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->states)) != NULL;
  guint focused = liaison_list_view_get_focused (self);
  guint top = liaison_list_view_get_top (self);

  self->is_narrow = is_narrow;
  dress (self);
  liaison_list_view_update_state (self);
  if (top != GTK_INVALID_LIST_POSITION)
    liaison_list_view_scroll_to_top (self, top);
  if (focused != GTK_INVALID_LIST_POSITION)
    liaison_list_view_reveal (self, focused, TRUE);
  else if (has_focus)
    liaison_list_view_focus_list (self);
}

static void
liaison_list_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  LiaisonListView *self = LIAISON_LIST_VIEW (widget);
  gboolean is_narrow = width < COLUMNS_FROM;

  if (is_narrow != self->is_narrow)
    change_dress (self, is_narrow);
  if (!is_narrow)
    liaison_list_columns_fit (self->layout, width);
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  liaison_list_menu_present (widget);
}

static void
liaison_list_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LiaisonListView *self = LIAISON_LIST_VIEW (object);

  switch (id)
    {
    case PROP_ENTITY:
      g_value_set_int (value, (int) self->entity);
      break;
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_list_view_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LiaisonListView *self = LIAISON_LIST_VIEW (object);

  switch (id)
    {
    case PROP_ENTITY:
      self->entity = (LiaisonEntity) g_value_get_int (value);
      break;
    case PROP_STORE:
      liaison_list_view_set_store (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
name_lists (LiaisonListView *self)
{
  const char *name = liaison_vocabulary_get_label (&liaison_entities, (int) self->entity);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (self->columns))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
liaison_list_view_constructed (GObject *object)
{
  LiaisonListView *self = LIAISON_LIST_VIEW (object);
  g_autoptr (GtkListItemFactory) factory = liaison_list_rows_factory_new (self->entity);

  G_OBJECT_CLASS (liaison_list_view_parent_class)->constructed (object);

  gtk_list_view_set_factory (self->rows, factory);
  self->layout = liaison_list_columns_new (self->columns, self->entity);
  g_signal_connect_object (self->layout, "changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->columns), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  liaison_list_view_add_actions (self);
  /* The first column of every list: the date, the newest first, or the name. */
  liaison_list_view_set_sort (self, &(LiaisonSortKey) { 0, self->entity == LIAISON_ENTITY_ENGAGEMENTS }, 1);
  liaison_list_view_update_empty (self);
  name_lists (self);
  liaison_list_view_watch_view (self);
  liaison_list_view_watch_clicks (self, gtk_widget_get_last_child (GTK_WIDGET (self->columns)));
  liaison_tab_stop_unite (GTK_WIDGET (self->columns));
  liaison_tab_stop_unite (GTK_WIDGET (self->rows));
  liaison_list_view_watch_clicks (self, GTK_WIDGET (self->rows));
}

static void
liaison_list_view_dispose (GObject *object)
{
  LiaisonListView *self = LIAISON_LIST_VIEW (object);

  if (self->columns != NULL)
    {
      /* The view tells of its columns one last time while they go. */
      g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->columns), sorter_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->layout, layout_changed_cb, self);
      drop_list (self);
    }
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  liaison_list_menu_detach (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", NULL);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, liaison_query_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_LIST_VIEW);
  /* The cells that went with the view belonged to it. */
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (liaison_list_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, head);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, spinner);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, states);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, columns);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, rows);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, empty);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, no_match);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, failed);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, selected);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, date_popover);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, date_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, date_error);
  gtk_widget_class_bind_template_callback (widget_class, liaison_list_view_focus_list);
  gtk_widget_class_bind_template_callback_full (widget_class, "go_to_date_cb", G_CALLBACK (liaison_list_view_go_to_date_cb));
  gtk_widget_class_bind_template_child (widget_class, LiaisonListView, options);
  gtk_widget_class_bind_template_callback_full (widget_class, "activate_cb", G_CALLBACK (liaison_list_view_activate_cb));
  gtk_widget_class_bind_template_callback (widget_class, clear_query_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
liaison_list_view_class_init (LiaisonListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType row_types[] = { G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT };

  object_class->get_property = liaison_list_view_get_property;
  object_class->set_property = liaison_list_view_set_property;
  object_class->constructed = liaison_list_view_constructed;
  object_class->dispose = liaison_list_view_dispose;
  widget_class->measure = liaison_list_view_measure;
  widget_class->size_allocate = liaison_list_view_size_allocate;

  properties[PROP_ENTITY] =
    g_param_spec_int ("entity", NULL, NULL, LIAISON_ENTITY_ENGAGEMENTS, LIAISON_ENTITY_ORGANISATIONS, LIAISON_ENTITY_ENGAGEMENTS,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, LIAISON_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_signal_newv ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                                   G_TYPE_NONE, G_N_ELEMENTS (row_types), row_types);
  g_signal_newv ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                                   G_TYPE_NONE, G_N_ELEMENTS (row_types), row_types);
  g_signal_new ("several", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNSELECTED] = g_signal_new ("unselected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[CLEAR_QUERY] = g_signal_new ("clear-query", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  g_type_ensure (LIAISON_TYPE_STATUS_PAGE);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "listview-pane");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.delete", NULL);
}

static void
liaison_list_view_init (LiaisonListView *self)
{
  self->group = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_entry_read_from_left (self->date_entry);
}

LiaisonEntity
liaison_list_view_get_entity (LiaisonListView *self)
{
  g_return_val_if_fail (LIAISON_IS_LIST_VIEW (self), LIAISON_ENTITY_ENGAGEMENTS);

  return self->entity;
}

void
liaison_list_view_set_settings (LiaisonListView *self,
                                GSettings       *settings)
{
  g_return_if_fail (LIAISON_IS_LIST_VIEW (self));

  g_set_object (&self->settings, settings);
  /* What belongs together is written at once: to a file, and so to the disk, where there is no service for it, as in a sandbox. */
  if (settings != NULL)
    g_settings_delay (settings);
  liaison_list_view_load (self);
}

LiaisonKind
liaison_list_view_get_kind (LiaisonListView *self)
{
  g_return_val_if_fail (LIAISON_IS_LIST_VIEW (self), LIAISON_N_KINDS);

  return kinds[self->entity];
}

guint
liaison_list_view_get_n_selected (LiaisonListView *self)
{
  g_return_val_if_fail (LIAISON_IS_LIST_VIEW (self), 0);

  return self->selection != NULL ? liaison_selection_get_n_selected (self->selection) : 0;
}

gint32
liaison_list_view_get_selected (LiaisonListView *self)
{
  g_return_val_if_fail (LIAISON_IS_LIST_VIEW (self), 0);

  return self->selection != NULL ? liaison_selection_get_selected (self->selection) : 0;
}

gboolean
liaison_list_view_is_picking (LiaisonListView *self)
{
  g_return_val_if_fail (LIAISON_IS_LIST_VIEW (self), FALSE);

  return self->awaited != NULL;
}

void
liaison_list_view_pick_again (LiaisonListView *self)
{
  g_return_if_fail (LIAISON_IS_LIST_VIEW (self));

  if (self->selection != NULL)
    liaison_list_view_picked_cb (self);
}

GArray *
liaison_list_view_dup_selected (LiaisonListView *self)
{
  g_return_val_if_fail (LIAISON_IS_LIST_VIEW (self), NULL);

  return self->selection != NULL ? liaison_selection_dup_ids (self->selection) : g_array_new (FALSE, FALSE, sizeof (gint32));
}

void
liaison_list_view_set_store (LiaisonListView *self,
                             LiaisonStore    *store)
{
  g_return_if_fail (LIAISON_IS_LIST_VIEW (self));

  if (store == self->store)
    return;

  drop_list (self);
  g_set_object (&self->store, store);
  self->has_failed = FALSE;
  if (store != NULL)
    make_list (self);
  liaison_list_view_update_empty (self);
  liaison_list_view_update_state (self);
  liaison_list_view_update_head (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

void
liaison_list_view_set_query (LiaisonListView *self,
                             LiaisonQuery    *query)
{
  g_return_if_fail (LIAISON_IS_LIST_VIEW (self));
  g_return_if_fail (query != NULL);

  /* Where one has gone to is told also to who is there. */
  if (self->query != NULL && g_str_equal (liaison_query_get_text (query), liaison_query_get_text (self->query)))
    return;

  g_clear_pointer (&self->query, liaison_query_unref);
  self->query = liaison_query_ref (query);
  self->has_failed = FALSE;
  self->wants_top = TRUE;
  self->wants_announcement = gtk_widget_get_mapped (GTK_WIDGET (self));
  liaison_list_view_drop_keys (self);
  update_words (self);
  if (self->list != NULL)
    liaison_lazy_list_set_query (self->list, query);
}

void
liaison_list_view_select (LiaisonListView *self,
                          gint32           id)
{
  g_return_if_fail (LIAISON_IS_LIST_VIEW (self));

  liaison_list_view_stop_awaiting (self);
  if (self->selection != NULL)
    liaison_selection_set_selected (self->selection, id);
}

void
liaison_list_view_focus_list (LiaisonListView *self)
{
  g_return_if_fail (LIAISON_IS_LIST_VIEW (self));

  gtk_widget_grab_focus (liaison_list_view_get_list_widget (self));
}
