/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-reminders.h"

#include "liaison-config.h"
#include "liaison-day.h"
#include "liaison-follow-ups.h"
#include "liaison-settings.h"
#include "liaison-unshown-store.h"

#include <glib/gi18n.h>

/* The window comes first. */
#define FIRST_AFTER_SECONDS 1

/* How late a new day may be noticed. */
#define DAY_SECONDS 600

/* More are told of together. */
#define MOST_ALONE 3

#define TOGETHER "follow-ups"

struct _LiaisonReminders
{
  GObject        parent_instance;

  GApplication  *application; /* (unowned): it owns this */
  GSettings     *settings;
  LiaisonWorker *worker;      /* (nullable): while it looks */
  char          *path;        /* (nullable): of the store that is watched */
  GFileMonitor  *monitor;     /* (nullable): from the first look on */
  guint          soon;
  guint          days;
  int            day;         /* that was last looked at */
  gboolean       stays;
  gboolean       held;
};

G_DEFINE_FINAL_TYPE (LiaisonReminders, liaison_reminders, G_TYPE_OBJECT)

/* What was told: by UUID the due date that it was told with, and the day on which to tell again. */

typedef struct
{
  char *due;
  int   next;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free (told->due);
  g_free (told);
}

static void
put_told (GHashTable *memory,
          const char *uuid,
          const char *due,
          int         next)
{
  Told *told = g_new (Told, 1);

  *told = (Told) { g_strdup (due), next };
  g_hash_table_replace (memory, g_strdup (uuid), told);
}

static GHashTable *
load_told (LiaisonReminders *self,
           const char       *path)
{
  GHashTable *memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, told_free);
  g_autoptr (GVariant) items = liaison_settings_get_of_store (self->settings, "reminded", path);
  GVariantIter iter;
  const char *uuid;
  const char *due;
  int next;

  if (items == NULL)
    return memory;
  g_variant_iter_init (&iter, items);
  while (g_variant_iter_next (&iter, "{&s(&si)}", &uuid, &due, &next))
    put_told (memory, uuid, due, next);

  return memory;
}

static void
save_told (LiaisonReminders *self,
           const char       *path,
           GHashTable       *memory)
{
  GVariantBuilder items = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{s(si)}"));
  GHashTableIter iter;
  gpointer uuid;
  gpointer value;

  g_hash_table_iter_init (&iter, memory);
  while (g_hash_table_iter_next (&iter, &uuid, &value))
    g_variant_builder_add (&items, "{s(si)}", uuid, ((Told *) value)->due, ((Told *) value)->next);
  liaison_settings_set_of_store (self->settings, "reminded", path, g_variant_builder_end (&items));
}

/* Notifications */

static char *
make_id (const char *uuid)
{
  return g_strconcat ("follow-up-", uuid, NULL);
}

static void
send (LiaisonReminders   *self,
      const char         *id,
      const char         *title,
      const char         *body,
      const char * const *uuids)
{
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new ("(s^as)", self->path, uuids));

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target_value (notification, "app.follow-up-open", target);
  g_notification_add_button_with_target_value (notification, C_ ("notification", "Open"), "app.follow-up-open", target);
  if (uuids[0] != NULL && uuids[1] == NULL)
    g_notification_add_button_with_target_value (notification, _ ("Mark as done"), "app.follow-up-done", target);
  g_notification_add_button_with_target_value (notification, _ ("Remind tomorrow"), "app.follow-up-later", target);
  g_application_send_notification (self->application, id, notification);
}

/* A notification may be read by whoever passes: it tells nothing of what is confidential. */
static const char *
get_title (const LiaisonFollowUp *item)
{
  return item->confidential ? _ ("A confidential follow-up") : item->text;
}

static void
send_one (LiaisonReminders      *self,
          const LiaisonFollowUp *item)
{
  g_autofree char *id = make_id (item->uuid);
  g_autofree char *due = liaison_follow_up_dup_due (item);
  g_autofree char *body = item->confidential ? g_strdup (due) : g_strdup_printf ("%s · %s", due, item->engagement->name);

  send (self, id, get_title (item), body, (const char *const[]) { item->uuid, NULL });
}

