/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-private.h"

#include "liaison-chart-mark.h"
#include "liaison-chart-theme.h"

#include <math.h>

#define BRUSH_STRENGTH 0.2
#define PIECE 2048

enum { PROP_0, PROP_PLOT, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { SIGNAL_ACTIVATED, SIGNAL_NARROWED, SIGNAL_WIDENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonChart, liaison_chart, GTK_TYPE_WIDGET)

static void
place_mark (LiaisonChart *self)
{
  GtkAllocation allocation = { 0, 0, 1, 1 };

  if (self->plot != NULL && self->focused >= 0)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (self->plot, self->focused);

      allocation = (GtkAllocation) { mark->x, mark->y, MAX (mark->width, 1), MAX (mark->height, 1) };
    }
  gtk_widget_size_allocate (self->mark, &allocation, -1);
}

static void
set_focused (LiaisonChart *self,
             int              index)
{
  const LiaisonMark *mark;
  g_autofree char *label = NULL;

  if (self->plot == NULL || index < 0)
    return;

  mark = liaison_plot_get_mark (self->plot, index);
  self->focused = index;
  self->focused_row = mark->row;
  self->focused_column = mark->column;
  label = liaison_plot_dup_mark_label (self->plot, index);
  liaison_chart_mark_set_label (LIAISON_CHART_MARK (self->mark), label);
  place_mark (self);
  liaison_chart_scroll_to_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate (LiaisonChart *self,
          int           index)
{
  g_autofree char *label = NULL;
  g_autofree char *query = NULL;

  if (self->plot == NULL || index < 0)
    return;

  label = liaison_plot_dup_mark_label (self->plot, index);
  query = liaison_plot_dup_mark_query (self->plot, index);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, query, label);
}

/* The marks are others now: the focus stays on what it was on, where that is to be seen. */
static void
refind (LiaisonChart *self)
{
  if (self->focused >= 0)
    self->focused = liaison_plot_find_mark (self->plot, self->focused_row, self->focused_column);
  if (self->hovered >= (int) liaison_plot_get_n_marks (self->plot))
    self->hovered = -1;
}

void
liaison_chart_view_changed (LiaisonChart *self)
{
  self->hovered = -1;
  refind (self);
  place_mark (self);
  if (self->focused >= 0)
    liaison_chart_scroll_to_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LiaisonChart *self = LIAISON_CHART (widget);

  if (self->plot != NULL)
    set_focused (self, liaison_plot_move (self->plot, self->focused, g_variant_get_int32 (parameter)));
}

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  LiaisonChart *self = LIAISON_CHART (widget);

  activate (self, self->focused);
}

static void
focus_changed_cb (LiaisonChart *self)
{
  gboolean has_focus = gtk_widget_has_focus (self->mark);

  if (has_focus && self->focused < 0 && self->plot != NULL)
    set_focused (self, liaison_plot_move (self->plot, -1, LIAISON_MOVE_LAST));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved_cb (LiaisonChart *self,
                  double           x,
                  double           y)
{
  int hovered = self->plot ? liaison_plot_pick (self->plot, x, y) : -1;

  self->pointer_x = x;
  self->pointer_y = y;
  if (hovered == self->hovered)
    return;

  self->hovered = hovered;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hovered >= 0 ? "pointer" : NULL);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_left_cb (LiaisonChart *self)
{
  self->hovered = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Narrows the chart to what lies between two points. */
static void
narrow (LiaisonChart *self,
        double        from,
        double        to)
{
  g_autofree char *query = self->plot ? liaison_plot_dup_span_query (self->plot, from, to) : NULL;

  if (query != NULL)
    g_signal_emit (self, signals[SIGNAL_NARROWED], 0, query);
}

static void
narrow_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LiaisonChart *self = LIAISON_CHART (widget);
  const LiaisonMark *mark;

  if (self->plot != NULL && liaison_plot_can_zoom (self->plot))
    {
      liaison_chart_zoom_by_key (self, 1);
      return;
    }
  if (self->plot == NULL || self->focused < 0)
    return;

  mark = liaison_plot_get_mark (self->plot, self->focused);
  narrow (self, mark->x + mark->width / 2, mark->x + mark->width / 2);
}

static void
widen_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (!liaison_chart_show_whole (LIAISON_CHART (widget)))
    g_signal_emit (widget, signals[SIGNAL_WIDENED], 0);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  LiaisonChart *self = LIAISON_CHART (widget);

  if (self->plot != NULL && liaison_plot_can_zoom (self->plot))
    liaison_chart_zoom_by_key (self, -1);
  else
    g_signal_emit (widget, signals[SIGNAL_WIDENED], 0);
}

