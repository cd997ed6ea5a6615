/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-engagement-form.h"

#include "liaison-config.h"
#include "liaison-country.h"
#include "liaison-date.h"
#include "liaison-duplicates-ask.h"
#include "liaison-form-defaults.h"
#include "liaison-form-grid.h"
#include "liaison-part-list.h"
#include "liaison-participant-list.h"
#include "liaison-participant-row.h"
#include "liaison-phrase.h"
#include "liaison-quick-fill.h"
#include "liaison-quick-line.h"
#include "liaison-quick-seats.h"
#include "liaison-seats-offer.h"
#include "liaison-standing.h"
#include "liaison-text-control.h"

#include <glib/gi18n.h>

/* So many counterparts are named in a title where there is a format to name instead. */
#define MOST_NAMED 3

/* The place of the text of the quick entry in a draft. */
#define LINE "line"

struct _LiaisonEngagementForm
{
  LiaisonRecordForm       parent_instance;

  LiaisonQuickLine       *line;
  LiaisonFieldEditor     *form;
  LiaisonFieldEditor     *start;
  LiaisonFieldEditor     *precision;
  LiaisonFieldEditor     *title;
  LiaisonFieldEditor     *status;
  LiaisonFieldEditor     *zone;
  LiaisonParticipantList *ours;
  LiaisonParticipantList *theirs;
  LiaisonParticipantList *third;
  LiaisonSeatsOffer      *seats;
  LiaisonPartList        *readouts;
  LiaisonPartList        *follow_ups;

  LiaisonQuickFill       *fill;
  LiaisonQuickSeats      *quick_seats;
  GStrv                   guests;     /* (nullable): who takes part in a new engagement */
  gboolean                gives_way;  /* whether they do so only until the line names others of ours */
  GPtrArray              *principals; /* (element-type LiaisonSuggestion): guests of ours, as they were seated */
  gboolean                gave_way;
  gboolean                status_follows;
};

G_DEFINE_FINAL_TYPE (LiaisonEngagementForm, liaison_engagement_form, LIAISON_TYPE_RECORD_FORM)

static LiaisonFormContext *
get_context (LiaisonEngagementForm *self)
{
  return liaison_record_form_get_context (LIAISON_RECORD_FORM (self));
}

static LiaisonRecord *
get_engagement (LiaisonEngagementForm *self)
{
  return liaison_draft_get_record (liaison_form_context_get_draft (get_context (self)));
}

static const char *
get_text (LiaisonEngagementForm *self,
          guint                  field)
{
  return liaison_record_get_text (get_engagement (self), field);
}

/* A visit is made to a place, a session is held in its format, as is whatever has too many counterparts to name, and everything else is
 * with somebody. */
static GStrv
dup_names (LiaisonEngagementForm *self)
{
  LiaisonForm form = liaison_record_get_integer (get_engagement (self), LIAISON_ENGAGEMENT_FORM);
  g_auto (GStrv) theirs = liaison_participant_list_dup_names (self->theirs);
  guint n_theirs = g_strv_length (theirs);
  const char *place = get_text (self, LIAISON_ENGAGEMENT_PLACE);
  const char *name = "";

  if (form == LIAISON_FORM_VISIT_MADE)
    name = *place != '\0' ? place : liaison_country_get_name (get_text (self, LIAISON_ENGAGEMENT_COUNTRY));
  else if (form == LIAISON_FORM_MULTILATERAL_SESSION || n_theirs == 0 || n_theirs > MOST_NAMED)
    name = liaison_draft_get_name (liaison_form_context_get_draft (get_context (self)), get_text (self, LIAISON_ENGAGEMENT_FORMAT));

  return *name != '\0' ? g_strdupv ((char *[]) { (char *) name, NULL }) : g_steal_pointer (&theirs);
}

static char *
dup_phrase (LiaisonRecordForm *form)
{
  LiaisonEngagementForm *self = LIAISON_ENGAGEMENT_FORM_WINDOW (form);
  g_auto (GStrv) names = dup_names (self);

  return liaison_phrase_engagement (liaison_record_get_integer (get_engagement (self), LIAISON_ENGAGEMENT_FORM),
                                    (const char * const *) names);
}

static void
propose (LiaisonFieldEditor *editor,
         const char         *proposal)
{
  liaison_text_control_set_proposal (LIAISON_TEXT_CONTROL (liaison_field_editor_get_control (editor)), proposal);
}

