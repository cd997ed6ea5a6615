/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-column-private.h"

#include "liaison-group-head.h"
#include "liaison-list-head.h"
#include "liaison-list-item.h"
#include "liaison-list-rows.h"

#define MOST_MEASURED 80 /* rows that a column's width is measured by */

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
  width = liaison_list_columns_get_text_width (column->owner, liaison_list_cell_get_text (column->described->kind, row, column->described->column))
    + liaison_list_cell_get_extra_width (column->described->kind);
  if (width <= column->needed)
    return;
  column->needed = width;
  liaison_list_columns_fit_soon (column->owner);
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

GtkListItemFactory *
liaison_list_column_factory_new (LiaisonListColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), column);
  return factory;
}

void
liaison_list_column_measure_again (LiaisonListColumn *column)
{
  for (guint i = 0; i < column->items->len; i++)
    {
      LiaisonRow *row = gtk_list_item_get_item (g_ptr_array_index (column->items, i));

      if (row != NULL && liaison_row_get_group (row, NULL, NULL) == NULL)
        measure (column, row);
    }
}

void
liaison_list_column_show_again (LiaisonListColumn *column)
{
  for (guint i = 0; i < column->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (column->items, i);
      LiaisonRow *row = gtk_list_item_get_item (item);

      if (row != NULL)
        row_changed_cb (row, item);
    }
}
