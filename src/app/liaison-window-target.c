/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

/* Where there is one pane and it shows a list, the record is the one that is selected there: what the pane behind it holds is not seen. */
static gboolean
is_meant (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);

  return liaison_window_is_wide (self) || liaison_window_has_record (self) || list == NULL || liaison_list_view_get_n_selected (list) == 1;
}

const char *
liaison_window_get_kind (LiaisonWindow *self)
{
  if (!liaison_window_shows_totals (self))
    return is_meant (self) ? liaison_detail_view_get_kind (self->detail) : NULL;

  return liaison_totals_page_get_uuid (self->totals) != NULL ? liaison_kind_get_info (LIAISON_KIND_STATED_TOTAL)->name : NULL;
}

const char *
liaison_window_get_uuid (LiaisonWindow *self)
{
  if (!liaison_window_shows_totals (self))
    return is_meant (self) ? liaison_detail_view_get_uuid (self->detail) : NULL;

  return liaison_totals_page_get_uuid (self->totals);
}

const char *
liaison_window_get_phrase (LiaisonWindow *self)
{
  if (!liaison_window_shows_totals (self))
    return is_meant (self) ? liaison_detail_view_get_phrase (self->detail) : NULL;

  return liaison_totals_page_get_phrase (self->totals);
}

/* Waiting for it */

static gint32
get_selected (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);

  return list != NULL ? liaison_list_view_get_selected (list) : 0;
}

gboolean
liaison_window_is_target_coming (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);

  return !liaison_window_shows_totals (self) && is_meant (self)
    && ((list != NULL && liaison_list_view_is_picking (list)) || liaison_detail_view_is_turning (self->detail));
}

gboolean
liaison_window_has_target (LiaisonWindow *self)
{
  return liaison_window_get_phrase (self) != NULL || liaison_window_is_target_coming (self);
}

gboolean
liaison_window_await_target (LiaisonWindow *self,
                             const char    *action)
{
  if (!liaison_window_is_target_coming (self))
    return FALSE;

  self->target_action = action;
  self->target_list = liaison_window_get_list (self);
  self->target_selected = get_selected (self);
  return TRUE;
}

/* Who has gone on to another record meanwhile does not mean that one. */
static void
phrase_changed_cb (LiaisonWindow *self)
{
  const char *action;

  liaison_window_update_edit_actions (self);
  if (self->target_action == NULL || liaison_window_is_target_coming (self))
    return;

  action = g_steal_pointer (&self->target_action);
  if (self->target_list == liaison_window_get_list (self) && self->target_selected == get_selected (self)
      && liaison_window_get_phrase (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

void
liaison_window_bind_target (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, phrase_changed_cb);
}
