/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-cli-table.h"
#include "liaison-count-totals.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  LiaisonQuery     *query;
  LiaisonCountKey   by;
  int               and_by;
  LiaisonMeasure    measure;
  LiaisonCliFormat  format;
} Count;

/* What some figures have, and others do not. */
typedef struct
{
  gboolean at_least;
  gboolean unnamed;
} Extras;

static Extras
find_extras (GPtrArray *counts)
{
  Extras extras = { FALSE, FALSE };

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *count = g_ptr_array_index (counts, i);

      extras.at_least |= count->at_least;
      extras.unnamed |= count->unnamed > 0;
    }

  return extras;
}

/* Whether the values of a key are records, whose UUIDs say nothing to people. */
static gboolean
is_of_records (LiaisonCountKey key)
{
  return key == LIAISON_COUNT_PRINCIPAL || key == LIAISON_COUNT_COUNTERPART || key == LIAISON_COUNT_ORGANISATION
    || key == LIAISON_COUNT_FORMAT || key == LIAISON_COUNT_TOPIC || key == LIAISON_COUNT_OFFICE;
}

/* A table for people has the columns that say something, CSV all of them. */
static GStrv
make_columns (const Count *count,
              Extras       extras)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  gboolean is_csv = count->format == LIAISON_CLI_CSV;

  if (is_csv || !is_of_records (count->by))
    g_strv_builder_add (columns, "key");
  g_strv_builder_add (columns, "label");
  if (count->and_by >= 0)
    {
      if (is_csv || !is_of_records (count->and_by))
        g_strv_builder_add (columns, "and_key");
      g_strv_builder_add (columns, "and_label");
    }
  g_strv_builder_add (columns, "value");
  if (is_csv || extras.at_least)
    g_strv_builder_add (columns, "at_least");
  if (is_csv || extras.unnamed)
    g_strv_builder_add (columns, "unnamed");

  return g_strv_builder_end (columns);
}

static GVariant *
make_line (const LiaisonCount *count)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));

  g_variant_builder_add (&builder, "(sv)", "key", g_variant_new_string (count->key));
  g_variant_builder_add (&builder, "(sv)", "label", g_variant_new_string (count->label));
  if (count->and_key)
    {
      g_variant_builder_add (&builder, "(sv)", "and_key", g_variant_new_string (count->and_key));
      g_variant_builder_add (&builder, "(sv)", "and_label", g_variant_new_string (count->and_label));
    }
  g_variant_builder_add (&builder, "(sv)", "value", g_variant_new_int64 (count->value));
  if (count->at_least)
    g_variant_builder_add (&builder, "(sv)", "at_least", g_variant_new_boolean (TRUE));
  if (count->unnamed > 0)
    g_variant_builder_add (&builder, "(sv)", "unnamed", g_variant_new_int64 (count->unnamed));

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
write_counts (const Count *count,
              GPtrArray   *counts)
{
  g_auto (GStrv) columns = make_columns (count, find_extras (counts));
  LiaisonCliTable *table = liaison_cli_table_new (count->format, (const char * const *) columns);

  for (guint i = 0; i < counts->len; i++)
    {
      g_autoptr (GVariant) line = make_line (g_ptr_array_index (counts, i));

      liaison_cli_table_add (table, line);
    }
  liaison_cli_table_end (table);
}

/* Notes */

static void
write_note (const char *note)
{
  g_autofree char *line = g_strconcat (note, "\n", NULL);

  liaison_cli_write (line);
}

static gboolean
is_measured (const Count           *count,
             const LiaisonTotalUse *use)
{
  if (count->measure == LIAISON_MEASURE_ENGAGEMENTS)
    return use->counts == LIAISON_COUNTS_OCCASIONS;

  return count->measure == LIAISON_MEASURE_COUNTERPARTS && use->counts == LIAISON_COUNTS_HEADS;
}

static void
write_total_note (const LiaisonTotalUse *use)
{
  g_autofree char *note = NULL;

  if (use->credited)
    /* Translators: how many, and a source's own words */
    note = g_strdup_printf (ngettext ("Includes %" PRId64 " of a stated total: %s",
                                      "Includes %" PRId64 " of a stated total: %s", use->added), use->added, use->text);
  else if (use->added > 0)
    note = g_strdup_printf (_("Not included, since it cannot be credited to one line: %s"), use->text);
  else if (!use->inside)
    note = g_strdup_printf (_("Not included, since its period is not wholly in the span: %s"), use->text);
  else if (use->bound == LIAISON_BOUND_UNSTATED)
    note = g_strdup_printf (_("Not included, since no number is stated: %s"), use->text);

  if (note)
    write_note (note);
}

