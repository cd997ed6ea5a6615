/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-seats-offer.h"

#include "liaison-config.h"
#include "liaison-day.h"
#include "liaison-standing.h"

#include <glib/gi18n.h>

struct _LiaisonSeatsOffer
{
  GtkWidget               parent_instance;

  GtkWidget              *box;
  GtkLabel               *label;

  LiaisonFormContext     *context;
  LiaisonParticipantList *list;    /* not owned: it is in the same form */
  char                   *format;
  GPtrArray              *members; /* (nullable): of the format, on the day */
  GCancellable           *asking;
};

G_DEFINE_FINAL_TYPE (LiaisonSeatsOffer, liaison_seats_offer, GTK_TYPE_WIDGET)

typedef struct
{
  char *format;
  int   day;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->format);
  g_free (question);
}

static gpointer
members_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Question *question = data;

  return liaison_standing_members (db, question->format, question->day, error);
}

static gboolean
is_own (LiaisonSeatsOffer *self,
        LiaisonSuggestion *member)
{
  const char *own = liaison_form_context_get_own_country (self->context);

  return liaison_suggestion_get_kind (member) != LIAISON_KIND_ORGANISATION
    && g_strcmp0 (liaison_suggestion_get_country (member), own) == 0;
}

static GPtrArray *
list_missing (LiaisonSeatsOffer *self)
{
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; self->members != NULL && i < self->members->len; i++)
    {
      LiaisonSuggestion *member = self->members->pdata[i];

      if (!is_own (self, member) && !liaison_participant_list_has_seat (self->list, member))
        g_ptr_array_add (missing, member);
    }

  return missing;
}

static void
members_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LiaisonSeatsOffer) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *members = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  g_clear_pointer (&self->members, g_ptr_array_unref);
  self->members = members;
  liaison_seats_offer_update (self);
}

static void
ask (LiaisonSeatsOffer *self)
{
  Question *question;
  int day = liaison_form_context_get_day (self->context);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  liaison_seats_offer_update (self);
  if (self->format == NULL)
    return;

  question = g_new0 (Question, 1);
  question->format = g_strdup (self->format);
  question->day = day != 0 ? day : liaison_day_today ();
  self->asking = g_cancellable_new ();
  liaison_store_run_async (liaison_form_context_get_store (self->context), LIAISON_QUEUE_PAGES, members_job, question, question_free,
                           (GDestroyNotify) g_ptr_array_unref, self->asking, members_cb, g_object_ref (self));
}

static void
seat_cb (LiaisonSeatsOffer *self)
{
  g_autoptr (GPtrArray) missing = list_missing (self);

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  for (guint i = 0; i < missing->len; i++)
    liaison_participant_list_seat (self->list, missing->pdata[i]);
  liaison_seats_offer_update (self);
}

static void
liaison_seats_offer_dispose (GObject *object)
{
  LiaisonSeatsOffer *self = LIAISON_SEATS_OFFER (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->context);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_SEATS_OFFER);

  G_OBJECT_CLASS (liaison_seats_offer_parent_class)->dispose (object);
}

static void
liaison_seats_offer_finalize (GObject *object)
{
  g_free (LIAISON_SEATS_OFFER (object)->format);

  G_OBJECT_CLASS (liaison_seats_offer_parent_class)->finalize (object);
}

static void
liaison_seats_offer_class_init (LiaisonSeatsOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_seats_offer_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_seats_offer_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-seats-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonSeatsOffer, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSeatsOffer, label);
  gtk_widget_class_bind_template_callback (widget_class, seat_cb);
  gtk_widget_class_set_css_name (widget_class, "offer");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_seats_offer_init (LiaisonSeatsOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_seats_offer_bind (LiaisonSeatsOffer      *self,
                          LiaisonFormContext     *context,
                          LiaisonParticipantList *list)
{
  g_return_if_fail (LIAISON_IS_SEATS_OFFER (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->list = list;
  g_signal_connect_object (context, "notify::day", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::own-country", G_CALLBACK (liaison_seats_offer_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "changed", G_CALLBACK (liaison_seats_offer_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "named", G_CALLBACK (liaison_seats_offer_update), self, G_CONNECT_SWAPPED);
}

void
liaison_seats_offer_set_format (LiaisonSeatsOffer *self,
                                const char        *format)
{
  g_return_if_fail (LIAISON_IS_SEATS_OFFER (self));

  if (format != NULL && *format == '\0')
    format = NULL;
  if (g_strcmp0 (self->format, format) == 0)
    return;

  g_free (self->format);
  self->format = g_strdup (format);
  ask (self);
}

void
liaison_seats_offer_update (LiaisonSeatsOffer *self)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (LIAISON_IS_SEATS_OFFER (self));

  missing = list_missing (self);
  text = g_strdup_printf (ngettext ("%u member of that day takes no part yet.", "%u members of that day take no part yet.", missing->len),
                          missing->len);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), missing->len > 0);
}
