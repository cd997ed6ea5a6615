/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-finding.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static const char * const labels[] = {
  [LIAISON_FINDING_OVERCLAIM] = NC_("finding", "Wording over its number"),
  [LIAISON_FINDING_WITHHELD] = NC_("finding", "Not for this audience"),
  [LIAISON_FINDING_RESTRICTED] = NC_("finding", "Figure without what is restricted"),
  [LIAISON_FINDING_UNSUPPORTED] = NC_("finding", "Without a record"),
  [LIAISON_FINDING_UNSOURCED] = NC_("finding", "Without a source"),
  [LIAISON_FINDING_UNTITLED] = NC_("finding", "Without a title on that day"),
  [LIAISON_FINDING_UNNAMED] = NC_("finding", "Nobody named"),
  [LIAISON_FINDING_PLANNED] = NC_("finding", "Planned, and its day is over"),
  [LIAISON_FINDING_OUTSIDE] = NC_("finding", "Only partly in the span"),
  [LIAISON_FINDING_UNDATED] = NC_("finding", "Without a date"),
  [LIAISON_FINDING_UNCOUNTED] = NC_("finding", "Stated, but not counted"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (labels) == LIAISON_N_FINDING_KINDS);

static void
free_finding (gpointer data)
{
  LiaisonFinding *finding = data;

  g_free (finding->text);
  g_free (finding->record);
  g_free (finding->query);
  g_free (finding);
}

LiaisonFindings *
liaison_findings_new (void)
{
  LiaisonFindings *findings = g_new0 (LiaisonFindings, 1);

  findings->list = g_ptr_array_new_with_free_func (free_finding);

  return findings;
}

void
liaison_findings_free (LiaisonFindings *findings)
{
  g_ptr_array_unref (findings->list);
  g_free (findings);
}

void
liaison_findings_add (LiaisonFindings    *findings,
                      LiaisonFindingKind  kind,
                      char               *text,
                      LiaisonKind         record_kind,
                      const char         *record,
                      const char         *query)
{
  LiaisonFinding *finding;

  if (++findings->counts[kind] > LIAISON_MOST_FINDINGS)
    {
      g_free (text);
      return;
    }

  finding = g_new (LiaisonFinding, 1);
  *finding = (LiaisonFinding) { kind, text, record_kind, g_strdup (record), g_strdup (query) };
  g_ptr_array_add (findings->list, finding);
}

gboolean
liaison_finding_is_refusal (LiaisonFindingKind kind)
{
  return kind == LIAISON_FINDING_OVERCLAIM || kind == LIAISON_FINDING_WITHHELD;
}

const char *
liaison_finding_kind_get_label (LiaisonFindingKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "finding", labels[kind]);
}
