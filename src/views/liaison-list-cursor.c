/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-view-private.h"

#include "liaison-list-item.h"

static GtkAdjustment *
get_adjustment (LiaisonListView *self)
{
  GtkScrollable *list = GTK_SCROLLABLE (liaison_list_view_get_list_widget (self));

  return gtk_scrollable_get_vadjustment (self->is_narrow ? list : GTK_SCROLLABLE (self->columns));
}

static GtkWidget *
find_row (GtkWidget *list,
          guint      position)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (liaison_list_item_position (row) == position)
      return row;
  return NULL;
}

static GtkWidget *
find_focused_row (LiaisonListView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return liaison_list_item_find_row (liaison_list_view_get_list_widget (self), focus);
}

guint
liaison_list_view_get_focused (LiaisonListView *self)
{
  GtkWidget *row = find_focused_row (self);

  return row != NULL ? liaison_list_item_position (row) : GTK_INVALID_LIST_POSITION;
}

static GtkWidget *
find_top_row (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_child_visible (row) && gtk_widget_compute_bounds (row, list, &bounds)
          && bounds.origin.y <= 1 && bounds.origin.y + bounds.size.height > 1)
        return row;
    }
  return NULL;
}

guint
liaison_list_view_get_top (LiaisonListView *self)
{
  GtkWidget *row = find_top_row (liaison_list_view_get_list_widget (self));

  return row != NULL ? liaison_list_item_position (row) : GTK_INVALID_LIST_POSITION;
}

void
liaison_list_view_reveal (LiaisonListView *self,
                          guint            position,
                          gboolean         focus)
{
  GtkWidget *list = liaison_list_view_get_list_widget (self);
  GtkWidget *row;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  row = focus ? find_row (list, position) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

void
liaison_list_view_keep_cursor (LiaisonListView *self)
{
  guint focused = liaison_list_view_get_focused (self);

  self->kept_top_position = liaison_list_view_get_top (self);
  self->kept_top = liaison_lazy_list_get_id (self->list, self->kept_top_position);
  self->kept_focus = liaison_lazy_list_get_id (self->list, focused);
  self->kept_value = gtk_adjustment_get_value (get_adjustment (self));
}

/* All rows of a list are of one height. */
static double
get_row_height (LiaisonListView *self)
{
  GtkWidget *row = find_top_row (liaison_list_view_get_list_widget (self));

  return row != NULL ? gtk_widget_get_height (row) : 0;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       position)
{
  LiaisonListView *self = LIAISON_LIST_VIEW (widget);
  double height = self->list != NULL ? get_row_height (self) : 0;

  if (height <= 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (get_adjustment (self), GPOINTER_TO_UINT (position) * height);
  return G_SOURCE_REMOVE;
}

void
liaison_list_view_scroll_to_top (LiaisonListView *self,
                                 guint            position)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, GUINT_TO_POINTER (position), NULL);
}

/* Who looks at the beginning of a list wants to see what is new there. */
static void
restore_scroll (LiaisonListView *self)
{
  guint position = self->kept_top > 0 ? liaison_lazy_list_find (self->list, self->kept_top) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION || position == self->kept_top_position || self->kept_value <= 0)
    return;
  gtk_adjustment_set_value (get_adjustment (self),
                            self->kept_value + ((double) position - self->kept_top_position) * get_row_height (self));
}

void
liaison_list_view_restore_cursor (LiaisonListView *self)
{
  guint focused = self->kept_focus > 0 ? liaison_lazy_list_find (self->list, self->kept_focus) : GTK_INVALID_LIST_POSITION;

  if (focused != GTK_INVALID_LIST_POSITION && focused != liaison_list_view_get_focused (self))
    liaison_list_view_reveal (self, focused, TRUE);
  restore_scroll (self);
  self->kept_focus = 0;
}
