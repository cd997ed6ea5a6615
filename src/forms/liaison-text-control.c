/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-text-control.h"

#include "liaison-config.h"

#include <glib/gi18n.h>

struct _LiaisonTextControl
{
  GtkWidget        parent_instance;

  GtkWidget       *entry;
  LiaisonFieldType type;
  char            *proposal;
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonTextControl, liaison_text_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static const char *
get_text (LiaisonTextControl *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_overridden (LiaisonTextControl *self)
{
  return self->proposal != NULL && *self->proposal != '\0' && !g_str_equal (get_text (self), self->proposal);
}

static void
update_icon (LiaisonTextControl *self)
{
  g_autofree char *tooltip = NULL;

  if (!is_overridden (self))
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, NULL);
      return;
    }

  /* Translators: %s is a text that follows from other fields: a contact's name, the title of an engagement */
  tooltip = g_strdup_printf (_("Use “%s” again"), self->proposal);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, "edit-undo-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, tooltip);
}

static void
changed_cb (LiaisonTextControl *self)
{
  update_icon (self);
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

static void
use_proposal_cb (LiaisonTextControl *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->proposal);
  gtk_widget_grab_focus (self->entry);
}

/* An emptied field takes its proposal again when it is left. */
static void
left_cb (LiaisonTextControl *self)
{
  if (self->proposal != NULL && *get_text (self) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->proposal);
}

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  LiaisonTextControl *self = LIAISON_TEXT_CONTROL (control);
  g_autofree char *number = NULL;
  const char *text = "";

  if (self->type != LIAISON_FIELD_INTEGER)
    text = liaison_record_get_text (record, field);
  else if (liaison_record_get_integer (record, field) != 0)
    text = number = g_strdup_printf ("%" G_GINT64_FORMAT, liaison_record_get_integer (record, field));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static gboolean
store_number (const char     *text,
              LiaisonRecord  *record,
              guint           field,
              GError        **error)
{
  gint64 number = 0;

  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL))
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("Write a whole number."));
      return FALSE;
    }

  liaison_record_set_integer (record, field, number);

  return TRUE;
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  LiaisonTextControl *self = LIAISON_TEXT_CONTROL (control);
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  if (self->type == LIAISON_FIELD_INTEGER)
    return store_number (text, record, field, error);

  liaison_record_set_text (record, field, text);

  return TRUE;
}

static GtkWidget *
get_target (LiaisonControl *control)
{
  return LIAISON_TEXT_CONTROL (control)->entry;
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
}

static void
liaison_text_control_dispose (GObject *object)
{
  LiaisonTextControl *self = LIAISON_TEXT_CONTROL (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_text_control_parent_class)->dispose (object);
}

static void
liaison_text_control_finalize (GObject *object)
{
  g_free (LIAISON_TEXT_CONTROL (object)->proposal);

  G_OBJECT_CLASS (liaison_text_control_parent_class)->finalize (object);
}

static void
liaison_text_control_class_init (LiaisonTextControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_text_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_text_control_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_text_control_init (LiaisonTextControl *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "icon-press", G_CALLBACK (use_proposal_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

LiaisonControl *
liaison_text_control_new (LiaisonFieldType type)
{
  LiaisonTextControl *self = g_object_new (LIAISON_TYPE_TEXT_CONTROL, NULL);

  self->type = type;
  if (type == LIAISON_FIELD_INTEGER)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_DIGITS);
  else if (type == LIAISON_FIELD_ADDRESS)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_URL);

  return LIAISON_CONTROL (self);
}

void
liaison_text_control_set_proposal (LiaisonTextControl *self,
                                   const char         *proposal)
{
  gboolean follows;

  g_return_if_fail (LIAISON_IS_TEXT_CONTROL (self));
  g_return_if_fail (proposal != NULL);

  if (g_strcmp0 (self->proposal, proposal) == 0)
    return;

  follows = g_str_equal (get_text (self), self->proposal != NULL ? self->proposal : "");
  g_free (self->proposal);
  self->proposal = g_strdup (proposal);

  if (follows)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), proposal);
  update_icon (self);
}

void
liaison_text_control_set_placeholder (LiaisonTextControl *self,
                                      const char         *text)
{
  g_return_if_fail (LIAISON_IS_TEXT_CONTROL (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
}
