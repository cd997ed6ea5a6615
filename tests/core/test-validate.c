/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-validate-private.h"

#define UUID(kind, number) db_fixture_uuid (LIAISON_KIND_##kind, number)

#define LRE "\u202a"
#define RLO "\u202e"
#define PDF "\u202c"
#define LRI "\u2066"
#define PDI "\u2069"
#define RLM "\u200f"

/* What a value of one form or another is worth. */

typedef struct
{
  const char *text;
  gboolean    right;
} Value;

typedef gboolean (*Validate) (const char *text, GError **error);

static void
assert_values (const Value *values,
               gsize        n_values,
               Validate     validate)
{
  for (gsize i = 0; i < n_values; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean right = validate (values[i].text, &error);

      if (right != values[i].right)
        g_error ("“%s” is %s: %s", values[i].text, right ? "not refused" : "refused", error ? error->message : "");
      if (right)
        g_assert_no_error (error);
      else
        g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
      if (error != NULL)
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

#define ASSERT_VALUES(values, validate) assert_values (values, G_N_ELEMENTS (values), validate)

static void
test_line (void)
{
  static const Value values[] = {
    { "", TRUE },
    { "Дмитро Кулеба", TRUE },
    { "e\u0301\u0323 and \U0001F600", TRUE },
    { "non\u00a0breaking and soft\u00ad hyphen", TRUE },
    { "two\nlines", FALSE },
    { "two\r\nlines", FALSE },
    { "two\u2028lines", FALSE },
    { "two\u2029lines", FALSE },
    { "two\xc2\x85lines", FALSE },
    { "tab\there", FALSE },
    { "bell\a", FALSE },
    { "delete\x7f", FALSE },
    { "\xc2\x9f", FALSE },
    { "\xff", FALSE },
    { "cut \xe2\x80", FALSE },
    { "\xed\xa0\x80", FALSE },
    { "עברית" RLM "!", TRUE },
    { LRE "+1 555" PDF, TRUE },
    { LRI "a" RLO "b" PDF PDI, TRUE },
    { "name" RLO, FALSE },
    { "name" PDF, FALSE },
    { PDI "name" LRI, FALSE },
    { LRI "a" RLO "b" PDI PDF, FALSE },
  };

  ASSERT_VALUES (values, liaison_validate_line);
}

static void
test_prose (void)
{
  static const Value values[] = {
    { "", TRUE },
    { "First.\n\n\tSecond.\r\nThird.\u2029Fourth.", TRUE },
    { "name" RLO "\nnext", TRUE },
    { "bell\a", FALSE },
    { "page\f", FALSE },
    { "escape\x1b[31m", FALSE },
    { "\xc3(", FALSE },
  };

  ASSERT_VALUES (values, liaison_validate_prose);
}

static void
test_encoding (void)
{
  const Validate validators[] = { liaison_validate_line, liaison_validate_prose };

  for (gsize i = 0; i < G_N_ELEMENTS (validators); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (validators[i] ("Ni\xf1" "o", &error));
      g_assert_cmpstr (error->message, ==, "This is not text in UTF-8.");
    }
}

static void
test_lengths (void)
{
  g_autofree char *line = g_strnfill (LIAISON_MOST_LINE_BYTES + 1, 'x');
  g_autofree char *prose = g_strnfill (LIAISON_MOST_PROSE_BYTES + 1, 'x');
  GString *deep = g_string_new (NULL);

  g_assert_false (liaison_validate_line (line, NULL));
  line[LIAISON_MOST_LINE_BYTES] = '\0';
  g_assert_true (liaison_validate_line (line, NULL));

  g_assert_false (liaison_validate_prose (prose, NULL));
  prose[LIAISON_MOST_PROSE_BYTES] = '\0';
  g_assert_true (liaison_validate_prose (prose, NULL));

  for (guint i = 0; i < 200; i++)
    g_string_append (deep, LRI);
  for (guint i = 0; i < 200; i++)
    g_string_append (deep, PDI);
  g_assert_false (liaison_validate_line (deep->str, NULL));
  g_string_free (deep, TRUE);
}

static void
test_address (void)
{
  static const Value values[] = {
    { "https://www.euronews.com/2021/11/11/us-usa-eu-white-house", TRUE },
    { "http://example.org", TRUE },
    { "HTTPS://example.org/", TRUE },
    { "https://example.org:8080/a?b=c&d=%20#e", TRUE },
    { "https://[2001:db8::1]/", TRUE },
    { "https://пример.укр/сторінка", TRUE },
    { "www.example.org", FALSE },
    { "https://", FALSE },
    { "https:///path", FALSE },
    { "https:example.org", FALSE },
    { "ftp://example.org/", FALSE },
    { "javascript:alert(1)", FALSE },
    { "file:///etc/passwd", FALSE },
    { "https://example.org/a b", FALSE },
    { "https://example.org/\nb", FALSE },
    { "https://example.org/%zz", FALSE },
    { "https://exa mple.org/", FALSE },
    { "https://example.org\\@evil.example", FALSE },
    { "https://example.org:port/", FALSE },
  };

  ASSERT_VALUES (values, liaison_validate_address);
}

static void
test_uuid (void)
{
  static const Value values[] = {
    { "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", TRUE },
    { "00000000-0000-0000-0000-000000000000", TRUE },
    { "017F22E2-79b0-7cc3-98c4-dc0c0c07398f", FALSE },
    { "017f22e2-79b0-7cc3-98c4-dc0c0c07398", FALSE },
    { "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}", FALSE },
    { "biden", FALSE },
    { "\xff", FALSE },
  };

  ASSERT_VALUES (values, liaison_validate_uuid);
}

static void
test_country (void)
{
  static const Value values[] = {
    { "UA", TRUE }, { "XK", TRUE }, { "SU", TRUE }, { "ua", FALSE }, { "UKR", FALSE }, { "ZZ", FALSE }, { "Ukraine", FALSE }, { "\xff", FALSE },
  };

  ASSERT_VALUES (values, liaison_validate_country);
}

static void
test_date (void)
{
  static const Value values[] = {
    { "2021", TRUE }, { "2021-12", TRUE }, { "2021-12-09", TRUE }, { "2021-12-09T15:30", TRUE }, { "2020-02-29", TRUE },
    { "2021-02-29", FALSE }, { "2021-13", FALSE }, { "2021-12-9", FALSE }, { "09.12.2021", FALSE }, { "2021-12-09T24:00", FALSE },
    { "2021-12-09 15:30", FALSE }, { "\xff", FALSE },
  };

  ASSERT_VALUES (values, liaison_validate_date);
}

static void
test_email (void)
{
  static const Value values[] = {
    { "kuleba@mfa.example", TRUE }, { "\"odd@name\"@example.org", TRUE }, { "кулеба@пример.укр", TRUE },
    { "kuleba", FALSE }, { "kuleba@", FALSE }, { "@example.org", FALSE }, { "a b@example.org", FALSE }, { "a@b\n", FALSE },
  };

  ASSERT_VALUES (values, liaison_validate_email);
}

static void
test_zone (void)
{
  static const Value values[] = {
    { "UTC", TRUE }, { "+02:00", TRUE }, { "Europe/Warsaw", TRUE }, { "America/New_York", TRUE },
    { "Not a zone", FALSE }, { "/etc/localtime", FALSE }, { "Europe/../UTC", FALSE }, { "\xff", FALSE },
  };

  ASSERT_VALUES (values, liaison_validate_zone);
}

/* What the fields of a record say of each other: the fields that are wrong, in their order, and nothing else. */

static void
assert_wrong (LiaisonRecord *record,
              const char    *expected)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));
  g_autoptr (GString) wrong = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint first = G_MAXUINT;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autoptr (GError) reason = NULL;

      if (liaison_validate_field (record, i, &reason))
        continue;

      g_assert_error (reason, LIAISON_ERROR, LIAISON_ERROR_INVALID);
      g_string_append_printf (wrong, "%s%s", wrong->len > 0 ? " " : "", info->fields[i].name);
    }

  g_assert_cmpstr (wrong->str, ==, expected);
  g_assert_true (liaison_validate_record (record, &first, &error) == (*expected == '\0'));
  if (*expected != '\0')
    {
      g_autofree char *prefix = g_strconcat (liaison_field_get_label (&info->fields[first]), ": ", NULL);

      g_assert_true (g_str_has_prefix (expected, info->fields[first].name));
      g_assert_true (g_str_has_prefix (error->message, prefix));
    }

  liaison_record_unref (record);
}

