/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-count-private.h"

#include "liaison-country.h"
#include "liaison-date-format.h"
#include "liaison-rows-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static char *
make_shared (char *text)
{
  char *shared = g_ref_string_new (text);

  g_free (text);

  return shared;
}

LiaisonValueName *
liaison_value_name_new (char *key,
                        char *label)
{
  LiaisonValueName *name = g_new0 (LiaisonValueName, 1);

  name->key = make_shared (key);
  name->label = make_shared (label);

  return name;
}

void
liaison_value_name_free (LiaisonValueName *name)
{
  g_ref_string_release (name->key);
  g_ref_string_release (name->label);
  g_clear_pointer (&name->label_key, g_ref_string_release);
  g_free (name);
}

const char *
liaison_value_name_get_label_key (LiaisonValueName *name)
{
  if (!name->label_key)
    name->label_key = make_shared (g_utf8_collate_key (name->label, -1));

  return name->label_key;
}

static LiaisonValueName *
share_name (LiaisonValueName *name)
{
  LiaisonValueName *shared = g_new0 (LiaisonValueName, 1);

  liaison_value_name_get_label_key (name);
  shared->key = g_ref_string_acquire (name->key);
  shared->label = g_ref_string_acquire (name->label);
  shared->label_key = g_ref_string_acquire (name->label_key);

  return shared;
}

static char *
get_step_label (LiaisonCountKey  key,
                int              day,
                const char      *name)
{
  switch ((int) key)
    {
    case LIAISON_COUNT_DAY:
      return liaison_date_format_short (name, NULL, "day");

    case LIAISON_COUNT_MONTH:
      return liaison_date_format_short (name, NULL, "month");

    case LIAISON_COUNT_WEEK:
      /* Translators: a week of ISO 8601 and its year: "week 49, 2021" */
      return g_strdup_printf (C_("week", "week %d, %.4s"), atoi (name + 6), name);

    case LIAISON_COUNT_QUARTER:
      /* Translators: a quarter and its year: "Q4 2021" */
      return g_strdup_printf (C_("quarter", "Q%d %d"), (day / 100 % 100 + 2) / 3, day / 10000);

    default:
      return g_strdup (name);
    }
}

LiaisonValueName *
liaison_count_name_time (LiaisonCountKey key,
                         gint64          value)
{
  char *name;

  if (value == LIAISON_COUNT_UNDATED)
    return liaison_value_name_new (g_strdup ("undated"), g_strdup (C_("date", "undated")));

  name = liaison_step_key (liaison_count_key_get_step (key), value);

  return liaison_value_name_new (name, get_step_label (key, value, name));
}

static const char *
get_none_label (LiaisonCountKey key)
{
  switch ((int) key)
    {
    case LIAISON_COUNT_COUNTRY:
      return C_("none", "No country");
    case LIAISON_COUNT_PRINCIPAL:
      return C_("none", "Nobody of ours named");
    case LIAISON_COUNT_COUNTERPART:
      return C_("none", "Nobody named");
    case LIAISON_COUNT_ORGANISATION:
      return C_("none", "No organisation");
    case LIAISON_COUNT_FORMAT:
      return C_("none", "No format");
    case LIAISON_COUNT_TOPIC:
      return C_("none", "No topic");
    case LIAISON_COUNT_LEVEL:
    case LIAISON_COUNT_OUR_LEVEL:
      return C_("none", "No level");
    case LIAISON_COUNT_OFFICE:
      return C_("none", "No office");
    default:
      return C_("none", "Not stated");
    }
}

static LiaisonValueName *
name_token (const LiaisonVocabulary *vocabulary,
            gint64                   value)
{
  const char *token = liaison_vocabulary_get_token (vocabulary, value);

  return liaison_value_name_new (g_strdup (token ? token : ""), g_strdup (liaison_vocabulary_get_label (vocabulary, value)));
}

