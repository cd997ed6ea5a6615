/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"

G_BEGIN_DECLS

/* A kind of part: the records of @kind whose @field names the draft's record. */
typedef struct
{
  LiaisonKind owner;
  LiaisonKind kind;
  guint       field;
} LiaisonDraftPart;

/* Ended by an entry whose owner and kind are the same. */
extern const LiaisonDraftPart liaison_draft_parts[];

/* Adds a part as it is stored. */
void liaison_draft_take_stored (LiaisonDraft *self, LiaisonRecord *part);

/* Calls @func for each link that a record of the draft has. */
typedef void (*LiaisonLinkFunc) (LiaisonDraft *self, LiaisonKind target, const char *uuid, gpointer user_data);
void liaison_draft_foreach_link (LiaisonDraft *self, LiaisonLinkFunc func, gpointer user_data);

G_END_DECLS
