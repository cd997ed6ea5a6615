/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-cache-private.h"

#include "liaison-tokens.h"

/* Entries of all kinds together: some megabytes. */
#define MOST_ENTRIES 10000

/* Organisations above each other: a chain that ends in itself, as another program might write it, ends here. */
#define MOST_LEVELS 20

struct _LiaisonDeriveCache
{
  LiaisonDb  *db;
  GHashTable *organisations;
  GHashTable *contacts;
  GHashTable *topics;
};

static void
free_organisation (gpointer data)
{
  LiaisonDeriveOrganisation *organisation = data;

  g_free (organisation->name);
  g_free (organisation->folded);
  g_free (organisation->country);
  g_free (organisation);
}

static void
clear_post (gpointer data)
{
  LiaisonDerivePost *post = data;

  g_free (post->title);
}

static void
free_contact (gpointer data)
{
  LiaisonDeriveContact *contact = data;

  g_free (contact->name);
  g_free (contact->folded);
  g_free (contact->country);
  g_array_unref (contact->posts);
  g_free (contact);
}

LiaisonDeriveCache *
liaison_derive_cache_new (LiaisonDb *db)
{
  LiaisonDeriveCache *cache = g_new0 (LiaisonDeriveCache, 1);

  cache->db = db;
  cache->organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_organisation);
  cache->contacts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_contact);
  cache->topics = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return cache;
}

void
liaison_derive_cache_free (LiaisonDeriveCache *cache)
{
  g_hash_table_unref (cache->organisations);
  g_hash_table_unref (cache->contacts);
  g_hash_table_unref (cache->topics);
  g_free (cache);
}

void
liaison_derive_cache_trim (LiaisonDeriveCache *cache)
{
  if (g_hash_table_size (cache->organisations) + g_hash_table_size (cache->contacts) + g_hash_table_size (cache->topics) < MOST_ENTRIES)
    return;

  g_hash_table_remove_all (cache->organisations);
  g_hash_table_remove_all (cache->contacts);
  g_hash_table_remove_all (cache->topics);
}

static gpointer
keep (GHashTable *table,
      gint64      id,
      gpointer    entry)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), entry);

  return entry;
}

/* Nothing is found where a damaged store refers to what it does not have: such a record has no names. */
static LiaisonSql *
find (LiaisonDb   *db,
      const char  *text,
      gint64       id,
      gboolean    *found,
      GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, id);
  *found = liaison_sql_step (sql, &failure);
  if (failure == NULL)
    return g_steal_pointer (&sql);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static char *
dup_found (LiaisonSql *sql,
           int         column,
           gboolean    found)
{
  return found ? liaison_sql_dup_text (sql, column) : g_strdup ("");
}

/* Organisations */

static gboolean
is_international (LiaisonOrganisationKind kind)
{
  return kind == LIAISON_ORGANISATION_INTERNATIONAL || kind == LIAISON_ORGANISATION_GROUPING;
}

/* Walks up from an organisation, itself included: for an office of an international organisation that organisation sits. */
static gboolean
look_above (LiaisonDb                  *db,
            gint64                      id,
            LiaisonDeriveOrganisation  *organisation,
            GError                    **error)
{
  gboolean is_office = FALSE;

  for (guint level = 0; id != 0 && level < MOST_LEVELS; level++)
    {
      gboolean found, international;
      g_autoptr (LiaisonSql) sql = find (db, "SELECT parent, kind, country FROM organisation WHERE id = ?1", id, &found, error);

      if (sql == NULL)
        return FALSE;
      if (!found)
        return TRUE;

      international = is_international (liaison_sql_get_integer (sql, 1));
      if (level == 0)
        is_office = international;
      if (is_office && international)
        organisation->seat = id;
      if (*organisation->country == '\0')
        {
          g_free (organisation->country);
          organisation->country = liaison_sql_dup_text (sql, 2);
        }
      id = liaison_sql_get_integer (sql, 0);
    }

  return TRUE;
}

const LiaisonDeriveOrganisation *
liaison_derive_cache_get_organisation (LiaisonDeriveCache  *cache,
                                       gint64               id,
                                       GError             **error)
{
  LiaisonDeriveOrganisation *organisation = g_hash_table_lookup (cache->organisations, &id);
  g_autoptr (LiaisonSql) sql = NULL;
  gboolean found;

  if (organisation != NULL)
    return organisation;

  sql = find (cache->db, "SELECT CASE WHEN short_name <> '' THEN short_name ELSE name END, x_folded FROM organisation WHERE id = ?1",
              id, &found, error);
  if (sql == NULL)
    return NULL;

  organisation = g_new0 (LiaisonDeriveOrganisation, 1);
  organisation->name = dup_found (sql, 0, found);
  organisation->folded = dup_found (sql, 1, found);
  organisation->country = g_strdup ("");
  if (look_above (cache->db, id, organisation, error))
    return keep (cache->organisations, id, organisation);

  free_organisation (organisation);

  return NULL;
}

