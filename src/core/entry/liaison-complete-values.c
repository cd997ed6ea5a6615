/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-complete-private.h"

#include "liaison-country.h"
#include "liaison-date-format.h"
#include "liaison-date.h"
#include "liaison-day.h"
#include "liaison-fold.h"
#include "liaison-query-edit.h"
#include "liaison-rows-private.h"
#include "liaison-suggest.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The countries that most contacts are of: a list that is short before anything is typed. */
static const char used_countries[] = "SELECT country FROM contact WHERE country <> '' GROUP BY country ORDER BY count (*) DESC, country LIMIT 12";

/* To read all places would take as long as there are engagements. */
static const char late_places[] =
  "SELECT place, count (*) FROM (SELECT place FROM engagement INDEXED BY engagement_day ORDER BY x_first_day DESC LIMIT 2000)"
  " WHERE place <> '' GROUP BY place ORDER BY count (*) DESC, place";

static const char all_tags[] = "SELECT DISTINCT t.tags FROM contact t WHERE t.tags <> ''";

static gboolean
begins_value (LiaisonCompleter *completer,
              const char       *token,
              const char       *label)
{
  g_autofree char *folded = liaison_fold (label);
  const char *typed = completer->place->typed;

  return g_ascii_strncasecmp (token, typed, strlen (typed)) == 0
    || (completer->typed.words[0] && liaison_suggest_text_matches (&completer->typed, folded));
}

static void
add_tokens (LiaisonCompleter *completer,
            LiaisonQueryKey   key,
            guint             limit)
{
  const LiaisonVocabulary *vocabulary = liaison_query_key_get_info (key)->vocabulary;
  guint n_found = 0;

  for (const LiaisonToken *token = vocabulary->tokens; token->token && n_found < limit; token++)
    {
      const char *label = liaison_vocabulary_get_label (vocabulary, token->value);

      if (!begins_value (completer, token->token, label))
        continue;

      liaison_completer_add (completer, LIAISON_COMPLETION_VALUE, key, token->token, label, NULL);
      n_found++;
    }
}

void
liaison_completer_add_text (LiaisonCompleter      *completer,
                            LiaisonCompletionType  type,
                            LiaisonQueryKey        key,
                            const char            *text,
                            const char            *label,
                            const char            *detail)
{
  g_autofree char *value = liaison_query_print_value (liaison_query_key_get_info (key)->name, text);

  liaison_completer_add (completer, type, key, value, label, detail);
}

/* An organisation is written by its short name, where it has one. */
static char *
dup_short_name (LiaisonDb   *db,
                const char  *uuid,
                GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT short_name FROM organisation WHERE uuid = ?1", error);
  g_autofree char *name = NULL;
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return NULL;

  liaison_sql_bind_uuid (sql, 1, uuid);
  name = liaison_sql_step (sql, &failure) ? liaison_sql_dup_text (sql, 0) : g_strdup ("");

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&name) : NULL;
}

static gboolean
add_organisations (LiaisonCompleter  *completer,
                   LiaisonQueryKey    key,
                   GPtrArray         *found,
                   GError           **error)
{
  for (guint i = 0; i < found->len; i++)
    {
      LiaisonSuggestion *suggestion = g_ptr_array_index (found, i);
      const char *name = liaison_suggestion_get_name (suggestion);
      g_autofree char *short_name = dup_short_name (completer->db, liaison_suggestion_get_uuid (suggestion), error);

      if (!short_name)
        return FALSE;

      liaison_completer_add_text (completer, LIAISON_COMPLETION_ORGANISATION, key, *short_name ? short_name : name, name,
                                  liaison_suggestion_get_detail (suggestion));
    }

  return TRUE;
}

static void
add_named (LiaisonCompleter      *completer,
           LiaisonCompletionType  type,
           LiaisonQueryKey        key,
           GPtrArray             *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      LiaisonSuggestion *suggestion = g_ptr_array_index (found, i);
      const char *name = liaison_suggestion_get_name (suggestion);

      liaison_completer_add_text (completer, type, key, name, name, liaison_suggestion_get_detail (suggestion));
    }
}

static gboolean
add_names (LiaisonCompleter  *completer,
           LiaisonQueryKey    key,
           guint              limit,
           GError           **error)
{
  const char *typed = completer->place->typed;
  LiaisonOrganisationKind kind = key == LIAISON_QUERY_GROUPING || key == LIAISON_QUERY_FORMAT ? LIAISON_ORGANISATION_GROUPING : 0;
  LiaisonSide side = key == LIAISON_QUERY_BY ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS;
  g_autoptr (GPtrArray) found = NULL;

  if (key == LIAISON_QUERY_WITH || key == LIAISON_QUERY_BY)
    found = liaison_suggest_contacts (completer->db, typed, side, 0, limit, error);
  else if (key == LIAISON_QUERY_TOPIC)
    found = liaison_suggest_topics (completer->db, typed, limit, error);
  else
    found = liaison_suggest_organisations (completer->db, typed, kind, limit, error);

  if (!found)
    return FALSE;

  if (key == LIAISON_QUERY_WITH || key == LIAISON_QUERY_BY)
    add_named (completer, LIAISON_COMPLETION_CONTACT, key, found);
  else if (key == LIAISON_QUERY_TOPIC)
    add_named (completer, LIAISON_COMPLETION_TOPIC, key, found);
  else
    return add_organisations (completer, key, found, error);

  return TRUE;
}

