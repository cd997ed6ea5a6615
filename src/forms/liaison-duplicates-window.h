/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-suggestion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_DUPLICATES_WINDOW (liaison_duplicates_window_get_type ())

/**
 * LiaisonDuplicatesWindow:
 *
 * Asks whether a contact, an engagement or an organisation that is about to be added is one of those on record.
 */
G_DECLARE_FINAL_TYPE (LiaisonDuplicatesWindow, liaison_duplicates_window, LIAISON, DUPLICATES_WINDOW, GtkWindow)

/**
 * LiaisonDuplicatesAnswer:
 * @LIAISON_DUPLICATES_STAY: back to the form
 * @LIAISON_DUPLICATES_OTHER: it is another person, or another occasion, than all of these
 * @LIAISON_DUPLICATES_OPEN: it is that one, and what the form holds is not needed
 * @LIAISON_DUPLICATES_MERGE: it is that one, and what the form holds shall be added to it
 */
typedef enum {
  LIAISON_DUPLICATES_STAY,
  LIAISON_DUPLICATES_OTHER,
  LIAISON_DUPLICATES_OPEN,
  LIAISON_DUPLICATES_MERGE,
} LiaisonDuplicatesAnswer;

/**
 * liaison_duplicates_window_run_async:
 * @kind: contacts, engagements or organisations; only what is entered of a contact can be added to one on record
 * @duplicates: (element-type LiaisonSuggestion): those on record
 */
void                    liaison_duplicates_window_run_async  (GtkWindow           *parent,
                                                              LiaisonKind          kind,
                                                              GPtrArray           *duplicates,
                                                              GAsyncReadyCallback  callback,
                                                              gpointer             user_data);

/**
 * liaison_duplicates_window_run_finish:
 * @uuid: (out): the record that it is, for open and merge
 */
LiaisonDuplicatesAnswer liaison_duplicates_window_run_finish (GAsyncResult *result, char **uuid);

G_END_DECLS
