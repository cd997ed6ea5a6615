/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot-fixture.h"

#include "liaison-new-store.h"

#include <string.h>

void
plot_fixture_fill_sample (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;

  liaison_fill_sample (db, NULL, &error);
  g_assert_no_error (error);
}

const char *
plot_fixture_get_query (const LiaisonChartKind *kind)
{
  return g_str_equal (kind->token, "timeline") ? "with:Zelenskyy" : "";
}

LiaisonPlot *
plot_fixture_load (LiaisonDb              *db,
                   const LiaisonChartKind *kind,
                   const char             *text,
                   const char             *option,
                   const char             *choice)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (LiaisonChartRequest) request = liaison_chart_request_new (kind, query);
  g_autoptr (GError) error = NULL;
  LiaisonPlot *plot;

  if (option != NULL)
    g_assert_true (liaison_chart_request_choose (request, option, choice));
  plot = liaison_chart_request_load (db, request, &error);
  g_assert_no_error (error);

  return plot;
}

void
plot_fixture_layout (LiaisonPlot *plot,
                     int          width,
                     int          height)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  liaison_plot_layout (plot, context, width, height, FALSE);
  g_object_unref (context);
}

void
plot_fixture_put_call (LiaisonDb  *db,
                       guint       number,
                       const char *day,
                       guint       counterpart)
{
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "form", "phone-call", "status", "held", "start", day, "precision", "day", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 2 * number, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, number), "contact",
                  db_fixture_uuid (LIAISON_KIND_CONTACT, 1), "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 2 * number + 1, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, number), "contact",
                  db_fixture_uuid (LIAISON_KIND_CONTACT, counterpart), "side", "theirs", NULL);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

char *
plot_join_lines (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
plot_query_lines (LiaisonDb  *db,
                  const char *statement)
{
  g_autofree char *all = g_strdup_printf ("SELECT coalesce (group_concat (line, char (10)), '') FROM (%s)", statement);
  g_autofree char *text = db_fixture_query (db, all);
  g_auto (GStrv) split = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; split[i] != NULL; i++)
    {
      if (*split[i] != '\0')
        g_ptr_array_add (lines, split[i]);
    }

  return plot_join_lines (lines);
}
