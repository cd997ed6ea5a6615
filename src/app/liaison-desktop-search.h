/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-kind.h"

G_BEGIN_DECLS

/**
 * LiaisonDesktopResult:
 * @uuid: of a contact or an engagement
 * @icon: the name of an icon
 *
 * What the search of the desktop shows of a record.
 */
typedef struct
{
  LiaisonKind  kind;
  char        *uuid;
  char        *name;
  char        *detail;
  const char  *icon;
} LiaisonDesktopResult;

void       liaison_desktop_result_free (LiaisonDesktopResult *result);

/**
 * liaison_desktop_search:
 * @text: what a person typed into the search of the desktop
 *
 * Finds what they may mean: contacts, and behind them engagements, the newest first; a few of each. What is confidential is left out:
 * others may look on.
 *
 * Returns: (transfer full) (element-type LiaisonDesktopResult): the results; %NULL with an error
 */
GPtrArray *liaison_desktop_search      (LiaisonDb *db, const char *text, GError **error);

G_END_DECLS
