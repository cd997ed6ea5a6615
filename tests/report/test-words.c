/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How numbers are spelled, from which number on something may be said, and how places are listed. */

#include "liaison-cast.h"
#include "liaison-number.h"
#include "liaison-sentence.h"

#include <locale.h>

static void
test_words (void)
{
  static const struct { gint64 number; const char *exactly; const char *times; const char *loosely; } spelled[] = {
    { 0, "no", "no times", "no" },
    { 1, "one", "once", "one" },
    { 2, "two", "twice", "two" },
    { 9, "nine", "nine times", "nine" },
    { 10, "10", "10 times", "10" },
    { 12, "12", "12 times", "12" },
    { 13, "13", "13 times", "more than a dozen" },
    { 24, "24", "24 times", "more than a dozen" },
    { 25, "25", "25 times", "more than two dozen" },
    { 36, "36", "36 times", "more than two dozen" },
    { 37, "37", "37 times", "more than three dozen" },
    { 100, "100", "100 times", "more than three dozen" },
    { 101, "101", "101 times", "more than a hundred" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spelled); i++)
    {
      g_autofree char *exactly = liaison_number_spell (spelled[i].number, FALSE);
      g_autofree char *times = liaison_number_spell_times (spelled[i].number, FALSE);
      g_autofree char *loosely = liaison_number_spell_loosely (spelled[i].number, FALSE);
      g_autofree char *overclaim = liaison_number_find_overclaim (loosely, spelled[i].number);

      g_assert_cmpstr (exactly, ==, spelled[i].exactly);
      g_assert_cmpstr (times, ==, spelled[i].times);
      g_assert_cmpstr (loosely, ==, spelled[i].loosely);
      g_assert_null (overclaim);
    }
}

