/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_TOAST (liaison_toast_get_type ())

/**
 * LiaisonToast:
 *
 * A note over the foot of a window that says what was done, with a button that takes it back, and goes by itself. It lies in a
 * GtkOverlay. It stays while the pointer is on it or the focus in it.
 */
G_DECLARE_FINAL_TYPE (LiaisonToast, liaison_toast, LIAISON, TOAST, GtkWidget)

/**
 * liaison_toast_show:
 * @message: what was done, in one sentence without a full stop
 * @button: (nullable): what the button says, %NULL for none
 * @action: (nullable): the detailed name of the action that the button runs, with its target
 *
 * Shows a note in the stead of the one that may still be there, and announces it.
 */
void liaison_toast_show    (LiaisonToast *self,
                            const char   *message,
                            const char   *button,
                            const char   *action);

/* Takes the note away, if there is one. */
void liaison_toast_dismiss (LiaisonToast *self);

G_END_DECLS
