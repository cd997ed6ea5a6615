/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-error.h"
#include "liaison-link.h"

#define UUID(KIND, number) db_fixture_uuid (LIAISON_KIND_##KIND, number)

static void
test_parse (void)
{
  static const char * const links[] = {
    "liaison:017e0003-0000-7000-8000-00000000abcd", "liaison:017E0003-0000-7000-8000-00000000ABCD",
    "LIAISON:017e0003-0000-7000-8000-00000000abcd", "liaison:///017e0003-0000-7000-8000-00000000abcd",
  };
  static const char * const others[] = {
    "", "liaison:", "liaison", "017e0003-0000-7000-8000-00000000abcd", "mailto:017e0003-0000-7000-8000-00000000abcd",
    "liaison:017e0003-0000-7000-8000-00000000abcd/", "liaison:017e0003-0000-7000-8000-00000000abcd?query", "liaison:../../store.liaison",
    "liaison:017e0003-0000-7000-8000-00000000abc", " liaison:017e0003-0000-7000-8000-00000000abcd",
    "liaison:////017e0003-0000-7000-8000-00000000abcd", "liaison:{017e0003-0000-7000-8000-00000000abcd}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *uuid = liaison_link_parse (links[i]);

      g_assert_cmpstr (uuid, ==, "017e0003-0000-7000-8000-00000000abcd");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (liaison_link_parse (others[i]));
}

static void
test_round_trip (void)
{
  g_autofree char *link = liaison_link_new (UUID (CONTACT, 1));
  g_autofree char *uuid = liaison_link_parse (link);

  g_assert_cmpstr (uuid, ==, UUID (CONTACT, 1));
}

static void
assert_leads_to (LiaisonDb   *db,
                 const char  *uuid,
                 LiaisonKind  kind,
                 const char  *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) record = liaison_link_load (db, uuid, &error);

  g_assert_no_error (error);
  g_assert_cmpint (liaison_record_get_kind (record), ==, kind);
  g_assert_cmpstr (liaison_record_get_uuid (record), ==, page);
}

static void
test_load (DbFixture     *fixture,
           gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (GError) error = NULL;

  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "Dmytro Kuleba", "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 1, "contact", UUID (CONTACT, 1), "title", "Minister", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 1, "name", "Ministry", "kind", "ministry", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 1, "title", "Call", "start", "2022-01-11", "form", "phone-call", "status", "held", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "contact", UUID (CONTACT, 1), "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_READOUT, 1, "title", "Readout", "engagements", UUID (ENGAGEMENT, 1), NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, 1, "name", "Sanctions", NULL);

  assert_leads_to (db, UUID (CONTACT, 1), LIAISON_KIND_CONTACT, UUID (CONTACT, 1));
  assert_leads_to (db, UUID (ORGANISATION, 1), LIAISON_KIND_ORGANISATION, UUID (ORGANISATION, 1));
  assert_leads_to (db, UUID (POST, 1), LIAISON_KIND_CONTACT, UUID (CONTACT, 1));
  assert_leads_to (db, UUID (PARTICIPATION, 1), LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, 1));
  assert_leads_to (db, UUID (READOUT, 1), LIAISON_KIND_ENGAGEMENT, UUID (ENGAGEMENT, 1));

  g_assert_null (liaison_link_load (db, UUID (TOPIC, 1), &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (liaison_link_load (db, UUID (CONTACT, 2), &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link/parse", test_parse);
  g_test_add_func ("/link/round-trip", test_round_trip);
  g_test_add ("/link/load", DbFixture, NULL, db_fixture_set_up, test_load, db_fixture_tear_down);

  return g_test_run ();
}
