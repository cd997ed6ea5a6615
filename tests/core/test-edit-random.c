/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-changes.h"
#include "liaison-check.h"
#include "liaison-error.h"
#include "liaison-merge.h"
#include "liaison-record-past.h"
#include "liaison-undo.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * Any sequence of saved forms, merges, edits of several records at once, returns to an earlier state, restorations of what was deleted, undos and
 * redos leaves a store that is sound and equal to a model, also where the process is killed at any point.  The model is what the store held after each action that is not undone, as text.
 */

#define N_CONTACTS 4
#define N_ENGAGEMENTS 4
#define N_ORGANISATIONS 3
#define N_TOTALS 2
#define N_ACTIONS 30
#define N_SEQUENCES 12
#define N_KILLS 25
#define LONGEST_LIFE_US 60000

typedef enum {
  SAVE_CONTACT, SAVE_ENGAGEMENT, SAVE_POST, SAVE_TOTAL, REMOVE_ENGAGEMENT, MERGE_CONTACTS, MERGE_ORGANISATIONS, EDIT_SEVERAL, EDIT_FIELD, RETURN, RESTORE, UNDO,
  REDO,
  N_KINDS_OF_ACTION
} Action;

/* What a store held */

static void
append_field (GString             *text,
              const LiaisonRecord *record,
              guint                field)
{
  const LiaisonField *info = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[field];

  if (liaison_field_is_text (info))
    g_string_append_printf (text, "|%s", liaison_record_get_text (record, field));
  else if (liaison_field_is_list (info))
    {
      g_autofree char *list = g_strjoinv (",", (char **) liaison_record_get_list (record, field));

      g_string_append_printf (text, "|%s", list);
    }
  else
    g_string_append_printf (text, "|%" G_GINT64_FORMAT, liaison_record_get_integer (record, field));
}

static gboolean
append_record (LiaisonRecord  *record,
               gpointer        user_data,
               GError        **error)
{
  GString *text = user_data;

  g_string_append (text, liaison_record_get_uuid (record));
  for (guint i = 0; i < liaison_kind_get_info (liaison_record_get_kind (record))->n_fields; i++)
    append_field (text, record, i);
  g_string_append_c (text, '\n');

  return TRUE;
}

/* Without times, which are those of the clock. */
static char *
dump (LiaisonDb *db)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      liaison_record_foreach (db, kind, append_record, text, &error);
      g_assert_no_error (error);
    }

  return g_string_free (text, FALSE);
}

/* Actions; each is made from @random alone, so that the same seed does the same to the same store. */

static const char *
choose (GRand       *random,
        LiaisonKind  kind,
        guint        most)
{
  return db_fixture_uuid (kind, g_rand_int_range (random, 1, most + 1));
}

static void
put_contact (GRand          *random,
             LiaisonChanges *changes)
{
  static const char * const names[] = { "Kuleba", "Rau", "Linde", "Blinken" };
  g_autoptr (LiaisonRecord) contact = liaison_record_new (LIAISON_KIND_CONTACT, choose (random, LIAISON_KIND_CONTACT, N_CONTACTS));

  liaison_record_set_text (contact, LIAISON_CONTACT_NAME, names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))]);
  liaison_record_set_integer (contact, LIAISON_CONTACT_SIDE, g_rand_int_range (random, LIAISON_SIDE_OURS, LIAISON_SIDE_THIRD + 1));
  liaison_record_set_created (contact, 1);
  liaison_changes_put (changes, contact);
}

static LiaisonRecord *
new_engagement (GRand      *random,
                const char *uuid)
{
  LiaisonRecord *engagement = liaison_record_new (LIAISON_KIND_ENGAGEMENT, uuid);
  g_autofree char *start = g_strdup_printf ("2022-01-%02d", g_rand_int_range (random, 1, 29));

  liaison_record_set_text (engagement, LIAISON_ENGAGEMENT_TITLE, "Call");
  liaison_record_set_text (engagement, LIAISON_ENGAGEMENT_START, start);
  liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_PRECISION, LIAISON_PRECISION_DAY);
  liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_FORM, LIAISON_FORM_PHONE_CALL);
  liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_STATUS, g_rand_int_range (random, LIAISON_STATUS_PLANNED, LIAISON_STATUS_CANCELLED + 1));
  liaison_record_set_created (engagement, 1);

  return engagement;
}

