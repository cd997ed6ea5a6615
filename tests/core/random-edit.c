/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edit.h"

#include "db-fixture.h"
#include "liaison-changes.h"
#include "liaison-error.h"
#include "liaison-merge.h"
#include "liaison-record-past.h"
#include "liaison-undo.h"

#define N_CONTACTS 4
#define N_ENGAGEMENTS 4
#define N_TOTALS 2

/* What a store held */

static void
append_field (GString             *text,
              const LiaisonRecord *record,
              guint                field)
{
  const LiaisonField *info = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[field];

  if (liaison_field_is_text (info))
    g_string_append_printf (text, "|%s", liaison_record_get_text (record, field));
  else if (liaison_field_is_list (info))
    {
      g_autofree char *list = g_strjoinv (",", (char **) liaison_record_get_list (record, field));

      g_string_append_printf (text, "|%s", list);
    }
  else
    g_string_append_printf (text, "|%" G_GINT64_FORMAT, liaison_record_get_integer (record, field));
}

static gboolean
append_record (LiaisonRecord  *record,
               gpointer        user_data,
               GError        **error)
{
  GString *text = user_data;

  g_string_append (text, liaison_record_get_uuid (record));
  for (guint i = 0; i < liaison_kind_get_info (liaison_record_get_kind (record))->n_fields; i++)
    append_field (text, record, i);
  g_string_append_c (text, '\n');

  return TRUE;
}

/* Without times, which are those of the clock. */
char *
random_edit_dump (LiaisonDb *db)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      liaison_record_foreach (db, kind, append_record, text, &error);
      g_assert_no_error (error);
    }

  return g_string_free (text, FALSE);
}

/* Actions; each is made from @random alone, so that the same seed does the same to the same store. */

static const char *
choose (GRand       *random,
        LiaisonKind  kind,
        guint        most)
{
  return db_fixture_uuid (kind, g_rand_int_range (random, 1, most + 1));
}

static void
put_contact (GRand          *random,
             LiaisonChanges *changes)
{
  static const char * const names[] = { "Kuleba", "Rau", "Linde", "Blinken" };
  g_autoptr (LiaisonRecord) contact = liaison_record_new (LIAISON_KIND_CONTACT, choose (random, LIAISON_KIND_CONTACT, N_CONTACTS));

  liaison_record_set_text (contact, LIAISON_CONTACT_NAME, names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))]);
  liaison_record_set_integer (contact, LIAISON_CONTACT_SIDE, g_rand_int_range (random, LIAISON_SIDE_OURS, LIAISON_SIDE_THIRD + 1));
  liaison_record_set_created (contact, 1);
  liaison_changes_put (changes, contact);
}

static LiaisonRecord *
new_engagement (GRand      *random,
                const char *uuid)
{
  LiaisonRecord *engagement = liaison_record_new (LIAISON_KIND_ENGAGEMENT, uuid);
  g_autofree char *start = g_strdup_printf ("2022-01-%02d", g_rand_int_range (random, 1, 29));

  liaison_record_set_text (engagement, LIAISON_ENGAGEMENT_TITLE, "Call");
  liaison_record_set_text (engagement, LIAISON_ENGAGEMENT_START, start);
  liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_PRECISION, LIAISON_PRECISION_DAY);
  liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_FORM, LIAISON_FORM_PHONE_CALL);
  liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_STATUS, g_rand_int_range (random, LIAISON_STATUS_PLANNED, LIAISON_STATUS_CANCELLED + 1));
  liaison_record_set_created (engagement, 1);

  return engagement;
}

static void
put_engagement (GRand          *random,
                LiaisonChanges *changes)
{
  guint number = g_rand_int_range (random, 1, N_ENGAGEMENTS + 1);
  const char *uuid = db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, number);
  g_autoptr (LiaisonRecord) engagement = new_engagement (random, uuid);
  guint n_participants = g_rand_int_range (random, 0, 3);

  liaison_changes_put (changes, engagement);
  for (guint i = 0; i < n_participants; i++)
    {
      g_autoptr (LiaisonRecord) participation = liaison_record_new (LIAISON_KIND_PARTICIPATION,
                                                                    db_fixture_uuid (LIAISON_KIND_PARTICIPATION, number * 10 + i));

      liaison_record_set_text (participation, LIAISON_PARTICIPATION_ENGAGEMENT, uuid);
      liaison_record_set_text (participation, LIAISON_PARTICIPATION_CONTACT, choose (random, LIAISON_KIND_CONTACT, N_CONTACTS));
      liaison_record_set_integer (participation, LIAISON_PARTICIPATION_SIDE, LIAISON_SIDE_THEIRS);
      liaison_record_set_created (participation, 1);
      liaison_changes_put (changes, participation);
    }
}

