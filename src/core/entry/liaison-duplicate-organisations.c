/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-duplicates.h"

#include "liaison-fold.h"
#include "liaison-rows-private.h"
#include "liaison-suggestion.h"
#include "liaison-tokens.h"

/* ?1 is the organisation itself, ?2 a folded name, which those of that name have in their search text. */
static const char with_name[] =
  "SELECT uuid, country, name, kind, name || char (10) || short_name || char (10) || other_names FROM organisation"
  " WHERE uuid <> ?1 AND instr (x_folded, ?2) > 0 ORDER BY x_sort_key, id";

static gboolean
has_name (const char *names,
          const char *folded)
{
  g_auto (GStrv) each = g_strsplit (names, "\n", -1);

  for (char **name = each; *name != NULL; name++)
    {
      g_autofree char *other = liaison_fold (*name);

      if (g_str_equal (other, folded))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_uuid (GPtrArray  *found,
          const char *uuid)
{
  for (guint i = 0; i < found->len; i++)
    {
      if (g_str_equal (liaison_suggestion_get_uuid (found->pdata[i]), uuid))
        return TRUE;
    }

  return FALSE;
}

/* Each country has its Ministry of Foreign Affairs. */
static gboolean
may_be_same (const LiaisonRecord *organisation,
             const char          *country)
{
  const char *own = liaison_record_get_text (organisation, LIAISON_ORGANISATION_COUNTRY);

  return *own == '\0' || *country == '\0' || g_str_equal (own, country);
}

static void
add_if_same (const LiaisonRecord *organisation,
             const char          *folded,
             LiaisonSql          *sql,
             GPtrArray           *found)
{
  g_autofree char *uuid = liaison_sql_dup_uuid (sql, 0);
  const char *country = liaison_sql_get_text (sql, 1);

  if (may_be_same (organisation, country) && has_name (liaison_sql_get_text (sql, 4), folded) && !has_uuid (found, uuid))
    g_ptr_array_add (found, liaison_suggestion_new (LIAISON_KIND_ORGANISATION, uuid, country, liaison_sql_get_text (sql, 2),
                                                    liaison_vocabulary_get_label (&liaison_organisation_kinds, liaison_sql_get_integer (sql, 3))));
}

static gboolean
find_by_name (LiaisonDb            *db,
              const LiaisonRecord  *organisation,
              const char           *name,
              guint                 limit,
              GPtrArray            *found,
              GError              **error)
{
  g_autofree char *folded = liaison_fold (name);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  if (*folded == '\0')
    return TRUE;

  sql = liaison_sql_new (db, with_name, error);
  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, liaison_record_get_uuid (organisation));
  liaison_sql_bind_text (sql, 2, folded);
  while (found->len < limit && liaison_sql_step (sql, &failure))
    add_if_same (organisation, folded, sql, found);

  return liaison_rows_end (&failure, error);
}

GPtrArray *
liaison_duplicates_find_organisations (LiaisonDb            *db,
                                       const LiaisonRecord  *organisation,
                                       guint                 limit,
                                       GError              **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  const char * const *others = liaison_record_get_list (organisation, LIAISON_ORGANISATION_OTHER_NAMES);

  g_return_val_if_fail (db != NULL, NULL);

  if (!find_by_name (db, organisation, liaison_record_get_text (organisation, LIAISON_ORGANISATION_NAME), limit, found, error)
      || !find_by_name (db, organisation, liaison_record_get_text (organisation, LIAISON_ORGANISATION_SHORT_NAME), limit, found, error))
    return NULL;
  for (; *others != NULL; others++)
    {
      if (!find_by_name (db, organisation, *others, limit, found, error))
        return NULL;
    }

  return g_steal_pointer (&found);
}
