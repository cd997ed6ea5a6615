/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-private.h"

#include "liaison-country.h"
#include "liaison-fold.h"
#include "liaison-names-private.h"
#include "liaison-rows-private.h"
#include "liaison-suggest-private.h"

#include <string.h>

/* A beginning of a name needs so many letters: with fewer, half of all words would be somebody. */
#define SHORTEST_BEGINNING 3

/* A code of a country, and the short names that are written like one, have at most so many letters. */
#define LONGEST_CODE 3

/* So many of the latest engagements that have a word are looked at for a place of that name. */
#define LATEST_ENGAGEMENTS 300

/* Read as they are stored: see liaison-suggest-contacts.c. */
static const char contacts[] =
  "SELECT c.uuid, c.name, c.family, c.country, c.side, c.archived, c.x_folded,"
  " coalesce ((SELECT max (p.x_day) FROM participation AS p WHERE p.contact = c.id), 0)"
  " FROM contact AS c NOT INDEXED WHERE " LIAISON_SQL_SUGGESTED ("c.x_folded") " ORDER BY c.x_sort_key, c.id";

static const char organisations[] =
  "SELECT o.uuid, o.name, o.short_name, o.other_names, o.country, o.kind FROM organisation AS o"
  " WHERE " LIAISON_SQL_SUGGESTED ("o.x_folded") " ORDER BY o.archived, o.x_sort_key, o.id";

static const char topics[] =
  "SELECT t.uuid, t.name, t.x_folded FROM topic AS t WHERE " LIAISON_SQL_SUGGESTED ("t.x_folded") " ORDER BY t.x_folded, t.id";

static const char places[] =
  "SELECT e.place, e.country FROM search CROSS JOIN engagement AS e ON e.id = search.rowid WHERE search MATCH ?1 AND e.place <> ''"
  " ORDER BY search.rowid DESC LIMIT " G_STRINGIFY (LATEST_ENGAGEMENTS);

void
liaison_quick_name_clear (LiaisonQuickName *name)
{
  g_clear_pointer (&name->uuid, g_free);
  g_clear_pointer (&name->name, g_free);
  g_clear_pointer (&name->country, g_free);
  name->n_words = 0;
  name->others = 0;
}

static const char *
get_folded (GArray *words,
            guint   place)
{
  return g_array_index (words, LiaisonQuickWord, place).folded;
}

/* Whether each of the words, or its name key, is a whole word of @folded. */
static gboolean
has_whole_words (const char *folded,
                 const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (char **word = each; *word != NULL; word++)
    {
      g_autofree char *key = liaison_fold_name_key (*word);

      if (!liaison_fold_has_phrase (folded, *word) && (*key == '\0' || !liaison_fold_has_phrase (folded, key)))
        return FALSE;
    }

  return *words != '\0';
}

static gboolean
has_beginnings (const char *folded,
                const char *words)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (char **word = each; *word != NULL; word++)
    {
      if (g_utf8_strlen (*word, -1) < SHORTEST_BEGINNING && !has_whole_words (folded, *word))
        return FALSE;
    }

  return *words != '\0' && liaison_names_have_words (folded, words);
}

/* How many of the words from @first on, one after the other, a name has. */
static guint
count_words (const char *folded,
             GArray     *words,
             guint       first,
             guint       most,
             gboolean    whole)
{
  guint n_words = 0;

  while (n_words < most
         && (whole ? has_whole_words (folded, get_folded (words, first + n_words)) : has_beginnings (folded, get_folded (words, first + n_words))))
    n_words++;

  return n_words;
}

/* A statement over names with the first of some words, by LIAISON_SQL_SUGGESTED(). */
static LiaisonSql *
select_named (LiaisonDb   *db,
              const char  *statement,
              GArray      *words,
              guint        first,
              GError     **error)
{
  LiaisonSql *sql = liaison_sql_new (db, statement, error);
  g_auto (LiaisonSuggestText) text = { NULL };

  if (sql == NULL)
    return NULL;

  liaison_suggest_text_init (&text, g_array_index (words, LiaisonQuickWord, first).folded);
  liaison_suggest_text_bind (&text, sql);

  return sql;
}

/* How well a contact answers, the larger the better; compared from the first to the last. */
typedef struct
{
  guint  n_words;
  int    is_current;
  int    by_family;
  gint64 last_day;
} Fit;

