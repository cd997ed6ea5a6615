/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-participation-private.h"

#include <string.h>

struct _LiaisonDeriveParticipations
{
  LiaisonDeriveMode  *mode;
  LiaisonDeriveCache *cache;
  LiaisonSql         *of_engagement;
  LiaisonSql         *of_key;
  LiaisonSql         *update;
  GArray             *rows;
};

enum
{
  COLUMN_ID, COLUMN_UUID, COLUMN_DAY, COLUMN_CONTACT, COLUMN_ORGANISATION, COLUMN_COUNTRY, COLUMN_SIDE, COLUMN_SEAT_COUNTRY,
  COLUMN_SEAT_ORGANISATION, COLUMN_POST, COLUMN_ROLE, COLUMN_ATTENDANCE, COLUMN_TITLE, COLUMN_POSITION, COLUMN_FIRST_DERIVED
};

#define DERIVED LIAISON_DERIVED_COLUMNS

#define SELECT \
  "SELECT p.id, p.uuid, e.x_first_day, p.contact, p.organisation, p.country, p.side, p.seat_country, p.seat_organisation, p.post, p.role," \
  " p.attendance, p.title, p.position, " DERIVED " FROM participation AS p CROSS JOIN engagement AS e ON e.id = p.engagement"

static void
clear_row (gpointer data)
{
  LiaisonDeriveParticipation *row = data;

  g_free (row->uuid);
  g_free (row->country);
  g_free (row->title);
  g_free (row->seat_country);
}

LiaisonDeriveParticipations *
liaison_derive_participations_new (LiaisonDeriveMode   *mode,
                                   LiaisonDeriveCache  *cache,
                                   GError             **error)
{
  g_autoptr (LiaisonDeriveParticipations) self = g_new0 (LiaisonDeriveParticipations, 1);

  self->mode = mode;
  self->cache = cache;
  self->rows = g_array_new (FALSE, FALSE, sizeof (LiaisonDeriveParticipation));
  g_array_set_clear_func (self->rows, clear_row);

  self->of_engagement = liaison_sql_new (mode->db, SELECT " WHERE p.engagement = ?1", error);
  self->of_key = self->of_engagement ? liaison_sql_new (mode->db, SELECT " WHERE p.id = ?1", error) : NULL;
  self->update = self->of_key
    ? liaison_sql_new (mode->db, "UPDATE participation SET (" DERIVED ") = (?2, ?3, ?4, ?5, ?6, ?7, ?8) WHERE id = ?1", error) : NULL;

  return self->update != NULL ? g_steal_pointer (&self) : NULL;
}

void
liaison_derive_participations_free (LiaisonDeriveParticipations *self)
{
  g_clear_pointer (&self->of_engagement, liaison_sql_free);
  g_clear_pointer (&self->of_key, liaison_sql_free);
  g_clear_pointer (&self->update, liaison_sql_free);
  g_array_unref (self->rows);
  g_free (self);
}

/* An organisation where there is one: FALSE only where the store fails. */
static gboolean
look_up_organisation (LiaisonDeriveCache               *cache,
                      gint64                            id,
                      const LiaisonDeriveOrganisation **organisation,
                      GError                          **error)
{
  *organisation = NULL;
  if (id != 0)
    *organisation = liaison_derive_cache_get_organisation (cache, id, error);

  return id == 0 || *organisation != NULL;
}

static void
set_seat (LiaisonDeriveParticipation *row,
          gint64                      organisation,
          const char                 *country)
{
  row->derived[LIAISON_DERIVED_SEAT_ORGANISATION] = organisation;
  row->seat_country = g_strdup (country);
}

/*
 * For whom the participant sits is the first of these that is known: what is said by hand; the post's organisation, where that is
 * international; the organisation that takes part, or, where it is national, its country; the contact's country, or that of the post's
 * organisation; the country that takes part.
 */
