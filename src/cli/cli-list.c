/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-cli-table.h"
#include "liaison-day.h"
#include "liaison-listing.h"
#include "liaison-query.h"
#include "liaison-row.h"
#include "liaison-snapshot.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* What a person reads in a terminal; JSON and CSV have every column. */
static const char * const engagement_table[] = { "start", "form", "principals", "counterparts", "countries", "organisations", "title", "status", NULL };
static const char * const contact_table[] = { "name", "side", "country", "title", "engagements", "last", NULL };
static const char * const organisation_table[] = { "name", "short_name", "kind", "country", "engagements", "last", NULL };

typedef struct
{
  LiaisonEntity     entity;
  LiaisonQuery     *query;
  LiaisonSortKey    sort;
  guint             n_sort;
  int               limit;
  LiaisonCliFormat  format;
} List;

static const char * const *
get_columns (const List *list)
{
  if (list->format != LIAISON_CLI_TABLE)
    return liaison_listing_columns (list->entity);
  if (list->entity == LIAISON_ENTITY_CONTACTS)
    return contact_table;

  return list->entity == LIAISON_ENTITY_ORGANISATIONS ? organisation_table : engagement_table;
}

static gboolean
write_list (const List  *list,
            LiaisonDb   *db,
            GError     **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GArray) ids = NULL;
  LiaisonCliTable *table;
  gboolean success = TRUE;
  int today = liaison_day_today ();

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return FALSE;

  ids = liaison_query_ids (db, list->query, list->entity, &list->sort, list->n_sort, list->limit, error);
  if (ids == NULL)
    return FALSE;

  table = liaison_cli_table_new (list->format, get_columns (list));
  for (guint i = 0; success && i < ids->len; i++)
    {
      g_autoptr (GVariant) line = liaison_listing_load (db, list->entity, g_array_index (ids, gint32, i), today, error);

      success = line != NULL;
      if (success)
        liaison_cli_table_add (table, line);
    }
  liaison_cli_table_end (table);

  return success;
}

static gboolean
read_sort (List       *list,
           const char *text)
{
  if (text == NULL)
    return TRUE;

  list->sort.descending = *text == '-';
  list->sort.column = liaison_row_column_parse (list->entity, list->sort.descending ? text + 1 : text);
  list->n_sort = 1;

  return list->sort.column >= 0;
}

static LiaisonCliStatus
run (const List *list,
     const char *store)
{
  g_autoptr (LiaisonDb) db = liaison_cli_open_store (store, LIAISON_DB_READ);
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return LIAISON_CLI_FAILED;

  if (liaison_cli_resolve_query (db, list->query, &error) && write_list (list, db, &error))
    return LIAISON_CLI_DONE;

  return liaison_cli_query_error (error);
}

LiaisonCliStatus
liaison_cli_list (const LiaisonCliVerb *verb,
                  char                **words)
{
  g_autofree char *store = NULL;
  g_autofree char *sort = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LiaisonQuery) query = NULL;
  List list = { 0 };
  const GOptionEntry entries[] = {
    { "sort", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &sort, N_("Order by a column; “-” before it turns the order round"), N_("[-]COLUMN") },
    { "limit", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &list.limit, N_("At most so many"), N_("N") },
    { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &format, N_("table, json or csv"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };

  if (!liaison_cli_parse (verb, words, entries, &store))
    return LIAISON_CLI_USAGE;

  list.entity = arguments != NULL ? liaison_vocabulary_parse (&liaison_entities, arguments[0]) : 0;
  if (list.entity == 0)
    return liaison_cli_usage_error (verb, _("Say what to list: engagements, contacts or organisations."));
  if (!liaison_cli_format_parse (format, &list.format))
    return liaison_cli_usage_error (verb, _("“%s” is no format; there are table, json and csv."), format);
  if (!read_sort (&list, sort))
    return liaison_cli_usage_error (verb, _("“%s” is no column to sort by."), sort);
  if (list.limit < 0)
    return liaison_cli_usage_error (verb, _("--limit is a number from 1."));

  list.query = query = liaison_cli_parse_query (arguments + 1);
  if (query == NULL)
    return LIAISON_CLI_USAGE;

  return run (&list, store);
}
