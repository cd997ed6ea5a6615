/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count.h"
#include "liaison-day.h"
#include "liaison-facts-private.h"
#include "liaison-match-private.h"

G_BEGIN_DECLS

/* What a key is a property of. */
typedef enum { LIAISON_SCOPE_ENGAGEMENT, LIAISON_SCOPE_OURS, LIAISON_SCOPE_THEIRS } LiaisonScope;

/* The value of engagements without a date, where the key is one of time. */
#define LIAISON_COUNT_UNDATED -1

/**
 * LiaisonEntry:
 * @engagement: a counted engagement that matches
 * @participation: which of its participations has the value; 0 where it is the engagement's
 * @code: stands for the value
 * @heads: of an unnamed participation; its code is 0
 */
typedef struct
{
  guint32 engagement;
  guint32 participation;
  guint32 code;
  guint32 heads;
} LiaisonEntry;

/* The entries of one engagement. */
typedef struct
{
  const LiaisonEntry *entries;
  guint               n;
} LiaisonRun;

/**
 * LiaisonValues:
 * @entries: (element-type LiaisonEntry): by engagement; an engagement without a value has no entry, a participation without one has the code 0
 * @values: (element-type gint64): what each code stands for: a key of a record, a token, the first day of a bucket, or a country's letters; 0
 *   has the code 0
 * @hidden: (nullable): the records that the audience must not hear of: what has one of them for its value has none
 * @from_facts: (nullable): how entries are made from the facts as they are asked for; @entries is then empty
 *
 * The values that the engagements of a count have of one key, or of what is measured.
 */
typedef struct _LiaisonValuesFromFacts LiaisonValuesFromFacts;

typedef struct
{
  LiaisonScope            scope;
  GArray                 *entries;
  guint                   position; /* in the entries, of the engagement that was asked for last */
  GArray                 *values;
  GHashTable             *codes;
  LiaisonBits            *hidden;
  LiaisonValuesFromFacts *from_facts;
} LiaisonValues;

LiaisonValues *liaison_values_new      (LiaisonScope scope);
void           liaison_values_free     (LiaisonValues *values);
guint32        liaison_values_get_code (LiaisonValues *values, gint64 value);

/* How many engagements may be asked for at once. */
#define LIAISON_RUNS_AT_ONCE 256

/* The entries of engagements, until the next call; asked for one after another, or in any order. */
void           liaison_values_get_runs (LiaisonValues *values, const guint32 *engagements, guint n, LiaisonRun *runs);
LiaisonRun     liaison_values_get_run  (LiaisonValues *values, guint32 engagement);

/* Whether every engagement has exactly one value. */
gboolean       liaison_values_are_single (const LiaisonValues *values);

/* Whether both keys are of the same participations, so that a pair of values is one only where some participation has both. */
gboolean       liaison_values_are_joint  (const LiaisonValues *by, const LiaisonValues *and_by);

/* Whether the entry is the first of its code. */
static inline gboolean
liaison_run_is_first (LiaisonRun run,
                      guint      index)
{
  for (guint i = 0; i < index; i++)
    {
      if (run.entries[i].code == run.entries[index].code)
        return FALSE;
    }

  return TRUE;
}

/* Whether the participation has the code. */
gboolean       liaison_run_has           (LiaisonRun run, guint32 participation, guint32 code);

/* Whether some participation has both codes. */
gboolean       liaison_runs_have_pair    (LiaisonRun run, guint32 by, LiaisonRun and_run, guint32 and_by);

/* Two or more letters as a number, and back. */
gint64         liaison_country_to_value   (const char *code);
char          *liaison_country_from_value (gint64 value);

/**
 * liaison_values_load_key:
 * @counted: the engagements
 * @span_first: the first day of the query's span: what began before it is counted there
 *
 * Returns: (transfer full): the values of @key; %NULL with an error
 */
LiaisonValues *liaison_values_load_key     (const LiaisonMatch *match, const LiaisonBits *counted, LiaisonCountKey key, int span_first, GError **error);

/* The same of all engagements that a list shows, counted or not.  Not for groups and the total, which only counted ones are in. */
LiaisonValues *liaison_values_load_records (const LiaisonMatch *match, const LiaisonBits *records, LiaisonCountKey key, int span_first, GError **error);

/* What @measure counts distinct ones of: counterparts, seats.  Not for engagements. */
LiaisonValues *liaison_values_load_measure (const LiaisonMatch *match, const LiaisonBits *counted, LiaisonMeasure measure, GError **error);

/*
 * Between liaison-count-values.c, which reads values by SQL, and liaison-count-facts.c, which takes them from the facts.  Either returns %NULL
 * where facts do not have it.
 */
LiaisonValues *liaison_values_from_facts         (const LiaisonFacts *facts, const LiaisonMatch *match, LiaisonCountKey key, int span_first);
LiaisonValues *liaison_values_measure_from_facts (const LiaisonFacts *facts, const LiaisonMatch *match, LiaisonMeasure measure);
void           liaison_values_make_runs          (LiaisonValues *values, const guint32 *engagements, guint n, LiaisonRun *runs);
void           liaison_values_free_facts         (LiaisonValuesFromFacts *from_facts);

