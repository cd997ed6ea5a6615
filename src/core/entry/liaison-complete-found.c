/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-complete-private.h"

#include "liaison-country.h"
#include "liaison-fold.h"
#include "liaison-match-private.h"
#include "liaison-query-edit.h"
#include "liaison-rows-private.h"

/* Of what the other terms find, so many engagements, spread evenly, are looked at: what is frequent among all is so among them. */
#define MOST_LOOKED_AT 2000

/* Statements whose ?1 are engagements: a value, the text that it is found by, where that is kept, and what tells it from others, for a contact
 * its key; the most frequent first. */
#define OF_SIDE(side) \
  "SELECT c.name, c.x_folded, c.id FROM json_each (?1) AS e CROSS JOIN participation AS p ON p.engagement = e.value AND p.side = " side \
  " CROSS JOIN contact AS c ON c.id = p.contact GROUP BY c.id ORDER BY count (DISTINCT p.engagement) DESC, c.x_sort_key"

static const char ours[] = OF_SIDE ("1");
static const char theirs[] = OF_SIDE ("2");
static const char countries[] =
  "SELECT p.x_seat_country, '', p.x_seat_country FROM json_each (?1) AS e CROSS JOIN participation AS p ON p.engagement = e.value AND p.side = 2"
  " WHERE p.x_seat_country <> '' GROUP BY p.x_seat_country ORDER BY count (DISTINCT p.engagement) DESC, p.x_seat_country";
static const char topics[] =
  "SELECT t.name, t.x_folded, coalesce (a.name, '') FROM json_each (?1) AS e CROSS JOIN engagement_topics AS n ON n.owner = e.value"
  " CROSS JOIN topic AS t ON t.id = n.target LEFT JOIN topic AS a ON a.id = t.parent GROUP BY t.id ORDER BY count (*) DESC, t.x_folded";
static const char places[] =
  "SELECT g.place, '', '' FROM json_each (?1) AS e CROSS JOIN engagement AS g ON g.id = e.value"
  " WHERE g.place <> '' GROUP BY g.place ORDER BY count (*) DESC, g.place";

typedef struct
{
  LiaisonQueryKey        key;
  LiaisonCompletionType  type;
  const char            *statement;
} Source;

static const Source sources[] = {
  { LIAISON_QUERY_WITH, LIAISON_COMPLETION_CONTACT, theirs },
  { LIAISON_QUERY_BY, LIAISON_COMPLETION_CONTACT, ours },
  { LIAISON_QUERY_COUNTRY, LIAISON_COMPLETION_COUNTRY, countries },
  { LIAISON_QUERY_TOPIC, LIAISON_COMPLETION_TOPIC, topics },
  { LIAISON_QUERY_PLACE, LIAISON_COMPLETION_VALUE, places },
};

static const Source *
find_source (LiaisonQueryKey key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (sources[i].key == key)
        return &sources[i];
    }

  return NULL;
}

/* The query without the term that is being typed. */
static LiaisonQuery *
parse_others (const LiaisonCompleter *completer)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (completer->text);

  for (guint i = 0; i < liaison_query_get_n_terms (query); i++)
    {
      g_autofree char *others = NULL;
      gsize start;
      gsize value;
      gsize end;

      liaison_query_get_term_place (query, i, &start, &value, &end);
      if (start > completer->place->term || completer->place->term >= end)
        continue;

      others = liaison_query_replace_term (query, i, NULL);

      return liaison_query_parse (others);
    }

  return g_steal_pointer (&query);
}

static char *
sample_to_json (const LiaisonBits *engagements)
{
  g_autoptr (LiaisonBits) sample = liaison_bits_new (engagements->size);
  guint step = MAX (liaison_bits_count (engagements) / MOST_LOOKED_AT, 1);
  guint n_seen = 0;

  for (guint id = liaison_bits_next (engagements, 0); id < engagements->size; id = liaison_bits_next (engagements, id + 1))
    {
      if (n_seen++ % step == 0)
        liaison_bits_set (sample, id);
    }

  return liaison_bits_to_json (sample);
}

/* What tells a value from others; %NULL with an error. */
static char *
dup_detail (LiaisonCompleter       *completer,
            LiaisonCompletionType   type,
            LiaisonSql             *sql,
            GError                **error)
{
  g_autoptr (LiaisonSuggestion) contact = NULL;

  if (type != LIAISON_COMPLETION_CONTACT)
    return liaison_sql_dup_text (sql, 2);

  contact = liaison_suggest_describe_contact (completer->db, liaison_sql_get_integer (sql, 2), 0, error);

  return contact ? g_strdup (liaison_suggestion_get_detail (contact)) : NULL;
}

static gboolean
add_value (LiaisonCompleter  *completer,
           const Source      *source,
           LiaisonSql        *sql,
           GError           **error)
{
  const char *name = liaison_sql_get_text (sql, 0);
  const char *label = source->type == LIAISON_COMPLETION_COUNTRY ? liaison_country_get_name (name) : name;
  const char *text = liaison_sql_get_text (sql, 1);
  g_autofree char *folded = *text ? g_strdup (text) : liaison_fold_search_text (label);
  g_autofree char *detail = NULL;

  if (!liaison_suggest_text_matches (&completer->typed, folded))
    return TRUE;

  detail = dup_detail (completer, source->type, sql, error);
  if (!detail)
    return FALSE;

  liaison_completer_add_text (completer, source->type, source->key, name, label, detail);

  return TRUE;
}

gboolean
liaison_completer_add_found (LiaisonCompleter  *completer,
                             LiaisonQueryKey    key,
                             guint              limit,
                             GError           **error)
{
  const Source *source = find_source (key);
  g_autoptr (LiaisonQuery) others = NULL;
  g_autoptr (LiaisonMatch) match = NULL;
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *engagements = NULL;

  if (!source || completer->entity != LIAISON_ENTITY_ENGAGEMENTS)
    return TRUE;
  others = parse_others (completer);
  if (liaison_query_is_empty (others))
    return TRUE;

  match = liaison_match_new_for_list (completer->db, others, error);
  sql = match ? liaison_sql_new (completer->db, source->statement, error) : NULL;
  if (!sql)
    return FALSE;

  engagements = sample_to_json (match->engagements);
  liaison_sql_bind_text (sql, 1, engagements);
  while (completer->found->len < limit && liaison_sql_step (sql, &failure))
    {
      if (!add_value (completer, source, sql, error))
        return FALSE;
    }

  return liaison_rows_end (&failure, error);
}
