/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-order-private.h"

#include "liaison-row.h"
#include "liaison-rows-private.h"

/*
 * For each column the walk over all engagements in its order, which an index has already, upwards and downwards: the key, and the value of the
 * column.  What has no principal, counterpart or format comes before the others, and is walked over by itself.  @d is the direction.
 */
#define TIES(d) "e.x_first_day " d ", e.x_minute " d ", e.id " d

#define WALK(value, index, d) "SELECT e.id, " value " FROM engagement e INDEXED BY " index " ORDER BY " value " " d ", " TIES (d)

#define WALK_DATE(d) \
  "SELECT e.id, e.x_first_day * 2000 + e.x_minute FROM engagement e INDEXED BY engagement_day ORDER BY " TIES (d)

#define WALK_CONTACT(link, index, d) \
  "SELECT e.id, c.id FROM contact c INDEXED BY contact_sort CROSS JOIN engagement e INDEXED BY " index " ON e." link " = c.id" \
  " ORDER BY c.x_sort_key " d ", c.id " d ", " TIES (d)

#define WALK_NOBODY(link, index, d) \
  "SELECT e.id, 0 FROM engagement e INDEXED BY " index " WHERE e." link " IS NULL ORDER BY " TIES (d)

#define WALK_FORMAT(d) \
  "SELECT e.id, o.id FROM organisation o INDEXED BY organisation_sort" \
  " CROSS JOIN engagement e INDEXED BY engagement_format ON e.format = o.id ORDER BY o.x_sort_key " d ", o.id " d ", " TIES (d)

#define WALK_NO_FORMAT(d) "SELECT e.id, 0 FROM engagement e INDEXED BY engagement_day WHERE e.format IS NULL ORDER BY " TIES (d)

#define WALK_PLACE(d) "SELECT e.id, e.place FROM engagement e ORDER BY e.place " d ", " TIES (d)

typedef struct
{
  const char *walks[2];   /* upwards, downwards */
  const char *without[2]; /* the same of those that have no value */
  const char *keys;       /* the expressions that the walk is ordered by, @ for the direction; the ties follow */
  gboolean    is_text;
} Column;

static const Column columns[LIAISON_N_ENGAGEMENT_COLUMNS] = {
  [LIAISON_ENGAGEMENT_COLUMN_DATE] = { { WALK_DATE ("ASC"), WALK_DATE ("DESC") }, .keys = "e.x_first_day @, e.x_minute @" },
  [LIAISON_ENGAGEMENT_COLUMN_FORM] = {
    { WALK ("e.form", "engagement_form", "ASC"), WALK ("e.form", "engagement_form", "DESC") }, .keys = "e.form @" },
  [LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS] = {
    { WALK_CONTACT ("x_principal", "engagement_principal", "ASC"), WALK_CONTACT ("x_principal", "engagement_principal", "DESC") },
    { WALK_NOBODY ("x_principal", "engagement_principal", "ASC"), WALK_NOBODY ("x_principal", "engagement_principal", "DESC") },
    .keys = "(SELECT x_sort_key FROM contact WHERE id = e.x_principal) @, e.x_principal @" },
  [LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS] = {
    { WALK_CONTACT ("x_counterpart", "engagement_counterpart", "ASC"), WALK_CONTACT ("x_counterpart", "engagement_counterpart", "DESC") },
    { WALK_NOBODY ("x_counterpart", "engagement_counterpart", "ASC"), WALK_NOBODY ("x_counterpart", "engagement_counterpart", "DESC") },
    .keys = "(SELECT x_sort_key FROM contact WHERE id = e.x_counterpart) @, e.x_counterpart @" },
  [LIAISON_ENGAGEMENT_COLUMN_COUNTRIES] = {
    { WALK ("e.x_seat", "engagement_seat", "ASC"), WALK ("e.x_seat", "engagement_seat", "DESC") }, .keys = "e.x_seat @", .is_text = TRUE },
  [LIAISON_ENGAGEMENT_COLUMN_TITLE] = {
    { WALK ("e.x_title_key", "engagement_title", "ASC"), WALK ("e.x_title_key", "engagement_title", "DESC") },
    .keys = "e.x_title_key @", .is_text = TRUE },
  [LIAISON_ENGAGEMENT_COLUMN_STATUS] = {
    { WALK ("e.status", "engagement_status", "ASC"), WALK ("e.status", "engagement_status", "DESC") }, .keys = "e.status @" },
  [LIAISON_ENGAGEMENT_COLUMN_FORMAT] = {
    { WALK_FORMAT ("ASC"), WALK_FORMAT ("DESC") }, { WALK_NO_FORMAT ("ASC"), WALK_NO_FORMAT ("DESC") },
    .keys = "(SELECT x_sort_key FROM organisation WHERE id = e.format) @, e.format @" },
  [LIAISON_ENGAGEMENT_COLUMN_PLACE] = { { WALK_PLACE ("ASC"), WALK_PLACE ("DESC") }, .keys = "e.place @", .is_text = TRUE },
};

