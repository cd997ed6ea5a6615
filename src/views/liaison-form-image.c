/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-form-image.h"

#include "liaison-form-icon.h"

#define SIZE 16 /* application pixels, as of an image in a row */
#define UNKNOWN -1

struct _LiaisonFormImage
{
  GtkWidget parent_instance;
  int       form;
};

G_DEFINE_FINAL_TYPE (LiaisonFormImage, liaison_form_image, GTK_TYPE_WIDGET)

static void
liaison_form_image_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

/* The theme keeps the icons that it has looked up. */
static void
liaison_form_image_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  LiaisonFormImage *self = LIAISON_FORM_IMAGE (widget);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA colors[4];

  if (self->form == UNKNOWN)
    return;

  icon = gtk_icon_theme_lookup_icon (theme, liaison_form_get_icon_name (self->form), NULL, SIZE, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colors[0]);
  colors[1] = colors[2] = colors[3] = colors[0];

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - SIZE) / 2, (gtk_widget_get_height (widget) - SIZE) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, SIZE, SIZE, colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

static void
liaison_form_image_class_init (LiaisonFormImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = liaison_form_image_measure;
  widget_class->snapshot = liaison_form_image_snapshot;
  gtk_widget_class_set_css_name (widget_class, "image");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
liaison_form_image_init (LiaisonFormImage *self)
{
  self->form = UNKNOWN;
}

GtkWidget *
liaison_form_image_new (void)
{
  return g_object_new (LIAISON_TYPE_FORM_IMAGE, NULL);
}

void
liaison_form_image_show (LiaisonFormImage *self,
                         LiaisonRow       *row)
{
  int form;

  g_return_if_fail (LIAISON_IS_FORM_IMAGE (self));
  g_return_if_fail (LIAISON_IS_ROW (row));

  form = liaison_row_is_loaded (row) ? liaison_row_get_form (row) : UNKNOWN;
  if (form == self->form)
    return;

  self->form = form;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
