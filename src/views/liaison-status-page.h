/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_STATUS_PAGE (liaison_status_page_get_type ())

/**
 * LiaisonStatusPage:
 *
 * What stands where there is nothing to show: an icon, a sentence, perhaps a few words more, and one button.
 *
 * Properties: icon-name, title, description and button (all texts; "" for none), action-name (what the button runs, if anything).
 * Signal "clicked": the button was pressed.
 */
G_DECLARE_FINAL_TYPE (LiaisonStatusPage, liaison_status_page, LIAISON, STATUS_PAGE, GtkWidget)

G_END_DECLS
