/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plain-store.h"

G_BEGIN_DECLS

/**
 * count_property_check:
 * @text: a query
 *
 * Fails the test unless the counts of @text by every key, and by some pairs of keys, in every measure, are what plain loops find: the query of
 * each figure lists exactly what it counts, each counted engagement is under each of its values or under none, and the figures of
 * keys of which each engagement has one value add up to the total.
 */
void count_property_check (PlainStore *store, const char *text);

G_END_DECLS
