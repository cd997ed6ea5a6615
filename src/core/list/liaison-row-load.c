/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-read-private.h"

#include "liaison-date-format.h"
#include "liaison-day.h"
#include "liaison-row-figures-private.h"
#include "liaison-rows-private.h"
#include "liaison-snapshot.h"
#include "liaison-standing-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Each statement reads one record, ?1; ?2 is today.  A page of them costs no more than one statement with a list of keys, which
 * would have to be brought back into the order of the list (the snapshot around it takes the lock once). */

/* Who holds no post today is known by the one that was left last. */
#define POST_LEFT_LAST \
  "(SELECT o.id FROM post AS o WHERE o.contact = c.id AND o.x_last_day < ?2 ORDER BY o.x_last_day DESC, o.x_first_day DESC, o.uuid LIMIT 1)"

static const char contact_text[] =
  "SELECT c.uuid, c.sensitivity, c.side, c.name, c.country, t.title, t.x_last_day < ?2, c.tags, c.email, c.telephone, c.modified"
  " FROM contact AS c LEFT JOIN post AS t ON t.id = coalesce (" LIAISON_SQL_POST_OF_DAY ("c.id", "?2") ", " POST_LEFT_LAST ")"
  " WHERE c.id = ?1";

static const char organisation_text[] =
  "SELECT o.uuid, o.sensitivity, o.name, o.short_name, o.kind, o.country, p.name, o.modified"
  " FROM organisation AS o LEFT JOIN organisation AS p ON p.id = o.parent WHERE o.id = ?1";

/* What is no single value of the row: who took part in an engagement, or the figures of the others. */
typedef struct
{
  gint32             id;
  LiaisonSql        *participants;
  LiaisonRowFigures *figures;
} More;

typedef LiaisonRowData *(*ReadRow) (LiaisonSql *row, const More *more, GError **error);

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

static gboolean
read_figures (const More       *more,
              LiaisonRowTexts  *texts,
              int               engagements_column,
              int               last_column,
              GError          **error)
{
  guint counted;
  int last;

  if (!liaison_row_figures_read (more->figures, more->id, &counted, &last, error))
    return FALSE;

  texts->texts[engagements_column] = format_number (counted);
  texts->texts[last_column] = format_day (last);

  return TRUE;
}

static LiaisonRowData *
read_engagement (LiaisonSql  *row,
                 const More  *more,
                 GError     **error)
{
  liaison_sql_reset (more->participants);
  liaison_sql_bind_integer (more->participants, 1, more->id);

  return liaison_row_read_engagement (row, more->participants, error);
}

/* A list of texts, which the store keeps a line each. */
static void
read_list (LiaisonSql      *row,
           int              index,
           LiaisonRowTexts *texts,
           int              column)
{
  g_auto (GStrv) items = g_strsplit (liaison_sql_get_text (row, index), "\n", -1);

  texts->texts[column] = g_strjoinv (", ", items);
  texts->wholes[column] = liaison_sql_dup_text (row, index);
}

static LiaisonRowData *
read_contact (LiaisonSql  *row,
              const More  *more,
              GError     **error)
{
  LiaisonRowData model = { .sensitivity = liaison_sql_get_integer (row, 1), .side = liaison_sql_get_integer (row, 2) };
  g_auto (LiaisonRowTexts) texts = { { NULL } };
  g_auto (GStrv) tags = g_strsplit (liaison_sql_get_text (row, 7), "\n", 2);

  texts.texts[LIAISON_CONTACT_COLUMN_NAME] = liaison_sql_dup_text (row, 3);
  liaison_row_read_token (&texts, LIAISON_CONTACT_COLUMN_SIDE, "side", &liaison_sides, model.side);
  texts.texts[LIAISON_CONTACT_COLUMN_TITLE] = format_title (liaison_sql_get_text (row, 5), liaison_sql_get_integer (row, 6));
  liaison_row_read_country (&texts, LIAISON_CONTACT_COLUMN_COUNTRY, liaison_sql_get_text (row, 4));
  read_list (row, 7, &texts, LIAISON_CONTACT_COLUMN_TAGS);
  texts.terms[LIAISON_CONTACT_COLUMN_TAGS] = liaison_row_make_term ("tag", tags[0] ? tags[0] : "");
  read_list (row, 8, &texts, LIAISON_CONTACT_COLUMN_EMAIL);
  read_list (row, 9, &texts, LIAISON_CONTACT_COLUMN_TELEPHONE);
  liaison_row_read_sensitivity (&texts, LIAISON_CONTACT_COLUMN_SENSITIVITY, model.sensitivity);
  liaison_row_read_modified (&texts, LIAISON_CONTACT_COLUMN_MODIFIED, liaison_sql_get_integer (row, 10));

  return read_figures (more, &texts, LIAISON_CONTACT_COLUMN_ENGAGEMENTS, LIAISON_CONTACT_COLUMN_LAST, error)
    ? liaison_row_read_end (row, &model, &texts) : NULL;
}

