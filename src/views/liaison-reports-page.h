/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_REPORTS_PAGE (liaison_reports_page_get_type ())

/**
 * LiaisonReportsPage:
 *
 * The place "Reports": fact sheets that are composed beside their preview, checked, exported and published.
 *
 * Properties: store (nullable); narrow, where there is room for the fields or the preview only.
 * Signal "told" (message): something is done, to be said in passing.
 */
G_DECLARE_FINAL_TYPE (LiaisonReportsPage, liaison_reports_page, LIAISON, REPORTS_PAGE, GtkWidget)

/**
 * liaison_reports_page_set_store:
 * @store: (nullable): whose reports are shown
 */
void liaison_reports_page_set_store (LiaisonReportsPage *self, LiaisonStore *store);

/**
 * liaison_reports_page_resume:
 * @draft: of a report of the store that is shown
 *
 * Goes on with what was not saved when the program ended.
 */
void liaison_reports_page_resume    (LiaisonReportsPage *self, LiaisonDraft *draft);

G_END_DECLS
