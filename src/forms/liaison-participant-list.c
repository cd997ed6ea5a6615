/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-participant-list-private.h"

#include "liaison-config.h"
#include "liaison-contact-form.h"
#include "liaison-focus-order.h"
#include "liaison-row-drag.h"

#include <glib/gi18n.h>

enum { PROP_0, PROP_SIDE, PROP_LABEL, PROP_ENTRY_LABEL, N_PROPS };
enum { CHANGED, SIDE_CHANGED, NAMED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonParticipantList, liaison_participant_list, GTK_TYPE_WIDGET)

static void
edited (LiaisonParticipantList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
liaison_participant_list_take_row (LiaisonParticipantList *self,
                                   LiaisonParticipantRow  *row)
{
  liaison_draft_remove_part (liaison_form_context_get_draft (self->context), liaison_participant_row_get_record (row));
  gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  gtk_widget_set_visible (self->rows_frame, !liaison_participant_list_is_empty (self));
  edited (self);
}

static void
remove_row (LiaisonParticipantList *self,
            LiaisonParticipantRow  *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->rows, index + 1);

  if (next == NULL && index > 0)
    next = gtk_list_box_get_row_at_index (self->rows, index - 1);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self->picker));
  liaison_participant_list_take_row (self, row);
}

static void
move_row (LiaisonParticipantList *self,
          LiaisonParticipantRow  *row,
          int                     place)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);
  g_autoptr (LiaisonParticipantRow) G_GNUC_UNUSED moved = g_object_ref (row);

  if (place < 0 || !liaison_draft_move_part (draft, liaison_participant_row_get_record (row), (guint) place))
    return;

  gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  gtk_list_box_insert (self->rows, GTK_WIDGET (row), place);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  edited (self);
}

static void
step_row (LiaisonParticipantList *self,
          LiaisonParticipantRow  *row,
          int                     step)
{
  move_row (self, row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step);
}

/* Whoever comes from another list changes sides. */
static gboolean
dropped (GtkListBoxRow *row,
         int            place,
         gpointer       user_data)
{
  LiaisonParticipantList *self = user_data;
  LiaisonRecord *participation = liaison_participant_row_get_record (LIAISON_PARTICIPANT_ROW (row));

  if (liaison_record_get_integer (participation, LIAISON_PARTICIPATION_SIDE) == self->side)
    {
      move_row (self, LIAISON_PARTICIPANT_ROW (row), place);
      return TRUE;
    }

  liaison_record_set_integer (participation, LIAISON_PARTICIPATION_SIDE, self->side);
  liaison_draft_move_part (liaison_form_context_get_draft (self->context), participation, (guint) place);
  g_signal_emit (self, signals[SIDE_CHANGED], 0);

  return TRUE;
}

static void
move_cb (LiaisonParticipantRow  *row,
         int                     step,
         LiaisonParticipantList *self)
{
  step_row (self, row, step);
}

static void
side_changed_cb (LiaisonParticipantList *self)
{
  g_signal_emit (self, signals[SIDE_CHANGED], 0);
}

void
liaison_participant_list_insert_row (LiaisonParticipantList *self,
                                     LiaisonRecord          *participation,
                                     int                     place)
{
  GtkWidget *row = liaison_participant_row_new (self->context, participation);

  liaison_participant_row_set_standing (LIAISON_PARTICIPANT_ROW (row), liaison_participant_list_get_standing (self, participation));
  g_signal_connect_object (row, "changed", G_CALLBACK (edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "side-changed", G_CALLBACK (side_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (move_cb), self, 0);
  gtk_list_box_insert (self->rows, row, place);
  gtk_widget_set_visible (self->rows_frame, TRUE);
}

static void
picked_cb (LiaisonParticipantList *self,
           LiaisonSuggestion      *suggestion)
{
  liaison_record_picker_set_text (self->picker, "");
  liaison_participant_list_seat_or_name (self, suggestion);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LiaisonParticipantList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = liaison_contact_form_run_finish (result, NULL, &error);

  self->adding = FALSE;
  /* The text stays for whoever has thought better of it. */
  if (uuid == NULL || self->context == NULL)
    return;

  liaison_record_picker_set_text (self->picker, "");
  liaison_participant_list_seat_contact (self, uuid);
}

/* On top of this form, which waits with all that is in it. */
static void
add_cb (LiaisonParticipantList *self,
        const char             *name)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  self->adding = TRUE;
  liaison_contact_form_run_async (GTK_WINDOW (window), liaison_form_context_get_store (self->context), NULL, name, self->side,
                                  added_cb, g_object_ref (self));
}

static void
picker_edited_cb (LiaisonParticipantList *self)
{
  liaison_participant_list_check (self, FALSE);
  edited (self);
}

static void
picker_left_cb (LiaisonParticipantList *self)
{
  liaison_participant_list_check (self, TRUE);
}

static void
row_activated_cb (LiaisonParticipantList *self,
                  LiaisonParticipantRow  *row)
{
  liaison_participant_row_toggle (row);
}

static LiaisonParticipantRow *
get_focused_row (LiaisonParticipantList *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, LIAISON_TYPE_PARTICIPANT_ROW) : NULL;

  return row != NULL ? LIAISON_PARTICIPANT_ROW (row) : NULL;
}

