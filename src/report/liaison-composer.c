/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-composer-private.h"

#include "liaison-date.h"
#include "liaison-date-format.h"
#include "liaison-snapshot.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#define ENGAGEMENTS_BETWEEN_PROGRESS 100

void
liaison_composition_free (LiaisonComposition *composition)
{
  g_ptr_array_unref (composition->figures);
  liaison_findings_free (composition->findings);
  g_free (composition);
}

static LiaisonComposition *
composition_new (void)
{
  LiaisonComposition *composition = g_new0 (LiaisonComposition, 1);

  composition->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_figure_unref);
  composition->findings = liaison_findings_new ();

  return composition;
}

char *
liaison_composer_dup_query (LiaisonComposer *composer,
                            const char      *more)
{
  g_autofree char *query = liaison_report_dup_query (composer->report, NULL);
  g_autofree char *whole = g_strdup_printf ("%s%s%s", query, *query && *more ? " " : "", more);

  return liaison_query_for_audience (whole, composer->telling.audience);
}

gboolean
liaison_composer_step (LiaisonComposer  *composer,
                       GError          **error)
{
  const LiaisonComposing *composing = composer->composing;

  composer->n_done++;
  if (composing->progress && composer->n_done % ENGAGEMENTS_BETWEEN_PROGRESS == 0)
    composing->progress (MIN (composer->n_done, composer->n_all), composer->n_all, composing->user_data);

  return !g_cancellable_set_error_if_cancelled (composing->cancellable, error);
}

/* Blocks */

/* Each number is followed by its footnote. */
static gboolean
add_number (LiaisonComposer   *composer,
            const LiaisonRun  *run,
            LiaisonBlock      *noted,
            GError           **error)
{
  guint *told = &composer->told_rules[run->figure->rule];
  g_autofree char *note = NULL;

  g_ptr_array_add (composer->composition->figures, liaison_figure_ref (run->figure));
  liaison_block_add_number (noted, run->text, run->figure);
  if (composer->report->without_footnotes)
    return TRUE;
  if (!(note = liaison_figure_dup_note (run->figure, composer->db, run->text, *told, error)))
    return FALSE;

  liaison_block_add_note (noted, note, composer->composition->figures->len);
  if (*told == 0)
    *told = composer->composition->figures->len;

  return TRUE;
}

static gboolean
add_notes (LiaisonComposer     *composer,
           const LiaisonBlock  *block,
           LiaisonBlock        *noted,
           GError             **error)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      const LiaisonRun *run = g_ptr_array_index (block->runs, i);

      if (run->kind == LIAISON_RUN_NUMBER)
        {
          if (!add_number (composer, run, noted, error))
            return FALSE;
        }
      else if (run->kind == LIAISON_RUN_LINK)
        liaison_block_add_link (noted, run->text, run->address);
      else if (run->kind == LIAISON_RUN_STRONG)
        liaison_block_add_strong (noted, run->text);
      else
        liaison_block_add_text (noted, run->text);
    }

  return TRUE;
}

gboolean
liaison_composer_emit (LiaisonComposer  *composer,
                       LiaisonBlock     *block,
                       GError          **error)
{
  const LiaisonSink *sink = composer->composing->sink;
  g_autoptr (LiaisonBlock) noted = liaison_block_new (block->kind, block->level);

  noted->engagement = g_strdup (block->engagement);
  if (!add_notes (composer, block, noted, error))
    return FALSE;

  return !sink || sink->block (composer->composing->target, noted, error);
}

static gboolean
emit_text (LiaisonComposer   *composer,
           LiaisonBlockKind   kind,
           guint              level,
           const char        *text,
           GError           **error)
{
  g_autoptr (LiaisonBlock) block = liaison_block_new (kind, level);

  liaison_block_add_text (block, text);

  return liaison_composer_emit (composer, block, error);
}

gboolean
liaison_composer_emit_heading (LiaisonComposer  *composer,
                               guint             level,
                               const char       *text,
                               GError          **error)
{
  return emit_text (composer, LIAISON_BLOCK_HEADING, level, text, error);
}

/* Title and opening */

static const char *
get_title (const LiaisonReport *report)
{
  if (*report->title)
    return report->title;

  return *report->name ? report->name : _("Engagements");
}

static char *
dup_day (const char *text,
         gboolean    last)
{
  int first_day;
  int last_day;

  if (!*text || !liaison_date_parse_query (text, liaison_day_today (), &first_day, &last_day, NULL))
    return g_strdup ("");

  return liaison_step_key (LIAISON_STEP_DAY, last ? last_day : first_day);
}

