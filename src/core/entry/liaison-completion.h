/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a completion is: it decides the icon. */
typedef enum {
  LIAISON_COMPLETION_KEY,
  LIAISON_COMPLETION_VALUE,
  LIAISON_COMPLETION_CONTACT,
  LIAISON_COMPLETION_ORGANISATION,
  LIAISON_COMPLETION_TOPIC,
  LIAISON_COMPLETION_COUNTRY,
  LIAISON_COMPLETION_SAVED,
  LIAISON_COMPLETION_RECENT,
} LiaisonCompletionType;

#define LIAISON_TYPE_COMPLETION (liaison_completion_get_type ())

/**
 * LiaisonCompletion:
 *
 * A way to go on with a query that is being typed.
 *
 * Properties:
 *   label   what it adds, for people: "with: Dmytro Kuleba"
 *   detail  what tells it from others, "" where nothing has to
 *   count   how many records the query would find with it, as a text; "" while that is not known.  The only one that changes.
 */
G_DECLARE_FINAL_TYPE (LiaisonCompletion, liaison_completion, LIAISON, COMPLETION, GObject)

/**
 * liaison_completion_new:
 * @text: (transfer full): the whole text of the query with it
 * @cursor: where in @text one goes on typing, in bytes
 * @label: (transfer full): as the property
 * @detail: (nullable): likewise
 */
LiaisonCompletion *liaison_completion_new (LiaisonCompletionType type, char *text, gsize cursor, char *label, const char *detail);

LiaisonCompletionType liaison_completion_get_kind (LiaisonCompletion *self);
const char *liaison_completion_get_text   (LiaisonCompletion *self);
gsize       liaison_completion_get_cursor (LiaisonCompletion *self);
const char *liaison_completion_get_label  (LiaisonCompletion *self);
const char *liaison_completion_get_detail (LiaisonCompletion *self);
const char *liaison_completion_get_count  (LiaisonCompletion *self);

/* Of the main thread only, as all listeners are there. */
void        liaison_completion_set_count  (LiaisonCompletion *self, int count);

G_END_DECLS
