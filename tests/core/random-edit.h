/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/* Actions as the window does them, on a few records that are there or not; and what a store holds, as text. */

/* How many ministries there are from the beginning. */
#define RANDOM_EDIT_ORGANISATIONS 3

typedef enum {
  RANDOM_EDIT_SAVE_CONTACT,
  RANDOM_EDIT_SAVE_ENGAGEMENT,
  RANDOM_EDIT_SAVE_POST,
  RANDOM_EDIT_SAVE_TOTAL,
  RANDOM_EDIT_REMOVE_ENGAGEMENT,
  RANDOM_EDIT_MERGE_CONTACTS,
  RANDOM_EDIT_MERGE_ORGANISATIONS,
  RANDOM_EDIT_EDIT_SEVERAL,
  RANDOM_EDIT_EDIT_FIELD,
  RANDOM_EDIT_RETURN,
  RANDOM_EDIT_RESTORE,
  RANDOM_EDIT_UNDO,
  RANDOM_EDIT_REDO,
  N_RANDOM_EDITS
} RandomEdit;

/**
 * random_edit_act:
 * @random: all that the action is made from: the same seed does the same to the same store
 * @action: (out): what it was
 *
 * Does one action, and ends the test where that fails and should not.
 *
 * Returns: whether it was done; what is refused leaves the store as it was
 */
gboolean  random_edit_act  (LiaisonDb *db, GRand *random, RandomEdit *action);

/* Returns: (transfer full): all that the store holds, without times, which are those of the clock */
char     *random_edit_dump (LiaisonDb *db);

G_END_DECLS
