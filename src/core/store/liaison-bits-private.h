/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-sql-private.h"

G_BEGIN_DECLS

/*
 * A set of keys of one table, a bit each: 125 kB for a million records.  Each condition of a query becomes one, read off one covering range
 * of an index, and they are joined here instead of by SQL: joins of the same conditions took thirty times as long.
 */
typedef struct
{
  guint64 *words;
  guint    size; /* the keys are below */
} LiaisonBits;

/* The type of a pointer to a set that a statement is given (liaison_sql_bind_pointer()). */
#define LIAISON_BITS_POINTER "LiaisonBits"

LiaisonBits *liaison_bits_new   (guint size);
LiaisonBits *liaison_bits_copy  (const LiaisonBits *bits);
void         liaison_bits_free  (LiaisonBits *bits);
guint        liaison_bits_count (const LiaisonBits *bits);
/* Every key below the size, whether or not a record has it. */
void         liaison_bits_fill  (LiaisonBits *bits);

/* The @keys (element-type gint32) from one place up to another. */
void         liaison_bits_set_all (LiaisonBits *bits, const GArray *keys, guint from, guint to);

/* @bits and @other are of one size. */
void         liaison_bits_intersect (LiaisonBits *bits, const LiaisonBits *other);
void         liaison_bits_unite     (LiaisonBits *bits, const LiaisonBits *other);
void         liaison_bits_subtract  (LiaisonBits *bits, const LiaisonBits *other);

static inline gboolean
liaison_bits_test (const LiaisonBits *bits,
                   guint              key)
{
  return key < bits->size && bits->words[key / 64] >> (key % 64) & 1;
}

static inline void
liaison_bits_set (LiaisonBits *bits,
                  guint        key)
{
  if (key < bits->size)
    bits->words[key / 64] |= G_GUINT64_CONSTANT (1) << (key % 64);
}

static inline void
liaison_bits_clear (LiaisonBits *bits,
                    guint        key)
{
  if (key < bits->size)
    bits->words[key / 64] &= ~(G_GUINT64_CONSTANT (1) << (key % 64));
}

/**
 * liaison_bits_next:
 * @key: a key
 *
 * Returns: the smallest key in the set that is not below @key, or the size of the set where there is none
 */
guint        liaison_bits_next (const LiaisonBits *bits, guint key);

/**
 * liaison_bits_read_size:
 * @table: a record table
 * @size: (out): one more than the greatest key in it
 *
 * Returns: %FALSE with an error; keys beyond 31 bits are the mark of a damaged store
 */
gboolean     liaison_bits_read_size (LiaisonDb *db, const char *table, guint *size, GError **error);

/**
 * liaison_bits_collect:
 * @text: a statement whose first column is a key
 * @list: (nullable): what is bound to ?1, mostly a JSON array for json_each()
 * @a: what is bound to ?2, and @b to ?3; ignored where the statement has none
 *
 * Adds what the statement finds, or has found before in the same state of the store.
 */
gboolean     liaison_bits_collect (LiaisonBits *bits, LiaisonDb *db, const char *text, const char *list, gint64 a, gint64 b, GError **error);

/* Likewise, but keeps nothing of it. */
gboolean     liaison_bits_read    (LiaisonBits *bits, LiaisonDb *db, const char *text, const char *list, gint64 a, gint64 b, GError **error);

/**
 * liaison_bits_select:
 * @bits: (nullable): the keys whose rows are wanted
 * @columns: the columns of the statement
 * @all: what follows FROM to read every row
 * @each: what follows FROM to read the rows of the key j.value
 *
 * Prepares a statement that reads the rows of @bits: by their keys where they are few, else it reads all of them, and the caller looks at the
 * bits.  In that case too, ?1 is taken.
 *
 * Returns: (transfer full): the statement, ready to be stepped
 */
LiaisonSql  *liaison_bits_select (const LiaisonBits *bits, LiaisonDb *db, const char *columns, const char *all, const char *each, GError **error);

/**
 * liaison_bits_are_few:
 *
 * Returns: whether it is quicker to look up each key than to walk over the whole table
 */
gboolean     liaison_bits_are_few (const LiaisonBits *bits);

/**
 * liaison_bits_to_json:
 *
 * Returns: (transfer full): an array of JSON, for json_each()
 */
char        *liaison_bits_to_json (const LiaisonBits *bits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBits, liaison_bits_free)

G_END_DECLS
