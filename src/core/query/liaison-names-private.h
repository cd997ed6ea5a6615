/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-kind.h"

G_BEGIN_DECLS

/**
 * liaison_names_find:
 * @kind: contact, organisation or topic
 * @text: a name, or a UUID
 * @parts: whether what is part of an organisation or topic that is found by its name belongs to it
 * @keys: (element-type gint64): where the keys of the records found are added
 *
 * Finds whom a person means by a name: those that are called exactly so, by their name or another one; else those with all its words; else
 * those with words that begin so.  So "EU" is the European Union and not Europe, and "Zel" is Zelenskyy.  Words are compared folded and by their
 * name keys (liaison-fold.h).  A UUID is that record, and without what is part of it: so that a query can be exact.
 *
 * Nobody found is no error.
 */
gboolean liaison_names_find (LiaisonDb *db, LiaisonKind kind, const char *text, gboolean parts, GArray *keys, GError **error);

/**
 * liaison_names_have_words:
 * @folded: a folded search text
 * @words: words from liaison_fold()
 *
 * Returns: whether each of the words, or its name key, begins a word of @folded
 */
gboolean liaison_names_have_words (const char *folded, const char *words);

G_END_DECLS
