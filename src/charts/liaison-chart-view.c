/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-view.h"

#include "liaison-chart-output.h"
#include "liaison-chart-table.h"
#include "liaison-chart.h"
#include "liaison-error.h"
#include "liaison-plot-page.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Of a chart that scrolls by itself. */
#define LEAST_HEIGHT 260

struct _LiaisonChartView
{
  GtkWidget             parent_instance;

  LiaisonPlot          *plot;
  LiaisonStore         *store;   /* where the plot is from, and what was asked for; NULL as long as there is none */
  LiaisonChartRequest  *request;
  gboolean              table_shown;
  gboolean              compact;
  GtkFileChooserNative *chooser;
  GCancellable         *making;  /* what leaves the window; NULL as long as nothing does */
  GFile                *file;    /* where it goes to; NULL for the clipboard */
  LiaisonPlotFormat     format;

  GtkWidget            *content;
  GtkLabel             *title_label;
  GtkLabel             *subtitle_label;
  GtkWidget            *buttons;
  GtkStack             *stack;
  GtkScrolledWindow    *scrolled;
  LiaisonChart         *chart;
  LiaisonChartTable    *table;
  GtkWidget            *status_box;
  GtkWidget            *spinner;
  GtkLabel             *rule_label;
  GtkLabel             *status_label;
};

enum { PROP_0, PROP_PLOT, PROP_TABLE_SHOWN, PROP_COMPACT, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { SIGNAL_OPENED, SIGNAL_NARROWED, SIGNAL_WIDENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonChartView, liaison_chart_view, GTK_TYPE_WIDGET)

static const char * const suffixes[] = {
  [LIAISON_PLOT_SVG] = "svg",
  [LIAISON_PLOT_PDF] = "pdf",
  [LIAISON_PLOT_PNG] = "png",
  [LIAISON_PLOT_CSV] = "csv",
};

static const char * const actions[] = { "chart-view.copy-picture", "chart-view.copy-table", "chart-view.save", "chart-view.print" };

static gboolean
has_plot (LiaisonChartView *self)
{
  return self->plot != NULL && !liaison_plot_get_texts (self->plot)->is_empty;
}

static void
update_actions (LiaisonChartView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart-view.table-shown", has_plot (self));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], has_plot (self) && self->request != NULL && self->making == NULL);
}

static void
update_page (LiaisonChartView *self)
{
  gtk_stack_set_visible_child_name (self->stack, !has_plot (self) ? "empty" : self->table_shown ? "table" : "chart");
  /* A table of what is not looked at would only cost time. */
  liaison_chart_table_set_plot (self->table, self->table_shown && has_plot (self) ? self->plot : NULL);
  update_actions (self);
}

static void
tell (LiaisonChartView *self,
      const char       *text)
{
  gtk_label_set_label (self->status_label, text);
  gtk_widget_set_visible (self->status_box, *text != '\0');
}

static void
set_table_shown (LiaisonChartView *self,
                 gboolean          table_shown)
{
  if (self->table_shown == table_shown)
    return;

  self->table_shown = table_shown;
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE_SHOWN]);
}

static void
set_compact (LiaisonChartView *self,
             gboolean          compact)
{
  if (self->compact == compact)
    return;

  self->compact = compact;
  /* A small chart is as high as it must be, and scrolls with what is around it. */
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_AUTOMATIC, compact ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (self->scrolled, compact ? -1 : LEAST_HEIGHT);
  gtk_widget_set_visible (self->buttons, !compact);
  gtk_widget_set_visible (GTK_WIDGET (self->rule_label), !compact);
  gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), compact ? "title-2" : "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), compact ? "heading" : "title-2");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

/* What leaves the window */

/* What takes no time to make is not announced. */
static void
tell_making (LiaisonChartView *self)
{
  gtk_widget_add_css_class (self->status_box, "delayed");
  gtk_widget_set_visible (self->spinner, TRUE);
  tell (self, _("The chart is being written…"));
}

