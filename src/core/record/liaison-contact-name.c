/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-contact-name.h"

#include <string.h>

static void
append_part (GString             *name,
             const LiaisonRecord *contact,
             guint                field)
{
  g_autofree char *part = g_strstrip (g_strdup (liaison_record_get_text (contact, field)));

  if (*part == '\0')
    return;

  if (name->len > 0)
    g_string_append_c (name, ' ');
  g_string_append (name, part);
}

/* Where the family name comes first as a rule. */
static gboolean
is_family_first (const LiaisonRecord *contact,
                 LiaisonNameOrder     order)
{
  static const char * const countries[] = { "CN", "HK", "HU", "JP", "KH", "KP", "KR", "MO", "TW", "VN", NULL };

  return order == LIAISON_NAME_ORDER_FAMILY_FIRST
         || (order == LIAISON_NAME_ORDER_BY_COUNTRY && g_strv_contains (countries, liaison_record_get_text (contact, LIAISON_CONTACT_COUNTRY)));
}

char *
liaison_contact_name_compose (const LiaisonRecord *contact,
                              LiaisonNameOrder     order)
{
  GString *name = g_string_new (NULL);
  gboolean family_first;

  g_return_val_if_fail (liaison_record_get_kind (contact) == LIAISON_KIND_CONTACT, NULL);

  family_first = is_family_first (contact, order);
  if (family_first)
    append_part (name, contact, LIAISON_CONTACT_FAMILY);
  append_part (name, contact, LIAISON_CONTACT_GIVEN);
  append_part (name, contact, LIAISON_CONTACT_ADDITIONAL);
  if (!family_first)
    append_part (name, contact, LIAISON_CONTACT_FAMILY);
  append_part (name, contact, LIAISON_CONTACT_SUFFIX);

  return g_string_free (name, FALSE);
}

char *
liaison_contact_name_compose_sort (const LiaisonRecord *contact)
{
  g_autoptr (GString) family = g_string_new (NULL);
  g_autoptr (GString) given = g_string_new (NULL);

  g_return_val_if_fail (liaison_record_get_kind (contact) == LIAISON_KIND_CONTACT, NULL);

  append_part (family, contact, LIAISON_CONTACT_FAMILY);
  append_part (given, contact, LIAISON_CONTACT_GIVEN);
  append_part (given, contact, LIAISON_CONTACT_ADDITIONAL);

  if (family->len > 0 && given->len > 0)
    return g_strdup_printf ("%s, %s", family->str, given->str);

  return g_strdup (liaison_record_get_text (contact, LIAISON_CONTACT_NAME));
}

static void
split_words (const char       *name,
             LiaisonNameOrder  order,
             LiaisonRecord    *contact)
{
  const char *first = strchr (name, ' ');
  const char *last = strrchr (name, ' ');

  if (first == NULL)
    {
      liaison_record_set_text (contact, LIAISON_CONTACT_FAMILY, name);
      return;
    }
  if (is_family_first (contact, order))
    {
      liaison_record_take_text (contact, LIAISON_CONTACT_FAMILY, g_strndup (name, first - name));
      liaison_record_take_text (contact, LIAISON_CONTACT_GIVEN, g_strstrip (g_strdup (first)));
      return;
    }

  liaison_record_take_text (contact, LIAISON_CONTACT_GIVEN, g_strndup (name, first - name));
  liaison_record_set_text (contact, LIAISON_CONTACT_FAMILY, last + 1);
  if (last > first)
    liaison_record_take_text (contact, LIAISON_CONTACT_ADDITIONAL, g_strstrip (g_strndup (first, last - first)));
}

void
liaison_contact_name_split (const char       *name,
                            LiaisonNameOrder  order,
                            LiaisonRecord    *contact)
{
  g_autofree char *stripped = NULL;
  const char *comma;

  g_return_if_fail (name != NULL);
  g_return_if_fail (liaison_record_get_kind (contact) == LIAISON_KIND_CONTACT);

  stripped = g_strstrip (g_strdup (name));
  comma = strchr (stripped, ',');
  if (comma == NULL)
    {
      split_words (stripped, order, contact);
      return;
    }

  liaison_record_take_text (contact, LIAISON_CONTACT_FAMILY, g_strstrip (g_strndup (stripped, comma - stripped)));
  liaison_record_take_text (contact, LIAISON_CONTACT_GIVEN, g_strstrip (g_strdup (comma + 1)));
}

const char *
liaison_contact_name_get_short (const LiaisonRecord *contact)
{
  const char *family = liaison_record_get_text (contact, LIAISON_CONTACT_FAMILY);

  return *family != '\0' ? family : liaison_record_get_text (contact, LIAISON_CONTACT_NAME);
}
