/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-reports-page-private.h"

#include "liaison-error-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* How often it is looked how far the writing is. */
#define LOOK_INTERVAL_MS 200

void
liaison_reports_page_stop_looking (LiaisonReportsPage *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_pointer (&self->written, liaison_report_task_unref);
}

void
liaison_reports_page_tell_error (LiaisonReportsPage *self,
                                 const GError       *error)
{
  g_autofree char *message = error && !liaison_error_is_cancelled (error) ? liaison_error_dup_message (error) : NULL;

  if (message)
    liaison_reports_page_tell (self, message);
}

void
liaison_reports_page_end (LiaisonReportsPage *self)
{
  liaison_reports_page_stop_looking (self);
  g_clear_object (&self->writing);
  liaison_reports_page_update (self);
}

static gboolean
look_cb (gpointer user_data)
{
  LiaisonReportsPage *self = user_data;
  guint n_done = g_atomic_int_get (&self->written->n_done);
  guint n_all = g_atomic_int_get (&self->written->n_all);
  g_autofree char *text = NULL;

  if (n_all > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The report is being made: %'u of %'u engagement",
                                         "The report is being made: %'u of %'u engagements", n_all), n_done, n_all);
  gtk_label_set_label (self->writing_label, text ? text : _("The report is being made…"));

  return G_SOURCE_CONTINUE;
}

static void
run (LiaisonReportsPage  *self,
     LiaisonJob           job,
     LiaisonReportTask   *task,
     GDestroyNotify       free_result,
     GAsyncReadyCallback  callback)
{
  self->writing = g_cancellable_new ();
  self->written = g_atomic_rc_box_acquire (task);
  self->look = g_timeout_add (LOOK_INTERVAL_MS, look_cb, self);
  look_cb (self);
  liaison_reports_page_update (self);
  liaison_store_run_async (self->store, LIAISON_QUEUE_OUTPUTS, job, task, (GDestroyNotify) liaison_report_task_unref, free_result, self->writing,
                           callback, g_object_ref (self));
}

void
liaison_reports_page_run (LiaisonReportsPage  *self,
                          LiaisonJob           job,
                          GDestroyNotify       free_result,
                          GAsyncReadyCallback  callback)
{
  run (self, job, liaison_report_task_new (liaison_report_editor_get_report (self->editor)), free_result, callback);
}

static void
cancel_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LiaisonReportsPage *self = user_data;

  g_cancellable_cancel (self->writing);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (liaison_store_run_finish (LIAISON_STORE (object), result, &error))
    liaison_reports_page_tell (self, _("Report written"));
  else if (liaison_error_is_cancelled (error))
    liaison_reports_page_tell (self, _("Cancelled: nothing was written"));
  else
    liaison_reports_page_tell_error (self, error);
  liaison_reports_page_end (self);
}

static void
file_chosen_cb (LiaisonReportsPage   *self,
                int                   response,
                GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  LiaisonReportFormat format = path ? liaison_report_format_guess (path) : LIAISON_N_REPORT_FORMATS;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  if (path && !self->writing)
    {
      LiaisonReportTask *task = liaison_report_task_new (liaison_report_editor_get_report (self->editor));

      task->path = g_steal_pointer (&path);
      task->format = format == LIAISON_N_REPORT_FORMATS ? LIAISON_REPORT_TEXT : format;
      run (self, liaison_report_job_write, task, NULL, written_cb);
    }
}