static char *
dup_span (const LiaisonReport          *report,
          const LiaisonReportHighlight *highlight)
{
  g_autofree char *from = dup_day (highlight && *highlight->from ? highlight->from : report->from, FALSE);
  g_autofree char *to = dup_day (highlight && *highlight->to ? highlight->to : report->to, TRUE);
  g_autofree char *first = *from ? liaison_date_format_short (from, NULL, "day") : NULL;
  g_autofree char *last = *to ? liaison_date_format_short (to, NULL, "day") : NULL;

  if (first && last)
    return liaison_date_format_short (from, to, "day");
  if (first)
    /* Translators: a day from which on something is told */
    return g_strdup_printf (C_("span", "from %s"), first);

  /* Translators: a day until which something is told */
  return last ? g_strdup_printf (C_("span", "until %s"), last) : g_strdup ("");
}

static gboolean
add_opening (LiaisonComposer  *composer,
             GError          **error)
{
  const LiaisonReport *report = composer->report;
  g_auto (GStrv) paragraphs = g_strsplit (report->opening, "\n", -1);
  g_autofree char *span = dup_span (report, NULL);

  if (!emit_text (composer, LIAISON_BLOCK_TITLE, 0, get_title (report), error)
      || (*span && !emit_text (composer, LIAISON_BLOCK_SUBTITLE, 0, span, error)))
    return FALSE;

  for (char **paragraph = paragraphs; *paragraph; paragraph++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (*paragraph));

      if (*stripped && !emit_text (composer, LIAISON_BLOCK_PARAGRAPH, 0, stripped, error))
        return FALSE;
    }

  return TRUE;
}

/* Highlights */

static gboolean
is_span_own (const LiaisonReport          *report,
             const LiaisonReportHighlight *highlight)
{
  g_autofree char *own = liaison_report_dup_span (report, highlight);
  g_autofree char *common = liaison_report_dup_span (report, NULL);

  return g_strcmp0 (own, common) != 0;
}

static void
tell_overclaim (LiaisonComposer              *composer,
                const LiaisonReportHighlight *highlight,
                const LiaisonStatement       *statement)
{
  const LiaisonFigure *figure = g_ptr_array_index (statement->figures, 0);

  liaison_findings_add (composer->composition->findings, LIAISON_FINDING_OVERCLAIM,
                        /* Translators: a phrase from a wording, and the number that it speaks of */
                        g_strdup_printf (_("The wording “%s” says more than its number, %" PRId64 "."), statement->overclaim,
                                         figure->value),
                        highlight->uuid ? LIAISON_KIND_HIGHLIGHT : LIAISON_N_KINDS, highlight->uuid, figure->query);
}

static void
tell_unsupported (LiaisonComposer              *composer,
                  const LiaisonReportHighlight *highlight,
                  const char                   *query)
{
  const char *what = *highlight->wording ? highlight->wording : liaison_highlight_kind_get_label (highlight->kind);

  liaison_findings_add (composer->composition->findings, LIAISON_FINDING_UNSUPPORTED,
                        /* Translators: what a highlight would say, and the query for it */
                        g_strdup_printf (_("No record bears out “%s” (%s); it is left out."), what, query),
                        highlight->uuid ? LIAISON_KIND_HIGHLIGHT : LIAISON_N_KINDS, highlight->uuid, query);
}

static void
tell_absent (LiaisonComposer              *composer,
             const LiaisonReportHighlight *highlight,
             const LiaisonStatement       *statement,
             const char                   *query)
{
  for (guint i = 0; i < statement->absent->len; i++)
    liaison_findings_add (composer->composition->findings, LIAISON_FINDING_UNSUPPORTED,
                          /* Translators: a principal, and the query of a highlight that tells of several */
                          g_strdup_printf (_("%s is in no engagement of this highlight (%s), and is not named in it."),
                                           (const char *) g_ptr_array_index (statement->absent, i), query),
                          highlight->uuid ? LIAISON_KIND_HIGHLIGHT : LIAISON_N_KINDS, highlight->uuid, query);
}

static gboolean
add_statement (LiaisonComposer               *composer,
               const LiaisonReportHighlight  *highlight,
               LiaisonStatement              *statement,
               GError                       **error)
{
  g_autofree char *span = NULL;

  for (guint i = 0; i < statement->figures->len; i++)
    liaison_composer_check_figure (composer, g_ptr_array_index (statement->figures, i));

  if (statement->overclaim)
    tell_overclaim (composer, highlight, statement);

  if (is_span_own (composer->report, highlight))
    {
      span = dup_span (composer->report, highlight);
      liaison_block_add_text (statement->block, " [");
      liaison_block_add_text (statement->block, *span ? span : C_("span", "at any time"));
      liaison_block_add_text (statement->block, "]");
    }

  return liaison_composer_emit (composer, statement->block, error);
}

