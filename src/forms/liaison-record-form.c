/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-form-private.h"

#include "liaison-clamp.h"
#include "liaison-error.h"
#include "liaison-config.h"

#include <glib/gi18n.h>

#define LEAST_WIDTH 360

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LiaisonRecordForm, liaison_record_form, GTK_TYPE_WINDOW)

enum { PROP_0, PROP_CONTENT, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* What comes from the store before a form can be filled. */
typedef struct
{
  LiaisonDraft *draft;
  char         *own_country;
  char         *home_zone;
} Loaded;

typedef struct
{
  LiaisonKind kind;
  char       *uuid; /* NULL for a new record */
} Wanted;

LiaisonRecordFormPrivate *
liaison_record_form_get_private (LiaisonRecordForm *self)
{
  return liaison_record_form_get_instance_private (self);
}

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->draft);
  g_free (loaded->own_country);
  g_free (loaded->home_zone);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->uuid);
  g_free (wanted);
}

static gboolean
take_own (LiaisonRecord  *store,
          gpointer        user_data,
          GError        **error)
{
  Loaded *loaded = user_data;

  g_free (loaded->own_country);
  loaded->own_country = g_strdup (liaison_record_get_text (store, LIAISON_STORE_OWN_COUNTRY));
  g_free (loaded->home_zone);
  loaded->home_zone = g_strdup (liaison_record_get_text (store, LIAISON_STORE_HOME_ZONE));

  return TRUE;
}

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wanted *wanted = data;
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  if (wanted->uuid != NULL)
    {
      loaded->draft = liaison_draft_load (db, wanted->kind, wanted->uuid, error);
      if (loaded->draft == NULL)
        return NULL;
    }
  if (!liaison_record_foreach (db, LIAISON_KIND_STORE, take_own, loaded, error))
    return NULL;

  return g_steal_pointer (&loaded);
}

static void
changed_cb (LiaisonRecordForm        *self,
            LiaisonFieldEditor *editor)
{
  LiaisonRecordFormClass *klass = LIAISON_RECORD_FORM_GET_CLASS (self);

  if (klass->changed != NULL)
    klass->changed (self, editor);
  liaison_record_form_check (self, FALSE);
  liaison_record_form_keep_draft (self);
}

static void
bind_editor (LiaisonFieldEditor *editor,
             gpointer            user_data)
{
  LiaisonRecordForm *self = user_data;
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);
  LiaisonRecord *record = liaison_draft_get_record (liaison_form_context_get_draft (priv->context));

  if (liaison_field_editor_get_kind (editor) != priv->kind)
    return;

  liaison_field_editor_bind (editor, priv->context, record);
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
show_draft (LiaisonRecordForm  *self,
            LiaisonDraft *draft)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);
  LiaisonRecordFormClass *klass = LIAISON_RECORD_FORM_GET_CLASS (self);

  priv->context = liaison_form_context_new (priv->store, draft);
  liaison_field_editor_foreach (priv->content, bind_editor, self);
  if (klass->bound != NULL)
    klass->bound (self);
  if (priv->resumed)
    liaison_field_editor_restore_texts (priv->content);
  else
    liaison_draft_set_clean (draft);
  gtk_stack_set_visible_child_name (priv->pages, "content");
  liaison_record_form_check (self, FALSE);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonRecordForm) self = user_data;
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (Loaded) loaded = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  if (loaded == NULL)
    {
      g_autofree char *message = liaison_error_dup_message (error);

      gtk_label_set_label (priv->load_failure, message);
      gtk_stack_set_visible_child_name (priv->pages, "failed");
      return;
    }

  if (priv->context == NULL)
    show_draft (self, loaded->draft);
  liaison_form_context_set_own_country (priv->context, loaded->own_country);
  liaison_form_context_set_home_zone (priv->context, loaded->home_zone);
}

static void
set_content (LiaisonRecordForm *self,
             GtkWidget   *content)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);

  priv->content = content;
  g_object_set (priv->clamp, "child", content, NULL);
}

static void
save_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  liaison_record_form_save (LIAISON_RECORD_FORM (widget));
}

static void
save_and_new_action_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  liaison_record_form_save_and_new (LIAISON_RECORD_FORM (widget));
}

static void
cancel_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
liaison_record_form_close_request (GtkWindow *window)
{
  LiaisonRecordForm *self = LIAISON_RECORD_FORM (window);
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);

  if (priv->saving)
    return TRUE;
  if (liaison_record_form_has_changes (self))
    {
      liaison_record_form_ask (self);
      return TRUE;
    }

  liaison_record_form_end (self, NULL);

  return TRUE;
}

static void
liaison_record_form_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  GTK_WIDGET_CLASS (liaison_record_form_parent_class)->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, LEAST_WIDTH);
      *natural = MAX (*natural, *minimum);
    }
}

