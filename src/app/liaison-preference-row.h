/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PREFERENCE_ROW (liaison_preference_row_get_type ())

/**
 * LiaisonPreferenceRow:
 *
 * A preference: what it is called, what it does, and the control for it, which a screen reader is told both of.
 *
 * Properties:
 *   title        what it is called
 *   description  (nullable): what it does, in a sentence
 *   control      the widget that shows and sets it
 */
G_DECLARE_FINAL_TYPE (LiaisonPreferenceRow, liaison_preference_row, LIAISON, PREFERENCE_ROW, GtkWidget)

G_END_DECLS
