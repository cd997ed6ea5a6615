/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-proposals.h"

#include "liaison-count-totals.h"
#include "liaison-highlight-private.h"
#include "liaison-query-asks.h"
#include "liaison-query-edit.h"
#include "liaison-sections.h"
#include "liaison-standing.h"

#include <math.h>

#define LEADERS "level:head-of-state,head-of-government,head-of-international-organisation"

/* So many countries and organisations are looked at for who spoke how often with whom. */
#define MOST_SEATS 8

/* So many principals, those with most engagements, are asked for their visits. */
#define MOST_TRAVELLERS 12

/* So many are worth to be told as reached and not reached. */
#define MOST_MEMBERS 30

/* To a reader a part of the world says more than an organisation of much the same countries. */
#define REGION_WEIGHT 1.1

/*
 * What a kind says as compared to others with the same number: with whom the heads of states and governments spoke, how much was spoken, and how often
 * with the same people come first; whom somebody has not reached is for the desk rather than for a headline.
 */
static const double weights[] = {
  [LIAISON_HIGHLIGHT_KIND_LEADERS] = 3.0,
  [LIAISON_HIGHLIGHT_KIND_COUNTERPARTS] = 2.0,
  [LIAISON_HIGHLIGHT_KIND_SAME_RANK] = 1.6,
  [LIAISON_HIGHLIGHT_KIND_CALLS_AND_MEETINGS] = 2.6,
  [LIAISON_HIGHLIGHT_KIND_SESSIONS] = 3.4,
  [LIAISON_HIGHLIGHT_KIND_FORMATS] = 1.5,
  [LIAISON_HIGHLIGHT_KIND_PAIRS] = 3.0,
  [LIAISON_HIGHLIGHT_KIND_FORMAT] = 4.0, /* its number is that of principals */
  [LIAISON_HIGHLIGHT_KIND_HOSTED] = 2.4,
  [LIAISON_HIGHLIGHT_KIND_VISITS] = 1.3,
  [LIAISON_HIGHLIGHT_KIND_REACHED] = 1.0,
  [LIAISON_HIGHLIGHT_KIND_OFFICE] = 1.0,
  [LIAISON_HIGHLIGHT_KIND_FURTHER] = 1.2,
};

G_STATIC_ASSERT (G_N_ELEMENTS (weights) == LIAISON_N_HIGHLIGHT_KINDS);

typedef struct
{
  LiaisonDb            *db;
  const LiaisonReport  *report;
  LiaisonTelling        telling;
  char                 *base; /* with the span and the audience */
  GPtrArray            *proposals;
  GHashTable           *seniority; /* UUID of a principal → what its level adds, in hundredths */
  GHashTable           *leads;     /* UUID of a principal → whether it is more than a member of the delegations of others */
} Search;

static void
free_proposal (gpointer data)
{
  LiaisonProposal *proposal = data;

  g_free (proposal->query);
  g_free (proposal);
}

static double
get_seniority (Search     *search,
               const char *principal)
{
  g_autoptr (LiaisonPerson) person = NULL;
  gpointer known;

  if (!principal)
    return 1;
  if (g_hash_table_lookup_extended (search->seniority, principal, NULL, &known))
    return GPOINTER_TO_INT (known) / 100.0;

  person = liaison_person_load (search->db, principal, search->telling.day, &search->telling, NULL);
  known = GINT_TO_POINTER (!person || !person->level ? 100 : 100 + 40 / (int) person->level);
  g_hash_table_insert (search->seniority, g_strdup (principal), known);

  return GPOINTER_TO_INT (known) / 100.0;
}

static void
propose (Search               *search,
         LiaisonHighlightKind  kind,
         const char           *principal,
         const char           *more,
         gint64                value)
{
  const char *query = search->report->query;
  LiaisonProposal *proposal = g_new (LiaisonProposal, 1);

  *proposal = (LiaisonProposal) {
    .kind = kind,
    .query = g_strdup_printf ("%s%s%s", query, *query && *more ? " " : "", more),
    .value = value,
    .score = weights[kind] * log2 (value + 1) * get_seniority (search, principal),
  };
  g_ptr_array_add (search->proposals, proposal);
}

