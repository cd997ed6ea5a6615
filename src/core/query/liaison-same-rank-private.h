/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-participants-private.h"

G_BEGIN_DECLS

/**
 * liaison_same_rank_collect:
 * @ours: (nullable): the participations of our side to look at, %NULL for all; @theirs likewise
 * @engagements: where the engagements are added in which somebody of either side has the same level and portfolio on that day
 * @our_peers: (nullable): where those of our side are added who have such a counterpart
 * @their_peers: (nullable): where these counterparts are added
 */
gboolean liaison_same_rank_collect (LiaisonParticipants  *participants,
                                    const LiaisonBits    *ours,
                                    const LiaisonBits    *theirs,
                                    LiaisonBits          *engagements,
                                    LiaisonBits          *our_peers,
                                    LiaisonBits          *their_peers,
                                    GError              **error);

G_END_DECLS
