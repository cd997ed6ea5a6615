/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-keys-private.h"

#include <string.h>

/* Up to here every key is compared with all before it, which is faster than sorting them. */
#define MOST_KEYS_COMPARED 24

typedef struct
{
  const char *text;
  gsize       length;
  gsize       place;
} Key;

struct _LiaisonJsonKeys
{
  Key          *keys;
  guint         n_keys;
  guint         size;
  GStringChunk *copies;
  gboolean      has_copies;
};

LiaisonJsonKeys *
liaison_json_keys_new (void)
{
  LiaisonJsonKeys *keys = g_new0 (LiaisonJsonKeys, 1);

  keys->size = 64;
  keys->keys = g_new (Key, keys->size);
  keys->copies = g_string_chunk_new (512);

  return keys;
}

void
liaison_json_keys_free (LiaisonJsonKeys *keys)
{
  g_free (keys->keys);
  g_string_chunk_free (keys->copies);
  g_free (keys);
}

void
liaison_json_keys_clear (LiaisonJsonKeys *keys)
{
  keys->n_keys = 0;
  if (keys->has_copies)
    g_string_chunk_clear (keys->copies);
  keys->has_copies = FALSE;
}

guint
liaison_json_keys_get_length (LiaisonJsonKeys *keys)
{
  return keys->n_keys;
}

void
liaison_json_keys_add (LiaisonJsonKeys *keys,
                       const char      *text,
                       gsize            length,
                       gboolean         copy,
                       gsize            place)
{
  Key key = { text, length, place };

  if (copy)
    {
      key.text = g_string_chunk_insert_len (keys->copies, text, length);
      keys->has_copies = TRUE;
    }

  if (keys->n_keys == keys->size)
    {
      keys->size *= 2;
      keys->keys = g_renew (Key, keys->keys, keys->size);
    }
  keys->keys[keys->n_keys++] = key;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Key *key_a = a;
  const Key *key_b = b;

  if (key_a->length != key_b->length)
    return key_a->length < key_b->length ? -1 : 1;

  return memcmp (key_a->text, key_b->text, key_a->length);
}

static const Key *
find_duplicate_sorted (Key   *keys,
                       guint  n_keys)
{
  g_qsort_with_data (keys, n_keys, sizeof (Key), compare_keys, NULL);
  for (guint i = 1; i < n_keys; i++)
    {
      if (compare_keys (&keys[i - 1], &keys[i], NULL) == 0)
        return keys[i - 1].place > keys[i].place ? &keys[i - 1] : &keys[i];
    }

  return NULL;
}

static const Key *
find_duplicate (Key   *keys,
                guint  n_keys)
{
  if (n_keys > MOST_KEYS_COMPARED)
    return find_duplicate_sorted (keys, n_keys);

  for (guint i = 1; i < n_keys; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (keys[i].length == keys[j].length && memcmp (keys[i].text, keys[j].text, keys[i].length) == 0)
            return &keys[i];
        }
    }

  return NULL;
}

gboolean
liaison_json_keys_close (LiaisonJsonKeys *keys,
                         guint            first,
                         char           **duplicate,
                         gsize           *place)
{
  const Key *key = find_duplicate (keys->keys + first, keys->n_keys - first);

  if (key)
    {
      *duplicate = g_strndup (key->text, key->length);
      *place = key->place;
      return FALSE;
    }
  keys->n_keys = first;

  return TRUE;
}
