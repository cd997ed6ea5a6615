/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-composer-private.h"

#include "liaison-count-totals.h"
#include "liaison-date-format.h"
#include "liaison-day.h"
#include "liaison-edit.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

static char *
dup_date (const LiaisonOccasion *occasion)
{
  return liaison_date_format_short (occasion->start, occasion->end, liaison_vocabulary_get_token (&liaison_precisions, occasion->precision));
}

void
liaison_composer_check_figure (LiaisonComposer     *composer,
                               const LiaisonFigure *figure)
{
  if (figure->everything == figure->value)
    return;

  liaison_findings_add (composer->composition->findings, LIAISON_FINDING_RESTRICTED,
                        /* Translators: a figure as the audience may hear it, as it is with all records, and its query */
                        g_strdup_printf (_("For this audience the figure is %" PRId64 ", with all records %" PRId64 ": %s"),
                                         figure->value, figure->everything, figure->query),
                        LIAISON_N_KINDS, NULL, figure->query);
}

/* People */

static void
check_people (LiaisonComposer       *composer,
              const LiaisonOccasion *occasion,
              GPtrArray             *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const LiaisonPerson *person = g_ptr_array_index (people, i);
      g_autofree char *date = NULL;

      if (!person->uuid || !person->counts || *person->title)
        continue;

      date = dup_date (occasion);
      liaison_findings_add (composer->composition->findings, LIAISON_FINDING_UNTITLED,
                            /* Translators: a person and a date */
                            g_strdup_printf (_("%s has no title on %s."), person->name, date), LIAISON_KIND_ENGAGEMENT, occasion->uuid, NULL);
    }
}

static gboolean
is_anybody_named (GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      if (((const LiaisonPerson *) g_ptr_array_index (people, i))->uuid)
        return TRUE;
    }

  return FALSE;
}

void
liaison_composer_check_occasion (LiaisonComposer       *composer,
                                 const LiaisonOccasion *occasion)
{
  LiaisonFindings *findings = composer->composition->findings;
  g_autofree char *date = dup_date (occasion);

  if (occasion->evidence != LIAISON_EVIDENCE_REPORT && occasion->evidence != LIAISON_EVIDENCE_ANNOUNCEMENT)
    liaison_findings_add (findings, LIAISON_FINDING_UNSOURCED,
                          /* Translators: an engagement and its date */
                          g_strdup_printf (_("“%s” of %s has no source."), occasion->title, date), LIAISON_KIND_ENGAGEMENT, occasion->uuid,
                          NULL);
  if (occasion->counted && !is_anybody_named (occasion->theirs))
    liaison_findings_add (findings, LIAISON_FINDING_UNNAMED,
                          g_strdup_printf (_("Nobody of their side is named in “%s” of %s."), occasion->title, date), LIAISON_KIND_ENGAGEMENT,
                          occasion->uuid, NULL);

  check_people (composer, occasion, occasion->ours);
  check_people (composer, occasion, occasion->theirs);
}

/* What is not told at all */

static gboolean
check_planned (LiaisonComposer  *composer,
               GError          **error)
{
  g_autofree char *yesterday = liaison_step_key (LIAISON_STEP_DAY, liaison_day_add (liaison_day_today (), -1));
  g_autofree char *more = g_strdup_printf ("status:planned to:%s", yesterday);
  g_autofree char *text = liaison_composer_dup_query (composer, more);
  g_autoptr (LiaisonQuery) query = liaison_query_read (composer->db, text, error);
  g_autoptr (GArray) ids = query ? liaison_query_ids (composer->db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, error) : NULL;

  if (!ids)
    return FALSE;

  for (guint i = 0; i < ids->len && i < LIAISON_MOST_FINDINGS; i++)
    {
      g_autoptr (LiaisonOccasion) occasion =
        liaison_occasion_load (composer->db, g_array_index (ids, gint32, i), &composer->telling, error);
      g_autofree char *date = NULL;

      if (!occasion)
        return FALSE;

      date = dup_date (occasion);
      liaison_findings_add (composer->composition->findings, LIAISON_FINDING_PLANNED,
                            g_strdup_printf (_("“%s” of %s is still planned, and not told."), occasion->title, date), LIAISON_KIND_ENGAGEMENT,
                            occasion->uuid, NULL);
    }

  return TRUE;
}

static gboolean
check_undated (LiaisonComposer  *composer,
               GError          **error)
{
  const LiaisonReport *report = composer->report;
  g_autofree char *own = g_strdup_printf ("%s%sis:undated is:counted", report->query, *report->query ? " " : "");
  g_autofree char *text = liaison_query_for_audience (own, composer->telling.audience);
  g_autoptr (LiaisonQuery) query = NULL;
  LiaisonTally tally;

  if (!*report->from && !*report->to)
    return TRUE;
  if (!(query = liaison_query_read (composer->db, text, error)) || !liaison_query_tally (composer->db, query, &tally, error))
    return FALSE;

  if (tally.records > 0)
    liaison_findings_add (composer->composition->findings, LIAISON_FINDING_UNDATED,
                          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u engagement is left out, since it has no date.",
                                                        "%u engagements are left out, since they have no date.", tally.records), tally.records),
                          LIAISON_N_KINDS, NULL, text);

  return TRUE;
}

static gboolean
check_totals (LiaisonComposer  *composer,
              GError          **error)
{
  g_autofree char *text = liaison_composer_dup_query (composer, "");
  g_autoptr (LiaisonQuery) query = liaison_query_read (composer->db, text, error);
  g_autoptr (GPtrArray) uses = query ? liaison_count_totals (composer->db, query, -1, -1, error) : NULL;

  if (!uses)
    return FALSE;

  for (guint i = 0; i < uses->len; i++)
    {
      const LiaisonTotalUse *use = g_ptr_array_index (uses, i);

      if (use->inside && use->bound != LIAISON_BOUND_UNSTATED)
        continue;

      liaison_findings_add (composer->composition->findings, LIAISON_FINDING_UNCOUNTED,
                            use->inside ? g_strdup_printf (_("A source states no number, so nothing is counted: “%s”"), use->text)
                                        : g_strdup_printf (_("A source states it of another period, so nothing is counted: “%s”"), use->text),
                            LIAISON_KIND_STATED_TOTAL, use->uuid, NULL);
    }

  return TRUE;
}

gboolean
liaison_composer_check (LiaisonComposer  *composer,
                        GError          **error)
{
  const LiaisonReport *report = composer->report;

  /* Title and opening are words of the report's record. */
  if ((int) report->sensitivity > (int) composer->telling.audience)
    liaison_findings_add (composer->composition->findings, LIAISON_FINDING_WITHHELD,
                          g_strdup (_("The report itself is not for this audience: its sensitivity is higher.")),
                          report->uuid ? LIAISON_KIND_REPORT : LIAISON_N_KINDS, report->uuid, NULL);

  return check_planned (composer, error) && check_undated (composer, error) && check_totals (composer, error);
}
