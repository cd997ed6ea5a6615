/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-composer-private.h"

#include "liaison-account.h"
#include "liaison-date-format.h"
#include "liaison-number.h"
#include "liaison-sections.h"
#include "liaison-sentence.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

/* What is told and what is not */

static gboolean
tell_extent (LiaisonComposer  *composer,
             LiaisonFigure    *listed,
             LiaisonFigure    *all,
             GError          **error)
{
  g_autoptr (LiaisonFigure) left_out = liaison_figure_new_left_out (all, listed);
  g_autoptr (LiaisonBlock) block = liaison_block_new (LIAISON_BLOCK_PARAGRAPH, 0);
  g_autofree char *listed_number = g_strdup_printf ("%" G_GINT64_FORMAT, listed->value);
  g_autofree char *all_number = g_strdup_printf ("%" G_GINT64_FORMAT, all->value);
  g_autofree char *left_number = g_strdup_printf ("%" G_GINT64_FORMAT, left_out->value);
  const LiaisonSlot slots[] = {
    { "listed", listed_number, listed }, { "all", all_number, all }, { "left", left_number, left_out }, { NULL },
  };

  if (left_out->value > 0)
    liaison_sentence_fill (block, g_dngettext (GETTEXT_PACKAGE,
                                               "This list is illustrative: it holds {listed} of the {all} engagement on record and leaves out {left}.",
                                               "This list is illustrative: it holds {listed} of the {all} engagements on record and leaves out {left}.",
                                               all->value), slots);
  else if (listed->value == 0)
    liaison_sentence_fill (block, _("There is nothing to list: {listed} engagements on record."), slots);
  else
    liaison_sentence_fill (block, g_dngettext (GETTEXT_PACKAGE, "This list holds the {listed} engagement on record.",
                                               "This list holds all {listed} engagements on record.", listed->value), slots);

  return liaison_composer_emit (composer, block, error);
}

static gboolean
add_extent (LiaisonComposer  *composer,
            GError          **error)
{
  g_autofree char *query = liaison_report_dup_query (composer->report, NULL);
  g_autofree char *span = liaison_report_dup_span (composer->report, NULL);
  g_autoptr (LiaisonFigure) listed = liaison_figure_count (composer->db, LIAISON_RULE_RECORDS, query, &composer->telling, error);
  g_autoptr (LiaisonFigure) all = listed ? liaison_figure_count (composer->db, LIAISON_RULE_RECORDS, span, &composer->telling, error) : NULL;

  if (!all)
    return FALSE;

  liaison_composer_check_figure (composer, listed);
  if (listed->outside > 0)
    liaison_findings_add (composer->composition->findings, LIAISON_FINDING_OUTSIDE,
                          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " engagement is left out, since its date lies only partly in the span.",
                                                        "%" PRId64 " engagements are left out, since their dates lie only partly in the span.",
                                                        listed->outside), listed->outside),
                          LIAISON_N_KINDS, NULL, "is:imprecise");

  return tell_extent (composer, listed, all, error);
}

/* Sections */

static const char *
get_section_title (const LiaisonSection *section)
{
  switch (section->kind)
    {
    case LIAISON_SECTION_SEVERAL:
      return _("With several countries or organisations");
    case LIAISON_SECTION_OTHER:
      return _("Others");
    case LIAISON_SECTION_VISITS:
      return _("Visits");
    case LIAISON_SECTION_COUNTRY:
    case LIAISON_SECTION_ORGANISATION:
    case LIAISON_SECTION_FORMAT:
    default:
      return section->name;
    }
}

