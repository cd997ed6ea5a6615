/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-sql-private.h"

G_BEGIN_DECLS

/* Between liaison-db.c, which keeps the prepared statements of a connection, and liaison-sql.c, which uses them. */

LiaisonSql *liaison_db_take_statement      (LiaisonDb *db, const char *text);
gboolean    liaison_db_give_statement      (LiaisonDb *db, LiaisonSql *sql);

const char *liaison_sql_get_statement_text (LiaisonSql *sql);
void        liaison_sql_destroy            (LiaisonSql *sql);

G_END_DECLS
