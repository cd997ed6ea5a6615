/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-backup.h"

#include "liaison-copy-private.h"
#include "liaison-date.h"
#include "liaison-day.h"
#include "liaison-header-private.h"
#include "liaison-sql-private.h"

#include "liaison-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define SUFFIX ".liaison"
#define PART ".part"
#define BEFORE_MIGRATION "-before-update"
#define DATE_LENGTH 10
#define MOST_NAME_LENGTH 60

/* Of each reason: how many are kept, and how many days lie between two; atomic. */
static struct { guint kept; guint days; } rules[] = {
  [LIAISON_BACKUP_DAILY] = { LIAISON_BACKUP_KEPT, LIAISON_BACKUP_DAYS },
  [LIAISON_BACKUP_MIGRATION] = { 1, 1 },
};

void
liaison_backup_set_rules (guint days,
                          guint kept)
{
  g_return_if_fail (kept > 0);

  g_atomic_int_set (&rules[LIAISON_BACKUP_DAILY].days, days);
  g_atomic_int_set (&rules[LIAISON_BACKUP_DAILY].kept, kept);
}

void
liaison_backup_free (LiaisonBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}

char *
liaison_backup_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "liaison", "backups", NULL);
}

/* What the names of a store's copies begin with: its own name, for people, and its path, since several stores may have that name. */
static char *
make_prefix (const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *base = g_path_get_basename (canonical);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *short_name = NULL;

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  short_name = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MOST_NAME_LENGTH));

  return g_strdup_printf ("%s-%.8s-", short_name, hash);
}

static char *
make_path (const char          *store,
           LiaisonBackupReason  reason,
           int                  day)
{
  g_autofree char *folder = liaison_backup_get_folder ();
  g_autofree char *prefix = make_prefix (store);

  return g_strdup_printf ("%s/%s%04d-%02d-%02d%s" SUFFIX, folder, prefix, day / 10000, day / 100 % 100, day % 100,
                          reason == LIAISON_BACKUP_MIGRATION ? BEFORE_MIGRATION : "");
}

/* Returns: (nullable): the copy of that name, if it is one of the store whose names begin with @prefix */
static LiaisonBackup *
read_name (const char *folder,
           const char *prefix,
           const char *name)
{
  g_autoptr (LiaisonBackup) backup = g_new0 (LiaisonBackup, 1);
  g_autofree char *date = NULL;
  LiaisonDate parsed;
  GStatBuf status;
  const char *rest;

  if (!g_str_has_prefix (name, prefix) || strlen (name + strlen (prefix)) < DATE_LENGTH)
    return NULL;

  date = g_strndup (name + strlen (prefix), DATE_LENGTH);
  rest = name + strlen (prefix) + DATE_LENGTH;
  if (!liaison_date_parse (date, &parsed, NULL))
    return NULL;

  if (g_str_equal (rest, SUFFIX))
    backup->reason = LIAISON_BACKUP_DAILY;
  else if (g_str_equal (rest, BEFORE_MIGRATION SUFFIX))
    backup->reason = LIAISON_BACKUP_MIGRATION;
  else
    return NULL;

  backup->path = g_build_filename (folder, name, NULL);
  backup->day = liaison_date_first_day (&parsed);
  if (g_stat (backup->path, &status) != 0)
    return NULL;
  backup->size = status.st_size;

  return g_steal_pointer (&backup);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const LiaisonBackup *first = *(const LiaisonBackup * const *) a;
  const LiaisonBackup *second = *(const LiaisonBackup * const *) b;

  if (first->day != second->day)
    return second->day - first->day;

  return (int) second->reason - (int) first->reason;
}

GPtrArray *
liaison_backup_list (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_backup_free);
  g_autofree char *folder = liaison_backup_get_folder ();
  g_autofree char *prefix = make_prefix (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      LiaisonBackup *backup = read_name (folder, prefix, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);

  return backups;
}

/* How much the copies of all stores take. */
static guint64
measure_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint64 size = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0 && S_ISREG (status.st_mode))
        size += status.st_size;
    }

  return size;
}

/* A tenth of what is free. */
static gboolean
get_share (const char  *folder,
           guint64      free_space,
           guint64     *share,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = NULL;

  if (free_space == 0)
    {
      info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, error);
      if (info == NULL)
        return FALSE;
      free_space = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
    }
  *share = free_space / 10;

  return TRUE;
}

static gboolean
is_newer (const char     *path,
          const GStatBuf *copy)
{
  GStatBuf status;

  return g_stat (path, &status) == 0
    && (status.st_mtim.tv_sec > copy->st_mtim.tv_sec
        || (status.st_mtim.tv_sec == copy->st_mtim.tv_sec && status.st_mtim.tv_nsec >= copy->st_mtim.tv_nsec));
}

