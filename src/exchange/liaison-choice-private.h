/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-edit.h"

G_BEGIN_DECLS

/**
 * LiaisonChoice:
 *
 * A part of a store that can stand alone: chosen engagements, what belongs to them, and what all of that refers to.
 */
typedef struct _LiaisonChoice LiaisonChoice;

/**
 * liaison_choice_new:
 * @engagements: (element-type gint32): keys of engagements
 *
 * Returns: (transfer full): the part, or %NULL where the store fails
 */
LiaisonChoice *liaison_choice_new     (LiaisonDb *db, GArray *engagements, GCancellable *cancellable, GError **error);
void           liaison_choice_free    (LiaisonChoice *choice);

/**
 * liaison_choice_foreach:
 *
 * As liaison_record_foreach(), for the records of the part; readouts name only engagements of the part.
 */
gboolean       liaison_choice_foreach (LiaisonChoice *choice, LiaisonKind kind, LiaisonRecordFunc func, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonChoice, liaison_choice_free)

G_END_DECLS
