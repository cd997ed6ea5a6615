/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record-past.h"

G_BEGIN_DECLS

/* The field by which a record of @kind belongs to one of @owner, from @field on; -1 where there is none. */
int        liaison_past_find_owner_field (LiaisonKind kind, LiaisonKind owner, int field);

/**
 * liaison_past_list_records:
 *
 * Returns: (transfer full) (element-type LiaisonRecord): empty records that stand for the one of @uuid, which is the first, and for what it owns
 *   or has owned; %NULL with an error
 */
GPtrArray *liaison_past_list_records     (LiaisonDb *db, LiaisonKind kind, const char *uuid, GError **error);

G_END_DECLS
