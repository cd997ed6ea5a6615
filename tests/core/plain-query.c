/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-store.h"

#include "liaison-fold.h"
#include "liaison-names-private.h"
#include "liaison-resolve-private.h"

#include <json-glib/json-glib.h>

typedef enum { PART, SPOKE, REACHED } Presence;

static char *
describe_term (const LiaisonQueryTerm *term)
{
  GString *text = g_string_new (liaison_query_key_get_info (term->key)->name);

  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);

      g_string_append_printf (text, ",%s", value->text);
    }

  return g_string_free (text, FALSE);
}

static GHashTable *
read_list (const char *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (list, &error);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array;

  g_assert_no_error (error);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (json_node_get_value_type (item) == G_TYPE_STRING)
        g_hash_table_add (set, json_node_dup_string (item));
      else
        g_hash_table_add (set, g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (item)));
    }

  return set;
}

GHashTable *
plain_resolve (PlainStore             *store,
               const LiaisonQueryTerm *term)
{
  g_autofree char *name = describe_term (term);
  GHashTable *set = g_hash_table_lookup (store->resolved, name);

  if (!set)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *list = liaison_resolve_term (store->db, term, NULL, &error);

      g_assert_no_error (error);
      set = read_list (list);
      g_hash_table_insert (store->resolved, g_steal_pointer (&name), set);
    }

  return set;
}

static gboolean
has_number (GHashTable *set,
            gint64      number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return number != 0 && g_hash_table_contains (set, text);
}

/* Participations */

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

      if (is_seat && has_number (groupings, membership->grouping) && membership->first <= day && day <= membership->last)
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
      return part->level != 0;

    default:
      plain_get_organisations (part, organisations);
      return organisations[0] != 0;
    }
}

static gboolean
is_none (const LiaisonQueryTerm *term)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  return value->none;
}

static gboolean
meets (PlainStore             *store,
       const PlainEngagement  *engagement,
       const PlainPart        *part,
       const LiaisonQueryTerm *term)
{
  GHashTable *set;
  gint64 organisations[4];

  if (is_none (term))
    return !is_any (term->key, part);

  set = plain_resolve (store, term);
  switch ((int) term->key)
    {
    case LIAISON_QUERY_WITH:
    case LIAISON_QUERY_BY:
      return has_number (set, part->contact);

    case LIAISON_QUERY_COUNTRY:
      return g_hash_table_contains (set, part->seat_country);

    case LIAISON_QUERY_LEVEL:
      return has_number (set, part->level);

    case LIAISON_QUERY_GROUPING:
      return is_member (store, engagement, part, set);

    default:
      plain_get_organisations (part, organisations);
      for (int i = 0; organisations[i]; i++)
        {
          if (has_number (set, organisations[i]))
            return TRUE;
        }
      return FALSE;
    }
}

static LiaisonSide
get_side (LiaisonQueryKey key)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_BY:
    case LIAISON_QUERY_OFFICE:
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

static Presence
get_term_presence (const LiaisonQueryTerm *term)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  if (term->key != LIAISON_QUERY_IS || term->negative || term->values->len != 1)
    return PART;

  return value->number == LIAISON_IS_SPOKE_WITH ? SPOKE : value->number == LIAISON_IS_REACHED ? REACHED : PART;
}

static Presence
get_presence (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  Presence presence = PART;

  for (guint i = 0; i < terms->len; i++)
    {
      Presence one = get_term_presence (g_ptr_array_index (terms, i));

      if (one == SPOKE || (one == REACHED && presence == PART))
        presence = one;
    }

  return presence;
}

static gboolean
is_present (const PlainPart *part,
            LiaisonSide      side,
            Presence         presence)
{
  if (part->side != side)
    return FALSE;
  if (presence == PART)
    return plain_takes_part (part);
  if (presence == REACHED && side == LIAISON_SIDE_THEIRS && part->attendance == LIAISON_ATTENDANCE_REPRESENTED)
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

      if (get_side (term->key) == side && is_joined (terms, i) && !meets (store, engagement, part, term))
        return FALSE;
    }

  return is_present (part, side, get_presence (query));
}

static gboolean
are_peers (const PlainPart *part,
           const PlainPart *other)
{
  return part->side != other->side && plain_counts (part) && plain_counts (other) && part->level != 0 && part->portfolio != 0
    && part->level == other->level && part->portfolio == other->portfolio;
}

