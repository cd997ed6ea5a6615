/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "counted-disk.h"

#include <signal.h>
#include <sqlite3.h>

/*
 * Killing at a write.  What a process that is killed leaves behind is what it has written: so every write, truncation, synchronisation and
 * deletion is a point where it can end, a write also halfway.  They are counted on their way from SQLite to the disk.
 */

typedef struct
{
  sqlite3_io_methods        counting; /* what SQLite calls: it comes first */
  const sqlite3_io_methods *disk;
} Methods;

static sqlite3_vfs *disk;
static guint n_writes_left;

static const sqlite3_io_methods *
get_disk (sqlite3_file *file)
{
  return ((const Methods *) file->pMethods)->disk;
}

static void
count_write (void)
{
  if (--n_writes_left == 0)
    raise (SIGKILL);
}

static int
write_counted (sqlite3_file  *file,
               const void    *bytes,
               int            length,
               sqlite3_int64  offset)
{
  if (n_writes_left == 1)
    get_disk (file)->xWrite (file, bytes, length / 2, offset);
  count_write ();

  return get_disk (file)->xWrite (file, bytes, length, offset);
}

static int
truncate_counted (sqlite3_file  *file,
                  sqlite3_int64  size)
{
  count_write ();

  return get_disk (file)->xTruncate (file, size);
}

static int
sync_counted (sqlite3_file *file,
              int           flags)
{
  count_write ();

  return get_disk (file)->xSync (file, flags);
}

static int
delete_counted (sqlite3_vfs *vfs,
                const char  *name,
                int          sync)
{
  count_write ();

  return disk->xDelete (disk, name, sync);
}

static int
open_counted (sqlite3_vfs  *vfs,
              const char   *name,
              sqlite3_file *file,
              int           flags,
              int          *out_flags)
{
  int code = disk->xOpen (disk, name, file, flags, out_flags);
  Methods *methods;

  if (file->pMethods == NULL)
    return code;

  methods = g_new (Methods, 1);
  methods->counting = *file->pMethods;
  methods->counting.xWrite = write_counted;
  methods->counting.xTruncate = truncate_counted;
  methods->counting.xSync = sync_counted;
  methods->disk = file->pMethods;
  file->pMethods = &methods->counting;

  return code;
}

void
counted_disk_end_at_write (guint n_writes)
{
  static sqlite3_vfs counting;

  disk = sqlite3_vfs_find (NULL);
  counting = *disk;
  counting.zName = "counting";
  counting.xOpen = open_counted;
  counting.xDelete = delete_counted;
  n_writes_left = n_writes;
  g_assert_cmpint (sqlite3_vfs_register (&counting, TRUE), ==, SQLITE_OK);
}
