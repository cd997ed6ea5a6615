/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-draft-file.h"
#include "liaison-draft.h"
#include "liaison-error.h"
#include "store-fixture.h"

#define KULEBA "00000000-0000-4000-8000-000000000001"
#define RAU "00000000-0000-4000-8000-000000000002"
#define CALL "00000000-0000-4000-8000-000000000003"
#define OTHER_CALL "00000000-0000-4000-8000-000000000004"
#define READOUT "00000000-0000-4000-8000-000000000005"

static void
apply (DbFixture      *fixture,
       LiaisonChanges *changes)
{
  g_autoptr (GError) error = NULL;

  liaison_changes_apply (changes, fixture->db, &error);
  g_assert_no_error (error);
}

static LiaisonRecord *
new_contact (const char *uuid,
             const char *name)
{
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_CONTACT, uuid);

  liaison_record_set_text (record, LIAISON_CONTACT_NAME, name);
  liaison_record_set_integer (record, LIAISON_CONTACT_SIDE, LIAISON_SIDE_THEIRS);

  return record;
}

static LiaisonRecord *
new_engagement (const char *uuid,
                const char *title)
{
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_ENGAGEMENT, uuid);

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, title);
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, "2022-01-11");
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, LIAISON_PRECISION_DAY);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_FORM, LIAISON_FORM_PHONE_CALL);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_STATUS, LIAISON_STATUS_HELD);

  return record;
}

static LiaisonRecord *
new_participation (const char *contact)
{
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_PARTICIPATION, NULL);

  liaison_record_set_text (record, LIAISON_PARTICIPATION_CONTACT, contact);
  liaison_record_set_integer (record, LIAISON_PARTICIPATION_SIDE, LIAISON_SIDE_THEIRS);

  return record;
}

static LiaisonRecord *
new_readout (void)
{
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_READOUT, READOUT);

  liaison_record_set_text (record, LIAISON_READOUT_ADDRESS, "https://example.org/readout");

  return record;
}

/* Two people, a call with both of them and a readout, another call that shares the readout. */
static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Begin");
  g_autoptr (LiaisonChanges) call = NULL;
  g_autoptr (LiaisonRecord) kuleba = new_contact (KULEBA, "Dmytro Kuleba");
  g_autoptr (LiaisonRecord) rau = new_contact (RAU, "Zbigniew Rau");
  g_autoptr (LiaisonRecord) other_call = new_engagement (OTHER_CALL, "Another call");
  g_autoptr (LiaisonRecord) engagement = new_engagement (CALL, "Call with Kuleba and Rau");
  g_autoptr (LiaisonRecord) with_kuleba = new_participation (KULEBA);
  g_autoptr (LiaisonRecord) with_rau = new_participation (RAU);
  g_autoptr (LiaisonRecord) readout = new_readout ();
  g_autoptr (LiaisonDraft) draft = liaison_draft_new (engagement);
  const char *both[] = { CALL, OTHER_CALL, NULL };

  db_fixture_set_up (fixture, data);

  liaison_changes_put (changes, kuleba);
  liaison_changes_put (changes, rau);
  liaison_changes_put (changes, other_call);
  apply (fixture, changes);

  liaison_draft_add_part (draft, with_kuleba);
  liaison_draft_add_part (draft, with_rau);
  liaison_draft_add_part (draft, readout);
  liaison_record_set_list (readout, LIAISON_READOUT_ENGAGEMENTS, both);
  call = liaison_draft_dup_changes (draft, "Add call");
  apply (fixture, call);
}

static LiaisonDraft *
load (DbFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LiaisonDraft *draft = liaison_draft_load (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, &error);

  g_assert_no_error (error);

  return draft;
}

static LiaisonRecord *
get_part (LiaisonDraft *draft,
          LiaisonKind   kind,
          guint         index)
{
  g_autoptr (GPtrArray) parts = liaison_draft_list_parts (draft, kind);

  g_assert_cmpuint (index, <, parts->len);

  return parts->pdata[index];
}

