/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-order-private.h"

#include "liaison-order-cache-private.h"
#include "liaison-row.h"
#include "liaison-rows-private.h"

/*
 * For each column the walk over all engagements in its order, which an index has already, upwards and downwards.  What has no principal,
 * counterpart or format comes before the others, and is walked over by itself.  @d is the direction.
 */
#define TIES(d) "e.x_first_day " d ", e.x_minute " d ", e.id " d

/* To look one up and sort it takes as long as to walk over so many in an index; what no index is in the order of is sorted either way. */
#define INDEXED_SHARE 256
#define SORTED_SHARE 16

#define WALK(value, index, d) "FROM engagement e INDEXED BY " index " ORDER BY " value " " d ", " TIES (d)

#define WALK_DATE(d) "FROM engagement e INDEXED BY engagement_day ORDER BY " TIES (d)

#define WALK_CONTACT(link, index, d) \
  "FROM contact c INDEXED BY contact_sort CROSS JOIN engagement e INDEXED BY " index " ON e." link " = c.id" \
  " ORDER BY c.x_sort_key " d ", c.id " d ", " TIES (d)

#define WALK_NOBODY(link, index, d) "FROM engagement e INDEXED BY " index " WHERE e." link " IS NULL ORDER BY " TIES (d)

#define WALK_FORMAT(d) \
  "FROM organisation o INDEXED BY organisation_sort CROSS JOIN engagement e INDEXED BY engagement_format ON e.format = o.id" \
  " ORDER BY o.x_sort_key " d ", o.id " d ", " TIES (d)

/* No index over the days has the format. */
#define HAS_FORMAT "SELECT id FROM engagement INDEXED BY engagement_format WHERE format IS NOT NULL"

/* What no index is in the order of, or none that older stores have, too. */
#define WALK_ALL(value, d) "FROM engagement e ORDER BY " value " " d ", " TIES (d)

#define FIRST_TOPIC \
  "coalesce ((SELECT t.x_folded FROM engagement_topics l CROSS JOIN topic t ON t.id = l.target WHERE l.owner = e.id ORDER BY l.position" \
  " LIMIT 1), '')"

typedef struct
{
  const char *value;      /* of the column */
  const char *walks[2];   /* what follows SELECT, upwards and downwards */
  const char *without[2]; /* the same for those that have no value */
  const char *with;       /* where that is a walk over all, the statement for those that have one */
  const char *keys;       /* the expressions that the walk is ordered by, @ for the direction; the ties follow */
  gboolean    is_text;
  gboolean    is_sorted;  /* no index is in its order */
} Column;

