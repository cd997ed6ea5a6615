/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-config.h"
#include "liaison-quick-find.h"

#include <glib/gi18n.h>

/* A menu's label without its mnemonic: "_New store…". */
static char *
strip_mnemonic (const char *label)
{
  g_autoptr (GString) text = g_string_new (label);

  g_string_replace (text, "__", "\x01", 0);
  g_string_replace (text, "_", "", 0);
  g_string_replace (text, "\x01", "_", 0);

  return g_strdup (text->str);
}

static void
append_action (GListStore *items,
               const char *label,
               const char *action,
               GVariant   *target)
{
  g_autoptr (LiaisonFindItem) item = liaison_find_item_new (_ ("Actions"), NULL, label, NULL, action, target);

  g_list_store_append (items, item);
}

/* What the menus offer, found by its name: whoever adds to a menu has done enough. */
static void
append_menu (GListStore *items,
             GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;

      if (section != NULL || submenu != NULL)
        append_menu (items, section != NULL ? section : submenu);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label)
               && g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        {
          g_autofree char *name = strip_mnemonic (label);

          append_action (items, name, action, target);
        }
    }
}

static void
append_places (LiaisonWindow *self,
               GListStore    *items)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->places)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const char *name = gtk_widget_get_name (row);
      g_autofree char *icon = g_strdup_printf ("liaison-place-%s-symbolic", name);
      g_autoptr (LiaisonFindItem) item = liaison_find_item_new (_ ("Places"), icon, gtk_widget_get_tooltip_text (row), NULL, "win.show-place",
                                                                g_variant_new_string (name));

      g_list_store_append (items, item);
    }
}

static void
quick_find_action_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  g_autoptr (GListStore) items = g_list_store_new (LIAISON_TYPE_FIND_ITEM);

  if (self->store == NULL)
    return;

  append_places (self, items);
  append_menu (items, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->new_button)));
  append_action (items, _ ("Search"), "win.search", NULL);
  append_action (items, _ ("Filter"), "win.filter", NULL);
  append_action (items, _ ("Save search"), "win.save-search", NULL);
  append_menu (items, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->menu_button)));
  gtk_window_present (liaison_quick_find_new (GTK_WINDOW (self), self->store, G_LIST_MODEL (items)));
}

void
liaison_window_bind_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.quick-find", NULL, quick_find_action_cb);
}