static void
put_engagement (GRand          *random,
                LiaisonChanges *changes)
{
  guint number = g_rand_int_range (random, 1, N_ENGAGEMENTS + 1);
  const char *uuid = db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, number);
  g_autoptr (LiaisonRecord) engagement = new_engagement (random, uuid);
  guint n_participants = g_rand_int_range (random, 0, 3);

  liaison_changes_put (changes, engagement);
  for (guint i = 0; i < n_participants; i++)
    {
      g_autoptr (LiaisonRecord) participation = liaison_record_new (LIAISON_KIND_PARTICIPATION,
                                                                    db_fixture_uuid (LIAISON_KIND_PARTICIPATION, number * 10 + i));

      liaison_record_set_text (participation, LIAISON_PARTICIPATION_ENGAGEMENT, uuid);
      liaison_record_set_text (participation, LIAISON_PARTICIPATION_CONTACT, choose (random, LIAISON_KIND_CONTACT, N_CONTACTS));
      liaison_record_set_integer (participation, LIAISON_PARTICIPATION_SIDE, LIAISON_SIDE_THEIRS);
      liaison_record_set_created (participation, 1);
      liaison_changes_put (changes, participation);
    }
}

static void
put_post (GRand          *random,
          LiaisonChanges *changes)
{
  g_autoptr (LiaisonRecord) post = liaison_record_new (LIAISON_KIND_POST, choose (random, LIAISON_KIND_POST, N_CONTACTS));

  liaison_record_set_text (post, LIAISON_POST_CONTACT, choose (random, LIAISON_KIND_CONTACT, N_CONTACTS));
  liaison_record_set_text (post, LIAISON_POST_TITLE, g_rand_boolean (random) ? "Minister" : "Envoy");
  liaison_record_set_text (post, LIAISON_POST_ORGANISATION, choose (random, LIAISON_KIND_ORGANISATION, N_ORGANISATIONS));
  liaison_record_set_created (post, 1);
  liaison_changes_put (changes, post);
}

/* Of one contact with another, in an organisation, and with an engagement that it includes: each of them may be merged or gone. */
static void
put_total (GRand          *random,
           LiaisonChanges *changes)
{
  g_autoptr (LiaisonRecord) total = liaison_record_new (LIAISON_KIND_STATED_TOTAL, choose (random, LIAISON_KIND_STATED_TOTAL, N_TOTALS));
  const char *principals[] = { choose (random, LIAISON_KIND_CONTACT, N_CONTACTS), NULL };
  const char *counterparts[] = { choose (random, LIAISON_KIND_CONTACT, N_CONTACTS), NULL };
  const char *organisations[] = { choose (random, LIAISON_KIND_ORGANISATION, N_ORGANISATIONS), NULL };
  const char *covered[] = { choose (random, LIAISON_KIND_ENGAGEMENT, N_ENGAGEMENTS), NULL };

  liaison_record_set_text (total, LIAISON_STATED_TOTAL_TEXT, "They have spoken often.");
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_PRINCIPALS, principals);
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_COUNTERPARTS, counterparts);
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_ORGANISATIONS, organisations);
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_COUNTS, LIAISON_COUNTS_OCCASIONS);
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_NUMBER, g_rand_int_range (random, 2, 9));
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_BOUND, LIAISON_BOUND_EXACT);
  liaison_record_set_text (total, LIAISON_STATED_TOTAL_FROM, "2022-01-01");
  liaison_record_set_text (total, LIAISON_STATED_TOTAL_TO, "2022-01-28");
  if (g_rand_boolean (random))
    liaison_record_set_list (total, LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS, covered);
  liaison_record_set_created (total, 1);
  liaison_changes_put (changes, total);
}

/* As the window does: from what the store has of both. */
static void
put_merge (LiaisonDb      *db,
           GRand          *random,
           LiaisonChanges *changes,
           LiaisonKind     kind,
           guint           most)
{
  const char *kept_uuid = choose (random, kind, most);
  const char *gone_uuid = choose (random, kind, most);
  g_autoptr (LiaisonRecord) kept = liaison_record_load (db, kind, kept_uuid, NULL);
  g_autoptr (LiaisonRecord) gone = liaison_record_load (db, kind, gone_uuid, NULL);
  g_autoptr (LiaisonRecord) merged = kept != NULL && gone != NULL ? liaison_merge_propose (kept, gone) : NULL;

  if (merged != NULL)
    liaison_changes_merge (changes, merged, gone_uuid);
}

static void
put_several (LiaisonDb      *db,
             GRand          *random,
             LiaisonChanges *changes)
{
  LiaisonStatus status = g_rand_int_range (random, LIAISON_STATUS_PLANNED, LIAISON_STATUS_CANCELLED + 1);

  for (guint i = 1; i <= N_ENGAGEMENTS; i++)
    {
      g_autoptr (LiaisonRecord) engagement = liaison_record_load (db, LIAISON_KIND_ENGAGEMENT, db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, i), NULL);

      if (engagement == NULL)
        continue;
      liaison_record_set_integer (engagement, LIAISON_ENGAGEMENT_STATUS, status);
      liaison_changes_put (changes, engagement);
    }
}

