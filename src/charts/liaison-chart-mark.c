/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-mark.h"

struct _LiaisonChartMark
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonChartMark, liaison_chart_mark, GTK_TYPE_WIDGET)

static void
liaison_chart_mark_class_init (LiaisonChartMarkClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "mark");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
liaison_chart_mark_init (LiaisonChartMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
liaison_chart_mark_new (void)
{
  return g_object_new (LIAISON_TYPE_CHART_MARK, NULL);
}

void
liaison_chart_mark_set_label (LiaisonChartMark *self,
                              const char       *label)
{
  g_return_if_fail (LIAISON_IS_CHART_MARK (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