static gboolean
asks_same_rank (const LiaisonQueryTerm *term)
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
      if (asks_same_rank (g_ptr_array_index (terms, i)))
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

      if (are_peers (part, other) && meets_all (store, query, engagement, other, other_side))
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
find_witnesses (PlainStore            *store,
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
      if (is_present (g_ptr_array_index (engagement->parts, i), side, PART))
        return FALSE;
    }

  return TRUE;
}

/* A term by itself: it is excluded, or asks for a further participation. */
static gboolean
has_alone (PlainStore             *store,
           const PlainEngagement  *engagement,
           const LiaisonQueryTerm *term,
           Presence                presence)
{
  LiaisonSide side = get_side (term->key);

  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (is_present (part, side, presence) && meets (store, engagement, part, term))
        return TRUE;
    }

  return is_none (term) && presence == PART && is_deserted (engagement, side);
}

static gboolean
passes_participants (PlainStore            *store,
                     LiaisonQuery          *query,
                     const PlainEngagement *engagement,
                     LiaisonSide            side)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  g_autoptr (GPtrArray) witnesses = find_witnesses (store, query, engagement, side);
  gboolean is_asked = get_presence (query) != PART || needs_peer (query);
  gboolean nobody_will_do = !is_asked;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if (get_side (term->key) != side)
        continue;

      if (is_joined (terms, i))
        {
          is_asked = TRUE;
          nobody_will_do = nobody_will_do && is_none (term);
        }
      else if (has_alone (store, engagement, term, term->negative ? PART : get_presence (query)) == term->negative)
        {
          return FALSE;
        }
    }

  return !is_asked || witnesses->len > 0 || (nobody_will_do && is_deserted (engagement, side));
}

/* Dates */

static gboolean
is_imprecise (const PlainEngagement *engagement)
{
  return engagement->precision == LIAISON_PRECISION_MONTH || engagement->precision == LIAISON_PRECISION_YEAR
    || engagement->precision == LIAISON_PRECISION_BETWEEN;
}

static gboolean
overlaps (const PlainEngagement *engagement,
          int                    first,
          int                    last)
{
  return first <= last && engagement->first != 0 && engagement->last >= first && engagement->first <= last;
}

static gboolean
is_date (LiaisonQueryKey key)
{
  return key == LIAISON_QUERY_FROM || key == LIAISON_QUERY_TO || key == LIAISON_QUERY_ON;
}

static gboolean
passes_date (const PlainEngagement  *engagement,
             const LiaisonQueryTerm *term,
             gboolean                loosely)
{
  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);
      int first = term->key == LIAISON_QUERY_TO ? 0 : value->first;
      int last = term->key == LIAISON_QUERY_FROM ? G_MAXINT : value->last;

      if (!overlaps (engagement, first, last))
        continue;
      if (loosely || !is_imprecise (engagement) || (engagement->first >= first && engagement->last <= last))
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_in (LiaisonQuery           *query,
           const PlainEngagement  *engagement,
           const LiaisonQueryTerm *term)
{
  int span_first;
  int span_last;

  liaison_query_get_span (query, &span_first, &span_last);
  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);
      int day = MAX (engagement->first, span_first);

      if (engagement->first != 0 && value->first <= day && day <= value->last)
        return TRUE;
    }

  return FALSE;
}

/* States */

static guint
count_seats (const PlainEngagement *engagement)
{
  g_autoptr (GHashTable) seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->side == LIAISON_SIDE_THEIRS && plain_takes_part (part) && (*part->seat_country || part->seat_organisation))
        g_hash_table_add (seats, g_strdup_printf ("%s %" G_GINT64_FORMAT, part->seat_country, part->seat_organisation));
    }

  return g_hash_table_size (seats);
}

static gboolean
is_formal (const PlainEngagement *engagement)
{
  return engagement->format != 0 || engagement->form == LIAISON_FORM_MULTILATERAL_SESSION;
}

static gboolean
is_hosted (const PlainEngagement *engagement)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->side == LIAISON_SIDE_OURS && part->role == LIAISON_ROLE_HOST)
        return TRUE;
    }

  return engagement->form == LIAISON_FORM_VISIT_HOSTED;
}

