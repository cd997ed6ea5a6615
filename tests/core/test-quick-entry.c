/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-fold.h"
#include "liaison-quick-entry.h"

/* A Friday. */
#define TODAY 20220114

#define N_RANDOM 400

enum { BLINKEN = 1, KULEBA, RAU, ZELENSKYY, STOLTENBERG, JAN_KUMOCH, JAKUB_KUMOCH, FORMER_RAU, DI_MAIO, OBSERVER };
enum { NATO = 1, B9, MINISTRY };
enum { SANCTIONS = 1, CYBER, LITHUANIA_AND_CHINA, MINSK };

static void
put_contact (LiaisonDb  *db,
             guint       number,
             const char *given,
             const char *family,
             const char *side,
             const char *country)
{
  g_autofree char *name = g_strjoin (" ", given, family, NULL);

  db_fixture_put (db, LIAISON_KIND_CONTACT, number, "name", name, "given", given, "family", family, "side", side, "country", country, NULL);
}

static void
put_meeting (LiaisonDb  *db,
             guint       number,
             guint       contact,
             const char *start,
             const char *place,
             const char *country)
{
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "title", "Meeting", "start", start, "form", "meeting", "status", "held",
                  "place", place, "country", country, NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, number),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, contact), "side", "theirs", NULL);
}

static void
fill_contacts (LiaisonDb *db)
{
  put_contact (db, BLINKEN, "Antony J.", "Blinken", "ours", "US");
  put_contact (db, KULEBA, "Dmytro", "Kuleba", "theirs", "UA");
  put_contact (db, RAU, "Zbigniew", "Rau", "theirs", "PL");
  put_contact (db, ZELENSKYY, "Volodymyr", "Zelenskyy", "theirs", "UA");
  put_contact (db, STOLTENBERG, "Jens", "Stoltenberg", "theirs", "NO");
  put_contact (db, JAN_KUMOCH, "Jan", "Kumoch", "theirs", "PL");
  put_contact (db, JAKUB_KUMOCH, "Jakub", "Kumoch", "theirs", "PL");
  put_contact (db, FORMER_RAU, "Erwin", "Rau", "theirs", "PL");
  put_contact (db, DI_MAIO, "Luigi", "Di Maio", "theirs", "IT");
  put_contact (db, OBSERVER, "Olga", "Watcher", "third", "CH");
  db_fixture_put (db, LIAISON_KIND_CONTACT, FORMER_RAU, "archived", "1", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, KULEBA, "other_names", "Дмитро Кулеба", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 1, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, KULEBA), "title", "Envoy", "to", "2020-03-03",
                  NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 2, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, KULEBA), "title", "Foreign Minister",
                  "from", "2020-03-04", NULL);
}

static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  LiaisonDb *db;

  db_fixture_set_up (fixture, NULL);
  db = fixture->db;
  db_fixture_put (db, LIAISON_KIND_STORE, 1, "name", "Desk", "own_country", "US", NULL);
  fill_contacts (db);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, NATO, "name", "North Atlantic Treaty Organization", "short_name", "NATO",
                  "kind", "international-organisation", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, B9, "name", "Bucharest Nine", "short_name", "B9", "kind", "grouping", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, MINISTRY, "name", "Ministry of the North", "kind", "ministry", NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, SANCTIONS, "name", "Sanctions", NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, CYBER, "name", "Cyber security", NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, LITHUANIA_AND_CHINA, "name", "Lithuania and China", NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, MINSK, "name", "Minsk agreements", NULL);
  put_meeting (db, 1, JAKUB_KUMOCH, "2022-01-11", "Warsaw", "PL");
  put_meeting (db, 2, JAN_KUMOCH, "2021-12-11", "Washington, DC", "US");
}

static void
append (GString    *text,
        const char *label,
        const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s%s=%s", text->len > 0 ? "; " : "", label, value);
}

static char *
join_seats (const LiaisonQuickEntry *entry,
            LiaisonSide              side)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < entry->seats->len; i++)
    {
      const LiaisonQuickSeat *seat = entry->seats->pdata[i];

      if (seat->side == side)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", liaison_suggestion_get_short_name (seat->who));
    }

  return g_string_free (names, FALSE);
}

