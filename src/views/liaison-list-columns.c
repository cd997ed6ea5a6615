/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-column-private.h"

#include "liaison-column-sorter.h"

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonListColumns, liaison_list_columns, G_TYPE_OBJECT)

static gboolean
fit_cb (gpointer data)
{
  LiaisonListColumns *self = data;

  self->fit_source = 0;
  if (self->width > 0)
    liaison_list_columns_fit_anew (self);
  return G_SOURCE_REMOVE;
}

void
liaison_list_columns_fit_soon (LiaisonListColumns *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

void
liaison_list_columns_tell (LiaisonListColumns *self)
{
  liaison_list_columns_fit_soon (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

LiaisonListColumn *
liaison_list_columns_find (LiaisonListColumns *self,
                           guint               position)
{
  g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (gtk_column_view_get_columns (self->view), position);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].column == view_column)
      return &self->columns[i];
  return NULL;
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
  /* None, after a double click on its edge: then it goes by the rows again. */
  column->sized = MAX (gtk_column_view_column_get_fixed_width (view_column), 0);
  liaison_list_columns_tell (self);
}

static void
moved_cb (LiaisonListColumns *self)
{
  liaison_list_columns_fit_soon (self);
  if (!self->working)
    g_signal_emit (self, signals[CHANGED], 0);
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
  liaison_list_columns_fit_soon (self);
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
  column->column = gtk_column_view_column_new (liaison_row_column_get_label (self->entity, described->column), liaison_list_column_factory_new (column));
  gtk_column_view_column_set_visible (column->column, described->usual);
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
