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

/* Adds the counted calls, meetings and unspecified engagements, whoever took part: those that "spoke with" and "reached" look at. */
gboolean liaison_states_collect_spoken (LiaisonParticipants *participants, LiaisonBits *bits, GError **error);

/* Adds the planned engagements. */
gboolean liaison_states_collect_planned (LiaisonDb *db, LiaisonBits *bits, GError **error);

/* Adds those of a group of the counting rules, counted or not; the containers for 0. */
gboolean liaison_states_collect_group  (LiaisonParticipants *participants, LiaisonGroup group, LiaisonBits *bits, GError **error);

G_END_DECLS