static char *
join_topics (const LiaisonQuickEntry *entry)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < entry->topics->len; i++)
    {
      LiaisonSuggestion *topic = entry->topics->pdata[i];

      g_string_append_printf (names, "%s%s%s", names->len > 0 ? ", " : "", *liaison_suggestion_get_uuid (topic) == '\0' ? "+" : "",
                              liaison_suggestion_get_name (topic));
    }

  return g_string_free (names, FALSE);
}

static char *
join_unknown (const LiaisonQuickEntry *entry,
              const char              *text)
{
  GString *unknown = g_string_new (NULL);

  for (guint i = 0; i < entry->stretches->len; i++)
    {
      const LiaisonQuickStretch *stretch = entry->stretches->pdata[i];

      if (stretch->meaning == LIAISON_QUICK_UNKNOWN)
        g_string_append_printf (unknown, "%s%.*s", unknown->len > 0 ? " … " : "", (int) stretch->length, text + stretch->start);
    }

  return g_string_free (unknown, FALSE);
}

static LiaisonQuickEntry *
parse (DbFixture  *fixture,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  LiaisonQuickEntry *entry = liaison_quick_entry_parse (fixture->db, text, TODAY, &error);

  g_assert_no_error (error);

  return entry;
}

/* What was understood, as one text. */
static char *
describe (DbFixture  *fixture,
          const char *text)
{
  g_autoptr (LiaisonQuickEntry) entry = parse (fixture, text);
  g_autofree char *ours = join_seats (entry, LIAISON_SIDE_OURS);
  g_autofree char *theirs = join_seats (entry, LIAISON_SIDE_THEIRS);
  g_autofree char *third = join_seats (entry, LIAISON_SIDE_THIRD);
  g_autofree char *topics = join_topics (entry);
  g_autofree char *unknown = join_unknown (entry, text);
  GString *all = g_string_new (NULL);

  append (all, "form", liaison_vocabulary_get_token (&liaison_forms, entry->form));
  append (all, "start", entry->start);
  append (all, "end", entry->end);
  append (all, "ours", ours);
  append (all, "theirs", theirs);
  append (all, "third", third);
  append (all, "format", entry->format != NULL ? liaison_suggestion_get_name (entry->format) : NULL);
  append (all, "topics", topics);
  append (all, "place", entry->place);
  append (all, "country", entry->country);
  append (all, "summary", entry->summary);
  append (all, "unknown", unknown);

  return g_string_free (all, FALSE);
}

typedef struct
{
  const char *text;
  const char *meaning;
} Example;

static void
assert_examples (DbFixture     *fixture,
                 const Example *examples,
                 gsize          n_examples)
{
  for (gsize i = 0; i < n_examples; i++)
    {
      g_autofree char *meaning = describe (fixture, examples[i].text);

      if (g_strcmp0 (meaning, examples[i].meaning) != 0)
        g_error ("“%s”:\n  %s\n  %s", examples[i].text, meaning, examples[i].meaning);
    }
}

static void
test_lines (DbFixture     *fixture,
            gconstpointer  data)
{
  static const Example examples[] = {
    { "", "" },
    { "call kuleba yesterday 15:30 about sanctions",
      "form=phone-call; start=2022-01-13T15:30; theirs=Kuleba; topics=Sanctions" },
    { "blinken met rau and zbigniew 9 dec Warsaw",
      "form=meeting; start=2021-12-09; ours=Blinken; theirs=Rau; place=Warsaw; country=PL" },
    { "Video call with Кулеба, Stoltenberg & Selenskyj today",
      "form=video-call; start=2022-01-14; theirs=Kuleba, Stoltenberg, Zelenskyy" },
    { "lunch di maio 12 Jan 13:00 - 14:15 in Rome, Italy: agreed to talk again",
      "form=working-meal; start=2022-01-12T13:00; end=2022-01-12T14:15; theirs=Di Maio; place=Rome; country=IT; summary=agreed to talk again" },
    { "visit to warsaw 9-11 dec", "form=visit-made; start=2021-12-09; end=2021-12-11; place=Warsaw; country=PL" },
    { "visit by Rau", "form=visit-hosted; theirs=Rau" },
    { "session in the b9 format on tuesday", "form=multilateral-session; start=2022-01-11; format=Bucharest Nine" },
    { "call with b9", "form=phone-call; theirs=Bucharest Nine" },
    { "met stoltenberg at NATO", "form=meeting; theirs=Stoltenberg; place=NATO" },
    { "called kuleba — he will send the paper", "form=phone-call; theirs=Kuleba; summary=he will send the paper" },
    { "spoke with watcher", "form=unspecified; third=Watcher" },
    { "kuleba frobnicate the call", "form=phone-call; theirs=Kuleba; unknown=frobnicate" },
  };

  assert_examples (fixture, examples, G_N_ELEMENTS (examples));
}

