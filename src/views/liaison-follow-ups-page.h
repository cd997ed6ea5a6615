/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FOLLOW_UPS_PAGE (liaison_follow_ups_page_get_type ())

/**
 * LiaisonFollowUpsPage:
 *
 * The place "Follow-ups": what was promised at any engagement, what is overdue first, to be ticked there; and what is done.
 *
 * Properties:
 *   store      (nullable): its store, which it follows
 *   n-overdue  how many are overdue, notified; also while the page is not shown
 *
 * Signal "opened" (uuid): the engagement that a follow-up comes from is to be shown.
 * Signal "told" (message): something was done that can be undone.
 * Signal "failed" (message): something could not be done.
 */
G_DECLARE_FINAL_TYPE (LiaisonFollowUpsPage, liaison_follow_ups_page, LIAISON, FOLLOW_UPS_PAGE, GtkWidget)

G_END_DECLS
