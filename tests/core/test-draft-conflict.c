/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-draft-conflict.h"

#define UUID(KIND, number) db_fixture_uuid (LIAISON_KIND_##KIND, number)

enum { CALL = 1 };
enum { KULEBA = 1, RAU, LINDE };

static void
put_participation (LiaisonDb  *db,
                   guint       number,
                   guint       contact,
                   const char *role)
{
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number, "engagement", UUID (ENGAGEMENT, CALL), "contact", UUID (CONTACT, contact),
                  "side", "theirs", "role", role, NULL);
}

static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  LiaisonDb *db;

  db_fixture_set_up (fixture, data);
  db = fixture->db;
  db_fixture_put (db, LIAISON_KIND_CONTACT, KULEBA, "name", "Kuleba", "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, RAU, "name", "Rau", "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, LINDE, "name", "Linde", "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Call", "start", "2022-01-11", "form", "phone-call", "status", "held", NULL);
  put_participation (db, 1, KULEBA, "principal");
  put_participation (db, 2, RAU, "principal");
}

static LiaisonDraft *
load (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  LiaisonDraft *draft = liaison_draft_load (db, LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, CALL), &error);

  g_assert_no_error (error);

  return draft;
}

static LiaisonRecord *
get_part (LiaisonDraft *draft,
          guint         number)
{
  g_autoptr (GPtrArray) parts = liaison_draft_list_parts (draft, LIAISON_KIND_PARTICIPATION);

  for (guint i = 0; i < parts->len; i++)
    {
      if (g_str_equal (liaison_record_get_uuid (parts->pdata[i]), UUID (PARTICIPATION, number)))
        return parts->pdata[i];
    }

  return NULL;
}

static void
save (LiaisonDraft *draft,
      LiaisonDb    *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonChanges) changes = liaison_draft_dup_changes (draft, "Save");

  g_assert_true (liaison_changes_apply (changes, db, &error));
  g_assert_no_error (error);
}

/* Who changes another field than the other one is not asked, and both changes stay. */
static void
test_without_conflict (DbFixture     *fixture,
                       gconstpointer  data)
{
  g_autoptr (LiaisonDraft) mine = load (fixture->db);
  g_autoptr (LiaisonDraft) now = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  liaison_record_set_text (liaison_draft_get_record (mine), LIAISON_ENGAGEMENT_PLACE, "Kyiv");
  liaison_record_set_integer (get_part (mine, 1), LIAISON_PARTICIPATION_ROLE, LIAISON_ROLE_CHAIR);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Their title", NULL);
  put_participation (fixture->db, 2, RAU, "host");
  put_participation (fixture->db, 3, LINDE, "principal");

  now = load (fixture->db);
  conflicts = liaison_draft_list_conflicts (mine, now);
  g_assert_cmpuint (conflicts->len, ==, 0);
  liaison_draft_take_over (mine, now, conflicts);
  save (mine, fixture->db);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Their title");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "place", "Kyiv");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_PARTICIPATION, 1, "role", "2");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_PARTICIPATION, 2, "role", "3");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_PARTICIPATION, 3, "role", "1");
  g_assert_cmpint (LIAISON_ROLE_CHAIR, ==, 2);
  g_assert_cmpint (LIAISON_ROLE_HOST, ==, 3);
}

static void
test_conflict (DbFixture     *fixture,
               gconstpointer  data)
{
  g_autoptr (LiaisonDraft) mine = load (fixture->db);
  g_autoptr (LiaisonDraft) now = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  LiaisonDraftConflict *conflict;

  liaison_record_set_text (liaison_draft_get_record (mine), LIAISON_ENGAGEMENT_TITLE, "My title");
  liaison_record_set_text (liaison_draft_get_record (mine), LIAISON_ENGAGEMENT_PLACE, "My place");
  /* The same in both is no conflict. */
  liaison_record_set_text (liaison_draft_get_record (mine), LIAISON_ENGAGEMENT_PURPOSE, "Same");
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Their title", "place", "Their place", "purpose", "Same", NULL);

  now = load (fixture->db);
  conflicts = liaison_draft_list_conflicts (mine, now);
  g_assert_cmpuint (conflicts->len, ==, 2);
  conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpuint (conflict->field, ==, LIAISON_ENGAGEMENT_TITLE);
  g_assert_cmpstr (liaison_record_get_text (conflict->theirs, conflict->field), ==, "Their title");
  conflict->takes_theirs = TRUE;
  liaison_draft_take_over (mine, now, conflicts);
  save (mine, fixture->db);
  db_fixture_assert_column (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "title", "Their title");
  db_fixture_assert_column (fixture->db, LIAISON_KIND_ENGAGEMENT, CALL, "place", "My place");
}

/* What has been removed elsewhere stays away unless the form has changed it; what the form removed stays away, too. */
static void
test_parts_gone (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonDraft) mine = NULL;
  g_autoptr (LiaisonDraft) now = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *left = NULL;

  put_participation (fixture->db, 3, LINDE, "principal");
  mine = load (fixture->db);
  liaison_record_set_integer (get_part (mine, 2), LIAISON_PARTICIPATION_ROLE, LIAISON_ROLE_CHAIR);
  liaison_draft_remove_part (mine, get_part (mine, 3));
  for (guint i = 1; i <= 3; i++)
    db_fixture_remove (fixture->db, LIAISON_KIND_PARTICIPATION, i);

  now = load (fixture->db);
  conflicts = liaison_draft_list_conflicts (mine, now);
  g_assert_cmpuint (conflicts->len, ==, 0);
  liaison_draft_take_over (mine, now, conflicts);
  save (mine, fixture->db);
  left = db_fixture_query (fixture->db, "SELECT group_concat (c.name) FROM participation p JOIN contact c ON c.id = p.contact");
  g_assert_cmpstr (left, ==, "Rau");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/draft-conflict/" path, DbFixture, NULL, set_up, func, db_fixture_tear_down)
  ADD ("without-conflict", test_without_conflict);
  ADD ("conflict", test_conflict);
  ADD ("parts-gone", test_parts_gone);
#undef ADD

  return g_test_run ();
}
