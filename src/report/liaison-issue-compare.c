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
  gint64          issued; /* the order of the action that published it */
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

static gboolean
is_since (const Comparison         *comparison,
          const LiaisonValueChange *change)
{
  return change->order > comparison->issued;
}

static gboolean
is_of_field (const LiaisonValueChange *change,
             const LiaisonValueChange *other)
{
  return change->operation == LIAISON_OPERATION_UPDATE && change->field == other->field && g_str_equal (change->uuid, other->uuid);
}

/* Whether @i is the last change of its field since the report was published; then @before is what stood there when it was. */
static gboolean
is_last_of_field (const Comparison  *comparison,
                  GPtrArray         *changes,
                  guint              i,
                  const char       **before)
{
  const LiaisonValueChange *last = g_ptr_array_index (changes, i);

  if (last->operation != LIAISON_OPERATION_UPDATE || !is_since (comparison, last))
    return FALSE;

  for (guint j = 0; j < changes->len; j++)
    {
      const LiaisonValueChange *change = g_ptr_array_index (changes, j);

      if (!is_since (comparison, change) || !is_of_field (change, last))
        continue;
      if (j < i)
        return FALSE;
      *before = change->before;
    }

  return TRUE;
}

/* Whether a record, or a part of it, was there when the report was published, and whether it is there now, as far as it came or went since. */
static void
find_presence (const Comparison *comparison,
               GPtrArray        *changes,
               const char       *uuid,
               gboolean         *was_there,
               gboolean         *is_there)
{
  gboolean is_known = FALSE;

  *was_there = *is_there = TRUE;
  for (guint i = 0; i < changes->len; i++)
    {
      const LiaisonValueChange *change = g_ptr_array_index (changes, i);

      if (!is_since (comparison, change) || !g_str_equal (change->uuid, uuid))
        continue;
      *is_there = is_known ? *is_there : change->operation != LIAISON_OPERATION_DELETE;
      *was_there = change->operation != LIAISON_OPERATION_INSERT;
      is_known = TRUE;
    }
}

static gboolean
is_new (const Comparison *comparison,
        GPtrArray        *changes,
        const char       *uuid)
{
  gboolean was_there;
  gboolean is_there;

  find_presence (comparison, changes, uuid, &was_there, &is_there);

  return !was_there && is_there;
}

/* What was changed and changed back is as it was; so is a part that came and went. */
static gboolean
makes_other (const Comparison *comparison,
             GPtrArray        *changes,
             guint             i)
{
  const LiaisonValueChange *change = g_ptr_array_index (changes, i);
  const char *before = NULL;
  gboolean was_there;
  gboolean is_there;

  if (!is_since (comparison, change))
    return FALSE;
  find_presence (comparison, changes, change->uuid, &was_there, &is_there);
  if (was_there != is_there)
    return TRUE;

  return is_there && is_last_of_field (comparison, changes, i, &before) && !g_str_equal (before, change->after);
}

static char *
dup_shown (const char *value)
{
  return g_strdup (*value ? value : C_("difference", "nothing"));
}

/* From what a field has changed to what; %NULL where it has not. */
static char *
tell_change (const Comparison *comparison,
             GPtrArray        *changes,
             guint             i)
{
  const LiaisonValueChange *change = g_ptr_array_index (changes, i);
  const char *before = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!is_last_of_field (comparison, changes, i, &before) || g_str_equal (before, change->after))
    return NULL;

  from = dup_shown (before);
  to = dup_shown (change->after);

  /* Translators: a field of an engagement, what stood there and what stands there now: "Status: Held, now Cancelled" */
  return g_strdup_printf (C_("difference", "%s: %s, now %s"), liaison_kind_get_field_label (LIAISON_KIND_ENGAGEMENT, change->field), from, to);
}