/* A time is one of the store's zone, as long as nothing else is said; what is on record already has the one that was meant. */
static void
propose_zone (LiaisonEngagementForm *self)
{
  LiaisonFormContext *context = get_context (self);
  gboolean has_time = liaison_record_get_integer (get_engagement (self), LIAISON_ENGAGEMENT_PRECISION) == LIAISON_PRECISION_MINUTE;
  const char *zone = liaison_form_context_get_home_zone (context);

  if (liaison_draft_is_new (liaison_form_context_get_draft (context)))
    propose (self->zone, has_time && zone != NULL ? zone : "");
}

static void
propose_title (LiaisonEngagementForm *self)
{
  g_autofree char *phrase = dup_phrase (LIAISON_RECORD_FORM (self));
  g_autofree char *title = liaison_phrase_title (phrase);

  propose (self->title, title);
}

/* What is still to come is planned; what is past was held, as long as nothing else is said. */
static void
propose_status (LiaisonEngagementForm *self,
                int                    day)
{
  LiaisonStatus status = day > liaison_day_today () ? LIAISON_STATUS_PLANNED : LIAISON_STATUS_HELD;

  if (!self->status_follows)
    return;

  liaison_record_set_integer (get_engagement (self), LIAISON_ENGAGEMENT_STATUS, status);
  liaison_field_editor_reload (self->status);
}

static void
update_day (LiaisonEngagementForm *self)
{
  LiaisonDate date;
  int day = 0;

  if (liaison_date_parse (get_text (self, LIAISON_ENGAGEMENT_START), &date, NULL))
    day = liaison_date_first_day (&date);

  propose_status (self, day);
  liaison_form_context_set_day (get_context (self), day);
}

static void
changed (LiaisonRecordForm  *form,
         LiaisonFieldEditor *editor)
{
  LiaisonEngagementForm *self = LIAISON_ENGAGEMENT_FORM_WINDOW (form);

  if (editor == self->start)
    {
      /* "About" can be written, too. */
      liaison_field_editor_reload (self->precision);
      update_day (self);
    }
  else if (editor == self->precision)
    {
      liaison_field_editor_reload (self->start);
    }
  else if (editor == self->status)
    {
      self->status_follows = FALSE;
    }

  liaison_seats_offer_set_format (self->seats, get_text (self, LIAISON_ENGAGEMENT_FORMAT));
  gtk_widget_set_visible (GTK_WIDGET (self->third), !liaison_participant_list_is_empty (self->third));
  propose_zone (self);
  propose_title (self);
}

/* Whoever has the focus keeps it on the other side. */
static void
side_changed_cb (LiaisonEngagementForm *self)
{
  LiaisonParticipantList *lists[] = { self->ours, self->theirs, self->third };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, LIAISON_TYPE_PARTICIPANT_ROW) : NULL;
  LiaisonRecord *participation = row != NULL ? liaison_participant_row_get_record (LIAISON_PARTICIPANT_ROW (row)) : NULL;
  gboolean open = row != NULL && liaison_participant_row_get_open (LIAISON_PARTICIPANT_ROW (row));

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    liaison_participant_list_refresh (lists[i]);
  liaison_record_form_edited (LIAISON_RECORD_FORM (self));
  for (gsize i = 0; participation != NULL && i < G_N_ELEMENTS (lists); i++)
    liaison_participant_list_go_on (lists[i], participation, open);
}

/* Emitted by a drop-down inside the row that this replaces: not before it is done. */
static gboolean
side_changed_later_cb (gpointer user_data)
{
  LiaisonEngagementForm *self = user_data;

  if (get_context (self) != NULL && gtk_widget_get_root (GTK_WIDGET (self->ours)) != NULL)
    side_changed_cb (self);

  return G_SOURCE_REMOVE;
}

static void
note_side_changed_cb (LiaisonEngagementForm *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, side_changed_later_cb, g_object_ref (self), g_object_unref);
}

/* A contact, and its side. */
typedef struct
{
  LiaisonSuggestion *standing;
  LiaisonSide        side;
} Guest;

static void
guest_free (gpointer data)
{
  Guest *guest = data;

  g_clear_object (&guest->standing);
  g_free (guest);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Guest, guest_free)

static gpointer
load_guests_job (LiaisonDb     *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GPtrArray) guests = g_ptr_array_new_with_free_func (guest_free);

  for (char **uuid = data; *uuid != NULL; uuid++)
    {
      g_autoptr (LiaisonRecord) contact = liaison_record_load (db, LIAISON_KIND_CONTACT, *uuid, error);
      Guest *guest;

      if (contact == NULL)
        return NULL;

      guest = g_new0 (Guest, 1);
      g_ptr_array_add (guests, guest);
      guest->side = liaison_record_get_integer (contact, LIAISON_CONTACT_SIDE);
      guest->standing = liaison_standing_on_day (db, *uuid, NULL, liaison_day_today (), error);
      if (guest->standing == NULL)
        return NULL;
    }

  return g_steal_pointer (&guests);
}

