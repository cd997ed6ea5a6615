/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-participants-private.h"

#include "liaison-counting-private.h"
#include "liaison-facts-private.h"
#include "liaison-rows-private.h"

/*
 * A statement for each condition, which reads one covering range, or a few.  Columns: the participation, its engagement, whether it counts.
 * ?1 is the list of what it may be, ?2 the side, ?3 today, ?4 the most that the audience may hear.
 */
#define COLUMNS "SELECT p.id, p.engagement, p.x_counts FROM "
#define LISTED "IN (SELECT value FROM json_each (?1))"
#define POST_IS_TOLD "t.sensitivity <= ?4 AND t.organisation NOT IN (SELECT id FROM organisation WHERE sensitivity > ?4)"

static const char everyone[] =
  COLUMNS "participation p INDEXED BY participation_engagement WHERE p.side = ?2";

static const char everyone_of_few[] =
  COLUMNS "json_each (?1) j CROSS JOIN participation p INDEXED BY participation_engagement ON p.engagement = j.value AND p.side = ?2";

static const char with_contact[] =
  COLUMNS "participation p INDEXED BY participation_contact WHERE p.contact " LISTED " AND p.side = ?2";

static const char with_country[] =
  COLUMNS "participation p INDEXED BY participation_seat WHERE p.x_seat_country " LISTED " AND p.x_seat_country <> '' AND p.side = ?2";

/* It sits for the organisation, it is the organisation with nobody named, or it holds a post there on that day.  A store of version 2 that
 * can only be read has no index for the last of these. */
static const char with_organisation[] =
  COLUMNS "participation p INDEXED BY participation_seat_body WHERE p.x_seat_organisation " LISTED " AND p.side = ?2"
  " UNION ALL " COLUMNS "participation p INDEXED BY participation_organisation WHERE p.organisation " LISTED " AND p.side = ?2"
  " UNION ALL " COLUMNS "post t INDEXED BY post_organisation CROSS JOIN participation p ON p.contact = t.contact"
  "  WHERE t.organisation " LISTED " AND " POST_IS_TOLD " AND p.x_post = t.id AND p.side = ?2";

/* Members as of the day of the engagement; of an undated one, as of today. */
static const char with_member[] =
  COLUMNS "membership m CROSS JOIN participation p INDEXED BY participation_seat"
  "   ON p.x_seat_country = m.country AND p.x_day BETWEEN max (m.x_first_day, 1) AND m.x_last_day"
  "  WHERE m.\"grouping\" " LISTED " AND m.country <> '' AND p.x_seat_country <> '' AND p.side = ?2"
  " UNION ALL " COLUMNS "membership m CROSS JOIN participation p INDEXED BY participation_seat ON p.x_seat_country = m.country AND p.x_day = 0"
  "  WHERE m.\"grouping\" " LISTED " AND m.country <> '' AND p.x_seat_country <> '' AND p.side = ?2"
  "  AND ?3 BETWEEN m.x_first_day AND m.x_last_day"
  " UNION ALL " COLUMNS "membership m CROSS JOIN participation p INDEXED BY participation_seat_body ON p.x_seat_organisation = m.organisation"
  "  WHERE m.\"grouping\" " LISTED " AND p.side = ?2"
  "  AND CASE p.x_day WHEN 0 THEN ?3 ELSE p.x_day END BETWEEN m.x_first_day AND m.x_last_day";

static const char with_level[] =
  COLUMNS "participation p INDEXED BY participation_level WHERE p.x_level " LISTED " AND p.x_level <> 0 AND p.side = ?2";

static const char with_any_contact[] =
  COLUMNS "participation p INDEXED BY participation_contact WHERE p.contact IS NOT NULL AND p.side = ?2";

static const char with_any_country[] =
  COLUMNS "participation p INDEXED BY participation_seat WHERE p.x_seat_country <> '' AND p.side = ?2";

static const char with_any_organisation[] =
  COLUMNS "participation p INDEXED BY participation_seat_body WHERE p.x_seat_organisation IS NOT NULL AND p.side = ?2"
  " UNION ALL " COLUMNS "participation p INDEXED BY participation_organisation WHERE p.organisation IS NOT NULL AND p.side = ?2"
  " UNION ALL " COLUMNS "post t INDEXED BY post_organisation CROSS JOIN participation p ON p.contact = t.contact"
  "  WHERE t.organisation IS NOT NULL AND " POST_IS_TOLD " AND p.x_post = t.id AND p.side = ?2";

