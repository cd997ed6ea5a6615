/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-kind.h"

#include "liaison-balance-plot.h"
#include "liaison-calendar-plot.h"
#include "liaison-gap-plot.h"
#include "liaison-map-plot.h"
#include "liaison-matrix-plot.h"
#include "liaison-net-plot.h"
#include "liaison-pair-plot.h"
#include "liaison-query-asks.h"
#include "liaison-rank-plot.h"
#include "liaison-tile-plot.h"
#include "liaison-time-plot.h"
#include "liaison-timeline-plot.h"
#include "liaison-versus-plot.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

struct _LiaisonChartRequest
{
  const LiaisonChartKind *kind;
  LiaisonQuery           *query;
  LiaisonQuery           *against; /* NULL where nothing is compared */
  GHashTable             *chosen; /* name of an option → token */
  gboolean                needs_all;
  gboolean                is_for_table;
};

static const LiaisonChartKind * const kinds[] = {
  &liaison_time_chart,
  &liaison_calendar_chart,
  &liaison_timeline_chart,
  &liaison_gap_chart,
  &liaison_matrix_chart,
  &liaison_rank_chart,
  &liaison_balance_chart,
  &liaison_map_chart,
  &liaison_net_chart,
  &liaison_tile_chart,
  NULL,
};

const LiaisonChartKind * const *
liaison_chart_kind_get_all (void)
{
  return kinds;
}

const LiaisonChartKind *
liaison_chart_kind_find (const char *token)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (g_strcmp0 (kinds[i]->token, token) == 0)
        return kinds[i];
    }

  return NULL;
}

const LiaisonChartOption *
liaison_chart_kind_find_option (const LiaisonChartKind *kind,
                                const char             *name)
{
  for (const LiaisonChartOption *option = kind->options; option != NULL && option->name != NULL; option++)
    {
      if (g_strcmp0 (option->name, name) == 0)
        return option;
    }

  return NULL;
}

const char *
liaison_chart_kind_get_name (const LiaisonChartKind *kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "chart", kind->name);
}

const char *
liaison_chart_option_get_label (const LiaisonChartOption *option)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "chart", option->label);
}

const char *
liaison_chart_choice_get_label (const LiaisonChartChoice *choice)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "chart", choice->label);
}

LiaisonChartRequest *
liaison_chart_request_new (const LiaisonChartKind *kind,
                           LiaisonQuery           *query)
{
  LiaisonChartRequest *request = g_atomic_rc_box_new0 (LiaisonChartRequest);

  request->kind = kind;
  request->query = liaison_query_ref (query);
  request->chosen = g_hash_table_new (g_str_hash, g_str_equal);

  return request;
}

LiaisonChartRequest *
liaison_chart_request_ref (LiaisonChartRequest *request)
{
  return g_atomic_rc_box_acquire (request);
}

static void
clear_request (gpointer data)
{
  LiaisonChartRequest *request = data;

  liaison_query_unref (request->query);
  g_clear_pointer (&request->against, liaison_query_unref);
  g_hash_table_unref (request->chosen);
}

void
liaison_chart_request_unref (LiaisonChartRequest *request)
{
  g_atomic_rc_box_release_full (request, clear_request);
}

const LiaisonChartKind *
liaison_chart_request_get_kind (LiaisonChartRequest *request)
{
  return request->kind;
}

LiaisonQuery *
liaison_chart_request_get_query (LiaisonChartRequest *request)
{
  return request->query;
}

LiaisonChartRequest *
liaison_chart_request_copy (LiaisonChartRequest *request,
                            LiaisonQuery        *query)
{
  LiaisonChartRequest *copy = liaison_chart_request_new (request->kind, query);
  GHashTableIter iter;
  gpointer option, choice;

  g_hash_table_iter_init (&iter, request->chosen);
  while (g_hash_table_iter_next (&iter, &option, &choice))
    g_hash_table_insert (copy->chosen, option, choice);
  copy->is_for_table = request->is_for_table;

  return copy;
}

