/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The locks of SQLite are of the kind that a program loses on a file as soon as any part of it closes that file (fcntl(2), “Advisory record
 * locking”): GTK's file chooser does, when it reads the beginnings of what it shows.  Another program then takes itself for the only one: it deletes
 * the write-ahead log under those who go on writing into it, or makes the index of the log anew (https://www.sqlite.org/howtocorrupt.html, 2.2).
 * Locks of the other kind go with the open file alone (“Open file description locks”).
 */

/**
 * liaison_guard_logs:
 *
 * Has SQLite lock the index of a write-ahead log, the file “-shm”, by such locks (https://www.sqlite.org/c3ref/vfs.html, xSetSystemCall).  To be
 * called once, before there is a connection.
 */
void liaison_guard_logs (void);

/**
 * liaison_guard_take:
 * @path: the file of a store that has a connection, and a write-ahead log
 *
 * Holds what the connection holds of the store itself, SQLite's SHARED lock, by such a lock besides.
 *
 * Returns: a guard, to be ended by liaison_guard_end(), which guards nothing where the file system has no such locks; -1 where the file cannot be
 * opened
 */
int  liaison_guard_take (const char *path);

/**
 * liaison_guard_lift:
 * @guard: a guard, or -1
 *
 * Lets the file go, so that the last connection can have it for itself when it closes.
 */
void liaison_guard_lift (int guard);

/**
 * liaison_guard_end:
 * @guard: a guard whose connection has been closed, or -1
 */
void liaison_guard_end  (int guard);

G_END_DECLS
