/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-participant-list-private.h"

#include "liaison-standing.h"

/* Whose titles are asked for. */
typedef struct
{
  GPtrArray *contacts; /* pairs of UUIDs: of a contact, and of the post that was said to be held */
  int        day;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->contacts);
  g_free (question);
}

static gpointer
standings_job (LiaisonDb     *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Question *question = data;
  g_autoptr (GPtrArray) standings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < question->contacts->len; i += 2)
    {
      LiaisonSuggestion *standing = liaison_standing_on_day (db, question->contacts->pdata[i], question->contacts->pdata[i + 1],
                                                             question->day, error);

      if (standing == NULL)
        return NULL;
      g_ptr_array_add (standings, standing);
    }

  return g_steal_pointer (&standings);
}

static Question *
question_new (LiaisonParticipantList *self)
{
  Question *question = g_new0 (Question, 1);

  question->contacts = g_ptr_array_new_with_free_func (g_free);
  question->day = liaison_form_context_get_day (self->context);

  return question;
}

static LiaisonParticipantRow *
get_row (LiaisonParticipantList *self,
         int                     index)
{
  return LIAISON_PARTICIPANT_ROW (gtk_list_box_get_row_at_index (self->rows, index));
}

static LiaisonRecord *
get_participation (LiaisonParticipantList *self,
                   int                     index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, index);

  return row != NULL ? liaison_participant_row_get_record (LIAISON_PARTICIPANT_ROW (row)) : NULL;
}

static const char *
get_contact (LiaisonRecord *participation)
{
  return liaison_record_get_text (participation, LIAISON_PARTICIPATION_CONTACT);
}

LiaisonSuggestion *
liaison_participant_list_get_standing (LiaisonParticipantList *self,
                                       LiaisonRecord          *participation)
{
  return g_hash_table_lookup (self->standings, get_contact (participation));
}

static void
show_standings (LiaisonParticipantList *self)
{
  for (int i = 0; get_participation (self, i) != NULL; i++)
    liaison_participant_row_set_standing (get_row (self, i), liaison_participant_list_get_standing (self, get_participation (self, i)));
}

static void
keep_standing (LiaisonParticipantList *self,
               LiaisonSuggestion      *standing)
{
  const char *uuid = liaison_suggestion_get_uuid (standing);

  liaison_draft_set_name (liaison_form_context_get_draft (self->context), uuid, liaison_suggestion_get_name (standing));
  g_hash_table_replace (self->standings, g_strdup (uuid), g_object_ref (standing));
}

static void
standings_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LiaisonParticipantList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) standings = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  /* Without titles the names are still there. */
  if (standings == NULL)
    return;

  for (guint i = 0; i < standings->len; i++)
    keep_standing (self, standings->pdata[i]);
  show_standings (self);
  g_signal_emit_by_name (self, "named");
}

/* The titles follow the day. */
void
liaison_participant_list_ask_standings (LiaisonParticipantList *self)
{
  Question *question = question_new (self);

  for (int i = 0; get_participation (self, i) != NULL; i++)
    {
      LiaisonRecord *participation = get_participation (self, i);

      if (*get_contact (participation) == '\0')
        continue;
      g_ptr_array_add (question->contacts, g_strdup (get_contact (participation)));
      g_ptr_array_add (question->contacts, g_strdup (liaison_record_get_text (participation, LIAISON_PARTICIPATION_POST)));
    }

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  liaison_store_run_async (liaison_form_context_get_store (self->context), LIAISON_QUEUE_PAGES, standings_job, question, question_free,
                           (GDestroyNotify) g_ptr_array_unref, self->asking, standings_cb, g_object_ref (self));
}

/* Which field of a participation names what a suggestion stands for. */
static guint
get_seat_field (LiaisonSuggestion *suggestion)
{
  LiaisonKind kind = liaison_suggestion_get_kind (suggestion);

  if (kind == LIAISON_KIND_CONTACT)
    return LIAISON_PARTICIPATION_CONTACT;

  return kind == LIAISON_KIND_ORGANISATION ? LIAISON_PARTICIPATION_ORGANISATION : LIAISON_PARTICIPATION_COUNTRY;
}

