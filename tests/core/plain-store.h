/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query-private.h"
#include "liaison-sql-private.h"

G_BEGIN_DECLS

/*
 * A store as plain arrays, and the rules of the design as plain loops over them: slow, without an index, and written from the design's words
 * alone.  What the program answers must be the same.  Only posts of the day, seats and search texts are taken as they are stored, and words as they
 * are folded: they have tests of their own.
 */

/* A statement, which is sound; and whether it has another row. */
LiaisonSql *plain_select_all (LiaisonDb *db, const char *text);
gboolean    plain_next_row   (LiaisonSql *sql);

typedef struct _PlainPart PlainPart;

struct _PlainPart
{
  gint64       id;
  char        *uuid;
  gint64       engagement;
  gint64       contact;      /* 0 where nobody is named */
  gint64       organisation; /* that takes part with nobody named, or 0 */
  gint64       head_count;
  LiaisonSide  side;
  int          role;
  int          attendance;
  int          level;
  int          portfolio;
  int          sensitivity;  /* the greatest of its own and of those whom it names */
  char        *seat_country;
  gint64       seat_organisation;
  gint64       post_organisation;
  int          post_sensitivity;
  int          body_sensitivity; /* of the post's organisation */
  PlainPart   *bodiless;         /* the same to whom nothing is told of that organisation */
  PlainPart   *untitled;         /* nor of the post */
};

typedef struct
{
  gint64     id;
  char      *uuid;
  int        first; /* yyyymmdd, 0 where it is undated */
  int        last;
  int        minute;
  int        precision;
  int        form;
  int        status;
  int        evidence;
  int        initiated;
  int        sensitivity;
  gint64     format;
  gint64     told_format; /* 0 where the audience must not hear of it */
  int        format_sensitivity;
  gint64     parent;
  char      *place;
  char      *title_key;
  char      *search;
  gint64     principal;
  gint64     counterpart;
  char      *seat;
  gboolean   overdue;
  GPtrArray *parts;
  GArray    *topics; /* gint64 */
  GArray    *topic_sensitivities; /* int */
  int        group;
  gboolean   counted;
} PlainEngagement;

typedef struct
{
  gint64  grouping;
  char   *country;
  gint64  organisation;
  int     first;
  int     last;
} PlainMembership;

typedef struct
{
  LiaisonDb  *db;
  int         today;
  GPtrArray  *engagements;
  GPtrArray  *memberships;
  GHashTable *by_id;    /* of engagements */
  GHashTable *resolved; /* what terms stand for */
} PlainStore;

PlainStore      *plain_store_new  (LiaisonDb *db);
void             plain_store_free (PlainStore *store);
PlainEngagement *plain_store_find (PlainStore *store, gint64 id);

/* What is asked of one side of an engagement: the participations that meet it, none where @engagement does not match. */
GPtrArray       *plain_witnesses  (PlainStore *store, LiaisonQuery *query, const PlainEngagement *engagement, LiaisonSide side);
gboolean         plain_matches    (PlainStore *store, LiaisonQuery *query, const PlainEngagement *engagement);

/* Whether it would match, had it not an imprecise date that only partly lies in the span. */
gboolean         plain_is_outside (PlainStore *store, LiaisonQuery *query, const PlainEngagement *engagement);

/* How many topics the audience of the query may hear of. */
guint            plain_count_topics (LiaisonQuery *query, const PlainEngagement *engagement);

gboolean         plain_takes_part (const PlainPart *part);
gboolean         plain_counts     (const PlainPart *part);

/* The organisations of a participation: for which it sits, which it is, and of the post; each once, ended by 0. */
void             plain_get_organisations (const PlainPart *part, gint64 organisations[4]);

/* The keys that a term of names, codes or tokens stands for, as a set of texts; of the store. */
GHashTable      *plain_resolve    (PlainStore *store, LiaisonQuery *query, const LiaisonQueryTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainStore, plain_store_free)

G_END_DECLS