static void
brushed_cb (LiaisonChart   *self,
            double          width,
            double          height,
            GtkGestureDrag *drag)
{
  double x, y;

  if (self->plot != NULL && liaison_plot_can_zoom (self->plot))
    {
      liaison_chart_drag_view (self, width, height, drag);
      return;
    }

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  self->brush_from = x;
  self->brush_to = x + width;
  if (fabs (width) < LIAISON_CHART_LEAST_DRAG)
    {
      self->brush_to = x;
      return;
    }

  /* It is no click any more. */
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
brush_ended_cb (LiaisonChart *self)
{
  double from = self->brush_from;
  double to = self->brush_to;

  self->brush_from = self->brush_to = 0;
  self->drags = FALSE;
  self->dragged_x = self->dragged_y = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (from != to)
    narrow (self, from, to);
}

static void
clicked_cb (LiaisonChart *self,
            int              n_presses,
            double           x,
            double           y)
{
  int index = self->plot ? liaison_plot_pick (self->plot, x, y) : -1;

  if (index < 0 && n_presses == 2)
    g_signal_emit (self, signals[SIGNAL_WIDENED], 0);
  set_focused (self, index);
  activate (self, index);
}

/* What is known of a mark: a card with a heading, or its label. */
static void
tell_mark (LiaisonChart *self,
           int           index,
           GtkTooltip   *tooltip)
{
  g_autofree char *label = liaison_plot_dup_mark_label (self->plot, index);
  g_autofree char *card = liaison_plot_dup_mark_card (self->plot, index);
  g_auto (GStrv) lines = card ? g_strsplit (card, "\n", 2) : NULL;
  g_autofree char *markup = NULL;

  if (lines == NULL || lines[1] == NULL)
    {
      gtk_tooltip_set_text (tooltip, label);
      return;
    }

  markup = g_markup_printf_escaped ("<b>%s</b>\n%s", lines[0], lines[1]);
  gtk_tooltip_set_markup (tooltip, markup);
}

static gboolean
liaison_chart_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  LiaisonChart *self = LIAISON_CHART (widget);
  int index = keyboard ? self->focused : self->hovered;
  const LiaisonMark *mark;
  GdkRectangle area;

  if (self->plot == NULL || index < 0)
    return FALSE;

  mark = liaison_plot_get_mark (self->plot, index);
  area = (GdkRectangle) { mark->x, mark->y, MAX (mark->width, 1), MAX (mark->height, 1) };
  /* The name beside a bar belongs to it, and GTK shows no tip whose area the pointer is not in. */
  if (!keyboard)
    gdk_rectangle_union (&area, &(GdkRectangle) { x, y, 1, 1 }, &area);
  tell_mark (self, index, tooltip);
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

/* A plot may be longer than any texture: it is drawn piece by piece, and each piece draws what is in it. */
static void
draw_plot (LiaisonChart           *self,
           GtkSnapshot            *snapshot,
           const LiaisonPlotTheme *theme)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int focused = gtk_widget_has_visible_focus (self->mark) ? self->focused : -1;

  for (int y = 0; y < height; y += PIECE)
    {
      for (int x = 0; x < width; x += PIECE)
        {
          cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, MIN (PIECE, width - x), MIN (PIECE, height - y)));

          liaison_plot_draw (self->plot, cr, theme, focused, self->hovered);
          cairo_destroy (cr);
        }
    }
}

static void
liaison_chart_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  LiaisonChart *self = LIAISON_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  LiaisonPlotTheme theme;
  GdkRGBA brush;

  if (self->plot == NULL || width == 0 || height == 0)
    return;

  liaison_chart_get_theme (widget, &theme);
  draw_plot (self, snapshot, &theme);
  if (self->brush_from == self->brush_to)
    return;

  brush = (GdkRGBA) { theme.accent.red, theme.accent.green, theme.accent.blue, BRUSH_STRENGTH };
  gtk_snapshot_append_color (snapshot, &brush, &GRAPHENE_RECT_INIT (MIN (self->brush_from, self->brush_to), 0,
                                                                    fabs (self->brush_to - self->brush_from), height));
}

static void
liaison_chart_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  LiaisonChart *self = LIAISON_CHART (widget);
  double width = 0;
  double height = 0;

  if (self->plot != NULL)
    liaison_plot_measure (self->plot, gtk_widget_get_pango_context (widget),
                          orientation == GTK_ORIENTATION_VERTICAL ? MAX (for_size >= 0 ? for_size : self->width, 0) : 0, &width, &height);
  *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
  *minimum_baseline = *natural_baseline = -1;
}

static GtkSizeRequestMode
liaison_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lay_out (LiaisonChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->plot == NULL || gtk_widget_get_width (widget) == 0)
    return;

  liaison_plot_layout (self->plot, gtk_widget_get_pango_context (widget), gtk_widget_get_width (widget),
                           gtk_widget_get_height (widget), gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  refind (self);
}

/* A scrolled window does not ask what height goes with which width: it is told once the width is known. */
static gboolean
resize_cb (gpointer user_data)
{
  LiaisonChart *self = user_data;

  self->resizing = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
liaison_chart_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  LiaisonChart *self = LIAISON_CHART (widget);
  int measured;

  if (width != self->width && self->resizing == 0)
    self->resizing = g_idle_add (resize_cb, self);
  self->width = width;
  lay_out (self);
  gtk_widget_measure (self->mark, GTK_ORIENTATION_HORIZONTAL, -1, &measured, NULL, NULL, NULL);
  place_mark (self);
  if (self->resizing == 0)
    liaison_chart_scroll_when_placed (self);
}

