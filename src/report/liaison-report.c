/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report.h"

#include "liaison-date.h"
#include "liaison-edit.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static void
free_highlight (gpointer data)
{
  LiaisonReportHighlight *highlight = data;

  g_free (highlight->uuid);
  g_free (highlight->query);
  g_free (highlight->from);
  g_free (highlight->to);
  g_free (highlight->wording);
  g_free (highlight);
}

LiaisonReport *
liaison_report_new (void)
{
  LiaisonReport *report = g_new0 (LiaisonReport, 1);

  report->name = g_strdup ("");
  report->title = g_strdup ("");
  report->opening = g_strdup ("");
  report->query = g_strdup ("");
  report->from = g_strdup ("");
  report->to = g_strdup ("");
  report->overview_order = g_strdup ("");
  report->audience = LIAISON_AUDIENCE_PUBLIC;
  report->sensitivity = LIAISON_SENSITIVITY_PUBLIC;
  report->highlights = g_ptr_array_new_with_free_func (free_highlight);

  return report;
}

void
liaison_report_free (LiaisonReport *report)
{
  g_free (report->uuid);
  g_free (report->name);
  g_free (report->title);
  g_free (report->opening);
  g_free (report->query);
  g_free (report->from);
  g_free (report->to);
  g_free (report->overview_order);
  g_ptr_array_unref (report->highlights);
  g_free (report);
}

LiaisonReportHighlight *
liaison_report_add_highlight (LiaisonReport        *report,
                              LiaisonHighlightKind  kind,
                              const char           *query)
{
  LiaisonReportHighlight *highlight = g_new (LiaisonReportHighlight, 1);

  *highlight = (LiaisonReportHighlight) {
    NULL, kind, g_strdup (query), g_strdup (""), g_strdup (""), g_strdup (""), LIAISON_SENSITIVITY_PUBLIC
  };
  g_ptr_array_add (report->highlights, highlight);

  return highlight;
}

LiaisonReport *
liaison_report_copy (const LiaisonReport *report)
{
  LiaisonReport *copy = g_memdup2 (report, sizeof *report);

  copy->uuid = g_strdup (report->uuid);
  copy->name = g_strdup (report->name);
  copy->title = g_strdup (report->title);
  copy->opening = g_strdup (report->opening);
  copy->query = g_strdup (report->query);
  copy->from = g_strdup (report->from);
  copy->to = g_strdup (report->to);
  copy->overview_order = g_strdup (report->overview_order);
  copy->highlights = g_ptr_array_new_with_free_func (free_highlight);
  for (guint i = 0; i < report->highlights->len; i++)
    {
      LiaisonReportHighlight *highlight = g_memdup2 (g_ptr_array_index (report->highlights, i), sizeof *highlight);

      highlight->uuid = g_strdup (highlight->uuid);
      highlight->query = g_strdup (highlight->query);
      highlight->from = g_strdup (highlight->from);
      highlight->to = g_strdup (highlight->to);
      highlight->wording = g_strdup (highlight->wording);
      g_ptr_array_add (copy->highlights, highlight);
    }

  return copy;
}

/* Records */

static void
take_text (char                **field,
           const LiaisonRecord  *record,
           guint                 index)
{
  g_free (*field);
  *field = g_strdup (liaison_record_get_text (record, index));
}

