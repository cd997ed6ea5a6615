/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-lazy-list.h"

G_BEGIN_DECLS

/**
 * liaison_list_head_write:
 * @rule: (out) (nullable): how it was counted, in a sentence, for the tooltip; %NULL where there is nothing to explain
 *
 * Writes what stands over a list: "84 contacts"; of engagements how many are counted, and how many records they are where that differs:
 * "29 engagements · 40 records" (the counting rules: held, and no container).
 *
 * Returns: (transfer full): the text
 */
char *liaison_list_head_write (LiaisonLazyList  *list,
                               char            **rule);

/**
 * liaison_list_head_write_group:
 * @row: the head of a group
 *
 * Returns: (transfer full): what the group is called, and its figures as over a list: "Ukraine · 29 engagements · 40 records"
 */
char *liaison_list_head_write_group (LiaisonRow *row);

G_END_DECLS
