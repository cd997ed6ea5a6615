/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-config.h"
#include "liaison-error-text.h"
#include "liaison-page-parts.h"
#include "liaison-past-window.h"
#include "liaison-record-past.h"
#include "liaison-undo.h"

#include <glib/gi18n.h>

/* So many are listed. */
#define MOST_ACTIONS 100
#define MOST_DELETED 200

/* A record, or what a line's button goes back to. */
typedef struct
{
  LiaisonKind       kind;
  char             *uuid;
  char             *batch;  /* the action that is meant */
  gboolean          stands; /* whether that stands afterwards */
  LiaisonFieldEdit *edit;   /* what becomes of one field, in the stead of the whole */
  char             *name;   /* of the new action */
} Choice;

typedef struct _Past Past;

typedef struct
{
  LiaisonJob   load;   /* on a thread of the store; its data is a Choice, its result a GPtrArray */
  void       (*fill)   (Past *past, GPtrArray *items);
  LiaisonJob   choose; /* on the writer's thread; its data is a Choice */
} PastSource;

struct _Past
{
  const PastSource  *source;
  LiaisonPastWindow *window; /* which owns this */
  LiaisonStore      *store;
  Choice            *about;  /* the record whose history it is; empty for all records */
  char              *phrase; /* what that is called */
  GPtrArray         *choices;
  GCancellable      *loading;
};

static void
choice_clear (gpointer data)
{
  Choice *choice = data;

  g_free (choice->uuid);
  g_free (choice->batch);
  g_clear_pointer (&choice->edit, liaison_field_edit_unref);
  g_free (choice->name);
}

static Choice *
choice_new (LiaisonKind  kind,
            const char  *uuid,
            char        *name)
{
  Choice *choice = g_atomic_rc_box_new0 (Choice);

  choice->kind = kind;
  choice->uuid = g_strdup (uuid);
  choice->name = name;

  return choice;
}

static void
choice_unref (gpointer choice)
{
  g_atomic_rc_box_release_full (choice, choice_clear);
}

static void
past_free (gpointer data)
{
  Past *past = data;

  g_cancellable_cancel (past->loading);
  g_clear_object (&past->loading);
  g_object_unref (past->store);
  choice_unref (past->about);
  g_free (past->phrase);
  g_ptr_array_unref (past->choices);
  g_free (past);
}

/* Adds a line with a button; takes the choice. */
static void
add_choice (Past       *past,
            const char *text,
            const char *caption,
            gboolean    is_head,
            const char *button,
            const char *name,
            Choice     *choice)
{
  liaison_past_window_add (past->window, text, caption, is_head, button, name, past->choices->len);
  g_ptr_array_add (past->choices, choice);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonPastWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  Past *past = g_object_get_data (G_OBJECT (window), "past");

  if (liaison_error_is_cancelled (error) || past == NULL)
    return;

  g_clear_object (&past->loading);
  if (items == NULL)
    {
      g_autofree char *message = liaison_error_dup_message (error);

      liaison_past_window_tell (window, message);
      return;
    }

  g_ptr_array_set_size (past->choices, 0);
  liaison_past_window_begin (window);
  past->source->fill (past, items);
  liaison_past_window_end (window);
}

static void
wanted_cb (LiaisonPastWindow *window,
           Past              *past)
{
  g_cancellable_cancel (past->loading);
  g_clear_object (&past->loading);
  past->loading = g_cancellable_new ();
  liaison_store_run_async (past->store, LIAISON_QUEUE_PAGES, past->source->load, g_atomic_rc_box_acquire (past->about), choice_unref,
                           (GDestroyNotify) g_ptr_array_unref, past->loading, loaded_cb, g_object_ref (window));
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (LiaisonPastWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  if (error != NULL)
    message = liaison_error_dup_message (error);
  liaison_past_window_tell (window, message);
}

static void
chosen_cb (LiaisonPastWindow *window,
           guint              index,
           Past              *past)
{
  liaison_store_run_async (past->store, LIAISON_QUEUE_WRITER, past->source->choose, g_atomic_rc_box_acquire (past->choices->pdata[index]),
                           choice_unref, NULL, NULL, done_cb, g_object_ref (window));
}

static void
show_past (LiaisonWindow     *self,
           const PastSource  *source,
           Choice            *about,
           const char        *title,
           const char        *explanation,
           const char        *empty)
{
  Past *past = g_new0 (Past, 1);

  past->source = source;
  past->store = g_object_ref (self->store);
  past->about = about;
  past->phrase = g_strdup (liaison_window_get_phrase (self));
  past->choices = g_ptr_array_new_with_free_func (choice_unref);
  past->window = liaison_past_window_new (GTK_WINDOW (self), self->store, title, explanation, empty);
  g_object_set_data_full (G_OBJECT (past->window), "past", past, past_free);
  g_signal_connect (past->window, "wanted", G_CALLBACK (wanted_cb), past);
  g_signal_connect (past->window, "chosen", G_CALLBACK (chosen_cb), past);
  gtk_window_present (GTK_WINDOW (past->window));
}

/* The last actions */

static gpointer
load_actions_job (LiaisonDb     *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return liaison_actions_load (db, MOST_ACTIONS, error);
}

static gpointer
undo_to_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Choice *choice = data;

  liaison_undo_to (db, choice->batch, choice->stands, error);

  return NULL;
}

