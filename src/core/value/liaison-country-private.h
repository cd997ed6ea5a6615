/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names of the countries, and the countries of the names, in the language of the locale. */
typedef struct _LiaisonCountryNames LiaisonCountryNames;

/* Reads the names from the first of the data folders (/usr/share) that has iso-codes; where none has,
 * only codes and the usual short names are known. */
LiaisonCountryNames *liaison_country_names_new (const char * const *data_folders);

void liaison_country_names_free (LiaisonCountryNames *self);

/* Gives the name of a code, or NULL where none is known. */
const char *liaison_country_names_get (LiaisonCountryNames *self,
                                       const char          *code);

/* Gives the English names of a code, a line each, or NULL where none is known. */
const char *liaison_country_names_get_english (LiaisonCountryNames *self,
                                               const char          *code);

/* Gives the code of a country that is called so, or NULL. */
const char *liaison_country_names_find (LiaisonCountryNames *self,
                                        const char          *text);

/* The codes, sorted; each lives as long as the program. */
const char *liaison_country_code_lookup (const char *code);
gboolean liaison_country_code_is_former (const char *code);
guint liaison_country_code_count (void);
const char *liaison_country_code_nth (guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCountryNames, liaison_country_names_free)

G_END_DECLS
