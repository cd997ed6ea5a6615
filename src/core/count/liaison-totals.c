/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-totals-private.h"

#include "liaison-snapshot.h"
#include "liaison-states-private.h"

/* How the totals of a query come to what they add. */
typedef struct
{
  const LiaisonMatch  *match;
  const LiaisonBits   *counted;
  GPtrArray           *totals;
  GPtrArray           *uses;        /* LiaisonTotalUse, %NULL where a total does not match */
  LiaisonValues       *counterparts; /* of the counted engagements; %NULL until heads are counted */
} Reckoning;

void
liaison_total_use_free (LiaisonTotalUse *use)
{
  g_free (use->uuid);
  g_free (use->text);
  g_free (use);
}

static void
free_use (gpointer data)
{
  LiaisonTotalUse *use = data;

  g_clear_pointer (&use, liaison_total_use_free);
}

static int
find_total (GPtrArray *totals,
            gint64     id)
{
  for (guint i = 0; i < totals->len; i++)
    {
      const LiaisonTotal *total = g_ptr_array_index (totals, i);

      if (total->id == id)
        return i;
    }

  return -1;
}

static gboolean
adds (const LiaisonTotalUse *use)
{
  return use && use->inside && use->bound != LIAISON_BOUND_UNSTATED;
}

/* The counted ones among the engagements that a total covers itself. */
static void
add_covered (Reckoning          *reckoning,
             const LiaisonTotal *total,
             GHashTable         *covered)
{
  for (guint i = 0; i < total->covered_engagements->len; i++)
    {
      gint64 key = g_array_index (total->covered_engagements, gint64, i);

      if (liaison_bits_test (reckoning->counted, key))
        g_hash_table_add (covered, GSIZE_TO_POINTER (key));
    }
}

static gint64
count_heads (Reckoning  *reckoning,
             GHashTable *engagements)
{
  g_autoptr (GHashTable) heads = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer engagement;

  g_hash_table_iter_init (&iter, engagements);
  while (g_hash_table_iter_next (&iter, &engagement, NULL))
    {
      LiaisonRun run = liaison_values_get_run (reckoning->counterparts, GPOINTER_TO_UINT (engagement));

      for (guint i = 0; i < run.n; i++)
        {
          if (run.entries[i].code != 0)
            g_hash_table_add (heads, GUINT_TO_POINTER (run.entries[i].code));
        }
    }

  return g_hash_table_size (heads);
}

/* How many a set of engagements counts for a total: themselves, or the distinct counterparts in them. */
static gint64
measure (Reckoning          *reckoning,
         const LiaisonTotal *total,
         GHashTable         *engagements)
{
  return total->counts == LIAISON_COUNTS_HEADS ? count_heads (reckoning, engagements) : g_hash_table_size (engagements);
}

/*
 * What the query counts of what the total covers.  A covered total that the query counts stands for its own number, and for the engagements that
 * it covers itself, which are not counted beside it.
 */
static gint64
count_covered (Reckoning          *reckoning,
               const LiaisonTotal *total)
{
  g_autoptr (GHashTable) covered = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) elsewhere = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;
  gint64 number = 0;

  add_covered (reckoning, total, covered);
  for (guint i = 0; i < total->covered_totals->len; i++)
    {
      int index = find_total (reckoning->totals, g_array_index (total->covered_totals, gint64, i));
      const LiaisonTotalUse *use = index >= 0 ? g_ptr_array_index (reckoning->uses, index) : NULL;
      const LiaisonTotal *other = index >= 0 ? g_ptr_array_index (reckoning->totals, index) : NULL;
      g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);

      if (!adds (use) || other == total || other->counts != total->counts)
        continue;

      add_covered (reckoning, other, own);
      number += MAX (other->number, measure (reckoning, total, own));
      g_hash_table_iter_init (&iter, own);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_hash_table_add (elsewhere, key);
    }

  g_hash_table_iter_init (&iter, elsewhere);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (covered, key);

  return number + measure (reckoning, total, covered);
}

static gboolean
find_uses (Reckoning     *reckoning,
           LiaisonQuery  *query,
           GError       **error)
{
  for (guint i = 0; i < reckoning->totals->len; i++)
    {
      const LiaisonTotal *total = g_ptr_array_index (reckoning->totals, i);
      LiaisonTotalUse *use = NULL;
      gboolean matches;
      gboolean inside;

      if (!liaison_total_matches (reckoning->match->db, total, query, &matches, &inside, error))
        return FALSE;

      if (matches)
        {
          use = g_new0 (LiaisonTotalUse, 1);
          use->uuid = g_strdup (total->uuid);
          use->text = g_strdup (total->text);
          use->counts = total->counts;
          use->bound = total->bound;
          use->number = total->number;
          use->inside = inside;
        }
      g_ptr_array_add (reckoning->uses, use);
    }

  return TRUE;
}

static gboolean
counts_heads (const Reckoning *reckoning)
{
  for (guint i = 0; i < reckoning->uses->len; i++)
    {
      const LiaisonTotalUse *use = g_ptr_array_index (reckoning->uses, i);

      if (adds (use) && use->counts == LIAISON_COUNTS_HEADS)
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
liaison_totals_use (const LiaisonMatch  *match,
                    LiaisonQuery        *query,
                    const LiaisonBits   *counted,
                    GPtrArray           *totals,
                    GError             **error)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (free_use);
  g_autoptr (LiaisonValues) counterparts = NULL;
  Reckoning reckoning = { match, counted, totals, uses, NULL };

  if (!find_uses (&reckoning, query, error))
    return NULL;

  if (counts_heads (&reckoning))
    {
      counterparts = liaison_values_load_measure (match, counted, LIAISON_MEASURE_COUNTERPARTS, error);
      if (!counterparts)
        return NULL;
      reckoning.counterparts = counterparts;
    }

  for (guint i = 0; i < totals->len; i++)
    {
      LiaisonTotalUse *use = g_ptr_array_index (uses, i);

      if (!adds (use))
        continue;

      use->covered = count_covered (&reckoning, g_ptr_array_index (totals, i));
      use->added = MAX (0, use->number - use->covered);
    }

  return g_steal_pointer (&uses);
}

static gboolean
is_credited (const LiaisonTotal *total,
             int                 key)
{
  gint64 value;

  return key < 0 || liaison_total_get_value (total, key, &value);
}

GPtrArray *
liaison_count_totals (LiaisonDb     *db,
                      LiaisonQuery  *query,
                      int            by,
                      int            and_by,
                      GError       **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_use);
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonMatch) match = NULL;
  g_autoptr (LiaisonBits) counted = NULL;
  g_autoptr (GPtrArray) totals = NULL;
  g_autoptr (GPtrArray) uses = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error)
      || !(match = liaison_match_new (db, query, LIAISON_ENTITY_ENGAGEMENTS, error))
      || !(counted = liaison_match_get_counted (match, error))
      || !(totals = liaison_totals_load (db, error))
      || !(uses = liaison_totals_use (match, query, counted, totals, error)))
    return NULL;

  for (guint i = 0; i < uses->len; i++)
    {
      LiaisonTotalUse *use = g_steal_pointer (&g_ptr_array_index (uses, i));

      if (!use)
        continue;

      use->credited = use->added > 0 && is_credited (g_ptr_array_index (totals, i), by) && is_credited (g_ptr_array_index (totals, i), and_by);
      g_ptr_array_add (found, use);
    }

  return g_steal_pointer (&found);
}
