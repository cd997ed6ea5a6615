/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-form-private.h"

#include "liaison-announce.h"
#include "liaison-config.h"
#include "liaison-error.h"
#include "liaison-mnemonics.h"
#include "liaison-phrase.h"

#include <glib/gi18n.h>

/* So many of the fields that are wrong are named. */
#define MOST_NAMES 3

typedef struct
{
  GPtrArray *names; /* of what is wrong and told of in its place */
  GtkWidget *first; /* the first widget that is wrong */
  gboolean   wrong;
  gboolean   show;
} Check;

static void
check_editor (LiaisonFieldEditor *editor,
              gpointer            user_data)
{
  Check *check = user_data;

  if (liaison_field_editor_check (editor, check->show) == NULL)
    return;

  check->wrong = TRUE;
  if (liaison_field_editor_is_told (editor))
    g_ptr_array_add (check->names, g_strdup (liaison_field_editor_get_name (editor)));
  if (check->first == NULL)
    check->first = GTK_WIDGET (editor);
}

/* What is empty because nobody has been there yet only keeps Save waiting. */
static void
show_status (LiaisonRecordForm *self,
             GPtrArray         *names,
             gboolean           wrong)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *phrase = LIAISON_RECORD_FORM_GET_CLASS (self)->dup_phrase (self);
  g_autofree char *text = NULL;

  for (guint i = 0; i < MIN (names->len, MOST_NAMES); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);
  if (names->len > MOST_NAMES)
    g_string_append (list, "…");

  if (names->len > 0)
    /* Translators: %s is a list of names of fields, each of which is empty or wrong */
    text = g_strdup_printf (_("Not finished: %s"), list->str);
  else
    text = liaison_phrase_title (phrase);
  gtk_label_set_label (priv->status, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->status), text);
  gtk_widget_set_sensitive (priv->save_button, !wrong && !priv->saving);
}

gboolean
liaison_record_form_check (LiaisonRecordForm *self,
                    gboolean     show)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  LiaisonRecordFormClass *klass = LIAISON_RECORD_FORM_GET_CLASS (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Check check = { .names = names, .show = show };

  if (priv->context == NULL)
    return FALSE;

  liaison_field_editor_foreach (priv->content, check_editor, &check);
  if (klass->check != NULL)
    {
      GtkWidget *first = klass->check (self, show, names);

      check.wrong |= first != NULL;
      if (check.first == NULL)
        check.first = first;
    }
  /* What no field shows can be wrong, too: it came with the record. */
  if (!check.wrong && !liaison_draft_check (liaison_form_context_get_draft (priv->context), NULL, NULL, &error))
    {
      check.wrong = TRUE;
      g_ptr_array_add (names, liaison_error_dup_message (error));
    }

  show_status (self, names, check.wrong);
  if (show && check.first != NULL)
    gtk_widget_grab_focus (check.first);

  return !check.wrong;
}

void
liaison_record_form_focus_save (LiaisonRecordForm *self)
{
  g_return_if_fail (LIAISON_IS_RECORD_FORM (self));

  if (liaison_record_form_check (self, TRUE))
    gtk_widget_grab_focus (liaison_record_form_get_private (self)->save_button);
}

static void
note_text (LiaisonFieldEditor *editor,
           gpointer            user_data)
{
  gboolean *misread = user_data;

  *misread |= liaison_field_editor_is_misread (editor);
  liaison_field_editor_note_text (editor);
}

gboolean
liaison_record_form_has_changes (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  LiaisonRecordFormClass *klass = LIAISON_RECORD_FORM_GET_CLASS (self);
  LiaisonDraft *draft;
  gboolean misread = FALSE;

  if (priv->context == NULL)
    return FALSE;

  draft = liaison_form_context_get_draft (priv->context);
  liaison_field_editor_foreach (priv->content, note_text, &misread);
  if (klass->note_texts != NULL)
    klass->note_texts (self);

  return misread || liaison_draft_has_texts (draft) || liaison_draft_is_changed (draft);
}

static void
set_saving (LiaisonRecordForm *self,
            gboolean     saving)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);

  priv->saving = saving;
  /* A text that is made insensitive under the focus goes on blinking, and complains. */
  if (saving)
    {
      g_set_weak_pointer (&priv->focus, gtk_window_get_focus (GTK_WINDOW (self)));
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }
  gtk_widget_set_sensitive (priv->save_button, !saving);
  gtk_widget_set_sensitive (priv->cancel_button, !saving);
  gtk_widget_set_sensitive (priv->content, !saving);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LiaisonRecordForm) self = user_data;
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  LiaisonRecord *record = liaison_draft_get_record (liaison_form_context_get_draft (priv->context));
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  set_saving (self, FALSE);
  if (liaison_store_edit_finish (LIAISON_STORE (object), result, &error))
    {
      if (priv->goes_on)
        liaison_record_form_go_on (self);
      liaison_record_form_end (self, priv->other != NULL ? priv->other : liaison_record_get_uuid (record));
      return;
    }

  priv->asked = FALSE;
  g_clear_pointer (&priv->other, g_free);
  liaison_record_form_stay (self);
  message = liaison_error_dup_message (error);
  gtk_label_set_label (priv->failure_label, message);
  gtk_widget_set_visible (priv->failure, TRUE);
  if (priv->focus != NULL)
    gtk_widget_grab_focus (priv->focus);
  liaison_announce (GTK_WIDGET (self), message);
}

