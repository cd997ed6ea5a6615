/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * liaison_cli_show_text:
 *
 * Writes a record for people: an engagement, a contact or an organisation with its surroundings, another one by its fields.
 */
gboolean liaison_cli_show_text (LiaisonDb *db, const LiaisonRecord *record, GError **error);

G_END_DECLS
