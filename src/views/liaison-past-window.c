/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-past-window.h"

#include "liaison-announce.h"
#include "liaison-clamp.h"
#include "liaison-page-parts.h"
#include "liaison-status-page.h"

#define INDEX "index"

struct _LiaisonPastWindow
{
  GtkWindow          parent_instance;

  GtkLabel          *explanation;
  GtkLabel          *failure;
  GtkStack          *states;
  GtkListBox        *list;
  LiaisonStatusPage *status;

  LiaisonStore      *store;
  int                focused; /* the line that had the focus before it was filled anew; -1 for none */
};

enum { SIGNAL_WANTED, SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonPastWindow, liaison_past_window, GTK_TYPE_WINDOW)

static void
want (LiaisonPastWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_WANTED], 0);
}

static void
clicked_cb (LiaisonPastWindow *self,
            GtkWidget         *button)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), INDEX)));
}

static void
liaison_past_window_dispose (GObject *object)
{
  LiaisonPastWindow *self = LIAISON_PAST_WINDOW (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, want, self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (liaison_past_window_parent_class)->dispose (object);
}

static void
liaison_past_window_class_init (LiaisonPastWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_past_window_dispose;
  signals[SIGNAL_WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (LIAISON_TYPE_CLAMP);
  g_type_ensure (LIAISON_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-past-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonPastWindow, explanation);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPastWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPastWindow, states);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPastWindow, list);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPastWindow, status);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_past_window_init (LiaisonPastWindow *self)
{
  self->focused = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

LiaisonPastWindow *
liaison_past_window_new (GtkWindow    *parent,
                         LiaisonStore *store,
                         const char   *title,
                         const char   *explanation,
                         const char   *empty)
{
  LiaisonPastWindow *self = g_object_new (LIAISON_TYPE_PAST_WINDOW,
                                          "transient-for", parent,
                                          "application", gtk_window_get_application (parent),
                                          "modal", TRUE,
                                          "title", title,
                                          NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (want), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->explanation, explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set (self->status, "title", empty, NULL);
  g_signal_connect (self, "map", G_CALLBACK (want), NULL);

  return self;
}

void
liaison_past_window_begin (LiaisonPastWindow *self)
{
  GtkWidget *focus;
  GtkListBoxRow *row;

  g_return_if_fail (LIAISON_IS_PAST_WINDOW (self));

  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus != NULL && !GTK_IS_LIST_BOX_ROW (focus))
    focus = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  self->focused = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static GtkWidget *
button_new (LiaisonPastWindow *self,
            const char        *label,
            const char        *name,
            guint              index)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), INDEX, GUINT_TO_POINTER (index));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

void
liaison_past_window_add (LiaisonPastWindow *self,
                         const char        *text,
                         const char        *caption,
                         gboolean           is_head,
                         const char        *button,
                         const char        *name,
                         guint              index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *whole = caption != NULL ? g_strdup_printf ("%s, %s", text, caption) : g_strdup (text);

  g_return_if_fail (LIAISON_IS_PAST_WINDOW (self));

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), liaison_page_text_new (text, is_head ? "name" : NULL));
  if (caption != NULL)
    {
      GtkWidget *label = liaison_page_text_new (caption, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_box_append (GTK_BOX (line), texts);
  if (button != NULL)
    gtk_box_append (GTK_BOX (line), button_new (self, button, name, index));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  gtk_widget_add_css_class (row, is_head ? "past-head" : "past");
  gtk_list_box_append (self->list, row);
}

void
liaison_past_window_end (LiaisonPastWindow *self)
{
  GtkListBoxRow *last;
  GtkListBoxRow *row;

  g_return_if_fail (LIAISON_IS_PAST_WINDOW (self));

  row = gtk_list_box_get_row_at_index (self->list, MAX (self->focused, 0));
  last = GTK_LIST_BOX_ROW (gtk_widget_get_last_child (GTK_WIDGET (self->list)));
  gtk_stack_set_visible_child_name (self->states, last != NULL ? "list" : "none");
  if (last != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row != NULL ? row : last));
}

void
liaison_past_window_tell (LiaisonPastWindow *self,
                          const char        *message)
{
  g_return_if_fail (LIAISON_IS_PAST_WINDOW (self));

  gtk_label_set_label (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
  if (message != NULL)
    liaison_announce (GTK_WIDGET (self), message);
}
