/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-read-private.h"

#include "liaison-country.h"
#include "liaison-date-format.h"
#include "liaison-rows-private.h"

#include <string.h>

/* The lists of names are those that the derived columns begin: the minor ones last (liaison-derive-participation.c). */
const char liaison_row_engagement_text[] =
  "SELECT e.uuid, e.sensitivity, e.form, e.status, e.evidence, e.start, e.\"end\", e.precision, e.title, e.place, e.country,"
  "  e.x_ours, e.x_theirs, e.x_seats, f.name, f.short_name, e.initiated, e.modified,"
  "  (SELECT name FROM contact WHERE id = e.x_principal), (SELECT name FROM contact WHERE id = e.x_counterpart),"
  "  (SELECT group_concat (name, char (10)) FROM (SELECT t.name FROM engagement_topics AS l JOIN topic AS t ON t.id = l.target"
  "    WHERE l.owner = e.id ORDER BY l.position))"
  " FROM engagement AS e LEFT JOIN organisation AS f ON f.id = e.format WHERE e.id = ?1";

enum {
  ROW_UUID, ROW_SENSITIVITY, ROW_FORM, ROW_STATUS, ROW_EVIDENCE, ROW_START, ROW_END, ROW_PRECISION, ROW_TITLE, ROW_PLACE, ROW_COUNTRY,
  ROW_OURS, ROW_THEIRS, ROW_SEATS, ROW_FORMAT, ROW_FORMAT_SHORT, ROW_INITIATED, ROW_MODIFIED, ROW_PRINCIPAL, ROW_COUNTERPART, ROW_TOPICS
};

const char liaison_row_participants_text[] =
  "SELECT p.side, c.name, o.name, p.country, p.x_seat_country, s.name, s.short_name"
  " FROM participation AS p INDEXED BY participation_engagement"
  " LEFT JOIN contact AS c ON c.id = p.contact LEFT JOIN organisation AS o ON o.id = p.organisation"
  " LEFT JOIN organisation AS s ON s.id = p.x_seat_organisation WHERE p.engagement = ?1"
  " ORDER BY p.attendance IN (3, 4) OR p.role NOT BETWEEN 0 AND 3, p.position, p.uuid";

enum { PART_SIDE, PART_CONTACT, PART_ORGANISATION, PART_COUNTRY, PART_SEAT_COUNTRY, PART_SEAT, PART_SEAT_SHORT };

G_STATIC_ASSERT (LIAISON_ATTENDANCE_DECLINED == 3 && LIAISON_ATTENDANCE_ABSENT == 4);
G_STATIC_ASSERT (LIAISON_ROLE_PRINCIPAL == 1 && LIAISON_ROLE_CHAIR == 2 && LIAISON_ROLE_HOST == 3);

char *
liaison_row_make_term (const char *key,
                       const char *value)
{
  g_autoptr (GString) term = NULL;

  if (!*value)
    return g_strdup ("");

  term = g_string_new (key);
  g_string_append (term, ":\"");
  for (const char *at = value; *at; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (term, '\\');
      g_string_append_c (term, *at);
    }
  g_string_append_c (term, '"');

  return g_string_free (g_steal_pointer (&term), FALSE);
}

void
liaison_row_read_token (LiaisonRowTexts         *texts,
                        int                      column,
                        const char              *key,
                        const LiaisonVocabulary *vocabulary,
                        int                      value)
{
  const char *token = liaison_vocabulary_get_token (vocabulary, value);

  texts->texts[column] = g_strdup (liaison_vocabulary_get_label (vocabulary, value));
  if (token)
    texts->terms[column] = g_strdup_printf ("%s:%s", key, token);
}

void
liaison_row_read_sensitivity (LiaisonRowTexts *texts,
                              int              column,
                              int              sensitivity)
{
  liaison_row_read_token (texts, column, "is", &liaison_sensitivities, sensitivity);
}

void
liaison_row_read_modified (LiaisonRowTexts *texts,
                           int              column,
                           gint64           seconds)
{
  texts->texts[column] = seconds > 0 ? liaison_date_format_time (seconds) : NULL;
}

void
liaison_row_read_country (LiaisonRowTexts *texts,
                          int              column,
                          const char      *code)
{
  texts->texts[column] = g_strdup (liaison_country_get_name (code));
  if (*code)
    texts->terms[column] = g_strdup_printf ("country:%s", code);
}

