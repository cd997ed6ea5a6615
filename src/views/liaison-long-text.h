/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_LONG_TEXT (liaison_long_text_get_type ())

/**
 * LiaisonLongText:
 *
 * A text that is read, however long it is.  A #GtkTextView of GTK 4.8 measures what is new or drawn in another style where it is idle, and at
 * the latest where it paints; there it also scrolls to where the caret has gone meanwhile.  A scroll bar that has to be painted, too, then
 * moves when there is no time any more to give it its place, of which GTK warns.  This one keeps its picture until it has been measured.
 */
G_DECLARE_FINAL_TYPE (LiaisonLongText, liaison_long_text, LIAISON, LONG_TEXT, GtkTextView)

G_END_DECLS
