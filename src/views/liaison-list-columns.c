/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-columns.h"

#include "liaison-column-sorter.h"
#include "liaison-list-cell.h"
#include "liaison-group-head.h"
#include "liaison-list-column-private.h"
#include "liaison-list-head.h"
#include "liaison-list-item.h"
#include "liaison-list-rows.h"

#define PADDING 24       /* of a cell, in style.css */
#define ARROW 20         /* of a head */
#define GROWING_STEP 8
#define MOST_MEASURED 80 /* rows that a column's width is measured by */

struct _LiaisonListColumns
{
  GObject         parent_instance;

  GtkColumnView  *view;
  LiaisonEntity   entity;
  LiaisonListColumn *columns; /* by column of the entity */
  guint           n_columns;
  PangoLayout    *layout;
  gboolean        automatic;  /* nobody has chosen what is shown */
  gboolean        working;    /* what changes now is no person's doing */
  int             width;      /* that the columns were last fitted to */
  guint           fit_source;
  LiaisonListColumn *first;   /* that is shown */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonListColumns, liaison_list_columns, G_TYPE_OBJECT)

static gboolean
fit_cb (gpointer data)
{
  LiaisonListColumns *self = data;

  self->fit_source = 0;
  if (self->width > 0)
    liaison_list_columns_fit (self, self->width);
  return G_SOURCE_REMOVE;
}

static void
fit_soon (LiaisonListColumns *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
person_changed (LiaisonListColumns *self)
{
  fit_soon (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static int
get_text_width (LiaisonListColumns *self,
                const char         *text)
{
  int width;

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

/* Cells */

/* GTK 4.8 gives a row no name of its own; the row is the parent of the cell that holds what the factory made. */
static void
name_row (GtkWidget     *cell,
          LiaisonRow    *row,
          LiaisonEntity  entity)
{
  GtkWidget *holder = gtk_widget_get_parent (cell);
  GtkWidget *parent = holder != NULL ? gtk_widget_get_parent (holder) : NULL;
  g_autofree char *description = liaison_list_row_describe (row, entity);

  if (parent == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  if (liaison_row_get_group (row, NULL, NULL) != NULL)
    gtk_widget_add_css_class (parent, "group");
  else
    gtk_widget_remove_css_class (parent, "group");
}

/* The first rows say how wide a column need be; it must not change its width while one scrolls. */
static void
measure (LiaisonListColumn *column,
         LiaisonRow        *row)
{
  int width;

  if (column->n_measured >= MOST_MEASURED || !liaison_row_is_loaded (row))
    return;
  column->n_measured++;
  width = get_text_width (column->owner, liaison_list_cell_get_text (column->described->kind, row, column->described->column))
    + liaison_list_cell_get_extra_width (column->described->kind);
  if (width <= column->needed)
    return;
  column->needed = width;
  fit_soon (column->owner);
}

/* A cell becomes the head of a group, or a cell again. It keeps both, for while one scrolls it changes often. */
static void
set_child (GtkListItem *item,
           const char  *key,
           int          column)
{
  GtkWidget *child = g_object_get_data (G_OBJECT (item), key);

  if (child == NULL)
    {
      child = g_object_ref_sink (liaison_group_head_new ());
      g_object_set_data_full (G_OBJECT (item), key, child, g_object_unref);
    }
  if (gtk_list_item_get_child (item) == child)
    return;
  gtk_list_item_set_child (item, child);
  liaison_list_item_mark (item, column);
}

/* The first column that is shown has the text of a head; the other cells of its row are empty. */
static void
show_group (GtkListItem       *item,
            LiaisonListColumn *column,
            LiaisonRow        *row)
{
  gboolean is_first = column->owner->first == column;

  gtk_list_item_set_activatable (item, FALSE);
  if (is_first)
    {
      g_autofree char *text = liaison_list_head_write_group (row);

      set_child (item, "head", column->described->column);
      liaison_group_head_set_label (LIAISON_GROUP_HEAD (gtk_list_item_get_child (item)), text);
    }
  else
    {
      set_child (item, "cell", column->described->column);
      gtk_widget_set_visible (gtk_list_item_get_child (item), FALSE);
    }
}

static void
show_record (GtkListItem       *item,
             LiaisonListColumn *column,
             LiaisonRow        *row)
{
  GtkWidget *cell;

  gtk_list_item_set_activatable (item, TRUE);
  set_child (item, "cell", column->described->column);
  cell = gtk_list_item_get_child (item);
  gtk_widget_set_visible (cell, TRUE);
  liaison_list_cell_show (cell, column->described->kind, row, column->described->column, column->is_compact);
  liaison_list_cell_mark (cell, column->described->kind, GTK_WIDGET (column->owner->view));
  measure (column, row);
}

static void
row_changed_cb (LiaisonRow  *row,
                GtkListItem *item)
{
  LiaisonListColumn *column = g_object_get_data (G_OBJECT (item), "column");

  if (liaison_row_get_group (row, NULL, NULL) != NULL)
    show_group (item, column, row);
  else
    show_record (item, column, row);
  if (column->described->column == 0)
    name_row (gtk_list_item_get_child (item), row, column->owner->entity);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          LiaisonListColumn        *column)
{
  GtkWidget *cell = g_object_ref_sink (liaison_list_cell_new (column->described->kind));

  g_object_set_data_full (G_OBJECT (item), "cell", cell, g_object_unref);
  set_child (item, "cell", column->described->column);
  g_object_set_data (G_OBJECT (item), "column", column);
  g_ptr_array_add (column->items, item);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         LiaisonListColumn        *column)
{
  LiaisonRow *row = gtk_list_item_get_item (item);

  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), item);
  row_changed_cb (row, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           LiaisonListColumn        *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

static void
teardown_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             LiaisonListColumn        *column)
{
  g_ptr_array_remove_fast (column->items, item);
}

static GtkListItemFactory *
factory_new (LiaisonListColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), column);
  return factory;
}

/* Shows what the cells of a column show once more. */
static void
show_again (LiaisonListColumn *column)
{
  for (guint i = 0; i < column->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (column->items, i);
      LiaisonRow *row = gtk_list_item_get_item (item);

      if (row != NULL)
        row_changed_cb (row, item);
    }
}

void
liaison_list_columns_mark_again (LiaisonListColumns *self)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));

  for (guint i = 0; i < self->n_columns; i++)
    {
      LiaisonListColumn *column = &self->columns[i];

      for (guint j = 0; j < column->items->len; j++)
        liaison_list_cell_mark (g_object_get_data (g_ptr_array_index (column->items, j), "cell"), column->described->kind,
                                GTK_WIDGET (self->view));
    }
}

