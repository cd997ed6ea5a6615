/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-tokens.h"

G_BEGIN_DECLS

/*
 * The counting rules as conditions of SQL, each in one place: the query language, the counts and the details take them from here.
 * x_counted, x_group and x_counts are derived (liaison-derive.c): a record is counted when it is held and no container; a container is a
 * visit with a held child; a participation counts when it attended as principal, chair or host.
 *
 * The names of tables: e is the engagement, p a participation, q one of the other side.
 */

#define LIAISON_SQL_COUNTED "e.x_counted"

/* Calls, meetings and unspecified engagements, whatever the format or size.  "Spoke with" asks of both sides that they count, too. */
#define LIAISON_SQL_SPOKEN "e.x_counted AND e.x_group IN (1, 2, 3)"

G_STATIC_ASSERT (LIAISON_GROUP_CALLS == 1 && LIAISON_GROUP_MEETINGS == 2 && LIAISON_GROUP_UNSPECIFIED == 3);

/* Whoever declined or was absent did not take part; whoever was invited may yet. */
#define LIAISON_SQL_TAKES_PART "p.attendance NOT IN (3, 4)"

G_STATIC_ASSERT (LIAISON_ATTENDANCE_DECLINED == 3 && LIAISON_ATTENDANCE_ABSENT == 4);

G_END_DECLS
