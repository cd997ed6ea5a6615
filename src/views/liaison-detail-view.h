/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_DETAIL_VIEW (liaison_detail_view_get_type ())

/**
 * LiaisonDetailView:
 *
 * The pane beside a list: the page of one record, loaded off the main thread, and loaded again when the store changes; what stands there
 * while nothing is chosen, and when a record cannot be shown.
 *
 * Properties: store (nullable), phrase (nullable, notified): what the record that is shown is called within a
 * sentence ("call with Kuleba"), %NULL while none is.
 */
G_DECLARE_FINAL_TYPE (LiaisonDetailView, liaison_detail_view, LIAISON, DETAIL_VIEW, GtkWidget)

void        liaison_detail_view_set_store       (LiaisonDetailView *self,
                                                 LiaisonStore      *store);

/**
 * liaison_detail_view_show_record:
 * @kind: the name of a kind of record, "" for no record
 * @uuid: its UUID
 *
 * Shows a record.
 */
void        liaison_detail_view_show_record     (LiaisonDetailView *self,
                                                 const char        *kind,
                                                 const char        *uuid);

/**
 * liaison_detail_view_show_several:
 * @kind: the name of a kind of record
 * @n: how many are selected
 *
 * Says that several are selected, and what can be done with them.
 */
void        liaison_detail_view_show_several    (LiaisonDetailView *self,
                                                 const char        *kind,
                                                 guint              n);

/**
 * liaison_detail_view_set_placeholder:
 * @kind: (nullable): the name of the kind of record that is listed beside
 *
 * Says what can be chosen, while nothing is.
 */
void        liaison_detail_view_set_placeholder (LiaisonDetailView *self,
                                                 const char        *kind);

/**
 * liaison_detail_view_focus_page:
 *
 * Gives the focus to the page, now or as soon as it is loaded.
 */
void        liaison_detail_view_focus_page      (LiaisonDetailView *self);

/**
 * liaison_detail_view_is_turning:
 *
 * Returns: whether another record than the one that is shown is being loaded
 */
gboolean    liaison_detail_view_is_turning      (LiaisonDetailView *self);

/* The record that a person sees, which may not yet be the one asked for; %NULL while there is none. */
const char *liaison_detail_view_get_kind        (LiaisonDetailView *self);
const char *liaison_detail_view_get_uuid        (LiaisonDetailView *self);
const char *liaison_detail_view_get_phrase      (LiaisonDetailView *self);

G_END_DECLS
