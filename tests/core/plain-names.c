/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-query-private.h"

#include "liaison-fold.h"

/* What the countries that random queries name are called besides their code: ISO 3166-1, and in the street. */
static const struct { const char *code; const char *names[6]; } countries[] = {
  { "UA", { "UKR", "Ukraine" } },
  { "PL", { "POL", "Poland", "Republic of Poland" } },
  { "DE", { "DEU", "Germany", "Federal Republic of Germany" } },
  { "NO", { "NOR", "Norway", "Kingdom of Norway" } },
  { "US", { "USA", "United States", "the United States", "United States of America", "America" } },
  { "CH", { "CHE", "Switzerland", "Swiss Confederation" } },
};

/* A contact, an organisation or a topic; or a contact with its tags for names. */
typedef struct
{
  gint64   id;
  char    *uuid;
  gint64   parent; /* 0 where it is part of nothing */
  char   **names;  /* as they are written */
  char    *text;   /* all of them, as they are searched */
} Named;

static void
free_named (gpointer data)
{
  Named *named = data;

  g_free (named->uuid);
  g_strfreev (named->names);
  g_free (named->text);
  g_free (named);
}

#define LINE "char (10)"

static const char *
get_statement (LiaisonQueryKey key)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_WITH:
    case LIAISON_QUERY_BY:
      return "SELECT id, uuid, 0, name || " LINE " || given || ' ' || family || " LINE " || given || ' ' || additional || ' ' || family || " LINE
             " || sort_name || " LINE " || other_names FROM contact";

    case LIAISON_QUERY_TAG:
      return "SELECT id, uuid, 0, tags FROM contact";

    case LIAISON_QUERY_TOPIC:
      return "SELECT id, uuid, parent, name FROM topic";

    default:
      return "SELECT id, uuid, parent, name || " LINE " || short_name || " LINE " || other_names FROM organisation";
    }
}

static GPtrArray *
read_all (PlainStore      *store,
          LiaisonQueryKey  key)
{
  g_autoptr (LiaisonSql) sql = plain_select_all (store->db, get_statement (key));
  GPtrArray *all = g_ptr_array_new_with_free_func (free_named);

  while (plain_next_row (sql))
    {
      Named *named = g_new0 (Named, 1);

      named->id = liaison_sql_get_integer (sql, 0);
      named->uuid = liaison_sql_dup_uuid (sql, 1);
      named->parent = liaison_sql_get_integer (sql, 2);
      named->names = g_strsplit (liaison_sql_get_text (sql, 3), "\n", -1);
      named->text = liaison_fold_search_text (liaison_sql_get_text (sql, 3));
      g_ptr_array_add (all, named);
    }

  return all;
}

/* How well a name fits, from the best on. */

