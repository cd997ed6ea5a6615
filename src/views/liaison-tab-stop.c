/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-tab-stop.h"

static void
set_other_rows_focusable (GtkWidget *list,
                          GtkWidget *row,
                          gboolean   focusable)
{
  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != row)
      gtk_widget_set_can_focus (child, focusable);
}

/* While no other row can take the focus, a list box lets it go on to what is beside it; the list of a table goes by numbers instead, and
 * lets it go on while it cannot take it itself. */
static void
set_held (GtkWidget *list,
          GtkWidget *row,
          gboolean   held)
{
  if (GTK_IS_LIST_BOX (list))
    set_other_rows_focusable (list, row, !held);
  else
    gtk_widget_set_can_focus (list, !held);
}

static gboolean
key_pressed_cb (GtkWidget       *list,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  gboolean back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;
  GtkWidget *row = gtk_widget_get_focus_child (list);
  GtkRoot *root = gtk_widget_get_root (list);

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab) || (state & GDK_CONTROL_MASK) != 0 || row == NULL)
    return FALSE;

  set_held (list, row, TRUE);
  g_signal_emit_by_name (root, "move-focus", back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  set_held (list, row, FALSE);
  return TRUE;
}

void
liaison_tab_stop_unite (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_LIST_BOX (list) || GTK_IS_LIST_VIEW (list) || GTK_IS_COLUMN_VIEW (list));

  /* Under the heads of a table stands the list that holds its rows. */
  if (GTK_IS_COLUMN_VIEW (list))
    list = gtk_widget_get_last_child (list);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (list, keys);
}
