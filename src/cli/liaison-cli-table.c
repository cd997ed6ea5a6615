/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-table.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define WIDEST_COLUMN 60

struct _LiaisonCliTable
{
  LiaisonCliFormat     format;
  const char * const  *columns;
  guint                n_columns;
  GPtrArray           *lines; /* of a table: char **, until its end */
  guint                n_written;
};

gboolean
liaison_cli_format_parse (const char       *name,
                          LiaisonCliFormat *format)
{
  static const char * const names[] = { "table", "json", "csv" };

  *format = LIAISON_CLI_TABLE;
  if (name == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], name))
        {
          *format = (LiaisonCliFormat) i;
          return TRUE;
        }
    }

  return FALSE;
}

static char *
value_to_text (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_strdup (g_variant_get_boolean (value) ? "true" : "false");
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));

  {
    g_autofree const char **items = g_variant_get_strv (value, NULL);

    return g_strjoinv (", ", (char **) items);
  }
}

/* The values of a line in the order of the columns. */
static char **
line_to_texts (LiaisonCliTable *table,
               GVariant        *line)
{
  char **texts = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    {
      GVariantIter iter;
      const char *name;
      GVariant *value;

      g_variant_iter_init (&iter, line);
      while (texts[i] == NULL && g_variant_iter_next (&iter, "(&sv)", &name, &value))
        {
          if (g_str_equal (name, table->columns[i]))
            texts[i] = value_to_text (value);
          g_variant_unref (value);
        }
      if (texts[i] == NULL)
        texts[i] = g_strdup ("");
    }

  return texts;
}

/* JSON */

static JsonNode *
value_to_node (GVariant *value)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    {
      json_node_set_boolean (node, g_variant_get_boolean (value));
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    {
      json_node_set_int (node, g_variant_get_int64 (value));
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      json_node_set_string (node, g_variant_get_string (value, NULL));
    }
  else
    {
      g_autofree const char **items = g_variant_get_strv (value, NULL);
      JsonArray *array = json_array_new ();

      for (const char **item = items; *item != NULL; item++)
        json_array_add_string_element (array, *item);
      json_node_init_array (node, array);
      json_array_unref (array);
    }

  return node;
}

static void
write_json (LiaisonCliTable *table,
            GVariant        *line)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *text = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, line);
  while (g_variant_iter_loop (&iter, "(&sv)", &name, &value))
    json_object_set_member (object, name, value_to_node (value));

  json_node_init_object (node, object);
  text = json_to_string (node, FALSE);
  liaison_cli_write (table->n_written == 0 ? "[\n  " : ",\n  ");
  liaison_cli_write (text);
}

/* CSV */

static void
write_csv_field (const char *text)
{
  /* What a spreadsheet takes for a formula (OWASP, "CSV Injection"). */
  gboolean is_formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *escaped = NULL;

  if (!is_formula && strpbrk (text, ",\"\r\n") == NULL)
    {
      liaison_cli_write (text);
      return;
    }

  parts = g_strsplit (text, "\"", -1);
  escaped = g_strjoinv ("\"\"", parts);
  liaison_cli_write (is_formula ? "\"'" : "\"");
  liaison_cli_write (escaped);
  liaison_cli_write ("\"");
}

static void
write_csv (const char * const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        liaison_cli_write (",");
      write_csv_field (texts[i]);
    }
  liaison_cli_write ("\r\n");
}

/* Tables */

static int
get_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* A line break or a control character would break the table, or do worse to a terminal. */
static char *
make_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (plain, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_string_free (plain, FALSE);
}

static char *
cut_to_width (char *text,
              int   width)
{
  GString *cut;
  int used = 0;

  if (get_width (text) <= width)
    return text;

  cut = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      used += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
      if (used > width - 1)
        break;
      g_string_append_unichar (cut, c);
    }
  g_string_append (cut, "…");
  g_free (text);

  return g_string_free (cut, FALSE);
}

static void
add_table_line (LiaisonCliTable *table,
                char           **texts)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      char *plain = make_plain (texts[i]);

      g_free (texts[i]);
      texts[i] = cut_to_width (plain, WIDEST_COLUMN);
    }
  g_ptr_array_add (table->lines, texts);
}

static void
write_table (LiaisonCliTable *table)
{
  g_autofree int *widths = g_new0 (int, table->n_columns);

  for (guint l = 0; l < table->lines->len; l++)
    {
      for (guint i = 0; i < table->n_columns; i++)
        widths[i] = MAX (widths[i], get_width (((char **) table->lines->pdata[l])[i]));
    }

  for (guint l = 0; l < table->lines->len; l++)
    {
      char **texts = table->lines->pdata[l];
      guint last = table->n_columns - 1;

      /* No blanks at the end of a line. */
      while (last > 0 && *texts[last] == '\0')
        last--;
      for (guint i = 0; i <= last; i++)
        {
          liaison_cli_write (texts[i]);
          for (int n = get_width (texts[i]); i < last && n < widths[i] + 2; n++)
            liaison_cli_write (" ");
        }
      liaison_cli_write ("\n");
    }
}

LiaisonCliTable *
liaison_cli_table_new (LiaisonCliFormat     format,
                       const char * const  *columns)
{
  LiaisonCliTable *table = g_new0 (LiaisonCliTable, 1);

  table->format = format;
  table->columns = columns;
  table->n_columns = g_strv_length ((char **) columns);
  table->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (format == LIAISON_CLI_TABLE)
    add_table_line (table, g_strdupv ((char **) columns));
  else if (format == LIAISON_CLI_CSV)
    write_csv (columns);

  return table;
}

void
liaison_cli_table_add (LiaisonCliTable *table,
                       GVariant        *line)
{
  if (table->format == LIAISON_CLI_JSON)
    {
      write_json (table, line);
    }
  else if (table->format == LIAISON_CLI_CSV)
    {
      g_auto (GStrv) texts = line_to_texts (table, line);

      write_csv ((const char * const *) texts);
    }
  else
    {
      add_table_line (table, line_to_texts (table, line));
    }
  table->n_written++;
}

void
liaison_cli_table_end (LiaisonCliTable *table)
{
  if (table->format == LIAISON_CLI_JSON)
    liaison_cli_write (table->n_written == 0 ? "[]\n" : "\n]\n");
  else if (table->format == LIAISON_CLI_TABLE)
    write_table (table);

  g_ptr_array_unref (table->lines);
  g_free (table);
}
