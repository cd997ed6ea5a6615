/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* "LIAS", at offset 68 of the file (https://www.sqlite.org/fileformat2.html#application_id). */
#define LIAISON_APPLICATION_NUMBER 0x4C494153

/**
 * LiaisonDb:
 *
 * One connection to a store file.  Everything that reads or writes a store takes one; it is used by one thread at a time.
 * The window's threads and their connections are LiaisonStore's; the command line opens one of these.
 */
typedef struct _LiaisonDb LiaisonDb;

typedef enum { LIAISON_DB_READ, LIAISON_DB_WRITE } LiaisonDbMode;

/**
 * LiaisonProgress:
 * @done: units done so far
 * @total: units in all, 0 where that is not known
 *
 * Called now and then by long work, on the thread that does it.
 */
typedef void (*LiaisonProgress) (guint64 done, guint64 total, gpointer user_data);

/**
 * liaison_db_open:
 * @path: a store file
 * @mode: whether it will be written
 *
 * Opens a store.  The file's header is read and judged before SQLite sees the file, since opening a foreign database in WAL mode
 * already changes it.  In %LIAISON_DB_WRITE mode an older schema is migrated, in one transaction for each version.
 * In %LIAISON_DB_READ mode nothing is written, and what an older schema lacks is empty; a file that cannot be written and has no -wal beside it is opened as immutable.
 *
 * Returns: (transfer full): the connection, or %NULL with a #LiaisonError
 */
LiaisonDb  *liaison_db_open           (const char *path, LiaisonDbMode mode, GError **error);

/**
 * liaison_db_create:
 * @path: where no file stands yet
 *
 * Makes an empty store, mode 0600, with the schema of this version.
 *
 * Returns: (transfer full): a connection in write mode, or %NULL; %LIAISON_ERROR_EXISTS where there is a file already
 */
LiaisonDb  *liaison_db_create         (const char *path, GError **error);

/**
 * liaison_db_close:
 * @db: (transfer full): a connection
 *
 * Checkpoints (in write mode, so that the file alone is complete) and closes.
 */
void        liaison_db_close          (LiaisonDb *db);

const char *liaison_db_get_path       (LiaisonDb *db);
/* The version of SQLite that is used, for those who report a fault. */
const char *liaison_db_get_library_version (void);
/* The version of the stores that are made, likewise. */
int         liaison_db_get_store_version   (void);
gboolean    liaison_db_is_read_only   (LiaisonDb *db);

/**
 * liaison_db_is_replaced:
 *
 * Returns: whether another program has put another file in the place of the store since it was opened, or taken it away: what is written
 * goes with the connection (https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html, SQLITE_FCNTL_HAS_MOVED)
 */
gboolean    liaison_db_is_replaced    (LiaisonDb *db);

/**
 * liaison_db_set_cancellable:
 * @cancellable: (nullable): what may interrupt the statements from now on; they then fail with %G_IO_ERROR_CANCELLED
 */
void        liaison_db_set_cancellable (LiaisonDb *db, GCancellable *cancellable);

/**
 * liaison_db_rest:
 *
 * Gives back the pages that SQLite keeps in case they are read again (sqlite3_db_release_memory()), for when nobody asks for a while.  The
 * system has them still.
 */
void        liaison_db_rest           (LiaisonDb *db);

/**
 * liaison_db_set_durable:
 * @durable: %TRUE for edits by hand (synchronous=FULL), %FALSE while importing (NORMAL)
 */
gboolean    liaison_db_set_durable    (LiaisonDb *db, gboolean durable, GError **error);

/**
 * liaison_db_set_filling:
 * @filling: %TRUE while a store is filled that nobody else knows of yet, %FALSE once it is
 *
 * While it is filled there is no log beside the file, into which everything would be written first: a transaction can be taken back, but a
 * process that is killed leaves a file that is worth nothing.  Not inside a transaction.
 */
gboolean    liaison_db_set_filling    (LiaisonDb *db, gboolean filling, GError **error);

/**
 * liaison_db_checkpoint:
 *
 * Moves the write-ahead log into the file (wal_checkpoint(TRUNCATE)).  Does not wait for readers.
 *
 * Returns: whether the file alone is complete now; %FALSE where somebody reads or writes just now
 */
gboolean    liaison_db_checkpoint     (LiaisonDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDb, liaison_db_close)

G_END_DECLS
