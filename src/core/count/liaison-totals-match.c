/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-totals-private.h"

#include "liaison-country.h"
#include "liaison-resolve-private.h"
#include "liaison-rows-private.h"

/* Whether a term holds of a total: of all of it, of none of it, or its fields do not say. */
typedef enum { NO, YES, UNKNOWN } Answer;

static gboolean
contains (const GArray *keys,
          gint64        key)
{
  for (guint i = 0; i < keys->len; i++)
    {
      if (g_array_index (keys, gint64, i) == key)
        return TRUE;
    }

  return FALSE;
}

/* Whether all that is stated is allowed; nothing stated says nothing, and neither does a key of 0. */
static Answer
judge_keys (const GArray *stated,
            const GArray *allowed)
{
  guint n_allowed = 0;

  for (guint i = 0; i < stated->len; i++)
    {
      gint64 key = g_array_index (stated, gint64, i);

      if (key == 0)
        return UNKNOWN;
      n_allowed += contains (allowed, key);
    }

  if (stated->len == 0)
    return UNKNOWN;

  return n_allowed == stated->len ? YES : n_allowed == 0 ? NO : UNKNOWN;
}

static Answer
any_of (Answer one,
        Answer other)
{
  if (one == YES || other == YES)
    return YES;

  return one == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
}

static LiaisonForm
get_form (const LiaisonTotal *total)
{
  return total->form ? total->form : LIAISON_FORM_UNSPECIFIED;
}

/* The group of what is stated with a form alone: a visit may be a meeting or travel. */
static LiaisonGroup
get_group (const LiaisonTotal *total)
{
  switch (get_form (total))
    {
    case LIAISON_FORM_PHONE_CALL:
    case LIAISON_FORM_VIDEO_CALL:
      return LIAISON_GROUP_CALLS;

    case LIAISON_FORM_MEETING:
    case LIAISON_FORM_PULL_ASIDE:
    case LIAISON_FORM_WORKING_MEAL:
      return LIAISON_GROUP_MEETINGS;

    case LIAISON_FORM_VISIT_MADE:
    case LIAISON_FORM_VISIT_HOSTED:
      return total->counterparts->len > 0 || total->seats->len > 0 ? LIAISON_GROUP_MEETINGS : LIAISON_GROUP_TRAVEL;

    case LIAISON_FORM_MULTILATERAL_SESSION:
      return LIAISON_GROUP_SESSIONS;

    case LIAISON_FORM_CEREMONY:
      return LIAISON_GROUP_CEREMONIES;

    case LIAISON_FORM_LETTER:
    case LIAISON_FORM_MESSAGE:
      return LIAISON_GROUP_WRITTEN;

    case LIAISON_FORM_UNSPECIFIED:
    default:
      return LIAISON_GROUP_UNSPECIFIED;
    }
}

static Answer
judge_state (const LiaisonTotal *total,
             LiaisonIs           state)
{
  LiaisonGroup group = get_group (total);

  switch (state)
    {
    case LIAISON_IS_COUNTED:
    case LIAISON_IS_UNDATED:
      return YES;

    case LIAISON_IS_SPOKE_WITH:
    case LIAISON_IS_REACHED:
      return group == LIAISON_GROUP_CALLS || group == LIAISON_GROUP_MEETINGS || group == LIAISON_GROUP_UNSPECIFIED ? YES : NO;

    case LIAISON_IS_UNSOURCED:
      return total->is_sourced ? NO : YES;

    case LIAISON_IS_PUBLIC:
    case LIAISON_IS_INTERNAL:
    case LIAISON_IS_CONFIDENTIAL:
      return total->sensitivity == (int) (state - LIAISON_IS_PUBLIC + LIAISON_SENSITIVITY_PUBLIC) ? YES : NO;

    case LIAISON_IS_CONTAINER:
    case LIAISON_IS_ANNOUNCED:
    case LIAISON_IS_IMPRECISE:
    case LIAISON_IS_OVERDUE:
    case LIAISON_IS_ARCHIVED:
      return NO;

    case LIAISON_IS_BILATERAL:
    case LIAISON_IS_MULTILATERAL:
    case LIAISON_IS_HOSTED:
    case LIAISON_IS_SAME_RANK:
    case LIAISON_IS_UNNAMED:
    default:
      return UNKNOWN;
    }
}