static gboolean
add_inside (LiaisonComposer        *composer,
            const LiaisonOccasion  *visit,
            GError                **error)
{
  g_autoptr (GArray) inside = liaison_occasion_load_inside (composer->db, visit->id, &composer->telling, error);

  if (!inside)
    return FALSE;

  for (guint i = 0; i < inside->len; i++)
    {
      g_autoptr (LiaisonOccasion) occasion =
        liaison_occasion_load (composer->db, g_array_index (inside, gint32, i), &composer->telling, error);
      g_autoptr (LiaisonBlock) block = occasion ? liaison_account_tell_inside (occasion) : NULL;

      if (!block || !liaison_composer_emit (composer, block, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_engagement (LiaisonComposer  *composer,
                gint32            id,
                GError          **error)
{
  g_autoptr (LiaisonOccasion) occasion = liaison_occasion_load (composer->db, id, &composer->telling, error);
  g_autoptr (LiaisonBlock) block = occasion ? liaison_account_tell (occasion, composer->cast) : NULL;

  if (!block || !liaison_composer_emit (composer, block, error))
    return FALSE;

  liaison_composer_check_occasion (composer, occasion);
  composer->composition->n_listed++;
  if (occasion->n_inside > 0 && !add_inside (composer, occasion, error))
    return FALSE;

  return liaison_composer_step (composer, error);
}

/* Of a preview, that it does not tell all. */
static gboolean
tell_rest (LiaisonComposer  *composer,
           guint             n_left,
           GError          **error)
{
  g_autoptr (LiaisonBlock) block = liaison_block_new (LIAISON_BLOCK_PARAGRAPH, 0);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u more is left out here; it is in the report.",
                                                        "%'u more are left out here; they are in the report.", n_left), n_left);

  liaison_block_add_text (block, text);

  return liaison_composer_emit (composer, block, error);
}

static gboolean
is_enough (LiaisonComposer *composer)
{
  return composer->composing->most > 0 && composer->composition->n_listed >= composer->composing->most;
}

static gboolean
add_section (LiaisonComposer       *composer,
             const LiaisonSection  *section,
             GError               **error)
{
  if (!liaison_composer_emit_heading (composer, 2, get_section_title (section), error))
    return FALSE;

  for (guint i = 0; i < section->ids->len && !is_enough (composer); i++)
    {
      if (!add_engagement (composer, g_array_index (section->ids, gint32, i), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_composer_add_overview (LiaisonComposer  *composer,
                               GError          **error)
{
  g_autofree char *text = liaison_composer_dup_query (composer, "");
  g_autoptr (LiaisonQuery) query = liaison_query_read (composer->db, text, error);
  g_autoptr (GPtrArray) sections = query ? liaison_sections_load (composer->db, query, &composer->telling, error) : NULL;
  guint n_told = 0;

  if (!sections)
    return FALSE;

  for (guint i = 0; i < sections->len; i++)
    n_told += ((const LiaisonSection *) g_ptr_array_index (sections, i))->ids->len;
  /* The annex lists much the same ones once more. */
  composer->n_all = n_told * (composer->report->with_annex ? 2 : 1);

  liaison_sections_order (sections, composer->report->overview_order);
  if (!liaison_composer_emit_heading (composer, 1, _("Overview of engagements"), error) || !add_extent (composer, error))
    return FALSE;

  for (guint i = 0; i < sections->len && !is_enough (composer); i++)
    {
      if (!add_section (composer, g_ptr_array_index (sections, i), error))
        return FALSE;
    }

  return composer->composition->n_listed >= n_told || tell_rest (composer, n_told - composer->composition->n_listed, error);
}

/* Annex */

static void
add_sources (LiaisonBlock          *block,
             const LiaisonOccasion *occasion)
{
  for (guint i = 0; i < occasion->sources->len; i++)
    {
      const LiaisonSource *source = g_ptr_array_index (occasion->sources, i);

      liaison_block_add_text (block, i > 0 ? "; " : " — ");
      liaison_block_add_link (block, *source->title ? source->title : source->issuer, source->address);
    }
}

static gboolean
add_record (LiaisonComposer  *composer,
            gint32            id,
            GError          **error)
{
  g_autoptr (LiaisonOccasion) occasion = liaison_occasion_load (composer->db, id, &composer->telling, error);
  g_autoptr (LiaisonBlock) block = liaison_block_new (LIAISON_BLOCK_ITEM, 1);
  g_autofree char *date = NULL;

  if (!occasion)
    return FALSE;

  date = liaison_date_format_short (occasion->start, occasion->end, liaison_vocabulary_get_token (&liaison_precisions, occasion->precision));
  block->engagement = g_strdup (occasion->uuid);
  liaison_block_add_strong (block, date);
  liaison_block_add_text (block, " ");
  liaison_block_add_text (block, occasion->uuid);
  add_sources (block, occasion);

  return liaison_composer_emit (composer, block, error) && liaison_composer_step (composer, error);
}

/* Every engagement that a number rests on or that is told, the newest first. */
static GArray *
collect_records (LiaisonComposer  *composer,
                 GError          **error)
{
  g_autofree char *text = liaison_composer_dup_query (composer, "status:held");
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GArray) held = liaison_query_ids (composer->db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, error);
  g_autoptr (GArray) ids = held ? g_array_copy (held) : NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  if (!ids)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (known, GINT_TO_POINTER (g_array_index (ids, gint32, i)));

  for (guint i = 0; i < composer->composition->figures->len; i++)
    {
      const LiaisonFigure *figure = g_ptr_array_index (composer->composition->figures, i);

      for (guint j = 0; j < figure->ids->len; j++)
        {
          gint32 id = g_array_index (figure->ids, gint32, j);

          if (g_hash_table_add (known, GINT_TO_POINTER (id)))
            g_array_append_val (ids, id);
        }
    }

  return g_steal_pointer (&ids);
}

gboolean
liaison_composer_add_annex (LiaisonComposer  *composer,
                            GError          **error)
{
  g_autoptr (GArray) ids = NULL;
  guint most = composer->composing->most;

  if (!composer->report->with_annex)
    return TRUE;

  ids = collect_records (composer, error);
  if (!ids || !liaison_composer_emit_heading (composer, 1, _("Annex: records and sources"), error))
    return FALSE;

  /* A preview tells of no more records than of engagements. */
  for (guint i = 0; i < ids->len && (most == 0 || i < most); i++)
    {
      if (!add_record (composer, g_array_index (ids, gint32, i), error))
        return FALSE;
    }

  return most == 0 || ids->len <= most || tell_rest (composer, ids->len - most, error);
}