/* Widths */

static double
get_unit (LiaisonListColumns *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double digit_width = pango_font_metrics_get_approximate_digit_width (metrics) / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return MAX (1.0, digit_width / LIAISON_USUAL_DIGIT_WIDTH);
}

/* What the cells need, within the bounds of the column; never less than what its head needs. */
static int
get_width (LiaisonListColumns *self,
           LiaisonListColumn  *column,
           double              unit)
{
  int head = get_text_width (self, gtk_column_view_column_get_title (column->column)) * 11 / 10 + PADDING + ARROW;

  return MAX (head, (int) CLAMP (column->needed + PADDING, column->described->least * unit, column->described->most * unit));
}

/* Less than that nobody could read. */
static int
get_least_width (LiaisonListColumns *self,
                 LiaisonListColumn  *column,
                 gboolean            compact,
                 double              unit)
{
  int head = get_text_width (self, gtk_column_view_column_get_title (column->column)) * 11 / 10 + PADDING + ARROW;

  if (column->sized > 0)
    return column->sized;
  if (compact)
    return head;
  /* What a person looks for in full does not get narrower; names and titles can be read in part. */
  return column->described->grows > 0 ? MAX (head, (int) (column->described->least * unit)) : get_width (self, column, unit);
}

/* GTK 4.8 keeps the width of a hidden column out of what the others share, so that is taken from it. */
static void
apply (LiaisonListColumn *column,
       gboolean           visible,
       gboolean           compact,
       int                width)
{
  gtk_column_view_column_set_fixed_width (column->column, visible ? width : 0);
  gtk_column_view_column_set_visible (column->column, visible);
  if (compact == column->is_compact)
    return;
  column->is_compact = compact;
  show_again (column);
}

typedef struct
{
  gboolean visible[LIAISON_LIST_MOST_COLUMNS];
  gboolean compact[LIAISON_LIST_MOST_COLUMNS];
  int      widths[LIAISON_LIST_MOST_COLUMNS];
} Plan;

static int
add_up (LiaisonListColumns *self,
        Plan               *plan,
        double              unit)
{
  int sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      plan->widths[i] = get_least_width (self, &self->columns[i], plan->compact[i], unit);
      if (plan->visible[i])
        sum += plan->widths[i];
    }
  return sum;
}