LiaisonRowData *
liaison_row_read_end (LiaisonSql            *row,
                      const LiaisonRowData  *model,
                      const LiaisonRowTexts *texts)
{
  g_autofree char *uuid = liaison_sql_dup_uuid (row, 0);

  return liaison_row_data_new (model, uuid, texts);
}

/* Dates */

static void
read_date (LiaisonSql      *row,
           LiaisonRowTexts *texts)
{
  g_autofree char *start = liaison_sql_dup_text (row, ROW_START);
  g_autofree char *end = liaison_sql_dup_text (row, ROW_END);
  int precision = liaison_sql_get_integer (row, ROW_PRECISION);
  int day_length = strcspn (start, "T");

  texts->texts[LIAISON_ENGAGEMENT_COLUMN_DATE] =
    liaison_date_format_short (start, end, liaison_vocabulary_get_token (&liaison_precisions, precision));

  if (!*start)
    texts->terms[LIAISON_ENGAGEMENT_COLUMN_DATE] = g_strdup ("is:undated");
  else if (*end)
    texts->terms[LIAISON_ENGAGEMENT_COLUMN_DATE] = g_strdup_printf ("from:%.*s to:%.*s", day_length, start, (int) strcspn (end, "T"), end);
  else
    texts->terms[LIAISON_ENGAGEMENT_COLUMN_DATE] = g_strdup_printf ("on:%.*s", day_length, start);
}

/* Participants */

typedef struct
{
  GString    *ours;
  GString    *theirs;
  GString    *seats;
  GString    *countries; /* codes, joined by commas */
  char       *body;      /* the first seat that is no country */
  GHashTable *known;
} Participants;

static void
clear_participants (Participants *participants)
{
  g_string_free (participants->ours, TRUE);
  g_string_free (participants->theirs, TRUE);
  g_string_free (participants->seats, TRUE);
  g_string_free (participants->countries, TRUE);
  g_free (participants->body);
  g_hash_table_unref (participants->known);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Participants, clear_participants)

static void
append (GString    *list,
        const char *separator,
        const char *text)
{
  if (!*text)
    return;
  if (list->len > 0)
    g_string_append (list, separator);
  g_string_append (list, text);
}

static void
add_seat (Participants *participants,
          LiaisonSql   *more)
{
  const char *code = liaison_sql_get_text (more, PART_SEAT_COUNTRY);
  const char *name = *code ? liaison_country_get_name (code) : liaison_sql_get_text (more, PART_SEAT);

  if (!*name || !g_hash_table_add (participants->known, g_strdup (name)))
    return;

  append (participants->seats, "\n", name);
  append (participants->countries, ",", code);
  if (!*code && !participants->body)
    participants->body = g_strdup (name);
}

static void
add_participant (Participants *participants,
                 LiaisonSql   *more)
{
  LiaisonSide side = liaison_sql_get_integer (more, PART_SIDE);
  GString *list = side == LIAISON_SIDE_OURS ? participants->ours : participants->theirs;
  const char *name = liaison_sql_get_text (more, PART_CONTACT);

  if (side != LIAISON_SIDE_OURS && side != LIAISON_SIDE_THEIRS)
    return;

  if (!*name)
    name = liaison_sql_get_text (more, PART_ORGANISATION);
  if (!*name)
    name = liaison_country_get_name (liaison_sql_get_text (more, PART_COUNTRY));
  append (list, "\n", name);
  if (side == LIAISON_SIDE_THEIRS)
    add_seat (participants, more);
}

static gboolean
read_participants (LiaisonSql       *more,
                   LiaisonRowTexts  *texts,
                   GError          **error)
{
  g_auto (Participants) participants = {
    g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), NULL,
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  g_autoptr (GError) failure = NULL;

  while (liaison_sql_step (more, &failure))
    add_participant (&participants, more);

  texts->wholes[LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS] = g_strdup (participants.ours->str);
  texts->wholes[LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS] = g_strdup (participants.theirs->str);
  texts->wholes[LIAISON_ENGAGEMENT_COLUMN_COUNTRIES] = g_strdup (participants.seats->str);
  if (participants.countries->len > 0)
    texts->terms[LIAISON_ENGAGEMENT_COLUMN_COUNTRIES] = g_strconcat ("country:", participants.countries->str, NULL);
  else if (participants.body)
    texts->terms[LIAISON_ENGAGEMENT_COLUMN_COUNTRIES] = liaison_row_make_term ("org", participants.body);

  return liaison_rows_end (&failure, error);
}

