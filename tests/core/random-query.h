/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * random_query_new:
 * @most: at most how many terms
 *
 * Returns: (transfer full): a query without mistakes that asks of what random_store_fill() makes, with every key of the language
 */
char *random_query_new (GRand *rand, int most);

G_END_DECLS
