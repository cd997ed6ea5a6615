/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-filter-dates.h"

#include "liaison-date.h"
#include "liaison-day.h"
#include "liaison-entry-direction.h"
#include "liaison-query-edit.h"

/* One side of the span. */
typedef struct
{
  GtkWidget   *entry;
  GtkWidget   *button;
  GtkCalendar *calendar;
  const char  *key;
  char        *shown; /* what the query has */
} Side;

struct _LiaisonFilterDates
{
  GtkWidget  parent_instance;

  GtkWidget *root;
  GtkLabel  *mistake;
  GtkWidget *from_entry;
  GtkWidget *to_entry;
  GtkWidget *from_button;
  GtkWidget *to_button;
  GtkWidget *from_calendar;
  GtkWidget *to_calendar;

  Side       sides[2];
  gboolean   is_on;   /* whether the query has both sides in one term */
  gboolean   showing;
};

enum { SET, SET_SPAN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonFilterDates, liaison_filter_dates, GTK_TYPE_WIDGET)

static Side *
find_side (LiaisonFilterDates *self,
           GtkWidget          *widget)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->sides); i++)
    if (widget == self->sides[i].entry || widget == self->sides[i].button || widget == GTK_WIDGET (self->sides[i].calendar))
      return &self->sides[i];

  g_assert_not_reached ();
}

static void
tell_mistake (LiaisonFilterDates *self,
              Side               *side,
              const GError       *error)
{
  gtk_label_set_label (self->mistake, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mistake), error != NULL);
  if (error != NULL)
    gtk_widget_add_css_class (side->entry, "error");
  else
    gtk_widget_remove_css_class (side->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (side->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
emit_set (LiaisonFilterDates *self,
          Side               *side,
          const char         *text)
{
  const char *values[] = { *text != '\0' ? text : NULL, NULL };

  if (self->is_on)
    g_signal_emit (self, signals[SET_SPAN], 0, side == &self->sides[0] ? text : self->sides[0].shown, side == &self->sides[1] ? text : self->sides[1].shown);
  else
    g_signal_emit (self, signals[SET], 0, side->key, NULL, values);
}

/* What is not a date is told here and stays here: the query is not spoiled by it. */
static void
take_entry (LiaisonFilterDates *self,
            Side               *side)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (side->entry))));
  g_autoptr (GError) error = NULL;
  int first;
  int last;

  if (*text != '\0' && !liaison_date_parse_query (text, liaison_day_today (), &first, &last, &error))
    {
      tell_mistake (self, side, error);
      return;
    }

  tell_mistake (self, side, NULL);
  if (g_strcmp0 (text, side->shown) != 0)
    emit_set (self, side, text);
}

static void
entry_activated_cb (LiaisonFilterDates *self,
                    GtkWidget          *entry)
{
  take_entry (self, find_side (self, entry));
}

static void
entry_left_cb (LiaisonFilterDates *self,
               GtkEventController *controller)
{
  take_entry (self, find_side (self, gtk_event_controller_get_widget (controller)));
}

static void
day_selected_cb (LiaisonFilterDates *self,
                 GtkCalendar        *calendar)
{
  Side *side = find_side (self, GTK_WIDGET (calendar));
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  if (self->showing)
    return;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (side->button));
  gtk_editable_set_text (GTK_EDITABLE (side->entry), text);
  take_entry (self, side);
}

/* The calendar opens at the day that is written. */
static void
calendar_shown_cb (LiaisonFilterDates *self,
                   GtkWidget          *calendar)
{
  Side *side = find_side (self, calendar);
  int today = liaison_day_today ();
  int first = today;
  int last = today;
  int day;
  g_autoptr (GDateTime) date = NULL;

  liaison_date_parse_query (gtk_editable_get_text (GTK_EDITABLE (side->entry)), today, &first, &last, NULL);
  day = side == &self->sides[0] ? first : last;
  date = g_date_time_new_local (day / 10000, day / 100 % 100, day % 100, 0, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (calendar), date);
  self->showing = FALSE;
}

static void
last_days_cb (LiaisonFilterDates *self)
{
  g_signal_emit (self, signals[SET_SPAN], 0, "-30d", "today");
}

static void
this_month_cb (LiaisonFilterDates *self)
{
  int today = liaison_day_today ();
  g_autofree char *span = g_strdup_printf ("%04d-%02d", today / 10000, today / 100 % 100);

  g_signal_emit (self, signals[SET_SPAN], 0, span, span);
}

static void
this_year_cb (LiaisonFilterDates *self)
{
  g_autofree char *span = g_strdup_printf ("%04d", liaison_day_today () / 10000);

  g_signal_emit (self, signals[SET_SPAN], 0, span, span);
}

static void
any_time_cb (LiaisonFilterDates *self)
{
  g_signal_emit (self, signals[SET_SPAN], 0, "", "");
}

static void
liaison_filter_dates_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_FILTER_DATES);

  G_OBJECT_CLASS (liaison_filter_dates_parent_class)->dispose (object);
}

static void
liaison_filter_dates_finalize (GObject *object)
{
  LiaisonFilterDates *self = LIAISON_FILTER_DATES (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->sides); i++)
    g_free (self->sides[i].shown);

  G_OBJECT_CLASS (liaison_filter_dates_parent_class)->finalize (object);
}

static void
liaison_filter_dates_class_init (LiaisonFilterDatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_filter_dates_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_filter_dates_finalize;

  signals[SET] = g_signal_new ("set", LIAISON_TYPE_FILTER_DATES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                               G_TYPE_STRING, G_TYPE_STRV, G_TYPE_STRV);
  signals[SET_SPAN] = g_signal_new ("set-span", LIAISON_TYPE_FILTER_DATES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-filter-dates.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterDates, root);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterDates, mistake);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterDates, from_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterDates, to_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterDates, from_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterDates, to_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterDates, from_calendar);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterDates, to_calendar);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_days_cb);
  gtk_widget_class_bind_template_callback (widget_class, this_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, this_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_time_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_filter_dates_init (LiaisonFilterDates *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sides[0] = (Side) { self->from_entry, self->from_button, GTK_CALENDAR (self->from_calendar), "from", g_strdup ("") };
  self->sides[1] = (Side) { self->to_entry, self->to_button, GTK_CALENDAR (self->to_calendar), "to", g_strdup ("") };
  for (gsize i = 0; i < G_N_ELEMENTS (self->sides); i++)
    liaison_entry_read_from_left (GTK_EDITABLE (self->sides[i].entry));
}

void
liaison_filter_dates_show_query (LiaisonFilterDates *self,
                                 LiaisonQuery       *query)
{
  g_auto (GStrv) on = NULL;
  g_auto (GStrv) from = NULL;
  g_auto (GStrv) to = NULL;

  g_return_if_fail (LIAISON_IS_FILTER_DATES (self));

  on = liaison_query_dup_values (query, "on", NULL);
  from = liaison_query_dup_values (query, "from", NULL);
  to = liaison_query_dup_values (query, "to", NULL);
  self->is_on = g_strv_length (on) == 1 && !*from && !*to;
  for (gsize i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      Side *side = &self->sides[i];
      g_auto (GStrv) values = liaison_query_dup_values (query, self->is_on ? "on" : side->key, NULL);
      g_autofree char *text = g_strjoinv (",", values);

      if (g_str_equal (text, side->shown))
        continue;
      g_free (side->shown);
      side->shown = g_steal_pointer (&text);
      gtk_editable_set_text (GTK_EDITABLE (side->entry), side->shown);
      tell_mistake (self, side, NULL);
    }
}
