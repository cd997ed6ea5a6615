/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-entities-private.h"

#include "liaison-audience-private.h"
#include "liaison-country.h"
#include "liaison-counting-private.h"
#include "liaison-day.h"
#include "liaison-fold.h"
#include "liaison-names-private.h"
#include "liaison-resolve-private.h"
#include "liaison-rows-private.h"

/* ?1 is the list of what it may be, ?2 a number, or today. */
#define LISTED "IN (SELECT value FROM json_each (?1))"
#define IS_MEMBER "m.\"grouping\" " LISTED " AND ?2 BETWEEN m.x_first_day AND m.x_last_day"

/*
 * How the records of an entity are described: a statement for each term.  texts has the key, then folded texts, then a country, then
 * texts to be folded.  Of every participation, participations has the key, the engagement, side, x_counts, and the keys that it stands for.
 */
typedef struct
{
  const char *table;
  const char *texts;
  int         n_folded;
  int         n_texts;
  const char *participations;
  int         n_keys;
  const char *side;
  const char *tag;
  const char *country;
  const char *org;
  const char *grouping;
  const char *level;
} Entity;

/* Which of the keys of an organisation's participations is that of the post. */
#define BODY_OF_POST 2

#define PARTICIPATIONS "p.id, p.engagement, p.side, p.x_counts, "

static const Entity contacts = {
  .table = "contact",
  .texts = "SELECT c.id, c.x_folded, o.x_folded, c.country, t.title, c.tags, c.note"
           " FROM contact c LEFT JOIN post t ON t.contact = c.id LEFT JOIN organisation o ON o.id = t.organisation",
  .n_folded = 2,
  .n_texts = 3,
  .participations = PARTICIPATIONS "p.contact",
  .n_keys = 1,
  .side = "SELECT id FROM contact WHERE side " LISTED,
  .tag = "SELECT value FROM json_each (?1)",
  .country = "SELECT id FROM contact WHERE country " LISTED,
  .org = "SELECT contact FROM post WHERE organisation " LISTED,
  .grouping = "SELECT c.id FROM contact c WHERE c.country IN (SELECT m.country FROM membership m WHERE " IS_MEMBER " AND m.country <> '')"
              " UNION ALL SELECT t.contact FROM membership m CROSS JOIN post t ON t.organisation = m.organisation WHERE " IS_MEMBER,
  .level = "SELECT contact FROM post WHERE level " LISTED,
};

static const Entity organisations = {
  .table = "organisation",
  .texts = "SELECT o.id, o.x_folded, u.x_folded, o.country, o.note FROM organisation o LEFT JOIN organisation u ON u.id = o.parent",
  .n_folded = 2,
  .n_texts = 1,
  .participations = PARTICIPATIONS "p.x_seat_organisation, p.organisation, (SELECT organisation FROM post WHERE id = p.x_post)",
  .n_keys = 3,
  .side = "SELECT t.organisation FROM contact c CROSS JOIN post t ON t.contact = c.id WHERE c.side " LISTED,
  .tag = "SELECT organisation FROM post WHERE contact " LISTED,
  .country = "SELECT id FROM organisation WHERE country " LISTED,
  .org = "SELECT value FROM json_each (?1)",
  .grouping = "SELECT m.organisation FROM membership m WHERE " IS_MEMBER
              " UNION ALL SELECT o.id FROM organisation o WHERE o.country IN (SELECT m.country FROM membership m WHERE " IS_MEMBER
              "  AND m.country <> '')",
  .level = "SELECT organisation FROM post WHERE level " LISTED,
};

/* Words */

/* Folds a text once, however many records have it: titles are much the same everywhere. */
static const char *
fold_once (GHashTable *folds,
           const char *text)
{
  const char *known = g_hash_table_lookup (folds, text);
  char *folded;

  if (known)
    return known;

  folded = liaison_fold_search_text (text);
  g_hash_table_insert (folds, g_strdup (text), folded);

  return folded;
}

static gboolean
row_has_words (const Entity *entity,
               LiaisonSql   *sql,
               GHashTable   *folds,
               const char   *words,
               gboolean      phrase)
{
  int n_columns = entity->n_folded + 1 + entity->n_texts;

  for (int i = 1; i <= n_columns; i++)
    {
      const char *text = liaison_sql_get_text (sql, i);

      if (!*text)
        continue;
      if (i == entity->n_folded + 1)
        text = liaison_country_get_name (text);
      if (i > entity->n_folded)
        text = fold_once (folds, text);
      if (phrase ? liaison_fold_has_phrase (text, words) : liaison_names_have_words (text, words))
        return TRUE;
    }

  return FALSE;
}

