/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-pane.h"

#include "liaison-chart-view.h"
#include "liaison-error.h"
#include "liaison-status-page.h"

struct _LiaisonChartPane
{
  GtkWidget            parent_instance;

  LiaisonStore        *store;
  LiaisonChartRequest *request;
  GCancellable        *loading;
  gboolean             compact;

  GtkStack            *stack;
  GtkSpinner          *spinner;
  LiaisonChartView    *view;
  LiaisonStatusPage   *failed_page;
  LiaisonStatusPage   *hint_page;
};

enum { PROP_0, PROP_COMPACT, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { SIGNAL_OPENED, SIGNAL_NARROWED, SIGNAL_WIDENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonChartPane, liaison_chart_pane, GTK_TYPE_WIDGET)

static gpointer
load_plot (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return liaison_chart_request_load (db, data, error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonChartPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlot) plot = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  const LiaisonPlotTexts *texts;

  if (liaison_error_is_cancelled (error) || LIAISON_STORE (object) != self->store)
    return;

  gtk_spinner_stop (self->spinner);
  if (plot == NULL)
    {
      g_autofree char *message = liaison_error_dup_message (error);

      g_object_set (self->failed_page, "description", message, NULL);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  liaison_chart_view_set_plot (self->view, plot);
  liaison_chart_view_set_source (self->view, self->store, self->request);
  texts = liaison_plot_get_texts (plot);
  if (texts->hint != NULL)
    g_object_set (self->hint_page, "title", texts->title, "description", texts->hint, NULL);
  gtk_stack_set_visible_child_name (self->stack, texts->hint != NULL ? "hint" : "chart");
}

static void
reload (LiaisonChartPane *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->store == NULL || self->request == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->loading = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  liaison_store_run_async (self->store, LIAISON_QUEUE_CHARTS, load_plot, liaison_chart_request_ref (self->request),
                           (GDestroyNotify) liaison_chart_request_unref, g_object_unref, self->loading, loaded_cb, g_object_ref (self));
}

static void
opened_cb (LiaisonChartPane *self,
           const char       *query,
           const char       *label)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, query, label);
}

static void
liaison_chart_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_chart_pane_parent_class)->map (widget);
  reload (LIAISON_CHART_PANE (widget));
}

static void
narrowed_cb (LiaisonChartPane *self,
             const char       *query)
{
  g_signal_emit (self, signals[SIGNAL_NARROWED], 0, query);
}

static void
widened_cb (LiaisonChartPane *self)
{
  g_signal_emit (self, signals[SIGNAL_WIDENED], 0);
}

static void
liaison_chart_pane_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LiaisonChartPane *self = LIAISON_CHART_PANE (object);

  switch (property)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_chart_pane_set_property (GObject      *object,
                                 guint         property,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  LiaisonChartPane *self = LIAISON_CHART_PANE (object);

  switch (property)
    {
    case PROP_COMPACT:
      if (self->compact == g_value_get_boolean (value))
        return;
      self->compact = g_value_get_boolean (value);
      g_object_set (self->view, "compact", self->compact, NULL);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_chart_pane_dispose (GObject *object)
{
  LiaisonChartPane *self = LIAISON_CHART_PANE (object);

  liaison_chart_pane_set_store (self, NULL);
  g_clear_pointer (&self->request, liaison_chart_request_unref);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;

  G_OBJECT_CLASS (liaison_chart_pane_parent_class)->dispose (object);
}

static void
liaison_chart_pane_class_init (LiaisonChartPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_chart_pane_get_property;
  object_class->set_property = liaison_chart_pane_set_property;
  object_class->dispose = liaison_chart_pane_dispose;
  widget_class->map = liaison_chart_pane_map;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_NARROWED] = g_signal_new ("narrowed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_WIDENED] = g_signal_new ("widened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LIAISON_TYPE_CHART_VIEW);
  g_type_ensure (LIAISON_TYPE_STATUS_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-chart-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartPane, view);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartPane, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartPane, hint_page);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, widened_cb);
}

static void
liaison_chart_pane_init (LiaisonChartPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_chart_pane_set_store (LiaisonChartPane *self,
                              LiaisonStore     *store)
{
  g_return_if_fail (LIAISON_IS_CHART_PANE (self));

  if (store == self->store)
    return;

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (self->view != NULL)
    {
      liaison_chart_view_set_plot (self->view, NULL);
      liaison_chart_view_set_source (self->view, NULL, NULL);
    }
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}

void
liaison_chart_pane_set_request (LiaisonChartPane    *self,
                                LiaisonChartRequest *request)
{
  g_return_if_fail (LIAISON_IS_CHART_PANE (self));

  if (request == self->request)
    return;

  g_clear_pointer (&self->request, liaison_chart_request_unref);
  self->request = request ? liaison_chart_request_ref (request) : NULL;
  reload (self);
}
