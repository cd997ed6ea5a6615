/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bar-chart.h"

#include "liaison-bar-plot.h"
#include "liaison-chart-mark.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define LEAST_HEIGHT 220

struct _LiaisonBarChart
{
  GtkWidget       parent_instance;

  LiaisonBarPlot *plot; /* NULL without a series */
  GtkWidget      *mark;
  int             focused;
  int             hovered;
};

enum { PROP_0, PROP_SERIES, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { SIGNAL_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonBarChart, liaison_bar_chart, GTK_TYPE_WIDGET)

static LiaisonColour
to_colour (const GdkRGBA *rgba)
{
  return (LiaisonColour) { rgba->red, rgba->green, rgba->blue };
}

/* The theme's own colours, by the names that GTK's default theme and its variants define. */
static LiaisonColour
look_up_colour (GtkStyleContext *context,
                const char      *name,
                LiaisonColour    fallback)
{
  GdkRGBA rgba;

  return gtk_style_context_lookup_color (context, name, &rgba) ? to_colour (&rgba) : fallback;
}

static void
get_theme (LiaisonBarChart  *self,
           LiaisonPlotTheme *theme)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  LiaisonColour white = { 1, 1, 1 };
  GdkRGBA text;

  gtk_style_context_get_color (context, &text);
  liaison_plot_theme_init (theme,
                           look_up_colour (context, "theme_base_color", white),
                           to_colour (&text),
                           look_up_colour (context, "theme_selected_bg_color", to_colour (&text)));
}

static void
place_mark (LiaisonBarChart *self)
{
  GtkAllocation allocation = { 0, 0, 1, 1 };

  if (self->plot != NULL && self->focused >= 0)
    {
      const LiaisonBarMark *mark = liaison_bar_plot_get_mark (self->plot, self->focused);

      allocation = (GtkAllocation) { mark->x, mark->y, MAX (mark->width, 1), MAX (mark->height, 1) };
    }
  gtk_widget_size_allocate (self->mark, &allocation, -1);
}

/* Scrolls a chart that is wider than its window to the mark that the keyboard is on. */
static void
scroll_to_mark (LiaisonBarChart *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  const LiaisonBarMark *mark = liaison_bar_plot_get_mark (self->plot, self->focused);
  GtkAdjustment *adjustment;

  if (scrolled == NULL)
    return;

  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_clamp_page (adjustment, mark->x - mark->width, mark->x + 2 * mark->width);
}

static void
set_focused (LiaisonBarChart *self,
             int              index)
{
  g_autofree char *label = NULL;

  if (self->plot == NULL || index < 0)
    return;

  self->focused = index;
  label = liaison_bar_plot_dup_mark_label (self->plot, index);
  liaison_chart_mark_set_label (LIAISON_CHART_MARK (self->mark), label);
  place_mark (self);
  scroll_to_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate (LiaisonBarChart *self,
          int              index)
{
  const LiaisonBarMark *mark;
  g_autofree char *label = NULL;

  if (self->plot == NULL || index < 0)
    return;

  mark = liaison_bar_plot_get_mark (self->plot, index);
  label = liaison_bar_plot_dup_mark_label (self->plot, index);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0,
                 liaison_series_get_query (liaison_bar_plot_get_series (self->plot), mark->bucket, mark->stack), label);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LiaisonBarChart *self = LIAISON_BAR_CHART (widget);

  if (self->plot != NULL)
    set_focused (self, liaison_bar_plot_move (self->plot, self->focused, g_variant_get_int32 (parameter)));
}

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  LiaisonBarChart *self = LIAISON_BAR_CHART (widget);

  activate (self, self->focused);
}

/* Left and right follow the picture: where time runs from right to left, the right key leads to earlier bars. */
static gboolean
move_sideways (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  gboolean rightwards = g_variant_get_boolean (arguments);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  LiaisonBarMove move = rightwards != rtl ? LIAISON_MOVE_LATER : LIAISON_MOVE_EARLIER;

  return gtk_widget_activate_action (widget, "chart.move", "i", move);
}

static void
focus_changed_cb (LiaisonBarChart *self)
{
  gboolean has_focus = gtk_widget_has_focus (self->mark);

  if (has_focus && self->focused < 0 && self->plot != NULL)
    set_focused (self, liaison_bar_plot_move (self->plot, -1, LIAISON_MOVE_LAST));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved_cb (LiaisonBarChart *self,
                  double           x,
                  double           y)
{
  int hovered = self->plot ? liaison_bar_plot_pick (self->plot, x, y) : -1;

  if (hovered == self->hovered)
    return;

  self->hovered = hovered;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hovered >= 0 ? "pointer" : NULL);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_left_cb (LiaisonBarChart *self)
{
  self->hovered = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clicked_cb (LiaisonBarChart *self,
            int              n_presses,
            double           x,
            double           y)
{
  int index = self->plot ? liaison_bar_plot_pick (self->plot, x, y) : -1;

  set_focused (self, index);
  activate (self, index);
}

static gboolean
liaison_bar_chart_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  LiaisonBarChart *self = LIAISON_BAR_CHART (widget);
  int index = keyboard ? self->focused : self->hovered;
  g_autofree char *label = NULL;
  const LiaisonBarMark *mark;

  if (self->plot == NULL || index < 0)
    return FALSE;

  mark = liaison_bar_plot_get_mark (self->plot, index);
  label = liaison_bar_plot_dup_mark_label (self->plot, index);
  gtk_tooltip_set_text (tooltip, label);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { mark->x, mark->y, MAX (mark->width, 1), MAX (mark->height, 1) });

  return TRUE;
}