/* Whoever was chosen when the form was opened is seated without a change of the person's. */
static void
seat_guests_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LiaisonEngagementForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) guests = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  LiaisonDraft *draft;
  gboolean clean;

  if (guests == NULL || get_context (self) == NULL)
    return;

  draft = liaison_form_context_get_draft (get_context (self));
  clean = !liaison_draft_is_changed (draft);
  for (guint i = 0; i < guests->len; i++)
    {
      Guest *guest = guests->pdata[i];

      if (guest->side == LIAISON_SIDE_OURS)
        g_ptr_array_add (self->principals, g_object_ref (guest->standing));
      if (guest->side != LIAISON_SIDE_OURS || !self->gave_way)
        liaison_participant_list_seat (guest->side == LIAISON_SIDE_OURS ? self->ours : self->theirs, guest->standing);
    }
  if (clean)
    liaison_draft_set_clean (draft);
}

typedef struct
{
  LiaisonRecord *engagement;
  guint          fields; /* a bit each */
} Reload;

static void
reload_editor (LiaisonFieldEditor *editor,
               gpointer            user_data)
{
  Reload *reload = user_data;
  guint field = liaison_field_editor_get_field (editor);

  if (liaison_field_editor_get_kind (editor) == LIAISON_KIND_ENGAGEMENT && field != LIAISON_FIELD_SENSITIVITY
      && (reload->fields & 1u << field) != 0)
    liaison_field_editor_reload (editor);
}

static gboolean
names_ours (const LiaisonQuickEntry *entry)
{
  for (guint i = 0; i < entry->seats->len; i++)
    {
      if (((const LiaisonQuickSeat *) entry->seats->pdata[i])->side == LIAISON_SIDE_OURS)
        return TRUE;
    }

  return FALSE;
}

/* Who was kept from the engagement before is a default: whoever of ours the line names takes the place. */
static void
give_way (LiaisonEngagementForm *self,
          gboolean               gives_way)
{
  for (guint i = 0; gives_way != self->gave_way && i < self->principals->len; i++)
    {
      if (gives_way)
        liaison_participant_list_unseat (self->ours, self->principals->pdata[i]);
      else
        liaison_participant_list_seat (self->ours, self->principals->pdata[i]);
    }
  self->gave_way = gives_way;
}

/* The day comes first: titles follow from it. */
static void
understood_cb (LiaisonEngagementForm   *self,
               const LiaisonQuickEntry *entry)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (get_context (self));
  Reload reload = { get_engagement (self), liaison_quick_fill_apply (self->fill, draft, entry) };
  gboolean gives_way = self->gives_way && names_ours (entry);

  liaison_field_editor_foreach (GTK_WIDGET (self), reload_editor, &reload);
  update_day (self);
  /* One and the same may be kept and named: whoever gives a seat up goes before another one takes it. */
  if (gives_way)
    give_way (self, TRUE);
  liaison_quick_seats_apply (self->quick_seats, entry);
  if (!gives_way)
    give_way (self, FALSE);
  liaison_record_form_edited (LIAISON_RECORD_FORM (self));
}

/* What was typed is in the form; it is for the person to look at it and save. */
static void
line_done_cb (LiaisonEngagementForm *self)
{
  liaison_record_form_focus_save (LIAISON_RECORD_FORM (self));
}

static void
bind_line (LiaisonEngagementForm *self)
{
  LiaisonParticipantList *lists[] = { NULL, self->ours, self->theirs, self->third };

  /* The form has been filled by it already: it is understood anew when it is edited. */
  liaison_quick_line_set_text (self->line, liaison_draft_get_text (liaison_form_context_get_draft (get_context (self)), LINE));
  self->fill = liaison_quick_fill_new ();
  self->quick_seats = liaison_quick_seats_new (lists);
  liaison_quick_line_bind (self->line, get_context (self));
  gtk_widget_set_visible (GTK_WIDGET (self->line), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->line));
}

