/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record.h"
#include "liaison-sql-private.h"

G_BEGIN_DECLS

/**
 * LiaisonDeriveLoad:
 *
 * Derives columns of rows that are about to be inserted, so that most of them need not be written again: those that follow from the record
 * itself for certain, those of a participation from what has come in before it.  Whatever comes later is looked at when everything is
 * derived (liaison_derive_after_load()).
 */
typedef struct _LiaisonDeriveLoad LiaisonDeriveLoad;

LiaisonDeriveLoad *liaison_derive_load_new  (LiaisonDb *db, GError **error);
void               liaison_derive_load_free (LiaisonDeriveLoad *load);

/**
 * liaison_derive_get_own_columns:
 * @columns: (out): the columns that follow from a record of the kind itself
 * @values: (out): SQL expressions of their values, over the names of fields in braces
 *
 * Returns: whether there are any
 */
gboolean           liaison_derive_get_own_columns (LiaisonKind kind, const char **columns, const char **values);

/* How many columns are bound for a participation: LIAISON_DERIVED_COLUMNS. */
#define LIAISON_DERIVE_LOAD_N_BOUND 7

/**
 * liaison_derive_load_bind:
 * @first: the parameter of the first column
 * @links: the keys of the links of @record, a participation, field after field
 *
 * The store must have what has come in before.
 */
gboolean           liaison_derive_load_bind (LiaisonDeriveLoad    *load,
                                             LiaisonSql           *sql,
                                             int                   first,
                                             const LiaisonRecord  *record,
                                             const gint64         *links,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDeriveLoad, liaison_derive_load_free)

G_END_DECLS