/* What a person has to know beside the figures. */
static gboolean
write_notes (const Count  *count,
             LiaisonDb    *db,
             GError      **error)
{
  g_autoptr (GPtrArray) uses = liaison_count_totals (db, count->query, count->by, count->and_by, error);
  LiaisonTally tally;

  if (!uses || !liaison_query_tally (db, count->query, &tally, error))
    return FALSE;

  for (guint i = 0; i < uses->len; i++)
    {
      const LiaisonTotalUse *use = g_ptr_array_index (uses, i);

      if (is_measured (count, use))
        write_total_note (use);
    }

  if (tally.outside > 0)
    {
      g_autofree char *note = g_strdup_printf (ngettext ("Left out: %u engagement whose imprecise date lies only partly in the span",
                                                         "Left out: %u engagements whose imprecise dates lie only partly in the span",
                                                         tally.outside), tally.outside);

      write_note (note);
    }

  return TRUE;
}

/* The verb */

static LiaisonCliStatus
run (const Count *count,
     const char  *store)
{
  g_autoptr (LiaisonDb) db = liaison_cli_open_store (store, LIAISON_DB_READ);
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GError) error = NULL;

  if (!db)
    return LIAISON_CLI_FAILED;
  if (!liaison_cli_resolve_query (db, count->query, &error))
    return liaison_cli_query_error (error);

  counts = liaison_count (db, count->query, count->by, count->and_by, count->measure, &error);
  if (!counts)
    return liaison_cli_query_error (error);

  write_counts (count, counts);
  if (count->format == LIAISON_CLI_TABLE && !write_notes (count, db, &error))
    return liaison_cli_query_error (error);

  return LIAISON_CLI_DONE;
}

static char *
list_keys (void)
{
  GString *keys = g_string_new (NULL);

  for (LiaisonCountKey key = 0; key < LIAISON_N_COUNT_KEYS; key++)
    g_string_append_printf (keys, "%s%s", key > 0 ? ", " : "", liaison_count_key_get_token (key));

  return g_string_free (keys, FALSE);
}

/* Tells a key that is missing or that there is not. */
static LiaisonCliStatus
refuse_key (const LiaisonCliVerb *verb,
            const char           *token)
{
  g_autofree char *keys = list_keys ();

  if (!token)
    return liaison_cli_usage_error (verb, _("Say what to count by with --by; there are %s."), keys);

  return liaison_cli_usage_error (verb, _("“%s” is nothing to count by; there are %s."), token, keys);
}

static LiaisonCliStatus
read_options (const LiaisonCliVerb *verb,
              const char           *by,
              const char           *and_by,
              const char           *measure,
              const char           *format,
              Count                *count)
{
  int key = liaison_count_key_parse (by);
  int measured = liaison_measure_parse (measure ? measure : "engagements");

  if (key < 0)
    return refuse_key (verb, by);

  count->by = key;
  count->and_by = and_by ? liaison_count_key_parse (and_by) : -1;
  if (and_by && count->and_by < 0)
    return refuse_key (verb, and_by);
  if (count->and_by == key)
    return liaison_cli_usage_error (verb, _("--and-by must differ from --by."));
  if (measured < 0)
    return liaison_cli_usage_error (verb, _("“%s” cannot be measured; there are engagements, counterparts, countries and organisations."), measure);
  if (!liaison_cli_format_parse (format, &count->format))
    return liaison_cli_usage_error (verb, _("“%s” is no format; there are table, json and csv."), format);

  count->measure = measured;

  return LIAISON_CLI_DONE;
}

LiaisonCliStatus
liaison_cli_count (const LiaisonCliVerb *verb,
                   char                **words)
{
  g_autofree char *store = NULL;
  g_autofree char *by = NULL;
  g_autofree char *and_by = NULL;
  g_autofree char *measure = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (LiaisonQuery) query = NULL;
  Count count = { NULL };
  const GOptionEntry entries[] = {
    { "by", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &by, N_("Count by this: day, month, form, country, principal…"), N_("KEY") },
    { "and-by", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &and_by, N_("And by this"), N_("KEY") },
    { "measure", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &measure, N_("engagements, counterparts, countries or organisations"), N_("WHAT") },
    { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &format, N_("table, json or csv"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };
  LiaisonCliStatus status;

  if (!liaison_cli_parse (verb, words, entries, &store))
    return LIAISON_CLI_USAGE;

  status = read_options (verb, by, and_by, measure, format, &count);
  if (status != LIAISON_CLI_DONE)
    return status;

  count.query = query = liaison_cli_parse_query (arguments);
  if (!query)
    return LIAISON_CLI_USAGE;

  return run (&count, store);
}
