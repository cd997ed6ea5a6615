/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_REMINDERS (liaison_reminders_get_type ())

/**
 * LiaisonReminders:
 *
 * Tells of follow-ups that fall due, by notifications of the desktop, while the person wants that: those of the store that was opened last. It looks
 * at the start, on each new day and when the store's file changes, on a thread of its own, and remembers in the settings what it has told. Where the
 * desktop lets the program run in the background, it keeps it running without a window.
 */
G_DECLARE_FINAL_TYPE (LiaisonReminders, liaison_reminders, LIAISON, REMINDERS, GObject)

/**
 * liaison_reminders_new:
 * @application: what sends the notifications, and is kept running; its actions follow-up-open, follow-up-done and follow-up-later, each with the path
 *   of the store and UUIDs, are what these offer
 */
LiaisonReminders *liaison_reminders_new         (GApplication *application, GSettings *settings);

/**
 * liaison_reminders_tell_tomorrow:
 * @path: the store
 * @uuids: the follow-ups
 *
 * Withdraws what was told of these; they are told of again tomorrow.
 */
void              liaison_reminders_tell_tomorrow (LiaisonReminders *self, const char *path, const char * const *uuids);

/**
 * liaison_reminders_set_stays:
 * @stays: whether the program may go on without a window
 *
 * Until the person quits it, it may.
 */
void              liaison_reminders_set_stays   (LiaisonReminders *self, gboolean stays);

G_END_DECLS
