/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-guard-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <unistd.h>

/* What SQLite locks in any store begins there (https://www.sqlite.org/fileformat2.html#the_lock_byte_page; PENDING_BYTE and SHARED_FIRST of its
 * os.h), and what it locks in the index of the log far before it (UNIX_SHM_BASE of its os_unix.c). */
#define PENDING_BYTE 0x40000000
#define SHARED_BEGIN (PENDING_BYTE + 2)
#define SHARED_LENGTH 510

#ifdef F_OFD_SETLK
static int
lock_by_open_file (int           fd,
                   int           command,
                   struct flock *lock)
{
  struct flock own = *lock;
  int result;

  own.l_pid = 0;
  result = fcntl (fd, command == F_GETLK ? F_OFD_GETLK : command == F_SETLK ? F_OFD_SETLK : F_OFD_SETLKW, &own);
  /* Where the file system has no such locks. */
  if (result != 0 && errno == EINVAL)
    return fcntl (fd, command, lock);

  *lock = own;

  return result;
}

/* The index of the log is open once in a program, however many connections there are.  The store is not: its locks are counted by SQLite. */
static int
guarded_fcntl (int fd,
               int command,
               ...)
{
  va_list arguments;
  int result;

  va_start (arguments, command);
  if (command == F_GETLK || command == F_SETLK || command == F_SETLKW)
    {
      struct flock *lock = va_arg (arguments, struct flock *);

      result = lock->l_start < PENDING_BYTE ? lock_by_open_file (fd, command, lock) : fcntl (fd, command, lock);
    }
  else
    {
      result = fcntl (fd, command, va_arg (arguments, int));
    }
  va_end (arguments);

  return result;
}
#endif

void
liaison_guard_logs (void)
{
#ifdef F_OFD_SETLK
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  if (vfs->iVersion >= 3 && vfs->xSetSystemCall != NULL)
    vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) guarded_fcntl);
#endif
}

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
