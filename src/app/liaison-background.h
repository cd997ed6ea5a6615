/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LiaisonBackgroundState:
 * @LIAISON_BACKGROUND_UNASKED: nobody wants it
 * @LIAISON_BACKGROUND_ASKING: the desktop was asked, and has not answered
 * @LIAISON_BACKGROUND_ALLOWED: the desktop starts the program when the person logs in
 * @LIAISON_BACKGROUND_REFUSED: it does not
 * @LIAISON_BACKGROUND_ABSENT: there is nobody to ask
 */
typedef enum
{
  LIAISON_BACKGROUND_UNASKED,
  LIAISON_BACKGROUND_ASKING,
  LIAISON_BACKGROUND_ALLOWED,
  LIAISON_BACKGROUND_REFUSED,
  LIAISON_BACKGROUND_ABSENT,
} LiaisonBackgroundState;

#define LIAISON_TYPE_BACKGROUND (liaison_background_get_type ())

/**
 * LiaisonBackground:
 *
 * Asks the desktop, through the portal org.freedesktop.portal.Background, to let the program run without a window, as soon as the person turns
 * reminders on, and tells it when they turn them off; never else. What it answered is kept in the settings.
 *
 * Properties:
 *   state   a #LiaisonBackgroundState, notified
 */
G_DECLARE_FINAL_TYPE (LiaisonBackground, liaison_background, LIAISON, BACKGROUND, GObject)

/**
 * liaison_background_new:
 * @connection: (nullable): the session's bus
 */
LiaisonBackground      *liaison_background_new       (GDBusConnection *connection, GSettings *settings);

LiaisonBackgroundState  liaison_background_get_state (LiaisonBackground *self);

G_END_DECLS
