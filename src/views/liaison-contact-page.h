/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-contact-detail.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CONTACT_PAGE (liaison_contact_page_get_type ())

/**
 * LiaisonContactPage:
 *
 * A contact as one reads it: posts, how often and when last somebody of the other side spoke with them, and the latest engagements.
 */
G_DECLARE_FINAL_TYPE (LiaisonContactPage, liaison_contact_page, LIAISON, CONTACT_PAGE, GtkWidget)

/**
 * liaison_contact_page_set_detail:
 * @detail: what to show; not kept
 * @store: the store that it is from; the list of engagements is read from it
 */
void liaison_contact_page_set_detail (LiaisonContactPage         *self,
                                      const LiaisonContactDetail *detail,
                                      LiaisonStore               *store);

G_END_DECLS
