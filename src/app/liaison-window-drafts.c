/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-config.h"
#include "liaison-contact-form.h"
#include "liaison-draft-file.h"
#include "liaison-engagement-form.h"
#include "liaison-error-text.h"
#include "liaison-organisation-form.h"
#include "liaison-total-form.h"

#include <glib/gi18n.h>

/* A form that was saved just before the program ended leaves a draft of what is in the store already. */
static gboolean
is_saved (LiaisonDb              *db,
          const LiaisonDraftFile *file)
{
  g_autoptr (LiaisonDraft) draft = liaison_draft_file_load (file->path, NULL);
  g_autoptr (LiaisonRecord) record = NULL;

  if (draft == NULL)
    return FALSE;
  if (!liaison_draft_is_new (draft))
    return liaison_draft_is_stored (draft, db);

  record = liaison_record_load (db, file->kind, file->uuid, NULL);

  return record != NULL;
}

static gpointer
list_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  GPtrArray *files = liaison_draft_file_list (data);

  for (guint i = files->len; i-- > 0;)
    {
      LiaisonDraftFile *file = files->pdata[i];

      if (!is_saved (db, file))
        continue;
      liaison_draft_file_write (file->path, NULL, NULL);
      g_ptr_array_remove_index (files, i);
    }

  return files;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonWindow) self = user_data;
  GPtrArray *files = liaison_store_run_finish (LIAISON_STORE (object), result, NULL);
  g_autofree char *message = NULL;

  if (files == NULL)
    return;

  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = files;
  liaison_window_update_form_actions (self);
  if (files->len == 0 || LIAISON_STORE (object) != self->store)
    return;

  if (files->len == 1)
    /* Translators: %s is what was edited: "Call with Kuleba" */
    message = g_strdup_printf (_("“%s” was not saved when the program ended"), ((LiaisonDraftFile *) files->pdata[0])->title);
  else
    message = g_strdup_printf (ngettext ("%u form was not saved when the program ended", "%u forms were not saved when the program ended",
                                         files->len), files->len);
  liaison_toast_show (self->toast, message, _("_Go on"), "win.resume-drafts");
}

void
liaison_window_offer_drafts (LiaisonWindow *self)
{
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, list_job, g_strdup (liaison_store_get_path (self->store)), g_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb, g_object_ref (self));
}

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return liaison_draft_file_load (data, error);
}

static GType
get_form_type (LiaisonKind kind)
{
  if (kind == LIAISON_KIND_CONTACT)
    return LIAISON_TYPE_CONTACT_FORM;
  if (kind == LIAISON_KIND_STATED_TOTAL)
    return LIAISON_TYPE_TOTAL_FORM;

  return kind == LIAISON_KIND_ORGANISATION ? LIAISON_TYPE_ORGANISATION_FORM : LIAISON_TYPE_ENGAGEMENT_FORM;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDraft) draft = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  LiaisonKind kind;

  if (LIAISON_STORE (object) != self->store)
    return;

  if (draft == NULL)
    {
      g_autofree char *message = liaison_error_dup_message (error);

      liaison_toast_show (self->toast, message, NULL, NULL);
      return;
    }

  kind = liaison_record_get_kind (liaison_draft_get_record (draft));
  if (kind == LIAISON_KIND_REPORT)
    liaison_window_resume_report (self, draft);
  else
    liaison_window_resume_form (self, get_form_type (kind), draft);
}

static void
resume_drafts_action_cb (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  g_autoptr (GPtrArray) drafts = g_steal_pointer (&self->drafts);

  liaison_toast_dismiss (self->toast);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      LiaisonDraftFile *file = drafts->pdata[i];

      liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, load_job, g_strdup (file->path), g_free, g_object_unref, NULL, loaded_cb,
                               g_object_ref (self));
    }
  liaison_window_update_form_actions (self);
}

void
liaison_window_bind_drafts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.resume-drafts", NULL, resume_drafts_action_cb);
}
