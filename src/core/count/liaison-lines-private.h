/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-slots-private.h"

G_BEGIN_DECLS

/**
 * LiaisonPlainValues:
 * @tokens: (nullable): by engagement, the value of a key that each has one of; the others are not there then
 * @codes: by profile, the code of what its participations have, 0 where that is told by their contact; %LIAISON_PLAIN_OTHERS of the other side
 * @of_contacts: whether the contact is the value
 * @words: by participation, whether it is looked at, or with all bits in @inverted, whether it is not
 * @n: values are below
 *
 * The values of a key as facts have them, where every participation has one, or every engagement.
 */
typedef struct
{
  const guint8  *tokens;
  guint32       *codes;
  gboolean       of_contacts;
  const guint64 *words;
  guint64        inverted;
  guint          n;
} LiaisonPlainValues;

#define LIAISON_PLAIN_OTHERS G_MAXUINT32

/* In liaison-count-facts.c.  Returns: whether the values are like that */
gboolean liaison_values_get_plain (LiaisonValues *values, LiaisonPlainValues *plain);

typedef struct _LiaisonLinesWay LiaisonLinesWay;

/* The places that one engagement has of each key, and of neither, which nobody reads. */
typedef struct
{
  guint32 *places[3];
  guint    n[2];
  guint    room;
} LiaisonLinesMet;

/**
 * LiaisonLines:
 * @by_counts: by value of the first key, how many engagements are under it; @and_counts of the second one
 * @table: (nullable): by both, where the second key is one of engagements, with %LIAISON_LINES_TOKENS places for each value of the first one
 *
 * How many engagements are in whole lines of very large tables, without what else a figure tells: of very many names, one has to know first who
 * has most.
 */
typedef struct
{
  const LiaisonCounted *counted;
  LiaisonValues        *by;
  LiaisonValues        *and_by;
  LiaisonPlainValues    by_plain;
  LiaisonPlainValues    and_plain;
  guint32              *by_counts;
  guint32              *and_counts;
  guint32              *table;
  guint32              *numbers;    /* by place, its row or column in @pairs counted from 1; NULL where these are not counted */
  LiaisonSlots          pairs;
  guint                 n_rows;     /* where there are most of them, pairs are not counted to the end */
  guint                 most_rows;
  LiaisonLinesMet       met;
  LiaisonLinesWay      *ways;       /* by profile */
  const guint64        *words[3];   /* by what a participation is of: see #LiaisonPlainValues */
  guint64               inverted[3];
  guint32               nowhere;
} LiaisonLines;

/* More than any key of engagements has tokens. */
#define LIAISON_LINES_TOKENS 16

/**
 * liaison_lines_count:
 *
 * Returns: whether it could: facts are there, the first key is one of participations, both have plain values, and these need not be of the same
 *   participation
 */
gboolean liaison_lines_count      (LiaisonLines         *self,
                                   const LiaisonCounted *counted,
                                   LiaisonValues        *by,
                                   LiaisonValues        *and_by);
void     liaison_lines_clear      (LiaisonLines *self);

/* Returns: (transfer full): cells of the lines with most, so many of them or a few more; of all lines with 0 */
GArray  *liaison_lines_list       (LiaisonLines *self, gboolean of_first, guint most);

/* Fills in how many engagements there are in those cells that have been added since. */
void     liaison_lines_complete   (LiaisonLines *self, gboolean of_first, GArray *cells);

/* How many lines have engagements, that of none left out. */
guint    liaison_lines_get_n      (const LiaisonLines *self, gboolean of_first);

/**
 * liaison_lines_list_pairs:
 * @kept: by code of the first key, whether its cells are wanted; @and_kept likewise
 *
 * Returns: (transfer full): the cells of the pairs of which both are wanted; with days and announced ones where these had to be looked at anyway
 */
GArray  *liaison_lines_list_pairs (LiaisonLines *self, const guint8 *kept, const guint8 *and_kept);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonLines, liaison_lines_clear)

G_END_DECLS
