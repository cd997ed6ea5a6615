/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-entities.h"

#include "liaison-country.h"
#include "liaison-day.h"
#include "liaison-fold.h"
#include "plain-query-private.h"

typedef struct
{
  gint64 organisation; /* 0 where there is none */
  gint64 contact;
  int    level;
} Post;

/* A contact or an organisation. */
typedef struct
{
  gint64     id;
  char      *country;
  int        side;
  int        cadence;
  gboolean   archived;
  int        sensitivity;
  GPtrArray *texts; /* folded */
  GArray    *posts; /* its own, or those there */
} Entity;

typedef struct
{
  PlainStore    *store;
  LiaisonQuery  *query;
  LiaisonEntity  kind;
  GHashTable    *sides; /* of all contacts */
} Search;

static void
free_entity (gpointer data)
{
  Entity *entity = data;

  g_free (entity->country);
  g_ptr_array_unref (entity->texts);
  g_array_unref (entity->posts);
  g_free (entity);
}

/* Reading */

static void
add_text (Entity     *entity,
          const char *text)
{
  g_ptr_array_add (entity->texts, liaison_fold_search_text (text));
}

static GPtrArray *
read_entities (Search *search)
{
  g_autoptr (LiaisonSql) sql = plain_select_all (search->store->db, search->kind == LIAISON_ENTITY_CONTACTS
    ? "SELECT id, country, archived, sensitivity, side, cadence, x_folded, note, tags FROM contact"
    : "SELECT o.id, o.country, o.archived, o.sensitivity, 0, 0, o.x_folded, o.note, '', u.x_folded"
      " FROM organisation o LEFT JOIN organisation u ON u.id = o.parent");
  GPtrArray *entities = g_ptr_array_new_with_free_func (free_entity);

  while (plain_next_row (sql))
    {
      Entity *entity = g_new0 (Entity, 1);

      entity->id = liaison_sql_get_integer (sql, 0);
      entity->country = liaison_sql_dup_text (sql, 1);
      entity->archived = liaison_sql_get_integer (sql, 2) != 0;
      entity->sensitivity = liaison_sql_get_integer (sql, 3);
      entity->side = liaison_sql_get_integer (sql, 4);
      entity->cadence = liaison_sql_get_integer (sql, 5);
      entity->texts = g_ptr_array_new_with_free_func (g_free);
      entity->posts = g_array_new (FALSE, FALSE, sizeof (Post));
      g_ptr_array_add (entity->texts, liaison_sql_dup_text (sql, 6));
      add_text (entity, liaison_sql_get_text (sql, 7));
      add_text (entity, liaison_sql_get_text (sql, 8));
      if (search->kind == LIAISON_ENTITY_ORGANISATIONS)
        g_ptr_array_add (entity->texts, liaison_sql_dup_text (sql, 9));
      add_text (entity, *entity->country ? liaison_country_get_name (entity->country) : "");
      g_ptr_array_add (entities, entity);
    }

  return entities;
}

static void
read_posts (Search    *search,
            GPtrArray *entities)
{
  g_autoptr (LiaisonSql) sql = plain_select_all (search->store->db, "SELECT p.organisation, p.contact, p.level, p.title, o.x_folded"
                                                              " FROM post p LEFT JOIN organisation o ON o.id = p.organisation");

  while (plain_next_row (sql))
    {
      Post post = { liaison_sql_get_integer (sql, 0), liaison_sql_get_integer (sql, 1), liaison_sql_get_integer (sql, 2) };

      for (guint i = 0; i < entities->len; i++)
        {
          Entity *entity = g_ptr_array_index (entities, i);

          if (entity->id != (search->kind == LIAISON_ENTITY_CONTACTS ? post.contact : post.organisation))
            continue;

          g_array_append_val (entity->posts, post);
          if (search->kind == LIAISON_ENTITY_CONTACTS)
            {
              add_text (entity, liaison_sql_get_text (sql, 3));
              g_ptr_array_add (entity->texts, liaison_sql_dup_text (sql, 4));
            }
        }
    }
}

static GHashTable *
read_sides (LiaisonDb *db)
{
  g_autoptr (LiaisonSql) sql = plain_select_all (db, "SELECT id, side FROM contact");
  GHashTable *sides = g_hash_table_new (NULL, NULL);

  while (plain_next_row (sql))
    g_hash_table_insert (sides, GINT_TO_POINTER ((int) liaison_sql_get_integer (sql, 0)), GINT_TO_POINTER ((int) liaison_sql_get_integer (sql, 1)));

  return sides;
}

/* What is asked of the record itself */

static gboolean
is_member_today (Search       *search,
                 const Entity *entity,
                 GHashTable   *groupings)
{
  for (guint i = 0; i < search->store->memberships->len; i++)
    {
      const PlainMembership *membership = g_ptr_array_index (search->store->memberships, i);
      gboolean is_it = *membership->country ? g_str_equal (membership->country, entity->country)
                                            : search->kind == LIAISON_ENTITY_ORGANISATIONS && membership->organisation == entity->id;

      for (guint j = 0; search->kind == LIAISON_ENTITY_CONTACTS && j < entity->posts->len; j++)
        is_it = is_it || (!*membership->country && g_array_index (entity->posts, Post, j).organisation == membership->organisation);

      if (is_it && plain_has_number (groupings, membership->grouping) && membership->first <= search->store->today
          && search->store->today <= membership->last)
        return TRUE;
    }

  return FALSE;
}

