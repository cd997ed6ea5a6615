/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-group-head.h"

struct _LiaisonGroupHead
{
  GtkWidget  parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (LiaisonGroupHead, liaison_group_head, GTK_TYPE_WIDGET)

static void
liaison_group_head_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  LiaisonGroupHead *self = LIAISON_GROUP_HEAD (widget);

  /* The column is as wide as it is without heads. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else
    gtk_widget_measure (self->label, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
}

/* From where it stands to the end of the row, over the other cells, which are empty there. */
static void
liaison_group_head_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  LiaisonGroupHead *self = LIAISON_GROUP_HEAD (widget);
  GtkWidget *cell = gtk_widget_get_parent (widget);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  int whole = row != NULL ? MAX (width, gtk_widget_get_width (row)) : width;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { mirrored ? width - whole : 0, 0, whole, height };

  gtk_widget_size_allocate (self->label, &place, baseline);
}

static void
liaison_group_head_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_group_head_parent_class)->root (widget);

  /* The cell would cut what goes on beyond it. */
  gtk_widget_set_overflow (gtk_widget_get_parent (widget), GTK_OVERFLOW_VISIBLE);
}

static void
liaison_group_head_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_GROUP_HEAD (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_group_head_parent_class)->dispose (object);
}

static void
liaison_group_head_class_init (LiaisonGroupHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_group_head_dispose;
  widget_class->measure = liaison_group_head_measure;
  widget_class->size_allocate = liaison_group_head_size_allocate;
  widget_class->root = liaison_group_head_root;
  gtk_widget_class_set_css_name (widget_class, "grouphead");
}

static void
liaison_group_head_init (LiaisonGroupHead *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
liaison_group_head_new (void)
{
  return g_object_new (LIAISON_TYPE_GROUP_HEAD, NULL);
}

void
liaison_group_head_set_label (LiaisonGroupHead *self,
                              const char       *label)
{
  g_return_if_fail (LIAISON_IS_GROUP_HEAD (self));

  gtk_label_set_label (GTK_LABEL (self->label), label);
}
