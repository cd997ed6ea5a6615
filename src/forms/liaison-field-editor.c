/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-field-editor.h"

#include "liaison-announce.h"
#include "liaison-flag-control.h"
#include "liaison-focus-order.h"
#include "liaison-lines-control.h"
#include "liaison-record-picker.h"
#include "liaison-validate.h"

struct _LiaisonFieldEditor
{
  GtkWidget           parent_instance;

  GtkBox             *box;
  GtkLabel           *caption;
  GtkLabel           *hint;
  GtkWidget          *message;
  GtkLabel           *message_label;

  char               *field_name;
  char               *label;
  char               *name;        /* what a screen reader says */
  char               *description; /* and after it */
  LiaisonKind         kind;
  guint               field;
  LiaisonControl     *control;
  LiaisonFormContext *context;
  LiaisonRecord      *record;
  GError             *misread; /* why the control's content could not be stored */
  GError             *error;
  gboolean            wide;
  gboolean            loading;
  gboolean            told;    /* whether errors are shown */
};

enum { PROP_0, PROP_FIELD, PROP_LABEL, PROP_WIDE, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (LiaisonFieldEditor, liaison_field_editor, GTK_TYPE_WIDGET)

static char *
without_mnemonic (const char *label)
{
  GString *text = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    {
      if (*p == '_' && p[1] == '_')
        g_string_append_c (text, *p++);
      else if (*p != '_')
        g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

static const char *
get_field_label (LiaisonFieldEditor *self)
{
  return self->label != NULL ? self->label : liaison_kind_get_field_label (self->kind, self->field);
}

static void
set_name (LiaisonFieldEditor *self,
          const char         *prefix)
{
  g_autofree char *name = without_mnemonic (get_field_label (self));

  g_free (self->name);
  self->name = prefix != NULL ? g_strdup_printf ("%s: %s", prefix, name) : g_steal_pointer (&name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (liaison_control_get_target (self->control)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  if (LIAISON_IS_LINES_CONTROL (self->control))
    liaison_lines_control_set_label (LIAISON_LINES_CONTROL (self->control), self->name);
}

/* What a screen reader says after the name: the value where it would not, and what is wrong or was understood. */
static void
describe (LiaisonFieldEditor *self,
          const char         *text)
{
  g_autofree char *value = liaison_control_dup_value (self->control);
  g_autofree char *both = value != NULL && text != NULL ? g_strdup_printf ("%s. %s", value, text) : NULL;

  if (both != NULL)
    text = both;
  else if (text == NULL)
    text = value;

  /* Every field is looked at with every key: only news is passed on. */
  if (g_strcmp0 (text, self->description) == 0)
    return;

  g_free (self->description);
  self->description = g_strdup (text);
  liaison_describe (liaison_control_get_target (self->control), text);
}

static void
show_invalid (LiaisonFieldEditor *self,
              gboolean            invalid)
{
  GtkAccessible *target = GTK_ACCESSIBLE (liaison_control_get_target (self->control));

  if (invalid == gtk_widget_has_css_class (GTK_WIDGET (self), "invalid"))
    return;

  if (invalid)
    gtk_widget_add_css_class (GTK_WIDGET (self), "invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
  gtk_accessible_update_state (target, GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_error (LiaisonFieldEditor *self)
{
  gboolean shown = self->told && self->error != NULL;
  g_autofree char *hint = liaison_control_dup_hint (self->control);

  gtk_widget_set_visible (self->message, shown);
  gtk_label_set_label (self->message_label, shown ? self->error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), !shown && hint != NULL);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  show_invalid (self, shown);
  describe (self, shown ? self->error->message : hint);
}

static void
changed_cb (LiaisonFieldEditor *self)
{
  if (self->loading || self->record == NULL)
    return;

  g_clear_error (&self->misread);
  liaison_control_store (self->control, self->record, self->field, &self->misread);
  liaison_field_editor_check (self, FALSE);
  g_signal_emit (self, changed_signal, 0);
}

static void
left_cb (LiaisonFieldEditor *self)
{
  if (self->record != NULL)
    liaison_field_editor_check (self, TRUE);
}

static void
set_field (LiaisonFieldEditor *self,
           const char         *field_name)
{
  g_auto (GStrv) parts = g_strsplit (field_name, ".", 2);
  int field;

  g_return_if_fail (g_strv_length (parts) == 2);

  self->field_name = g_strdup (field_name);
  self->kind = liaison_kind_parse (parts[0]);
  g_return_if_fail (self->kind < LIAISON_N_KINDS);

  field = liaison_kind_find_field (self->kind, parts[1]);
  g_return_if_fail (field >= 0 || g_str_equal (parts[1], "sensitivity"));
  self->field = field >= 0 ? (guint) field : LIAISON_FIELD_SENSITIVITY;
}

/* The properties are there: the control can be made. */
static void
liaison_field_editor_constructed (GObject *object)
{
  LiaisonFieldEditor *self = LIAISON_FIELD_EDITOR (object);
  GtkWidget *target;

  G_OBJECT_CLASS (liaison_field_editor_parent_class)->constructed (object);

  g_return_if_fail (self->field_name != NULL);

  self->control = liaison_control_new (self->kind, self->field);
  gtk_box_insert_child_after (self->box, GTK_WIDGET (self->control), GTK_WIDGET (self->caption));
  g_signal_connect_object (self->control, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  target = liaison_control_get_target (self->control);
  gtk_label_set_label (self->caption, get_field_label (self));
  gtk_label_set_mnemonic_widget (self->caption, target);
  /* GTK 4.8 would say both names: the property is the one that can be made unique. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (LIAISON_IS_FLAG_CONTROL (self->control))
    {
      liaison_flag_control_set_label (LIAISON_FLAG_CONTROL (self->control), get_field_label (self));
      /* Its line stays, so that the button stands in line with the controls beside it. */
      gtk_label_set_label (self->caption, "");
    }
  set_name (self, NULL);
}

static gboolean
liaison_field_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (liaison_control_get_target (LIAISON_FIELD_EDITOR (widget)->control));
}

static void
liaison_field_editor_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  LiaisonFieldEditor *self = LIAISON_FIELD_EDITOR (object);

  switch (id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field_name);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_WIDE:
      g_value_set_boolean (value, self->wide);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_field_editor_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  LiaisonFieldEditor *self = LIAISON_FIELD_EDITOR (object);

  switch (id)
    {
    case PROP_FIELD:
      set_field (self, g_value_get_string (value));
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_WIDE:
      self->wide = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_field_editor_dispose (GObject *object)
{
  LiaisonFieldEditor *self = LIAISON_FIELD_EDITOR (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->record, liaison_record_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_FIELD_EDITOR);

  G_OBJECT_CLASS (liaison_field_editor_parent_class)->dispose (object);
}

static void
liaison_field_editor_finalize (GObject *object)
{
  LiaisonFieldEditor *self = LIAISON_FIELD_EDITOR (object);

  g_free (self->field_name);
  g_free (self->label);
  g_free (self->name);
  g_free (self->description);
  g_clear_error (&self->misread);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (liaison_field_editor_parent_class)->finalize (object);
}

static void
liaison_field_editor_class_init (LiaisonFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = liaison_field_editor_constructed;
  object_class->get_property = liaison_field_editor_get_property;
  object_class->set_property = liaison_field_editor_set_property;
  object_class->dispose = liaison_field_editor_dispose;
  object_class->finalize = liaison_field_editor_finalize;
  widget_class->focus = liaison_focus_order_move;
  widget_class->grab_focus = liaison_field_editor_grab_focus;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", LIAISON_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-field-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonFieldEditor, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFieldEditor, caption);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFieldEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFieldEditor, message);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFieldEditor, message_label);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_field_editor_init (LiaisonFieldEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

LiaisonKind
liaison_field_editor_get_kind (LiaisonFieldEditor *self)
{
  return self->kind;
}

guint
liaison_field_editor_get_field (LiaisonFieldEditor *self)
{
  return self->field;
}

LiaisonControl *
liaison_field_editor_get_control (LiaisonFieldEditor *self)
{
  return self->control;
}

gboolean
liaison_field_editor_get_wide (LiaisonFieldEditor *self)
{
  return self->wide;
}

void
liaison_field_editor_bind (LiaisonFieldEditor *self,
                           LiaisonFormContext *context,
                           LiaisonRecord      *record)
{
  g_return_if_fail (LIAISON_IS_FIELD_EDITOR (self));
  g_return_if_fail (liaison_record_get_kind (record) == self->kind);

  g_set_object (&self->context, context);
  liaison_record_ref (record);
  g_clear_pointer (&self->record, liaison_record_unref);
  self->record = record;
  self->told = FALSE;
  liaison_field_editor_reload (self);
}

void
liaison_field_editor_reload (LiaisonFieldEditor *self)
{
  g_return_if_fail (LIAISON_IS_FIELD_EDITOR (self));
  g_return_if_fail (self->record != NULL);

  self->loading = TRUE;
  liaison_control_load (self->control, self->context, self->record, self->field);
  self->loading = FALSE;
  g_clear_error (&self->misread);
  liaison_field_editor_check (self, FALSE);
}

void
liaison_field_editor_set_prefix (LiaisonFieldEditor *self,
                                 const char         *prefix)
{
  g_return_if_fail (LIAISON_IS_FIELD_EDITOR (self));

  set_name (self, prefix);
}

const GError *
liaison_field_editor_check (LiaisonFieldEditor *self,
                            gboolean            show)
{
  g_return_val_if_fail (LIAISON_IS_FIELD_EDITOR (self), NULL);

  g_clear_error (&self->error);
  if (self->misread != NULL)
    self->error = g_error_copy (self->misread);
  else if (self->record != NULL && self->field != LIAISON_FIELD_SENSITIVITY)
    liaison_validate_field (self->record, self->field, &self->error);

  self->told |= show;
  show_error (self);

  return self->error;
}

gboolean
liaison_field_editor_is_told (LiaisonFieldEditor *self)
{
  g_return_val_if_fail (LIAISON_IS_FIELD_EDITOR (self), FALSE);

  return self->told;
}

gboolean
liaison_field_editor_is_misread (LiaisonFieldEditor *self)
{
  g_return_val_if_fail (LIAISON_IS_FIELD_EDITOR (self), FALSE);

  return self->misread != NULL;
}

const char *
liaison_field_editor_get_name (LiaisonFieldEditor *self)
{
  g_return_val_if_fail (LIAISON_IS_FIELD_EDITOR (self), NULL);

  return self->name;
}

/* Of one record there is one editor of a field at most. */
static char *
dup_place (LiaisonFieldEditor *self)
{
  return g_strdup_printf ("%s %s", liaison_record_get_uuid (self->record), self->field_name);
}

void
liaison_field_editor_note_text (LiaisonFieldEditor *self)
{
  GtkWidget *target;
  g_autofree char *place = NULL;

  g_return_if_fail (LIAISON_IS_FIELD_EDITOR (self));

  target = liaison_control_get_target (self->control);
  if (self->record == NULL || !GTK_IS_EDITABLE (target))
    return;

  place = dup_place (self);
  liaison_draft_set_text (liaison_form_context_get_draft (self->context), place,
                          self->misread != NULL ? gtk_editable_get_text (GTK_EDITABLE (target)) : "");
}

gboolean
liaison_field_editor_has_text_of (LiaisonDraft        *draft,
                                  const LiaisonRecord *record)
{
  return liaison_draft_has_texts_at (draft, liaison_record_get_uuid (record));
}

void
liaison_field_editor_foreach (GtkWidget              *root,
                              LiaisonFieldEditorFunc  func,
                              gpointer                user_data)
{
  if (!gtk_widget_get_visible (root))
    return;

  if (LIAISON_IS_FIELD_EDITOR (root))
    func (LIAISON_FIELD_EDITOR (root), user_data);

  /* An editor can hold another one: of a record that was added from it. */
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    liaison_field_editor_foreach (child, func, user_data);
}

static void
restore_text (LiaisonFieldEditor *self,
              gpointer            user_data)
{
  g_autofree char *place = NULL;
  g_autofree char *text = NULL; /* the draft's own changes while it is shown */
  GtkWidget *target;
  GtkWidget *picker;

  if (self->record == NULL)
    return;

  place = dup_place (self);
  text = g_strdup (liaison_draft_get_text (liaison_form_context_get_draft (self->context), place));
  target = liaison_control_get_target (self->control);
  if (*text == '\0' || !GTK_IS_EDITABLE (target))
    return;

  picker = gtk_widget_get_ancestor (target, LIAISON_TYPE_RECORD_PICKER);
  if (picker != NULL)
    liaison_record_picker_set_text (LIAISON_RECORD_PICKER (picker), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (target), text);
  changed_cb (self);
}

void
liaison_field_editor_restore_texts (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  liaison_field_editor_foreach (root, restore_text, NULL);
}