#define RECORD(kind, ...) db_fixture_record (LIAISON_KIND_##kind, 1, __VA_ARGS__, NULL)

static void
test_engagement (void)
{
#define ENGAGEMENT(...) RECORD (ENGAGEMENT, "title", "Call", "form", "phone-call", "status", "held", __VA_ARGS__)
  assert_wrong (ENGAGEMENT (NULL), "");
  assert_wrong (RECORD (ENGAGEMENT, NULL), "title form status");
  assert_wrong (ENGAGEMENT ("title", " \u00a0 "), "title");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09"), "precision");
  assert_wrong (ENGAGEMENT ("precision", "day"), "precision");
  assert_wrong (ENGAGEMENT ("start", "2021-02-30", "precision", "day"), "start");
  assert_wrong (ENGAGEMENT ("end", "2021-12-09"), "end");

  assert_wrong (ENGAGEMENT ("start", "2021-12-09T15:30", "precision", "minute"), "");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09", "precision", "minute"), "precision");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09", "precision", "day"), "");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09T15:30", "precision", "day"), "precision");
  assert_wrong (ENGAGEMENT ("start", "2021-12", "precision", "month"), "");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09", "precision", "month"), "precision");
  assert_wrong (ENGAGEMENT ("start", "2021", "precision", "year"), "");
  assert_wrong (ENGAGEMENT ("start", "2021-12", "precision", "year"), "precision");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09", "precision", "about"), "");
  assert_wrong (ENGAGEMENT ("start", "2021-12", "precision", "about"), "precision");

  assert_wrong (ENGAGEMENT ("start", "2021-12-09", "end", "2021-12-09", "precision", "day"), "");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09", "end", "2021-12-08", "precision", "day"), "end");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09T15:30", "end", "2021-12-09T15:00", "precision", "minute"), "end");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09T15:30", "end", "2021-12-09T15:30", "precision", "minute"), "");
  assert_wrong (ENGAGEMENT ("start", "2021-12-09T15:30", "end", "2021-12-09", "precision", "minute"), "");
  assert_wrong (ENGAGEMENT ("start", "2021-12", "end", "2021-11", "precision", "month"), "end");
  assert_wrong (ENGAGEMENT ("start", "2021-12-01", "precision", "between"), "end");
  assert_wrong (ENGAGEMENT ("start", "2021-12-01", "end", "2021-12", "precision", "between"), "end");
  assert_wrong (ENGAGEMENT ("start", "2021-12-01", "end", "2021-12-24", "precision", "between"), "");

  assert_wrong (ENGAGEMENT ("zone", "Europe/Warsaw", "country", "PL"), "");
  assert_wrong (ENGAGEMENT ("zone", "Not a zone", "country", "Poland"), "zone country");
  assert_wrong (ENGAGEMENT ("parent", UUID (ENGAGEMENT, 1)), "parent");
  assert_wrong (ENGAGEMENT ("parent", UUID (ENGAGEMENT, 2), "format", "NATO"), "format");
  assert_wrong (ENGAGEMENT ("summary", "First.\nSecond.", "purpose", "First.\nSecond."), "purpose");
