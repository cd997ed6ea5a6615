/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-config.h"

#include "liaison-country-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <libintl.h>
#include <string.h>

#include "liaison-fold.h"

/* The domain of iso-codes for each standard, which is also the name of its file. */
#define CURRENT_STANDARD "3166-1"
#define FORMER_STANDARD "3166-3"

struct _LiaisonCountryNames
{
  /* Codes, borrowed, to the names that are shown. */
  GHashTable *names;

  /* Names, as name_key() makes them, to codes, borrowed. */
  GHashTable *codes;

  /* Codes, borrowed, to English names, a line each. */
  GHashTable *english;
};

typedef struct
{
  const char *code;
  const char *name;
} Alias;

/* What countries are called in English besides the names of the standard. A name that a former
 * country left to its successor means the successor. */
static const Alias aliases[] = {
  { "AE", "UAE" },
  { "BA", "Bosnia" },
  { "BN", "Brunei" },
  { "CD", "Congo-Kinshasa" },
  { "CD", "Democratic Republic of Congo" },
  { "CD", "DR Congo" },
  { "CD", "DRC" },
  { "CG", "Congo-Brazzaville" },
  { "CG", "Republic of the Congo" },
  { "CI", "Ivory Coast" },
  { "CV", "Cape Verde" },
  { "CZ", "Czech Republic" },
  { "CZ", "Czechia" },
  { "DD", "East Germany" },
  { "DD", "GDR" },
  { "FK", "Falkland Islands" },
  { "FM", "Micronesia" },
  { "GB", "Britain" },
  { "GB", "Great Britain" },
  { "GB", "UK" },
  { "KP", "DPRK" },
  { "KP", "North Korea" },
  { "KR", "ROK" },
  { "KR", "South Korea" },
  { "LA", "Laos" },
  { "MK", "Macedonia" },
  { "MM", "Burma" },
  { "MO", "Macau" },
  { "NL", "Holland" },
  { "PS", "Palestine" },
  { "RH", "Rhodesia" },
  { "RU", "Russia" },
  { "SU", "Soviet Union" },
  { "SY", "Syria" },
  { "SZ", "Swaziland" },
  { "TL", "East Timor" },
  { "TR", "Turkey" },
  { "TR", "Türkiye" },
  { "US", "America" },
  { "US", "USA" },
  { "VA", "Holy See" },
  { "VA", "Vatican" },
  { "VA", "Vatican City" },
  { "VD", "North Vietnam" },
  { "VN", "Vietnam" },
  { "YD", "South Yemen" },
};

/* Reduces a name to what tells countries apart: "The Gambia" and "Gambia", "U.S." and "US", "Bosnia
 * & Herzegovina" and "Bosnia and Herzegovina" are the same. */
