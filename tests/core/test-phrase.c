/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-phrase.h"

static void
test_engagement (void)
{
  const char *kuleba[] = { "Kuleba", NULL };
  const char *many[] = { "Kuleba", "Rau", "Linde", "Blaauw", NULL };
  g_autofree char *call = liaison_phrase_engagement (LIAISON_FORM_PHONE_CALL, kuleba);
  g_autofree char *meeting = liaison_phrase_engagement (LIAISON_FORM_MEETING, many);
  g_autofree char *alone = liaison_phrase_engagement (LIAISON_FORM_VISIT_MADE, NULL);

  g_assert_cmpstr (call, ==, "call with Kuleba");
  g_assert_cmpstr (meeting, ==, "meeting with Kuleba, Rau and 2 others");
  g_assert_cmpstr (alone, ==, "visit");
}

/* Whatever the form, there is something to call it by, and it names whom it was with. */
static void
test_every_form (void)
{
  const char *kuleba[] = { "Kuleba", NULL };

  for (int form = 0; form <= LIAISON_FORM_UNSPECIFIED; form++)
    {
      g_autofree char *with = liaison_phrase_engagement (form, kuleba);
      g_autofree char *alone = liaison_phrase_engagement (form, NULL);

      g_assert_true (g_str_has_suffix (with, " Kuleba"));
      g_assert_cmpstr (alone, !=, "");
    }
}

static void
test_names (void)
{
  const char *names[] = { "Kuleba", "Rau", "Linde", NULL };
  g_autofree char *three = liaison_phrase_names (names);
  g_autofree char *two = liaison_phrase_names (names + 1);
  g_autofree char *one = liaison_phrase_names (names + 2);
  g_autofree char *none = liaison_phrase_names (names + 3);

  g_assert_cmpstr (three, ==, "Kuleba, Rau and Linde");
  g_assert_cmpstr (two, ==, "Rau and Linde");
  g_assert_cmpstr (one, ==, "Linde");
  g_assert_cmpstr (none, ==, "");
}

static void
test_title (void)
{
  g_autofree char *title = liaison_phrase_title ("call with Kuleba");
  g_autofree char *accented = liaison_phrase_title ("été");
  g_autofree char *empty = liaison_phrase_title ("");

  g_assert_cmpstr (title, ==, "Call with Kuleba");
  g_assert_cmpstr (accented, ==, "Été");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phrase/engagement", test_engagement);
  g_test_add_func ("/phrase/every-form", test_every_form);
  g_test_add_func ("/phrase/names", test_names);
  g_test_add_func ("/phrase/title", test_title);

  return g_test_run ();
}
