/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-contact-detail.h"
#include "liaison-engagement-detail.h"
#include "liaison-organisation-detail.h"
#include "liaison-undo.h"

#define TODAY 20220114

enum { BLINKEN = 1, KULEBA, STOLTENBERG, NEIGHBOUR };
enum { MINISTRY = 1, COUNCIL, OFFICE, STATE };
enum { VISIT = 1, MEETING, CALL };

static const char *
contact (guint number)
{
  return db_fixture_uuid (LIAISON_KIND_CONTACT, number);
}

static const char *
organisation (guint number)
{
  return db_fixture_uuid (LIAISON_KIND_ORGANISATION, number);
}

static const char *
engagement (guint number)
{
  return db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, number);
}

static void
put_people (LiaisonDb *db)
{
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, MINISTRY, "name", "Foreign Ministry", "country", "UA", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, COUNCIL, "name", "Atlantic Council", "short_name", "AC", "kind", "international-organisation", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, OFFICE, "name", "Office", "kind", "international-organisation", "parent", organisation (COUNCIL), NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, STATE, "name", "State", "country", "US", NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, 1, "grouping", organisation (COUNCIL), "country", "US", "from", "1949-08-24", NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, 2, "grouping", organisation (COUNCIL), "country", "FI", "from", "2023-04-04", NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, 3, "grouping", organisation (COUNCIL), "organisation", organisation (OFFICE), NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, BLINKEN, "name", "Antony Blinken", "side", "ours", "country", "US", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, KULEBA, "name", "Dmytro Kuleba", "country", "UA", "cadence", "30", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, STOLTENBERG, "name", "Jens Stoltenberg", "country", "NO", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, NEIGHBOUR, "name", "A Neighbour", "side", "third", "cadence", "7", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 1, "contact", contact (KULEBA), "title", "Deputy Minister", "organisation", organisation (MINISTRY),
                  "to", "2021-11-30", "level", "deputy-minister", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 2, "contact", contact (KULEBA), "title", "Minister", "organisation", organisation (MINISTRY),
                  "from", "2021-12-01", "level", "minister", "portfolio", "foreign-affairs", "tenure", "acting", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 3, "contact", contact (STOLTENBERG), "title", "Secretary General", "organisation", organisation (OFFICE), NULL);
}

/* A journey with a meeting on it, and a call. */
static void
put_engagements (LiaisonDb *db)
{
  db_fixture_put (db, LIAISON_KIND_TOPIC, 1, "name", "Border", NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, 2, "name", "Energy", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, VISIT, "title", "Journey", "form", "visit-made", "start", "2021-11-29", "end", "2021-12-02",
                  "precision", "day", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, MEETING, "title", "Talks in Riga", "start", "2021-11-30", "precision", "day", "parent",
                  engagement (VISIT), "format", organisation (COUNCIL), NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Call", "form", "phone-call", "start", "2021-12-09", "precision", "day", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 1, "engagement", engagement (MEETING), "contact", contact (BLINKEN), "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 2, "engagement", engagement (MEETING), "contact", contact (STOLTENBERG), "position", "2", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 3, "engagement", engagement (MEETING), "contact", contact (KULEBA), "position", "1", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 4, "engagement", engagement (MEETING), "country", "PL", "head_count", "3", "position", "3", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 5, "engagement", engagement (MEETING), "contact", contact (NEIGHBOUR), "side", "third", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 6, "engagement", engagement (CALL), "contact", contact (BLINKEN), "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 7, "engagement", engagement (CALL), "contact", contact (KULEBA), "title", "Envoy", NULL);
}

static void
put_world (LiaisonDb *db)
{
  g_autofree char *topics = g_strjoin (",", db_fixture_uuid (LIAISON_KIND_TOPIC, 2), db_fixture_uuid (LIAISON_KIND_TOPIC, 1), NULL);

  put_people (db);
  put_engagements (db);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, MEETING, "topics", topics, NULL);
  db_fixture_put (db, LIAISON_KIND_READOUT, 1, "title", "Later", "published", "2021-12-03", "engagements", engagement (MEETING), NULL);
  db_fixture_put (db, LIAISON_KIND_READOUT, 2, "title", "First", "issuer", "State", "published", "2021-12-01", "kind", "press-release",
                  "address", "https://example.org/first", "engagements", engagement (MEETING), NULL);
  db_fixture_put (db, LIAISON_KIND_FOLLOW_UP, 1, "engagement", engagement (MEETING), "text", "Some day", "status", "needs-action", NULL);
  db_fixture_put (db, LIAISON_KIND_FOLLOW_UP, 2, "engagement", engagement (MEETING), "text", "Send the paper", "due", "2021-12", "status",
                  "in-progress", "owner", contact (BLINKEN), NULL);
}

