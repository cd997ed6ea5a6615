/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-suggest-private.h"

#include "liaison-date.h"
#include "liaison-edit.h"
#include "liaison-match-private.h"
#include "liaison-order-private.h"
#include "liaison-query.h"
#include "liaison-record-sql-private.h"
#include "liaison-snapshot.h"

/* What the search for the engagements that a stated total may include shares. */
typedef struct
{
  LiaisonDb           *db;
  const LiaisonRecord *total;
  GString             *base;  /* the terms that all of it must match */
  LiaisonBits         *found; /* engagements */
} Search;

static void
append_term (GString            *query,
             const char         *key,
             const char * const *values)
{
  if (*values == NULL)
    return;

  g_string_append_printf (query, " %s:", key);
  for (guint i = 0; values[i] != NULL; i++)
    g_string_append_printf (query, "%s%s", i > 0 ? "," : "", values[i]);
}

static GString *
new_base (const LiaisonRecord *total)
{
  GString *base = g_string_new ("is:counted");
  LiaisonForm form = liaison_record_get_integer (total, LIAISON_STATED_TOTAL_FORM);

  g_string_append_printf (base, " from:%s to:%s", liaison_record_get_text (total, LIAISON_STATED_TOTAL_FROM),
                          liaison_record_get_text (total, LIAISON_STATED_TOTAL_TO));
  if (form != 0)
    g_string_append_printf (base, " form:%s", liaison_vocabulary_get_token (&liaison_forms, form));
  append_term (base, "by", liaison_record_get_list (total, LIAISON_STATED_TOTAL_PRINCIPALS));
  append_term (base, "office", liaison_record_get_list (total, LIAISON_STATED_TOTAL_OFFICES));

  return base;
}

static gboolean
search (Search             *self,
        const char         *key,
        const char * const *values,
        GError            **error)
{
  g_autoptr (GString) text = g_string_new (self->base->str);
  g_autoptr (LiaisonQuery) query = NULL;
  g_autoptr (LiaisonMatch) match = NULL;

  if (key != NULL && *values == NULL)
    return TRUE;

  if (key != NULL)
    append_term (text, key, values);
  query = liaison_query_parse (text->str);
  match = liaison_match_new_for_list (self->db, query, error);
  if (!match)
    return FALSE;

  liaison_bits_unite (self->found, match->engagements);

  return TRUE;
}

/* A grouping stands for its members. */
static gboolean
search_bodies (Search  *self,
               GError **error)
{
  g_autoptr (GPtrArray) groupings = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (const char * const *uuid = liaison_record_get_list (self->total, LIAISON_STATED_TOTAL_ORGANISATIONS); *uuid; uuid++)
    {
      g_autoptr (LiaisonRecord) body = liaison_record_load (self->db, LIAISON_KIND_ORGANISATION, *uuid, NULL);
      gboolean is_grouping = body && liaison_record_get_integer (body, LIAISON_ORGANISATION_KIND) == LIAISON_ORGANISATION_GROUPING;

      g_ptr_array_add (is_grouping ? groupings : others, (char *) *uuid);
    }
  g_ptr_array_add (groupings, NULL);
  g_ptr_array_add (others, NULL);

  return search (self, "grouping", (const char * const *) groupings->pdata, error)
    && search (self, "org", (const char * const *) others->pdata, error);
}

/* Any of the people, countries and bodies of theirs that it names; nobody named leaves all that ours did. */
static gboolean
search_all (Search  *self,
            GError **error)
{
  const char * const *counterparts = liaison_record_get_list (self->total, LIAISON_STATED_TOTAL_COUNTERPARTS);
  const char * const *countries = liaison_record_get_list (self->total, LIAISON_STATED_TOTAL_COUNTRIES);
  const char * const *bodies = liaison_record_get_list (self->total, LIAISON_STATED_TOTAL_ORGANISATIONS);

  if (*counterparts == NULL && *countries == NULL && *bodies == NULL)
    return search (self, NULL, NULL, error);

  return search (self, "with", counterparts, error) && search (self, "country", countries, error) && search_bodies (self, error);
}

static gboolean
is_stated (const LiaisonRecord *total)
{
  static const guint fields[] = { LIAISON_STATED_TOTAL_PRINCIPALS, LIAISON_STATED_TOTAL_OFFICES, LIAISON_STATED_TOTAL_COUNTERPARTS,
                                  LIAISON_STATED_TOTAL_COUNTRIES, LIAISON_STATED_TOTAL_ORGANISATIONS };

  if (liaison_record_field_is_empty (total, LIAISON_STATED_TOTAL_FROM) || liaison_record_field_is_empty (total, LIAISON_STATED_TOTAL_TO))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!liaison_record_field_is_empty (total, fields[i]))
        return TRUE;
    }

  return FALSE;
}

