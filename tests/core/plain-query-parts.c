/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-query-private.h"

static gboolean
is_member (PlainStore            *store,
           const PlainEngagement *engagement,
           const PlainPart       *part,
           GHashTable            *groupings)
{
  int day = engagement->first ? engagement->first : store->today;

  for (guint i = 0; i < store->memberships->len; i++)
    {
      const PlainMembership *membership = g_ptr_array_index (store->memberships, i);
      gboolean is_seat = *membership->country ? g_strcmp0 (membership->country, part->seat_country) == 0
                                              : membership->organisation == part->seat_organisation;

      if (is_seat && plain_has_number (groupings, membership->grouping) && membership->first <= day && day <= membership->last)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_any (LiaisonQueryKey  key,
        const PlainPart *part)
{
  gint64 organisations[4];

  switch ((int) key)
    {
    case LIAISON_QUERY_WITH:
    case LIAISON_QUERY_BY:
      return part->contact != 0;

    case LIAISON_QUERY_COUNTRY:
      return *part->seat_country != '\0';

    case LIAISON_QUERY_LEVEL:
    case LIAISON_QUERY_OUR_LEVEL:
      return part->level != 0;

    default:
      plain_get_organisations (part, organisations);
      return organisations[0] != 0;
    }
}

gboolean
plain_is_none (const LiaisonQueryTerm *term)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  return value->none;
}

static gboolean
meets (PlainStore             *store,
       LiaisonQuery           *query,
       const PlainEngagement  *engagement,
       const PlainPart        *part,
       const LiaisonQueryTerm *term)
{
  GHashTable *set;
  gint64 organisations[4];

  if (plain_is_none (term))
    return !is_any (term->key, part);

  set = plain_resolve (store, query, term);
  switch ((int) term->key)
    {
    case LIAISON_QUERY_WITH:
    case LIAISON_QUERY_BY:
      return plain_has_number (set, part->contact);

    case LIAISON_QUERY_COUNTRY:
      return g_hash_table_contains (set, part->seat_country);

    case LIAISON_QUERY_LEVEL:
    case LIAISON_QUERY_OUR_LEVEL:
      return plain_has_number (set, part->level);

    case LIAISON_QUERY_GROUPING:
      return is_member (store, engagement, part, set);

    default:
      plain_get_organisations (part, organisations);
      for (int i = 0; organisations[i]; i++)
        {
          if (plain_has_number (set, organisations[i]))
            return TRUE;
        }
      return FALSE;
    }
}

LiaisonSide
plain_get_side (LiaisonQueryKey key)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_BY:
    case LIAISON_QUERY_OFFICE:
    case LIAISON_QUERY_OUR_LEVEL:
      return LIAISON_SIDE_OURS;

    case LIAISON_QUERY_WITH:
    case LIAISON_QUERY_COUNTRY:
    case LIAISON_QUERY_ORG:
    case LIAISON_QUERY_GROUPING:
    case LIAISON_QUERY_LEVEL:
      return LIAISON_SIDE_THEIRS;

    default:
      return 0;
    }
}

PlainPresence
plain_get_term_presence (const LiaisonQueryTerm *term)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  if (term->key != LIAISON_QUERY_IS || term->negative || term->values->len != 1)
    return PLAIN_PART;

  return value->number == LIAISON_IS_SPOKE_WITH ? PLAIN_SPOKE : value->number == LIAISON_IS_REACHED ? PLAIN_REACHED : PLAIN_PART;
}

PlainPresence
plain_get_presence (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  PlainPresence presence = PLAIN_PART;

  for (guint i = 0; i < terms->len; i++)
    {
      PlainPresence one = plain_get_term_presence (g_ptr_array_index (terms, i));

      if (one == PLAIN_SPOKE || (one == PLAIN_REACHED && presence == PLAIN_PART))
        presence = one;
    }

  return presence;
}

gboolean
plain_is_present (const PlainPart *part,
                  LiaisonSide      side,
                  PlainPresence    presence)
{
  if (part->side != side)
    return FALSE;
  if (presence == PLAIN_PART)
    return plain_takes_part (part);
  if (presence == PLAIN_REACHED && side == LIAISON_SIDE_THEIRS && part->attendance == LIAISON_ATTENDANCE_REPRESENTED)
    return part->role == 0 || part->role == LIAISON_ROLE_PRINCIPAL || part->role == LIAISON_ROLE_CHAIR || part->role == LIAISON_ROLE_HOST;

  return plain_counts (part);
}

