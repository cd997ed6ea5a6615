/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/*
 * How core talks to SQLite: statements are prepared once per connection and given back by a scope's end; values are bound, never
 * pasted; a failure becomes a GError with a sentence for people (liaison-sql.c maps SQLite's codes).
 *
 *   g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT name FROM contact WHERE id = ?1", error);
 *   if (!sql) return FALSE;
 *   liaison_sql_bind_integer (sql, 1, id);
 *   while (liaison_sql_step (sql, &failed))   // or: liaison_sql_run() for statements without rows
 *     use (liaison_sql_get_text (sql, 0));
 */
typedef struct _LiaisonSql LiaisonSql;

/**
 * liaison_sql_new:
 * @text: one statement; must be a constant or live as long as the connection does not matter: it is copied
 *
 * Returns: (transfer full): the statement, ready to be bound; taken from the connection's cache where it is there
 */
LiaisonSql *liaison_sql_new          (LiaisonDb *db, const char *text, GError **error);

/**
 * liaison_sql_free:
 *
 * Resets the statement, drops its bindings and puts it back into the cache.
 */
void        liaison_sql_free         (LiaisonSql *sql);

void        liaison_sql_bind_integer (LiaisonSql *sql, int index, gint64 value);
void        liaison_sql_bind_null    (LiaisonSql *sql, int index);
/* Copied; NULL is bound as ''. */
void        liaison_sql_bind_text    (LiaisonSql *sql, int index, const char *value);
/* Not copied: @value must stay until the statement is reset. */
void        liaison_sql_bind_static  (LiaisonSql *sql, int index, const char *value);
/* For a function that is called in the statement and knows @type, a static string; not copied. */
void        liaison_sql_bind_pointer (LiaisonSql *sql, int index, gpointer value, const char *type);
/* The 16 bytes of a canonical UUID; copied. */
void        liaison_sql_bind_uuid    (LiaisonSql *sql, int index, const char *uuid);
/* The 16 bytes of a UUID; not copied, as liaison_sql_bind_static(). */
void        liaison_sql_bind_bytes   (LiaisonSql *sql, int index, const guint8 uuid[16]);
/* Any bytes; not copied either. */
void        liaison_sql_bind_blob    (LiaisonSql *sql, int index, gconstpointer data, gsize size);
/* What another statement has in @column of its row; copied. */
void        liaison_sql_bind_column  (LiaisonSql *sql, int index, LiaisonSql *from, int column);

/**
 * liaison_sql_step:
 * @error: where a failure goes
 *
 * Returns: whether there is a row; at the end, and on failure, %FALSE (so clear @error first and look at it after the loop)
 */
gboolean    liaison_sql_step         (LiaisonSql *sql, GError **error);

/**
 * liaison_sql_run:
 *
 * Runs a statement to its end and resets it, bindings kept.
 *
 * Returns: whether it succeeded
 */
gboolean    liaison_sql_run          (LiaisonSql *sql, GError **error);

/* Resets for another round; bindings are kept. */
void        liaison_sql_reset        (LiaisonSql *sql);

gint64      liaison_sql_get_integer  (LiaisonSql *sql, int column);
/* Always valid UTF-8 and never NULL: a damaged text is made valid (it must not reach GTK otherwise).  Borrowed until the next step. */
const char *liaison_sql_get_text     (LiaisonSql *sql, int column);
char       *liaison_sql_dup_text     (LiaisonSql *sql, int column);
/* The canonical form of a UUID column; "" for NULL. */
char       *liaison_sql_dup_uuid     (LiaisonSql *sql, int column);
/* The bytes of a column; @size: (out): how many there are.  Borrowed until the next step. */
const void *liaison_sql_get_blob     (LiaisonSql *sql, int column, gsize *size);
gboolean    liaison_sql_is_null      (LiaisonSql *sql, int column);

/**
 * liaison_sql_exec:
 * @script: one or several statements without parameters
 */
gboolean    liaison_sql_exec         (LiaisonDb *db, const char *script, GError **error);

/**
 * liaison_sql_query_integer:
 * @text: a statement with at most one parameter, @parameter
 * @result: (out): the first column of the first row, 0 where there is no row
 */
gboolean    liaison_sql_query_integer (LiaisonDb *db, const char *text, gint64 parameter, gint64 *result, GError **error);

sqlite3    *liaison_db_get_handle    (LiaisonDb *db);

/**
 * liaison_db_set_error:
 * @code: a SQLite result code, as of now
 *
 * Fills @error with the #LiaisonError and the sentence that fit @code.
 */
void        liaison_db_set_error     (LiaisonDb *db, int code, GError **error);

gint64      liaison_db_get_last_id   (LiaisonDb *db);
int         liaison_db_get_n_changed (LiaisonDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSql, liaison_sql_free)

G_END_DECLS
