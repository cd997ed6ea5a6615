/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-form-grid.h"

#include "liaison-field-editor.h"
#include "liaison-focus-order.h"

struct _LiaisonFormGrid
{
  GtkWidget parent_instance;

  int       spacing;
  int       column_chars;
  gboolean  halves;
};

enum { PROP_0, PROP_SPACING, PROP_HALVES, PROP_COLUMN_CHARS, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LiaisonFormGrid, liaison_form_grid, GTK_TYPE_WIDGET)

static int
get_column_width (LiaisonFormGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (self->column_chars * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  return width;
}

static gboolean
is_wide (LiaisonFormGrid *self,
         GtkWidget       *child)
{
  return LIAISON_IS_FIELD_EDITOR (child) ? liaison_field_editor_get_wide (LIAISON_FIELD_EDITOR (child)) : !self->halves;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
first_shown (LiaisonFormGrid *self)
{
  return next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

/* The least width that every field fits into. */
static int
get_least_width (LiaisonFormGrid *self,
                 gboolean         wide)
{
  int least = 0;

  for (GtkWidget *child = first_shown (self); child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int minimum;

      if (is_wide (self, child) && !wide)
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      least = MAX (least, minimum);
    }

  return least;
}

static gboolean
has_two_columns (LiaisonFormGrid *self,
                 int              width)
{
  int column = MAX (get_column_width (self), get_least_width (self, FALSE));

  return width >= 2 * column + self->spacing;
}

static void
place_child (LiaisonFormGrid *self,
             GtkWidget       *child,
             int              x,
             int              y,
             int              child_width,
             int              height,
             int              width)
{
  GtkAllocation place = { x, y, child_width, height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place.x = width - x - child_width;
  gtk_widget_size_allocate (child, &place, -1);
}

/* Goes through the rows; returns the height of all of them, and gives the children their places where @allocate says so. */
static int
arrange (LiaisonFormGrid *self,
         int              width,
         gboolean         allocate)
{
  gboolean two = has_two_columns (self, width);
  int half = (width - self->spacing) / 2;
  int y = 0;
  GtkWidget *next;

  for (GtkWidget *child = first_shown (self); child != NULL; child = next)
    {
      gboolean wide = is_wide (self, child);
      GtkWidget *beside = NULL;
      int child_width = two && !wide ? half : width;
      int height;
      int beside_height = 0;

      next = next_shown (gtk_widget_get_next_sibling (child));
      if (two && !wide && next != NULL && !is_wide (self, next))
        {
          beside = next;
          next = next_shown (gtk_widget_get_next_sibling (beside));
          gtk_widget_measure (beside, GTK_ORIENTATION_VERTICAL, half, &beside_height, NULL, NULL, NULL);
        }
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, &height, NULL, NULL, NULL);

      if (allocate)
        place_child (self, child, 0, y, child_width, height, width);
      if (allocate && beside != NULL)
        place_child (self, beside, width - half, y, half, beside_height, width);
      y += MAX (height, beside_height) + (next != NULL ? self->spacing : 0);
    }

  return y;
}

static GtkSizeRequestMode
liaison_form_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
liaison_form_grid_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  LiaisonFormGrid *self = LIAISON_FORM_GRID (widget);
  int least = get_least_width (self, TRUE);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = arrange (self, for_size < 0 ? least : MAX (for_size, least), FALSE);
      return;
    }

  *minimum = least;
  *natural = MAX (least, 2 * get_column_width (self) + self->spacing);
}

static void
liaison_form_grid_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  arrange (LIAISON_FORM_GRID (widget), width, TRUE);
}

static void
liaison_form_grid_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LiaisonFormGrid *self = LIAISON_FORM_GRID (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_HALVES:
      g_value_set_boolean (value, self->halves);
      break;
    case PROP_COLUMN_CHARS:
      g_value_set_int (value, self->column_chars);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_form_grid_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LiaisonFormGrid *self = LIAISON_FORM_GRID (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_HALVES:
      self->halves = g_value_get_boolean (value);
      break;
    case PROP_COLUMN_CHARS:
      self->column_chars = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
liaison_form_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (liaison_form_grid_parent_class)->dispose (object);
}

static void
liaison_form_grid_class_init (LiaisonFormGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_form_grid_get_property;
  object_class->set_property = liaison_form_grid_set_property;
  object_class->dispose = liaison_form_grid_dispose;
  widget_class->focus = liaison_focus_order_move;
  widget_class->get_request_mode = liaison_form_grid_get_request_mode;
  widget_class->measure = liaison_form_grid_measure;
  widget_class->size_allocate = liaison_form_grid_size_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HALVES] = g_param_spec_boolean ("halves", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLUMN_CHARS] = g_param_spec_int ("column-chars", NULL, NULL, 1, 1000, 40, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_form_grid_init (LiaisonFormGrid *self)
{
  self->spacing = 12;
  self->column_chars = 40;
}
