/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-wrap-box.h"

struct _LiaisonWrapBox
{
  GtkWidget parent_instance;

  int       spacing;
  int       line_spacing;
};

enum { PROP_0, PROP_SPACING, PROP_LINE_SPACING, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LiaisonWrapBox, liaison_wrap_box, GTK_TYPE_WIDGET)

/* A child is as wide as it would like to be, or as the line is. */
static int
get_width (GtkWidget *child,
           int        available)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, available));
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Gives the children that begin at @first and fit on one line their places, if asked to. Returns the first of the next line. */
static GtkWidget *
set_line (LiaisonWrapBox *self,
          GtkWidget      *first,
          int             available,
          int             y,
          gboolean        allocate,
          int            *line_height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkWidget *child;
  int x = 0;

  *line_height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width;
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      width = get_width (child, available);
      if (x > 0 && x + width > available)
        break;
      height = get_height (child, width);
      if (allocate)
        {
          GtkAllocation place = { rtl ? available - x - width : x, y, width, height };

          gtk_widget_size_allocate (child, &place, -1);
        }
      x += width + self->spacing;
      *line_height = MAX (*line_height, height);
    }
  return child;
}

/* Returns the height of all lines. */
static int
set_lines (LiaisonWrapBox *self,
           int             available,
           gboolean        allocate)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y = 0;

  while (child != NULL)
    {
      int line_height;

      child = set_line (self, child, available, y, allocate, &line_height);
      y += line_height + (child != NULL ? self->line_spacing : 0);
    }
  return y;
}

static GtkSizeRequestMode
liaison_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
liaison_wrap_box_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  LiaisonWrapBox *self = LIAISON_WRAP_BOX (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = set_lines (self, for_size >= 0 ? for_size : G_MAXINT / 2, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
liaison_wrap_box_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  set_lines (LIAISON_WRAP_BOX (widget), width, TRUE);
}

static void
liaison_wrap_box_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LiaisonWrapBox *self = LIAISON_WRAP_BOX (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_wrap_box_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LiaisonWrapBox *self = LIAISON_WRAP_BOX (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
liaison_wrap_box_dispose (GObject *object)
{
  liaison_wrap_box_clear (LIAISON_WRAP_BOX (object));

  G_OBJECT_CLASS (liaison_wrap_box_parent_class)->dispose (object);
}

static void
liaison_wrap_box_class_init (LiaisonWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = liaison_wrap_box_get_property;
  object_class->set_property = liaison_wrap_box_set_property;
  object_class->dispose = liaison_wrap_box_dispose;
  widget_class->get_request_mode = liaison_wrap_box_get_request_mode;
  widget_class->measure = liaison_wrap_box_measure;
  widget_class->size_allocate = liaison_wrap_box_size_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 6, flags);
  properties[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 6, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_wrap_box_init (LiaisonWrapBox *self)
{
  self->spacing = 6;
  self->line_spacing = 6;
}

void
liaison_wrap_box_append (LiaisonWrapBox *self,
                         GtkWidget      *child)
{
  g_return_if_fail (LIAISON_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
liaison_wrap_box_clear (LiaisonWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (LIAISON_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
