/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-precision-control.h"

#include "liaison-config.h"
#include "liaison-date.h"
#include "liaison-drop-down.h"

#include <glib/gi18n.h>

enum { AS_WRITTEN, ABOUT, BETWEEN };

struct _LiaisonPrecisionControl
{
  GtkWidget  parent_instance;

  GtkWidget *drop_down;
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonPrecisionControl, liaison_precision_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (LIAISON_PRECISION_CONTROL (control)->drop_down);
  gint64 precision = liaison_record_get_integer (record, field);

  if (precision == LIAISON_PRECISION_ABOUT)
    gtk_drop_down_set_selected (drop_down, ABOUT);
  else
    gtk_drop_down_set_selected (drop_down, precision == LIAISON_PRECISION_BETWEEN ? BETWEEN : AS_WRITTEN);
}

static LiaisonPrecision
get_written_precision (const LiaisonRecord *record)
{
  LiaisonDate date;

  if (!liaison_date_parse (liaison_record_get_text (record, LIAISON_ENGAGEMENT_START), &date, NULL))
    return 0;
  if (date.minute >= 0)
    return LIAISON_PRECISION_MINUTE;
  if (date.day != 0)
    return LIAISON_PRECISION_DAY;

  return date.month != 0 ? LIAISON_PRECISION_MONTH : LIAISON_PRECISION_YEAR;
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  LiaisonPrecision precision = get_written_precision (record);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (LIAISON_PRECISION_CONTROL (control)->drop_down));

  if (selected == ABOUT)
    precision = LIAISON_PRECISION_ABOUT;
  else if (selected == BETWEEN)
    precision = LIAISON_PRECISION_BETWEEN;
  liaison_record_set_integer (record, field, precision);

  return TRUE;
}

/* The button inside is what has the focus. */
static GtkWidget *
get_target (LiaisonControl *control)
{
  return gtk_widget_get_first_child (LIAISON_PRECISION_CONTROL (control)->drop_down);
}

static char *
dup_value (LiaisonControl *control)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (LIAISON_PRECISION_CONTROL (control)->drop_down));

  return selected != NULL ? g_strdup (gtk_string_object_get_string (selected)) : NULL;
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
  iface->dup_value = dup_value;
}

static void
liaison_precision_control_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_PRECISION_CONTROL (object)->drop_down, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_precision_control_parent_class)->dispose (object);
}

static void
liaison_precision_control_class_init (LiaisonPrecisionControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_precision_control_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_precision_control_init (LiaisonPrecisionControl *self)
{
  const char *labels[] = { C_("how sure a date is", "As written"), C_("how sure a date is", "About"),
                           C_("how sure a date is", "Between start and end"), NULL };

  self->drop_down = gtk_drop_down_new_from_strings (labels);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  liaison_drop_down_add_typing (GTK_DROP_DOWN (self->drop_down));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (liaison_control_emit_changed), self);
}

LiaisonControl *
liaison_precision_control_new (void)
{
  return g_object_new (LIAISON_TYPE_PRECISION_CONTROL, NULL);
}
