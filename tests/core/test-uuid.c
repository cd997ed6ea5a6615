/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-uuid.h"

#include <string.h>

/* The DNS namespace and the example of RFC 9562, appendix A.4. */
#define NAMESPACE_DNS "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

static void
assert_is_version (const char *text,
                   char        version)
{
  guint8 bytes[16];

  g_assert_cmpuint (strlen (text), ==, LIAISON_UUID_LENGTH);
  g_assert_true (liaison_uuid_parse (text, bytes));
  g_assert_cmpint (text[14], ==, version);
  g_assert_nonnull (strchr ("89ab", text[19]));

  for (const char *p = text; *p != '\0'; p++)
    g_assert_false (g_ascii_isupper (*p));
}

static guint64
milliseconds_of (const char *text)
{
  guint8 bytes[16];
  guint64 milliseconds = 0;

  g_assert_true (liaison_uuid_parse (text, bytes));
  for (int i = 0; i < 6; i++)
    milliseconds = milliseconds << 8 | bytes[i];

  return milliseconds;
}

static void
test_new_carries_the_time (void)
{
  gint64 before = g_get_real_time () / 1000;
  g_autofree char *text = liaison_uuid_new ();
  gint64 after = g_get_real_time () / 1000;

  assert_is_version (text, '7');
  g_assert_cmpint ((gint64) milliseconds_of (text), >=, before);
  g_assert_cmpint ((gint64) milliseconds_of (text), <=, after);
}

/* Far more than the 4096 that one millisecond has numbers for. */
static void
test_new_grows (void)
{
  g_autofree char *previous = liaison_uuid_new ();

  for (int i = 0; i < 50000; i++)
    {
      g_autofree char *next = liaison_uuid_new ();

      g_assert_cmpstr (previous, <, next);
      g_free (previous);
      previous = g_steal_pointer (&next);
    }

  assert_is_version (previous, '7');
}

static gpointer
make_many_cb (gpointer data)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 5000; i++)
    g_ptr_array_add (made, liaison_uuid_new ());

  return made;
}

static void
test_new_in_threads (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("uuid", make_many_cb, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GPtrArray) made = g_thread_join (threads[i]);

      for (guint j = 0; j < made->len; j++)
        {
          if (j > 0)
            g_assert_cmpstr (g_ptr_array_index (made, j - 1), <, g_ptr_array_index (made, j));
          g_assert_true (g_hash_table_add (seen, g_strdup (g_ptr_array_index (made, j))));
        }
    }

  g_assert_cmpuint (g_hash_table_size (seen), ==, 20000);
}

static void
test_from_name (void)
{
  g_autofree char *text = liaison_uuid_new_from_name (NAMESPACE_DNS, "www.example.com");
  g_autofree char *again = liaison_uuid_new_from_name (NAMESPACE_DNS, "www.example.com");
  g_autofree char *other = liaison_uuid_new_from_name (NAMESPACE_DNS, "example.com");

  g_assert_cmpstr (text, ==, "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (other, !=, text);
  assert_is_version (other, '5');
  g_assert_null (liaison_uuid_new_from_name ("not a namespace", "www.example.com"));
}

/* The example of RFC 9562, appendix A.6. */
static void
test_parse (void)
{
  static const guint8 expected[16] = { 0x01, 0x7f, 0x22, 0xe2, 0x79, 0xb0, 0x7c, 0xc3,
                                       0x98, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f };
  guint8 bytes[16];
  char text[LIAISON_UUID_LENGTH + 1];

  g_assert_true (liaison_uuid_parse ("017F22E2-79B0-7CC3-98C4-DC0C0C07398F", bytes));
  g_assert_cmpmem (bytes, sizeof bytes, expected, sizeof expected);

  liaison_uuid_format (bytes, text);
  g_assert_cmpstr (text, ==, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

static void
test_parse_refuses (void)
{
  static const char * const wrong[] = {
    "",
    "017f22e2",
    "017f22e279b07cc398c4dc0c0c07398f",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
    "017f22e27-9b0-7cc3-98c4-dc0c0c07398f",
    "017f22e2-79b0-7cc3-98c4_dc0c0c07398f",
    "{17f22e2-79b0-7cc3-98c4-dc0c0c07398}",
    " 017f22e2-79b0-7cc3-98c4-dc0c0c07398",
    "-17f22e2-79b0-7cc3-98c4-dc0c0c07398f",
  };
  static const guint8 untouched[16] = { 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7 };
  guint8 bytes[16];

  memcpy (bytes, untouched, sizeof bytes);
  g_assert_false (liaison_uuid_parse (NULL, bytes));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (liaison_uuid_parse (wrong[i], bytes));

  g_assert_cmpmem (bytes, sizeof bytes, untouched, sizeof untouched);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 1000; i++)
    {
      guint8 bytes[16];
      guint8 again[16];
      char text[LIAISON_UUID_LENGTH + 1];

      for (gsize j = 0; j < sizeof bytes; j++)
        bytes[j] = (guint8) g_test_rand_int_range (0, 256);

      liaison_uuid_format (bytes, text);
      g_assert_true (liaison_uuid_parse (text, again));
      g_assert_cmpmem (again, sizeof again, bytes, sizeof bytes);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uuid/new/carries-the-time", test_new_carries_the_time);
  g_test_add_func ("/uuid/new/grows", test_new_grows);
  g_test_add_func ("/uuid/new/in-threads", test_new_in_threads);
  g_test_add_func ("/uuid/from-name", test_from_name);
  g_test_add_func ("/uuid/parse", test_parse);
  g_test_add_func ("/uuid/parse/refuses", test_parse_refuses);
  g_test_add_func ("/uuid/round-trip", test_round_trip);

  return g_test_run ();
}
