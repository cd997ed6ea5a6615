/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LiaisonFigures:
 * @records: how many engagements
 * @counted: of these, the counted ones (the counting rules)
 * @first_day: the first day of the first counted one that is dated, as yyyymmdd; 0 where there is none
 * @last_day: the last day of the last of these
 *
 * The head of a detail: "40 records, 29 counted, from 10 November 2021 to 14 January 2022".
 */
typedef struct
{
  int records;
  int counted;
  int first_day;
  int last_day;
} LiaisonFigures;

G_END_DECLS
