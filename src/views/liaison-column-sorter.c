/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-column-sorter.h"

struct _LiaisonColumnSorter
{
  GtkSorter parent_instance;

  int       column;
};

G_DEFINE_FINAL_TYPE (LiaisonColumnSorter, liaison_column_sorter, GTK_TYPE_SORTER)

/* The first column that was asked while a view is read. Only the main thread compares. */
static int first_asked;

static GtkOrdering
liaison_column_sorter_compare (GtkSorter *sorter,
                               gpointer   a,
                               gpointer   b)
{
  LiaisonColumnSorter *self = LIAISON_COLUMN_SORTER (sorter);

  if (first_asked < 0)
    first_asked = self->column;
  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
liaison_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
liaison_column_sorter_class_init (LiaisonColumnSorterClass *klass)
{
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  sorter_class->compare = liaison_column_sorter_compare;
  sorter_class->get_order = liaison_column_sorter_get_order;
}

static void
liaison_column_sorter_init (LiaisonColumnSorter *self)
{
}

GtkSorter *
liaison_column_sorter_new (int column)
{
  LiaisonColumnSorter *self = g_object_new (LIAISON_TYPE_COLUMN_SORTER, NULL);

  self->column = column;
  return GTK_SORTER (self);
}

int
liaison_column_sorter_read (GtkColumnView *view,
                            gboolean      *descending)
{
  g_autoptr (GObject) one = NULL;
  g_autoptr (GObject) other = NULL;
  GtkOrdering ordering;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), -1);
  g_return_val_if_fail (descending != NULL, -1);

  /* Two objects that are surely not the same: a sorter need not ask where they are. */
  one = g_object_new (G_TYPE_OBJECT, NULL);
  other = g_object_new (G_TYPE_OBJECT, NULL);
  first_asked = -1;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (view), one, other);
  if (first_asked >= 0)
    *descending = ordering == GTK_ORDERING_LARGER;
  return first_asked;
}
