/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-prose-control.h"

#include "liaison-config.h"

#include <glib/gi18n.h>

#define PROSE_HEIGHT 84
#define MARGIN 8

struct _LiaisonProseControl
{
  GtkWidget  parent_instance;

  GtkWidget *frame;
  GtkWidget *view;
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonProseControl, liaison_prose_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static char *
dup_text (LiaisonProseControl *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  LiaisonProseControl *self = LIAISON_PROSE_CONTROL (control);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  /* What is loaded is not undone by Ctrl+Z. */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, liaison_record_get_text (record, field), -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  LiaisonProseControl *self = LIAISON_PROSE_CONTROL (control);
  g_autofree char *text = dup_text (self);

  liaison_record_set_text (record, field, text);

  return TRUE;
}

static GtkWidget *
get_target (LiaisonControl *control)
{
  return LIAISON_PROSE_CONTROL (control)->view;
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
}

static void
liaison_prose_control_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_PROSE_CONTROL (object)->frame, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_prose_control_parent_class)->dispose (object);
}

static void
liaison_prose_control_class_init (LiaisonProseControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_prose_control_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_prose_control_init (LiaisonProseControl *self)
{
  GtkTextView *view;

  self->view = gtk_text_view_new ();
  view = GTK_TEXT_VIEW (self->view);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, MARGIN);
  gtk_text_view_set_bottom_margin (view, MARGIN);
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (liaison_control_emit_changed), self, G_CONNECT_SWAPPED);

  self->frame = gtk_frame_new (NULL);
  gtk_widget_add_css_class (self->frame, "prose");
  gtk_widget_set_size_request (self->frame, -1, PROSE_HEIGHT);
  gtk_frame_set_child (GTK_FRAME (self->frame), self->view);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

LiaisonControl *
liaison_prose_control_new (void)
{
  return g_object_new (LIAISON_TYPE_PROSE_CONTROL, NULL);
}
