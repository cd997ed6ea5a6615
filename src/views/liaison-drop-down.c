/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-drop-down.h"

#include "liaison-config.h"
#include "liaison-fold.h"

#include <glib/gi18n-lib.h>

#define CAPTION "liaison-caption"

/* Letters that come closer together than this belong to one word. */
#define TYPING_MS 1000

typedef struct
{
  GString *text;
  guint32  time;
} Typing;

static void
typing_free (gpointer  data,
             GClosure *closure)
{
  Typing *typing = data;

  g_string_free (typing->text, TRUE);
  g_free (typing);
}

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

/* Chooses the next item that begins with what was typed, from the present one on. */
static gboolean
choose_typed (GtkDropDown   *drop_down,
              const GString *text)
{
  GListModel *items = gtk_drop_down_get_model (drop_down);
  g_autofree char *typed = liaison_fold (text->str);
  guint n_items = g_list_model_get_n_items (items);
  guint selected = gtk_drop_down_get_selected (drop_down);
  guint first = selected == GTK_INVALID_LIST_POSITION ? 0 : selected;

  /* One letter again goes on to the next item with it. */
  if (text->len == 1 && selected != GTK_INVALID_LIST_POSITION)
    first++;

  for (guint i = 0; i < n_items && *typed != '\0'; i++)
    {
      guint item = (first + i) % n_items;
      g_autofree char *label = liaison_fold (gtk_string_list_get_string (GTK_STRING_LIST (items), item));

      if (g_str_has_prefix (label, typed))
        {
          gtk_drop_down_set_selected (drop_down, item);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventController *keys,
                guint               key,
                guint               code,
                GdkModifierType     state,
                Typing             *typing)
{
  guint32 time = gtk_event_controller_get_current_event_time (keys);
  gunichar letter = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !g_unichar_isgraph (letter))
    return FALSE;

  if (time - typing->time > TYPING_MS)
    g_string_truncate (typing->text, 0);
  typing->time = time;
  g_string_append_unichar (typing->text, letter);

  return choose_typed (GTK_DROP_DOWN (gtk_event_controller_get_widget (keys)), typing->text);
}

void
liaison_drop_down_add_typing (GtkDropDown *drop_down)
{
  GtkEventController *keys;
  Typing *typing;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  keys = gtk_event_controller_key_new ();
  typing = g_new0 (Typing, 1);
  typing->text = g_string_new (NULL);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_pressed_cb), typing, typing_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (drop_down), keys);
}
