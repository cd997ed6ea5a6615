/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-figure.h"

#include "liaison-count-totals.h"
#include "liaison-number.h"
#include "liaison-query-asks.h"
#include "liaison-query-edit.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

/* A figure as it is being counted. */
typedef struct
{
  LiaisonDb     *db;
  LiaisonQuery  *query;   /* for the audience */
  LiaisonQuery  *entire;  /* for everybody */
  LiaisonFigure *figure;
} Counting;

static void
clear_counting (Counting *counting)
{
  g_clear_pointer (&counting->query, liaison_query_unref);
  g_clear_pointer (&counting->entire, liaison_query_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counting, clear_counting)

/* A query that came from a figure has its terms already. */
static char *
add_term (const char *text,
          const char *term)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);

  for (guint i = 0; i < liaison_query_get_n_terms (query); i++)
    {
      g_autofree char *present = liaison_query_dup_term (query, i);

      if (g_str_equal (present, term))
        return g_strdup (text);
    }

  return g_strconcat (text, *text ? " " : "", term, NULL);
}

char *
liaison_query_for_audience (const char      *query,
                            LiaisonAudience  audience)
{
  const char *token = liaison_vocabulary_get_token (&liaison_audiences, audience);
  g_autofree char *term = g_strconcat ("audience:", token, NULL);

  return token ? add_term (query, term) : g_strdup (query);
}

LiaisonQuery *
liaison_query_read (LiaisonDb   *db,
                    const char  *text,
                    GError     **error)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GPtrArray) mistakes = NULL;

  if (!liaison_query_check (query, error) || !(mistakes = liaison_query_resolve (db, query, error)))
    return NULL;

  if (mistakes->len == 0)
    return g_steal_pointer (&query);

  liaison_query_tell_mistake (query, g_ptr_array_index (mistakes, 0), error);

  return NULL;
}

LiaisonFigure *
liaison_figure_ref (LiaisonFigure *figure)
{
  g_atomic_ref_count_inc (&figure->count);

  return figure;
}

void
liaison_figure_unref (LiaisonFigure *figure)
{
  if (!g_atomic_ref_count_dec (&figure->count))
    return;

  g_free (figure->query);
  g_clear_pointer (&figure->ids, g_array_unref);
  g_ptr_array_unref (figure->items);
  g_ptr_array_unref (figure->totals);
  g_ptr_array_unref (figure->total_uuids);
  g_free (figure);
}

static LiaisonFigure *
new_figure (LiaisonRule rule)
{
  LiaisonFigure *figure = g_new0 (LiaisonFigure, 1);

  g_atomic_ref_count_init (&figure->count);
  figure->rule = rule;
  figure->items = g_ptr_array_new_with_free_func (g_free);
  figure->totals = g_ptr_array_new_with_free_func (g_free);
  figure->total_uuids = g_ptr_array_new_with_free_func (g_free);

  return figure;
}

/* Counts */

static gboolean
count_total (LiaisonDb      *db,
             LiaisonQuery   *query,
             LiaisonMeasure  measure,
             LiaisonFigure  *sum,
             GError        **error)
{
  g_autoptr (GPtrArray) counts = liaison_count (db, query, LIAISON_COUNT_TOTAL, -1, measure, error);
  const LiaisonCount *count;

  if (!counts)
    return FALSE;

  count = g_ptr_array_index (counts, 0);
  sum->value += count->value;
  sum->dated += count->dated;
  sum->announced += count->announced;
  sum->unnamed += count->unnamed;
  sum->at_least = sum->at_least || count->at_least;

  return TRUE;
}

/* Stated totals that add something which no principal can be credited with alone. */
static gboolean
is_shared (const LiaisonTotalUse *use)
{
  return use->added > 0 && !use->credited && use->counts == LIAISON_COUNTS_OCCASIONS;
}

static gboolean
count_stated (LiaisonDb      *db,
              LiaisonQuery   *query,
              LiaisonFigure  *sum,
              GError        **error)
{
  g_autoptr (GPtrArray) uses = liaison_count_totals (db, query, LIAISON_COUNT_PRINCIPAL, -1, error);

  if (!uses)
    return FALSE;

  for (guint i = 0; i < uses->len; i++)
    {
      const LiaisonTotalUse *use = g_ptr_array_index (uses, i);

      if (is_shared (use))
        {
          sum->value += use->added;
          sum->at_least = sum->at_least || use->bound == LIAISON_BOUND_AT_LEAST;
        }
    }

  return TRUE;
}

/* Visits are counted as records, since those with engagements inside them are in no other count. */
static gboolean
count_records (LiaisonDb      *db,
               LiaisonQuery   *query,
               LiaisonFigure  *sum,
               GError        **error)
{
  LiaisonTally tally;

  if (!liaison_query_tally (db, query, &tally, error))
    return FALSE;

  sum->value = sum->dated = sum->rule == LIAISON_RULE_VISITS ? tally.records : tally.counted;

  return TRUE;
}