static void
test_dates (DbFixture     *fixture,
            gconstpointer  data)
{
  static const Example examples[] = {
    { "15:30 kuleba", "start=2022-01-14T15:30; theirs=Kuleba" },
    { "kuleba 3 pm yesterday", "start=2022-01-13T15:00; theirs=Kuleba" },
    { "at 9am on 11 Jan", "start=2022-01-11T09:00" },
    { "9 dec to 11 dec", "start=2021-12-09; end=2021-12-11" },
    { "23:30-00:15", "start=2022-01-14T23:30; end=2022-01-15T00:15" },
    { "call last friday from 10:00 until 10:20", "form=phone-call; start=2022-01-07T10:00; end=2022-01-07T10:20" },
    { "three days ago", "start=2022-01-11" },
    { "about 24 dec", "start=2021-12-24" },
    { "December 2021", "start=2021-12" },
    { "9/12/2021 kuleba", "theirs=Kuleba; unknown=9/12/2021" },
    { "yesterday and tomorrow", "start=2022-01-13; unknown=tomorrow" },
  };

  assert_examples (fixture, examples, G_N_ELEMENTS (examples));
}

static void
test_topics_and_places (DbFixture     *fixture,
                        gconstpointer  data)
{
  static const Example examples[] = {
    { "about Lithuania and China", "topics=Lithuania and China" },
    { "about cyber, minsk and gas transit with Rau", "theirs=Rau; topics=Cyber security, Minsk agreements, +gas transit" },
    { "about sanc", "topics=Sanctions" },
    { "about sa", "topics=+sa" },
    { "about \"cyber\"", "topics=+cyber" },
    { "re: sanctions yesterday", "start=2022-01-13; topics=Sanctions" },
    { "about elections in spring", "topics=+elections in spring" },
    { "about elections in Warsaw", "topics=+elections; place=Warsaw; country=PL" },
    { "about \"elections in Warsaw\"", "topics=+elections in Warsaw" },
    { "about climate 2030", "topics=+climate 2030" },
    { "call poland about sanctions", "form=phone-call; theirs=Poland; topics=Sanctions" },
    { "in Poland", "country=PL" },
    { "call it", "form=phone-call; unknown=it" },
    { "call IT", "form=phone-call; theirs=Italy" },
    { "call uk", "form=phone-call; theirs=United Kingdom" },
    { "call us", "form=phone-call; unknown=us" },
    { "meeting washington kumoch", "form=meeting; theirs=Kumoch; place=Washington, DC; country=US" },
  };

  assert_examples (fixture, examples, G_N_ELEMENTS (examples));
}

static const LiaisonQuickStretch *
get_stretch (const LiaisonQuickEntry *entry,
             LiaisonQuickMeaning      meaning)
{
  for (guint i = 0; i < entry->stretches->len; i++)
    {
      const LiaisonQuickStretch *stretch = entry->stretches->pdata[i];

      if (stretch->meaning == meaning)
        return stretch;
    }

  g_assert_not_reached ();
}

