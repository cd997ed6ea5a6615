/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-person.h"

G_BEGIN_DECLS

/**
 * LiaisonCast:
 *
 * Who was named in a report so far: at first with the title and the whole name, then with the family name alone, unless somebody else has it too.
 */
typedef struct _LiaisonCast LiaisonCast;

LiaisonCast *liaison_cast_new      (void);
void         liaison_cast_free     (LiaisonCast *cast);

/**
 * liaison_cast_name:
 * @person: somebody, as of the day that is told of
 *
 * Returns: (transfer full): "Minister for Foreign Affairs of Ukraine Dmytro Kuleba" at first, later "Kuleba"; "then-Federal Chancellor of Germany
 *   Angela Merkel" where the title is another one by now; the country or organisation of somebody who is not named
 */
char        *liaison_cast_name     (LiaisonCast *cast, const LiaisonPerson *person);

/**
 * liaison_list_join:
 * @items: ended by %NULL
 *
 * Returns: (transfer full): "Kuleba", "Kuleba and Rau", "Kuleba, Rau and Linde"
 */
char        *liaison_list_join      (const char * const *items);

/* The same of as many as one likes to read; a longer list ends in "and others". */
char        *liaison_list_join_some (const char * const *items);

/**
 * liaison_list_places:
 * @place: where a visit went: "Riga, Stockholm"
 *
 * Returns: (transfer full): the places as a sentence lists them: "Riga and Stockholm"; what is part of the name of one, as in "Washington, DC",
 *   stays with it, and so does the country at the end of "Rome, Italy"
 */
char        *liaison_list_places    (const char *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCast, liaison_cast_free)

G_END_DECLS
