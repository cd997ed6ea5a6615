/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-changes.h"
#include "liaison-date.h"
#include "liaison-issue.h"
#include "liaison-proposals.h"
#include "liaison-report-writer.h"

#include "liaison-config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* So many highlights a report has that nobody composed. */
#define MOST_HIGHLIGHTS 10

/* What was asked for. */
typedef struct
{
  char                *store;
  char                *name;
  char                *query;
  char                *from;
  char                *to;
  char                *audience_token;
  char                *format_token;
  char                *output;
  char               **arguments;
  int                  annex; /* -1 as the report says, as for what follows */
  int                  notes;
  gboolean             check;
  gboolean             publish;
  gboolean             compare;
  LiaisonAudience      audience;
  LiaisonReportFormat  format;
} Request;

static void
clear_request (Request *request)
{
  g_free (request->store);
  g_free (request->query);
  g_free (request->from);
  g_free (request->to);
  g_free (request->audience_token);
  g_free (request->format_token);
  g_free (request->output);
  g_strfreev (request->arguments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

static void
replace (char       **field,
         const char  *value)
{
  if (!value)
    return;

  g_free (*field);
  *field = g_strdup (value);
}

/* The report that is kept under the name, or else one on what was asked, with the highlights that say most. */
static LiaisonReport *
make_report (LiaisonDb      *db,
             const Request  *request,
             GError        **error)
{
  g_autoptr (LiaisonReport) report = request->name ? liaison_report_load (db, request->name, error) : liaison_report_new ();
  g_autoptr (GPtrArray) proposals = NULL;

  if (!report)
    return NULL;

  replace (&report->query, request->query);
  replace (&report->from, request->from);
  replace (&report->to, request->to);
  report->audience = request->audience ? request->audience : report->audience;
  report->with_annex = request->annex < 0 ? report->with_annex : request->annex;
  report->without_footnotes = request->notes < 0 ? report->without_footnotes : !request->notes;
  if (request->name)
    return g_steal_pointer (&report);

  proposals = liaison_proposals_find (db, report, error);
  if (!proposals)
    return NULL;

  liaison_proposals_choose (proposals, report, MOST_HIGHLIGHTS);

  return g_steal_pointer (&report);
}

static void
tell_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  /* Translators: what is being written, before how much of it is done in per cent */
  liaison_cli_progress_tell (user_data, _("Report"), done, total);
}

static LiaisonComposition *
write_to (LiaisonDb               *db,
          const LiaisonReport     *report,
          const Request           *request,
          const LiaisonComposing  *composing,
          GError                 **error)
{
  g_autoptr (GOutputStream) stream = NULL;

  if (request->output && g_strcmp0 (request->output, "-") != 0)
    return liaison_report_write_to_file (db, report, request->format, composing, request->output, error);

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return liaison_report_write (db, report, request->format, composing, stream, error);
}

static LiaisonComposition *
write_report (LiaisonDb            *db,
              const LiaisonReport  *report,
              const Request        *request,
              GError              **error)
{
  int percent = -1;
  const LiaisonComposing composing = {
    .strict = TRUE,
    .progress = liaison_cli_progress_is_seen () ? tell_progress : NULL,
    .user_data = &percent,
    .cancellable = liaison_cli_get_interrupt (),
  };
  LiaisonComposition *composition = write_to (db, report, request, &composing, error);

  liaison_cli_progress_end (&percent);

  return composition;
}

/* The release check */

static void
write_findings (const LiaisonFindings *findings)
{
  for (LiaisonFindingKind kind = 0; kind < LIAISON_N_FINDING_KINDS; kind++)
    {
      guint more = findings->counts[kind] > LIAISON_MOST_FINDINGS ? findings->counts[kind] - LIAISON_MOST_FINDINGS : 0;

      for (guint i = 0; i < findings->list->len; i++)
        {
          const LiaisonFinding *finding = g_ptr_array_index (findings->list, i);
          g_autofree char *line = NULL;

          if (finding->kind != kind)
            continue;
          line = g_strdup_printf ("%s: %s%s%s\n", liaison_finding_kind_get_label (kind), finding->text, finding->record ? "  " : "",
                                  finding->record ? finding->record : "");
          liaison_cli_write (line);
        }

      if (more > 0)
        {
          g_autofree char *line = g_strdup_printf (ngettext ("%s: %u more\n", "%s: %u more\n", more), liaison_finding_kind_get_label (kind), more);

          liaison_cli_write (line);
        }
    }
}

static LiaisonCliStatus
check_report (LiaisonDb            *db,
              const LiaisonReport  *report,
              GError              **error)
{
  const LiaisonComposing composing = { .cancellable = liaison_cli_get_interrupt () };
  g_autoptr (LiaisonComposition) composition = liaison_compose (db, report, &composing, error);

  if (!composition)
    return LIAISON_CLI_FAILED;

  write_findings (composition->findings);

  return composition->findings->list->len > 0 ? LIAISON_CLI_FAILED : LIAISON_CLI_DONE;
}

/* Publishing, and what was published */

static gboolean
publish (LiaisonDb            *db,
         const LiaisonReport  *report,
         GError              **error)
{
  g_autoptr (LiaisonRecord) issue = liaison_issue_make (db, report, liaison_cli_get_interrupt (), error);
  g_autofree char *name = NULL;
  g_autoptr (LiaisonChanges) changes = NULL;

  if (!issue)
    return FALSE;

  /* Translators: an action: the name of a report */
  name = g_strdup_printf (_("Publish “%s”"), report->name);
  changes = liaison_changes_new (name);
  liaison_changes_put (changes, issue);

  return liaison_changes_apply (changes, db, error);
}

static LiaisonCliStatus
compare (LiaisonDb            *db,
         const LiaisonReport  *report,
         GError              **error)
{
  g_autoptr (LiaisonRecord) issue = liaison_issue_load_newest (db, report->uuid, error);
  g_autoptr (GPtrArray) differences = issue ? liaison_issue_compare (db, report, issue, liaison_cli_get_interrupt (), error) : NULL;

  if (!differences)
    return LIAISON_CLI_FAILED;

  for (guint i = 0; i < differences->len; i++)
    {
      const LiaisonDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *line = g_strdup_printf ("%s%s\n", difference->engagement ? "  " : "", difference->text);

      liaison_cli_write (line);
    }

  return differences->len > 0 ? LIAISON_CLI_FAILED : LIAISON_CLI_DONE;
}

/* The verb */

static LiaisonCliStatus
tell_error (const GError *error)
{
  if (!liaison_error_is_cancelled (error))
    return liaison_cli_query_error (error);

  liaison_cli_error (_("Cancelled; nothing was written."));

  return LIAISON_CLI_FAILED;
}

static LiaisonCliStatus
run (const Request *request)
{
  g_autoptr (LiaisonDb) db = liaison_cli_open_store (request->store, request->publish ? LIAISON_DB_WRITE : LIAISON_DB_READ);
  g_autoptr (LiaisonReport) report = NULL;
  g_autoptr (LiaisonComposition) composition = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonCliStatus status;

  if (!db)
    return LIAISON_CLI_FAILED;

  /* What is proposed is counted before anything is composed. */
  liaison_db_set_cancellable (db, liaison_cli_get_interrupt ());
  if (!(report = make_report (db, request, &error)))
    return tell_error (error);

  if (request->check || request->compare)
    {
      status = request->check ? check_report (db, report, &error) : compare (db, report, &error);
      return error ? tell_error (error) : status;
    }

  composition = write_report (db, report, request, &error);

  if (!composition || (request->publish && !publish (db, report, &error)))
    return tell_error (error);

  return LIAISON_CLI_DONE;
}

static gboolean
is_day (const char *text)
{
  return !text || liaison_date_parse_query (text, liaison_day_today (), NULL, NULL, NULL);
}

static gboolean
is_binary (LiaisonReportFormat format)
{
  return format == LIAISON_REPORT_ODT || format == LIAISON_REPORT_PDF;
}

static LiaisonReportFormat
choose_format (const Request *request)
{
  LiaisonReportFormat guessed;

  if (request->format_token)
    return liaison_report_format_parse (request->format_token);

  guessed = request->output ? liaison_report_format_guess (request->output) : LIAISON_N_REPORT_FORMATS;

  return guessed == LIAISON_N_REPORT_FORMATS ? LIAISON_REPORT_TEXT : guessed;
}

static LiaisonCliStatus
read_request (const LiaisonCliVerb *verb,
              Request              *request)
{
  if (request->arguments && request->arguments[0] && request->arguments[1])
    return liaison_cli_usage_error (verb, _("Name one report only."));
  request->name = request->arguments ? request->arguments[0] : NULL;
  if (!request->name && (request->publish || request->compare))
    return liaison_cli_usage_error (verb, _("Name the report that is kept in the store."));

  request->audience = request->audience_token ? liaison_vocabulary_parse (&liaison_audiences, request->audience_token) : 0;
  if (request->audience_token && !request->audience)
    return liaison_cli_usage_error (verb, _("“%s” is no audience; there are public and internal."), request->audience_token);

  if (!is_day (request->from))
    return liaison_cli_usage_error (verb, _("“%s” is no date."), request->from);
  if (!is_day (request->to))
    return liaison_cli_usage_error (verb, _("“%s” is no date."), request->to);

  request->format = choose_format (request);
  if (request->format == LIAISON_N_REPORT_FORMATS)
    return liaison_cli_usage_error (verb, _("“%s” is no format; there are html, markdown, odt, pdf and text."), request->format_token);
  if (is_binary (request->format) && !request->output && !request->check && !request->compare)
    return liaison_cli_usage_error (verb, _("Say where to write, with --output."));
  if (request->output && liaison_cli_is_store (request->output, request->store))
    return liaison_cli_usage_error (verb, _("That is the store itself."));

  return LIAISON_CLI_DONE;
}

LiaisonCliStatus
liaison_cli_report (const LiaisonCliVerb *verb,
                    char                **words)
{
  g_auto (Request) request = { .annex = -1, .notes = -1 };
  const GOptionEntry entries[] = {
    { "query", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &request.query, N_("What it tells of"), N_("QUERY") },
    { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &request.from, N_("Its first day"), N_("DATE") },
    { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &request.to, N_("Its last day"), N_("DATE") },
    { "audience", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &request.audience_token, N_("public or internal"), N_("AUDIENCE") },
    { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &request.format_token, N_("html, markdown, odt, pdf or text"), N_("FORMAT") },
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &request.output, N_("Where to write; “-” is standard output"), N_("FILE") },
    { "annex", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request.annex, N_("List the records and their sources at the end"), NULL },
    { "no-annex", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &request.annex, N_("Leave out that list, also where the report has it"), NULL },
    { "notes", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request.notes, N_("Tell in footnotes how each number was counted, also where the report does not"),
      NULL },
    { "no-notes", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &request.notes, N_("Leave out the footnotes"), NULL },
    { "check", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request.check, N_("Only tell what is to be looked at before it goes out"), NULL },
    { "publish", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request.publish, N_("Also keep what it says now, to compare it later"), NULL },
    { "compare", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request.compare, N_("Only tell what is different from what was published last"), NULL },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &request.arguments, NULL, NULL },
    { NULL },
  };
  LiaisonCliStatus status;

  if (!liaison_cli_parse (verb, words, entries, &request.store))
    return LIAISON_CLI_USAGE;

  status = read_request (verb, &request);

  return status == LIAISON_CLI_DONE ? run (&request) : status;
}