static GPtrArray *
count (Search           *search,
       const char       *more,
       LiaisonCountKey   by,
       LiaisonMeasure    measure,
       GError          **error)
{
  g_autofree char *text = g_strdup_printf ("%s %s", search->base, more);
  g_autoptr (LiaisonQuery) query = liaison_query_read (search->db, text, error);

  return query ? liaison_count (search->db, query, by, -1, measure, error) : NULL;
}

/* Who only ever sits behind somebody else is in every count with them, and no headline. */
static gboolean
find_lead (Search              *search,
           const LiaisonCount  *count,
           gboolean            *is_lead,
           GError             **error)
{
  gpointer known;

  *is_lead = TRUE;
  if (count->value > count->dated)
    return TRUE;
  if (g_hash_table_lookup_extended (search->leads, count->key, NULL, &known))
    {
      *is_lead = GPOINTER_TO_INT (known);
      return TRUE;
    }
  if (!liaison_principal_leads (search->db, count->query, count->key, &search->telling, is_lead, error))
    return FALSE;

  g_hash_table_insert (search->leads, g_strdup (count->key), GINT_TO_POINTER (*is_lead));

  return TRUE;
}

/* Proposes a kind for each value of a key that has at least @least; @term is what asks for the value. */
static gboolean
propose_by (Search                *search,
            LiaisonHighlightKind   kind,
            const char            *counted,
            const char            *kept,
            LiaisonCountKey        by,
            const char            *term,
            LiaisonMeasure         measure,
            gint64                 least,
            GError               **error)
{
  g_autoptr (GPtrArray) counts = count (search, counted, by, measure, error);

  if (!counts)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *one = g_ptr_array_index (counts, i);
      g_autofree char *more = g_strdup_printf ("%s%s%s:%s", kept, *kept ? " " : "", term, one->key);
      gboolean is_principal = by == LIAISON_COUNT_PRINCIPAL;
      gboolean is_lead = TRUE;

      if (!*one->key || one->value < least)
        continue;
      if (is_principal && !find_lead (search, one, &is_lead, error))
        return FALSE;
      if (is_lead)
        propose (search, kind, is_principal ? one->key : NULL, more, one->value);
    }

  return TRUE;
}

static gboolean
propose_principals (Search  *search,
                    GError **error)
{
  return propose_by (search, LIAISON_HIGHLIGHT_KIND_CALLS_AND_MEETINGS, "is:spoke-with", "", LIAISON_COUNT_PRINCIPAL, "by",
                     LIAISON_MEASURE_ENGAGEMENTS, 3, error)
    && propose_by (search, LIAISON_HIGHLIGHT_KIND_SAME_RANK, "is:spoke-with is:same-rank", "", LIAISON_COUNT_PRINCIPAL, "by",
                   LIAISON_MEASURE_COUNTERPARTS, 2, error)
    && propose_by (search, LIAISON_HIGHLIGHT_KIND_SESSIONS, "group:sessions", "", LIAISON_COUNT_PRINCIPAL, "by",
                   LIAISON_MEASURE_ENGAGEMENTS, 1, error)
    && propose_by (search, LIAISON_HIGHLIGHT_KIND_FORMATS, "-format:none is:spoke-with", "", LIAISON_COUNT_PRINCIPAL, "by",
                   LIAISON_MEASURE_ENGAGEMENTS, 2, error)
    && propose_by (search, LIAISON_HIGHLIGHT_KIND_HOSTED, "is:hosted", "", LIAISON_COUNT_PRINCIPAL, "by", LIAISON_MEASURE_ENGAGEMENTS, 1, error)
    && propose_by (search, LIAISON_HIGHLIGHT_KIND_OFFICE, "is:spoke-with", "", LIAISON_COUNT_OFFICE, "office",
                   LIAISON_MEASURE_COUNTERPARTS, 3, error);
}