static const char *
get_seat_value (LiaisonSuggestion *suggestion)
{
  return get_seat_field (suggestion) == LIAISON_PARTICIPATION_COUNTRY ? liaison_suggestion_get_country (suggestion)
                                                                      : liaison_suggestion_get_uuid (suggestion);
}

static LiaisonParticipantRow *
find_seat (LiaisonParticipantList *self,
           LiaisonSuggestion      *suggestion)
{
  for (int i = 0; get_participation (self, i) != NULL; i++)
    {
      if (g_str_equal (liaison_record_get_text (get_participation (self, i), get_seat_field (suggestion)), get_seat_value (suggestion)))
        return get_row (self, i);
    }

  return NULL;
}

/* Whether a participation is the plain seat of a country: whoever takes it says all that there is to say of it. */
static gboolean
is_plain_seat (const LiaisonRecord *participation,
               const char          *country)
{
  return g_str_equal (liaison_record_get_text (participation, LIAISON_PARTICIPATION_COUNTRY), country)
    && liaison_record_field_is_empty (participation, LIAISON_PARTICIPATION_HEAD_COUNT)
    && liaison_record_field_is_empty (participation, LIAISON_PARTICIPATION_SEAT_COUNTRY)
    && liaison_record_field_is_empty (participation, LIAISON_PARTICIPATION_SEAT_ORGANISATION)
    && liaison_record_get_integer (participation, LIAISON_PARTICIPATION_ROLE) == LIAISON_ROLE_PRINCIPAL
    && liaison_record_get_integer (participation, LIAISON_PARTICIPATION_ATTENDANCE) == LIAISON_ATTENDANCE_ATTENDED;
}

/* The seat of the contact's country that nobody is named in. */
static LiaisonParticipantRow *
find_unnamed (LiaisonParticipantList *self,
              LiaisonSuggestion      *contact)
{
  const char *country = liaison_suggestion_get_country (contact);

  for (int i = 0; *country != '\0' && get_participation (self, i) != NULL; i++)
    {
      if (is_plain_seat (get_participation (self, i), country))
        return get_row (self, i);
    }

  return NULL;
}

static void
name_seat (LiaisonParticipantList *self,
           LiaisonParticipantRow  *row,
           LiaisonSuggestion      *contact)
{
  g_autoptr (LiaisonRecord) participation = liaison_record_ref (liaison_participant_row_get_record (row));
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  liaison_record_set_text (participation, LIAISON_PARTICIPATION_COUNTRY, NULL);
  liaison_record_set_text (participation, LIAISON_PARTICIPATION_CONTACT, liaison_suggestion_get_uuid (contact));
  gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  liaison_participant_list_insert_row (self, participation, place);
  g_signal_emit_by_name (self, "changed");
}

gboolean
liaison_participant_list_seat (LiaisonParticipantList *self,
                               LiaisonSuggestion      *suggestion)
{
  LiaisonDraft *draft;
  g_autoptr (LiaisonRecord) participation = liaison_record_new (LIAISON_KIND_PARTICIPATION, NULL);

  g_return_val_if_fail (LIAISON_IS_PARTICIPANT_LIST (self), FALSE);
  g_return_val_if_fail (LIAISON_IS_SUGGESTION (suggestion), FALSE);

  if (find_seat (self, suggestion) != NULL)
    return FALSE;

  draft = liaison_form_context_get_draft (self->context);
  if (liaison_suggestion_get_kind (suggestion) == LIAISON_KIND_CONTACT)
    keep_standing (self, suggestion);
  else if (liaison_suggestion_get_kind (suggestion) == LIAISON_KIND_ORGANISATION)
    liaison_draft_set_name (draft, liaison_suggestion_get_uuid (suggestion), liaison_suggestion_get_name (suggestion));

  liaison_record_set_text (participation, get_seat_field (suggestion), get_seat_value (suggestion));
  liaison_record_set_integer (participation, LIAISON_PARTICIPATION_SIDE, self->side);
  liaison_record_set_integer (participation, LIAISON_PARTICIPATION_ROLE, LIAISON_ROLE_PRINCIPAL);
  liaison_record_set_integer (participation, LIAISON_PARTICIPATION_ATTENDANCE, LIAISON_ATTENDANCE_ATTENDED);
  liaison_draft_add_part (draft, participation);
  liaison_participant_list_insert_row (self, participation, -1);
  g_signal_emit_by_name (self, "changed");

  return TRUE;
}