/* Gives up what is least missed until the rest has room: first the word of the form, then columns, the least weighty first. */
static void
make_room (LiaisonListColumns *self,
           Plan               *plan,
           int                 width,
           double              unit)
{
  for (int step = 1; step <= LIAISON_LIST_LAST_TO_GO && add_up (self, plan, unit) > width; step++)
    for (guint i = 0; i < self->n_columns; i++)
      {
        if (self->columns[i].described->goes != step)
          continue;
        if (self->columns[i].described->kind == LIAISON_CELL_FORM)
          plan->compact[i] = TRUE;
        else if (self->automatic)
          plan->visible[i] = FALSE;
      }
}

/* Gives what is left to those that can be read in part, the narrowest first, until they need no more. */
static void
grow (LiaisonListColumns *self,
      Plan               *plan,
      int                 spare,
      double              unit)
{
  while (spare > 0)
    {
      int narrowest = -1;

      for (guint i = 0; i < self->n_columns; i++)
        if (plan->visible[i] && self->columns[i].described->grows > 0 && self->columns[i].sized == 0
            && plan->widths[i] < get_width (self, &self->columns[i], unit)
            && (narrowest < 0 || plan->widths[i] < plan->widths[narrowest]))
          narrowest = (int) i;
      if (narrowest < 0)
        return;
      plan->widths[narrowest] += MIN (spare, GROWING_STEP);
      spare -= MIN (spare, GROWING_STEP);
    }
}

/* The one that takes what is left over: the title, or of what is shown the one with most to say. */
static int
find_taker (LiaisonListColumns *self,
            const Plan         *plan)
{
  int taker = -1;

  for (guint i = 0; i < self->n_columns; i++)
    if (plan->visible[i] && self->columns[i].sized == 0 && self->columns[i].described->grows
        && (taker < 0 || self->columns[i].described->grows > self->columns[taker].described->grows))
      taker = (int) i;
  return taker;
}

static LiaisonListColumn *
find_column (LiaisonListColumns *self,
             guint               position)
{
  g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (gtk_column_view_get_columns (self->view), position);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].column == view_column)
      return &self->columns[i];
  return NULL;
}

/* GTK 4.8 names the heads after their class. */
static void
name_heads (LiaisonListColumns *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  guint position = 0;

  for (GtkWidget *head = gtk_widget_get_first_child (header); head != NULL && position < self->n_columns;
       head = gtk_widget_get_next_sibling (head), position++)
    {
      LiaisonListColumn *column = find_column (self, position);

      /* While one is moved, it is nowhere for a moment. */
      if (column == NULL)
        return;
      gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_column_view_column_get_title (column->column), -1);
    }
}

static void
find_first (LiaisonListColumns *self)
{
  LiaisonListColumn *before = self->first;
  guint position = 0;

  while (position < self->n_columns && !gtk_column_view_column_get_visible (find_column (self, position)->column))
    position++;
  self->first = position < self->n_columns ? find_column (self, position) : NULL;
  if (before == self->first)
    return;
  if (before != NULL)
    show_again (before);
  if (self->first != NULL)
    show_again (self->first);
}

void
liaison_list_columns_fit (LiaisonListColumns *self,
                          int                 width)
{
  Plan plan = { { FALSE } };
  double unit;
  int sum;
  int taker;

  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));

  self->width = width;
  self->working = TRUE;
  unit = get_unit (self);
  for (guint i = 0; i < self->n_columns; i++)
    plan.visible[i] = self->automatic ? self->columns[i].described->usual : self->columns[i].chosen;
  make_room (self, &plan, width, unit);
  sum = add_up (self, &plan, unit);
  grow (self, &plan, width - sum, unit);
  taker = find_taker (self, &plan);
  for (guint i = 0; i < self->n_columns; i++)
    {
      gtk_column_view_column_set_expand (self->columns[i].column, (int) i == taker);
      apply (&self->columns[i], plan.visible[i], plan.compact[i], plan.widths[i]);
    }
  name_heads (self);
  find_first (self);
  self->working = FALSE;
}

void
liaison_list_columns_measure_anew (LiaisonListColumns *self)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));

  g_clear_object (&self->layout);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].n_measured = 0;
      self->columns[i].needed = 0;
    }
}

/* What a person does */