/* Visits contain what is counted, and are in no count themselves. */
static gboolean
propose_visits (Search  *search,
                GError **error)
{
  g_autoptr (GPtrArray) counts = count (search, "is:counted", LIAISON_COUNT_PRINCIPAL, LIAISON_MEASURE_ENGAGEMENTS, error);

  if (!counts)
    return FALSE;

  for (guint i = 0; i < counts->len && i < MOST_TRAVELLERS; i++)
    {
      const LiaisonCount *principal = g_ptr_array_index (counts, i);
      g_autofree char *more = g_strdup_printf ("by:%s", principal->key);
      g_autofree char *text = g_strdup_printf ("%s %s form:visit-made status:held", search->base, more);
      g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
      LiaisonTally tally;

      if (!*principal->key)
        continue;
      if (!liaison_query_tally (search->db, query, &tally, error))
        return FALSE;
      if (tally.records > 0)
        propose (search, LIAISON_HIGHLIGHT_KIND_VISITS, principal->key, more, tally.records);
    }

  return TRUE;
}

/* Groupings: leaders and counterparts from them, and their members; each principal with the grouping from which most were spoken with. */
static gboolean
propose_grouping (Search                 *search,
                  const LiaisonGrouping  *grouping,
                  GError                **error)
{
  guint first = search->proposals->len;
  g_autofree char *term = g_strdup_printf ("grouping:%s", grouping->uuid);
  g_autofree char *leaders = g_strdup_printf ("is:spoke-with %s " LEADERS, term);
  g_autofree char *spoken = g_strdup_printf ("is:spoke-with %s", term);
  g_autofree char *reached = g_strdup_printf ("is:reached %s", term);

  if (!propose_by (search, LIAISON_HIGHLIGHT_KIND_LEADERS, leaders, term, LIAISON_COUNT_PRINCIPAL, "by", LIAISON_MEASURE_COUNTERPARTS, 2, error)
      || !propose_by (search, LIAISON_HIGHLIGHT_KIND_COUNTERPARTS, spoken, term, LIAISON_COUNT_PRINCIPAL, "by", LIAISON_MEASURE_COUNTERPARTS, 3,
                      error))
    return FALSE;

  for (guint i = first; i < search->proposals->len && grouping->is_region; i++)
    ((LiaisonProposal *) g_ptr_array_index (search->proposals, i))->score *= REGION_WEIGHT;

  return grouping->n_members > MOST_MEMBERS
    || propose_by (search, LIAISON_HIGHLIGHT_KIND_REACHED, reached, term, LIAISON_COUNT_PRINCIPAL, "by", LIAISON_MEASURE_COUNTRIES, 3, error);
}

/* Where the report asks for a grouping itself, no other one is put beside it. */
static gboolean
propose_own_grouping (Search        *search,
                      LiaisonQuery  *query,
                      GError       **error)
{
  g_autoptr (GPtrArray) named = liaison_query_find_records (search->db, query, "grouping", error);
  g_autoptr (GPtrArray) members = NULL;

  if (!named
      || !propose_by (search, LIAISON_HIGHLIGHT_KIND_LEADERS, "is:spoke-with " LEADERS, "", LIAISON_COUNT_PRINCIPAL, "by",
                      LIAISON_MEASURE_COUNTERPARTS, 2, error)
      || !propose_by (search, LIAISON_HIGHLIGHT_KIND_COUNTERPARTS, "is:spoke-with", "", LIAISON_COUNT_PRINCIPAL, "by",
                      LIAISON_MEASURE_COUNTERPARTS, 3, error))
    return FALSE;

  if (named->len != 1)
    return TRUE;

  members = liaison_standing_members (search->db, ((const LiaisonReference *) g_ptr_array_index (named, 0))->uuid, search->telling.day, error);
  if (!members)
    return FALSE;

  return members->len > MOST_MEMBERS
    || propose_by (search, LIAISON_HIGHLIGHT_KIND_REACHED, "is:reached", "", LIAISON_COUNT_PRINCIPAL, "by", LIAISON_MEASURE_COUNTRIES, 3, error);
}