/* What a footnote need not tell once more. */
static void
test_exact (void)
{
  static const struct { const char *written; gint64 number; gboolean at_least; gboolean exact; } written[] = {
    { "seven", 7, FALSE, TRUE }, { "16", 16, FALSE, TRUE }, { "7", 7, FALSE, TRUE }, { "twice", 2, FALSE, TRUE },
    { "at least 28", 28, TRUE, TRUE }, { "28", 28, TRUE, FALSE }, { "at least 28", 28, FALSE, FALSE }, { "16", 17, FALSE, FALSE },
    { "more than two dozen", 29, FALSE, FALSE }, { "more than two dozen", 29, TRUE, FALSE }, { "une", 1, FALSE, TRUE },
    { "1", 1, FALSE, TRUE }, { "1", 1, TRUE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    g_assert_cmpint (liaison_number_is_exact (written[i].written, written[i].number, written[i].at_least), ==, written[i].exact);
}

/* The word for one has a gender in many languages: a translation gives that of what is counted. */
static void
test_gender (void)
{
  static const struct { const char *written; const char *inflected; } numbers[] = {
    { "one", "une" }, { "at least one", "at least une" }, { "two", "two" }, { "1", "1" }, { "11", "11" },
  };
  g_autoptr (LiaisonBlock) block = liaison_block_new (LIAISON_BLOCK_PARAGRAPH, 0);
  LiaisonFigure figure = { 0 };
  g_autofree char *digit = NULL;
  g_autofree char *sentence = NULL;

  g_atomic_ref_count_init (&figure.count);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *inflected = liaison_number_inflect (numbers[i].written, "une");

      g_assert_cmpstr (inflected, ==, numbers[i].inflected);
    }
  liaison_number_set_last_in_words (0);
  digit = liaison_number_inflect ("1", "une");
  liaison_number_set_last_in_words (LIAISON_NUMBER_LAST_IN_WORDS);
  g_assert_cmpstr (digit, ==, "1");

  liaison_sentence_fill (block, "{who|elle} : {1|une} séance, {1} appel, {2|une} fois, {3|une}",
                         (const LiaisonSlot[]) { { "who", "one" }, { "1", "one", &figure }, { "2", "two", &figure }, { NULL } });
  sentence = liaison_block_dup_text (block);
  g_assert_cmpstr (sentence, ==, "one : une séance, one appel, two fois, {3|une}");
}

/* Up to which number there are words is the publisher's choice. */
static void
test_last_in_words (void)
{
  static const struct { int last; gint64 number; const char *exactly; } spelled[] = {
    { 0, 0, "no" }, { 0, 1, "1" }, { LIAISON_NUMBER_MOST_IN_WORDS, 12, "twelve" }, { LIAISON_NUMBER_MOST_IN_WORDS, 13, "13" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spelled); i++)
    {
      g_autofree char *exactly = NULL;

      liaison_number_set_last_in_words (spelled[i].last);
      exactly = liaison_number_spell (spelled[i].number, FALSE);
      g_assert_cmpstr (exactly, ==, spelled[i].exactly);
    }
  liaison_number_set_last_in_words (LIAISON_NUMBER_LAST_IN_WORDS);
}

static void
test_lower_bounds (void)
{
  g_autofree char *number = liaison_number_spell (3, TRUE);
  g_autofree char *times = liaison_number_spell_times (2, TRUE);

  g_assert_cmpstr (number, ==, "at least three");
  g_assert_cmpstr (times, ==, "at least twice");
}

/* The least number for which each may be said; for one less it is refused. */
static void
test_claims (void)
{
  static const struct { const char *wording; gint64 least; } claims[] = {
    { "spoke with more than two dozen leaders", 25 },
    { "Over two dozen leaders", 25 },
    { "two dozen leaders", 24 },
    { "dozens of calls", 24 },
    { "scores of calls", 40 },
    { "hundreds of calls", 200 },
    { "thousands of calls", 2000 },
    { "more than a dozen calls", 13 },
    { "a dozen calls", 12 },
    { "spoke twice with", 2 },
    { "several times", 3 },
    { "more than 16 leaders", 17 },
    { "over 16 leaders", 17 },
    { "at least 16 leaders", 16 },
    { "at least nine leaders", 9 },
    { "nine calls", 9 },
    { "17 leaders", 17 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *refused = liaison_number_find_overclaim (claims[i].wording, claims[i].least - 1);
      g_autofree char *allowed = liaison_number_find_overclaim (claims[i].wording, claims[i].least);

      g_test_message ("%s", claims[i].wording);
      g_assert_nonnull (refused);
      g_assert_null (allowed);
    }
}

/* What only looks like a claim. */
static void
test_no_claims (void)
{
  static const char * const wordings[] = { "spoke about 2022", "underscores its readiness", "met the G7", "a resolution of 1973", "handover 12" };

  for (gsize i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autofree char *refused = liaison_number_find_overclaim (wordings[i], 1);

      g_assert_cmpstr (refused, ==, NULL);
    }
}

static void
test_places (void)
{
  static const struct { const char *place; const char *listed; } places[] = {
    { "", "" },
    { "Riga", "Riga" },
    { "Riga, Stockholm", "Riga and Stockholm" },
    { "Kyiv, Moscow, Brussels", "Kyiv, Moscow and Brussels" },
    { "Washington, DC", "Washington, DC" },
    { "Rome, Italy", "Rome, Italy" },
    { "Tel Aviv, Jerusalem, Israel", "Tel Aviv and Jerusalem, Israel" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *listed = liaison_list_places (places[i].place);

      g_assert_cmpstr (listed, ==, places[i].listed);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/words", test_words);
  g_test_add_func ("/words/last-in-words", test_last_in_words);
  g_test_add_func ("/words/exact", test_exact);
  g_test_add_func ("/words/gender", test_gender);
  g_test_add_func ("/words/lower-bounds", test_lower_bounds);
  g_test_add_func ("/words/claims", test_claims);
  g_test_add_func ("/words/no-claims", test_no_claims);

  g_test_add_func ("/words/places", test_places);

  return g_test_run ();
}
