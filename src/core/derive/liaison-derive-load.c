/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-load-private.h"

#include "liaison-derive-participation-private.h"

struct _LiaisonDeriveLoad
{
  LiaisonDeriveCache *cache;
  LiaisonSql         *select_day;
  gint64              engagement; /* the last one that was looked at, and its day */
  int                 day;
};

/* The links of a participation, in the order of its fields. */
enum { LINK_ENGAGEMENT, LINK_CONTACT, LINK_ORGANISATION, LINK_SEAT_ORGANISATION, LINK_POST };

G_STATIC_ASSERT (LIAISON_PARTICIPATION_ENGAGEMENT < LIAISON_PARTICIPATION_CONTACT
                 && LIAISON_PARTICIPATION_CONTACT < LIAISON_PARTICIPATION_ORGANISATION
                 && LIAISON_PARTICIPATION_ORGANISATION < LIAISON_PARTICIPATION_SEAT_ORGANISATION
                 && LIAISON_PARTICIPATION_SEAT_ORGANISATION < LIAISON_PARTICIPATION_POST);
G_STATIC_ASSERT (LIAISON_DERIVE_LOAD_N_BOUND == LIAISON_N_DERIVED + 1);

LiaisonDeriveLoad *
liaison_derive_load_new (LiaisonDb  *db,
                         GError    **error)
{
  g_autoptr (LiaisonDeriveLoad) load = g_new0 (LiaisonDeriveLoad, 1);

  load->cache = liaison_derive_cache_new (db);
  load->select_day = liaison_sql_new (db, "SELECT x_first_day FROM engagement WHERE id = ?1", error);

  return load->select_day != NULL ? g_steal_pointer (&load) : NULL;
}

void
liaison_derive_load_free (LiaisonDeriveLoad *load)
{
  g_clear_pointer (&load->select_day, liaison_sql_free);
  liaison_derive_cache_free (load->cache);
  g_free (load);
}

static gboolean
find_day (LiaisonDeriveLoad  *load,
          gint64              engagement,
          GError            **error)
{
  g_autoptr (GError) failure = NULL;

  if (engagement == load->engagement)
    return TRUE;

  liaison_sql_bind_integer (load->select_day, 1, engagement);
  load->day = liaison_sql_step (load->select_day, &failure) ? liaison_sql_get_integer (load->select_day, 0) : 0;
  load->engagement = engagement;
  liaison_sql_reset (load->select_day);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
liaison_derive_load_bind (LiaisonDeriveLoad    *load,
                          LiaisonSql           *sql,
                          int                   first,
                          const LiaisonRecord  *record,
                          const gint64         *links,
                          GError              **error)
{
  LiaisonDeriveParticipation row = { 0 };
  LiaisonDeriveGiven given = {
    .contact = links[LINK_CONTACT],
    .organisation = links[LINK_ORGANISATION],
    .seat_organisation = links[LINK_SEAT_ORGANISATION],
    .post = links[LINK_POST],
    .country = liaison_record_get_text (record, LIAISON_PARTICIPATION_COUNTRY),
    .seat_country = liaison_record_get_text (record, LIAISON_PARTICIPATION_SEAT_COUNTRY),
    .role = liaison_record_get_integer (record, LIAISON_PARTICIPATION_ROLE),
    .attendance = liaison_record_get_integer (record, LIAISON_PARTICIPATION_ATTENDANCE),
  };
  gboolean success;

  liaison_derive_cache_trim (load->cache);
  if (!find_day (load, links[LINK_ENGAGEMENT], error))
    return FALSE;

  given.day = load->day;
  success = liaison_derive_participation (load->cache, &given, &row, error);
  if (success)
    {
      for (int i = 0; i < LIAISON_N_DERIVED; i++)
        liaison_derive_participation_bind (sql, first + i, &row, i);
      liaison_sql_bind_text (sql, first + LIAISON_N_DERIVED, row.seat_country);
    }
  g_free (row.seat_country);

  return success;
}
