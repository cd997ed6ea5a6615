/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_WINDOW (liaison_window_get_type ())

/**
 * LiaisonWindow:
 *
 * The window over one store, or over none: then it offers the sample, a new store, or opening one.
 *
 * Properties: settings (nullable, construct only), store (nullable), narrow, medium (its width class; neither is wide).
 *
 * Actions that others may run: win.show-record (kind and UUID), win.show-query (place and text of the query), win.back, win.forward,
 * win.search, win.edit, win.delete, win.undo, win.redo, win.new-engagement, win.new-contact.
 */
G_DECLARE_FINAL_TYPE (LiaisonWindow, liaison_window, LIAISON, WINDOW, GtkApplicationWindow)

/**
 * liaison_window_new:
 * @settings: (nullable): what the program remembers
 */
LiaisonWindow *liaison_window_new          (GtkApplication *application,
                                            GSettings      *settings);

/**
 * liaison_window_open_store:
 * @path: a store file
 *
 * Opens a store in the stead of the one that the window may have. It never blocks; a failure is told in the window.
 */
void           liaison_window_open_store   (LiaisonWindow  *self,
                                            const char     *path);

/**
 * liaison_window_create_store:
 * @path: where no file stands yet
 * @with_sample: whether the new store shall hold the sample
 *
 * Makes a store, then opens it.
 */
void           liaison_window_create_store (LiaisonWindow  *self,
                                            const char     *path,
                                            gboolean        with_sample);

/**
 * liaison_window_run_on_store:
 * @action: the name of an action of the window, without its prefix; it has to outlive the window
 * @target: (nullable): its parameter; a floating one is taken
 *
 * Activates an action once the store that the window is opening is there; at once where it is already. It comes to nothing where the
 * window has no store, or cannot open it.
 */
void           liaison_window_run_on_store (LiaisonWindow  *self,
                                            const char     *action,
                                            GVariant       *target);

/**
 * liaison_window_open_link:
 * @link: what somebody asks to open, "liaison:UUID" or anything else
 *
 * Shows the page of a record once the store that the window is opening is there, or tells why it cannot.
 */
void           liaison_window_open_link    (LiaisonWindow  *self,
                                            const char     *link);

/**
 * liaison_window_get_path:
 *
 * Returns: (transfer none) (nullable): the path of the store that the window shows or is opening; %NULL where there is none, also after a
 *   failure: the window is free for another one then
 */
const char    *liaison_window_get_path     (LiaisonWindow  *self);

G_END_DECLS