static LiaisonReport *
read_report (const LiaisonRecord *record)
{
  LiaisonReport *report = liaison_report_new ();
  gint64 audience = liaison_record_get_integer (record, LIAISON_REPORT_AUDIENCE);

  report->uuid = g_strdup (liaison_record_get_uuid (record));
  take_text (&report->name, record, LIAISON_REPORT_NAME);
  take_text (&report->title, record, LIAISON_REPORT_TITLE);
  take_text (&report->opening, record, LIAISON_REPORT_OPENING);
  take_text (&report->query, record, LIAISON_REPORT_QUERY);
  take_text (&report->from, record, LIAISON_REPORT_FROM);
  take_text (&report->to, record, LIAISON_REPORT_TO);
  take_text (&report->overview_order, record, LIAISON_REPORT_OVERVIEW_ORDER);
  report->audience = audience ? audience : LIAISON_AUDIENCE_PUBLIC;
  report->sensitivity = liaison_record_get_sensitivity (record);
  report->with_annex = liaison_record_get_integer (record, LIAISON_REPORT_WITH_ANNEX) != 0;
  report->without_footnotes = liaison_record_get_integer (record, LIAISON_REPORT_WITHOUT_FOOTNOTES) != 0;

  return report;
}

static void
read_highlight (LiaisonReport       *report,
                const LiaisonRecord *record)
{
  const char *measure = liaison_record_get_text (record, LIAISON_HIGHLIGHT_MEASURE);
  LiaisonReportHighlight *highlight =
    liaison_report_add_highlight (report, liaison_highlight_kind_parse (measure), liaison_record_get_text (record, LIAISON_HIGHLIGHT_QUERY));

  highlight->uuid = g_strdup (liaison_record_get_uuid (record));
  take_text (&highlight->from, record, LIAISON_HIGHLIGHT_FROM);
  take_text (&highlight->to, record, LIAISON_HIGHLIGHT_TO);
  take_text (&highlight->wording, record, LIAISON_HIGHLIGHT_WORDING);
  highlight->sensitivity = liaison_record_get_sensitivity (record);
}

static LiaisonReport *
read_whole (const LiaisonRecord *record,
            GPtrArray           *highlights)
{
  LiaisonReport *report = read_report (record);

  for (guint i = 0; i < highlights->len; i++)
    read_highlight (report, g_ptr_array_index (highlights, i));

  return report;
}

typedef struct
{
  const char *name;
  char       *uuid;
  guint       n_found;
} Search;

static gboolean
compare_name (LiaisonRecord *record,
              gpointer       user_data,
              GError       **error)
{
  Search *search = user_data;

  if (g_strcmp0 (liaison_record_get_text (record, LIAISON_REPORT_NAME), search->name) != 0)
    return TRUE;

  search->n_found++;
  if (!search->uuid)
    search->uuid = g_strdup (liaison_record_get_uuid (record));

  return TRUE;
}

static char *
find_report (LiaisonDb   *db,
             const char  *name,
             GError     **error)
{
  Search search = { name };
  guint8 bytes[16];

  if (liaison_uuid_parse (name, bytes))
    return g_strdup (name);

  if (!liaison_record_foreach (db, LIAISON_KIND_REPORT, compare_name, &search, error))
    {
      g_free (search.uuid);
      return NULL;
    }
  if (search.n_found == 1)
    return search.uuid;

  if (search.n_found > 1)
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("Several reports are called “%s”; name one by its UUID."), name);
  else
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("No report is called “%s”."), name);
  g_free (search.uuid);

  return NULL;
}

LiaisonReport *
liaison_report_load (LiaisonDb   *db,
                     const char  *name,
                     GError     **error)
{
  g_autofree char *uuid = find_report (db, name, error);
  g_autoptr (LiaisonRecord) record = uuid ? liaison_record_load (db, LIAISON_KIND_REPORT, uuid, error) : NULL;
  g_autoptr (GPtrArray) highlights = record ? liaison_record_load_owned (db, LIAISON_KIND_HIGHLIGHT, LIAISON_HIGHLIGHT_REPORT, uuid, error) : NULL;

  return highlights ? read_whole (record, highlights) : NULL;
}

