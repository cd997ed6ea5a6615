/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-grid.h"

#include "liaison-census-private.h"
#include "liaison-pair-map-private.h"
#include "liaison-snapshot.h"

/* A row or a column. */
typedef struct
{
  char     *key;       /* reference counted, as the others */
  char     *label;
  char     *label_key; /* as labels are sorted; NULL of time */
  gint64    number;
  gint64    value;     /* the whole figure */
  guint32   code;
  gboolean  is_filler; /* a bucket of time in which nothing is */
} Line;

struct _LiaisonGrid
{
  LiaisonQuery    *query;
  LiaisonSubject   subject;
  LiaisonCountKey  by;
  int              and_by;
  LiaisonMeasure   measure;
  GArray          *rows;    /* Line */
  GArray          *columns;
  LiaisonPairMap  *places;  /* of figures, by row and column counted from 1; 0 is all of them */
  GArray          *figures; /* LiaisonGridFigure */
  gint64           maximum;
  guint            n_dropped;
};

G_DEFINE_BOXED_TYPE (LiaisonGrid, liaison_grid, liaison_grid_ref, liaison_grid_unref)

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_ref_string_release (line->key);
  g_ref_string_release (line->label);
  g_clear_pointer (&line->label_key, g_ref_string_release);
}

static GArray *
new_lines (void)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);

  return lines;
}

/* What has no date stands after all days. */
static gint64
get_time (const Line *line)
{
  return line->number == LIAISON_COUNT_UNDATED ? G_MAXINT64 : line->number;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = get_time (a);
  gint64 second = get_time (b);

  return (first > second) - (first < second);
}

static int
compare_figures (gconstpointer a,
                 gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;
  int order = (first->value < second->value) - (first->value > second->value);

  if (order == 0)
    order = g_strcmp0 (first->label_key, second->label_key);

  return order != 0 ? order : (first->code > second->code) - (first->code < second->code);
}

/* Makes a line of each value that has a figure. */
static void
add_lines (GArray              *lines,
           LiaisonCountKey      key,
           const LiaisonValues *values,
           GPtrArray           *names,
           GArray              *cells,
           gboolean             of_rows)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);
      guint32 code = of_rows ? cell->by : cell->and_by;
      LiaisonValueName *name = g_ptr_array_index (names, code);
      Line line = { .number = g_array_index (values->values, gint64, code), .value = liaison_cell_get_value (cell), .code = code };

      if (line.value == 0 && cell->unnamed == 0)
        continue;

      if (key == LIAISON_COUNT_COUNTRY)
        line.number = 0;
      line.key = g_ref_string_acquire (name->key);
      line.label = g_ref_string_acquire (name->label);
      /* Time is not ordered by its names. */
      if (!liaison_count_key_is_time (key))
        line.label_key = g_ref_string_acquire ((char *) liaison_value_name_get_label_key (name));
      g_array_append_val (lines, line);
    }
}

/* Adds the buckets between the first and the last in which nothing is. */
static void
add_empty_buckets (LiaisonCensus *census,
                   GArray        *rows)
{
  LiaisonStep step = liaison_count_key_get_step (census->by);
  guint n = rows->len;
  guint next = 0;
  int first = G_MAXINT;
  int last = 0;

  for (guint i = 0; i < n; i++)
    {
      const Line *line = &g_array_index (rows, Line, i);

      if (line->number == LIAISON_COUNT_UNDATED)
        continue;
      first = MIN (first, line->number);
      last = MAX (last, line->number);
    }

  if (!liaison_census_get_stretch (census, &first, &last))
    return;

  for (int day = first; day <= last; day = liaison_step_next (step, day))
    {
      LiaisonValueName *name;
      Line line = { .number = day, .is_filler = TRUE };

      if (next < n && g_array_index (rows, Line, next).number == day)
        {
          next++;
          continue;
        }

      name = liaison_count_name_time (census->by, day);
      line.key = g_ref_string_acquire (name->key);
      line.label = g_ref_string_acquire (name->label);
      liaison_value_name_free (name);
      g_array_append_val (rows, line);
    }
  g_array_sort (rows, compare_times);
}