static gboolean
key_pressed_cb (LiaisonParticipantList *self,
                guint                   key,
                guint                   code,
                GdkModifierType         state)
{
  LiaisonParticipantRow *row = get_focused_row (self);
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;

  if (alt && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    step_row (self, row, -1);
  else if (alt && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    step_row (self, row, 1);
  /* In an entry of the row, Delete is a matter of the text. */
  else if (key == GDK_KEY_Delete && gtk_widget_is_focus (GTK_WIDGET (row)))
    remove_row (self, row);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
liaison_participant_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LIAISON_PARTICIPANT_LIST (widget)->picker));
}

static void
liaison_participant_list_get_property (GObject    *object,
                                       guint       id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  LiaisonParticipantList *self = LIAISON_PARTICIPANT_LIST (object);

  switch (id)
    {
    case PROP_SIDE:
      g_value_set_string (value, liaison_vocabulary_get_token (&liaison_sides, self->side));
      break;
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (self->heading));
      break;
    case PROP_ENTRY_LABEL:
      g_value_set_string (value, self->entry_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_participant_list_set_property (GObject      *object,
                                       guint         id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  LiaisonParticipantList *self = LIAISON_PARTICIPANT_LIST (object);
  const char *text = g_value_get_string (value);

  switch (id)
    {
    case PROP_SIDE:
      self->side = liaison_vocabulary_parse (&liaison_sides, text);
      liaison_record_picker_set_source (self->picker, LIAISON_PICK_PARTICIPANTS, self->side);
      gtk_widget_add_css_class (GTK_WIDGET (self), text);
      break;
    case PROP_LABEL:
      gtk_label_set_label (self->heading, text);
      break;
    case PROP_ENTRY_LABEL:
      self->entry_label = g_strdup (text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (liaison_record_picker_get_entry (self->picker)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_participant_list_dispose (GObject *object)
{
  LiaisonParticipantList *self = LIAISON_PARTICIPANT_LIST (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_PARTICIPANT_LIST);

  G_OBJECT_CLASS (liaison_participant_list_parent_class)->dispose (object);
}

static void
liaison_participant_list_finalize (GObject *object)
{
  LiaisonParticipantList *self = LIAISON_PARTICIPANT_LIST (object);

  g_hash_table_unref (self->standings);
  g_free (self->entry_label);

  G_OBJECT_CLASS (liaison_participant_list_parent_class)->finalize (object);
}

static void
liaison_participant_list_class_init (LiaisonParticipantListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = liaison_participant_list_get_property;
  object_class->set_property = liaison_participant_list_set_property;
  object_class->dispose = liaison_participant_list_dispose;
  object_class->finalize = liaison_participant_list_finalize;
  widget_class->focus = liaison_focus_order_move;
  widget_class->grab_focus = liaison_participant_list_grab_focus;

  properties[PROP_SIDE] = g_param_spec_string ("side", NULL, NULL, "theirs", flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_ENTRY_LABEL] = g_param_spec_string ("entry-label", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", LIAISON_TYPE_PARTICIPANT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIDE_CHANGED] = g_signal_new ("side-changed", LIAISON_TYPE_PARTICIPANT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[NAMED] = g_signal_new ("named", LIAISON_TYPE_PARTICIPANT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LIAISON_TYPE_RECORD_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-participant-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantList, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantList, heading);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantList, rows_frame);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantList, rows);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantList, picker);
  gtk_widget_class_bind_template_child (widget_class, LiaisonParticipantList, message);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, picker_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, picker_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_css_name (widget_class, "participants");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_participant_list_init (LiaisonParticipantList *self)
{
  GtkWidget *entry;

  self->standings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  entry = liaison_record_picker_get_entry (self->picker);
  gtk_label_set_mnemonic_widget (self->heading, entry);
  /* GTK 4.8 would say the heading after the name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  liaison_row_drag_receive (GTK_WIDGET (self), self->rows, LIAISON_TYPE_PARTICIPANT_ROW, dropped, self);
  liaison_record_picker_set_placeholder (self->picker, _("Name, country or organisation"));
  /* Translators: a suggestion that makes a new contact; %s is the name that was typed */
  liaison_record_picker_set_add_label (self->picker, _("Add contact “%s”…"));
}

/* Of the text of the picker in a draft. */
static const char *
get_place (LiaisonParticipantList *self)
{
  return liaison_vocabulary_get_token (&liaison_sides, (int) self->side);
}

void
liaison_participant_list_note_text (LiaisonParticipantList *self)
{
  g_return_if_fail (LIAISON_IS_PARTICIPANT_LIST (self));

  if (self->context == NULL)
    return;

  liaison_draft_set_text (liaison_form_context_get_draft (self->context), get_place (self), liaison_record_picker_get_text (self->picker));
}

void
liaison_participant_list_bind (LiaisonParticipantList *self,
                               LiaisonFormContext     *context)
{
  g_return_if_fail (LIAISON_IS_PARTICIPANT_LIST (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  liaison_record_picker_set_context (self->picker, context);
  liaison_record_picker_set_text (self->picker, liaison_draft_get_text (liaison_form_context_get_draft (context), get_place (self)));
  g_signal_connect_object (context, "notify::day", G_CALLBACK (liaison_participant_list_ask_standings), self, G_CONNECT_SWAPPED);
  liaison_participant_list_refresh (self);
}

static LiaisonParticipantRow *
find_row (LiaisonParticipantList *self,
          LiaisonRecord          *participation)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (liaison_participant_row_get_record (LIAISON_PARTICIPANT_ROW (row)) == participation)
        return LIAISON_PARTICIPANT_ROW (row);
    }

  return NULL;
}

void
liaison_participant_list_go_on (LiaisonParticipantList *self,
                                LiaisonRecord          *participation,
                                gboolean                open)
{
  LiaisonParticipantRow *row;

  g_return_if_fail (LIAISON_IS_PARTICIPANT_LIST (self));

  row = find_row (self, participation);
  if (row == NULL)
    return;

  if (open && !liaison_participant_row_get_open (row))
    liaison_participant_row_toggle (row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
liaison_participant_list_refresh (LiaisonParticipantList *self)
{
  g_autoptr (GPtrArray) parts = NULL;
  GtkWidget *row;

  g_return_if_fail (LIAISON_IS_PARTICIPANT_LIST (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);

  parts = liaison_draft_list_parts (liaison_form_context_get_draft (self->context), LIAISON_KIND_PARTICIPATION);
  for (guint i = 0; i < parts->len; i++)
    {
      if (liaison_record_get_integer (parts->pdata[i], LIAISON_PARTICIPATION_SIDE) == self->side)
        liaison_participant_list_insert_row (self, parts->pdata[i], -1);
    }
  gtk_widget_set_visible (self->rows_frame, !liaison_participant_list_is_empty (self));
  liaison_participant_list_ask_standings (self);
}

gboolean
liaison_participant_list_is_empty (LiaisonParticipantList *self)
{
  g_return_val_if_fail (LIAISON_IS_PARTICIPANT_LIST (self), TRUE);

  return gtk_list_box_get_row_at_index (self->rows, 0) == NULL;
}

gboolean
liaison_participant_list_check (LiaisonParticipantList *self,
                                gboolean                show)
{
  gboolean done;

  g_return_val_if_fail (LIAISON_IS_PARTICIPANT_LIST (self), TRUE);

  done = *liaison_record_picker_get_text (self->picker) == '\0';
  if (done || (show && !self->adding))
    gtk_widget_set_visible (self->message, !done);
  gtk_accessible_update_state (GTK_ACCESSIBLE (liaison_record_picker_get_entry (self->picker)), GTK_ACCESSIBLE_STATE_INVALID,
                               gtk_widget_get_visible (self->message) ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);

  return done;
}

char *
liaison_participant_list_dup_label (LiaisonParticipantList *self)
{
  g_return_val_if_fail (LIAISON_IS_PARTICIPANT_LIST (self), NULL);

  return g_strdup (gtk_label_get_text (self->heading));
}
