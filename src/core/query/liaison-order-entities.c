/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-order-private.h"

#include "liaison-counting-private.h"
#include "liaison-country.h"
#include "liaison-day.h"
#include "liaison-row.h"
#include "liaison-rows-private.h"
#include "liaison-tally-private.h"
#include "liaison-tokens.h"

/* What a column is sorted by: a number, or a text that is made into a collation key. */
typedef enum { BY_POSITION, BY_NUMBER, BY_COUNTED, BY_LAST, BY_TEXT, BY_COUNTRY, BY_KIND } Sorting;

typedef struct
{
  Sorting     sorting;
  const char *expression;
} Column;

typedef union
{
  gint64  number;
  char   *text;
} Value;

typedef struct
{
  gint32  id;
  Value  *values;
} Item;

typedef struct
{
  LiaisonEntity         entity;
  const char           *table;
  const Column         *columns;
  const LiaisonSortKey *sort;
  guint                 n_sort;
  const LiaisonTallies *tallies; /* %NULL where each record is asked for its figures: they are few, or their figures are not wanted */
} Sort;

#define FIGURE(figure, engagements) \
  "(SELECT " figure " FROM engagement e WHERE " LIAISON_SQL_COUNTED " AND e.id IN (" engagements "))"

/* The title of today, else the one that was left last: what the list shows. */
#define TITLE \
  "coalesce ((SELECT o.title FROM post o WHERE o.contact = r.id AND o.x_first_day <= ?2" \
  " ORDER BY min (o.x_last_day, ?2) DESC, " LIAISON_SQL_POST_ORDER " LIMIT 1), '')"

static const Column contact_columns[LIAISON_N_CONTACT_COLUMNS] = {
  [LIAISON_CONTACT_COLUMN_NAME] = { BY_POSITION },
  [LIAISON_CONTACT_COLUMN_SIDE] = { BY_NUMBER, "r.side" },
  [LIAISON_CONTACT_COLUMN_TITLE] = { BY_TEXT, TITLE },
  [LIAISON_CONTACT_COLUMN_COUNTRY] = { BY_COUNTRY, "r.country" },
  [LIAISON_CONTACT_COLUMN_ENGAGEMENTS] = { BY_COUNTED, FIGURE ("count (*)", LIAISON_SQL_OF_CONTACT ("r.id")) },
  [LIAISON_CONTACT_COLUMN_LAST] = { BY_LAST, FIGURE ("max (e.x_last_day)", LIAISON_SQL_OF_CONTACT ("r.id")) },
  [LIAISON_CONTACT_COLUMN_TAGS] = { BY_TEXT, "r.tags" },
  [LIAISON_CONTACT_COLUMN_EMAIL] = { BY_TEXT, "r.email" },
  [LIAISON_CONTACT_COLUMN_TELEPHONE] = { BY_TEXT, "r.telephone" },
  [LIAISON_CONTACT_COLUMN_SENSITIVITY] = { BY_NUMBER, "r.sensitivity" },
  [LIAISON_CONTACT_COLUMN_MODIFIED] = { BY_NUMBER, "r.modified" },
};

static const Column organisation_columns[LIAISON_N_ORGANISATION_COLUMNS] = {
  [LIAISON_ORGANISATION_COLUMN_NAME] = { BY_POSITION },
  [LIAISON_ORGANISATION_COLUMN_SHORT_NAME] = { BY_TEXT, "r.short_name" },
  [LIAISON_ORGANISATION_COLUMN_KIND] = { BY_KIND, "r.kind" },
  [LIAISON_ORGANISATION_COLUMN_COUNTRY] = { BY_COUNTRY, "r.country" },
  [LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS] = { BY_COUNTED, FIGURE ("count (*)", LIAISON_SQL_OF_ORGANISATION ("r.id")) },
  [LIAISON_ORGANISATION_COLUMN_LAST] = { BY_LAST, FIGURE ("max (e.x_last_day)", LIAISON_SQL_OF_ORGANISATION ("r.id")) },
  [LIAISON_ORGANISATION_COLUMN_PARENT] = { BY_TEXT, "(SELECT p.name FROM organisation p WHERE p.id = r.parent)" },
  [LIAISON_ORGANISATION_COLUMN_SENSITIVITY] = { BY_NUMBER, "r.sensitivity" },
  [LIAISON_ORGANISATION_COLUMN_MODIFIED] = { BY_NUMBER, "r.modified" },
};

static gboolean
has_text (const Column *column)
{
  return column->sorting == BY_TEXT || column->sorting == BY_COUNTRY || column->sorting == BY_KIND;
}

static gboolean
has_figure (const Column *column)
{
  return column->sorting == BY_COUNTED || column->sorting == BY_LAST;
}

static gint64
read_number (LiaisonSql   *sql,
             int           index,
             const Column *column,
             const Sort   *sort)
{
  guint key = liaison_sql_get_integer (sql, 0);

  if (!sort->tallies || !has_figure (column) || key >= sort->tallies->size)
    return liaison_sql_get_integer (sql, index);

  return column->sorting == BY_COUNTED ? sort->tallies->counted[key] : sort->tallies->last[key];
}