static void
add_country (LiaisonCompleter *completer,
             const char       *code)
{
  liaison_completer_add (completer, LIAISON_COMPLETION_COUNTRY, LIAISON_QUERY_COUNTRY, code, liaison_country_get_name (code), code);
}

static void
add_found_countries (LiaisonCompleter *completer,
                     guint             limit)
{
  g_autoptr (GPtrArray) found = liaison_suggest_countries (completer->place->typed, limit);

  for (guint i = 0; i < found->len; i++)
    add_country (completer, liaison_suggestion_get_country (g_ptr_array_index (found, i)));
}

/* No index tells them: all contacts are read, once. */
static GHashTable *
read_used_countries (LiaisonDb  *db,
                     GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT DISTINCT country FROM contact WHERE country <> ''", error);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return NULL;

  while (liaison_sql_step (sql, &failure))
    g_hash_table_add (used, liaison_sql_dup_text (sql, 0));

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&used) : NULL;
}

/* Behind the key: the one that is meant by its code or a whole name, those that contacts are of, and then the others. */
static gboolean
add_typed_countries (LiaisonCompleter  *completer,
                     guint              limit,
                     GError           **error)
{
  g_autoptr (GPtrArray) found = liaison_suggest_countries (completer->place->typed, G_MAXUINT);
  g_autoptr (GHashTable) used = read_used_countries (completer->db, error);
  const char *meant = liaison_country_find (completer->place->typed);
  guint n_used = 0;

  if (!used)
    return FALSE;

  for (guint i = 0; i < found->len && n_used < limit; i++)
    {
      const char *code = liaison_suggestion_get_country (g_ptr_array_index (found, i));

      if (g_strcmp0 (code, meant) != 0 && !g_hash_table_contains (used, code))
        continue;
      add_country (completer, code);
      n_used++;
    }
  /* What is there already is not added again. */
  add_found_countries (completer, limit);

  return TRUE;
}

static gboolean
add_countries (LiaisonCompleter  *completer,
               guint              limit,
               GError           **error)
{
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  if (completer->typed.words[0] && completer->place->key == LIAISON_QUERY_COUNTRY)
    return add_typed_countries (completer, limit, error);
  if (completer->typed.words[0])
    {
      add_found_countries (completer, limit);
      return TRUE;
    }

  sql = liaison_sql_new (completer->db, used_countries, error);
  if (!sql)
    return FALSE;
  while (liaison_sql_step (sql, &failure))
    add_country (completer, liaison_sql_get_text (sql, 0));

  return liaison_rows_end (&failure, error);
}

/* The texts of a statement, of which each may be several lines. */
static gboolean
add_known_texts (LiaisonCompleter  *completer,
                 LiaisonQueryKey    key,
                 const char        *statement,
                 guint              limit,
                 GError           **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (completer->db, statement, error);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      g_auto (GStrv) lines = g_strsplit (liaison_sql_get_text (sql, 0), "\n", -1);

      for (char **line = lines; *line && g_hash_table_size (known) < limit; line++)
        {
          g_autofree char *folded = liaison_fold_search_text (*line);

          if (*folded && liaison_suggest_text_matches (&completer->typed, folded) && g_hash_table_add (known, g_strdup (*line)))
            liaison_completer_add_text (completer, LIAISON_COMPLETION_VALUE, key, *line, *line, NULL);
        }
    }

  return liaison_rows_end (&failure, error);
}

/* Dates */

static char *
write_day (int day)
{
  return g_strdup_printf ("%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
}

static char *
describe_span (const char *token,
               int         today)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  int first;
  int last;

  if (!liaison_date_parse_query (token, today, &first, &last, NULL))
    return g_strdup ("");

  start = write_day (first);
  end = first != last ? write_day (last) : NULL;

  return liaison_date_format_short (start, end, "day");
}

static void
add_date (LiaisonCompleter *completer,
          LiaisonQueryKey   key,
          const char       *token)
{
  g_autofree char *detail = describe_span (token, liaison_day_today ());

  if (g_ascii_strncasecmp (token, completer->place->typed, strlen (completer->place->typed)) == 0)
    liaison_completer_add (completer, LIAISON_COMPLETION_VALUE, key, token, token, detail);
}

