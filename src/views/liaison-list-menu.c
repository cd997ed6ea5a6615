/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-menu.h"

#define ITEM_KEY "liaison-list-item"

typedef struct
{
  GtkWidget             *owner;
  GtkWidget             *list;
  GtkWidget             *popover;
  LiaisonListMenuSelect  select;
  gpointer               user_data;
} Menu;

/* Of all widgets of a row only those that a factory has set are marked. */
static GtkListItem *
find_item (GtkWidget *widget)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (widget), ITEM_KEY);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && item == NULL;
       child = gtk_widget_get_next_sibling (child))
    item = find_item (child);
  return item;
}

static GtkWidget *
find_row (GtkWidget *list,
          GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* At a point of the list. */
static gboolean
popup (Menu      *menu,
       GtkWidget *row,
       double     x,
       double     y)
{
  GtkListItem *item = row != NULL ? find_item (row) : NULL;
  GdkRectangle place = { 0, 0, 1, 1 };

  if (item == NULL || gtk_list_item_get_position (item) == GTK_INVALID_LIST_POSITION)
    return FALSE;
  menu->select (gtk_list_item_get_position (item), menu->user_data);
  if (gtk_widget_translate_coordinates (menu->list, menu->owner, x, y, &x, &y))
    place = (GdkRectangle) { (int) x, (int) y, 1, 1 };
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), &place);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            Menu            *menu)
{
  GtkWidget *row = find_row (menu->list, gtk_widget_pick (menu->list, x, y, GTK_PICK_DEFAULT));

  if (popup (menu, row, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  Menu *menu = user_data;
  GtkRoot *root = gtk_widget_get_root (menu->list);
  GtkWidget *row = root != NULL ? find_row (menu->list, gtk_root_get_focus (root)) : NULL;
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, menu->list, &bounds))
    return FALSE;
  return popup (menu, row, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height);
}

static void
add_key (Menu                  *menu,
         GtkShortcutController *controller,
         guint                  key,
         GdkModifierType        modifiers)
{
  gtk_shortcut_controller_add_shortcut (controller,
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                          gtk_callback_action_new (menu_key_cb, menu, NULL)));
}

void
liaison_list_menu_attach (GtkWidget             *owner,
                          GtkWidget             *list,
                          GMenuModel            *model,
                          LiaisonListMenuSelect  select,
                          gpointer               user_data)
{
  Menu *menu = g_new0 (Menu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (GTK_IS_WIDGET (list));
  g_return_if_fail (select != NULL);

  menu->owner = owner;
  menu->list = list;
  menu->select = select;
  menu->user_data = user_data;
  menu->popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (menu->popover, owner);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));

  add_key (menu, GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Menu, 0);
  add_key (menu, GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_widget_add_controller (list, keys);

  g_object_set_data_full (G_OBJECT (list), "liaison-list-menu", menu, g_free);
}

void
liaison_list_menu_detach (GtkWidget *owner)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (owner); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
    }
}

void
liaison_list_menu_mark_child (GtkListItem *item)
{
  g_return_if_fail (GTK_IS_LIST_ITEM (item));

  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), ITEM_KEY, item);
}