static Value
read_value (LiaisonSql   *sql,
            int           index,
            int           position,
            const Column *column,
            const Sort   *sort)
{
  const char *text;

  switch (column->sorting)
    {
    case BY_POSITION:
      return (Value) { .number = position };

    case BY_NUMBER:
    case BY_COUNTED:
    case BY_LAST:
      return (Value) { .number = read_number (sql, index, column, sort) };

    case BY_COUNTRY:
      text = liaison_country_get_name (liaison_sql_get_text (sql, index));
      break;

    case BY_KIND:
      text = liaison_vocabulary_get_label (&liaison_organisation_kinds, liaison_sql_get_integer (sql, index));
      break;

    case BY_TEXT:
    default:
      text = liaison_sql_get_text (sql, index);
      break;
    }

  return (Value) { .text = g_utf8_collate_key (text, -1) };
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Item *first = a;
  const Item *second = b;
  const Sort *sort = data;

  for (guint i = 0; i < sort->n_sort; i++)
    {
      Value one = first->values[i];
      Value other = second->values[i];
      int order = has_text (&sort->columns[sort->sort[i].column]) ? g_strcmp0 (one.text, other.text)
                                                                  : (one.number > other.number) - (one.number < other.number);

      if (order != 0)
        return sort->sort[i].descending ? -order : order;
    }

  return 0;
}

static void
clear_items (GArray     *items,
             const Sort *sort)
{
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      for (guint j = 0; j < sort->n_sort; j++)
        {
          if (has_text (&sort->columns[sort->sort[j].column]))
            g_free (item->values[j].text);
        }
      g_free (item->values);
    }
}

static gboolean
read_items (LiaisonDb          *db,
            const LiaisonBits  *bits,
            const Sort         *sort,
            GArray             *items,
            GError            **error)
{
  g_autofree char *all = g_strdup_printf ("%s r ORDER BY r.x_sort_key, r.id", sort->table);
  g_autofree char *each = g_strdup_printf ("%s r ON r.id = j.value ORDER BY r.x_sort_key, r.id", sort->table);
  g_autoptr (GString) columns = g_string_new ("r.id");
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < sort->n_sort; i++)
    {
      const Column *column = &sort->columns[sort->sort[i].column];
      gboolean is_read = column->expression && !(sort->tallies && has_figure (column));

      g_string_append_printf (columns, ", %s", is_read ? column->expression : "0");
    }

  sql = liaison_bits_select (bits, db, columns->str, all, each, error);
  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 2, liaison_day_today ());
  while (liaison_sql_step (sql, &failure))
    {
      Item item = { liaison_sql_get_integer (sql, 0), NULL };

      if (!liaison_bits_test (bits, item.id))
        continue;

      item.values = g_new0 (Value, sort->n_sort);
      for (guint i = 0; i < sort->n_sort; i++)
        item.values[i] = read_value (sql, i + 1, items->len, &sort->columns[sort->sort[i].column], sort);
      g_array_append_val (items, item);
    }

  return liaison_rows_end (&failure, error);
}

static gboolean
wants_figures (const Sort *sort)
{
  for (guint i = 0; i < sort->n_sort; i++)
    {
      if (has_figure (&sort->columns[sort->sort[i].column]))
        return TRUE;
    }

  return FALSE;
}

/* Merge sort, so that those that are equal keep the order of their names. */
static GArray *
order_entities (LiaisonDb          *db,
                const LiaisonBits  *bits,
                Sort               *sort,
                GError            **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (LiaisonTallies) tallies = NULL;
  GArray *ids = NULL;

  if (wants_figures (sort) && !liaison_bits_are_few (bits))
    {
      tallies = liaison_tallies_new (db, sort->entity, error);
      if (!tallies)
        return NULL;
      sort->tallies = tallies;
    }

  if (read_items (db, bits, sort, items, error))
    {
      g_array_sort_with_data (items, compare_items, sort);
      ids = g_array_sized_new (FALSE, FALSE, sizeof (gint32), items->len);
      for (guint i = 0; i < items->len; i++)
        g_array_append_val (ids, g_array_index (items, Item, i).id);
    }
  clear_items (items, sort);

  return ids;
}

GArray *
liaison_order_contacts (LiaisonDb             *db,
                        const LiaisonBits     *bits,
                        const LiaisonSortKey  *sort,
                        guint                  n_sort,
                        GError               **error)
{
  Sort keys = { LIAISON_ENTITY_CONTACTS, "contact", contact_columns, sort, n_sort };

  return order_entities (db, bits, &keys, error);
}

GArray *
liaison_order_organisations (LiaisonDb             *db,
                             const LiaisonBits     *bits,
                             const LiaisonSortKey  *sort,
                             guint                  n_sort,
                             GError               **error)
{
  Sort keys = { LIAISON_ENTITY_ORGANISATIONS, "organisation", organisation_columns, sort, n_sort };

  return order_entities (db, bits, &keys, error);
}
