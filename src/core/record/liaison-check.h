/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * LiaisonCheckFunc:
 * @finding: one sentence for people, which names the record that it is about
 */
typedef void (*LiaisonCheckFunc) (const char *finding, gpointer user_data);

/**
 * liaison_check:
 * @found: is told each finding
 * @user_data: for @found and @progress
 * @progress: (nullable): told of the parts of the check that are done
 *
 * Checks the integrity of a store: the file itself, that every link leads somewhere, that nothing is a part of itself, that every record may
 * be stored as it is (liaison-validate.h), that what is derived follows from the records, and the search index.  The store is not changed,
 * and may be open for reading only; the search index is checked in a temporary copy.  Of each part a hundred findings are told, of further
 * ones how many there are.
 *
 * Returns: %FALSE with an error where the check could not be carried out; a store with findings is none
 */
gboolean liaison_check (LiaisonDb         *db,
                        LiaisonCheckFunc   found,
                        gpointer           user_data,
                        GCancellable      *cancellable,
                        LiaisonProgress    progress,
                        GError           **error);

G_END_DECLS
