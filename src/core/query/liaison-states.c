/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-states-private.h"

#include "liaison-counting-private.h"
#include "liaison-facts-private.h"
#include "liaison-order-cache-private.h"
#include "liaison-same-rank-private.h"
#include "liaison-seats-private.h"

static const char everything[] = "SELECT id FROM engagement INDEXED BY engagement_day";

static const char counted[] = "SELECT id FROM engagement e INDEXED BY engagement_group WHERE " LIAISON_SQL_COUNTED;

static const char unheld[] =
  "SELECT id FROM engagement INDEXED BY engagement_status WHERE status < 2"
  " UNION ALL SELECT id FROM engagement INDEXED BY engagement_status WHERE status > 2";

/* What was held and does not count is a container, and so the parent of something. */
static const char uncounted_parents[] =
  "SELECT e.id FROM engagement p INDEXED BY engagement_parent CROSS JOIN engagement e ON e.id = p.parent"
  " WHERE p.parent IS NOT NULL AND NOT " LIAISON_SQL_COUNTED;

G_STATIC_ASSERT (LIAISON_STATUS_HELD == 2);

static const char guarded[] = "SELECT id FROM engagement INDEXED BY engagement_sensitivity WHERE sensitivity <> 1";

/* A container is the parent of something, and few engagements are. */
static const char containers[] =
  "SELECT e.id FROM engagement p INDEXED BY engagement_parent CROSS JOIN engagement e ON e.id = p.parent"
  " WHERE p.parent IS NOT NULL AND e.x_group = 0";

static const char spoken[] = "SELECT id FROM engagement e INDEXED BY engagement_group WHERE " LIAISON_SQL_SPOKEN;

static const char of_group[] = "SELECT id FROM engagement WHERE x_group = ?2";

static const char planned[] = "SELECT id FROM engagement INDEXED BY engagement_status WHERE status = 1";

G_STATIC_ASSERT (LIAISON_STATUS_PLANNED == 1);

/* A host of ours, also one who stayed away; of a visit hosted that is not asked. */
static const char hosted[] =
  "SELECT engagement, id FROM participation INDEXED BY participation_host WHERE role = 3 AND side = 1"
  " UNION ALL SELECT id, 0 FROM engagement INDEXED BY engagement_form WHERE form = 7";

G_STATIC_ASSERT (LIAISON_ROLE_HOST == 3 && LIAISON_SIDE_OURS == 1 && LIAISON_FORM_VISIT_HOSTED == 7);

static const char announced[] = "SELECT id FROM engagement INDEXED BY engagement_evidence WHERE evidence <> 1 AND evidence = 2";

static const char unsourced[] = "SELECT id FROM engagement INDEXED BY engagement_evidence WHERE evidence <> 1 AND evidence IN (0, 3)";

G_STATIC_ASSERT (LIAISON_EVIDENCE_REPORT == 1 && LIAISON_EVIDENCE_ANNOUNCEMENT == 2 && LIAISON_EVIDENCE_NONE == 3);

/* Those without a contact to be shown are few, and of these some have a minor one. */
static const char unnamed[] =
  "SELECT e.id FROM engagement e INDEXED BY engagement_counterpart WHERE e.x_counterpart IS NULL AND NOT EXISTS"
  " (SELECT 1 FROM participation p INDEXED BY participation_engagement WHERE p.engagement = e.id AND p.side = 2 AND p.contact IS NOT NULL)";

G_STATIC_ASSERT (LIAISON_SIDE_THEIRS == 2);

static const char named_counterparts[] =
  "SELECT engagement, id FROM participation INDEXED BY participation_contact WHERE contact IS NOT NULL AND side = 2";

static const char undated[] = "SELECT id FROM engagement INDEXED BY engagement_day WHERE x_first_day = 0";

static const char imprecise[] =
  "SELECT id FROM engagement INDEXED BY engagement_long WHERE x_last_day > x_first_day AND precision IN (3, 4, 6)";

/* A due date may be a month or a year: it is over with its last day. */
static const char overdue[] =
  "WITH today (text) AS (SELECT format ('%04d-%02d-%02d', ?2 / 10000, ?2 / 100 % 100, ?2 % 100))"
  " SELECT f.engagement FROM today CROSS JOIN follow_up f INDEXED BY follow_up_due"
  " WHERE f.status IN (1, 2) AND f.due > '' AND f.due < substr (today.text, 1, length (f.due))";

G_STATIC_ASSERT (LIAISON_FOLLOW_UP_NEEDS_ACTION == 1 && LIAISON_FOLLOW_UP_IN_PROGRESS == 2);

static const char of_sensitivity[] =
  "SELECT id FROM engagement INDEXED BY engagement_sensitivity WHERE sensitivity <> 1 AND sensitivity = ?2";

G_STATIC_ASSERT (LIAISON_SENSITIVITY_PUBLIC == 1);

