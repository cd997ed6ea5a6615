/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-output.h"

typedef struct
{
  LiaisonChartRequest *request;
  LiaisonPlotView      view;
  LiaisonPlotFormat    format;
  gboolean             rtl;
} Output;

static void
output_free (gpointer data)
{
  Output *output = data;

  liaison_chart_request_unref (output->request);
  g_free (output);
}

static gpointer
make (LiaisonDb     *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Output *output = data;
  g_autoptr (LiaisonPlot) plot = liaison_chart_request_load (db, output->request, error);
  LiaisonPlotTheme theme;

  if (plot == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  liaison_plot_take_view (plot, output->view);
  /* What leaves the program looks like paper, whatever the window looks like. */
  liaison_plot_theme_init_look (&theme, LIAISON_PLOT_LIGHT);

  return liaison_plot_page_render (plot, output->format, &theme, 0, 0, output->rtl, cancellable, error);
}

/* The same request, whose plot is nothing but a table. */
static LiaisonChartRequest *
make_table_request (LiaisonChartRequest *request)
{
  LiaisonChartRequest *whole = liaison_chart_request_copy (request, liaison_chart_request_get_query (request));

  liaison_chart_request_set_against (whole, liaison_chart_request_get_against (request));
  liaison_chart_request_set_for_table (whole);

  return whole;
}

void
liaison_chart_output_make_async (LiaisonStore        *store,
                                 LiaisonChartRequest *request,
                                 LiaisonPlotView      view,
                                 LiaisonPlotFormat    format,
                                 gboolean             rtl,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Output *output = g_new (Output, 1);
  gboolean is_table = format == LIAISON_PLOT_CSV || format == LIAISON_PLOT_TEXT;

  *output = (Output) { is_table ? make_table_request (request) : liaison_chart_request_ref (request), view, format, rtl };
  liaison_store_run_async (store, LIAISON_QUEUE_OUTPUTS, make, output, output_free, (GDestroyNotify) g_bytes_unref, cancellable, callback, user_data);
}

GBytes *
liaison_chart_output_make_finish (LiaisonStore  *store,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return liaison_store_run_finish (store, result, error);
}
