/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-names-private.h"

#include "liaison-fold.h"
#include "liaison-former-private.h"
#include "liaison-rows-private.h"
#include "liaison-uuid.h"

/* How well a record answers to a name, the better the smaller. */
typedef enum { CALLED_SO, HAS_WORDS, HAS_BEGINNINGS, N_FITS } Fit;

/* The names as they are written, one a line. */
static const char *
get_statement (LiaisonKind kind)
{
  switch ((int) kind)
    {
    case LIAISON_KIND_CONTACT:
      return "SELECT id, x_folded, name || char (10) || given || ' ' || family || char (10) || given || ' ' || additional || ' ' || family"
             " || char (10) || sort_name || char (10) || other_names FROM contact";

    case LIAISON_KIND_ORGANISATION:
      return "SELECT id, x_folded, name || char (10) || short_name || char (10) || other_names FROM organisation";

    default:
      return "SELECT id, x_folded, name FROM topic";
    }
}

static gboolean
has_prefix_word (const char *folded,
                 const char *word)
{
  return liaison_fold_has_prefix_words (folded, word);
}

/* Calls @has for each word, and for its name key where the word itself is not there. */
static gboolean
has_all (const char *folded,
         const char *words,
         gboolean  (*has) (const char *folded, const char *word))
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (char **word = each; *word; word++)
    {
      g_autofree char *key = NULL;

      if (has (folded, *word))
        continue;

      key = liaison_fold_name_key (*word);
      if (!*key || !has (folded, key))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_names_have_words (const char *folded,
                          const char *words)
{
  return has_all (folded, words, has_prefix_word);
}

static gboolean
is_called (const char *names,
           const char *folded)
{
  g_auto (GStrv) each = g_strsplit (names, "\n", -1);

  for (char **name = each; *name; name++)
    {
      g_autofree char *one = liaison_fold (*name);

      if (g_strcmp0 (one, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One word is a person's family name to whoever writes it, also where somebody is on record by that word alone. */
static Fit
judge (LiaisonKind  kind,
       const char  *folded_names,
       const char  *names,
       const char  *words)
{
  gboolean is_whole = kind != LIAISON_KIND_CONTACT || strchr (words, ' ');

  if (!liaison_names_have_words (folded_names, words))
    return N_FITS;

  if (is_whole && is_called (names, words))
    return CALLED_SO;

  return has_all (folded_names, words, liaison_fold_has_phrase) ? HAS_WORDS : HAS_BEGINNINGS;
}

static gboolean
find_uuid (LiaisonDb    *db,
           LiaisonKind   kind,
           const char   *uuid,
           GArray       *keys,
           GError      **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT id FROM %s WHERE uuid = ?1", liaison_kind_get_info (kind)->name);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;
  gint64 key = 0;

  if (!sql)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    key = liaison_sql_get_integer (sql, 0);
  if (!liaison_rows_end (&failure, error) || (key == 0 && !liaison_former_find_id (db, kind, uuid, &key, error)))
    return FALSE;

  if (key != 0)
    g_array_append_val (keys, key);

  return TRUE;
}

/* Adds what is part of @key, and what is part of that.  UNION, so that a circle ends. */
static gboolean
add_parts (LiaisonDb    *db,
           LiaisonKind   kind,
           gint64        key,
           GArray       *keys,
           GError      **error)
{
  const char *table = liaison_kind_get_info (kind)->name;
  g_autofree char *text = g_strdup_printf ("WITH RECURSIVE part (id) AS (SELECT ?1 UNION SELECT r.id FROM part CROSS JOIN %s r"
                                           " INDEXED BY %s_parent ON r.parent = part.id) SELECT id FROM part", table, table);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, key);
  while (liaison_sql_step (sql, &failure))
    {
      gint64 part = liaison_sql_get_integer (sql, 0);

      g_array_append_val (keys, part);
    }

  return liaison_rows_end (&failure, error);
}

static gboolean
find_name (LiaisonDb    *db,
           LiaisonKind   kind,
           const char   *words,
           GArray       *found,
           GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, get_statement (kind), error);
  g_autoptr (GError) failure = NULL;
  Fit best = HAS_BEGINNINGS;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      gint64 key = liaison_sql_get_integer (sql, 0);
      g_autofree char *folded = liaison_sql_dup_text (sql, 1);
      Fit fit = judge (kind, folded, liaison_sql_get_text (sql, 2), words);

      if (fit > best)
        continue;

      if (fit < best)
        g_array_set_size (found, 0);
      best = fit;
      g_array_append_val (found, key);
    }

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_names_find (LiaisonDb    *db,
                    LiaisonKind   kind,
                    const char   *text,
                    gboolean      parts,
                    GArray       *keys,
                    GError      **error)
{
  g_autofree char *words = liaison_fold (text);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint8 uuid[16];

  if (liaison_uuid_parse (text, uuid))
    return find_uuid (db, kind, text, keys, error);

  if (!find_name (db, kind, words, found, error))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      gint64 key = g_array_index (found, gint64, i);

      if (!parts)
        g_array_append_val (keys, key);
      else if (!add_parts (db, kind, key, keys, error))
        return FALSE;
    }

  return TRUE;
}
