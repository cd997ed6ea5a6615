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

/* In the order of the integers of LiaisonDeriveParticipation, the country last. */
#define DERIVED "x_day, x_post, x_level, x_portfolio, x_seat_organisation, x_counts, x_seat_country"

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
look_up_organisation (LiaisonDeriveParticipations      *self,
                      gint64                            id,
                      const LiaisonDeriveOrganisation **organisation,
                      GError                          **error)
{
  *organisation = NULL;
  if (id != 0)
    *organisation = liaison_derive_cache_get_organisation (self->cache, id, error);

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
derive_seat (LiaisonDeriveParticipations  *self,
             LiaisonSql                   *sql,
             LiaisonDeriveParticipation   *row,
             GError                      **error)
{
  const char *country_by_hand = liaison_sql_get_text (sql, COLUMN_SEAT_COUNTRY);
  gint64 organisation_id = liaison_sql_get_integer (sql, COLUMN_ORGANISATION);
  const LiaisonDeriveOrganisation *of_post;

  if (!look_up_organisation (self, row->post ? row->post->organisation : 0, &of_post, error))
    return FALSE;

  if (!liaison_sql_is_null (sql, COLUMN_SEAT_ORGANISATION))
    set_seat (row, liaison_sql_get_integer (sql, COLUMN_SEAT_ORGANISATION), "");
  else if (*country_by_hand != '\0')
    set_seat (row, 0, country_by_hand);
  else if (of_post != NULL && of_post->seat != 0)
    set_seat (row, of_post->seat, "");
  else if (row->organisation != NULL && row->organisation->seat != 0)
    set_seat (row, row->organisation->seat, "");
  else if (row->organisation != NULL)
    set_seat (row, *row->organisation->country != '\0' ? 0 : organisation_id, row->organisation->country);
  else if (row->contact != NULL && *row->contact->country != '\0')
    set_seat (row, 0, row->contact->country);
  else if (of_post != NULL)
    set_seat (row, 0, of_post->country);
  else
    set_seat (row, 0, row->country);

  return look_up_organisation (self, row->derived[LIAISON_DERIVED_SEAT_ORGANISATION], &row->seat_organisation, error);
}

static gboolean
derive_row (LiaisonDeriveParticipations  *self,
            LiaisonSql                   *sql,
            LiaisonDeriveParticipation   *row,
            GError                      **error)
{
  if (row->contact_id != 0)
    {
      row->contact = liaison_derive_cache_get_contact (self->cache, row->contact_id, error);
      if (row->contact == NULL)
        return FALSE;
      row->post = liaison_derive_contact_get_post (row->contact, liaison_sql_get_integer (sql, COLUMN_POST),
                                                   liaison_sql_get_integer (sql, COLUMN_DAY));
    }

  return look_up_organisation (self, liaison_sql_get_integer (sql, COLUMN_ORGANISATION), &row->organisation, error)
    && derive_seat (self, sql, row, error);
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
    {
      if (row->derived[i] == 0 && (i == LIAISON_DERIVED_POST || i == LIAISON_DERIVED_SEAT_ORGANISATION))
        liaison_sql_bind_null (self->update, i + 2);
      else
        liaison_sql_bind_integer (self->update, i + 2, row->derived[i]);
    }
  liaison_sql_bind_static (self->update, LIAISON_N_DERIVED + 2, row->seat_country);

  return liaison_sql_run (self->update, error);
}

static gboolean
take_row (LiaisonDeriveParticipations  *self,
          LiaisonSql                   *sql,
          GError                      **error)
{
  LiaisonRole role = liaison_sql_get_integer (sql, COLUMN_ROLE);
  LiaisonAttendance attendance = liaison_sql_get_integer (sql, COLUMN_ATTENDANCE);
  /* Not stated is attended, and a principal. */
  gboolean leads = role == 0 || role == LIAISON_ROLE_PRINCIPAL || role == LIAISON_ROLE_CHAIR || role == LIAISON_ROLE_HOST;
  gboolean attended = attendance == 0 || attendance == LIAISON_ATTENDANCE_ATTENDED;
  gboolean is_absent = attendance == LIAISON_ATTENDANCE_DECLINED || attendance == LIAISON_ATTENDANCE_ABSENT;
  LiaisonDeriveParticipation *row;

  g_array_set_size (self->rows, self->rows->len + 1);
  row = &g_array_index (self->rows, LiaisonDeriveParticipation, self->rows->len - 1);
  *row = (LiaisonDeriveParticipation) {
    .id = liaison_sql_get_integer (sql, COLUMN_ID),
    .uuid = liaison_sql_dup_uuid (sql, COLUMN_UUID),
    .side = liaison_sql_get_integer (sql, COLUMN_SIDE),
    .position = liaison_sql_get_integer (sql, COLUMN_POSITION),
    .is_absent = is_absent,
    .is_minor = is_absent || !leads,
    .contact_id = liaison_sql_get_integer (sql, COLUMN_CONTACT),
    .country = liaison_sql_dup_text (sql, COLUMN_COUNTRY),
    .title = liaison_sql_dup_text (sql, COLUMN_TITLE),
  };
  if (!derive_row (self, sql, row, error))
    return FALSE;

  row->derived[LIAISON_DERIVED_DAY] = liaison_sql_get_integer (sql, COLUMN_DAY);
  row->derived[LIAISON_DERIVED_POST] = row->post != NULL ? row->post->id : 0;
  row->derived[LIAISON_DERIVED_LEVEL] = row->post != NULL ? row->post->level : 0;
  row->derived[LIAISON_DERIVED_PORTFOLIO] = row->post != NULL ? row->post->portfolio : 0;
  row->derived[LIAISON_DERIVED_COUNTS] = leads && attended;
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
