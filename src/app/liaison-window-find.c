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

/* Of an entry of a submenu its name alone does not say what it does, nor of an action on what. */
static char *
write_label (const char *label,
             const char *name)
{
  g_autofree char *first = strip_mnemonic (label);

  /* Translators: the label of a submenu and that of an entry in it: "Group by: Month"; or of an action and what it is done with */
  return g_strdup_printf (C_ ("action", "%s: %s"), first, name);
}

static void
append_entry (GListStore *items,
              GMenuModel *menu,
              int         position,
              const char *submenu,
              gboolean    in_list)
{
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, position, G_MENU_ATTRIBUTE_TARGET, NULL);
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;
  g_autofree char *entry = NULL;
  g_autofree char *name = NULL;

  if (!g_menu_model_get_item_attribute (menu, position, G_MENU_ATTRIBUTE_LABEL, "s", &label)
      || !g_menu_model_get_item_attribute (menu, position, G_MENU_ATTRIBUTE_ACTION, "s", &action))
    return;
  entry = strip_mnemonic (label);
  name = submenu != NULL ? write_label (submenu, entry) : g_strdup (entry);
  if (in_list)
    append_action (items, name, "win.in-list", g_variant_new ("(smv)", action, target));
  else
    append_action (items, name, action, target);
}

/* What the menus offer, found by its name: whoever adds to a menu has done enough.  Of the list's own menu the submenus are named, and those
 * within them left out, which do on a column what its head does. */
static void
append_menu (GListStore *items,
             GMenuModel *menu,
             const char *submenu,
             gboolean    in_list)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (section != NULL)
        append_menu (items, section, submenu, in_list);
      else if (below == NULL)
        append_entry (items, menu, i, submenu, in_list);
      else if (submenu == NULL)
        append_menu (items, below, in_list ? label : NULL, in_list);
    }
}

static void
append_list (LiaisonWindow *self,
             GListStore    *items)
{
  LiaisonListView *list = liaison_window_get_list (self);
  g_autoptr (GMenuModel) menu = list != NULL ? liaison_list_view_dup_menu (list) : NULL;

  if (menu != NULL)
    append_menu (items, menu, NULL, TRUE);
}

/* What can be done with the record that a person is at. */
static void
append_record (LiaisonWindow *self,
               GListStore    *items)
{
  /* The one that is shown still is not the one that is selected already. */
  const char *phrase = liaison_window_is_target_coming (self) ? NULL : liaison_window_get_phrase (self);
  const struct { const char *label; const char *action; gboolean edits; } actions[] = {
    { _ ("_Edit"), "win.edit", TRUE },
    { _ ("History"), "win.show-history", FALSE },
    { _ ("Copy _link"), "win.copy-link", FALSE },
    { _ ("_Delete"), "win.delete", TRUE },
  };

  for (guint i = 0; phrase != NULL && i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *label = write_label (actions[i].label, phrase);

      if (!actions[i].edits || !liaison_store_get_read_only (self->store))
        append_action (items, label, actions[i].action, NULL);
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
  append_record (self, items);
  append_menu (items, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->new_button)), NULL, FALSE);
  append_action (items, _ ("Search"), "win.search", NULL);
  append_action (items, _ ("Filter"), "win.filter", NULL);
  append_action (items, _ ("Save search"), "win.save-search", NULL);
  append_list (self, items);
  append_menu (items, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->menu_button)), NULL, FALSE);
  gtk_window_present (liaison_quick_find_new (GTK_WINDOW (self), self->store, G_LIST_MODEL (items)));
}

void
liaison_window_bind_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.quick-find", NULL, quick_find_action_cb);
}