static void
fill_actions (Past      *past,
              GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const LiaisonAction *action = g_ptr_array_index (items, i);
      g_autofree char *caption = liaison_page_write_time (action->time, action->undone);
      /* Translators: the names of buttons for a screen reader; %s is an action: "Edit call with Kuleba" */
      g_autofree char *name = g_strdup_printf (action->undone ? _("Redo up to “%s”") : _("Undo back to “%s”"), action->name);
      Choice *choice = choice_new (0, NULL, NULL);

      choice->batch = g_strdup (action->uuid);
      choice->stands = action->undone;
      add_choice (past, action->name, caption, FALSE, action->undone ? _("Redo") : _("Undo"), name, choice);
    }
}

static const PastSource actions = { load_actions_job, fill_actions, undo_to_job };

static void
show_actions_action_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  show_past (LIAISON_WINDOW (widget), &actions, choice_new (0, NULL, NULL), _("Last actions"),
             _("Undo takes back an action and all that came after it. Redo does an action again, and all before it that is undone."),
             _("Nothing has been done yet"));
}

/* Deleted records */

static gpointer
load_deleted_job (LiaisonDb     *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return liaison_deleted_records_load (db, MOST_DELETED, error);
}

static gpointer
restore_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Choice *choice = data;

  liaison_deleted_record_restore (db, choice->kind, choice->uuid, choice->name, error);

  return NULL;
}

static void
fill_deleted (Past      *past,
              GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const LiaisonDeletedRecord *deleted = g_ptr_array_index (items, i);
      g_autofree char *time = liaison_page_write_time (deleted->time, FALSE);
      /* Translators: a kind of record, what deleted it, and when: "Contact · Delete 3 contacts · 11 Jan 2022, 10:00" */
      g_autofree char *caption = g_strdup_printf (_("%s · %s · %s"), liaison_kind_get_label (deleted->kind), deleted->name, time);
      /* Translators: the name of an action, as in "Undo: Restore call with Kuleba" */
      g_autofree char *name = g_strdup_printf (_("Restore %s"), deleted->phrase);

      add_choice (past, deleted->phrase, caption, FALSE, _("Restore"), name, choice_new (deleted->kind, deleted->uuid, g_strdup (name)));
    }
}

static const PastSource deleted_records = { load_deleted_job, fill_deleted, restore_job };

static void
show_deleted_action_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  show_past (LIAISON_WINDOW (widget), &deleted_records, choice_new (0, NULL, NULL), _("Deleted records"),
             _("What is restored comes back with all that went with it."), _("Nothing has been deleted"));
}

/* The history of a record */

static gpointer
load_history_job (LiaisonDb     *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const Choice *about = data;

  return liaison_value_changes_load (db, about->kind, about->uuid, error);
}

static gpointer
go_back_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Choice *choice = data;
  g_autoptr (LiaisonChanges) changes = NULL;

  if (choice->edit == NULL)
    {
      liaison_record_return (db, choice->kind, choice->uuid, choice->batch, choice->name, error);
      return NULL;
    }

  changes = liaison_changes_new (choice->name);
  liaison_changes_edit (changes, choice->kind, choice->uuid, choice->edit);
  liaison_changes_apply (changes, db, error);

  return NULL;
}

static const char *
get_field_label (const LiaisonValueChange *change)
{
  return liaison_kind_get_field_label (change->kind, change->field);
}

