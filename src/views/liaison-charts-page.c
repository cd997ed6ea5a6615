/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-charts-page.h"

#include "liaison-bar-chart.h"
#include "liaison-error-text.h"
#include "liaison-status-page.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

struct _LiaisonChartsPage
{
  GtkWidget        parent_instance;

  LiaisonStore    *store;
  LiaisonQuery    *query;
  GCancellable    *loading;
  gboolean         step_is_chosen; /* by hand; else it follows the span */
  LiaisonStep      step;
  GSimpleAction   *step_action;

  GtkWidget       *stack;
  GtkWidget       *spinner;
  GtkWidget       *subtitle_label;
  LiaisonBarChart *chart;
  GtkWidget       *empty_page;
};

enum { PROP_0, PROP_STORE, PROP_QUERY, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { SIGNAL_OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonChartsPage, liaison_charts_page, GTK_TYPE_WIDGET)

static const struct
{
  const char *token;
  LiaisonStep step;
} steps[] = {
  { "week", LIAISON_STEP_WEEK },
  { "month", LIAISON_STEP_MONTH },
  { "year", LIAISON_STEP_YEAR },
};

static const char *
get_step_token (LiaisonStep step)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].step == step)
        return steps[i].token;
    }

  return "";
}

/* What the thread is given */

typedef struct
{
  LiaisonQuery *query;
  gboolean      step_is_chosen;
  LiaisonStep   step;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  liaison_query_unref (request->query);
  g_free (request);
}

/* Counts by year first where the step is to follow the span, since that tells the span. */
static gpointer
load_series (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;
  g_autoptr (LiaisonSeries) by_month = NULL;
  guint n;
  LiaisonStep step;

  if (request->step_is_chosen)
    return liaison_series_load (db, request->query, request->step, error);

  by_month = liaison_series_load (db, request->query, LIAISON_STEP_MONTH, error);
  if (by_month == NULL)
    return NULL;

  n = liaison_series_get_n_buckets (by_month);
  if (n == 0)
    return g_steal_pointer (&by_month);

  step = liaison_step_choose (liaison_series_get_start (by_month, 0), liaison_series_get_start (by_month, n - 1));
  if (step == LIAISON_STEP_MONTH)
    return g_steal_pointer (&by_month);

  return liaison_series_load (db, request->query, step, error);
}

static void
show_message (LiaisonChartsPage *self,
              const char        *icon_name,
              const char        *title,
              const char        *description)
{
  g_object_set (self->empty_page, "icon-name", icon_name, "title", title, "description", description, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static char *
describe_series (LiaisonSeries *series)
{
  guint n = liaison_series_get_n_buckets (series);
  int sum = liaison_series_get_sum (series);
  int undated = liaison_series_get_undated (series);
  g_autofree char *first = liaison_series_dup_label (series, 0);
  g_autofree char *last = liaison_series_dup_label (series, n - 1);
  /* Translators: how many engagements; the first and the last week, month or year that has any */
  g_autofree char *counted = g_strdup_printf (ngettext ("%d counted engagement, %s to %s", "%d counted engagements, %s to %s", sum),
                                              sum, first, last);
  g_autofree char *rest = NULL;

  if (undated == 0)
    return g_steal_pointer (&counted);

  /* Translators: engagements that no bar shows, after "12 counted engagements, … to …" */
  rest = g_strdup_printf (ngettext ("%d more without a date of its own", "%d more without a date of their own", undated), undated);

  return g_strdup_printf ("%s · %s", counted, rest);
}

static void
show_series (LiaisonChartsPage *self,
             LiaisonSeries     *series)
{
  g_autofree char *subtitle = NULL;

  if (liaison_series_get_sum (series) == 0)
    {
      show_message (self, "liaison-place-charts-symbolic", _("Nothing to draw"), _("No counted engagement with a date matches."));
      return;
    }

  subtitle = describe_series (series);
  gtk_label_set_label (GTK_LABEL (self->subtitle_label), subtitle);
  liaison_bar_chart_set_series (self->chart, series);
  self->step = liaison_series_get_step (series);
  g_simple_action_set_state (self->step_action, g_variant_new_string (get_step_token (self->step)));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "chart");
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonChartsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSeries) series = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || LIAISON_STORE (object) != self->store)
    return;

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  if (series != NULL)
    show_series (self, series);
  else
    show_message (self, "dialog-error-symbolic", _("The chart could not be drawn"), error->message);
}

