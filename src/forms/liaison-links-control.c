/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-links-control.h"

#include "liaison-config.h"
#include "liaison-country.h"
#include "liaison-field-editor.h"
#include "liaison-record-picker.h"

#include <glib/gi18n.h>

/* Whose parent an editor is for. */
#define TOPIC "liaison-topic"

struct _LiaisonLinksControl
{
  GtkWidget            parent_instance;

  GtkWidget           *box;
  GtkFlowBox          *chips;
  LiaisonRecordPicker *picker;
  GtkBox              *parents; /* of topics that are new: an editor each */

  LiaisonFormContext  *context;
  GPtrArray           *values; /* UUIDs, or codes of countries */
  LiaisonPickSource    source;
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonLinksControl, liaison_links_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static void show_chips (LiaisonLinksControl *self);

static gboolean
is_countries (LiaisonLinksControl *self)
{
  return self->source == LIAISON_PICK_COUNTRIES;
}

static void
remove_value (LiaisonLinksControl *self,
              guint                place)
{
  g_ptr_array_remove_index (self->values, place);
  show_chips (self);
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

static void
remove_cb (LiaisonLinksControl *self,
           GtkWidget           *button)
{
  GtkWidget *chip = gtk_widget_get_ancestor (button, GTK_TYPE_FLOW_BOX_CHILD);

  /* The button that has the focus goes. */
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  remove_value (self, gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (chip)));
}

static GtkWidget *
chip_new (LiaisonLinksControl *self,
          const char          *name)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is the name of a topic, a contact, an organisation or a country */
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

/* What was begun in it is of no use without it. */
static void
forget_text (LiaisonLinksControl *self,
             GtkWidget           *editor)
{
  g_autofree char *place = g_strdup_printf ("%s topic.parent", (const char *) g_object_get_data (G_OBJECT (editor), TOPIC));

  liaison_draft_set_text (liaison_form_context_get_draft (self->context), place, "");
}

/* Returns the next one. */
static GtkWidget *
remove_editor (LiaisonLinksControl *self,
               GtkWidget           *editor)
{
  GtkWidget *next = gtk_widget_get_next_sibling (editor);

  gtk_box_remove (self->parents, editor);

  return next;
}

/* What a topic that is not in the store yet is a part of is asked for under it. */
static GtkWidget *
parent_editor_new (LiaisonLinksControl *self,
                   LiaisonRecord       *topic)
{
  g_autoptr (GString) name = g_string_new (liaison_record_get_text (topic, LIAISON_TOPIC_NAME));
  g_autofree char *label = NULL;
  GtkWidget *editor;

  /* The label has a mnemonic, or could have one. */
  g_string_replace (name, "_", "__", 0);
  /* Translators: the label of a field with another topic: “Gas prices” is part of: Energy */
  label = g_strdup_printf (_("“%s” is part of"), name->str);
  editor = g_object_new (LIAISON_TYPE_FIELD_EDITOR, "field", "topic.parent", "label", label, NULL);
  g_object_set_data_full (G_OBJECT (editor), TOPIC, g_strdup (liaison_record_get_uuid (topic)), g_free);
  liaison_field_editor_bind (LIAISON_FIELD_EDITOR (editor), self->context, topic);
  g_signal_connect_object (editor, "changed", G_CALLBACK (liaison_control_emit_changed), self, G_CONNECT_SWAPPED);

  return editor;
}

/* An editor stays, with what is being typed in it, as long as its topic does. */
static void
show_parents (LiaisonLinksControl *self)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);
  GtkWidget *editor = gtk_widget_get_first_child (GTK_WIDGET (self->parents));

  for (guint i = 0; i < self->values->len; i++)
    {
      LiaisonRecord *topic = liaison_draft_find_new (draft, self->values->pdata[i]);

      if (topic == NULL || liaison_record_get_kind (topic) != LIAISON_KIND_TOPIC)
        continue;

      /* Values are in the order in which they came, and so are the editors. */
      while (editor != NULL && !g_str_equal (g_object_get_data (G_OBJECT (editor), TOPIC), self->values->pdata[i]))
        {
          forget_text (self, editor);
          editor = remove_editor (self, editor);
        }
      if (editor != NULL)
        editor = gtk_widget_get_next_sibling (editor);
      else
        gtk_box_append (self->parents, parent_editor_new (self, topic));
    }
  while (editor != NULL)
    {
      forget_text (self, editor);
      editor = remove_editor (self, editor);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->parents), gtk_widget_get_first_child (GTK_WIDGET (self->parents)) != NULL);
}

