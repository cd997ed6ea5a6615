/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The tables of charts, compared with statements that know nothing of the counting: they read the columns that a person has filled in, and not
 * those that are derived, but for days, seats and groups.
 */

#include "plot-fixture.h"
#include "random-store.h"

#include "liaison-country.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Held, and no visit with a held engagement inside it. */
#define COUNTED \
  "e.status = 2 AND NOT (e.form IN (6, 7) AND EXISTS (SELECT 1 FROM engagement c WHERE c.parent = e.id AND c.status = 2))"

/* Neither declined nor absent. */
#define PRESENT(p) p ".attendance NOT IN (3, 4)"

/* Attended, as principal, chair or host; what is not said is so. */
#define ATTENDED(p) p ".attendance IN (0, 1) AND " p ".role IN (0, 1, 2, 3)"
#define REPRESENTED(p) p ".attendance = 5 AND " p ".role IN (0, 1, 2, 3)"

static LiaisonPlotTable *
load_query (LiaisonDb  *db,
            const char *kind,
            const char *text,
            const char *option,
            const char *choice)
{
  g_autoptr (LiaisonPlot) plot = plot_fixture_load (db, liaison_chart_kind_find (kind), text, option, choice);

  return liaison_plot_create_table (plot);
}

static LiaisonPlotTable *
load (LiaisonDb  *db,
      const char *kind,
      const char *option,
      const char *choice)
{
  return load_query (db, kind, "", option, choice);
}

/* Two columns of a table as "NAME=FIGURE", without those of nought. */
static char *
table_lines (const LiaisonPlotTable *table,
             guint                   figure)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv fields = g_ptr_array_index (table->rows, i);

      if (!g_str_equal (fields[figure], "0"))
        g_ptr_array_add (lines, g_strdup_printf ("%s=%s", fields[0], fields[figure]));
    }

  return plot_join_lines (lines);
}

/* The codes of countries by the names that tables have. */
static char *
name_countries (const char *text)
{
  g_auto (GStrv) split = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; split[i] != NULL; i++)
    {
      char *equals = strrchr (split[i], '=');
      char *bar = strrchr (split[i], '|');
      char *code = bar ? bar + 1 : split[i];

      if (equals == NULL)
        continue;
      *equals = '\0';
      g_ptr_array_add (lines, g_strdup_printf ("%.*s%s=%s", (int) (code - split[i]), split[i], liaison_country_get_name (code), equals + 1));
    }

  return plot_join_lines (lines);
}

static void
test_over_time (LiaisonDb *db)
{
  g_autoptr (LiaisonPlotTable) table = load (db, "over-time", "step", "month");
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *expected = db_fixture_query (db, "SELECT coalesce (group_concat (n, ' '), '') FROM (SELECT count (*) AS n FROM engagement e"
                                                    " WHERE " COUNTED " AND e.x_first_day > 0 GROUP BY e.x_first_day / 100 ORDER BY e.x_first_day / 100)");

  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv fields = g_ptr_array_index (table->rows, i);

      if (!g_str_equal (fields[1], "0"))
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", fields[1]);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_ranking (LiaisonDb *db)
{
  g_autoptr (LiaisonPlotTable) table = load (db, "ranking", "measure", "countries");
  g_autoptr (LiaisonPlotTable) principals = load (db, "ranking", "of", "principal");
  g_autofree char *expected = plot_query_lines (db, "SELECT c.name || '=' || count (DISTINCT p.x_seat_country) AS line FROM participation p"
                                                    " JOIN engagement e ON e.id = p.engagement JOIN contact c ON c.id = p.contact"
                                                    " WHERE p.side = 2 AND p.x_seat_country <> '' AND " PRESENT ("p") " AND " COUNTED " GROUP BY c.id");
  g_autofree char *found = table_lines (table, 1);
  g_autofree char *expected_principals = plot_query_lines (db, "SELECT c.name || '=' || count (DISTINCT e.id) AS line FROM participation p"
                                                               " JOIN engagement e ON e.id = p.engagement JOIN contact c ON c.id = p.contact"
                                                               " WHERE p.side = 1 AND " PRESENT ("p") " AND " COUNTED " GROUP BY c.id");
  g_autofree char *found_principals = table_lines (principals, 1);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (found_principals, ==, expected_principals);
}

/* The cells of a matrix as "ROW|COLUMN=FIGURE", without those of nought. */
static char *
matrix_lines (const LiaisonPlotTable *table)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < table->rows->len; row++)
    {
      GStrv fields = g_ptr_array_index (table->rows, row);

      for (guint column = 2; column < table->columns->len; column++)
        {
          if (!g_str_equal (fields[column], "0"))
            g_ptr_array_add (lines, g_strdup_printf ("%s|%s=%s", fields[0], (const char *) g_ptr_array_index (table->columns, column),
                                                     fields[column]));
        }
    }

  return plot_join_lines (lines);
}