/* Whether there is a copy of what the store holds now, one that is new enough, or none is wanted. */
static gboolean
needs_none (LiaisonDb           *db,
            GPtrArray           *backups,
            LiaisonBackupReason  reason,
            int                  today)
{
  const char *path = liaison_db_get_path (db);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  int days = (int) g_atomic_int_get (&rules[reason].days);
  const LiaisonBackup *newest;
  GStatBuf status;

  if (days == 0)
    return TRUE;

  for (guint i = 0; i < backups->len; i++)
    {
      const LiaisonBackup *backup = g_ptr_array_index (backups, i);

      if (backup->reason == reason && ABS (liaison_day_diff (backup->day, today)) < days)
        return TRUE;
    }

  if (backups->len == 0)
    return FALSE;

  newest = g_ptr_array_index (backups, 0);

  return g_stat (newest->path, &status) == 0 && !is_newer (path, &status) && !is_newer (log, &status);
}

static gboolean
check_room (LiaisonDb    *db,
            const char   *folder,
            GPtrArray    *backups,
            guint64       share,
            GError      **error)
{
  guint64 others = measure_folder (folder);
  gint64 n_pages = 0, page_size = 0;

  if (!liaison_sql_query_integer (db, "PRAGMA page_count", 0, &n_pages, error)
      || !liaison_sql_query_integer (db, "PRAGMA page_size", 0, &page_size, error))
    return FALSE;

  /* All older copies of this store could go for the new one, those of other stores not. */
  for (guint i = 0; i < backups->len; i++)
    others -= MIN (others, ((LiaisonBackup *) g_ptr_array_index (backups, i))->size);
  if (others + n_pages * page_size <= share)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NO_SPACE,
               /* Translators: a path */
               _("No backup copy of “%s” was made: it would take more than a tenth of the free space."), liaison_db_get_path (db));

  return FALSE;
}

/* What has been written since the copy began is not in it. */
static void
date_copy (const char *path,
           gint64      begun)
{
  struct timespec times[2] = { { .tv_nsec = UTIME_OMIT }, { begun / G_USEC_PER_SEC, begun % G_USEC_PER_SEC * 1000 } };

  utimensat (AT_FDCWD, path, times, 0);
}

/* What a program that was killed has left of a copy, on whatever day. */
static void
remove_parts (const char *store)
{
  g_autofree char *folder = liaison_backup_get_folder ();
  g_autofree char *prefix = make_prefix (store);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, PART))
        g_unlink (path);
    }
}

static gboolean
make_copy (LiaisonDb        *db,
           const char       *path,
           LiaisonProgress   progress,
           gpointer          user_data,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autofree char *part = g_strconcat (path, PART, NULL);
  gint64 begun = g_get_real_time ();

  if (!liaison_copy_make (db, part, progress, user_data, cancellable, error))
    return FALSE;

  date_copy (part, begun);
  if (g_rename (part, path) == 0)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, _("The copy “%s” cannot be made: %s."), path, g_strerror (errno));
  g_unlink (part);

  return FALSE;
}

static void
remove_old (GPtrArray *backups)
{
  guint n_seen[G_N_ELEMENTS (rules)] = { 0 };

  for (guint i = 0; i < backups->len; i++)
    {
      const LiaisonBackup *backup = g_ptr_array_index (backups, i);

      if (++n_seen[backup->reason] > (guint) g_atomic_int_get (&rules[backup->reason].kept))
        g_unlink (backup->path);
    }
}

/* Removes the oldest until the rest takes no more than its share; the newest stays. */
static void
remove_excess (const char *store,
               const char *folder,
               guint64     share)
{
  g_autoptr (GPtrArray) backups = liaison_backup_list (store);

  remove_old (backups);
  for (guint i = backups->len; i > 1 && measure_folder (folder) > share; i--)
    g_unlink (((LiaisonBackup *) g_ptr_array_index (backups, i - 1))->path);
}

gboolean
liaison_backup_make (LiaisonDb            *db,
                     LiaisonBackupReason   reason,
                     int                   today,
                     guint64               free_space,
                     LiaisonProgress       progress,
                     gpointer              user_data,
                     GCancellable         *cancellable,
                     GError              **error)
{
  const char *store = liaison_db_get_path (db);
  g_autofree char *folder = liaison_backup_get_folder ();
  g_autofree char *path = make_path (store, reason, today);
  g_autoptr (GPtrArray) backups = liaison_backup_list (store);
  guint64 share;

  if (needs_none (db, backups, reason, today))
    {
      remove_old (backups);
      return TRUE;
    }

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }

  remove_parts (store);
  if (!get_share (folder, free_space, &share, error)
      || !check_room (db, folder, backups, share, error)
      || !make_copy (db, path, progress, user_data, cancellable, error))
    return FALSE;

  remove_excess (store, folder, share);

  return TRUE;
}

/* A migration undoes itself where it fails, so that too little space for a copy does not keep anybody from a store; damage does. */
gboolean
liaison_backup_make_before_migration (const char       *path,
                                      LiaisonProgress   progress,
                                      gpointer          user_data,
                                      GCancellable     *cancellable,
                                      GError          **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LiaisonDb) db = NULL;

  if (!liaison_header_is_older (path))
    return TRUE;

  db = liaison_db_open (path, LIAISON_DB_READ, error);
  if (db == NULL)
    return FALSE;

  if (liaison_backup_make (db, LIAISON_BACKUP_MIGRATION, liaison_day_today (), 0, progress, user_data, cancellable, &failure)
      || g_error_matches (failure, LIAISON_ERROR, LIAISON_ERROR_NO_SPACE))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
