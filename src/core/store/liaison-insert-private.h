/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-kind.h"

G_BEGIN_DECLS

/* The statement that puts rows of a kind in with their derived columns, several at once. */

/**
 * liaison_insert_new:
 *
 * Of each row the first parameter is its key; from the second on they are those of liaison_record_bind(), then, of participations, those of
 * liaison_derive_load_bind().
 *
 * Returns: (transfer full): the text of the statement
 */
char *liaison_insert_new               (LiaisonKind kind, guint n_rows);

/* How many parameters a row has. */
int   liaison_insert_get_stride        (LiaisonKind kind);

/* Which of them, from 0, is the first that is derived. */
int   liaison_insert_get_first_derived (LiaisonKind kind);

G_END_DECLS