static gboolean
count_named (LiaisonDb      *db,
             LiaisonQuery   *query,
             LiaisonFigure  *sum,
             GError        **error)
{
  g_autoptr (GPtrArray) counts = liaison_count (db, query, LIAISON_COUNT_COUNTRY, -1, LIAISON_MEASURE_COUNTERPARTS, error);

  if (!counts)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *country = g_ptr_array_index (counts, i);

      sum->value += *country->key != '\0' && country->dated > 0;
    }
  sum->dated = sum->value;

  return TRUE;
}

static gboolean
count (LiaisonDb      *db,
       LiaisonQuery   *query,
       LiaisonFigure  *sum,
       GError        **error)
{
  switch (sum->rule)
    {
    case LIAISON_RULE_COUNTERPARTS:
      return count_total (db, query, LIAISON_MEASURE_COUNTERPARTS, sum, error);

    case LIAISON_RULE_COUNTRIES:
      return count_total (db, query, LIAISON_MEASURE_COUNTRIES, sum, error)
        && count_total (db, query, LIAISON_MEASURE_ORGANISATIONS, sum, error);

    case LIAISON_RULE_NAMED:
      return count_named (db, query, sum, error);

    case LIAISON_RULE_VISITS:
    case LIAISON_RULE_RECORDS:
      return count_records (db, query, sum, error);

    case LIAISON_RULE_STATED:
      return count_stated (db, query, sum, error);

    case LIAISON_RULE_ENGAGEMENTS:
    case LIAISON_RULE_LEFT_OUT:
    case LIAISON_RULE_MEMBERS:
    case LIAISON_N_RULES:
    default:
      return count_total (db, query, LIAISON_MEASURE_ENGAGEMENTS, sum, error);
    }
}

static gboolean
count_everything (Counting  *counting,
                  GError   **error)
{
  g_autoptr (LiaisonFigure) sum = new_figure (counting->figure->rule);

  if (!count (counting->db, counting->entire, sum, error))
    return FALSE;

  counting->figure->everything = sum->value;

  return TRUE;
}

/* What is under it */

static gboolean
add_items (Counting         *counting,
           LiaisonCountKey   key,
           GError          **error)
{
  g_autoptr (GPtrArray) counts = liaison_count (counting->db, counting->query, key, -1, LIAISON_MEASURE_ENGAGEMENTS, error);

  if (!counts)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *item = g_ptr_array_index (counts, i);

      /* What only a stated total has is in no engagement. */
      if (*item->key && item->dated > 0)
        g_ptr_array_add (counting->figure->items, g_strdup (item->key));
    }

  return TRUE;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
load_items (Counting  *counting,
            GError   **error)
{
  if (counting->figure->rule == LIAISON_RULE_COUNTERPARTS && !add_items (counting, LIAISON_COUNT_COUNTERPART, error))
    return FALSE;
  if ((counting->figure->rule == LIAISON_RULE_COUNTRIES || counting->figure->rule == LIAISON_RULE_NAMED)
      && !add_items (counting, LIAISON_COUNT_COUNTRY, error))
    return FALSE;

  g_ptr_array_sort (counting->figure->items, compare_texts);

  return TRUE;
}

/* Whether what a total adds is in the figure: occasions in engagements, heads in counterparts. */
static gboolean
is_in_figure (const LiaisonFigure   *figure,
              const LiaisonTotalUse *use)
{
  if (figure->rule == LIAISON_RULE_STATED)
    return is_shared (use);
  if (use->added == 0)
    return FALSE;

  return figure->rule == (use->counts == LIAISON_COUNTS_HEADS ? LIAISON_RULE_COUNTERPARTS : LIAISON_RULE_ENGAGEMENTS);
}

static gboolean
load_totals (Counting  *counting,
             GError   **error)
{
  LiaisonFigure *figure = counting->figure;
  g_autoptr (GPtrArray) uses = liaison_count_totals (counting->db, counting->query, LIAISON_COUNT_PRINCIPAL, -1, error);

  if (!uses)
    return FALSE;

  for (guint i = 0; i < uses->len; i++)
    {
      const LiaisonTotalUse *use = g_ptr_array_index (uses, i);

      if (!is_in_figure (figure, use))
        continue;
      g_ptr_array_add (figure->totals, g_strdup (use->text));
      g_ptr_array_add (figure->total_uuids, g_strdup (use->uuid));
    }

  return TRUE;
}

