/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-person.h"

#include "liaison-country.h"
#include "liaison-rows-private.h"
#include "liaison-standing-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* ?1 the contact, ?2 the day, ?3 the day as of which it is told, ?4 the most that the audience may hear. */
static const char person_text[] =
  "SELECT c.name, c.family, c.country, t.title, t.tenure, t.sensitivity <= ?4,"
  "  CASE WHEN n.sensitivity > ?4 THEN t.title ELSE n.title END, t.level"
  " FROM contact c LEFT JOIN post t ON t.id = " LIAISON_SQL_POST_OF_DAY ("c.id", "?2")
  " LEFT JOIN post n ON n.id = " LIAISON_SQL_POST_OF_DAY ("c.id", "?3")
  " WHERE c.uuid = ?1 AND c.sensitivity <= ?4";

void
liaison_person_free (LiaisonPerson *person)
{
  g_free (person->uuid);
  g_free (person->name);
  g_free (person->family);
  g_free (person->title);
  g_free (person->seat);
  g_free (person);
}

static LiaisonPerson *
read_person (LiaisonSql *sql,
             const char *contact)
{
  LiaisonPerson *person = g_new0 (LiaisonPerson, 1);
  const char *family = liaison_sql_get_text (sql, 1);
  const char *country = liaison_sql_get_text (sql, 2);
  gboolean may_tell = liaison_sql_get_integer (sql, 5);

  person->uuid = g_strdup (contact);
  person->name = liaison_sql_dup_text (sql, 0);
  person->family = g_strdup (*family ? family : person->name);
  person->seat = g_strdup (*country ? liaison_country_get_name (country) : "");
  person->title = may_tell ? liaison_sql_dup_text (sql, 3) : g_strdup ("");
  person->tenure = may_tell ? liaison_sql_get_integer (sql, 4) : 0;
  person->level = liaison_sql_get_integer (sql, 7);
  person->is_former = *person->title && g_strcmp0 (person->title, liaison_sql_get_text (sql, 6)) != 0;

  return person;
}

LiaisonPerson *
liaison_person_load (LiaisonDb             *db,
                     const char            *contact,
                     int                    day,
                     const LiaisonTelling  *telling,
                     GError               **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, person_text, error);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (contact != NULL, NULL);

  if (!sql)
    return NULL;

  liaison_sql_bind_uuid (sql, 1, contact);
  liaison_sql_bind_integer (sql, 2, day);
  liaison_sql_bind_integer (sql, 3, telling->day);
  liaison_sql_bind_integer (sql, 4, telling->audience ? (int) telling->audience : LIAISON_SENSITIVITY_CONFIDENTIAL);
  if (liaison_sql_step (sql, &failure))
    return read_person (sql, contact);

  if (liaison_rows_end (&failure, error))
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("The contact %s is not there."), contact);

  return NULL;
}