/**
 * LiaisonCell:
 * @by: the code of the first key's value; @and_by of the second one's
 * @dated: the figure, as far as it rests on single records
 * @added: what stated totals add to it
 * @last_day: the last day of the engagements in it, no later than today; 0 where it is not known, as without facts
 * @last: the engagement of that day
 */
typedef struct
{
  guint32  by;
  guint32  and_by;
  gint64   dated;
  gint64   announced;
  gint64   unnamed;
  gint64   added;
  gboolean at_least;
  int      last_day;
  guint32  last;
} LiaisonCell;

static inline gint64
liaison_cell_get_value (const LiaisonCell *cell)
{
  return cell->dated + cell->added;
}

/**
 * LiaisonCounted:
 * @engagements: those that are counted
 * @announced: those that are known from announcements only
 * @facts: (nullable): what else is known of them
 */
typedef struct
{
  const LiaisonBits  *engagements;
  const LiaisonBits  *announced;
  const LiaisonFacts *facts;
  int                 today;
} LiaisonCounted;

/* Returns: the last day of an engagement, no later than today; 0 where it is not known */
static inline int
liaison_counted_get_day (const LiaisonCounted *counted,
                         guint                 engagement)
{
  return counted->facts ? MIN (liaison_facts_get_last_day (counted->facts, engagement), counted->today) : 0;
}

/**
 * liaison_cells_count:
 * @by: the values of the key
 * @and_by: (nullable): the values of the second key
 * @by_cells: (out) (optional): the same by the first key alone, @and_cells by the second one; with both keys
 *
 * Counts engagements.
 *
 * Returns: (transfer full) (element-type LiaisonCell): a cell for each pair of values that occurs
 */
GArray *liaison_cells_count (const LiaisonCounted  *counted,
                             LiaisonValues         *by,
                             LiaisonValues         *and_by,
                             GArray               **by_cells,
                             GArray               **and_cells);

/* The same of distinct @items; @by may be %NULL, too. */
GArray *liaison_cells_count_items (const LiaisonCounted *counted,
                                   LiaisonValues        *by,
                                   LiaisonValues        *and_by,
                                   LiaisonValues        *items);

/* The figures of engagements by either key alone. */
void         liaison_cells_count_margins (const LiaisonCounted  *counted,
                                          LiaisonValues         *by,
                                          LiaisonValues         *and_by,
                                          GArray               **by_cells,
                                          GArray               **and_cells);

/**
 * liaison_cells_count_kept:
 * @kept: by code of the first key, whether its cells are wanted; @and_kept likewise
 *
 * Called once all values have their codes.
 *
 * Returns: (transfer full) (element-type LiaisonCell): the cells of the pairs of which both are wanted
 */
GArray      *liaison_cells_count_kept (const LiaisonCounted *counted,
                                       LiaisonValues        *by,
                                       LiaisonValues        *and_by,
                                       const guint8         *kept,
                                       const guint8         *and_kept);

/* The cell of a pair of codes, made where it is not there. */
LiaisonCell *liaison_cells_get (GArray *cells, guint32 by, guint32 and_by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonValues, liaison_values_free)

/* Names of values */

gboolean     liaison_count_key_is_time     (LiaisonCountKey key);
LiaisonStep  liaison_count_key_get_step    (LiaisonCountKey key);
LiaisonScope liaison_count_key_get_scope   (LiaisonCountKey key);

/**
 * LiaisonValueName:
 * @key: as in #LiaisonCount
 * @label: what a person reads
 * @label_key: (nullable): as labels are sorted, once that was asked for
 *
 * Reference counted strings, which several counts share.
 */
typedef struct
{
  char *key;
  char *label;
  char *label_key;
} LiaisonValueName;

/**
 * liaison_count_name_values:
 * @named: (nullable): by code, whether its name is wanted; %NULL for all
 *
 * Returns: (transfer full): the names of the values, by their codes, %NULL for those that are not wanted; %NULL with an error
 */
GPtrArray   *liaison_count_name_values (LiaisonDb        *db,
                                        LiaisonCountKey   key,
                                        const GArray     *values,
                                        const guint8     *named,
                                        GError          **error);

/* Takes both. */
LiaisonValueName *liaison_value_name_new  (char *key, char *label);

/* Returns: (transfer none): as labels are sorted */
const char       *liaison_value_name_get_label_key (LiaisonValueName *name);
void              liaison_value_name_free (LiaisonValueName *name);

/**
 * liaison_count_name_time:
 * @value: the first day of a bucket, or %LIAISON_COUNT_UNDATED
 */
LiaisonValueName *liaison_count_name_time (LiaisonCountKey key, gint64 value);

/**
 * liaison_count_narrow:
 * @query: a query
 * @by: a key, and @value the key of a value of it, as in #LiaisonCount; or -1
 * @and_by: another, or -1
 *
 * Returns: (transfer full): the text of a query that lists the counted engagements of @query, or the planned ones, with these values
 */
char        *liaison_count_narrow (LiaisonQuery   *query,
                                   LiaisonSubject  subject,
                                   int             by,
                                   const char     *value,
                                   int             and_by,
                                   const char     *and_value);

G_END_DECLS
