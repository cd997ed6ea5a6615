/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-groups.h"

#include "liaison-count-private.h"
#include "liaison-order-private.h"
#include "liaison-row.h"
#include "liaison-snapshot.h"

/* A value by which is grouped, while the groups are put in order. */
typedef struct
{
  guint32  code;
  gint64   time;
  char    *key;     /* to collate by */
  guint    records;
  guint    counted;
  guint    next;    /* where the next key goes */
} Group;

typedef struct
{
  LiaisonMatch  *match;
  LiaisonBits   *counted;
  LiaisonValues *values;
  GPtrArray     *names;
  GArray        *ids;     /* in order */
  guint         *starts;  /* by engagement: its first entry among the values */
  GArray        *groups;  /* Group, by code */
  guint          n_several;
} Grouping;

static void
clear_group (gpointer data)
{
  g_free (((Group *) data)->key);
}

static void
clear_grouping (Grouping *grouping)
{
  g_clear_pointer (&grouping->match, liaison_match_free);
  g_clear_pointer (&grouping->counted, liaison_bits_free);
  g_clear_pointer (&grouping->values, liaison_values_free);
  g_clear_pointer (&grouping->names, g_ptr_array_unref);
  g_clear_pointer (&grouping->ids, g_array_unref);
  g_clear_pointer (&grouping->starts, g_free);
  g_clear_pointer (&grouping->groups, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grouping, clear_grouping)

static void
free_list_group (gpointer data)
{
  LiaisonListGroup *group = data;

  g_free (group->label);
  g_free (group);
}

void
liaison_list_groups_free (LiaisonListGroups *groups)
{
  g_array_unref (groups->ids);
  g_ptr_array_unref (groups->groups);
  g_free (groups);
}

static void
index_entries (Grouping *grouping)
{
  const GArray *entries = grouping->values->entries;
  guint size = grouping->match->size;

  grouping->starts = g_new0 (guint, size + 2);
  for (guint i = 0; i < entries->len; i++)
    grouping->starts[g_array_index (entries, LiaisonEntry, i).engagement + 1]++;
  for (guint i = 1; i < size + 2; i++)
    grouping->starts[i] += grouping->starts[i - 1];
}

/* The groups of an engagement, each once; one without a value is in that of none.  Returns: how many there are */
static guint
get_codes (const Grouping *grouping,
           guint32         engagement,
           GArray         *codes)
{
  const guint32 none = 0;

  g_array_set_size (codes, 0);
  for (guint i = grouping->starts[engagement]; i < grouping->starts[engagement + 1]; i++)
    {
      guint32 code = g_array_index (grouping->values->entries, LiaisonEntry, i).code;
      gboolean is_known = FALSE;

      for (guint j = 0; j < codes->len; j++)
        is_known = is_known || g_array_index (codes, guint32, j) == code;
      if (!is_known)
        g_array_append_val (codes, code);
    }
  if (codes->len == 0)
    g_array_append_val (codes, none);

  return codes->len;
}

static void
count_groups (Grouping *grouping)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  grouping->groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_array_set_clear_func (grouping->groups, clear_group);
  g_array_set_size (grouping->groups, grouping->values->values->len);

  for (guint i = 0; i < grouping->ids->len; i++)
    {
      guint32 id = g_array_index (grouping->ids, gint32, i);
      guint n = get_codes (grouping, id, codes);

      grouping->n_several += n > 1;
      for (guint j = 0; j < n; j++)
        {
          Group *group = &g_array_index (grouping->groups, Group, g_array_index (codes, guint32, j));

          group->records++;
          group->counted += liaison_bits_test (grouping->counted, id);
        }
    }
}

/* What has no value, and what has no date, comes last either way. */
static gint64
get_time (const Grouping  *grouping,
          LiaisonCountKey  by,
          guint32          code,
          gboolean         descending)
{
  gint64 value = g_array_index (grouping->values->values, gint64, code);

  if (code == 0 || (liaison_count_key_is_time (by) && value == LIAISON_COUNT_UNDATED))
    return G_MAXINT64;
  if (!liaison_count_key_is_time (by))
    return 0;

  return descending ? -value : value;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *first = *(Group * const *) a;
  const Group *second = *(Group * const *) b;

  if (first->time != second->time)
    return first->time < second->time ? -1 : 1;
  if (g_strcmp0 (first->key, second->key) != 0)
    return g_strcmp0 (first->key, second->key);

  return first->code < second->code ? -1 : first->code > second->code;
}