static void
show_chips (LiaisonLinksControl *self)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);

  for (guint i = 0; i < self->values->len; i++)
    {
      const char *value = self->values->pdata[i];
      GtkWidget *chip = chip_new (self, is_countries (self) ? liaison_country_get_name (value) : liaison_draft_get_name (draft, value));

      gtk_flow_box_append (self->chips, chip);
      /* The button takes the focus, not the cell around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->values->len > 0);
  show_parents (self);
}

static void
append_value (LiaisonLinksControl *self,
              const char          *value,
              const char          *name)
{
  liaison_record_picker_set_text (self->picker, "");
  if (!g_ptr_array_find_with_equal_func (self->values, value, g_str_equal, NULL))
    {
      if (!is_countries (self))
        liaison_draft_set_name (liaison_form_context_get_draft (self->context), value, name);
      g_ptr_array_add (self->values, g_strdup (value));
      show_chips (self);
    }
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

static void
picked_cb (LiaisonLinksControl *self,
           LiaisonSuggestion   *suggestion)
{
  append_value (self, is_countries (self) ? liaison_suggestion_get_country (suggestion) : liaison_suggestion_get_uuid (suggestion),
                liaison_suggestion_get_name (suggestion));
}

static void
add_cb (LiaisonLinksControl *self,
        const char          *name)
{
  LiaisonRecord *topic = liaison_draft_take_topic (liaison_form_context_get_draft (self->context), name);

  append_value (self, liaison_record_get_uuid (topic), liaison_record_get_text (topic, LIAISON_TOPIC_NAME));
}

static gboolean
key_pressed_cb (LiaisonLinksControl *self,
                guint                key)
{
  if (key != GDK_KEY_BackSpace || self->values->len == 0 || *liaison_record_picker_get_text (self->picker) != '\0')
    return GDK_EVENT_PROPAGATE;

  remove_value (self, self->values->len - 1);

  return GDK_EVENT_STOP;
}

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  LiaisonLinksControl *self = LIAISON_LINKS_CONTROL (control);
  GtkWidget *editor = gtk_widget_get_first_child (GTK_WIDGET (self->parents));

  g_set_object (&self->context, context);
  liaison_record_picker_set_context (self->picker, context);
  while (editor != NULL)
    editor = remove_editor (self, editor);
  g_ptr_array_set_size (self->values, 0);
  for (const char * const *value = liaison_record_get_list (record, field); *value != NULL; value++)
    g_ptr_array_add (self->values, g_strdup (*value));
  show_chips (self);
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  LiaisonLinksControl *self = LIAISON_LINKS_CONTROL (control);

  g_ptr_array_add (self->values, NULL);
  liaison_record_set_list (record, field, (const char * const *) self->values->pdata);
  g_ptr_array_set_size (self->values, self->values->len - 1);

  if (*liaison_record_picker_get_text (self->picker) == '\0')
    return TRUE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID,
                       self->source == LIAISON_PICK_TOPICS ? _("Press Enter to add this topic, or clear the text.")
                                                           : _("Choose one of those suggested, or leave this empty."));

  return FALSE;
}

static GtkWidget *
get_target (LiaisonControl *control)
{
  return liaison_record_picker_get_entry (LIAISON_LINKS_CONTROL (control)->picker);
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
}

static void
liaison_links_control_dispose (GObject *object)
{
  g_clear_object (&LIAISON_LINKS_CONTROL (object)->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_LINKS_CONTROL);

  G_OBJECT_CLASS (liaison_links_control_parent_class)->dispose (object);
}

static void
liaison_links_control_finalize (GObject *object)
{
  g_ptr_array_unref (LIAISON_LINKS_CONTROL (object)->values);

  G_OBJECT_CLASS (liaison_links_control_parent_class)->finalize (object);
}

static void
liaison_links_control_class_init (LiaisonLinksControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_links_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_links_control_finalize;

  g_type_ensure (LIAISON_TYPE_RECORD_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-links-control.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonLinksControl, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLinksControl, chips);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLinksControl, picker);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLinksControl, parents);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "edited_cb", G_CALLBACK (liaison_control_emit_changed));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_links_control_init (LiaisonLinksControl *self)
{
  self->values = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

LiaisonControl *
liaison_links_control_new (LiaisonKind kind,
                           guint       field)
{
  LiaisonLinksControl *self = g_object_new (LIAISON_TYPE_LINKS_CONTROL, NULL);
  LiaisonSide side = 0;

  if (kind == LIAISON_KIND_STATED_TOTAL)
    side = field == LIAISON_STATED_TOTAL_PRINCIPALS ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS;
  self->source = liaison_pick_source_of_field (kind, field);
  liaison_record_picker_set_source (self->picker, self->source, side);
  if (self->source == LIAISON_PICK_TOPICS)
    /* Translators: a suggestion that makes a new record; %s is the name that was typed */
    liaison_record_picker_set_add_label (self->picker, _("Add “%s”"));

  return LIAISON_CONTROL (self);
}