/* What has been changed of an engagement since the report was published, as far as it decides whether it is counted. */
static char *
dup_reason (const Comparison *comparison,
            GPtrArray        *changes)
{
  g_autoptr (GString) reason = g_string_new (NULL);
  gboolean has_parts = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const LiaisonValueChange *change = g_ptr_array_index (changes, i);
      g_autofree char *text = !*change->part && decides (change->field) ? tell_change (comparison, changes, i) : NULL;

      has_parts = has_parts || (*change->part && makes_other (comparison, changes, i));
      if (text)
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
  g_autoptr (GPtrArray) changes = liaison_value_changes_load (comparison->db, LIAISON_KIND_ENGAGEMENT, uuid, error);
  g_autofree char *sentence = changes ? tell_engagement (comparison, id, error) : NULL;
  g_autofree char *reason = NULL;

  if (!sentence)
    return FALSE;
  if (is_new (comparison, changes, uuid))
    {
      /* Translators: an engagement, which makes a figure greater than it was */
      add_difference (comparison->differences, g_strdup_printf (_("Added since it was published: %s"), sentence), uuid, NULL);
      return TRUE;
    }

  reason = dup_reason (comparison, changes);
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
  g_autoptr (GPtrArray) changes = NULL;
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
  else
    {
      if (!(changes = liaison_value_changes_load (comparison->db, LIAISON_KIND_ENGAGEMENT, uuid, error)))
        return FALSE;
      reason = dup_reason (comparison, changes);
      /* Translators: the title of an engagement, which makes a figure less than it was, and what has changed: "Status: Held, now Cancelled" */
      text = g_strdup_printf (_("Not counted any more: %s. Changed: %s"), title, reason);
    }

  add_difference (comparison->differences, text, uuid, NULL);

  return TRUE;
}

/* What sources state */

static gboolean
tell_total (Comparison           *comparison,
            const LiaisonFigure  *figure,
            const char           *uuid,
            const char           *text,
            GError              **error)
{
  g_autoptr (GPtrArray) changes = liaison_value_changes_load (comparison->db, LIAISON_KIND_STATED_TOTAL, uuid, error);
  gboolean is_other = FALSE;

  if (!changes)
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    is_other = is_other || makes_other (comparison, changes, i);

  if (is_new (comparison, changes, uuid))
    add_difference (comparison->differences, g_strdup_printf (_("Stated since it was published: “%s”"), text), NULL, figure->query);
  else if (is_other)
    add_difference (comparison->differences, g_strdup_printf (_("Stated otherwise since it was published: “%s”"), text), NULL, figure->query);

  return TRUE;
}

static gboolean
tell_totals (Comparison           *comparison,
             const LiaisonFigure  *figure,
             GError              **error)
{
  for (guint i = 0; i < figure->total_uuids->len; i++)
    {
      if (!tell_total (comparison, figure, g_ptr_array_index (figure->total_uuids, i), g_ptr_array_index (figure->totals, i), error))
        return FALSE;
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

/* Times are whole seconds: what came before an issue and what came after it is told by the order of the actions. */
static gboolean
find_issued (Comparison           *comparison,
             const LiaisonRecord  *issue,
             GError              **error)
{
  g_autoptr (GPtrArray) changes = liaison_value_changes_load (comparison->db, LIAISON_KIND_ISSUE, liaison_record_get_uuid (issue), error);

  if (!changes)
    return FALSE;

  /* That it was made is the last of them. */
  comparison->issued = changes->len > 0 ? ((const LiaisonValueChange *) g_ptr_array_index (changes, changes->len - 1))->order : 0;

  return TRUE;
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
  Comparison comparison = { db, liaison_report_get_telling (report), 0, differences };
  gboolean success = find_issued (&comparison, issue, error);

  if (!liaison_issue_is_intact (issue))
    add_difference (differences, g_strdup (_("The issue itself has been changed since it was published: its hash is another one.")), NULL, NULL);

  liaison_db_set_cancellable (db, cancellable);
  for (char **line = lines; *line && success; line++)
    success = compare_line (&comparison, *line, error);
  liaison_db_set_cancellable (db, NULL);

  return success ? g_steal_pointer (&differences) : NULL;
}
