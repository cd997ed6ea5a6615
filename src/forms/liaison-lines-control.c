/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-lines-control.h"

#include "liaison-config.h"

#include <glib/gi18n.h>

#define SPACING 4

struct _LiaisonLinesControl
{
  GtkWidget        parent_instance;

  GtkWidget       *rows;  /* each a box with an entry and the button that removes it */
  char            *label;
  GtkInputPurpose  purpose;
  gboolean         loading;
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonLinesControl, liaison_lines_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static GtkWidget *
get_entry (GtkWidget *row)
{
  return gtk_widget_get_first_child (row);
}

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_entry (row)));
}

/* The first entry is the one that the field names; the others say which they are. */
static void
name_rows (LiaisonLinesControl *self)
{
  guint number = 1;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *button = gtk_widget_get_last_child (row);
      /* Translators: the name of an entry for a screen reader: a field and the number of its value, as in "Telephone 2" */
      g_autofree char *name = g_strdup_printf (_("%s %u"), self->label, number);
      g_autofree char *remove = g_strdup_printf (_("Remove %s"), get_text (row));

      if (number++ > 1)
        gtk_accessible_update_property (GTK_ACCESSIBLE (get_entry (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_visible (button, *get_text (row) != '\0');
      gtk_widget_set_tooltip_text (button, remove);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
    }
}

static void add_row (LiaisonLinesControl *self, const char *text);

static void
changed_cb (LiaisonLinesControl *self)
{
  if (self->loading)
    return;

  if (*get_text (gtk_widget_get_last_child (self->rows)) != '\0')
    add_row (self, "");
  name_rows (self);
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

/* The first row stays, since the field's label leads to it: the text of the next one moves up into it. */
static void
remove_row (LiaisonLinesControl *self,
            GtkWidget           *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next == NULL)
    return;

  if (gtk_widget_get_prev_sibling (row) == NULL)
    {
      g_autofree char *text = g_strdup (get_text (next));

      self->loading = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (get_entry (row)), text);
      self->loading = FALSE;
      gtk_widget_grab_focus (get_entry (row));
      row = next;
    }
  else
    {
      gtk_widget_grab_focus (get_entry (next));
    }

  gtk_box_remove (GTK_BOX (self->rows), row);
  changed_cb (self);
}

static void
remove_clicked_cb (LiaisonLinesControl *self,
                   GtkWidget           *button)
{
  remove_row (self, gtk_widget_get_parent (button));
}

static void
activate_cb (LiaisonLinesControl *self,
             GtkWidget           *entry)
{
  GtkWidget *next = gtk_widget_get_next_sibling (gtk_widget_get_parent (entry));

  if (next != NULL)
    gtk_widget_grab_focus (get_entry (next));
}

/* Rows that were emptied go when all of them are left: what one is working on does not move. */
static void
left_cb (LiaisonLinesControl *self)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (next != NULL && *get_text (row) == '\0' && gtk_widget_get_prev_sibling (row) != NULL)
        gtk_box_remove (GTK_BOX (self->rows), row);
    }
  name_rows (self);
}

static void
add_row (LiaisonLinesControl *self,
         const char          *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), self->purpose);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (row, "linked");
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->rows), row);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
}

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  LiaisonLinesControl *self = LIAISON_LINES_CONTROL (control);
  const char * const *texts = liaison_record_get_list (record, field);
  GtkWidget *first = gtk_widget_get_first_child (self->rows);

  while (gtk_widget_get_last_child (self->rows) != first)
    gtk_box_remove (GTK_BOX (self->rows), gtk_widget_get_last_child (self->rows));

  self->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (get_entry (first)), texts[0] != NULL ? texts[0] : "");
  self->loading = FALSE;
  for (guint i = 1; texts[0] != NULL && texts[i] != NULL; i++)
    add_row (self, texts[i]);
  if (texts[0] != NULL)
    add_row (self, "");
  name_rows (self);
}

static void
take_lines (GPtrArray  *items,
            const char *text)
{
  /* What is pasted can have several lines. */
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_strstrip (*line);
      if (**line != '\0')
        g_ptr_array_add (items, g_strdup (*line));
    }
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  LiaisonLinesControl *self = LIAISON_LINES_CONTROL (control);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    take_lines (items, get_text (row));
  g_ptr_array_add (items, NULL);
  liaison_record_set_list (record, field, (const char * const *) items->pdata);

  return TRUE;
}

static GtkWidget *
get_target (LiaisonControl *control)
{
  return get_entry (gtk_widget_get_first_child (LIAISON_LINES_CONTROL (control)->rows));
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
}

static void
liaison_lines_control_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_LINES_CONTROL (object)->rows, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_lines_control_parent_class)->dispose (object);
}

static void
liaison_lines_control_finalize (GObject *object)
{
  g_free (LIAISON_LINES_CONTROL (object)->label);

  G_OBJECT_CLASS (liaison_lines_control_parent_class)->finalize (object);
}

static void
liaison_lines_control_class_init (LiaisonLinesControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_lines_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_lines_control_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_lines_control_init (LiaisonLinesControl *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

LiaisonControl *
liaison_lines_control_new (GtkInputPurpose purpose)
{
  LiaisonLinesControl *self = g_object_new (LIAISON_TYPE_LINES_CONTROL, NULL);

  self->purpose = purpose;
  add_row (self, "");

  return LIAISON_CONTROL (self);
}

void
liaison_lines_control_set_label (LiaisonLinesControl *self,
                                 const char          *label)
{
  g_return_if_fail (LIAISON_IS_LINES_CONTROL (self));

  g_free (self->label);
  self->label = g_strdup (label);
  name_rows (self);
}
