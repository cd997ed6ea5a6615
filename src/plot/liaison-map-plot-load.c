/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-map-plot-private.h"

#include "liaison-country.h"
#include "liaison-day.h"
#include "liaison-plot-text.h"
#include "liaison-reach.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What may be left out of a picture that is fitted, of all figures, and how far that must be, of how far most are. */
#define LEFT_OUT 0.1
#define FAR 2.5

/* Countries that are further from their middle are shown on a map of the world. */
#define MOST_RADIUS (62 * G_PI / 180)

/* Steps that a person reads easily. */
static const int round_numbers[] = { 1, 2, 3, 5, 10, 15, 20, 30, 50, 100, 150, 200, 300, 500, 1000, 1500, 2000, 3000, 5000, 10000, 20000, 50000,
                                     100000, 200000, 500000, 1000000 };

static const int days_of_grades[LIAISON_MAP_N_GRADES] = { 7, 30, 90, 365, G_MAXINT };

/* Figures */

static void
fill_entries (LiaisonMapPlot *self,
              const char     *own)
{
  const LiaisonMapCountry *countries = liaison_map_outlines_get (&self->n_drawn);

  for (guint i = 0; i < self->n_drawn; i++)
    {
      const LiaisonMapEntry entry = { countries[i].code, -1, 0, -1, -1, *own != '\0' && g_str_equal (countries[i].code, own) };

      g_array_append_val (self->entries, entry);
    }

  for (guint row = 0; row < liaison_grid_get_n_rows (self->grid); row++)
    {
      const LiaisonGridFigure *figure = liaison_grid_get_figure (self->grid, row, -1);
      const char *code = liaison_grid_get_row (self->grid, row).key;
      int place = liaison_map_outlines_find (code);
      LiaisonMapEntry entry = { code, row, liaison_grid_figure_listed (figure), -1, -1, FALSE };

      /* Engagements with organisations alone are of no country. */
      if (*code == '\0' || entry.value <= 0)
        continue;

      if (figure->last_day > 0)
        entry.days = liaison_day_diff (figure->last_day, liaison_plot_get_frame (LIAISON_PLOT (self))->today);
      if (place >= 0)
        g_array_index (self->entries, LiaisonMapEntry, place) = entry;
      else
        g_array_append_val (self->entries, entry);
    }
}

static int
find_round (double number)
{
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (round_numbers); i++)
    {
      if (fabs (log (number / round_numbers[i])) < fabs (log (number / round_numbers[best])))
        best = i;
    }

  return round_numbers[best];
}

/* The steps of the shades: as many as there are figures where these are few, else such that each is as many times the one before. */
static void
choose_grades (LiaisonMapPlot *self)
{
  gint64 maximum = self->maximum;

  self->n_grades = 0;
  if (self->shows_days)
    {
      self->n_grades = LIAISON_MAP_N_GRADES;
      for (guint i = 0; i < self->n_grades; i++)
        self->bounds[i] = days_of_grades[i];
      return;
    }

  for (guint i = 0; i < LIAISON_MAP_N_GRADES; i++)
    {
      gint64 bound = maximum <= LIAISON_MAP_N_GRADES ? (int) i + 1 : find_round (pow (maximum, (double) i / LIAISON_MAP_N_GRADES));

      if (bound <= maximum && (self->n_grades == 0 || bound > self->bounds[self->n_grades - 1]))
        self->bounds[self->n_grades++] = bound;
    }
}

/* The strongest shade is that of the greatest figure, or of the fewest days. */
static int
find_grade (LiaisonMapPlot        *self,
            const LiaisonMapEntry *entry)
{
  int grade = 0;

  if (entry->value == 0 || (self->shows_days && entry->days < 0))
    return -1;

  if (self->shows_days)
    {
      while (entry->days > self->bounds[grade])
        grade++;
      return (int) self->n_grades - 1 - grade;
    }

  while (grade + 1 < (int) self->n_grades && entry->value >= self->bounds[grade + 1])
    grade++;

  return grade;
}

static char *
describe_days (guint grade)
{
  if (grade == 0)
    return g_strdup_printf (ngettext ("%d day ago or less", "%d days ago or less", days_of_grades[0]), days_of_grades[0]);
  if (grade == LIAISON_MAP_N_GRADES - 1)
    return g_strdup (C_("chart", "longer ago"));

  return g_strdup_printf ("%d–%d", days_of_grades[grade - 1] + 1, days_of_grades[grade]);
}