/* The name of what needs no look into the store; %NULL of what does. */
static LiaisonValueName *
name_value (LiaisonCountKey key,
            gint64          value)
{
  char *code;

  if (value == 0)
    return liaison_value_name_new (g_strdup (""), g_strdup (get_none_label (key)));
  if (liaison_count_key_is_time (key))
    return liaison_count_name_time (key, value);

  switch ((int) key)
    {
    case LIAISON_COUNT_FORM:
      return name_token (&liaison_forms, value);
    case LIAISON_COUNT_GROUP:
      return name_token (&liaison_groups, value);
    case LIAISON_COUNT_LEVEL:
    case LIAISON_COUNT_OUR_LEVEL:
      return name_token (&liaison_levels, value);
    case LIAISON_COUNT_INITIATED:
      return name_token (&liaison_initiateds, value);
    case LIAISON_COUNT_COUNTRY:
      code = liaison_country_from_value (value);
      return liaison_value_name_new (code, g_strdup (liaison_country_get_name (code)));
    case LIAISON_COUNT_TOTAL:
      return liaison_value_name_new (g_strdup ("total"), g_strdup (C_("count", "Total")));
    default:
      return NULL;
    }
}

static const char *
get_statement (LiaisonCountKey key)
{
  switch ((int) key)
    {
    case LIAISON_COUNT_PRINCIPAL:
    case LIAISON_COUNT_COUNTERPART:
      return "SELECT uuid, name FROM contact WHERE id = ?1";
    case LIAISON_COUNT_TOPIC:
      return "SELECT uuid, name FROM topic WHERE id = ?1";
    default:
      return "SELECT uuid, name FROM organisation WHERE id = ?1";
    }
}

static LiaisonValueName *
read_name (LiaisonSql  *sql,
           gint64       value,
           GError     **error)
{
  g_autoptr (GError) failure = NULL;
  LiaisonValueName *name;

  liaison_sql_reset (sql);
  liaison_sql_bind_integer (sql, 1, value);
  if (liaison_sql_step (sql, &failure))
    name = liaison_value_name_new (liaison_sql_dup_uuid (sql, 0), liaison_sql_dup_text (sql, 1));
  else
    name = liaison_value_name_new (g_strdup (""), g_strdup (""));

  if (!liaison_rows_end (&failure, error))
    g_clear_pointer (&name, liaison_value_name_free);

  return name;
}

/* The names of records that were read before, where facts are kept: they are of the same state of the store. */
static gboolean
get_known_names (LiaisonDb        *db,
                 LiaisonCountKey   key,
                 GHashTable      **known,
                 GError          **error)
{
  const LiaisonFacts *facts;

  if (!liaison_facts_find (db, &facts, error))
    return FALSE;

  if (!facts)
    *known = NULL;
  else if (key == LIAISON_COUNT_PRINCIPAL || key == LIAISON_COUNT_COUNTERPART)
    *known = facts->contact_names;
  else
    *known = key == LIAISON_COUNT_TOPIC ? facts->topic_names : facts->organisation_names;

  return TRUE;
}

static LiaisonValueName *
find_name (LiaisonSql  *sql,
           GHashTable  *known,
           gint64       value,
           GError     **error)
{
  LiaisonValueName *name = known ? g_hash_table_lookup (known, GSIZE_TO_POINTER (value)) : NULL;

  if (name)
    return share_name (name);

  name = read_name (sql, value, error);
  if (!name || !known)
    return name;

  g_hash_table_insert (known, GSIZE_TO_POINTER (value), name);

  return share_name (name);
}

static void
free_name (gpointer name)
{
  if (name)
    liaison_value_name_free (name);
}

GPtrArray *
liaison_count_name_values (LiaisonDb        *db,
                           LiaisonCountKey   key,
                           const GArray     *values,
                           const guint8     *named,
                           GError          **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_full (values->len, free_name);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, get_statement (key), error);
  GHashTable *known;

  if (!sql || !get_known_names (db, key, &known, error))
    return NULL;

  for (guint i = 0; i < values->len; i++)
    {
      gint64 value = g_array_index (values, gint64, i);
      LiaisonValueName *name;

      if (named && !named[i])
        {
          g_ptr_array_add (names, NULL);
          continue;
        }

      name = name_value (key, value);
      if (!name)
        name = find_name (sql, known, value, error);
      if (!name)
        return NULL;
      g_ptr_array_add (names, name);
    }

  return g_steal_pointer (&names);
}