static gboolean
collect_words (LiaisonDb     *db,
               const Entity  *entity,
               const char    *text,
               gboolean       phrase,
               LiaisonBits   *bits,
               GError       **error)
{
  g_autoptr (GHashTable) folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, entity->texts, error);
  g_autofree char *words = liaison_fold (text);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint key = liaison_sql_get_integer (sql, 0);

      if (!liaison_bits_test (bits, key) && row_has_words (entity, sql, folds, words, phrase))
        liaison_bits_set (bits, key);
    }

  return liaison_rows_end (&failure, error);
}

/* States */

/* The last day on which somebody of the other side spoke with each contact that is to be kept in touch with. */
static const char cadences[] =
  "SELECT c.id, c.cadence, (SELECT max (e.x_last_day) FROM participation p CROSS JOIN engagement e ON e.id = p.engagement"
  "  WHERE p.contact = c.id AND p.x_counts AND " LIAISON_SQL_SPOKEN " AND EXISTS (SELECT 1 FROM participation q"
  "   WHERE q.engagement = e.id AND q.side = 3 - p.side AND q.x_counts AND q.contact IS NOT NULL))"
  " FROM contact c WHERE c.cadence > 0 AND NOT c.archived";

static gboolean
collect_overdue (LiaisonDb    *db,
                 LiaisonBits  *bits,
                 GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, cadences, error);
  g_autoptr (GError) failure = NULL;
  int today = liaison_day_today ();

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      if (liaison_counting_is_overdue (liaison_sql_get_integer (sql, 2), liaison_sql_get_integer (sql, 1), today))
        liaison_bits_set (bits, liaison_sql_get_integer (sql, 0));
    }

  return liaison_rows_end (&failure, error);
}

static gboolean
collect_state (LiaisonDb     *db,
               const Entity  *entity,
               LiaisonIs      state,
               LiaisonBits   *bits,
               GError       **error)
{
  g_autofree char *text = NULL;

  if (state == LIAISON_IS_OVERDUE)
    return entity != &contacts || collect_overdue (db, bits, error);

  if (state == LIAISON_IS_ARCHIVED)
    text = g_strdup_printf ("SELECT id FROM %s WHERE archived", entity->table);
  else
    text = g_strdup_printf ("SELECT id FROM %s WHERE sensitivity = ?2", entity->table);

  return liaison_bits_collect (bits, db, text, NULL, state - LIAISON_IS_PUBLIC + LIAISON_SENSITIVITY_PUBLIC, 0, error);
}

G_STATIC_ASSERT (LIAISON_IS_CONFIDENTIAL - LIAISON_IS_PUBLIC == LIAISON_SENSITIVITY_CONFIDENTIAL - LIAISON_SENSITIVITY_PUBLIC);

/* Terms */

static const char *
get_statement (const Entity    *entity,
               LiaisonQueryKey  key)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_SIDE:
      return entity->side;
    case LIAISON_QUERY_TAG:
      return entity->tag;
    case LIAISON_QUERY_COUNTRY:
      return entity->country;
    case LIAISON_QUERY_ORG:
      return entity->org;
    case LIAISON_QUERY_GROUPING:
      return entity->grouping;
    case LIAISON_QUERY_LEVEL:
      return entity->level;
    default:
      return NULL;
    }
}

static gboolean
collect_value (LiaisonDb                *db,
               const Entity             *entity,
               LiaisonQueryKey           key,
               const LiaisonQueryValue  *value,
               LiaisonBits              *bits,
               GError                  **error)
{
  if (key == LIAISON_QUERY_IS)
    return collect_state (db, entity, value->number, bits, error);

  return collect_words (db, entity, value->text, key == LIAISON_QUERY_PHRASE, bits, error);
}

/* Without any of it: no country on record, no post anywhere, none with a level. */
static gboolean
collect_none (LiaisonDb        *db,
              const Entity     *entity,
              LiaisonQueryKey   key,
              LiaisonBits      *bits,
              GError          **error)
{
  g_autoptr (LiaisonBits) some = liaison_bits_new (bits->size);
  const char *owner = entity == &contacts ? "contact" : "organisation";
  g_autofree char *text = NULL;

  if (key == LIAISON_QUERY_COUNTRY)
    text = g_strdup_printf ("SELECT id FROM %s WHERE country <> ''", entity->table);
  else if (key == LIAISON_QUERY_LEVEL)
    text = g_strdup_printf ("SELECT %s FROM post WHERE level <> 0", owner);
  else
    text = g_strdup_printf ("SELECT %s FROM post WHERE organisation IS NOT NULL", owner);

  if (!liaison_bits_collect (some, db, text, NULL, 0, 0, error))
    return FALSE;

  liaison_bits_fill (bits);
  liaison_bits_subtract (bits, some);

  return TRUE;
}

static gboolean
collect_term (LiaisonDb               *db,
              const Entity            *entity,
              const LiaisonQueryTerm  *term,
              LiaisonBits             *bits,
              GError                 **error)
{
  const char *statement = get_statement (entity, term->key);
  g_autofree char *list = NULL;

  if (liaison_term_is_none (term))
    return collect_none (db, entity, term->key, bits, error);

  if (statement)
    {
      list = liaison_resolve_term (db, term, NULL, error);
      return list && liaison_bits_collect (bits, db, statement, list, liaison_day_today (), 0, error);
    }

  for (guint i = 0; i < term->values->len; i++)
    {
      if (!collect_value (db, entity, term->key, g_ptr_array_index (term->values, i), bits, error))
        return FALSE;
    }

  return TRUE;
}

