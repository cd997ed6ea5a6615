/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-conflict-window.h"

#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-field-text.h"
#include "liaison-page-parts.h"

#include <glib/gi18n.h>

struct _LiaisonConflictWindow
{
  GtkWindow     parent_instance;

  GtkGrid      *grid;

  LiaisonDraft *mine;
  LiaisonDraft *now;
  GPtrArray    *conflicts;
  GTask        *task;
};

G_DEFINE_FINAL_TYPE (LiaisonConflictWindow, liaison_conflict_window, GTK_TYPE_WINDOW)

static void
end (LiaisonConflictWindow *self,
     gboolean               saves)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  gtk_window_destroy (GTK_WINDOW (self));
  if (task != NULL)
    g_task_return_boolean (task, saves);
}

static void
save_cb (LiaisonConflictWindow *self)
{
  end (self, TRUE);
}

static void
toggled_cb (GtkCheckButton       *theirs,
            LiaisonDraftConflict *conflict)
{
  conflict->takes_theirs = gtk_check_button_get_active (theirs);
}

static char *
write_value (LiaisonDraft        *draft,
             const LiaisonRecord *record,
             guint                field)
{
  g_autofree char *text = liaison_field_dup_text (draft, record, field);

  return *text != '\0' ? g_steal_pointer (&text) : g_strdup (_("Empty"));
}

/* The field, and of which part it is. */
static char *
write_caption (LiaisonConflictWindow      *self,
               const LiaisonDraftConflict *conflict)
{
  LiaisonKind kind = liaison_record_get_kind (conflict->mine);
  const char *label = liaison_kind_get_field_label (kind, conflict->field);

  if (conflict->mine == liaison_draft_get_record (self->mine))
    return g_strdup (label);
  /* Translators: a kind of record that is part of another one, and a field: "Participation: Role" */
  return g_strdup_printf (_("%s: %s"), liaison_kind_get_label (kind), label);
}

static void
add_conflict (LiaisonConflictWindow *self,
              LiaisonDraftConflict  *conflict,
              int                    row)
{
  g_autofree char *caption = write_caption (self, conflict);
  g_autofree char *my_value = write_value (self->mine, conflict->mine, conflict->field);
  g_autofree char *their_value = write_value (self->now, conflict->theirs, conflict->field);
  GtkWidget *label = liaison_page_text_new (caption, "dim-label");
  /* Translators: a field and its value in the form, or in the store */
  g_autofree char *my_name = g_strdup_printf (_("%s, yours: %s"), caption, my_value);
  g_autofree char *their_name = g_strdup_printf (_("%s, on record: %s"), caption, their_value);
  GtkWidget *mine = liaison_page_choice_new (my_value, my_name);
  GtkWidget *theirs = liaison_page_choice_new (their_value, their_name);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (mine));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mine), TRUE);
  /* The decisions live in an array that this window keeps. */
  g_signal_connect (theirs, "toggled", G_CALLBACK (toggled_cb), conflict);
  gtk_grid_attach (self->grid, label, 0, row, 2, 1);
  gtk_grid_attach (self->grid, mine, 0, row + 1, 1, 1);
  gtk_grid_attach (self->grid, theirs, 1, row + 1, 1, 1);
}

static gboolean
liaison_conflict_window_close_request (GtkWindow *window)
{
  end (LIAISON_CONFLICT_WINDOW (window), FALSE);

  return TRUE;
}

static void
liaison_conflict_window_dispose (GObject *object)
{
  LiaisonConflictWindow *self = LIAISON_CONFLICT_WINDOW (object);

  if (self->task != NULL)
    g_task_return_boolean (self->task, FALSE);
  g_clear_object (&self->task);

  G_OBJECT_CLASS (liaison_conflict_window_parent_class)->dispose (object);
}

static void
liaison_conflict_window_finalize (GObject *object)
{
  LiaisonConflictWindow *self = LIAISON_CONFLICT_WINDOW (object);

  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_object (&self->mine);
  g_clear_object (&self->now);

  G_OBJECT_CLASS (liaison_conflict_window_parent_class)->finalize (object);
}

static void
liaison_conflict_window_class_init (LiaisonConflictWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_conflict_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_conflict_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = liaison_conflict_window_close_request;

  g_type_ensure (LIAISON_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-conflict-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonConflictWindow, grid);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_conflict_window_init (LiaisonConflictWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_conflict_window_run_async (GtkWindow           *parent,
                                   LiaisonDraft        *mine,
                                   LiaisonDraft        *now,
                                   GPtrArray           *conflicts,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  LiaisonConflictWindow *self = g_object_new (LIAISON_TYPE_CONFLICT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->mine = g_object_ref (mine);
  self->now = g_object_ref (now);
  self->conflicts = g_ptr_array_ref (conflicts);
  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, liaison_conflict_window_run_async);
  for (guint i = 0; i < conflicts->len; i++)
    add_conflict (self, conflicts->pdata[i], (int) i * 2 + 1);
  gtk_window_present (GTK_WINDOW (self));
}

gboolean
liaison_conflict_window_run_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
