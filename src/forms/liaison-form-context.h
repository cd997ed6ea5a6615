/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"
#include "liaison-store.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FORM_CONTEXT (liaison_form_context_get_type ())

/**
 * LiaisonFormContext:
 *
 * What all controls of a form share: the store that suggestions come from, the draft that is edited, and the day that it is about.
 *
 * Properties:
 *   day          as yyyymmdd, the day whose titles and members are shown; 0 where none is known; notified
 *   own-country  (nullable): the code of the store's own country, which is never a counterpart
 *   home-zone    (nullable): the time zone that times are of where nothing else is said
 */
G_DECLARE_FINAL_TYPE (LiaisonFormContext, liaison_form_context, LIAISON, FORM_CONTEXT, GObject)

/**
 * liaison_form_context_new:
 * @draft: (nullable): %NULL where records are only chosen
 */
LiaisonFormContext *liaison_form_context_new             (LiaisonStore *store, LiaisonDraft *draft);

LiaisonStore       *liaison_form_context_get_store       (LiaisonFormContext *self);
LiaisonDraft       *liaison_form_context_get_draft       (LiaisonFormContext *self);
int                 liaison_form_context_get_day         (LiaisonFormContext *self);
void                liaison_form_context_set_day         (LiaisonFormContext *self, int day);
const char         *liaison_form_context_get_own_country (LiaisonFormContext *self);
void                liaison_form_context_set_own_country (LiaisonFormContext *self, const char *country);
const char         *liaison_form_context_get_home_zone   (LiaisonFormContext *self);
void                liaison_form_context_set_home_zone   (LiaisonFormContext *self, const char *zone);

G_END_DECLS
