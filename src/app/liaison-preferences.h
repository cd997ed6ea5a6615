/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * liaison_preferences_follow:
 * @settings: (nullable): the settings
 *
 * Lets the libraries below do as the person prefers, now and after each change: how dates and numbers are written, on which day weeks begin,
 * what forms begin with, which copies are kept. Whoever shows what has been written connects to a change later than this, and so hears of it
 * when it is in force.
 */
void liaison_preferences_follow (GSettings *settings);

G_END_DECLS
