/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_COMPARE_BAR (liaison_compare_bar_get_type ())

/**
 * LiaisonCompareBar:
 *
 * Where one says what the charts are compared with: a button, and once it is pressed, an entry for a second query beside it.
 *
 * Property query (nullable): the second query; %NULL where nothing is compared.
 */
G_DECLARE_FINAL_TYPE (LiaisonCompareBar, liaison_compare_bar, LIAISON, COMPARE_BAR, GtkWidget)

/* The store whose names are suggested; may be %NULL. */
void          liaison_compare_bar_set_store (LiaisonCompareBar *self, LiaisonStore *store);
void          liaison_compare_bar_set_query (LiaisonCompareBar *self, LiaisonQuery *query);
LiaisonQuery *liaison_compare_bar_get_query (LiaisonCompareBar *self);

G_END_DECLS