/* The latest ones that match. */
static gboolean
add_matching (LiaisonDb            *db,
              const LiaisonRecord  *total,
              guint                 limit,
              guint                *n_matches,
              GArray               *ids,
              GError              **error)
{
  g_autoptr (GString) base = new_base (total);
  g_autoptr (LiaisonBits) found = NULL;
  g_autoptr (GArray) latest = NULL;
  guint size;

  if (!liaison_bits_read_size (db, "engagement", &size, error))
    return FALSE;

  found = liaison_bits_new (size);
  if (!search_all (&(Search) { db, total, base, found }, error)
      || !(latest = liaison_order_engagements (db, found, NULL, 0, limit, error)))
    return FALSE;

  *n_matches = liaison_bits_count (found);
  g_array_append_vals (ids, latest->data, latest->len);

  return TRUE;
}

static gboolean
has_id (const GArray *ids,
        gint32        id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint32, i) == id)
        return TRUE;
    }

  return FALSE;
}

/* What is covered stands in the list also where it does not match: it can be taken out there. */
static gboolean
add_covered (LiaisonDb            *db,
             const LiaisonRecord  *total,
             GArray               *ids,
             GError              **error)
{
  for (const char * const *uuid = liaison_record_get_list (total, LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS); *uuid; uuid++)
    {
      gint64 key;
      gint32 id;

      if (!liaison_record_find_id (db, LIAISON_KIND_ENGAGEMENT, *uuid, &key, error))
        return FALSE;
      id = (gint32) key;
      if (id != 0 && !has_id (ids, id))
        g_array_append_val (ids, id);
    }

  return TRUE;
}

static gboolean
is_within (const LiaisonRecord *inner,
           const LiaisonRecord *outer)
{
  LiaisonDate first[2];
  LiaisonDate last[2];
  const LiaisonRecord *totals[] = { inner, outer };

  for (guint i = 0; i < 2; i++)
    {
      if (!liaison_date_parse (liaison_record_get_text (totals[i], LIAISON_STATED_TOTAL_FROM), &first[i], NULL)
          || !liaison_date_parse (liaison_record_get_text (totals[i], LIAISON_STATED_TOTAL_TO), &last[i], NULL))
        return FALSE;
    }

  return liaison_date_first_day (&first[0]) >= liaison_date_first_day (&first[1])
    && liaison_date_last_day (&last[0]) <= liaison_date_last_day (&last[1]);
}

/* Where both name somebody of a kind, one of them must be the same. */
static gboolean
may_share (const LiaisonRecord *one,
           const LiaisonRecord *other,
           guint                field)
{
  const char * const *others = liaison_record_get_list (other, field);

  if (liaison_record_field_is_empty (one, field) || liaison_record_field_is_empty (other, field))
    return TRUE;

  for (const char * const *uuid = liaison_record_get_list (one, field); *uuid; uuid++)
    {
      if (g_strv_contains (others, *uuid))
        return TRUE;
    }

  return FALSE;
}

static gboolean
may_include (const LiaisonRecord *total,
             const LiaisonRecord *other)
{
  if (g_str_equal (liaison_record_get_uuid (total), liaison_record_get_uuid (other)))
    return FALSE;
  if (g_strv_contains (liaison_record_get_list (total, LIAISON_STATED_TOTAL_COVERED_TOTALS), liaison_record_get_uuid (other)))
    return TRUE;

  return is_stated (total) && is_within (other, total) && liaison_record_get_integer (other, LIAISON_STATED_TOTAL_BOUND) != LIAISON_BOUND_UNSTATED
    && liaison_record_get_integer (total, LIAISON_STATED_TOTAL_COUNTS) == liaison_record_get_integer (other, LIAISON_STATED_TOTAL_COUNTS)
    && may_share (total, other, LIAISON_STATED_TOTAL_PRINCIPALS) && may_share (total, other, LIAISON_STATED_TOTAL_OFFICES)
    && may_share (total, other, LIAISON_STATED_TOTAL_COUNTERPARTS);
}

/* The other totals, of which a store has few. */
static gboolean
describe_totals (LiaisonDb            *db,
                 const LiaisonRecord  *total,
                 GPtrArray            *suggestions,
                 GError              **error)
{
  g_autoptr (GPtrArray) all = liaison_suggest_totals (db, "", G_MAXUINT, error);

  if (!all)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      LiaisonSuggestion *suggestion = g_ptr_array_index (all, i);
      g_autoptr (LiaisonRecord) other = liaison_record_load (db, LIAISON_KIND_STATED_TOTAL, liaison_suggestion_get_uuid (suggestion), error);

      if (!other)
        return FALSE;
      if (may_include (total, other))
        g_ptr_array_add (suggestions, g_object_ref (suggestion));
    }

  return TRUE;
}

GPtrArray *
liaison_suggest_coverable (LiaisonDb            *db,
                           const LiaisonRecord  *total,
                           guint                 limit,
                           guint                *n_matches,
                           GError              **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (liaison_record_get_kind (total) == LIAISON_KIND_STATED_TOTAL, NULL);

  *n_matches = 0;
  if (!liaison_snapshot_begin (&snapshot, db, error)
      || (is_stated (total) && !add_matching (db, total, limit, n_matches, ids, error))
      || !add_covered (db, total, ids, error)
      || !(suggestions = liaison_suggest_describe_engagements (db, ids, error))
      || !describe_totals (db, total, suggestions, error))
    return NULL;

  return g_steal_pointer (&suggestions);
}