static gboolean
add_highlight (LiaisonComposer               *composer,
               const LiaisonReportHighlight  *from,
               GError                       **error)
{
  g_autofree char *query = liaison_report_dup_query (composer->report, from);
  LiaisonHighlight highlight = { from->kind, query, from->wording };
  g_autoptr (LiaisonStatement) statement = NULL;

  if ((int) from->sensitivity > (int) composer->telling.audience)
    {
      liaison_findings_add (composer->composition->findings, LIAISON_FINDING_RESTRICTED,
                            g_strdup (_("A highlight is left out, since it is not for this audience itself.")),
                            from->uuid ? LIAISON_KIND_HIGHLIGHT : LIAISON_N_KINDS, from->uuid, NULL);
      return TRUE;
    }

  if (from->kind == LIAISON_N_HIGHLIGHT_KINDS)
    {
      tell_unsupported (composer, &(LiaisonReportHighlight) { .wording = from->wording, .uuid = from->uuid }, query);
      return TRUE;
    }

  statement = liaison_highlight_state (composer->db, &highlight, &composer->telling, composer->cast, error);
  if (!statement)
    return FALSE;

  if (!statement->is_supported)
    {
      tell_unsupported (composer, from, query);
      return TRUE;
    }

  tell_absent (composer, from, statement, query);

  return add_statement (composer, from, statement, error);
}

gboolean
liaison_composer_add_highlights (LiaisonComposer  *composer,
                                 GError          **error)
{
  GPtrArray *highlights = composer->report->highlights;

  if (highlights->len == 0)
    return TRUE;

  if (!liaison_composer_emit_heading (composer, 1, _("Highlights"), error))
    return FALSE;

  for (guint i = 0; i < highlights->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (composer->composing->cancellable, error)
          || !add_highlight (composer, g_ptr_array_index (highlights, i), error))
        return FALSE;
    }

  return TRUE;
}

/* The whole */

/* The first thing for which the report is refused. */
static gboolean
refuse (LiaisonComposer  *composer,
        GError          **error)
{
  GPtrArray *list = composer->composition->findings->list;

  for (guint i = 0; i < list->len && composer->composing->strict; i++)
    {
      const LiaisonFinding *finding = g_ptr_array_index (list, i);

      if (liaison_finding_is_refusal (finding->kind))
        {
          g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, finding->text);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
compose (LiaisonComposer  *composer,
         GError          **error)
{
  const LiaisonComposing *composing = composer->composing;
  const LiaisonSink *sink = composing->sink;

  return liaison_composer_check (composer, error)
    && refuse (composer, error)
    && (!sink || sink->begin (composing->target, get_title (composer->report), error))
    && add_opening (composer, error)
    && liaison_composer_add_highlights (composer, error)
    && refuse (composer, error)
    && liaison_composer_add_overview (composer, error)
    && liaison_composer_add_annex (composer, error)
    && (!sink || sink->end (composing->target, error));
}

LiaisonComposition *
liaison_compose (LiaisonDb               *db,
                 const LiaisonReport     *report,
                 const LiaisonComposing  *composing,
                 GError                 **error)
{
  g_autoptr (LiaisonComposition) composition = composition_new ();
  g_autoptr (LiaisonCast) cast = liaison_cast_new ();
  g_auto (LiaisonSnapshot) snapshot = NULL;
  LiaisonComposer composer = { db, report, composing, liaison_report_get_telling (report), cast, composition };
  gboolean success;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (report != NULL, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return NULL;

  liaison_db_set_cancellable (db, composing->cancellable);
  success = compose (&composer, error);
  liaison_db_set_cancellable (db, NULL);

  return success ? g_steal_pointer (&composition) : NULL;
}

/* In memory */

static gboolean
begin_cb (gpointer     sink,
          const char  *title,
          GError     **error)
{
  return TRUE;
}

static gboolean
block_cb (gpointer             sink,
          const LiaisonBlock  *block,
          GError             **error)
{
  GPtrArray *blocks = sink;
  LiaisonBlock *copy = liaison_block_new (block->kind, block->level);

  copy->engagement = g_strdup (block->engagement);
  liaison_sentence_append (copy, block);
  g_ptr_array_add (blocks, copy);

  return TRUE;
}

static gboolean
end_cb (gpointer   sink,
        GError   **error)
{
  return TRUE;
}

GPtrArray *
liaison_compose_blocks (LiaisonDb               *db,
                        const LiaisonReport     *report,
                        const LiaisonComposing  *composing,
                        LiaisonComposition     **composition,
                        GError                 **error)
{
  static const LiaisonSink sink = { begin_cb, block_cb, end_cb };
  g_autoptr (GPtrArray) blocks = liaison_blocks_new ();
  LiaisonComposing collecting = *composing;

  collecting.sink = &sink;
  collecting.target = blocks;
  *composition = liaison_compose (db, report, &collecting, error);

  return *composition ? g_steal_pointer (&blocks) : NULL;
}
