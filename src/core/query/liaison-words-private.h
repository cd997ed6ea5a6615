/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-bits-private.h"

G_BEGIN_DECLS

/*
 * Searching the texts of engagements.  Words are found by prefix, folded, or by their name keys; contacts whose new name has not reached
 * all their engagements yet are searched themselves.
 */

/**
 * liaison_words_collect:
 * @text: a word as a person writes it; it may fold to several, which all must be there
 */
gboolean liaison_words_collect        (LiaisonDb *db, const char *text, LiaisonBits *bits, GError **error);

/**
 * liaison_words_collect_phrase:
 * @text: words that must stand one after the other, each of them whole
 */
gboolean liaison_words_collect_phrase (LiaisonDb *db, const char *text, LiaisonBits *bits, GError **error);

/**
 * liaison_words_collect_place:
 * @text: words that the place must have
 * @among: (nullable): the engagements that are asked for: of others nothing need be found
 */
gboolean liaison_words_collect_place  (LiaisonDb *db, const char *text, const LiaisonBits *among, LiaisonBits *bits, GError **error);

G_END_DECLS
