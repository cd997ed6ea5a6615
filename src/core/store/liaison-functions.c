/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-functions-private.h"

#include "liaison-bits-private.h"
#include "liaison-date.h"
#include "liaison-fold.h"
#include "liaison-sort-key-private.h"

#include <string.h>

static const char *
get_text (sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  return text != NULL ? text : "";
}

static gboolean
get_date (sqlite3_value *value,
          LiaisonDate   *date)
{
  return liaison_date_parse (get_text (value), date, NULL);
}

static void
first_day (sqlite3_context  *context,
           int               n_values,
           sqlite3_value   **values)
{
  LiaisonDate date;

  sqlite3_result_int (context, get_date (values[0], &date) ? liaison_date_first_day (&date) : 0);
}

static void
last_day (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  LiaisonDate date;

  sqlite3_result_int (context, get_date (values[0], &date) ? liaison_date_last_day (&date) : 0);
}

static void
minute (sqlite3_context  *context,
        int               n_values,
        sqlite3_value   **values)
{
  LiaisonDate date;

  sqlite3_result_int (context, get_date (values[0], &date) ? date.minute : -1);
}

static void
sort_key (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  const char *text = get_text (values[0]);
  g_autofree char *repaired = NULL;

  /* A damaged page can hold anything. */
  if (!g_utf8_validate (text, -1, NULL))
    text = repaired = g_utf8_make_valid (text, -1);

  sqlite3_result_text (context, liaison_sort_key_new (text), -1, g_free);
}

/* A name that another one contains adds nothing: "Biden" beside "Joe Biden". */
static void
append_name (GString    *names,
             const char *name)
{
  g_autofree char *folded = liaison_fold_search_text (name);

  if (*folded == '\0' || liaison_fold_has_phrase (names->str, folded))
    return;

  if (names->len > 0)
    g_string_append (names, " |");
  g_string_append_c (names, ' ');
  g_string_append (names, folded);
}

static void
names (sqlite3_context  *context,
       int               n_values,
       sqlite3_value   **values)
{
  GString *joined = g_string_new (NULL);

  for (int i = 0; i < n_values; i++)
    {
      g_auto (GStrv) lines = g_strsplit (get_text (values[i]), "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        append_name (joined, *line);
    }

  if (joined->len == 0)
    g_string_append_c (joined, ' ');

  sqlite3_result_text (context, g_string_free (joined, FALSE), -1, g_free);
}

/* An aggregate function that puts keys into the LiaisonBits that is its second value, each where it is read. */
static void
collect (sqlite3_context  *context,
         int               n_values,
         sqlite3_value   **values)
{
  LiaisonBits *bits = sqlite3_value_pointer (values[1], LIAISON_BITS_POINTER);

  if (bits != NULL)
    liaison_bits_set (bits, sqlite3_value_int64 (values[0]));
}

static void
end_collect (sqlite3_context *context)
{
  sqlite3_result_int (context, 0);
}

int
liaison_functions_register (sqlite3 *handle)
{
  static const struct
  {
    const char *name;
    int         n_values;
    void      (*function) (sqlite3_context *context, int n_values, sqlite3_value **values);
  } functions[] = {
    { "liaison_first_day", 1, first_day },
    { "liaison_last_day", 1, last_day },
    { "liaison_minute", 1, minute },
    { "liaison_sort_key", 1, sort_key },
    { "liaison_names", -1, names },
  };
  int code = sqlite3_create_function_v2 (handle, "liaison_collect", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, NULL, collect, end_collect, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (functions) && code == SQLITE_OK; i++)
    code = sqlite3_create_function_v2 (handle, functions[i].name, functions[i].n_values,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, functions[i].function,
                                       NULL, NULL, NULL);

  return code;
}
