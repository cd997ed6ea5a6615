/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_APPEARANCE (liaison_appearance_get_type ())

/**
 * LiaisonAppearance:
 *
 * Follows how the desktop wants things to look, as the settings portal tells it, as long as it lives: light or dark, high contrast,
 * reduced motion (org.freedesktop.portal.Settings, keys color-scheme, contrast and reduced-motion of org.freedesktop.appearance). Where
 * there is no portal GTK's own settings stand.
 */
G_DECLARE_FINAL_TYPE (LiaisonAppearance, liaison_appearance, LIAISON, APPEARANCE, GObject)

/**
 * liaison_appearance_new:
 * @connection: (nullable): the session bus; without one nothing is followed
 */
LiaisonAppearance *liaison_appearance_new (GDBusConnection *connection);

G_END_DECLS
