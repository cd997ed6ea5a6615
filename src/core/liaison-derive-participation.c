/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-participation-private.h"

#include <string.h>

struct _LiaisonDeriveParticipations
{
  LiaisonDeriveMode  *mode;
  LiaisonDeriveCache *cache;
  LiaisonSql         *of_engagement;
  LiaisonSql         *of_contact;
  LiaisonSql         *update;
  GArray             *rows;
};

enum
{
  COLUMN_ID, COLUMN_UUID, COLUMN_DAY, COLUMN_CONTACT, COLUMN_ORGANISATION, COLUMN_COUNTRY, COLUMN_SIDE, COLUMN_SEAT_COUNTRY,
  COLUMN_SEAT_ORGANISATION, COLUMN_POST, COLUMN_ROLE, COLUMN_ATTENDANCE, COLUMN_TITLE, COLUMN_POSITION, COLUMN_FIRST_DERIVED
};

/* In the order of the columns below. */
enum
{
  DERIVED_DAY, DERIVED_POST, DERIVED_LEVEL, DERIVED_PORTFOLIO, DERIVED_SEAT_ORGANISATION, DERIVED_COUNTS, N_DERIVED_INTEGERS,
  DERIVED_SEAT_COUNTRY = N_DERIVED_INTEGERS
};

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
  self->of_contact = self->of_engagement ? liaison_sql_new (mode->db, SELECT " WHERE p.contact = ?1", error) : NULL;
  self->update = self->of_contact
    ? liaison_sql_new (mode->db, "UPDATE participation SET (" DERIVED ") = (?2, ?3, ?4, ?5, ?6, ?7, ?8) WHERE id = ?1", error) : NULL;

  return self->update != NULL ? g_steal_pointer (&self) : NULL;
}

void
liaison_derive_participations_free (LiaisonDeriveParticipations *self)
{
  g_clear_pointer (&self->of_engagement, liaison_sql_free);
  g_clear_pointer (&self->of_contact, liaison_sql_free);
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
  row->seat_organisation_id = organisation;
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

  return look_up_organisation (self, row->seat_organisation_id, &row->seat_organisation, error);
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

static void
bind_key (LiaisonSql *sql,
          int         index,
          gint64      key)
{
  if (key != 0)
    liaison_sql_bind_integer (sql, index, key);
  else
    liaison_sql_bind_null (sql, index);
}

static gboolean
store_row (LiaisonDeriveParticipations       *self,
           LiaisonSql                        *sql,
           const LiaisonDeriveParticipation  *row,
           gboolean                           counts,
           GError                           **error)
{
  const gint64 derived[N_DERIVED_INTEGERS] = {
    [DERIVED_DAY] = liaison_sql_get_integer (sql, COLUMN_DAY),
    [DERIVED_POST] = row->post != NULL ? row->post->id : 0,
    [DERIVED_LEVEL] = row->post != NULL ? row->post->level : 0,
    [DERIVED_PORTFOLIO] = row->post != NULL ? row->post->portfolio : 0,
    [DERIVED_SEAT_ORGANISATION] = row->seat_organisation_id,
    [DERIVED_COUNTS] = counts,
  };
  gboolean differs = strcmp (row->seat_country, liaison_sql_get_text (sql, COLUMN_FIRST_DERIVED + DERIVED_SEAT_COUNTRY)) != 0;

  for (int i = 0; i < N_DERIVED_INTEGERS; i++)
    differs |= derived[i] != liaison_sql_get_integer (sql, COLUMN_FIRST_DERIVED + i);
  if (!differs)
    return TRUE;

  if (self->mode->found != NULL)
    {
      self->mode->found (LIAISON_KIND_PARTICIPATION, row->id, DERIVED, self->mode->found_data);
      return TRUE;
    }

  liaison_sql_bind_integer (self->update, 1, row->id);
  for (int i = 0; i < N_DERIVED_INTEGERS; i++)
    {
      if (i == DERIVED_POST || i == DERIVED_SEAT_ORGANISATION)
        bind_key (self->update, i + 2, derived[i]);
      else
        liaison_sql_bind_integer (self->update, i + 2, derived[i]);
    }
  liaison_sql_bind_static (self->update, DERIVED_SEAT_COUNTRY + 2, row->seat_country);

  return liaison_sql_run (self->update, error);
}

/* Not stated is attended, and a principal. */
static gboolean
take_row (LiaisonDeriveParticipations  *self,
          LiaisonSql                   *sql,
          GError                      **error)
{
  LiaisonRole role = liaison_sql_get_integer (sql, COLUMN_ROLE);
  LiaisonAttendance attendance = liaison_sql_get_integer (sql, COLUMN_ATTENDANCE);
  gboolean leads = role == 0 || role == LIAISON_ROLE_PRINCIPAL || role == LIAISON_ROLE_CHAIR || role == LIAISON_ROLE_HOST;
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

  return derive_row (self, sql, row, error)
    && store_row (self, sql, row, leads && (attendance == 0 || attendance == LIAISON_ATTENDANCE_ATTENDED), error);
}

static gboolean
take_rows (LiaisonDeriveParticipations  *self,
           LiaisonSql                   *sql,
           gint64                        owner,
           gboolean                      keep,
           GError                      **error)
{
  g_autoptr (GError) failure = NULL;

  g_array_set_size (self->rows, 0);
  liaison_sql_bind_integer (sql, 1, owner);
  while (liaison_sql_step (sql, &failure))
    {
      if (!take_row (self, sql, &failure))
        break;
      if (!keep)
        g_array_set_size (self->rows, 0);
    }
  liaison_sql_reset (sql);

  if (failure == NULL)
    return TRUE;

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
  if (!take_rows (self, self->of_engagement, engagement, TRUE, error))
    return NULL;

  g_array_sort (self->rows, compare_rows);

  return self->rows;
}

gboolean
liaison_derive_participations_of_contact (LiaisonDeriveParticipations  *self,
                                          gint64                        contact,
                                          GError                      **error)
{
  return take_rows (self, self->of_contact, contact, FALSE, error);
}