/* Returns: (element-type Group): those that something is in, in order */
static GPtrArray *
order_groups (Grouping        *grouping,
              LiaisonCountKey  by,
              gboolean         descending)
{
  GPtrArray *ordered = g_ptr_array_new ();

  for (guint i = 0; i < grouping->groups->len; i++)
    {
      Group *group = &g_array_index (grouping->groups, Group, i);
      const LiaisonValueName *name = g_ptr_array_index (grouping->names, i);

      if (group->records == 0)
        continue;
      group->code = i;
      group->time = get_time (grouping, by, i, descending);
      group->key = g_utf8_collate_key (name->label, -1);
      g_ptr_array_add (ordered, group);
    }
  g_ptr_array_sort (ordered, compare_groups);

  return ordered;
}

static LiaisonListGroups *
arrange (Grouping  *grouping,
         GPtrArray *ordered)
{
  LiaisonListGroups *result = g_new0 (LiaisonListGroups, 1);
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  result->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  result->groups = g_ptr_array_new_with_free_func (free_list_group);
  result->n_several = grouping->n_several;
  result->tally.records = liaison_bits_count (grouping->match->engagements);
  result->tally.counted = liaison_bits_count (grouping->counted);
  result->tally.outside = liaison_bits_count (grouping->match->outside);
  for (guint i = 0; i < ordered->len; i++)
    {
      Group *group = g_ptr_array_index (ordered, i);
      const LiaisonValueName *name = g_ptr_array_index (grouping->names, group->code);
      LiaisonListGroup *head = g_new (LiaisonListGroup, 1);

      *head = (LiaisonListGroup) { g_strdup (name->label), group->records, group->counted };
      g_ptr_array_add (result->groups, head);
      group->next = n + 1;
      n += group->records + 1;
    }

  g_array_set_size (result->ids, n);
  for (guint i = 0; i < ordered->len; i++)
    g_array_index (result->ids, gint32, ((Group *) g_ptr_array_index (ordered, i))->next - 1) = -(gint32) i - 1;
  for (guint i = 0; i < grouping->ids->len; i++)
    {
      gint32 id = g_array_index (grouping->ids, gint32, i);

      get_codes (grouping, id, codes);
      for (guint j = 0; j < codes->len; j++)
        g_array_index (result->ids, gint32, g_array_index (grouping->groups, Group, g_array_index (codes, guint32, j)).next++) = id;
    }

  return result;
}

LiaisonListGroups *
liaison_list_groups_new (LiaisonDb             *db,
                         LiaisonQuery          *query,
                         LiaisonCountKey        by,
                         const LiaisonSortKey  *sort,
                         guint                  n_sort,
                         GError               **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_auto (Grouping) grouping = { NULL };
  g_autoptr (GPtrArray) ordered = NULL;
  gboolean descending;
  int span_first;
  int span_last;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  descending = n_sort == 0 || sort[0].column != LIAISON_ENGAGEMENT_COLUMN_DATE || sort[0].descending;
  liaison_query_get_span (query, &span_first, &span_last);

  if (!liaison_snapshot_begin (&snapshot, db, error)
      || !(grouping.match = liaison_match_new (db, query, LIAISON_ENTITY_ENGAGEMENTS, error))
      || !(grouping.counted = liaison_match_get_counted (grouping.match, error))
      || !(grouping.ids = liaison_order_engagements (db, liaison_query_is_empty (query) ? NULL : grouping.match->engagements, sort, n_sort, 0, error))
      || !(grouping.values = liaison_values_load_records (grouping.match, grouping.match->engagements, by, span_first, error))
      || !(grouping.names = liaison_count_name_values (db, by, grouping.values->values, NULL, error)))
    return NULL;

  index_entries (&grouping);
  count_groups (&grouping);
  ordered = order_groups (&grouping, by, descending);

  return arrange (&grouping, ordered);
}