static void
tell_end (LiaisonChartView *self,
          const GError     *error)
{
  g_autofree char *name = self->file ? g_file_get_parse_name (self->file) : NULL;
  g_autofree char *message = error ? liaison_error_dup_message (error) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_remove_css_class (self->status_box, "delayed");
  gtk_widget_set_visible (self->spinner, FALSE);
  if (liaison_error_is_cancelled (error))
    text = g_strdup (self->file ? _("Cancelled: nothing was written") : "");
  else if (error != NULL)
    text = self->file ? g_strdup_printf (_("%s cannot be written: %s"), name, message) : g_strdup (message);
  else if (self->file != NULL)
    text = g_strdup_printf (_("Saved as %s."), name);
  else
    text = g_strdup (self->format == LIAISON_PLOT_PNG ? _("The picture is in the clipboard.") : _("The table is in the clipboard."));
  tell (self, text);
}

static void
end_making (LiaisonChartView *self,
            const GError     *error)
{
  g_clear_object (&self->making);
  /* It may be over where the view is, too. */
  if (self->content != NULL)
    {
      tell_end (self, error);
      update_actions (self);
    }
  g_clear_object (&self->file);
}

static void
copy (LiaisonChartView *self,
      GBytes           *bytes)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *text = NULL;

  if (self->format == LIAISON_PLOT_PNG)
    {
      /* As it is: to make a texture of it would take the time that it took to write it. */
      provider = gdk_content_provider_new_for_bytes ("image/png", bytes);
      gdk_clipboard_set_content (clipboard, provider);
      return;
    }

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gdk_clipboard_set_text (clipboard, text);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LiaisonChartView) self = user_data;
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (object), result, NULL, &error);
  end_making (self, error);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (LiaisonChartView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = liaison_chart_output_make_finish (LIAISON_STORE (object), result, &error);

  if (bytes != NULL && self->file != NULL)
    {
      /* From here on it is written: whoever cancels now could be told that it was not, though it was. */
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart-view.cancel", FALSE);
      g_file_replace_contents_bytes_async (self->file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb, g_object_ref (self));
      return;
    }

  if (bytes != NULL && self->content != NULL)
    copy (self, bytes);
  end_making (self, error);
}

static void
make (LiaisonChartView  *self,
      LiaisonPlotFormat  format,
      GFile             *file)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  /* The chart may be another one since the file was asked for. */
  if (self->plot == NULL || self->request == NULL || self->making != NULL)
    return;

  self->making = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart-view.cancel", TRUE);
  self->file = file ? g_object_ref (file) : NULL;
  self->format = format;
  tell_making (self);
  update_actions (self);
  liaison_chart_output_make_async (self->store, self->request, liaison_plot_get_view (self->plot), format, rtl, self->making, made_cb,
                                   g_object_ref (self));
}

static void
copy_picture_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  make (LIAISON_CHART_VIEW (widget), LIAISON_PLOT_PNG, NULL);
}

static void
copy_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  make (LIAISON_CHART_VIEW (widget), LIAISON_PLOT_TEXT, NULL);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_cancellable_cancel (LIAISON_CHART_VIEW (widget)->making);
}

static LiaisonPlotFormat
get_format (const char *suffix)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_strcmp0 (suffixes[i], suffix) == 0)
        return (LiaisonPlotFormat) i;
    }

  return LIAISON_PLOT_PNG;
}

static void
chosen_cb (LiaisonChartView *self,
           int               response,
           GtkNativeDialog  *dialog)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    make (self, get_format (g_object_get_data (G_OBJECT (dialog), "suffix")), file);
  g_clear_object (&self->chooser);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LiaisonChartView *self = LIAISON_CHART_VIEW (widget);
  const char *suffix = suffixes[get_format (g_variant_get_string (parameter, NULL))];
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *file_name = g_strdup_printf ("%s.%s", C_("file name", "Chart"), suffix);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the chart"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  g_object_set_data (G_OBJECT (self->chooser), "suffix", (gpointer) suffix);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Printing */

static void
draw_page_cb (LiaisonChartView *self,
              GtkPrintContext  *print)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (print);
  LiaisonPlotTheme theme;

  if (self->plot == NULL)
    return;

  liaison_plot_theme_init_look (&theme, LIAISON_PLOT_PRINT);
  liaison_plot_page_print (self->plot, gtk_print_context_get_cairo_context (print), pango_layout_get_context (layout), &theme,
                           gtk_print_context_get_width (print), gtk_print_context_get_height (print),
                           gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  gtk_widget_queue_allocate (GTK_WIDGET (self->chart));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LiaisonChartView *self = LIAISON_CHART_VIEW (widget);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, liaison_plot_get_texts (self->plot)->title);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, G_CONNECT_SWAPPED);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autofree char *message = liaison_error_dup_message (error);

      tell (self, message);
    }
}

