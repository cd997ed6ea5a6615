/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-participant-list.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_SEATS_OFFER (liaison_seats_offer_get_type ())

/**
 * LiaisonSeatsOffer:
 *
 * Offers to seat the members of a format that take no part yet, as they were on the day of the form.  It is hidden while there is nothing
 * to offer.
 */
G_DECLARE_FINAL_TYPE (LiaisonSeatsOffer, liaison_seats_offer, LIAISON, SEATS_OFFER, GtkWidget)

/**
 * liaison_seats_offer_bind:
 * @list: where the members are seated
 */
void liaison_seats_offer_bind       (LiaisonSeatsOffer *self, LiaisonFormContext *context, LiaisonParticipantList *list);

/**
 * liaison_seats_offer_set_format:
 * @format: (nullable): the UUID of a grouping; "" and %NULL for none
 */
void liaison_seats_offer_set_format (LiaisonSeatsOffer *self, const char *format);

/* Looks again who takes part already. */
void liaison_seats_offer_update     (LiaisonSeatsOffer *self);

G_END_DECLS