static LiaisonEngagementDetail *
load_engagement (LiaisonDb *db,
                 guint      number)
{
  g_autoptr (GError) error = NULL;
  LiaisonEngagementDetail *detail = liaison_engagement_detail_load (db, engagement (number), &error);

  g_assert_no_error (error);

  return detail;
}

static void
test_engagement (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonEngagementDetail) detail = NULL;
  const LiaisonReadoutDetail *readout;
  const LiaisonFollowUpDetail *follow_up;

  put_world (fixture->db);
  detail = load_engagement (fixture->db, MEETING);
  g_assert_cmpstr (liaison_record_get_text (detail->record, LIAISON_ENGAGEMENT_TITLE), ==, "Talks in Riga");
  g_assert_true (detail->counted);
  g_assert_cmpint (detail->group, ==, LIAISON_GROUP_MEETINGS);
  g_assert_cmpstr (detail->format->name, ==, "Atlantic Council");
  g_assert_cmpstr (detail->parent->uuid, ==, engagement (VISIT));
  g_assert_cmpuint (detail->children->len, ==, 0);

  g_assert_cmpuint (detail->topics->len, ==, 2);
  g_assert_cmpstr (((LiaisonReference *) detail->topics->pdata[0])->name, ==, "Energy");

  g_assert_cmpuint (detail->readouts->len, ==, 2);
  readout = detail->readouts->pdata[0];
  g_assert_cmpstr (readout->title, ==, "First");
  g_assert_cmpstr (readout->issuer, ==, "State");
  g_assert_cmpstr (readout->address, ==, "https://example.org/first");
  g_assert_cmpint (readout->kind, ==, LIAISON_READOUT_PRESS_RELEASE);

  g_assert_cmpuint (detail->follow_ups->len, ==, 2);
  follow_up = detail->follow_ups->pdata[0];
  g_assert_cmpstr (follow_up->text, ==, "Send the paper");
  g_assert_cmpstr (follow_up->due, ==, "2021-12");
  g_assert_cmpstr (follow_up->owner->name, ==, "Antony Blinken");
  g_assert_null (((LiaisonFollowUpDetail *) detail->follow_ups->pdata[1])->owner);
}

static void
test_container (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (LiaisonEngagementDetail) detail = NULL;
  const LiaisonEngagementReference *child;

  put_world (fixture->db);
  detail = load_engagement (fixture->db, VISIT);
  g_assert_false (detail->counted);
  g_assert_cmpint (detail->group, ==, 0);
  g_assert_null (detail->parent);
  g_assert_null (detail->format);

  g_assert_cmpuint (detail->children->len, ==, 1);
  child = detail->children->pdata[0];
  g_assert_cmpstr (child->uuid, ==, engagement (MEETING));
  g_assert_cmpstr (child->title, ==, "Talks in Riga");
  g_assert_cmpstr (child->date, ==, "30 Nov 2021");
  g_assert_cmpint (child->form, ==, LIAISON_FORM_MEETING);
  g_assert_cmpint (child->status, ==, LIAISON_STATUS_HELD);
}

