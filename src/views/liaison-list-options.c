/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-options.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much wider or narrower a column becomes by one step of the menu, in digits. */
#define STEP 4

static void
append_string (GMenu      *menu,
               const char *label,
               const char *action,
               const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_step (GMenu      *menu,
             const char *label,
             const char *action,
             const char *token,
             int         steps)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(si)", token, steps);
  g_menu_append_item (menu, item);
}

static GMenu *
append_section (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return g_steal_pointer (&section);
}

/* In a label of a menu an underscore would be a mnemonic. */
static char *
escape (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenuModel *
columns_menu_new (LiaisonEntity entity)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) checks = append_section (menu);
  g_autoptr (GMenu) all = append_section (menu);

  for (int i = 0; i < liaison_row_column_count (entity); i++)
    {
      g_autofree char *action = g_strconcat ("view." LIAISON_LIST_COLUMN_ACTION, liaison_row_column_get_token (entity, i), NULL);

      g_menu_append (checks, liaison_row_column_get_label (entity, i), action);
    }
  g_menu_append (all, _ ("_Fit to the window"), "view.fit-columns");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
append_orders (GMenu         *menu,
               LiaisonEntity  entity,
               int            column)
{
  const char *token = liaison_row_column_get_token (entity, column);
  g_autofree char *descending = g_strconcat ("-", token, NULL);

  append_string (menu, _ ("Sort _ascending"), "view.sort", token);
  append_string (menu, _ ("Sort _descending"), "view.sort", descending);
  append_string (menu, _ ("Break _ties, ascending"), "view.sort-also", token);
  append_string (menu, _ ("Break t_ies, descending"), "view.sort-also", descending);
}

static void
append_arrangement (GMenu         *menu,
                    LiaisonEntity  entity,
                    int            column)
{
  const char *token = liaison_row_column_get_token (entity, column);
  g_autofree char *action = g_strconcat ("view." LIAISON_LIST_COLUMN_ACTION, token, NULL);
  g_autoptr (GMenu) places = append_section (menu);
  g_autoptr (GMenu) widths = append_section (menu);

  append_step (places, _ ("Move _earlier"), "view.move-column", token, -1);
  append_step (places, _ ("Move _later"), "view.move-column", token, 1);
  append_step (widths, _ ("_Wider"), "view.widen-column", token, STEP);
  append_step (widths, _ ("_Narrower"), "view.widen-column", token, -STEP);
  g_menu_append (widths, _ ("_Shown"), action);
}

/* What a person does with one column. */
static void
append_column (GMenu         *menu,
               LiaisonEntity  entity,
               int            column)
{
  g_autoptr (GMenu) orders = append_section (menu);

  append_orders (orders, entity, column);
  append_arrangement (menu, entity, column);
}

GMenuModel *
liaison_list_options_column_menu_new (LiaisonEntity entity,
                                      int           column)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) columns = columns_menu_new (entity);

  append_column (menu, entity, column);
  g_menu_append_submenu (menu, _ ("_Columns"), columns);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* What a pointer does on the heads, for who has none. A popover knows its submenus by their labels, which must be different ones. */
static GMenuModel *
each_column_menu_new (LiaisonEntity  entity,
                      const int     *columns,
                      guint          n_columns)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GMenu) submenu = g_menu_new ();

      append_column (submenu, entity, columns[i]);
      g_menu_append_submenu (menu, liaison_row_column_get_label (entity, columns[i]), G_MENU_MODEL (submenu));
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* What a person groups engagements by: the tokens are those of the command line's --by. */
static GMenuModel *
groups_menu_new (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_string (menu, C_ ("group by", "_Nothing"), "view.group", "");
  append_string (menu, C_ ("group by", "_Month"), "view.group", "month");
  append_string (menu, C_ ("group by", "_Country"), "view.group", "country");
  append_string (menu, C_ ("group by", "_Format"), "view.group", "format");
  append_string (menu, C_ ("group by", "_Principal"), "view.group", "principal");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

GMenuModel *
liaison_list_options_menu_new (LiaisonEntity  entity,
                               const int     *columns,
                               guint          n_columns)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) view = append_section (menu);
  g_autoptr (GMenu) rows = append_section (menu);
  g_autoptr (GMenuModel) checks = columns_menu_new (entity);
  g_autoptr (GMenuModel) each = each_column_menu_new (entity, columns, n_columns);

  g_menu_append_submenu (view, _ ("_Columns"), checks);
  g_menu_append_submenu (view, _ ("_Sort and arrange"), each);
  if (entity == LIAISON_ENTITY_ENGAGEMENTS)
    {
      g_autoptr (GMenuModel) groups = groups_menu_new ();

      g_menu_append_submenu (view, _ ("_Group by"), groups);
      g_menu_append (rows, _ ("_Go to a date…"), "view.go-to-date");
    }
  g_menu_append (rows, _ ("Select _all"), "view.select-all");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Rows */

/* What a term asks for as a person reads it: a name in quotation marks, else what the cell says. */
static char *
write_value (LiaisonRow *row,
             int         column)
{
  const char *begin = strchr (liaison_row_get_term (row, column), '"');
  g_autofree char *quoted = begin != NULL ? g_strndup (begin + 1, strlen (begin) - 2) : NULL;

  return quoted != NULL ? g_strcompress (quoted) : g_strdup (liaison_row_get_text (row, column));
}

static void
append_term (GMenu         *menu,
             LiaisonEntity  entity,
             LiaisonRow    *row,
             int            column)
{
  const char *term = liaison_row_get_term (row, column);
  g_autofree char *value = NULL;
  g_autofree char *label = NULL;
  g_autofree char *escaped = NULL;

  if (term[0] == '\0')
    return;
  value = write_value (row, column);
  /* Translators: only what has this value shall be listed: "Form: Phone call"; the head of a column and the value */
  label = g_strdup_printf (C_ ("filter", "%s: %s"), liaison_row_column_get_label (entity, column), value);
  escaped = escape (label);
  append_string (menu, escaped, "view.narrow", term);
}

static GMenuModel *
copy_menu_new (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_string (menu, _ ("_Text"), "view.copy", "text");
  append_string (menu, _ ("Cells for a _spreadsheet"), "view.copy", "tsv");
  append_string (menu, _ ("_Markdown table"), "view.copy", "markdown");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

GMenuModel *
liaison_list_options_row_menu_new (LiaisonEntity  entity,
                                   LiaisonRow    *row,
                                   int            column,
                                   const int     *columns,
                                   guint          n_columns)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) record = append_section (menu);
  g_autoptr (GMenu) others = append_section (menu);
  g_autoptr (GMenu) removal = append_section (menu);
  g_autoptr (GMenu) terms = g_menu_new ();
  g_autoptr (GMenuModel) copy = copy_menu_new ();

  g_menu_append (record, _ ("_Open"), "view.open");
  g_menu_append (record, _ ("_Edit"), "win.edit");
  if (entity != LIAISON_ENTITY_ENGAGEMENTS)
    g_menu_append (record, _ ("_Merge with…"), "win.merge");
  g_menu_append_submenu (others, _ ("_Copy as"), copy);
  g_menu_append (others, _ ("Copy _link"), "win.copy-link");
  if (column >= 0)
    append_term (terms, entity, row, column);
  for (guint i = 0; i < n_columns; i++)
    if (columns[i] != column)
      append_term (terms, entity, row, columns[i]);
  if (g_menu_model_get_n_items (G_MENU_MODEL (terms)) > 0)
    g_menu_append_submenu (others, _ ("Show _only"), G_MENU_MODEL (terms));
  g_menu_append (removal, _ ("_Delete"), "win.delete");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
