/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * liaison_phrase_engagement:
 * @form: a form of engagement, or 0
 * @names: (nullable): whom it was with, ended by %NULL: family names, countries, a format
 *
 * Says what an engagement is as it stands within a sentence: "call with Kuleba", "meeting with Borrell, Stoltenberg and 3 others".
 * Actions are named by it ("Add call with Kuleba").
 *
 * Returns: (transfer full): the phrase
 */
char *liaison_phrase_engagement (LiaisonForm form, const char * const *names);

/**
 * liaison_phrase_total:
 * @text: the wording of a stated total, "" where it has none yet
 *
 * Returns: (transfer full): what it is called within a sentence, with the beginning of the wording
 */
char *liaison_phrase_total      (const char *text);

/**
 * liaison_phrase_title:
 * @phrase: a phrase
 *
 * Returns: (transfer full): the phrase as a title, its first letter a capital: "Call with Kuleba"
 */
char *liaison_phrase_title      (const char *phrase);

/**
 * liaison_phrase_names:
 * @names: ended by %NULL
 *
 * Returns: (transfer full): "Kuleba", "Kuleba and Rau", "Kuleba, Rau and Linde", "Kuleba, Rau and 3 others"
 */
char *liaison_phrase_names      (const char * const *names);

G_END_DECLS
