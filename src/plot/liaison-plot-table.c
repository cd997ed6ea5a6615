/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-table.h"

#include "liaison-plot-text.h"

#include <string.h>

LiaisonPlotTable *
liaison_plot_table_new (guint n_names)
{
  LiaisonPlotTable *table = g_new0 (LiaisonPlotTable, 1);

  table->n_names = n_names;
  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  table->queries = g_ptr_array_new_with_free_func (g_free);

  return table;
}

void
liaison_plot_table_free (LiaisonPlotTable *table)
{
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->queries);
  g_free (table);
}

void
liaison_plot_table_add_column (LiaisonPlotTable *table,
                               const char       *heading)
{
  g_ptr_array_add (table->columns, g_strdup (heading));
}

void
liaison_plot_table_add_row (LiaisonPlotTable *table,
                            GStrv             fields,
                            char             *query)
{
  g_return_if_fail (g_strv_length (fields) == table->columns->len);

  g_ptr_array_add (table->rows, fields);
  g_ptr_array_add (table->queries, query);
}

void
liaison_plot_table_add_rest (LiaisonPlotTable *table,
                             guint             n)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autofree char *rest = liaison_plot_text_dup_rest (n);

  g_strv_builder_add (fields, rest);
  for (guint i = 1; i < table->columns->len; i++)
    g_strv_builder_add (fields, "");
  liaison_plot_table_add_row (table, g_strv_builder_end (fields), g_strdup (""));
}

static void
add_csv_field (GString    *csv,
               const char *field)
{
  /* What a spreadsheet takes for a formula (OWASP, "CSV Injection"). */
  gboolean is_formula = *field != '\0' && strchr ("=+-@\t\r", *field) != NULL;

  if (!is_formula && strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (csv, field);
      return;
    }

  g_string_append (csv, is_formula ? "\"'" : "\"");
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
add_csv_line (GString            *csv,
              const char * const *fields,
              guint               n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      add_csv_field (csv, fields[i]);
    }
  g_string_append (csv, "\r\n");
}

char *
liaison_plot_table_to_csv (const LiaisonPlotTable *table)
{
  GString *csv = g_string_new (NULL);

  add_csv_line (csv, (const char * const *) table->columns->pdata, table->columns->len);
  for (guint i = 0; i < table->rows->len; i++)
    add_csv_line (csv, (const char * const *) g_ptr_array_index (table->rows, i), table->columns->len);

  return g_string_free (csv, FALSE);
}

/* A tab or a line's end inside a field would be taken for one between fields. */
static void
add_text_line (GString            *text,
               const char * const *fields,
               guint               n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *field = g_strdelimit (g_strdup (fields[i]), "\t\r\n", ' ');

      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", field);
    }
  g_string_append_c (text, '\n');
}

char *
liaison_plot_table_to_text (const LiaisonPlotTable *table)
{
  GString *text = g_string_new (NULL);

  add_text_line (text, (const char * const *) table->columns->pdata, table->columns->len);
  for (guint i = 0; i < table->rows->len; i++)
    add_text_line (text, (const char * const *) g_ptr_array_index (table->rows, i), table->columns->len);

  return g_string_free (text, FALSE);
}
