/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-working-copy-private.h"

#include "liaison-copy-private.h"
#include "liaison-file.h"
#include "liaison-header-private.h"
#include "liaison-lock-private.h"
#include "liaison-sql-private.h"

#include "liaison-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define GROUP "Original"

/* What the original was when the copy was last the same as it. */
typedef struct
{
  guint64  size;
  guint64  time;     /* of its last change, in microseconds since 1970 */
  char    *checksum;
  char    *writing;  /* (nullable): the checksum that it has if replacing it was not seen through */
  gint64   batch;    /* the newest of the change log */
} State;

struct _LiaisonWorkingCopy
{
  char        *original;
  char        *folder;
  char        *path;
  char        *notes;   /* the file that keeps the state */
  LiaisonLock *lock;    /* another program would take the copy away under this one, or save back over it */
  State        state;
  gboolean     was_unsaved;
};

static gboolean
query_state (const char    *path,
             GCancellable  *cancellable,
             State         *state,
             GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *failure = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                                                  G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &failure);

  if (info == NULL)
    {
      liaison_file_set_error (path, failure, error);
      return FALSE;
    }

  state->size = g_file_info_get_size (info);
  state->time = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC
    + g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);

  return TRUE;
}

static gboolean
query_batch (LiaisonDb  *db,
             gint64     *batch,
             GError    **error)
{
  return liaison_sql_query_integer (db, "SELECT max (id) FROM batch", 0, batch, error);
}

static gboolean
read_batch (const char  *path,
            gint64      *batch,
            GError     **error)
{
  g_autoptr (LiaisonDb) db = liaison_db_open (path, LIAISON_DB_READ, error);

  return db != NULL && query_batch (db, batch, error);
}

/* Notes that say nothing are damage: nobody can tell then whether the copy was saved back. */
static void
set_notes_error (LiaisonWorkingCopy  *self,
                 GError              *failure,
                 GError             **error)
{
  if (failure->domain != G_KEY_FILE_ERROR)
    {
      liaison_file_set_error (self->notes, failure, error);
      return;
    }

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED, "“%s”: %s", self->notes, failure->message);
  g_error_free (failure);
}

static gboolean
load_state (LiaisonWorkingCopy  *self,
            GError             **error)
{
  g_autoptr (GKeyFile) notes = g_key_file_new ();
  GError *failure = NULL;

  if (!g_key_file_load_from_file (notes, self->notes, G_KEY_FILE_NONE, &failure)
      || (self->state.checksum = g_key_file_get_string (notes, GROUP, "Checksum", &failure)) == NULL)
    {
      set_notes_error (self, failure, error);
      return FALSE;
    }

  self->state.size = g_key_file_get_uint64 (notes, GROUP, "Size", NULL);
  self->state.time = g_key_file_get_uint64 (notes, GROUP, "Time", NULL);
  self->state.batch = g_key_file_get_int64 (notes, GROUP, "Batch", NULL);
  self->state.writing = g_key_file_get_string (notes, GROUP, "Writing", NULL);

  return TRUE;
}

static gboolean
save_state (LiaisonWorkingCopy  *self,
            GError             **error)
{
  g_autoptr (GKeyFile) notes = g_key_file_new ();
  GError *failure = NULL;

  g_key_file_set_string (notes, GROUP, "Path", self->original);
  g_key_file_set_uint64 (notes, GROUP, "Size", self->state.size);
  g_key_file_set_uint64 (notes, GROUP, "Time", self->state.time);
  g_key_file_set_int64 (notes, GROUP, "Batch", self->state.batch);
  g_key_file_set_string (notes, GROUP, "Checksum", self->state.checksum);
  if (self->state.writing != NULL)
    g_key_file_set_string (notes, GROUP, "Writing", self->state.writing);
  if (g_key_file_save_to_file (notes, self->notes, &failure))
    return TRUE;

  liaison_file_set_error (self->notes, failure, error);

  return FALSE;
}

/* Copies the original to @part, provided that nobody writes to it meanwhile, and checks what has come. */
static gboolean
fetch (LiaisonWorkingCopy  *self,
       const char          *part,
       LiaisonProgress      progress,
       gpointer             user_data,
       GCancellable        *cancellable,
       GError             **error)
{
  State before = { 0 };

  if (!liaison_header_check (self->original, error)
      || !query_state (self->original, cancellable, &before, error))
    return FALSE;

  g_clear_pointer (&self->state.writing, g_free);
  g_free (self->state.checksum);
  self->state.checksum = liaison_file_copy (self->original, part, G_FILE_CREATE_PRIVATE, progress, user_data, cancellable, error);
  if (self->state.checksum == NULL || !query_state (self->original, cancellable, &self->state, error))
    return FALSE;

  if (liaison_header_has_log (self->original) || before.size != self->state.size || before.time != self->state.time)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_LOCKED,
                   /* Translators: a path */
                   _("“%s” is open elsewhere or was not closed properly. Close it there and try again."), self->original);
      return FALSE;
    }

  return liaison_copy_check (part, cancellable, error);
}