/* Titles are those of the day, seats those of the posts; what is said by hand stands. */
static void
test_participants (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (LiaisonEngagementDetail) meeting = NULL;
  g_autoptr (LiaisonEngagementDetail) talk = NULL;
  const LiaisonParticipantDetail *kuleba;
  const LiaisonParticipantDetail *stoltenberg;
  const LiaisonParticipantDetail *unnamed;
  const LiaisonParticipantDetail *envoy;

  put_world (fixture->db);
  meeting = load_engagement (fixture->db, MEETING);
  g_assert_cmpuint (meeting->ours->len, ==, 1);
  g_assert_cmpuint (meeting->theirs->len, ==, 3);
  g_assert_cmpuint (meeting->third->len, ==, 1);

  kuleba = meeting->theirs->pdata[0];
  g_assert_cmpstr (kuleba->contact, ==, contact (KULEBA));
  g_assert_cmpstr (kuleba->name, ==, "Dmytro Kuleba");
  g_assert_cmpstr (kuleba->title, ==, "Deputy Minister");
  g_assert_false (kuleba->title_overridden);
  g_assert_cmpint (kuleba->level, ==, LIAISON_LEVEL_DEPUTY_MINISTER);
  g_assert_cmpstr (kuleba->organisation->name, ==, "Foreign Ministry");
  g_assert_cmpstr (kuleba->seat_country, ==, "UA");
  g_assert_null (kuleba->seat_organisation);
  g_assert_cmpstr (kuleba->seat, ==, "Ukraine");
  g_assert_true (kuleba->counts);

  stoltenberg = meeting->theirs->pdata[1];
  g_assert_cmpstr (stoltenberg->seat_country, ==, "");
  g_assert_cmpstr (stoltenberg->seat_organisation->uuid, ==, organisation (COUNCIL));
  g_assert_cmpstr (stoltenberg->seat, ==, "AC");
  g_assert_cmpstr (stoltenberg->organisation->name, ==, "Office");

  unnamed = meeting->theirs->pdata[2];
  g_assert_null (unnamed->contact);
  g_assert_cmpstr (unnamed->name, ==, "Poland");
  g_assert_cmpint (unnamed->head_count, ==, 3);
  g_assert_cmpstr (unnamed->title, ==, "");

  talk = load_engagement (fixture->db, CALL);
  envoy = talk->theirs->pdata[0];
  g_assert_cmpstr (envoy->title, ==, "Envoy");
  g_assert_true (envoy->title_overridden);
  g_assert_cmpint (envoy->level, ==, LIAISON_LEVEL_MINISTER);
  g_assert_cmpint (envoy->portfolio, ==, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS);
  g_assert_cmpint (envoy->tenure, ==, LIAISON_TENURE_ACTING);
}

static LiaisonContactDetail *
load_contact (LiaisonDb *db,
              guint      number)
{
  g_autoptr (GError) error = NULL;
  LiaisonContactDetail *detail = liaison_contact_detail_load (db, contact (number), TODAY, &error);

  g_assert_no_error (error);

  return detail;
}

static void
test_contact (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (LiaisonContactDetail) kuleba = NULL;
  g_autoptr (LiaisonContactDetail) blinken = NULL;
  const LiaisonSpokenWith *spoken;
  const LiaisonPostDetail *post;

  put_world (fixture->db);
  kuleba = load_contact (fixture->db, KULEBA);
  g_assert_cmpuint (kuleba->posts->len, ==, 2);
  post = kuleba->posts->pdata[0];
  g_assert_cmpstr (post->title, ==, "Minister");
  g_assert_true (post->current);
  g_assert_cmpstr (post->from, ==, "2021-12-01");
  g_assert_cmpint (post->tenure, ==, LIAISON_TENURE_ACTING);
  g_assert_cmpstr (post->organisation->name, ==, "Foreign Ministry");
  post = kuleba->posts->pdata[1];
  g_assert_false (post->current);

  g_assert_cmpint (kuleba->figures.records, ==, 2);
  g_assert_cmpint (kuleba->figures.counted, ==, 2);
  g_assert_cmpint (kuleba->figures.first_day, ==, 20211130);
  g_assert_cmpint (kuleba->figures.last_day, ==, 20211209);

  g_assert_cmpuint (kuleba->spoken_with->len, ==, 1);
  spoken = kuleba->spoken_with->pdata[0];
  g_assert_cmpstr (spoken->contact->uuid, ==, contact (BLINKEN));
  g_assert_cmpint (spoken->times, ==, 2);
  g_assert_cmpint (spoken->last_day, ==, 20211209);

  blinken = load_contact (fixture->db, BLINKEN);
  g_assert_cmpuint (blinken->spoken_with->len, ==, 2);
  spoken = blinken->spoken_with->pdata[0];
  g_assert_cmpstr (spoken->contact->uuid, ==, contact (KULEBA));
  g_assert_cmpint (blinken->due_day, ==, 0);
  g_assert_false (blinken->overdue);
}