static guint
count_parts (LiaisonDraft *draft,
             LiaisonKind   kind)
{
  g_autoptr (GPtrArray) parts = liaison_draft_list_parts (draft, kind);

  return parts->len;
}

/* Saves, loads again, and looks whether the store then has exactly what the draft had. */
static LiaisonDraft *
save_and_load (DbFixture    *fixture,
               LiaisonDraft *draft)
{
  g_autoptr (LiaisonChanges) changes = liaison_draft_dup_changes (draft, "Edit call");
  g_autoptr (LiaisonDraft) again = NULL;
  static const LiaisonKind kinds[] = { LIAISON_KIND_PARTICIPATION, LIAISON_KIND_READOUT, LIAISON_KIND_FOLLOW_UP };

  g_assert_false (liaison_changes_is_empty (changes));
  apply (fixture, changes);
  again = load (fixture);

  g_assert_cmpuint (count_parts (again, kinds[0]), ==, count_parts (draft, kinds[0]));
  g_assert_cmpuint (count_parts (again, kinds[1]), ==, count_parts (draft, kinds[1]));
  g_assert_cmpuint (count_parts (again, kinds[2]), ==, count_parts (draft, kinds[2]));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint n = 0; n < count_parts (draft, kinds[i]); n++)
        {
          LiaisonRecord *part = get_part (draft, kinds[i], n);

          liaison_record_set_created (part, liaison_record_get_created (get_part (again, kinds[i], n)));
          g_assert_true (liaison_record_equal (get_part (again, kinds[i], n), part));
        }
    }

  return g_steal_pointer (&again);
}

static void
test_untouched (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonChanges) changes = liaison_draft_dup_changes (draft, "Edit call");

  g_assert_false (liaison_draft_is_new (draft));
  g_assert_false (liaison_draft_is_changed (draft));
  g_assert_true (liaison_changes_is_empty (changes));
  g_assert_cmpuint (count_parts (draft, LIAISON_KIND_PARTICIPATION), ==, 2);
  g_assert_cmpstr (liaison_draft_get_name (draft, KULEBA), ==, "Dmytro Kuleba");
  g_assert_cmpstr (liaison_draft_get_name (draft, OTHER_CALL), ==, "Another call");
  g_assert_cmpstr (liaison_draft_get_name (draft, NULL), ==, "");
}

static void
test_edit (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonDraft) again = NULL;
  LiaisonRecord *record = liaison_draft_get_record (draft);

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, "Call of three");
  g_assert_true (liaison_draft_is_changed (draft));
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, "Call with Kuleba and Rau");
  g_assert_false (liaison_draft_is_changed (draft));

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, "Call of three");
  again = save_and_load (fixture, draft);
  g_assert_cmpstr (liaison_record_get_text (liaison_draft_get_record (again), LIAISON_ENGAGEMENT_TITLE), ==, "Call of three");
  g_assert_false (liaison_draft_is_changed (again));
}

static void
test_remove_part (DbFixture     *fixture,
                  gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonDraft) again = NULL;

  liaison_draft_remove_part (draft, get_part (draft, LIAISON_KIND_PARTICIPATION, 0));
  g_assert_true (liaison_draft_is_changed (draft));
  again = save_and_load (fixture, draft);
  g_assert_cmpuint (count_parts (again, LIAISON_KIND_PARTICIPATION), ==, 1);
}

/* What was added and taken away again leaves no trace. */
static void
test_add_and_remove (DbFixture     *fixture,
                     gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonRecord) again = new_participation (KULEBA);
  g_autoptr (LiaisonChanges) changes = NULL;

  liaison_draft_add_part (draft, again);
  g_assert_cmpint (liaison_record_get_integer (again, LIAISON_PARTICIPATION_POSITION), ==, 3);
  g_assert_true (liaison_draft_is_changed (draft));
  liaison_draft_remove_part (draft, again);
  g_assert_false (liaison_draft_is_changed (draft));
  changes = liaison_draft_dup_changes (draft, "Edit call");
  g_assert_true (liaison_changes_is_empty (changes));
}