static const char with_any_level[] =
  COLUMNS "participation p INDEXED BY participation_level WHERE p.x_level <> 0 AND p.side = ?2";

LiaisonCondition *
liaison_condition_new (LiaisonQueryKey  key,
                       char            *list)
{
  LiaisonCondition *condition = g_new (LiaisonCondition, 1);

  condition->key = key;
  condition->list = list;

  return condition;
}

GPtrArray *
liaison_conditions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_condition_free);
}

gboolean
liaison_conditions_ask_for_somebody (GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const LiaisonCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->list)
        return TRUE;
    }

  return FALSE;
}

void
liaison_condition_free (LiaisonCondition *condition)
{
  g_free (condition->list);
  g_free (condition);
}

/* What meets a condition or, where that asks for none, what does not. */
static const char *
get_statement (const LiaisonCondition *condition)
{
  switch ((int) condition->key)
    {
    case LIAISON_QUERY_WITH:
    case LIAISON_QUERY_BY:
      return condition->list ? with_contact : with_any_contact;

    case LIAISON_QUERY_COUNTRY:
      return condition->list ? with_country : with_any_country;

    case LIAISON_QUERY_ORG:
    case LIAISON_QUERY_OFFICE:
      return condition->list ? with_organisation : with_any_organisation;

    case LIAISON_QUERY_GROUPING:
      return with_member;

    case LIAISON_QUERY_LEVEL:
    case LIAISON_QUERY_OUR_LEVEL:
      return condition->list ? with_level : with_any_level;

    default:
      g_assert_not_reached ();
    }
}

/* Those who were not simply there are few. */
static gboolean
read_attendance (LiaisonParticipants  *self,
                 GError              **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (self->db,
                                                "SELECT id, attendance, role FROM participation INDEXED BY participation_attendance"
                                                " WHERE attendance IN (3, 4, 5)", error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint key = liaison_sql_get_integer (sql, 0);
      LiaisonRole role = liaison_sql_get_integer (sql, 2);

      if (liaison_sql_get_integer (sql, 1) != LIAISON_ATTENDANCE_REPRESENTED)
        liaison_bits_set (self->absent, key);
      else if (role <= LIAISON_ROLE_HOST)
        liaison_bits_set (self->represented, key);
    }

  return liaison_rows_end (&failure, error);
}

/* A role that is not stated is that of a principal. */
G_STATIC_ASSERT (LIAISON_ROLE_PRINCIPAL == 1 && LIAISON_ROLE_CHAIR == 2 && LIAISON_ROLE_HOST == 3);
G_STATIC_ASSERT (LIAISON_ATTENDANCE_DECLINED == 3 && LIAISON_ATTENDANCE_ABSENT == 4 && LIAISON_ATTENDANCE_REPRESENTED == 5);

LiaisonParticipants *
liaison_participants_new (LiaisonDb  *db,
                          int         today,
                          GError    **error)
{
  g_autoptr (LiaisonParticipants) self = g_new0 (LiaisonParticipants, 1);

  self->db = db;
  self->today = today;
  if (!liaison_bits_read_size (db, "participation", &self->size, error))
    return NULL;

  self->absent = liaison_bits_new (self->size);
  self->represented = liaison_bits_new (self->size);

  return read_attendance (self, error) ? g_steal_pointer (&self) : NULL;
}

void
liaison_participants_free (LiaisonParticipants *self)
{
  g_clear_pointer (&self->absent, liaison_bits_free);
  g_clear_pointer (&self->represented, liaison_bits_free);
  g_clear_pointer (&self->hidden, liaison_bits_free);
  g_clear_pointer (&self->untitled, liaison_bits_free);
  g_free (self);
}

LiaisonSql *
liaison_participants_select (LiaisonParticipants  *self,
                             const char           *all,
                             const char           *few,
                             GError              **error)
{
  gboolean are_few = liaison_participants_are_few (self);
  LiaisonSql *sql = liaison_sql_new (self->db, are_few ? few : all, error);

  if (sql && are_few)
    {
      g_autofree char *list = liaison_bits_to_json (self->among);

      liaison_sql_bind_text (sql, 1, list);
    }

  return sql;
}

