/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LiaisonLocation:
 * @place: the place of the sidebar: "engagements", "contacts", "organisations", "overview", "charts", "reports", "follow-ups"
 * @query: the text of the search
 * @kind: the name of the kind of the record in the detail pane, "" where there is none
 * @uuid: its UUID, "" where there is none
 * @listed: the record's key if it was chosen in the list, so that choosing the next one there takes its stead; else 0
 *
 * What the window shows: where Back leads to.
 */
typedef struct
{
  char  *place;
  char  *query;
  char  *kind;
  char  *uuid;
  gint32 listed;
} LiaisonLocation;

/**
 * liaison_location_new:
 * @query: (nullable): as in #LiaisonLocation; %NULL is ""
 * @kind: (nullable): likewise
 * @uuid: (nullable): likewise
 *
 * Returns: (transfer full): a location
 */
LiaisonLocation *liaison_location_new   (const char            *place,
                                         const char            *query,
                                         const char            *kind,
                                         const char            *uuid,
                                         gint32                 listed);
LiaisonLocation *liaison_location_copy  (const LiaisonLocation *location);
void             liaison_location_free  (LiaisonLocation       *location);

/**
 * liaison_location_equal:
 *
 * Returns: whether both show the same: how the record was chosen does not matter
 */
gboolean         liaison_location_equal (const LiaisonLocation *a,
                                         const LiaisonLocation *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonLocation, liaison_location_free)

#define LIAISON_TYPE_HISTORY (liaison_history_get_type ())

/**
 * LiaisonHistory:
 *
 * The locations that a window has shown, with the present one among them, as a browser keeps its pages.
 *
 * Properties, both notified: can-go-back, can-go-forward.
 */
G_DECLARE_FINAL_TYPE (LiaisonHistory, liaison_history, LIAISON, HISTORY, GObject)

LiaisonHistory        *liaison_history_new        (void);

/**
 * liaison_history_push:
 *
 * Goes on to @location; what lay ahead is forgotten. The present location pushed again changes nothing.
 */
void                   liaison_history_push       (LiaisonHistory        *self,
                                                   const LiaisonLocation *location);

/**
 * liaison_history_replace:
 *
 * Puts @location in the stead of the present one, as when a search is typed on; what lay ahead stays.
 */
void                   liaison_history_replace    (LiaisonHistory        *self,
                                                   const LiaisonLocation *location);

/**
 * liaison_history_get_current:
 *
 * Returns: (transfer none) (nullable): the present location, %NULL before the first
 */
const LiaisonLocation *liaison_history_get_current (LiaisonHistory *self);

/**
 * liaison_history_go_back:
 *
 * Returns: (transfer none) (nullable): the location before, which is the present one now; %NULL where there is none
 */
const LiaisonLocation *liaison_history_go_back     (LiaisonHistory *self);

/**
 * liaison_history_go_forward:
 *
 * Returns: (transfer none) (nullable): the location after, which is the present one now; %NULL where there is none
 */
const LiaisonLocation *liaison_history_go_forward  (LiaisonHistory *self);

/* Forgets everything, as when another store is opened. */
void                   liaison_history_clear       (LiaisonHistory *self);

gboolean               liaison_history_can_go_back    (LiaisonHistory *self);
gboolean               liaison_history_can_go_forward (LiaisonHistory *self);

G_END_DECLS
