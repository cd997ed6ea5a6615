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

/* Where a key leads; GTK_INVALID_LIST_POSITION where it is no key that moves. */
static guint
find_target (LiaisonListView *self,
             guint            keyval,
             guint            focused)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return skip_heads (self, (gint64) focused + 1, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return skip_heads (self, (gint64) focused - 1, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return skip_heads (self, (gint64) focused + get_page (self), 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return skip_heads (self, (gint64) focused - get_page (self), -1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return skip_heads (self, 0, 1);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return skip_heads (self, get_n (self), -1);
    default:
      return GTK_INVALID_LIST_POSITION;
    }
}

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
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                LiaisonListView       *self)
{
  guint focused = self->list != NULL ? liaison_list_view_get_focused (self) : GTK_INVALID_LIST_POSITION;
  guint target = GTK_INVALID_LIST_POSITION;
  gint32 head;

  if (begins_date (self, keyval, modifiers))
    return GDK_EVENT_STOP;
  if (self->group < 0 || focused == GTK_INVALID_LIST_POSITION || (modifiers & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  target = find_target (self, keyval, focused);
  if (target == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_PROPAGATE;

  head = find_head (self, focused);
  liaison_list_view_reveal (self, target, TRUE);
  /* Who comes from below to the first record of a group wants to see what the group is. */
  if (target < focused && target > 0 && liaison_lazy_list_get_id (self->list, target - 1) < 0)
    liaison_list_view_reveal (self, target - 1, FALSE);
  if ((modifiers & GDK_CONTROL_MASK) == 0)
    gtk_widget_activate_action (liaison_list_view_get_list_widget (self), "list.select-item", "(ubb)", target, FALSE,
                                (modifiers & GDK_SHIFT_MASK) != 0);
  if (find_head (self, target) != head)
    announce_group (self, target);
  return GDK_EVENT_STOP;
}

void
liaison_list_view_watch_keys (LiaisonListView *self,
                              GtkWidget       *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (list, keys);
}