/* From today back: what is far away is typed. */
static void
add_dates (LiaisonCompleter *completer,
           LiaisonQueryKey   key)
{
  static const char * const relative[] = { "today", "yesterday", "tomorrow", "-7d", "-30d", "-90d", "-1y" };
  int today = liaison_day_today ();
  int last_month = liaison_day_add_months (today, -1);
  g_autofree char *month = g_strdup_printf ("%04d-%02d", today / 10000, today / 100 % 100);
  g_autofree char *month_before = g_strdup_printf ("%04d-%02d", last_month / 10000, last_month / 100 % 100);
  g_autofree char *quarter = g_strdup_printf ("%04d-Q%d", today / 10000, (today / 100 % 100 + 2) / 3);
  g_autofree char *year = g_strdup_printf ("%04d", today / 10000);
  g_autofree char *year_before = g_strdup_printf ("%04d", today / 10000 - 1);
  const char *spans[] = { month, month_before, quarter, year, year_before };

  for (gsize i = 0; i < G_N_ELEMENTS (relative); i++)
    add_date (completer, key, relative[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    add_date (completer, key, spans[i]);
}

/* "-30d" excludes a word of which nobody thinks: the minus sign belongs to the distance. */
static void
add_distance (LiaisonCompleter *completer)
{
  LiaisonCompletePlace place = *completer->place;
  LiaisonCompleter whole = *completer;
  g_autofree char *distance = g_strconcat ("-", place.typed, NULL);
  g_autofree char *detail = describe_span (distance, liaison_day_today ());

  place.start--;
  whole.place = &place;
  if (*detail)
    liaison_completer_add (&whole, LIAISON_COMPLETION_VALUE, LIAISON_QUERY_FROM, distance, distance, detail);
}

void
liaison_completer_add_day (LiaisonCompleter *completer)
{
  const char *typed = completer->place->typed;
  g_autofree char *detail = describe_span (typed, liaison_day_today ());

  if (*detail)
    liaison_completer_add (completer, LIAISON_COMPLETION_VALUE, LIAISON_QUERY_ON, typed, typed, detail);
  else if (completer->place->negative)
    add_distance (completer);
}

static gboolean
add_by_type (LiaisonCompleter  *completer,
             LiaisonQueryKey    key,
             guint              limit,
             GError           **error)
{
  switch (liaison_query_key_get_info (key)->type)
    {
    case LIAISON_VALUE_TOKEN:
      add_tokens (completer, key, limit);
      return TRUE;

    case LIAISON_VALUE_COUNTRY:
      return add_countries (completer, limit, error);

    case LIAISON_VALUE_NAME:
      return add_names (completer, key, limit, error);

    case LIAISON_VALUE_DATE:
      add_dates (completer, key);
      return TRUE;

    case LIAISON_VALUE_TEXT:
    default:
      return add_known_texts (completer, key, key == LIAISON_QUERY_TAG ? all_tags : late_places, limit, error);
    }
}

gboolean
liaison_completer_add_values (LiaisonCompleter  *completer,
                              LiaisonQueryKey    key,
                              guint              limit,
                              GError           **error)
{
  const char *typed = completer->place->typed;

  if (!add_by_type (completer, key, limit, error))
    return FALSE;

  if (completer->place->key == key && liaison_query_key_get_info (key)->has_none && g_ascii_strncasecmp ("none", typed, strlen (typed)) == 0)
    liaison_completer_add (completer, LIAISON_COMPLETION_VALUE, key, "none", C_("query", "none"), NULL);

  return TRUE;
}

static gboolean
read_side (LiaisonDb    *db,
           const char   *uuid,
           LiaisonSide  *side,
           GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT side FROM contact WHERE uuid = ?1", error);
  g_autoptr (GError) failure = NULL;

  *side = 0;
  if (!sql)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    *side = liaison_sql_get_integer (sql, 0);

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_completer_add_people (LiaisonCompleter  *completer,
                              guint              limit,
                              GError           **error)
{
  g_autoptr (GPtrArray) found = liaison_suggest_contacts (completer->db, completer->place->typed, 0, 0, limit, error);

  for (guint i = 0; found && i < found->len; i++)
    {
      LiaisonSuggestion *suggestion = g_ptr_array_index (found, i);
      const char *name = liaison_suggestion_get_name (suggestion);
      LiaisonSide side;

      if (!read_side (completer->db, liaison_suggestion_get_uuid (suggestion), &side, error))
        return FALSE;

      /* No key asks for a third side. */
      if (side == LIAISON_SIDE_OURS || side == LIAISON_SIDE_THEIRS)
        liaison_completer_add_text (completer, LIAISON_COMPLETION_CONTACT, side == LIAISON_SIDE_OURS ? LIAISON_QUERY_BY : LIAISON_QUERY_WITH, name,
                                    name, liaison_suggestion_get_detail (suggestion));
    }

  return found != NULL;
}
