/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db-fixture.h"

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

void         plot_fixture_fill_sample (LiaisonDb *db);

/**
 * plot_fixture_load:
 * @text: what is searched for
 * @option: (nullable): an option of the kind, for which @choice is chosen
 *
 * Returns: (transfer full): a plot that has not been laid out
 */
LiaisonPlot *plot_fixture_load        (LiaisonDb *db, const LiaisonChartKind *kind, const char *text, const char *option, const char *choice);

/* Of most charts all of the sample is drawn; a timeline is somebody's. */
const char  *plot_fixture_get_query   (const LiaisonChartKind *kind);

void         plot_fixture_layout      (LiaisonPlot *plot, int width, int height);

/* Stores the call that tests call @number: of the contact 1, who is ours, with the contact @counterpart. */
void         plot_fixture_put_call    (LiaisonDb *db, guint number, const char *day, guint counterpart);

/**
 * plot_join_lines:
 * @lines: (element-type utf8): lines, which are sorted, and ended by %NULL
 *
 * Returns: (transfer full): the lines in a fixed order, whatever the order of what they are from
 */
char        *plot_join_lines          (GPtrArray *lines);

/* The lines that a statement of one column, called line, has; in the same order. */
char        *plot_query_lines         (LiaisonDb *db, const char *statement);

G_END_DECLS
