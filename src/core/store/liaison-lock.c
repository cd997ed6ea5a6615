/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-lock-private.h"

#include "liaison-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct _LiaisonLock
{
  char  *path;
  int    fd;
  guint  n_holders;
};

/* The kernel knows open files, not programs: a second one of the same program would be refused as well. */
static GMutex mutex;
static GHashTable *held; /* path → LiaisonLock */

static int
open_locked (const char  *path,
             GError     **error)
{
  int fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  int saved_errno = errno;

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;

  if (fd >= 0)
    {
      saved_errno = errno;
      close (fd);
    }
  g_set_error (error, LIAISON_ERROR, saved_errno == EWOULDBLOCK ? LIAISON_ERROR_LOCKED : LIAISON_ERROR_FAILED,
               _("“%s” cannot be locked: %s."), path, g_strerror (saved_errno));

  return -1;
}

static LiaisonLock *
lock_new (const char  *path,
          GError     **error)
{
  int fd = open_locked (path, error);
  LiaisonLock *lock;

  if (fd < 0)
    return NULL;

  lock = g_new0 (LiaisonLock, 1);
  lock->path = g_strdup (path);
  lock->fd = fd;
  g_hash_table_insert (held, lock->path, lock);

  return lock;
}

LiaisonLock *
liaison_lock_take (const char  *path,
                   GError     **error)
{
  g_autoptr (GMutexLocker) G_GNUC_UNUSED locker = g_mutex_locker_new (&mutex);
  LiaisonLock *lock;

  g_return_val_if_fail (path != NULL, NULL);

  if (held == NULL)
    held = g_hash_table_new (g_str_hash, g_str_equal);
  lock = g_hash_table_lookup (held, path);
  if (lock == NULL)
    lock = lock_new (path, error);
  if (lock != NULL)
    lock->n_holders++;

  return lock;
}

void
liaison_lock_free (LiaisonLock *lock)
{
  g_autoptr (GMutexLocker) G_GNUC_UNUSED locker = g_mutex_locker_new (&mutex);

  if (--lock->n_holders > 0)
    return;

  g_hash_table_remove (held, lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
