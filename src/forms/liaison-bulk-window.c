/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bulk-window.h"

#include "liaison-announce.h"
#include "liaison-bulk-text.h"
#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-drop-down.h"
#include "liaison-error.h"
#include "liaison-field-editor.h"

#include <glib/gi18n.h>

/* So often it is looked how far the change is, in milliseconds. */
#define LOOK 100

/* How far a change is; written by the store's thread, read by the window's. */
typedef struct
{
  guint done;
  guint total;
} Progress;

struct _LiaisonBulkWindow
{
  GtkWindow           parent_instance;

  GtkWidget          *apply_button;
  GtkLabel           *failure;
  GtkWidget          *choices;
  GtkDropDown        *field_choice;
  GtkDropDown        *mode_choice;
  GtkBox             *value_box;
  GtkLabel           *preview;
  GtkLabel           *values;
  GtkProgressBar     *progress_bar;

  LiaisonStore       *store;
  LiaisonKind         kind;
  GArray             *keys;
  LiaisonFormContext *context;
  LiaisonFieldEditor *editor;
  LiaisonFieldEdit   *edit;
  GCancellable       *looking;  /* of the preview */
  GCancellable       *applying;
  Progress           *progress;
  guint               timer;
  guint               n_changed;
  GTask              *task;
  char               *message;
};

G_DEFINE_FINAL_TYPE (LiaisonBulkWindow, liaison_bulk_window, GTK_TYPE_WINDOW)

static guint
get_field (LiaisonBulkWindow *self)
{
  guint n;
  const int *fields = liaison_bulk_get_fields (self->kind, &n);

  return (guint) fields[MIN (gtk_drop_down_get_selected (self->field_choice), n - 1)];
}

static gboolean
is_list (LiaisonBulkWindow *self,
         guint              field)
{
  return field != LIAISON_FIELD_SENSITIVITY && liaison_field_is_list (&liaison_kind_get_info (self->kind)->fields[field]);
}

/* A list is added to, in the first place; anything else is set. */
static LiaisonFieldEditMode
get_mode (LiaisonBulkWindow *self)
{
  static const LiaisonFieldEditMode of_lists[] = { LIAISON_FIELD_EDIT_ADD, LIAISON_FIELD_EDIT_REMOVE, LIAISON_FIELD_EDIT_SET };
  static const LiaisonFieldEditMode of_others[] = { LIAISON_FIELD_EDIT_SET, LIAISON_FIELD_EDIT_ADD, LIAISON_FIELD_EDIT_SET };
  guint selected = MIN (gtk_drop_down_get_selected (self->mode_choice), 2);

  return is_list (self, get_field (self)) ? of_lists[selected] : of_others[selected];
}

/* The third way of a single value is to empty it. */
static gboolean
is_emptied (LiaisonBulkWindow *self)
{
  return !is_list (self, get_field (self)) && gtk_drop_down_get_selected (self->mode_choice) == 2;
}

static void
tell (LiaisonBulkWindow *self,
      const char        *message)
{
  gtk_label_set_label (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
  if (message != NULL)
    liaison_announce (GTK_WIDGET (self), message);
}

static void
tell_error (LiaisonBulkWindow *self,
            const GError      *error)
{
  g_autofree char *message = liaison_error_dup_message (error);

  tell (self, message);
}

/* The preview */

typedef struct
{
  LiaisonKind       kind;
  GArray           *keys;
  LiaisonFieldEdit *edit;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_array_unref (wanted->keys);
  liaison_field_edit_unref (wanted->edit);
  g_free (wanted);
}

static gpointer
preview_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wanted *wanted = data;

  return liaison_bulk_preview_load (db, wanted->kind, wanted->keys, wanted->edit, cancellable, error);
}

static void
previewed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LiaisonBulkWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonBulkPreview) preview = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  g_autofree char *text = NULL;
  g_autofree char *values = NULL;

  if (liaison_error_is_cancelled (error) || self->task == NULL)
    return;
  g_clear_object (&self->looking);
  if (preview == NULL)
    {
      tell_error (self, error);
      return;
    }

  self->n_changed = preview->n_changed;
  tell (self, preview->refusal);
  /* Translators: how many of how many records a change would make others */
  text = g_strdup_printf (ngettext ("%'u of %'u changes", "%'u of %'u change", preview->n_changed), preview->n_changed, preview->n_records);
  values = liaison_bulk_dup_values (preview);
  gtk_label_set_label (self->preview, text);
  gtk_label_set_label (self->values, values);
  gtk_widget_set_sensitive (self->apply_button, preview->n_changed > 0 && preview->n_refused == 0);
  liaison_announce (GTK_WIDGET (self), text);
}