static void
test_matrix (LiaisonDb *db)
{
  g_autoptr (LiaisonPlotTable) table = load (db, "matrix", NULL, NULL);
  g_autofree char *codes = plot_query_lines (db, "SELECT c.name || '|' || q.x_seat_country || '=' || count (DISTINCT e.id) AS line FROM participation p"
                                                 " JOIN engagement e ON e.id = p.engagement JOIN contact c ON c.id = p.contact"
                                                 " JOIN participation q ON q.engagement = e.id AND q.side = 2 AND q.x_seat_country <> ''"
                                                 " WHERE p.side = 1 AND " PRESENT ("p") " AND " PRESENT ("q") " AND " COUNTED
                                                 " GROUP BY c.id, q.x_seat_country");
  g_autofree char *expected = name_countries (codes);
  g_autofree char *found = matrix_lines (table);

  g_assert_cmpstr (found, ==, expected);
}

static LiaisonPlotTable *
load_levels (LiaisonDb *db)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (NULL);
  g_autoptr (LiaisonChartRequest) request = liaison_chart_request_new (liaison_chart_kind_find ("matrix"), query);
  g_autoptr (LiaisonPlot) plot = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (liaison_chart_request_choose (request, "of", "our-level"));
  g_assert_true (liaison_chart_request_choose (request, "with", "level"));
  plot = liaison_chart_request_load (db, request, &error);
  g_assert_no_error (error);

  return liaison_plot_create_table (plot);
}

static void
test_levels (LiaisonDb *db)
{
  g_autoptr (LiaisonPlotTable) table = load_levels (db);
  g_autofree char *found = matrix_lines (table);
  g_autofree char *numbers = plot_query_lines (db, "SELECT p.x_level || '|' || q.x_level || '=' || count (DISTINCT e.id) AS line FROM participation p"
                                                   " JOIN engagement e ON e.id = p.engagement"
                                                   " JOIN participation q ON q.engagement = e.id AND q.side = 2 AND q.x_level <> 0"
                                                   " WHERE p.side = 1 AND p.x_level <> 0 AND " PRESENT ("p") " AND " PRESENT ("q") " AND " COUNTED
                                                   " GROUP BY p.x_level, q.x_level");
  g_auto (GStrv) split = g_strsplit (numbers, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expected = NULL;

  for (guint i = 0; split[i] != NULL; i++)
    {
      int ours, theirs, value;

      if (sscanf (split[i], "%d|%d=%d", &ours, &theirs, &value) == 3)
        g_ptr_array_add (lines, g_strdup_printf ("%s|%s=%d", liaison_vocabulary_get_label (&liaison_levels, ours),
                                                 liaison_vocabulary_get_label (&liaison_levels, theirs), value));
    }
  expected = plot_join_lines (lines);
  g_assert_cmpstr (found, ==, expected);
}

#define REACHED \
  COUNTED " AND e.x_group IN (1, 2, 3) AND ((" ATTENDED ("p") ") OR (" REPRESENTED ("p") "))" \
  " AND EXISTS (SELECT 1 FROM participation o WHERE o.engagement = e.id AND o.side = 1 AND " ATTENDED ("o") ")"

static void
test_gaps (LiaisonDb *db)
{
  g_autoptr (LiaisonPlotTable) table = load (db, "gaps", NULL, NULL);
  g_autofree char *codes = plot_query_lines (db, "SELECT p.x_seat_country || '=' || count (DISTINCT e.id) AS line FROM participation p"
                                                 " JOIN engagement e ON e.id = p.engagement WHERE p.side = 2 AND p.x_seat_country <> '' AND " REACHED
                                                 " GROUP BY p.x_seat_country");
  g_autofree char *day_codes = plot_query_lines (db, "SELECT p.x_seat_country || '=' || cast (julianday ('2022-01-14') - julianday (format"
                                                     " ('%04d-%02d-%02d', d / 10000, d / 100 % 100, d % 100)) AS INTEGER) AS line FROM"
                                                     " (SELECT p.x_seat_country, max (min (e.x_last_day, 20220114)) AS d FROM participation p"
                                                     "   JOIN engagement e ON e.id = p.engagement WHERE p.side = 2 AND p.x_seat_country <> '' AND "
                                                REACHED " GROUP BY p.x_seat_country HAVING d > 0) p");
  g_autofree char *expected = name_countries (codes);
  g_autofree char *expected_days = name_countries (day_codes);
  g_autofree char *found = table_lines (table, 4);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found_days = NULL;

  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv fields = g_ptr_array_index (table->rows, i);

      if (*fields[1] != '\0')
        g_ptr_array_add (lines, g_strdup_printf ("%s=%s", fields[0], fields[1]));
    }
  found_days = plot_join_lines (lines);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (found_days, ==, expected_days);
}

