/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-text.h"

#include "liaison-row-data-private.h"
#include "liaison-snapshot.h"

#include <string.h>

/* Rows are read by so many at a time: all of a million at once would be as many objects. */
#define AT_ONCE 512

/* How a table or a list is written. */
typedef struct
{
  const char *token;
  const char *begin;     /* of a row */
  const char *separator;
  const char *end;
  gboolean    has_heads;
  void      (*append) (GString *text, const char *cell);
} Format;

/* A cell is one line, whatever its text; what is a line each there is a list. */
static void
append_character (GString *text,
                  char     c)
{
  if (c == '\n')
    g_string_append (text, ", ");
  else
    g_string_append_c (text, c == '\t' || c == '\r' ? ' ' : c);
}

static void
append_line (GString    *text,
             const char *cell)
{
  for (; *cell; cell++)
    append_character (text, *cell);
}

static void
append_tsv (GString    *text,
            const char *cell)
{
  if (*cell && strchr ("=+-@\t\r", *cell))
    g_string_append_c (text, '\'');
  append_line (text, cell);
}

/* What would be taken for markup stays what it is. */
static void
append_markdown (GString    *text,
                 const char *cell)
{
  for (; *cell; cell++)
    {
      if (strchr ("\\`*_{}[]<>#|~!&", *cell))
        g_string_append_c (text, '\\');
      append_character (text, *cell);
    }
}

static const Format formats[] = {
  [LIAISON_ROW_FORMAT_TEXT] = { "text", "", " · ", "\n", FALSE, append_line },
  [LIAISON_ROW_FORMAT_TSV] = { "tsv", "", "\t", "\n", TRUE, append_tsv },
  [LIAISON_ROW_FORMAT_MARKDOWN] = { "markdown", "| ", " | ", " |\n", TRUE, append_markdown },
};

int
liaison_row_format_parse (const char *token)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].token, token) == 0)
        return i;
    }

  return -1;
}

static void
append_heads (GString       *text,
              LiaisonEntity  entity,
              const int     *columns,
              guint          n_columns,
              const Format  *format)
{
  g_string_append (text, format->begin);
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (text, i > 0 ? format->separator : "");
      format->append (text, liaison_row_column_get_label (entity, columns[i]));
    }
  g_string_append (text, format->end);

  if (format != &formats[LIAISON_ROW_FORMAT_MARKDOWN])
    return;

  for (guint i = 0; i < n_columns; i++)
    g_string_append (text, i > 0 ? " | ---" : "| ---");
  g_string_append (text, " |\n");
}

/* Who copies wants all the names.  In a line of text, what is empty needs no place. */
static void
append_row (GString              *text,
            const LiaisonRowData *row,
            const int            *columns,
            guint                 n_columns,
            const Format         *format)
{
  gboolean is_first = TRUE;

  g_string_append (text, format->begin);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *cell = *row->wholes[columns[i]] ? row->wholes[columns[i]] : row->texts[columns[i]];

      if (!format->has_heads && !*cell)
        continue;
      g_string_append (text, is_first ? "" : format->separator);
      format->append (text, cell);
      is_first = FALSE;
    }
  g_string_append (text, format->end);
}

char *
liaison_row_text_write (LiaisonDb        *db,
                        LiaisonEntity     entity,
                        const gint32     *ids,
                        guint             n_ids,
                        const int        *columns,
                        guint             n_columns,
                        LiaisonRowFormat  format,
                        GError          **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (LiaisonSnapshot) snapshot = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return NULL;

  if (formats[format].has_heads)
    append_heads (text, entity, columns, n_columns, &formats[format]);

  for (guint first = 0; first < n_ids; first += AT_ONCE)
    {
      g_autoptr (GPtrArray) rows = liaison_row_data_load (db, entity, ids + first, MIN (AT_ONCE, n_ids - first), error);

      if (!rows)
        return NULL;
      for (guint i = 0; i < rows->len; i++)
        append_row (text, g_ptr_array_index (rows, i), columns, n_columns, &formats[format]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  LiaisonEntity     entity;
  LiaisonRowFormat  format;
  GArray           *ids;
  GArray           *columns; /* int */
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_array_unref (request->ids);
  g_array_unref (request->columns);
  g_free (request);
}

static gpointer
write_job (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Request *request = data;

  return liaison_row_text_write (db, request->entity, (gconstpointer) request->ids->data, request->ids->len,
                                 (gconstpointer) request->columns->data, request->columns->len, request->format, error);
}

void
liaison_row_text_write_async (LiaisonStore        *store,
                              LiaisonEntity        entity,
                              GArray              *ids,
                              const int           *columns,
                              guint                n_columns,
                              LiaisonRowFormat     format,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { entity, format, ids, g_array_new (FALSE, FALSE, sizeof (int)) };
  g_array_append_vals (request->columns, columns, n_columns);
  /* Not where pages are read: many rows take long. */
  liaison_store_run_async (store, LIAISON_QUEUE_OUTPUTS, write_job, request, free_request, g_free, NULL, callback, user_data);
}

char *
liaison_row_text_write_finish (LiaisonStore  *store,
                               GAsyncResult  *result,
                               GError       **error)
{
  return liaison_store_run_finish (store, result, error);
}