static char *
name_key (const char *name)
{
  g_autofree char *folded = liaison_fold (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *key = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (!g_str_equal (*word, "the") && !g_str_equal (*word, "and"))
      g_string_append (key, *word);

  return g_string_free (key, FALSE);
}

/* The first country to take a name keeps it. */
static void
add_name (LiaisonCountryNames *self,
          const char          *name,
          const char          *code)
{
  g_autofree char *key = name_key (name);

  if (*key != '\0' && !g_hash_table_contains (self->codes, key))
    g_hash_table_insert (self->codes, g_steal_pointer (&key), (gpointer) code);
}

/* The standard sorts some names by their gist: "Korea, Republic of" is said "Republic of Korea". */
static void
add_name_in_both_orders (LiaisonCountryNames *self,
                         const char          *name,
                         const char          *code)
{
  const char *comma = strstr (name, ", ");

  add_name (self, name, code);

  if (comma != NULL)
    {
      g_autofree char *turned = g_strdup_printf ("%s %.*s", comma + 2, (int) (comma - name), name);

      add_name (self, turned, code);
    }
}

static void
add_english_name (LiaisonCountryNames *self,
                  const char          *name,
                  const char          *code)
{
  const char *known = g_hash_table_lookup (self->english, code);

  if (name != NULL)
    g_hash_table_insert (self->english, (gpointer) code, known != NULL ? g_strconcat (known, "\n", name, NULL) : g_strdup (name));
}

static const char *
get_string (JsonObject *entry,
            const char *member)
{
  JsonNode *node = json_object_get_member (entry, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
add_every_name (LiaisonCountryNames *self,
                JsonObject          *entry,
                const char          *domain,
                const char          *code)
{
  static const char * const members[] = { "alpha_3", "common_name", "name", "official_name" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *name = get_string (entry, members[i]);

      if (name != NULL)
        {
          add_name_in_both_orders (self, name, code);
          add_name_in_both_orders (self, dgettext (domain, name), code);
        }
    }
}

/* The common name reads better, but not in English where the other is translated. That a message is
 * not translated shows in gettext giving back the very same string. */
static const char *
pick_name (JsonObject *entry,
           const char *domain)
{
  const char *name = get_string (entry, "name");
  const char *common = get_string (entry, "common_name");

  if (name == NULL || common == NULL)
    return name != NULL ? dgettext (domain, name) : NULL;

  if (dgettext (domain, common) == common && dgettext (domain, name) != name)
    return dgettext (domain, name);

  return dgettext (domain, common);
}

/* "Yugoslavia, (Socialist) Federal Republic of" is long enough as "Yugoslavia", but "Yemen,
 * Democratic" is not, since another country is called Yemen. */
static char *
shorten_former_name (LiaisonCountryNames *self,
                     const char          *name)
{
  const char *comma = strstr (name, ", ");
  g_autofree char *before = NULL;
  g_autofree char *key = NULL;

  if (comma == NULL)
    return g_strdup (name);

  before = g_strndup (name, (gsize) (comma - name));
  key = name_key (before);

  return g_hash_table_contains (self->codes, key) ? g_strdup (name) : g_steal_pointer (&before);
}

static const char *
get_former_code (JsonObject *entry)
{
  const char *code = get_string (entry, "alpha_2");

  return liaison_country_code_is_former (code) ? liaison_country_code_lookup (code) : NULL;
}

static void
add_current (LiaisonCountryNames *self,
             JsonObject          *entry,
             const char          *domain)
{
  const char *code = liaison_country_code_lookup (get_string (entry, "alpha_2"));
  const char *name = pick_name (entry, domain);

  if (code == NULL || name == NULL)
    return;

  g_hash_table_insert (self->names, (gpointer) code, g_strdup (name));
  add_english_name (self, get_string (entry, "common_name"), code);
  add_english_name (self, get_string (entry, "name"), code);
  add_every_name (self, entry, domain, code);
}

/* CS is in the standard twice: Czechoslovakia comes first and names it; Serbia and Montenegro is
 * found under it all the same. */
static void
name_former (LiaisonCountryNames *self,
             JsonObject          *entry,
             const char          *domain)
{
  const char *code = get_former_code (entry);
  const char *name = pick_name (entry, domain);

  if (code != NULL && name != NULL && !g_hash_table_contains (self->names, code))
    g_hash_table_insert (self->names, (gpointer) code, shorten_former_name (self, name));
}

static void
add_former (LiaisonCountryNames *self,
            JsonObject          *entry,
            const char          *domain)
{
  const char *code = get_former_code (entry);
  const char *name = code != NULL ? g_hash_table_lookup (self->names, code) : NULL;

  if (name == NULL)
    return;

  add_name (self, name, code);
  add_english_name (self, get_string (entry, "name"), code);
  add_every_name (self, entry, domain, code);
}

/* Calls add for every entry of a standard, and answers whether the folder has it. A file that cannot
 * be read counts as absent: then codes stand where names would, and nothing is lost. */
static gboolean
read_standard (LiaisonCountryNames *self,
               const char          *folder,
               const char          *standard,
               void (*add) (LiaisonCountryNames *self, JsonObject *entry, const char *domain))
{
  g_autofree char *domain = g_strconcat ("iso_", standard, NULL);
  g_autofree char *base_name = g_strconcat (domain, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, "iso-codes", "json", base_name, NULL);
  g_autofree char *locales = g_build_filename (folder, "locale", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonNode *entries;

  if (!json_parser_load_from_file (parser, path, NULL))
    return FALSE;

  root = json_parser_get_root (parser);
  entries = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
    ? json_object_get_member (json_node_get_object (root), standard) : NULL;
  if (entries == NULL || !JSON_NODE_HOLDS_ARRAY (entries))
    return FALSE;

  bindtextdomain (domain, locales);
  bind_textdomain_codeset (domain, "UTF-8");

  for (guint i = 0; i < json_array_get_length (json_node_get_array (entries)); i++)
    {
      JsonNode *entry = json_array_get_element (json_node_get_array (entries), i);

      if (JSON_NODE_HOLDS_OBJECT (entry))
        add (self, json_node_get_object (entry), domain);
    }

  return TRUE;
}

static void
add_codes (LiaisonCountryNames *self)
{
  for (guint i = 0; i < liaison_country_code_count (); i++)
    add_name (self, liaison_country_code_nth (i), liaison_country_code_nth (i));
}

static void
add_kosovo (LiaisonCountryNames *self)
{
  const char *code = liaison_country_code_lookup ("XK");

  if (!g_hash_table_contains (self->names, code))
    g_hash_table_insert (self->names, (gpointer) code, g_strdup (_("Kosovo")));

  add_english_name (self, "Kosovo", code);
  add_name (self, "Kosovo", code);
  add_name (self, _("Kosovo"), code);
}

static void
add_aliases (LiaisonCountryNames *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      const char *code = liaison_country_code_lookup (aliases[i].code);

      add_english_name (self, aliases[i].name, code);
      add_name (self, aliases[i].name, code);
    }
}

LiaisonCountryNames *
liaison_country_names_new (const char * const *data_folders)
{
  LiaisonCountryNames *self = g_new0 (LiaisonCountryNames, 1);
  const char * const *folder = data_folders;

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->english = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  /* Who comes first keeps a name: codes, the countries of today, short names, former countries. The
   * names of the latter are shortened before Burma, say, is a short name of another. */
  add_codes (self);
  while (*folder != NULL && !read_standard (self, *folder, CURRENT_STANDARD, add_current))
    folder++;
  add_kosovo (self);
  if (*folder != NULL)
    read_standard (self, *folder, FORMER_STANDARD, name_former);
  add_aliases (self);
  if (*folder != NULL)
    read_standard (self, *folder, FORMER_STANDARD, add_former);

  return self;
}

void
liaison_country_names_free (LiaisonCountryNames *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->english);
  g_free (self);
}

const char *
liaison_country_names_get (LiaisonCountryNames *self,
                           const char          *code)
{
  return g_hash_table_lookup (self->names, code);
}

const char *
liaison_country_names_get_english (LiaisonCountryNames *self,
                                   const char          *code)
{
  return g_hash_table_lookup (self->english, code);
}

const char *
liaison_country_names_find (LiaisonCountryNames *self,
                            const char          *text)
{
  g_autofree char *key = name_key (text);

  return g_hash_table_lookup (self->codes, key);
}
