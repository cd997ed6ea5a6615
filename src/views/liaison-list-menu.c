/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-menu.h"

#include "liaison-list-item.h"

typedef struct
{
  GtkWidget            *owner;
  GtkWidget            *list;
  GtkWidget            *popover;
  GtkWidget            *focus;   /* where it was when the menu was asked for */
  LiaisonListMenuBuild  build;
  gpointer              user_data;
} Menu;

/* Else the focus goes to the first widget around the list. */
static void
closed_cb (Menu *menu)
{
  if (menu->focus != NULL && gtk_widget_get_mapped (menu->focus))
    gtk_widget_grab_focus (menu->focus);
  g_clear_weak_pointer (&menu->focus);
}

/* A popover that gets another model keeps the height that it had. */
static void
make_popover (Menu       *menu,
              GMenuModel *model)
{
  if (menu->popover != NULL && gtk_widget_get_parent (menu->popover) == menu->owner)
    gtk_widget_unparent (menu->popover);
  g_set_weak_pointer (&menu->popover, gtk_popover_menu_new_from_model (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (menu->popover, menu->owner);
  g_signal_connect_swapped (menu->popover, "closed", G_CALLBACK (closed_cb), menu);
}

static void
menu_free (Menu *menu)
{
  if (menu->popover != NULL)
    g_signal_handlers_disconnect_by_data (menu->popover, menu);
  g_clear_weak_pointer (&menu->popover);
  g_clear_weak_pointer (&menu->focus);
  g_free (menu);
}

/* At a point of the list. */
static gboolean
popup (Menu      *menu,
       GtkWidget *row,
       int        column,
       double     x,
       double     y)
{
  guint position = row != NULL ? liaison_list_item_position (row) : GTK_INVALID_LIST_POSITION;
  GdkRectangle place = { 0, 0, 1, 1 };
  g_autoptr (GMenuModel) model = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  model = menu->build (position, column, menu->user_data);
  if (model == NULL)
    return FALSE;
  make_popover (menu, model);
  g_set_weak_pointer (&menu->focus, gtk_root_get_focus (gtk_widget_get_root (menu->list)));
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
  GtkWidget *picked = gtk_widget_pick (menu->list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = liaison_list_item_find_row (menu->list, picked);

  if (popup (menu, row, row != NULL ? liaison_list_item_find_column (row, picked) : -1, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  Menu *menu = user_data;
  GtkRoot *root = gtk_widget_get_root (menu->list);
  GtkWidget *row = root != NULL ? liaison_list_item_find_row (menu->list, gtk_root_get_focus (root)) : NULL;
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, menu->list, &bounds))
    return FALSE;
  return popup (menu, row, -1, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height);
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
liaison_list_menu_attach (GtkWidget            *owner,
                          GtkWidget            *list,
                          LiaisonListMenuBuild  build,
                          gpointer              user_data)
{
  Menu *menu = g_new0 (Menu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (GTK_IS_WIDGET (list));
  g_return_if_fail (build != NULL);

  menu->owner = owner;
  menu->list = list;
  menu->build = build;
  menu->user_data = user_data;

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));

  add_key (menu, GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Menu, 0);
  add_key (menu, GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_widget_add_controller (list, keys);

  g_object_set_data_full (G_OBJECT (list), "liaison-list-menu", menu, (GDestroyNotify) menu_free);
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
liaison_list_menu_present (GtkWidget *owner)
{
  for (GtkWidget *child = gtk_widget_get_first_child (owner); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_present (GTK_POPOVER (child));
    }
}