/* Adds to @found what meets the statement, among @among where that is not %NULL; and its engagements. */
static gboolean
collect (LiaisonParticipants  *self,
         const char           *text,
         const char           *list,
         LiaisonSide           side,
         LiaisonPresence       presence,
         const LiaisonBits    *among,
         LiaisonBits          *found,
         LiaisonBits          *engagements,
         GError              **error)
{
  g_autoptr (LiaisonSql) sql = text == everyone ? liaison_participants_select (self, everyone, everyone_of_few, error)
                                                : liaison_sql_new (self->db, text, error);
  g_autoptr (GError) failure = NULL;
  gboolean is_of_level = text == with_level || text == with_any_level;

  if (!sql)
    return FALSE;

  if (list)
    liaison_sql_bind_static (sql, 1, list);
  liaison_sql_bind_integer (sql, 2, side);
  liaison_sql_bind_integer (sql, 3, self->today);
  liaison_sql_bind_integer (sql, 4, liaison_participants_get_most (self));
  while (liaison_sql_step (sql, &failure))
    {
      guint key = liaison_sql_get_integer (sql, 0);

      if ((among && !liaison_bits_test (among, key)) || (is_of_level && liaison_participants_are_untitled (self, key))
          || !liaison_participants_are_present (self, key, liaison_sql_get_integer (sql, 2), presence))
        continue;

      liaison_bits_set (found, key);
      if (engagements)
        liaison_bits_set (engagements, liaison_sql_get_integer (sql, 1));
    }

  return liaison_rows_end (&failure, error);
}

/* What a profile says of its participations: none took part as is asked, all did, or those that a set tells. */
enum { NONE = 0, ALL = 1, THOSE_OF_SET = 2 };

static guint8 *
judge_profiles (const LiaisonFacts *facts,
                LiaisonSide         side,
                LiaisonPresence     presence)
{
  guint8 *verdicts = g_new (guint8, facts->profiles->len);

  for (guint i = 0; i < facts->profiles->len; i++)
    {
      const LiaisonProfile *profile = &g_array_index (facts->profiles, LiaisonProfile, i);

      if (profile->side != side)
        verdicts[i] = NONE;
      else if (presence == LIAISON_PRESENCE_PART)
        verdicts[i] = THOSE_OF_SET;
      else
        verdicts[i] = profile->counts ? ALL : presence == LIAISON_PRESENCE_REACHED ? THOSE_OF_SET : NONE;
    }

  return verdicts;
}

/* Sixty-four participations from a multiple of that on. */
static guint64
find_present (LiaisonParticipants *self,
              const LiaisonFacts  *facts,
              const guint8        *verdicts,
              guint64              of_set,
              guint                first)
{
  guint n = MIN (64, facts->n_participations - first);
  guint64 all = 0;
  guint64 those = 0;

  for (guint i = 0; i < n; i++)
    {
      guint64 verdict = verdicts[liaison_facts_get_profile (facts, first + i)];

      all |= (verdict & 1) << i;
      those |= (verdict >> 1) << i;
    }

  return (all | (those & of_set)) & (self->hidden ? ~self->hidden->words[first / 64] : G_MAXUINT64);
}

/* Whether there is one of an engagement's. */
static gboolean
has_any (const LiaisonBits  *bits,
         const LiaisonFacts *facts,
         guint               engagement)
{
  LiaisonParts parts = liaison_facts_get_parts (facts, engagement);
  guint shift = parts.first % 64;

  if (G_LIKELY (!parts.keys && parts.n > 0 && shift + parts.n <= 64))
    return (bits->words[parts.first / 64] >> shift << (64 - parts.n)) != 0;

  for (guint i = 0; i < parts.n; i++)
    {
      if (liaison_bits_test (bits, liaison_parts_get_key (&parts, i)))
        return TRUE;
    }

  return FALSE;
}

