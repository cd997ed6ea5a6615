/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * random_store_fill:
 * @db: an empty store
 * @rand: where all chance comes from
 * @n_engagements: how many engagements
 *
 * Fills a small world in which everything collides: few people with several posts at a time, few names, bodies with offices and members that
 * come and go, a tree of topics, visits around engagements, every form, status, role, attendance and kind of date, and totals stated of some of it.
 */
void random_store_fill (LiaisonDb *db, GRand *rand, guint n_engagements);

G_END_DECLS