static void
bound (LiaisonRecordForm *form)
{
  LiaisonEngagementForm *self = LIAISON_ENGAGEMENT_FORM_WINDOW (form);
  LiaisonFormContext *context = get_context (self);
  gboolean is_new = liaison_draft_is_new (liaison_form_context_get_draft (context));

  gtk_window_set_title (GTK_WINDOW (self), is_new ? _("New engagement") : _("Edit engagement"));
  /* One that was chosen in an earlier form stays. */
  self->status_follows = is_new && !liaison_draft_is_changed (liaison_form_context_get_draft (context));
  update_day (self);
  liaison_participant_list_bind (self->ours, context);
  liaison_participant_list_bind (self->theirs, context);
  liaison_participant_list_bind (self->third, context);
  gtk_widget_set_visible (GTK_WIDGET (self->third), !liaison_participant_list_is_empty (self->third));
  liaison_seats_offer_bind (self->seats, context, self->theirs);
  liaison_seats_offer_set_format (self->seats, get_text (self, LIAISON_ENGAGEMENT_FORMAT));
  liaison_part_list_bind (self->readouts, context);
  liaison_part_list_bind (self->follow_ups, context);
  propose_title (self);
  if (is_new)
    bind_line (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->form));

  if (is_new && self->guests != NULL)
    liaison_store_run_async (liaison_form_context_get_store (context), LIAISON_QUEUE_PAGES, load_guests_job, g_strdupv (self->guests),
                             (GDestroyNotify) g_strfreev, (GDestroyNotify) g_ptr_array_unref, NULL, seat_guests_cb, g_object_ref (self));
}

static GtkWidget *
check (LiaisonRecordForm *form,
       gboolean           show,
       GPtrArray         *names)
{
  LiaisonEngagementForm *self = LIAISON_ENGAGEMENT_FORM_WINDOW (form);
  LiaisonParticipantList *lists[] = { self->ours, self->theirs, self->third };
  LiaisonParticipantList *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (liaison_participant_list_check (lists[i], show))
        continue;

      g_ptr_array_add (names, liaison_participant_list_dup_label (lists[i]));
      if (first == NULL)
        first = lists[i];
    }

  return GTK_WIDGET (first);
}

static void
note_texts (LiaisonRecordForm *form)
{
  LiaisonEngagementForm *self = LIAISON_ENGAGEMENT_FORM_WINDOW (form);
  LiaisonParticipantList *lists[] = { self->ours, self->theirs, self->third };

  liaison_draft_set_text (liaison_form_context_get_draft (get_context (self)), LINE, liaison_quick_line_get_text (self->line));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    liaison_participant_list_note_text (lists[i]);
}

/* Those of ours, whom the next engagement is likely to be one of as well. */
static GStrv
dup_principals (LiaisonEngagementForm *self)
{
  g_autoptr (GPtrArray) parts = liaison_draft_list_parts (liaison_form_context_get_draft (get_context (self)), LIAISON_KIND_PARTICIPATION);
  g_autoptr (GStrvBuilder) principals = g_strv_builder_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      if (liaison_record_get_integer (parts->pdata[i], LIAISON_PARTICIPATION_SIDE) == LIAISON_SIDE_OURS
          && !liaison_record_field_is_empty (parts->pdata[i], LIAISON_PARTICIPATION_CONTACT))
        g_strv_builder_add (principals, liaison_record_get_text (parts->pdata[i], LIAISON_PARTICIPATION_CONTACT));
    }

  return g_strv_builder_end (principals);
}

/* The day, the place, the form and those of ours stay, these until the next line names others; the time does not. */
static LiaisonRecordForm *
new_next (LiaisonRecordForm *form)
{
  LiaisonEngagementForm *self = LIAISON_ENGAGEMENT_FORM_WINDOW (form);
  g_autoptr (LiaisonRecord) next = liaison_record_new (LIAISON_KIND_ENGAGEMENT, NULL);
  LiaisonRecord *engagement = get_engagement (self);
  LiaisonEngagementForm *next_form;
  LiaisonDate date;

  if (liaison_date_parse (get_text (self, LIAISON_ENGAGEMENT_START), &date, NULL) && date.day != 0)
    {
      date.minute = -1;
      liaison_record_take_text (next, LIAISON_ENGAGEMENT_START, liaison_date_to_string (&date));
      liaison_record_set_integer (next, LIAISON_ENGAGEMENT_PRECISION, LIAISON_PRECISION_DAY);
    }
  liaison_record_set_integer (next, LIAISON_ENGAGEMENT_FORM, liaison_record_get_integer (engagement, LIAISON_ENGAGEMENT_FORM));
  liaison_record_set_integer (next, LIAISON_ENGAGEMENT_STATUS, liaison_record_get_integer (engagement, LIAISON_ENGAGEMENT_STATUS));
  liaison_record_set_text (next, LIAISON_ENGAGEMENT_PLACE, get_text (self, LIAISON_ENGAGEMENT_PLACE));
  liaison_record_set_text (next, LIAISON_ENGAGEMENT_COUNTRY, get_text (self, LIAISON_ENGAGEMENT_COUNTRY));
  liaison_record_set_sensitivity (next, liaison_record_get_sensitivity (engagement));

  next_form = g_object_new (LIAISON_TYPE_ENGAGEMENT_FORM, NULL);
  next_form->guests = dup_principals (self);
  next_form->gives_way = TRUE;
  liaison_record_form_start (LIAISON_RECORD_FORM (next_form), liaison_form_context_get_store (get_context (self)), next,
                             LIAISON_KIND_ENGAGEMENT, NULL);

  return LIAISON_RECORD_FORM (next_form);
}

