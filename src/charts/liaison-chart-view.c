/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-view.h"

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
  gboolean              table_shown;
  gboolean              compact;
  GtkFileChooserNative *chooser;
  GCancellable         *saving;

  GtkWidget            *content;
  GtkLabel             *title_label;
  GtkLabel             *subtitle_label;
  GtkWidget            *buttons;
  GtkStack             *stack;
  GtkScrolledWindow    *scrolled;
  LiaisonChart         *chart;
  LiaisonChartTable    *table;
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

static void
update_page (LiaisonChartView *self)
{
  gboolean is_empty = self->plot == NULL || liaison_plot_get_texts (self->plot)->is_empty;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : self->table_shown ? "table" : "chart");
  /* A table of what is not looked at would only cost time. */
  liaison_chart_table_set_plot (self->table, self->table_shown && !is_empty ? self->plot : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart-view.table-shown", !is_empty);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !is_empty);
}

static void
tell (LiaisonChartView *self,
      const char       *text)
{
  gtk_label_set_label (self->status_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), *text != '\0');
}

static void
tell_error (LiaisonChartView *self,
            const GError     *error)
{
  g_autofree char *message = liaison_error_dup_message (error);

  tell (self, message);
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

/* What leaves the program looks like paper, whatever the window looks like. */
static GBytes *
render (LiaisonChartView   *self,
        LiaisonPlotFormat   format,
        GError            **error)
{
  LiaisonPlotTheme theme;
  GBytes *bytes;

  liaison_plot_theme_init_look (&theme, LIAISON_PLOT_LIGHT);
  bytes = liaison_plot_page_render (self->plot, format, &theme, 0, 0,
                                    gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, error);

  /* The plot was laid out for the page. */
  gtk_widget_queue_allocate (GTK_WIDGET (self->chart));

  return bytes;
}

static void
copy_picture_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  LiaisonChartView *self = LIAISON_CHART_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = render (self, LIAISON_PLOT_PNG, &error);
  g_autoptr (GdkTexture) texture = bytes ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      tell_error (self, error);
      return;
    }

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  tell (self, _("The picture is in the clipboard."));
}

static void
copy_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  LiaisonChartView *self = LIAISON_CHART_VIEW (widget);
  g_autoptr (LiaisonPlotTable) table = liaison_plot_create_table (self->plot);
  g_autofree char *text = liaison_plot_table_to_text (table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tell (self, _("The table is in the clipboard."));
}

/* Saving */

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LiaisonChartView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (object));
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    text = g_strdup_printf (_("Saved as %s."), name);
  else if (!liaison_error_is_cancelled (error))
    {
      g_autofree char *message = liaison_error_dup_message (error);

      text = g_strdup_printf (_("%s cannot be written: %s"), name, message);
    }
  if (text != NULL)
    tell (self, text);
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
save (LiaisonChartView *self,
      GFile            *file,
      const char       *suffix)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = self->plot ? render (self, get_format (suffix), &error) : NULL;

  if (bytes == NULL)
    {
      if (error != NULL)
        tell_error (self, error);
      return;
    }

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, self->saving, saved_cb, g_object_ref (self));
}

static void
chosen_cb (LiaisonChartView *self,
           int               response,
           GtkNativeDialog  *dialog)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    save (self, file, g_object_get_data (G_OBJECT (dialog), "suffix"));
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
    tell_error (self, error);
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

  g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  g_clear_object (&self->chooser);
  g_clear_object (&self->plot);
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
  self->saving = g_cancellable_new ();
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
  tell (self, "");
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLOT]);
}
