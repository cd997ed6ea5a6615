/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-list-cell.h"
#include "liaison-list-columns.h"

G_BEGIN_DECLS

/* The width of a digit of GTK's usual font, Cantarell at 11 points, in application pixels. */
#define LIAISON_USUAL_DIGIT_WIDTH 9.0

#define LIAISON_LIST_MOST_COLUMNS 14
#define LIAISON_LIST_LAST_TO_GO 5

/**
 * LiaisonListColumnDescribed:
 * @least: how narrow it may be, in units: a unit is an application pixel where the text has its usual size, and more where it is larger
 * @most: how wide it becomes by itself, in units
 * @usual: whether it is shown until a person chooses
 * @goes: as which one it goes where there is no room for all: 1 is first, 0 stays. The form gives up its word only
 * @grows: whether it takes what is left over: of those that are shown the one with the greatest number does
 */
typedef struct
{
  int             column;
  LiaisonCellKind kind;
  int             least;
  int             most;
  gboolean        usual;
  int             goes;
  int             grows;
} LiaisonListColumnDescribed;

/**
 * LiaisonListColumn:
 * @needed: the width of the widest text among the rows that were measured
 * @sized: the width that a person has given it, else 0
 * @chosen: whether a person wants it
 * @is_compact: whether its cells show the icon alone
 * @items: (element-type GtkListItem): its cells, not owned
 */
typedef struct
{
  LiaisonListColumns               *owner;
  const LiaisonListColumnDescribed *described;
  GtkColumnViewColumn              *column;
  GPtrArray                        *items;
  int                               needed;
  guint                             n_measured;
  int                               sized;
  gboolean                          chosen;
  gboolean                          is_compact;
} LiaisonListColumn;

/*
 * The columns in five files: liaison-list-columns.c is the object, -column-cells.c what stands in the cells, -column-widths.c how wide the columns
 * are, -column-layout.c what a person has chosen of them, and liaison-list-column.c what they are like before.
 */
struct _LiaisonListColumns
{
  GObject            parent_instance;

  GtkColumnView     *view;
  LiaisonEntity      entity;
  LiaisonListColumn *columns;    /* by column of the entity */
  guint              n_columns;
  PangoLayout       *layout;
  gboolean           automatic;  /* nobody has chosen what is shown */
  gboolean           working;    /* what changes now is no person's doing */
  int                width;      /* that the columns were last fitted to */
  double             digit_width; /* in application pixels, at that time */
  guint              fit_source;
  LiaisonListColumn *first;      /* that is shown */
};

/* Fits the columns to the width that they have been given, now or before the next frame. */
void                liaison_list_columns_fit_anew       (LiaisonListColumns *self);
void                liaison_list_columns_fit_soon       (LiaisonListColumns *self);

/* A person has changed something: the same, and it is told. */
void                liaison_list_columns_tell           (LiaisonListColumns *self);

/* Returns: (transfer none) (nullable): the column that stands at a position, whether it is shown or not */
LiaisonListColumn  *liaison_list_columns_find           (LiaisonListColumns *self, guint position);

/* Returns: the width of a text in a cell, in application pixels */
int                 liaison_list_columns_get_text_width (LiaisonListColumns *self, const char *text);

/* Returns: (transfer full): what fills the cells of a column */
GtkListItemFactory *liaison_list_column_factory_new     (LiaisonListColumn *column);

/* Measures what the cells of a column show. */
void                liaison_list_column_measure_again   (LiaisonListColumn *column);

/* Shows what the cells of a column show once more. */
void                liaison_list_column_show_again      (LiaisonListColumn *column);

/* Returns: (transfer none): what there is to know of a column of an entity */
const LiaisonListColumnDescribed *liaison_list_column_describe (LiaisonEntity entity, int column);

G_END_DECLS
