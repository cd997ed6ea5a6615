/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-duplicates-ask.h"

#include "liaison-duplicates.h"

/* So many are shown. */
#define MOST_DUPLICATES 5

/* Set on the form while it is being looked, or the person is being asked: saving twice asks once. */
#define ASKING "liaison-asking"

/* What the form holds, copied for another thread. */
typedef struct
{
  LiaisonRecord *record;
  GPtrArray     *parts; /* the participations of an engagement, or the posts of a contact */
} Content;

static void
content_free (gpointer data)
{
  Content *content = data;

  liaison_record_unref (content->record);
  g_ptr_array_unref (content->parts);
  g_free (content);
}

static gpointer
copy_record (gconstpointer record,
             gpointer      user_data)
{
  return liaison_record_copy (record);
}

typedef struct
{
  LiaisonRecordForm     *form;
  LiaisonDuplicatesFunc  answered;
  GPtrArray             *duplicates; /* (nullable) */
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_set_data (G_OBJECT (asking->form), ASKING, NULL);
  g_object_unref (asking->form);
  g_clear_pointer (&asking->duplicates, g_ptr_array_unref);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
go_ahead (LiaisonRecordForm       *form,
          LiaisonDuplicatesAnswer  answer,
          const char              *uuid,
          GPtrArray               *duplicates)
{
  liaison_record_form_go_ahead (form);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autofree char *uuid = NULL;
  LiaisonDuplicatesAnswer answer = liaison_duplicates_window_run_finish (result, &uuid);

  if (liaison_record_form_get_context (asking->form) == NULL || answer == LIAISON_DUPLICATES_STAY)
    return;

  if (answer == LIAISON_DUPLICATES_OPEN)
    liaison_record_form_use_other (asking->form, uuid);
  else
    asking->answered (asking->form, answer, uuid, asking->duplicates);
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
  if (liaison_record_get_kind (content->record) == LIAISON_KIND_CONTACT)
    return liaison_duplicates_find (db, content->record, content->parts, MOST_DUPLICATES, error);

  return liaison_duplicates_find_engagements (db, content->record, content->parts, MOST_DUPLICATES, error);
}

/* Where it could not be looked, saving tells what is wrong with the store. */
static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Asking) asking = user_data;

  asking->duplicates = liaison_store_run_finish (LIAISON_STORE (object), result, NULL);
  if (liaison_record_form_get_context (asking->form) == NULL)
    return;

  if (asking->duplicates == NULL || asking->duplicates->len == 0)
    {
      liaison_record_form_go_ahead (asking->form);
      return;
    }

  liaison_duplicates_window_run_async (GTK_WINDOW (asking->form), liaison_suggestion_get_kind (asking->duplicates->pdata[0]),
                                       asking->duplicates, answered_cb, asking);
  asking = NULL;
}

static Content *
content_new (LiaisonDraft *draft)
{
  LiaisonRecord *record = liaison_draft_get_record (draft);
  gboolean is_contact = liaison_record_get_kind (record) == LIAISON_KIND_CONTACT;
  g_autoptr (GPtrArray) parts = liaison_draft_list_parts (draft, is_contact ? LIAISON_KIND_POST : LIAISON_KIND_PARTICIPATION);
  Content *content = g_new (Content, 1);

  content->record = liaison_record_copy (record);
  content->parts = g_ptr_array_copy (parts, copy_record, NULL);
  g_ptr_array_set_free_func (content->parts, (GDestroyNotify) liaison_record_unref);

  return content;
}

gboolean
liaison_duplicates_ask_with (LiaisonRecordForm     *form,
                             LiaisonDuplicatesFunc  answered)
{
  LiaisonFormContext *context = liaison_record_form_get_context (form);
  Asking *asking;

  if (g_object_get_data (G_OBJECT (form), ASKING) != NULL)
    return FALSE;

  g_object_set_data (G_OBJECT (form), ASKING, GINT_TO_POINTER (TRUE));
  asking = g_new0 (Asking, 1);
  asking->form = g_object_ref (form);
  asking->answered = answered;
  liaison_store_run_async (liaison_form_context_get_store (context), LIAISON_QUEUE_PAGES, find_job,
                           content_new (liaison_form_context_get_draft (context)), content_free, (GDestroyNotify) g_ptr_array_unref, NULL,
                           found_cb, asking);

  return FALSE;
}

gboolean
liaison_duplicates_ask (LiaisonRecordForm *form)
{
  return liaison_duplicates_ask_with (form, go_ahead);
}
