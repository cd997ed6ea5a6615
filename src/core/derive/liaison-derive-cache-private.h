/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-sql-private.h"

G_BEGIN_DECLS

/*
 * What the derivation of many engagements looks up again and again: contacts with their posts, organisations, topics.  The cache is asked by
 * key, reads what it does not have, and keeps a bounded number of each; nothing in it may change while it is used.  What it gives belongs
 * to it and stays until liaison_derive_cache_trim().
 */
typedef struct _LiaisonDeriveCache LiaisonDeriveCache;

/**
 * LiaisonDeriveOrganisation:
 * @name: as lists show it: the short name where there is one
 * @folded: its names, for search
 * @country: its own, else that of the nearest organisation above it that has one; "" where there is none
 * @seat: of an international organisation the topmost international one above it, or itself; 0 of a national one
 */
typedef struct
{
  char   *name;
  char   *folded;
  char   *country;
  gint64  seat;
} LiaisonDeriveOrganisation;

typedef struct
{
  gint64   id;
  gint64   organisation; /* 0 where there is none */
  char    *title;
  int      level;
  int      portfolio;
  gboolean is_primary;
  int      first_day;
  int      last_day;
} LiaisonDerivePost;

/**
 * LiaisonDeriveContact:
 * @name: as lists show it: the family name where there is one
 * @folded: its names, for search
 * @posts: (element-type LiaisonDerivePost): in order of their UUIDs
 */
typedef struct
{
  char   *name;
  char   *folded;
  char   *country;
  GArray *posts;
} LiaisonDeriveContact;

LiaisonDeriveCache *liaison_derive_cache_new  (LiaisonDb *db);
void                liaison_derive_cache_free (LiaisonDeriveCache *cache);

/* Forgets everything where too much has been gathered. */
void                liaison_derive_cache_trim (LiaisonDeriveCache *cache);

/* %NULL only where the store fails: of what a damaged store refers to but does not have, all texts are empty. */
const LiaisonDeriveOrganisation *liaison_derive_cache_get_organisation (LiaisonDeriveCache *cache, gint64 id, GError **error);
const LiaisonDeriveContact      *liaison_derive_cache_get_contact      (LiaisonDeriveCache *cache, gint64 id, GError **error);
/* The folded name of a topic. */
const char                      *liaison_derive_cache_get_topic        (LiaisonDeriveCache *cache, gint64 id, GError **error);

/**
 * liaison_derive_contact_get_post:
 * @given: the key of the post that a participation names, or 0
 * @day: yyyymmdd, or 0 for an engagement without a date
 *
 * The post in which somebody takes part: the given one (one of somebody else is no post of this contact, whatever the record says), else among
 * those that cover the day the primary one, else the one of the highest level, else the latest.  For an engagement without a date the latest.
 *
 * Returns: (nullable): the post, or %NULL where there is none
 */
const LiaisonDerivePost *liaison_derive_contact_get_post (const LiaisonDeriveContact *contact, gint64 given, int day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDeriveCache, liaison_derive_cache_free)

G_END_DECLS
