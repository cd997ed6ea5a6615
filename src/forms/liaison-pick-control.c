/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-pick-control.h"

#include "liaison-config.h"
#include "liaison-country.h"
#include "liaison-field-editor.h"
#include "liaison-form-defaults.h"
#include "liaison-record-picker.h"

#include <glib/gi18n.h>

struct _LiaisonPickControl
{
  GtkWidget            parent_instance;

  GtkWidget           *box;
  LiaisonRecordPicker *picker;
  LiaisonFieldEditor  *kind_editor; /* of an organisation that is new */

  LiaisonFormContext  *context;
  LiaisonPickSource    source;
  char                *value;       /* a UUID, or the code of a country */
  char                *own;         /* the UUID of the record that is edited */
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonPickControl, liaison_pick_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static gboolean
is_country (LiaisonPickControl *self)
{
  return self->source == LIAISON_PICK_COUNTRIES;
}

static gboolean
is_format (LiaisonPickControl *self)
{
  return self->source == LIAISON_PICK_GROUPINGS;
}

static gboolean
is_readout (LiaisonPickControl *self)
{
  return self->source == LIAISON_PICK_READOUTS;
}

static gboolean
is_topic (LiaisonPickControl *self)
{
  return self->source == LIAISON_PICK_TOPICS;
}

/* An organisation that is not in the store yet needs its kind, which is asked for under its name. */
static void
update_kind_editor (LiaisonPickControl *self)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);
  LiaisonRecord *added = liaison_draft_find_new (draft, self->value);
  gboolean shown = added != NULL && liaison_record_get_kind (added) == LIAISON_KIND_ORGANISATION;

  gtk_widget_set_visible (GTK_WIDGET (self->kind_editor), shown);
  if (shown)
    liaison_field_editor_bind (self->kind_editor, self->context, added);
}

static void
set_value (LiaisonPickControl *self,
           const char         *value,
           const char         *name)
{
  g_free (self->value);
  self->value = g_strdup (value);
  liaison_record_picker_set_text (self->picker, name);
  update_kind_editor (self);
}

static void
picked_cb (LiaisonPickControl *self,
           LiaisonSuggestion  *suggestion)
{
  const char *name = liaison_suggestion_get_name (suggestion);
  const char *value = is_country (self) ? liaison_suggestion_get_country (suggestion) : liaison_suggestion_get_uuid (suggestion);

  /* Nothing is a part of itself. */
  if (g_strcmp0 (value, self->own) == 0)
    return;

  if (!is_country (self))
    liaison_draft_set_name (liaison_form_context_get_draft (self->context), value, name);
  set_value (self, value, name);
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

static LiaisonRecord *
new_organisation (LiaisonPickControl *self,
                  const char         *name)
{
  LiaisonRecord *organisation = liaison_form_defaults_new_record (LIAISON_KIND_ORGANISATION);

  liaison_record_set_text (organisation, LIAISON_ORGANISATION_NAME, name);
  if (is_format (self))
    liaison_record_set_integer (organisation, LIAISON_ORGANISATION_KIND, LIAISON_ORGANISATION_GROUPING);

  return organisation;
}

/* A source is known by its address, or else by its title. */
static LiaisonRecord *
new_readout (const char *text)
{
  LiaisonRecord *readout = liaison_record_new (LIAISON_KIND_READOUT, NULL);
  gboolean is_address = g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://");

  liaison_record_set_text (readout, is_address ? LIAISON_READOUT_ADDRESS : LIAISON_READOUT_TITLE, text);

  return readout;
}

static LiaisonRecord *
new_record (LiaisonPickControl *self,
            const char         *name)
{
  return is_readout (self) ? new_readout (name) : new_organisation (self, name);
}

/* Nothing is a part of itself, nor of a part of itself; what is in the store is a part of nothing new. */
static void
add_topic (LiaisonPickControl *self,
           const char         *name)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);
  LiaisonRecord *topic = liaison_draft_take_topic (draft, name);
  LiaisonRecord *above = topic;

  while (above != NULL && g_strcmp0 (liaison_record_get_uuid (above), self->own) != 0)
    above = liaison_draft_find_new (draft, liaison_record_get_text (above, LIAISON_TOPIC_PARENT));
  if (above != NULL)
    return;

  set_value (self, liaison_record_get_uuid (topic), liaison_record_get_text (topic, LIAISON_TOPIC_NAME));
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

