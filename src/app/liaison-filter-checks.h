/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FILTER_CHECKS (liaison_filter_checks_get_type ())

/**
 * LiaisonFilterChecks:
 *
 * The tokens of a key of the query language as buttons to be switched on: any of those that are on will do.
 *
 * Properties, of which all are for construction: key; among (nullable): only these tokens; title.
 * Signal "set" (key, among, values): the person wants these values in the stead of those that the query has.
 */
G_DECLARE_FINAL_TYPE (LiaisonFilterChecks, liaison_filter_checks, LIAISON, FILTER_CHECKS, GtkWidget)

/* Shows what the query has of the key. */
void liaison_filter_checks_show_query (LiaisonFilterChecks *self, LiaisonQuery *query);

G_END_DECLS
