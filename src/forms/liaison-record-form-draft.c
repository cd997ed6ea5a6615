/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-form-private.h"

#include "liaison-draft-file.h"
#include "liaison-phrase.h"

static char *
dup_text (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  g_autofree char *phrase = NULL;
  g_autofree char *title = NULL;

  if (priv->over || !liaison_record_form_has_changes (self))
    return NULL;

  phrase = LIAISON_RECORD_FORM_GET_CLASS (self)->dup_phrase (self);
  title = liaison_phrase_title (phrase);

  return liaison_draft_to_text (liaison_form_context_get_draft (priv->context), liaison_store_get_path (priv->store), title);
}

void
liaison_record_form_keep_draft (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  LiaisonRecord *record;

  if (priv->context == NULL)
    return;

  if (priv->drafts == NULL)
    priv->drafts = liaison_draft_writer_new (priv->store);
  record = liaison_draft_get_record (liaison_form_context_get_draft (priv->context));
  liaison_draft_writer_write (priv->drafts, liaison_record_get_uuid (record), dup_text (self));
}

void
liaison_record_form_drop_draft (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);

  priv->over = TRUE;
  liaison_record_form_keep_draft (self);
}