/* By engagements */

static gboolean
describes_counterpart (const LiaisonQueryTerm *term)
{
  return term->key == LIAISON_QUERY_COUNTRY || term->key == LIAISON_QUERY_ORG || term->key == LIAISON_QUERY_GROUPING
    || term->key == LIAISON_QUERY_LEVEL;
}

static gboolean
asks_engagements (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if (!liaison_match_describes_entity (term) && !describes_counterpart (term))
        return TRUE;
    }

  return FALSE;
}

/* Of a third side nothing can be asked, so it is there only where nothing is asked of the others. */
static gboolean
is_witness (const LiaisonMatch *match,
            LiaisonSql         *sql)
{
  guint key = liaison_sql_get_integer (sql, 0);
  LiaisonSide side = liaison_sql_get_integer (sql, 2);

  if (!liaison_bits_test (match->engagements, liaison_sql_get_integer (sql, 1)))
    return FALSE;

  if (side == LIAISON_SIDE_THIRD)
    return !match->ours && !match->theirs && match->our_presence == LIAISON_PRESENCE_PART
      && liaison_participants_are_present (match->participants, key, FALSE, LIAISON_PRESENCE_PART);

  return liaison_match_is_witness (match, side, key, liaison_sql_get_integer (sql, 3));
}

static gboolean
restrict_to_participants (LiaisonDb      *db,
                          LiaisonQuery   *query,
                          LiaisonEntity   kind,
                          const Entity   *entity,
                          LiaisonBits    *bits,
                          GError        **error)
{
  g_autoptr (LiaisonMatch) match = liaison_match_new (db, query, kind, error);
  g_autoptr (LiaisonBits) found = liaison_bits_new (bits->size);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  if (!match)
    return FALSE;

  sql = liaison_bits_select (match->engagements, db, entity->participations, "participation p", "participation p ON p.engagement = j.value",
                             error);
  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      if (!is_witness (match, sql))
        continue;

      for (int i = 0; i < entity->n_keys; i++)
        {
          if (i != BODY_OF_POST || !liaison_participants_are_untitled (match->participants, liaison_sql_get_integer (sql, 0)))
            liaison_bits_set (found, liaison_sql_get_integer (sql, 4 + i));
        }
    }
  liaison_bits_intersect (bits, found);

  return liaison_rows_end (&failure, error);
}

/* Each record that is there, and none of the keys between them. */
static LiaisonBits *
new_everything (LiaisonDb     *db,
                const Entity  *entity,
                GError       **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT id FROM %s", entity->table);
  g_autoptr (LiaisonBits) bits = NULL;
  guint size;

  if (!liaison_bits_read_size (db, entity->table, &size, error))
    return NULL;

  bits = liaison_bits_new (size);

  return liaison_bits_collect (bits, db, text, NULL, 0, 0, error) ? g_steal_pointer (&bits) : NULL;
}

/* Who takes part openly may hold a post in a body of which the audience must not hear. */
static gboolean
hide_from_audience (LiaisonDb     *db,
                    const Entity  *entity,
                    LiaisonQuery  *query,
                    LiaisonBits   *bits,
                    GError       **error)
{
  LiaisonAudience audience = liaison_audience_get (query);
  g_autoptr (LiaisonBits) hidden = NULL;

  if (!audience)
    return TRUE;

  hidden = liaison_audience_find_records (db, audience, entity->table, error);
  if (!hidden)
    return FALSE;

  liaison_bits_subtract (bits, hidden);

  return TRUE;
}

LiaisonBits *
liaison_entities_match (LiaisonDb      *db,
                        LiaisonQuery   *query,
                        LiaisonEntity   kind,
                        GError        **error)
{
  const Entity *entity = kind == LIAISON_ENTITY_CONTACTS ? &contacts : &organisations;
  g_autoptr (LiaisonBits) bits = new_everything (db, entity, error);
  GPtrArray *terms = liaison_query_get_terms (query);
  gboolean by_engagements = asks_engagements (query);

  if (!bits || (by_engagements && !restrict_to_participants (db, query, kind, entity, bits, error))
      || !hide_from_audience (db, entity, query, bits, error))
    return NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      g_autoptr (LiaisonBits) found = liaison_bits_new (bits->size);

      if (by_engagements && !liaison_match_describes_entity (term))
        continue;
      if (!collect_term (db, entity, term, found, error))
        return NULL;

      if (term->negative)
        liaison_bits_subtract (bits, found);
      else
        liaison_bits_intersect (bits, found);
    }

  return g_steal_pointer (&bits);
}
