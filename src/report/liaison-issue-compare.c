/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-issue.h"

#include "liaison-account.h"
#include "liaison-edit.h"
#include "liaison-record-name.h"
#include "liaison-record-past.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

/* A line of an issue's figures: rule, value, query, engagements; tabs between them, blanks between UUIDs. */
typedef struct
{
  LiaisonRule   rule;
  gint64        value;
  char         *query;
  char        **engagements;
} Frozen;

static void
free_frozen (gpointer data)
{
  Frozen *frozen = data;

  g_free (frozen->query);
  g_strfreev (frozen->engagements);
  g_free (frozen);
}

static void
free_difference (gpointer data)
{
  LiaisonDifference *difference = data;

  g_free (difference->text);
  g_free (difference->engagement);
  g_free (difference->query);
  g_free (difference);
}

static void
add_difference (GPtrArray  *differences,
                char       *text,
                const char *engagement,
                const char *query)
{
  LiaisonDifference *difference = g_new (LiaisonDifference, 1);

  *difference = (LiaisonDifference) { text, g_strdup (engagement), g_strdup (query) };
  g_ptr_array_add (differences, difference);
}

static Frozen *
read_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 4);
  Frozen *frozen;
  LiaisonRule rule = 0;

  if (g_strv_length (parts) != 4)
    return NULL;

  while (rule < LIAISON_N_RULES && g_strcmp0 (liaison_rule_get_token (rule), parts[0]) != 0)
    rule++;
  if (rule == LIAISON_N_RULES)
    return NULL;

  frozen = g_new (Frozen, 1);
  *frozen = (Frozen) { rule, g_ascii_strtoll (parts[1], NULL, 10), g_strdup (parts[2]), g_strsplit (parts[3], " ", -1) };

  return frozen;
}

/* An issue as it is held against the store. */
typedef struct
{
  LiaisonDb      *db;
  LiaisonTelling  telling;
  gint64          issued;
  GPtrArray      *differences;
} Comparison;

/* Reasons */

/* The fields that decide whether an engagement is counted, and when: what they say is no word of anybody else's record. */
static gboolean
decides (guint field)
{
  return field == LIAISON_ENGAGEMENT_START || field == LIAISON_ENGAGEMENT_END || field == LIAISON_ENGAGEMENT_PRECISION
    || field == LIAISON_ENGAGEMENT_STATUS || field == LIAISON_ENGAGEMENT_FORM || field == LIAISON_FIELD_SENSITIVITY;
}

/* Times are whole seconds: in that of the publication, what was there came before it, and what was changed after. */
static gboolean
is_since (const LiaisonValueChange *change,
          gint64                    issued)
{
  return change->operation == LIAISON_OPERATION_INSERT ? change->time > issued : change->time >= issued;
}

static char *
dup_shown (const char *value)
{
  return g_strdup (*value ? value : C_("difference", "nothing"));
}

/* From what a field has changed to what since @newest, which is the last change of it. */
static char *
tell_change (GPtrArray                *changes,
             const LiaisonValueChange *newest,
             gint64                    issued)
{
  const char *before = newest->before;
  g_autofree char *from = NULL;
  g_autofree char *to = dup_shown (newest->after);

  for (guint i = 0; i < changes->len; i++)
    {
      const LiaisonValueChange *change = g_ptr_array_index (changes, i);

      if (is_since (change, issued) && change->operation == LIAISON_OPERATION_UPDATE && !*change->part && change->field == newest->field)
        before = change->before;
    }
  from = dup_shown (before);

  /* Translators: a field of an engagement, what stood there and what stands there now: "Status: Held, now Cancelled" */
  return g_strdup_printf (C_("difference", "%s: %s, now %s"), liaison_kind_get_field_label (LIAISON_KIND_ENGAGEMENT, newest->field), from, to);
}

static gboolean
is_told (GPtrArray *told,
         guint      field)
{
  return g_ptr_array_find (told, GUINT_TO_POINTER (field), NULL);
}

