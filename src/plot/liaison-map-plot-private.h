/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-grid.h"
#include "liaison-map-plot.h"
#include "liaison-map-projection.h"
#include "liaison-plot-key.h"

G_BEGIN_DECLS

#define LIAISON_MAP_GAP 6.0

/* How many shades there are at most. */
#define LIAISON_MAP_N_GRADES 5

/* What the columns of marks are: those on the map, and those that are told beside it. */
enum { LIAISON_MAP_INSIDE, LIAISON_MAP_BESIDE };

/* What the map tells of a country: those that are on it in the order of the outlines, then those that no outline stands for. */
typedef struct
{
  const char *code;   /* of the outlines or of the grid */
  int         row;    /* of the grid, -1 where nothing is under it */
  gint64      value;
  int         days;   /* since the last, -1 where that is not known */
  int         grade;  /* of the shades, -1 for none */
  gboolean    is_own;
} LiaisonMapEntry;

typedef enum { LIAISON_MAP_NO_LABEL, LIAISON_MAP_FIGURE, LIAISON_MAP_NAME, LIAISON_MAP_NAME_AND_FIGURE } LiaisonMapLabel;

/* What is to be seen of a country. */
typedef struct
{
  guint            entry;
  GArray          *points;      /* LiaisonMapPoint: of all rings */
  GArray          *ends;        /* guint: where each ring ends */
  double           left, top, right, bottom;
  double           area;
  LiaisonMapPoint  middle;
  LiaisonMapLabel  label;
  LiaisonMapPoint  label_place; /* the middle of the label */
  double           disc;        /* the radius of its disc, 0 where it has none */
  gboolean         has_place;   /* whether there is room for it */
  LiaisonMapPoint  disc_place;
} LiaisonMapShape;

/* A country that is not in the picture, in the lines under it. */
typedef struct
{
  guint   entry;
  double  x; /* from the start */
  double  y;
  double  width;
} LiaisonMapNote;

struct _LiaisonMapPlot
{
  LiaisonPlot           parent_instance;

  LiaisonGrid          *grid;
  GArray               *entries;  /* LiaisonMapEntry */
  guint                 n_drawn;  /* how many of them have an outline */
  gboolean              shows_days;
  gint64                maximum;
  gint64                bounds[LIAISON_MAP_N_GRADES]; /* the least of each shade; of days, the most */
  guint                 n_grades;
  LiaisonPlotKey       *key;
  LiaisonMapProjection  projection;
  GArray               *fitted;   /* guint: the entries that the picture is fitted to, none for the world */
  gboolean              is_europe;

  double                map_height;
  double                key_top;
  double                notes_top;
  GArray               *shapes;   /* LiaisonMapShape */
  int                  *places;   /* of entries to shapes, -1 for none */
  GArray               *notes;    /* LiaisonMapNote */
  guint                 n_unnoted; /* for which there was no room */
};

/* liaison-map-plot.c */

/* Returns: (transfer full): what is printed for an entry: how many, or how many days ago; "" where there is nothing to say */
char       *liaison_map_plot_dup_figure (LiaisonMapPlot *self, const LiaisonMapEntry *entry);
/* How strong a shade is, from 0 to 1. */
double      liaison_map_plot_get_share  (LiaisonMapPlot *self, int grade);
const char *liaison_map_plot_get_name   (LiaisonMapPlot *self, const LiaisonMapEntry *entry);

/* liaison-map-plot-place.c: where everything is. */
void        liaison_map_plot_place      (LiaisonPlot *plot);
void        liaison_map_plot_clear_shape (gpointer shape);
char       *liaison_map_plot_dup_note    (LiaisonMapPlot *self, guint entry);
char       *liaison_map_plot_dup_unnoted (LiaisonMapPlot *self);

/* liaison-map-plot-label.c: where in a shape its label fits, and discs of shapes that are too small. */
void        liaison_map_plot_place_label (LiaisonMapPlot *self, LiaisonMapShape *shape);
void        liaison_map_plot_place_discs (LiaisonMapPlot *self, double width, double height);

/* liaison-map-plot-draw.c */
void        liaison_map_plot_draw       (LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme);
void        liaison_map_plot_trace      (LiaisonPlot *plot, cairo_t *cr, const LiaisonMark *mark);

/* liaison-map-plot-load.c */
void         liaison_map_plot_match     (LiaisonPlot *plot, LiaisonPlot *other);
LiaisonPlot *liaison_map_plot_load      (LiaisonDb *db, LiaisonChartRequest *request, GError **error);

G_END_DECLS
