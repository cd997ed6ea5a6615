/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-view-private.h"

#include "liaison-announce.h"
#include "liaison-list-head.h"
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

  /* Who is there already is not taken there: everything would be laid out anew. */
  if (has_focus || gtk_adjustment_get_value (get_adjustment (self)) > 0)
    liaison_list_view_reveal (self, 0, has_focus);
  if (!has_focus)
    set_next_focus (self, 0);
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

/* Groups */

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
  double height = get_row_height (self);

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
