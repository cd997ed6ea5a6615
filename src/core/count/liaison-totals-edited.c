/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-totals-private.h"

#include "liaison-record-sql-private.h"
#include "liaison-snapshot.h"

static gboolean
read_covered (LiaisonDb           *db,
              const LiaisonRecord *record,
              guint                field,
              LiaisonKind          kind,
              GArray              *keys,
              GError             **error)
{
  for (const char * const *uuid = liaison_record_get_list (record, field); *uuid; uuid++)
    {
      gint64 key;

      if (!liaison_record_find_id (db, kind, *uuid, &key, error))
        return FALSE;
      if (key != 0)
        g_array_append_val (keys, key);
    }

  return TRUE;
}

/* What bears on the figures; whom it names does not. */
static LiaisonTotal *
read_record (LiaisonDb            *db,
             const LiaisonRecord  *record,
             GError              **error)
{
  g_autoptr (LiaisonTotal) total = liaison_total_new ();

  total->uuid = g_strdup (liaison_record_get_uuid (record));
  total->text = g_strdup (liaison_record_get_text (record, LIAISON_STATED_TOTAL_TEXT));
  total->counts = liaison_record_get_integer (record, LIAISON_STATED_TOTAL_COUNTS);
  total->number = liaison_record_get_integer (record, LIAISON_STATED_TOTAL_NUMBER);
  total->bound = liaison_record_get_integer (record, LIAISON_STATED_TOTAL_BOUND);
  total->first = liaison_total_read_day (liaison_record_get_text (record, LIAISON_STATED_TOTAL_FROM), FALSE);
  total->last = liaison_total_read_day (liaison_record_get_text (record, LIAISON_STATED_TOTAL_TO), TRUE);
  if (!liaison_record_find_id (db, LIAISON_KIND_STATED_TOTAL, total->uuid, &total->id, error)
      || !read_covered (db, record, LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS, LIAISON_KIND_ENGAGEMENT, total->covered_engagements, error)
      || !read_covered (db, record, LIAISON_STATED_TOTAL_COVERED_TOTALS, LIAISON_KIND_STATED_TOTAL, total->covered_totals, error))
    return NULL;

  return g_steal_pointer (&total);
}

/* Takes the stead of what is stored of it; the place of it. */
static guint
put (GPtrArray    *totals,
     LiaisonTotal *edited)
{
  guint place = 0;

  while (place < totals->len && ((const LiaisonTotal *) g_ptr_array_index (totals, place))->id != edited->id)
    place++;
  if (place < totals->len)
    g_ptr_array_remove_index (totals, place);
  g_ptr_array_insert (totals, (int) place, edited);

  return place;
}

LiaisonTotalUse *
liaison_count_total (LiaisonDb            *db,
                     const LiaisonRecord  *record,
                     GError              **error)
{
  g_autoptr (LiaisonQuery) all = liaison_query_parse ("");
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonMatch) match = NULL;
  g_autoptr (LiaisonBits) counted = NULL;
  g_autoptr (LiaisonTotal) edited = NULL;
  g_autoptr (GPtrArray) totals = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  guint place;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (liaison_record_get_kind (record) == LIAISON_KIND_STATED_TOTAL, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error)
      || !(match = liaison_match_new (db, all, LIAISON_ENTITY_ENGAGEMENTS, error))
      || !(counted = liaison_match_get_counted (match, error))
      || !(totals = liaison_totals_load (db, error))
      || !(edited = read_record (db, record, error)))
    return NULL;

  place = put (totals, g_steal_pointer (&edited));
  uses = liaison_totals_use (match, all, counted, totals, error);

  return uses ? g_steal_pointer (&g_ptr_array_index (uses, place)) : NULL;
}
