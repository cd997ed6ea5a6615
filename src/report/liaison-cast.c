/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cast.h"

#include "liaison-country.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many names are listed; nobody reads more. */
#define MOST_LISTED 12

struct _LiaisonCast
{
  GHashTable *titles;   /* UUID → the title that was told last */
  GHashTable *families; /* family name → UUID of the first who has it */
};

LiaisonCast *
liaison_cast_new (void)
{
  LiaisonCast *cast = g_new (LiaisonCast, 1);

  cast->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  cast->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return cast;
}

void
liaison_cast_free (LiaisonCast *cast)
{
  g_hash_table_unref (cast->titles);
  g_hash_table_unref (cast->families);
  g_free (cast);
}

/* Whether a title says already in which tenure it is held: "Interim President", "President-elect". */
static gboolean
says_tenure (const LiaisonPerson *person)
{
  static const char * const said[] = { "acting", "interim", "elect", "designate" };
  g_autofree char *title = g_utf8_strdown (person->title, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      if (strstr (title, said[i]))
        return TRUE;
    }

  return FALSE;
}

static char *
make_title (const LiaisonPerson *person)
{
  g_autofree char *title = NULL;

  if (says_tenure (person))
    title = g_strdup (person->title);
  else if (person->tenure == LIAISON_TENURE_ACTING)
    /* Translators: before a title that somebody holds in place of another */
    title = g_strdup_printf (C_("title", "acting %s"), person->title);
  else if (person->tenure == LIAISON_TENURE_INTERIM)
    title = g_strdup_printf (C_("title", "interim %s"), person->title);
  else if (person->tenure == LIAISON_TENURE_DESIGNATE)
    title = g_strdup_printf (C_("title", "designated %s"), person->title);
  else
    title = g_strdup (person->title);

  /* Translators: before a title that somebody held at the time and holds no more: "then-Federal Chancellor of Germany" */
  return person->is_former ? g_strdup_printf (C_("title", "then-%s"), title) : g_steal_pointer (&title);
}

static char *
name_in_full (const LiaisonPerson *person,
              const char          *name)
{
  g_autofree char *title = make_title (person);

  /* Translators: a title and a name: "President of Ukraine Volodymyr Zelenskyy" */
  return *title ? g_strdup_printf (C_("person", "%s %s"), title, name) : g_strdup (name);
}

static char *
name_unnamed (const LiaisonPerson *person)
{
  if (person->head_count < 2)
    return g_strdup (person->name);

  /* Translators: a country or organisation, and how many were there for it, nobody of whom is named */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%d person)", "%s (%d people)", person->head_count), person->name,
                          person->head_count);
}

char *
liaison_cast_name (LiaisonCast         *cast,
                   const LiaisonPerson *person)
{
  const char *told;
  const char *name;

  if (!person->uuid)
    return name_unnamed (person);

  told = g_hash_table_lookup (cast->titles, person->uuid);
  if (!g_hash_table_contains (cast->families, person->family))
    g_hash_table_insert (cast->families, g_strdup (person->family), g_strdup (person->uuid));

  name = g_strcmp0 (g_hash_table_lookup (cast->families, person->family), person->uuid) == 0 ? person->family : person->name;
  if (told && g_strcmp0 (told, person->title) == 0)
    return g_strdup (name);

  name = told ? name : person->name;
  g_hash_table_insert (cast->titles, g_strdup (person->uuid), g_strdup (person->title));

  return name_in_full (person, name);
}

static char *
join (const char * const *items,
      guint               most)
{
  guint n_items = g_strv_length ((char **) items);
  GString *list = g_string_new (NULL);

  for (guint i = 0; items[i]; i++)
    {
      if (i + 1 == most && n_items > most)
        {
          /* Translators: at the end of a list that is not told to its end */
          g_string_append (list, C_("list", " and others"));
          break;
        }

      if (i > 0)
        /* Translators: between the items of a list: after all but the last two, and before the last one */
        g_string_append (list, items[i + 1] ? C_("list", ", ") : C_("list", " and "));
      g_string_append (list, items[i]);
    }

  return g_string_free (list, FALSE);
}

char *
liaison_list_join (const char * const *items)
{
  return join (items, G_MAXUINT);
}

char *
liaison_list_join_some (const char * const *items)
{
  return join (items, MOST_LISTED);
}

/* From which part on a place names its country: "Rome, Italy", "Seoul, Korea, Republic of". */
static guint
find_country (char **parts)
{
  guint n_parts = g_strv_length (parts);

  for (guint i = 1; i < n_parts; i++)
    {
      g_autofree char *rest = g_strjoinv (", ", parts + i);

      if (liaison_country_find (rest))
        return i;
    }

  return n_parts;
}

char *
liaison_list_places (const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, ", ", -1);
  guint country = find_country (parts);
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  g_autoptr (GString) one = g_string_new (parts[0]);
  g_autofree char *list = NULL;
  g_auto (GStrv) all = NULL;

  /* Nothing has no parts, not even an empty one. */
  for (guint i = 1; i < country; i++)
    {
      if (strlen (parts[i]) <= 3 && g_ascii_isupper (parts[i][0]))
        {
          g_string_append_printf (one, ", %s", parts[i]);
          continue;
        }
      g_strv_builder_add (places, one->str);
      g_string_assign (one, parts[i]);
    }
  g_strv_builder_add (places, one->str);
  all = g_strv_builder_end (places);
  list = liaison_list_join ((const char * const *) all);
  if (!*place || !parts[country])
    return g_steal_pointer (&list);

  g_string_assign (one, list);
  for (guint i = country; parts[i]; i++)
    g_string_append_printf (one, ", %s", parts[i]);

  return g_strdup (one->str);
}