static void
put_post (GRand          *random,
          LiaisonChanges *changes)
{
  g_autoptr (LiaisonRecord) post = liaison_record_new (LIAISON_KIND_POST, choose (random, LIAISON_KIND_POST, N_CONTACTS));

  liaison_record_set_text (post, LIAISON_POST_CONTACT, choose (random, LIAISON_KIND_CONTACT, N_CONTACTS));
  liaison_record_set_text (post, LIAISON_POST_TITLE, g_rand_boolean (random) ? "Minister" : "Envoy");
  liaison_record_set_text (post, LIAISON_POST_ORGANISATION, choose (random, LIAISON_KIND_ORGANISATION, RANDOM_EDIT_ORGANISATIONS));
  liaison_record_set_created (post, 1);
  liaison_changes_put (changes, post);
}

/* Of one contact with another, in an organisation, and with an engagement that it includes: each of them may be merged or gone. */
static void
put_total (GRand          *random,
           LiaisonChanges *changes)
{
  g_autoptr (LiaisonRecord) total = liaison_record_new (LIAISON_KIND_STATED_TOTAL, choose (random, LIAISON_KIND_STATED_TOTAL, N_TOTALS));
  const char *principals[] = { choose (random, LIAISON_KIND_CONTACT, N_CONTACTS), NULL };
  const char *counterparts[] = { choose (random, LIAISON_KIND_CONTACT, N_CONTACTS), NULL };
  const char *organisations[] = { choose (random, LIAISON_KIND_ORGANISATION, RANDOM_EDIT_ORGANISATIONS), NULL };
  const char *covered[] = { choose (random, LIAISON_KIND_ENGAGEMENT, N_ENGAGEMENTS), NULL };

  liaison_record_set_text (total, LIAISON_STATED_TOTAL_TEXT, "They have spoken often.");
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_PRINCIPALS, principals);
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_COUNTERPARTS, counterparts);
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_ORGANISATIONS, organisations);
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_COUNTS, LIAISON_COUNTS_OCCASIONS);
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_NUMBER, g_rand_int_range (random, 2, 9));
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_BOUND, LIAISON_BOUND_EXACT);
  liaison_record_set_text (total, LIAISON_STATED_TOTAL_FROM, "2022-01-01");
  liaison_record_set_text (total, LIAISON_STATED_TOTAL_TO, "2022-01-28");
  if (g_rand_boolean (random))
    liaison_record_set_list (total, LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS, covered);
  liaison_record_set_created (total, 1);
  liaison_changes_put (changes, total);
}

/* As the window does: from what the store has of both. */
static void
put_merge (LiaisonDb      *db,
           GRand          *random,
           LiaisonChanges *changes,
           LiaisonKind     kind,
           guint           most)
{
  const char *kept_uuid = choose (random, kind, most);
  const char *gone_uuid = choose (random, kind, most);
  g_autoptr (LiaisonRecord) kept = liaison_record_load (db, kind, kept_uuid, NULL);
  g_autoptr (LiaisonRecord) gone = liaison_record_load (db, kind, gone_uuid, NULL);
  g_autoptr (LiaisonRecord) merged = kept != NULL && gone != NULL ? liaison_merge_propose (kept, gone) : NULL;

  if (merged != NULL)
    liaison_changes_merge (changes, merged, gone_uuid);
}

static void
put_several (LiaisonDb      *db,
             GRand          *random,
             LiaisonChanges *changes)
{
  LiaisonStatus status = g_rand_int_range (random, LIAISON_STATUS_PLANNED, LIAISON_STATUS_CANCELLED + 1);

  for (guint i = 1; i <= N_ENGAGEMENTS; i++)
    {
      g_autoptr (LiaisonRecord) engagement = liaison_record_load (db, LIAISON_KIND_ENGAGEMENT, db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, i), NULL);

      if (engagement == NULL)
        continue;
      liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_STATUS, status);
      liaison_changes_put (changes, engagement);
    }
}

/* As the window edits what is selected: one field of all engagements, or the tags of all contacts. */
static void
put_field (LiaisonDb      *db,
           GRand          *random,
           LiaisonChanges *changes)
{
  gboolean of_contacts = g_rand_boolean (random);
  LiaisonKind kind = of_contacts ? LIAISON_KIND_CONTACT : LIAISON_KIND_ENGAGEMENT;
  LiaisonFieldEditMode mode = g_rand_int_range (random, LIAISON_FIELD_EDIT_SET, LIAISON_FIELD_EDIT_REMOVE + 1);
  static const char * const tags[] = { "one", "two", NULL };
  static const char * const places[] = { "Kyiv", "Riga" };
  g_autoptr (LiaisonRecord) value = liaison_record_new (kind, NULL);
  g_autoptr (LiaisonFieldEdit) edit = NULL;

  if (of_contacts)
    liaison_record_set_list (value, LIAISON_CONTACT_TAGS, tags + g_rand_int_range (random, 0, 2));
  else
    liaison_record_set_text (value, LIAISON_ENGAGEMENT_PLACE, places[g_rand_int_range (random, 0, 2)]);
  edit = liaison_field_edit_new (mode, value, of_contacts ? (guint) LIAISON_CONTACT_TAGS : (guint) LIAISON_ENGAGEMENT_PLACE);
  for (guint i = 1; i <= MAX (N_CONTACTS, N_ENGAGEMENTS); i++)
    {
      g_autoptr (LiaisonRecord) record = liaison_record_load (db, kind, db_fixture_uuid (kind, i), NULL);

      if (record != NULL)
        liaison_changes_edit_key (changes, kind, (gint32) db_fixture_id (db, kind, i), edit);
    }
}