static int
compare_fits (const Fit *a,
              const Fit *b)
{
  if (a->n_words != b->n_words)
    return a->n_words < b->n_words ? -1 : 1;
  if (a->is_current != b->is_current)
    return a->is_current - b->is_current;
  if (a->by_family != b->by_family)
    return a->by_family - b->by_family;

  return a->last_day < b->last_day ? -1 : a->last_day > b->last_day;
}

static Fit
get_fit (LiaisonSql *sql,
         GArray     *words,
         guint       first,
         guint       most,
         gboolean    whole)
{
  Fit fit = { 0 };
  g_autofree char *family = NULL;

  fit.n_words = count_words (liaison_sql_get_text (sql, 6), words, first, most, whole);
  if (fit.n_words == 0)
    return fit;

  family = liaison_fold_search_text (liaison_sql_get_text (sql, 2));
  fit.is_current = !liaison_sql_get_integer (sql, 5);
  /* The name that stands last is the family's more often than not. */
  fit.by_family = *family != '\0' && count_words (family, words, first + fit.n_words - 1, 1, whole) > 0;
  fit.last_day = liaison_sql_get_integer (sql, 7);

  return fit;
}

gboolean
liaison_quick_names_find_contact (LiaisonDb         *db,
                                  GArray            *words,
                                  guint              first,
                                  guint              most,
                                  gboolean           whole,
                                  LiaisonQuickName  *name,
                                  GError           **error)
{
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;
  Fit best = { 0 };

  liaison_quick_name_clear (name);
  if (*get_folded (words, first) == '\0')
    return TRUE;

  sql = select_named (db, contacts, words, first, error);
  if (sql == NULL)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      Fit fit = get_fit (sql, words, first, most, whole);
      gboolean alike = fit.n_words == best.n_words && fit.is_current == best.is_current && fit.by_family == best.by_family;
      guint others = alike ? name->others + 1 : 0;

      if (fit.n_words == 0)
        continue;
      if (alike && compare_fits (&fit, &best) <= 0)
        name->others++;
      if (compare_fits (&fit, &best) <= 0)
        continue;

      best = fit;
      liaison_quick_name_clear (name);
      name->n_words = fit.n_words;
      name->others = others;
      name->uuid = liaison_sql_dup_uuid (sql, 0);
      name->name = liaison_sql_dup_text (sql, 1);
      name->country = liaison_sql_dup_text (sql, 3);
      name->side = liaison_sql_get_integer (sql, 4);
    }

  return liaison_rows_end (&failure, error);
}

/* Whether one of several names, a line each, folds to @folded. */
static gboolean
is_called (const char *names,
           const char *folded)
{
  g_auto (GStrv) each = g_strsplit (names, "\n", -1);

  for (char **name = each; *name != NULL; name++)
    {
      g_autofree char *folded_name = liaison_fold (*name);

      if (*folded_name != '\0' && g_str_equal (folded_name, folded))
        return TRUE;
    }

  return FALSE;
}

/* The longest run of words from @first on that is one of the names; 0 where none is. */
static guint
count_called (const char *names,
              GArray     *words,
              guint       first,
              guint       most)
{
  for (guint n = most; n > 0; n--)
    {
      g_autofree char *folded = liaison_quick_words_fold (words, first, n);

      if (is_called (names, folded))
        return n;
    }

  return 0;
}

gboolean
liaison_quick_names_find_organisation (LiaisonDb         *db,
                                       GArray            *words,
                                       guint              first,
                                       guint              most,
                                       LiaisonQuickName  *name,
                                       GError           **error)
{
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  liaison_quick_name_clear (name);
  if (*get_folded (words, first) == '\0')
    return TRUE;

  sql = select_named (db, organisations, words, first, error);
  if (sql == NULL)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      g_autofree char *names = g_strjoin ("\n", liaison_sql_get_text (sql, 1), liaison_sql_get_text (sql, 2), liaison_sql_get_text (sql, 3), NULL);
      guint n_words = count_called (names, words, first, most);

      if (n_words > 0 && n_words == name->n_words)
        name->others++;
      if (n_words <= name->n_words)
        continue;

      liaison_quick_name_clear (name);
      name->n_words = n_words;
      name->uuid = liaison_sql_dup_uuid (sql, 0);
      name->name = liaison_sql_dup_text (sql, 1);
      name->country = liaison_sql_dup_text (sql, 4);
      name->organisation = liaison_sql_get_integer (sql, 5);
    }

  return liaison_rows_end (&failure, error);
}

