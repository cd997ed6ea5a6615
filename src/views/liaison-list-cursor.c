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

/* All rows of a list are of one height, and so is what parts them. */
static double
get_row_height (LiaisonListView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  GtkAdjustment *adjustment = get_adjustment (self);

  return n > 0 && find_top_row (liaison_list_view_get_list_widget (self)) != NULL ? gtk_adjustment_get_upper (adjustment) / n : 0;
}

/* Returns: how many rows fill the view; 0 as long as none is laid out */
static guint
get_n_in_view (LiaisonListView *self)
{
  GtkWidget *row = find_top_row (liaison_list_view_get_list_widget (self));

  /* One may be seen in part at either end. */
  return row != NULL ? (guint) (gtk_adjustment_get_page_size (get_adjustment (self)) / MAX (gtk_widget_get_height (row), 1)) + 2 : 0;
}

void
liaison_list_view_update_view (LiaisonListView *self)
{
  guint n;

  if (self->list == NULL)
    return;
  n = get_n_in_view (self);
  if (n > 0 && self->row_height > 0)
    liaison_lazy_list_set_in_view (self->list, (guint) (gtk_adjustment_get_value (get_adjustment (self)) / self->row_height), n);
  else
    liaison_lazy_list_set_in_view (self->list, 0, G_MAXUINT);
}

/* What is told here is of the same time as how many rows there are. */
static void
allocated_cb (LiaisonListView *self)
{
  self->row_height = self->list != NULL ? get_row_height (self) : 0;
  liaison_list_view_update_view (self);
}

static void
watch_adjustment (LiaisonListView *self,
                  gpointer         scrolled)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (scrolled);

  g_signal_connect_object (adjustment, "changed", G_CALLBACK (allocated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (liaison_list_view_update_view), self, G_CONNECT_SWAPPED);
}

void
liaison_list_view_watch_view (LiaisonListView *self)
{
  watch_adjustment (self, self->columns);
  watch_adjustment (self, self->rows);
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
  guint n_in_view;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;
  /* On which side of the row the others will be, GTK says when it allocates. */
  n_in_view = get_n_in_view (self);
  if (n_in_view > 0)
    liaison_lazy_list_set_in_view (self->list, position - MIN (position, n_in_view), 2 * n_in_view);
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
  self->kept_focus_position = focused;
  self->kept_value = gtk_adjustment_get_value (get_adjustment (self));
  self->kept_height = get_row_height (self);
}

/* Where the focus goes when it comes back to the list, which its last focus child tells; else that would be where the old rows ended. */
static void
set_next_focus (LiaisonListView *self,
                guint            position)
{
  GtkWidget *list = liaison_list_view_get_list_widget (self);

  gtk_widget_set_focus_child (list, find_row (list, position));
  gtk_widget_set_focus_child (list, NULL);
}

void
liaison_list_view_begin (LiaisonListView *self)
{
  gboolean has_focus = find_focused_row (self) != NULL;
  /* Behind the head of its group. */
  guint first = self->group >= 0 ? 1 : 0;

  /* Who is there already is not taken there: everything would be laid out anew. */
  if (has_focus || gtk_adjustment_get_value (get_adjustment (self)) > 0)
    {
      liaison_list_view_reveal (self, first, has_focus);
      liaison_list_view_reveal (self, 0, FALSE);
    }
  if (!has_focus)
    set_next_focus (self, first);
  self->kept_top = 0;
  self->kept_top_position = GTK_INVALID_LIST_POSITION;
  self->kept_focus = 0;
  self->kept_focus_position = GTK_INVALID_LIST_POSITION;
}

/* A record may stand in several groups: where it was it still is, perhaps. */
static guint
find_again (LiaisonListView *self,
            gint32           id,
            guint            position)
{
  if (id <= 0 || liaison_lazy_list_get_id (self->list, position) == id)
    return position;
  return liaison_lazy_list_find (self->list, id);
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
  guint position = find_again (self, self->kept_top, self->kept_top_position);

  if (position == GTK_INVALID_LIST_POSITION || position == self->kept_top_position || self->kept_value <= 0)
    return;
  gtk_adjustment_set_value (get_adjustment (self),
                            self->kept_value + ((double) position - self->kept_top_position) * self->kept_height);
}

void
liaison_list_view_restore_cursor (LiaisonListView *self)
{
  guint focused = find_again (self, self->kept_focus, self->kept_focus_position);

  if (focused != GTK_INVALID_LIST_POSITION && focused != self->kept_focus_position)
    liaison_list_view_reveal (self, focused, TRUE);
  restore_scroll (self);
  self->kept_focus = 0;
}
