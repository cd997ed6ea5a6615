/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count.h"

G_BEGIN_DECLS

/**
 * LiaisonListGroup:
 * @label: what a person reads: "Dec 2021", "Ukraine", "No format"
 * @records: how many engagements are listed in the group
 * @counted: of these, the counted ones (the counting rules)
 */
typedef struct
{
  char  *label;
  guint  records;
  guint  counted;
} LiaisonListGroup;

/**
 * LiaisonListGroups:
 * @ids: (element-type gint32): keys of engagements, group by group; before those of each group -1 for the first group, -2 for the second…
 * @groups: (element-type LiaisonListGroup): in the order in which they stand
 * @n_several: how many engagements stand in several groups
 * @tally: how many are listed, each once
 *
 * A list in groups.  An engagement with several countries or principals stands under each of them, as it is counted by these, and is one in any
 * total.
 */
typedef struct
{
  GArray       *ids;
  GPtrArray    *groups;
  guint         n_several;
  LiaisonTally  tally;
} LiaisonListGroups;

void               liaison_list_groups_free (LiaisonListGroups *groups);

/**
 * liaison_list_groups_new:
 * @by: month, or any other step of time; country, format, principal, or any other key whose values are few
 * @sort: the order inside each group; none is by date, the newest first
 *
 * Lists what matches @query in groups, with the figures that liaison_count() has for them, stated totals aside.  Groups of time go as the list
 * does where it is sorted by date first, else the newest first; others by their names; what has no value comes last.
 *
 * Returns: (transfer full): the groups; %NULL with an error
 */
LiaisonListGroups *liaison_list_groups_new  (LiaisonDb            *db,
                                             LiaisonQuery         *query,
                                             LiaisonCountKey       by,
                                             const LiaisonSortKey *sort,
                                             guint                 n_sort,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonListGroups, liaison_list_groups_free)

G_END_DECLS