/* Due thirty days after the last call; at once where nobody has ever spoken; never for those who are archived. */
static void
test_cadence (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (LiaisonContactDetail) kuleba = NULL;
  g_autoptr (LiaisonContactDetail) neighbour = NULL;
  g_autoptr (LiaisonContactDetail) archived = NULL;

  put_world (fixture->db);
  kuleba = load_contact (fixture->db, KULEBA);
  g_assert_cmpint (kuleba->last_spoken, ==, 20211209);
  g_assert_cmpint (kuleba->due_day, ==, 20220108);
  g_assert_true (kuleba->overdue);

  neighbour = load_contact (fixture->db, NEIGHBOUR);
  g_assert_cmpint (neighbour->due_day, ==, 0);
  g_assert_true (neighbour->overdue);
  g_assert_cmpuint (neighbour->spoken_with->len, ==, 0);

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, KULEBA, "archived", "1", NULL);
  archived = load_contact (fixture->db, KULEBA);
  g_assert_false (archived->overdue);
}

static LiaisonOrganisationDetail *
load_organisation (LiaisonDb *db,
                   guint      number)
{
  g_autoptr (GError) error = NULL;
  LiaisonOrganisationDetail *detail = liaison_organisation_detail_load (db, organisation (number), TODAY, &error);

  g_assert_no_error (error);

  return detail;
}

static void
test_organisation (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (LiaisonOrganisationDetail) council = NULL;
  g_autoptr (LiaisonOrganisationDetail) office = NULL;
  const LiaisonMemberDetail *member;
  const LiaisonPersonDetail *person;

  put_world (fixture->db);
  council = load_organisation (fixture->db, COUNCIL);
  g_assert_null (council->parent);
  g_assert_cmpuint (council->children->len, ==, 1);
  g_assert_cmpuint (council->people->len, ==, 0);
  g_assert_cmpint (council->figures.counted, ==, 1);
  g_assert_cmpint (council->sessions, ==, 1);

  /* Those of the day by name, then the others. */
  g_assert_cmpuint (council->members->len, ==, 3);
  member = council->members->pdata[0];
  g_assert_cmpstr (member->name, ==, "Office");
  g_assert_cmpstr (member->organisation, ==, organisation (OFFICE));
  member = council->members->pdata[1];
  g_assert_cmpstr (member->country, ==, "US");
  g_assert_cmpstr (member->from, ==, "1949-08-24");
  member = council->members->pdata[2];
  g_assert_cmpstr (member->name, ==, "Finland");
  g_assert_false (member->current);

  office = load_organisation (fixture->db, OFFICE);
  g_assert_cmpstr (office->parent->uuid, ==, organisation (COUNCIL));
  g_assert_cmpuint (office->groupings->len, ==, 1);
  member = office->groupings->pdata[0];
  g_assert_cmpstr (member->name, ==, "Atlantic Council");
  g_assert_cmpuint (office->people->len, ==, 1);
  person = office->people->pdata[0];
  g_assert_cmpstr (person->contact->name, ==, "Jens Stoltenberg");
  g_assert_cmpstr (person->title, ==, "Secretary General");
  g_assert_true (person->current);
  g_assert_cmpint (office->figures.records, ==, 1);
}

