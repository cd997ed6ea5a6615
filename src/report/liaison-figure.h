/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count.h"
#include "liaison-person.h"

G_BEGIN_DECLS

/**
 * LiaisonRule:
 * @LIAISON_RULE_ENGAGEMENTS: counted engagements
 * @LIAISON_RULE_RECORDS: the same, without what stated totals add
 * @LIAISON_RULE_LEFT_OUT: those of the span that the query of a report does not ask for
 * @LIAISON_RULE_COUNTERPARTS: distinct counterparts in these
 * @LIAISON_RULE_COUNTRIES: distinct countries and organisations of their side
 * @LIAISON_RULE_NAMED: distinct countries for which somebody sat who is named
 * @LIAISON_RULE_VISITS: visits that were held, those that contain engagements among them
 * @LIAISON_RULE_STATED: what stated totals say that can be credited to nobody alone
 * @LIAISON_RULE_MEMBERS: the members of a grouping on the last day
 *
 * By which rule a figure is counted.
 */
typedef enum {
  LIAISON_RULE_ENGAGEMENTS,
  LIAISON_RULE_RECORDS,
  LIAISON_RULE_LEFT_OUT,
  LIAISON_RULE_COUNTERPARTS,
  LIAISON_RULE_COUNTRIES,
  LIAISON_RULE_NAMED,
  LIAISON_RULE_VISITS,
  LIAISON_RULE_STATED,
  LIAISON_RULE_MEMBERS,
  LIAISON_N_RULES
} LiaisonRule;

/**
 * LiaisonFigure:
 * @value: the number
 * @dated: what of it rests on single records; the rest is of stated totals
 * @announced: what of it rests on announcements only
 * @unsourced: how many of the engagements under it have no source
 * @unnamed: unnamed heads beside it
 * @outside: engagements left out, since an imprecise date lies only partly in the span
 * @at_least: whether a stated total made it a lower bound
 * @everything: the number with all records, whoever they may be told to
 * @query: the text of the query that lists the engagements under it, with the span and the audience
 * @ids: (element-type gint32): the keys of these, the newest first
 * @items: (element-type utf8): what is counted distinct ones of, as UUIDs and codes, sorted; of engagements none
 * @totals: (element-type utf8): the stated totals in it, as they are stated
 * @total_uuids: (element-type utf8): these totals
 *
 * A number of a report, with all that it rests on.  Reference counted, not changed once it is made.
 */
typedef struct
{
  gatomicrefcount  count;
  LiaisonRule      rule;
  gint64           value;
  gint64           dated;
  gint64           announced;
  gint64           unsourced;
  gint64           unnamed;
  gint64           outside;
  gboolean         at_least;
  gint64           everything;
  char            *query;
  GArray          *ids;
  GPtrArray       *items;
  GPtrArray       *totals;
  GPtrArray       *total_uuids;
} LiaisonFigure;

/**
 * liaison_figure_count:
 * @query: the text of a query, without the audience
 *
 * Counts a figure by the counting rules of core (liaison-count.h).
 *
 * Returns: (transfer full): the figure; %NULL with an error, %LIAISON_ERROR_SYNTAX where the query is at fault
 */
LiaisonFigure *liaison_figure_count (LiaisonDb *db, LiaisonRule rule, const char *query, const LiaisonTelling *telling, GError **error);

/**
 * liaison_figure_new_members:
 * @query: what asks for the members
 *
 * Returns: (transfer full): a figure that says how many members there are to reach
 */
LiaisonFigure *liaison_figure_new_members (guint n_members, const char *query);

/**
 * liaison_figure_new_left_out:
 * @all: what there is, and @listed what of it is told
 *
 * Returns: (transfer full): a figure of the rest
 */
LiaisonFigure *liaison_figure_new_left_out (const LiaisonFigure *all, const LiaisonFigure *listed);
LiaisonFigure *liaison_figure_ref   (LiaisonFigure *figure);
void           liaison_figure_unref (LiaisonFigure *figure);

/**
 * liaison_figure_dup_flags:
 *
 * Returns: (transfer full): what a reader has to know beside the number: "stated, 2 dated", "3 announced only"; "" where there is nothing
 */
char          *liaison_figure_dup_flags (const LiaisonFigure *figure);

/**
 * liaison_figure_dup_note:
 * @written: the number as it stands in the text
 * @like: the footnote that tells the rule already, 0 where none does
 *
 * Returns: (transfer full): the footnote: by which rule it is counted, of which query, and what it rests on; %NULL with an error
 */
char          *liaison_figure_dup_note  (const LiaisonFigure  *figure,
                                         LiaisonDb            *db,
                                         const char           *written,
                                         guint                 like,
                                         GError              **error);

/**
 * liaison_rule_get_token:
 *
 * Returns: (transfer none): what the rule is called in a published report: "engagements"
 */
const char    *liaison_rule_get_token   (LiaisonRule rule);

/**
 * liaison_query_for_audience:
 * @query: the text of a query
 *
 * Returns: (transfer full): the query as the audience may hear its answer
 */
char          *liaison_query_for_audience (const char *query, LiaisonAudience audience);

/**
 * liaison_query_read:
 *
 * Parses a query and looks up its names.
 *
 * Returns: (transfer full): the query; %NULL with an error, %LIAISON_ERROR_SYNTAX where it has a mistake
 */
LiaisonQuery  *liaison_query_read         (LiaisonDb *db, const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFigure, liaison_figure_unref)

G_END_DECLS
