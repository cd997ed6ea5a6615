/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-country.h"

#include <string.h>

#include "liaison-country-private.h"
#include "test-locale.h"

/* iso-codes in little, so that neither its version nor its absence matters. */
static const char current_json[] =
  "{ \"3166-1\": ["
  "  { \"alpha_2\": \"AT\", \"alpha_3\": \"AUT\", \"name\": \"Austria\", \"official_name\": \"Republic of Austria\" },"
  "  { \"alpha_2\": \"DE\", \"alpha_3\": \"DEU\", \"name\": \"Germany\" },"
  "  { \"alpha_2\": \"IR\", \"alpha_3\": \"IRN\", \"name\": \"Iran, Islamic Republic of\", \"common_name\": \"Iran\" },"
  "  { \"alpha_2\": \"KR\", \"alpha_3\": \"KOR\", \"name\": \"Korea, Republic of\", \"common_name\": \"South Korea\" },"
  "  { \"alpha_2\": \"YE\", \"alpha_3\": \"YEM\", \"name\": \"Yemen\" },"
  "  { \"alpha_2\": \"ZZ\", \"name\": \"Nowhere\" }, { \"alpha_2\": 7, \"name\": [] }, { }, \"AT\""
  "] }";
static const char former_json[] =
  "{ \"3166-3\": ["
  "  { \"alpha_2\": \"AT\", \"name\": \"Not a former one\" },"
  "  { \"alpha_2\": \"BU\", \"name\": \"Burma, Socialist Republic of the Union of\" },"
  "  { \"alpha_2\": \"CS\", \"name\": \"Czechoslovakia, Czechoslovak Socialist Republic\" },"
  "  { \"alpha_2\": \"CS\", \"name\": \"Serbia and Montenegro\" },"
  "  { \"alpha_2\": \"YD\", \"name\": \"Yemen, Democratic, People's Democratic Republic of\" }"
  "] }";
static const char german_po[] =
  "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
  "msgid \"Austria\"\nmsgstr \"Österreich\"\n"
  "msgid \"Germany\"\nmsgstr \"Deutschland\"\n"
  "msgid \"Iran, Islamic Republic of\"\nmsgstr \"Iran, Islamische Republik\"\n"
  "msgid \"Iran\"\nmsgstr \"Iran\"\n"
  "msgid \"Korea, Republic of\"\nmsgstr \"Korea, Republik\"\n"
  "msgid \"Yemen\"\nmsgstr \"Jemen\"\n";

typedef struct
{
  char *folder;
  char *json;
  char *locale;
} Fixture;

static void
write_file (const char *folder,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("liaison-country-XXXXXX", NULL);
  self->json = g_build_filename (self->folder, "iso-codes", "json", NULL);
  self->locale = g_build_filename (self->folder, "locale", "de", "LC_MESSAGES", NULL);

  g_assert_cmpint (g_mkdir_with_parents (self->json, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (self->locale, 0700), ==, 0);
  write_file (self->json, "iso_3166-1.json", current_json);
  write_file (self->json, "iso_3166-3.json", former_json);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_locale_remove (self->folder);
  g_free (self->folder);
  g_free (self->json);
  g_free (self->locale);
}

static LiaisonCountryNames *
read_names (Fixture *self)
{
  const char *folders[] = { "/nonexistent", self->folder, NULL };

  return liaison_country_names_new (folders);
}

static void
assert_name (LiaisonCountryNames *names,
             const char          *code,
             const char          *expected)
{
  g_assert_cmpstr (liaison_country_names_get (names, code), ==, expected);
}

static void
assert_found (LiaisonCountryNames *names,
              const char          *text,
              const char          *code)
{
  g_assert_cmpstr (liaison_country_names_find (names, text), ==, code);
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (LiaisonCountryNames) names = read_names (self);

  assert_name (names, "AT", "Austria");
  assert_name (names, "KR", "South Korea");
  assert_name (names, "XK", "Kosovo");
  assert_name (names, "BU", "Burma");
  assert_name (names, "CS", "Czechoslovakia");
  assert_name (names, "YD", "Yemen, Democratic, People's Democratic Republic of");
  assert_name (names, "FR", NULL);
  assert_name (names, "ZZ", NULL);

  assert_found (names, "Republic of Austria", "AT");
  assert_found (names, "aut", "AT");
  assert_found (names, "Republic of Korea", "KR");
  assert_found (names, "Islamic Republic of Iran", "IR");
  assert_found (names, "Burma", "MM");
  assert_found (names, "czechoslovakia", "CS");
  assert_found (names, "Serbia & Montenegro", "CS");
  assert_found (names, "Yemen", "YE");
  assert_found (names, "Nowhere", NULL);
  assert_found (names, "Not a former one", NULL);
}

static void
test_names_in_german (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *po = g_build_filename (self->locale, "iso_3166-1.po", NULL);
  g_autofree char *mo = g_build_filename (self->locale, "iso_3166-1.mo", NULL);
  const char *argv[] = { "msgfmt", "-o", mo, po, NULL };
  g_autoptr (LiaisonCountryNames) names = NULL;
  int status = 0;

  write_file (self->locale, "iso_3166-1.po", german_po);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  if (!test_locale_enter ("de_DE"))
    return;

  names = read_names (self);
  test_locale_leave ();

  assert_name (names, "AT", "Österreich");
  assert_name (names, "DE", "Deutschland");
  assert_name (names, "IR", "Iran");
  /* The common name is not translated, the other one is. */
  assert_name (names, "KR", "Korea, Republik");

  assert_found (names, "osterreich", "AT");
  assert_found (names, "Austria", "AT");
  assert_found (names, "Jemen", "YE");
  assert_found (names, "South Korea", "KR");
  assert_found (names, "Republik Korea", "KR");
}

static void
test_without_iso_codes (void)
{
  const char *folders[] = { "/nonexistent", NULL };
  g_autoptr (LiaisonCountryNames) names = liaison_country_names_new (folders);

  assert_name (names, "AT", NULL);
  assert_name (names, "XK", "Kosovo");
  assert_found (names, "at", "AT");
  assert_found (names, "UK", "GB");
  assert_found (names, "Austria", NULL);
}

static void
test_damaged_iso_codes (Fixture       *self,
                        gconstpointer  data)
{
  static const char * const damaged[] = { "", "{", "[]", "7", "{}", "{ \"3166-1\": {} }", "{ \"3166-1\": [[ 1 ]] }" };

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (LiaisonCountryNames) names = NULL;

      write_file (self->json, "iso_3166-1.json", damaged[i]);
      names = read_names (self);
      assert_name (names, "AT", NULL);
      assert_found (names, "at", "AT");
    }
}

