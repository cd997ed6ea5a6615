/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-listing.h"

#include "liaison-counting-private.h"
#include "liaison-sql-private.h"
#include "liaison-standing-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static const char * const engagement_columns[] = {
  "uuid", "start", "end", "precision", "form", "format", "status", "title", "place", "country", "principals", "counterparts", "countries",
  "organisations", "group", "counted", NULL,
};
static const char * const contact_columns[] = {
  "uuid", "name", "side", "country", "title", "organisation", "engagements", "counted", "last", NULL,
};
static const char * const organisation_columns[] = {
  "uuid", "name", "short_name", "kind", "country", "engagements", "counted", "last", NULL,
};

const char * const *
liaison_listing_columns (LiaisonEntity entity)
{
  switch (entity)
    {
    case LIAISON_ENTITY_CONTACTS:
      return contact_columns;
    case LIAISON_ENTITY_ORGANISATIONS:
      return organisation_columns;
    case LIAISON_ENTITY_ENGAGEMENTS:
    default:
      return engagement_columns;
    }
}

static void
add_text (GVariantBuilder *builder,
          const char      *name,
          const char      *value)
{
  g_variant_builder_add (builder, "(sv)", name, g_variant_new_string (value));
}

static void
add_token (GVariantBuilder         *builder,
           const char              *name,
           const LiaisonVocabulary *vocabulary,
           int                      value)
{
  const char *token = liaison_vocabulary_get_token (vocabulary, value);

  add_text (builder, name, token ? token : "");
}

static void
add_number (GVariantBuilder *builder,
            const char      *name,
            gint64           value)
{
  g_variant_builder_add (builder, "(sv)", name, g_variant_new_int64 (value));
}

static void
add_day (GVariantBuilder *builder,
         const char      *name,
         int              day)
{
  g_autofree char *text = day > 0 ? g_strdup_printf ("%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100) : g_strdup ("");

  add_text (builder, name, text);
}

static void
add_list (GVariantBuilder *builder,
          const char      *name,
          GPtrArray       *values)
{
  g_variant_builder_add (builder, "(sv)", name, g_variant_new_strv ((const char * const *) values->pdata, values->len));
}

/* Whether the first row of @sql is there; told as an error where the record is not. */
static gboolean
step_to_record (LiaisonSql  *sql,
                gint32       id,
                GError     **error)
{
  g_autoptr (GError) failure = NULL;

  liaison_sql_bind_integer (sql, 1, id);
  if (liaison_sql_step (sql, &failure))
    return TRUE;

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("The record of key %d is no longer there."), id);

  return FALSE;
}

/* Participants of an engagement */

typedef struct
{
  GPtrArray *principals;
  GPtrArray *counterparts;
  GPtrArray *countries;
  GPtrArray *organisations;
} Participants;

static void
add_distinct (GPtrArray  *values,
              const char *value)
{
  if (*value != '\0' && !g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    g_ptr_array_add (values, g_strdup (value));
}

static gboolean
load_participants (LiaisonDb     *db,
                   gint32         id,
                   Participants  *participants,
                   GError       **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db,
    "SELECT p.side, coalesce (c.name, ''), p.x_seat_country,"
    " coalesce ((SELECT CASE WHEN o.short_name <> '' THEN o.short_name ELSE o.name END FROM organisation o WHERE o.id = p.x_seat_organisation), '')"
    " FROM participation p LEFT JOIN contact c ON c.id = p.contact WHERE p.engagement = ?1 ORDER BY p.position, p.id", error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);
  while (liaison_sql_step (sql, &failure))
    {
      int side = liaison_sql_get_integer (sql, 0);

      if (side == LIAISON_SIDE_OURS)
        add_distinct (participants->principals, liaison_sql_get_text (sql, 1));
      if (side != LIAISON_SIDE_THEIRS)
        continue;
      add_distinct (participants->counterparts, liaison_sql_get_text (sql, 1));
      add_distinct (participants->countries, liaison_sql_get_text (sql, 2));
      add_distinct (participants->organisations, liaison_sql_get_text (sql, 3));
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
add_participants (GVariantBuilder  *builder,
                  LiaisonDb        *db,
                  gint32            id,
                  GError          **error)
{
  g_autoptr (GPtrArray) principals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) counterparts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) countries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) organisations = g_ptr_array_new_with_free_func (g_free);
  Participants participants = { principals, counterparts, countries, organisations };

  if (!load_participants (db, id, &participants, error))
    return FALSE;

  add_list (builder, "principals", principals);
  add_list (builder, "counterparts", counterparts);
  add_list (builder, "countries", countries);
  add_list (builder, "organisations", organisations);

  return TRUE;
}

