/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-statements-private.h"

static void
make_statements (LiaisonKind               kind,
                 LiaisonRecordStatements  *statements)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  g_autoptr (GString) select = g_string_new ("SELECT t.id, t.uuid, t.created, t.modified, t.sensitivity, t.batch");
  g_autoptr (GString) columns = g_string_new ("uuid, created, modified, sensitivity, batch");
  g_autoptr (GString) values = g_string_new ("?1, ?2, ?3, ?4, ?5");
  g_autoptr (GString) sets = g_string_new ("created = ?2, modified = ?3, sensitivity = ?4");

  for (guint i = 0; i < info->n_fields; i++)
    {
      const LiaisonField *field = &info->fields[i];
      int parameter = PARAMETER_FIRST_FIELD + i;

      if (field->type == LIAISON_FIELD_LINKS)
        {
          /* Keeps the columns in step with the fields; its values are in a table of their own. */
          g_string_append (select, ", NULL");
          continue;
        }

      if (field->type == LIAISON_FIELD_LINK)
        g_string_append_printf (select, ", (SELECT uuid FROM %s WHERE id = t.\"%s\")",
                                liaison_kind_get_info (field->target)->name, field->name);
      else
        g_string_append_printf (select, ", t.\"%s\"", field->name);
      g_string_append_printf (columns, ", \"%s\"", field->name);
      g_string_append_printf (values, ", ?%d", parameter);
      g_string_append_printf (sets, ", \"%s\" = ?%d", field->name, parameter);
    }

  statements->find = g_strdup_printf ("SELECT id FROM %s WHERE uuid = ?1", info->name);
  statements->find_uuid = g_strdup_printf ("SELECT uuid FROM %s WHERE id = ?1", info->name);
  statements->select = g_strdup_printf ("%s FROM %s t", select->str, info->name);
  statements->select_one = g_strconcat (statements->select, " WHERE t.uuid = ?1", NULL);
  statements->insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", info->name, columns->str, values->str);
  statements->update = g_strdup_printf ("UPDATE %s SET %s WHERE uuid = ?1", info->name, sets->str);
  statements->remove = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", info->name);
}

static void
make_link_statements (LiaisonKind               kind,
                      LiaisonRecordStatements  *statements)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);

  statements->select_links = g_new0 (char *, info->n_fields);
  statements->insert_links = g_new0 (char *, info->n_fields);
  statements->remove_links = g_new0 (char *, info->n_fields);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *field = info->fields[i].name;

      if (info->fields[i].type != LIAISON_FIELD_LINKS)
        continue;

      statements->select_links[i] =
        g_strdup_printf ("SELECT t.uuid FROM %s_%s l JOIN %s t ON t.id = l.target WHERE l.owner = ?1 ORDER BY l.position", info->name, field,
                         liaison_kind_get_info (info->fields[i].target)->name);
      statements->insert_links[i] = g_strdup_printf ("INSERT INTO %s_%s (owner, target, position) VALUES (?1, ?2, ?3)", info->name, field);
      statements->remove_links[i] = g_strdup_printf ("DELETE FROM %s_%s WHERE owner = ?1", info->name, field);
    }
}

const LiaisonRecordStatements *
liaison_record_get_statements (LiaisonKind kind)
{
  static LiaisonRecordStatements statements[LIAISON_N_KINDS];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (LiaisonKind k = 0; k < LIAISON_N_KINDS; k++)
        {
          make_statements (k, &statements[k]);
          make_link_statements (k, &statements[k]);
        }
      g_once_init_leave (&made, 1);
    }

  return &statements[kind];
}

static char *
make_find_any (void)
{
  GString *text = g_string_new (NULL);

  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    g_string_append_printf (text, "%sSELECT %d, id FROM %s WHERE uuid = ?1", kind > 0 ? " UNION ALL " : "", kind, liaison_kind_get_info (kind)->name);
  g_string_append (text, " LIMIT 1");

  return g_string_free (text, FALSE);
}

const char *
liaison_record_get_find_any (void)
{
  static char *text;

  if (g_once_init_enter (&text))
    g_once_init_leave (&text, make_find_any ());

  return text;
}
