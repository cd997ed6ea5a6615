/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-steps-private.h"

#include "liaison-country.h"
#include "liaison-fold.h"

#include <string.h>

/* The titles of a busy office fit; a store where no two are the same stays in this much memory. */
#define MOST_KEPT 4096

/* Between the pieces, and before the countries. */
#define BAR " | "
#define DOUBLE_BAR " || "

/*
 * Bytes that the index gathers in memory before it writes a segment, and how many segments it lets grow before it merges them: the defaults of
 * SQLite (https://www.sqlite.org/fts5.html#special_insert_commands), and those for many texts at once, which are merged once in the end.
 */
#define INDEX_SETTING(name, value) "INSERT INTO search (search, rank) VALUES ('" name "', " value ")"
#define MOST_SEGMENTS "1900"

struct _LiaisonDeriveText
{
  LiaisonDeriveMode *mode;
  LiaisonSql        *select;
  LiaisonSql        *replace;
  LiaisonSql        *remove;
  LiaisonSql        *note;
  GString           *body;
  GHashTable        *pieces;        /* of the engagement at hand, by address */
  GHashTable        *kept;          /* text → folded */
  GHashTable        *country_names; /* code → folded */
  GHashTable        *countries;     /* of the engagement at hand: codes, borrowed from country_names */
  GString           *countries_text;
  guint64            n_stored;
};

LiaisonDeriveText *
liaison_derive_text_new (LiaisonDeriveMode  *mode,
                         GError            **error)
{
  g_autoptr (LiaisonDeriveText) text = g_new0 (LiaisonDeriveText, 1);

  text->mode = mode;
  text->body = g_string_new (NULL);
  text->pieces = g_hash_table_new (NULL, NULL);
  text->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  text->country_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  text->countries = g_hash_table_new (g_str_hash, g_str_equal);
  text->countries_text = g_string_new (NULL);

  text->select = liaison_sql_new (mode->db, "SELECT body FROM search_text WHERE id = ?1", error);
  text->replace = text->select ? liaison_sql_new (mode->db, "REPLACE INTO search_text (id, body) VALUES (?1, ?2)", error) : NULL;
  text->remove = text->replace ? liaison_sql_new (mode->db, "DELETE FROM search_text WHERE id = ?1", error) : NULL;
  text->note = text->remove
    ? liaison_sql_new (mode->db, "INSERT OR IGNORE INTO temp.derive_text (id, body) VALUES (?1, ?2)", error) : NULL;

  return text->note != NULL ? g_steal_pointer (&text) : NULL;
}

void
liaison_derive_text_free (LiaisonDeriveText *text)
{
  g_clear_pointer (&text->select, liaison_sql_free);
  g_clear_pointer (&text->replace, liaison_sql_free);
  g_clear_pointer (&text->remove, liaison_sql_free);
  g_clear_pointer (&text->note, liaison_sql_free);
  g_string_free (text->body, TRUE);
  g_hash_table_unref (text->pieces);
  g_hash_table_unref (text->kept);
  g_hash_table_unref (text->countries);
  g_hash_table_unref (text->country_names);
  g_string_free (text->countries_text, TRUE);
  g_free (text);
}

void
liaison_derive_text_begin (LiaisonDeriveText *text)
{
  g_string_truncate (text->body, 0);
  g_hash_table_remove_all (text->pieces);
  g_hash_table_remove_all (text->countries);
  g_string_truncate (text->countries_text, 0);
  if (g_hash_table_size (text->kept) >= MOST_KEPT)
    g_hash_table_remove_all (text->kept);
}

static void
append_piece (LiaisonDeriveText *text,
              const char        *folded)
{
  if (text->body->len > 0)
    g_string_append (text->body, BAR);
  g_string_append (text->body, folded);
}

void
liaison_derive_text_add_folded (LiaisonDeriveText *text,
                                const char        *folded)
{
  /* The folded names of records begin with a space. */
  if (*folded == ' ')
    folded++;
  if (*folded != '\0' && g_hash_table_add (text->pieces, (gpointer) folded))
    append_piece (text, folded);
}

void
liaison_derive_text_add (LiaisonDeriveText *text,
                         const char        *piece)
{
  g_autofree char *folded = NULL;

  if (*piece == '\0')
    return;

  folded = liaison_fold_search_text (piece);
  if (*folded != '\0')
    append_piece (text, folded);
}

void
liaison_derive_text_add_common (LiaisonDeriveText *text,
                                const char        *piece)
{
  char *folded;

  if (*piece == '\0')
    return;

  folded = g_hash_table_lookup (text->kept, piece);
  if (folded == NULL)
    {
      folded = liaison_fold_search_text (piece);
      g_hash_table_insert (text->kept, g_strdup (piece), folded);
    }

  liaison_derive_text_add_folded (text, folded);
}

static char *
fold_country (const char *code)
{
  g_auto (GStrv) names = g_strsplit (liaison_country_get_english_names (code), "\n", -1);
  GString *folded = g_string_new (NULL);

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *words = liaison_fold_search_text (*name);

      if (folded->len > 0)
        g_string_append (folded, BAR);
      g_string_append (folded, words);
    }

  return g_string_free (folded, FALSE);
}

