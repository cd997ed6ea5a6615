/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-follow-ups.h"

#define TODAY 20220114

static void
put_follow_up (LiaisonDb  *db,
               guint       number,
               const char *text,
               const char *due,
               const char *status)
{
  db_fixture_put (db, LIAISON_KIND_FOLLOW_UP, number, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1), "text", text,
                  "due", due, "status", status, NULL);
}

static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  db_fixture_set_up (fixture, data);
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Owner", "side", "ours", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 1, "title", "Call", "start", "2022-01-11", "precision", "day", NULL);
  put_follow_up (fixture->db, 1, "some day", "", "needs-action");
  put_follow_up (fixture->db, 2, "today", "2022-01-14", "needs-action");
  put_follow_up (fixture->db, 3, "yesterday", "2022-01-13", "in-progress");
  put_follow_up (fixture->db, 4, "this month", "2022-01", "needs-action");
  put_follow_up (fixture->db, 5, "last month", "2021-12", "needs-action");
  put_follow_up (fixture->db, 6, "done", "2021-12-01", "done");
  put_follow_up (fixture->db, 7, "dropped", "", "dropped");
  db_fixture_put (fixture->db, LIAISON_KIND_FOLLOW_UP, 3, "owner", db_fixture_uuid (LIAISON_KIND_CONTACT, 1), NULL);
}

static char *
list (LiaisonDb *db,
      gboolean   closed,
      guint      most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonFollowUps) follow_ups = liaison_follow_ups_load (db, closed, TODAY, most, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (follow_ups->n_open, ==, 5);
  g_assert_cmpuint (follow_ups->n_overdue, ==, 2);
  g_assert_cmpuint (follow_ups->n_closed, ==, 2);
  for (guint i = 0; i < follow_ups->items->len; i++)
    {
      const LiaisonFollowUp *item = g_ptr_array_index (follow_ups->items, i);

      g_assert_cmpstr (item->engagement->name, ==, "Call");
      g_string_append_printf (text, "%s%s%s%s", i > 0 ? ", " : "", item->text, item->overdue ? "!" : "",
                              item->owner != NULL ? " (Owner)" : "");
    }

  return g_string_free (text, FALSE);
}

/* A month is over with its last day, as in the query language. */
static void
test_open (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autofree char *all = list (fixture->db, FALSE, 100);
  g_autofree char *some = list (fixture->db, FALSE, 2);

  g_assert_cmpstr (all, ==, "last month!, yesterday! (Owner), today, this month, some day");
  g_assert_cmpstr (some, ==, "last month!, yesterday! (Owner)");
}

static void
test_closed (DbFixture     *fixture,
             gconstpointer  data)
{
  g_autofree char *all = NULL;

  db_fixture_exec (fixture->db, "UPDATE follow_up SET modified = 1 WHERE text = 'dropped'");
  all = list (fixture->db, TRUE, 100);
  g_assert_cmpstr (all, ==, "done, dropped");
}

static char *
list_due (LiaisonDb *db,
          int        today,
          guint      days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = liaison_follow_ups_load_due (db, today, days, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const LiaisonFollowUp *item = g_ptr_array_index (items, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "", item->text, item->confidential ? " (confidential)" : "");
    }

  return g_string_free (text, FALSE);
}

/* What is due in a month falls due with its last day. */
static void
test_due (DbFixture     *fixture,
          gconstpointer  data)
{
  g_autofree char *none = list_due (fixture->db, 20211230, 0);
  g_autofree char *before = list_due (fixture->db, 20220112, 1);
  g_autofree char *now = list_due (fixture->db, TODAY, 0);
  g_autofree char *ahead = list_due (fixture->db, TODAY, 17);
  g_autofree char *secret = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (before, ==, "last month, yesterday");
  g_assert_cmpstr (now, ==, "last month, yesterday, today");
  g_assert_cmpstr (ahead, ==, "last month, this month, yesterday, today");
  db_fixture_exec (fixture->db, "UPDATE engagement SET sensitivity = 3");
  secret = list_due (fixture->db, 20220112, 0);
  g_assert_cmpstr (secret, ==, "last month (confidential)");
}

/* Once before it falls due, once when it does, and again where it was put off or is due another day. */
static void
test_tell (void)
{
  LiaisonFollowUp item = { .due = (char *) "2022-01-14" };

  g_assert_true (liaison_follow_up_is_to_tell (&item, NULL, 0, 20220112));
  g_assert_cmpint (liaison_follow_up_get_next_day (&item, 20220112), ==, 20220114);
  g_assert_false (liaison_follow_up_is_to_tell (&item, "2022-01-14", 20220114, 20220113));
  g_assert_true (liaison_follow_up_is_to_tell (&item, "2022-01-14", 20220114, 20220114));
  g_assert_cmpint (liaison_follow_up_get_next_day (&item, 20220114), ==, 0);
  g_assert_false (liaison_follow_up_is_to_tell (&item, "2022-01-14", 0, 20220120));
  g_assert_true (liaison_follow_up_is_to_tell (&item, "2022-01-10", 0, 20220114));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/follow-ups/open", DbFixture, NULL, set_up, test_open, db_fixture_tear_down);
  g_test_add ("/follow-ups/due", DbFixture, NULL, set_up, test_due, db_fixture_tear_down);
  g_test_add_func ("/follow-ups/tell", test_tell);
  g_test_add ("/follow-ups/closed", DbFixture, NULL, set_up, test_closed, db_fixture_tear_down);

  return g_test_run ();
}
