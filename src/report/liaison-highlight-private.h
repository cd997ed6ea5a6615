/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-highlight.h"

G_BEGIN_DECLS

/**
 * LiaisonBuild:
 * @query: what it tells of, with its span, without the audience; @text is its text
 * @told: the same for the audience: who and what may be named
 * @block: where the sentences are added
 * @figures: where the figures are added
 * @absent: where those principals are added that the query asks for and no record shows
 *
 * A highlight as it is being made.
 */
typedef struct
{
  LiaisonDb            *db;
  const LiaisonTelling *telling;
  LiaisonCast          *cast;
  LiaisonQuery         *query;
  LiaisonQuery         *told;
  const char           *text;
  LiaisonBlock         *block;
  GPtrArray            *figures;
  GPtrArray            *absent;
} LiaisonBuild;

/**
 * liaison_build_count:
 * @text: the text of a query
 * @more: terms that are added to it
 *
 * Returns: (transfer none): the figure, which the build keeps; %NULL with an error
 */
LiaisonFigure *liaison_build_count      (LiaisonBuild *build, LiaisonRule rule, const char *text, const char *more, GError **error);

/**
 * liaison_build_count_by:
 *
 * Returns: (transfer full) (element-type LiaisonCount): the counts of a query by @by and @and_by, for the audience; %NULL with an error
 */
GPtrArray     *liaison_build_count_by   (LiaisonBuild     *build,
                                         const char       *text,
                                         const char       *more,
                                         LiaisonCountKey   by,
                                         int               and_by,
                                         LiaisonMeasure    measure,
                                         GError          **error);

/* The code of the own country, "" where it is not known. */
gboolean       liaison_build_load_own_country (LiaisonBuild *build, char **country, GError **error);

/* Names, each transfer full; %NULL with an error. */

/* Whom the figures are about: those principals of the query of whom one of them counts something, its offices, or else our side. */
char          *liaison_build_name_who   (LiaisonBuild *build, GError **error);
/* " from NATO", " from Ukraine"; "" where the query does not ask for it, or @region says it: "European ", else "". */
char          *liaison_build_name_from  (LiaisonBuild *build, char **region, GError **error);
/* Of what some were reached: "members of NATO", or "countries: Finland and Sweden" with those that were. */
char          *liaison_build_name_whole (LiaisonBuild *build, const char *countries, GError **error);
/* The same after "calls and meetings": " with Europe". */
char          *liaison_build_name_with  (LiaisonBuild *build, GError **error);
/* " on sanctions": the topics that the query asks for; "" where it asks for none. */
char          *liaison_build_name_on    (LiaisonBuild *build, GError **error);
/* A contact as of the first engagement of @ids, or as of the day of the report where there is none; "" where the audience must not hear of it. */
char          *liaison_build_name       (LiaisonBuild *build, const char *contact, const GArray *ids, GError **error);
/* " (stated, 2 dated)"; "" where there is nothing to say. */
char          *liaison_build_dup_flags  (const LiaisonFigure *figure);

/**
 * liaison_principal_leads:
 * @text: the text of a query that lists engagements of @principal
 * @leads: (out): whether the principal was the first of our side in one of the newest of them
 */
gboolean       liaison_principal_leads (LiaisonDb             *db,
                                        const char            *text,
                                        const char            *principal,
                                        const LiaisonTelling  *telling,
                                        gboolean              *leads,
                                        GError               **error);

/**
 * LiaisonManner:
 * @LIAISON_MANNER_SPOKE: in calls and meetings
 * @LIAISON_MANNER_CALLED: in calls only, since the query asks for these only
 * @LIAISON_MANNER_MET: in meetings only
 * @LIAISON_MANNER_WROTE: in letters and messages only
 *
 * How those whom a highlight tells of dealt with each other.
 */
typedef enum { LIAISON_MANNER_SPOKE, LIAISON_MANNER_CALLED, LIAISON_MANNER_MET, LIAISON_MANNER_WROTE } LiaisonManner;

LiaisonManner  liaison_build_get_manner    (LiaisonBuild *build);

/* The term that is to be added to the query: nobody spoke with who was written to. */
const char    *liaison_manner_get_term     (LiaisonManner manner);

/* The kinds: each adds its sentences and figures. */
gboolean       liaison_build_people     (LiaisonBuild *build, LiaisonHighlightKind kind, GError **error);
gboolean       liaison_build_occasions  (LiaisonBuild *build, GError **error);
gboolean       liaison_build_formats    (LiaisonBuild *build, LiaisonHighlightKind kind, GError **error);
gboolean       liaison_build_pairs      (LiaisonBuild *build, GError **error);
gboolean       liaison_build_format     (LiaisonBuild *build, GError **error);
gboolean       liaison_build_hosted     (LiaisonBuild *build, GError **error);
gboolean       liaison_build_visits     (LiaisonBuild *build, GError **error);
gboolean       liaison_build_reached    (LiaisonBuild *build, GError **error);
gboolean       liaison_build_office     (LiaisonBuild *build, GError **error);
gboolean       liaison_build_further    (LiaisonBuild *build, GError **error);

G_END_DECLS
