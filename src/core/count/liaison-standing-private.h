/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-tokens.h"

G_BEGIN_DECLS

/*
 * The post that a contact is shown with, as expressions of SQL; @contact and @day are expressions, the day as yyyymmdd.  For many at once
 * liaison_derive_contact_get_post() has the same rule.
 */

/* What decides among the posts that a contact holds on a day: the primary one, the highest level, the latest. */
#define LIAISON_SQL_POST_OF_DAY(contact, day) \
  "(SELECT o.id FROM post AS o WHERE o.contact = " contact " AND o.x_first_day <= " day " AND o.x_last_day >= " day \
  "  ORDER BY o.\"primary\" DESC, o.level = 0, o.level, o.x_first_day DESC, o.uuid LIMIT 1)"

/* Where no day is known, the post held last. */
#define LIAISON_SQL_LATEST_POST(contact) \
  "(SELECT o.id FROM post AS o WHERE o.contact = " contact \
  "  ORDER BY o.x_first_day DESC, o.\"primary\" DESC, o.level = 0, o.level, o.uuid LIMIT 1)"

#define LIAISON_SQL_IS_INTERNATIONAL(table) table ".kind IN (4, 5)"

G_STATIC_ASSERT (LIAISON_ORGANISATION_INTERNATIONAL == 4 && LIAISON_ORGANISATION_GROUPING == 5);

G_END_DECLS
