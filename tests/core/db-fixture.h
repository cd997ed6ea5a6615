/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-edit.h"
#include "liaison-sql-private.h"

G_BEGIN_DECLS

/* A connection to an empty store in a folder of its own, and short ways to write to it and look into it.  All fail the test on an error. */
typedef struct
{
  char      *folder;
  char      *path;
  LiaisonDb *db;
} DbFixture;

void           db_fixture_set_up    (DbFixture *fixture, gconstpointer data);
void           db_fixture_tear_down (DbFixture *fixture, gconstpointer data);

/* The UUID of the record that tests call @number: the same in every run. */
const char    *db_fixture_uuid      (LiaisonKind kind, guint number);

/**
 * db_fixture_record:
 * @...: names of fields and their values as text, ended by %NULL: tokens as words, links as UUIDs, integers in figures, lists with a comma
 *   between two items
 *
 * Returns: (transfer full): a record that is stored nowhere
 */
LiaisonRecord *db_fixture_record    (LiaisonKind kind, guint number, ...) G_GNUC_NULL_TERMINATED;

/* Stores a record, or changes the given fields of the one that is stored, in an edit of its own. */
void           db_fixture_put       (LiaisonDb *db, LiaisonKind kind, guint number, ...) G_GNUC_NULL_TERMINATED;
void           db_fixture_remove    (LiaisonDb *db, LiaisonKind kind, guint number);

/* Stores so many calls of December 2021, from the first number on, in which a contact of the other side takes part, in one edit. */
void           db_fixture_put_calls (LiaisonDb *db, guint contact, guint n_calls);

/* The key of a record. */
gint64         db_fixture_id        (LiaisonDb *db, LiaisonKind kind, guint number);

/* What one column of a record holds, as text; "" for NULL. */
char          *db_fixture_column    (LiaisonDb *db, LiaisonKind kind, guint number, const char *column);
void           db_fixture_assert_column (LiaisonDb *db, LiaisonKind kind, guint number, const char *column, const char *expected);

/* The first column of the first row, as text; "" where there is none. */
char          *db_fixture_query     (LiaisonDb *db, const char *statement);

void           db_fixture_exec      (LiaisonDb *db, const char *script);

/* Fails where a derived column is not what it would be if it were derived now. */
void           db_fixture_assert_derived (LiaisonDb *db);

G_END_DECLS