static gboolean
is_called (const Named *named,
           const char  *words)
{
  for (char **name = named->names; *name; name++)
    {
      g_autofree char *folded = liaison_fold (*name);

      if (g_str_equal (folded, words))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_word (char       **words,
          const char  *word,
          gboolean     whole)
{
  for (; *words; words++)
    {
      if (whole ? g_str_equal (*words, word) : g_str_has_prefix (*words, word))
        return TRUE;
    }

  return FALSE;
}

gboolean
plain_has_words (const char *text,
                 const char *words,
                 gboolean    whole)
{
  g_auto (GStrv) has = g_strsplit (text, " ", -1);
  g_auto (GStrv) asked = g_strsplit (words, " ", -1);

  for (char **word = asked; *word; word++)
    {
      g_autofree char *key = liaison_fold_name_key (*word);

      if (!has_word (has, *word, whole) && !has_word (has, key, whole))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_whole_words (const Named *named,
                 const char  *words)
{
  return plain_has_words (named->text, words, TRUE);
}

static gboolean
has_beginnings (const Named *named,
                const char  *words)
{
  return plain_has_words (named->text, words, FALSE);
}

/* Whom a text means */

static void
add_key (GHashTable *keys,
         gint64      id)
{
  g_hash_table_add (keys, g_strdup_printf ("%" G_GINT64_FORMAT, id));
}

static guint
add_those (GPtrArray  *all,
           gboolean  (*fits) (const Named *named, const char *text),
           const char *text,
           GHashTable *keys)
{
  guint n_found = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Named *named = g_ptr_array_index (all, i);

      if (!fits (named, text))
        continue;
      add_key (keys, named->id);
      n_found++;
    }

  return n_found;
}

static gboolean
has_uuid (const Named *named,
          const char  *text)
{
  return g_ascii_strcasecmp (named->uuid, text) == 0;
}

/* Adds what is part of those in @keys, until there is nothing more. */
static void
add_parts (GPtrArray  *all,
           GHashTable *keys)
{
  guint n_before;

  do
    {
      n_before = g_hash_table_size (keys);
      for (guint i = 0; i < all->len; i++)
        {
          const Named *named = g_ptr_array_index (all, i);

          if (plain_has_number (keys, named->parent))
            add_key (keys, named->id);
        }
    }
  while (g_hash_table_size (keys) > n_before);
}

/* A name means those that are called so; else those with all its words; else those with words that begin so.  Of people a single word means all who
 * have it. */
static void
resolve_name (PlainStore      *store,
              LiaisonQueryKey  key,
              const char      *text,
              GHashTable      *keys)
{
  g_autoptr (GPtrArray) all = read_all (store, key);
  g_autoptr (GHashTable) meant = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *words = liaison_fold (text);
  gboolean is_part = (key == LIAISON_QUERY_WITH || key == LIAISON_QUERY_BY) && !strchr (words, ' ');
  GHashTableIter iter;
  gpointer id;

  if (g_uuid_string_is_valid (text) && key != LIAISON_QUERY_TAG)
    {
      add_those (all, has_uuid, text, keys);
      return;
    }

  /* A tag is meant as a whole. */
  if ((is_part || add_those (all, is_called, words, meant) == 0) && key != LIAISON_QUERY_TAG && add_those (all, has_whole_words, words, meant) == 0)
    add_those (all, has_beginnings, words, meant);
  if (key == LIAISON_QUERY_ORG || key == LIAISON_QUERY_OFFICE || key == LIAISON_QUERY_TOPIC)
    add_parts (all, meant);

  g_hash_table_iter_init (&iter, meant);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (keys, g_strdup (id));
}

/* Neither case nor what stands between words matters. */
static gboolean
is_same_country (const char *name,
                 const char *other)
{
  g_autofree char *folded = liaison_fold (name);
  g_autofree char *other_folded = liaison_fold (other);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_auto (GStrv) other_words = g_strsplit (other_folded, " ", -1);
  g_autofree char *joined = g_strjoinv (NULL, words);
  g_autofree char *other_joined = g_strjoinv (NULL, other_words);

  return g_str_equal (joined, other_joined);
}

/* What was written, for the parser has made a code of it: a code of two letters, else one of the names. */
static void
resolve_country (LiaisonQuery            *query,
                 const LiaisonQueryValue *value,
                 GHashTable              *keys)
{
  g_autofree char *written = g_strndup (liaison_query_get_text (query) + value->start, value->length);

  if (value->length == 2)
    g_hash_table_add (keys, g_ascii_strup (written, -1));

  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      gboolean is_meant = is_same_country (written, countries[i].code);

      for (gsize j = 0; j < G_N_ELEMENTS (countries[i].names) && countries[i].names[j]; j++)
        is_meant = is_meant || is_same_country (written, countries[i].names[j]);
      if (is_meant)
        g_hash_table_add (keys, g_strdup (countries[i].code));
    }
}

static void
resolve_value (PlainStore              *store,
               LiaisonQuery            *query,
               LiaisonQueryKey          key,
               const LiaisonQueryValue *value,
               GHashTable              *keys)
{
  LiaisonValueType type = liaison_query_key_get_info (key)->type;

  if (type == LIAISON_VALUE_TOKEN)
    add_key (keys, value->number);
  else if (type == LIAISON_VALUE_COUNTRY)
    resolve_country (query, value, keys);
  else
    resolve_name (store, key, value->text, keys);
}

GHashTable *
plain_resolve (PlainStore             *store,
               LiaisonQuery           *query,
               const LiaisonQueryTerm *term)
{
  g_autofree char *written = g_strndup (liaison_query_get_text (query) + term->start, term->length);
  GHashTable *keys = g_hash_table_lookup (store->resolved, written);

  if (!keys)
    {
      keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < term->values->len; i++)
        resolve_value (store, query, term->key, g_ptr_array_index (term->values, i), keys);
      g_hash_table_insert (store->resolved, g_steal_pointer (&written), keys);
    }

  return keys;
}