static void
add_new (LiaisonPickControl *self,
         const char         *name)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);
  g_autoptr (LiaisonRecord) added = new_record (self, name);
  const char *uuid = liaison_record_get_uuid (added);

  liaison_draft_add_new (draft, added);
  liaison_draft_set_name (draft, uuid, name);

  set_value (self, uuid, name);
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

static void
add_cb (LiaisonPickControl *self,
        const char         *name)
{
  if (is_topic (self))
    add_topic (self, name);
  else
    add_new (self, name);
}

static void
edited_cb (LiaisonPickControl *self)
{
  g_clear_pointer (&self->value, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_editor), FALSE);
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

/* The whole name of a country, or its code, needs no picking. */
static void
left_cb (LiaisonPickControl *self)
{
  const char *code = is_country (self) && self->value == NULL ? liaison_country_find (liaison_record_picker_get_text (self->picker)) : NULL;

  if (code == NULL)
    return;

  set_value (self, code, liaison_country_get_name (code));
  liaison_control_emit_changed (LIAISON_CONTROL (self));
}

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  LiaisonPickControl *self = LIAISON_PICK_CONTROL (control);
  const char *value = liaison_record_get_text (record, field);
  const char *name = is_country (self) ? liaison_country_get_name (value)
                                       : liaison_draft_get_name (liaison_form_context_get_draft (context), value);

  g_set_object (&self->context, context);
  g_free (self->own);
  self->own = g_strdup (liaison_record_get_uuid (record));
  liaison_record_picker_set_context (self->picker, context);
  set_value (self, *value != '\0' ? value : NULL, name);
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  LiaisonPickControl *self = LIAISON_PICK_CONTROL (control);

  liaison_record_set_text (record, field, self->value);
  if (self->value != NULL || *liaison_record_picker_get_text (self->picker) == '\0')
    return TRUE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID,
                       is_country (self) ? _("There is no country of this name: choose one of those suggested, or leave this empty.")
                                         : _("Choose one of those suggested, or leave this empty."));

  return FALSE;
}

static GtkWidget *
get_target (LiaisonControl *control)
{
  return liaison_record_picker_get_entry (LIAISON_PICK_CONTROL (control)->picker);
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
}

static void
liaison_pick_control_dispose (GObject *object)
{
  LiaisonPickControl *self = LIAISON_PICK_CONTROL (object);

  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_PICK_CONTROL);

  G_OBJECT_CLASS (liaison_pick_control_parent_class)->dispose (object);
}

static void
liaison_pick_control_finalize (GObject *object)
{
  LiaisonPickControl *self = LIAISON_PICK_CONTROL (object);

  g_free (self->value);
  g_free (self->own);

  G_OBJECT_CLASS (liaison_pick_control_parent_class)->finalize (object);
}

static void
liaison_pick_control_class_init (LiaisonPickControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_pick_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_pick_control_finalize;

  g_type_ensure (LIAISON_TYPE_FIELD_EDITOR);
  g_type_ensure (LIAISON_TYPE_RECORD_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-pick-control.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonPickControl, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPickControl, picker);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPickControl, kind_editor);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "kind_changed_cb", G_CALLBACK (liaison_control_emit_changed));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_pick_control_init (LiaisonPickControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

LiaisonControl *
liaison_pick_control_new (LiaisonKind kind,
                          guint       field)
{
  LiaisonPickControl *self = g_object_new (LIAISON_TYPE_PICK_CONTROL, NULL);

  self->source = liaison_pick_source_of_field (kind, field);
  /* Only who follows something up is one of ours as a rule. */
  liaison_record_picker_set_source (self->picker, self->source, kind == LIAISON_KIND_FOLLOW_UP ? LIAISON_SIDE_OURS : 0);
  if (is_format (self) || is_readout (self) || is_topic (self) || (kind == LIAISON_KIND_POST && field == LIAISON_POST_ORGANISATION))
    /* Translators: a suggestion that makes a new record; %s is the name that was typed */
    liaison_record_picker_set_add_label (self->picker, _("Add “%s”"));

  return LIAISON_CONTROL (self);
}
