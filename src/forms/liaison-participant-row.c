/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-participant-row.h"

#include "liaison-announce.h"
#include "liaison-config.h"
#include "liaison-country.h"
#include "liaison-field-editor.h"
#include "liaison-form-grid.h"
#include "liaison-row-drag.h"
#include "liaison-text-control.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LiaisonParticipantRow
{
  GtkListBoxRow       parent_instance;

  GtkBox             *box;
  GtkWidget          *head;
  GtkLabel           *name;
  GtkLabel           *caption;
  GtkToggleButton    *details_button;
  GtkWidget          *remove_button;

  GtkWidget          *details; /* made when it is unfolded for the first time: a session can have many participants */
  LiaisonFieldEditor *title;
  LiaisonFormContext *context;
  LiaisonRecord      *participation;
  LiaisonSuggestion  *standing;
};

enum { CHANGED, SIDE_CHANGED, REMOVE, MOVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonParticipantRow, liaison_participant_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_named (LiaisonRecord *participation)
{
  return !liaison_record_field_is_empty (participation, LIAISON_PARTICIPATION_CONTACT);
}

static void
append (GString    *text,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_heads (GString       *text,
              LiaisonRecord *participation)
{
  guint heads = liaison_record_get_integer (participation, LIAISON_PARTICIPATION_HEAD_COUNT);
  g_autofree char *count = NULL;

  append (text, _("Nobody named"));
  if (heads > 0)
    /* Translators: how many people took part of whom no name is known */
    count = g_strdup_printf (ngettext ("%u person", "%u people", heads), heads);
  append (text, count);
}

/* The country, unless the title names it: "Minister for Foreign Affairs of Ukraine". */
static const char *
get_country (LiaisonParticipantRow *self,
             const char            *title)
{
  const char *code = self->standing != NULL ? liaison_suggestion_get_country (self->standing) : "";
  const char *name = *code != '\0' ? liaison_country_get_name (code) : "";

  return strstr (title, name) == NULL ? name : "";
}

/* The title of the day, the country, and what is not the rule about the participation. */
static char *
dup_caption (LiaisonParticipantRow *self)
{
  GString *text = g_string_new (NULL);
  gint64 role = liaison_record_get_integer (self->participation, LIAISON_PARTICIPATION_ROLE);
  gint64 attendance = liaison_record_get_integer (self->participation, LIAISON_PARTICIPATION_ATTENDANCE);
  LiaisonSensitivity sensitivity = liaison_record_get_sensitivity (self->participation);
  const char *title = liaison_record_get_text (self->participation, LIAISON_PARTICIPATION_TITLE);

  if (*title == '\0' && self->standing != NULL)
    title = liaison_suggestion_get_detail (self->standing);

  append (text, title);
  append (text, get_country (self, title));
  if (!is_named (self->participation))
    append_heads (text, self->participation);
  if (role > LIAISON_ROLE_PRINCIPAL)
    append (text, liaison_vocabulary_get_label (&liaison_roles, role));
  if (attendance > LIAISON_ATTENDANCE_ATTENDED)
    append (text, liaison_vocabulary_get_label (&liaison_attendances, attendance));
  if (sensitivity > LIAISON_SENSITIVITY_PUBLIC)
    append (text, liaison_vocabulary_get_label (&liaison_sensitivities, sensitivity));

  return g_string_free (text, FALSE);
}

static void
name_editor (LiaisonFieldEditor *editor,
             gpointer            user_data)
{
  liaison_field_editor_set_prefix (editor, user_data);
}

static void
set_button_name (GtkWidget  *button,
                 const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update (LiaisonParticipantRow *self)
{
  g_autofree char *name = liaison_participant_row_dup_name (self->context, self->participation);
  g_autofree char *caption = dup_caption (self);
  /* Translators: %s is a participant of an engagement */
  g_autofree char *details = g_strdup_printf (_("Details of %s"), name);
  g_autofree char *removal = g_strdup_printf (_("Remove %s"), name);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *caption != '\0');
  set_button_name (GTK_WIDGET (self->details_button), details);
  set_button_name (self->remove_button, removal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  liaison_describe (GTK_WIDGET (self), caption);

  if (self->details == NULL)
    return;

  liaison_field_editor_foreach (self->details, name_editor, name);
  liaison_text_control_set_placeholder (LIAISON_TEXT_CONTROL (liaison_field_editor_get_control (self->title)),
                                        self->standing != NULL ? liaison_suggestion_get_detail (self->standing) : NULL);
}

static void
field_changed_cb (LiaisonParticipantRow *self,
                  LiaisonFieldEditor    *editor)
{
  update (self);
  if (liaison_field_editor_get_field (editor) == LIAISON_PARTICIPATION_SIDE)
    g_signal_emit (self, signals[SIDE_CHANGED], 0);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
bind_editor (LiaisonFieldEditor *editor,
             gpointer            user_data)
{
  LiaisonParticipantRow *self = user_data;

  if (liaison_field_editor_get_kind (editor) != LIAISON_KIND_PARTICIPATION)
    return;

  liaison_field_editor_bind (editor, self->context, self->participation);
  g_signal_connect_object (editor, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
tell_misread (LiaisonFieldEditor *editor,
              gpointer            user_data)
{
  gboolean *misread = user_data;

  if (!liaison_field_editor_is_misread (editor))
    return;

  *misread = TRUE;
  liaison_field_editor_check (editor, TRUE);
}

/* Tells what cannot be read. */
static gboolean
has_misread (LiaisonParticipantRow *self)
{
  gboolean misread = FALSE;

  liaison_field_editor_foreach (self->details, tell_misread, &misread);

  return misread;
}

static void
remove_cb (LiaisonParticipantRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
move_up_cb (LiaisonParticipantRow *self)
{
  g_signal_emit (self, signals[MOVE], 0, -1);
}

static void
move_down_cb (LiaisonParticipantRow *self)
{
  g_signal_emit (self, signals[MOVE], 0, 1);
}

static void
make_details (LiaisonParticipantRow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GObject *heads;

  g_type_ensure (LIAISON_TYPE_FORM_GRID);
  builder = gtk_builder_new_from_resource ("/io/github/liaison_app/Liaison/liaison-participant-details.ui");
  self->details = GTK_WIDGET (gtk_builder_get_object (builder, "details"));
  self->title = LIAISON_FIELD_EDITOR (gtk_builder_get_object (builder, "title"));
  heads = gtk_builder_get_object (builder, "heads");
  gtk_widget_set_visible (GTK_WIDGET (heads), !is_named (self->participation));
  gtk_widget_set_visible (GTK_WIDGET (self->title), is_named (self->participation));
  g_signal_connect_object (gtk_builder_get_object (builder, "up"), "clicked", G_CALLBACK (move_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_builder_get_object (builder, "down"), "clicked", G_CALLBACK (move_down_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (self->box, self->details);
  liaison_field_editor_foreach (self->details, bind_editor, self);
  update (self);
  liaison_field_editor_restore_texts (self->details);
}

static void
toggled_cb (LiaisonParticipantRow *self)
{
  gboolean open = gtk_toggle_button_get_active (self->details_button);

  if (open && self->details == NULL)
    make_details (self);
  /* Out of sight it would be forgotten. */
  if (!open && has_misread (self))
    {
      gtk_toggle_button_set_active (self->details_button, TRUE);
      return;
    }
  gtk_widget_set_visible (self->details, open);
  gtk_button_set_icon_name (GTK_BUTTON (self->details_button), open ? "pan-up-symbolic" : "pan-down-symbolic");
}

static void
liaison_participant_row_dispose (GObject *object)
{
  LiaisonParticipantRow *self = LIAISON_PARTICIPANT_ROW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->standing);
  g_clear_pointer (&self->participation, liaison_record_unref);
  /* No gtk_widget_dispose_template(): the child is a property of the row, which lets go of it. */

  G_OBJECT_CLASS (liaison_participant_row_parent_class)->dispose (object);
}

static void
liaison_participant_row_class_init (LiaisonParticipantRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_participant_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", LIAISON_TYPE_PARTICIPANT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIDE_CHANGED] = g_signal_new ("side-changed", LIAISON_TYPE_PARTICIPANT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", LIAISON_TYPE_PARTICIPANT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", LIAISON_TYPE_PARTICIPANT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-participant-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantRow, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantRow, head);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantRow, name);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantRow, caption);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantRow, details_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
liaison_participant_row_init (LiaisonParticipantRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* By its head, since one selects text in its details. */
  liaison_row_drag_add (self->head, GTK_LIST_BOX_ROW (self));
}

GtkWidget *
liaison_participant_row_new (LiaisonFormContext *context,
                             LiaisonRecord      *participation)
{
  LiaisonParticipantRow *self = g_object_new (LIAISON_TYPE_PARTICIPANT_ROW, NULL);

  self->context = g_object_ref (context);
  self->participation = liaison_record_ref (participation);
  update (self);
  if (liaison_field_editor_has_text_of (liaison_form_context_get_draft (context), participation))
    liaison_participant_row_toggle (self);

  return GTK_WIDGET (self);
}

LiaisonRecord *
liaison_participant_row_get_record (LiaisonParticipantRow *self)
{
  g_return_val_if_fail (LIAISON_IS_PARTICIPANT_ROW (self), NULL);

  return self->participation;
}

void
liaison_participant_row_set_standing (LiaisonParticipantRow *self,
                                      LiaisonSuggestion     *standing)
{
  g_return_if_fail (LIAISON_IS_PARTICIPANT_ROW (self));

  if (g_set_object (&self->standing, standing))
    update (self);
}

void
liaison_participant_row_toggle (LiaisonParticipantRow *self)
{
  g_return_if_fail (LIAISON_IS_PARTICIPANT_ROW (self));

  gtk_toggle_button_set_active (self->details_button, !gtk_toggle_button_get_active (self->details_button));
}

gboolean
liaison_participant_row_get_open (LiaisonParticipantRow *self)
{
  g_return_val_if_fail (LIAISON_IS_PARTICIPANT_ROW (self), FALSE);

  return gtk_toggle_button_get_active (self->details_button);
}

char *
liaison_participant_row_dup_name (LiaisonFormContext *context,
                                  LiaisonRecord      *participation)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (context);
  const char *country = liaison_record_get_text (participation, LIAISON_PARTICIPATION_COUNTRY);

  if (is_named (participation))
    return g_strdup (liaison_draft_get_name (draft, liaison_record_get_text (participation, LIAISON_PARTICIPATION_CONTACT)));
  if (*country != '\0')
    return g_strdup (liaison_country_get_name (country));

  return g_strdup (liaison_draft_get_name (draft, liaison_record_get_text (participation, LIAISON_PARTICIPATION_ORGANISATION)));
}
