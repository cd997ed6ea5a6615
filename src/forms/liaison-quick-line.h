/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-form-context.h"
#include "liaison-quick-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_QUICK_LINE (liaison_quick_line_get_type ())

/**
 * LiaisonQuickLine:
 *
 * An entry for a whole engagement in one line (see liaison-quick-entry.h), and under it what was understood of each stretch.  What was
 * not understood is underlined, and told, too.  Tab completes a name that was begun, to what stands behind the key under the line.  It changes
 * no record and saves nothing.
 *
 * Signals:
 *   "edited": the person has changed the text; what it means is not known yet
 *   "understood" (LiaisonQuickEntry): what the line says now, empty where it is; owned by the line until the next one
 *   "done": Enter, once everything that was typed has been looked at
 */
G_DECLARE_FINAL_TYPE (LiaisonQuickLine, liaison_quick_line, LIAISON, QUICK_LINE, GtkWidget)

void        liaison_quick_line_bind     (LiaisonQuickLine *self, LiaisonFormContext *context);

/* Shows a text that was understood already, before it is bound. */
void        liaison_quick_line_set_text (LiaisonQuickLine *self, const char *text);

const char *liaison_quick_line_get_text (LiaisonQuickLine *self);

G_END_DECLS