/* Called for every engagement of a walk; @begins is whether its value differs from that of the one before.  Returns whether to go on. */
typedef gboolean (*WalkFunc) (guint key, gboolean begins, gpointer data);

typedef struct
{
  gint64    number;
  char     *text;
  gboolean  is_first;
} LastValue;

static gboolean
is_new_value (LiaisonSql *sql,
              gboolean    is_text,
              LastValue  *last)
{
  gboolean is_new = last->is_first;

  last->is_first = FALSE;
  if (!is_text)
    {
      gint64 number = liaison_sql_get_integer (sql, 1);

      is_new = is_new || number != last->number;
      last->number = number;
    }
  else if (is_new || g_strcmp0 (liaison_sql_get_text (sql, 1), last->text) != 0)
    {
      is_new = TRUE;
      g_free (last->text);
      last->text = liaison_sql_dup_text (sql, 1);
    }

  return is_new;
}

/* One statement of a walk; @ended is set where @func has had enough. */
static gboolean
walk_over (LiaisonDb   *db,
           const char  *text,
           gboolean     is_text,
           WalkFunc     func,
           gpointer     data,
           gboolean    *ended,
           GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;
  LastValue last = { .is_first = TRUE };

  if (!sql)
    return FALSE;

  while (!*ended && liaison_sql_step (sql, &failure))
    *ended = !func (liaison_sql_get_integer (sql, 0), is_new_value (sql, is_text, &last), data);
  g_free (last.text);

  return liaison_rows_end (&failure, error);
}

static gboolean
walk (LiaisonDb            *db,
      const LiaisonSortKey *key,
      WalkFunc              func,
      gpointer              data,
      GError              **error)
{
  const Column *column = &columns[key->column];
  const char *first = key->descending ? column->walks[1] : column->without[0];
  const char *second = key->descending ? column->without[1] : column->walks[0];
  gboolean ended = FALSE;

  return (!first || walk_over (db, first, column->is_text, func, data, &ended, error))
    && (!second || ended || walk_over (db, second, column->is_text, func, data, &ended, error));
}

/* One key */

typedef struct
{
  const LiaisonBits *bits;
  GArray            *ids;
  guint              limit;
} Taking;

static gboolean
take_cb (guint    key,
         gboolean begins,
         gpointer data)
{
  Taking *taking = data;
  gint32 id = key;

  if (!taking->bits || liaison_bits_test (taking->bits, key))
    g_array_append_val (taking->ids, id);

  return taking->limit == 0 || taking->ids->len < taking->limit;
}

static GArray *
take_in_order (LiaisonDb             *db,
               const LiaisonBits     *bits,
               const LiaisonSortKey  *key,
               guint                  limit,
               GError               **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  Taking taking = { bits, ids, limit };

  return walk (db, key, take_cb, &taking, error) ? g_steal_pointer (&ids) : NULL;
}

/* Several keys */

typedef struct
{
  guint32 *ranks;
  guint    size;
  guint32  rank;
} Ranking;

static gboolean
rank_cb (guint    key,
         gboolean begins,
         gpointer data)
{
  Ranking *ranking = data;

  ranking->rank += begins;
  if (key < ranking->size)
    ranking->ranks[key] = ranking->rank;

  return TRUE;
}

