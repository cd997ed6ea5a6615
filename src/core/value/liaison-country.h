/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Countries by their two-letter codes: ISO 3166-1 alpha-2, XK for Kosovo (user-assigned, as the
 * European Union and many others use it), and the codes that ISO 3166-3 has withdrawn and not
 * given to another country (SU, YU, DD…), for a record keeps the country of its day. The codes are
 * built in; names come from iso-codes, which may be absent. All of this may be called from every
 * thread, and everything that is returned for a valid code stays valid for good.
 */

/**
 * liaison_country_is_valid:
 * @code: (nullable): what is perhaps a code
 *
 * Returns: whether @code is one, current or former; two upper-case letters
 */
gboolean liaison_country_is_valid (const char *code);

/**
 * liaison_country_is_former:
 * @code: (nullable): what is perhaps a code
 *
 * Returns: whether @code is of a country that no longer exists or is coded otherwise now
 */
gboolean liaison_country_is_former (const char *code);

/**
 * liaison_country_get_name:
 * @code: (nullable): a code
 *
 * Gives the name in the language of the locale, the common one where there is one ("Moldova").
 *
 * Returns: (transfer none): the name; @code itself where no name is known; "" for %NULL
 */
const char *liaison_country_get_name (const char *code);

/**
 * liaison_country_get_english_names:
 * @code: (nullable): a code
 *
 * Gives what a country is called in English, whatever the locale, so that a store is searched by the
 * same words everywhere: the common name, that of the standard, and usual short ones.
 *
 * Returns: (transfer none): the names, a line each; the code itself where none is known; "" for
 *   %NULL
 */
const char *liaison_country_get_english_names (const char *code);

/**
 * liaison_country_list:
 *
 * Lists every valid code, former ones among them, sorted by name as the locale sorts.
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes
 */
const char * const *liaison_country_list (void);

/**
 * liaison_country_find:
 * @text: (nullable): a code in either case, or a whole name
 *
 * Finds the country that a person means: its alpha-2 or alpha-3 code, or its name, common or
 * official, in English or in the language of the locale, or a usual short one ("UK", "South
 * Korea", "Czech Republic"). Case, accents and punctuation do not matter; see liaison_fold().
 *
 * Returns: (transfer none) (nullable): the code, or %NULL where no country is called so
 */
const char *liaison_country_find (const char *text);

G_END_DECLS