static const Column columns[LIAISON_N_ENGAGEMENT_COLUMNS] = {
  [LIAISON_ENGAGEMENT_COLUMN_DATE] = {
    "e.x_first_day * 2000 + e.x_minute", { WALK_DATE ("ASC"), WALK_DATE ("DESC") }, .keys = "e.x_first_day @, e.x_minute @" },
  [LIAISON_ENGAGEMENT_COLUMN_FORM] = {
    "e.form", { WALK ("e.form", "engagement_form", "ASC"), WALK ("e.form", "engagement_form", "DESC") }, .keys = "e.form @" },
  [LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS] = {
    "c.id", { WALK_CONTACT ("x_principal", "engagement_principal", "ASC"), WALK_CONTACT ("x_principal", "engagement_principal", "DESC") },
    { WALK_NOBODY ("x_principal", "engagement_principal", "ASC"), WALK_NOBODY ("x_principal", "engagement_principal", "DESC") },
    .keys = "(SELECT x_sort_key FROM contact WHERE id = e.x_principal) @, e.x_principal @" },
  [LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS] = {
    "c.id",
    { WALK_CONTACT ("x_counterpart", "engagement_counterpart", "ASC"), WALK_CONTACT ("x_counterpart", "engagement_counterpart", "DESC") },
    { WALK_NOBODY ("x_counterpart", "engagement_counterpart", "ASC"), WALK_NOBODY ("x_counterpart", "engagement_counterpart", "DESC") },
    .keys = "(SELECT x_sort_key FROM contact WHERE id = e.x_counterpart) @, e.x_counterpart @" },
  [LIAISON_ENGAGEMENT_COLUMN_COUNTRIES] = {
    "e.x_seat", { WALK ("e.x_seat", "engagement_seat", "ASC"), WALK ("e.x_seat", "engagement_seat", "DESC") },
    .keys = "e.x_seat @", .is_text = TRUE },
  [LIAISON_ENGAGEMENT_COLUMN_TITLE] = {
    "e.x_title_key", { WALK ("e.x_title_key", "engagement_title", "ASC"), WALK ("e.x_title_key", "engagement_title", "DESC") },
    .keys = "e.x_title_key @", .is_text = TRUE },
  [LIAISON_ENGAGEMENT_COLUMN_STATUS] = {
    "e.status", { WALK ("e.status", "engagement_status", "ASC"), WALK ("e.status", "engagement_status", "DESC") }, .keys = "e.status @" },
  [LIAISON_ENGAGEMENT_COLUMN_FORMAT] = {
    "o.id", { WALK_FORMAT ("ASC"), WALK_FORMAT ("DESC") }, { WALK_DATE ("ASC"), WALK_DATE ("DESC") }, HAS_FORMAT,
    .keys = "(SELECT x_sort_key FROM organisation WHERE id = e.format) @, e.format @" },
  [LIAISON_ENGAGEMENT_COLUMN_PLACE] = {
    "e.place", { WALK_ALL ("e.place", "ASC"), WALK_ALL ("e.place", "DESC") }, .keys = "e.place @", .is_text = TRUE },
  [LIAISON_ENGAGEMENT_COLUMN_TOPICS] = {
    FIRST_TOPIC, { WALK_ALL (FIRST_TOPIC, "ASC"), WALK_ALL (FIRST_TOPIC, "DESC") }, .keys = FIRST_TOPIC " @", .is_text = TRUE,
    .is_sorted = TRUE },
  [LIAISON_ENGAGEMENT_COLUMN_EVIDENCE] = {
    "e.evidence", { WALK_ALL ("e.evidence", "ASC"), WALK_ALL ("e.evidence", "DESC") }, .keys = "e.evidence @", .is_sorted = TRUE },
  [LIAISON_ENGAGEMENT_COLUMN_INITIATED] = {
    "e.initiated", { WALK_ALL ("e.initiated", "ASC"), WALK_ALL ("e.initiated", "DESC") }, .keys = "e.initiated @", .is_sorted = TRUE },
  [LIAISON_ENGAGEMENT_COLUMN_SENSITIVITY] = {
    "e.sensitivity", { WALK_ALL ("e.sensitivity", "ASC"), WALK_ALL ("e.sensitivity", "DESC") }, .keys = "e.sensitivity @", .is_sorted = TRUE },
  [LIAISON_ENGAGEMENT_COLUMN_MODIFIED] = {
    "e.modified", { WALK_ALL ("e.modified", "ASC"), WALK_ALL ("e.modified", "DESC") }, .keys = "e.modified @", .is_sorted = TRUE },
};

/* One key */

/* Adds the engagements of a walk; stops at @limit where that is not 0. */
static gboolean
take_walk (LiaisonDb          *db,
           const char         *walk,
           const LiaisonBits  *bits,
           guint               limit,
           GArray             *ids,
           GError            **error)
{
  g_autofree char *text = g_strconcat ("SELECT e.id ", walk, NULL);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while ((limit == 0 || ids->len < limit) && liaison_sql_step (sql, &failure))
    {
      gint32 id = liaison_sql_get_integer (sql, 0);

      if (!bits || liaison_bits_test (bits, id))
        g_array_append_val (ids, id);
    }

  return liaison_rows_end (&failure, error);
}