/* What is in memory need not be read again. */
static gboolean
collect_known (LiaisonDb    *db,
               const char   *text,
               gsize         known, /* its place in LiaisonFacts */
               LiaisonBits  *bits,
               GError      **error)
{
  const LiaisonFacts *facts;

  if (!liaison_facts_find (db, &facts, error))
    return FALSE;
  if (!facts)
    return liaison_bits_collect (bits, db, text, NULL, 0, 0, error);

  liaison_bits_unite (bits, G_STRUCT_MEMBER (LiaisonBits *, facts, known));

  return TRUE;
}

gboolean
liaison_states_collect_all (LiaisonDb    *db,
                            LiaisonBits  *bits,
                            GError      **error)
{
  const LiaisonFacts *facts;
  LiaisonSortKey key;
  GArray *ids;

  if (!liaison_facts_find (db, &facts, error) || !liaison_order_cache_get (db, &key, &ids, error))
    return FALSE;

  if (facts)
    liaison_bits_unite (bits, facts->all);
  else if (ids)
    liaison_bits_set_all (bits, ids, 0, ids->len);
  else
    return liaison_bits_collect (bits, db, everything, NULL, 0, 0, error);

  return TRUE;
}

gboolean
liaison_states_collect_unheld (LiaisonDb    *db,
                               LiaisonBits  *bits,
                               GError      **error)
{
  return liaison_bits_collect (bits, db, unheld, NULL, 0, 0, error);
}

gboolean
liaison_states_collect_uncounted (LiaisonDb    *db,
                                  LiaisonBits  *bits,
                                  GError      **error)
{
  const LiaisonFacts *facts;
  g_autoptr (LiaisonBits) found = NULL;

  if (!liaison_facts_find (db, &facts, error))
    return FALSE;
  if (!facts)
    return liaison_states_collect_unheld (db, bits, error) && liaison_bits_collect (bits, db, uncounted_parents, NULL, 0, 0, error);

  found = liaison_bits_copy (facts->all);
  liaison_bits_subtract (found, facts->counted);
  liaison_bits_unite (bits, found);

  return TRUE;
}

gboolean
liaison_states_collect_guarded (LiaisonDb    *db,
                                LiaisonBits  *bits,
                                GError      **error)
{
  return liaison_bits_collect (bits, db, guarded, NULL, 0, 0, error);
}

gboolean
liaison_states_collect_spoken (LiaisonParticipants  *participants,
                               LiaisonBits          *bits,
                               GError              **error)
{
  return liaison_participants_collect_traits_or (participants, LIAISON_TRAIT_SPOKEN, spoken, 0, bits, error);
}

gboolean
liaison_states_collect_planned (LiaisonDb    *db,
                                LiaisonBits  *bits,
                                GError      **error)
{
  return collect_known (db, planned, G_STRUCT_OFFSET (LiaisonFacts, planned), bits, error);
}

gboolean
liaison_states_collect_group (LiaisonParticipants  *participants,
                              LiaisonGroup          group,
                              LiaisonBits          *bits,
                              GError              **error)
{
  if (group == 0)
    return liaison_bits_collect (bits, participants->db, containers, NULL, 0, 0, error);

  return liaison_participants_collect_traits_or (participants, liaison_traits_get_group (group), of_group, group, bits, error);
}

/* What an engagement must be for a state, where that is stored; 0 where it is not. */
static LiaisonTraits
get_traits (LiaisonIs state)
{
  switch ((int) state)
    {
    case LIAISON_IS_SPOKE_WITH:
      return LIAISON_TRAIT_SPOKEN | LIAISON_TRAIT_OUR_COUNTS | LIAISON_TRAIT_THEIR_COUNTS;
    case LIAISON_IS_REACHED:
      return LIAISON_TRAIT_SPOKEN | LIAISON_TRAIT_OUR_COUNTS | LIAISON_TRAIT_THEIR_REACHED;
    case LIAISON_IS_BILATERAL:
      return LIAISON_TRAIT_BILATERAL;
    case LIAISON_IS_MULTILATERAL:
      return LIAISON_TRAIT_MULTILATERAL;
    case LIAISON_IS_SAME_RANK:
      return LIAISON_TRAIT_SAME_RANK;
    case LIAISON_IS_UNSOURCED:
      return LIAISON_TRAIT_UNSOURCED;
    default:
      return 0;
    }
}

