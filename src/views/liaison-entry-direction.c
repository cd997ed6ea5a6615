/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-entry-direction.h"

void
liaison_entry_read_from_left (GtkEditable *entry)
{
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (entry)), GTK_TEXT_DIR_LTR);
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    gtk_editable_set_alignment (entry, 1);
}
