/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * LiaisonNameOrder:
 * @LIAISON_NAME_ORDER_GIVEN_FIRST: "Dmytro Kuleba"
 * @LIAISON_NAME_ORDER_FAMILY_FIRST: "Kuleba Dmytro"
 * @LIAISON_NAME_ORDER_BY_COUNTRY: the family name first in the countries where it is, of which the contact's is known
 */
typedef enum { LIAISON_NAME_ORDER_GIVEN_FIRST, LIAISON_NAME_ORDER_FAMILY_FIRST, LIAISON_NAME_ORDER_BY_COUNTRY } LiaisonNameOrder;

/**
 * liaison_contact_name_compose:
 * @contact: a contact
 *
 * Puts the shown name together from the parts: given, additional and family name, in that order or with the family name before them, and suffix.
 * The prefix stays out: a title before the name is of a time, the name is not.
 *
 * Returns: (transfer full): the name, "" where no part is there
 */
char *liaison_contact_name_compose      (const LiaisonRecord *contact, LiaisonNameOrder order);

/**
 * liaison_contact_name_compose_sort:
 * @contact: a contact
 *
 * Returns: (transfer full): "Austin, Lloyd J."; the shown name where the parts do not give one
 */
char *liaison_contact_name_compose_sort (const LiaisonRecord *contact);

/**
 * liaison_contact_name_split:
 * @name: a name as a person types it
 * @contact: what gets the parts
 *
 * Guesses the parts of a name.  In the order of most of Europe its last word is the family name, the first the given one, and what lies between is
 * additional; where the family name comes first, the given one follows it.  A single word is a family name.  "Rau, Zbigniew" says itself which is
 * which.
 */
void  liaison_contact_name_split        (const char *name, LiaisonNameOrder order, LiaisonRecord *contact);

/**
 * liaison_contact_name_get_short:
 * @contact: a contact
 *
 * Returns: (transfer none): the family name, or the shown name of somebody without one
 */
const char *liaison_contact_name_get_short (const LiaisonRecord *contact);

G_END_DECLS
