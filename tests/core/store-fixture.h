/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

G_BEGIN_DECLS

/* A folder with an empty store in it, opened for a window or not. */
typedef struct
{
  char         *folder;
  char         *path;
  LiaisonStore *store;
} StoreFixture;

/* Makes the folder and the store, which stays closed. */
void           store_fixture_set_up        (StoreFixture *fixture, gconstpointer data);
/* The same, and opens it. */
void           store_fixture_set_up_open   (StoreFixture *fixture, gconstpointer data);
/* Closes the store where it is still open, and removes the folder with all that is in it. */
void           store_fixture_tear_down     (StoreFixture *fixture, gconstpointer data);

/* Gives the program a data folder and a runtime folder of its own; to be called first of all.  The option of GLib that does the same leaks. */
void           store_fixture_isolate       (void);
/* Removes what is in them, and them themselves at the end. */
void           store_fixture_clear_folders (void);
void           store_fixture_end           (void);

/* Opens a store and waits for it. */
LiaisonStore  *store_fixture_open          (const char *path, GError **error);
/* Closes a store and waits for it; takes the reference. */
void           store_fixture_close         (LiaisonStore *store);
/* Applies changes and waits for it. */
gboolean       store_fixture_edit          (LiaisonStore *store, LiaisonChanges *changes, GError **error);

/* A GAsyncReadyCallback that keeps the result: data is a GAsyncResult **. */
void           store_fixture_keep_cb       (GObject *source, GAsyncResult *result, gpointer data);
/* Runs the main context until a kept result is there. */
GAsyncResult  *store_fixture_wait          (GAsyncResult **result);

LiaisonRecord *store_fixture_new_contact   (const char *name, LiaisonSide side);

/* A change of the name "Add NAME" that adds one contact. */
LiaisonChanges *store_fixture_add_contact  (const char *name);

G_END_DECLS
