/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-search-entry.h"

G_BEGIN_DECLS

/* The entry in two files: liaison-search-entry.c is the widget, -suggest.c what it suggests while one types. */
struct _LiaisonSearchEntry
{
  GtkWidget      parent_instance;

  GtkWidget     *entry;
  GtkWidget     *popover;
  GtkWidget     *scroller;
  GtkListBox    *list;

  guint          n_completions; /* a row each */
  int            width;         /* of the rows, for which the popover was placed */
  int            height;
  LiaisonStore  *store;
  LiaisonEntity  entity;
  GStrv          recent;
  GCancellable  *search;
  GCancellable  *counting;
  guint          count_source;
  guint          counted; /* the completion whose records are being counted */
  guint          pending; /* the source that will look what is being typed */
  gboolean       accepting; /* the first of the completions that are being looked up, as soon as they are there */
  gboolean       setting; /* the text is not the person's */
};

/* Returns: what stands in the entry */
const char *liaison_search_entry_get_typed        (LiaisonSearchEntry *self);

/* Returns: where the cursor stands, in bytes */
gsize       liaison_search_entry_get_cursor       (LiaisonSearchEntry *self);

/* Puts a text there as the program, and the cursor at a byte of it. */
void        liaison_search_entry_set_text         (LiaisonSearchEntry *self, const char *text, gsize cursor);

gboolean    liaison_search_entry_is_suggesting    (LiaisonSearchEntry *self);

/* Suggests what may stand at a byte of the text. */
void        liaison_search_entry_suggest          (LiaisonSearchEntry *self, gsize cursor);

/* The same at the cursor as soon as that has moved on, where one is typing. */
void        liaison_search_entry_look_soon        (LiaisonSearchEntry *self);

/* Nothing that is being looked up is wanted any more. */
void        liaison_search_entry_stop             (LiaisonSearchEntry *self);

/* Suggests nothing more. */
void        liaison_search_entry_close            (LiaisonSearchEntry *self);

gboolean    liaison_search_entry_key_pressed_cb   (LiaisonSearchEntry *self, guint key, guint code, GdkModifierType state);
void        liaison_search_entry_row_activated_cb (LiaisonSearchEntry *self, GtkListBoxRow *row);

G_END_DECLS