/* As the window edits what is selected: one field of all engagements, or the tags of all contacts. */
static void
put_field (LiaisonDb      *db,
           GRand          *random,
           LiaisonChanges *changes)
{
  gboolean of_contacts = g_rand_boolean (random);
  LiaisonKind kind = of_contacts ? LIAISON_KIND_CONTACT : LIAISON_KIND_ENGAGEMENT;
  LiaisonFieldEditMode mode = g_rand_int_range (random, LIAISON_FIELD_EDIT_SET, LIAISON_FIELD_EDIT_REMOVE + 1);
  static const char * const tags[] = { "one", "two", NULL };
  static const char * const places[] = { "Kyiv", "Riga" };
  g_autoptr (LiaisonRecord) value = liaison_record_new (kind, NULL);
  g_autoptr (LiaisonFieldEdit) edit = NULL;

  if (of_contacts)
    liaison_record_set_list (value, LIAISON_CONTACT_TAGS, tags + g_rand_int_range (random, 0, 2));
  else
    liaison_record_set_text (value, LIAISON_ENGAGEMENT_PLACE, places[g_rand_int_range (random, 0, 2)]);
  edit = liaison_field_edit_new (mode, value, of_contacts ? (guint) LIAISON_CONTACT_TAGS : (guint) LIAISON_ENGAGEMENT_PLACE);
  for (guint i = 1; i <= MAX (N_CONTACTS, N_ENGAGEMENTS); i++)
    {
      g_autoptr (LiaisonRecord) record = liaison_record_load (db, kind, db_fixture_uuid (kind, i), NULL);

      if (record != NULL)
        liaison_changes_edit_key (changes, kind, (gint32) db_fixture_id (db, kind, i), edit);
    }
}

/* To what an engagement was after any action of its history. */
static gboolean
return_engagement (LiaisonDb  *db,
                   GRand      *random,
                   GError    **error)
{
  const char *uuid = choose (random, LIAISON_KIND_ENGAGEMENT, N_ENGAGEMENTS);
  guint which = g_rand_int_range (random, 0, 100);
  g_autoptr (GPtrArray) changes = liaison_value_changes_load (db, LIAISON_KIND_ENGAGEMENT, uuid, error);
  const LiaisonValueChange *change;

  if (changes == NULL)
    return FALSE;
  if (changes->len == 0)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, "no history");
      return FALSE;
    }
  change = g_ptr_array_index (changes, which % changes->len);

  return liaison_record_return (db, LIAISON_KIND_ENGAGEMENT, uuid, change->batch, "Return", error);
}

static gboolean
restore_deleted (LiaisonDb  *db,
                 GRand      *random,
                 GError    **error)
{
  guint which = g_rand_int_range (random, 0, 100);
  g_autoptr (GPtrArray) deleted = liaison_deleted_records_load (db, 100, error);
  const LiaisonDeletedRecord *record;

  if (deleted == NULL)
    return FALSE;
  if (deleted->len == 0)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, "nothing deleted");
      return FALSE;
    }
  record = g_ptr_array_index (deleted, which % deleted->len);

  return liaison_deleted_record_restore (db, record->kind, record->uuid, "Restore", error);
}

static void
fill_changes (LiaisonDb      *db,
              GRand          *random,
              Action          action,
              LiaisonChanges *changes)
{
  switch (action)
    {
    case SAVE_CONTACT:
      put_contact (random, changes);
      break;
    case SAVE_ENGAGEMENT:
      put_engagement (random, changes);
      break;
    case SAVE_POST:
      put_post (random, changes);
      break;
    case SAVE_TOTAL:
      put_total (random, changes);
      break;
    case REMOVE_ENGAGEMENT:
      liaison_changes_remove (changes, LIAISON_KIND_ENGAGEMENT, choose (random, LIAISON_KIND_ENGAGEMENT, N_ENGAGEMENTS));
      break;
    case MERGE_CONTACTS:
      put_merge (db, random, changes, LIAISON_KIND_CONTACT, N_CONTACTS);
      break;
    case MERGE_ORGANISATIONS:
      put_merge (db, random, changes, LIAISON_KIND_ORGANISATION, N_ORGANISATIONS);
      break;
    case EDIT_SEVERAL:
      put_several (db, random, changes);
      break;
    case EDIT_FIELD:
      put_field (db, random, changes);
      break;
    case RETURN:
    case RESTORE:
    case UNDO:
    case REDO:
    case N_KINDS_OF_ACTION:
    default:
      g_assert_not_reached ();
    }
}