static void
test_reciprocity (LiaisonDb *db)
{
  static const char * const initiated[] = { "IN (1)", "IN (2)", "IN (3)", "NOT IN (1, 2, 3)" };
  g_autoptr (LiaisonPlotTable) table = load (db, "reciprocity", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (initiated); i++)
    {
      g_autofree char *statement = g_strdup_printf ("SELECT p.x_seat_country || '=' || count (DISTINCT e.id) AS line FROM participation p"
                                                    " JOIN engagement e ON e.id = p.engagement WHERE p.side = 2 AND p.x_seat_country <> ''"
                                                    " AND %s AND %s AND e.initiated %s GROUP BY p.x_seat_country", PRESENT ("p"), COUNTED,
                                                    initiated[i]);
      g_autofree char *codes = plot_query_lines (db, statement);
      g_autofree char *expected = name_countries (codes);
      g_autofree char *found = table_lines (table, i + 1);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_overview (LiaisonDb *db)
{
  g_autoptr (LiaisonPlotTable) table = load (db, "overview", NULL, NULL);
  /* From 16 December 2021 on; what is imprecise and only partly in the span is left out. */
  g_autofree char *expected = db_fixture_query (db, "SELECT count (*) FROM engagement e WHERE " COUNTED " AND e.x_first_day > 0"
                                                    " AND e.x_last_day >= 20211216 AND e.x_first_day <= 20220114"
                                                    " AND (e.precision IN (0, 1, 2) OR (e.precision = 5 AND e.x_first_day = e.x_last_day)"
                                                    "  OR (e.x_first_day >= 20211216 AND e.x_last_day <= 20220114))");
  GStrv fields = g_ptr_array_index (table->rows, 0);

  g_assert_cmpstr (fields[0], ==, "Engagements");
  g_assert_cmpstr (fields[1], ==, expected);
}

/* "9 December 2021" */
static int
read_day (const char *text)
{
  g_autoptr (GDate) date = g_date_new ();

  g_date_set_parse (date, text);
  g_assert_true (g_date_valid (date));

  return (int) (g_date_get_year (date) * 10000 + g_date_get_month (date) * 100 + g_date_get_day (date));
}

/* The rows of the days of one year, as "20220107=6", held ones and planned ones apart. */
static void
test_calendar (LiaisonDb *db)
{
  g_autoptr (LiaisonPlotTable) table = load (db, "calendar", NULL, NULL);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) planned = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expected = plot_query_lines (db, "SELECT e.x_first_day || '=' || count (*) AS line FROM engagement e WHERE " COUNTED
                                                    " AND e.x_first_day > 0 GROUP BY e.x_first_day");
  g_autofree char *expected_planned = plot_query_lines (db, "SELECT e.x_first_day || '=' || count (*) AS line FROM engagement e WHERE e.status = 1"
                                                            " AND e.x_first_day > 0 GROUP BY e.x_first_day");
  g_autofree char *found = NULL, *found_planned = NULL;

  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv fields = g_ptr_array_index (table->rows, i);
      int day = read_day (fields[0]);

      if (!g_str_equal (fields[1], "0"))
        g_ptr_array_add (held, g_strdup_printf ("%d=%s", day, fields[1]));
      if (!g_str_equal (fields[2], "0"))
        g_ptr_array_add (planned, g_strdup_printf ("%d=%s", day, fields[2]));
    }
  found = plot_join_lines (held);
  found_planned = plot_join_lines (planned);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (found_planned, ==, expected_planned);
}

