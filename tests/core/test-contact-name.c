/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-contact-name.h"

static void
assert_text (const LiaisonRecord *contact,
             guint                field,
             const char          *text)
{
  g_assert_cmpstr (liaison_record_get_text (contact, field), ==, text);
}

static void
test_compose (void)
{
  g_autoptr (LiaisonRecord) contact = liaison_record_new (LIAISON_KIND_CONTACT, NULL);
  g_autofree char *nobody = liaison_contact_name_compose (contact, LIAISON_NAME_ORDER_GIVEN_FIRST);
  g_autofree char *name = NULL;
  g_autofree char *sort_name = NULL;

  g_assert_cmpstr (nobody, ==, "");

  liaison_record_set_text (contact, LIAISON_CONTACT_PREFIX, "General");
  liaison_record_set_text (contact, LIAISON_CONTACT_GIVEN, " Lloyd ");
  liaison_record_set_text (contact, LIAISON_CONTACT_ADDITIONAL, "J.");
  liaison_record_set_text (contact, LIAISON_CONTACT_FAMILY, "Austin");
  liaison_record_set_text (contact, LIAISON_CONTACT_SUFFIX, "III");

  name = liaison_contact_name_compose (contact, LIAISON_NAME_ORDER_GIVEN_FIRST);
  g_assert_cmpstr (name, ==, "Lloyd J. Austin III");
  sort_name = liaison_contact_name_compose_sort (contact);
  g_assert_cmpstr (sort_name, ==, "Austin, Lloyd J.");
  g_assert_cmpstr (liaison_contact_name_get_short (contact), ==, "Austin");
}

static void
test_without_family_name (void)
{
  g_autoptr (LiaisonRecord) contact = liaison_record_new (LIAISON_KIND_CONTACT, NULL);
  g_autofree char *sort_name = NULL;

  liaison_record_set_text (contact, LIAISON_CONTACT_NAME, "Wikipedia’s editors");
  sort_name = liaison_contact_name_compose_sort (contact);
  g_assert_cmpstr (sort_name, ==, "Wikipedia’s editors");
  g_assert_cmpstr (liaison_contact_name_get_short (contact), ==, "Wikipedia’s editors");
}

static void
test_split (void)
{
  static const struct
  {
    const char *name;
    const char *given;
    const char *additional;
    const char *family;
  } examples[] = {
    { "Kuleba", "", "", "Kuleba" },
    { " Dmytro  Kuleba ", "Dmytro", "", "Kuleba" },
    { "Þórdís Kolbrún R. Gylfadóttir", "Þórdís", "Kolbrún R.", "Gylfadóttir" },
    { "Rau, Zbigniew", "Zbigniew", "", "Rau" },
    { "von der Leyen, Ursula", "Ursula", "", "von der Leyen" },
    { "", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (LiaisonRecord) contact = liaison_record_new (LIAISON_KIND_CONTACT, NULL);

      liaison_contact_name_split (examples[i].name, LIAISON_NAME_ORDER_GIVEN_FIRST, contact);
      assert_text (contact, LIAISON_CONTACT_GIVEN, examples[i].given);
      assert_text (contact, LIAISON_CONTACT_ADDITIONAL, examples[i].additional);
      assert_text (contact, LIAISON_CONTACT_FAMILY, examples[i].family);
    }
}

/* The order of the person, or of the contact's country; what is put together is taken apart again. */
static void
test_order (void)
{
  static const struct { LiaisonNameOrder order; const char *country; const char *name; } examples[] = {
    { LIAISON_NAME_ORDER_GIVEN_FIRST, "HU", "Viktor Orban" },
    { LIAISON_NAME_ORDER_FAMILY_FIRST, "US", "Orban Viktor" },
    { LIAISON_NAME_ORDER_FAMILY_FIRST, "", "Orban Viktor" },
    { LIAISON_NAME_ORDER_BY_COUNTRY, "HU", "Orban Viktor" },
    { LIAISON_NAME_ORDER_BY_COUNTRY, "US", "Viktor Orban" },
    { LIAISON_NAME_ORDER_BY_COUNTRY, "", "Viktor Orban" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (LiaisonRecord) contact = liaison_record_new (LIAISON_KIND_CONTACT, NULL);
      g_autofree char *name = NULL;

      liaison_record_set_text (contact, LIAISON_CONTACT_COUNTRY, examples[i].country);
      liaison_contact_name_split (examples[i].name, examples[i].order, contact);
      assert_text (contact, LIAISON_CONTACT_GIVEN, "Viktor");
      assert_text (contact, LIAISON_CONTACT_FAMILY, "Orban");
      name = liaison_contact_name_compose (contact, examples[i].order);
      g_assert_cmpstr (name, ==, examples[i].name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact-name/compose", test_compose);
  g_test_add_func ("/contact-name/without-family-name", test_without_family_name);
  g_test_add_func ("/contact-name/split", test_split);
  g_test_add_func ("/contact-name/order", test_order);

  return g_test_run ();
}
