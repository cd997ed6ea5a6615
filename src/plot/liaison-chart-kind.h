/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

G_BEGIN_DECLS

/* One answer to an option: what the command line calls it, and what a person reads (untranslated, of the context "chart"). */
typedef struct
{
  const char *token;
  const char *label;
} LiaisonChartChoice;

/**
 * LiaisonChartOption:
 * @name: what the command line calls it
 * @label: what a person reads (untranslated, of the context "chart")
 * @choices: ended by one without a token; the first one is taken where nothing is chosen
 */
typedef struct
{
  const char               *name;
  const char               *label;
  const LiaisonChartChoice *choices;
} LiaisonChartOption;

typedef struct _LiaisonChartKind LiaisonChartKind;
typedef struct _LiaisonChartRequest LiaisonChartRequest;

/**
 * LiaisonChartLoad:
 * @db: a connection; called on its thread
 *
 * Returns: (transfer full): the plot, with its texts and its query; %NULL with an error
 */
typedef LiaisonPlot *(*LiaisonChartLoad) (LiaisonDb *db, LiaisonChartRequest *request, GError **error);

/**
 * LiaisonChartKind:
 * @token: what the command line calls it
 * @name: what a person reads (untranslated, of the context "chart")
 * @options: (nullable): ended by one without a name
 * @load: counts and makes the plot
 * @compare: (nullable): the same of a request with two queries; %NULL where these are two plots beside each other, or two bars a row
 *
 * A kind of chart.  Each is defined in the file of its plot and named in liaison-chart-kind.c.
 */
struct _LiaisonChartKind
{
  const char               *token;
  const char               *name;
  const LiaisonChartOption *options;
  LiaisonChartLoad          load;
  LiaisonChartLoad          compare;
};

/* Returns: (array zero-terminated=1): all kinds, in the order in which a person is offered them */
const LiaisonChartKind * const *liaison_chart_kind_get_all (void);

/* Returns: (nullable): the kind with this token */
const LiaisonChartKind         *liaison_chart_kind_find    (const char *token);

const LiaisonChartOption       *liaison_chart_kind_find_option (const LiaisonChartKind *kind, const char *name);

/* Returns: what a person reads */
const char *liaison_chart_kind_get_name     (const LiaisonChartKind *kind);
const char *liaison_chart_option_get_label  (const LiaisonChartOption *option);
const char *liaison_chart_choice_get_label  (const LiaisonChartChoice *choice);

/**
 * LiaisonChartRequest:
 *
 * Which chart of what.  Not changed once it is in use; reference counted, used by any thread.
 */
LiaisonChartRequest    *liaison_chart_request_new       (const LiaisonChartKind *kind, LiaisonQuery *query);
LiaisonChartRequest    *liaison_chart_request_ref       (LiaisonChartRequest *request);
void                    liaison_chart_request_unref     (LiaisonChartRequest *request);
const LiaisonChartKind *liaison_chart_request_get_kind  (LiaisonChartRequest *request);
LiaisonQuery           *liaison_chart_request_get_query (LiaisonChartRequest *request);

/* Returns: (transfer full): a request with the same choices for the same purpose and another query, which it is not compared with any */
LiaisonChartRequest    *liaison_chart_request_copy      (LiaisonChartRequest *request, LiaisonQuery *query);

/**
 * liaison_chart_request_set_against:
 * @against: (nullable): a second query that the first one is compared with
 *
 * Called before the request is in use.
 */
void                    liaison_chart_request_set_against (LiaisonChartRequest *request, LiaisonQuery *against);
LiaisonQuery           *liaison_chart_request_get_against (LiaisonChartRequest *request);

/*
 * Whether only the table of the plot is wanted, and that with all its rows and columns, however few are drawn.  Set before the request is in use.
 */
void                    liaison_chart_request_set_for_table (LiaisonChartRequest *request);
gboolean                liaison_chart_request_is_for_table  (LiaisonChartRequest *request);

/* Whether all rows are needed: of a table, and of one of two plots that are joined by them. */
gboolean                liaison_chart_request_needs_all     (LiaisonChartRequest *request);

/**
 * liaison_chart_request_choose:
 *
 * Returns: whether the kind has this option, and the option this choice
 */
gboolean                liaison_chart_request_choose    (LiaisonChartRequest *request, const char *option, const char *choice);

/* Returns: the token that is chosen of one of the kind's options */
const char             *liaison_chart_request_get       (LiaisonChartRequest *request, const char *option);

/* Whether that is @choice. */
gboolean                liaison_chart_request_is        (LiaisonChartRequest *request, const char *option, const char *choice);

/* Loads what is asked for. */
LiaisonPlot            *liaison_chart_request_load      (LiaisonDb *db, LiaisonChartRequest *request, GError **error);

/**
 * liaison_chart_name_query:
 *
 * Returns: (transfer full): what a query is called where two are compared: its text with the names of records, "everything"; %NULL with an error
 */
char                   *liaison_chart_name_query        (LiaisonDb *db, LiaisonQuery *query, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonChartRequest, liaison_chart_request_unref)

G_END_DECLS