static gboolean
is_same_rank (const PlainEngagement *engagement)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *ours = g_ptr_array_index (engagement->parts, i);

      for (guint j = 0; j < engagement->parts->len; j++)
        {
          const PlainPart *theirs = g_ptr_array_index (engagement->parts, j);

          if (ours->side == LIAISON_SIDE_OURS && theirs->side == LIAISON_SIDE_THEIRS && are_peers (ours, theirs))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_named_counterpart (const PlainEngagement *engagement)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->side == LIAISON_SIDE_THEIRS && part->contact != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_spoken (const PlainEngagement *engagement,
            Presence               presence)
{
  gboolean ours = FALSE;
  gboolean theirs = FALSE;

  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      ours = ours || is_present (part, LIAISON_SIDE_OURS, SPOKE);
      theirs = theirs || is_present (part, LIAISON_SIDE_THEIRS, presence);
    }

  return ours && theirs;
}

static gboolean
is_spoken (const PlainEngagement *engagement)
{
  return engagement->counted && (engagement->group == LIAISON_GROUP_CALLS || engagement->group == LIAISON_GROUP_MEETINGS
                                 || engagement->group == LIAISON_GROUP_UNSPECIFIED);
}

static gboolean
is_state (const PlainEngagement *engagement,
          int                    state)
{
  switch (state)
    {
    case LIAISON_IS_COUNTED:
      return engagement->counted;
    case LIAISON_IS_CONTAINER:
      return engagement->group == 0;
    case LIAISON_IS_SPOKE_WITH:
      return is_spoken (engagement) && has_spoken (engagement, SPOKE);
    case LIAISON_IS_REACHED:
      return is_spoken (engagement) && has_spoken (engagement, REACHED);
    case LIAISON_IS_BILATERAL:
      return count_seats (engagement) == 1 && !is_formal (engagement);
    case LIAISON_IS_MULTILATERAL:
      return count_seats (engagement) > 1 || is_formal (engagement);
    case LIAISON_IS_HOSTED:
      return is_hosted (engagement);
    case LIAISON_IS_SAME_RANK:
      return is_same_rank (engagement);
    case LIAISON_IS_ANNOUNCED:
      return engagement->evidence == LIAISON_EVIDENCE_ANNOUNCEMENT;
    case LIAISON_IS_UNSOURCED:
      return engagement->evidence == LIAISON_EVIDENCE_NONE || engagement->evidence == 0;
    case LIAISON_IS_UNNAMED:
      return !has_named_counterpart (engagement);
    case LIAISON_IS_UNDATED:
      return engagement->first == 0;
    case LIAISON_IS_IMPRECISE:
      return is_imprecise (engagement) && engagement->last > engagement->first;
    case LIAISON_IS_OVERDUE:
      return engagement->overdue;
    case LIAISON_IS_PUBLIC:
      return engagement->sensitivity == LIAISON_SENSITIVITY_PUBLIC;
    case LIAISON_IS_INTERNAL:
      return engagement->sensitivity == LIAISON_SENSITIVITY_INTERNAL;
    case LIAISON_IS_CONFIDENTIAL:
      return engagement->sensitivity == LIAISON_SENSITIVITY_CONFIDENTIAL;
    default:
      return FALSE;
    }
}

/* Terms on the whole engagement */

static gboolean
has_side (const PlainEngagement *engagement,
          LiaisonSide            side)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->side == side && plain_takes_part (part))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_text (const char *text,
          const char *words,
          gboolean    phrase)
{
  g_autofree char *folded = liaison_fold (words);

  return phrase ? liaison_fold_has_phrase (text, folded) : liaison_names_have_words (text, folded);
}