/* To what an engagement was after any action of its history. */
static gboolean
return_engagement (LiaisonDb  *db,
                   GRand      *random,
                   GError    **error)
{
  const char *uuid = choose (random, LIAISON_KIND_ENGAGEMENT, N_ENGAGEMENTS);
  guint which = g_rand_int_range (random, 0, 100);
  g_autoptr (GPtrArray) changes = liaison_value_changes_load (db, LIAISON_KIND_ENGAGEMENT, uuid, error);
  const LiaisonValueChange *change;

  if (changes == NULL)
    return FALSE;
  if (changes->len == 0)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, "no history");
      return FALSE;
    }
  change = g_ptr_array_index (changes, which % changes->len);

  return liaison_record_return (db, LIAISON_KIND_ENGAGEMENT, uuid, change->batch, "Return", error);
}

static gboolean
restore_deleted (LiaisonDb  *db,
                 GRand      *random,
                 GError    **error)
{
  guint which = g_rand_int_range (random, 0, 100);
  g_autoptr (GPtrArray) deleted = liaison_deleted_records_load (db, 100, error);
  const LiaisonDeletedRecord *record;

  if (deleted == NULL)
    return FALSE;
  if (deleted->len == 0)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, "nothing deleted");
      return FALSE;
    }
  record = g_ptr_array_index (deleted, which % deleted->len);

  return liaison_deleted_record_restore (db, record->kind, record->uuid, "Restore", error);
}

static void
fill_changes (LiaisonDb      *db,
              GRand          *random,
              RandomEdit      action,
              LiaisonChanges *changes)
{
  switch (action)
    {
    case RANDOM_EDIT_SAVE_CONTACT:
      put_contact (random, changes);
      break;
    case RANDOM_EDIT_SAVE_ENGAGEMENT:
      put_engagement (random, changes);
      break;
    case RANDOM_EDIT_SAVE_POST:
      put_post (random, changes);
      break;
    case RANDOM_EDIT_SAVE_TOTAL:
      put_total (random, changes);
      break;
    case RANDOM_EDIT_REMOVE_ENGAGEMENT:
      liaison_changes_remove (changes, LIAISON_KIND_ENGAGEMENT, choose (random, LIAISON_KIND_ENGAGEMENT, N_ENGAGEMENTS));
      break;
    case RANDOM_EDIT_MERGE_CONTACTS:
      put_merge (db, random, changes, LIAISON_KIND_CONTACT, N_CONTACTS);
      break;
    case RANDOM_EDIT_MERGE_ORGANISATIONS:
      put_merge (db, random, changes, LIAISON_KIND_ORGANISATION, RANDOM_EDIT_ORGANISATIONS);
      break;
    case RANDOM_EDIT_EDIT_SEVERAL:
      put_several (db, random, changes);
      break;
    case RANDOM_EDIT_EDIT_FIELD:
      put_field (db, random, changes);
      break;
    case RANDOM_EDIT_RETURN:
    case RANDOM_EDIT_RESTORE:
    case RANDOM_EDIT_UNDO:
    case RANDOM_EDIT_REDO:
    case N_RANDOM_EDITS:
    default:
      g_assert_not_reached ();
    }
}

/* What is refused (a link to what has been merged, a record that is gone) leaves the store as it was. */
static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND) || g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT)
    || g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
}

gboolean
random_edit_act (LiaisonDb  *db,
                 GRand      *random,
                 RandomEdit *action)
{
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Something");
  g_autoptr (GError) error = NULL;
  gboolean done;

  *action = g_rand_int_range (random, 0, N_RANDOM_EDITS);
  if (*action == RANDOM_EDIT_UNDO)
    done = liaison_undo (db, NULL, &error);
  else if (*action == RANDOM_EDIT_REDO)
    done = liaison_redo (db, NULL, &error);
  else if (*action == RANDOM_EDIT_RETURN)
    done = return_engagement (db, random, &error);
  else if (*action == RANDOM_EDIT_RESTORE)
    done = restore_deleted (db, random, &error);
  else
    {
      fill_changes (db, random, *action, changes);
      done = liaison_changes_apply (changes, db, &error);
    }
  if (!done && !is_refusal (error))
    g_error ("action %d: %s", *action, error->message);

  return done;
}
