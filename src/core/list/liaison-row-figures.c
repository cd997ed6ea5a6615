/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-figures-private.h"

#include "liaison-day.h"
#include "liaison-rows-private.h"
#include "liaison-states-private.h"

/* The participation, its engagement, and the first day of that; ?1 is whose. */
static const char of_contact[] =
  "SELECT p.id, p.engagement, p.x_day FROM participation p INDEXED BY participation_contact WHERE p.contact = ?1";

static const char of_organisation[] =
  "SELECT p.id, p.engagement, p.x_day FROM participation p INDEXED BY participation_seat_body WHERE p.x_seat_organisation = ?1"
  " UNION ALL SELECT p.id, p.engagement, p.x_day FROM participation p INDEXED BY participation_organisation WHERE p.organisation = ?1"
  " UNION ALL SELECT p.id, p.engagement, p.x_day FROM post t INDEXED BY post_organisation"
  "  CROSS JOIN participation p ON p.contact = t.contact AND p.x_post = t.id WHERE t.organisation = ?1";

static const char of_several_days[] = "SELECT id FROM engagement INDEXED BY engagement_long WHERE x_last_day > x_first_day";

static const char last_day[] = "SELECT x_last_day FROM engagement WHERE id = ?1";

struct _LiaisonRowFigures
{
  LiaisonDb           *db;
  LiaisonParticipants *participants;
  LiaisonBits         *counted;
  LiaisonBits         *several_days;
  LiaisonBits         *seen;    /* of the record at hand */
  GArray              *keys;    /* those that are in it */
  LiaisonSql          *engagements;
};

LiaisonRowFigures *
liaison_row_figures_new (LiaisonDb      *db,
                         LiaisonEntity   entity,
                         GError        **error)
{
  g_autoptr (LiaisonRowFigures) self = g_new0 (LiaisonRowFigures, 1);
  guint size;

  self->db = db;
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  self->engagements = liaison_sql_new (db, entity == LIAISON_ENTITY_CONTACTS ? of_contact : of_organisation, error);
  if (!self->engagements || !liaison_bits_read_size (db, "engagement", &size, error))
    return NULL;

  self->participants = liaison_participants_new (db, liaison_day_today (), error);
  self->counted = liaison_bits_new (size);
  self->several_days = liaison_bits_new (size);
  self->seen = liaison_bits_new (size);
  if (!self->participants
      || !liaison_states_collect (self->participants, LIAISON_IS_COUNTED, self->counted, error)
      || !liaison_bits_collect (self->several_days, db, of_several_days, NULL, 0, 0, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
liaison_row_figures_free (LiaisonRowFigures *self)
{
  g_clear_pointer (&self->engagements, liaison_sql_free);
  g_clear_pointer (&self->participants, liaison_participants_free);
  g_clear_pointer (&self->counted, liaison_bits_free);
  g_clear_pointer (&self->several_days, liaison_bits_free);
  g_clear_pointer (&self->seen, liaison_bits_free);
  g_array_unref (self->keys);
  g_free (self);
}

/* Whether the participation in the row at hand is the first one that is found in an engagement that counts. */
static gboolean
is_next (LiaisonRowFigures *self)
{
  guint participation = liaison_sql_get_integer (self->engagements, 0);
  guint engagement = liaison_sql_get_integer (self->engagements, 1);

  return liaison_bits_test (self->counted, engagement)
    && !liaison_bits_test (self->seen, engagement)
    && liaison_participants_are_present (self->participants, participation, FALSE, LIAISON_PRESENCE_PART);
}

static gboolean
read_last_day (LiaisonRowFigures  *self,
               guint               engagement,
               int                *last,
               GError            **error)
{
  gint64 day;

  if (!liaison_bits_test (self->several_days, engagement))
    return TRUE;
  if (!liaison_sql_query_integer (self->db, last_day, engagement, &day, error))
    return FALSE;

  *last = MAX (*last, day);

  return TRUE;
}

static void
forget (LiaisonRowFigures *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    liaison_bits_clear (self->seen, g_array_index (self->keys, guint, i));
  g_array_set_size (self->keys, 0);
}

gboolean
liaison_row_figures_read (LiaisonRowFigures  *self,
                          gint64              key,
                          guint              *counted,
                          int                *last,
                          GError            **error)
{
  g_autoptr (GError) failure = NULL;

  *last = 0;
  liaison_sql_reset (self->engagements);
  liaison_sql_bind_integer (self->engagements, 1, key);
  while (!failure && liaison_sql_step (self->engagements, &failure))
    {
      guint engagement = liaison_sql_get_integer (self->engagements, 1);

      if (!is_next (self))
        continue;

      liaison_bits_set (self->seen, engagement);
      g_array_append_val (self->keys, engagement);
      *last = MAX (*last, liaison_sql_get_integer (self->engagements, 2));
      read_last_day (self, engagement, last, &failure);
    }
  *counted = self->keys->len;
  forget (self);

  return liaison_rows_end (&failure, error);
}