static void
read_topics (LiaisonSql      *row,
             LiaisonRowTexts *texts)
{
  g_auto (GStrv) topics = g_strsplit (liaison_sql_get_text (row, ROW_TOPICS), "\n", -1);

  texts->texts[LIAISON_ENGAGEMENT_COLUMN_TOPICS] = g_strjoinv (", ", topics);
  texts->wholes[LIAISON_ENGAGEMENT_COLUMN_TOPICS] = liaison_sql_dup_text (row, ROW_TOPICS);
  texts->terms[LIAISON_ENGAGEMENT_COLUMN_TOPICS] = liaison_row_make_term ("topic", topics[0] ? topics[0] : "");
}

LiaisonRowData *
liaison_row_read_engagement (LiaisonSql  *row,
                             LiaisonSql  *more,
                             GError     **error)
{
  LiaisonRowData model = {
    .sensitivity = liaison_sql_get_integer (row, ROW_SENSITIVITY),
    .form = liaison_sql_get_integer (row, ROW_FORM),
    .status = liaison_sql_get_integer (row, ROW_STATUS),
    .evidence = liaison_sql_get_integer (row, ROW_EVIDENCE),
  };
  g_auto (LiaisonRowTexts) texts = { { NULL } };
  const char *place = liaison_sql_get_text (row, ROW_PLACE);
  const char *format = liaison_sql_get_text (row, ROW_FORMAT_SHORT);

  read_date (row, &texts);
  liaison_row_read_token (&texts, LIAISON_ENGAGEMENT_COLUMN_FORM, "form", &liaison_forms, model.form);
  liaison_row_read_token (&texts, LIAISON_ENGAGEMENT_COLUMN_STATUS, "status", &liaison_statuses, model.status);
  liaison_row_read_token (&texts, LIAISON_ENGAGEMENT_COLUMN_EVIDENCE, "evidence", &liaison_evidences, model.evidence);
  liaison_row_read_token (&texts, LIAISON_ENGAGEMENT_COLUMN_INITIATED, "initiated", &liaison_initiateds,
                          liaison_sql_get_integer (row, ROW_INITIATED));
  liaison_row_read_sensitivity (&texts, LIAISON_ENGAGEMENT_COLUMN_SENSITIVITY, model.sensitivity);
  liaison_row_read_modified (&texts, LIAISON_ENGAGEMENT_COLUMN_MODIFIED, liaison_sql_get_integer (row, ROW_MODIFIED));

  texts.texts[LIAISON_ENGAGEMENT_COLUMN_PLACE] = g_strdup (*place ? place : liaison_country_get_name (liaison_sql_get_text (row, ROW_COUNTRY)));
  texts.terms[LIAISON_ENGAGEMENT_COLUMN_PLACE] = liaison_row_make_term ("place", place);
  texts.texts[LIAISON_ENGAGEMENT_COLUMN_FORMAT] = g_strdup (*format ? format : liaison_sql_get_text (row, ROW_FORMAT));
  texts.wholes[LIAISON_ENGAGEMENT_COLUMN_FORMAT] = liaison_sql_dup_text (row, ROW_FORMAT);
  texts.terms[LIAISON_ENGAGEMENT_COLUMN_FORMAT] = liaison_row_make_term ("format", liaison_sql_get_text (row, ROW_FORMAT));
  texts.texts[LIAISON_ENGAGEMENT_COLUMN_TITLE] = liaison_sql_dup_text (row, ROW_TITLE);
  texts.texts[LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS] = liaison_sql_dup_text (row, ROW_OURS);
  texts.terms[LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS] = liaison_row_make_term ("by", liaison_sql_get_text (row, ROW_PRINCIPAL));
  texts.texts[LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS] = liaison_sql_dup_text (row, ROW_THEIRS);
  texts.terms[LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS] = liaison_row_make_term ("with", liaison_sql_get_text (row, ROW_COUNTERPART));
  texts.texts[LIAISON_ENGAGEMENT_COLUMN_COUNTRIES] = liaison_sql_dup_text (row, ROW_SEATS);
  read_topics (row, &texts);

  return read_participants (more, &texts, error) ? liaison_row_read_end (row, &model, &texts) : NULL;
}
