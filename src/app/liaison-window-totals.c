/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

gboolean
liaison_window_shows_totals (LiaisonWindow *self)
{
  return gtk_stack_get_visible_child (self->place_stack) == GTK_WIDGET (self->totals);
}

const char *
liaison_window_get_kind (LiaisonWindow *self)
{
  if (!liaison_window_shows_totals (self))
    return liaison_detail_view_get_kind (self->detail);

  return liaison_totals_page_get_uuid (self->totals) != NULL ? liaison_kind_get_info (LIAISON_KIND_STATED_TOTAL)->name : NULL;
}

const char *
liaison_window_get_uuid (LiaisonWindow *self)
{
  return liaison_window_shows_totals (self) ? liaison_totals_page_get_uuid (self->totals) : liaison_detail_view_get_uuid (self->detail);
}

const char *
liaison_window_get_phrase (LiaisonWindow *self)
{
  return liaison_window_shows_totals (self) ? liaison_totals_page_get_phrase (self->totals) : liaison_detail_view_get_phrase (self->detail);
}

static void
total_opened_cb (LiaisonWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit", NULL);
}

void
liaison_window_bind_totals (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, totals);
  gtk_widget_class_bind_template_callback (widget_class, total_opened_cb);
}
