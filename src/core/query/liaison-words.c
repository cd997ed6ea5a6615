/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-words-private.h"

#include "liaison-fold.h"
#include "liaison-names-private.h"
#include "liaison-rows-private.h"

/* So many places are looked at one after the other sooner than the texts are searched. */
#define MOST_PLACES 1000

/* A test of a folded text by folded words. */
typedef gboolean (*Test) (const char *folded, const char *words);

/* Reads every text. */
static gboolean
match_texts (LiaisonDb    *db,
             const char   *words,
             Test          test,
             LiaisonBits  *bits,
             GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT id, body FROM search_text", error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      if (test (liaison_sql_get_text (sql, 1), words))
        liaison_bits_set (bits, liaison_sql_get_integer (sql, 0));
    }

  return liaison_rows_end (&failure, error);
}

/* The words as FTS5 has them, joined by and; the index holds no positions, so a phrase cannot be asked of it. */
static char *
build_expression (const char *words,
                  gboolean    prefix)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  GString *expression = g_string_new (NULL);

  for (char **word = each; *word; word++)
    {
      g_autofree char *key = liaison_fold_name_key (*word);

      g_string_append (expression, expression->len ? " AND " : "");
      if (!prefix)
        g_string_append_printf (expression, "\"%s\"", *word);
      else if (*key && g_strcmp0 (key, *word) != 0)
        g_string_append_printf (expression, "(\"%s\" * OR \"%s\" *)", *word, key);
      else
        g_string_append_printf (expression, "\"%s\" *", *word);
    }

  return g_string_free (expression, FALSE);
}

/* Adds the engagements of contacts whose own names pass, while their texts may still hold old ones, or the keys of before. */
static gboolean
match_stale (LiaisonDb    *db,
             const char   *words,
             Test          test,
             LiaisonBits  *bits,
             GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT c.id, c.x_folded FROM stale_contact s CROSS JOIN contact c ON c.id = s.contact"
                                                    " UNION ALL SELECT c.id, c.x_folded FROM stale_text CROSS JOIN contact c", error);
  g_autoptr (GString) contacts = g_string_new ("[");
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      if (test (liaison_sql_get_text (sql, 1), words))
        g_string_append_printf (contacts, "%s%" G_GINT64_FORMAT, contacts->len > 1 ? "," : "", liaison_sql_get_integer (sql, 0));
    }
  if (!liaison_rows_end (&failure, error))
    return FALSE;
  if (contacts->len == 1)
    return TRUE;

  g_string_append_c (contacts, ']');

  return liaison_bits_collect (bits, db, "SELECT p.engagement FROM json_each (?1) j CROSS JOIN participation p INDEXED BY participation_contact"
                                         " ON p.contact = j.value", contacts->str, 0, 0, error);
}