static gboolean
derive_seat (LiaisonDeriveCache          *cache,
             const LiaisonDeriveGiven    *given,
             LiaisonDeriveParticipation  *row,
             GError                     **error)
{
  const LiaisonDeriveOrganisation *of_post;

  if (!look_up_organisation (cache, row->post ? row->post->organisation : 0, &of_post, error))
    return FALSE;

  if (given->seat_organisation != 0)
    set_seat (row, given->seat_organisation, "");
  else if (*given->seat_country != '\0')
    set_seat (row, 0, given->seat_country);
  else if (of_post != NULL && of_post->seat != 0)
    set_seat (row, of_post->seat, "");
  else if (row->organisation != NULL && row->organisation->seat != 0)
    set_seat (row, row->organisation->seat, "");
  else if (row->organisation != NULL)
    set_seat (row, *row->organisation->country != '\0' ? 0 : given->organisation, row->organisation->country);
  else if (row->contact != NULL && *row->contact->country != '\0')
    set_seat (row, 0, row->contact->country);
  else if (of_post != NULL)
    set_seat (row, 0, of_post->country);
  else
    set_seat (row, 0, given->country);

  return look_up_organisation (cache, row->derived[LIAISON_DERIVED_SEAT_ORGANISATION], &row->seat_organisation, error);
}

static gboolean
derive_person (LiaisonDeriveCache          *cache,
               const LiaisonDeriveGiven    *given,
               LiaisonDeriveParticipation  *row,
               GError                     **error)
{
  if (given->contact == 0)
    return TRUE;

  row->contact = liaison_derive_cache_get_contact (cache, given->contact, error);
  if (row->contact == NULL)
    return FALSE;
  row->post = liaison_derive_contact_get_post (row->contact, given->post, given->day);

  return TRUE;
}

gboolean
liaison_derive_participation (LiaisonDeriveCache          *cache,
                              const LiaisonDeriveGiven    *given,
                              LiaisonDeriveParticipation  *row,
                              GError                     **error)
{
  LiaisonRole role = given->role;
  LiaisonAttendance attendance = given->attendance;
  /* Not stated is attended, and a principal. */
  gboolean leads = role == 0 || role == LIAISON_ROLE_PRINCIPAL || role == LIAISON_ROLE_CHAIR || role == LIAISON_ROLE_HOST;
  gboolean attended = attendance == 0 || attendance == LIAISON_ATTENDANCE_ATTENDED;

  row->contact_id = given->contact;
  row->is_absent = attendance == LIAISON_ATTENDANCE_DECLINED || attendance == LIAISON_ATTENDANCE_ABSENT;
  row->is_represented = leads && attendance == LIAISON_ATTENDANCE_REPRESENTED;
  row->is_minor = row->is_absent || !leads;
  if (!derive_person (cache, given, row, error)
      || !look_up_organisation (cache, given->organisation, &row->organisation, error)
      || !derive_seat (cache, given, row, error))
    return FALSE;

  row->derived[LIAISON_DERIVED_DAY] = given->day;
  row->derived[LIAISON_DERIVED_POST] = row->post != NULL ? row->post->id : 0;
  row->derived[LIAISON_DERIVED_LEVEL] = row->post != NULL ? row->post->level : 0;
  row->derived[LIAISON_DERIVED_PORTFOLIO] = row->post != NULL ? row->post->portfolio : 0;
  row->derived[LIAISON_DERIVED_COUNTS] = leads && attended;

  return TRUE;
}

void
liaison_derive_participation_bind (LiaisonSql                       *sql,
                                   int                               index,
                                   const LiaisonDeriveParticipation *row,
                                   int                               column)
{
  if (row->derived[column] == 0 && (column == LIAISON_DERIVED_POST || column == LIAISON_DERIVED_SEAT_ORGANISATION))
    liaison_sql_bind_null (sql, index);
  else
    liaison_sql_bind_integer (sql, index, row->derived[column]);
}

static gboolean
row_differs (LiaisonSql                       *sql,
             const LiaisonDeriveParticipation *row)
{
  const char *seat_country = liaison_sql_get_text (sql, COLUMN_FIRST_DERIVED + LIAISON_N_DERIVED);

  for (int i = 0; i < LIAISON_N_DERIVED; i++)
    {
      if (row->derived[i] != liaison_sql_get_integer (sql, COLUMN_FIRST_DERIVED + i))
        return TRUE;
    }

  return strcmp (row->seat_country, seat_country) != 0;
}

static gboolean
store_row (LiaisonDeriveParticipations       *self,
           const LiaisonDeriveParticipation  *row,
           GError                           **error)
{
  if (self->mode->found != NULL)
    {
      self->mode->found (LIAISON_KIND_PARTICIPATION, row->id, DERIVED, self->mode->found_data);
      return TRUE;
    }

  liaison_sql_bind_integer (self->update, 1, row->id);
  for (int i = 0; i < LIAISON_N_DERIVED; i++)
    liaison_derive_participation_bind (self->update, i + 2, row, i);
  liaison_sql_bind_static (self->update, LIAISON_N_DERIVED + 2, row->seat_country);

  return liaison_sql_run (self->update, error);
}

