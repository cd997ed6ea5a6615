/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-long-text.h"

#include "liaison-config.h"

struct _LiaisonLongText
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonLongText, liaison_long_text, GTK_TYPE_TEXT_VIEW)

static void
liaison_long_text_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (liaison_long_text_parent_class)->css_changed (widget, change);

  gtk_widget_queue_allocate (widget);
}

static void
liaison_long_text_class_init (LiaisonLongTextClass *klass)
{
  GTK_WIDGET_CLASS (klass)->css_changed = liaison_long_text_css_changed;
}

static void
liaison_long_text_init (LiaisonLongText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
}