/* Everyone of a side who took part, from what is in memory; in two passes, of which each is short, for there are millions. */
static void
add_everyone (LiaisonParticipants *self,
              const LiaisonFacts  *facts,
              LiaisonSide          side,
              LiaisonPresence      presence,
              LiaisonBits         *found,
              LiaisonBits         *engagements)
{
  g_autofree guint8 *verdicts = judge_profiles (facts, side, presence);
  const LiaisonBits *set = presence == LIAISON_PRESENCE_PART ? self->absent : self->represented;
  guint64 inverted = presence == LIAISON_PRESENCE_PART ? G_MAXUINT64 : 0;

  for (guint first = 0; first < facts->n_participations; first += 64)
    found->words[first / 64] |= find_present (self, facts, verdicts, set->words[first / 64] ^ inverted, first);

  for (guint base = 0; base < facts->n_engagements; base += 64)
    {
      guint n = MIN (facts->n_engagements - base, 64);
      guint64 word = 0;

      for (guint i = 0; i < n; i++)
        word |= (guint64) has_any (found, facts, base + i) << i;
      engagements->words[base / 64] |= word;
    }
}

/* What an engagement is where somebody of a side took part so; 0 where that is not stored. */
static LiaisonTraits
get_trait_of_everyone (LiaisonSide     side,
                       LiaisonPresence presence)
{
  switch (side)
    {
    case LIAISON_SIDE_OURS:
      return presence == LIAISON_PRESENCE_PART ? LIAISON_TRAIT_OURS : presence == LIAISON_PRESENCE_COUNTS ? LIAISON_TRAIT_OUR_COUNTS : 0;

    case LIAISON_SIDE_THEIRS:
      return presence == LIAISON_PRESENCE_PART     ? LIAISON_TRAIT_THEIRS
             : presence == LIAISON_PRESENCE_COUNTS ? LIAISON_TRAIT_THEIR_COUNTS
                                                   : LIAISON_TRAIT_THEIR_REACHED;

    case LIAISON_SIDE_THIRD:
    default:
      return presence == LIAISON_PRESENCE_PART ? LIAISON_TRAIT_THIRD : 0;
    }
}

/* What an engagement is where somebody who took part has none of what a key asks, or nobody took part; 0 where that is not stored. */
static LiaisonTraits
get_trait_of_none (LiaisonQueryKey key)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_WITH:
      return LIAISON_TRAIT_NO_CONTACT;
    case LIAISON_QUERY_COUNTRY:
      return LIAISON_TRAIT_NO_COUNTRY;
    case LIAISON_QUERY_ORG:
      return LIAISON_TRAIT_NO_ORGANISATION;
    case LIAISON_QUERY_LEVEL:
      return LIAISON_TRAIT_NO_LEVEL;
    case LIAISON_QUERY_BY:
      return LIAISON_TRAIT_NO_CONTACT_OF_OURS;
    case LIAISON_QUERY_OFFICE:
      return LIAISON_TRAIT_NO_OFFICE;
    case LIAISON_QUERY_OUR_LEVEL:
      return LIAISON_TRAIT_NO_LEVEL_OF_OURS;
    default:
      return 0;
    }
}

static gboolean
collect_trait (LiaisonParticipants  *self,
               LiaisonTraits         trait,
               LiaisonBits          *engagements,
               gboolean             *is_done,
               GError              **error)
{
  *is_done = FALSE;

  return !trait || liaison_participants_collect_traits (self, trait, engagements, is_done, error);
}

/* @found: (out) (nullable): who they are, where that came to light; else it is everyone who is present */
static gboolean
collect_everyone (LiaisonParticipants  *self,
                  LiaisonSide           side,
                  LiaisonPresence       presence,
                  LiaisonBits         **found,
                  LiaisonBits          *engagements,
                  GError              **error)
{
  const LiaisonFacts *facts;
  gboolean is_done;

  *found = NULL;
  if (!liaison_facts_find (self->db, &facts, error))
    return FALSE;

  if (facts)
    {
      *found = liaison_bits_new (self->size);
      add_everyone (self, facts, side, presence, *found, engagements);
      return TRUE;
    }

  if (!collect_trait (self, get_trait_of_everyone (side, presence), engagements, &is_done, error))
    return FALSE;
  if (is_done)
    return TRUE;

  *found = liaison_bits_new (self->size);

  return collect (self, everyone, NULL, side, presence, NULL, *found, engagements, error);
}

