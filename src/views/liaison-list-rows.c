/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-rows.h"

#include "liaison-config.h"
#include "liaison-form-image.h"
#include "liaison-inscription.h"
#include "liaison-list-cell.h"
#include "liaison-list-head.h"
#include "liaison-list-item.h"
#include "liaison-list-marks.h"

#include <glib/gi18n-lib.h>

/* The children of a row of two lines; owned by it. */
typedef struct
{
  LiaisonEntity   entity;
  GtkWidget      *icon;
  GtkInscription *above;
  GtkLabel       *mark;
  GtkImage       *lock;
  GtkInscription *below;
  GtkLabel       *figure;
} Lines;

static GtkInscription *
inscription_new (void)
{
  return g_object_new (GTK_TYPE_INSCRIPTION,
                       "min-chars", 4,
                       "nat-chars", 12,
                       "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                       "hexpand", TRUE,
                       NULL);
}

/* Joins what is there of two texts. */
static char *
join (const char *a,
      const char *separator,
      const char *b)
{
  if (a[0] == '\0' || b[0] == '\0')
    return g_strconcat (a, b, NULL);
  return g_strconcat (a, separator, b, NULL);
}

static void
show_engagement (Lines      *lines,
                 LiaisonRow *row)
{
  const char *ours = liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS);
  const char *theirs = liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS);
  g_autofree char *when = join (liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_DATE), " · ",
                                liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_FORM));
  g_autofree char *who = join (ours, " → ", theirs);
  gboolean outlined = FALSE;
  const char *status = liaison_list_cell_get_status (row, &outlined);

  liaison_form_image_show (LIAISON_FORM_IMAGE (lines->icon), row);
  liaison_inscription_show (lines->above, when, 0);
  liaison_inscription_show (lines->below, who[0] != '\0' ? who : liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE), 0);
  gtk_label_set_label (lines->mark, status);
  gtk_widget_set_visible (GTK_WIDGET (lines->mark), outlined);
}

static void
show_contact (Lines      *lines,
              LiaisonRow *row)
{
  g_autofree char *what = join (liaison_row_get_text (row, LIAISON_CONTACT_COLUMN_TITLE), " · ",
                                liaison_row_get_text (row, LIAISON_CONTACT_COLUMN_COUNTRY));

  liaison_inscription_show (lines->above, liaison_row_get_text (row, LIAISON_CONTACT_COLUMN_NAME), 0);
  liaison_inscription_show (lines->below, what, 0);
  gtk_label_set_label (lines->figure, liaison_row_get_text (row, LIAISON_CONTACT_COLUMN_ENGAGEMENTS));
}

static void
show_organisation (Lines      *lines,
                   LiaisonRow *row)
{
  g_autofree char *what = join (liaison_row_get_text (row, LIAISON_ORGANISATION_COLUMN_KIND), " · ",
                                liaison_row_get_text (row, LIAISON_ORGANISATION_COLUMN_COUNTRY));

  liaison_inscription_show (lines->above, liaison_row_get_text (row, LIAISON_ORGANISATION_COLUMN_NAME), 0);
  liaison_inscription_show (lines->below, what, 0);
  gtk_label_set_label (lines->figure, liaison_row_get_text (row, LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS));
}

/* Returns: whether the row is the head of a group */
static gboolean
show_group (Lines       *lines,
            LiaisonRow  *row,
            GtkListItem *item)
{
  GtkWidget *parent = gtk_widget_get_parent (gtk_list_item_get_child (item));
  gboolean is_group = liaison_row_get_group (row, NULL, NULL) != NULL;
  g_autofree char *text = is_group ? liaison_list_head_write_group (row) : NULL;

  gtk_list_item_set_activatable (item, !is_group);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (lines->below)), !is_group);
  gtk_widget_set_visible (lines->icon, lines->entity == LIAISON_ENTITY_ENGAGEMENTS && !is_group);
  if (is_group)
    {
      liaison_inscription_show (lines->above, text, 0);
      gtk_widget_set_visible (GTK_WIDGET (lines->mark), FALSE);
      gtk_widget_add_css_class (parent, "group");
    }
  else
    {
      gtk_widget_remove_css_class (parent, "group");
    }
  return is_group;
}

static void
mark (GtkWidget *child,
      Lines     *lines)
{
  GtkWidget *list = gtk_widget_get_ancestor (child, GTK_TYPE_LIST_VIEW);

  if (list == NULL)
    return;
  if (lines->entity != LIAISON_ENTITY_ENGAGEMENTS)
    liaison_list_marks_show (list, lines->above);
  liaison_list_marks_show (list, lines->below);
}

