/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-duplicates-window.h"

#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-page-parts.h"

#include <glib/gi18n.h>

struct _LiaisonDuplicatesWindow
{
  GtkWindow   parent_instance;

  GtkWidget  *other_button;
  GtkLabel   *other_label;
  GtkLabel   *explanation;
  GtkListBox *list;
  GTask      *task;
};

G_DEFINE_FINAL_TYPE (LiaisonDuplicatesWindow, liaison_duplicates_window, GTK_TYPE_WINDOW)

static void
end (LiaisonDuplicatesWindow *self,
     LiaisonDuplicatesAnswer  answer,
     const char              *uuid)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  gtk_window_destroy (GTK_WINDOW (self));
  if (task == NULL)
    return;

  g_task_set_task_data (task, g_strdup (uuid), g_free);
  g_task_return_int (task, answer);
}

static void
other_cb (LiaisonDuplicatesWindow *self)
{
  end (self, LIAISON_DUPLICATES_OTHER, NULL);
}

static const char *
get_uuid (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "uuid");
}

static void
open_cb (LiaisonDuplicatesWindow *self,
         GtkWidget               *button)
{
  g_autofree char *uuid = g_strdup (get_uuid (button));

  end (self, LIAISON_DUPLICATES_OPEN, uuid);
}

static void
merge_cb (LiaisonDuplicatesWindow *self,
          GtkWidget               *button)
{
  g_autofree char *uuid = g_strdup (get_uuid (button));

  end (self, LIAISON_DUPLICATES_MERGE, uuid);
}

static GtkWidget *
button_new (LiaisonDuplicatesWindow *self,
            LiaisonSuggestion       *duplicate,
            const char              *label,
            const char              *name,
            GCallback                callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "uuid", g_strdup (liaison_suggestion_get_uuid (duplicate)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
append_row (LiaisonDuplicatesWindow *self,
            LiaisonSuggestion       *duplicate)
{
  const char *name = liaison_suggestion_get_name (duplicate);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *detail = liaison_page_text_new (liaison_suggestion_get_detail (duplicate), "dim-label");
  /* Translators: %s is a contact, an engagement or an organisation */
  g_autofree char *open_name = g_strdup_printf (_("Open %s"), name);
  /* Translators: %s is a contact */
  g_autofree char *merge_name = g_strdup_printf (_("Add what was entered to %s"), name);

  gtk_widget_set_visible (detail, *liaison_suggestion_get_detail (duplicate) != '\0');
  gtk_box_append (GTK_BOX (buttons), button_new (self, duplicate, _("Open this one"), open_name, G_CALLBACK (open_cb)));
  if (liaison_suggestion_get_kind (duplicate) == LIAISON_KIND_CONTACT)
    gtk_box_append (GTK_BOX (buttons), button_new (self, duplicate, _("Merge"), merge_name, G_CALLBACK (merge_cb)));
  gtk_box_append (GTK_BOX (row), liaison_page_text_new (name, NULL));
  gtk_box_append (GTK_BOX (row), detail);
  gtk_box_append (GTK_BOX (row), buttons);
  gtk_widget_add_css_class (row, "duplicate");
  gtk_list_box_append (self->list, row);
  /* The buttons take the focus, not the row around them. */
  gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
}

/* The template is that for contacts. */
static void
explain (LiaisonDuplicatesWindow *self,
         LiaisonKind              kind)
{
  gboolean is_engagement = kind == LIAISON_KIND_ENGAGEMENT;

  if (kind == LIAISON_KIND_CONTACT)
    return;

  gtk_label_set_label (self->other_label, _("_Save anyway"));
  gtk_label_set_label (self->explanation, is_engagement ? _("An engagement of this day and form, with the same people, is on record already.")
                                                        : _("An organisation with one of these names is on record already."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_engagement ? _("Engagements on record") : _("Organisations on record"), -1);
}

static gboolean
liaison_duplicates_window_close_request (GtkWindow *window)
{
  end (LIAISON_DUPLICATES_WINDOW (window), LIAISON_DUPLICATES_STAY, NULL);

  return TRUE;
}

static void
liaison_duplicates_window_dispose (GObject *object)
{
  LiaisonDuplicatesWindow *self = LIAISON_DUPLICATES_WINDOW (object);

  if (self->task != NULL)
    g_task_return_int (self->task, LIAISON_DUPLICATES_STAY);
  g_clear_object (&self->task);

  G_OBJECT_CLASS (liaison_duplicates_window_parent_class)->dispose (object);
}

static void
liaison_duplicates_window_class_init (LiaisonDuplicatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_duplicates_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = liaison_duplicates_window_close_request;

  g_type_ensure (LIAISON_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-duplicates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonDuplicatesWindow, other_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDuplicatesWindow, other_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDuplicatesWindow, explanation);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDuplicatesWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_duplicates_window_init (LiaisonDuplicatesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_duplicates_window_run_async (GtkWindow           *parent,
                                     LiaisonKind          kind,
                                     GPtrArray           *duplicates,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  LiaisonDuplicatesWindow *self = g_object_new (LIAISON_TYPE_DUPLICATES_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, liaison_duplicates_window_run_async);
  explain (self, kind);
  for (guint i = 0; i < duplicates->len; i++)
    append_row (self, duplicates->pdata[i]);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->other_button);
}

LiaisonDuplicatesAnswer
liaison_duplicates_window_run_finish (GAsyncResult  *result,
                                      char         **uuid)
{
  *uuid = g_strdup (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_int (G_TASK (result), NULL);
}
