/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-duplicates.h"

#include "liaison-fold.h"
#include "liaison-rows-private.h"
#include "liaison-standing.h"
#include "liaison-suggest-private.h"

#include <string.h>

/* ?3 is the contact itself. */
#define NOT_TOLD_APART \
  "c.uuid <> ?3 AND NOT EXISTS (SELECT 1 FROM distinction AS d CROSS JOIN contact AS n ON n.uuid = ?3" \
  "  WHERE (d.contact = c.id AND d.other = n.id) OR (d.contact = n.id AND d.other = c.id))"

static const char with_word[] =
  "SELECT c.uuid, c.name || char (10) || c.given || ' ' || c.family || char (10) || c.other_names FROM contact AS c"
  " WHERE " LIAISON_SQL_SUGGESTED ("c.x_folded") " AND " NOT_TOLD_APART " ORDER BY c.x_sort_key, c.id";

static const char with_post[] =
  "SELECT c.uuid, p.title FROM post AS p CROSS JOIN contact AS c ON c.id = p.contact"
  " WHERE p.organisation = (SELECT id FROM organisation WHERE uuid = ?1) AND p.\"to\" = '' AND " NOT_TOLD_APART
  " ORDER BY c.x_sort_key, c.id";

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* The keys of a name's words in order: what all its spellings have in common. */
static char *
dup_signature (const char *name)
{
  g_autofree char *folded = liaison_fold (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (char **word = words; *word != NULL; word++)
    {
      if (**word != '\0')
        g_ptr_array_add (keys, liaison_fold_name_key (*word));
    }
  g_ptr_array_sort (keys, compare_words);
  g_ptr_array_add (keys, NULL);

  return g_strjoinv (" ", (char **) keys->pdata);
}

/* Every name, other ones included. */
static GStrv
dup_names (const LiaisonRecord *contact)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *parts = g_strjoin (" ", liaison_record_get_text (contact, LIAISON_CONTACT_GIVEN),
                                      liaison_record_get_text (contact, LIAISON_CONTACT_FAMILY), NULL);

  g_strv_builder_add (names, liaison_record_get_text (contact, LIAISON_CONTACT_NAME));
  g_strv_builder_add (names, parts);
  for (const char * const *name = liaison_record_get_list (contact, LIAISON_CONTACT_OTHER_NAMES); *name != NULL; name++)
    g_strv_builder_add (names, *name);

  return g_strv_builder_end (names);
}

static gboolean
has_signature (const char *names,
               const char *signature)
{
  g_auto (GStrv) each = g_strsplit (names, "\n", -1);

  for (char **name = each; *name != NULL; name++)
    {
      g_autofree char *other = dup_signature (*name);

      if (g_str_equal (other, signature))
        return TRUE;
    }

  return FALSE;
}

/* Takes @uuid. */
static void
add (GPtrArray *found,
     char      *uuid)
{
  if (g_ptr_array_find_with_equal_func (found, uuid, g_str_equal, NULL))
    g_free (uuid);
  else
    g_ptr_array_add (found, uuid);
}

static gboolean
find_by_name (LiaisonDb            *db,
              const LiaisonRecord  *contact,
              const char           *name,
              GPtrArray            *found,
              GError              **error)
{
  g_autofree char *signature = dup_signature (name);
  g_autoptr (LiaisonSql) sql = NULL;
  g_auto (LiaisonSuggestText) text = { NULL };
  g_autoptr (GError) failure = NULL;

  if (*signature == '\0')
    return TRUE;

  sql = liaison_sql_new (db, with_word, error);
  if (sql == NULL)
    return FALSE;

  liaison_suggest_text_init (&text, name);
  liaison_suggest_text_bind (&text, sql);
  liaison_sql_bind_uuid (sql, 3, liaison_record_get_uuid (contact));
  while (liaison_sql_step (sql, &failure))
    {
      if (has_signature (liaison_sql_get_text (sql, 1), signature))
        add (found, liaison_sql_dup_uuid (sql, 0));
    }

  return liaison_rows_end (&failure, error);
}

static gboolean
find_by_post (LiaisonDb            *db,
              const LiaisonRecord  *contact,
              const LiaisonRecord  *post,
              GPtrArray            *found,
              GError              **error)
{
  g_autofree char *title = liaison_fold (liaison_record_get_text (post, LIAISON_POST_TITLE));
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  if (*title == '\0' || liaison_record_field_is_empty (post, LIAISON_POST_ORGANISATION) || !liaison_record_field_is_empty (post, LIAISON_POST_TO))
    return TRUE;

  sql = liaison_sql_new (db, with_post, error);
  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, liaison_record_get_text (post, LIAISON_POST_ORGANISATION));
  liaison_sql_bind_uuid (sql, 3, liaison_record_get_uuid (contact));
  while (liaison_sql_step (sql, &failure))
    {
      g_autofree char *other = liaison_fold (liaison_sql_get_text (sql, 1));

      if (g_str_equal (other, title))
        add (found, liaison_sql_dup_uuid (sql, 0));
    }

  return liaison_rows_end (&failure, error);
}

GPtrArray *
liaison_duplicates_find (LiaisonDb            *db,
                         const LiaisonRecord  *contact,
                         GPtrArray            *posts,
                         guint                 limit,
                         GError              **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) duplicates = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = dup_names (contact);

  g_return_val_if_fail (db != NULL, NULL);

  for (char **name = names; *name != NULL; name++)
    {
      if (!find_by_name (db, contact, *name, found, error))
        return NULL;
    }
  for (guint i = 0; i < posts->len; i++)
    {
      if (!find_by_post (db, contact, posts->pdata[i], found, error))
        return NULL;
    }

  for (guint i = 0; i < MIN (found->len, limit); i++)
    {
      LiaisonSuggestion *duplicate = liaison_standing_on_day (db, found->pdata[i], NULL, 0, error);

      if (duplicate == NULL)
        return NULL;
      g_ptr_array_add (duplicates, duplicate);
    }

  return g_steal_pointer (&duplicates);
}