#undef ENGAGEMENT
}

static void
test_participation (void)
{
#define PARTICIPATION(...) RECORD (PARTICIPATION, "engagement", UUID (ENGAGEMENT, 1), "side", "theirs", __VA_ARGS__)
  assert_wrong (PARTICIPATION (NULL), "contact");
  assert_wrong (PARTICIPATION ("contact", UUID (CONTACT, 1)), "");
  assert_wrong (PARTICIPATION ("organisation", UUID (ORGANISATION, 1)), "");
  assert_wrong (PARTICIPATION ("country", "PL", "head_count", "3"), "");
  assert_wrong (PARTICIPATION ("contact", UUID (CONTACT, 1), "country", "PL"), "contact country");
  assert_wrong (PARTICIPATION ("organisation", UUID (ORGANISATION, 1), "country", "PL"), "organisation country");
  assert_wrong (PARTICIPATION ("country", "PL", "seat_country", "FR"), "");
  assert_wrong (PARTICIPATION ("country", "PL", "seat_country", "FR", "seat_organisation", UUID (ORGANISATION, 1)), "seat_organisation");
  assert_wrong (PARTICIPATION ("country", "PL", "head_count", "1000000"), "");
  assert_wrong (PARTICIPATION ("country", "PL", "head_count", "1000001"), "head_count");
  assert_wrong (PARTICIPATION ("country", "PL", "head_count", "-1", "position", "-1"), "head_count position");
#undef PARTICIPATION
}

