/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-long-text.h"

#include "liaison-config.h"

struct _LiaisonLongText
{
  GtkTextView    parent_instance;

  /* What was painted last; %NULL before, and where that was nothing. */
  GskRenderNode *picture;
  /* While what is new has not been measured. */
  guint          measured_idle;
};

G_DEFINE_FINAL_TYPE (LiaisonLongText, liaison_long_text, GTK_TYPE_TEXT_VIEW)

static gboolean
measured_cb (gpointer user_data)
{
  LiaisonLongText *self = user_data;

  self->measured_idle = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* GTK measures with a priority of GTK_PRIORITY_RESIZE − 2: it has done so when this one's turn comes. */
static void
wait_until_measured (LiaisonLongText *self)
{
  if (self->measured_idle == 0)
    self->measured_idle = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, measured_cb, self, NULL);
}

static void
liaison_long_text_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (liaison_long_text_parent_class)->css_changed (widget, change);

  wait_until_measured (LIAISON_LONG_TEXT (widget));
}

static void
liaison_long_text_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  LiaisonLongText *self = LIAISON_LONG_TEXT (widget);

  if (self->measured_idle == 0)
    {
      GtkSnapshot *own = gtk_snapshot_new ();

      GTK_WIDGET_CLASS (liaison_long_text_parent_class)->snapshot (widget, own);
      g_clear_pointer (&self->picture, gsk_render_node_unref);
      self->picture = gtk_snapshot_free_to_node (own);
    }

  if (self->picture)
    gtk_snapshot_append_node (snapshot, self->picture);
}

static void
liaison_long_text_dispose (GObject *object)
{
  LiaisonLongText *self = LIAISON_LONG_TEXT (object);

  G_OBJECT_CLASS (liaison_long_text_parent_class)->dispose (object);

  /* To take the view from its place changes its style. */
  g_clear_handle_id (&self->measured_idle, g_source_remove);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
}

static void
liaison_long_text_class_init (LiaisonLongTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_long_text_dispose;
  widget_class->css_changed = liaison_long_text_css_changed;
  widget_class->snapshot = liaison_long_text_snapshot;
}

static void
liaison_long_text_init (LiaisonLongText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (wait_until_measured), self, G_CONNECT_SWAPPED);
}