static gboolean
take_row (LiaisonDeriveParticipations  *self,
          LiaisonSql                   *sql,
          GError                      **error)
{
  LiaisonDeriveGiven given = {
    .contact = liaison_sql_get_integer (sql, COLUMN_CONTACT),
    .organisation = liaison_sql_get_integer (sql, COLUMN_ORGANISATION),
    .seat_organisation = liaison_sql_get_integer (sql, COLUMN_SEAT_ORGANISATION),
    .post = liaison_sql_get_integer (sql, COLUMN_POST),
    .day = liaison_sql_get_integer (sql, COLUMN_DAY),
    .role = liaison_sql_get_integer (sql, COLUMN_ROLE),
    .attendance = liaison_sql_get_integer (sql, COLUMN_ATTENDANCE),
  };
  LiaisonDeriveParticipation *row;

  g_array_set_size (self->rows, self->rows->len + 1);
  row = &g_array_index (self->rows, LiaisonDeriveParticipation, self->rows->len - 1);
  *row = (LiaisonDeriveParticipation) {
    .id = liaison_sql_get_integer (sql, COLUMN_ID),
    .uuid = liaison_sql_dup_uuid (sql, COLUMN_UUID),
    .side = liaison_sql_get_integer (sql, COLUMN_SIDE),
    .position = liaison_sql_get_integer (sql, COLUMN_POSITION),
    .country = liaison_sql_dup_text (sql, COLUMN_COUNTRY),
    .title = liaison_sql_dup_text (sql, COLUMN_TITLE),
  };
  given.country = row->country;
  given.seat_country = liaison_sql_get_text (sql, COLUMN_SEAT_COUNTRY);
  if (!liaison_derive_participation (self->cache, &given, row, error))
    return FALSE;

  row->differs = row_differs (sql, row);

  return TRUE;
}

static gboolean
store_rows (LiaisonDeriveParticipations  *self,
            GError                      **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LiaisonDeriveParticipation *row = &g_array_index (self->rows, LiaisonDeriveParticipation, i);

      if (row->differs && !store_row (self, row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_rows (LiaisonDeriveParticipations  *self,
           LiaisonSql                   *sql,
           GError                      **error)
{
  g_autoptr (GError) failure = NULL;

  g_array_set_size (self->rows, 0);
  while (failure == NULL && liaison_sql_step (sql, &failure))
    take_row (self, sql, &failure);
  liaison_sql_reset (sql);

  /* Not while they are read: a row that is written may be met in the index again. */
  if (failure == NULL)
    return store_rows (self, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const LiaisonDeriveParticipation *first = a;
  const LiaisonDeriveParticipation *second = b;

  if (first->side != second->side)
    return first->side < second->side ? -1 : 1;
  if (first->is_minor != second->is_minor)
    return first->is_minor - second->is_minor;
  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  /* The key would do, but a deletion that is undone gives a new one. */
  return strcmp (first->uuid, second->uuid);
}

GArray *
liaison_derive_participations_read (LiaisonDeriveParticipations  *self,
                                    gint64                        engagement,
                                    GError                      **error)
{
  liaison_sql_bind_integer (self->of_engagement, 1, engagement);
  if (!take_rows (self, self->of_engagement, error))
    return NULL;

  g_array_sort (self->rows, compare_rows);

  return self->rows;
}

/* The keys first, for what is written while an index is read may be met there again. */
static GArray *
read_keys (LiaisonDeriveParticipations  *self,
           gint64                        contact,
           GError                      **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LiaisonSql) sql = liaison_sql_new (self->mode->db, "SELECT id FROM participation WHERE contact = ?1", error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, contact);
  while (liaison_sql_step (sql, &failure))
    {
      gint64 key = liaison_sql_get_integer (sql, 0);

      g_array_append_val (keys, key);
    }

  if (failure == NULL)
    return g_steal_pointer (&keys);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

gboolean
liaison_derive_participations_of_contact (LiaisonDeriveParticipations  *self,
                                          gint64                        contact,
                                          GError                      **error)
{
  g_autoptr (GArray) keys = read_keys (self, contact, error);

  if (keys == NULL)
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      liaison_sql_bind_integer (self->of_key, 1, g_array_index (keys, gint64, i));
      if (!take_rows (self, self->of_key, error))
        return FALSE;
    }

  return TRUE;
}
