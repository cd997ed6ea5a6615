/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_TOTALS_PAGE (liaison_totals_page_get_type ())

/**
 * LiaisonTotalsPage:
 *
 * The stated totals of a store, each with what it adds to the figures.  One is selected, which the actions of the window are about.
 *
 * Properties: store (nullable)
 *
 * Signals:
 *   "selected": another one is, or none
 *   "opened": the person wants to see all of the selected one
 */
G_DECLARE_FINAL_TYPE (LiaisonTotalsPage, liaison_totals_page, LIAISON, TOTALS_PAGE, GtkWidget)

/**
 * liaison_totals_page_select:
 * @uuid: a stated total; "" for none in particular
 *
 * Selects it, now or as soon as it is listed.
 */
void        liaison_totals_page_select     (LiaisonTotalsPage *self, const char *uuid);

/* The UUID of the selected one, %NULL where none is. */
const char *liaison_totals_page_get_uuid   (LiaisonTotalsPage *self);

/* What it is called within a sentence, %NULL where none is selected. */
const char *liaison_totals_page_get_phrase (LiaisonTotalsPage *self);

G_END_DECLS
