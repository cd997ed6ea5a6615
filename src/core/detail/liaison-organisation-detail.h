/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-figures.h"
#include "liaison-record-history.h"
#include "liaison-reference.h"

G_BEGIN_DECLS

/**
 * LiaisonMemberDetail:
 * @uuid: the membership
 * @country: the code of the country, "" where the member is an organisation
 * @organisation: the UUID of the organisation, "" where the member is a country
 * @name: what a person reads for the member
 * @from: as LiaisonDate writes it, "" where it is open; @to likewise, its day included
 * @current: whether it is a member on the day of the detail
 */
typedef struct
{
  char     *uuid;
  char     *country;
  char     *organisation;
  char     *name;
  char     *from;
  char     *to;
  gboolean  current;
} LiaisonMemberDetail;

/**
 * LiaisonPersonDetail:
 * @contact: who holds a post there
 * @title: the title of the post
 * @current: whether it is held on the day of the detail
 */
typedef struct
{
  LiaisonReference *contact;
  char             *title;
  char             *from;
  char             *to;
  gboolean          current;
} LiaisonPersonDetail;

/**
 * LiaisonOrganisationDetail:
 * @record: the organisation itself
 * @parent: (nullable): what it is part of
 * @children: (element-type LiaisonReference): what is part of it, by name
 * @members: (element-type LiaisonMemberDetail): of a grouping, those of the day first, by name
 * @groupings: (element-type LiaisonMemberDetail): what it is itself a member of; organisation and name are the grouping's
 * @people: (element-type LiaisonPersonDetail): those of the day first, by name
 * @figures: the engagements with somebody who sits for it, with itself with nobody named, or with somebody who holds a post there
 * @sessions: the counted engagements that took place in it as a format
 * @history: (element-type LiaisonHistoryItem): what was done to the record, the newest first
 *
 * An organisation with all that a page shows about it, as of one moment; read-only, and free of any thread.
 */
typedef struct
{
  LiaisonRecord    *record;
  LiaisonReference *parent;
  GPtrArray        *children;
  GPtrArray        *members;
  GPtrArray        *groupings;
  GPtrArray        *people;
  LiaisonFigures    figures;
  int               sessions;
  GPtrArray        *history;
} LiaisonOrganisationDetail;

/**
 * liaison_organisation_detail_load:
 * @uuid: an organisation
 * @day: the day to judge what is current by, as yyyymmdd; see liaison_day_today()
 *
 * Returns: (transfer full): its detail; %NULL with %LIAISON_ERROR_NOT_FOUND where it is not there, or a failure of the store
 */
LiaisonOrganisationDetail *liaison_organisation_detail_load (LiaisonDb *db, const char *uuid, int day, GError **error);
void                       liaison_organisation_detail_free (LiaisonOrganisationDetail *detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonOrganisationDetail, liaison_organisation_detail_free)

G_END_DECLS