/* The names of countries come from the system and change with it: they stand apart from what the store itself says. */
void
liaison_derive_text_add_country (LiaisonDeriveText *text,
                                 const char        *code)
{
  gpointer own_code = NULL, names = NULL;

  if (*code == '\0' || g_hash_table_contains (text->countries, code))
    return;

  if (!g_hash_table_lookup_extended (text->country_names, code, &own_code, &names))
    {
      own_code = g_strdup (code);
      names = fold_country (code);
      g_hash_table_insert (text->country_names, own_code, names);
    }

  g_hash_table_add (text->countries, own_code);
  g_string_append (text->countries_text, text->countries_text->len == 0 ? DOUBLE_BAR : BAR);
  g_string_append (text->countries_text, names);
}

static gboolean
run_with (LiaisonSql  *sql,
          gint64       id,
          const char  *body,
          GError     **error)
{
  liaison_sql_bind_integer (sql, 1, id);
  if (body != NULL)
    liaison_sql_bind_static (sql, 2, body);
  else
    liaison_sql_bind_null (sql, 2);

  return liaison_sql_run (sql, error);
}

/* @old: (out) (transfer full) (nullable): what is stored, NULL where there is nothing */
static gboolean
read_stored (LiaisonDeriveText  *text,
             gint64              id,
             char              **old,
             GError            **error)
{
  g_autoptr (GError) failure = NULL;

  liaison_sql_bind_integer (text->select, 1, id);
  *old = liaison_sql_step (text->select, &failure) ? liaison_sql_dup_text (text->select, 0) : NULL;
  liaison_sql_reset (text->select);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gsize
get_length_before_countries (const char *body)
{
  const char *countries = strstr (body, DOUBLE_BAR);

  return countries != NULL ? (gsize) (countries - body) : strlen (body);
}

static void
compare (LiaisonDeriveText *text,
         gint64             engagement,
         const char        *stored)
{
  gsize length = get_length_before_countries (text->body->str);

  if (stored == NULL || get_length_before_countries (stored) != length || strncmp (stored, text->body->str, length) != 0)
    text->mode->found (LIAISON_KIND_ENGAGEMENT, engagement, "search_text", text->mode->found_data);
}

gboolean
liaison_derive_text_store (LiaisonDeriveText  *text,
                           gint64              engagement,
                           GError            **error)
{
  g_autofree char *old = NULL;

  g_string_append (text->body, text->countries_text->str);
  if (!read_stored (text, engagement, &old, error))
    return FALSE;

  if (text->mode->found != NULL)
    {
      compare (text, engagement, old);
      return TRUE;
    }

  if (g_strcmp0 (old, text->body->str) == 0)
    return TRUE;

  text->n_stored++;

  return run_with (text->note, engagement, old, error)
    && run_with (text->replace, engagement, text->body->str, error);
}

gboolean
liaison_derive_text_remove (LiaisonDeriveText  *text,
                            gint64              engagement,
                            GError            **error)
{
  g_autofree char *old = NULL;

  if (!read_stored (text, engagement, &old, error))
    return FALSE;
  if (old == NULL)
    return TRUE;

  text->n_stored++;
  liaison_sql_bind_integer (text->remove, 1, engagement);

  return run_with (text->note, engagement, old, error)
    && liaison_sql_run (text->remove, error);
}

/*
 * Every other statement makes FTS5 write out what it has gathered, in a segment of its own: the texts of many engagements are put into the
 * index by one.  It takes a text out again only if it is told the very words that were put in.
 */
gboolean
liaison_derive_text_flush (LiaisonDeriveText  *text,
                           GError            **error)
{
  LiaisonDb *db = text->mode->db;

  if (text->mode->found != NULL)
    return TRUE;

  return liaison_derive_sql (db,
                             "INSERT INTO search (search, rowid, body)"
                             " SELECT 'delete', id, body FROM temp.derive_text WHERE body IS NOT NULL ORDER BY id", error)
    && liaison_derive_sql (db,
                           "INSERT INTO search (rowid, body) SELECT s.id, s.body FROM temp.derive_text AS d"
                           " CROSS JOIN search_text AS s ON s.id = d.id ORDER BY d.id", error)
    && liaison_derive_sql (db, "DELETE FROM temp.derive_text", error);
}

guint64
liaison_derive_text_get_n_stored (LiaisonDeriveText *text)
{
  return text->n_stored;
}

gboolean
liaison_derive_search_begin_bulk (LiaisonDb  *db,
                                  GError    **error)
{
  return liaison_derive_sql (db, INDEX_SETTING ("hashsize", "16777216"), error)
    && liaison_derive_sql (db, INDEX_SETTING ("automerge", "0"), error)
    && liaison_derive_sql (db, INDEX_SETTING ("crisismerge", MOST_SEGMENTS), error);
}

/* Without merging the index here that work would be put upon one of the next edits. */
gboolean
liaison_derive_search_end_bulk (LiaisonDb  *db,
                                gboolean    merge,
                                GError    **error)
{
  if (merge && !liaison_derive_sql (db, "INSERT INTO search (search) VALUES ('optimize')", error))
    return FALSE;

  return liaison_derive_sql (db, INDEX_SETTING ("hashsize", "1048576"), error)
    && liaison_derive_sql (db, INDEX_SETTING ("automerge", "4"), error)
    && liaison_derive_sql (db, INDEX_SETTING ("crisismerge", "16"), error);
}
