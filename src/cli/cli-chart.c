/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-chart-kind.h"
#include "liaison-file.h"
#include "liaison-plot-page.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_SIZE 100
#define MOST_SIZE 10000

static const struct { const char *token; LiaisonPlotLook look; } looks[] = {
  { "light", LIAISON_PLOT_LIGHT },
  { "dark", LIAISON_PLOT_DARK },
  { "contrast", LIAISON_PLOT_CONTRAST },
  { "print", LIAISON_PLOT_PRINT },
};

typedef struct
{
  LiaisonChartRequest *request;
  LiaisonPlotTheme     theme;
  LiaisonPlotFormat    format;
  const char          *output;
  int                  width;
  int                  height;
} Chart;

static char *
list_kinds (void)
{
  GString *kinds = g_string_new (NULL);

  for (const LiaisonChartKind * const *kind = liaison_chart_kind_get_all (); *kind != NULL; kind++)
    g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", (*kind)->token);

  return g_string_free (kinds, FALSE);
}

static char *
list_choices (const LiaisonChartOption *option)
{
  GString *choices = g_string_new (NULL);

  for (const LiaisonChartChoice *choice = option->choices; choice->token != NULL; choice++)
    g_string_append_printf (choices, "%s%s", choices->len > 0 ? ", " : "", choice->token);

  return g_string_free (choices, FALSE);
}

static char *
list_options (const LiaisonChartKind *kind)
{
  GString *options = g_string_new (NULL);

  for (const LiaisonChartOption *option = kind->options; option != NULL && option->name != NULL; option++)
    g_string_append_printf (options, "%s%s", options->len > 0 ? ", " : "", option->name);

  return g_string_free (options, FALSE);
}

char *
liaison_cli_describe_charts (void)
{
  GString *text = g_string_new (_("KIND is one of these; --set chooses what is beside it, the first where nothing is set:"));

  g_string_append_c (text, '\n');
  for (const LiaisonChartKind * const *kind = liaison_chart_kind_get_all (); *kind != NULL; kind++)
    {
      g_string_append_printf (text, "  %-12s %s\n", (*kind)->token, liaison_chart_kind_get_name (*kind));
      for (const LiaisonChartOption *option = (*kind)->options; option != NULL && option->name != NULL; option++)
        {
          g_autofree char *choices = list_choices (option);

          g_string_append_printf (text, "    %s=%s\n", option->name, choices);
        }
    }

  return g_string_free (text, FALSE);
}

static gboolean
write_bytes (GOutputStream  *stream,
             gpointer        user_data,
             GError        **error)
{
  return g_output_stream_write_all (stream, g_bytes_get_data (user_data, NULL), g_bytes_get_size (user_data), NULL, NULL, error);
}

static LiaisonCliStatus
draw (const Chart *chart,
      const char  *store)
{
  LiaisonQuery *against = liaison_chart_request_get_against (chart->request);
  g_autoptr (LiaisonDb) db = liaison_cli_open_store (store, LIAISON_DB_READ);
  g_autoptr (LiaisonPlot) plot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!db)
    return LIAISON_CLI_FAILED;
  if (!liaison_cli_resolve_query (db, liaison_chart_request_get_query (chart->request), &error)
      || (against && !liaison_cli_resolve_query (db, against, &error)))
    return liaison_cli_query_error (error);

  plot = liaison_chart_request_load (db, chart->request, &error);
  if (!plot)
    return liaison_cli_query_error (error);

  bytes = liaison_plot_page_render (plot, chart->format, &chart->theme, MAX (chart->width, 0), MAX (chart->height, 0), FALSE, NULL,
                                    &error);
  if (bytes && liaison_file_write (chart->output, G_FILE_CREATE_NONE, write_bytes, bytes, NULL, &error))
    return LIAISON_CLI_DONE;

  liaison_cli_error (_("“%s” cannot be written: %s"), chart->output, error->message);

  return LIAISON_CLI_FAILED;
}

/* One of --set: NAME=VALUE. */
static LiaisonCliStatus
set_option (const LiaisonCliVerb *verb,
            LiaisonChartRequest  *request,
            const char           *setting)
{
  const LiaisonChartKind *kind = liaison_chart_request_get_kind (request);
  const char *equals = strchr (setting, '=');
  g_autofree char *name = equals ? g_strndup (setting, equals - setting) : g_strdup (setting);
  const LiaisonChartOption *option = liaison_chart_kind_find_option (kind, name);
  g_autofree char *known = option ? list_choices (option) : list_options (kind);

  if (!option)
    return liaison_cli_usage_error (verb, _("“%s” cannot be set of this chart; there are %s."), name, *known ? known : _("none"));
  if (!equals || !liaison_chart_request_choose (request, name, equals + 1))
    return liaison_cli_usage_error (verb, _("“%s” is nothing that “%s” can be set to; there are %s."), equals ? equals + 1 : "", name, known);

  return LIAISON_CLI_DONE;
}