static gboolean
needs_answer (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  LiaisonRecordFormClass *klass = LIAISON_RECORD_FORM_GET_CLASS (self);

  return klass->ask != NULL && !priv->asked && liaison_draft_is_new (liaison_form_context_get_draft (priv->context)) && !klass->ask (self);
}

static void
save (LiaisonRecordForm *self,
      gboolean           goes_on)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  LiaisonDraft *draft;

  if (priv->saving || priv->looking)
    return;
  if (!liaison_record_form_check (self, TRUE))
    {
      liaison_record_form_stay (self);
      return;
    }

  priv->goes_on = goes_on;
  if (needs_answer (self))
    return;

  /* What nobody has changed need not be compared with anything. */
  draft = liaison_form_context_get_draft (priv->context);
  if (liaison_draft_is_new (draft) || !liaison_draft_is_changed (draft))
    liaison_record_form_store (self);
  else
    liaison_record_form_compare (self);
}

void
liaison_record_form_store (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  LiaisonDraft *draft = liaison_form_context_get_draft (priv->context);
  g_autoptr (LiaisonChanges) changes = NULL;
  g_autofree char *phrase = NULL;
  g_autofree char *name = NULL;

  phrase = LIAISON_RECORD_FORM_GET_CLASS (self)->dup_phrase (self);
  /* Translators: names of actions, as in "Undo: Add call with Kuleba"; %s is such a phrase */
  name = g_strdup_printf (liaison_draft_is_new (draft) ? _("Add %s") : _("Edit %s"), phrase);
  changes = liaison_draft_dup_changes (draft, name);
  if (liaison_changes_is_empty (changes))
    {
      liaison_record_form_end (self, liaison_record_get_uuid (liaison_draft_get_record (draft)));
      return;
    }

  g_free (priv->message);
  /* Translators: what was done; %s is a phrase as "call with Kuleba" */
  priv->message = g_strdup_printf (liaison_draft_is_new (draft) ? _("Added %s") : _("Edited %s"), phrase);
  gtk_widget_set_visible (priv->failure, FALSE);
  set_saving (self, TRUE);
  liaison_store_edit_async (priv->store, changes, saved_cb, g_object_ref (self));
}

void
liaison_record_form_save (LiaisonRecordForm *self)
{
  save (self, FALSE);
}

void
liaison_record_form_go_ahead (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);

  g_return_if_fail (LIAISON_IS_RECORD_FORM (self));

  priv->asked = TRUE;
  save (self, priv->goes_on);
}

void
liaison_record_form_use_other (LiaisonRecordForm *self,
                               const char        *uuid)
{
  g_return_if_fail (LIAISON_IS_RECORD_FORM (self));

  liaison_record_form_end (self, uuid);
}

void
liaison_record_form_save_other (LiaisonRecordForm *self,
                                LiaisonChanges    *changes,
                                const char        *uuid,
                                char              *message)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);

  g_return_if_fail (LIAISON_IS_RECORD_FORM (self));

  g_free (priv->other);
  priv->other = g_strdup (uuid);
  g_free (priv->message);
  priv->message = message;
  set_saving (self, TRUE);
  liaison_store_edit_async (priv->store, changes, saved_cb, g_object_ref (self));
}

void
liaison_record_form_save_and_new (LiaisonRecordForm *self)
{
  if (LIAISON_RECORD_FORM_GET_CLASS (self)->new_next != NULL)
    save (self, TRUE);
}

static void
answered_cb (LiaisonRecordForm *self,
             int          response)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);

  g_clear_pointer (&priv->question, gtk_window_destroy);
  if (response == GTK_RESPONSE_ACCEPT)
    liaison_record_form_save (self);
  else if (response == GTK_RESPONSE_REJECT)
    liaison_record_form_end (self, NULL);
  else
    liaison_record_form_stay (self);
}

void
liaison_record_form_ask (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  g_autofree char *phrase = LIAISON_RECORD_FORM_GET_CLASS (self)->dup_phrase (self);
  g_autofree char *title = NULL;
  GtkWidget *dialog;
  GtkWidget *discard;

  if (priv->question != NULL)
    {
      gtk_window_present (priv->question);
      return;
    }

  title = liaison_phrase_title (phrase);
  dialog = gtk_message_dialog_new (GTK_WINDOW (self), GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", _("Save the changes?"));
  /* Translators: %s is what is edited: "Call with Kuleba" */
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), _("“%s” is not saved. What you discard is lost."), title);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Keep editing"), GTK_RESPONSE_CANCEL);
  discard = gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Discard"), GTK_RESPONSE_REJECT);
  gtk_widget_add_css_class (discard, "destructive-action");
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Save"), GTK_RESPONSE_ACCEPT);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);

  liaison_mnemonics_strip (dialog);

  priv->question = GTK_WINDOW (dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (priv->question);
}
