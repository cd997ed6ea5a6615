/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_APPEARANCE (liaison_appearance_get_type ())

/**
 * LiaisonAppearance:
 *
 * Follows the desktop's preference for light or dark, as the settings portal tells it
 * (org.freedesktop.portal.Settings, key color-scheme of org.freedesktop.appearance), as long as it lives. Where there is no portal
 * GTK's own setting stands.
 */
G_DECLARE_FINAL_TYPE (LiaisonAppearance, liaison_appearance, LIAISON, APPEARANCE, GObject)

/**
 * liaison_appearance_new:
 * @connection: (nullable): the session bus; without one nothing is followed
 */
LiaisonAppearance *liaison_appearance_new (GDBusConnection *connection);

G_END_DECLS
