/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-column-private.h"

#define PADDING 24       /* of a cell, in style.css */
#define ARROW 20         /* of a head */
#define GROWING_STEP 8

int
liaison_list_columns_get_text_width (LiaisonListColumns *self,
                                     const char         *text)
{
  int width;

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

static double
get_digit_width (LiaisonListColumns *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double digit_width = pango_font_metrics_get_approximate_digit_width (metrics) / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return digit_width;
}

static double
get_unit (LiaisonListColumns *self)
{
  return MAX (1.0, self->digit_width / LIAISON_USUAL_DIGIT_WIDTH);
}

/* What the cells need, within the bounds of the column; never less than what its head needs. */
static int
get_width (LiaisonListColumns *self,
           LiaisonListColumn  *column,
           double              unit)
{
  int head = liaison_list_columns_get_text_width (self, gtk_column_view_column_get_title (column->column)) * 11 / 10 + PADDING + ARROW;

  return MAX (head, (int) CLAMP (column->needed + PADDING, column->described->least * unit, column->described->most * unit));
}

/* Less than that nobody could read. */
static int
get_least_width (LiaisonListColumns *self,
                 LiaisonListColumn  *column,
                 gboolean            compact,
                 double              unit)
{
  int head = liaison_list_columns_get_text_width (self, gtk_column_view_column_get_title (column->column)) * 11 / 10 + PADDING + ARROW;

  if (column->sized > 0)
    return column->sized;
  if (compact)
    return head;
  /* What a person looks for in full does not get narrower; names and titles can be read in part. */
  return column->described->grows > 0 ? MAX (head, (int) (column->described->least * unit)) : get_width (self, column, unit);
}

/* GTK 4.8 keeps the width of a hidden column out of what the others share, so that is taken from it. */
static void
apply (LiaisonListColumn *column,
       gboolean           visible,
       gboolean           compact,
       int                width)
{
  gtk_column_view_column_set_fixed_width (column->column, visible ? width : 0);
  gtk_column_view_column_set_visible (column->column, visible);
  if (compact == column->is_compact)
    return;
  column->is_compact = compact;
  liaison_list_column_show_again (column);
}

typedef struct
{
  gboolean visible[LIAISON_LIST_MOST_COLUMNS];
  gboolean compact[LIAISON_LIST_MOST_COLUMNS];
  int      widths[LIAISON_LIST_MOST_COLUMNS];
} Plan;

static int
add_up (LiaisonListColumns *self,
        Plan               *plan,
        double              unit)
{
  int sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      plan->widths[i] = get_least_width (self, &self->columns[i], plan->compact[i], unit);
      if (plan->visible[i])
        sum += plan->widths[i];
    }
  return sum;
}

/* Gives up what is least missed until the rest has room: first the word of the form, then columns, the least weighty first. */
static void
make_room (LiaisonListColumns *self,
           Plan               *plan,
           int                 width,
           double              unit)
{
  for (int step = 1; step <= LIAISON_LIST_LAST_TO_GO && add_up (self, plan, unit) > width; step++)
    for (guint i = 0; i < self->n_columns; i++)
      {
        if (self->columns[i].described->goes != step)
          continue;
        if (self->columns[i].described->kind == LIAISON_CELL_FORM)
          plan->compact[i] = TRUE;
        else if (self->automatic)
          plan->visible[i] = FALSE;
      }
}

/* Gives what is left to those that can be read in part, the narrowest first, until they need no more. */
static void
grow (LiaisonListColumns *self,
      Plan               *plan,
      int                 spare,
      double              unit)
{
  while (spare > 0)
    {
      int narrowest = -1;

      for (guint i = 0; i < self->n_columns; i++)
        if (plan->visible[i] && self->columns[i].described->grows > 0 && self->columns[i].sized == 0
            && plan->widths[i] < get_width (self, &self->columns[i], unit)
            && (narrowest < 0 || plan->widths[i] < plan->widths[narrowest]))
          narrowest = (int) i;
      if (narrowest < 0)
        return;
      plan->widths[narrowest] += MIN (spare, GROWING_STEP);
      spare -= MIN (spare, GROWING_STEP);
    }
}

