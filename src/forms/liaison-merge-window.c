/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-merge-window.h"

#include "liaison-announce.h"
#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-error.h"
#include "liaison-field-text.h"
#include "liaison-merge.h"
#include "liaison-page-parts.h"
#include "liaison-record-picker.h"

#include <glib/gi18n.h>

#define N_COLUMNS 2

struct _LiaisonMergeWindow
{
  GtkWindow            parent_instance;

  GtkWidget           *merge_button;
  GtkLabel            *failure;
  LiaisonRecordPicker *picker;
  GtkLabel            *question;
  GtkWidget           *turn_button;
  GtkGrid             *grid;

  LiaisonStore        *store;
  LiaisonKind          kind;
  char                *other;  /* (nullable): the one that goes, where it is known from the beginning */
  LiaisonDraft        *kept;
  LiaisonDraft        *gone;
  LiaisonRecord       *merged;
  guint                chosen; /* the fields that the person has chosen, a bit each */
  GTask               *task;
  char                *message;
};

G_DEFINE_FINAL_TYPE (LiaisonMergeWindow, liaison_merge_window, GTK_TYPE_WINDOW)

/* Which record is wanted. */
typedef struct
{
  LiaisonKind kind;
  char       *uuid;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->uuid);
  g_free (wanted);
}

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wanted *wanted = data;

  return liaison_draft_load (db, wanted->kind, wanted->uuid, error);
}

static void
load (LiaisonMergeWindow  *self,
      const char          *uuid,
      GAsyncReadyCallback  callback)
{
  Wanted *wanted = g_new (Wanted, 1);

  wanted->kind = self->kind;
  wanted->uuid = g_strdup (uuid);
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, load_job, wanted, wanted_free, g_object_unref, NULL, callback,
                           g_object_ref (self));
}

static void
tell (LiaisonMergeWindow *self,
      const char         *message)
{
  gtk_label_set_label (self->failure, message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  liaison_announce (GTK_WIDGET (self), message);
}

static void
tell_error (LiaisonMergeWindow *self,
            const GError       *error)
{
  g_autofree char *message = liaison_error_dup_message (error);

  tell (self, message);
}

/* Of both kinds. */
G_STATIC_ASSERT ((int) LIAISON_CONTACT_NAME == (int) LIAISON_ORGANISATION_NAME);

static const char *
get_name (LiaisonDraft *draft)
{
  return liaison_record_get_text (liaison_draft_get_record (draft), LIAISON_CONTACT_NAME);
}

/* Choosing field by field */

typedef struct
{
  LiaisonMergeWindow *window; /* not owned: the button is in it */
  LiaisonDraft       *from;
  guint               field;
} Choice;

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->from);
  g_free (choice);
}

static void
take_field (LiaisonRecord       *record,
            const LiaisonRecord *from,
            guint                field)
{
  const LiaisonField *info = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[field];

  if (liaison_field_is_text (info))
    liaison_record_set_text (record, field, liaison_record_get_text (from, field));
  else
    liaison_record_set_integer (record, field, liaison_record_get_integer (from, field));
}

static void
chosen_cb (GtkCheckButton *button,
           Choice         *choice)
{
  if (!gtk_check_button_get_active (button))
    return;

  choice->window->chosen |= 1u << choice->field;
  take_field (choice->window->merged, liaison_draft_get_record (choice->from), choice->field);
}