/* Of @bits, which are all where it is %NULL, those that have no value in @column. */
static LiaisonBits *
leave_out_valued (LiaisonDb          *db,
                  const Column       *column,
                  const LiaisonBits  *bits,
                  GError            **error)
{
  g_autoptr (LiaisonBits) rest = NULL;
  g_autoptr (LiaisonBits) valued = NULL;
  guint size;

  if (!liaison_bits_read_size (db, "engagement", &size, error))
    return NULL;

  valued = liaison_bits_new (size);
  if (!liaison_bits_collect (valued, db, column->with, NULL, 0, 0, error))
    return NULL;

  rest = bits ? liaison_bits_copy (bits) : liaison_bits_new (size);
  if (!bits)
    liaison_bits_fill (rest);
  liaison_bits_subtract (rest, valued);

  return g_steal_pointer (&rest);
}

static gboolean
take_without (LiaisonDb             *db,
              const LiaisonSortKey  *key,
              const LiaisonBits     *bits,
              guint                  limit,
              GArray                *ids,
              GError               **error)
{
  const Column *column = &columns[key->column];
  const char *walk = column->without[key->descending ? 1 : 0];
  g_autoptr (LiaisonBits) rest = NULL;

  if (!walk)
    return TRUE;
  if (!column->with)
    return take_walk (db, walk, bits, limit, ids, error);

  rest = leave_out_valued (db, column, bits, error);

  return rest && take_walk (db, walk, rest, limit, ids, error);
}

static GArray *
walk_in_order (LiaisonDb             *db,
               const LiaisonBits     *bits,
               const LiaisonSortKey  *key,
               guint                  limit,
               GError               **error)
{
  const char *walk = columns[key->column].walks[key->descending ? 1 : 0];
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));

  if ((key->descending || take_without (db, key, bits, limit, ids, error))
      && take_walk (db, walk, bits, limit, ids, error)
      && (!key->descending || take_without (db, key, bits, limit, ids, error)))
    return g_steal_pointer (&ids);

  return NULL;
}

/* Several keys */

typedef struct
{
  guint32 *ranks; /* by key */
  guint    size;
  guint32  rank;  /* the last one given */
} Ranking;

typedef struct
{
  gint64 number;
  char  *text;
} Value;

/* Whether the value in the row at hand differs from the last one, which it then takes the place of. */
static gboolean
is_new_value (LiaisonSql *sql,
              gboolean    is_text,
              Value      *last)
{
  gint64 number;

  if (is_text)
    {
      if (g_strcmp0 (liaison_sql_get_text (sql, 1), last->text) == 0)
        return FALSE;

      g_free (last->text);
      last->text = liaison_sql_dup_text (sql, 1);
      return TRUE;
    }

  number = liaison_sql_get_integer (sql, 1);
  if (number == last->number)
    return FALSE;

  last->number = number;

  return TRUE;
}

/* Those that have one value have one rank. */
static gboolean
rank_walk (LiaisonDb             *db,
           const LiaisonSortKey  *key,
           Ranking               *ranking,
           GError               **error)
{
  const Column *column = &columns[key->column];
  g_autofree char *text = g_strdup_printf ("SELECT e.id, %s %s", column->value, column->walks[key->descending ? 1 : 0]);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;
  Value last = { .number = G_MININT64 };

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      guint id = liaison_sql_get_integer (sql, 0);

      ranking->rank += is_new_value (sql, column->is_text, &last);
      if (id < ranking->size)
        ranking->ranks[id] = ranking->rank;
    }
  g_free (last.text);

  return liaison_rows_end (&failure, error);
}

