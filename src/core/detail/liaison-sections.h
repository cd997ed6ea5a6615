/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-person.h"
#include "liaison-query.h"

G_BEGIN_DECLS

typedef enum {
  LIAISON_SECTION_COUNTRY,
  LIAISON_SECTION_ORGANISATION,
  LIAISON_SECTION_FORMAT,  /* what took place in a format, and with it */
  LIAISON_SECTION_SEVERAL, /* with several seats, without a format */
  LIAISON_SECTION_OTHER,   /* with no seat on record */
  LIAISON_SECTION_VISITS,  /* visits with engagements inside them, and travel */
} LiaisonSectionKind;

/**
 * LiaisonSection:
 * @key: the code of a country, the UUID of an organisation or format; "" for the others
 * @name: what a person reads for it, "" for the others
 * @ids: (element-type gint32): the keys of its engagements, the newest first
 *
 * Engagements that an overview lists together.  Each engagement is in one section only.
 */
typedef struct
{
  LiaisonSectionKind  kind;
  char               *key;
  char               *name;
  GArray             *ids;
} LiaisonSection;

/**
 * liaison_sections_load:
 * @query: what is listed; of these, what was held
 *
 * Returns: (transfer full) (element-type LiaisonSection): the sections with the most engagements first, those of one size by name; several, others
 *   and visits at the end; %NULL with an error
 */
GPtrArray *liaison_sections_load  (LiaisonDb *db, LiaisonQuery *query, const LiaisonTelling *telling, GError **error);

/**
 * liaison_sections_order:
 * @order: keys with commas or blanks between them
 *
 * Puts the sections that @order names to the front, in its order.
 */
void       liaison_sections_order (GPtrArray *sections, const char *order);

G_END_DECLS