static void
liaison_engagement_form_finalize (GObject *object)
{
  LiaisonEngagementForm *self = LIAISON_ENGAGEMENT_FORM_WINDOW (object);

  g_strfreev (self->guests);
  g_ptr_array_unref (self->principals);
  g_clear_pointer (&self->fill, liaison_quick_fill_free);
  g_clear_pointer (&self->quick_seats, liaison_quick_seats_free);

  G_OBJECT_CLASS (liaison_engagement_form_parent_class)->finalize (object);
}

static void
liaison_engagement_form_class_init (LiaisonEngagementFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LiaisonRecordFormClass *form_class = LIAISON_RECORD_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_engagement_form_finalize;
  form_class->note_texts = note_texts;
  form_class->ask = liaison_duplicates_ask;
  form_class->bound = bound;
  form_class->changed = changed;
  form_class->check = check;
  form_class->dup_phrase = dup_phrase;
  form_class->new_next = new_next;

  g_type_ensure (LIAISON_TYPE_FIELD_EDITOR);
  g_type_ensure (LIAISON_TYPE_FORM_GRID);
  g_type_ensure (LIAISON_TYPE_PART_LIST);
  g_type_ensure (LIAISON_TYPE_PARTICIPANT_LIST);
  g_type_ensure (LIAISON_TYPE_QUICK_LINE);
  g_type_ensure (LIAISON_TYPE_SEATS_OFFER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-engagement-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, line);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, form);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, start);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, precision);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, status);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, zone);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, ours);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, theirs);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, third);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, seats);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, readouts);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementForm, follow_ups);
  gtk_widget_class_bind_template_callback_full (widget_class, "edited_cb", G_CALLBACK (liaison_record_form_edited));
  gtk_widget_class_bind_template_callback_full (widget_class, "named_cb", G_CALLBACK (liaison_record_form_follow));
  gtk_widget_class_bind_template_callback (widget_class, note_side_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, understood_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_done_cb);
}

static void
liaison_engagement_form_init (LiaisonEngagementForm *self)
{
  self->principals = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A call of today: what is noted as a rule. */
static LiaisonRecord *
engagement_new (void)
{
  LiaisonRecord *engagement = liaison_form_defaults_new_record (LIAISON_KIND_ENGAGEMENT);
  int day = liaison_day_today ();
  LiaisonDate today = { day / 10000, day / 100 % 100, day % 100, -1 };

  liaison_record_take_text (engagement, LIAISON_ENGAGEMENT_START, liaison_date_to_string (&today));
  liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_PRECISION, LIAISON_PRECISION_DAY);
  liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_FORM, LIAISON_FORM_PHONE_CALL);
  liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_STATUS, LIAISON_STATUS_HELD);

  return engagement;
}

void
liaison_engagement_form_run_async (GtkWindow           *parent,
                                   LiaisonStore        *store,
                                   const char          *uuid,
                                   const char          *contact,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (LiaisonRecord) engagement = NULL;
  LiaisonEngagementForm *self;

  if (liaison_record_form_present_open (store, uuid, callback, user_data))
    return;

  engagement = uuid == NULL ? engagement_new () : NULL;
  self = g_object_new (LIAISON_TYPE_ENGAGEMENT_FORM, NULL);
  self->guests = contact != NULL ? g_strdupv ((char *[]) { (char *) contact, NULL }) : NULL;
  liaison_record_form_start (LIAISON_RECORD_FORM (self), store, engagement, LIAISON_KIND_ENGAGEMENT, uuid);
  liaison_record_form_run_async (LIAISON_RECORD_FORM (self), parent, callback, user_data);
}

char *
liaison_engagement_form_run_finish (GAsyncResult  *result,
                                    char         **message,
                                    GError       **error)
{
  return liaison_record_form_run_finish (result, message, error);
}
