/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-duplicates-ask.h"

#include "liaison-duplicates-window.h"
#include "liaison-duplicates.h"

/* So many are shown. */
#define MOST_DUPLICATES 5

/* Set on the form while it is being looked, or the person is being asked: saving twice asks once. */
#define ASKING "liaison-asking"

/* What the form holds, copied for another thread. */
typedef struct
{
  LiaisonRecord *record;
  GPtrArray     *participations; /* of an engagement */
} Content;

static void
content_free (gpointer data)
{
  Content *content = data;

  liaison_record_unref (content->record);
  g_ptr_array_unref (content->participations);
  g_free (content);
}

static gpointer
copy_record (gconstpointer record,
             gpointer      user_data)
{
  return liaison_record_copy (record);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LiaisonRecordForm) form = user_data;
  g_autofree char *uuid = NULL;
  LiaisonDuplicatesAnswer answer = liaison_duplicates_window_run_finish (result, &uuid);

  g_object_set_data (G_OBJECT (form), ASKING, NULL);
  if (liaison_record_form_get_context (form) == NULL)
    return;

  if (answer == LIAISON_DUPLICATES_OTHER)
    liaison_record_form_go_ahead (form);
  else if (answer == LIAISON_DUPLICATES_OPEN)
    liaison_record_form_use_other (form, uuid);
}

static gpointer
find_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Content *content = data;

  if (liaison_record_get_kind (content->record) == LIAISON_KIND_ORGANISATION)
    return liaison_duplicates_find_organisations (db, content->record, MOST_DUPLICATES, error);

  return liaison_duplicates_find_engagements (db, content->record, content->participations, MOST_DUPLICATES, error);
}

/* Where it could not be looked, saving tells what is wrong with the store. */
static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LiaisonRecordForm) form = user_data;
  g_autoptr (GPtrArray) duplicates = liaison_store_run_finish (LIAISON_STORE (object), result, NULL);

  if (liaison_record_form_get_context (form) == NULL)
    return;
  if (duplicates != NULL && duplicates->len > 0)
    {
      liaison_duplicates_window_run_async (GTK_WINDOW (form), liaison_suggestion_get_kind (duplicates->pdata[0]), duplicates, answered_cb,
                                           g_object_ref (form));
      return;
    }

  g_object_set_data (G_OBJECT (form), ASKING, NULL);
  liaison_record_form_go_ahead (form);
}

gboolean
liaison_duplicates_ask (LiaisonRecordForm *form)
{
  LiaisonFormContext *context = liaison_record_form_get_context (form);
  LiaisonDraft *draft = liaison_form_context_get_draft (context);
  g_autoptr (GPtrArray) participations = NULL;
  Content *content;

  if (g_object_get_data (G_OBJECT (form), ASKING) != NULL)
    return FALSE;

  g_object_set_data (G_OBJECT (form), ASKING, GINT_TO_POINTER (TRUE));
  participations = liaison_draft_list_parts (draft, LIAISON_KIND_PARTICIPATION);
  content = g_new (Content, 1);
  content->record = liaison_record_copy (liaison_draft_get_record (draft));
  content->participations = g_ptr_array_copy (participations, copy_record, NULL);
  g_ptr_array_set_free_func (content->participations, (GDestroyNotify) liaison_record_unref);
  liaison_store_run_async (liaison_form_context_get_store (context), LIAISON_QUEUE_PAGES, find_job, content, content_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, found_cb, g_object_ref (form));

  return FALSE;
}