/* Of two Kumochs the one that was met last is taken, and it is told that there is another; one who has left is passed over. */
static void
test_several (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (LiaisonQuickEntry) kumoch = parse (fixture, "kumoch");
  g_autoptr (LiaisonQuickEntry) jan = parse (fixture, "jan kumoch");
  g_autoptr (LiaisonQuickEntry) rau = parse (fixture, "rau");
  g_autoptr (LiaisonQuickEntry) erwin = parse (fixture, "erwin rau");

  g_assert_cmpstr (get_stretch (kumoch, LIAISON_QUICK_THEIRS)->value, ==, "Jakub Kumoch");
  g_assert_cmpuint (get_stretch (kumoch, LIAISON_QUICK_THEIRS)->others, ==, 1);
  g_assert_cmpstr (get_stretch (jan, LIAISON_QUICK_THEIRS)->value, ==, "Jan Kumoch");
  g_assert_cmpuint (get_stretch (jan, LIAISON_QUICK_THEIRS)->others, ==, 0);
  g_assert_cmpstr (get_stretch (rau, LIAISON_QUICK_THEIRS)->value, ==, "Zbigniew Rau");
  g_assert_cmpuint (get_stretch (rau, LIAISON_QUICK_THEIRS)->others, ==, 0);
  g_assert_cmpstr (get_stretch (erwin, LIAISON_QUICK_THEIRS)->value, ==, "Erwin Rau");
}

static void
test_titles_of_the_day (DbFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr (LiaisonQuickEntry) now = parse (fixture, "kuleba yesterday");
  g_autoptr (LiaisonQuickEntry) then = parse (fixture, "kuleba 1 March 2020");

  g_assert_cmpstr (get_stretch (now, LIAISON_QUICK_THEIRS)->detail, ==, "Foreign Minister");
  g_assert_cmpstr (get_stretch (then, LIAISON_QUICK_THEIRS)->detail, ==, "Envoy");
}

static void
test_problem_of_a_date (DbFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr (LiaisonQuickEntry) entry = parse (fixture, "call 9/12/2021");
  const LiaisonQuickStretch *date = get_stretch (entry, LIAISON_QUICK_UNKNOWN);

  g_assert_nonnull (strstr (date->value, "2021-12-09"));
  g_assert_cmpuint (date->start, ==, 5);
  g_assert_cmpuint (date->length, ==, 9);
}

/* Every word lies in exactly one stretch, and stretches hold whole characters. */
static void
assert_covers (const LiaisonQuickEntry *entry,
               const char              *text)
{
  gsize end = 0;

  for (guint i = 0; i < entry->stretches->len; i++)
    {
      const LiaisonQuickStretch *stretch = entry->stretches->pdata[i];
      g_autofree char *between = NULL;

      g_assert_cmpuint (stretch->start, >=, end);
      g_assert_cmpuint (stretch->length, >, 0);
      between = g_strndup (text + end, stretch->start - end);
      g_assert_cmpstr (g_strstrip (g_strdelimit (between, ".,;:", ' ')), ==, "");
      end = stretch->start + stretch->length;
      g_assert_true (g_utf8_validate (text + stretch->start, stretch->length, NULL));
      g_assert_nonnull (stretch->value);
    }
}

static void
test_any_text (DbFixture     *fixture,
               gconstpointer  data)
{
  static const char * const pieces[] = {
    "call", "met", "kuleba", "Rau", "zbigniew", "kum", "and", "with", "about", "in", "at", "on", "-", "–", ":", "re:", "sanctions", ",", "\"",
    "“", "”", "9", "dec", "2021", "15:30", "3 pm", "yesterday", "9/12", "to", "warsaw", "poland", "IT", "the", "b9", "format", "nato", "&",
    "xyzzy", "Кулеба", "北京", "é", "it's", "'s", "(", ")", "!", "visit to", "until", "ago", "last", "friday", "\t", "0", "999999999999", ";",
  };

  for (guint round = 0; round < N_RANDOM; round++)
    {
      guint n_pieces = g_test_rand_int_range (0, 14);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (LiaisonQuickEntry) entry = NULL;

      for (guint i = 0; i < n_pieces; i++)
        g_string_append_printf (text, "%s%s", pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))], g_test_rand_bit () ? " " : "");

      entry = parse (fixture, text->str);
      assert_covers (entry, text->str);
    }
}

#define N_PARTS 6
#define TOPIC (N_PARTS - 1)