static void
sized_cb (GtkColumnViewColumn *view_column,
          GParamSpec          *pspec,
          LiaisonListColumn   *column)
{
  LiaisonListColumns *self = column->owner;

  if (self->working)
    return;
  column->sized = gtk_column_view_column_get_fixed_width (view_column);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
moved_cb (LiaisonListColumns *self)
{
  fit_soon (self);
  if (!self->working)
    g_signal_emit (self, signals[CHANGED], 0);
}

static guint
find_position (LiaisonListColumns *self,
               int                 column)
{
  guint position = 0;

  while (position < self->n_columns && find_column (self, position) != &self->columns[column])
    position++;
  return position;
}

/* From now on it is a person's choice, which begins with what there was. */
static void
begin_choice (LiaisonListColumns *self)
{
  if (!self->automatic)
    return;
  self->automatic = FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].chosen = gtk_column_view_column_get_visible (self->columns[i].column);
}

void
liaison_list_columns_show (LiaisonListColumns *self,
                           int                 column,
                           gboolean            visible)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));
  g_return_if_fail (column >= 0 && (guint) column < self->n_columns);

  begin_choice (self);
  self->columns[column].chosen = visible;
  person_changed (self);
}

void
liaison_list_columns_move (LiaisonListColumns *self,
                           int                 column,
                           int                 steps)
{
  guint position;
  int step = steps > 0 ? 1 : -1;

  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));
  g_return_if_fail (column >= 0 && (guint) column < self->n_columns);

  position = find_position (self, column);
  /* Over the hidden ones, to the next that is seen. */
  while (steps != 0)
    {
      LiaisonListColumn *next;

      if ((step < 0 && position == 0) || (step > 0 && position + 1 >= self->n_columns))
        break;
      position += step;
      next = find_column (self, position);
      if (gtk_column_view_column_get_visible (next->column))
        steps -= step;
    }
  self->working = TRUE;
  gtk_column_view_insert_column (self->view, position, self->columns[column].column);
  self->working = FALSE;
  person_changed (self);
}

void
liaison_list_columns_widen (LiaisonListColumns *self,
                            int                 column,
                            int                 digits)
{
  LiaisonListColumn *widened;
  double unit;

  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));
  g_return_if_fail (column >= 0 && (guint) column < self->n_columns);

  unit = get_unit (self);
  widened = &self->columns[column];
  widened->sized = MAX (PADDING + (int) (3 * LIAISON_USUAL_DIGIT_WIDTH * unit),
                        gtk_column_view_column_get_fixed_width (widened->column) + (int) (digits * LIAISON_USUAL_DIGIT_WIDTH * unit));
  person_changed (self);
}

static void
set_order (LiaisonListColumns *self,
           const char *const  *order)
{
  guint position = 0;

  self->working = TRUE;
  for (guint i = 0; order[i] != NULL; i++)
    {
      int column = liaison_row_column_parse (self->entity, order[i]);

      if (column >= 0)
        gtk_column_view_insert_column (self->view, position++, self->columns[column].column);
    }
  self->working = FALSE;
}

static void
forget (LiaisonListColumns *self)
{
  const char **usual = g_newa (const char *, self->n_columns + 1);

  self->automatic = TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].sized = 0;
      usual[i] = liaison_row_column_get_token (self->entity, (int) i);
    }
  usual[self->n_columns] = NULL;
  set_order (self, usual);
}

void
liaison_list_columns_reset (LiaisonListColumns *self)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));

  forget (self);
  person_changed (self);
}

void
liaison_list_columns_set_layout (LiaisonListColumns *self,
                                 const char *const  *order,
                                 const char *const  *shown,
                                 GVariant           *widths)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));
  g_return_if_fail (order != NULL && shown != NULL && widths != NULL);

  forget (self);
  set_order (self, order);
  self->automatic = shown[0] == NULL;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *token = liaison_row_column_get_token (self->entity, (int) i);

      self->columns[i].chosen = g_strv_contains (shown, token);
      g_variant_lookup (widths, token, "i", &self->columns[i].sized);
      self->columns[i].sized = CLAMP (self->columns[i].sized, 0, G_MAXINT16);
    }
  fit_soon (self);
}

char **
liaison_list_columns_dup_order (LiaisonListColumns *self)
{
  g_autoptr (GStrvBuilder) order = g_strv_builder_new ();

  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_strv_builder_add (order, liaison_row_column_get_token (self->entity, find_column (self, i)->described->column));
  return g_strv_builder_end (order);
}

char **
liaison_list_columns_dup_shown (LiaisonListColumns *self)
{
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();

  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), NULL);

  for (guint i = 0; i < self->n_columns && !self->automatic; i++)
    if (self->columns[i].chosen)
      g_strv_builder_add (shown, liaison_row_column_get_token (self->entity, (int) i));
  return g_strv_builder_end (shown);
}

