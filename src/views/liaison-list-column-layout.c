/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-column-private.h"

static guint
find_position (LiaisonListColumns *self,
               int                 column)
{
  guint position = 0;

  while (position < self->n_columns && liaison_list_columns_find (self, position) != &self->columns[column])
    position++;
  return position;
}

/* From now on it is a person's choice, which begins with what there was. */
static void
begin_choice (LiaisonListColumns *self)
{
  if (!self->automatic)
    return;
  self->automatic = FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].chosen = gtk_column_view_column_get_visible (self->columns[i].column);
}

void
liaison_list_columns_show (LiaisonListColumns *self,
                           int                 column,
                           gboolean            visible)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));
  g_return_if_fail (column >= 0 && (guint) column < self->n_columns);

  begin_choice (self);
  self->columns[column].chosen = visible;
  liaison_list_columns_tell (self);
}

void
liaison_list_columns_move (LiaisonListColumns *self,
                           int                 column,
                           int                 steps)
{
  guint position;
  int step = steps > 0 ? 1 : -1;

  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));
  g_return_if_fail (column >= 0 && (guint) column < self->n_columns);

  position = find_position (self, column);
  /* Over the hidden ones, to the next that is seen. */
  while (steps != 0)
    {
      LiaisonListColumn *next;

      if ((step < 0 && position == 0) || (step > 0 && position + 1 >= self->n_columns))
        break;
      position += step;
      next = liaison_list_columns_find (self, position);
      if (gtk_column_view_column_get_visible (next->column))
        steps -= step;
    }
  self->working = TRUE;
  gtk_column_view_insert_column (self->view, position, self->columns[column].column);
  self->working = FALSE;
  liaison_list_columns_tell (self);
}

static void
set_order (LiaisonListColumns *self,
           const char *const  *order)
{
  guint position = 0;

  self->working = TRUE;
  for (guint i = 0; order[i] != NULL; i++)
    {
      int column = liaison_row_column_parse (self->entity, order[i]);

      if (column >= 0)
        gtk_column_view_insert_column (self->view, position++, self->columns[column].column);
    }
  self->working = FALSE;
}

static void
forget (LiaisonListColumns *self)
{
  const char **usual = g_newa (const char *, self->n_columns + 1);

  self->automatic = TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].sized = 0;
      usual[i] = liaison_row_column_get_token (self->entity, (int) i);
    }
  usual[self->n_columns] = NULL;
  set_order (self, usual);
}

void
liaison_list_columns_reset (LiaisonListColumns *self)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));

  forget (self);
  liaison_list_columns_tell (self);
}

void
liaison_list_columns_set_layout (LiaisonListColumns *self,
                                 const char *const  *order,
                                 const char *const  *shown,
                                 GVariant           *widths)
{
  g_return_if_fail (LIAISON_IS_LIST_COLUMNS (self));
  g_return_if_fail (order != NULL && shown != NULL && widths != NULL);

  forget (self);
  set_order (self, order);
  self->automatic = shown[0] == NULL;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *token = liaison_row_column_get_token (self->entity, (int) i);

      self->columns[i].chosen = g_strv_contains (shown, token);
      g_variant_lookup (widths, token, "i", &self->columns[i].sized);
      self->columns[i].sized = CLAMP (self->columns[i].sized, 0, G_MAXINT16);
    }
  liaison_list_columns_fit_soon (self);
}

char **
liaison_list_columns_dup_order (LiaisonListColumns *self)
{
  g_autoptr (GStrvBuilder) order = g_strv_builder_new ();

  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_strv_builder_add (order, liaison_row_column_get_token (self->entity, liaison_list_columns_find (self, i)->described->column));
  return g_strv_builder_end (order);
}

char **
liaison_list_columns_dup_shown (LiaisonListColumns *self)
{
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();

  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), NULL);

  for (guint i = 0; i < self->n_columns && !self->automatic; i++)
    if (self->columns[i].chosen)
      g_strv_builder_add (shown, liaison_row_column_get_token (self->entity, (int) i));
  return g_strv_builder_end (shown);
}

GVariant *
liaison_list_columns_dup_widths (LiaisonListColumns *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{si}"));

  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].sized > 0)
      g_variant_builder_add (&builder, "{si}", liaison_row_column_get_token (self->entity, (int) i), self->columns[i].sized);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

int *
liaison_list_columns_get_visible (LiaisonListColumns *self,
                                  guint              *n_columns)
{
  g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), NULL);
  g_return_val_if_fail (n_columns != NULL, NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      LiaisonListColumn *column = liaison_list_columns_find (self, i);

      if (gtk_column_view_column_get_visible (column->column))
        g_array_append_val (visible, column->described->column);
    }
  *n_columns = visible->len;
  return (gpointer) g_array_free (g_steal_pointer (&visible), FALSE);
}

gboolean
liaison_list_columns_is_visible (LiaisonListColumns *self,
                                 int                 column)
{
  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), FALSE);
  g_return_val_if_fail (column >= 0 && (guint) column < self->n_columns, FALSE);

  return gtk_column_view_column_get_visible (self->columns[column].column);
}

gboolean
liaison_list_columns_is_automatic (LiaisonListColumns *self)
{
  g_return_val_if_fail (LIAISON_IS_LIST_COLUMNS (self), FALSE);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].sized > 0 || liaison_list_columns_find (self, i) != &self->columns[i])
      return FALSE;
  return self->automatic;
}
