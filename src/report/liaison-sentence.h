/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-document.h"

G_BEGIN_DECLS

/**
 * LiaisonSlot:
 * @key: what stands in braces in the sentence
 * @text: what takes its place
 * @figure: (nullable): the figure, where the text is a number
 * @runs: (nullable): a block whose runs take its place instead
 *
 * A place in a sentence.
 */
typedef struct
{
  const char         *key;
  const char         *text;
  LiaisonFigure      *figure;
  const LiaisonBlock *runs;
} LiaisonSlot;

/**
 * liaison_sentence_fill:
 * @block: where the sentence is added
 * @sentence: with places such as {who}; a translator puts them where they belong, and behind a bar in that of a number what
 *   liaison_number_inflect() is told: "{1|une} séance"
 * @slots: ended by a slot without a key
 *
 * Adds a sentence.  Only what stands in @sentence is looked through for places, never what takes them.
 */
void          liaison_sentence_fill   (LiaisonBlock *block, const char *sentence, const LiaisonSlot *slots);

/**
 * liaison_sentence_join:
 * @items: (element-type LiaisonBlock): blocks
 *
 * Returns: (transfer full): their runs as a list: "A, B and C"
 */
LiaisonBlock *liaison_sentence_join   (GPtrArray *items);

/**
 * liaison_sentence_append:
 *
 * Adds the runs of @from.
 */
void          liaison_sentence_append (LiaisonBlock *block, const LiaisonBlock *from);

G_END_DECLS