static void
liaison_record_form_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (LIAISON_RECORD_FORM (object));

  if (id == PROP_CONTENT)
    g_value_set_object (value, priv->content);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_record_form_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (id == PROP_CONTENT)
    set_content (LIAISON_RECORD_FORM (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_record_form_dispose (GObject *object)
{
  LiaisonRecordForm *self = LIAISON_RECORD_FORM (object);
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);

  g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  g_clear_weak_pointer (&priv->focus);
  g_clear_weak_pointer (&priv->closing);
  g_clear_pointer (&priv->question, gtk_window_destroy);
  /* Whoever destroys a form with its parent has left it. */
  if (priv->task != NULL)
    g_task_return_new_error (priv->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled."));
  g_clear_object (&priv->task);
  /* No gtk_widget_dispose_template(): a window lets go of its child, and GTK 4.8 aborts where the class above has a template, too. */
  g_clear_object (&priv->context);
  g_clear_object (&priv->drafts);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (liaison_record_form_parent_class)->dispose (object);
}

static void
liaison_record_form_finalize (GObject *object)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (LIAISON_RECORD_FORM (object));

  g_free (priv->uuid);
  g_free (priv->message);
  g_free (priv->other);

  G_OBJECT_CLASS (liaison_record_form_parent_class)->finalize (object);
}

static void
liaison_record_form_class_init (LiaisonRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_record_form_get_property;
  object_class->set_property = liaison_record_form_set_property;
  object_class->dispose = liaison_record_form_dispose;
  object_class->finalize = liaison_record_form_finalize;
  widget_class->measure = liaison_record_form_measure;
  GTK_WINDOW_CLASS (klass)->close_request = liaison_record_form_close_request;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LIAISON_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-record-form.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, cancel_button);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, save_button);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, more_button);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, notice);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, pages);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, failure);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, failure_label);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, clamp);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, load_failure);
  gtk_widget_class_bind_template_child_private (widget_class, LiaisonRecordForm, status);
  gtk_widget_class_bind_template_callback_full (widget_class, "save_cb", G_CALLBACK (liaison_record_form_save));

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "form.save-and-new", NULL, save_and_new_action_cb);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static void
liaison_record_form_init (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (priv->more_button, LIAISON_RECORD_FORM_GET_CLASS (self)->new_next != NULL);
}

static void
start (LiaisonRecordForm *self,
       LiaisonStore      *store,
       LiaisonKind        kind,
       const char        *uuid,
       gboolean           loads_record)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);
  Wanted *wanted = g_new0 (Wanted, 1);

  priv->store = g_object_ref (store);
  priv->kind = kind;
  priv->uuid = g_strdup (uuid);
  priv->loading = g_cancellable_new ();
  wanted->kind = kind;
  wanted->uuid = loads_record ? g_strdup (uuid) : NULL;
  liaison_store_run_async (store, LIAISON_QUEUE_PAGES, load_job, wanted, wanted_free, loaded_free, priv->loading, loaded_cb,
                           g_object_ref (self));
}

void
liaison_record_form_start (LiaisonRecordForm *self,
                           LiaisonStore      *store,
                           LiaisonRecord     *record,
                           LiaisonKind        kind,
                           const char        *uuid)
{
  g_return_if_fail (LIAISON_IS_RECORD_FORM (self));
  g_return_if_fail ((record != NULL) != (uuid != NULL));

  start (self, store, kind, uuid, TRUE);
  if (record != NULL)
    {
      g_autoptr (LiaisonDraft) draft = liaison_draft_new (record);

      show_draft (self, draft);
    }
}

LiaisonFormContext *
liaison_record_form_get_context (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);

  return priv->context;
}

void
liaison_record_form_edited (LiaisonRecordForm *self)
{
  g_return_if_fail (LIAISON_IS_RECORD_FORM (self));

  changed_cb (self, NULL);
}

void
liaison_record_form_follow (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);
  gboolean clean;

  g_return_if_fail (LIAISON_IS_RECORD_FORM (self));

  clean = !liaison_record_form_has_changes (self);
  changed_cb (self, NULL);
  if (clean)
    liaison_draft_set_clean (liaison_form_context_get_draft (priv->context));
}

static void
present_over (LiaisonRecordForm *self,
              GtkWindow         *parent)
{
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  /* For the keys of the program: closing, quitting. */
  if (parent != NULL)
    gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  /* What is opened from another form comes before that one; the window itself can be used beside its forms. */
  gtk_window_set_modal (GTK_WINDOW (self), LIAISON_IS_RECORD_FORM (parent));
  gtk_window_present (GTK_WINDOW (self));
}

/* Whoever waits for this form waits for the next one, and is told of the last that was saved. */
void
liaison_record_form_go_on (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);
  LiaisonRecordForm *next = LIAISON_RECORD_FORM_GET_CLASS (self)->new_next (self);
  LiaisonRecordFormPrivate *next_priv = liaison_record_form_get_instance_private (next);

  next_priv->task = g_steal_pointer (&priv->task);
  gtk_label_set_label (next_priv->notice, priv->message);
  gtk_widget_set_visible (GTK_WIDGET (next_priv->notice), TRUE);
  present_over (next, gtk_window_get_transient_for (GTK_WINDOW (self)));
}