static gboolean
match_words (LiaisonDb    *db,
             const char   *words,
             gboolean      prefix,
             Test          test,
             LiaisonBits  *bits,
             GError      **error)
{
  g_autofree char *expression = build_expression (words, prefix);
  g_autoptr (GError) failure = NULL;

  if (liaison_bits_collect (bits, db, "SELECT rowid FROM search WHERE search MATCH ?1", expression, 0, 0, &failure))
    return TRUE;

  /* A word with a letter that the index does not know as one is two words to it, and so a phrase, which it refuses. */
  if (!g_str_is_ascii (words) && g_error_matches (failure, LIAISON_ERROR, LIAISON_ERROR_FAILED))
    return match_texts (db, words, test, bits, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
liaison_words_collect (LiaisonDb    *db,
                       const char   *text,
                       LiaisonBits  *bits,
                       GError      **error)
{
  g_autofree char *words = liaison_fold (text);

  return match_words (db, words, TRUE, liaison_names_have_words, bits, error)
    && match_stale (db, words, liaison_names_have_words, bits, error);
}

/* Takes out of @bits what does not pass @test by the text of @column. */
static gboolean
check_column (LiaisonDb    *db,
              const char   *columns,
              const char   *all,
              const char   *each,
              gboolean      fold,
              const char   *words,
              Test          test,
              LiaisonBits  *bits,
              GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_bits_select (bits, db, columns, all, each, error);
  g_autoptr (LiaisonBits) passed = liaison_bits_new (bits->size);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint key = liaison_sql_get_integer (sql, 0);
      g_autofree char *folded = NULL;

      if (!liaison_bits_test (bits, key))
        continue;

      folded = fold ? liaison_fold_search_text (liaison_sql_get_text (sql, 1)) : liaison_sql_dup_text (sql, 1);
      if (test (folded, words))
        liaison_bits_set (passed, key);
    }
  liaison_bits_intersect (bits, passed);

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_words_collect_phrase (LiaisonDb    *db,
                              const char   *text,
                              LiaisonBits  *bits,
                              GError      **error)
{
  g_autofree char *words = liaison_fold (text);
  g_autoptr (LiaisonBits) found = liaison_bits_new (bits->size);

  if (!match_words (db, words, FALSE, liaison_fold_has_prefix_words, found, error)
      || !check_column (db, "t.id, t.body", "search_text t", "search_text t ON t.id = j.value", FALSE, words, liaison_fold_has_phrase, found, error))
    return FALSE;

  liaison_bits_unite (bits, found);

  return match_stale (db, words, liaison_fold_has_phrase, bits, error);
}

/* Goes from each place to the next one in the index.  @place: the last one, which is replaced; it becomes %NULL at the end. */
static gboolean
find_next_place (LiaisonDb   *db,
                 char       **place,
                 GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT min (place) FROM engagement INDEXED BY engagement_place WHERE place > ?1", error);
  g_autoptr (GError) failure = NULL;
  g_autofree char *last = g_steal_pointer (place);

  if (!sql)
    return FALSE;

  liaison_sql_bind_text (sql, 1, last);
  if (liaison_sql_step (sql, &failure) && !liaison_sql_is_null (sql, 0))
    *place = liaison_sql_dup_text (sql, 0);

  return liaison_rows_end (&failure, error);
}

static const char at_place[] = "SELECT id FROM engagement INDEXED BY engagement_place WHERE place = ?1";

/*
 * Looks at the places by themselves.  @are_all: (out): whether those were all; there may be too many, and a store of version 2 that can only be
 * read has no index of them.
 */
static gboolean
match_places (LiaisonDb    *db,
              const char   *words,
              LiaisonBits  *bits,
              gboolean     *are_all,
              GError      **error)
{
  g_autofree char *place = g_strdup ("");
  gint64 is_indexed;

  *are_all = FALSE;
  if (!liaison_sql_query_integer (db, "SELECT count (*) FROM sqlite_schema WHERE name = 'engagement_place'", 0, &is_indexed, error))
    return FALSE;

  for (guint i = 0; i < MOST_PLACES && is_indexed && !*are_all; i++)
    {
      g_autofree char *folded = NULL;

      if (!find_next_place (db, &place, error))
        return FALSE;

      folded = liaison_fold_search_text (place ? place : "");
      *are_all = place == NULL;
      if (place && liaison_names_have_words (folded, words) && !liaison_bits_read (bits, db, at_place, place, 0, 0, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_words_collect_place (LiaisonDb          *db,
                             const char         *text,
                             const LiaisonBits  *among,
                             LiaisonBits        *bits,
                             GError            **error)
{
  g_autofree char *words = liaison_fold (text);
  g_autoptr (LiaisonBits) found = liaison_bits_new (bits->size);
  gboolean are_all;

  if (!match_places (db, words, bits, &are_all, error))
    return FALSE;
  if (are_all)
    return TRUE;

  if (!match_words (db, words, TRUE, liaison_names_have_words, found, error))
    return FALSE;
  if (among)
    liaison_bits_intersect (found, among);
  if (!check_column (db, "e.id, e.place", "engagement e", "engagement e ON e.id = j.value", TRUE, words, liaison_names_have_words, found, error))
    return FALSE;

  liaison_bits_unite (bits, found);

  return TRUE;
}