static gboolean
renew (LiaisonWorkingCopy  *self,
       LiaisonProgress      progress,
       gpointer             user_data,
       GCancellable        *cancellable,
       GError             **error)
{
  g_autofree char *part = g_strconcat (self->path, ".part", NULL);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  if (!fetch (self, part, progress, user_data, cancellable, error))
    {
      g_unlink (part);
      return FALSE;
    }

  g_unlink (log);
  if (g_rename (part, self->path) == 0)
    return read_batch (self->path, &self->state.batch, error) && save_state (self, error);

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, _("The copy “%s” cannot be made: %s."), self->path, g_strerror (errno));
  g_unlink (part);

  return FALSE;
}

static LiaisonWorkingCopy *
working_copy_new (const char *original)
{
  LiaisonWorkingCopy *self = g_new0 (LiaisonWorkingCopy, 1);
  g_autofree char *hash = NULL;
  g_autofree char *name = g_path_get_basename (original);

  self->original = g_canonicalize_filename (original, NULL);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->original, -1);
  hash[16] = '\0';
  self->folder = g_build_filename (g_get_user_data_dir (), "liaison", "working", hash, NULL);
  self->path = g_build_filename (self->folder, name, NULL);
  self->notes = g_build_filename (self->folder, "original.ini", NULL);

  return self;
}

static gboolean
is_there (LiaisonWorkingCopy *self)
{
  /* What was edited in a copy without notes is forgotten on purpose. */
  return g_file_test (self->path, G_FILE_TEST_EXISTS) && g_file_test (self->notes, G_FILE_TEST_EXISTS);
}

/* @is_usable: whether there is a copy already that may be opened as it is; one that cannot be read is not replaced, since it may hold edits. */
static gboolean
look_at_copy (LiaisonWorkingCopy  *self,
              gboolean            *is_usable,
              GCancellable        *cancellable,
              GError             **error)
{
  State now = { 0 };
  gint64 batch = 0;

  *is_usable = FALSE;
  if (!is_there (self))
    return TRUE;
  if (!load_state (self, error) || !read_batch (self->path, &batch, error))
    return FALSE;

  self->was_unsaved = batch != self->state.batch;
  *is_usable = self->was_unsaved
    || (query_state (self->original, cancellable, &now, NULL) && now.size == self->state.size && now.time == self->state.time);

  return TRUE;
}

/* Returns: (transfer full): where nothing is yet, nor a log beside it */
static char *
make_aside_path (LiaisonWorkingCopy *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  for (guint i = 1;; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/aside-%u-%s", self->folder, i, name);
      g_autofree char *log = g_strconcat (path, "-wal", NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (log, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* The log first: beside no copy it would be taken for a leftover. */
static gboolean
put_aside (LiaisonWorkingCopy  *self,
           const char          *path,
           GError             **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);

  if ((g_rename (log, log_path) == 0 || errno == ENOENT) && g_rename (self->path, path) == 0)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED,
               /* Translators: two paths and the system's reason */
               _("The damaged copy “%s” cannot be renamed to “%s”: %s."), self->path, path, g_strerror (errno));

  return FALSE;
}

/* A damaged copy must not keep anybody from the store for ever; but it is told of, since edits may have gone with it. */
static void
set_damaged (LiaisonWorkingCopy  *self,
             GError             **error)
{
  g_autofree char *path = make_aside_path (self);

  if (put_aside (self, path, error))
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED,
                 /* Translators: two paths */
                 _("The copy in which “%s” was edited is damaged. It may hold changes that were not saved back, and was kept as “%s”. "
                   "Try again to open the store without them."), self->original, path);
}

static void
set_unreadable (LiaisonWorkingCopy  *self,
                const GError        *failure,
                GError             **error)
{
  if (g_error_matches (failure, LIAISON_ERROR, LIAISON_ERROR_DAMAGED))
    set_damaged (self, error);
  else
    g_set_error (error, failure->domain, failure->code,
                 /* Translators: two paths and a sentence that says why */
                 _("The copy in which “%s” was edited cannot be read. It may hold changes that were not saved back, so it was not replaced; "
                   "if you can do without them, move the folder “%s” elsewhere and try again. %s"),
                 self->original, self->folder, failure->message);
}

static gboolean
make_folder (LiaisonWorkingCopy  *self,
             GError             **error)
{
  if (g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (!liaison_header_check (self->original, error))
    return FALSE;
  if (g_mkdir_with_parents (self->folder, 0700) == 0)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, _("The folder “%s” cannot be made: %s."), self->folder, g_strerror (errno));

  return FALSE;
}

static gboolean
take_lock (LiaisonWorkingCopy  *self,
           GError             **error)
{
  g_autofree char *path = g_build_filename (self->folder, "lock", NULL);
  GError *failure = NULL;

  self->lock = liaison_lock_take (path, &failure);
  if (self->lock != NULL)
    return TRUE;

  if (g_error_matches (failure, LIAISON_ERROR, LIAISON_ERROR_LOCKED))
    {
      g_clear_error (&failure);
      failure = g_error_new (LIAISON_ERROR, LIAISON_ERROR_LOCKED,
                             /* Translators: a path */
                             _("Another Liaison that is running has “%s” open. Close it there and try again."), self->original);
    }
  g_propagate_error (error, failure);

  return FALSE;
}

LiaisonWorkingCopy *
liaison_working_copy_open (const char       *original,
                           LiaisonProgress   progress,
                           gpointer          user_data,
                           GCancellable     *cancellable,
                           GError          **error)
{
  g_autoptr (LiaisonWorkingCopy) self = working_copy_new (original);
  g_autoptr (GError) failure = NULL;
  gboolean is_usable;

  if (!make_folder (self, error) || !take_lock (self, error))
    return NULL;
  if (!look_at_copy (self, &is_usable, cancellable, &failure))
    {
      set_unreadable (self, failure, error);
      return NULL;
    }
  if (is_usable || renew (self, progress, user_data, cancellable, error))
    return g_steal_pointer (&self);

  return NULL;
}

void
liaison_working_copy_free (LiaisonWorkingCopy *self)
{
  g_clear_pointer (&self->lock, liaison_lock_free);
  g_free (self->original);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->notes);
  g_free (self->state.checksum);
  g_free (self->state.writing);
  g_free (self);
}

