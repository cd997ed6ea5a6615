/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-topics-control.h"

#include "liaison-config.h"
#include "liaison-record-picker.h"

#include <glib/gi18n.h>

struct _LiaisonTopicsControl
{
  GtkWidget            parent_instance;

  GtkWidget           *box;
  GtkFlowBox          *chips;
  LiaisonRecordPicker *picker;

  LiaisonFormContext  *context;
  GPtrArray           *topics; /* UUIDs */
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonTopicsControl, liaison_topics_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static void show_chips (LiaisonTopicsControl *self);

static void
remove_topic (LiaisonTopicsControl *self,
              guint                 place)
{
  g_ptr_array_remove_index (self->topics, place);
  show_chips (self);
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

static void
remove_cb (LiaisonTopicsControl *self,
           GtkWidget            *button)
{
  GtkWidget *chip = gtk_widget_get_ancestor (button, GTK_TYPE_FLOW_BOX_CHILD);

  /* The button that has the focus goes. */
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  remove_topic (self, gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (chip)));
}

static GtkWidget *
chip_new (LiaisonTopicsControl *self,
          const char           *name)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is the name of a topic */
  g_autofree char *tooltip = g_strdup_printf (_("Remove “%s”"), name);

  gtk_widget_add_css_class (chip, "topic");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);

  return chip;
}

static void
show_chips (LiaisonTopicsControl *self)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);

  for (guint i = 0; i < self->topics->len; i++)
    {
      GtkWidget *chip = chip_new (self, liaison_draft_get_name (draft, self->topics->pdata[i]));

      gtk_flow_box_append (self->chips, chip);
      /* The button takes the focus, not the cell around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->topics->len > 0);
}

static void
append_topic (LiaisonTopicsControl *self,
              const char           *uuid,
              const char           *name)
{
  liaison_record_picker_set_text (self->picker, "");
  if (!g_ptr_array_find_with_equal_func (self->topics, uuid, g_str_equal, NULL))
    {
      liaison_draft_set_name (liaison_form_context_get_draft (self->context), uuid, name);
      g_ptr_array_add (self->topics, g_strdup (uuid));
      show_chips (self);
    }
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

static void
picked_cb (LiaisonTopicsControl *self,
           LiaisonSuggestion    *suggestion)
{
  append_topic (self, liaison_suggestion_get_uuid (suggestion), liaison_suggestion_get_name (suggestion));
}

static void
add_cb (LiaisonTopicsControl *self,
        const char           *name)
{
  g_autoptr (LiaisonRecord) topic = liaison_record_new (LIAISON_KIND_TOPIC, NULL);

  liaison_record_set_text (topic, LIAISON_TOPIC_NAME, name);
  liaison_draft_add_new (liaison_form_context_get_draft (self->context), topic);
  append_topic (self, liaison_record_get_uuid (topic), name);
}

static gboolean
key_pressed_cb (LiaisonTopicsControl *self,
                guint                 key)
{
  if (key != GDK_KEY_BackSpace || self->topics->len == 0 || *liaison_record_picker_get_text (self->picker) != '\0')
    return GDK_EVENT_PROPAGATE;

  remove_topic (self, self->topics->len - 1);

  return GDK_EVENT_STOP;
}

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  LiaisonTopicsControl *self = LIAISON_TOPICS_CONTROL (control);

  g_set_object (&self->context, context);
  liaison_record_picker_set_context (self->picker, context);
  g_ptr_array_set_size (self->topics, 0);
  for (const char * const *topic = liaison_record_get_list (record, field); *topic != NULL; topic++)
    g_ptr_array_add (self->topics, g_strdup (*topic));
  show_chips (self);
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  LiaisonTopicsControl *self = LIAISON_TOPICS_CONTROL (control);

  g_ptr_array_add (self->topics, NULL);
  liaison_record_set_list (record, field, (const char * const *) self->topics->pdata);
  g_ptr_array_set_size (self->topics, self->topics->len - 1);

  if (*liaison_record_picker_get_text (self->picker) == '\0')
    return TRUE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("Press Enter to add this topic, or clear the text."));

  return FALSE;
}

static GtkWidget *
get_target (LiaisonControl *control)
{
  return liaison_record_picker_get_entry (LIAISON_TOPICS_CONTROL (control)->picker);
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
}

static void
liaison_topics_control_dispose (GObject *object)
{
  g_clear_object (&LIAISON_TOPICS_CONTROL (object)->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_TOPICS_CONTROL);

  G_OBJECT_CLASS (liaison_topics_control_parent_class)->dispose (object);
}

static void
liaison_topics_control_finalize (GObject *object)
{
  g_ptr_array_unref (LIAISON_TOPICS_CONTROL (object)->topics);

  G_OBJECT_CLASS (liaison_topics_control_parent_class)->finalize (object);
}

static void
liaison_topics_control_class_init (LiaisonTopicsControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_topics_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_topics_control_finalize;

  g_type_ensure (LIAISON_TYPE_RECORD_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-topics-control.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonTopicsControl, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTopicsControl, chips);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTopicsControl, picker);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "edited_cb", G_CALLBACK (liaison_control_emit_changed));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_topics_control_init (LiaisonTopicsControl *self)
{
  self->topics = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_record_picker_set_source (self->picker, LIAISON_PICK_TOPICS, 0);
  /* Translators: a suggestion that makes a new record; %s is the name that was typed */
  liaison_record_picker_set_add_label (self->picker, _("Add “%s”"));
}

LiaisonControl *
liaison_topics_control_new (void)
{
  return g_object_new (LIAISON_TYPE_TOPICS_CONTROL, NULL);
}
