/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-check.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <unistd.h>

#define UUID(kind, number) db_fixture_uuid (LIAISON_KIND_##kind, number)

static void
add_line (const char *finding,
          gpointer    data)
{
  GString *findings = data;

  g_assert_true (g_utf8_validate (finding, -1, NULL));
  g_string_append_printf (findings, "%s\n", finding);
}

static char *
check (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  GString *findings = g_string_new (NULL);

  liaison_check (db, add_line, findings, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_string_free (findings, FALSE);
}

static guint
count_lines (const char *findings)
{
  guint n_lines = 0;

  for (const char *p = findings; *p != '\0'; p++)
    n_lines += *p == '\n';

  return n_lines;
}

static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  db_fixture_set_up (fixture, data);
  db_fixture_put (fixture->db, LIAISON_KIND_ORGANISATION, 1, "name", "European Union", "kind", "international-organisation", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ORGANISATION, 2, "name", "External Action Service", "parent", UUID (ORGANISATION, 1), NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Dmytro Kuleba", "country", "UA", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_TOPIC, 1, "name", "Grain", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 1, "title", "Call", "start", "2021-12-09", "topics", UUID (TOPIC, 1), NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "contact", UUID (CONTACT, 1), NULL);
}

static void
test_sound (DbFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) reader = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_autofree char *written = check (fixture->db);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  read = check (reader);
  g_assert_cmpstr (written, ==, "");
  g_assert_cmpstr (read, ==, "");
}

typedef struct
{
  const char *damage;
  const char *finding; /* a part of it */
} Damage;

static const Damage damages[] = {
  { "PRAGMA application_id = 7", "does not say that it is a Liaison store" },
  { "PRAGMA foreign_keys = OFF; DELETE FROM contact", "refers to a record of kind “Contact” that is not there" },
  { "PRAGMA foreign_keys = OFF; DELETE FROM topic", "The table engagement_topics refers to a record of kind “Topic”" },
  { "UPDATE organisation SET parent = 2 WHERE id = 1", "Organisation “European Union” (" },
  { "UPDATE engagement SET parent = id", "is part of something that is part of itself" },
  { "UPDATE engagement SET start = '2021-02-30'", "Engagement “Call” (" },
  { "UPDATE engagement SET start = '2021-02-30'", "): Start: “2021-02-30” is not a date" },
  { "UPDATE contact SET name = ' '", "): Shown name: This is needed." },
  { "UPDATE contact SET sensitivity = 0", "): Sensitivity: " },
  { "UPDATE engagement SET x_theirs = 'Nobody'", "x_theirs, x_seats) does not follow from the records" },
  { "UPDATE participation SET x_seat_country = 'RU'", "Participation (" },
  { "UPDATE search_text SET body = 'other'", "(search_text) does not follow" },
  { "UPDATE search_text SET body = 'other'", "The search index does not have the words" },
  { "INSERT INTO search (rowid, body) VALUES (77, 'left over')", "The search index does not have the words" },
};

static void
test_damage (DbFixture     *fixture,
             gconstpointer  data)
{
  const Damage *damage = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) reader = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_autofree char *findings = NULL;

  g_assert_no_error (error);
  db_fixture_exec (fixture->db, damage->damage);
  findings = check (reader);
  if (strstr (findings, damage->finding) == NULL)
    g_error ("“%s” is not told: %s", damage->finding, findings);
}

static void
test_many (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autofree char *findings = NULL;

  for (guint i = 2; i < 152; i++)
    db_fixture_put (fixture->db, LIAISON_KIND_TOPIC, i, "name", "Topic", NULL);
  db_fixture_exec (fixture->db, "UPDATE topic SET name = '' WHERE name = 'Topic'");
  findings = check (fixture->db);

  g_assert_nonnull (strstr (findings, "There are 50 more findings like these."));
  /* The names that were derived of them are wrong, too. */
  g_assert_cmpuint (count_lines (findings), ==, 2 * 101);
}

/* A file that is damaged says so, and nothing is concluded from what else is in it. */
static void
test_broken_file (DbFixture     *fixture,
                  gconstpointer  data)
{
  static const char zeros[4096];
  g_autofree char *page = db_fixture_query (fixture->db, "SELECT rootpage FROM sqlite_schema WHERE name = 'contact_sort'");
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) reader = NULL;
  g_autofree char *findings = NULL;
  int fd;

  g_clear_pointer (&fixture->db, liaison_db_close);
  fd = g_open (fixture->path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (pwrite (fd, zeros, sizeof zeros, (g_ascii_strtoll (page, NULL, 10) - 1) * (off_t) sizeof zeros), ==, sizeof zeros);
  close (fd);

  reader = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_assert_no_error (error);
  findings = check (reader);
  g_assert_nonnull (strstr (findings, " is damaged"));
  g_assert_null (strstr (findings, "Contact"));
}

static void
note_progress (guint64  done,
               guint64  total,
               gpointer data)
{
  g_assert_cmpuint (done, <=, total);
  g_string_append_c (data, '.');
}

static void
test_progress (DbFixture     *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) dots = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  liaison_check (fixture->db, add_line, dots, cancellable, note_progress, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dots->str, ==, "......");

  g_cancellable_cancel (cancellable);
  g_assert_false (liaison_check (fixture->db, add_line, dots, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* Neither leaves a transaction behind. */
  db_fixture_put (fixture->db, LIAISON_KIND_TOPIC, 2, "name", "Energy", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, function) g_test_add ("/check/" name, DbFixture, data, set_up, function, db_fixture_tear_down)
  ADD ("sound", NULL, test_sound);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strdup_printf ("/check/damage/%u", (guint) i + 1);

      g_test_add (name, DbFixture, &damages[i], set_up, test_damage, db_fixture_tear_down);
    }
  ADD ("many", NULL, test_many);
  ADD ("broken-file", NULL, test_broken_file);
  ADD ("progress", NULL, test_progress);
#undef ADD

  return g_test_run ();
}
