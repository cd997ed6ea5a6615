/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonTraits:
 * @LIAISON_TRAIT_OURS: somebody of our side takes part: neither declined nor absent; the next two likewise
 * @LIAISON_TRAIT_OUR_COUNTS: somebody of our side attended as principal, chair or host; the next one likewise
 * @LIAISON_TRAIT_THEIR_REACHED: somebody of theirs did, or was represented as such
 * @LIAISON_TRAIT_BILATERAL: with one seat of the other side, neither of a format nor a multilateral session
 * @LIAISON_TRAIT_MULTILATERAL: with several seats, of a format, or a multilateral session
 * @LIAISON_TRAIT_SAME_RANK: two of those who count, one of each side, have one level and portfolio
 * @LIAISON_TRAIT_NO_CONTACT: some of theirs who take part are not named, or nobody takes part; the next ones likewise
 * @LIAISON_TRAIT_NO_OFFICE: some of our side who take part have no organisation, or nobody takes part
 * @LIAISON_TRAIT_TOPIC: with a topic
 * @LIAISON_TRAIT_UNSOURCED: without evidence
 * @LIAISON_TRAIT_SPOKEN: a counted call, meeting or unspecified engagement
 * @LIAISON_TRAIT_INITIATED: the first of five, one for each #LiaisonInitiated from “not stated” on
 * @LIAISON_TRAIT_GROUP: the first of seven, one for each #LiaisonGroup, counted or not
 *
 * What an engagement is by those who took part, and by what no index tells: answers that are found otherwise by looking at all participations, or
 * at whole engagements.  They are true for who may hear everything.
 */
typedef enum
{
  LIAISON_TRAIT_OURS = 1 << 0,
  LIAISON_TRAIT_THEIRS = 1 << 1,
  LIAISON_TRAIT_THIRD = 1 << 2,
  LIAISON_TRAIT_OUR_COUNTS = 1 << 3,
  LIAISON_TRAIT_THEIR_COUNTS = 1 << 4,
  LIAISON_TRAIT_THEIR_REACHED = 1 << 5,
  LIAISON_TRAIT_BILATERAL = 1 << 6,
  LIAISON_TRAIT_MULTILATERAL = 1 << 7,
  LIAISON_TRAIT_SAME_RANK = 1 << 8,
  LIAISON_TRAIT_NO_CONTACT = 1 << 9,
  LIAISON_TRAIT_NO_COUNTRY = 1 << 10,
  LIAISON_TRAIT_NO_ORGANISATION = 1 << 11,
  LIAISON_TRAIT_NO_LEVEL = 1 << 12,
  LIAISON_TRAIT_NO_CONTACT_OF_OURS = 1 << 13,
  LIAISON_TRAIT_NO_OFFICE = 1 << 14,
  LIAISON_TRAIT_NO_LEVEL_OF_OURS = 1 << 15,
  LIAISON_TRAIT_TOPIC = 1 << 16,
  LIAISON_TRAIT_UNSOURCED = 1 << 17,
  LIAISON_TRAIT_SPOKEN = 1 << 18,
  LIAISON_TRAIT_INITIATED = 1 << 19,
  LIAISON_TRAIT_GROUP = 1 << 24,
} LiaisonTraits;

G_STATIC_ASSERT (LIAISON_INITIATED_UNKNOWN == 4 && LIAISON_GROUP_TRAVEL == 7);

static inline LiaisonTraits
liaison_traits_get_initiated (LiaisonInitiated initiated)
{
  return LIAISON_TRAIT_INITIATED << initiated;
}

/* @group: not 0, which is no trait */
static inline LiaisonTraits
liaison_traits_get_group (LiaisonGroup group)
{
  return LIAISON_TRAIT_GROUP << (group - 1);
}

/*
 * The table has them as numbers of four bytes, the least one first, those of so many engagements in a row: it has room on a page of 4,096 bytes
 * (https://www.sqlite.org/fileformat2.html#b_tree_pages), and words of LiaisonBits do not cross it.  0 stands for a key that no engagement has.
 */
#define LIAISON_TRAITS_IN_CHUNK 960

G_END_DECLS