static void
send_together (LiaisonReminders *self,
               GPtrArray        *items)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%'u follow-up is due", "%'u follow-ups are due", items->len), items->len);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uuids = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const LiaisonFollowUp *item = g_ptr_array_index (items, i);

      g_strv_builder_add (builder, item->uuid);
      if (i < MOST_ALONE)
        g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", get_title (item));
    }
  uuids = g_strv_builder_end (builder);
  send (self, TOGETHER, title, body->str, (const char * const *) uuids);
}

/* What is done by now, or put off to a later date, is not to be told any more. */
static void
withdraw_others (LiaisonReminders *self,
                 GHashTable       *memory,
                 GPtrArray        *items)
{
  GHashTableIter iter;
  gpointer uuid;

  g_hash_table_iter_init (&iter, memory);
  while (g_hash_table_iter_next (&iter, &uuid, NULL))
    {
      gboolean is_due = FALSE;
      g_autofree char *id = make_id (uuid);

      for (guint i = 0; i < items->len && !is_due; i++)
        is_due = g_str_equal (((LiaisonFollowUp *) g_ptr_array_index (items, i))->uuid, uuid);
      if (is_due)
        continue;
      g_application_withdraw_notification (self->application, id);
      g_hash_table_iter_remove (&iter);
    }
  if (items->len == 0)
    g_application_withdraw_notification (self->application, TOGETHER);
}

static void
tell (LiaisonReminders *self,
      GPtrArray        *items,
      int               today)
{
  g_autoptr (GHashTable) memory = load_told (self, self->path);
  g_autoptr (GPtrArray) news = g_ptr_array_new ();

  withdraw_others (self, memory, items);
  for (guint i = 0; i < items->len; i++)
    {
      LiaisonFollowUp *item = g_ptr_array_index (items, i);
      const Told *told = g_hash_table_lookup (memory, item->uuid);

      if (!liaison_follow_up_is_to_tell (item, told != NULL ? told->due : NULL, told != NULL ? told->next : 0, today))
        continue;
      g_ptr_array_add (news, item);
      put_told (memory, item->uuid, item->due, liaison_follow_up_get_next_day (item, today));
    }
  if (news->len > MOST_ALONE)
    send_together (self, news);
  for (guint i = 0; i < news->len && news->len <= MOST_ALONE; i++)
    send_one (self, g_ptr_array_index (news, i));
  save_told (self, self->path, memory);
}

/* Looking */

typedef struct
{
  int   today;
  guint days;
} Question;

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Question *question = data;

  return liaison_follow_ups_load_due (db, question->today, question->days, error);
}

/* A store that cannot be read has nothing to remind of; the window tells why. */
static void
loaded_cb (gpointer  result,
           GError   *error,
           gpointer  user_data)
{
  LiaisonReminders *self = user_data;
  g_autoptr (GPtrArray) items = result;
  g_autoptr (GError) G_GNUC_UNUSED failure = error;

  if (items != NULL)
    tell (self, items, self->day);
}

static void
closed_cb (gpointer user_data)
{
  LiaisonReminders *self = user_data;

  g_clear_pointer (&self->worker, liaison_worker_free);
}

static void look_soon (LiaisonReminders *self);

/* A moment after each commit the file itself changes. */
static void
watch_file (LiaisonReminders *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
}

/* The store is open only for this: the worker ends with its one job. */
static void
look (LiaisonReminders *self)
{
  Question *question = g_new (Question, 1);

  self->day = liaison_day_today ();
  *question = (Question) { self->day, (guint) g_settings_get_int (self->settings, "reminder-days") };
  self->worker = liaison_worker_new ("reminders", liaison_unshown_store_open, self->path);
  liaison_worker_push (self->worker, load_job, question, g_free, (GDestroyNotify) g_ptr_array_unref, NULL, loaded_cb, self);
  liaison_worker_stop (self->worker, closed_cb, self);
}