static void
test_people (void)
{
#define CONTACT(...) RECORD (CONTACT, "name", "Dmytro Kuleba", "side", "theirs", __VA_ARGS__)
  assert_wrong (CONTACT (NULL), "");
  assert_wrong (RECORD (CONTACT, NULL), "name side");
  assert_wrong (CONTACT ("cadence", "36500", "archived", "1"), "");
  assert_wrong (CONTACT ("cadence", "36501", "archived", "2"), "cadence archived");
  assert_wrong (CONTACT ("other_names", "Kuleba,Кулеба", "tags", "a,a"), "tags");
  assert_wrong (CONTACT ("other_names", "Kuleba, "), "other_names");
  assert_wrong (CONTACT ("other_names", "Ku\nleba"), "other_names");
  assert_wrong (CONTACT ("email", "a@example.org,b@example.org"), "");
  assert_wrong (CONTACT ("email", "a@example.org,nobody"), "email");
#undef CONTACT

#define POST(...) RECORD (POST, "contact", UUID (CONTACT, 1), "title", "Minister", __VA_ARGS__)
  assert_wrong (RECORD (POST, NULL), "contact title");
  assert_wrong (POST ("from", "2021", "to", "2021"), "");
  assert_wrong (POST ("from", "2021-06", "to", "2021"), "");
  assert_wrong (POST ("from", "2021-06", "to", "2021-05-31"), "to");
  assert_wrong (POST ("from", "June", "to", "2021-05-31"), "from");
  assert_wrong (POST ("to", "2021-05-31"), "");
#undef POST
}

static void
test_organisations (void)
{
  assert_wrong (RECORD (ORGANISATION, NULL), "name kind");
  assert_wrong (RECORD (ORGANISATION, "name", "NATO", "kind", "grouping", "address", "https://www.nato.int/"), "");
  assert_wrong (RECORD (ORGANISATION, "name", "NATO", "kind", "grouping", "address", "nato.int"), "address");
  assert_wrong (RECORD (ORGANISATION, "name", "NATO", "kind", "grouping", "parent", UUID (ORGANISATION, 1)), "parent");

#define MEMBERSHIP(...) RECORD (MEMBERSHIP, "grouping", UUID (ORGANISATION, 1), __VA_ARGS__)
  assert_wrong (MEMBERSHIP (NULL), "country");
  assert_wrong (MEMBERSHIP ("country", "PL", "from", "1999-03-12"), "");
  assert_wrong (MEMBERSHIP ("organisation", UUID (ORGANISATION, 2)), "");
  assert_wrong (MEMBERSHIP ("organisation", UUID (ORGANISATION, 1)), "organisation");
  assert_wrong (MEMBERSHIP ("country", "PL", "organisation", UUID (ORGANISATION, 2)), "country organisation");
  assert_wrong (MEMBERSHIP ("country", "GB", "from", "1973", "to", "1972"), "to");
#undef MEMBERSHIP
}