GVariant *
liaison_list_columns_dup_widths (LiaisonListColumns *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{si}"));

  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].sized > 0)
      g_variant_builder_add (&builder, "{si}", liaison_row_column_get_token (self->entity, (int) i), self->columns[i].sized);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

int *
liaison_list_columns_get_visible (LiaisonListColumns *self,
                                  guint              *n_columns)
{
  g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), NULL);
  g_return_val_if_fail (n_columns != NULL, NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      LiaisonListColumn *column = find_column (self, i);

      if (gtk_column_view_column_get_visible (column->column))
        g_array_append_val (visible, column->described->column);
    }
  *n_columns = visible->len;
  return (int *) g_array_free (g_steal_pointer (&visible), FALSE);
}

gboolean
liaison_list_columns_is_visible (LiaisonListColumns *self,
                                 int                 column)
{
  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), FALSE);
  g_return_val_if_fail (column >= 0 && (guint) column < self->n_columns, FALSE);

  return gtk_column_view_column_get_visible (self->columns[column].column);
}

gboolean
liaison_list_columns_is_automatic (LiaisonListColumns *self)
{
  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), FALSE);

  return self->automatic;
}

/* Sorting */

/* GTK 4.8 has an arrow for the first key only: the others are told with their number in the head. */
static char *
write_head (LiaisonListColumns   *self,
            int                   column,
            const LiaisonSortKey *keys,
            guint                 n_keys)
{
  const char *label = liaison_row_column_get_label (self->entity, column);

  for (guint i = 1; i < n_keys; i++)
    if (keys[i].column == column)
      return g_strdup_printf ("%s  %u%s", label, i + 1, keys[i].descending ? "↓" : "↑");
  return g_strdup (label);
}

void
liaison_list_columns_show_sort (LiaisonListColumns   *self,
                                const LiaisonSortKey *keys,
                                guint                 n_keys)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));

  /* Without this the arrow of the column that was sorted by before stays. */
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (n_keys > 0)
    gtk_column_view_sort_by_column (self->view, self->columns[keys[0].column].column,
                                    keys[0].descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *head = write_head (self, (int) i, keys, n_keys);

      gtk_column_view_column_set_title (self->columns[i].column, head);
    }
  fit_soon (self);
}

void
liaison_list_columns_set_menu (LiaisonListColumns *self,
                               int                 column,
                               GMenuModel         *menu)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));
  g_return_if_fail (column >= 0 && (guint) column < self->n_columns);

  gtk_column_view_column_set_header_menu (self->columns[column].column, menu);
}

/* The object */

static void
add_column (LiaisonListColumns              *self,
            LiaisonListColumn               *column,
            const LiaisonListColumnDescribed *described)
{
  g_autoptr (GtkSorter) sorter = liaison_column_sorter_new (described->column);

  column->owner = self;
  column->described = described;
  column->items = g_ptr_array_new ();
  column->column = gtk_column_view_column_new (liaison_row_column_get_label (self->entity, described->column), factory_new (column));
  gtk_column_view_column_set_resizable (column->column, TRUE);
  gtk_column_view_column_set_sorter (column->column, sorter);
  gtk_column_view_append_column (self->view, column->column);
  g_signal_connect (column->column, "notify::fixed-width", G_CALLBACK (sized_cb), column);
}

static void
liaison_list_columns_finalize (GObject *object)
{
  LiaisonListColumns *self = LIAISON_LIST_COLUMNS (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_signal_handlers_disconnect_by_data (self->columns[i].column, &self->columns[i]);
      g_object_unref (self->columns[i].column);
      g_ptr_array_unref (self->columns[i].items);
    }
  g_free (self->columns);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (liaison_list_columns_parent_class)->finalize (object);
}

static void
liaison_list_columns_class_init (LiaisonListColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_list_columns_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_list_columns_init (LiaisonListColumns *self)
{
  self->automatic = TRUE;
}

LiaisonListColumns *
liaison_list_columns_new (GtkColumnView *view,
                          LiaisonEntity  entity)
{
  LiaisonListColumns *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  self = g_object_new (LIAISON_TYPE_LIST_COLUMNS, NULL);
  self->view = view;
  self->entity = entity;
  self->n_columns = (guint) liaison_row_column_count (entity);
  self->columns = g_new0 (LiaisonListColumn, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    add_column (self, &self->columns[i], liaison_list_column_describe (entity, (int) i));
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  return self;
}
