/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-clamp.h"

struct _LiaisonClamp
{
  GtkWidget  parent_instance;

  GtkWidget *child;
  int        maximum;
};

enum { PROP_0, PROP_CHILD, PROP_MAXIMUM, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void buildable_init (GtkBuildableIface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonClamp, liaison_clamp, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
set_child (LiaisonClamp *self,
           GtkWidget    *child)
{
  if (child == self->child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (LIAISON_CLAMP (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *interface)
{
  parent_buildable = g_type_interface_peek_parent (interface);
  interface->add_child = add_child;
}

static GtkSizeRequestMode
liaison_clamp_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
liaison_clamp_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  LiaisonClamp *self = LIAISON_CLAMP (widget);

  if (self->child == NULL)
    return;
  /* GtkStack asks how wide it must be for a height, and gives it that, however narrow the window is; a wrapped text would say its length. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  else if (for_size >= 0)
    for_size = MIN (for_size, self->maximum);
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, MIN (*natural, self->maximum));
}

static void
liaison_clamp_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  LiaisonClamp *self = LIAISON_CLAMP (widget);
  int child_width = MIN (width, self->maximum);
  GtkAllocation place = { (width - child_width) / 2, 0, child_width, height };

  if (self->child != NULL)
    gtk_widget_size_allocate (self->child, &place, baseline);
}

static void
liaison_clamp_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  LiaisonClamp *self = LIAISON_CLAMP (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_MAXIMUM:
      g_value_set_int (value, self->maximum);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_clamp_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  LiaisonClamp *self = LIAISON_CLAMP (object);

  switch (id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_MAXIMUM:
      self->maximum = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_clamp_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_CLAMP (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_clamp_parent_class)->dispose (object);
}

static void
liaison_clamp_class_init (LiaisonClampClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_clamp_get_property;
  object_class->set_property = liaison_clamp_set_property;
  object_class->dispose = liaison_clamp_dispose;
  widget_class->get_request_mode = liaison_clamp_get_request_mode;
  widget_class->measure = liaison_clamp_measure;
  widget_class->size_allocate = liaison_clamp_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAXIMUM] =
    g_param_spec_int ("maximum", NULL, NULL, 0, G_MAXINT, 640, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_clamp_init (LiaisonClamp *self)
{
  self->maximum = 640;
}
