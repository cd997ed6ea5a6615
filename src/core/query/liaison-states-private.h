/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-participants-private.h"

G_BEGIN_DECLS

/**
 * liaison_states_collect:
 * @state: what "is:" asks
 * @bits: where the engagements of which it is true are added
 */
gboolean liaison_states_collect        (LiaisonParticipants *participants, LiaisonIs state, LiaisonBits *bits, GError **error);

/* Adds those that were not held, and those that do not count: both are few. */
gboolean liaison_states_collect_unheld (LiaisonDb *db, LiaisonBits *bits, GError **error);
gboolean liaison_states_collect_uncounted (LiaisonDb *db, LiaisonBits *bits, GError **error);

/* Adds those that are not public. */
gboolean liaison_states_collect_guarded (LiaisonDb *db, LiaisonBits *bits, GError **error);

/* Adds every engagement. */
gboolean liaison_states_collect_all    (LiaisonDb *db, LiaisonBits *bits, GError **error);

/**
 * liaison_states_collect_unspoken:
 *
 * Adds all but the counted calls, meetings and unspecified engagements: what "spoke with" and "reached" do not look at, whoever took part.
 */
gboolean liaison_states_collect_unspoken (LiaisonDb *db, LiaisonBits *bits, GError **error);

/* Adds the planned engagements. */
gboolean liaison_states_collect_planned (LiaisonDb *db, LiaisonBits *bits, GError **error);

/**
 * liaison_states_collect_group:
 * @group: of the counting rules; 0 for the containers
 * @among: (nullable): the engagements that are asked for: of others nothing need be found
 */
gboolean liaison_states_collect_group  (LiaisonDb *db, LiaisonGroup group, const LiaisonBits *among, LiaisonBits *bits, GError **error);

G_END_DECLS
