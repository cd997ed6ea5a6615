/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-sql-private.h"

G_BEGIN_DECLS

/* Between liaison-db.c, which keeps the prepared statements of a connection, and liaison-sql.c, which uses them. */

/* Returns: the statement that is kept for @text, now in use; %NULL where there is none or where it is in use already */
LiaisonSql *liaison_db_take_statement      (LiaisonDb *db, const char *text);
/* Keeps a statement that was just used for the first time, or destroys it where there is one for its text already. */
void        liaison_db_keep_statement      (LiaisonDb *db, LiaisonSql *sql);

/* Returns: whether it was not in use */
gboolean    liaison_sql_take               (LiaisonSql *sql);
const char *liaison_sql_get_statement_text (LiaisonSql *sql);
void        liaison_sql_destroy            (LiaisonSql *sql);

/* To be called before SQLite does anything; once is enough.  Nobody asks how much memory it has, and to count it costs a lock for every piece. */
void        liaison_db_configure_sqlite    (void);

/* Something that belongs to one who uses the connection and goes with it; @destroy is called when another takes its place. */
gpointer    liaison_db_get_data            (LiaisonDb *db, const char *name);
void        liaison_db_set_data            (LiaisonDb *db, const char *name, gpointer data, GDestroyNotify destroy);

G_END_DECLS
