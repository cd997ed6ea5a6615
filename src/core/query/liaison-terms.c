/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-terms-private.h"

#include "liaison-audience-private.h"
#include "liaison-resolve-private.h"
#include "liaison-states-private.h"
#include "liaison-words-private.h"

/* ?1 is the list of what it may be, ?2 the most that the audience may hear. */
#define LISTED "IN (SELECT value FROM json_each (?1))"

static const char of_form[] = "SELECT id FROM engagement INDEXED BY engagement_form WHERE form " LISTED;

/* The index has the days of each form behind one another. */
static const char of_form_in_span[] =
  "SELECT id FROM engagement INDEXED BY engagement_form WHERE form " LISTED " AND x_first_day BETWEEN ?2 AND ?3";

static const char of_status[] = "SELECT id FROM engagement INDEXED BY engagement_status WHERE status " LISTED;

#define FORMAT_IS_TOLD "format NOT IN (SELECT id FROM organisation WHERE sensitivity > ?2)"
#define TOPIC_IS_TOLD "target NOT IN (SELECT id FROM topic WHERE sensitivity > ?2)"

static const char of_status_but_held[] =
  "SELECT id FROM engagement INDEXED BY engagement_status WHERE status IN (SELECT value FROM json_each (?1) WHERE value <> 2)";

G_STATIC_ASSERT (LIAISON_STATUS_HELD == 2);

static const char of_format[] =
  "SELECT id FROM engagement INDEXED BY engagement_format WHERE format " LISTED " AND format IS NOT NULL AND " FORMAT_IS_TOLD;

static const char of_any_format[] = "SELECT id FROM engagement INDEXED BY engagement_format WHERE format IS NOT NULL AND " FORMAT_IS_TOLD;

static const char of_topic[] =
  "SELECT owner FROM engagement_topics INDEXED BY engagement_topics_target WHERE target " LISTED " AND " TOPIC_IS_TOLD;

static const char of_any_topic[] = "SELECT owner FROM engagement_topics WHERE " TOPIC_IS_TOLD;

static const char of_initiative[] = "SELECT id FROM engagement WHERE initiated " LISTED;

static const char of_other_evidence[] = "SELECT id FROM engagement INDEXED BY engagement_evidence WHERE evidence <> 1";

static const char of_evidence[] = "SELECT id FROM engagement INDEXED BY engagement_evidence WHERE evidence <> 1 AND evidence " LISTED;

G_STATIC_ASSERT (LIAISON_EVIDENCE_REPORT == 1);

static const char of_contact[] = "SELECT engagement, id FROM participation INDEXED BY participation_contact WHERE contact " LISTED;

/* What has none of something is what is left without what has any. */
static gboolean
collect_others (LiaisonDb    *db,
                const char   *any,
                LiaisonBits  *bits,
                GError      **error)
{
  g_autoptr (LiaisonBits) some = liaison_bits_new (bits->size);
  g_autoptr (LiaisonBits) all = liaison_bits_new (bits->size);

  if (!liaison_bits_collect (some, db, any, NULL, 0, 0, error) || !liaison_states_collect_all (db, all, error))
    return FALSE;

  liaison_bits_subtract (all, some);
  liaison_bits_unite (bits, all);

  return TRUE;
}

/* By whom the engagements were initiated; @is_known as in liaison_participants_collect_traits(). */
static gboolean
collect_initiatives (LiaisonParticipants     *participants,
                     const LiaisonQueryTerm  *term,
                     LiaisonBits             *bits,
                     gboolean                *is_known,
                     GError                 **error)
{
  *is_known = TRUE;
  for (guint i = 0; i < term->values->len && *is_known; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);
      LiaisonTraits trait = liaison_traits_get_initiated (value->none ? 0 : value->number);

      if (!liaison_participants_collect_traits (participants, trait, bits, is_known, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
collect_value (LiaisonParticipants      *participants,
               LiaisonQueryKey           key,
               const LiaisonQueryValue  *value,
               LiaisonBits              *bits,
               GError                  **error)
{
  g_autoptr (GPtrArray) no_conditions = NULL;

  switch ((int) key)
    {
    case LIAISON_QUERY_WORD:
      return liaison_words_collect (participants->db, value->text, bits, error);

    case LIAISON_QUERY_PHRASE:
      return liaison_words_collect_phrase (participants->db, value->text, bits, error);

    case LIAISON_QUERY_PLACE:
      return liaison_words_collect_place (participants->db, value->text, participants->among, bits, error);

    case LIAISON_QUERY_GROUP:
      return liaison_states_collect_group (participants, value->number, bits, error);

    case LIAISON_QUERY_IS:
      return liaison_states_collect (participants, value->number, bits, error);

    case LIAISON_QUERY_AUDIENCE:
      return liaison_audience_collect (participants->db, value->number, bits, error);

    case LIAISON_QUERY_SIDE:
      no_conditions = liaison_conditions_new ();
      return liaison_participants_match (participants, value->number, no_conditions, LIAISON_PRESENCE_PART, bits, NULL, error);

    case LIAISON_QUERY_EVIDENCE:
      return value->number != LIAISON_EVIDENCE_REPORT || collect_others (participants->db, of_other_evidence, bits, error);

    default:
      g_assert_not_reached ();
    }
}

static gboolean
collect_values (LiaisonParticipants     *participants,
                const LiaisonQueryTerm  *term,
                LiaisonBits             *bits,
                GError                 **error)
{
  for (guint i = 0; i < term->values->len; i++)
    {
      if (!collect_value (participants, term->key, g_ptr_array_index (term->values, i), bits, error))
        return FALSE;
    }

  return TRUE;
}

/* The statement that finds all values of a term at once; %NULL where each has to be looked for by itself. */
static const char *
get_statement (LiaisonQueryKey key)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_FORM:
      return of_form;
    case LIAISON_QUERY_STATUS:
      return of_status;
    case LIAISON_QUERY_FORMAT:
      return of_format;
    case LIAISON_QUERY_TOPIC:
      return of_topic;
    case LIAISON_QUERY_INITIATED:
      return of_initiative;
    case LIAISON_QUERY_EVIDENCE:
      return of_evidence;
    default:
      return NULL;
    }
}

gboolean
liaison_terms_collect (LiaisonParticipants     *participants,
                       const LiaisonQueryTerm  *term,
                       LiaisonBits             *bits,
                       GError                 **error)
{
  const char *statement = get_statement (term->key);
  g_autofree char *list = NULL;
  gboolean is_known = FALSE;

  if (term->key == LIAISON_QUERY_INITIATED && !collect_initiatives (participants, term, bits, &is_known, error))
    return FALSE;
  if (is_known)
    return TRUE;

  if (liaison_term_is_none (term))
    return liaison_bits_collect (bits, participants->db, statement, "[0]", 0, 0, error);

  if (!statement && term->key != LIAISON_QUERY_TAG)
    return collect_values (participants, term, bits, error);

  list = liaison_resolve_term (participants->db, term, NULL, error);
  if (list && term->key == LIAISON_QUERY_FORM && participants->has_span)
    return liaison_bits_collect (bits, participants->db, of_form_in_span, list, participants->first_day, participants->last_day, error);
  if (list && term->key == LIAISON_QUERY_TAG)
    return liaison_participants_collect (participants, of_contact, list, bits, error);
  if (!list || !liaison_bits_collect (bits, participants->db, statement, list, liaison_participants_get_most (participants), 0, error))
    return FALSE;

  /* Reports are not indexed, since nearly everything is one. */
  return term->key != LIAISON_QUERY_EVIDENCE || collect_values (participants, term, bits, error);
}

static gboolean
has_number (const LiaisonQueryTerm *term,
            int                     first,
            int                     last)
{
  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);

      if (value->number >= first && value->number <= last)
        return TRUE;
    }

  return FALSE;
}