static void
row_changed_cb (LiaisonRow  *row,
                GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  Lines *lines = g_object_get_data (G_OBJECT (child), "lines");
  GtkWidget *parent = gtk_widget_get_parent (child);
  g_autofree char *description = liaison_list_row_describe (row, lines->entity);

  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_set_visible (GTK_WIDGET (lines->lock), liaison_row_get_sensitivity (row) > LIAISON_SENSITIVITY_PUBLIC);
  if (show_group (lines, row, item))
    return;
  if (lines->entity == LIAISON_ENTITY_ENGAGEMENTS)
    show_engagement (lines, row);
  else if (lines->entity == LIAISON_ENTITY_CONTACTS)
    show_contact (lines, row);
  else
    show_organisation (lines, row);
  mark (child, lines);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  Lines *lines = g_new0 (Lines, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  lines->entity = GPOINTER_TO_INT (user_data);
  lines->icon = liaison_form_image_new ();
  lines->above = inscription_new ();
  lines->mark = GTK_LABEL (gtk_label_new (NULL));
  lines->lock = GTK_IMAGE (gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  lines->below = inscription_new ();
  lines->figure = GTK_LABEL (gtk_label_new (NULL));

  gtk_widget_set_visible (lines->icon, lines->entity == LIAISON_ENTITY_ENGAGEMENTS);
  gtk_widget_set_visible (GTK_WIDGET (lines->mark), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (lines->mark), "outlined");
  gtk_widget_add_css_class (GTK_WIDGET (lines->figure), "numeric");
  gtk_widget_add_css_class (lines->entity == LIAISON_ENTITY_ENGAGEMENTS ? first : second, "dim-label");
  gtk_widget_add_css_class (lines->entity == LIAISON_ENTITY_ENGAGEMENTS ? second : first, "name");

  gtk_box_append (GTK_BOX (first), lines->icon);
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (lines->above));
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (lines->mark));
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (lines->lock));
  gtk_box_append (GTK_BOX (second), GTK_WIDGET (lines->below));
  gtk_box_append (GTK_BOX (second), GTK_WIDGET (lines->figure));
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  g_object_set_data_full (G_OBJECT (box), "lines", lines, g_free);
  gtk_list_item_set_child (item, box);
  liaison_list_item_mark (item, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  LiaisonRow *row = gtk_list_item_get_item (item);

  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), item);
  row_changed_cb (row, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

GtkListItemFactory *
liaison_list_rows_factory_new (LiaisonEntity entity)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (entity));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

char *
liaison_list_row_describe (LiaisonRow    *row,
                           LiaisonEntity  entity)
{
  const char *ours;
  const char *theirs;
  const char *form;
  const char *date;

  g_return_val_if_fail (LIAISON_IS_ROW (row), NULL);

  if (liaison_row_get_group (row, NULL, NULL) != NULL)
    return liaison_list_head_write_group (row);
  if (!liaison_row_is_loaded (row))
    return g_strdup ("");
  if (entity == LIAISON_ENTITY_CONTACTS)
    return g_strdup_printf ("%s, %s, %s", liaison_row_get_text (row, LIAISON_CONTACT_COLUMN_NAME),
                            liaison_row_get_text (row, LIAISON_CONTACT_COLUMN_TITLE),
                            liaison_row_get_text (row, LIAISON_CONTACT_COLUMN_COUNTRY));
  if (entity == LIAISON_ENTITY_ORGANISATIONS)
    return g_strdup_printf ("%s, %s", liaison_row_get_text (row, LIAISON_ORGANISATION_COLUMN_NAME),
                            liaison_row_get_text (row, LIAISON_ORGANISATION_COLUMN_KIND));
  ours = liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS);
  theirs = liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS);
  form = liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_FORM);
  date = liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_DATE);
  if (ours[0] == '\0' || theirs[0] == '\0')
    /* Translators: a row of the list as a screen reader says it: form, date, title */
    return g_strdup_printf (_ ("%s, %s: %s"), form, date, liaison_row_get_text (row, LIAISON_ENGAGEMENT_COLUMN_TITLE));
  /* Translators: a row of the list as a screen reader says it: form, date, who of ours, who of theirs */
  return g_strdup_printf (_ ("%s, %s: %s with %s"), form, date, ours, theirs);
}
