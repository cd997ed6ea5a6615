/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-overview-page.h"

#include "liaison-chart-pane.h"

struct _LiaisonOverviewPage
{
  GtkWidget         parent_instance;

  GtkWidget        *content;
  LiaisonChartPane *tiles;
  LiaisonChartPane *time;
  LiaisonChartPane *gaps;
};

enum { SIGNAL_OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonOverviewPage, liaison_overview_page, GTK_TYPE_WIDGET)

static void
show_chart (LiaisonChartPane *pane,
            const char       *kind,
            LiaisonQuery     *query)
{
  g_autoptr (LiaisonChartRequest) request = liaison_chart_request_new (liaison_chart_kind_find (kind), query);

  liaison_chart_pane_set_request (pane, request);
}

static void
opened_cb (LiaisonOverviewPage *self,
           const char          *query,
           const char          *label)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, query, label);
}

static void
liaison_overview_page_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_OVERVIEW_PAGE (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_overview_page_parent_class)->dispose (object);
}

static void
liaison_overview_page_class_init (LiaisonOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_overview_page_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (LIAISON_TYPE_CHART_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverviewPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverviewPage, time);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverviewPage, gaps);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
liaison_overview_page_init (LiaisonOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_overview_page_set_store (LiaisonOverviewPage *self,
                                 LiaisonStore        *store)
{
  g_return_if_fail (LIAISON_IS_OVERVIEW_PAGE (self));

  liaison_chart_pane_set_store (self->tiles, store);
  liaison_chart_pane_set_store (self->time, store);
  liaison_chart_pane_set_store (self->gaps, store);
}

void
liaison_overview_page_set_query (LiaisonOverviewPage *self,
                                 LiaisonQuery        *query)
{
  g_autoptr (LiaisonQuery) everything = liaison_query_parse ("");

  g_return_if_fail (LIAISON_IS_OVERVIEW_PAGE (self));

  show_chart (self->tiles, "overview", query ? query : everything);
  show_chart (self->time, "over-time", query ? query : everything);
  show_chart (self->gaps, "gaps", query ? query : everything);
}