/* A comma goes on with topics: only what is joined otherwise can follow them, else they come last. */
static void
shuffle (guint order[N_PARTS])
{
  for (guint i = 0; i < N_PARTS; i++)
    order[i] = i;

  for (guint i = TOPIC; i > 0; i--)
    {
      guint other = g_test_rand_int_range (0, i + 1);
      guint kept = order[i];

      order[i] = order[other];
      order[other] = kept;
    }
  for (guint i = 0; i < TOPIC; i++)
    {
      if (order[i] == TOPIC && order[i + 1] < 2)
        {
          order[i] = order[TOPIC];
          order[TOPIC] = TOPIC;
        }
    }
}

/* Parts of a line mean the same wherever they stand. */
static void
test_any_order (DbFixture     *fixture,
                gconstpointer  data)
{
  static const char * const parts[N_PARTS] = { "call", "blinken", "with Zelensky", "yesterday 15:30", "in warsaw", "about sanctions" };

  for (guint round = 0; round < N_RANDOM; round++)
    {
      guint order[N_PARTS];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *meaning = NULL;

      shuffle (order);
      for (guint i = 0; i < N_PARTS; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", parts[order[i]]);

      meaning = describe (fixture, text->str);
      if (!g_str_equal (meaning, "form=phone-call; start=2022-01-13T15:30; ours=Blinken; theirs=Zelenskyy; topics=Sanctions; place=Warsaw; country=PL"))
        g_error ("“%s”: %s", text->str, meaning);
    }
}

static void
assert_completion (DbFixture  *fixture,
                   const char *text,
                   gboolean    has_ours,
                   const char *completed)
{
  g_autoptr (LiaisonQuickEntry) entry = parse (fixture, text);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  liaison_quick_entry_complete (entry, fixture->db, text, has_ours, TODAY, &error);
  g_assert_no_error (error);
  if (entry->completion != NULL)
    line = g_strdup_printf ("%.*s%s", (int) entry->completion->start, text, entry->completion->text);
  if (g_strcmp0 (line, completed) != 0)
    g_error ("“%s” is completed to “%s”", text, line);
}

static void
test_completion (DbFixture     *fixture,
                 gconstpointer  data)
{
  /* Ours first, then theirs; who met last comes first, and is written as nobody else is called. */
  assert_completion (fixture, "b", FALSE, "Blinken");
  assert_completion (fixture, "call xyzzy b", FALSE, "call xyzzy Blinken");
  assert_completion (fixture, "blinken s", FALSE, "blinken Stoltenberg");
  assert_completion (fixture, "blinken b", FALSE, NULL);
  assert_completion (fixture, "ku", TRUE, "Jakub Kumoch");
  assert_completion (fixture, "kul", TRUE, "Kuleba");
  assert_completion (fixture, "кул", TRUE, "Kuleba");
  assert_completion (fixture, "blinken re c", FALSE, "blinken re Cyber security");
  assert_completion (fixture, "re lithuania and c", FALSE, "re lithuania and Cyber security");
  /* Nothing for what is whole, done, or no name. */
  assert_completion (fixture, "", FALSE, NULL);
  assert_completion (fixture, "blinken", FALSE, NULL);
  assert_completion (fixture, "b ", FALSE, NULL);
  assert_completion (fixture, "blinken 9", FALSE, NULL);
  assert_completion (fixture, "call", FALSE, NULL);
  assert_completion (fixture, "blinken - b", FALSE, NULL);
  assert_completion (fixture, "blinken b\xff", FALSE, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/quick-entry/" path, DbFixture, NULL, set_up, func, db_fixture_tear_down)
  ADD ("lines", test_lines);
  ADD ("dates", test_dates);
  ADD ("topics-and-places", test_topics_and_places);
  ADD ("several", test_several);
  ADD ("titles-of-the-day", test_titles_of_the_day);
  ADD ("problem-of-a-date", test_problem_of_a_date);
  ADD ("completion", test_completion);
  ADD ("any-text", test_any_text);
  ADD ("any-order", test_any_order);
#undef ADD

  return g_test_run ();
}