static void
test_move (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonDraft) again = NULL;
  LiaisonRecord *first = get_part (draft, LIAISON_KIND_PARTICIPATION, 0);

  g_assert_false (liaison_draft_move_part (draft, first, 0));
  g_assert_true (liaison_draft_move_part (draft, first, 1));
  g_assert_false (liaison_draft_move_part (draft, first, 1));
  /* There are no two others. */
  g_assert_false (liaison_draft_move_part (draft, first, 2));
  again = save_and_load (fixture, draft);
  g_assert_cmpstr (liaison_record_get_text (get_part (again, LIAISON_KIND_PARTICIPATION, 0), LIAISON_PARTICIPATION_CONTACT), ==, RAU);
}

/* Each side has its own order. */
static void
test_move_within_side (DbFixture     *fixture,
                       gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  LiaisonRecord *ours = get_part (draft, LIAISON_KIND_PARTICIPATION, 0);

  liaison_record_set_integer (ours, LIAISON_PARTICIPATION_SIDE, LIAISON_SIDE_OURS);
  g_assert_false (liaison_draft_move_part (draft, ours, 1));
}

/* All participations but one. */
static GPtrArray *
list_others (LiaisonDraft  *draft,
             LiaisonRecord *one)
{
  GPtrArray *parts = liaison_draft_list_parts (draft, LIAISON_KIND_PARTICIPATION);

  g_assert_true (g_ptr_array_remove (parts, one));

  return parts;
}

static guint
count_before (LiaisonDraft  *draft,
              LiaisonRecord *one)
{
  g_autoptr (GPtrArray) parts = liaison_draft_list_parts (draft, LIAISON_KIND_PARTICIPATION);
  gint64 side = liaison_record_get_integer (one, LIAISON_PARTICIPATION_SIDE);
  guint n = 0;

  for (guint i = 0; parts->pdata[i] != one; i++)
    n += liaison_record_get_integer (parts->pdata[i], LIAISON_PARTICIPATION_SIDE) == side;

  return n;
}

/* Every order of a side can be reached, and what stands between its participations stays where it is. */
static void
test_move_anywhere (DbFixture     *fixture,
                    gconstpointer  data)
{
  enum { N_OTHERS = 4 };
  g_autoptr (LiaisonDraft) draft = load (fixture);
  LiaisonRecord *moved = get_part (draft, LIAISON_KIND_PARTICIPATION, 0);

  for (guint i = 0; i < N_OTHERS; i++)
    {
      g_autoptr (LiaisonRecord) theirs = new_participation (RAU);
      g_autoptr (LiaisonRecord) ours = new_participation (RAU);

      liaison_record_set_integer (ours, LIAISON_PARTICIPATION_SIDE, LIAISON_SIDE_OURS);
      liaison_draft_add_part (draft, ours);
      liaison_draft_add_part (draft, theirs);
    }

  for (guint n = 0; n < 50; n++)
    {
      guint place = (guint) g_test_rand_int_range (0, N_OTHERS + 2);
      gboolean moves = count_before (draft, moved) != place;
      g_autoptr (GPtrArray) before = list_others (draft, moved);
      g_autoptr (GPtrArray) after = NULL;

      g_assert_true (liaison_draft_move_part (draft, moved, place) == moves);
      g_assert_cmpuint (count_before (draft, moved), ==, place);
      after = list_others (draft, moved);
      g_assert_cmpuint (after->len, ==, 1 + 2 * N_OTHERS);
      g_assert_cmpmem (after->pdata, after->len * sizeof (gpointer), before->pdata, before->len * sizeof (gpointer));
    }
}