static LiaisonRowData *
read_organisation (LiaisonSql  *row,
                   const More  *more,
                   GError     **error)
{
  LiaisonRowData model = { .sensitivity = liaison_sql_get_integer (row, 1) };
  g_auto (LiaisonRowTexts) texts = { { NULL } };
  int kind = liaison_sql_get_integer (row, 4);

  texts.texts[LIAISON_ORGANISATION_COLUMN_NAME] = liaison_sql_dup_text (row, 2);
  texts.texts[LIAISON_ORGANISATION_COLUMN_SHORT_NAME] = liaison_sql_dup_text (row, 3);
  texts.texts[LIAISON_ORGANISATION_COLUMN_KIND] = g_strdup (liaison_vocabulary_get_label (&liaison_organisation_kinds, kind));
  liaison_row_read_country (&texts, LIAISON_ORGANISATION_COLUMN_COUNTRY, liaison_sql_get_text (row, 5));
  texts.texts[LIAISON_ORGANISATION_COLUMN_PARENT] = liaison_sql_dup_text (row, 6);
  liaison_row_read_sensitivity (&texts, LIAISON_ORGANISATION_COLUMN_SENSITIVITY, model.sensitivity);
  liaison_row_read_modified (&texts, LIAISON_ORGANISATION_COLUMN_MODIFIED, liaison_sql_get_integer (row, 7));

  return read_figures (more, &texts, LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS, LIAISON_ORGANISATION_COLUMN_LAST, error)
    ? liaison_row_read_end (row, &model, &texts) : NULL;
}

static const struct { const char *text; ReadRow read; } entities[] = {
  [LIAISON_ENTITY_ENGAGEMENTS] = { liaison_row_engagement_text, read_engagement },
  [LIAISON_ENTITY_CONTACTS] = { contact_text, read_contact },
  [LIAISON_ENTITY_ORGANISATIONS] = { organisation_text, read_organisation },
};

/* Adds the row of a record, where it is there. */
static gboolean
load_one (LiaisonEntity   entity,
          LiaisonSql     *row,
          const More     *more,
          GPtrArray      *rows,
          GError        **error)
{
  g_autoptr (GError) failure = NULL;
  LiaisonRowData *data;

  liaison_sql_reset (row);
  liaison_sql_bind_integer (row, 1, more->id);
  if (!liaison_sql_step (row, &failure))
    return liaison_rows_end (&failure, error);

  data = entities[entity].read (row, more, error);
  if (data == NULL)
    return FALSE;

  data->id = more->id;
  g_ptr_array_add (rows, data);

  return TRUE;
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
  g_autoptr (LiaisonSql) participants = NULL;
  g_autoptr (LiaisonRowFigures) figures = NULL;

  if (!liaison_snapshot_begin (&snapshot, db, error) || (row = liaison_sql_new (db, entities[entity].text, error)) == NULL)
    return NULL;

  if (entity == LIAISON_ENTITY_ENGAGEMENTS)
    participants = liaison_sql_new (db, liaison_row_participants_text, error);
  else
    figures = liaison_row_figures_new (db, entity, error);
  if (participants == NULL && figures == NULL)
    return NULL;

  liaison_sql_bind_integer (row, 2, liaison_day_today ());
  for (guint i = 0; i < n_ids; i++)
    {
      const More more = { ids[i], participants, figures };

      if (!load_one (entity, row, &more, rows, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}