void
liaison_record_form_run_async (LiaisonRecordForm         *self,
                        GtkWindow           *parent,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);

  g_return_if_fail (LIAISON_IS_RECORD_FORM (self));
  g_return_if_fail (priv->task == NULL);

  priv->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (priv->task, liaison_record_form_run_async);
  present_over (self, parent);
}

void
liaison_record_form_resume_async (GType                type,
                                  GtkWindow           *parent,
                                  LiaisonStore        *store,
                                  LiaisonDraft        *draft,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  LiaisonRecord *record = liaison_draft_get_record (draft);
  const char *uuid = liaison_draft_is_new (draft) ? NULL : liaison_record_get_uuid (record);
  LiaisonRecordFormPrivate *priv;
  LiaisonRecordForm *self;

  g_return_if_fail (g_type_is_a (type, LIAISON_TYPE_RECORD_FORM));

  if (liaison_record_form_present_open (store, uuid, callback, user_data))
    return;

  self = g_object_new (type, NULL);
  priv = liaison_record_form_get_instance_private (self);
  priv->resumed = TRUE;
  start (self, store, liaison_record_get_kind (record), uuid, FALSE);
  show_draft (self, draft);
  liaison_record_form_run_async (self, parent, callback, user_data);
}

char *
liaison_record_form_run_finish (GAsyncResult  *result,
                         char         **message,
                         GError       **error)
{
  GTask *task = G_TASK (result);
  char *uuid = g_task_propagate_pointer (task, error);

  if (message != NULL)
    *message = uuid != NULL ? g_strdup (g_task_get_task_data (task)) : NULL;

  return uuid;
}

void
liaison_record_form_end (LiaisonRecordForm *self,
                  const char  *uuid)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (self);
  g_autoptr (GTask) task = g_steal_pointer (&priv->task);
  g_autoptr (GtkWindow) closing = priv->closing != NULL ? g_object_ref (priv->closing) : NULL;

  /* Saved or left: there is nothing to go on with. */
  liaison_record_form_drop_draft (self);
  if (task != NULL)
    g_task_set_task_data (task, g_steal_pointer (&priv->message), g_free);
  /* The window goes first, so that whoever waits for it finds the one below. */
  gtk_window_destroy (GTK_WINDOW (self));

  if (task != NULL && uuid != NULL)
    g_task_return_pointer (task, g_strdup (uuid), g_free);
  else if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled."));

  if (closing != NULL)
    gtk_window_close (closing);
}

void
liaison_record_form_stay (LiaisonRecordForm *self)
{
  for (GtkWindow *form = GTK_WINDOW (self); LIAISON_IS_RECORD_FORM (form); form = gtk_window_get_transient_for (form))
    {
      LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (LIAISON_RECORD_FORM (form));

      g_clear_weak_pointer (&priv->closing);
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "app.stay", NULL);
}

static LiaisonRecordForm *
find_open (LiaisonStore *store,
           const char   *uuid)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; uuid != NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      LiaisonRecordFormPrivate *priv;

      if (!LIAISON_IS_RECORD_FORM (window))
        continue;
      priv = liaison_record_form_get_instance_private (LIAISON_RECORD_FORM (window));
      if (priv->store == store && g_strcmp0 (priv->uuid, uuid) == 0)
        return LIAISON_RECORD_FORM (window);
    }

  return NULL;
}

gboolean
liaison_record_form_present_open (LiaisonStore        *store,
                           const char          *uuid,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  LiaisonRecordForm *open = find_open (store, uuid);

  if (open == NULL)
    return FALSE;

  gtk_window_present (GTK_WINDOW (open));
  g_task_report_new_error (open, callback, user_data, liaison_record_form_present_open, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled."));

  return TRUE;
}

static LiaisonRecordForm *
find_child (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (LIAISON_IS_RECORD_FORM (window) && gtk_window_get_transient_for (window) == parent)
        return LIAISON_RECORD_FORM (window);
    }

  return NULL;
}

gboolean
liaison_record_form_close_all (GtkWindow *parent)
{
  LiaisonRecordForm *form;

  while ((form = find_child (parent)) != NULL)
    {
      LiaisonRecordFormPrivate *priv = liaison_record_form_get_instance_private (form);

      g_set_weak_pointer (&priv->closing, parent);
      /* A form that was opened from this one comes first. */
      if (!liaison_record_form_close_all (GTK_WINDOW (form)))
        return FALSE;
      if (priv->saving || liaison_record_form_has_changes (form))
        {
          gtk_window_present (GTK_WINDOW (form));
          gtk_window_close (GTK_WINDOW (form));
          return FALSE;
        }
      g_clear_weak_pointer (&priv->closing);
      liaison_record_form_end (form, NULL);
    }

  return TRUE;
}
