/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FORM_IMAGE (liaison_form_image_get_type ())

/**
 * LiaisonFormImage:
 *
 * The icon of a form of engagement in a row of a list.  It looks like a #GtkImage of the usual size.  But that has its parents laid out anew
 * whenever it shows another icon, which in a #GtkColumnView is every cell of the column; this one is only drawn anew.
 */
G_DECLARE_FINAL_TYPE (LiaisonFormImage, liaison_form_image, LIAISON, FORM_IMAGE, GtkWidget)

GtkWidget *liaison_form_image_new  (void);

/* Shows the form of the engagement of @row, and nothing until it is loaded. */
void       liaison_form_image_show (LiaisonFormImage *self, LiaisonRow *row);

G_END_DECLS
