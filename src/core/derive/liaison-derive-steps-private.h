/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-derive-private.h"
#include "liaison-sql-private.h"

G_BEGIN_DECLS

/*
 * The steps of the derivation, in their order:
 *
 * 1. Reach (liaison-derive-reach.c): from temp.touched, which records the writer changed, follows temp.derive_engagement, the engagements
 *    that have to be looked at, and temp.derive_contact, contacts all of whose participations have to be.
 * 2. Columns that follow from their own record (liaison-derive-columns.c): days, sort keys, folded names.
 * 3. A walk over the engagements (liaison-derive-engagement.c): of each participation the post of the day and the seat
 *    (liaison-derive-participation.c), then group, lists of names, search text (liaison-derive-search.c), traits (liaison-derive-traits.c).
 *
 * Each step computes what should be stored and compares it with what is: then it is written, or told to those who verify.
 */

/* A contact with more engagements than these is refreshed in pieces. */
#define LIAISON_DERIVE_MOST_AT_ONCE 200

/**
 * LiaisonDeriveMode:
 * @found: (nullable): gets what differs instead of its being written
 * @sort_keys: whether sort keys are derived
 * @loaded: whether all engagements are new, as LiaisonDeriveLoad put them in
 * @cancellable: (nullable): looked at now and then
 */
typedef struct
{
  LiaisonDb         *db;
  LiaisonDeriveFunc  found;
  gpointer           found_data;
  gboolean           sort_keys;
  gboolean           loaded;
  GCancellable      *cancellable;
} LiaisonDeriveMode;

/* Runs a statement without parameters that is prepared once per connection. */
gboolean liaison_derive_sql           (LiaisonDb *db, const char *text, GError **error);

/* The temporary tables, empty. */
gboolean liaison_derive_make_tables   (LiaisonDb *db, GError **error);
gboolean liaison_derive_clear_tables  (LiaisonDb *db, GError **error);
/* That nothing is left for liaison_derive_continue(). */
gboolean liaison_derive_clear_stale   (LiaisonDb *db, GError **error);
/* Every record touched, every engagement reached. */
gboolean liaison_derive_reach_all     (LiaisonDb *db, GError **error);
gboolean liaison_derive_reach_touched (LiaisonDb *db, GError **error);

gboolean liaison_derive_own_columns   (LiaisonDeriveMode *mode, GError **error);
/* Statements and caches for going over many engagements. */
typedef struct _LiaisonDeriveWalk LiaisonDeriveWalk;

LiaisonDeriveWalk *liaison_derive_walk_new  (LiaisonDeriveMode *mode, GError **error);
void               liaison_derive_walk_free (LiaisonDeriveWalk *walk);
/* The columns of the engagement that follow from its participations, its search text and its traits, which go where the engagement has gone. */
gboolean           liaison_derive_walk_step (LiaisonDeriveWalk *walk, gint64 engagement, GError **error);
/* Brings the index up to what was written since the last time, and writes the last traits. */
gboolean           liaison_derive_walk_flush (LiaisonDeriveWalk *walk, GError **error);
/* Only the participations of a contact. */
gboolean           liaison_derive_walk_contact (LiaisonDeriveWalk *walk, gint64 contact, GError **error);
/* How many search texts were written. */
guint64            liaison_derive_walk_get_n_texts (LiaisonDeriveWalk *walk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDeriveWalk, liaison_derive_walk_free)

/*
 * The search text of one engagement after the other: pieces with a bar between two, so that no phrase reaches from one into the next.
 */
typedef struct _LiaisonDeriveText LiaisonDeriveText;

LiaisonDeriveText *liaison_derive_text_new          (LiaisonDeriveMode *mode, GError **error);
void               liaison_derive_text_free         (LiaisonDeriveText *text);
void               liaison_derive_text_begin        (LiaisonDeriveText *text);
void               liaison_derive_text_add          (LiaisonDeriveText *text, const char *piece);
/* The same, for what comes again in other engagements, as titles do: its folded form is kept. */
void               liaison_derive_text_add_common   (LiaisonDeriveText *text, const char *piece);
/* For what is folded already; the same address is added only once, and must stay what it is until the text is stored. */
void               liaison_derive_text_add_folded   (LiaisonDeriveText *text, const char *folded);
void               liaison_derive_text_add_country  (LiaisonDeriveText *text, const char *code);
/* Stores what was added since the beginning, or tells that it differs. */
gboolean           liaison_derive_text_store        (LiaisonDeriveText *text, gint64 engagement, GError **error);
gboolean           liaison_derive_text_remove       (LiaisonDeriveText *text, gint64 engagement, GError **error);
/* Brings the index up to what was stored and removed since the last time. */
gboolean           liaison_derive_text_flush        (LiaisonDeriveText *text, GError **error);
guint64            liaison_derive_text_get_n_stored (LiaisonDeriveText *text);

/* Prepares the index for many texts at once, and merges it after them. */
gboolean           liaison_derive_search_begin_bulk (LiaisonDb *db, GError **error);
gboolean           liaison_derive_search_end_bulk   (LiaisonDb *db, gboolean merge, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDeriveText, liaison_derive_text_free)

G_END_DECLS