const char *
liaison_working_copy_get_path (LiaisonWorkingCopy *self)
{
  return self->path;
}

gboolean
liaison_working_copy_was_unsaved (LiaisonWorkingCopy *self)
{
  return self->was_unsaved;
}

/* Whether the original is what it was when it was copied, or what was written the last time. */
static gboolean
check_original (LiaisonWorkingCopy  *self,
                GCancellable        *cancellable,
                GError             **error)
{
  g_autofree char *checksum = liaison_file_read (self->original, cancellable, error);

  if (checksum == NULL)
    return FALSE;

  if ((g_str_equal (checksum, self->state.checksum) || g_strcmp0 (checksum, self->state.writing) == 0)
      && !liaison_header_has_log (self->original))
    {
      g_free (self->state.checksum);
      self->state.checksum = g_steal_pointer (&checksum);
      return TRUE;
    }

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT,
               /* Translators: a path */
               _("“%s” has been changed by somebody else since it was opened here. Nothing was written; export your changes or save a copy."),
               self->original);

  return FALSE;
}

/* Whatever fails once the original is replaced, what it holds then must not be taken for somebody else's. */
static gboolean
note_writing (LiaisonWorkingCopy  *self,
              const char          *snapshot,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autofree char *checksum = liaison_file_read (snapshot, cancellable, error);

  if (checksum == NULL)
    return FALSE;

  g_free (self->state.writing);
  self->state.writing = g_steal_pointer (&checksum);

  return save_state (self, error);
}

static gboolean
replace_original (LiaisonWorkingCopy  *self,
                  const char          *snapshot,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autofree char *written = liaison_file_copy (snapshot, self->original, G_FILE_CREATE_NONE, NULL, NULL, cancellable, error);
  g_autofree char *read = NULL;

  if (written == NULL
      || (read = liaison_file_read (self->original, NULL, error)) == NULL
      || !query_state (self->original, NULL, &self->state, error))
    return FALSE;

  if (!g_str_equal (written, read))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED,
                   /* Translators: a path */
                   _("“%s” was not written completely. Your changes are safe in the copy; try again."), self->original);
      return FALSE;
    }

  g_clear_pointer (&self->state.writing, g_free);
  g_free (self->state.checksum);
  self->state.checksum = g_steal_pointer (&written);

  return TRUE;
}

gboolean
liaison_working_copy_save_back (LiaisonWorkingCopy  *self,
                                LiaisonDb           *db,
                                GCancellable        *cancellable,
                                GError             **error)
{
  g_autofree char *snapshot = g_strconcat (self->path, ".saving", NULL);
  gint64 batch = 0;
  gboolean saved;

  /* What is committed after this counts as not saved, whether it comes into the snapshot or not. */
  if (!check_original (self, cancellable, error) || !query_batch (db, &batch, error))
    return FALSE;

  g_unlink (snapshot);
  saved = liaison_copy_make (db, snapshot, NULL, NULL, cancellable, error)
    && note_writing (self, snapshot, cancellable, error)
    && replace_original (self, snapshot, cancellable, error);
  g_unlink (snapshot);
  if (!saved)
    return FALSE;

  self->state.batch = batch;

  return save_state (self, error);
}

gboolean
liaison_working_copy_forget_edits (LiaisonWorkingCopy  *self,
                                   GError             **error)
{
  /* A copy without notes is made anew when the store is opened the next time. */
  if (g_unlink (self->notes) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, "“%s”: %s", self->notes, g_strerror (errno));

  return FALSE;
}