/* What has been changed of an engagement since the report was published, as far as it decides whether it is counted. */
static char *
find_reason (Comparison  *comparison,
             const char  *uuid,
             GError     **error)
{
  g_autoptr (GPtrArray) changes = liaison_value_changes_load (comparison->db, LIAISON_KIND_ENGAGEMENT, uuid, error);
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  g_autoptr (GString) reason = g_string_new (NULL);
  gboolean has_parts = FALSE;

  if (!changes)
    return NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const LiaisonValueChange *change = g_ptr_array_index (changes, i);
      g_autofree char *text = NULL;

      if (!is_since (change, comparison->issued))
        continue;
      has_parts = has_parts || *change->part;
      if (*change->part || change->operation != LIAISON_OPERATION_UPDATE || !decides (change->field) || is_told (told, change->field))
        continue;
      g_ptr_array_add (told, GUINT_TO_POINTER (change->field));
      text = tell_change (changes, change, comparison->issued);
      g_string_append_printf (reason, "%s%s", reason->len > 0 ? C_("difference", "; ") : "", text);
    }

  if (has_parts)
    g_string_append_printf (reason, "%s%s", reason->len > 0 ? C_("difference", "; ") : "",
                            /* Translators: what has changed of an engagement */
                            C_("difference", "those who took part"));
  /* Or what is known of others: a post, a visit around it. */
  if (reason->len == 0)
    g_string_append (reason, C_("difference", "what else is on record"));

  return g_strdup (reason->str);
}

/* Engagements */

static char *
tell_engagement (Comparison  *comparison,
                 gint32       id,
                 GError     **error)
{
  g_autoptr (LiaisonOccasion) occasion = liaison_occasion_load (comparison->db, id, &comparison->telling, error);
  g_autoptr (LiaisonCast) cast = liaison_cast_new ();
  g_autoptr (LiaisonBlock) block = occasion ? liaison_account_tell (occasion, cast) : NULL;

  return block ? liaison_block_dup_text (block) : NULL;
}

static gboolean
tell_added (Comparison  *comparison,
            gint32       id,
            const char  *uuid,
            GError     **error)
{
  g_autoptr (LiaisonRecord) record = liaison_record_load (comparison->db, LIAISON_KIND_ENGAGEMENT, uuid, error);
  g_autofree char *sentence = record ? tell_engagement (comparison, id, error) : NULL;
  g_autofree char *reason = NULL;

  if (!sentence)
    return FALSE;
  if (liaison_record_get_created (record) > comparison->issued)
    {
      /* Translators: an engagement, which makes a figure greater than it was */
      add_difference (comparison->differences, g_strdup_printf (_("Added since it was published: %s"), sentence), uuid, NULL);
      return TRUE;
    }
  if (!(reason = find_reason (comparison, uuid, error)))
    return FALSE;

  /* Translators: an engagement, which makes a figure greater than it was, and what has changed: "Status: Planned, now Held" */
  add_difference (comparison->differences, g_strdup_printf (_("Counted now: %s Changed: %s"), sentence, reason), uuid, NULL);

  return TRUE;
}

/* What an engagement was called, where the audience may hear it; else the UUID that the issue has. */
static char *
dup_title (Comparison          *comparison,
           const LiaisonRecord *record,
           const char          *uuid)
{
  if (!record || (int) liaison_record_get_sensitivity (record) > (int) comparison->telling.audience)
    return g_strdup (uuid);

  /* Translators: the title of an engagement */
  return g_strdup_printf (C_("difference", "“%s”"), liaison_record_get_text (record, LIAISON_ENGAGEMENT_TITLE));
}

static gboolean
tell_gone (Comparison  *comparison,
           const char  *uuid,
           GError     **error)
{
  g_autoptr (LiaisonRecord) record = liaison_record_load (comparison->db, LIAISON_KIND_ENGAGEMENT, uuid, NULL);
  g_autoptr (LiaisonRecord) deleted = NULL;
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;
  char *text;

  if (!record && !liaison_record_read_deleted (comparison->db, LIAISON_KIND_ENGAGEMENT, uuid, &deleted, error))
    return FALSE;

  title = dup_title (comparison, record ? record : deleted, uuid);
  if (!record)
    text = g_strdup_printf (_("Deleted since it was published: %s"), title);
  else if ((int) liaison_record_get_sensitivity (record) > (int) comparison->telling.audience)
    text = g_strdup_printf (_("Not for this audience any more: %s"), title);
  else if ((reason = find_reason (comparison, uuid, error)))
    /* Translators: the title of an engagement, which makes a figure less than it was, and what has changed: "Status: Held, now Cancelled" */
    text = g_strdup_printf (_("Not counted any more: %s. Changed: %s"), title, reason);
  else
    return FALSE;

  add_difference (comparison->differences, text, uuid, NULL);

  return TRUE;
}

/* What sources state */

