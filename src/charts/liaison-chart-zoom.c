/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-private.h"

#include <math.h>

#define ZOOM_STEP 1.25
#define PAN_STEP 60.0

/* Returns: @changed, whether the plot is looked at in another way now */
static gboolean
follow_view (LiaisonChart *self,
             gboolean      changed)
{
  if (changed)
    liaison_chart_view_changed (self);

  return changed;
}

static void
pan (LiaisonChart *self,
     double        x,
     double        y)
{
  follow_view (self, liaison_plot_pan (self->plot, x, y));
}

void
liaison_chart_zoom_by_key (LiaisonChart *self,
                           int           steps)
{
  const LiaisonMark *mark = self->focused >= 0 ? liaison_plot_get_mark (self->plot, self->focused) : NULL;
  double x = mark != NULL ? mark->x + mark->width / 2 : gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = mark != NULL ? mark->y + mark->height / 2 : gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  follow_view (self, liaison_plot_zoom (self->plot, pow (ZOOM_STEP, steps), x, y));
}

static void
pan_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  static const int steps[][2] = {
    [LIAISON_MOVE_LEFT] = { 1, 0 }, [LIAISON_MOVE_RIGHT] = { -1, 0 }, [LIAISON_MOVE_UP] = { 0, 1 }, [LIAISON_MOVE_DOWN] = { 0, -1 },
  };
  LiaisonChart *self = LIAISON_CHART (widget);
  guint move = g_variant_get_int32 (parameter);

  if (self->plot != NULL && move < G_N_ELEMENTS (steps))
    pan (self, steps[move][0] * PAN_STEP, steps[move][1] * PAN_STEP);
}

gboolean
liaison_chart_show_whole (LiaisonChart *self)
{
  return self->plot != NULL && follow_view (self, liaison_plot_show_whole (self->plot));
}

static void
show_whole_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  liaison_chart_show_whole (LIAISON_CHART (widget));
}

static gboolean
scrolled_cb (LiaisonChart *self,
             double        dx,
             double        dy)
{
  return self->plot != NULL && dy != 0
    && follow_view (self, liaison_plot_zoom (self->plot, pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y));
}

void
liaison_chart_drag_view (LiaisonChart   *self,
                         double          width,
                         double          height,
                         GtkGestureDrag *drag)
{
  if (!self->drags && MAX (fabs (width), fabs (height)) < LIAISON_CHART_LEAST_DRAG)
    return;

  self->drags = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  pan (self, width - self->dragged_x, height - self->dragged_y);
  self->dragged_x = width;
  self->dragged_y = height;
}

void
liaison_chart_install_zoom (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.show-whole", NULL, show_whole_action);
  gtk_widget_class_install_action (widget_class, "chart.pan", "i", pan_action);
}

void
liaison_chart_add_zoom (LiaisonChart *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