static LiaisonCliStatus
read_look (const LiaisonCliVerb *verb,
           const char           *look,
           LiaisonPlotTheme     *theme)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if (g_strcmp0 (looks[i].token, look ? look : "light") == 0)
        {
          liaison_plot_theme_init_look (theme, looks[i].look);
          return LIAISON_CLI_DONE;
        }
    }

  return liaison_cli_usage_error (verb, _("“%s” is no look; there are light, dark, contrast and print."), look);
}

/* No size that somebody writes. */
#define NOT_GIVEN G_MININT

static gboolean
is_size (int size)
{
  return size == NOT_GIVEN || (size >= LEAST_SIZE && size <= MOST_SIZE);
}

static LiaisonCliStatus
read_page (const LiaisonCliVerb *verb,
           const char           *store,
           const char           *look,
           Chart                *chart)
{
  if (!chart->output)
    return liaison_cli_usage_error (verb, _("Say where to draw, with --output."));
  if (!liaison_plot_format_from_path (chart->output, &chart->format))
    return liaison_cli_usage_error (verb, _("“%s” has none of the suffixes svg, png, pdf and csv."), chart->output);
  if (liaison_cli_is_store (chart->output, store))
    return liaison_cli_usage_error (verb, _("That is the store itself."));
  if (!is_size (chart->width) || !is_size (chart->height))
    return liaison_cli_usage_error (verb, _("A width and a height are from %d to %d."), LEAST_SIZE, MOST_SIZE);

  return read_look (verb, look, &chart->theme);
}

static LiaisonCliStatus
read_kind (const LiaisonCliVerb    *verb,
           const char              *token,
           const LiaisonChartKind **kind)
{
  g_autofree char *kinds = list_kinds ();

  *kind = liaison_chart_kind_find (token);
  if (*kind)
    return LIAISON_CLI_DONE;
  if (!token)
    return liaison_cli_usage_error (verb, _("Say which chart to draw; there are %s."), kinds);

  return liaison_cli_usage_error (verb, _("“%s” is no chart; there are %s."), token, kinds);
}

static LiaisonCliStatus
run (const LiaisonCliVerb *verb,
     const char           *store,
     char                **arguments,
     char                **settings,
     char                 *against,
     const char           *look,
     Chart                *chart)
{
  const LiaisonChartKind *kind;
  g_autoptr (LiaisonQuery) query = NULL;
  g_autoptr (LiaisonChartRequest) request = NULL;
  LiaisonCliStatus status = read_kind (verb, arguments ? arguments[0] : NULL, &kind);

  if (status == LIAISON_CLI_DONE)
    status = read_page (verb, store, look, chart);
  if (status != LIAISON_CLI_DONE)
    return status;

  query = liaison_cli_parse_query (arguments + 1);
  if (!query)
    return LIAISON_CLI_USAGE;

  chart->request = request = liaison_chart_request_new (kind, query);
  if (against)
    {
      g_autoptr (LiaisonQuery) other = liaison_cli_parse_query ((char *[]) { against, NULL });

      if (!other)
        return LIAISON_CLI_USAGE;
      liaison_chart_request_set_against (request, other);
    }
  if (chart->format == LIAISON_PLOT_CSV)
    liaison_chart_request_set_for_table (request);
  for (char **setting = settings; setting && *setting; setting++)
    {
      status = set_option (verb, request, *setting);
      if (status != LIAISON_CLI_DONE)
        return status;
    }

  return draw (chart, store);
}

LiaisonCliStatus
liaison_cli_chart (const LiaisonCliVerb *verb,
                   char                **words)
{
  g_autofree char *store = NULL;
  g_autofree char *output = NULL;
  g_autofree char *look = NULL;
  g_autofree char *against = NULL;
  g_auto (GStrv) settings = NULL;
  g_auto (GStrv) arguments = NULL;
  Chart chart = { .width = NOT_GIVEN, .height = NOT_GIVEN };
  const GOptionEntry entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output, N_("Where to draw: a file that ends in svg, png, pdf, or csv"), N_("FILE") },
    { "set", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &settings, N_("Choose something of the chart; may be repeated"), N_("NAME=VALUE") },
    { "against", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &against, N_("Compare with a second query"), N_("QUERY") },
    { "look", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &look, N_("light, dark, contrast or print"), N_("LOOK") },
    { "width", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &chart.width, N_("The width in pixels; what the chart needs where this is not given"), N_("N") },
    { "height", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &chart.height, N_("The height in pixels; likewise"), N_("N") },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };

  if (!liaison_cli_parse (verb, words, entries, &store))
    return LIAISON_CLI_USAGE;

  chart.output = output;

  return run (verb, store, arguments, settings, against, look, &chart);
}
