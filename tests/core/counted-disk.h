/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * counted_disk_end_at_write:
 * @n_writes: from 1 on
 *
 * From now on SQLite has so many writes left in this process, which is killed at the last of them: a write, a truncation, a synchronisation or a
 * deletion; a write is then halfway done.
 */
void counted_disk_end_at_write (guint n_writes);

G_END_DECLS