/* What is refused (a link to what has been merged, a record that is gone) leaves the store as it was. */
static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND) || g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT)
    || g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_INVALID);
}

static gboolean
act (LiaisonDb *db,
     GRand     *random,
     Action    *action)
{
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Something");
  g_autoptr (GError) error = NULL;
  gboolean done;

  *action = g_rand_int_range (random, 0, N_KINDS_OF_ACTION);
  if (*action == UNDO)
    done = liaison_undo (db, NULL, &error);
  else if (*action == REDO)
    done = liaison_redo (db, NULL, &error);
  else if (*action == RETURN)
    done = return_engagement (db, random, &error);
  else if (*action == RESTORE)
    done = restore_deleted (db, random, &error);
  else
    {
      fill_changes (db, random, *action, changes);
      done = liaison_changes_apply (changes, db, &error);
    }
  if (!done && !is_refusal (error))
    g_error ("action %d: %s", *action, error->message);

  return done;
}

/* The model */

typedef struct
{
  GPtrArray *states; /* what the store held after each action; those behind @now are undone */
  guint      now;
} Model;

static void
assert_state (const Model *model,
              const char  *state,
              Action       action)
{
  if (!g_str_equal (state, model->states->pdata[model->now]))
    g_error ("after action %d:\n%s\nexpected:\n%s", action, state, (const char *) model->states->pdata[model->now]);
}

static void
follow (Model    *model,
        LiaisonDb *db,
        Action    action,
        gboolean  done)
{
  g_autofree char *state = dump (db);

  if (action == UNDO)
    {
      g_assert_cmpint (done, ==, model->now > 0);
      model->now -= done;
    }
  else if (action == REDO)
    {
      g_assert_cmpint (done, ==, model->now + 1 < model->states->len);
      model->now += done;
    }
  else if (done && !g_str_equal (state, model->states->pdata[model->now]))
    {
      g_ptr_array_set_size (model->states, ++model->now);
      g_ptr_array_add (model->states, g_strdup (state));
    }
  assert_state (model, state, action);
}

static void
note_finding (const char *finding,
              gpointer    user_data)
{
  g_error ("the store is not sound: %s", finding);
}

static void
assert_sound (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;

  liaison_check (db, note_finding, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  db_fixture_set_up (fixture, NULL);
  for (guint i = 1; i <= N_ORGANISATIONS; i++)
    db_fixture_put (fixture->db, LIAISON_KIND_ORGANISATION, i, "name", "Ministry", "kind", "ministry", NULL);
}

/* What the fixture itself did can be undone, too: the model begins with it. */
static void
forget_actions (LiaisonDb *db)
{
  db_fixture_exec (db, "UPDATE batch SET kind = 5");
}

static void
test_sequences (DbFixture     *fixture,
                gconstpointer  data)
{
  forget_actions (fixture->db);
  for (guint i = 0; i < N_SEQUENCES; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      Model model = { states, 0 };

      g_ptr_array_add (states, dump (fixture->db));
      for (guint n = 0; n < N_ACTIONS; n++)
        {
          Action action;
          gboolean done = act (fixture->db, random, &action);

          follow (&model, fixture->db, action, done);
        }
      assert_sound (fixture->db);
      forget_actions (fixture->db);
    }
}

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

/* From now on this process has so many writes left. */
static void
end_at_write (guint n_writes)
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

/* Killing */

/* When a process ends: after some time, or at some write. */
typedef struct
{
  int   lifetime; /* in microseconds; 0 where it does not matter */
  guint n_writes; /* as well */
} End;

static LiaisonDb *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  LiaisonDb *db = liaison_db_open (path, LIAISON_DB_WRITE, &error);

  g_assert_no_error (error);

  return db;
}

/* The alarm ends the process wherever it is, as a kill would; each action that is done is told through the pipe. */
static void
live (const char *path,
      guint32     seed,
      End         end,
      int         pipe)
{
  const struct itimerval timer = { .it_value = { 0, end.lifetime } };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  LiaisonDb *db;

  if (end.n_writes > 0)
    end_at_write (end.n_writes);
  db = open_store (path);
  setitimer (ITIMER_REAL, &timer, NULL);
  for (guint n = 0; n < N_ACTIONS; n++)
    {
      Action action;

      act (db, random, &action);
      g_assert_cmpint (write (pipe, "", 1), ==, 1);
    }
  liaison_db_close (db);
  _exit (0);
}