/* Moves the ids into the order of their ranks and leaves those of one rank as they stand: a counting sort. */
static void
sort_by_rank (GArray        *ids,
              const Ranking *ranking)
{
  g_autofree guint32 *starts = g_new0 (guint32, ranking->rank + 2);
  g_autofree gint32 *sorted = g_new (gint32, ids->len);

  for (guint i = 0; i < ids->len; i++)
    starts[ranking->ranks[g_array_index (ids, gint32, i)] + 1]++;
  for (guint i = 1; i < ranking->rank + 2; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < ids->len; i++)
    {
      gint32 id = g_array_index (ids, gint32, i);

      sorted[starts[ranking->ranks[id]]++] = id;
    }

  memcpy (ids->data, sorted, ids->len * sizeof (gint32));
}

/* From the last key to the first, each of which keeps the order of those after it. */
static GArray *
sort_by_ranks (LiaisonDb             *db,
               const LiaisonBits     *bits,
               const LiaisonSortKey  *sort,
               guint                  n_sort,
               GError               **error)
{
  const LiaisonSortKey ties = { LIAISON_ENGAGEMENT_COLUMN_DATE, sort[n_sort - 1].descending };
  g_autoptr (GArray) ids = take_in_order (db, bits, &ties, 0, error);
  guint size;

  if (!ids || !liaison_bits_read_size (db, "engagement", &size, error))
    return NULL;

  for (guint i = n_sort; i > 0; i--)
    {
      g_autofree guint32 *ranks = g_new0 (guint32, size);
      Ranking ranking = { ranks, size, 0 };

      if (!walk (db, &sort[i - 1], rank_cb, &ranking, error))
        return NULL;
      sort_by_rank (ids, &ranking);
    }

  return g_steal_pointer (&ids);
}

/* A few */

static void
append_order (GString    *text,
              const char *keys,
              gboolean    descending)
{
  for (const char *at = keys; *at; at++)
    {
      if (*at == '@')
        g_string_append (text, descending ? "DESC" : "ASC");
      else
        g_string_append_c (text, *at);
    }
}

static GArray *
sort_few (LiaisonDb             *db,
          const LiaisonBits     *bits,
          const LiaisonSortKey  *sort,
          guint                  n_sort,
          GError               **error)
{
  g_autoptr (GString) text = g_string_new ("SELECT e.id FROM json_each (?1) j CROSS JOIN engagement e ON e.id = j.value ORDER BY ");
  g_autofree char *list = liaison_bits_to_json (bits);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < n_sort; i++)
    {
      append_order (text, columns[sort[i].column].keys, sort[i].descending);
      g_string_append (text, ", ");
    }
  append_order (text, "e.x_first_day @, e.x_minute @, e.id @", sort[n_sort - 1].descending);

  sql = liaison_sql_new (db, text->str, error);
  if (!sql)
    return NULL;

  liaison_sql_bind_static (sql, 1, list);
  while (liaison_sql_step (sql, &failure))
    {
      gint32 id = liaison_sql_get_integer (sql, 0);

      g_array_append_val (ids, id);
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&ids) : NULL;
}

GArray *
liaison_order_engagements (LiaisonDb             *db,
                           const LiaisonBits     *bits,
                           const LiaisonSortKey  *sort,
                           guint                  n_sort,
                           guint                  limit,
                           GError               **error)
{
  GArray *ids;

  g_assert (n_sort > 0);
  for (guint i = 0; i < n_sort; i++)
    g_return_val_if_fail (sort[i].column >= 0 && sort[i].column < LIAISON_N_ENGAGEMENT_COLUMNS, NULL);

  if (bits && liaison_bits_are_few (bits))
    ids = sort_few (db, bits, sort, n_sort, error);
  else if (n_sort == 1)
    ids = take_in_order (db, bits, sort, limit, error);
  else
    ids = sort_by_ranks (db, bits, sort, n_sort, error);

  if (ids && limit > 0 && ids->len > limit)
    g_array_set_size (ids, limit);

  return ids;
}
