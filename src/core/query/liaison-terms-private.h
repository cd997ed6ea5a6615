/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-participants-private.h"

G_BEGIN_DECLS

/**
 * liaison_terms_collect:
 * @term: a term on engagements as a whole, neither on participants nor on dates; not a "none" that liaison_term_is_for_most()
 * @bits: where the engagements are added that it describes, whether or not it is negative
 */
gboolean liaison_terms_collect (LiaisonParticipants *participants, const LiaisonQueryTerm *term, LiaisonBits *bits, GError **error);

/**
 * liaison_term_is_dear:
 *
 * Whether a term takes less where the other terms leave a span or few engagements, and so comes last: it looks up who took part, or rows one
 * by one, or reads days of an index.
 */
gboolean liaison_term_is_dear (const LiaisonQueryTerm *term);

/**
 * liaison_term_is_for_most:
 *
 * Whether a term describes what nearly every engagement is, such as held: then those are found sooner that it does not describe.
 */
gboolean liaison_term_is_for_most (const LiaisonQueryTerm *term);

/**
 * liaison_terms_collect_others:
 * @term: one that liaison_term_is_for_most()
 * @bits: where the engagements are added that it does not describe, whether or not it is negative
 */
gboolean liaison_terms_collect_others (LiaisonParticipants *participants, const LiaisonQueryTerm *term, LiaisonBits *bits, GError **error);

G_END_DECLS
