/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-data-private.h"

#include "liaison-counting-private.h"
#include "liaison-country.h"
#include "liaison-date-format.h"
#include "liaison-day.h"
#include "liaison-snapshot.h"
#include "liaison-sql-private.h"
#include "liaison-standing-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Each statement reads one record, ?1; ?2 is today.  A page of them costs no more than one statement with a list of keys, which
 * would have to be brought back into the order of the list (the snapshot around it takes the lock once). */

static const char engagement_text[] =
  "SELECT e.uuid, e.sensitivity, e.form, e.status, e.evidence, e.start, e.\"end\", e.precision, e.title, e.place, e.country,"
  "  e.x_ours, e.x_theirs, e.x_seats, f.name, f.short_name"
  " FROM engagement e LEFT JOIN organisation f ON f.id = e.format WHERE e.id = ?1";

/* Who holds no post today is known by the one that was left last. */
#define POST_LEFT_LAST \
  "(SELECT o.id FROM post AS o WHERE o.contact = c.id AND o.x_last_day < ?2 ORDER BY o.x_last_day DESC, o.x_first_day DESC, o.uuid LIMIT 1)"

static const char contact_text[] =
  "SELECT c.uuid, c.sensitivity, c.side, c.name, c.country, t.title, t.x_last_day < ?2"
  " FROM contact AS c LEFT JOIN post AS t ON t.id = coalesce (" LIAISON_SQL_POST_OF_DAY ("c.id", "?2") ", " POST_LEFT_LAST ")"
  " WHERE c.id = ?1";

/* As the lists sort by them (liaison-order-entities.c). */
#define FIGURES_OF(engagements) \
  "SELECT count (*), max (e.x_last_day) FROM engagement AS e WHERE " LIAISON_SQL_COUNTED " AND e.id IN (" engagements ")"

static const char contact_figures_text[] = FIGURES_OF (LIAISON_SQL_OF_CONTACT ("?1"));

static const char organisation_text[] =
  "SELECT o.uuid, o.sensitivity, o.name, o.short_name, o.kind, o.country FROM organisation o WHERE o.id = ?1";

static const char organisation_figures_text[] = FIGURES_OF (LIAISON_SQL_OF_ORGANISATION ("?1"));

typedef LiaisonRowData *(*ReadRow) (LiaisonSql *row, LiaisonSql *figures);

static void
clear_texts (char **texts)
{
  for (int i = 0; i < LIAISON_ROW_MOST_COLUMNS; i++)
    g_clear_pointer (&texts[i], g_free);
}

static LiaisonRowData *
make (LiaisonSql           *row,
      const LiaisonRowData *model,
      char                **texts)
{
  g_autofree char *uuid = liaison_sql_dup_uuid (row, 0);
  LiaisonRowData *data = liaison_row_data_new (model, uuid, texts);

  clear_texts (texts);

  return data;
}

static LiaisonRowData *
read_engagement (LiaisonSql *row,
                 LiaisonSql *figures)
{
  LiaisonRowData model = { .sensitivity = liaison_sql_get_integer (row, 1) };
  char *texts[LIAISON_ROW_MOST_COLUMNS] = { NULL };
  g_autofree char *start = liaison_sql_dup_text (row, 5);
  g_autofree char *end = liaison_sql_dup_text (row, 6);
  const char *precision = liaison_vocabulary_get_token (&liaison_precisions, liaison_sql_get_integer (row, 7));
  const char *place = liaison_sql_get_text (row, 9);
  const char *format = liaison_sql_get_text (row, 15);

  model.form = liaison_sql_get_integer (row, 2);
  model.status = liaison_sql_get_integer (row, 3);
  model.evidence = liaison_sql_get_integer (row, 4);

  texts[LIAISON_ENGAGEMENT_COLUMN_DATE] = liaison_date_format_short (start, end, precision);
  texts[LIAISON_ENGAGEMENT_COLUMN_FORM] = g_strdup (liaison_vocabulary_get_label (&liaison_forms, model.form));
  texts[LIAISON_ENGAGEMENT_COLUMN_STATUS] = g_strdup (liaison_vocabulary_get_label (&liaison_statuses, model.status));
  texts[LIAISON_ENGAGEMENT_COLUMN_PLACE] = g_strdup (*place ? place : liaison_country_get_name (liaison_sql_get_text (row, 10)));
  texts[LIAISON_ENGAGEMENT_COLUMN_FORMAT] = g_strdup (*format ? format : liaison_sql_get_text (row, 14));
  texts[LIAISON_ENGAGEMENT_COLUMN_TITLE] = liaison_sql_dup_text (row, 8);
  texts[LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS] = liaison_sql_dup_text (row, 11);
  texts[LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS] = liaison_sql_dup_text (row, 12);
  texts[LIAISON_ENGAGEMENT_COLUMN_COUNTRIES] = liaison_sql_dup_text (row, 13);

  return make (row, &model, texts);
}

