/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonStatedTotal:
 * @text: as it is stated
 * @ours: whom of ours it names, people and offices, "" for nobody; @theirs likewise
 * @form: 0 where none is stated
 * @from: as LiaisonDate writes it; @to likewise
 * @number: 0 where it is unstated
 * @covered: how many of those that it may include are counted already
 * @added: what it adds to the figures of all engagements
 */
typedef struct
{
  char               *uuid;
  char               *text;
  char               *ours;
  char               *theirs;
  LiaisonForm         form;
  LiaisonCounts       counts;
  LiaisonBound        bound;
  gint64              number;
  char               *from;
  char               *to;
  LiaisonSensitivity  sensitivity;
  gint64              covered;
  gint64              added;
} LiaisonStatedTotal;

/**
 * liaison_stated_totals_load:
 *
 * Returns: (transfer full) (element-type LiaisonStatedTotal): all stated totals, the latest period first; %NULL with an error
 */
GPtrArray *liaison_stated_totals_load (LiaisonDb *db, GError **error);
void       liaison_stated_total_free  (LiaisonStatedTotal *total);

/**
 * liaison_stated_total_write_number:
 * @number: what is stated; not looked at where @bound says that nothing is
 *
 * Returns: (transfer full): "7 times", "at least 16 people", "no number stated"
 */
char      *liaison_stated_total_write_number (LiaisonCounts counts, LiaisonBound bound, gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonStatedTotal, liaison_stated_total_free)

G_END_DECLS
