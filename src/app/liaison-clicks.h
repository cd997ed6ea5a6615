/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * liaison_clicks_keep:
 *
 * Sees to it, in all windows that there are and will be, that a click counts though what is under the pointer is laid out meanwhile.
 *
 * Where the layout has changed, GTK sends a motion of its own at the begin of the next frame (gdk_surface_request_motion() in its source). On
 * X11 that tells of the buttons as the display server knows them by then. Where the button has been let go already and the program has yet to
 * hear of it, the motion says that none is pressed, from which GtkGestureSingle takes it that what was pressed is over, and the click is lost.
 */
void liaison_clicks_keep (void);

G_END_DECLS
