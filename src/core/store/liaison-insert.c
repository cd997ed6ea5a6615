/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-insert-private.h"

#include "liaison-derive-load-private.h"
#include "liaison-derive-participation-private.h"

/*
 * Every kind has these columns before its fields, and parameters in the same order; links to several records have an unused one.  What is
 * derived follows: of a participation it is bound, of others it is an expression over the fields.
 */
static const char common_columns[] = "id, uuid, created, modified, sensitivity, batch";
#define N_COMMON_COLUMNS 6

int
liaison_insert_get_stride (LiaisonKind kind)
{
  return N_COMMON_COLUMNS + liaison_kind_get_info (kind)->n_fields + (kind == LIAISON_KIND_PARTICIPATION ? LIAISON_DERIVE_LOAD_N_BOUND : 0);
}

int
liaison_insert_get_first_derived (LiaisonKind kind)
{
  return N_COMMON_COLUMNS + liaison_kind_get_info (kind)->n_fields;
}

static void
append_columns (GString     *text,
                LiaisonKind  kind)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  const char *columns, *values;

  g_string_append (text, common_columns);
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type != LIAISON_FIELD_LINKS)
        g_string_append_printf (text, ", \"%s\"", info->fields[i].name);
    }
  if (kind == LIAISON_KIND_PARTICIPATION)
    g_string_append (text, ", " LIAISON_DERIVED_COLUMNS);
  else if (liaison_derive_get_own_columns (kind, &columns, &values))
    g_string_append_printf (text, ", %s", columns);
}

static void
append_expressions (GString     *text,
                    LiaisonKind  kind,
                    int          first)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  const char *columns, *values;
  g_autoptr (GString) expressions = NULL;

  if (!liaison_derive_get_own_columns (kind, &columns, &values))
    return;

  expressions = g_string_new (values);
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *name = g_strdup_printf ("{%s}", info->fields[i].name);
      g_autofree char *parameter = g_strdup_printf ("?%d", first + N_COMMON_COLUMNS + i);

      g_string_replace (expressions, name, parameter, 0);
    }
  g_string_append_printf (text, ", %s", expressions->str);
}

static void
append_values (GString     *text,
               LiaisonKind  kind,
               int          first)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);

  g_string_append_c (text, '(');
  for (int i = 0; i < liaison_insert_get_stride (kind); i++)
    {
      guint field = i - N_COMMON_COLUMNS;

      if (i < N_COMMON_COLUMNS || field >= info->n_fields || info->fields[field].type != LIAISON_FIELD_LINKS)
        g_string_append_printf (text, "%s?%d", i > 0 ? ", " : "", first + i);
    }
  append_expressions (text, kind, first);
  g_string_append_c (text, ')');
}

char *
liaison_insert_new (LiaisonKind kind,
                    guint       n_rows)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "INSERT INTO %s (", liaison_kind_get_info (kind)->name);
  append_columns (text, kind);
  g_string_append (text, ") VALUES ");
  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      append_values (text, kind, 1 + i * liaison_insert_get_stride (kind));
    }

  return g_string_free (text, FALSE);
}