static char *
write_change (const LiaisonValueChange *change)
{
  if (change->operation == LIAISON_OPERATION_INSERT)
    /* Translators: what has happened to a part of a record, as to "Participation: Dmytro Kuleba" */
    return *change->part != '\0' ? g_strdup_printf (_("%s, added"), change->part) : g_strdup (_("Added"));
  if (change->operation == LIAISON_OPERATION_DELETE)
    return *change->part != '\0' ? g_strdup_printf (_("%s, removed"), change->part) : g_strdup (_("Deleted"));
  if (*change->before == '\0')
    /* Translators: a field, and its value now: "Country: “Poland”, was empty" */
    return g_strdup_printf (_("%s: “%s”, was empty"), get_field_label (change), change->after);
  if (*change->after == '\0')
    /* Translators: a field, and its value before */
    return g_strdup_printf (_("%s: emptied, was “%s”"), get_field_label (change), change->before);
  /* Translators: a field, its value now and its value before: "Form: “Video call”, was “Phone call”" */
  return g_strdup_printf (_("%s: “%s”, was “%s”"), get_field_label (change), change->after, change->before);
}

/* What an action did to the record as a whole; what was not there then cannot be gone back to. */
static void
add_head (Past                     *past,
          const LiaisonValueChange *change,
          gboolean                  is_newest)
{
  g_autofree char *caption = liaison_page_write_time (change->time, change->undone);
  /* Translators: the name of a button for a screen reader; %s is an action */
  g_autofree char *name = g_strdup_printf (_("Return to how it was after “%s”"), change->name);
  Choice *choice;

  if (is_newest || liaison_store_get_read_only (past->store) || (change->operation == LIAISON_OPERATION_DELETE && *change->part == '\0'))
    {
      liaison_past_window_add (past->window, change->name, caption, TRUE, NULL, NULL, 0);
      return;
    }

  /* Translators: the name of an action, as in "Undo: Return call with Kuleba to an earlier state" */
  choice = choice_new (past->about->kind, past->about->uuid, g_strdup_printf (_("Return %s to an earlier state"), past->phrase));
  choice->batch = g_strdup (change->batch);
  add_choice (past, change->name, caption, TRUE, _("Return to this"), name, choice);
}

static void
add_value (Past                     *past,
           const LiaisonValueChange *change)
{
  g_autofree char *text = write_change (change);
  const char *part = *change->part != '\0' && change->operation == LIAISON_OPERATION_UPDATE ? change->part : NULL;
  g_autofree char *name = NULL;
  Choice *choice;

  if (change->old == NULL || liaison_store_get_read_only (past->store))
    {
      liaison_past_window_add (past->window, text, part, FALSE, NULL, NULL, 0);
      return;
    }

  /* Translators: the name of a button for a screen reader; a field and its value */
  name = g_strdup_printf (_("Restore %s: “%s”"), get_field_label (change), change->before);
  /* Translators: the name of an action, as in "Undo: Restore Form of call with Kuleba" */
  choice = choice_new (change->kind, change->uuid, g_strdup_printf (_("Restore %s of %s"), get_field_label (change), past->phrase));
  choice->edit = liaison_field_edit_new (LIAISON_FIELD_EDIT_SET, change->old, change->field);
  add_choice (past, text, part, FALSE, _("Restore"), name, choice);
}

static void
fill_history (Past      *past,
              GPtrArray *items)
{
  const char *batch = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const LiaisonValueChange *change = g_ptr_array_index (items, i);

      if (g_strcmp0 (batch, change->batch) != 0)
        add_head (past, change, batch == NULL);
      batch = change->batch;
      add_value (past, change);
    }
}

static const PastSource history = { load_history_job, fill_history, go_back_job };

static void
show_history_action_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  g_autofree char *title = NULL;
  LiaisonKind kind;

  if (liaison_window_await_target (self, "win.show-history") || liaison_window_get_phrase (self) == NULL)
    return;

  kind = liaison_kind_parse (liaison_window_get_kind (self));
  /* Translators: the title of a window; %s is what a record is called: "call with Kuleba" */
  title = g_strdup_printf (_("History of %s"), liaison_window_get_phrase (self));
  show_past (self, &history, choice_new (kind, liaison_window_get_uuid (self), NULL), title,
             _("One value can be restored by itself, or the whole record, with its parts, returned to how it was after an action."),
             _("Nothing is known of its history"));
}

void
liaison_window_update_past_actions (LiaisonWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = self->store != NULL && !liaison_store_get_read_only (self->store);

  gtk_widget_action_set_enabled (widget, "win.show-actions", editable);
  gtk_widget_action_set_enabled (widget, "win.show-deleted", editable);
  gtk_widget_action_set_enabled (widget, "win.show-history", self->store != NULL && liaison_window_has_target (self));
}

void
liaison_window_bind_past (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-actions", NULL, show_actions_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-deleted", NULL, show_deleted_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-history", NULL, show_history_action_cb);
}