/* Whether the term is the first of its key, or one of a key of which a participation can have several. */
static gboolean
is_joined (GPtrArray *terms,
           guint      index)
{
  const LiaisonQueryTerm *term = g_ptr_array_index (terms, index);

  if (term->negative)
    return FALSE;
  if (term->key == LIAISON_QUERY_ORG || term->key == LIAISON_QUERY_OFFICE || term->key == LIAISON_QUERY_GROUPING)
    return TRUE;

  for (guint i = 0; i < index; i++)
    {
      const LiaisonQueryTerm *other = g_ptr_array_index (terms, i);

      if (other->key == term->key && !other->negative)
        return FALSE;
    }

  return TRUE;
}

static gboolean
meets_all (PlainStore            *store,
           LiaisonQuery          *query,
           const PlainEngagement *engagement,
           const PlainPart       *part,
           LiaisonSide            side)
{
  GPtrArray *terms = liaison_query_get_terms (query);

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if (plain_get_side (term->key) == side && is_joined (terms, i) && !meets (store, query, engagement, part, term))
        return FALSE;
    }

  return plain_is_present (part, side, plain_get_presence (query));
}

gboolean
plain_are_peers (const PlainPart *part,
                 const PlainPart *other)
{
  return part->side != other->side && plain_counts (part) && plain_counts (other) && part->level != 0 && part->portfolio != 0
    && part->level == other->level && part->portfolio == other->portfolio;
}

gboolean
plain_asks_same_rank (const LiaisonQueryTerm *term)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  return term->key == LIAISON_QUERY_IS && !term->negative && term->values->len == 1 && value->number == LIAISON_IS_SAME_RANK;
}

static gboolean
needs_peer (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);

  for (guint i = 0; i < terms->len; i++)
    {
      if (plain_asks_same_rank (g_ptr_array_index (terms, i)))
        return TRUE;
    }

  return FALSE;
}

/* Somebody of the same rank on the other side, who meets what is asked of that. */
static gboolean
has_peer (PlainStore            *store,
          LiaisonQuery          *query,
          const PlainEngagement *engagement,
          const PlainPart       *part)
{
  LiaisonSide other_side = part->side == LIAISON_SIDE_OURS ? LIAISON_SIDE_THEIRS : LIAISON_SIDE_OURS;

  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *other = g_ptr_array_index (engagement->parts, i);

      if (plain_are_peers (part, other) && meets_all (store, query, engagement, other, other_side))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
plain_find_witnesses (PlainStore            *store,
                      LiaisonQuery          *query,
                      const PlainEngagement *engagement,
                      LiaisonSide            side)
{
  GPtrArray *witnesses = g_ptr_array_new ();

  for (guint i = 0; i < engagement->parts->len; i++)
    {
      PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (meets_all (store, query, engagement, part, side) && (!needs_peer (query) || has_peer (store, query, engagement, part)))
        g_ptr_array_add (witnesses, part);
    }

  return witnesses;
}

static gboolean
is_deserted (const PlainEngagement *engagement,
             LiaisonSide            side)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      if (plain_is_present (g_ptr_array_index (engagement->parts, i), side, PLAIN_PART))
        return FALSE;
    }

  return TRUE;
}

/* A term by itself: it is excluded, or asks for a further participation. */
static gboolean
has_alone (PlainStore             *store,
           LiaisonQuery           *query,
           const PlainEngagement  *engagement,
           const LiaisonQueryTerm *term,
           PlainPresence           presence)
{
  LiaisonSide side = plain_get_side (term->key);

  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (plain_is_present (part, side, presence) && meets (store, query, engagement, part, term))
        return TRUE;
    }

  return plain_is_none (term) && presence == PLAIN_PART && is_deserted (engagement, side);
}

gboolean
plain_passes_participants (PlainStore            *store,
                           LiaisonQuery          *query,
                           const PlainEngagement *engagement,
                           LiaisonSide            side)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  g_autoptr (GPtrArray) witnesses = plain_find_witnesses (store, query, engagement, side);
  gboolean is_asked = plain_get_presence (query) != PLAIN_PART || needs_peer (query);
  gboolean nobody_will_do = !is_asked;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if (plain_get_side (term->key) != side)
        continue;

      if (is_joined (terms, i))
        {
          is_asked = TRUE;
          nobody_will_do = nobody_will_do && plain_is_none (term);
        }
      else if (has_alone (store, query, engagement, term, term->negative ? PLAIN_PART : plain_get_presence (query)) == term->negative)
        {
          return FALSE;
        }
    }

  return !is_asked || witnesses->len > 0 || (nobody_will_do && is_deserted (engagement, side));
}
