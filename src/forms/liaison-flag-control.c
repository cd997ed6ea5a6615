/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-flag-control.h"

struct _LiaisonFlagControl
{
  GtkWidget  parent_instance;

  GtkWidget *button;
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonFlagControl, liaison_flag_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (LIAISON_FLAG_CONTROL (control)->button), liaison_record_get_integer (record, field) != 0);
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  liaison_record_set_integer (record, field, gtk_check_button_get_active (GTK_CHECK_BUTTON (LIAISON_FLAG_CONTROL (control)->button)));

  return TRUE;
}

static GtkWidget *
get_target (LiaisonControl *control)
{
  return LIAISON_FLAG_CONTROL (control)->button;
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
}

static void
liaison_flag_control_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_FLAG_CONTROL (object)->button, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_flag_control_parent_class)->dispose (object);
}

static void
liaison_flag_control_class_init (LiaisonFlagControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_flag_control_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_flag_control_init (LiaisonFlagControl *self)
{
  self->button = gtk_check_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (liaison_control_emit_changed), self);
}

LiaisonControl *
liaison_flag_control_new (void)
{
  return g_object_new (LIAISON_TYPE_FLAG_CONTROL, NULL);
}

void
liaison_flag_control_set_label (LiaisonFlagControl *self,
                                const char         *label)
{
  g_return_if_fail (LIAISON_IS_FLAG_CONTROL (self));

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->button), label);
  gtk_check_button_set_use_underline (GTK_CHECK_BUTTON (self->button), TRUE);
}
