/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-seats-private.h"

#include "liaison-bits-cache-private.h"
#include "liaison-rows-private.h"

/* A statement for all seats of the other side, one for those of a span, both by seat; and one for those of few engagements, by engagement. */
static const char seats[] =
  "SELECT id, engagement, x_seat_country, 0 FROM participation INDEXED BY participation_seat WHERE x_seat_country <> '' AND side = 2"
  " UNION ALL SELECT id, engagement, '', x_seat_organisation FROM participation INDEXED BY participation_seat_body"
  "  WHERE x_seat_organisation IS NOT NULL AND side = 2";

#define NEXT_COUNTRY "SELECT min (x_seat_country) FROM participation INDEXED BY participation_seat WHERE x_seat_country <> ''"
#define NEXT_BODY "SELECT min (x_seat_organisation) FROM participation INDEXED BY participation_seat_body WHERE x_seat_organisation IS NOT NULL"

/* Goes from each seat to the next one in the index, which has the days of each behind one another. */
static const char seats_of_span[] =
  "WITH RECURSIVE"
  "  country (seat) AS (" NEXT_COUNTRY " UNION ALL SELECT (" NEXT_COUNTRY " AND x_seat_country > seat) FROM country WHERE seat IS NOT NULL),"
  "  body (seat) AS (" NEXT_BODY " UNION ALL SELECT (" NEXT_BODY " AND x_seat_organisation > seat) FROM body WHERE seat IS NOT NULL)"
  " SELECT p.id, p.engagement, seat, 0 FROM country CROSS JOIN participation p INDEXED BY participation_seat"
  "  ON p.x_seat_country = seat AND p.x_day BETWEEN ?2 AND ?3 WHERE p.x_seat_country <> '' AND p.side = 2"
  " UNION ALL SELECT p.id, p.engagement, '', seat FROM body CROSS JOIN participation p INDEXED BY participation_seat_body"
  "  ON p.x_seat_organisation = seat AND p.x_day BETWEEN ?2 AND ?3 WHERE p.x_seat_organisation IS NOT NULL AND p.side = 2";

static const char seats_of_few[] =
  "SELECT p.id, p.engagement, p.x_seat_country, coalesce (p.x_seat_organisation, 0)"
  " FROM json_each (?1) j CROSS JOIN participation p INDEXED BY participation_engagement ON p.engagement = j.value AND p.side = 2"
  " WHERE p.x_seat_country <> '' OR p.x_seat_organisation IS NOT NULL";

G_STATIC_ASSERT (LIAISON_SIDE_THEIRS == 2);

static const char with_format_or_session[] =
  "SELECT id FROM engagement INDEXED BY engagement_format WHERE format IS NOT NULL"
  " UNION ALL SELECT id FROM engagement INDEXED BY engagement_form WHERE form = 8";

G_STATIC_ASSERT (LIAISON_FORM_MULTILATERAL_SESSION == 8);

/* Whether few are left of those that would have to be read otherwise. */
static gboolean
are_few (LiaisonParticipants *participants)
{
  return liaison_participants_are_few (participants)
    && (!participants->has_span || liaison_bits_count (participants->among) <= participants->n_in_span / 16);
}

static LiaisonSql *
select_seats (LiaisonParticipants  *participants,
              GError              **error)
{
  LiaisonSql *sql;

  if (!participants->has_span || are_few (participants))
    return liaison_participants_select (participants, seats, seats_of_few, error);

  sql = liaison_sql_new (participants->db, seats_of_span, error);
  if (sql)
    {
      liaison_sql_bind_integer (sql, 2, participants->first_day);
      liaison_sql_bind_integer (sql, 3, participants->last_day);
    }

  return sql;
}

/*
 * Engagements with one seat of the other side, and those with several.  Seats come one after the other, or engagements do: either way a number
 * can stand for each seat of an engagement.
 */
static gboolean
collect_seats (LiaisonParticipants  *participants,
               LiaisonBits          *one,
               LiaisonBits          *several,
               GError              **error)
{
  g_autoptr (LiaisonSql) sql = select_seats (participants, error);
  g_autofree guint *known = g_new0 (guint, one->size);
  g_autofree char *country = g_strdup ("");
  g_autoptr (GError) failure = NULL;
  gint64 organisation = 0;
  guint seat = 0;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint engagement = liaison_sql_get_integer (sql, 1);

      /* Who does not take part, or may not be told of, does not stand between two of one seat either. */
      if (engagement >= one->size
          || !liaison_participants_are_present (participants, liaison_sql_get_integer (sql, 0), FALSE, LIAISON_PRESENCE_PART))
        continue;

      if (liaison_sql_get_integer (sql, 3) != organisation || g_strcmp0 (liaison_sql_get_text (sql, 2), country) != 0)
        {
          g_free (country);
          country = liaison_sql_dup_text (sql, 2);
          organisation = liaison_sql_get_integer (sql, 3);
          seat++;
        }

      if (known[engagement] == 0)
        liaison_bits_set (one, engagement);
      else if (known[engagement] != seat)
        liaison_bits_set (several, engagement);
      known[engagement] = seat;
    }
  liaison_bits_subtract (one, several);

  return liaison_rows_end (&failure, error);
}

/* Engagements with one seat, or with several; the same seats are read for both, so both are kept, but for few engagements. */
static LiaisonBits *
find_seats (LiaisonParticipants  *participants,
            guint                 size,
            gboolean              has_several,
            GError              **error)
{
  g_autofree char *of = g_strdup_printf ("audience %d, from %d to %d", participants->audience, participants->first_day, participants->last_day);
  g_autofree char *one_key = g_strdup_printf ("one seat, %s", of);
  g_autofree char *several_key = g_strdup_printf ("several seats, %s", of);
  g_autoptr (LiaisonBits) one = NULL;
  g_autoptr (LiaisonBits) several = NULL;
  const LiaisonBits *known;

  if (!liaison_bits_cache_find (participants->db, has_several ? several_key : one_key, &known, error))
    return NULL;
  if (known)
    return liaison_bits_copy (known);

  one = liaison_bits_new (size);
  several = liaison_bits_new (size);
  if (!collect_seats (participants, one, several, error))
    return NULL;

  if (!are_few (participants))
    {
      liaison_bits_cache_keep (participants->db, several_key, liaison_bits_copy (several));
      liaison_bits_cache_keep (participants->db, one_key, liaison_bits_copy (one));
    }

  return has_several ? g_steal_pointer (&several) : g_steal_pointer (&one);
}

gboolean
liaison_seats_collect (LiaisonParticipants  *participants,
                       gboolean              multilateral,
                       LiaisonBits          *bits,
                       GError              **error)
{
  g_autoptr (LiaisonBits) found = find_seats (participants, bits->size, multilateral, error);
  g_autoptr (LiaisonBits) formal = liaison_bits_new (bits->size);

  if (!found || !liaison_bits_collect (formal, participants->db, with_format_or_session, NULL, 0, 0, error))
    return FALSE;

  if (multilateral)
    liaison_bits_unite (found, formal);
  else
    liaison_bits_subtract (found, formal);
  liaison_bits_unite (bits, found);

  return TRUE;
}
