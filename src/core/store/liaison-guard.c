/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-guard-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Those that SQLite locks in any file (https://www.sqlite.org/fileformat2.html#the_lock_byte_page; SHARED_FIRST of its os.h). */
#define SHARED_BEGIN 0x40000002
#define SHARED_LENGTH 510

static gboolean
set_lock (int   fd,
          short type)
{
#ifdef F_OFD_SETLK
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = SHARED_BEGIN, .l_len = SHARED_LENGTH };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
#else
  return FALSE;
#endif
}

int
liaison_guard_take (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  /* Without a lock it stays open all the same: to close it would do what it is to guard against. */
  if (fd >= 0)
    set_lock (fd, F_RDLCK);

  return fd;
}

void
liaison_guard_lift (int guard)
{
  if (guard >= 0)
    set_lock (guard, F_UNLCK);
}

void
liaison_guard_end (int guard)
{
  if (guard >= 0)
    close (guard);
}
