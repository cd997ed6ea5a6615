/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-view-private.h"

#include "liaison-announce.h"
#include "liaison-list-head.h"

static guint
get_n (LiaisonListView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/* The record nearest to a position, in the direction of @step, else in the other. */
static guint
skip_heads (LiaisonListView *self,
            gint64           position,
            int              step)
{
  gint64 found = CLAMP (position, 0, (gint64) get_n (self) - 1);

  while (found >= 0 && found < get_n (self) && liaison_lazy_list_get_id (self->list, (guint) found) < 0)
    found += step;
  if (found < 0 || found >= get_n (self))
    return step < 0 ? skip_heads (self, position, 1) : GTK_INVALID_LIST_POSITION;
  return (guint) found;
}

/* The head of the group that a row is in. */
static gint32
find_head (LiaisonListView *self,
           guint            position)
{
  while (position > 0 && liaison_lazy_list_get_id (self->list, position) > 0)
    position--;
  return liaison_lazy_list_get_id (self->list, position);
}

static void
announce_group (LiaisonListView *self,
                guint            position)
{
  guint head_position = liaison_lazy_list_find (self->list, find_head (self, position));
  g_autoptr (LiaisonRow) head = g_list_model_get_item (G_LIST_MODEL (self->list), head_position);
  g_autofree char *text = head != NULL && liaison_row_get_id (head) < 0 ? liaison_list_head_write_group (head) : NULL;

  if (text != NULL)
    liaison_announce (GTK_WIDGET (self), text);
}

static guint
get_page (LiaisonListView *self)
{
  double height = self->row_height;

  return height > 0 ? (guint) MAX (1, gtk_widget_get_height (liaison_list_view_get_list_widget (self)) / height - 1) : 1;
}

/* By how many rows a key moves; 0 where it is no key that moves. */
static int
get_step (LiaisonListView *self,
          guint            keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 1;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -1;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return (int) get_page (self);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return -(int) get_page (self);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return -G_MAXINT;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return G_MAXINT;
    default:
      return 0;
    }
}

static void
move (LiaisonListView *self,
      int              step,
      GdkModifierType  modifiers)
{
  guint focused = liaison_list_view_get_focused (self);
  guint target = skip_heads (self, (gint64) focused + step, step > 0 ? 1 : -1);

  if (focused == GTK_INVALID_LIST_POSITION || target == GTK_INVALID_LIST_POSITION)
    return;
  liaison_list_view_reveal (self, target, TRUE);
  /* Who comes from below to the first record of a group wants to see what the group is. */
  if (target < focused && target > 0 && liaison_lazy_list_get_id (self->list, target - 1) < 0)
    liaison_list_view_reveal (self, target - 1, FALSE);
  if ((modifiers & GDK_CONTROL_MASK) == 0)
    gtk_widget_activate_action (liaison_list_view_get_list_widget (self), "list.select-item", "(ubb)", target, FALSE,
                                (modifiers & GDK_SHIFT_MASK) != 0);
  if (self->group >= 0 && find_head (self, target) != find_head (self, focused))
    announce_group (self, target);
}

/* Keys that are held */

/* Whether a key means rows that are not there yet: what was searched for, or the last one while the list gets as long as it will be. */
static gboolean
is_early (LiaisonListView *self,
          int              step)
{
  return self->wants_top || (step == G_MAXINT && !liaison_list_view_is_complete (self));
}

/* Returns: whether the key waits for its rows; another than these is meant for something else, and so are no longer those before it. */
static gboolean
hold (LiaisonListView *self,
      GdkEvent        *event,
      int              step)
{
  guint keyval = gdk_key_event_get_keyval (event);
  gboolean opens = (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    && !(gdk_event_get_modifier_state (event) & gtk_accelerator_get_default_mod_mask ());

  if (gdk_key_event_is_modifier (event))
    return FALSE;
  if (step == 0 && !opens)
    liaison_list_view_drop_keys (self);
  else if (is_early (self, step) || self->held.length > 0)
    g_queue_push_tail (&self->held, gdk_event_ref (event));
  return self->held.length > 0;
}

void
liaison_list_view_drop_keys (LiaisonListView *self)
{
  g_queue_clear_full (&self->held, (GDestroyNotify) gdk_event_unref);
}

void
liaison_list_view_press_held (LiaisonListView *self)
{
  while (self->held.length > 0)
    {
      int step = get_step (self, gdk_key_event_get_keyval (g_queue_peek_head (&self->held)));
      g_autoptr (GdkEvent) event = NULL;

      if (is_early (self, step))
        return;
      event = g_queue_pop_head (&self->held);
      if (step != 0)
        move (self, step, gdk_event_get_modifier_state (event));
      else
        liaison_list_view_open_selected (self);
    }
}

/* Keys */

/* A digit that is typed in the list of engagements is the first of a date. */
static gboolean
begins_date (LiaisonListView *self,
             guint            keyval,
             GdkModifierType  modifiers)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  char text[7] = "";

  if (self->entity != LIAISON_ENTITY_ENGAGEMENTS || self->list == NULL || !g_unichar_isdigit (character)
      || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  g_unichar_to_utf8 (character, text);
  liaison_list_view_ask_date (self, text);
  return TRUE;
}

/* GTK would stop at a head, where nothing is selected. */
static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               keyval,
                guint               keycode,
                GdkModifierType     modifiers,
                LiaisonListView    *self)
{
  int step;

  if (begins_date (self, keyval, modifiers))
    return GDK_EVENT_STOP;
  if (self->list == NULL || liaison_list_view_get_focused (self) == GTK_INVALID_LIST_POSITION || (modifiers & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  step = get_step (self, keyval);
  if (hold (self, gtk_event_controller_get_current_event (controller), step))
    return GDK_EVENT_STOP;
  if (self->group < 0 || step == 0)
    return GDK_EVENT_PROPAGATE;
  move (self, step, modifiers);
  return GDK_EVENT_STOP;
}

void
liaison_list_view_watch_keys (LiaisonListView *self,
                              GtkWidget       *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (list, keys);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (liaison_list_view_drop_keys), self);
  gtk_widget_add_controller (list, focus);
}
