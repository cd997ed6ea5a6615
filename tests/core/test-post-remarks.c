/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-post-remarks.h"

static GPtrArray *
add (GPtrArray  *posts,
     const char *title,
     const char *from,
     const char *to)
{
  LiaisonRecord *post = liaison_record_new (LIAISON_KIND_POST, NULL);

  liaison_record_set_text (post, LIAISON_POST_TITLE, title);
  liaison_record_set_text (post, LIAISON_POST_FROM, from);
  liaison_record_set_text (post, LIAISON_POST_TO, to);
  g_ptr_array_add (posts, post);

  return posts;
}

static void
assert_remarks (GPtrArray  *posts,
                const char *expected)
{
  g_autofree char *remarks = liaison_post_remarks_dup (posts);

  g_assert_cmpstr (remarks, ==, expected);
}

static GPtrArray *
new_posts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);
}

static void
test_in_turn (void)
{
  g_autoptr (GPtrArray) posts = new_posts ();

  assert_remarks (posts, "");
  add (posts, "Minister", "2020-03-05", "");
  add (posts, "Envoy", "2016", "2020-03-04");
  add (posts, "Adviser", "", "");
  assert_remarks (posts, "");
}

static void
test_gap (void)
{
  g_autoptr (GPtrArray) posts = new_posts ();

  add (posts, "Minister", "2020-03-05", "");
  add (posts, "Envoy", "2016", "2019");
  assert_remarks (posts, "Nothing is held from 1 Jan 2020 to 4 Mar 2020.");
  /* A long one over it closes it. */
  add (posts, "Professor", "2010", "2020-06");
  assert_remarks (posts, "“Professor” and “Envoy” are both held from 1 Jan 2016 to 31 Dec 2019.\n"
                         "“Professor” and “Minister” are both held from 5 Mar 2020 to 30 Jun 2020.");
}

static void
test_overlap (void)
{
  g_autoptr (GPtrArray) posts = new_posts ();

  add (posts, "Minister", "2020-03-05", "");
  add (posts, "Envoy", "", "2020-03-05");
  assert_remarks (posts, "“Envoy” and “Minister” are both held from 5 Mar 2020 to 5 Mar 2020.");
  liaison_record_set_text (posts->pdata[1], LIAISON_POST_TO, "");
  liaison_record_set_text (posts->pdata[1], LIAISON_POST_FROM, "2019");
  assert_remarks (posts, "“Envoy” and “Minister” are both held from 5 Mar 2020 on.");
}

static void
test_unreadable (void)
{
  g_autoptr (GPtrArray) posts = new_posts ();

  add (posts, "Minister", "whenever", "2020");
  add (posts, "Envoy", "2021-02-30", "never");
  assert_remarks (posts, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/post-remarks/in-turn", test_in_turn);
  g_test_add_func ("/post-remarks/gap", test_gap);
  g_test_add_func ("/post-remarks/overlap", test_overlap);
  g_test_add_func ("/post-remarks/unreadable", test_unreadable);

  return g_test_run ();
}