static GtkWidget *
choice_new (LiaisonMergeWindow *self,
            LiaisonDraft       *from,
            guint               field,
            const char         *value)
{
  const LiaisonField *info = &liaison_kind_get_info (self->kind)->fields[field];
  Choice *choice = g_new (Choice, 1);
  /* Translators: a field and one of its values: "Country: Ukraine" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), liaison_field_get_label (info), value);
  GtkWidget *button = liaison_page_choice_new (*value != '\0' ? value : _("Empty"), name);

  choice->window = self;
  choice->from = g_object_ref (from);
  choice->field = field;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), liaison_record_field_equal (self->merged, liaison_draft_get_record (from), field));
  g_signal_connect_data (button, "toggled", G_CALLBACK (chosen_cb), choice, choice_free, 0);

  return button;
}

static gboolean
is_choice (LiaisonMergeWindow *self,
           guint               field)
{
  LiaisonRecord *kept = liaison_draft_get_record (self->kept);
  LiaisonRecord *gone = liaison_draft_get_record (self->gone);

  return !liaison_field_is_list (&liaison_kind_get_info (self->kind)->fields[field])
    && !liaison_record_field_is_empty (gone, field) && !liaison_record_field_is_empty (kept, field)
    && !liaison_record_field_equal (kept, gone, field);
}

static void
add_choice (LiaisonMergeWindow *self,
            guint               field,
            int                 row)
{
  const LiaisonField *info = &liaison_kind_get_info (self->kind)->fields[field];
  g_autofree char *kept_value = liaison_field_dup_text (self->kept, liaison_draft_get_record (self->kept), field);
  g_autofree char *gone_value = liaison_field_dup_text (self->gone, liaison_draft_get_record (self->gone), field);
  GtkWidget *caption = liaison_page_text_new (liaison_field_get_label (info), "dim-label");
  GtkWidget *kept = choice_new (self, self->kept, field, kept_value);
  GtkWidget *gone = choice_new (self, self->gone, field, gone_value);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (gone), GTK_CHECK_BUTTON (kept));
  gtk_grid_attach (self->grid, caption, 0, row, N_COLUMNS, 1);
  gtk_grid_attach (self->grid, kept, 0, row + 1, 1, 1);
  gtk_grid_attach (self->grid, gone, 1, row + 1, 1, 1);
}

static void
clear_grid (LiaisonMergeWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

/* What the person has chosen of these two stays chosen, whichever of them stays. */
static void
propose (LiaisonMergeWindow *self)
{
  g_autoptr (LiaisonRecord) before = g_steal_pointer (&self->merged);

  self->merged = liaison_merge_propose (liaison_draft_get_record (self->kept), liaison_draft_get_record (self->gone));
  for (guint i = 0; before != NULL && i < liaison_kind_get_info (self->kind)->n_fields; i++)
    {
      if ((self->chosen & 1u << i) != 0)
        take_field (self->merged, before, i);
    }
}

static void
show_both (LiaisonMergeWindow *self)
{
  g_autofree char *question = NULL;
  int row = 0;

  clear_grid (self);
  propose (self);
  for (guint i = 0; i < liaison_kind_get_info (self->kind)->n_fields; i++)
    {
      if (!is_choice (self, i))
        continue;
      add_choice (self, i, row);
      row += 2;
    }

  /* Translators: the first and the second %s are names of contacts or organisations */
  question = g_strdup_printf (_("“%s” goes, and all that is on record with it goes to “%s”. What only one of them has is kept, and a name that is "
                                "not chosen stays another name. Choose where they differ."), get_name (self->gone), get_name (self->kept));
  gtk_label_set_label (self->question, question);
  gtk_widget_set_visible (GTK_WIDGET (self->question), TRUE);
  gtk_widget_set_visible (self->turn_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), row > 0);
  gtk_widget_set_sensitive (self->merge_button, TRUE);
}

/* The focus stays: who has not meant it turns it round once more. */
static void
turn_cb (LiaisonMergeWindow *self)
{
  LiaisonDraft *kept = self->kept;

  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  self->kept = self->gone;
  self->gone = kept;
  liaison_record_picker_set_text (self->picker, get_name (self->gone));
  show_both (self);
  liaison_announce (GTK_WIDGET (self), gtk_label_get_label (self->question));
}

static void
gone_loaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LiaisonMergeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  LiaisonDraft *draft = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (self->task == NULL)
    {
      g_clear_object (&draft);
      return;
    }
  if (draft == NULL)
    {
      tell_error (self, error);
      return;
    }

  g_clear_object (&self->gone);
  self->gone = draft;
  self->chosen = 0;
  liaison_record_picker_set_text (self->picker, get_name (draft));
  show_both (self);
  gtk_widget_grab_focus (self->merge_button);
}

static void
picked_cb (LiaisonMergeWindow *self,
           LiaisonSuggestion  *suggestion)
{
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  if (g_str_equal (liaison_suggestion_get_uuid (suggestion), liaison_record_get_uuid (liaison_draft_get_record (self->kept))))
    {
      tell (self, _("That is the one that stays: choose the other one."));
      return;
    }

  load (self, liaison_suggestion_get_uuid (suggestion), gone_loaded_cb);
}

/* Another text is another one, or none. */
static void
edited_cb (LiaisonMergeWindow *self)
{
  gtk_widget_set_sensitive (self->merge_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->question), FALSE);
  gtk_widget_set_visible (self->turn_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), FALSE);
}

static void
kept_loaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LiaisonMergeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonFormContext) context = NULL;
  LiaisonDraft *draft = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (self->task == NULL)
    {
      g_clear_object (&draft);
      return;
    }
  if (draft == NULL)
    {
      tell_error (self, error);
      return;
    }

  self->kept = draft;
  context = liaison_form_context_new (self->store, draft);
  liaison_record_picker_set_context (self->picker, context);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  if (self->other != NULL)
    load (self, self->other, gone_loaded_cb);
}

/* Ending */