static gboolean
load_ids (Counting  *counting,
          GError   **error)
{
  LiaisonFigure *figure = counting->figure;
  const char *text = liaison_query_get_text (counting->query);
  g_autofree char *listing = figure->rule == LIAISON_RULE_VISITS ? g_strdup (text) : add_term (text, "is:counted");
  g_autofree char *bare = g_strconcat (listing, " is:unsourced", NULL);
  g_autoptr (LiaisonQuery) listed = liaison_query_parse (listing);
  g_autoptr (LiaisonQuery) unsourced = liaison_query_parse (bare);
  LiaisonTally tally;

  /* Under what is only stated there is nothing to list. */
  if (figure->rule == LIAISON_RULE_STATED)
    {
      figure->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
      return TRUE;
    }

  figure->ids = liaison_query_ids (counting->db, listed, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, error);
  if (!figure->ids || !liaison_query_tally (counting->db, listed, &tally, error))
    return FALSE;
  figure->outside = tally.outside;

  if (!liaison_query_tally (counting->db, unsourced, &tally, error))
    return FALSE;
  figure->unsourced = tally.records;
  g_free (figure->query);
  figure->query = g_steal_pointer (&listing);

  return TRUE;
}

LiaisonFigure *
liaison_figure_count (LiaisonDb             *db,
                      LiaisonRule            rule,
                      const char            *query,
                      const LiaisonTelling  *telling,
                      GError               **error)
{
  g_autoptr (LiaisonFigure) figure = new_figure (rule);
  g_auto (Counting) counting = { .db = db, .figure = figure };

  figure->query = liaison_query_for_audience (query, telling->audience);
  if (!(counting.query = liaison_query_read (db, figure->query, error))
      || !(counting.entire = liaison_query_read (db, query, error))
      || !count (db, counting.query, figure, error)
      || !count_everything (&counting, error)
      || !load_ids (&counting, error)
      || !load_items (&counting, error)
      || !load_totals (&counting, error))
    return NULL;

  return g_steal_pointer (&figure);
}

LiaisonFigure *
liaison_figure_new_members (guint       n_members,
                            const char *query)
{
  LiaisonFigure *figure = new_figure (LIAISON_RULE_MEMBERS);

  figure->value = figure->dated = figure->everything = n_members;
  figure->query = g_strdup (query);
  figure->ids = g_array_new (FALSE, FALSE, sizeof (gint32));

  return figure;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const gint32 *first = a;
  const gint32 *second = b;

  return (*first > *second) - (*first < *second);
}

LiaisonFigure *
liaison_figure_new_left_out (const LiaisonFigure *all,
                             const LiaisonFigure *listed)
{
  LiaisonFigure *figure = new_figure (LIAISON_RULE_LEFT_OUT);
  g_autoptr (GArray) sorted = g_array_copy (listed->ids);

  g_array_sort (sorted, compare_ids);
  figure->query = g_strdup (all->query);
  figure->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i < all->ids->len; i++)
    {
      gint32 id = g_array_index (all->ids, gint32, i);

      if (!g_array_binary_search (sorted, &id, compare_ids, NULL))
        g_array_append_val (figure->ids, id);
    }
  figure->value = figure->dated = figure->ids->len;
  figure->everything = figure->value;

  return figure;
}

/* Words */

static void
append_part (GString *text,
             char    *part)
{
  if (text->len > 0)
    /* Translators: between remarks on a figure: "stated, 2 dated; 3 announced only" */
    g_string_append (text, C_("figure", "; "));
  g_string_append (text, part);
  g_free (part);
}

/* Whether some of it is of stated totals. */
static gboolean
is_stated (const LiaisonFigure *figure)
{
  return figure->value > figure->dated || (figure->rule == LIAISON_RULE_STATED && figure->value > 0);
}

char *
liaison_figure_dup_flags (const LiaisonFigure *figure)
{
  GString *text = g_string_new (NULL);

  if (is_stated (figure) && figure->dated > 0 && figure->rule != LIAISON_RULE_STATED)
    /* Translators: of a figure that rests on a source's own count; how many of them are single records with a date */
    append_part (text, g_strdup_printf (C_("figure", "stated, %" PRId64 " dated"), figure->dated));
  else if (is_stated (figure))
    append_part (text, g_strdup (C_("figure", "stated")));
  if (figure->announced > 0)
    append_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " announced only",
                                                     "%" PRId64 " announced only", figure->announced), figure->announced));
  if (figure->unsourced > 0)
    append_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " engagement without a source",
                                                     "%" PRId64 " engagements without a source", figure->unsourced),
                                        figure->unsourced));

  return g_string_free (text, FALSE);
}