/* Codes to the places of their lines, counted from 1; 0 for those that have none. */
static guint32 *
index_lines (GArray              *lines,
             const LiaisonValues *values)
{
  guint32 *places = g_new0 (guint32, values->values->len);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (!line->is_filler)
        places[line->code] = i + 1;
    }

  return places;
}

static void
add_figures (LiaisonGrid   *grid,
             GArray        *cells,
             const guint32 *rows,
             const guint32 *columns)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);
      guint32 row = rows ? rows[cell->by] : 0;
      guint32 column = columns ? columns[cell->and_by] : 0;
      const LiaisonGridFigure figure = {
        liaison_cell_get_value (cell), cell->announced, cell->added, cell->unnamed, cell->at_least, cell->last_day, cell->last,
      };
      gboolean is_new;

      if ((rows && row == 0) || (columns && column == 0))
        continue;

      liaison_pair_map_add (grid->places, row, column, &is_new);
      if (is_new)
        g_array_append_val (grid->figures, figure);
      if (rows && (columns || grid->and_by < 0))
        grid->maximum = MAX (grid->maximum, figure.value);
    }
}

static void
fill_rows (LiaisonGrid   *grid,
           LiaisonCensus *census,
           GArray        *cells)
{
  add_lines (grid->rows, grid->by, census->by_values, census->by_names, cells, TRUE);
  g_array_sort (grid->rows, liaison_count_key_is_time (grid->by) ? compare_times : compare_figures);
  if (liaison_count_key_is_time (grid->by))
    add_empty_buckets (census, grid->rows);
}

static void
fill_columns (LiaisonGrid   *grid,
              LiaisonCensus *census,
              GArray        *cells)
{
  add_lines (grid->columns, grid->and_by, census->and_values, census->and_names, cells, FALSE);
  g_array_sort (grid->columns, liaison_count_key_is_time (grid->and_by) ? compare_times : compare_figures);
}

static void
fill (LiaisonGrid   *grid,
      LiaisonCensus *census)
{
  GArray *row_cells = grid->and_by >= 0 ? census->by_cells : census->cells;
  g_autofree guint32 *rows = NULL;
  g_autofree guint32 *columns = NULL;

  fill_rows (grid, census, row_cells);
  rows = index_lines (grid->rows, census->by_values);
  add_figures (grid, census->all_cells, NULL, NULL);
  add_figures (grid, row_cells, rows, NULL);
  if (grid->and_by < 0)
    return;

  fill_columns (grid, census, census->and_cells);
  columns = index_lines (grid->columns, census->and_values);
  add_figures (grid, census->and_cells, NULL, columns);
  add_figures (grid, census->cells, rows, columns);
}

static LiaisonGrid *
load (LiaisonCensus  *census,
      GError        **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;
  LiaisonGrid *grid;

  if (!liaison_snapshot_begin (&snapshot, census->db, error) || !liaison_facts_prepare (census->db, error) || !liaison_census_take (census, error))
    return NULL;

  grid = g_atomic_rc_box_new0 (LiaisonGrid);
  grid->query = liaison_query_ref (census->query);
  grid->subject = census->subject;
  grid->by = census->by;
  grid->and_by = census->and_by;
  grid->measure = census->measure;
  grid->rows = new_lines ();
  grid->columns = new_lines ();
  grid->places = liaison_pair_map_new ();
  grid->figures = g_array_new (FALSE, FALSE, sizeof (LiaisonGridFigure));
  grid->n_dropped = census->n_dropped + census->n_and_dropped;
  fill (grid, census);

  return grid;
}

LiaisonGrid *
liaison_grid_load (LiaisonDb        *db,
                   LiaisonQuery     *query,
                   LiaisonSubject    subject,
                   LiaisonCountKey   by,
                   int               and_by,
                   LiaisonMeasure    measure,
                   GError          **error)
{
  g_auto (LiaisonCensus) census = { .db = db, .query = query, .subject = subject, .by = by, .and_by = and_by, .measure = measure,
                                   .has_margins = TRUE };

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (by < LIAISON_N_COUNT_KEYS && and_by < LIAISON_N_COUNT_KEYS, NULL);

  return load (&census, error);
}

