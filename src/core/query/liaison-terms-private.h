/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-participants-private.h"

G_BEGIN_DECLS

/**
 * liaison_terms_collect:
 * @term: a term on engagements as a whole: neither on participants nor on dates
 * @bits: where the engagements are added that it describes, whether or not it is negative
 */
gboolean liaison_terms_collect (LiaisonParticipants *participants, const LiaisonQueryTerm *term, LiaisonBits *bits, GError **error);

G_END_DECLS
