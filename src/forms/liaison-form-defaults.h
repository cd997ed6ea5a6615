/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-contact-name.h"

G_BEGIN_DECLS

/* What forms begin with. On the main thread only, as all forms. */

/**
 * liaison_form_defaults_set_sensitivity:
 * @sensitivity: of new engagements, contacts, organisations and stated totals, in forms that are opened from now on; public at first
 */
void             liaison_form_defaults_set_sensitivity (LiaisonSensitivity sensitivity);

/**
 * liaison_form_defaults_set_name_order:
 * @order: of the names of contacts that are put together from now on; given names first at first
 */
void             liaison_form_defaults_set_name_order  (LiaisonNameOrder order);
LiaisonNameOrder liaison_form_defaults_get_name_order  (void);

/**
 * liaison_form_defaults_new_record:
 * @kind: engagement, contact, organisation or stated total
 *
 * Returns: (transfer full): a new record with the sensitivity of new records
 */
LiaisonRecord   *liaison_form_defaults_new_record      (LiaisonKind kind);

G_END_DECLS