/* The one that takes what is left over: the title, or of what is shown the one with most to say. */
static int
find_taker (LiaisonListColumns *self,
            const Plan         *plan)
{
  int taker = -1;

  for (guint i = 0; i < self->n_columns; i++)
    if (plan->visible[i] && self->columns[i].sized == 0 && self->columns[i].described->grows
        && (taker < 0 || self->columns[i].described->grows > self->columns[taker].described->grows))
      taker = (int) i;
  return taker;
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *label = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && label == NULL; child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

/* GTK 4.8 names the heads after their class.  Where one was dragged they do not stand in the order of their columns. */
static void
name_heads (LiaisonListColumns *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (GtkWidget *head = gtk_widget_get_first_child (header); head != NULL; head = gtk_widget_get_next_sibling (head))
    gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (GTK_LABEL (find_label (head))), -1);
}

static void
find_first (LiaisonListColumns *self)
{
  LiaisonListColumn *before = self->first;
  guint position = 0;

  while (position < self->n_columns && !gtk_column_view_column_get_visible (liaison_list_columns_find (self, position)->column))
    position++;
  self->first = position < self->n_columns ? liaison_list_columns_find (self, position) : NULL;
  if (before == self->first)
    return;
  if (before != NULL)
    liaison_list_column_show_again (before);
  if (self->first != NULL)
    liaison_list_column_show_again (self->first);
}

void
liaison_list_columns_fit_anew (LiaisonListColumns *self)
{
  Plan plan = { { FALSE } };
  double unit = get_unit (self);
  int sum;
  int taker;

  self->working = TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    plan.visible[i] = self->automatic ? self->columns[i].described->usual : self->columns[i].chosen;
  make_room (self, &plan, self->width, unit);
  sum = add_up (self, &plan, unit);
  grow (self, &plan, self->width - sum, unit);
  taker = find_taker (self, &plan);
  for (guint i = 0; i < self->n_columns; i++)
    {
      gtk_column_view_column_set_expand (self->columns[i].column, (int) i == taker);
      apply (&self->columns[i], plan.visible[i], plan.compact[i], plan.widths[i]);
    }
  name_heads (self);
  find_first (self);
  self->working = FALSE;
}

/* A list is given its room with every step that one scrolls. */
void
liaison_list_columns_fit (LiaisonListColumns *self,
                          int                 width)
{
  double digit_width;

  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));

  digit_width = get_digit_width (self);
  if (width == self->width && digit_width == self->digit_width)
    return;
  if (digit_width != self->digit_width)
    {
      liaison_list_columns_measure_anew (self);
      for (guint i = 0; i < self->n_columns; i++)
        liaison_list_column_measure_again (&self->columns[i]);
    }
  self->width = width;
  self->digit_width = digit_width;
  liaison_list_columns_fit_anew (self);
}

void
liaison_list_columns_measure_anew (LiaisonListColumns *self)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));

  g_clear_object (&self->layout);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].n_measured = 0;
      self->columns[i].needed = 0;
    }
  liaison_list_columns_fit_soon (self);
}

void
liaison_list_columns_widen (LiaisonListColumns *self,
                            int                 column,
                            int                 digits)
{
  LiaisonListColumn *widened;
  double unit;

  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));
  g_return_if_fail (column >= 0 && (guint) column < self->n_columns);

  unit = get_unit (self);
  widened = &self->columns[column];
  widened->sized = MAX (PADDING + (int) (3 * LIAISON_USUAL_DIGIT_WIDTH * unit),
                        gtk_column_view_column_get_fixed_width (widened->column) + (int) (digits * LIAISON_USUAL_DIGIT_WIDTH * unit));
  liaison_list_columns_tell (self);
}
