/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_ERROR_PAGE (liaison_error_page_get_type ())

/**
 * LiaisonErrorPage:
 *
 * What a window shows when a store could not be opened or made: what happened, where, and what to do about it.
 *
 * Signal "try-again": the button was pressed.
 */
G_DECLARE_FINAL_TYPE (LiaisonErrorPage, liaison_error_page, LIAISON, ERROR_PAGE, GtkWidget)

/**
 * liaison_error_page_set_error:
 * @error: what happened
 * @path: where: the path of the store, which can be selected and copied
 */
void liaison_error_page_set_error (LiaisonErrorPage *self,
                                   const GError     *error,
                                   const char       *path);

G_END_DECLS
