/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-organisation-detail.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_ORGANISATION_PAGE (liaison_organisation_page_get_type ())

/**
 * LiaisonOrganisationPage:
 *
 * An organisation as one reads it: its people, its members with the dates of their membership, and the latest engagements.
 */
G_DECLARE_FINAL_TYPE (LiaisonOrganisationPage, liaison_organisation_page, LIAISON, ORGANISATION_PAGE, GtkWidget)

/**
 * liaison_organisation_page_set_detail:
 * @detail: what to show; not kept
 * @store: the store that it is from; the list of engagements is read from it
 */
void liaison_organisation_page_set_detail (LiaisonOrganisationPage         *self,
                                           const LiaisonOrganisationDetail *detail,
                                           LiaisonStore                    *store);

G_END_DECLS
