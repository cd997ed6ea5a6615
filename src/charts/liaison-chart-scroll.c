/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-private.h"

#define MARK_MARGIN 24.0

/* What stands above the first marks comes into view with them. */
#define HEAD 80.0

static GtkScrolledWindow *
find_scrolled (LiaisonChart *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return scrolled ? GTK_SCROLLED_WINDOW (scrolled) : NULL;
}

void
liaison_chart_scroll_to_mark (LiaisonChart *self)
{
  GtkScrolledWindow *scrolled = find_scrolled (self);
  const LiaisonMark *mark = liaison_plot_get_mark (self->plot, self->focused);

  if (scrolled == NULL)
    return;

  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (scrolled), mark->x - MARK_MARGIN, mark->x + mark->width + MARK_MARGIN);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (scrolled), mark->y < HEAD ? 0 : mark->y - MARK_MARGIN,
                             mark->y + mark->height + MARK_MARGIN);
}

static void
go_to (GtkAdjustment *adjustment,
       gboolean       end)
{
  gtk_adjustment_set_value (adjustment, end ? gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
                                            : gtk_adjustment_get_lower (adjustment));
}

static gboolean
scroll_cb (gpointer user_data)
{
  LiaisonChart *self = user_data;
  GtkScrolledWindow *scrolled = find_scrolled (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean end;

  self->scrolling = 0;
  self->is_new = FALSE;
  if (scrolled == NULL || self->plot == NULL || self->focused >= 0)
    return G_SOURCE_REMOVE;

  end = liaison_plot_get_ends_now (self->plot);
  go_to (gtk_scrolled_window_get_vadjustment (scrolled), end);
  go_to (gtk_scrolled_window_get_hadjustment (scrolled), end != rtl);

  return G_SOURCE_REMOVE;
}

/* What is around it knows how far it may scroll only later. */
void
liaison_chart_scroll_when_placed (LiaisonChart *self)
{
  if (self->is_new && self->scrolling == 0)
    self->scrolling = g_idle_add (scroll_cb, self);
}
