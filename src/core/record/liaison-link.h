/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-edit.h"

G_BEGIN_DECLS

/*
 * Links to records, for notes and messages: "liaison:" and a UUID. A link says nothing of a record to who does not have the store.
 * Anybody may hand one to the program, so a link holds a UUID and nothing else.
 */

/**
 * liaison_link_new:
 * @uuid: of a record
 *
 * Returns: (transfer full): the link to it
 */
char          *liaison_link_new   (const char *uuid);

/**
 * liaison_link_parse:
 * @text: what is perhaps a link
 *
 * Returns: (transfer full) (nullable): the UUID, in lower case; %NULL where @text is no link. Desktops may put slashes before it.
 */
char          *liaison_link_parse (const char *text);

/**
 * liaison_link_load:
 * @uuid: of a record of any kind
 *
 * Loads the record on whose page the linked one is found: an engagement, a contact or an organisation; for a post its contact, for a
 * participation its engagement.
 *
 * Returns: (transfer full): the record; %NULL with %LIAISON_ERROR_NOT_FOUND where there is none, or none with a page
 */
LiaisonRecord *liaison_link_load  (LiaisonDb *db, const char *uuid, GError **error);

G_END_DECLS