static char *
format_number (gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

static char *
format_day (int day)
{
  g_autofree char *text = NULL;

  if (day <= 0)
    return g_strdup ("");

  text = g_strdup_printf ("%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);

  return liaison_date_format_short (text, NULL, "day");
}

static char *
format_title (const char *title,
              gboolean    is_former)
{
  /* Translators: the title of a post that somebody has left */
  return is_former && *title ? g_strdup_printf (C_("post", "formerly %s"), title) : g_strdup (title);
}

static LiaisonRowData *
read_contact (LiaisonSql *row,
              LiaisonSql *figures)
{
  LiaisonRowData model = { .sensitivity = liaison_sql_get_integer (row, 1), .side = liaison_sql_get_integer (row, 2) };
  char *texts[LIAISON_ROW_MOST_COLUMNS] = { NULL };

  texts[LIAISON_CONTACT_COLUMN_NAME] = liaison_sql_dup_text (row, 3);
  texts[LIAISON_CONTACT_COLUMN_SIDE] = g_strdup (liaison_vocabulary_get_label (&liaison_sides, model.side));
  texts[LIAISON_CONTACT_COLUMN_TITLE] = format_title (liaison_sql_get_text (row, 5), liaison_sql_get_integer (row, 6));
  texts[LIAISON_CONTACT_COLUMN_COUNTRY] = g_strdup (liaison_country_get_name (liaison_sql_get_text (row, 4)));
  texts[LIAISON_CONTACT_COLUMN_ENGAGEMENTS] = format_number (liaison_sql_get_integer (figures, 0));
  texts[LIAISON_CONTACT_COLUMN_LAST] = format_day (liaison_sql_get_integer (figures, 1));

  return make (row, &model, texts);
}

static LiaisonRowData *
read_organisation (LiaisonSql *row,
                   LiaisonSql *figures)
{
  LiaisonRowData model = { .sensitivity = liaison_sql_get_integer (row, 1) };
  char *texts[LIAISON_ROW_MOST_COLUMNS] = { NULL };
  int kind = liaison_sql_get_integer (row, 4);

  texts[LIAISON_ORGANISATION_COLUMN_NAME] = liaison_sql_dup_text (row, 2);
  texts[LIAISON_ORGANISATION_COLUMN_SHORT_NAME] = liaison_sql_dup_text (row, 3);
  texts[LIAISON_ORGANISATION_COLUMN_KIND] = g_strdup (liaison_vocabulary_get_label (&liaison_organisation_kinds, kind));
  texts[LIAISON_ORGANISATION_COLUMN_COUNTRY] = g_strdup (liaison_country_get_name (liaison_sql_get_text (row, 5)));
  texts[LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS] = format_number (liaison_sql_get_integer (figures, 0));
  texts[LIAISON_ORGANISATION_COLUMN_LAST] = format_day (liaison_sql_get_integer (figures, 1));

  return make (row, &model, texts);
}

static const struct { const char *row; const char *figures; ReadRow read; } entities[] = {
  [LIAISON_ENTITY_ENGAGEMENTS] = { engagement_text, NULL, read_engagement },
  [LIAISON_ENTITY_CONTACTS] = { contact_text, contact_figures_text, read_contact },
  [LIAISON_ENTITY_ORGANISATIONS] = { organisation_text, organisation_figures_text, read_organisation },
};

/* Adds the row of a record, where it is there. */
static gboolean
load_one (LiaisonEntity   entity,
          gint32          id,
          LiaisonSql     *row,
          LiaisonSql     *figures,
          GPtrArray      *rows,
          GError        **error)
{
  g_autoptr (GError) failure = NULL;

  liaison_sql_reset (row);
  liaison_sql_bind_integer (row, 1, id);
  if (figures != NULL)
    {
      liaison_sql_reset (figures);
      liaison_sql_bind_integer (figures, 1, id);
    }

  if (liaison_sql_step (row, &failure) && (figures == NULL || liaison_sql_step (figures, &failure)))
    {
      LiaisonRowData *data = entities[entity].read (row, figures);

      data->id = id;
      g_ptr_array_add (rows, data);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

GPtrArray *
liaison_row_data_load (LiaisonDb      *db,
                       LiaisonEntity   entity,
                       const gint32   *ids,
                       guint           n_ids,
                       GError        **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_row_data_unref);
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonSql) row = NULL;
  g_autoptr (LiaisonSql) figures = NULL;

  if (!liaison_snapshot_begin (&snapshot, db, error)
      || (row = liaison_sql_new (db, entities[entity].row, error)) == NULL
      || (entities[entity].figures != NULL && (figures = liaison_sql_new (db, entities[entity].figures, error)) == NULL))
    return NULL;

  liaison_sql_bind_integer (row, 2, liaison_day_today ());
  for (guint i = 0; i < n_ids; i++)
    {
      if (!load_one (entity, ids[i], row, figures, rows, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}