/* A readout that another engagement shares stays with that one. */
static void
test_shared_readout (DbFixture     *fixture,
                     gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonDraft) again = NULL;
  g_autoptr (LiaisonRecord) readout = NULL;
  g_autoptr (GError) error = NULL;
  const char * const *engagements;

  liaison_draft_remove_part (draft, get_part (draft, LIAISON_KIND_READOUT, 0));
  again = save_and_load (fixture, draft);
  g_assert_cmpuint (count_parts (again, LIAISON_KIND_READOUT), ==, 0);

  readout = liaison_record_load (fixture->db, LIAISON_KIND_READOUT, READOUT, &error);
  g_assert_no_error (error);
  engagements = liaison_record_get_list (readout, LIAISON_READOUT_ENGAGEMENTS);
  g_assert_cmpstr (engagements[0], ==, OTHER_CALL);
  g_assert_null (engagements[1]);
}

/* The last engagement of a readout takes it along. */
static void
test_own_readout (DbFixture     *fixture,
                  gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonRecord) readout = NULL;
  g_autoptr (LiaisonChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  const char *only[] = { CALL, NULL };

  liaison_record_set_list (get_part (draft, LIAISON_KIND_READOUT, 0), LIAISON_READOUT_ENGAGEMENTS, only);
  liaison_draft_remove_part (draft, get_part (draft, LIAISON_KIND_READOUT, 0));
  changes = liaison_draft_dup_changes (draft, "Edit call");
  apply (fixture, changes);

  readout = liaison_record_load (fixture->db, LIAISON_KIND_READOUT, READOUT, &error);
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

/* A topic that was named for the first time is stored if it is still used. */
static void
test_new_topic (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonDraft) again = NULL;
  g_autoptr (LiaisonRecord) topic = liaison_record_new (LIAISON_KIND_TOPIC, NULL);
  const char *topics[] = { liaison_record_get_uuid (topic), NULL };

  liaison_record_set_text (topic, LIAISON_TOPIC_NAME, "Sanctions");
  liaison_draft_add_new (draft, topic);
  g_assert_true (liaison_draft_find_new (draft, topics[0]) == topic);
  g_assert_null (liaison_draft_find_new (draft, KULEBA));
  g_assert_false (liaison_draft_is_changed (draft));

  liaison_record_set_list (liaison_draft_get_record (draft), LIAISON_ENGAGEMENT_TOPICS, topics);
  g_assert_true (liaison_draft_is_changed (draft));
  again = save_and_load (fixture, draft);
  g_assert_cmpstr (liaison_draft_get_name (again, topics[0]), ==, "Sanctions");
}