/* Contacts */

static gboolean
read_posts (LiaisonDb  *db,
            gint64      contact,
            GArray     *posts,
            GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db,
                                                "SELECT id, organisation, title, level, portfolio, \"primary\", x_first_day, x_last_day"
                                                " FROM post WHERE contact = ?1 ORDER BY uuid", error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, contact);
  while (liaison_sql_step (sql, &failure))
    {
      LiaisonDerivePost post = {
        liaison_sql_get_integer (sql, 0), liaison_sql_get_integer (sql, 1), liaison_sql_dup_text (sql, 2),
        liaison_sql_get_integer (sql, 3), liaison_sql_get_integer (sql, 4), liaison_sql_get_integer (sql, 5) != 0,
        liaison_sql_get_integer (sql, 6), liaison_sql_get_integer (sql, 7),
      };

      g_array_append_val (posts, post);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

const LiaisonDeriveContact *
liaison_derive_cache_get_contact (LiaisonDeriveCache  *cache,
                                  gint64               id,
                                  GError             **error)
{
  LiaisonDeriveContact *contact = g_hash_table_lookup (cache->contacts, &id);
  g_autoptr (LiaisonSql) sql = NULL;
  gboolean found;

  if (contact != NULL)
    return contact;

  sql = find (cache->db, "SELECT CASE WHEN family <> '' THEN family ELSE name END, x_folded, country FROM contact WHERE id = ?1", id, &found,
              error);
  if (sql == NULL)
    return NULL;

  contact = g_new0 (LiaisonDeriveContact, 1);
  contact->name = dup_found (sql, 0, found);
  contact->folded = dup_found (sql, 1, found);
  contact->country = dup_found (sql, 2, found);
  contact->posts = g_array_new (FALSE, FALSE, sizeof (LiaisonDerivePost));
  g_array_set_clear_func (contact->posts, clear_post);
  if (read_posts (cache->db, id, contact->posts, error))
    return keep (cache->contacts, id, contact);

  free_contact (contact);

  return NULL;
}

/* A level that is not stated is below all others. */
static int
compare_levels (const LiaisonDerivePost *a,
                const LiaisonDerivePost *b)
{
  guint level_a = a->level == 0 ? G_MAXUINT : (guint) a->level;
  guint level_b = b->level == 0 ? G_MAXUINT : (guint) b->level;

  return (level_a > level_b) - (level_a < level_b);
}

/* Less than 0 where @a comes before @b: by importance and then by beginning, or the other way round. */
static int
compare_posts (const LiaisonDerivePost *a,
               const LiaisonDerivePost *b,
               gboolean                 latest_first)
{
  int importance = a->is_primary != b->is_primary ? b->is_primary - a->is_primary : compare_levels (a, b);
  int beginning = (a->first_day < b->first_day) - (a->first_day > b->first_day);

  if (latest_first)
    return beginning != 0 ? beginning : importance;

  return importance != 0 ? importance : beginning;
}

const LiaisonDerivePost *
liaison_derive_contact_get_post (const LiaisonDeriveContact *contact,
                                 gint64                      given,
                                 int                         day)
{
  const LiaisonDerivePost *best = NULL;

  for (guint i = 0; i < contact->posts->len; i++)
    {
      const LiaisonDerivePost *post = &g_array_index (contact->posts, LiaisonDerivePost, i);

      if (post->id == given)
        return post;
      if (day != 0 && (post->first_day > day || post->last_day < day))
        continue;
      if (best == NULL || compare_posts (post, best, day == 0) < 0)
        best = post;
    }

  return best;
}

/* Topics */

const char *
liaison_derive_cache_get_topic (LiaisonDeriveCache  *cache,
                                gint64               id,
                                GError             **error)
{
  const char *folded = g_hash_table_lookup (cache->topics, &id);
  g_autoptr (LiaisonSql) sql = NULL;
  gboolean found;

  if (folded != NULL)
    return folded;

  sql = find (cache->db, "SELECT x_folded FROM topic WHERE id = ?1", id, &found, error);

  return sql != NULL ? keep (cache->topics, id, dup_found (sql, 0, found)) : NULL;
}