static void
activated_cb (LiaisonChartView *self,
              const char       *query,
              const char       *label)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, query, label);
}

static void
narrowed_cb (LiaisonChartView *self,
             const char       *query)
{
  g_signal_emit (self, signals[SIGNAL_NARROWED], 0, query);
}

static void
widened_cb (LiaisonChartView *self)
{
  g_signal_emit (self, signals[SIGNAL_WIDENED], 0);
}

static void
liaison_chart_view_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LiaisonChartView *self = LIAISON_CHART_VIEW (object);

  switch (property)
    {
    case PROP_PLOT:
      g_value_set_object (value, self->plot);
      break;
    case PROP_TABLE_SHOWN:
      g_value_set_boolean (value, self->table_shown);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_chart_view_set_property (GObject      *object,
                                 guint         property,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  LiaisonChartView *self = LIAISON_CHART_VIEW (object);

  switch (property)
    {
    case PROP_PLOT:
      liaison_chart_view_set_plot (self, g_value_get_object (value));
      break;
    case PROP_TABLE_SHOWN:
      set_table_shown (self, g_value_get_boolean (value));
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_chart_view_dispose (GObject *object)
{
  LiaisonChartView *self = LIAISON_CHART_VIEW (object);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->chooser);
  g_clear_object (&self->plot);
  g_clear_object (&self->store);
  g_clear_pointer (&self->request, liaison_chart_request_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_chart_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "chart-view.table-shown", "table-shown");
  gtk_widget_class_install_action (widget_class, "chart-view.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (widget_class, "chart-view.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "chart-view.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "chart-view.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "chart-view.cancel", NULL, cancel_action);
}

static void
liaison_chart_view_class_init (LiaisonChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = liaison_chart_view_get_property;
  object_class->set_property = liaison_chart_view_set_property;
  object_class->dispose = liaison_chart_view_dispose;

  properties[PROP_PLOT] = g_param_spec_object ("plot", NULL, NULL, LIAISON_TYPE_PLOT, flags);
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_NARROWED] = g_signal_new ("narrowed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_WIDENED] = g_signal_new ("widened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  g_type_ensure (LIAISON_TYPE_CHART);
  g_type_ensure (LIAISON_TYPE_CHART_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, title_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, buttons);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, chart);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, table);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, status_box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, spinner);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, rule_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartView, status_label);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, widened_cb);
}

static void
liaison_chart_view_init (LiaisonChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_page (self);
}

GtkWidget *
liaison_chart_view_new (void)
{
  return g_object_new (LIAISON_TYPE_CHART_VIEW, NULL);
}

void
liaison_chart_view_set_plot (LiaisonChartView *self,
                             LiaisonPlot      *plot)
{
  g_return_if_fail (LIAISON_IS_CHART_VIEW (self));

  if (!g_set_object (&self->plot, plot))
    return;

  liaison_chart_set_plot (self->chart, plot);
  gtk_label_set_label (self->title_label, plot ? liaison_plot_get_texts (plot)->title : "");
  gtk_label_set_label (self->subtitle_label, plot ? liaison_plot_get_texts (plot)->subtitle : "");
  gtk_label_set_label (self->rule_label, plot ? liaison_plot_get_texts (plot)->rule : "");
  if (self->making == NULL)
    tell (self, "");
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLOT]);
}

void
liaison_chart_view_set_source (LiaisonChartView    *self,
                               LiaisonStore        *store,
                               LiaisonChartRequest *request)
{
  g_return_if_fail (LIAISON_IS_CHART_VIEW (self));
  g_return_if_fail ((store == NULL) == (request == NULL));

  if (request != NULL)
    liaison_chart_request_ref (request);
  g_clear_pointer (&self->request, liaison_chart_request_unref);
  self->request = request;
  g_set_object (&self->store, store);
  update_actions (self);
}
