/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bits-private.h"

#include "liaison-bits-cache-private.h"
#include "liaison-rows-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gsize
count_words (guint size)
{
  return ((gsize) size + 63) / 64;
}

LiaisonBits *
liaison_bits_new (guint size)
{
  LiaisonBits *bits = g_new (LiaisonBits, 1);

  bits->size = size;
  bits->words = g_new0 (guint64, count_words (size));

  return bits;
}

LiaisonBits *
liaison_bits_copy (const LiaisonBits *bits)
{
  LiaisonBits *copy = liaison_bits_new (bits->size);

  memcpy (copy->words, bits->words, count_words (bits->size) * sizeof (guint64));

  return copy;
}

void
liaison_bits_free (LiaisonBits *bits)
{
  g_free (bits->words);
  g_free (bits);
}

void
liaison_bits_fill (LiaisonBits *bits)
{
  memset (bits->words, 0xff, count_words (bits->size) * sizeof (guint64));

  /* Beyond the size there is nothing: words are counted as a whole. */
  if (bits->size % 64 != 0)
    bits->words[bits->size / 64] = (G_GUINT64_CONSTANT (1) << (bits->size % 64)) - 1;
}

void
liaison_bits_set_all (LiaisonBits  *bits,
                      const GArray *keys,
                      guint         from,
                      guint         to)
{
  for (guint i = from; i < to; i++)
    liaison_bits_set (bits, g_array_index (keys, gint32, i));
}

guint
liaison_bits_count (const LiaisonBits *bits)
{
  guint count = 0;

  for (gsize i = 0; i < count_words (bits->size); i++)
    count += __builtin_popcountll (bits->words[i]);

  return count;
}

void
liaison_bits_intersect (LiaisonBits       *bits,
                        const LiaisonBits *other)
{
  g_assert (bits->size == other->size);

  for (gsize i = 0; i < count_words (bits->size); i++)
    bits->words[i] &= other->words[i];
}

void
liaison_bits_unite (LiaisonBits       *bits,
                    const LiaisonBits *other)
{
  g_assert (bits->size == other->size);

  for (gsize i = 0; i < count_words (bits->size); i++)
    bits->words[i] |= other->words[i];
}

void
liaison_bits_subtract (LiaisonBits       *bits,
                       const LiaisonBits *other)
{
  g_assert (bits->size == other->size);

  for (gsize i = 0; i < count_words (bits->size); i++)
    bits->words[i] &= ~other->words[i];
}

guint
liaison_bits_next (const LiaisonBits *bits,
                   guint              key)
{
  guint64 word;

  if (key >= bits->size)
    return bits->size;

  word = bits->words[key / 64] >> (key % 64);
  if (word)
    return key + __builtin_ctzll (word);

  for (gsize i = key / 64 + 1; i < count_words (bits->size); i++)
    {
      if (bits->words[i])
        return i * 64 + __builtin_ctzll (bits->words[i]);
    }

  return bits->size;
}

gboolean
liaison_bits_read_size (LiaisonDb   *db,
                        const char  *table,
                        guint       *size,
                        GError     **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT max (id) FROM %s", table);
  gint64 greatest;

  if (!liaison_sql_query_integer (db, text, 0, &greatest, error))
    return FALSE;

  if (greatest >= G_MAXINT32)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED, _("The store is damaged: a key in it is too great."));
      return FALSE;
    }

  *size = MAX (greatest, 0) + 1;

  return TRUE;
}

/* To step from key to key would take half as long again. */
gboolean
liaison_bits_read (LiaisonBits  *bits,
                   LiaisonDb    *db,
                   const char   *text,
                   const char   *list,
                   gint64        a,
                   gint64        b,
                   GError      **error)
{
  g_autofree char *whole = g_strdup_printf ("WITH found (k) AS (%s) SELECT liaison_collect (k, ?4) FROM found", text);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, whole, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  if (list)
    liaison_sql_bind_static (sql, 1, list);
  liaison_sql_bind_integer (sql, 2, a);
  liaison_sql_bind_integer (sql, 3, b);
  liaison_sql_bind_pointer (sql, 4, bits, LIAISON_BITS_POINTER);
  while (liaison_sql_step (sql, &failure))
    ;

  return liaison_rows_end (&failure, error);
}

static char *
make_key (const char *text,
          const char *list,
          gint64      a,
          gint64      b)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", text, a, b, list ? list : "");
}

gboolean
liaison_bits_collect (LiaisonBits  *bits,
                      LiaisonDb    *db,
                      const char   *text,
                      const char   *list,
                      gint64        a,
                      gint64        b,
                      GError      **error)
{
  g_autofree char *key = make_key (text, list, a, b);
  g_autoptr (LiaisonBits) found = NULL;
  const LiaisonBits *known;

  if (!liaison_bits_cache_find (db, key, &known, error))
    return FALSE;

  if (known)
    {
      liaison_bits_unite (bits, known);
      return TRUE;
    }

  found = liaison_bits_new (bits->size);
  if (!liaison_bits_read (found, db, text, list, a, b, error))
    return FALSE;

  liaison_bits_unite (bits, found);
  liaison_bits_cache_keep (db, key, g_steal_pointer (&found));

  return TRUE;
}

gboolean
liaison_bits_are_few (const LiaisonBits *bits)
{
  return liaison_bits_count (bits) <= bits->size / 16;
}

LiaisonSql *
liaison_bits_select (const LiaisonBits  *bits,
                     LiaisonDb          *db,
                     const char         *columns,
                     const char         *all,
                     const char         *each,
                     GError            **error)
{
  gboolean few = bits && liaison_bits_are_few (bits);
  g_autofree char *text = few ? g_strdup_printf ("SELECT %s FROM json_each (?1) j CROSS JOIN %s", columns, each)
                              : g_strdup_printf ("SELECT %s FROM %s", columns, all);
  LiaisonSql *sql = liaison_sql_new (db, text, error);

  if (sql && few)
    {
      g_autofree char *list = liaison_bits_to_json (bits);

      liaison_sql_bind_text (sql, 1, list);
    }

  return sql;
}

char *
liaison_bits_to_json (const LiaisonBits *bits)
{
  GString *text = g_string_new ("[");

  for (guint key = liaison_bits_next (bits, 0); key < bits->size; key = liaison_bits_next (bits, key + 1))
    g_string_append_printf (text, "%s%u", text->len > 1 ? "," : "", key);
  g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}
