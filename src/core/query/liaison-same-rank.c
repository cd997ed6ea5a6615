/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-same-rank-private.h"

#include "liaison-rows-private.h"

#define PAIRS(from) \
  "SELECT p.id, q.id, p.engagement FROM " from \
  " CROSS JOIN participation q INDEXED BY participation_engagement ON q.engagement = p.engagement AND q.side = 2" \
  " WHERE p.x_level <> 0 AND p.side = 1 AND p.x_counts AND q.x_counts AND q.x_level = p.x_level" \
  "  AND p.x_portfolio <> 0 AND q.x_portfolio = p.x_portfolio"

static const char pairs[] = PAIRS ("participation p INDEXED BY participation_level");

static const char pairs_of_few[] =
  PAIRS ("json_each (?1) j CROSS JOIN participation p INDEXED BY participation_engagement ON p.engagement = j.value");

G_STATIC_ASSERT (LIAISON_SIDE_OURS == 1 && LIAISON_SIDE_THEIRS == 2);

static gboolean
is_among (LiaisonParticipants *participants,
          const LiaisonBits   *among,
          guint                key)
{
  if (among)
    return liaison_bits_test (among, key);

  return liaison_participants_are_present (participants, key, TRUE, LIAISON_PRESENCE_COUNTS);
}

gboolean
liaison_same_rank_collect (LiaisonParticipants  *participants,
                           const LiaisonBits    *ours,
                           const LiaisonBits    *theirs,
                           LiaisonBits          *engagements,
                           LiaisonBits          *our_peers,
                           LiaisonBits          *their_peers,
                           GError              **error)
{
  g_autoptr (LiaisonSql) sql = liaison_participants_select (participants, pairs, pairs_of_few, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint our_key = liaison_sql_get_integer (sql, 0);
      guint their_key = liaison_sql_get_integer (sql, 1);

      if (!is_among (participants, ours, our_key) || !is_among (participants, theirs, their_key)
          || liaison_participants_are_untitled (participants, our_key) || liaison_participants_are_untitled (participants, their_key))
        continue;

      liaison_bits_set (engagements, liaison_sql_get_integer (sql, 2));
      if (our_peers)
        liaison_bits_set (our_peers, our_key);
      if (their_peers)
        liaison_bits_set (their_peers, their_key);
    }

  return liaison_rows_end (&failure, error);
}