/* "Spoke with" and "reached", where no condition is joined to them. */
static gboolean
collect_presence (LiaisonParticipants  *participants,
                  LiaisonPresence       presence,
                  LiaisonBits          *bits,
                  GError              **error)
{
  g_autoptr (GPtrArray) no_conditions = g_ptr_array_new ();
  g_autoptr (LiaisonBits) found = liaison_bits_new (bits->size);
  g_autoptr (LiaisonBits) ours = liaison_bits_new (bits->size);
  g_autoptr (LiaisonBits) theirs = liaison_bits_new (bits->size);

  if (!liaison_states_collect_spoken (participants, found, error)
      || !liaison_participants_match (participants, LIAISON_SIDE_OURS, no_conditions, LIAISON_PRESENCE_COUNTS, ours, NULL, error)
      || !liaison_participants_match (participants, LIAISON_SIDE_THEIRS, no_conditions, presence, theirs, NULL, error))
    return FALSE;

  liaison_bits_intersect (found, ours);
  liaison_bits_intersect (found, theirs);
  liaison_bits_unite (bits, found);

  return TRUE;
}

/* Also where all who are named are such that the audience must not hear of them. */
static gboolean
collect_unnamed (LiaisonParticipants  *participants,
                 LiaisonBits          *bits,
                 GError              **error)
{
  g_autoptr (LiaisonBits) named = liaison_bits_new (bits->size);
  g_autoptr (LiaisonBits) all = liaison_bits_new (bits->size);

  if (!liaison_participants_collect (participants, named_counterparts, NULL, named, error)
      || !liaison_states_collect_all (participants->db, all, error))
    return FALSE;

  liaison_bits_subtract (all, named);
  liaison_bits_unite (bits, all);

  return TRUE;
}

/* Nearly everything is public, so the few others are indexed. */
static gboolean
collect_public (LiaisonDb    *db,
                LiaisonBits  *bits,
                GError      **error)
{
  g_autoptr (LiaisonBits) others = liaison_bits_new (bits->size);
  g_autoptr (LiaisonBits) all = liaison_bits_new (bits->size);

  if (!liaison_states_collect_all (db, all, error) || !liaison_states_collect_guarded (db, others, error))
    return FALSE;

  liaison_bits_subtract (all, others);
  liaison_bits_unite (bits, all);

  return TRUE;
}

gboolean
liaison_states_collect (LiaisonParticipants  *participants,
                        LiaisonIs             state,
                        LiaisonBits          *bits,
                        GError              **error)
{
  LiaisonDb *db = participants->db;
  LiaisonTraits traits = get_traits (state);
  gboolean is_known = FALSE;

  if (traits && !liaison_participants_collect_traits (participants, traits, bits, &is_known, error))
    return FALSE;
  if (is_known)
    return TRUE;

  switch (state)
    {
    case LIAISON_IS_COUNTED:
      return collect_known (db, counted, G_STRUCT_OFFSET (LiaisonFacts, counted), bits, error);
    case LIAISON_IS_CONTAINER:
      return liaison_states_collect_group (participants, 0, bits, error);
    case LIAISON_IS_SPOKE_WITH:
      return collect_presence (participants, LIAISON_PRESENCE_COUNTS, bits, error);
    case LIAISON_IS_REACHED:
      return collect_presence (participants, LIAISON_PRESENCE_REACHED, bits, error);
    case LIAISON_IS_BILATERAL:
      return liaison_seats_collect (participants, FALSE, bits, error);
    case LIAISON_IS_MULTILATERAL:
      return liaison_seats_collect (participants, TRUE, bits, error);
    case LIAISON_IS_HOSTED:
      return liaison_participants_collect (participants, hosted, NULL, bits, error);
    case LIAISON_IS_SAME_RANK:
      return liaison_same_rank_collect (participants, NULL, NULL, bits, NULL, NULL, error);
    case LIAISON_IS_ANNOUNCED:
      return collect_known (db, announced, G_STRUCT_OFFSET (LiaisonFacts, announced), bits, error);
    case LIAISON_IS_UNSOURCED:
      return liaison_bits_collect (bits, db, unsourced, NULL, 0, 0, error);
    case LIAISON_IS_UNNAMED:
      return participants->hidden ? collect_unnamed (participants, bits, error) : liaison_bits_collect (bits, db, unnamed, NULL, 0, 0, error);
    case LIAISON_IS_UNDATED:
      return liaison_bits_collect (bits, db, undated, NULL, 0, 0, error);
    case LIAISON_IS_IMPRECISE:
      return liaison_bits_collect (bits, db, imprecise, NULL, 0, 0, error);
    case LIAISON_IS_OVERDUE:
      return liaison_bits_collect (bits, db, overdue, NULL, participants->today, 0, error);
    case LIAISON_IS_PUBLIC:
      return collect_public (db, bits, error);
    case LIAISON_IS_INTERNAL:
      return liaison_bits_collect (bits, db, of_sensitivity, NULL, LIAISON_SENSITIVITY_INTERNAL, 0, error);
    case LIAISON_IS_CONFIDENTIAL:
      return liaison_bits_collect (bits, db, of_sensitivity, NULL, LIAISON_SENSITIVITY_CONFIDENTIAL, 0, error);

    /* An engagement is never archived. */
    case LIAISON_IS_ARCHIVED:
    default:
      return TRUE;
    }
}