/* Ranks begin with 1; those that have no value are before it, or behind all. */
static gboolean
rank (LiaisonDb             *db,
      const LiaisonSortKey  *key,
      Ranking               *ranking,
      GError               **error)
{
  if (!rank_walk (db, key, ranking, error))
    return FALSE;
  if (!key->descending)
    return TRUE;

  ranking->rank++;
  for (guint i = 0; i < ranking->size; i++)
    {
      if (ranking->ranks[i] == 0)
        ranking->ranks[i] = ranking->rank;
    }

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
               const LiaisonSortKey  *sort,
               guint                  n_sort,
               GError               **error)
{
  const LiaisonSortKey ties = { LIAISON_ENGAGEMENT_COLUMN_DATE, sort[n_sort - 1].descending };
  g_autoptr (GArray) ids = walk_in_order (db, NULL, &ties, 0, error);
  guint size;

  if (!ids || !liaison_bits_read_size (db, "engagement", &size, error))
    return NULL;

  for (guint i = n_sort; i > 0; i--)
    {
      g_autofree guint32 *ranks = g_new0 (guint32, size);
      Ranking ranking = { ranks, size, 0 };

      if (!rank (db, &sort[i - 1], &ranking, error))
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

/* Returns: (transfer none): the order of everything, made and kept; %NULL with an error */
static GArray *
order_all (LiaisonDb             *db,
           const LiaisonSortKey  *sort,
           guint                  n_sort,
           GError               **error)
{
  GArray *all = n_sort == 1 ? walk_in_order (db, NULL, sort, 0, error) : sort_by_ranks (db, sort, n_sort, error);

  return all && liaison_order_cache_keep (db, sort, n_sort, all, error) ? all : NULL;
}

/* Of an order the beginning of what is in @bits, which are all where it is %NULL; all of it is shared. */
static GArray *
take (GArray            *all,
      const LiaisonBits *bits,
      guint              limit)
{
  guint most = limit > 0 ? MIN (limit, all->len) : all->len;
  GArray *ids;

  if (!bits && most == all->len)
    return g_array_ref (all);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint32), bits ? MIN (most, liaison_bits_count (bits)) : most);
  if (!bits)
    return g_array_append_vals (ids, all->data, most);

  for (guint i = 0; i < all->len && ids->len < most; i++)
    {
      gint32 id = g_array_index (all, gint32, i);

      if (liaison_bits_test (bits, id))
        g_array_append_val (ids, id);
    }

  return ids;
}

gboolean
liaison_order_sorts_few (const LiaisonBits    *bits,
                         const LiaisonSortKey *sort,
                         guint                 n_sort)
{
  gboolean is_indexed;

  g_return_val_if_fail (n_sort == 0 || (sort[0].column >= 0 && sort[0].column < LIAISON_N_ENGAGEMENT_COLUMNS), FALSE);

  is_indexed = n_sort == 0 || (n_sort == 1 && !columns[sort[0].column].is_sorted);

  return liaison_bits_count (bits) <= bits->size / (is_indexed ? INDEXED_SHARE : SORTED_SHARE);
}

/* The order of everything is found or made, and kept; where only a beginning is wanted, or few, it is not made for that. */
GArray *
liaison_order_engagements (LiaisonDb             *db,
                           const LiaisonBits     *bits,
                           const LiaisonSortKey  *sort,
                           guint                  n_sort,
                           guint                  limit,
                           GError               **error)
{
  const LiaisonSortKey newest_first = { LIAISON_ENGAGEMENT_COLUMN_DATE, TRUE };
  GArray *all;

  if (n_sort == 0)
    {
      sort = &newest_first;
      n_sort = 1;
    }
  for (guint i = 0; i < n_sort; i++)
    g_return_val_if_fail (sort[i].column >= 0 && sort[i].column < LIAISON_N_ENGAGEMENT_COLUMNS, NULL);

  if (!liaison_order_cache_find (db, sort, n_sort, &all, error))
    return NULL;

  if (!all && bits && liaison_order_sorts_few (bits, sort, n_sort))
    {
      GArray *ids = sort_few (db, bits, sort, n_sort, error);

      if (ids && limit > 0 && ids->len > limit)
        g_array_set_size (ids, limit);

      return ids;
    }

  if (!all && limit > 0 && n_sort == 1)
    return walk_in_order (db, bits, sort, limit, error);

  if (!all)
    all = order_all (db, sort, n_sort, error);

  return all ? take (all, bits, limit) : NULL;
}