static void
test_is_valid (void)
{
  static const char * const current[] = { "US", "UA", "XK", "AD", "ZW", "AI", "BY", "SK" };
  static const char * const former[] = { "SU", "YU", "DD", "CS", "AN", "ZR", "BU", "TP" };
  static const char * const wrong[] = { "", "U", "us", "Us", "USA", "UK", "EU", "ZZ", "AA", "U ", "ÄÖ", "\xff\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (current); i++)
    {
      g_assert_true (liaison_country_is_valid (current[i]));
      g_assert_false (liaison_country_is_former (current[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (former); i++)
    {
      g_assert_true (liaison_country_is_valid (former[i]));
      g_assert_true (liaison_country_is_former (former[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (liaison_country_is_valid (wrong[i]));
      g_assert_false (liaison_country_is_former (wrong[i]));
    }
  g_assert_false (liaison_country_is_valid (NULL));
}

static void
test_find (void)
{
  static const char * const expected[][2] = {
    { "GB", "GB" }, { "gb", "GB" }, { "GBR", "GB" }, { "UK", "GB" }, { "U.K.", "GB" }, { "Great Britain", "GB" },
    { "USA", "US" }, { "U.S.", "US" }, { "United States", "US" }, { "Turkey", "TR" }, { "Türkiye", "TR" },
    { "turkiye", "TR" }, { "Czechia", "CZ" }, { "Czech Republic", "CZ" }, { "Russia", "RU" }, { "South Korea", "KR" },
    { "Moldova", "MD" }, { "Taiwan", "TW" }, { "KOSOVO", "XK" }, { "The Gambia", "GM" }, { "Ivory Coast", "CI" },
    { "Cote d’Ivoire", "CI" }, { "Bosnia & Herzegovina", "BA" }, { "Aland Islands", "AX" }, { "Soviet Union", "SU" },
    { "USSR", "SU" }, { "Yugoslavia", "YU" }, { "East Germany", "DD" }, { "East Timor", "TL" }, { "su", "SU" },
  };
  static const char * const unknown[] = { "", " ", "the", "Atlantis", "Germ", "ZZ", "\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (liaison_country_find (expected[i][0]), ==, expected[i][1]);
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (liaison_country_find (unknown[i]));
  g_assert_null (liaison_country_find (NULL));
}

/* Each code is listed once, in the order of the names, and is found by its name as it is shown. */
static void
test_list (void)
{
  const char * const *list = liaison_country_list ();
  const char *previous = NULL;

  g_assert_cmpuint (g_strv_length ((char **) list), ==, liaison_country_code_count ());

  for (gsize i = 0; list[i] != NULL; i++)
    {
      const char *name = liaison_country_get_name (list[i]);

      g_assert_true (liaison_country_is_valid (list[i]));
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_cmpstr (name, !=, list[i]);
      if (!liaison_country_is_former (list[i]))
        g_assert_cmpstr (liaison_country_find (name), ==, list[i]);
      if (previous != NULL)
        g_assert_cmpint (g_utf8_collate (previous, name), <=, 0);
      previous = name;
    }
}

static void
test_get_name (void)
{
  g_assert_cmpstr (liaison_country_get_name ("UA"), ==, "Ukraine");
  g_assert_cmpstr (liaison_country_get_name ("XK"), ==, "Kosovo");
  g_assert_cmpstr (liaison_country_get_name ("MD"), ==, "Moldova");
  g_assert_cmpstr (liaison_country_get_name ("YU"), ==, "Yugoslavia");
  g_assert_cmpstr (liaison_country_get_name ("ZZ"), ==, "ZZ");
  g_assert_cmpstr (liaison_country_get_name (""), ==, "");
  g_assert_cmpstr (liaison_country_get_name (NULL), ==, "");
}

/* Each code is found as itself, which a binary search does only in a sorted table. */
static void
test_codes_are_sorted (void)
{
  for (guint i = 0; i < liaison_country_code_count (); i++)
    {
      const char *code = liaison_country_code_nth (i);

      g_assert_true (liaison_country_code_lookup (code) == code);
      g_assert_cmpuint (strlen (code), ==, 2);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/country/is-valid", test_is_valid);
  g_test_add_func ("/country/codes-are-sorted", test_codes_are_sorted);
  g_test_add ("/country/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/country/names/in-german", Fixture, NULL, set_up, test_names_in_german, tear_down);
  g_test_add ("/country/names/damaged-iso-codes", Fixture, NULL, set_up, test_damaged_iso_codes, tear_down);
  g_test_add_func ("/country/names/without-iso-codes", test_without_iso_codes);
  g_test_add_func ("/country/find", test_find);
  g_test_add_func ("/country/list", test_list);
  g_test_add_func ("/country/get-name", test_get_name);

  return g_test_run ();
}
