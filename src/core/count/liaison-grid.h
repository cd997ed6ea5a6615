/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count.h"

G_BEGIN_DECLS

/**
 * LiaisonGridFigure:
 * @value: how many
 * @announced: what of it rests on announcements only
 * @added: what of it rests on stated totals
 * @unnamed: unnamed heads beside distinct counterparts
 * @at_least: whether a stated total made it a lower bound
 * @last_day: the last day of the last engagement under it, as yyyymmdd and no later than today; 0 where none has a date
 * @last: the key of that engagement, 0 for none
 */
typedef struct
{
  gint64   value;
  gint64   announced;
  gint64   added;
  gint64   unnamed;
  gboolean at_least;
  int      last_day;
  int      last;
} LiaisonGridFigure;

/* Returns: how many engagements are listed under a figure of them: what stated totals add is not */
static inline gint64
liaison_grid_figure_listed (const LiaisonGridFigure *figure)
{
  return figure->value - figure->added;
}

/**
 * LiaisonGrid:
 *
 * Figures by one key or by two, as rows and columns, with those of each whole row and column: what charts are drawn from.  Every figure has the
 * query that lists the engagements under it.  Immutable, reference counted, used by any thread.
 */
typedef struct _LiaisonGrid LiaisonGrid;

#define LIAISON_TYPE_GRID (liaison_grid_get_type ())

GType          liaison_grid_get_type    (void);

/**
 * liaison_grid_load:
 * @by: the key of the rows
 * @and_by: the key of the columns, or -1 for none
 *
 * Counts by the counting rules (liaison-count.h), from arrays in memory that are read at the first use of a connection.
 *
 * Returns: (transfer full): the figures; %NULL with an error
 */
LiaisonGrid   *liaison_grid_load        (LiaisonDb        *db,
                                         LiaisonQuery     *query,
                                         LiaisonSubject    subject,
                                         LiaisonCountKey   by,
                                         int               and_by,
                                         LiaisonMeasure    measure,
                                         GError          **error);
/**
 * liaison_grid_load_most:
 * @n_rows: how many rows are wanted, those with the greatest figures, and all that equal the last of them; 0 for all; @n_columns likewise
 *
 * As liaison_grid_load() of engagements that were held, for who looks at those with most only: of very many lines, most pairs need not be counted.
 * The figures that there are, those of whole lines and of all of them, are the same; but those of whole lines, and all where one key is of engagements,
 * may tell nothing of announced ones and of days.
 */
LiaisonGrid   *liaison_grid_load_most   (LiaisonDb        *db,
                                         LiaisonQuery     *query,
                                         LiaisonCountKey   by,
                                         LiaisonCountKey   and_by,
                                         guint             n_rows,
                                         guint             n_columns,
                                         GError          **error);

/* How many rows and columns with engagements liaison_grid_load_most() has left out; those of none are not among them. */
guint          liaison_grid_get_n_dropped (LiaisonGrid *grid);

LiaisonGrid   *liaison_grid_ref         (LiaisonGrid *grid);
void           liaison_grid_unref       (LiaisonGrid *grid);

LiaisonQuery   *liaison_grid_get_query   (LiaisonGrid *grid);
LiaisonSubject  liaison_grid_get_subject (LiaisonGrid *grid);
LiaisonMeasure  liaison_grid_get_measure (LiaisonGrid *grid);

/* The key of the rows; of the columns, -1 where there are none. */
LiaisonCountKey liaison_grid_get_by      (LiaisonGrid *grid);
int             liaison_grid_get_and_by  (LiaisonGrid *grid);

/*
 * Rows and columns of time ascend, empty ones between the first and the last included and what has no date at the end; others are in the order of
 * their figures, the greatest first, then of their labels.
 */
guint          liaison_grid_get_n_rows    (LiaisonGrid *grid);
guint          liaison_grid_get_n_columns (LiaisonGrid *grid);

/**
 * LiaisonGridValue:
 * @key: as in #LiaisonCount: "2021-12", "UA", a UUID, a token, "" for none, "undated"
 * @label: what a person reads for it
 * @number: the first day of a bucket, the number of a token, or the key of a record; 0 for none and of a country, -1 for "undated"
 */
typedef struct
{
  const char *key;
  const char *label;
  gint64      number;
} LiaisonGridValue;

LiaisonGridValue liaison_grid_get_row     (LiaisonGrid *grid, guint row);
LiaisonGridValue liaison_grid_get_column  (LiaisonGrid *grid, guint column);

/**
 * liaison_grid_get_figure:
 * @row: a row, or -1 for all of them
 * @column: a column, or -1 for all of them
 *
 * The figure of a whole row is no sum: an engagement with two countries is in the columns of both, and counts once.
 *
 * Returns: (transfer none): the figure, all zeros where nothing is under it
 */
const LiaisonGridFigure *liaison_grid_get_figure (LiaisonGrid *grid, int row, int column);

/**
 * liaison_grid_dup_query:
 *
 * Returns: (transfer full): the query that lists the engagements under a figure
 */
char          *liaison_grid_dup_query   (LiaisonGrid *grid, int row, int column);

/**
 * liaison_grid_dup_query_of_keys:
 * @key: (nullable): the key of a value of the rows, which need not be among them
 * @and_key: (nullable): the same of the columns
 *
 * Returns: (transfer full): the query that lists the engagements with these values
 */
char          *liaison_grid_dup_query_of_keys (LiaisonGrid *grid, const char *key, const char *and_key);

/* The greatest figure of one row and one column; where there are no columns, of one row. */
gint64         liaison_grid_get_maximum (LiaisonGrid *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonGrid, liaison_grid_unref)

G_END_DECLS