static gboolean
look_cb (gpointer user_data)
{
  LiaisonReminders *self = user_data;

  self->soon = 0;
  if (self->monitor == NULL)
    watch_file (self);
  if (self->worker == NULL)
    look (self);
  else
    look_soon (self);

  return G_SOURCE_REMOVE;
}

static void
look_soon (LiaisonReminders *self)
{
  if (self->path == NULL)
    return;
  g_clear_handle_id (&self->soon, g_source_remove);
  self->soon = g_timeout_add_seconds (FIRST_AFTER_SECONDS, look_cb, self);
}

static gboolean
day_cb (gpointer user_data)
{
  LiaisonReminders *self = user_data;

  if (self->day != liaison_day_today ())
    look_soon (self);
  return G_SOURCE_CONTINUE;
}

static void
stop (LiaisonReminders *self)
{
  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_handle_id (&self->days, g_source_remove);
  g_clear_pointer (&self->worker, liaison_worker_free);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->path, g_free);
}

static void
watch (LiaisonReminders *self,
       char             *path)
{
  self->path = path;
  self->days = g_timeout_add_seconds (DAY_SECONDS, day_cb, self);
  look_soon (self);
}

static void
update_hold (LiaisonReminders *self)
{
  gboolean wanted = self->stays && g_settings_get_boolean (self->settings, "reminders") && g_settings_get_boolean (self->settings, "background");

  if (wanted == self->held)
    return;
  self->held = wanted;
  if (wanted)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

static void
follow_settings (LiaisonReminders *self)
{
  g_autofree char *path = g_settings_get_boolean (self->settings, "reminders") ? liaison_settings_dup_last_store (self->settings) : NULL;

  update_hold (self);
  if (g_strcmp0 (path, self->path) == 0)
    return;
  stop (self);
  if (path != NULL)
    watch (self, g_steal_pointer (&path));
}

static void
liaison_reminders_dispose (GObject *object)
{
  LiaisonReminders *self = LIAISON_REMINDERS (object);

  if (self->settings != NULL)
    stop (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (liaison_reminders_parent_class)->dispose (object);
}

static void
liaison_reminders_class_init (LiaisonRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_reminders_dispose;
}

static void
liaison_reminders_init (LiaisonReminders *self)
{
  self->stays = TRUE;
}

LiaisonReminders *
liaison_reminders_new (GApplication *application,
                       GSettings    *settings)
{
  LiaisonReminders *self = g_object_new (LIAISON_TYPE_REMINDERS, NULL);

  self->application = application;
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::reminders", G_CALLBACK (follow_settings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::background", G_CALLBACK (update_hold), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::last-store", G_CALLBACK (follow_settings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reminder-days", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  follow_settings (self);

  return self;
}

void
liaison_reminders_tell_tomorrow (LiaisonReminders   *self,
                                 const char         *path,
                                 const char * const *uuids)
{
  g_autoptr (GHashTable) memory = NULL;
  int tomorrow = liaison_day_add (liaison_day_today (), 1);

  g_return_if_fail (LIAISON_IS_REMINDERS (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (uuids != NULL);

  memory = load_told (self, path);
  for (guint i = 0; uuids[i] != NULL; i++)
    {
      Told *told = g_hash_table_lookup (memory, uuids[i]);
      g_autofree char *id = make_id (uuids[i]);

      if (told != NULL)
        told->next = tomorrow;
      g_application_withdraw_notification (self->application, id);
    }
  if (uuids[0] != NULL && uuids[1] != NULL)
    g_application_withdraw_notification (self->application, TOGETHER);
  save_told (self, path, memory);
}

void
liaison_reminders_set_stays (LiaisonReminders *self,
                             gboolean          stays)
{
  g_return_if_fail (LIAISON_IS_REMINDERS (self));

  self->stays = stays;
  update_hold (self);
}