void
liaison_chart_request_set_against (LiaisonChartRequest *request,
                                   LiaisonQuery        *against)
{
  g_return_if_fail (request->against == NULL);

  request->against = against ? liaison_query_ref (against) : NULL;
}

LiaisonQuery *
liaison_chart_request_get_against (LiaisonChartRequest *request)
{
  return request->against;
}

void
liaison_chart_request_set_for_table (LiaisonChartRequest *request)
{
  request->is_for_table = TRUE;
}

gboolean
liaison_chart_request_is_for_table (LiaisonChartRequest *request)
{
  return request->is_for_table;
}

gboolean
liaison_chart_request_needs_all (LiaisonChartRequest *request)
{
  return request->needs_all || request->is_for_table;
}

gboolean
liaison_chart_request_choose (LiaisonChartRequest *request,
                              const char          *option,
                              const char          *choice)
{
  const LiaisonChartOption *known = liaison_chart_kind_find_option (request->kind, option);

  for (const LiaisonChartChoice *one = known ? known->choices : NULL; one != NULL && one->token != NULL; one++)
    {
      if (g_strcmp0 (one->token, choice) == 0)
        {
          /* Both live as long as the program. */
          g_hash_table_insert (request->chosen, (gpointer) known->name, (gpointer) one->token);
          return TRUE;
        }
    }

  return FALSE;
}

const char *
liaison_chart_request_get (LiaisonChartRequest *request,
                           const char          *option)
{
  const LiaisonChartOption *known = liaison_chart_kind_find_option (request->kind, option);
  const char *chosen = g_hash_table_lookup (request->chosen, option);

  g_return_val_if_fail (known != NULL, "");

  return chosen ? chosen : known->choices[0].token;
}

gboolean
liaison_chart_request_is (LiaisonChartRequest *request,
                          const char          *option,
                          const char          *choice)
{
  return g_str_equal (liaison_chart_request_get (request, option), choice);
}

char *
liaison_chart_name_query (LiaisonDb     *db,
                          LiaisonQuery  *query,
                          GError       **error)
{
  /* Translators: a query that narrows nothing, where two are compared */
  return liaison_query_is_empty (query) ? g_strdup (C_("query", "everything")) : liaison_query_spell_out (db, query, error);
}

/* The plot of one of two queries, and what that is called. */
static LiaisonPlot *
load_side (LiaisonDb            *db,
           LiaisonChartRequest  *request,
           LiaisonQuery         *query,
           char                **name,
           GError              **error)
{
  g_autoptr (LiaisonChartRequest) one = liaison_chart_request_copy (request, query);

  one->needs_all = TRUE;
  *name = liaison_chart_name_query (db, query, error);

  return *name ? liaison_chart_request_load (db, one, error) : NULL;
}

/* Two plots in one: pairs of bars where they have one figure a row, else two panes. */
static LiaisonPlot *
join (LiaisonDb            *db,
      LiaisonChartRequest  *request,
      GError              **error)
{
  g_autofree char *first_name = NULL, *second_name = NULL;
  g_autoptr (LiaisonPlot) first = load_side (db, request, request->query, &first_name, error);
  g_autoptr (LiaisonPlot) second = first ? load_side (db, request, request->against, &second_name, error) : NULL;

  if (second == NULL)
    return NULL;
  if (LIAISON_PLOT_GET_CLASS (first)->list_rows != NULL)
    return liaison_versus_plot_new ((LiaisonPlot * const[]) { first, second }, (const char * const[]) { first_name, second_name });

  return liaison_pair_plot_new ((LiaisonPlot * const[]) { first, second }, (const char * const[]) { first_name, second_name });
}

LiaisonPlot *
liaison_chart_request_load (LiaisonDb            *db,
                            LiaisonChartRequest  *request,
                            GError              **error)
{
  const LiaisonChartKind *kind = request->kind;
  LiaisonChartLoad load = request->against == NULL ? kind->load : kind->compare ? kind->compare : join;
  LiaisonPlot *plot = load (db, request, error);

  if (plot != NULL)
    {
      liaison_plot_set_query (plot, request->query);
      liaison_plot_set_kind (plot, kind->token);
    }

  return plot;
}