/* How well a topic answers, the larger the better; 0 where it does not.  Its whole name: by the number of words. */
static guint
get_topic_fit (LiaisonSql *sql,
               GArray     *words,
               guint       first,
               guint       most,
               gboolean    exact)
{
  const char *folded = liaison_sql_get_text (sql, 2);

  if (exact)
    return count_called (liaison_sql_get_text (sql, 1), words, first, most);
  if (count_words (folded, words, first, most, TRUE) == most)
    return 2;

  return count_words (folded, words, first, most, FALSE) == most ? 1 : 0;
}

gboolean
liaison_quick_names_find_topic (LiaisonDb         *db,
                                GArray            *words,
                                guint              first,
                                guint              most,
                                gboolean           exact,
                                LiaisonQuickName  *name,
                                GError           **error)
{
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;
  guint best = 0;

  liaison_quick_name_clear (name);
  if (*get_folded (words, first) == '\0')
    return TRUE;

  sql = select_named (db, topics, words, first, error);
  if (sql == NULL)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint fit = get_topic_fit (sql, words, first, most, exact);

      if (fit > 0 && fit == best)
        name->others++;
      if (fit <= best)
        continue;

      best = fit;
      liaison_quick_name_clear (name);
      name->n_words = exact ? fit : most;
      name->uuid = liaison_sql_dup_uuid (sql, 0);
      name->name = liaison_sql_dup_text (sql, 1);
    }

  return liaison_rows_end (&failure, error);
}

/* The longest run of words that is the place, or its beginning: "Washington" of "Washington, DC". */
static guint
count_place_words (const char *place,
                   GArray     *words,
                   guint       first,
                   guint       most)
{
  g_autofree char *folded = liaison_fold (place);

  for (guint n = most; n > 0; n--)
    {
      g_autofree char *typed = liaison_quick_words_fold (words, first, n);
      gsize length = strlen (typed);

      if (g_str_has_prefix (folded, typed) && (folded[length] == '\0' || folded[length] == ' '))
        return n;
    }

  return 0;
}

gboolean
liaison_quick_names_find_place (LiaisonDb         *db,
                                GArray            *words,
                                guint              first,
                                guint              most,
                                LiaisonQuickName  *name,
                                GError           **error)
{
  g_autofree char *expression = NULL;
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;
  gsize length = strcspn (get_folded (words, first), " ");

  liaison_quick_name_clear (name);
  /* What the index may take apart it refuses, since it holds no positions. */
  if (length == 0 || !g_str_is_ascii (get_folded (words, first)))
    return TRUE;

  sql = liaison_sql_new (db, places, error);
  if (sql == NULL)
    return FALSE;

  expression = g_strdup_printf ("\"%.*s\"", (int) length, get_folded (words, first));
  liaison_sql_bind_text (sql, 1, expression);
  while (liaison_sql_step (sql, &failure))
    {
      guint n_words = count_place_words (liaison_sql_get_text (sql, 0), words, first, most);

      if (n_words <= name->n_words)
        continue;

      liaison_quick_name_clear (name);
      name->n_words = n_words;
      name->name = liaison_sql_dup_text (sql, 0);
      name->country = liaison_sql_dup_text (sql, 1);
    }

  return liaison_rows_end (&failure, error);
}

/* Codes that are words, too ("it", "at", "no"), must be in capitals; a short name that is no code need not be: "uk". */
static gboolean
is_meant_as_code (const char *typed,
                  const char *code)
{
  g_autofree char *capitals = g_ascii_strup (typed, -1);
  g_autofree char *folded = liaison_fold (typed);

  if (g_utf8_strlen (typed, -1) > LONGEST_CODE)
    return TRUE;

  return g_str_equal (typed, capitals) || is_called (liaison_country_get_english_names (code), folded);
}

void
liaison_quick_names_find_country (GArray           *words,
                                  guint             first,
                                  guint             most,
                                  LiaisonQuickName *name)
{
  liaison_quick_name_clear (name);
  for (guint n = most; n > 0; n--)
    {
      g_autofree char *typed = liaison_quick_words_dup (words, first, n);
      const char *code = liaison_country_find (typed);

      if (code == NULL || !is_meant_as_code (typed, code))
        continue;

      name->n_words = n;
      name->country = g_strdup (code);
      name->name = g_strdup (liaison_country_get_name (code));
      return;
    }
}
