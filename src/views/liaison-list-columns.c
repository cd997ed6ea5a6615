/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-columns.h"

#include "liaison-column-sorter.h"
#include "liaison-list-cell.h"
#include "liaison-list-menu.h"
#include "liaison-list-rows.h"
#include "liaison-row.h"

/* The width of a digit of GTK's usual font, Cantarell at 11 points, in application pixels. */
#define USUAL_DIGIT_WIDTH 9.0

/*
 * A unit is an application pixel where the text has its usual size, and more where it is larger.
 *
 * width: fixed, in units: a column must not change its width while one scrolls
 * expand: whether it shares what is left over
 * from: the width of the list, in units, from which on there is room for it; 0 is always
 * below: the width of the list, in units, from which on another column says the same at more length; 0 is never
 */
typedef struct
{
  LiaisonEntity   entity;
  int             column;
  LiaisonCellKind kind;
  int             width;
  gboolean        expand;
  int             from;
  int             below;
} Column;

#define ENGAGEMENT(column, kind, ...) { LIAISON_ENTITY_ENGAGEMENTS, LIAISON_ENGAGEMENT_COLUMN_##column, LIAISON_CELL_##kind, __VA_ARGS__ }
#define CONTACT(column, kind, ...) { LIAISON_ENTITY_CONTACTS, LIAISON_CONTACT_COLUMN_##column, LIAISON_CELL_##kind, __VA_ARGS__ }
#define ORGANISATION(column, kind, ...) \
  { LIAISON_ENTITY_ORGANISATIONS, LIAISON_ORGANISATION_COLUMN_##column, LIAISON_CELL_##kind, __VA_ARGS__ }

/* The names come first: where there is little room, the form is an icon. */
#define FORM_WORD_FROM 880

static const Column engagement_columns[] = {
  ENGAGEMENT (DATE, FIRST, 150, FALSE, 0),
  ENGAGEMENT (FORM, ICON, 68, FALSE, 0, FORM_WORD_FROM),
  ENGAGEMENT (FORM, FORM, 180, FALSE, FORM_WORD_FROM),
  ENGAGEMENT (PRINCIPALS, TEXT, 100, TRUE, 0),
  ENGAGEMENT (COUNTERPARTS, TEXT, 150, TRUE, 0),
  ENGAGEMENT (COUNTRIES, TEXT, 100, FALSE, 600),
  ENGAGEMENT (STATUS, STATUS, 110, FALSE, 740),
  ENGAGEMENT (PLACE, TEXT, 120, FALSE, 980),
  ENGAGEMENT (FORMAT, TEXT, 100, FALSE, 1080),
  ENGAGEMENT (TITLE, TEXT, 200, TRUE, 1240),
};

static const Column contact_columns[] = {
  CONTACT (NAME, FIRST, 170, TRUE, 0),
  CONTACT (TITLE, TEXT, 170, TRUE, 0),
  CONTACT (COUNTRY, TEXT, 120, FALSE, 0),
  CONTACT (SIDE, TEXT, 72, FALSE, 720),
  CONTACT (ENGAGEMENTS, FIGURE, 118, FALSE, 0),
  CONTACT (LAST, DATE, 120, FALSE, 640),
};

static const Column organisation_columns[] = {
  ORGANISATION (NAME, FIRST, 200, TRUE, 0),
  ORGANISATION (SHORT_NAME, TEXT, 110, FALSE, 860),
  ORGANISATION (KIND, TEXT, 184, FALSE, 0),
  ORGANISATION (COUNTRY, TEXT, 120, FALSE, 980),
  ORGANISATION (ENGAGEMENTS, FIGURE, 118, FALSE, 0),
  ORGANISATION (LAST, DATE, 120, FALSE, 620),
};

static const struct
{
  const Column *columns;
  guint         n_columns;
} lists[] = {
  [LIAISON_ENTITY_ENGAGEMENTS] = { engagement_columns, G_N_ELEMENTS (engagement_columns) },
  [LIAISON_ENTITY_CONTACTS] = { contact_columns, G_N_ELEMENTS (contact_columns) },
  [LIAISON_ENTITY_ORGANISATIONS] = { organisation_columns, G_N_ELEMENTS (organisation_columns) },
};

/* GTK 4.8 gives a row no name of its own; the row is the parent of the cell that holds what the factory made. */
static void
name_row (GtkWidget    *cell,
          LiaisonRow   *row,
          const Column *column)
{
  GtkWidget *holder = gtk_widget_get_parent (cell);
  GtkWidget *parent = holder != NULL ? gtk_widget_get_parent (holder) : NULL;
  g_autofree char *description = liaison_list_row_describe (row, column->entity);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
row_changed_cb (LiaisonRow  *row,
                GtkListItem *item)
{
  const Column *column = g_object_get_data (G_OBJECT (item), "column");
  GtkWidget *cell = gtk_list_item_get_child (item);

  liaison_list_cell_show (cell, column->kind, row, column->column);
  if (column->kind == LIAISON_CELL_FIRST)
    name_row (cell, row, column);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  const Column *column = user_data;

  gtk_list_item_set_child (item, liaison_list_cell_new (column->kind));
  liaison_list_menu_mark_child (item);
  g_object_set_data (G_OBJECT (item), "column", user_data);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  LiaisonRow *row = gtk_list_item_get_item (item);

  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), item);
  row_changed_cb (row, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

static GtkListItemFactory *
factory_new (const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), (gpointer) column);
  return factory;
}