/* What was done to a record, and to what it owns; each batch once, the newest first. */
static void
test_history (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  const LiaisonHistoryItem *item;

  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Another", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 1, "engagement", engagement (CALL), "country", "PL", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, MEETING, NULL);
  liaison_undo (fixture->db, NULL, &error);
  g_assert_no_error (error);
  liaison_undo (fixture->db, NULL, &error);
  g_assert_no_error (error);

  history = liaison_record_history_load (fixture->db, LIAISON_KIND_ENGAGEMENT, engagement (CALL), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 4);
  item = history->pdata[0];
  g_assert_cmpint (item->operation, ==, LIAISON_OPERATION_UPDATE);
  g_assert_cmpint (item->batch_kind, ==, LIAISON_BATCH_UNDO);
  item = history->pdata[1];
  g_assert_cmpint (item->batch_kind, ==, LIAISON_BATCH_EDIT);
  g_assert_true (item->undone);
  item = history->pdata[2];
  g_assert_cmpint (item->operation, ==, LIAISON_OPERATION_UPDATE);
  g_assert_cmpint (item->batch_kind, ==, LIAISON_BATCH_EDIT);
  g_assert_false (item->undone);
  g_assert_cmpstr (item->name, ==, "Put");
  item = history->pdata[3];
  g_assert_cmpint (item->operation, ==, LIAISON_OPERATION_INSERT);

  liaison_redo (fixture->db, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&history, g_ptr_array_unref);
  history = liaison_record_history_load (fixture->db, LIAISON_KIND_ENGAGEMENT, engagement (CALL), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 5);
  item = history->pdata[0];
  g_assert_cmpint (item->operation, ==, LIAISON_OPERATION_UPDATE);
  g_assert_cmpint (item->batch_kind, ==, LIAISON_BATCH_REDO);
}

/* What has been taken away from a record is part of its history, with what was done to it before; of another record it is not. */
static void
test_history_of_deleted (DbFixture     *fixture,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) of_other = NULL;
  g_autoptr (GError) error = NULL;
  const LiaisonHistoryItem *item;

  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, MEETING, NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 1, "engagement", engagement (CALL), "country", "PL", NULL);
  db_fixture_remove (fixture->db, LIAISON_KIND_PARTICIPATION, 1);

  history = liaison_record_history_load (fixture->db, LIAISON_KIND_ENGAGEMENT, engagement (CALL), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      item = history->pdata[i];
      g_assert_cmpint (item->operation, ==, LIAISON_OPERATION_UPDATE);
    }
  item = history->pdata[2];
  g_assert_cmpint (item->operation, ==, LIAISON_OPERATION_INSERT);

  of_other = liaison_record_history_load (fixture->db, LIAISON_KIND_ENGAGEMENT, engagement (MEETING), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_other->len, ==, 1);
}

static void
test_nothing_there (DbFixture     *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) engagement_error = NULL;
  g_autoptr (GError) contact_error = NULL;
  g_autoptr (GError) organisation_error = NULL;

  g_assert_null (liaison_engagement_detail_load (fixture->db, engagement (1), &engagement_error));
  g_assert_error (engagement_error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_assert_null (liaison_contact_detail_load (fixture->db, contact (1), TODAY, &contact_error));
  g_assert_error (contact_error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_assert_null (liaison_organisation_detail_load (fixture->db, "no UUID", TODAY, &organisation_error));
  g_assert_error (organisation_error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/detail/engagement", DbFixture, NULL, db_fixture_set_up, test_engagement, db_fixture_tear_down);
  g_test_add ("/detail/container", DbFixture, NULL, db_fixture_set_up, test_container, db_fixture_tear_down);
  g_test_add ("/detail/participants", DbFixture, NULL, db_fixture_set_up, test_participants, db_fixture_tear_down);
  g_test_add ("/detail/contact", DbFixture, NULL, db_fixture_set_up, test_contact, db_fixture_tear_down);
  g_test_add ("/detail/cadence", DbFixture, NULL, db_fixture_set_up, test_cadence, db_fixture_tear_down);
  g_test_add ("/detail/organisation", DbFixture, NULL, db_fixture_set_up, test_organisation, db_fixture_tear_down);
  g_test_add ("/detail/history", DbFixture, NULL, db_fixture_set_up, test_history, db_fixture_tear_down);
  g_test_add ("/detail/history/of-deleted", DbFixture, NULL, db_fixture_set_up, test_history_of_deleted, db_fixture_tear_down);
  g_test_add ("/detail/nothing-there", DbFixture, NULL, db_fixture_set_up, test_nothing_there, db_fixture_tear_down);

  return g_test_run ();
}
