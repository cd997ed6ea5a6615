/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-background.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PREFERENCES_WINDOW (liaison_preferences_window_get_type ())

/**
 * LiaisonPreferencesWindow:
 *
 * What a person prefers, bound to the settings: what is chosen holds at once, and what is changed elsewhere shows here.
 */
G_DECLARE_FINAL_TYPE (LiaisonPreferencesWindow, liaison_preferences_window, LIAISON, PREFERENCES_WINDOW, GtkWindow)

/**
 * liaison_preferences_window_new:
 * @parent: (nullable): the window that it belongs to
 * @background: what the desktop has answered for reminders
 */
GtkWindow *liaison_preferences_window_new (GtkWindow *parent, GSettings *settings, LiaisonBackground *background);

G_END_DECLS