static void
test_stated_total (void)
{
#define TOTAL(...) RECORD (STATED_TOTAL, "text", "Seven times.", "counts", "occasions", "from", "2021-11-29", __VA_ARGS__)
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "exact", "number", "7"), "");
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "exact"), "number");
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "at-least"), "number");
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "unstated"), "");
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "unstated", "number", "7"), "number");
  assert_wrong (TOTAL ("to", "2021-11-28", "bound", "exact", "number", "1000000000"), "to");
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "exact", "number", "1000000001"), "number");
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "exact", "number", "7", "countries", "UA,PL"), "");
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "exact", "number", "7", "countries", "UA,Poland"), "countries");
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "exact", "number", "7", "principals", "biden"), "principals");
  assert_wrong (TOTAL ("to", "2022-01-11", "bound", "exact", "number", "7", "covered_totals", UUID (STATED_TOTAL, 1)), "covered_totals");
#undef TOTAL
}

static void
test_reports (void)
{
  assert_wrong (RECORD (REPORT, "name", "Fact sheet", "from", "2021-12", "to", "2021-11"), "to");
  assert_wrong (RECORD (HIGHLIGHT, "report", UUID (REPORT, 1), "measure", "spoke-with", "from", "2021-12", "to", "2021-11"), "to");
  assert_wrong (RECORD (STORE, "home_zone", "Nowhere at all", "own_country", "US"), "home_zone");
  assert_wrong (RECORD (READOUT, "published", "yesterday", "address", "https://example.org/"), "published");
}

/* A value of no vocabulary can only come from a program. */
static void
test_tokens (void)
{
  LiaisonRecord *record = RECORD (CONTACT, "name", "Dmytro Kuleba", NULL);

  liaison_record_set_integer (record, LIAISON_CONTACT_SIDE, 4);
  liaison_record_set_integer (record, LIAISON_CONTACT_CADENCE, G_MAXINT64);
  assert_wrong (record, "side cadence");

  record = RECORD (CONTACT, "name", "Dmytro Kuleba", NULL);
  liaison_record_set_integer (record, LIAISON_CONTACT_SIDE, G_GINT64_CONSTANT (0x100000001));
  assert_wrong (record, "side");
}

static void
test_heading (void)
{
  g_autoptr (LiaisonRecord) without_uuid = liaison_record_new (LIAISON_KIND_TOPIC, "not a UUID");
  g_autoptr (LiaisonRecord) secret = RECORD (TOPIC, "name", "Grain", NULL);
  g_autoptr (GError) error = NULL;
  guint field = G_MAXUINT;

  g_assert_false (liaison_validate_record (without_uuid, &field, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
  g_assert_cmpuint (field, ==, 2);
  g_clear_error (&error);

  liaison_record_set_sensitivity (secret, 9);
  g_assert_false (liaison_validate_record (secret, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Sensitivity: Choose one of: public, internal, confidential.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/validate/line", test_line);
  g_test_add_func ("/validate/prose", test_prose);
  g_test_add_func ("/validate/encoding", test_encoding);
  g_test_add_func ("/validate/lengths", test_lengths);
  g_test_add_func ("/validate/address", test_address);
  g_test_add_func ("/validate/uuid", test_uuid);
  g_test_add_func ("/validate/country", test_country);
  g_test_add_func ("/validate/date", test_date);
  g_test_add_func ("/validate/email", test_email);
  g_test_add_func ("/validate/zone", test_zone);
  g_test_add_func ("/validate/engagement", test_engagement);
  g_test_add_func ("/validate/participation", test_participation);
  g_test_add_func ("/validate/people", test_people);
  g_test_add_func ("/validate/organisations", test_organisations);
  g_test_add_func ("/validate/stated-total", test_stated_total);
  g_test_add_func ("/validate/reports", test_reports);
  g_test_add_func ("/validate/tokens", test_tokens);
  g_test_add_func ("/validate/heading", test_heading);

  return g_test_run ();
}
