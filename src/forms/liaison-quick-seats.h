/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-participant-list.h"
#include "liaison-quick-entry.h"

G_BEGIN_DECLS

/**
 * LiaisonQuickSeats:
 *
 * Seats whom a line names, as it is typed, and takes those away again whom it no longer names; whom the person has seated stays.
 */
typedef struct _LiaisonQuickSeats LiaisonQuickSeats;

/**
 * liaison_quick_seats_new:
 * @lists: (array fixed-size=4): the list of each side, %NULL where there is none; not owned, as they are in the same form
 */
LiaisonQuickSeats *liaison_quick_seats_new   (LiaisonParticipantList * const *lists);
void               liaison_quick_seats_free  (LiaisonQuickSeats *self);
void               liaison_quick_seats_apply (LiaisonQuickSeats *self, const LiaisonQuickEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonQuickSeats, liaison_quick_seats_free)

G_END_DECLS