static gboolean
propose_groupings (Search  *search,
                   GError **error)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (search->report->query);
  g_autoptr (GPtrArray) groupings =
    liaison_standing_groupings (search->db, search->telling.day, (LiaisonSensitivity) search->telling.audience, error);

  if (!groupings)
    return FALSE;
  if (liaison_query_asks (query, "grouping") || liaison_query_asks (query, "country") || liaison_query_asks (query, "org"))
    return propose_own_grouping (search, query, error);

  for (guint i = 0; i < groupings->len; i++)
    {
      if (!propose_grouping (search, g_ptr_array_index (groupings, i), error))
        return FALSE;
    }

  return TRUE;
}

/* How many principals engaged each format: once each is enough. */
static gboolean
propose_formats (Search  *search,
                 GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s is:counted -format:none", search->base);
  g_autoptr (LiaisonQuery) query = liaison_query_read (search->db, text, error);
  g_autoptr (GPtrArray) counts = query ? liaison_count (search->db, query, LIAISON_COUNT_FORMAT, LIAISON_COUNT_PRINCIPAL,
                                                        LIAISON_MEASURE_ENGAGEMENTS, error) : NULL;
  g_autoptr (GHashTable) principals = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer format;
  gpointer n;

  if (!counts)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *one = g_ptr_array_index (counts, i);

      if (*one->key && *one->and_key)
        g_hash_table_insert (principals, one->key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (principals, one->key)) + 1));
    }

  g_hash_table_iter_init (&iter, principals);
  while (g_hash_table_iter_next (&iter, &format, &n))
    {
      g_autofree char *more = g_strdup_printf ("format:%s", (const char *) format);

      if (GPOINTER_TO_INT (n) > 1)
        propose (search, LIAISON_HIGHLIGHT_KIND_FORMAT, NULL, more, GPOINTER_TO_INT (n));
    }

  return TRUE;
}

static gboolean
propose_pairs (Search      *search,
               const char  *more,
               gint64       least,
               GError     **error)
{
  g_autofree char *text = g_strdup_printf ("%s is:spoke-with %s", search->base, more);
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GPtrArray) pairs =
    liaison_count (search->db, query, LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTERPART, LIAISON_MEASURE_ENGAGEMENTS, error);
  gint64 n = 0;

  if (!pairs)
    return FALSE;

  for (guint i = 0; i < pairs->len; i++)
    {
      const LiaisonCount *pair = g_ptr_array_index (pairs, i);

      if (*pair->key && *pair->and_key && pair->value >= least)
        n += pair->value;
    }
  if (n > 0)
    propose (search, LIAISON_HIGHLIGHT_KIND_PAIRS, NULL, more, n);

  return TRUE;
}

