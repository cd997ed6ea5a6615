/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What the program remembers from one start to the next. GSettings ends a program whose schema is not installed, and Liaison shall
 * also run from a build folder: without the schema there are no settings, %NULL, which all of these take; nothing is remembered then.
 */

/**
 * liaison_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings, %NULL where their schema is not installed
 */
GSettings *liaison_settings_new               (void);

/**
 * liaison_settings_get_list:
 * @settings: (nullable): the settings
 * @name: a list: "engagements", "contacts", "organisations"
 *
 * Returns: (transfer full) (nullable): the settings of that list alone
 */
GSettings *liaison_settings_get_list          (GSettings  *settings,
                                               const char *name);

/**
 * liaison_settings_get_int:
 * @settings: (nullable): the settings
 * @key: a key of the schema, of type i
 * @fallback: the value without settings
 *
 * Returns: the value of @key
 */
int        liaison_settings_get_int           (GSettings  *settings,
                                               const char *key,
                                               int         fallback);
void       liaison_settings_set_int           (GSettings  *settings,
                                               const char *key,
                                               int         value);

/**
 * liaison_settings_get_boolean:
 * @settings: (nullable): the settings
 * @key: a key of the schema, of type b
 * @fallback: the value without settings
 *
 * Returns: the value of @key
 */
gboolean   liaison_settings_get_boolean       (GSettings  *settings,
                                               const char *key,
                                               gboolean    fallback);
void       liaison_settings_set_boolean       (GSettings  *settings,
                                               const char *key,
                                               gboolean    value);

/**
 * liaison_settings_dup_last_store:
 * @settings: (nullable): the settings
 *
 * Returns: (transfer full) (nullable): the path of the store opened last, %NULL before the first
 */
char      *liaison_settings_dup_last_store    (GSettings  *settings);

/**
 * liaison_settings_dup_recent_stores:
 * @settings: (nullable): the settings
 *
 * Returns: (transfer full): the paths of the stores opened lately that still exist, the latest first, ended by %NULL
 */
char     **liaison_settings_dup_recent_stores (GSettings  *settings);

/**
 * liaison_settings_add_store:
 * @settings: (nullable): the settings
 * @path: a store that was just opened
 *
 * Makes @path the last store, and the first of the recent ones.
 */
void       liaison_settings_add_store         (GSettings  *settings,
                                               const char *path);

/**
 * liaison_settings_get_of_store:
 * @settings: (nullable): the settings
 * @key: a key of the schema, whose value is by the paths of stores
 * @path: the store's path
 *
 * Returns: (transfer full) (nullable): what is kept there of the store
 */
GVariant  *liaison_settings_get_of_store      (GSettings  *settings,
                                               const char *key,
                                               const char *path);

/**
 * liaison_settings_set_of_store:
 * @settings: (nullable): the settings
 * @key: a key of the schema, whose value is by the paths of stores
 * @path: the store's path
 * @value: what to keep of it; sunk
 *
 * Keeps that; what is kept there of stores that are no longer among the recent ones is forgotten.
 */
void       liaison_settings_set_of_store      (GSettings  *settings,
                                               const char *key,
                                               const char *path,
                                               GVariant   *value);

/**
 * liaison_settings_dup_recent_searches:
 * @settings: (nullable): the settings
 *
 * Returns: (transfer full): the texts of the queries that were run lately, the latest first, ended by %NULL
 */
char     **liaison_settings_dup_recent_searches (GSettings *settings);

/**
 * liaison_settings_add_search:
 * @settings: (nullable): the settings
 * @text: the text of a query that was run
 *
 * Makes @text the first of the recent searches.
 */
void       liaison_settings_add_search         (GSettings  *settings,
                                                const char *text);

G_END_DECLS