static void
look (LiaisonBulkWindow *self)
{
  LiaisonRecord *value = liaison_draft_get_record (liaison_form_context_get_draft (self->context));
  g_autoptr (LiaisonRecord) nothing = liaison_record_new (self->kind, NULL);
  Wanted *wanted;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->edit, liaison_field_edit_unref);
  gtk_widget_set_sensitive (self->apply_button, FALSE);
  gtk_label_set_label (self->preview, "");
  gtk_label_set_label (self->values, "");
  tell (self, NULL);
  if (!is_emptied (self) && liaison_field_editor_check (self->editor, FALSE) != NULL)
    return;

  self->edit = liaison_field_edit_new (get_mode (self), is_emptied (self) ? nothing : value, get_field (self));
  self->looking = g_cancellable_new ();
  wanted = g_new (Wanted, 1);
  *wanted = (Wanted) { self->kind, g_array_ref (self->keys), liaison_field_edit_ref (self->edit) };
  liaison_store_run_async (self->store, LIAISON_QUEUE_CHARTS, preview_job, wanted, wanted_free, (GDestroyNotify) liaison_bulk_preview_free,
                           self->looking, previewed_cb, g_object_ref (self));
}

/* Choosing */

static void
mode_chosen_cb (LiaisonBulkWindow *self)
{
  if (self->editor == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->editor), !is_emptied (self));
  look (self);
}

static void
offer_modes (LiaisonBulkWindow *self,
             guint              field)
{
  const char * const of_lists[] = { _("Add"), _("Remove"), _("Replace by"), NULL };
  const char * const of_others[] = { _("Set to"), _("Fill in where it is empty"), _("Empty"), NULL };
  const char * const of_sensitivity[] = { _("Set to"), NULL };
  const char * const *modes = field == LIAISON_FIELD_SENSITIVITY ? of_sensitivity : is_list (self, field) ? of_lists : of_others;
  g_autoptr (GtkStringList) list = gtk_string_list_new (modes);

  gtk_drop_down_set_model (self->mode_choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->mode_choice, 0);
}

static void
field_chosen_cb (LiaisonBulkWindow *self)
{
  guint field;
  g_autofree char *name = NULL;
  g_autoptr (LiaisonRecord) value = NULL;
  g_autoptr (LiaisonDraft) draft = NULL;

  if (self->keys == NULL)
    return;

  field = get_field (self);
  name = g_strdup_printf ("%s.%s", liaison_kind_get_info (self->kind)->name,
                          field == LIAISON_FIELD_SENSITIVITY ? "sensitivity" : liaison_kind_get_info (self->kind)->fields[field].name);
  if (self->editor != NULL)
    gtk_box_remove (self->value_box, GTK_WIDGET (self->editor));
  self->editor = NULL;
  offer_modes (self, field);

  value = liaison_record_new (self->kind, NULL);
  draft = liaison_draft_new (value);
  g_clear_object (&self->context);
  self->context = liaison_form_context_new (self->store, draft);
  self->editor = g_object_new (LIAISON_TYPE_FIELD_EDITOR, "field", name, NULL);
  gtk_box_append (self->value_box, GTK_WIDGET (self->editor));
  liaison_field_editor_bind (self->editor, self->context, liaison_draft_get_record (draft));
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
}

/* Applying */

static void
end (LiaisonBulkWindow *self,
     gboolean           applied)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  g_autofree char *message = g_steal_pointer (&self->message);

  gtk_window_destroy (GTK_WINDOW (self));
  if (task != NULL && applied)
    g_task_return_pointer (task, g_steal_pointer (&message), g_free);
  else if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled."));
}

typedef struct
{
  LiaisonChanges *changes;
  Progress       *progress;
} Application;

static void
application_free (gpointer data)
{
  Application *application = data;

  liaison_changes_unref (application->changes);
  g_atomic_rc_box_release (application->progress);
  g_free (application);
}

static void
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  Progress *progress = user_data;

  g_atomic_int_set (&progress->total, (guint) total);
  g_atomic_int_set (&progress->done, (guint) done);
}

static gpointer
apply_job (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Application *application = data;

  return GINT_TO_POINTER (liaison_changes_apply_watched (application->changes, db, cancellable, note_progress, application->progress, error));
}

static gboolean
look_how_far_cb (gpointer data)
{
  LiaisonBulkWindow *self = data;
  guint total = g_atomic_int_get (&self->progress->total);

  gtk_progress_bar_set_fraction (self->progress_bar, total > 0 ? (double) g_atomic_int_get (&self->progress->done) / total : 0);

  return G_SOURCE_CONTINUE;
}

static void
set_applying (LiaisonBulkWindow *self,
              gboolean           applying)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), applying);
  /* A text that is made insensitive under the focus goes on blinking, and complains. */
  if (applying)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->choices, !applying);
  gtk_widget_set_sensitive (self->apply_button, !applying);
  if (applying)
    self->timer = g_timeout_add (LOOK, look_how_far_cb, self);
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LiaisonBulkWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean applied = liaison_store_run_finish (LIAISON_STORE (object), result, &error) != NULL;

  g_clear_object (&self->applying);
  if (self->task == NULL)
    return;
  if (applied)
    {
      end (self, TRUE);
      return;
    }

  set_applying (self, FALSE);
  gtk_widget_grab_focus (self->apply_button);
  if (liaison_error_is_cancelled (error))
    tell (self, _("Cancelled: nothing was changed."));
  else
    tell_error (self, error);
}

