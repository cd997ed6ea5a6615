/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-engagement-detail.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_ENGAGEMENT_PAGE (liaison_engagement_page_get_type ())

/**
 * LiaisonEngagementPage:
 *
 * An engagement as one reads it: when, in what form and where; who took part on both sides, under the title of that day; what it was
 * about; and where that is known from.
 */
G_DECLARE_FINAL_TYPE (LiaisonEngagementPage, liaison_engagement_page, LIAISON, ENGAGEMENT_PAGE, GtkWidget)

/**
 * liaison_engagement_page_set_detail:
 * @detail: what to show; not kept
 */
void  liaison_engagement_page_set_detail (LiaisonEngagementPage         *self,
                                          const LiaisonEngagementDetail *detail);

/**
 * liaison_engagement_page_dup_phrase:
 *
 * Returns: (transfer full): what the engagement is called within a sentence: "call with Kuleba"
 */
char *liaison_engagement_page_dup_phrase (const LiaisonEngagementDetail *detail);

G_END_DECLS