void
liaison_participant_list_seat_or_name (LiaisonParticipantList *self,
                                       LiaisonSuggestion      *suggestion)
{
  gboolean is_contact = liaison_suggestion_get_kind (suggestion) == LIAISON_KIND_CONTACT;
  LiaisonParticipantRow *unnamed = is_contact && find_seat (self, suggestion) == NULL ? find_unnamed (self, suggestion) : NULL;

  if (unnamed == NULL)
    {
      liaison_participant_list_seat (self, suggestion);
      return;
    }

  keep_standing (self, suggestion);
  name_seat (self, unnamed, suggestion);
}

void
liaison_participant_list_unseat (LiaisonParticipantList *self,
                                 LiaisonSuggestion      *suggestion)
{
  LiaisonParticipantRow *row;

  g_return_if_fail (LIAISON_IS_PARTICIPANT_LIST (self));
  g_return_if_fail (LIAISON_IS_SUGGESTION (suggestion));

  row = find_seat (self, suggestion);
  if (row != NULL)
    liaison_participant_list_take_row (self, row);
}

static void
seat_contact_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (LiaisonParticipantList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) standings = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (standings != NULL && self->context != NULL)
    liaison_participant_list_seat_or_name (self, standings->pdata[0]);
}

void
liaison_participant_list_seat_contact (LiaisonParticipantList *self,
                                       const char             *uuid)
{
  Question *question;

  g_return_if_fail (LIAISON_IS_PARTICIPANT_LIST (self));

  question = question_new (self);
  g_ptr_array_add (question->contacts, g_strdup (uuid));
  g_ptr_array_add (question->contacts, NULL);
  liaison_store_run_async (liaison_form_context_get_store (self->context), LIAISON_QUEUE_PAGES, standings_job, question, question_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, seat_contact_cb, g_object_ref (self));
}

/* For whom a participant sits, as far as the form can tell. */
static gboolean
sits_for (LiaisonParticipantList *self,
          LiaisonRecord          *participation,
          LiaisonSuggestion      *seat)
{
  LiaisonSuggestion *standing = liaison_participant_list_get_standing (self, participation);
  const char *country = liaison_record_get_text (participation, LIAISON_PARTICIPATION_SEAT_COUNTRY);

  if (get_seat_field (seat) != LIAISON_PARTICIPATION_COUNTRY)
    return g_str_equal (liaison_record_get_text (participation, LIAISON_PARTICIPATION_SEAT_ORGANISATION), get_seat_value (seat))
      || g_str_equal (liaison_record_get_text (participation, LIAISON_PARTICIPATION_ORGANISATION), get_seat_value (seat));

  if (*country == '\0')
    country = liaison_record_get_text (participation, LIAISON_PARTICIPATION_COUNTRY);
  if (*country == '\0' && standing != NULL)
    country = liaison_suggestion_get_country (standing);

  return g_str_equal (country, get_seat_value (seat));
}

gboolean
liaison_participant_list_has_seat (LiaisonParticipantList *self,
                                   LiaisonSuggestion      *seat)
{
  g_return_val_if_fail (LIAISON_IS_PARTICIPANT_LIST (self), FALSE);

  for (int i = 0; get_participation (self, i) != NULL; i++)
    {
      if (sits_for (self, get_participation (self, i), seat))
        return TRUE;
    }

  return FALSE;
}

/* A name is told with the engagement, so not of a seat that is more secret. */
GStrv
liaison_participant_list_dup_names (LiaisonParticipantList *self)
{
  LiaisonRecord *engagement = liaison_draft_get_record (liaison_form_context_get_draft (self->context));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (LIAISON_IS_PARTICIPANT_LIST (self), NULL);

  for (int i = 0; get_participation (self, i) != NULL; i++)
    {
      LiaisonRecord *participation = get_participation (self, i);
      LiaisonSuggestion *standing = liaison_participant_list_get_standing (self, participation);
      g_autofree char *name = standing != NULL ? g_strdup (liaison_suggestion_get_short_name (standing))
                                               : liaison_participant_row_dup_name (self->context, participation);

      if (liaison_record_get_sensitivity (participation) <= liaison_record_get_sensitivity (engagement))
        g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}