/* Each topic that is new is stored after the one that it is a part of, in whatever order they were named. */
static void
test_new_topics_in_a_topic (DbFixture     *fixture,
                            gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonDraft) again = NULL;
  g_autoptr (LiaisonRecord) energy = liaison_record_new (LIAISON_KIND_TOPIC, NULL);
  g_autoptr (LiaisonRecord) gas = liaison_record_new (LIAISON_KIND_TOPIC, NULL);
  g_autoptr (LiaisonRecord) oil = liaison_record_new (LIAISON_KIND_TOPIC, NULL);
  g_autoptr (LiaisonRecord) stored = NULL;
  g_autoptr (GError) error = NULL;
  const char *topics[] = { liaison_record_get_uuid (gas), liaison_record_get_uuid (oil), NULL };

  liaison_record_set_text (energy, LIAISON_TOPIC_NAME, "Energy policy");
  liaison_record_set_text (gas, LIAISON_TOPIC_NAME, "Gas");
  liaison_record_set_text (gas, LIAISON_TOPIC_PARENT, liaison_record_get_uuid (energy));
  liaison_record_set_text (oil, LIAISON_TOPIC_NAME, "Oil");
  liaison_record_set_text (oil, LIAISON_TOPIC_PARENT, liaison_record_get_uuid (energy));
  liaison_draft_add_new (draft, gas);
  liaison_draft_add_new (draft, oil);
  liaison_draft_add_new (draft, energy);
  liaison_record_set_list (liaison_draft_get_record (draft), LIAISON_ENGAGEMENT_TOPICS, topics);
  again = save_and_load (fixture, draft);
  g_assert_cmpstr (liaison_draft_get_name (again, topics[1]), ==, "Oil");

  stored = liaison_record_load (fixture->db, LIAISON_KIND_TOPIC, topics[1], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (liaison_record_get_text (stored, LIAISON_TOPIC_PARENT), ==, liaison_record_get_uuid (energy));
  g_clear_pointer (&stored, liaison_record_unref);
  stored = liaison_record_load (fixture->db, LIAISON_KIND_TOPIC, topics[0], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (liaison_record_get_text (stored, LIAISON_TOPIC_PARENT), ==, liaison_record_get_uuid (energy));

  /* One name is one topic, in whatever spelling. */
  g_assert_true (liaison_draft_take_topic (draft, "ENERGY Policy") == energy);
  g_assert_true (liaison_draft_take_topic (draft, "Coal") == liaison_draft_take_topic (draft, "coal"));
  g_assert_false (liaison_draft_take_topic (draft, "Coal") == energy);
}

static void
test_new_record (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonRecord) contact = liaison_record_new (LIAISON_KIND_CONTACT, NULL);
  g_autoptr (LiaisonDraft) draft = liaison_draft_new (contact);
  g_autoptr (LiaisonRecord) post = liaison_record_new (LIAISON_KIND_POST, NULL);
  g_autoptr (GError) error = NULL;
  LiaisonRecord *wrong = NULL;
  guint field = G_MAXUINT;

  g_assert_true (liaison_draft_is_new (draft));
  g_assert_false (liaison_draft_is_changed (draft));

  liaison_record_set_integer (contact, LIAISON_CONTACT_SIDE, LIAISON_SIDE_OURS);
  g_assert_true (liaison_draft_is_changed (draft));
  liaison_draft_set_clean (draft);
  g_assert_false (liaison_draft_is_changed (draft));

  g_assert_false (liaison_draft_check (draft, &wrong, &field, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
  g_assert_true (wrong == contact);
  g_assert_cmpuint (field, ==, LIAISON_CONTACT_NAME);

  liaison_record_set_text (contact, LIAISON_CONTACT_NAME, "Antony Blinken");
  g_assert_true (liaison_draft_check (draft, NULL, NULL, NULL));

  liaison_draft_add_part (draft, post);
  g_assert_false (liaison_draft_check (draft, &wrong, &field, NULL));
  g_assert_true (wrong == post);
}

static void
test_not_found (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (liaison_draft_load (fixture->db, LIAISON_KIND_CONTACT, CALL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

/* A draft that was written and read again changes the store as the first would have. */
static void
test_file (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonDraft) draft = load (fixture);
  g_autoptr (LiaisonDraft) read = NULL;
  g_autoptr (LiaisonRecord) topic = liaison_record_new (LIAISON_KIND_TOPIC, NULL);
  g_autoptr (LiaisonChanges) changes = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = liaison_draft_file_dup_path (fixture->path, CALL);
  g_autofree char *text = NULL;
  const char *topics[] = { liaison_record_get_uuid (topic), NULL };

  liaison_record_set_text (topic, LIAISON_TOPIC_NAME, "Gas");
  liaison_draft_add_new (draft, topic);
  liaison_record_set_list (liaison_draft_get_record (draft), LIAISON_ENGAGEMENT_TOPICS, topics);
  liaison_record_set_text (liaison_draft_get_record (draft), LIAISON_ENGAGEMENT_TITLE, "Another title “ü”");
  liaison_draft_remove_part (draft, get_part (draft, LIAISON_KIND_PARTICIPATION, 0));
  liaison_draft_remove_part (draft, get_part (draft, LIAISON_KIND_READOUT, 0));

  /* What is in no record yet is kept beside them. */
  g_assert_false (liaison_draft_has_texts (draft));
  liaison_draft_set_text (draft, "end", "tomor “x”");
  liaison_draft_set_text (draft, "start", "12");
  liaison_draft_set_text (draft, "start", "");

  text = liaison_draft_to_text (draft, fixture->path, "Another title");
  g_assert_true (liaison_draft_file_write (path, text, &error));
  g_assert_no_error (error);
  files = liaison_draft_file_list (fixture->path);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (((LiaisonDraftFile *) files->pdata[0])->title, ==, "Another title");
  g_assert_cmpstr (((LiaisonDraftFile *) files->pdata[0])->uuid, ==, CALL);

  read = liaison_draft_file_load (path, &error);
  g_assert_no_error (error);
  g_assert_false (liaison_draft_is_new (read));
  g_assert_true (liaison_draft_is_changed (read));
  g_assert_cmpstr (liaison_draft_get_name (read, RAU), ==, "Zbigniew Rau");
  g_assert_true (liaison_draft_has_texts (read));
  g_assert_cmpstr (liaison_draft_get_text (read, "end"), ==, "tomor “x”");
  g_assert_cmpstr (liaison_draft_get_text (read, "start"), ==, "");
  changes = liaison_draft_dup_changes (read, "Edit call");
  apply (fixture, changes);

  g_clear_object (&draft);
  draft = load (fixture);
  g_assert_cmpstr (liaison_record_get_text (liaison_draft_get_record (draft), LIAISON_ENGAGEMENT_TITLE), ==, "Another title “ü”");
  g_assert_cmpstr (liaison_record_get_text (get_part (draft, LIAISON_KIND_PARTICIPATION, 0), LIAISON_PARTICIPATION_CONTACT), ==, RAU);
  g_assert_cmpstr (liaison_draft_get_name (draft, topics[0]), ==, "Gas");

  g_assert_true (liaison_draft_file_write (path, NULL, &error));
  g_assert_true (liaison_draft_file_write (path, NULL, &error));
  none = liaison_draft_file_list (fixture->path);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_damaged_file (DbFixture     *fixture,
                   gconstpointer  data)
{
  static const char * const texts[] = { "", "[]", "{}", "{\"records\": [1]}", "{\"records\": [{\"kind\": \"engagement\", \"uuid\": \"x\"}]}" };
  g_autofree char *path = liaison_draft_file_dup_path (fixture->path, CALL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) files = NULL;

      liaison_draft_file_write (path, texts[i], &error);
      g_assert_no_error (error);
      files = liaison_draft_file_list (fixture->path);
      g_assert_cmpuint (files->len, ==, 0);
      g_assert_null (liaison_draft_file_load (path, &error));
      g_assert_nonnull (error);
    }
  g_assert_true (liaison_draft_file_write (path, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  store_fixture_isolate ();

#define ADD(path, function) g_test_add ("/draft/" path, DbFixture, NULL, set_up, function, db_fixture_tear_down)
  ADD ("untouched", test_untouched);
  ADD ("edit", test_edit);
  ADD ("move-anywhere", test_move_anywhere);
  ADD ("remove-part", test_remove_part);
  ADD ("add-and-remove", test_add_and_remove);
  ADD ("move", test_move);
  ADD ("move-within-side", test_move_within_side);
  ADD ("shared-readout", test_shared_readout);
  ADD ("own-readout", test_own_readout);
  ADD ("new-topic", test_new_topic);
  ADD ("new-topics-in-a-topic", test_new_topics_in_a_topic);
  ADD ("new-record", test_new_record);
  ADD ("not-found", test_not_found);
  ADD ("file", test_file);
  ADD ("damaged-file", test_damaged_file);
#undef ADD

  status = g_test_run ();
  store_fixture_end ();

  return status;
}
