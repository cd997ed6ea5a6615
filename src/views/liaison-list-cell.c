/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-cell.h"

#include "liaison-config.h"
#include "liaison-form-icon.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
text_new (float xalign)
{
  return g_object_new (GTK_TYPE_INSCRIPTION,
                       "min-chars", 2,
                       "nat-chars", 8,
                       "xalign", xalign,
                       "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                       "hexpand", TRUE,
                       NULL);
}

/* A text that is cut can be read whole under the pointer. */
static gboolean
query_tooltip_cb (GtkWidget  *text,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  const char *whole = gtk_inscription_get_text (GTK_INSCRIPTION (text));

  if (whole == NULL || whole[0] == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, whole);
  return TRUE;
}

static GtkWidget *
box_new (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
}

static GtkWidget *
first_new (void)
{
  GtkWidget *box = box_new ();
  GtkWidget *text = text_new (0);
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_add_css_class (text, "numeric");
  gtk_widget_add_css_class (lock, "dim-label");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), lock);
  return box;
}

static GtkWidget *
form_new (void)
{
  GtkWidget *box = box_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), text_new (0));
  return box;
}

static GtkWidget *
status_new (void)
{
  return g_object_new (GTK_TYPE_LABEL, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_CENTER, NULL);
}

GtkWidget *
liaison_list_cell_new (LiaisonCellKind kind)
{
  GtkWidget *cell;

  switch (kind)
    {
    case LIAISON_CELL_FIRST:
      return first_new ();
    case LIAISON_CELL_FORM:
      return form_new ();
    case LIAISON_CELL_ICON:
      return g_object_new (GTK_TYPE_IMAGE, "halign", GTK_ALIGN_START, NULL);
    case LIAISON_CELL_STATUS:
      return status_new ();
    case LIAISON_CELL_DATE:
    case LIAISON_CELL_FIGURE:
      cell = text_new (kind == LIAISON_CELL_FIGURE ? 1 : 0);
      gtk_widget_add_css_class (cell, "numeric");
      return cell;
    case LIAISON_CELL_TEXT:
    default:
      cell = text_new (0);
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
      return cell;
    }
}

static void
show_lock (GtkWidget *lock,
           int        sensitivity)
{
  gboolean guarded = sensitivity > LIAISON_SENSITIVITY_PUBLIC;
  const char *word = liaison_vocabulary_get_label (&liaison_sensitivities, sensitivity);

  gtk_widget_set_visible (lock, guarded);
  if (!guarded)
    return;
  gtk_widget_set_tooltip_text (lock, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
}

static void
show_icon (GtkWidget  *image,
           LiaisonRow *row)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (image),
                                liaison_row_is_loaded (row) ? liaison_form_get_icon_name (liaison_row_get_form (row)) : NULL);
}

static void
show_status (GtkWidget  *label,
             LiaisonRow *row)
{
  gboolean outlined = FALSE;

  gtk_label_set_label (GTK_LABEL (label), liaison_list_cell_get_status (row, &outlined));
  if (outlined)
    {
      gtk_widget_add_css_class (label, "outlined");
      gtk_widget_remove_css_class (label, "dim-label");
    }
  else
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_remove_css_class (label, "outlined");
    }
}

void
liaison_list_cell_show (GtkWidget       *cell,
                        LiaisonCellKind  kind,
                        LiaisonRow      *row,
                        int              column)
{
  const char *text;

  g_return_if_fail (GTK_IS_WIDGET (cell));
  g_return_if_fail (LIAISON_IS_ROW (row));

  text = liaison_row_get_text (row, column);
  switch (kind)
    {
    case LIAISON_CELL_FIRST:
      gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_first_child (cell)), text);
      show_lock (gtk_widget_get_last_child (cell), liaison_row_get_sensitivity (row));
      break;
    case LIAISON_CELL_FORM:
      show_icon (gtk_widget_get_first_child (cell), row);
      gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_last_child (cell)), text);
      gtk_widget_set_tooltip_text (cell, text);
      break;
    case LIAISON_CELL_ICON:
      show_icon (cell, row);
      gtk_widget_set_tooltip_text (cell, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      break;
    case LIAISON_CELL_STATUS:
      show_status (cell, row);
      break;
    case LIAISON_CELL_TEXT:
    case LIAISON_CELL_DATE:
    case LIAISON_CELL_FIGURE:
    default:
      gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
    }
}

const char *
liaison_list_cell_get_status (LiaisonRow *row,
                              gboolean   *outlined)
{
  int status = liaison_row_get_status (row);

  *outlined = TRUE;
  if (status == LIAISON_STATUS_HELD && liaison_row_get_evidence (row) == LIAISON_EVIDENCE_ANNOUNCEMENT)
    return C_ ("evidence of an engagement, in a list", "Announced");
  if (status == LIAISON_STATUS_HELD && liaison_row_get_evidence (row) == LIAISON_EVIDENCE_NONE)
    return C_ ("evidence of an engagement, in a list", "Unsourced");
  *outlined = status != LIAISON_STATUS_HELD && status != 0;
  return liaison_vocabulary_get_label (&liaison_statuses, status);
}
