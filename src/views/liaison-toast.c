/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-toast.h"

#include "liaison-announce.h"
#include "liaison-mnemonics.h"

/* Long enough to read a line and reach for the button. */
#define SECONDS_SHOWN 7

struct _LiaisonToast
{
  GtkWidget     parent_instance;

  GtkRevealer  *revealer;
  GtkLabel     *message;
  GtkButton    *button;

  guint         timeout;
  gboolean      pointed_at;
  gboolean      focused;
};

G_DEFINE_FINAL_TYPE (LiaisonToast, liaison_toast, GTK_TYPE_WIDGET)

static gboolean
timeout_cb (gpointer user_data)
{
  LiaisonToast *self = LIAISON_TOAST (user_data);

  self->timeout = 0;
  liaison_toast_dismiss (self);
  return G_SOURCE_REMOVE;
}

/* The time begins anew when the pointer and the focus have left. */
static void
update_timeout (LiaisonToast *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (gtk_revealer_get_reveal_child (self->revealer) && !self->pointed_at && !self->focused)
    self->timeout = g_timeout_add_seconds (SECONDS_SHOWN, timeout_cb, self);
}

static void
pointed_at_cb (GtkEventControllerMotion *controller,
               GParamSpec               *pspec,
               LiaisonToast             *self)
{
  self->pointed_at = gtk_event_controller_motion_contains_pointer (controller);
  update_timeout (self);
}

static void
focused_cb (GtkEventControllerFocus *controller,
            GParamSpec              *pspec,
            LiaisonToast            *self)
{
  self->focused = gtk_event_controller_focus_contains_focus (controller);
  update_timeout (self);
}

/* Hidden when it has slid away, so that nothing under it is covered and Tab does not find it. */
static void
child_revealed_cb (LiaisonToast *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer) && !gtk_revealer_get_child_revealed (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
liaison_toast_dispose (GObject *object)
{
  LiaisonToast *self = LIAISON_TOAST (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_TOAST);

  G_OBJECT_CLASS (liaison_toast_parent_class)->dispose (object);
}

static void
liaison_toast_class_init (LiaisonToastClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_toast_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-toast.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonToast, revealer);
  gtk_widget_class_bind_template_child (widget_class, LiaisonToast, message);
  gtk_widget_class_bind_template_child (widget_class, LiaisonToast, button);
  gtk_widget_class_bind_template_callback (widget_class, pointed_at_cb);
  gtk_widget_class_bind_template_callback (widget_class, focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, child_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, liaison_toast_dismiss);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "toast");
}

static void
liaison_toast_init (LiaisonToast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_toast_show (LiaisonToast *self,
                    const char   *message,
                    const char   *button,
                    const char   *action)
{
  g_return_if_fail (LIAISON_IS_TOAST (self));
  g_return_if_fail (message != NULL);

  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (self->button, button);
      liaison_mnemonics_strip (GTK_WIDGET (self->button));
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), action);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  update_timeout (self);
  liaison_announce (GTK_WIDGET (self), message);
}

void
liaison_toast_dismiss (LiaisonToast *self)
{
  g_return_if_fail (LIAISON_IS_TOAST (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  update_timeout (self);
  /* Without animations the child is gone at once, and nothing will be notified. */
  child_revealed_cb (self);
}