static Answer
judge_value (const LiaisonTotal      *total,
             LiaisonQueryKey          key,
             const LiaisonQueryValue *value)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_FORM:
      return get_form (total) == (LiaisonForm) value->number ? YES : NO;

    case LIAISON_QUERY_GROUP:
      return get_group (total) == (LiaisonGroup) value->number ? YES : NO;

    case LIAISON_QUERY_STATUS:
      return value->number == LIAISON_STATUS_HELD ? YES : NO;

    case LIAISON_QUERY_EVIDENCE:
      return value->number == (total->is_sourced ? LIAISON_EVIDENCE_REPORT : LIAISON_EVIDENCE_NONE) ? YES : NO;

    case LIAISON_QUERY_IS:
      return judge_state (total, value->number);

    case LIAISON_QUERY_AUDIENCE:
      return total->secrecy <= value->number ? YES : NO;

    /* Its days are not known, so it is in no bucket of time. */
    case LIAISON_QUERY_BEGINS:
      return NO;

    default:
      return UNKNOWN;
    }
}

static Answer
judge_values (const LiaisonTotal     *total,
              const LiaisonQueryTerm *term)
{
  Answer answer = NO;

  for (guint i = 0; i < term->values->len; i++)
    answer = any_of (answer, judge_value (total, term->key, g_ptr_array_index (term->values, i)));

  return answer;
}

/* The seats that belong to one of the groupings on the last day of the period. */
static GArray *
load_members (LiaisonDb               *db,
              const LiaisonTotal      *total,
              const LiaisonQueryTerm  *term,
              GError                 **error)
{
  g_autofree char *list = liaison_resolve_term (db, term, NULL, error);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  if (!list)
    return NULL;

  sql = liaison_sql_new (db, "SELECT country, organisation FROM membership WHERE \"grouping\" IN (SELECT value FROM json_each (?1))"
                             " AND ?2 BETWEEN x_first_day AND x_last_day", error);
  if (!sql)
    return NULL;

  liaison_sql_bind_static (sql, 1, list);
  liaison_sql_bind_integer (sql, 2, total->last);
  while (liaison_sql_step (sql, &failure))
    {
      const char *country = liaison_sql_get_text (sql, 0);
      gint64 seat = *country ? liaison_country_to_value (country) : -liaison_sql_get_integer (sql, 1);

      g_array_append_val (members, seat);
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&members) : NULL;
}

/* What a term on people and bodies allows, as the total has it. */
static GArray *
load_allowed (LiaisonDb               *db,
              const LiaisonTotal      *total,
              const LiaisonQueryTerm  *term,
              GError                 **error)
{
  g_autoptr (GArray) allowed = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (term->key == LIAISON_QUERY_GROUPING)
    return load_members (db, total, term, error);

  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);
      gint64 key = term->key == LIAISON_QUERY_COUNTRY ? liaison_country_to_value (value->text) : value->number;

      if (term->key == LIAISON_QUERY_COUNTRY || term->key == LIAISON_QUERY_LEVEL)
        g_array_append_val (allowed, key);
      else if (!liaison_resolve_value (db, term->key, value, allowed, error))
        return NULL;
    }

  return g_steal_pointer (&allowed);
}

static const GArray *
get_stated (const LiaisonTotal *total,
            LiaisonQueryKey     key)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_WITH:
      return total->counterparts;
    case LIAISON_QUERY_COUNTRY:
    case LIAISON_QUERY_GROUPING:
      return total->seats;
    case LIAISON_QUERY_ORG:
      return total->organisations;
    case LIAISON_QUERY_LEVEL:
      return total->levels;
    case LIAISON_QUERY_BY:
      return total->principals;
    case LIAISON_QUERY_OFFICE:
      return total->offices;
    default:
      return NULL;
    }
}