static gboolean
tell_totals (Comparison           *comparison,
             const LiaisonFigure  *figure,
             GError              **error)
{
  for (guint i = 0; i < figure->total_uuids->len; i++)
    {
      const char *text = g_ptr_array_index (figure->totals, i);
      g_autoptr (LiaisonRecord) total =
        liaison_record_load (comparison->db, LIAISON_KIND_STATED_TOTAL, g_ptr_array_index (figure->total_uuids, i), error);

      if (!total)
        return FALSE;
      if (liaison_record_get_created (total) > comparison->issued)
        add_difference (comparison->differences, g_strdup_printf (_("Stated since it was published: “%s”"), text), NULL, figure->query);
      else if (liaison_record_get_modified (total) > comparison->issued)
        add_difference (comparison->differences, g_strdup_printf (_("Stated otherwise since it was published: “%s”"), text), NULL, figure->query);
    }

  return TRUE;
}

static gboolean
tell_difference (Comparison           *comparison,
                 const Frozen         *frozen,
                 const LiaisonFigure  *figure,
                 GError              **error)
{
  g_autoptr (GHashTable) now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) then = g_hash_table_new (g_str_hash, g_str_equal);
  guint place = comparison->differences->len;

  for (char **uuid = frozen->engagements; *uuid; uuid++)
    g_hash_table_add (then, *uuid);

  for (guint i = 0; i < figure->ids->len; i++)
    {
      gint32 id = g_array_index (figure->ids, gint32, i);
      char *uuid = liaison_record_find_uuid (comparison->db, LIAISON_KIND_ENGAGEMENT, id, error);

      if (!uuid)
        return FALSE;
      g_hash_table_add (now, uuid);
      if (!g_hash_table_contains (then, uuid) && !tell_added (comparison, id, uuid, error))
        return FALSE;
    }

  for (char **uuid = frozen->engagements; *uuid; uuid++)
    {
      if (**uuid && !g_hash_table_contains (now, *uuid) && !tell_gone (comparison, *uuid, error))
        return FALSE;
    }
  if (figure->value != frozen->value && !tell_totals (comparison, figure, error))
    return FALSE;

  if (figure->value != frozen->value && comparison->differences->len == place)
    add_difference (comparison->differences,
                    g_strdup (_("The engagements are the same: who took part in them, or what a source states, is not.")), NULL, figure->query);
  if (comparison->differences->len > place)
    {
      LiaisonDifference *head = g_new (LiaisonDifference, 1);

      *head = (LiaisonDifference) {
        /* Translators: two numbers, and the query that was counted */
        g_strdup_printf (_("Published %" PRId64 ", now %" PRId64 ": %s"), frozen->value, figure->value, figure->query),
        NULL, g_strdup (figure->query)
      };
      g_ptr_array_insert (comparison->differences, place, head);
    }

  return TRUE;
}

static gboolean
compare_line (Comparison  *comparison,
              const char  *line,
              GError     **error)
{
  Frozen *frozen = read_line (line);
  g_autoptr (LiaisonFigure) figure = NULL;
  gboolean success;

  /* Neither the members of a grouping nor what a list leaves out is counted of engagements. */
  if (!frozen || frozen->rule == LIAISON_RULE_MEMBERS || frozen->rule == LIAISON_RULE_LEFT_OUT)
    {
      if (frozen)
        free_frozen (frozen);
      return TRUE;
    }

  figure = liaison_figure_count (comparison->db, frozen->rule, frozen->query, &comparison->telling, error);
  success = figure && tell_difference (comparison, frozen, figure, error);
  free_frozen (frozen);

  return success;
}

GPtrArray *
liaison_issue_compare (LiaisonDb            *db,
                       const LiaisonReport  *report,
                       const LiaisonRecord  *issue,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (free_difference);
  g_auto (GStrv) lines = g_strsplit (liaison_record_get_text (issue, LIAISON_ISSUE_FIGURES), "\n", -1);
  Comparison comparison = { db, liaison_report_get_telling (report), liaison_record_get_created (issue), differences };
  gboolean success = TRUE;

  if (!liaison_issue_is_intact (issue))
    add_difference (differences, g_strdup (_("The issue itself has been changed since it was published: its hash is another one.")), NULL, NULL);

  liaison_db_set_cancellable (db, cancellable);
  for (char **line = lines; *line && success; line++)
    success = compare_line (&comparison, *line, error);
  liaison_db_set_cancellable (db, NULL);

  return success ? g_steal_pointer (&differences) : NULL;
}
