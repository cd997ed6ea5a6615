/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-drop-down.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define CAPTION "liaison-caption"

static void
update_name (GtkDropDown *drop_down)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  /* Translators: what is chosen, and the choice: "How: Set to" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), (const char *) g_object_get_data (G_OBJECT (drop_down), CAPTION),
                                           chosen != NULL ? gtk_string_object_get_string (chosen) : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (drop_down))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
liaison_drop_down_name (GtkDropDown *drop_down,
                        const char  *caption)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (caption != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  g_object_set_data_full (G_OBJECT (drop_down), CAPTION, g_strdup (caption), g_free);
  g_signal_handlers_disconnect_by_func (drop_down, update_name, NULL);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (update_name), NULL);
  update_name (drop_down);
}