static const char *
get_rule_sentence (LiaisonRule rule)
{
  switch (rule)
    {
    case LIAISON_RULE_COUNTERPARTS:
      return _("Counts distinct counterparts in the engagements below; nobody who is not named is added, but for what a source states.");
    case LIAISON_RULE_COUNTRIES:
      return _("Counts distinct countries and organisations for which somebody sat, named or not.");
    case LIAISON_RULE_NAMED:
      return _("Counts distinct countries for which somebody sat who is named.");
    case LIAISON_RULE_VISITS:
      return _("Counts visits that were held, also those that contain other engagements.");
    case LIAISON_RULE_STATED:
      return _("Adds up what sources state without telling the single occasions.");
    case LIAISON_RULE_MEMBERS:
      return _("Counts the members on the last day.");
    case LIAISON_RULE_RECORDS:
      return _("Counts engagements on record that were held; a visit with engagements inside it is not counted beside them.");
    case LIAISON_RULE_LEFT_OUT:
      return _("Counts the engagements of the span that the query of the report leaves out.");
    case LIAISON_RULE_ENGAGEMENTS:
    case LIAISON_N_RULES:
    default:
      return _("Counts engagements that were held; a visit with engagements inside it is not counted beside them.");
    }
}

const char *
liaison_rule_get_token (LiaisonRule rule)
{
  static const char * const tokens[] = {
    [LIAISON_RULE_ENGAGEMENTS] = "engagements", [LIAISON_RULE_RECORDS] = "records", [LIAISON_RULE_LEFT_OUT] = "left-out",
    [LIAISON_RULE_COUNTERPARTS] = "counterparts", [LIAISON_RULE_COUNTRIES] = "countries",
    [LIAISON_RULE_NAMED] = "named-countries",
    [LIAISON_RULE_VISITS] = "visits", [LIAISON_RULE_STATED] = "stated", [LIAISON_RULE_MEMBERS] = "members",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (tokens) == LIAISON_N_RULES);

  return tokens[rule];
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  g_string_append_printf (text, " %s", sentence);
  g_free (sentence);
}

/* What it rests on beside reported engagements. */
static void
append_grounds (GString             *text,
                const LiaisonFigure *figure)
{
  /* The rule of what is only stated says so itself. */
  if (is_stated (figure) && figure->rule != LIAISON_RULE_STATED && figure->dated > 0)
    append_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " of them is on record with its date; the rest is what a source states.",
                                                         "%" PRId64 " of them are on record with their dates; the rest is what a source states.",
                                                         figure->dated), figure->dated));
  else if (is_stated (figure) && figure->rule != LIAISON_RULE_STATED)
    append_sentence (text, g_strdup (_("None of them is on record with its date: it is what a source states.")));

  if (figure->announced > 0)
    append_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " of them was announced, and no account of it is on record.",
                                                         "%" PRId64 " of them were announced, and no account of them is on record.",
                                                         figure->announced), figure->announced));
  if (figure->unsourced > 0)
    append_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " of the engagements has no source.",
                                                         "%" PRId64 " of the engagements have no source.", figure->unsourced),
                                            figure->unsourced));

  for (guint i = 0; i < figure->totals->len; i++)
    /* Translators: what a source says, in its own words */
    append_sentence (text, g_strdup_printf (_("A source states: “%s”"), (const char *) g_ptr_array_index (figure->totals, i)));
}

char *
liaison_figure_dup_note (const LiaisonFigure  *figure,
                         LiaisonDb            *db,
                         const char           *written,
                         guint                 like,
                         GError              **error)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (figure->query);
  g_autofree char *spelled = liaison_query_spell_out (db, query, error);
  GString *text;

  if (!spelled)
    return NULL;

  text = g_string_new (NULL);
  if (like > 0)
    /* Translators: of a figure: another footnote, which tells the rule */
    g_string_append_printf (text, _("Counted as in note %u."), like);
  else
    g_string_append (text, get_rule_sentence (figure->rule));

  if (!liaison_number_is_exact (written, figure->value, figure->at_least))
    /* Translators: the number that is said in round words: "more than two dozen" */
    append_sentence (text, g_strdup_printf (figure->at_least ? _("At least: %" PRId64 ".") : _("Exactly: %" PRId64 "."), figure->value));
  /* Translators: a query as one types it */
  append_sentence (text, g_strdup_printf (_("Query: %s."), spelled));
  append_grounds (text, figure);
  if (figure->unnamed > 0)
    append_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Beside them there was %" PRId64 " who is not named.",
                                                         "Beside them there were %" PRId64 " who are not named.", figure->unnamed),
                                            figure->unnamed));
  if (figure->outside > 0)
    append_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "Left out, since its date lies only partly in the span: %" PRId64 ".",
                                                         "Left out, since their dates lie only partly in the span: %" PRId64 ".",
                                                         figure->outside), figure->outside));

  return g_string_free (text, FALSE);
}
