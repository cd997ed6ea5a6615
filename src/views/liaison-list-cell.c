/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-cell.h"

#include "liaison-config.h"
#include "liaison-form-image.h"
#include "liaison-inscription.h"
#include "liaison-list-item.h"
#include "liaison-list-marks.h"
#include "liaison-status-word.h"

#include <glib/gi18n-lib.h>

#define SPACING 6
#define ICON_WIDTH 16
#define OUTLINE_WIDTH 18 /* around an outlined word, in style.css */

static GtkWidget *
text_new (void)
{
  return g_object_new (GTK_TYPE_INSCRIPTION,
                       "min-chars", 2,
                       "nat-chars", 8,
                       "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                       "hexpand", TRUE,
                       NULL);
}

/* What is cut or shortened can be read whole under the pointer. */
static gboolean
query_tooltip_cb (GtkWidget  *cell,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  GtkListItem *item = liaison_list_item_find (cell);
  LiaisonRow *row = item != NULL ? gtk_list_item_get_item (item) : NULL;
  const char *whole = row != NULL ? liaison_row_get_whole (row, liaison_list_item_find_column (NULL, cell)) : "";

  if (whole[0] == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, whole);
  return TRUE;
}

static GtkWidget *
box_new (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
}

static GtkWidget *
first_new (void)
{
  GtkWidget *box = box_new ();
  GtkWidget *text = text_new ();
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_add_css_class (text, "numeric");
  gtk_widget_add_css_class (lock, "dim-label");
  gtk_widget_set_opacity (lock, 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), lock);
  return box;
}

static GtkWidget *
form_new (void)
{
  GtkWidget *box = box_new ();

  gtk_box_append (GTK_BOX (box), liaison_form_image_new ());
  gtk_box_append (GTK_BOX (box), text_new ());
  return box;
}

static GtkWidget *
figure_new (void)
{
  GtkWidget *text = text_new ();

  gtk_widget_add_css_class (text, "numeric");
  return text;
}

static GtkWidget *
cell_new (LiaisonCellKind kind)
{
  switch (kind)
    {
    case LIAISON_CELL_FIRST:
      return first_new ();
    case LIAISON_CELL_FORM:
      return form_new ();
    case LIAISON_CELL_STATUS:
      return liaison_status_word_new ();
    case LIAISON_CELL_DATE:
    case LIAISON_CELL_FIGURE:
      return figure_new ();
    case LIAISON_CELL_TEXT:
    default:
      return text_new ();
    }
}

GtkWidget *
liaison_list_cell_new (LiaisonCellKind kind)
{
  GtkWidget *cell = cell_new (kind);

  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return cell;
}

/* It keeps its place where it is not seen: one that comes and goes has the whole list laid out anew. */
static void
show_lock (GtkWidget *lock,
           int        sensitivity)
{
  gboolean guarded = sensitivity > LIAISON_SENSITIVITY_PUBLIC;
  const char *word = guarded ? liaison_vocabulary_get_label (&liaison_sensitivities, sensitivity) : NULL;

  if (g_strcmp0 (word, gtk_widget_get_tooltip_text (lock)) == 0)
    return;
  gtk_widget_set_opacity (lock, guarded ? 1 : 0);
  gtk_widget_set_tooltip_text (lock, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, guarded ? word : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_STATE_HIDDEN, !guarded, -1);
}

static void
show_form (GtkWidget  *icon,
           GtkWidget  *word,
           LiaisonRow *row,
           const char *text)
{
  liaison_form_image_show (LIAISON_FORM_IMAGE (icon), row);
  if (g_strcmp0 (text, gtk_inscription_get_text (GTK_INSCRIPTION (word))) == 0)
    return;
  liaison_inscription_show (GTK_INSCRIPTION (word), text, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
liaison_list_cell_show (GtkWidget       *cell,
                        LiaisonCellKind  kind,
                        LiaisonRow      *row,
                        int              column,
                        gboolean         compact)
{
  const char *text;
  gboolean outlined;

  g_return_if_fail (GTK_IS_WIDGET (cell));
  g_return_if_fail (LIAISON_IS_ROW (row));

  text = liaison_row_get_text (row, column);
  switch (kind)
    {
    case LIAISON_CELL_FIRST:
      liaison_inscription_show (GTK_INSCRIPTION (gtk_widget_get_first_child (cell)), text, 0);
      show_lock (gtk_widget_get_last_child (cell), liaison_row_get_sensitivity (row));
      break;
    case LIAISON_CELL_FORM:
      show_form (gtk_widget_get_first_child (cell), gtk_widget_get_last_child (cell), row, text);
      gtk_widget_set_visible (gtk_widget_get_last_child (cell), !compact);
      break;
    case LIAISON_CELL_STATUS:
      text = liaison_list_cell_get_status (row, &outlined);
      liaison_status_word_show (LIAISON_STATUS_WORD (cell), text, outlined);
      break;
    case LIAISON_CELL_FIGURE:
      liaison_inscription_show (GTK_INSCRIPTION (cell), text, 1);
      break;
    case LIAISON_CELL_TEXT:
    case LIAISON_CELL_DATE:
    default:
      liaison_inscription_show (GTK_INSCRIPTION (cell), text, 0);
    }
}

void
liaison_list_cell_mark (GtkWidget       *cell,
                        LiaisonCellKind  kind,
                        GtkWidget       *list)
{
  g_return_if_fail (GTK_IS_WIDGET (cell));

  /* Words are found in what records hold, not in what Liaison calls it. */
  if (kind == LIAISON_CELL_TEXT)
    liaison_list_marks_show (list, GTK_INSCRIPTION (cell));
  else if (kind == LIAISON_CELL_FIRST)
    liaison_list_marks_show (list, GTK_INSCRIPTION (gtk_widget_get_first_child (cell)));
}

const char *
liaison_list_cell_get_text (LiaisonCellKind  kind,
                            LiaisonRow      *row,
                            int              column)
{
  gboolean outlined;

  return kind == LIAISON_CELL_STATUS ? liaison_list_cell_get_status (row, &outlined) : liaison_row_get_text (row, column);
}

int
liaison_list_cell_get_extra_width (LiaisonCellKind kind)
{
  switch (kind)
    {
    case LIAISON_CELL_FIRST:
    case LIAISON_CELL_FORM:
      return ICON_WIDTH + 2 * SPACING;
    case LIAISON_CELL_STATUS:
      return OUTLINE_WIDTH;
    case LIAISON_CELL_TEXT:
    case LIAISON_CELL_DATE:
    case LIAISON_CELL_FIGURE:
    default:
      /* Digits are set wider in a figure than they are measured. */
      return SPACING;
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