/* With whom somebody spoke more than once, by country; and who spoke with somebody who sits for an organisation at all. */
static gboolean
propose_seats (Search  *search,
               GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s is:spoke-with", search->base);
  g_autoptr (LiaisonQuery) query = liaison_query_read (search->db, text, error);
  g_autoptr (GPtrArray) sections = query ? liaison_sections_load (search->db, query, &search->telling, error) : NULL;
  guint n_looked_at = 0;

  if (!sections)
    return FALSE;

  for (guint i = 0; i < sections->len && n_looked_at < MOST_SEATS; i++)
    {
      const LiaisonSection *section = g_ptr_array_index (sections, i);
      gboolean is_country = section->kind == LIAISON_SECTION_COUNTRY;
      g_autofree char *more = g_strdup_printf ("%s:%s", is_country ? "country" : "org", section->key);

      if (!is_country && section->kind != LIAISON_SECTION_ORGANISATION)
        continue;

      n_looked_at++;
      if (!propose_pairs (search, more, is_country ? 2 : 1, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
propose_further (Search  *search,
                 GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s is:spoke-with", search->base);
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GPtrArray) uses = liaison_count_totals (search->db, query, LIAISON_COUNT_PRINCIPAL, -1, error);
  gint64 n = 0;

  if (!uses)
    return FALSE;

  for (guint i = 0; i < uses->len; i++)
    {
      const LiaisonTotalUse *use = g_ptr_array_index (uses, i);

      if (use->added > 0 && !use->credited && use->counts == LIAISON_COUNTS_OCCASIONS)
        n += use->added;
    }
  if (n > 0)
    propose (search, LIAISON_HIGHLIGHT_KIND_FURTHER, NULL, "", n);

  return TRUE;
}

static int
compare_proposals (gconstpointer a,
                   gconstpointer b)
{
  const LiaisonProposal *first = *(const LiaisonProposal * const *) a;
  const LiaisonProposal *second = *(const LiaisonProposal * const *) b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;

  return g_strcmp0 (first->query, second->query);
}

GPtrArray *
liaison_proposals_find (LiaisonDb            *db,
                        const LiaisonReport  *report,
                        GError              **error)
{
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (free_proposal);
  g_autoptr (GHashTable) seniority = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) leads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *query = liaison_report_dup_query (report, NULL);
  g_autofree char *base = liaison_query_for_audience (query, report->audience);
  Search search = { db, report, liaison_report_get_telling (report), base, proposals, seniority, leads };

  if (!propose_principals (&search, error)
      || !propose_visits (&search, error)
      || !propose_groupings (&search, error)
      || !propose_formats (&search, error)
      || !propose_seats (&search, error)
      || !propose_further (&search, error))
    return NULL;

  g_ptr_array_sort (proposals, compare_proposals);

  return g_steal_pointer (&proposals);
}

/* Leaders, counterparts and those of the same rank are much the same people. */
static LiaisonHighlightKind
get_family (LiaisonHighlightKind kind)
{
  if (kind == LIAISON_HIGHLIGHT_KIND_COUNTERPARTS || kind == LIAISON_HIGHLIGHT_KIND_SAME_RANK)
    return LIAISON_HIGHLIGHT_KIND_LEADERS;

  return kind;
}

/* What a proposal is about, next to its number: the principal, the office, the country, or the format. */
static char *
dup_subject (const LiaisonProposal *proposal)
{
  static const char * const keys[] = { "by", "office", "format", "country", "org" };
  g_autoptr (LiaisonQuery) query = liaison_query_parse (proposal->query);
  GString *subject = g_string_new (NULL);

  g_string_append_printf (subject, "%d", get_family (proposal->kind));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_auto (GStrv) values = liaison_query_dup_values (query, keys[i], NULL);
      g_autofree char *joined = g_strjoinv (",", values);

      g_string_append_printf (subject, " %s", joined);
    }

  return g_string_free (subject, FALSE);
}

void
liaison_proposals_choose (GPtrArray     *proposals,
                          LiaisonReport *report,
                          guint          most)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_of_kind[LIAISON_N_HIGHLIGHT_KINDS] = { 0 };
  guint most_of_kind = MAX (2, most / 4);

  for (guint i = 0; i < proposals->len && report->highlights->len < most; i++)
    {
      const LiaisonProposal *proposal = g_ptr_array_index (proposals, i);

      if (n_of_kind[proposal->kind] < most_of_kind && g_hash_table_add (subjects, dup_subject (proposal)))
        {
          liaison_report_add_highlight (report, proposal->kind, proposal->query);
          n_of_kind[proposal->kind]++;
        }
    }
}