/* Whatever part of the world is shown, the table has all countries. */
static void
test_map (LiaisonDb *db)
{
  g_autoptr (LiaisonPlotTable) table = load (db, "map", NULL, NULL);
  g_autoptr (LiaisonPlotTable) europe = load (db, "map", "part", "europe");
  g_autofree char *codes = plot_query_lines (db, "SELECT p.x_seat_country || '=' || count (DISTINCT e.id) AS line FROM participation p"
                                                 " JOIN engagement e ON e.id = p.engagement WHERE p.side = 2 AND p.x_seat_country <> ''"
                                                 " AND " PRESENT ("p") " AND " COUNTED " GROUP BY p.x_seat_country");
  g_autofree char *expected = name_countries (codes);
  g_autofree char *found = table_lines (table, 1);
  g_autofree char *found_in_europe = table_lines (europe, 1);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (found_in_europe, ==, expected);
}

/* The first days of all that a country took part in, in the words of the table. */
static void
test_timeline (LiaisonDb *db)
{
  g_autoptr (LiaisonPlotTable) table = load_query (db, "timeline", "country:UA", NULL, NULL);
  g_autofree char *expected = plot_query_lines (db, "SELECT e.x_first_day || ' ' || e.form AS line FROM engagement e WHERE e.status IN (1, 2)"
                                                    " AND e.x_first_day > 0 AND EXISTS (SELECT 1 FROM participation p WHERE p.engagement = e.id"
                                                    " AND p.side = 2 AND p.x_seat_country = 'UA' AND " PRESENT ("p") ")");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;

  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv fields = g_ptr_array_index (table->rows, i);
      g_auto (GStrv) days = g_strsplit (fields[0], " – ", 2);
      int form = 0;

      for (const LiaisonToken *token = liaison_forms.tokens; token->token != NULL; token++)
        {
          if (g_str_equal (liaison_vocabulary_get_label (&liaison_forms, token->value), fields[1]))
            form = token->value;
        }
      g_ptr_array_add (lines, g_strdup_printf ("%d %d", read_day (days[0]), form));
    }
  g_assert_cmpint (lines->len, >, 0);
  found = plot_join_lines (lines);
  g_assert_cmpstr (found, ==, expected);
}

/* What is chosen beside the first choices: the table has names, up to a figure, as a statement finds them. */

#define PART(p, s) " JOIN participation " p " ON " p ".engagement = e.id AND " p ".side = " s " AND " PRESENT (p)
#define PRINCIPAL PART ("p", "1") " JOIN contact c ON c.id = p.contact"
#define COUNTERPART PART ("q", "2") " JOIN contact d ON d.id = q.contact"
#define COUNTRY PART ("q", "2") " AND q.x_seat_country <> ''"
#define TOPIC " JOIN engagement_topics l ON l.owner = e.id JOIN topic t ON t.id = l.target"
#define ENGAGEMENTS " || '=' || count (DISTINCT e.id) AS line FROM engagement e"

static const struct
{
  const char *kind;
  const char *option;
  const char *choice;
  const char *statement;
  gboolean    of_countries;
} choices[] = {
  { "ranking", "of", "counterpart", "SELECT d.name" ENGAGEMENTS COUNTERPART " WHERE " COUNTED " GROUP BY d.id" },
  { "ranking", "of", "country", "SELECT q.x_seat_country" ENGAGEMENTS COUNTRY " WHERE " COUNTED " GROUP BY q.x_seat_country", TRUE },
  { "ranking", "of", "topic", "SELECT t.name" ENGAGEMENTS TOPIC " WHERE " COUNTED " GROUP BY t.id" },
  { "matrix", "with", "counterpart", "SELECT c.name || '|' || d.name" ENGAGEMENTS PRINCIPAL COUNTERPART " WHERE " COUNTED " GROUP BY c.id, d.id" },
  { "matrix", "with", "topic", "SELECT c.name || '|' || t.name" ENGAGEMENTS PRINCIPAL TOPIC " WHERE " COUNTED " GROUP BY c.id, t.id" },
  { "network", "with", "country", "SELECT c.name || '|' || q.x_seat_country" ENGAGEMENTS PRINCIPAL COUNTRY " WHERE " COUNTED
    " GROUP BY c.id, q.x_seat_country", TRUE },
  { "reciprocity", "by", "principal", "SELECT c.name" ENGAGEMENTS PRINCIPAL " WHERE " COUNTED " AND e.initiated = 1 GROUP BY c.id" },
  { "reciprocity", "by", "counterpart", "SELECT d.name" ENGAGEMENTS COUNTERPART " WHERE " COUNTED " AND e.initiated = 1 GROUP BY d.id" },
};

