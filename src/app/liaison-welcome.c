/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-welcome.h"

#include "liaison-mnemonics.h"
#include "liaison-tab-stop.h"

struct _LiaisonWelcome
{
  GtkWidget   parent_instance;

  GtkWidget  *content;
  GtkWidget  *recent;
  GtkListBox *recent_list;
};

enum { OPEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonWelcome, liaison_welcome, GTK_TYPE_WIDGET)

static void
recent_activated_cb (LiaisonWelcome *self,
                     GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[OPEN], 0, g_object_get_data (G_OBJECT (row), "path"));
}

static GtkWidget *
line_new (const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
row_new (const char *path)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);
  GtkWidget *place = line_new (shown_folder, "caption");

  gtk_widget_add_css_class (place, "dim-label");
  gtk_box_append (GTK_BOX (box), line_new (name, NULL));
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown_folder, -1);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  return row;
}

static void
liaison_welcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_WELCOME);

  G_OBJECT_CLASS (liaison_welcome_parent_class)->dispose (object);
}

static void
liaison_welcome_class_init (LiaisonWelcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_welcome_dispose;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonWelcome, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWelcome, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_welcome_init (LiaisonWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_mnemonics_strip (GTK_WIDGET (self));
  liaison_tab_stop_unite (GTK_WIDGET (self->recent_list));
}

void
liaison_welcome_set_recent (LiaisonWelcome    *self,
                            const char *const *paths)
{
  GtkWidget *row;

  g_return_if_fail (LIAISON_IS_WELCOME (self));
  g_return_if_fail (paths != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; paths[i] != NULL; i++)
    gtk_list_box_append (self->recent_list, row_new (paths[i]));
  gtk_widget_set_visible (self->recent, paths[0] != NULL);
}