static guint
count_done (int pipe)
{
  char byte;
  guint n_done = 0;

  while (read (pipe, &byte, 1) == 1)
    n_done++;

  return n_done;
}

static guint
run_and_kill (const char *path,
              guint32     seed,
              End         end,
              gboolean   *killed)
{
  int ends[2];
  int status;
  guint n_done;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    live (path, seed, end, ends[1]);

  close (ends[1]);
  n_done = count_done (ends[0]);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  *killed = WIFSIGNALED (status) && WTERMSIG (status) == (end.n_writes > 0 ? SIGKILL : SIGALRM);
  g_assert_true (*killed || (WIFEXITED (status) && WEXITSTATUS (status) == 0));

  return n_done;
}

/* What the same actions leave in a copy of the store, after each of them. */
static GPtrArray *
replay (const char *path,
        guint32     seed)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  LiaisonDb *db = open_store (path);

  g_ptr_array_add (states, dump (db));
  for (guint n = 0; n < N_ACTIONS; n++)
    {
      Action action;

      act (db, random, &action);
      g_ptr_array_add (states, dump (db));
    }
  liaison_db_close (db);

  return states;
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Everything that was done is there, and of what was being done all or nothing. */
static void
assert_one_of (GPtrArray  *states,
               guint       n_done,
               const char *state)
{
  for (guint i = n_done; i < MIN (n_done + 2, states->len); i++)
    {
      if (g_str_equal (state, states->pdata[i]))
        return;
    }

  g_error ("after %u actions and a kill:\n%s", n_done, state);
}

static void
test_kills (DbFixture     *fixture,
            gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.liaison", NULL);
  guint n_killed = 0;

  forget_actions (fixture->db);
  /* Without one that was killed nothing would be tested; on a quick machine a few end by themselves first. */
  for (guint i = 0; i < N_KILLS || n_killed == 0; i++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr (GPtrArray) states = NULL;
      g_autofree char *state = NULL;
      gboolean killed;
      guint n_done;

      liaison_db_close (g_steal_pointer (&fixture->db));
      copy_file (fixture->path, copy);
      n_done = run_and_kill (fixture->path, seed, (End) { g_test_rand_int_range (1000, LONGEST_LIFE_US), 0 }, &killed);
      n_killed += killed;
      states = replay (copy, seed);
      g_assert_cmpint (g_unlink (copy), ==, 0);
      fixture->db = open_store (fixture->path);
      state = dump (fixture->db);
      assert_one_of (states, n_done, state);
      assert_sound (fixture->db);
      forget_actions (fixture->db);
    }
}

/* The same actions again and again from the same store, each time killed one write later, until they come to their end. */
static void
test_kills_at_writes (DbFixture     *fixture,
                      gconstpointer  data)
{
  g_autofree char *begin = g_build_filename (fixture->folder, "begin.liaison", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.liaison", NULL);
  g_autoptr (GPtrArray) states = NULL;
  guint32 seed = g_test_rand_int ();
  guint n_kills = 0;
  gboolean killed = TRUE;

  forget_actions (fixture->db);
  liaison_db_close (g_steal_pointer (&fixture->db));
  copy_file (fixture->path, begin);
  copy_file (begin, copy);
  states = replay (copy, seed);

  for (guint n_writes = 1; killed; n_writes++)
    {
      g_autofree char *state = NULL;
      guint n_done;

      copy_file (begin, fixture->path);
      n_done = run_and_kill (fixture->path, seed, (End) { 0, n_writes }, &killed);
      n_kills += killed;
      g_assert_cmpuint (killed ? N_ACTIONS : n_done, ==, N_ACTIONS);
      fixture->db = open_store (fixture->path);
      state = dump (fixture->db);
      assert_one_of (states, n_done, state);
      assert_sound (fixture->db);
      liaison_db_close (g_steal_pointer (&fixture->db));
    }
  g_test_message ("%u kills", n_kills);
  /* To have stored anything takes a few. */
  g_assert_cmpuint (n_kills, >, 10);
  g_assert_cmpint (g_unlink (begin), ==, 0);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  fixture->db = open_store (fixture->path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/edit-random/sequences", DbFixture, NULL, set_up, test_sequences, db_fixture_tear_down);
  g_test_add ("/edit-random/kills", DbFixture, NULL, set_up, test_kills, db_fixture_tear_down);
  g_test_add ("/edit-random/kills-at-writes", DbFixture, NULL, set_up, test_kills_at_writes, db_fixture_tear_down);

  return g_test_run ();
}
