/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-selection.h"

/* A set of keys, a bit each; it grows with the greatest. */
typedef struct
{
  guint64 *words;
  gsize    n_words;
} Bits;

struct _LiaisonSelection
{
  GObject          parent_instance;

  LiaisonLazyList *model;
  Bits             selected;
  guint            n_selected; /* of those listed */
  gint32           single;     /* the only one selected, else 0 */
  guint            position;   /* where that was last found; looked up again where that is no longer so */
};

enum { PROP_0, PROP_MODEL, PROP_N_SELECTED, N_PROPS };
enum { PICKED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonSelection, liaison_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static gboolean
has_bit (const Bits *bits,
         gint32      id)
{
  gsize word = (gsize) id / 64;

  return id > 0 && word < bits->n_words && bits->words[word] >> (id % 64) & 1;
}

/* Returns: whether that changed anything. */
static gboolean
set_bit (Bits     *bits,
         gint32    id,
         gboolean  value)
{
  gsize word = (gsize) id / 64;

  if (id <= 0 || has_bit (bits, id) == value)
    return FALSE;
  if (word >= bits->n_words)
    {
      gsize n_words = MAX (word + 1, bits->n_words * 2);

      bits->words = g_renew (guint64, bits->words, n_words);
      memset (bits->words + bits->n_words, 0, (n_words - bits->n_words) * sizeof (guint64));
      bits->n_words = n_words;
    }
  bits->words[word] ^= G_GUINT64_CONSTANT (1) << (id % 64);
  return TRUE;
}

static void
clear_bits (Bits *bits)
{
  g_clear_pointer (&bits->words, g_free);
  bits->n_words = 0;
}

/* The only bit that is set, 0 where there are none or several. */
static gint32
find_single (const Bits *bits)
{
  gint32 found = 0;

  for (gsize i = 0; i < bits->n_words; i++)
    {
      if (bits->words[i] == 0)
        continue;
      if (found != 0 || (bits->words[i] & (bits->words[i] - 1)) != 0)
        return 0;
      found = (gint32) (i * 64) + __builtin_ctzll (bits->words[i]);
    }
  return found;
}

static guint
get_n (LiaisonSelection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

/* A record that is listed several times is one. */
static guint
count_listed (LiaisonSelection *self)
{
  Bits known = { NULL, 0 };
  guint n_ids;
  const gint32 *ids;
  guint n = 0;

  if (self->selected.n_words == 0)
    return 0;
  ids = liaison_lazy_list_get_ids (self->model, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    if (has_bit (&self->selected, ids[i]) && set_bit (&known, ids[i], TRUE))
      n++;
  clear_bits (&known);
  return n;
}

static void
update (LiaisonSelection *self)
{
  guint n_selected = count_listed (self);

  self->single = find_single (&self->selected);
  if (self->single == 0)
    self->position = GTK_INVALID_LIST_POSITION;
  if (n_selected == self->n_selected)
    return;
  self->n_selected = n_selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

/* GTK looks only at the rows that it has widgets for. */
static void
tell (LiaisonSelection *self)
{
  update (self);
  if (get_n (self) > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, get_n (self));
}

static gboolean
picked (LiaisonSelection *self)
{
  tell (self);
  g_signal_emit (self, signals[PICKED], 0);
  return TRUE;
}

static void
ids_changed_cb (LiaisonSelection *self)
{
  if (self->selected.n_words > 0)
    tell (self);
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
  return get_n (LIAISON_SELECTION (list));
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

  return has_bit (&self->selected, liaison_lazy_list_get_id (self->model, position));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  GtkBitset *set = gtk_bitset_new_empty ();

  for (guint i = position; i - position < n_items && i < get_n (LIAISON_SELECTION (model)); i++)
    if (is_selected (model, i))
      gtk_bitset_add (set, i);
  return set;
}

static gboolean
set_range (LiaisonSelection *self,
           guint             position,
           guint             n_items,
           gboolean          value)
{
  for (guint i = position; i - position < n_items && i < get_n (self); i++)
    set_bit (&self->selected, liaison_lazy_list_get_id (self->model, i), value);
  return picked (self);
}

static gboolean
select_range (GtkSelectionModel *model,
              guint              position,
              guint              n_items,
              gboolean           unselect_rest)
{
  LiaisonSelection *self = LIAISON_SELECTION (model);

  if (unselect_rest)
    clear_bits (&self->selected);
  return set_range (self, position, n_items, TRUE);
}

static gboolean
unselect_range (GtkSelectionModel *model,
                guint              position,
                guint              n_items)
{
  return set_range (LIAISON_SELECTION (model), position, n_items, FALSE);
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  LiaisonSelection *self = LIAISON_SELECTION (model);
  gint32 id = liaison_lazy_list_get_id (self->model, position);

  /* A head of a group, or what is not known yet. */
  if (id <= 0)
    return FALSE;
  if (unselect_rest && id == self->single)
    return TRUE;
  return select_range (model, position, 1, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  return unselect_range (model, position, 1);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return select_range (model, 0, G_MAXUINT, FALSE);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  LiaisonSelection *self = LIAISON_SELECTION (model);

  clear_bits (&self->selected);
  return picked (self);
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->get_selection_in_range = get_selection_in_range;
  interface->select_item = select_item;
  interface->unselect_item = unselect_item;
  interface->select_range = select_range;
  interface->unselect_range = unselect_range;
  interface->select_all = select_all;
  interface->unselect_all = unselect_all;
}

static void
liaison_selection_get_property (GObject    *object,
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
    case PROP_N_SELECTED:
      g_value_set_uint (value, self->n_selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_selection_set_property (GObject      *object,
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_selection_finalize (GObject *object)
{
  LiaisonSelection *self = LIAISON_SELECTION (object);

  g_clear_object (&self->model);
  clear_bits (&self->selected);

  G_OBJECT_CLASS (liaison_selection_parent_class)->finalize (object);
}

static void
liaison_selection_class_init (LiaisonSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = liaison_selection_get_property;
  object_class->set_property = liaison_selection_set_property;
  object_class->finalize = liaison_selection_finalize;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, LIAISON_TYPE_LAZY_LIST,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SELECTED] =
    g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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

  return self->single;
}

void
liaison_selection_set_selected (LiaisonSelection *self,
                                gint32            id)
{
  g_return_if_fail (LIAISON_IS_SELECTION (self));
  g_return_if_fail (id >= 0);

  if (id == self->single && (id != 0 || self->selected.n_words == 0))
    return;
  liaison_selection_set_ids (self, &id, id != 0 ? 1 : 0);
}

void
liaison_selection_set_ids (LiaisonSelection *self,
                           const gint32     *ids,
                           gsize             n_ids)
{
  g_return_if_fail (LIAISON_IS_SELECTION (self));

  clear_bits (&self->selected);
  for (gsize i = 0; i < n_ids; i++)
    set_bit (&self->selected, ids[i], TRUE);
  tell (self);
}

guint
liaison_selection_get_n_selected (LiaisonSelection *self)
{
  g_return_val_if_fail (LIAISON_IS_SELECTION (self), 0);

  return self->n_selected;
}

GArray *
liaison_selection_dup_ids (LiaisonSelection *self)
{
  GArray *listed = g_array_new (FALSE, FALSE, sizeof (gint32));
  Bits known = { NULL, 0 };
  const gint32 *ids;
  guint n_ids;

  g_return_val_if_fail (LIAISON_IS_SELECTION (self), listed);

  ids = liaison_lazy_list_get_ids (self->model, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    if (has_bit (&self->selected, ids[i]) && set_bit (&known, ids[i], TRUE))
      g_array_append_val (listed, ids[i]);
  clear_bits (&known);
  return listed;
}

guint
liaison_selection_get_position (LiaisonSelection *self)
{
  g_return_val_if_fail (LIAISON_IS_SELECTION (self), GTK_INVALID_LIST_POSITION);

  if (self->single == 0)
    return GTK_INVALID_LIST_POSITION;
  /* A list of a million is searched only when the record has moved. */
  if (self->position == GTK_INVALID_LIST_POSITION || liaison_lazy_list_get_id (self->model, self->position) != self->single)
    self->position = liaison_lazy_list_find (self->model, self->single);
  return self->position;
}
