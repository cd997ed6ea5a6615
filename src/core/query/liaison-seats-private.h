/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-participants-private.h"

G_BEGIN_DECLS

/**
 * liaison_seats_collect:
 * @multilateral: which are wanted: with a format, a session or several seats of the other side; or with one seat and neither of these
 * @bits: where the engagements are added
 */
gboolean liaison_seats_collect (LiaisonParticipants *participants, gboolean multilateral, LiaisonBits *bits, GError **error);

G_END_DECLS