static void
end (LiaisonMergeWindow *self,
     gboolean            merged)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  g_autofree char *uuid = merged ? g_strdup (liaison_record_get_uuid (self->merged)) : NULL;

  if (task != NULL)
    g_task_set_task_data (task, g_steal_pointer (&self->message), g_free);
  gtk_window_destroy (GTK_WINDOW (self));
  if (task != NULL && merged)
    g_task_return_pointer (task, g_steal_pointer (&uuid), g_free);
  else if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled."));
}

/* While it is written nothing of it can be chosen otherwise, nor a second time. */
static void
set_sensitive (LiaisonMergeWindow *self,
               gboolean            sensitive)
{
  gtk_widget_set_sensitive (self->merge_button, sensitive);
  gtk_widget_set_sensitive (GTK_WIDGET (self->picker), sensitive);
  gtk_widget_set_sensitive (self->turn_button, sensitive);
  gtk_widget_set_sensitive (GTK_WIDGET (self->grid), sensitive);
}

static void
merged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonMergeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean success = liaison_store_edit_finish (LIAISON_STORE (object), result, &error);

  /* Closed while it was written. */
  if (self->task == NULL)
    return;
  if (success)
    {
      end (self, TRUE);
      return;
    }

  set_sensitive (self, TRUE);
  tell_error (self, error);
}

static void
merge_cb (LiaisonMergeWindow *self)
{
  /* Translators: the name of an action, as in "Undo: Merge Dmitry Kulieba into Dmytro Kuleba" */
  g_autofree char *name = g_strdup_printf (_("Merge %s into %s"), get_name (self->gone), get_name (self->kept));
  g_autoptr (LiaisonChanges) changes = liaison_changes_new (name);

  liaison_merge_keep_names (self->merged, liaison_draft_get_record (self->kept), liaison_draft_get_record (self->gone));
  liaison_changes_merge (changes, self->merged, liaison_record_get_uuid (liaison_draft_get_record (self->gone)));
  g_free (self->message);
  /* Translators: what was done */
  self->message = g_strdup_printf (_("Merged %s into %s"), get_name (self->gone), get_name (self->kept));
  set_sensitive (self, FALSE);
  liaison_store_edit_async (self->store, changes, merged_cb, g_object_ref (self));
}

static gboolean
liaison_merge_window_close_request (GtkWindow *window)
{
  end (LIAISON_MERGE_WINDOW (window), FALSE);

  return TRUE;
}

static void
liaison_merge_window_dispose (GObject *object)
{
  LiaisonMergeWindow *self = LIAISON_MERGE_WINDOW (object);

  if (self->task != NULL)
    g_task_return_new_error (self->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled."));
  g_clear_object (&self->task);
  g_clear_object (&self->kept);
  g_clear_object (&self->gone);
  g_clear_object (&self->store);
  g_clear_pointer (&self->merged, liaison_record_unref);

  G_OBJECT_CLASS (liaison_merge_window_parent_class)->dispose (object);
}

static void
liaison_merge_window_finalize (GObject *object)
{
  LiaisonMergeWindow *self = LIAISON_MERGE_WINDOW (object);

  g_free (self->other);
  g_free (self->message);

  G_OBJECT_CLASS (liaison_merge_window_parent_class)->finalize (object);
}

static void
liaison_merge_window_class_init (LiaisonMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_merge_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_merge_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = liaison_merge_window_close_request;

  g_type_ensure (LIAISON_TYPE_CLAMP);
  g_type_ensure (LIAISON_TYPE_RECORD_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonMergeWindow, merge_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonMergeWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, LiaisonMergeWindow, picker);
  gtk_widget_class_bind_template_child (widget_class, LiaisonMergeWindow, question);
  gtk_widget_class_bind_template_child (widget_class, LiaisonMergeWindow, turn_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonMergeWindow, grid);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_merge_window_init (LiaisonMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (liaison_record_picker_get_entry (self->picker)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Merge with"), -1);
}

void
liaison_merge_window_run_async (GtkWindow           *parent,
                                LiaisonStore        *store,
                                LiaisonKind          kind,
                                const char          *uuid,
                                const char          *other,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  LiaisonMergeWindow *self = g_object_new (LIAISON_TYPE_MERGE_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->other = g_strdup (other);
  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, liaison_merge_window_run_async);
  liaison_record_picker_set_source (self->picker, kind == LIAISON_KIND_CONTACT ? LIAISON_PICK_CONTACTS : LIAISON_PICK_ORGANISATIONS, 0);
  load (self, uuid, kept_loaded_cb);
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  gtk_window_present (GTK_WINDOW (self));
}

char *
liaison_merge_window_run_finish (GAsyncResult  *result,
                                 char         **message,
                                 GError       **error)
{
  char *uuid = g_task_propagate_pointer (G_TASK (result), error);

  *message = uuid != NULL ? g_strdup (g_task_get_task_data (G_TASK (result))) : NULL;

  return uuid;
}
