/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SEARCH_PROVIDER (liaison_search_provider_get_type ())

/**
 * LiaisonSearchProvider:
 *
 * Answers the search of the desktop over D-Bus, as org.gnome.Shell.SearchProvider2: contacts and engagements of the store that was opened
 * last. The store is only read, on a thread of its own, and let go of when nobody has searched for a while.
 */
G_DECLARE_FINAL_TYPE (LiaisonSearchProvider, liaison_search_provider, LIAISON, SEARCH_PROVIDER, GObject)

/**
 * liaison_search_provider_new:
 * @application: what is held while it searches, and asked by its actions open-link and search
 * @settings: (nullable): what the program remembers
 */
LiaisonSearchProvider *liaison_search_provider_new      (GApplication *application, GSettings *settings);

/**
 * liaison_search_provider_export:
 * @path: the object that the program has on the bus; the provider's stands below it
 *
 * Returns: whether it can be asked now
 */
gboolean               liaison_search_provider_export   (LiaisonSearchProvider  *self,
                                                         GDBusConnection        *connection,
                                                         const char             *path,
                                                         GError                **error);
void                   liaison_search_provider_unexport (LiaisonSearchProvider  *self);

G_END_DECLS
