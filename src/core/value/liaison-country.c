/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-config.h"

#include "liaison-country.h"

#include <stdlib.h>

#include "liaison-country-private.h"

typedef struct
{
  const char *code;
  char *collation_key;
} SortEntry;

/* In Flatpak the data folders of the runtime and of the application are among those of the system;
 * elsewhere iso-codes may have a prefix of its own, which was found when Liaison was built. */
static LiaisonCountryNames *
get_names (void)
{
  static gsize initialised;
  static LiaisonCountryNames *names;

  if (g_once_init_enter (&initialised))
    {
      g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
      g_auto (GStrv) list = NULL;

      g_strv_builder_addv (folders, (const char **) g_get_system_data_dirs ());
      g_strv_builder_add (folders, LIAISON_ISO_CODES_PREFIX "/share");
      list = g_strv_builder_end (folders);

      names = liaison_country_names_new ((const char * const *) list);
      g_once_init_leave (&initialised, 1);
    }

  return names;
}

static int
compare_entries (const void *a,
                 const void *b)
{
  const SortEntry *first = a;
  const SortEntry *second = b;
  int order = g_strcmp0 (first->collation_key, second->collation_key);

  return order != 0 ? order : g_strcmp0 (first->code, second->code);
}

static const char **
make_list (void)
{
  guint n_codes = liaison_country_code_count ();
  g_autofree SortEntry *entries = g_new0 (SortEntry, n_codes);
  const char **list = g_new0 (const char *, n_codes + 1);

  for (guint i = 0; i < n_codes; i++)
    {
      entries[i].code = liaison_country_code_nth (i);
      entries[i].collation_key = g_utf8_collate_key (liaison_country_get_name (entries[i].code), -1);
    }

  qsort (entries, n_codes, sizeof *entries, compare_entries);

  for (guint i = 0; i < n_codes; i++)
    {
      list[i] = entries[i].code;
      g_free (entries[i].collation_key);
    }

  return list;
}

gboolean
liaison_country_is_valid (const char *code)
{
  return liaison_country_code_lookup (code) != NULL;
}

gboolean
liaison_country_is_former (const char *code)
{
  return liaison_country_code_is_former (code);
}

const char *
liaison_country_get_name (const char *code)
{
  const char *name;

  if (code == NULL)
    return "";

  name = liaison_country_names_get (get_names (), code);

  return name != NULL ? name : code;
}

const char *
liaison_country_get_english_names (const char *code)
{
  const char *names;

  if (code == NULL)
    return "";

  names = liaison_country_names_get_english (get_names (), code);

  return names != NULL ? names : code;
}

const char * const *
liaison_country_list (void)
{
  static gsize initialised;
  static const char **list;

  if (g_once_init_enter (&initialised))
    {
      list = make_list ();
      g_once_init_leave (&initialised, 1);
    }

  return list;
}

const char *
liaison_country_find (const char *text)
{
  return text != NULL ? liaison_country_names_find (get_names (), text) : NULL;
}