static gboolean
judge_term (LiaisonDb               *db,
            const LiaisonTotal      *total,
            const LiaisonQueryTerm  *term,
            Answer                  *answer,
            GError                 **error)
{
  const GArray *stated = get_stated (total, term->key);
  g_autoptr (GArray) allowed = NULL;

  /* That it names nobody does not say that nobody was there. */
  *answer = UNKNOWN;
  if (liaison_term_is_none (term))
    return TRUE;

  if (!stated)
    {
      *answer = judge_values (total, term);
      return TRUE;
    }

  allowed = load_allowed (db, total, term, error);
  if (!allowed)
    return FALSE;

  *answer = judge_keys (stated, allowed);

  return TRUE;
}

static gboolean
is_date (const LiaisonQueryTerm *term)
{
  return term->key == LIAISON_QUERY_FROM || term->key == LIAISON_QUERY_TO || term->key == LIAISON_QUERY_ON;
}

/* Where the period lies: within the span of a value, apart from those of all, or neither. */
static Answer
judge_period (const LiaisonTotal     *total,
              const LiaisonQueryTerm *term)
{
  Answer answer = NO;

  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);
      int first = term->key == LIAISON_QUERY_TO ? 0 : value->first;
      int last = term->key == LIAISON_QUERY_FROM ? G_MAXINT : value->last;

      if (first <= total->first && total->last <= last)
        return YES;
      if (total->last >= first && total->first <= last)
        answer = UNKNOWN;
    }

  return answer;
}

gboolean
liaison_total_matches (LiaisonDb           *db,
                       const LiaisonTotal  *total,
                       LiaisonQuery        *query,
                       gboolean            *matches,
                       gboolean            *inside,
                       GError             **error)
{
  GPtrArray *terms = liaison_query_get_terms (query);

  *inside = TRUE;
  *matches = FALSE;
  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      Answer answer;

      if (is_date (term))
        {
          *inside = *inside && judge_period (total, term) == (term->negative ? NO : YES);
          continue;
        }

      if (!judge_term (db, total, term, &answer, error))
        return FALSE;
      if (answer != (term->negative ? NO : YES))
        return TRUE;
    }
  *matches = TRUE;

  return TRUE;
}

/* Credit */

static gboolean
get_single (const GArray *keys,
            gint64       *value)
{
  if (keys->len != 1)
    return FALSE;

  *value = g_array_index (keys, gint64, 0);

  return *value != 0;
}

gboolean
liaison_total_get_value (const LiaisonTotal *total,
                         LiaisonCountKey     key,
                         gint64             *value)
{
  if (liaison_count_key_is_time (key))
    {
      *value = LIAISON_COUNT_UNDATED;
      return TRUE;
    }

  switch ((int) key)
    {
    case LIAISON_COUNT_TOTAL:
      *value = 1;
      return TRUE;

    case LIAISON_COUNT_FORM:
      *value = get_form (total);
      return TRUE;

    case LIAISON_COUNT_GROUP:
      *value = get_group (total);
      return TRUE;

    case LIAISON_COUNT_COUNTRY:
      return get_single (total->seats, value) && *value > 0;

    case LIAISON_COUNT_PRINCIPAL:
      return get_single (total->principals, value);

    case LIAISON_COUNT_COUNTERPART:
      return get_single (total->counterparts, value);

    case LIAISON_COUNT_ORGANISATION:
      return get_single (total->organisations, value);

    case LIAISON_COUNT_OFFICE:
      return get_single (total->offices, value);

    case LIAISON_COUNT_LEVEL:
      return get_single (total->levels, value);

    /* Neither format nor topic nor initiative nor a level of ours can be stated of a total. */
    default:
      return FALSE;
    }
}