/* The states between them ask who took part, too. */
G_STATIC_ASSERT (LIAISON_IS_SPOKE_WITH < LIAISON_IS_REACHED && LIAISON_IS_REACHED < LIAISON_IS_BILATERAL && LIAISON_IS_BILATERAL < LIAISON_IS_MULTILATERAL
                 && LIAISON_IS_MULTILATERAL < LIAISON_IS_SAME_RANK);

gboolean
liaison_term_is_dear (const LiaisonQueryTerm *term)
{
  switch ((int) term->key)
    {
    case LIAISON_QUERY_IS:
      return has_number (term, LIAISON_IS_SPOKE_WITH, LIAISON_IS_SAME_RANK);

    case LIAISON_QUERY_SIDE:
    case LIAISON_QUERY_FORM:
    case LIAISON_QUERY_PLACE:
      return TRUE;

    default:
      return FALSE;
    }
}

gboolean
liaison_term_is_for_most (const LiaisonQueryTerm *term)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  if (term->key == LIAISON_QUERY_STATUS)
    return has_number (term, LIAISON_STATUS_HELD, LIAISON_STATUS_HELD);
  if (term->values->len > 1)
    return FALSE;

  switch ((int) term->key)
    {
    case LIAISON_QUERY_EVIDENCE:
      return value->number == LIAISON_EVIDENCE_REPORT;

    case LIAISON_QUERY_IS:
      return value->number == LIAISON_IS_COUNTED || value->number == LIAISON_IS_PUBLIC;

    case LIAISON_QUERY_FORMAT:
    case LIAISON_QUERY_TOPIC:
      return value->none;

    default:
      return FALSE;
    }
}

/* What was not held and has none of the other statuses either. */
static gboolean
collect_other_statuses (LiaisonDb               *db,
                        const LiaisonQueryTerm  *term,
                        LiaisonBits             *bits,
                        GError                 **error)
{
  g_autoptr (LiaisonBits) others = liaison_bits_new (bits->size);
  g_autoptr (LiaisonBits) asked = liaison_bits_new (bits->size);
  g_autofree char *list = liaison_resolve_term (db, term, NULL, error);

  if (!list || !liaison_states_collect_unheld (db, others, error) || !liaison_bits_collect (asked, db, of_status_but_held, list, 0, 0, error))
    return FALSE;

  liaison_bits_subtract (others, asked);
  liaison_bits_unite (bits, others);

  return TRUE;
}

gboolean
liaison_terms_collect_others (LiaisonParticipants     *participants,
                              const LiaisonQueryTerm  *term,
                              LiaisonBits             *bits,
                              GError                 **error)
{
  LiaisonDb *db = participants->db;
  LiaisonSensitivity most = liaison_participants_get_most (participants);
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  switch ((int) term->key)
    {
    case LIAISON_QUERY_STATUS:
      return collect_other_statuses (db, term, bits, error);

    case LIAISON_QUERY_EVIDENCE:
      return liaison_bits_collect (bits, db, of_other_evidence, NULL, 0, 0, error);

    case LIAISON_QUERY_FORMAT:
      return liaison_bits_collect (bits, db, of_any_format, NULL, most, 0, error);

    case LIAISON_QUERY_TOPIC:
      return liaison_participants_collect_traits_or (participants, LIAISON_TRAIT_TOPIC, of_any_topic, most, bits, error);

    case LIAISON_QUERY_IS:
      return value->number == LIAISON_IS_COUNTED ? liaison_states_collect_uncounted (db, bits, error)
                                                 : liaison_states_collect_guarded (db, bits, error);

    default:
      g_assert_not_reached ();
    }
}