GPtrArray *
liaison_report_make_records (const LiaisonReport *report)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_REPORT, report->uuid);

  liaison_record_set_text (record, LIAISON_REPORT_NAME, report->name);
  liaison_record_set_text (record, LIAISON_REPORT_TITLE, report->title);
  liaison_record_set_text (record, LIAISON_REPORT_OPENING, report->opening);
  liaison_record_set_text (record, LIAISON_REPORT_QUERY, report->query);
  liaison_record_set_text (record, LIAISON_REPORT_FROM, report->from);
  liaison_record_set_text (record, LIAISON_REPORT_TO, report->to);
  liaison_record_set_integer (record, LIAISON_REPORT_AUDIENCE, report->audience);
  liaison_record_set_text (record, LIAISON_REPORT_OVERVIEW_ORDER, report->overview_order);
  liaison_record_set_integer (record, LIAISON_REPORT_WITH_ANNEX, report->with_annex);
  liaison_record_set_integer (record, LIAISON_REPORT_WITHOUT_FOOTNOTES, report->without_footnotes);
  liaison_record_set_sensitivity (record, report->sensitivity);
  g_ptr_array_add (records, record);

  for (guint i = 0; i < report->highlights->len; i++)
    {
      const LiaisonReportHighlight *highlight = g_ptr_array_index (report->highlights, i);
      LiaisonRecord *one = liaison_record_new (LIAISON_KIND_HIGHLIGHT, highlight->uuid);

      liaison_record_set_text (one, LIAISON_HIGHLIGHT_REPORT, liaison_record_get_uuid (record));
      liaison_record_set_text (one, LIAISON_HIGHLIGHT_MEASURE, liaison_highlight_kind_get_token (highlight->kind));
      liaison_record_set_text (one, LIAISON_HIGHLIGHT_QUERY, highlight->query);
      liaison_record_set_text (one, LIAISON_HIGHLIGHT_FROM, highlight->from);
      liaison_record_set_text (one, LIAISON_HIGHLIGHT_TO, highlight->to);
      liaison_record_set_text (one, LIAISON_HIGHLIGHT_WORDING, highlight->wording);
      liaison_record_set_integer (one, LIAISON_HIGHLIGHT_POSITION, i + 1);
      liaison_record_set_sensitivity (one, highlight->sensitivity);
      g_ptr_array_add (records, one);
    }

  return records;
}

LiaisonDraft *
liaison_report_make_draft (const LiaisonReport *report,
                           const LiaisonReport *saved)
{
  g_autoptr (GPtrArray) records = liaison_report_make_records (report);
  g_autoptr (GPtrArray) stored = saved ? liaison_report_make_records (saved) : NULL;

  return liaison_draft_new_of (records, stored);
}

LiaisonReport *
liaison_report_new_from_draft (LiaisonDraft *draft)
{
  g_autoptr (GPtrArray) highlights = liaison_draft_list_parts (draft, LIAISON_KIND_HIGHLIGHT);

  return read_whole (liaison_draft_get_record (draft), highlights);
}

/* Spans */

static const char *
choose (const char *own,
        const char *other)
{
  return own && *own ? own : other;
}

char *
liaison_report_dup_span (const LiaisonReport          *report,
                         const LiaisonReportHighlight *highlight)
{
  const char *from = choose (highlight ? highlight->from : NULL, report->from);
  const char *to = choose (highlight ? highlight->to : NULL, report->to);

  return g_strdup_printf ("%s%s%s%s%s", *from ? "from:" : "", from, *from && *to ? " " : "", *to ? "to:" : "", to);
}

char *
liaison_report_dup_query (const LiaisonReport          *report,
                          const LiaisonReportHighlight *highlight)
{
  const char *query = choose (highlight ? highlight->query : NULL, report->query);
  g_autofree char *span = liaison_report_dup_span (report, highlight);

  return g_strdup_printf ("%s%s%s", query, *query && *span ? " " : "", span);
}

LiaisonTelling
liaison_report_get_telling (const LiaisonReport *report)
{
  LiaisonTelling telling = { report->audience, liaison_day_today () };
  int first;
  int last;

  if (*report->to && liaison_date_parse_query (report->to, telling.day, &first, &last, NULL))
    telling.day = MIN (telling.day, last);

  return telling;
}
