/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-status-word.h"

#include "liaison-inscription.h"

struct _LiaisonStatusWord
{
  GtkWidget  parent_instance;

  /* One is seen. An outline that came and went would change the size. */
  GtkWidget *quiet;
  GtkWidget *outlined;
};

G_DEFINE_FINAL_TYPE (LiaisonStatusWord, liaison_status_word, GTK_TYPE_WIDGET)

static void
liaison_status_word_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  LiaisonStatusWord *self = LIAISON_STATUS_WORD (widget);
  int quiet = 0;
  int outlined = 0;

  gtk_widget_measure (self->quiet, orientation, -1, &quiet, NULL, NULL, NULL);
  gtk_widget_measure (self->outlined, orientation, -1, &outlined, NULL, NULL, NULL);
  *minimum = *natural = MAX (quiet, outlined);
}

/* What it is wide without a word is its outline. */
static int
measure_word (GtkWidget *inscription)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (inscription, gtk_inscription_get_text (GTK_INSCRIPTION (inscription)));
  int outline;
  int width;

  gtk_widget_measure (inscription, GTK_ORIENTATION_HORIZONTAL, -1, &outline, NULL, NULL, NULL);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return outline + width;
}

static void
allocate (GtkWidget *inscription,
          int        whole_width,
          int        width,
          int        height)
{
  gboolean mirrored = gtk_widget_get_direction (inscription) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { mirrored ? whole_width - width : 0, 0, width, height };

  gtk_widget_measure (inscription, GTK_ORIENTATION_VERTICAL, width, &place.height, NULL, NULL, NULL);
  place.y = (height - place.height) / 2;
  gtk_widget_size_allocate (inscription, &place, -1);
}

static void
liaison_status_word_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  LiaisonStatusWord *self = LIAISON_STATUS_WORD (widget);

  allocate (self->quiet, width, width, height);
  allocate (self->outlined, width, MIN (measure_word (self->outlined), width), height);
}

static void
liaison_status_word_dispose (GObject *object)
{
  LiaisonStatusWord *self = LIAISON_STATUS_WORD (object);

  g_clear_pointer (&self->quiet, gtk_widget_unparent);
  g_clear_pointer (&self->outlined, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_status_word_parent_class)->dispose (object);
}

static void
liaison_status_word_class_init (LiaisonStatusWordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_status_word_dispose;
  widget_class->measure = liaison_status_word_measure;
  widget_class->size_allocate = liaison_status_word_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "statusword");
}

static void
set_seen (GtkWidget *inscription,
          gboolean   is_seen)
{
  if (is_seen == gtk_widget_get_child_visible (inscription))
    return;

  gtk_widget_set_child_visible (inscription, is_seen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (inscription), GTK_ACCESSIBLE_STATE_HIDDEN, !is_seen, -1);
}

static GtkWidget *
add_inscription (LiaisonStatusWord *self,
                 const char        *css_class)
{
  GtkWidget *inscription = g_object_new (GTK_TYPE_INSCRIPTION,
                                         "min-chars", 0,
                                         "nat-chars", 0,
                                         "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                                         NULL);

  gtk_widget_add_css_class (inscription, css_class);
  set_seen (inscription, FALSE);
  gtk_widget_set_parent (inscription, GTK_WIDGET (self));

  return inscription;
}

static void
liaison_status_word_init (LiaisonStatusWord *self)
{
  self->quiet = add_inscription (self, "dim-label");
  self->outlined = add_inscription (self, "outlined");
}

GtkWidget *
liaison_status_word_new (void)
{
  return g_object_new (LIAISON_TYPE_STATUS_WORD, NULL);
}

void
liaison_status_word_show (LiaisonStatusWord *self,
                          const char        *word,
                          gboolean           outlined)
{
  const char *in_outline = outlined ? word : "";

  g_return_if_fail (LIAISON_IS_STATUS_WORD (self));
  g_return_if_fail (word != NULL);

  liaison_inscription_show (GTK_INSCRIPTION (self->quiet), outlined ? "" : word, 0);
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->outlined)), in_outline) != 0)
    {
      liaison_inscription_show (GTK_INSCRIPTION (self->outlined), in_outline, 0);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  set_seen (self->quiet, !outlined);
  set_seen (self->outlined, outlined);
}