static char *
describe_count (LiaisonMapPlot *self,
                guint           grade)
{
  gint64 last = grade + 1 < self->n_grades ? self->bounds[grade + 1] - 1 : self->maximum;
  g_autofree char *from = liaison_plot_text_format_number (self->bounds[grade]);
  g_autofree char *to = liaison_plot_text_format_number (last);

  return last == self->bounds[grade] ? g_steal_pointer (&from) : g_strdup_printf ("%s–%s", from, to);
}

static void
fill_key (LiaisonMapPlot *self)
{
  for (guint i = 0; i < self->n_grades; i++)
    {
      g_autofree char *label = self->shows_days ? describe_days (i) : describe_count (self, i);

      liaison_plot_key_add_shade (self->key, liaison_map_plot_get_share (self, self->shows_days ? self->n_grades - 1 - i : i), label);
    }
  liaison_plot_key_add (self->key, LIAISON_PLOT_STYLE_BLANK, C_("chart", "no engagement"));
}

static void
grade_entries (LiaisonMapPlot *self)
{
  choose_grades (self);
  for (guint i = 0; i < self->entries->len; i++)
    g_array_index (self->entries, LiaisonMapEntry, i).grade = find_grade (self, &g_array_index (self->entries, LiaisonMapEntry, i));

  liaison_plot_key_free (self->key);
  self->key = liaison_plot_key_new ();
  fill_key (self);
}

/* What is to be seen */

static LiaisonGlobePoint
find_middle (GArray *points)
{
  double x = 0;
  double y = 0;
  double z = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const LiaisonGlobePoint *point = &g_array_index (points, LiaisonGlobePoint, i);

      x += cos (point->latitude) * cos (point->longitude);
      y += cos (point->latitude) * sin (point->longitude);
      z += sin (point->latitude);
    }

  return (LiaisonGlobePoint) { atan2 (y, x), atan2 (z, hypot (x, y)) };
}

/* How far each is from the middle of all. */
static GArray *
measure_distances (GArray *entries)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LiaisonGlobePoint));
  GArray *distances = g_array_new (FALSE, FALSE, sizeof (double));
  guint n;
  const LiaisonMapCountry *countries = liaison_map_outlines_get (&n);
  LiaisonGlobePoint middle;

  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (points, countries[g_array_index (entries, guint, i)].centre);
  middle = find_middle (points);
  for (guint i = 0; i < points->len; i++)
    {
      const double distance = liaison_globe_get_distance (middle, g_array_index (points, LiaisonGlobePoint, i));

      g_array_append_val (distances, distance);
    }

  return distances;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Takes out the one that is furthest from the middle, where it is far from where most are; returns what is under it, 0 where all are near. */
static gint64
drop_furthest (LiaisonMapPlot *self,
               GArray         *entries,
               gint64          most)
{
  g_autoptr (GArray) distances = measure_distances (entries);
  g_autoptr (GArray) sorted = g_array_copy (distances);
  guint furthest = 0;
  gint64 value;

  for (guint i = 1; i < distances->len; i++)
    {
      if (g_array_index (distances, double, i) > g_array_index (distances, double, furthest))
        furthest = i;
    }
  g_array_sort (sorted, compare_numbers);
  value = g_array_index (self->entries, LiaisonMapEntry, g_array_index (entries, guint, furthest)).value;
  if (value > most || g_array_index (distances, double, furthest) < FAR * g_array_index (sorted, double, sorted->len / 2))
    return 0;

  g_array_remove_index (entries, furthest);

  return value;
}

static gboolean
are_near (GArray *entries)
{
  g_autoptr (GArray) distances = measure_distances (entries);

  for (guint i = 0; i < distances->len; i++)
    {
      if (g_array_index (distances, double, i) > MOST_RADIUS)
        return FALSE;
    }

  return TRUE;
}

/* Chooses what the picture is fitted to: all that have been reached but a few that are far away; none where only the world will do. */
static void
choose_fitted (LiaisonMapPlot *self)
{
  gint64 sum = 0;
  gint64 rest, value;

  for (guint i = 0; i < self->n_drawn; i++)
    {
      if (g_array_index (self->entries, LiaisonMapEntry, i).value > 0)
        g_array_append_val (self->fitted, i);
      sum += g_array_index (self->entries, LiaisonMapEntry, i).value;
    }

  rest = sum * LEFT_OUT;
  while (self->fitted->len > 2 && (value = drop_furthest (self, self->fitted, rest)) > 0)
    rest -= value;
  if (!are_near (self->fitted))
    g_array_set_size (self->fitted, 0);
}

