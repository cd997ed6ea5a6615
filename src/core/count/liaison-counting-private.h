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

/* Whoever declined or was absent did not take part; whoever was invited may yet.  There are few of them, so they are read off their index once. */
#define LIAISON_SQL_TAKES_PART \
  "p.id NOT IN (SELECT a.id FROM participation a INDEXED BY participation_attendance" \
  " WHERE a.attendance IN (3, 4, 5) AND a.attendance <> 5)"

G_STATIC_ASSERT (LIAISON_ATTENDANCE_DECLINED == 3 && LIAISON_ATTENDANCE_ABSENT == 4 && LIAISON_ATTENDANCE_REPRESENTED == 5);

/* The engagements of a contact: those that it takes part in.  @contact is a key or a parameter. */
#define LIAISON_SQL_OF_CONTACT(contact) \
  "SELECT p.engagement FROM participation p WHERE p.contact = " contact " AND " LIAISON_SQL_TAKES_PART

/* Those of an organisation: with somebody who sits for it, with itself and nobody named, or with somebody who holds a post there. */
#define LIAISON_SQL_OF_ORGANISATION(organisation) \
  "SELECT p.engagement FROM participation p WHERE p.x_seat_organisation = " organisation " AND " LIAISON_SQL_TAKES_PART \
  " UNION ALL SELECT p.engagement FROM participation p WHERE p.organisation = " organisation " AND " LIAISON_SQL_TAKES_PART \
  " UNION ALL SELECT p.engagement FROM post t CROSS JOIN participation p ON p.contact = t.contact" \
  "  WHERE t.organisation = " organisation " AND p.x_post = t.id AND " LIAISON_SQL_TAKES_PART

/* What decides among the posts o that a contact holds at a time: the primary one, the highest level, the latest. */
#define LIAISON_SQL_POST_ORDER "o.\"primary\" DESC, o.level = 0, o.level, o.x_first_day DESC, o.uuid"

/**
 * liaison_counting_due_day:
 * @last_spoken: the last day on which anybody of the other side spoke with a contact, as yyyymmdd; 0 where nobody has
 * @cadence: in how many days somebody should again; 0 where it does not matter
 *
 * Returns: until which day, as yyyymmdd; 0 without a cadence, and where nobody has spoken with the contact yet
 */
int      liaison_counting_due_day    (int last_spoken, gint64 cadence);

/* Whether that day is over; a contact with a cadence with whom nobody has ever spoken is overdue. */
gboolean liaison_counting_is_overdue (int last_spoken, gint64 cadence, int today);

G_END_DECLS
