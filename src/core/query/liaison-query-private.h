/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"

G_BEGIN_DECLS

typedef enum {
  /* What has no key: a word, and a phrase in quotation marks. */
  LIAISON_QUERY_WORD,
  LIAISON_QUERY_PHRASE,
  /* These five describe one and the same participation of their side. */
  LIAISON_QUERY_WITH,
  LIAISON_QUERY_COUNTRY,
  LIAISON_QUERY_ORG,
  LIAISON_QUERY_GROUPING,
  LIAISON_QUERY_LEVEL,
  /* These three, one of our side. */
  LIAISON_QUERY_BY,
  LIAISON_QUERY_OFFICE,
  LIAISON_QUERY_OUR_LEVEL,
  LIAISON_QUERY_FORMAT,
  LIAISON_QUERY_FORM,
  LIAISON_QUERY_GROUP,
  LIAISON_QUERY_TOPIC,
  LIAISON_QUERY_PLACE,
  LIAISON_QUERY_STATUS,
  LIAISON_QUERY_INITIATED,
  LIAISON_QUERY_EVIDENCE,
  LIAISON_QUERY_SIDE,
  LIAISON_QUERY_TAG,
  LIAISON_QUERY_FROM,
  LIAISON_QUERY_TO,
  LIAISON_QUERY_ON,
  LIAISON_QUERY_BEGINS,
  LIAISON_QUERY_IS,
  LIAISON_QUERY_AUDIENCE,
  LIAISON_N_QUERY_KEYS
} LiaisonQueryKey;

/* What "is:" asks. */
typedef enum {
  LIAISON_IS_COUNTED = 1, /* held, and no container */
  LIAISON_IS_CONTAINER,   /* a visit with a held child */
  LIAISON_IS_SPOKE_WITH,  /* a counted call, meeting or unspecified engagement; both sides attended as principal, chair or host */
  LIAISON_IS_REACHED,     /* the same, but their side may have been represented */
  LIAISON_IS_BILATERAL,   /* one counterpart seat, no format, no session */
  LIAISON_IS_MULTILATERAL, /* a format, a session, or several counterpart seats */
  LIAISON_IS_HOSTED,      /* our role is host, or a visit hosted */
  LIAISON_IS_SAME_RANK,   /* somebody of either side with the same level and portfolio on that day */
  LIAISON_IS_ANNOUNCED,   /* known from an announcement only */
  LIAISON_IS_UNSOURCED,   /* without evidence, or without a word on it */
  LIAISON_IS_UNNAMED,     /* nobody of the other side is named, in whatever role */
  LIAISON_IS_UNDATED,
  LIAISON_IS_IMPRECISE,   /* a month, a year, or between two days */
  LIAISON_IS_OVERDUE,     /* an open follow-up whose due date is over; of a contact: by the contact's cadence */
  LIAISON_IS_ARCHIVED,
  LIAISON_IS_PUBLIC,
  LIAISON_IS_INTERNAL,
  LIAISON_IS_CONFIDENTIAL,
} LiaisonIs;

extern const LiaisonVocabulary liaison_query_states;

typedef enum {
  LIAISON_VALUE_TEXT,    /* text, folded when it is searched */
  LIAISON_VALUE_NAME,    /* the name of a record, or a UUID in canonical form */
  LIAISON_VALUE_COUNTRY, /* text is the code */
  LIAISON_VALUE_TOKEN,   /* number is the value of the key's vocabulary */
  LIAISON_VALUE_DATE,    /* first and last day */
} LiaisonValueType;

/**
 * LiaisonQueryValue:
 * @text: as written, without quotation marks
 * @start: its first byte in the query's text; @length likewise, both with quotation marks
 * @none: "none", not in quotation marks, at a key that knows it: there is no such
 */
typedef struct
{
  char     *text;
  gsize     start;
  gsize     length;
  gboolean  quoted;
  gboolean  none;
  int       number;
  int       first;
  int       last;
} LiaisonQueryValue;

/**
 * LiaisonQueryTerm:
 * @values: (element-type LiaisonQueryValue): joined by or; at least one
 */
typedef struct
{
  LiaisonQueryKey  key;
  gboolean         negative;
  gsize            start;
  gsize            length;
  GPtrArray       *values;
} LiaisonQueryTerm;

typedef struct
{
  const char              *name;
  LiaisonValueType         type;
  const LiaisonVocabulary *vocabulary;
  gboolean                 has_none;
} LiaisonQueryKeyInfo;

const LiaisonQueryKeyInfo *liaison_query_key_get_info (LiaisonQueryKey key);

/* What the key asks for, for people; "" for words. */
const char *liaison_query_key_get_label (LiaisonQueryKey key);

/**
 * liaison_query_key_find:
 * @name: a word before a colon, in either case
 *
 * Returns: the key, or %LIAISON_N_QUERY_KEYS
 */
LiaisonQueryKey liaison_query_key_find (const char *name, gsize length);

/**
 * liaison_query_read_value:
 * @value: what was written, its text set; the rest is filled in by what @key takes
 *
 * Returns: %FALSE with a sentence for people where @key does not take it
 */
gboolean liaison_query_read_value (LiaisonQueryKey key, LiaisonQueryValue *value, GError **error);

/**
 * liaison_query_scan:
 * @text: valid UTF-8
 * @terms: (element-type LiaisonQueryTerm): where the terms are added
 * @mistakes: (element-type LiaisonQueryMistake): where what cannot be understood is added
 */
void liaison_query_scan (const char *text, GPtrArray *terms, GPtrArray *mistakes);

/* Whether a quotation mark stands there, a straight or a typographic one. */
gboolean liaison_query_is_quotation_mark (const char *at);

LiaisonQueryMistake *liaison_query_mistake_new  (gsize start, gsize length, const char *message);
void                 liaison_query_mistake_free (LiaisonQueryMistake *mistake);
/* By place, for g_ptr_array_sort(). */
int                  liaison_query_mistake_compare (gconstpointer a, gconstpointer b);
void                 liaison_query_value_free   (LiaisonQueryValue *value);
void                 liaison_query_term_free    (LiaisonQueryTerm *term);

/**
 * liaison_query_get_terms:
 *
 * Returns: (transfer none) (element-type LiaisonQueryTerm): what was understood, in order
 */
GPtrArray *liaison_query_get_terms (LiaisonQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonQueryValue, liaison_query_value_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonQueryTerm, liaison_query_term_free)

G_END_DECLS
