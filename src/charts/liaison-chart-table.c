/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-table.h"

struct _LiaisonChartTable
{
  GtkWidget         parent_instance;

  LiaisonPlotTable *table;
  GtkWidget        *scrolled;
  GtkColumnView    *view;
};

enum { SIGNAL_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonChartTable, liaison_chart_table, GTK_TYPE_WIDGET)

static void
set_up_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  is_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_name ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* A row is the list of its fields; the column knows which of them it shows. */
static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  is_name)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkStringList *fields = gtk_list_item_get_item (item);
  const char *field = gtk_string_list_get_string (fields, column);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), field);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), is_name ? field : NULL);
}

static void
add_column (LiaisonChartTable *self,
            guint              index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gpointer is_name = GINT_TO_POINTER (index < self->table->n_names);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell_cb), is_name);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), is_name);
  column = gtk_column_view_column_new (g_ptr_array_index (self->table->columns, index), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index + 1 == self->table->n_names);
  gtk_column_view_append_column (self->view, column);
}

static void
clear_columns (LiaisonChartTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
row_activated_cb (LiaisonChartTable *self,
                  guint              position)
{
  const char *query = g_ptr_array_index (self->table->queries, position);
  GStrv fields = g_ptr_array_index (self->table->rows, position);

  if (*query != '\0')
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, query, fields[0]);
}

static void
liaison_chart_table_dispose (GObject *object)
{
  LiaisonChartTable *self = LIAISON_CHART_TABLE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->table, liaison_plot_table_free);

  G_OBJECT_CLASS (liaison_chart_table_parent_class)->dispose (object);
}

static void
liaison_chart_table_class_init (LiaisonChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_chart_table_dispose;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_chart_table_init (LiaisonChartTable *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_column_separators (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
liaison_chart_table_new (void)
{
  return g_object_new (LIAISON_TYPE_CHART_TABLE, NULL);
}

void
liaison_chart_table_set_plot (LiaisonChartTable *self,
                              LiaisonPlot       *plot)
{
  g_autoptr (GListStore) rows = g_list_store_new (GTK_TYPE_STRING_LIST);
  GtkSingleSelection *selection;

  g_return_if_fail (LIAISON_IS_CHART_TABLE (self));

  gtk_column_view_set_model (self->view, NULL);
  clear_columns (self);
  g_clear_pointer (&self->table, liaison_plot_table_free);
  if (plot == NULL)
    return;

  self->table = liaison_plot_create_table (plot);
  for (guint i = 0; i < self->table->columns->len; i++)
    add_column (self, i);
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      g_autoptr (GtkStringList) fields = gtk_string_list_new (g_ptr_array_index (self->table->rows, i));

      g_list_store_append (rows, fields);
    }

  selection = gtk_single_selection_new (G_LIST_MODEL (g_steal_pointer (&rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}