static gboolean
passes_post (Search          *search,
             const Post      *post,
             LiaisonQueryKey  key,
             GHashTable      *set)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_SIDE:
      return plain_has_number (set, GPOINTER_TO_INT (g_hash_table_lookup (search->sides, GINT_TO_POINTER ((int) post->contact))));
    case LIAISON_QUERY_TAG:
      return plain_has_number (set, post->contact);
    case LIAISON_QUERY_ORG:
      return plain_has_number (set, post->organisation);
    case LIAISON_QUERY_LEVEL:
      return plain_has_number (set, post->level);
    default:
      return FALSE;
    }
}

static gboolean
passes_set (Search                 *search,
            const Entity           *entity,
            const LiaisonQueryTerm *term)
{
  GHashTable *set = plain_resolve (search->store, search->query, term);
  gboolean is_contact = search->kind == LIAISON_ENTITY_CONTACTS;

  if (term->key == LIAISON_QUERY_COUNTRY)
    return g_hash_table_contains (set, entity->country);
  if (term->key == LIAISON_QUERY_GROUPING)
    return is_member_today (search, entity, set);
  if (term->key == LIAISON_QUERY_SIDE && is_contact)
    return plain_has_number (set, entity->side);
  if ((term->key == LIAISON_QUERY_TAG && is_contact) || (term->key == LIAISON_QUERY_ORG && !is_contact))
    return plain_has_number (set, entity->id);

  for (guint i = 0; i < entity->posts->len; i++)
    {
      if (passes_post (search, &g_array_index (entity->posts, Post, i), term->key, set))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_none (const Entity    *entity,
          LiaisonQueryKey  key)
{
  if (key == LIAISON_QUERY_COUNTRY)
    return *entity->country == '\0';

  for (guint i = 0; i < entity->posts->len; i++)
    {
      const Post *post = &g_array_index (entity->posts, Post, i);

      if (key == LIAISON_QUERY_LEVEL ? post->level != 0 : post->organisation != 0)
        return FALSE;
    }

  return TRUE;
}

/* The last day on which somebody named of the other side and the contact spoke with one another. */
static int
find_last_day (PlainStore   *store,
               const Entity *entity)
{
  int last = 0;

  for (guint i = 0; i < store->engagements->len; i++)
    {
      const PlainEngagement *engagement = g_ptr_array_index (store->engagements, i);

      for (guint j = 0; plain_is_spoken (engagement) && j < engagement->parts->len; j++)
        {
          const PlainPart *part = g_ptr_array_index (engagement->parts, j);

          for (guint k = 0; part->contact == entity->id && plain_counts (part) && k < engagement->parts->len; k++)
            {
              const PlainPart *other = g_ptr_array_index (engagement->parts, k);

              if (other->contact != 0 && plain_counts (other) && (int) other->side + (int) part->side == LIAISON_SIDE_OURS + LIAISON_SIDE_THEIRS
                  && other->side != part->side)
                last = MAX (last, engagement->last);
            }
        }
    }

  return last;
}

static gboolean
is_overdue (PlainStore   *store,
            const Entity *entity)
{
  int last = entity->cadence > 0 && !entity->archived ? find_last_day (store, entity) : 0;

  return entity->cadence > 0 && !entity->archived && (last == 0 || liaison_day_add (last, entity->cadence) < store->today);
}

static gboolean
is_state (Search       *search,
          const Entity *entity,
          int           state)
{
  switch (state)
    {
    case LIAISON_IS_OVERDUE:
      return search->kind == LIAISON_ENTITY_CONTACTS && is_overdue (search->store, entity);
    case LIAISON_IS_ARCHIVED:
      return entity->archived;
    case LIAISON_IS_PUBLIC:
      return entity->sensitivity == LIAISON_SENSITIVITY_PUBLIC;
    case LIAISON_IS_INTERNAL:
      return entity->sensitivity == LIAISON_SENSITIVITY_INTERNAL;
    default:
      return entity->sensitivity == LIAISON_SENSITIVITY_CONFIDENTIAL;
    }
}

static gboolean
passes_value (Search                  *search,
              const Entity            *entity,
              LiaisonQueryKey          key,
              const LiaisonQueryValue *value)
{
  if (key == LIAISON_QUERY_IS)
    return is_state (search, entity, value->number);

  for (guint i = 0; i < entity->texts->len; i++)
    {
      if (plain_has_text (g_ptr_array_index (entity->texts, i), value->text, key == LIAISON_QUERY_PHRASE))
        return TRUE;
    }

  return FALSE;
}

static gboolean
passes (Search                 *search,
        const Entity           *entity,
        const LiaisonQueryTerm *term)
{
  if (plain_is_none (term))
    return has_none (entity, term->key);
  if (term->key != LIAISON_QUERY_WORD && term->key != LIAISON_QUERY_PHRASE && term->key != LIAISON_QUERY_IS)
    return passes_set (search, entity, term);

  for (guint i = 0; i < term->values->len; i++)
    {
      if (passes_value (search, entity, term->key, g_ptr_array_index (term->values, i)))
        return TRUE;
    }

  return FALSE;
}

/* What is asked of its engagements */

/* Words, sides, tags and states of a record always mean the record that is listed. */
static gboolean
is_about_itself (const LiaisonQueryTerm *term)
{
  if (term->key == LIAISON_QUERY_IS)
    {
      for (guint i = 0; i < term->values->len; i++)
        {
          int state = ((const LiaisonQueryValue *) g_ptr_array_index (term->values, i))->number;

          if (state != LIAISON_IS_OVERDUE && state != LIAISON_IS_ARCHIVED && state != LIAISON_IS_PUBLIC && state != LIAISON_IS_INTERNAL
              && state != LIAISON_IS_CONFIDENTIAL)
            return FALSE;
        }
      return TRUE;
    }

  return term->key == LIAISON_QUERY_WORD || term->key == LIAISON_QUERY_PHRASE || term->key == LIAISON_QUERY_SIDE || term->key == LIAISON_QUERY_TAG;
}

/* Country, body, grouping and level mean it as well, as long as nothing is asked of engagements. */
static gboolean
is_about_engagements (const LiaisonQueryTerm *term)
{
  return !is_about_itself (term) && term->key != LIAISON_QUERY_COUNTRY && term->key != LIAISON_QUERY_ORG && term->key != LIAISON_QUERY_GROUPING
    && term->key != LIAISON_QUERY_LEVEL;
}

static LiaisonQuery *
leave_out_itself (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if (is_about_itself (term))
        continue;
      g_string_append_c (text, ' ');
      g_string_append_len (text, liaison_query_get_text (query) + term->start, term->length);
    }

  return liaison_query_parse (text->str);
}

static gboolean
asks_participants (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if ((plain_get_side (term->key) != 0 && !term->negative) || plain_asks_same_rank (term))
        return TRUE;
    }

  return plain_get_presence (query) != PLAIN_PART;
}