static void
liaison_chart_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (liaison_chart_parent_class)->css_changed (widget, change);
  lay_out (LIAISON_CHART (widget));
  gtk_widget_queue_draw (widget);
}

/* Whether what is in view of one plot is what one looks at in the other, too. */
static gboolean
are_alike (LiaisonPlot *first,
           LiaisonPlot *second)
{
  return G_OBJECT_TYPE (first) == G_OBJECT_TYPE (second) && g_strcmp0 (liaison_plot_get_kind (first), liaison_plot_get_kind (second)) == 0;
}

static void
liaison_chart_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LiaisonChart *self = LIAISON_CHART (object);

  switch (property)
    {
    case PROP_PLOT:
      g_value_set_object (value, liaison_chart_get_plot (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_chart_set_property (GObject      *object,
                                guint         property,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LiaisonChart *self = LIAISON_CHART (object);

  switch (property)
    {
    case PROP_PLOT:
      liaison_chart_set_plot (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_chart_dispose (GObject *object)
{
  LiaisonChart *self = LIAISON_CHART (object);

  g_clear_handle_id (&self->resizing, g_source_remove);
  g_clear_handle_id (&self->scrolling, g_source_remove);
  g_clear_object (&self->plot);
  g_clear_pointer (&self->mark, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_chart_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct { guint key; LiaisonMove move; } arrows[] = {
    { GDK_KEY_Left, LIAISON_MOVE_LEFT }, { GDK_KEY_Right, LIAISON_MOVE_RIGHT }, { GDK_KEY_Up, LIAISON_MOVE_UP }, { GDK_KEY_Down, LIAISON_MOVE_DOWN },
  };
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  gtk_widget_class_install_action (widget_class, "chart.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "chart.activate", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "chart.narrow", NULL, narrow_action);
  gtk_widget_class_install_action (widget_class, "chart.widen", NULL, widen_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-out", NULL, zoom_out_action);
  liaison_chart_install_zoom (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "chart.move", "i", LIAISON_MOVE_FIRST);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "chart.move", "i", LIAISON_MOVE_LAST);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "chart.narrow", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "chart.narrow", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "chart.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "chart.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "chart.widen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "chart.show-whole", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, 0, "chart.show-whole", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, arrows[i].key, 0, "chart.move", "i", arrows[i].move);
      gtk_widget_class_add_binding_action (widget_class, arrows[i].key, GDK_CONTROL_MASK, "chart.pan", "i", arrows[i].move);
    }
  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding_action (widget_class, activating[i], 0, "chart.activate", NULL);
}

static void
liaison_chart_class_init (LiaisonChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_chart_get_property;
  object_class->set_property = liaison_chart_set_property;
  object_class->dispose = liaison_chart_dispose;
  widget_class->snapshot = liaison_chart_snapshot;
  widget_class->get_request_mode = liaison_chart_get_request_mode;
  widget_class->measure = liaison_chart_measure;
  widget_class->size_allocate = liaison_chart_size_allocate;
  widget_class->css_changed = liaison_chart_css_changed;
  widget_class->query_tooltip = liaison_chart_query_tooltip;

  properties[PROP_PLOT] = g_param_spec_object ("plot", NULL, NULL, LIAISON_TYPE_PLOT,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_NARROWED] = g_signal_new ("narrowed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_WIDENED] = g_signal_new ("widened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  add_bindings (widget_class);
}

static void
liaison_chart_init (LiaisonChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

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
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (brushed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (brush_ended_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  liaison_chart_add_zoom (self);
}

GtkWidget *
liaison_chart_new (void)
{
  return g_object_new (LIAISON_TYPE_CHART, NULL);
}

void
liaison_chart_set_plot (LiaisonChart *self,
                        LiaisonPlot  *plot)
{
  g_return_if_fail (LIAISON_IS_CHART (self));
  g_return_if_fail (plot == NULL || LIAISON_IS_PLOT (plot));

  if (plot == self->plot)
    return;

  /* Where it is looked at already, it stays where it is. */
  self->is_new = plot != NULL && (self->is_new || self->plot == NULL || !are_alike (self->plot, plot));
  /* How far one may scroll is still that of the one before. */
  g_clear_handle_id (&self->scrolling, g_source_remove);
  g_set_object (&self->plot, plot);
  self->focused = -1;
  self->hovered = -1;
  if (plot != NULL)
    {
      const char *description = liaison_plot_get_texts (plot)->description;

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
      /* Until the focus is on a mark, the mark stands for all of them. */
      liaison_chart_mark_set_label (LIAISON_CHART_MARK (self->mark), description);
    }
  gtk_widget_set_sensitive (self->mark, plot != NULL && !liaison_plot_get_texts (plot)->is_empty);
  lay_out (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLOT]);
}

LiaisonPlot *
liaison_chart_get_plot (LiaisonChart *self)
{
  g_return_val_if_fail (LIAISON_IS_CHART (self), NULL);

  return self->plot;
}