static void
reload (LiaisonChartsPage *self)
{
  Request *request;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->store == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  request = g_new0 (Request, 1);
  request->query = self->query ? liaison_query_ref (self->query) : liaison_query_parse ("");
  request->step_is_chosen = self->step_is_chosen;
  request->step = self->step;
  self->loading = g_cancellable_new ();
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  liaison_store_run_async (self->store, LIAISON_QUEUE_CHARTS, load_series, request, free_request,
                           (GDestroyNotify) liaison_series_unref, self->loading, loaded_cb, g_object_ref (self));
}

static void
mark_activated_cb (LiaisonChartsPage *self,
                   const char        *query,
                   const char        *label)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, query, label);
}

static void
step_chosen_cb (LiaisonChartsPage *self,
                GVariant          *state)
{
  const char *token = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (g_str_equal (steps[i].token, token))
        self->step = steps[i].step;
    }
  self->step_is_chosen = TRUE;
  g_simple_action_set_state (self->step_action, state);
  reload (self);
}

static void
liaison_charts_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_charts_page_parent_class)->map (widget);
  reload (LIAISON_CHARTS_PAGE (widget));
}

static void
liaison_charts_page_get_property (GObject    *object,
                                  guint       property,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  LiaisonChartsPage *self = LIAISON_CHARTS_PAGE (object);

  switch (property)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_charts_page_set_property (GObject      *object,
                                  guint         property,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  LiaisonChartsPage *self = LIAISON_CHARTS_PAGE (object);

  switch (property)
    {
    case PROP_STORE:
      liaison_charts_page_set_store (self, g_value_get_object (value));
      break;
    case PROP_QUERY:
      liaison_charts_page_set_query (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_charts_page_dispose (GObject *object)
{
  LiaisonChartsPage *self = LIAISON_CHARTS_PAGE (object);

  liaison_charts_page_set_store (self, NULL);
  g_clear_pointer (&self->query, liaison_query_unref);
  g_clear_object (&self->step_action);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_charts_page_parent_class)->dispose (object);
}

static void
liaison_charts_page_class_init (LiaisonChartsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_charts_page_get_property;
  object_class->set_property = liaison_charts_page_set_property;
  object_class->dispose = liaison_charts_page_dispose;
  widget_class->map = liaison_charts_page_map;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LIAISON_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, LIAISON_TYPE_QUERY,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (LIAISON_TYPE_BAR_CHART);
  g_type_ensure (LIAISON_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartsPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartsPage, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
}

static void
liaison_charts_page_init (LiaisonChartsPage *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->step_action = g_simple_action_new_stateful ("step", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect_object (self->step_action, "change-state", G_CALLBACK (step_chosen_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->step_action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "charts", G_ACTION_GROUP (actions));
}

GtkWidget *
liaison_charts_page_new (void)
{
  return g_object_new (LIAISON_TYPE_CHARTS_PAGE, NULL);
}

void
liaison_charts_page_set_store (LiaisonChartsPage *self,
                               LiaisonStore      *store)
{
  g_return_if_fail (LIAISON_IS_CHARTS_PAGE (self));
  g_return_if_fail (store == NULL || LIAISON_IS_STORE (store));

  if (store == self->store)
    return;

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  self->step_is_chosen = FALSE;
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

void
liaison_charts_page_set_query (LiaisonChartsPage *self,
                               LiaisonQuery      *query)
{
  g_return_if_fail (LIAISON_IS_CHARTS_PAGE (self));

  if (query == self->query)
    return;

  g_clear_pointer (&self->query, liaison_query_unref);
  self->query = query ? liaison_query_ref (query) : NULL;
  reload (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}