static void
write_texts (LiaisonMapPlot *self)
{
  gint64 value = liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, -1, -1));
  g_autofree char *engagements = liaison_plot_text_describe_engagements (value);
  g_autofree char *span = liaison_time_text_query_span (liaison_grid_get_query (self->grid));
  g_autofree char *countries = NULL;
  const LiaisonMapEntry *most = NULL;
  LiaisonPlotTexts texts = { .title = g_strdup (C_("chart", "Which countries are we in touch with?")) };
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, i);

      n += entry->value > 0;
      if (entry->value > 0 && (most == NULL || entry->value > most->value))
        most = entry;
    }
  texts.is_empty = n == 0;
  countries = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u country", "%u countries", n), n);
  /* Translators: "12 engagements", "9 December 2021 – 14 January 2022", "25 countries" */
  texts.subtitle = g_strdup_printf (C_("chart", "%s · %s · %s"), engagements, span, countries);
  texts.rule = g_strdup (_("Counted are engagements that were held, announced and unsourced ones included, by the countries of the other side. One"
                           " with several is counted for each of them. Outlines and borders are those of Natural Earth 4.1, which is in the public"
                           " domain."));
  if (most != NULL)
    {
      g_autofree char *figure = liaison_plot_text_describe_engagements (most->value);

      /* Translators: "12 engagements", "25 countries"; the country with most, and how many: "25 engagements" */
      texts.description = g_strdup_printf (C_("chart", "%s with %s, most with %s: %s."), engagements, countries,
                                           liaison_country_get_name (most->code), figure);
    }
  else
    {
      texts.description = g_strdup_printf ("%s.", engagements);
    }
  liaison_plot_take_texts (LIAISON_PLOT (self), &texts);
}

static gboolean
is_fitted (LiaisonMapPlot *self,
           guint           entry)
{
  for (guint i = 0; i < self->fitted->len; i++)
    {
      if (g_array_index (self->fitted, guint, i) == entry)
        return TRUE;
    }

  return FALSE;
}

/* The same shades, and the same part of the world. */
void
liaison_map_plot_match (LiaisonPlot *plot,
                        LiaisonPlot *other_plot)
{
  LiaisonMapPlot *self = LIAISON_MAP_PLOT (plot);
  LiaisonMapPlot *other = LIAISON_MAP_PLOT (other_plot);

  self->maximum = MAX (self->maximum, other->maximum);
  grade_entries (self);
  if (self->fitted->len == 0 || other->fitted->len == 0)
    g_array_set_size (self->fitted, 0);
  for (guint i = 0; self->fitted->len > 0 && i < other->fitted->len; i++)
    {
      guint entry = g_array_index (other->fitted, guint, i);

      if (!is_fitted (self, entry))
        g_array_append_val (self->fitted, entry);
    }
  if (!are_near (self->fitted))
    g_array_set_size (self->fitted, 0);
}

LiaisonPlot *
liaison_map_plot_load (LiaisonDb            *db,
                       LiaisonChartRequest  *request,
                       GError              **error)
{
  g_autoptr (LiaisonMapPlot) self = g_object_new (LIAISON_TYPE_MAP_PLOT, NULL);
  g_autofree char *own = liaison_reach_dup_own_country (db, error);

  if (own == NULL)
    return NULL;

  self->grid = liaison_grid_load (db, liaison_chart_request_get_query (request), LIAISON_SUBJECT_HELD, LIAISON_COUNT_COUNTRY, -1,
                                  LIAISON_MEASURE_ENGAGEMENTS, error);
  if (self->grid == NULL)
    return NULL;

  self->shows_days = liaison_chart_request_is (request, "shade", "days");
  fill_entries (self, own);
  for (guint i = 0; i < self->entries->len; i++)
    self->maximum = MAX (self->maximum, g_array_index (self->entries, LiaisonMapEntry, i).value);
  grade_entries (self);
  self->is_europe = liaison_chart_request_is (request, "part", "europe");
  if (liaison_chart_request_is (request, "part", "fitted"))
    choose_fitted (self);
  write_texts (self);

  return LIAISON_PLOT (g_steal_pointer (&self));
}
