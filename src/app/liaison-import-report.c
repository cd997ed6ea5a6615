/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-import-report.h"

#include "liaison-config.h"
#include "liaison-long-text.h"
#include "liaison-mnemonics.h"

#include <glib/gi18n.h>

struct _LiaisonImportReport
{
  GtkWindow    parent_instance;

  GtkLabel    *added;
  GtkLabel    *changed;
  GtkLabel    *same;
  GtkLabel    *refused;
  GtkWidget   *all_taken;
  GtkWidget   *remarks;
  GtkTextView *remarks_view;
};

G_DEFINE_FINAL_TYPE (LiaisonImportReport, liaison_import_report, GTK_TYPE_WINDOW)

static void
copy_cb (LiaisonImportReport *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->remarks_view);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
liaison_import_report_class_init (LiaisonImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LIAISON_TYPE_LONG_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportReport, added);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportReport, changed);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportReport, same);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportReport, refused);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportReport, all_taken);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportReport, remarks);
  gtk_widget_class_bind_template_child (widget_class, LiaisonImportReport, remarks_view);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_import_report_init (LiaisonImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_mnemonics_strip (GTK_WIDGET (self));
}

static void
set_figure (GtkLabel *label,
            guint64   figure)
{
  /* With the separators that the locale has. */
  g_autofree char *text = g_strdup_printf ("%'" G_GUINT64_FORMAT, figure);

  gtk_label_set_label (label, text);
}

void
liaison_import_report_show (GtkWindow       *parent,
                            LiaisonTransfer *transfer)
{
  LiaisonImportReport *self = g_object_new (LIAISON_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);
  const LiaisonImportResult *result = liaison_transfer_get_result (transfer);
  g_autofree char *remarks = liaison_transfer_dup_remarks (transfer);
  g_autofree char *name = g_filename_display_basename (liaison_transfer_get_path (transfer));
  /* Translators: the title of a window; %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("Import of %s"), name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  set_figure (self->added, result->added);
  set_figure (self->changed, result->changed);
  set_figure (self->same, result->same);
  set_figure (self->refused, result->refused);
  gtk_widget_set_visible (self->all_taken, *remarks == '\0');
  gtk_widget_set_visible (self->remarks, *remarks != '\0');
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->remarks_view), remarks, -1);
  if (*remarks == '\0')
    gtk_window_set_default_size (GTK_WINDOW (self), 460, -1);
  gtk_window_present (GTK_WINDOW (self));
}