/* The edges of a network as "ONE|OTHER=FIGURE". */
static char *
edge_lines (const LiaisonPlotTable *table)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv fields = g_ptr_array_index (table->rows, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s|%s=%s", fields[0], fields[1], fields[2]));
    }

  return plot_join_lines (lines);
}

static void
test_choices (LiaisonDb *db)
{
  guint n_empty = 0;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (LiaisonPlotTable) table = load (db, choices[i].kind, choices[i].option, choices[i].choice);
      g_autofree char *lines = plot_query_lines (db, choices[i].statement);
      g_autofree char *expected = choices[i].of_countries ? name_countries (lines) : g_steal_pointer (&lines);
      g_autofree char *found = g_str_equal (choices[i].kind, "matrix") ? matrix_lines (table)
        : g_str_equal (choices[i].kind, "network") ? edge_lines (table) : table_lines (table, 1);

      n_empty += *expected == '\0';
      if (!g_str_equal (found, expected))
        g_error ("%s %s=%s: %s is not %s", choices[i].kind, choices[i].option, choices[i].choice, found, expected);
    }
  g_assert_cmpint (n_empty, <=, 2);
}

/* What is under each heading of a stack, all in all, is what has that value. */
static void
check_stack (LiaisonDb               *db,
             const char              *choice,
             const char              *column,
             const LiaisonVocabulary *vocabulary)
{
  g_autoptr (LiaisonPlotTable) table = load (db, "over-time", "stack", choice);

  for (const LiaisonToken *token = vocabulary->tokens; token->token != NULL; token++)
    {
      const char *label = liaison_vocabulary_get_label (vocabulary, token->value);
      g_autofree char *statement = g_strdup_printf ("SELECT count (*) FROM engagement e WHERE %s AND e.x_first_day > 0 AND e.%s = %d", COUNTED, column,
                                                    token->value);
      g_autofree char *expected = db_fixture_query (db, statement);
      gint64 sum = 0;

      for (guint i = 2; i < table->columns->len; i++)
        {
          for (guint row = 0; g_str_equal (g_ptr_array_index (table->columns, i), label) && row < table->rows->len; row++)
            sum += atoi (((GStrv) g_ptr_array_index (table->rows, row))[i]);
        }
      g_assert_cmpint (sum, ==, atoi (expected));
    }
}

static void
test_stacks (LiaisonDb *db)
{
  check_stack (db, "group", "x_group", &liaison_groups);
  check_stack (db, "form", "form", &liaison_forms);
}

/* Of very many, the first ones are told, and how many more there are; all of them where a table is written. */
static void
test_long_ranking (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse ("");
  g_autoptr (LiaisonChartRequest) request = liaison_chart_request_new (liaison_chart_kind_find ("ranking"), query);
  g_autoptr (LiaisonPlot) plot = NULL;
  g_autoptr (LiaisonPlotTable) table = NULL, whole = NULL;
  g_autoptr (GError) error = NULL;

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Ours", "side", "ours", NULL);
  for (guint i = 2; i < 1102; i++)
    {
      g_autofree char *name = g_strdup_printf ("Theirs %u", i);

      db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, i, "name", name, "side", "theirs", NULL);
      plot_fixture_put_call (fixture->db, i, "2021-12-09", i);
      /* A thousand and ten have two. */
      if (i < 1012)
        plot_fixture_put_call (fixture->db, 2000 + i, "2021-12-10", i);
    }

  /* Nobody is not one more, where there is one with nobody. */
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 5000, "form", "phone-call", "status", "held", "start", "2021-12-11", "precision", "day", NULL);

  table = load (fixture->db, "ranking", NULL, NULL);
  /* All that equal the last of the first thousand. */
  g_assert_cmpint (table->rows->len, ==, 1011);
  g_assert_cmpstr (((GStrv) g_ptr_array_index (table->rows, 1010))[0], ==, "and 90 more");
  g_assert_cmpstr (g_ptr_array_index (table->queries, 1010), ==, "");

  liaison_chart_request_set_for_table (request);
  plot = liaison_chart_request_load (fixture->db, request, &error);
  g_assert_no_error (error);
  whole = liaison_plot_create_table (plot);
  g_assert_cmpint (whole->rows->len, ==, 1100);
}

