/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SUGGESTION (liaison_suggestion_get_type ())

/**
 * LiaisonSuggestion:
 *
 * Something that a person may have meant by a part of a name: a record, or a country.  Immutable, so it may pass from thread to thread.
 *
 * Properties, never %NULL:
 *   uuid        of the record; "" for a country and for a text that is not on record yet
 *   country     the code of a country, or of the country that the record belongs to
 *   name        what it is called
 *   short-name  what it is called in a title: a contact's family name, otherwise the name
 *   detail      what tells it from others of that name: a title, a kind, a date
 */
G_DECLARE_FINAL_TYPE (LiaisonSuggestion, liaison_suggestion, LIAISON, SUGGESTION, GObject)

/**
 * liaison_suggestion_new:
 * @kind: the kind of the record; %LIAISON_N_KINDS for a country
 * @uuid: (nullable): its UUID
 * @country: (nullable): a code
 * @name: what it is called
 * @detail: (nullable): what tells it from others
 */
LiaisonSuggestion *liaison_suggestion_new            (LiaisonKind kind, const char *uuid, const char *country, const char *name, const char *detail);

/* As liaison_suggestion_new(), for a contact; @family is its family name, "" where it has none. */
LiaisonSuggestion *liaison_suggestion_new_contact    (const char *uuid, const char *country, const char *name, const char *family, const char *title);

LiaisonKind        liaison_suggestion_get_kind       (LiaisonSuggestion *self);
const char        *liaison_suggestion_get_uuid       (LiaisonSuggestion *self);
const char        *liaison_suggestion_get_country    (LiaisonSuggestion *self);
const char        *liaison_suggestion_get_name       (LiaisonSuggestion *self);
const char        *liaison_suggestion_get_short_name (LiaisonSuggestion *self);
const char        *liaison_suggestion_get_detail     (LiaisonSuggestion *self);

G_END_DECLS
