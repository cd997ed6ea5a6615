/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record-history.h"
#include "liaison-reference.h"

G_BEGIN_DECLS

/**
 * LiaisonParticipantDetail:
 * @uuid: the participation
 * @contact: who took part; %NULL where nobody is named
 * @name: the contact's shown name, or the organisation or country that took part with nobody named
 * @head_count: how many of them, where nobody is named; 0 where that is not known
 * @title: on that day; "" where there was none
 * @title_overridden: whether @title was written by hand instead of following from a post
 * @tenure: of the post on that day: LiaisonTenure, or 0
 * @level: LiaisonLevel on that day, or 0
 * @portfolio: LiaisonPortfolio on that day, or 0
 * @organisation: of the post on that day, or what took part with nobody named; %NULL where there is none
 * @seat_country: the code of the country that it sits for, "" where it sits for an organisation
 * @seat_organisation: the organisation that it sits for; %NULL where it sits for a country
 * @seat: what a person reads for the seat: the country's name, the organisation's short name
 * @counts: whether it attended as principal, chair or host (the counting rules)
 */
typedef struct
{
  char              *uuid;
  char              *contact;
  char              *name;
  int                head_count;
  char              *title;
  gboolean           title_overridden;
  LiaisonTenure      tenure;
  LiaisonLevel       level;
  LiaisonPortfolio   portfolio;
  LiaisonReference  *organisation;
  char              *seat_country;
  LiaisonReference  *seat_organisation;
  char              *seat;
  LiaisonSide        side;
  LiaisonRole        role;
  LiaisonAttendance  attendance;
  LiaisonSensitivity sensitivity;
  gboolean           counts;
} LiaisonParticipantDetail;

/**
 * LiaisonReadoutDetail:
 * @published: as LiaisonDate writes it, "" where it is not known
 */
typedef struct
{
  char               *uuid;
  char               *title;
  char               *issuer;
  char               *address;
  char               *language;
  char               *published;
  LiaisonReadoutKind  kind;
  LiaisonSide         side;
  LiaisonSensitivity  sensitivity;
} LiaisonReadoutDetail;

/**
 * LiaisonFollowUpDetail:
 * @owner: (nullable): the contact who promised it
 * @due: as LiaisonDate writes it, "" where it is open
 */
typedef struct
{
  char                  *uuid;
  char                  *text;
  LiaisonReference      *owner;
  char                  *due;
  LiaisonFollowUpStatus  status;
  LiaisonSensitivity     sensitivity;
} LiaisonFollowUpDetail;

/**
 * LiaisonEngagementReference:
 * @date: what a person reads for the date, in the short form
 * @start: as LiaisonDate writes it, "" where it is undated
 */
typedef struct
{
  char          *uuid;
  char          *title;
  char          *date;
  char          *start;
  LiaisonForm    form;
  LiaisonStatus  status;
} LiaisonEngagementReference;

/**
 * LiaisonEngagementDetail:
 * @record: the engagement itself
 * @format: (nullable): the grouping in which it took place
 * @ours: (element-type LiaisonParticipantDetail): our side in order; @theirs and @third likewise
 * @topics: (element-type LiaisonReference): in order
 * @readouts: (element-type LiaisonReadoutDetail): by date of publication
 * @follow_ups: (element-type LiaisonFollowUpDetail): by due date, those without one last
 * @parent: (nullable): the visit around it
 * @children: (element-type LiaisonEngagementReference): the engagements inside it, by date
 * @history: (element-type LiaisonHistoryItem): what was done to the record, the newest first
 * @group: of the counting rules; 0 for a container
 * @counted: whether it is counted
 *
 * An engagement with all that a page shows about it, as of one moment; read-only, and free of any thread.
 */
typedef struct
{
  LiaisonRecord              *record;
  LiaisonReference           *format;
  GPtrArray                  *ours;
  GPtrArray                  *theirs;
  GPtrArray                  *third;
  GPtrArray                  *topics;
  GPtrArray                  *readouts;
  GPtrArray                  *follow_ups;
  LiaisonEngagementReference *parent;
  GPtrArray                  *children;
  GPtrArray                  *history;
  LiaisonGroup                group;
  gboolean                    counted;
} LiaisonEngagementDetail;

/**
 * liaison_engagement_detail_load:
 * @uuid: an engagement
 *
 * Returns: (transfer full): its detail; %NULL with %LIAISON_ERROR_NOT_FOUND where it is not there, or a failure of the store
 */
LiaisonEngagementDetail *liaison_engagement_detail_load (LiaisonDb *db, const char *uuid, GError **error);
void                     liaison_engagement_detail_free (LiaisonEngagementDetail *detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonEngagementDetail, liaison_engagement_detail_free)

G_END_DECLS
