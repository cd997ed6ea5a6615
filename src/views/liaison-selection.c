/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-selection.h"

struct _LiaisonSelection
{
  GObject          parent_instance;

  LiaisonLazyList *model;
  gint32           selected;
  guint            position; /* where it was last found; looked up again where that is no longer so */
};

enum { PROP_0, PROP_MODEL, PROP_SELECTED, N_PROPS };
enum { PICKED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonSelection, liaison_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
emit_changed_at (LiaisonSelection *self,
                 guint             position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

static gboolean
select_id (LiaisonSelection *self,
           gint32            id)
{
  guint before = liaison_selection_get_position (self);

  if (id == self->selected)
    return FALSE;

  self->selected = id;
  emit_changed_at (self, before);
  emit_changed_at (self, liaison_selection_get_position (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  return TRUE;
}

static void
pick_id (LiaisonSelection *self,
         gint32            id)
{
  if (select_id (self, id))
    g_signal_emit (self, signals[PICKED], 0);
}

/* Only the rows where the record was and where it is look different now. */
static void
ids_changed_cb (LiaisonSelection *self)
{
  guint before = self->position;
  guint after;

  if (self->selected == 0)
    return;
  after = liaison_selection_get_position (self);
  if (after == before)
    return;
  if (before < g_list_model_get_n_items (G_LIST_MODEL (self)))
    emit_changed_at (self, before);
  emit_changed_at (self, after);
}

static void
items_changed_cb (LiaisonSelection *self,
                  guint             position,
                  guint             removed,
                  guint             added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
get_item_type (GListModel *list)
{
  return LIAISON_TYPE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (LIAISON_SELECTION (list)->model));
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (LIAISON_SELECTION (list)->model), position);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  LiaisonSelection *self = LIAISON_SELECTION (model);

  return self->selected != 0 && liaison_lazy_list_get_id (self->model, position) == self->selected;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  GtkBitset *set = gtk_bitset_new_empty ();
  guint selected = liaison_selection_get_position (LIAISON_SELECTION (model));

  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (set, selected);
  return set;
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  LiaisonSelection *self = LIAISON_SELECTION (model);
  gint32 id = liaison_lazy_list_get_id (self->model, position);

  if (id == 0)
    return FALSE;
  pick_id (self, id);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  LiaisonSelection *self = LIAISON_SELECTION (model);

  if (is_selected (model, position))
    pick_id (self, 0);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->get_selection_in_range = get_selection_in_range;
  interface->select_item = select_item;
  interface->unselect_item = unselect_item;
}

static void
liaison_selection_get_object_property (GObject    *object,
                                       guint       id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  LiaisonSelection *self = LIAISON_SELECTION (object);

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_selection_set_object_property (GObject      *object,
                                       guint         id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  LiaisonSelection *self = LIAISON_SELECTION (object);

  switch (id)
    {
    case PROP_MODEL:
      self->model = g_value_dup_object (value);
      g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->model, "ids-changed", G_CALLBACK (ids_changed_cb), self, G_CONNECT_SWAPPED);
      break;
    case PROP_SELECTED:
      liaison_selection_set_selected (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_selection_dispose (GObject *object)
{
  g_clear_object (&LIAISON_SELECTION (object)->model);

  G_OBJECT_CLASS (liaison_selection_parent_class)->dispose (object);
}

static void
liaison_selection_class_init (LiaisonSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = liaison_selection_get_object_property;
  object_class->set_property = liaison_selection_set_object_property;
  object_class->dispose = liaison_selection_dispose;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, LIAISON_TYPE_LAZY_LIST,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, 0, G_MAXINT32, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_selection_init (LiaisonSelection *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
}

LiaisonSelection *
liaison_selection_new (LiaisonLazyList *model)
{
  return g_object_new (LIAISON_TYPE_SELECTION, "model", model, NULL);
}

gint32
liaison_selection_get_selected (LiaisonSelection *self)
{
  g_return_val_if_fail (LIAISON_IS_SELECTION (self), 0);

  return self->selected;
}

void
liaison_selection_set_selected (LiaisonSelection *self,
                                gint32            id)
{
  g_return_if_fail (LIAISON_IS_SELECTION (self));

  select_id (self, id);
}

guint
liaison_selection_get_position (LiaisonSelection *self)
{
  g_return_val_if_fail (LIAISON_IS_SELECTION (self), GTK_INVALID_LIST_POSITION);

  if (self->selected == 0)
    return GTK_INVALID_LIST_POSITION;
  /* A list of a million is searched only when the record has moved. */
  if (self->position == GTK_INVALID_LIST_POSITION || liaison_lazy_list_get_id (self->model, self->position) != self->selected)
    self->position = liaison_lazy_list_find (self->model, self->selected);
  return self->position;
}