static void
add_participation (Search          *search,
                   const PlainPart *part,
                   GHashTable      *found)
{
  gint64 keys[4] = { part->contact };

  if (search->kind == LIAISON_ENTITY_ORGANISATIONS)
    plain_get_organisations (part, keys);
  for (int i = 0; keys[i] != 0; i++)
    g_hash_table_add (found, GINT_TO_POINTER ((int) keys[i]));
}

/* Those whose own participation meets what is asked; of a third side nothing can be asked. */
static GHashTable *
find_participants (Search *search)
{
  g_autoptr (LiaisonQuery) query = leave_out_itself (search->query);
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < search->store->engagements->len; i++)
    {
      const PlainEngagement *engagement = g_ptr_array_index (search->store->engagements, i);

      for (LiaisonSide side = LIAISON_SIDE_OURS; side <= LIAISON_SIDE_THIRD; side++)
        {
          g_autoptr (GPtrArray) witnesses = side == LIAISON_SIDE_THIRD && asks_participants (query)
            ? g_ptr_array_new () : plain_witnesses (search->store, query, engagement, side);

          for (guint j = 0; j < witnesses->len; j++)
            add_participation (search, g_ptr_array_index (witnesses, j), found);
        }
    }

  return found;
}

static gboolean
asks_engagements (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);

  for (guint i = 0; i < terms->len; i++)
    {
      if (is_about_engagements (g_ptr_array_index (terms, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches (Search       *search,
         const Entity *entity,
         gboolean      by_engagements)
{
  GPtrArray *terms = liaison_query_get_terms (search->query);

  if (entity->sensitivity > plain_get_most_sensitive (search->query))
    return FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if ((!by_engagements || is_about_itself (term)) && passes (search, entity, term) == term->negative)
        return FALSE;
    }

  return TRUE;
}

GHashTable *
plain_find_entities (PlainStore    *store,
                     LiaisonQuery  *query,
                     LiaisonEntity  kind)
{
  g_autoptr (GHashTable) sides = read_sides (store->db);
  Search search = { store, query, kind, sides };
  g_autoptr (GPtrArray) entities = read_entities (&search);
  gboolean by_engagements = asks_engagements (query);
  g_autoptr (GHashTable) participants = find_participants (&search);
  GHashTable *found = g_hash_table_new (NULL, NULL);

  read_posts (&search, entities);
  for (guint i = 0; i < entities->len; i++)
    {
      const Entity *entity = g_ptr_array_index (entities, i);
      gpointer key = GINT_TO_POINTER ((int) entity->id);

      if ((!by_engagements || g_hash_table_contains (participants, key)) && matches (&search, entity, by_engagements))
        g_hash_table_add (found, key);
    }

  return found;
}
