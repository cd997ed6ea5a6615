/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-duplicates.h"

#include "liaison-fold.h"
#include "liaison-rows-private.h"
#include "liaison-suggestion.h"
#include "liaison-tokens.h"

#include <json-glib/json-glib.h>

/* ?1 is the organisation itself, ?2 a list of folded names, which those of that name have in their search text. */
static const char with_names[] =
  "SELECT uuid, country, name, kind, name || char (10) || short_name || char (10) || other_names FROM organisation"
  " WHERE uuid <> ?1 AND EXISTS (SELECT 1 FROM json_each (?2) n WHERE instr (x_folded, n.value) > 0) ORDER BY x_sort_key, id";

static void
add_name (GPtrArray  *folded,
          const char *name)
{
  g_autofree char *one = liaison_fold (name);

  if (*one != '\0' && !g_ptr_array_find_with_equal_func (folded, one, g_str_equal, NULL))
    g_ptr_array_add (folded, g_steal_pointer (&one));
}

static GPtrArray *
fold_names (const LiaisonRecord *organisation)
{
  GPtrArray *folded = g_ptr_array_new_with_free_func (g_free);

  add_name (folded, liaison_record_get_text (organisation, LIAISON_ORGANISATION_NAME));
  add_name (folded, liaison_record_get_text (organisation, LIAISON_ORGANISATION_SHORT_NAME));
  for (const char * const *other = liaison_record_get_list (organisation, LIAISON_ORGANISATION_OTHER_NAMES); *other != NULL; other++)
    add_name (folded, *other);

  return folded;
}

static char *
write_list (GPtrArray *names)
{
  g_autoptr (JsonArray) array = json_array_sized_new (names->len);
  g_autoptr (JsonNode) list = json_node_init_array (json_node_alloc (), array);

  for (guint i = 0; i < names->len; i++)
    json_array_add_string_element (array, names->pdata[i]);

  return json_to_string (list, FALSE);
}

static gboolean
has_name (const char *names,
          GPtrArray  *folded)
{
  g_auto (GStrv) each = g_strsplit (names, "\n", -1);

  for (char **name = each; *name != NULL; name++)
    {
      g_autofree char *other = liaison_fold (*name);

      if (g_ptr_array_find_with_equal_func (folded, other, g_str_equal, NULL))
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
             GPtrArray           *folded,
             LiaisonSql          *sql,
             GPtrArray           *found)
{
  g_autofree char *uuid = liaison_sql_dup_uuid (sql, 0);
  const char *country = liaison_sql_get_text (sql, 1);

  if (may_be_same (organisation, country) && has_name (liaison_sql_get_text (sql, 4), folded))
    g_ptr_array_add (found, liaison_suggestion_new (LIAISON_KIND_ORGANISATION, uuid, country, liaison_sql_get_text (sql, 2),
                                                    liaison_vocabulary_get_label (&liaison_organisation_kinds, liaison_sql_get_integer (sql, 3))));
}

GPtrArray *
liaison_duplicates_find_organisations (LiaisonDb            *db,
                                       const LiaisonRecord  *organisation,
                                       guint                 limit,
                                       GError              **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) folded = NULL;
  g_autofree char *list = NULL;
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  folded = fold_names (organisation);
  list = write_list (folded);
  sql = liaison_sql_new (db, with_names, error);
  if (sql == NULL)
    return NULL;

  liaison_sql_bind_uuid (sql, 1, liaison_record_get_uuid (organisation));
  liaison_sql_bind_text (sql, 2, list);
  while (found->len < limit && liaison_sql_step (sql, &failure))
    add_if_same (organisation, folded, sql, found);

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&found) : NULL;
}
