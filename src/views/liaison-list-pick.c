/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-view-private.h"

#include "liaison-list-menu.h"

static void
emit_for_row (LiaisonListView *self,
              LiaisonRow      *row,
              const char      *signal)
{
  const char *kind = liaison_kind_get_info (liaison_list_view_get_kind (self))->name;

  g_signal_emit_by_name (self, signal, kind, liaison_row_get_uuid (row), liaison_row_get_id (row));
}

void
liaison_list_view_stop_awaiting (LiaisonListView *self)
{
  if (self->awaited != NULL)
    g_signal_handlers_disconnect_by_data (self->awaited, self);
  g_clear_object (&self->awaited);
}

static void
awaited_loaded_cb (LiaisonRow      *row,
                   LiaisonListView *self)
{
  if (!liaison_row_is_loaded (row))
    return;
  liaison_list_view_stop_awaiting (self);
  if (liaison_row_get_id (row) == liaison_selection_get_selected (self->selection))
    emit_for_row (self, row, self->awaited_signal);
}

/* What a row tells of itself is loaded later than the row is there. */
static void
emit_when_loaded (LiaisonListView *self,
                  LiaisonRow      *row,
                  const char      *signal)
{
  liaison_list_view_stop_awaiting (self);
  if (liaison_row_is_loaded (row))
    {
      emit_for_row (self, row, signal);
      return;
    }
  self->awaited = g_object_ref (row);
  self->awaited_signal = signal;
  g_signal_connect (row, "changed", G_CALLBACK (awaited_loaded_cb), self);
}

static LiaisonRow *
dup_selected_row (LiaisonListView *self)
{
  guint position = self->selection != NULL ? liaison_selection_get_position (self->selection) : GTK_INVALID_LIST_POSITION;

  return position != GTK_INVALID_LIST_POSITION ? g_list_model_get_item (G_LIST_MODEL (self->list), position) : NULL;
}

void
liaison_list_view_picked_cb (LiaisonListView *self)
{
  guint n_selected = liaison_selection_get_n_selected (self->selection);
  g_autoptr (LiaisonRow) row = dup_selected_row (self);

  liaison_list_view_stop_awaiting (self);
  if (n_selected > 1)
    g_signal_emit_by_name (self, "several", liaison_kind_get_info (liaison_list_view_get_kind (self))->name, n_selected);
  if (row != NULL)
    emit_when_loaded (self, row, "picked");
}

void
liaison_list_view_select_ids (LiaisonListView *self,
                              GArray          *ids)
{
  liaison_selection_set_ids (self->selection, (gconstpointer) ids->data, ids->len);
  liaison_list_view_picked_cb (self);
}

void
liaison_list_view_open_selected (LiaisonListView *self)
{
  g_autoptr (LiaisonRow) row = dup_selected_row (self);

  if (row != NULL)
    emit_when_loaded (self, row, "opened");
}

/* Enter and a double click both activate a row. */
void
liaison_list_view_activate_cb (LiaisonListView *self,
                               guint            position)
{
  if (self->double_clicked)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit", NULL);
  else
    liaison_list_view_open_selected (self);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            LiaisonListView *self)
{
  self->double_clicked = n_press == 2;
}

static void
press_over_cb (LiaisonListView *self)
{
  self->double_clicked = FALSE;
}

/* The row under the pointer has selected itself by now. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             LiaisonListView *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT) != widget
      && (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0)
    liaison_list_view_open_selected (self);
}

void
liaison_list_view_watch_clicks (LiaisonListView *self,
                                GtkWidget       *widget)
{
  GtkGesture *before = gtk_gesture_click_new ();
  GtkGesture *after = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (before), GTK_PHASE_CAPTURE);
  g_signal_connect (before, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (before, "end", G_CALLBACK (press_over_cb), self);
  g_signal_connect_swapped (before, "cancel", G_CALLBACK (press_over_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (before));

  g_signal_connect (after, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (after));

  liaison_list_view_watch_keys (self, widget);
  liaison_list_menu_attach (GTK_WIDGET (self), widget, liaison_list_view_build_row_menu, self);
}
