/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-cast.h"
#include "liaison-document.h"
#include "liaison-occasion.h"

G_BEGIN_DECLS

/**
 * liaison_account_tell:
 * @occasion: an engagement
 * @cast: who was named so far
 *
 * Tells an engagement in one plain sentence, with its date: "11 Jan 2022: Secretary of State Antony J. Blinken spoke by telephone with…".  The verb
 * follows the form; neither a topic nor anything that was said is told.
 *
 * Returns: (transfer full): an item of a list
 */
LiaisonBlock *liaison_account_tell        (const LiaisonOccasion *occasion, LiaisonCast *cast);

/**
 * liaison_account_tell_inside:
 *
 * Returns: (transfer full): an item inside that of a visit: "30 Nov 2021: Meeting with Rinkēvičs"
 */
LiaisonBlock *liaison_account_tell_inside (const LiaisonOccasion *occasion);

G_END_DECLS
