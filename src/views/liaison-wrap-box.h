/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_WRAP_BOX (liaison_wrap_box_get_type ())

/**
 * LiaisonWrapBox:
 *
 * Sets its children one after the other, each in its natural width, as the words of a text: a GtkFlowBox would stand them in columns.
 *
 * Properties: spacing (between children), line-spacing (between lines), both in application pixels.
 */
G_DECLARE_FINAL_TYPE (LiaisonWrapBox, liaison_wrap_box, LIAISON, WRAP_BOX, GtkWidget)

void liaison_wrap_box_append (LiaisonWrapBox *self,
                              GtkWidget      *child);

/* Takes everything out. */
void liaison_wrap_box_clear  (LiaisonWrapBox *self);

G_END_DECLS