/* What meets one condition among @among; its engagements are added where @engagements is not %NULL. */
static LiaisonBits *
match_condition (LiaisonParticipants     *self,
                 LiaisonSide              side,
                 const LiaisonCondition  *condition,
                 LiaisonPresence          presence,
                 const LiaisonBits       *among,
                 LiaisonBits             *engagements,
                 GError                 **error)
{
  g_autoptr (LiaisonBits) found = liaison_bits_new (self->size);
  g_autoptr (LiaisonBits) others = NULL;

  if (condition->list)
    {
      if (!collect (self, get_statement (condition), condition->list, side, presence, among, found, engagements, error))
        return NULL;
      return g_steal_pointer (&found);
    }

  others = liaison_bits_new (self->size);
  liaison_bits_fill (others);
  if (!collect (self, get_statement (condition), NULL, side, presence, NULL, found, NULL, error))
    return NULL;

  liaison_bits_subtract (others, found);
  if (among)
    liaison_bits_intersect (others, among);
  g_clear_pointer (&found, liaison_bits_free);
  found = liaison_bits_new (self->size);
  if (!collect (self, everyone, NULL, side, presence, others, found, engagements, error))
    return NULL;

  return g_steal_pointer (&found);
}

gboolean
liaison_participants_collect (LiaisonParticipants  *self,
                              const char           *text,
                              const char           *list,
                              LiaisonBits          *engagements,
                              GError              **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (self->db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  if (list)
    liaison_sql_bind_static (sql, 1, list);
  while (liaison_sql_step (sql, &failure))
    {
      if (!self->hidden || !liaison_bits_test (self->hidden, liaison_sql_get_integer (sql, 1)))
        liaison_bits_set (engagements, liaison_sql_get_integer (sql, 0));
    }

  return liaison_rows_end (&failure, error);
}

/* Where nobody takes part, there is nobody who has one. */
static gboolean
add_deserted (LiaisonParticipants  *self,
              LiaisonSide           side,
              LiaisonBits          *engagements,
              GError              **error)
{
  g_autoptr (LiaisonBits) everybody = NULL;
  g_autoptr (LiaisonBits) attended = liaison_bits_new (engagements->size);
  g_autoptr (LiaisonBits) deserted = liaison_bits_new (engagements->size);

  if (!collect_everyone (self, side, LIAISON_PRESENCE_PART, &everybody, attended, error))
    return FALSE;

  liaison_bits_fill (deserted);
  liaison_bits_subtract (deserted, attended);
  liaison_bits_unite (engagements, deserted);

  return TRUE;
}

gboolean
liaison_participants_match (LiaisonParticipants  *self,
                            LiaisonSide           side,
                            GPtrArray            *conditions,
                            LiaisonPresence       presence,
                            LiaisonBits          *engagements,
                            LiaisonBits         **witnesses,
                            GError              **error)
{
  g_autoptr (LiaisonBits) among = NULL;

  if (conditions->len == 1 && presence == LIAISON_PRESENCE_PART && !witnesses)
    {
      const LiaisonCondition *condition = g_ptr_array_index (conditions, 0);
      gboolean is_done;

      if (!collect_trait (self, condition->list ? 0 : get_trait_of_none (condition->key), engagements, &is_done, error))
        return FALSE;
      if (is_done)
        return TRUE;
    }

  if (conditions->len == 0 && !collect_everyone (self, side, presence, &among, engagements, error))
    return FALSE;

  for (guint i = 0; i < conditions->len; i++)
    {
      gboolean is_last = i + 1 == conditions->len;
      LiaisonBits *found = match_condition (self, side, g_ptr_array_index (conditions, i), presence, among, is_last ? engagements : NULL, error);

      if (!found)
        return FALSE;

      g_clear_pointer (&among, liaison_bits_free);
      among = found;
    }

  if (presence == LIAISON_PRESENCE_PART && conditions->len > 0 && !liaison_conditions_ask_for_somebody (conditions)
      && !add_deserted (self, side, engagements, error))
    return FALSE;

  if (witnesses)
    *witnesses = g_steal_pointer (&among);

  return TRUE;
}
