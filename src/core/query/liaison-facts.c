/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-facts-private.h"

#include "liaison-db-private.h"
#include "liaison-db-version-private.h"

/* What they are called among the data of a connection. */
#define FACTS "liaison-facts"

typedef struct
{
  LiaisonDbVersion  version;
  LiaisonFacts     *facts;
} Kept;

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  liaison_facts_free (kept->facts);
  g_free (kept);
}

void
liaison_facts_free (LiaisonFacts *facts)
{
  g_free (facts->days);
  g_free (facts->forms);
  g_free (facts->groups);
  g_free (facts->initiateds);
  g_free (facts->formats);
  g_free (facts->first_parts);
  g_free (facts->n_parts);
  g_free (facts->contacts);
  g_free (facts->narrow_profiles);
  g_free (facts->wide_profiles);
  g_clear_pointer (&facts->profiles, g_array_unref);
  g_clear_pointer (&facts->scattered, g_hash_table_unref);
  g_clear_pointer (&facts->long_days, g_hash_table_unref);
  g_clear_pointer (&facts->contact_names, g_hash_table_unref);
  g_clear_pointer (&facts->organisation_names, g_hash_table_unref);
  g_clear_pointer (&facts->topic_names, g_hash_table_unref);
  g_clear_pointer (&facts->are_long, liaison_bits_free);
  g_clear_pointer (&facts->all, liaison_bits_free);
  g_clear_pointer (&facts->counted, liaison_bits_free);
  g_clear_pointer (&facts->announced, liaison_bits_free);
  g_clear_pointer (&facts->planned, liaison_bits_free);
  g_free (facts);
}

gboolean
liaison_facts_find (LiaisonDb           *db,
                    const LiaisonFacts **facts,
                    GError             **error)
{
  const Kept *kept = liaison_db_get_data (db, FACTS);
  LiaisonDbVersion version;

  *facts = NULL;
  if (!kept)
    return TRUE;
  if (!liaison_db_version_read (db, &version, error))
    return FALSE;

  if (liaison_db_version_equal (&kept->version, &version))
    *facts = kept->facts;

  return TRUE;
}

gboolean
liaison_facts_prepare (LiaisonDb  *db,
                       GError    **error)
{
  const LiaisonFacts *known;
  g_autoptr (LiaisonFacts) facts = NULL;
  LiaisonDbVersion version;
  Kept *kept;

  if (!liaison_facts_find (db, &known, error))
    return FALSE;
  if (known)
    return TRUE;

  /* The old ones make room first. */
  liaison_db_set_data (db, FACTS, NULL, NULL);
  facts = liaison_facts_load (db, error);
  if (!facts || !liaison_db_version_read (db, &version, error))
    return FALSE;

  kept = g_new (Kept, 1);
  *kept = (Kept) { version, g_steal_pointer (&facts) };
  liaison_db_set_data (db, FACTS, kept, free_kept);

  return TRUE;
}

int
liaison_facts_get_long_day (const LiaisonFacts *facts,
                            guint               engagement)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (facts->long_days, GUINT_TO_POINTER (engagement)));
}

LiaisonParts
liaison_facts_get_scattered (const LiaisonFacts *facts,
                             guint               engagement)
{
  GArray *keys = g_hash_table_lookup (facts->scattered, GUINT_TO_POINTER (engagement));

  return (LiaisonParts) { (const guint32 *) (gpointer) keys->data, 0, keys->len };
}
