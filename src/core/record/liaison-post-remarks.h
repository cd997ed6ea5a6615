/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * liaison_post_remarks_dup:
 * @posts: (element-type LiaisonRecord): the posts of a contact
 *
 * Says what the dates of posts have that may be a slip, and need not be: two of them overlap, or between two nothing was held.
 *
 * Returns: (transfer full): a sentence for each, in order of time, a line each; "" where there is nothing to say
 */
char *liaison_post_remarks_dup (GPtrArray *posts);

G_END_DECLS
