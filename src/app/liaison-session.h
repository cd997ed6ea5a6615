/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-history.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What was shown of each store when it was closed, kept with the settings of the program: the store itself does not know of it. */

/**
 * liaison_session_save:
 * @settings: (nullable): the settings
 * @path: the store's path
 * @location: what is shown
 * @chart: the token of the kind of chart that is chosen
 *
 * Keeps the session of a store; those of stores that are no longer among the recent ones are forgotten.
 */
void             liaison_session_save        (GSettings             *settings,
                                              const char            *path,
                                              const LiaisonLocation *location,
                                              const char            *chart);

/**
 * liaison_session_dup_location:
 * @settings: (nullable): the settings
 * @path: the store's path
 *
 * Returns: (transfer full) (nullable): what to show first, by the preference of the person; its place is not checked, and %NULL where nothing is
 *   kept or cannot be understood
 */
LiaisonLocation *liaison_session_dup_location (GSettings  *settings,
                                               const char *path);

/**
 * liaison_session_dup_chart:
 *
 * Returns: (transfer full) (nullable): the token of the kind of chart, which is not checked
 */
char            *liaison_session_dup_chart    (GSettings  *settings,
                                               const char *path);

G_END_DECLS