LiaisonGrid *
liaison_grid_load_most (LiaisonDb        *db,
                        LiaisonQuery     *query,
                        LiaisonCountKey   by,
                        LiaisonCountKey   and_by,
                        guint             n_rows,
                        guint             n_columns,
                        GError          **error)
{
  g_auto (LiaisonCensus) census = { .db = db, .query = query, .subject = LIAISON_SUBJECT_HELD, .by = by, .and_by = and_by,
                                   .measure = LIAISON_MEASURE_ENGAGEMENTS, .has_margins = TRUE, .most = n_rows, .and_most = n_columns, .is_bare = TRUE };

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (by < LIAISON_N_COUNT_KEYS && and_by < LIAISON_N_COUNT_KEYS, NULL);

  return load (&census, error);
}

guint
liaison_grid_get_n_dropped (LiaisonGrid *grid)
{
  return grid->n_dropped;
}

LiaisonGrid *
liaison_grid_ref (LiaisonGrid *grid)
{
  return g_atomic_rc_box_acquire (grid);
}

static void
clear_grid (gpointer data)
{
  LiaisonGrid *grid = data;

  liaison_query_unref (grid->query);
  g_array_unref (grid->rows);
  g_array_unref (grid->columns);
  liaison_pair_map_free (grid->places);
  g_array_unref (grid->figures);
}

void
liaison_grid_unref (LiaisonGrid *grid)
{
  g_atomic_rc_box_release_full (grid, clear_grid);
}

LiaisonQuery *
liaison_grid_get_query (LiaisonGrid *grid)
{
  return grid->query;
}

LiaisonSubject
liaison_grid_get_subject (LiaisonGrid *grid)
{
  return grid->subject;
}

LiaisonMeasure
liaison_grid_get_measure (LiaisonGrid *grid)
{
  return grid->measure;
}

LiaisonCountKey
liaison_grid_get_by (LiaisonGrid *grid)
{
  return grid->by;
}

int
liaison_grid_get_and_by (LiaisonGrid *grid)
{
  return grid->and_by;
}

guint
liaison_grid_get_n_rows (LiaisonGrid *grid)
{
  return grid->rows->len;
}

guint
liaison_grid_get_n_columns (LiaisonGrid *grid)
{
  return grid->columns->len;
}

static LiaisonGridValue
get_value (GArray *lines,
           guint   index)
{
  const Line *line;

  g_assert (index < lines->len);
  line = &g_array_index (lines, Line, index);

  return (LiaisonGridValue) { line->key, line->label, line->number };
}

LiaisonGridValue
liaison_grid_get_row (LiaisonGrid *grid,
                      guint        row)
{
  return get_value (grid->rows, row);
}

LiaisonGridValue
liaison_grid_get_column (LiaisonGrid *grid,
                         guint        column)
{
  return get_value (grid->columns, column);
}

const LiaisonGridFigure *
liaison_grid_get_figure (LiaisonGrid *grid,
                         int          row,
                         int          column)
{
  static const LiaisonGridFigure nothing = { 0 };
  int place = liaison_pair_map_find (grid->places, row + 1, column + 1);

  return place < 0 ? &nothing : &g_array_index (grid->figures, LiaisonGridFigure, place);
}

char *
liaison_grid_dup_query_of_keys (LiaisonGrid *grid,
                                const char  *key,
                                const char  *and_key)
{
  return liaison_count_narrow (grid->query, grid->subject, key ? (int) grid->by : -1, key, and_key ? grid->and_by : -1, and_key);
}

char *
liaison_grid_dup_query (LiaisonGrid *grid,
                        int          row,
                        int          column)
{
  return liaison_grid_dup_query_of_keys (grid,
                                         row < 0 ? NULL : g_array_index (grid->rows, Line, row).key,
                                         column < 0 ? NULL : g_array_index (grid->columns, Line, column).key);
}

gint64
liaison_grid_get_maximum (LiaisonGrid *grid)
{
  return grid->maximum;
}