static void
liaison_bar_chart_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  LiaisonBarChart *self = LIAISON_BAR_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int focused = gtk_widget_has_visible_focus (self->mark) ? self->focused : -1;
  LiaisonPlotTheme theme;
  cairo_t *cr;

  if (self->plot == NULL || width == 0 || height == 0)
    return;

  get_theme (self, &theme);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  liaison_bar_plot_draw (self->plot, cr, &theme, focused, self->hovered, liaison_day_today ());
  cairo_destroy (cr);
}

static void
liaison_bar_chart_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  LiaisonBarChart *self = LIAISON_BAR_CHART (widget);
  int least_width = self->plot ? (int) liaison_bar_plot_get_least_width (self->plot) : 0;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? least_width : LEAST_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
lay_out (LiaisonBarChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->plot == NULL || gtk_widget_get_width (widget) == 0)
    return;

  liaison_bar_plot_layout (self->plot, gtk_widget_get_pango_context (widget), gtk_widget_get_width (widget),
                           gtk_widget_get_height (widget), gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

static void
liaison_bar_chart_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  LiaisonBarChart *self = LIAISON_BAR_CHART (widget);
  int measured;

  lay_out (self);
  gtk_widget_measure (self->mark, GTK_ORIENTATION_HORIZONTAL, -1, &measured, NULL, NULL, NULL);
  place_mark (self);
}

static void
liaison_bar_chart_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (liaison_bar_chart_parent_class)->css_changed (widget, change);
  lay_out (LIAISON_BAR_CHART (widget));
  gtk_widget_queue_draw (widget);
}

static void
liaison_bar_chart_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LiaisonBarChart *self = LIAISON_BAR_CHART (object);

  switch (property)
    {
    case PROP_SERIES:
      g_value_set_boxed (value, liaison_bar_chart_get_series (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_bar_chart_set_property (GObject      *object,
                                guint         property,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LiaisonBarChart *self = LIAISON_BAR_CHART (object);

  switch (property)
    {
    case PROP_SERIES:
      liaison_bar_chart_set_series (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_bar_chart_dispose (GObject *object)
{
  LiaisonBarChart *self = LIAISON_BAR_CHART (object);

  g_clear_pointer (&self->plot, liaison_bar_plot_free);
  g_clear_pointer (&self->mark, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_bar_chart_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  gtk_widget_class_install_action (widget_class, "chart.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "chart.activate", NULL, activate_action);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_sideways, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_sideways, "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, 0, "chart.move", "i", LIAISON_MOVE_UP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, 0, "chart.move", "i", LIAISON_MOVE_DOWN);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "chart.move", "i", LIAISON_MOVE_FIRST);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "chart.move", "i", LIAISON_MOVE_LAST);
  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding_action (widget_class, activating[i], 0, "chart.activate", NULL);
}

static void
liaison_bar_chart_class_init (LiaisonBarChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_bar_chart_get_property;
  object_class->set_property = liaison_bar_chart_set_property;
  object_class->dispose = liaison_bar_chart_dispose;
  widget_class->snapshot = liaison_bar_chart_snapshot;
  widget_class->measure = liaison_bar_chart_measure;
  widget_class->size_allocate = liaison_bar_chart_size_allocate;
  widget_class->css_changed = liaison_bar_chart_css_changed;
  widget_class->query_tooltip = liaison_bar_chart_query_tooltip;

  properties[PROP_SERIES] = g_param_spec_boxed ("series", NULL, NULL, LIAISON_TYPE_SERIES,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  add_bindings (widget_class);
}

static void
liaison_bar_chart_init (LiaisonBarChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->focused = -1;
  self->hovered = -1;
  self->mark = liaison_chart_mark_new ();
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (self->mark, "notify::has-focus", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (pointer_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (pointer_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
liaison_bar_chart_new (void)
{
  return g_object_new (LIAISON_TYPE_BAR_CHART, NULL);
}

void
liaison_bar_chart_set_series (LiaisonBarChart *self,
                              LiaisonSeries   *series)
{
  g_autofree char *description = NULL;

  g_return_if_fail (LIAISON_IS_BAR_CHART (self));

  if (series == liaison_bar_chart_get_series (self))
    return;

  g_clear_pointer (&self->plot, liaison_bar_plot_free);
  self->focused = -1;
  self->hovered = -1;
  if (series != NULL)
    {
      self->plot = liaison_bar_plot_new (series);
      description = liaison_bar_plot_dup_description (self->plot);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
  gtk_widget_set_sensitive (self->mark, series != NULL && liaison_series_get_n_buckets (series) > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
}

LiaisonSeries *
liaison_bar_chart_get_series (LiaisonBarChart *self)
{
  g_return_val_if_fail (LIAISON_IS_BAR_CHART (self), NULL);

  return self->plot ? liaison_bar_plot_get_series (self->plot) : NULL;
}