/* Topics that were named for the first time come before what names them. */
static void
add_new_records (LiaisonBulkWindow *self,
                 LiaisonChanges    *changes)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);
  guint field = get_field (self);

  if (!is_list (self, field))
    return;
  for (const char * const *item = liaison_record_get_list (liaison_draft_get_record (draft), field); *item != NULL; item++)
    {
      LiaisonRecord *record = liaison_draft_find_new (draft, *item);

      if (record != NULL)
        liaison_changes_put (changes, record);
    }
}

static void
apply_cb (LiaisonBulkWindow *self)
{
  const char *label = liaison_kind_get_field_label (self->kind, get_field (self));
  g_autofree char *name = liaison_bulk_dup_action (self->kind, label, self->n_changed);
  g_autoptr (LiaisonChanges) changes = liaison_changes_new (name);
  Application *application = g_new0 (Application, 1);

  g_clear_pointer (&self->message, g_free);
  self->message = liaison_bulk_dup_done (self->kind, label, self->n_changed);
  add_new_records (self, changes);
  for (guint i = 0; i < self->keys->len; i++)
    liaison_changes_edit_key (changes, self->kind, g_array_index (self->keys, gint32, i), self->edit);

  *self->progress = (Progress) { 0 };
  application->changes = g_steal_pointer (&changes);
  application->progress = g_atomic_rc_box_acquire (self->progress);
  self->applying = g_cancellable_new ();
  set_applying (self, TRUE);
  liaison_store_run_async (self->store, LIAISON_QUEUE_WRITER, apply_job, application, application_free, NULL, self->applying, applied_cb,
                           g_object_ref (self));
}

/* What is under way is cancelled first: then one sees that nothing was changed. */
static gboolean
liaison_bulk_window_close_request (GtkWindow *window)
{
  LiaisonBulkWindow *self = LIAISON_BULK_WINDOW (window);

  if (self->applying != NULL)
    g_cancellable_cancel (self->applying);
  else
    end (self, FALSE);

  return TRUE;
}

static void
liaison_bulk_window_dispose (GObject *object)
{
  LiaisonBulkWindow *self = LIAISON_BULK_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->task != NULL)
    g_task_return_new_error (self->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled."));
  g_clear_object (&self->task);
  g_clear_object (&self->context);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (liaison_bulk_window_parent_class)->dispose (object);
}

static void
liaison_bulk_window_finalize (GObject *object)
{
  LiaisonBulkWindow *self = LIAISON_BULK_WINDOW (object);

  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->edit, liaison_field_edit_unref);
  g_atomic_rc_box_release (self->progress);
  g_free (self->message);

  G_OBJECT_CLASS (liaison_bulk_window_parent_class)->finalize (object);
}

static void
liaison_bulk_window_class_init (LiaisonBulkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_bulk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_bulk_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = liaison_bulk_window_close_request;

  g_type_ensure (LIAISON_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-bulk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonBulkWindow, apply_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonBulkWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, LiaisonBulkWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, LiaisonBulkWindow, field_choice);
  gtk_widget_class_bind_template_child (widget_class, LiaisonBulkWindow, mode_choice);
  gtk_widget_class_bind_template_child (widget_class, LiaisonBulkWindow, value_box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonBulkWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, LiaisonBulkWindow, values);
  gtk_widget_class_bind_template_child (widget_class, LiaisonBulkWindow, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, field_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_bulk_window_init (LiaisonBulkWindow *self)
{
  self->progress = g_atomic_rc_box_new0 (Progress);
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_drop_down_name (self->field_choice, _("What to change"));
  liaison_drop_down_name (self->mode_choice, _("How"));
}

static void
offer_fields (LiaisonBulkWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n;
  const int *fields = liaison_bulk_get_fields (self->kind, &n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, liaison_kind_get_field_label (self->kind, (guint) fields[i]));
  gtk_drop_down_set_model (self->field_choice, G_LIST_MODEL (list));
}

void
liaison_bulk_window_run_async (GtkWindow           *parent,
                               LiaisonStore        *store,
                               LiaisonKind          kind,
                               GArray              *keys,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autofree char *title = liaison_bulk_dup_title (kind, keys->len);
  LiaisonBulkWindow *self = g_object_new (LIAISON_TYPE_BULK_WINDOW, "transient-for", parent, "modal", TRUE, "title", title, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  offer_fields (self);
  self->keys = g_array_ref (keys);
  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, liaison_bulk_window_run_async);
  field_chosen_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}

char *
liaison_bulk_window_run_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