static guint
count_columns_or_rows (LiaisonDb  *db,
                       const char *kind,
                       const char *option,
                       const char *choice,
                       gboolean    whole,
                       gboolean    columns)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse ("");
  g_autoptr (LiaisonChartRequest) request = liaison_chart_request_new (liaison_chart_kind_find (kind), query);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlot) plot = NULL;
  g_autoptr (LiaisonPlotTable) table = NULL;

  g_assert_true (liaison_chart_request_choose (request, option, choice));
  if (whole)
    liaison_chart_request_set_for_table (request);
  plot = liaison_chart_request_load (db, request, &error);
  g_assert_no_error (error);
  table = liaison_plot_create_table (plot);

  return columns ? table->columns->len : table->rows->len;
}

/* A table that leaves the program has all that there is, whatever a picture has room for. */
static void
test_whole_tables (DbFixture     *fixture,
                   gconstpointer  data)
{
  static const char * const countries[] = { "UA", "PL", "DE", "NO", "CH", "FR", "GB", "IT", "ES", "SE" };
  static const struct { const char *kind, *option, *choice; gboolean columns; guint cut, whole; } tables[] = {
    { "matrix", "with", "counterpart", TRUE, 2 + 80, 2 + 300 },
    { "network", "with", "counterpart", FALSE, 80, 300 },
    { "gaps", "of", "counterparts", FALSE, 250, 300 },
    { "over-time", "stack", "country", TRUE, 2 + 8, 2 + 10 },
    { "ranking", "of", "counterpart", FALSE, 300, 300 },
  };

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Ours", "side", "ours", NULL);
  for (guint i = 2; i < 302; i++)
    {
      g_autofree char *name = g_strdup_printf ("Theirs %u", i);

      db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, i, "name", name, "side", "theirs", "country", countries[i % G_N_ELEMENTS (countries)], NULL);
      plot_fixture_put_call (fixture->db, i, "2021-12-09", i);
    }

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_test_message ("%s", tables[i].kind);
      g_assert_cmpint (count_columns_or_rows (fixture->db, tables[i].kind, tables[i].option, tables[i].choice, FALSE, tables[i].columns), ==,
                       tables[i].cut);
      g_assert_cmpint (count_columns_or_rows (fixture->db, tables[i].kind, tables[i].option, tables[i].choice, TRUE, tables[i].columns), ==,
                       tables[i].whole);
    }
}

typedef void (*FigureTest) (LiaisonDb *db);

static void
test_on_sample (DbFixture     *fixture,
                gconstpointer  data)
{
  plot_fixture_fill_sample (fixture->db);
  (*(const FigureTest *) data) (fixture->db);
}

static void
test_on_random (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  random_store_fill (fixture->db, rand, 80);
  (*(const FigureTest *) data) (fixture->db);
}

int
main (int    argc,
      char **argv)
{
  static const struct { FigureTest test; const char *name; } tests[] = {
    { test_over_time, "over-time" }, { test_calendar, "calendar" }, { test_timeline, "timeline" },
    { test_ranking, "ranking" }, { test_matrix, "matrix" }, { test_levels, "levels" }, { test_gaps, "gaps" },
    { test_reciprocity, "reciprocity" }, { test_overview, "overview" }, { test_map, "map" }, { test_choices, "choices" }, { test_stacks, "stacks" },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *sample = g_strdup_printf ("/chart-figures/%s/sample", tests[i].name);
      g_autofree char *random = g_strdup_printf ("/chart-figures/%s/random", tests[i].name);

      g_test_add (sample, DbFixture, &tests[i].test, db_fixture_set_up, test_on_sample, db_fixture_tear_down);
      g_test_add (random, DbFixture, &tests[i].test, db_fixture_set_up, test_on_random, db_fixture_tear_down);
    }

  g_test_add ("/chart-figures/long-ranking", DbFixture, NULL, db_fixture_set_up, test_long_ranking, db_fixture_tear_down);
  g_test_add ("/chart-figures/whole-tables", DbFixture, NULL, db_fixture_set_up, test_whole_tables, db_fixture_tear_down);

  return g_test_run ();
}