static double
get_unit (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double digit_width = pango_font_metrics_get_approximate_digit_width (metrics) / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return MAX (1.0, digit_width / USUAL_DIGIT_WIDTH);
}

/* GTK 4.8 keeps the width of a hidden column out of what the others share, so that is taken from it, and given back with what a person
 * has made of it. */
static void
show_column (GtkColumnViewColumn *column,
             gboolean             visible)
{
  if (visible == gtk_column_view_column_get_visible (column))
    return;

  if (visible)
    gtk_column_view_column_set_fixed_width (column, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "width")));
  else
    {
      g_object_set_data (G_OBJECT (column), "width", GINT_TO_POINTER (gtk_column_view_column_get_fixed_width (column)));
      gtk_column_view_column_set_fixed_width (column, 0);
    }
  gtk_column_view_column_set_visible (column, visible);
}

void
liaison_list_columns_append (GtkColumnView *view,
                             LiaisonEntity  entity)
{
  double unit;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  unit = get_unit (GTK_WIDGET (view));
  for (guint i = 0; i < lists[entity].n_columns; i++)
    {
      const Column *column = &lists[entity].columns[i];
      g_autoptr (GtkSorter) sorter = liaison_column_sorter_new (column->column);
      g_autoptr (GtkColumnViewColumn) added =
        gtk_column_view_column_new (liaison_row_column_get_label (entity, column->column), factory_new (column));

      gtk_column_view_column_set_fixed_width (added, (int) (column->width * unit));
      gtk_column_view_column_set_expand (added, column->expand);
      gtk_column_view_column_set_resizable (added, TRUE);
      gtk_column_view_column_set_sorter (added, sorter);
      gtk_column_view_append_column (view, added);
    }
}

void
liaison_list_columns_fit (GtkColumnView *view,
                          LiaisonEntity  entity,
                          int            width)
{
  GListModel *columns;
  int units;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  units = (int) (width / get_unit (GTK_WIDGET (view)));
  for (guint i = 0; i < lists[entity].n_columns; i++)
    {
      const Column *described = &lists[entity].columns[i];
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      show_column (column, units >= described->from && (described->below == 0 || units < described->below));
    }
}

void
liaison_list_columns_show_sort (GtkColumnView *view,
                                LiaisonEntity  entity,
                                int            column,
                                gboolean       descending)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  /* Without this the arrow of the column that was sorted by before stays. */
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; i < lists[entity].n_columns; i++)
    if (lists[entity].columns[i].column == column)
      {
        g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);

        gtk_column_view_sort_by_column (view, shown, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      }
}