static gboolean
build_engagement (GVariantBuilder  *builder,
                  LiaisonDb        *db,
                  gint32            id,
                  GError          **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db,
    "SELECT e.uuid, e.start, e.\"end\", e.precision, e.form,"
    " coalesce ((SELECT CASE WHEN o.short_name <> '' THEN o.short_name ELSE o.name END FROM organisation o WHERE o.id = e.format), ''),"
    " e.status, e.title, e.place, e.country, e.x_group, e.x_counted FROM engagement e WHERE e.id = ?1", error);
  g_autofree char *uuid = NULL;

  if (sql == NULL || !step_to_record (sql, id, error))
    return FALSE;

  uuid = liaison_sql_dup_uuid (sql, 0);
  add_text (builder, "uuid", uuid);
  add_text (builder, "start", liaison_sql_get_text (sql, 1));
  add_text (builder, "end", liaison_sql_get_text (sql, 2));
  add_token (builder, "precision", &liaison_precisions, liaison_sql_get_integer (sql, 3));
  add_token (builder, "form", &liaison_forms, liaison_sql_get_integer (sql, 4));
  add_text (builder, "format", liaison_sql_get_text (sql, 5));
  add_token (builder, "status", &liaison_statuses, liaison_sql_get_integer (sql, 6));
  add_text (builder, "title", liaison_sql_get_text (sql, 7));
  add_text (builder, "place", liaison_sql_get_text (sql, 8));
  add_text (builder, "country", liaison_sql_get_text (sql, 9));
  if (!add_participants (builder, db, id, error))
    return FALSE;
  add_token (builder, "group", &liaison_groups, liaison_sql_get_integer (sql, 10));
  g_variant_builder_add (builder, "(sv)", "counted", g_variant_new_boolean (liaison_sql_get_integer (sql, 11) != 0));

  return TRUE;
}

/* How many records, how many of them counted, and the last day of these. */
#define FIGURES(engagements) \
  " (SELECT count (*) FROM engagement e WHERE e.id IN (" engagements "))," \
  " (SELECT count (*) FROM engagement e WHERE " LIAISON_SQL_COUNTED " AND e.id IN (" engagements "))," \
  " (SELECT max (e.x_last_day) FROM engagement e WHERE " LIAISON_SQL_COUNTED " AND e.id IN (" engagements "))"

static gboolean
build_contact (GVariantBuilder  *builder,
               LiaisonDb        *db,
               gint32            id,
               int               day,
               GError          **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db,
    "SELECT c.uuid, c.name, c.side, c.country, coalesce (t.title, ''), coalesce ((SELECT name FROM organisation WHERE id = t.organisation), ''),"
    FIGURES (LIAISON_SQL_OF_CONTACT ("c.id"))
    " FROM contact c LEFT JOIN post t ON t.id = " LIAISON_SQL_POST_OF_DAY ("c.id", "?2") " WHERE c.id = ?1", error);
  g_autofree char *uuid = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 2, day);
  if (!step_to_record (sql, id, error))
    return FALSE;

  uuid = liaison_sql_dup_uuid (sql, 0);
  add_text (builder, "uuid", uuid);
  add_text (builder, "name", liaison_sql_get_text (sql, 1));
  add_token (builder, "side", &liaison_sides, liaison_sql_get_integer (sql, 2));
  add_text (builder, "country", liaison_sql_get_text (sql, 3));
  add_text (builder, "title", liaison_sql_get_text (sql, 4));
  add_text (builder, "organisation", liaison_sql_get_text (sql, 5));
  add_number (builder, "engagements", liaison_sql_get_integer (sql, 6));
  add_number (builder, "counted", liaison_sql_get_integer (sql, 7));
  add_day (builder, "last", liaison_sql_get_integer (sql, 8));

  return TRUE;
}

static gboolean
build_organisation (GVariantBuilder  *builder,
                    LiaisonDb        *db,
                    gint32            id,
                    GError          **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db,
    "SELECT o.uuid, o.name, o.short_name, o.kind, o.country,"
    FIGURES (LIAISON_SQL_OF_ORGANISATION ("o.id"))
    " FROM organisation o WHERE o.id = ?1", error);
  g_autofree char *uuid = NULL;

  if (sql == NULL || !step_to_record (sql, id, error))
    return FALSE;

  uuid = liaison_sql_dup_uuid (sql, 0);
  add_text (builder, "uuid", uuid);
  add_text (builder, "name", liaison_sql_get_text (sql, 1));
  add_text (builder, "short_name", liaison_sql_get_text (sql, 2));
  add_token (builder, "kind", &liaison_organisation_kinds, liaison_sql_get_integer (sql, 3));
  add_text (builder, "country", liaison_sql_get_text (sql, 4));
  add_number (builder, "engagements", liaison_sql_get_integer (sql, 5));
  add_number (builder, "counted", liaison_sql_get_integer (sql, 6));
  add_day (builder, "last", liaison_sql_get_integer (sql, 7));

  return TRUE;
}

GVariant *
liaison_listing_load (LiaisonDb      *db,
                      LiaisonEntity   entity,
                      gint32          id,
                      int             day,
                      GError        **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  gboolean success;

  if (entity == LIAISON_ENTITY_CONTACTS)
    success = build_contact (&builder, db, id, day, error);
  else if (entity == LIAISON_ENTITY_ORGANISATIONS)
    success = build_organisation (&builder, db, id, error);
  else
    success = build_engagement (&builder, db, id, error);

  return success ? g_variant_ref_sink (g_variant_builder_end (&builder)) : NULL;
}