/* The name of a file that the report goes into, without what it ends in. */
static char *
dup_stem (LiaisonReportsPage *self)
{
  const char *name = liaison_report_editor_get_report (self->editor)->name;

  return g_strdelimit (g_strdup (*name ? name : "report"), "/\\", '-');
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LiaisonReportsPage *self = user_data;
  LiaisonReportFormat format = liaison_report_format_parse (g_variant_get_string (parameter, NULL));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export report"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  g_autofree char *stem = dup_stem (self);
  g_autofree char *name = g_strdup_printf ("%s.%s", stem, liaison_report_format_get_suffix (format));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (self), "chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  LiaisonReportTexts *texts = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (texts)
    {
      gsize length;
      const char *text = g_bytes_get_data (texts->plain, &length);
      g_autofree char *plain = g_strndup (text, length);
      GdkContentProvider *ways[] = {
        gdk_content_provider_new_for_bytes ("text/html", texts->rich),
        gdk_content_provider_new_typed (G_TYPE_STRING, plain),
      };
      g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (ways, G_N_ELEMENTS (ways));

      gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
      liaison_reports_page_tell (self, _("Report copied"));
    }
  else
    {
      liaison_reports_page_tell_error (self, error);
    }
  g_clear_pointer (&texts, liaison_report_texts_free);
  liaison_reports_page_end (self);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  liaison_reports_page_run (user_data, liaison_report_job_write_texts, (GDestroyNotify) liaison_report_texts_free, copied_cb);
}

/* On paper */

static void
begin_print_cb (LiaisonPrintout *printout,
                GtkPrintContext *context)
{
  liaison_printout_begin (printout, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context),
                          gtk_print_context_get_height (context));
}

static gboolean
paginate_cb (LiaisonPrintout   *printout,
             GtkPrintContext   *context,
             GtkPrintOperation *operation)
{
  gboolean measured = liaison_printout_measure (printout);

  gtk_print_operation_set_n_pages (operation, liaison_printout_get_n_pages (printout));

  return measured;
}

static void
draw_page_cb (LiaisonPrintout *printout,
              GtkPrintContext *context,
              int              page)
{
  liaison_printout_draw (printout, gtk_print_context_get_cairo_context (context), page);
}

static void
print_done_cb (LiaisonReportsPage      *self,
               GtkPrintOperationResult  result,
               GtkPrintOperation       *operation)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      liaison_reports_page_tell_error (self, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
      liaison_reports_page_tell (self, _("Report printed"));
    }
}

/* What is asked for when the report is to go into a file instead. */
static GtkPrintSettings *
make_print_settings (LiaisonReportsPage *self)
{
  g_autofree char *stem = dup_stem (self);
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  GtkPrintSettings *settings = self->print_settings ? gtk_print_settings_copy (self->print_settings) : gtk_print_settings_new ();

  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, stem);
  if (folder)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);

  return settings;
}

static void
start_printing (LiaisonReportsPage *self,
                LiaisonPrintout    *printout)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = make_print_settings (self);
  const char *name = liaison_report_editor_get_report (self->editor)->name;

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, *name ? name : "Liaison");
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "printout", printout, (GDestroyNotify) liaison_printout_free);
  g_signal_connect_swapped (operation, "begin-print", G_CALLBACK (begin_print_cb), printout);
  g_signal_connect_swapped (operation, "paginate", G_CALLBACK (paginate_cb), printout);
  g_signal_connect_swapped (operation, "draw-page", G_CALLBACK (draw_page_cb), printout);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

static void
laid_out_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  LiaisonPrintout *printout = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  liaison_reports_page_end (self);
  if (printout && gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_printing (self, printout);
  else if (printout)
    liaison_printout_free (printout);
  else
    liaison_reports_page_tell_error (self, error);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  liaison_reports_page_run (user_data, liaison_report_job_print, (GDestroyNotify) liaison_printout_free, laid_out_cb);
}

/* What goes out with a report */

static gboolean
is_chosen (LiaisonReportsPage *self,
           const char         *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), name);

  return g_variant_get_boolean (state);
}

static void
choose_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  LiaisonReportsPage *self = user_data;

  g_simple_action_set_state (action, state);
  liaison_report_editor_choose_parts (self->editor, is_chosen (self, "notes"), is_chosen (self, "annex"));
}

void
liaison_reports_page_add_output_actions (LiaisonReportsPage *self)
{
  const GActionEntry entries[] = {
    { "export", export_cb, "s" }, { "copy", copy_cb }, { "print", print_cb }, { "cancel", cancel_cb },
    { "notes", NULL, NULL, "true", choose_cb }, { "annex", NULL, NULL, "false", choose_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
