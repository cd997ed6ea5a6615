/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-date-control.h"

#include "liaison-config.h"
#include "liaison-date-entry.h"
#include "liaison-date-format.h"
#include "liaison-entry-direction.h"

#include <glib/gi18n.h>

struct _LiaisonDateControl
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *calendar;
  gboolean   has_precision;
  gboolean   showing;
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonDateControl, liaison_date_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static const char *
get_text (LiaisonDateControl *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_empty (LiaisonDateControl *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  return *text == '\0';
}

static gboolean
parse (LiaisonDateControl  *self,
       LiaisonDateEntry    *entry,
       GError             **error)
{
  if (!liaison_date_entry_parse (get_text (self), liaison_day_today (), entry, error))
    return FALSE;

  if (entry->precision != LIAISON_PRECISION_ABOUT || self->has_precision)
    return TRUE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID,
                       _("Only the date of an engagement can be about some day: write what is known, as 2021-12 or 2021."));

  return FALSE;
}

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  LiaisonDateControl *self = LIAISON_DATE_CONTROL (control);
  g_autofree char *text = NULL;
  LiaisonPrecision precision = 0;

  self->has_precision = liaison_record_get_kind (record) == LIAISON_KIND_ENGAGEMENT && field == LIAISON_ENGAGEMENT_START;
  if (self->has_precision)
    precision = liaison_record_get_integer (record, LIAISON_ENGAGEMENT_PRECISION);

  text = liaison_date_entry_format (liaison_record_get_text (record, field), precision);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/* Of a date between two others each is written exactly. */
static void
store_precision (LiaisonRecord    *record,
                 LiaisonPrecision  precision)
{
  gboolean between = liaison_record_get_integer (record, LIAISON_ENGAGEMENT_PRECISION) == LIAISON_PRECISION_BETWEEN;

  if (!between || precision == LIAISON_PRECISION_ABOUT)
    liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, precision);
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  LiaisonDateControl *self = LIAISON_DATE_CONTROL (control);
  LiaisonDateEntry entry = { .precision = 0 };
  g_autofree char *date = NULL;

  if (!is_empty (self))
    {
      if (!parse (self, &entry, error))
        return FALSE;
      date = liaison_date_to_string (&entry.date);
    }

  liaison_record_set_text (record, field, date);
  if (self->has_precision && date == NULL)
    liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, 0);
  else if (self->has_precision)
    store_precision (record, entry.precision);

  return TRUE;
}

static GtkWidget *
get_target (LiaisonControl *control)
{
  return LIAISON_DATE_CONTROL (control)->entry;
}

static char *
dup_hint (LiaisonControl *control)
{
  LiaisonDateControl *self = LIAISON_DATE_CONTROL (control);
  LiaisonDateEntry entry;
  g_autofree char *date = NULL;

  if (is_empty (self) || !parse (self, &entry, NULL))
    return NULL;

  date = liaison_date_to_string (&entry.date);

  return liaison_date_format_long (date, NULL, liaison_vocabulary_get_token (&liaison_precisions, entry.precision));
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
  iface->dup_hint = dup_hint;
}

static void
open_calendar (LiaisonDateControl *self)
{
  LiaisonDateEntry entry;
  int day = liaison_day_today ();
  g_autoptr (GDateTime) date = NULL;

  if (!is_empty (self) && parse (self, &entry, NULL))
    day = liaison_date_first_day (&entry.date);

  date = g_date_time_new_local (day / 10000, day / 100 % 100, day % 100, 0, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  self->showing = FALSE;
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The day changes; a time that was written stays. */
static void
day_selected_cb (LiaisonDateControl *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  LiaisonDateEntry entry = { .date = { .minute = -1 } };

  if (self->showing)
    return;

  parse (self, &entry, NULL);
  entry.date.year = g_date_time_get_year (day);
  entry.date.month = g_date_time_get_month (day);
  entry.date.day = g_date_time_get_day_of_month (day);
  date = liaison_date_to_string (&entry.date);
  text = liaison_date_entry_format (date, self->has_precision ? entry.precision : 0);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);
}

static gboolean
open_calendar_key_cb (GtkWidget *widget,
                      GVariant  *arguments,
                      gpointer   user_data)
{
  open_calendar (LIAISON_DATE_CONTROL (widget));

  return TRUE;
}

static void
liaison_date_control_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_DATE_CONTROL);

  G_OBJECT_CLASS (liaison_date_control_parent_class)->dispose (object);
}

static void
liaison_date_control_class_init (LiaisonDateControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_date_control_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-date-control.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonDateControl, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDateControl, entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDateControl, popover);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDateControl, calendar);
  gtk_widget_class_bind_template_callback_full (widget_class, "changed_cb", G_CALLBACK (liaison_control_emit_changed));
  gtk_widget_class_bind_template_callback_full (widget_class, "open_calendar_cb", G_CALLBACK (open_calendar));
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, open_calendar_key_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_date_control_init (LiaisonDateControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_entry_read_from_left (GTK_EDITABLE (self->entry));
}

LiaisonControl *
liaison_date_control_new (void)
{
  return g_object_new (LIAISON_TYPE_DATE_CONTROL, NULL);
}
