/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-follow-up-done.h"

#include "liaison-config.h"
#include "liaison-edit.h"
#include "liaison-error-text.h"
#include "liaison-follow-ups.h"

#include <glib/gi18n.h>

typedef struct
{
  GApplication *application;
  LiaisonStore *store;  /* (nullable): while it is being opened */
  gboolean      opened; /* for this only */
  char         *uuid;
} Marking;

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GApplication) application = user_data;

  liaison_store_close_finish (LIAISON_STORE (object), result, NULL);
  g_application_release (application);
}

/* Ends it, and says so where it has failed. */
static void
end (Marking      *marking,
     const GError *error)
{
  if (error != NULL)
    {
      g_autoptr (GNotification) notification = g_notification_new (_ ("The follow-up is not marked as done"));
      g_autofree char *message = liaison_error_dup_message (error);

      g_notification_set_body (notification, message);
      g_application_send_notification (marking->application, "failure", notification);
    }
  if (marking->opened)
    liaison_store_close_async (marking->store, closed_cb, g_object_ref (marking->application));
  else
    g_application_release (marking->application);
  g_clear_object (&marking->store);
  g_object_unref (marking->application);
  g_free (marking->uuid);
  g_free (marking);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  liaison_store_edit_finish (LIAISON_STORE (object), result, &error);
  end (user_data, error);
}

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return liaison_record_load (db, LIAISON_KIND_FOLLOW_UP, data, error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Marking *marking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) record = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  g_autoptr (LiaisonChanges) changes = NULL;

  if (record == NULL)
    {
      end (marking, error);
      return;
    }
  changes = liaison_follow_up_tick (marking->uuid, liaison_record_get_text (record, LIAISON_FOLLOW_UP_TEXT), TRUE);
  liaison_store_edit_async (marking->store, changes, written_cb, marking);
}

static void
load (Marking *marking)
{
  liaison_store_run_async (marking->store, LIAISON_QUEUE_PAGES, load_job, g_strdup (marking->uuid), g_free, (GDestroyNotify) liaison_record_unref,
                           NULL, loaded_cb, marking);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Marking *marking = user_data;
  g_autoptr (GError) error = NULL;

  marking->store = liaison_store_open_finish (result, &error);
  if (marking->store == NULL)
    {
      end (marking, error);
      return;
    }
  marking->opened = TRUE;
  load (marking);
}

void
liaison_follow_up_mark_done (GApplication *application,
                             LiaisonStore *store,
                             const char   *path,
                             const char   *uuid)
{
  Marking *marking = g_new0 (Marking, 1);

  g_application_hold (application);
  marking->application = g_object_ref (application);
  marking->uuid = g_strdup (uuid);
  if (store == NULL)
    {
      liaison_store_open_async (path, NULL, NULL, NULL, opened_cb, marking);
      return;
    }
  marking->store = g_object_ref (store);
  load (marking);
}