static gboolean
passes_value (const PlainEngagement   *engagement,
              LiaisonQueryKey          key,
              const LiaisonQueryValue *value)
{
  g_autofree char *place = liaison_fold_search_text (engagement->place);

  switch ((int) key)
    {
    case LIAISON_QUERY_WORD:
      return has_text (engagement->search, value->text, FALSE);
    case LIAISON_QUERY_PHRASE:
      return has_text (engagement->search, value->text, TRUE);
    case LIAISON_QUERY_PLACE:
      return has_text (place, value->text, FALSE);
    case LIAISON_QUERY_FORM:
      return engagement->form == value->number;
    case LIAISON_QUERY_STATUS:
      return engagement->status == value->number;
    case LIAISON_QUERY_EVIDENCE:
      return engagement->evidence == value->number;
    case LIAISON_QUERY_INITIATED:
      return engagement->initiated == value->number;
    case LIAISON_QUERY_GROUP:
      return engagement->group == value->number;
    case LIAISON_QUERY_SIDE:
      return has_side (engagement, value->number);
    case LIAISON_QUERY_FORMAT:
      return engagement->format == 0;
    case LIAISON_QUERY_TOPIC:
      return engagement->topics->len == 0;
    case LIAISON_QUERY_IS:
      return is_state (engagement, value->number);
    case LIAISON_QUERY_AUDIENCE:
      return engagement->sensitivity <= value->number;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
passes_names (PlainStore             *store,
              const PlainEngagement  *engagement,
              const LiaisonQueryTerm *term)
{
  GHashTable *set = plain_resolve (store, term);

  if (term->key == LIAISON_QUERY_FORMAT)
    return has_number (set, engagement->format);

  for (guint i = 0; term->key == LIAISON_QUERY_TOPIC && i < engagement->topics->len; i++)
    {
      if (has_number (set, g_array_index (engagement->topics, gint64, i)))
        return TRUE;
    }

  for (guint i = 0; term->key == LIAISON_QUERY_TAG && i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (has_number (set, part->contact))
        return TRUE;
    }

  return FALSE;
}

static gboolean
passes_plain (PlainStore             *store,
              const PlainEngagement  *engagement,
              const LiaisonQueryTerm *term)
{
  gboolean is_name = term->key == LIAISON_QUERY_FORMAT || term->key == LIAISON_QUERY_TOPIC || term->key == LIAISON_QUERY_TAG;

  if (is_name && !is_none (term))
    return passes_names (store, engagement, term);

  for (guint i = 0; i < term->values->len; i++)
    {
      if (passes_value (engagement, term->key, g_ptr_array_index (term->values, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
passes (PlainStore            *store,
        LiaisonQuery          *query,
        const PlainEngagement *engagement,
        gboolean               loosely)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  int first;
  int last;

  liaison_query_get_span (query, &first, &last);
  if (first > last || (get_presence (query) != PART && !is_spoken (engagement)))
    return FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      gboolean passed;

      if (get_side (term->key) != 0 || get_term_presence (term) != PART || asks_same_rank (term))
        continue;

      if (is_date (term->key))
        passed = passes_date (engagement, term, loosely && !term->negative);
      else if (term->key == LIAISON_QUERY_BEGINS)
        passed = begins_in (query, engagement, term);
      else
        passed = passes_plain (store, engagement, term);

      if (passed == term->negative)
        return FALSE;
    }

  return passes_participants (store, query, engagement, LIAISON_SIDE_OURS)
    && passes_participants (store, query, engagement, LIAISON_SIDE_THEIRS);
}

/* Audiences */

static int
get_most_sensitive (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  int most = LIAISON_SENSITIVITY_CONFIDENTIAL;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      int widest = 0;

      for (guint j = 0; j < term->values->len; j++)
        widest = MAX (widest, ((const LiaisonQueryValue *) g_ptr_array_index (term->values, j))->number);
      if (term->key == LIAISON_QUERY_AUDIENCE && !term->negative)
        most = MIN (most, widest);
    }

  return most;
}

/* The engagement without those of whom the audience of the query must not hear. */
static PlainEngagement
show_to_audience (const PlainEngagement *engagement,
                  LiaisonQuery          *query)
{
  int most = get_most_sensitive (query);
  PlainEngagement shown = *engagement;

  shown.parts = g_ptr_array_new ();
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->sensitivity <= most)
        g_ptr_array_add (shown.parts, part);
    }

  return shown;
}

gboolean
plain_matches (PlainStore            *store,
               LiaisonQuery          *query,
               const PlainEngagement *engagement)
{
  PlainEngagement shown = show_to_audience (engagement, query);
  gboolean matches = passes (store, query, &shown, FALSE);

  g_ptr_array_unref (shown.parts);

  return matches;
}

gboolean
plain_is_outside (PlainStore            *store,
                  LiaisonQuery          *query,
                  const PlainEngagement *engagement)
{
  PlainEngagement shown = show_to_audience (engagement, query);
  gboolean outside = passes (store, query, &shown, TRUE) && !passes (store, query, &shown, FALSE);

  g_ptr_array_unref (shown.parts);

  return outside;
}

GPtrArray *
plain_witnesses (PlainStore            *store,
                 LiaisonQuery          *query,
                 const PlainEngagement *engagement,
                 LiaisonSide            side)
{
  PlainEngagement shown = show_to_audience (engagement, query);
  GPtrArray *witnesses = passes (store, query, &shown, FALSE) ? find_witnesses (store, query, &shown, side) : g_ptr_array_new ();

  g_ptr_array_unref (shown.parts);

  return witnesses;
}
