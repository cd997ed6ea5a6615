/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-bulk-window.h"
#include "liaison-config.h"
#include "liaison-contact-form.h"
#include "liaison-engagement-form.h"
#include "liaison-error-text.h"
#include "liaison-merge-window.h"
#include "liaison-organisation-form.h"
#include "liaison-total-form.h"

#include <glib/gi18n.h>

/* What a form was opened for; the window may be gone when it ends. */
typedef struct
{
  LiaisonWindow *window;
  LiaisonStore  *store;
  const char    *kind;
} Run;

static Run *
run_new (LiaisonWindow *self,
         const char    *kind)
{
  Run *run = g_new0 (Run, 1);

  run->window = g_object_ref (self);
  run->store = g_object_ref (self->store);
  run->kind = kind;

  return run;
}

static void
run_free (Run *run)
{
  g_object_unref (run->window);
  g_object_unref (run->store);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
show_saved (LiaisonWindow *self,
            const char    *kind,
            const char    *uuid)
{
  gboolean shown = g_strcmp0 (liaison_window_get_uuid (self), uuid) == 0;

  if (!shown)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", kind, uuid);
}

static void
form_ended_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autofree char *uuid = liaison_record_form_run_finish (result, &message, &error);

  /* Another store may be shown by now. */
  if (uuid == NULL || run->window->store != run->store)
    return;

  show_saved (run->window, run->kind, uuid);
  if (message != NULL)
    liaison_toast_show (run->window->toast, message, _("_Undo"), "win.undo");
}

void
liaison_window_resume_form (LiaisonWindow *self,
                            GType          type,
                            LiaisonDraft  *draft)
{
  LiaisonKind kind = liaison_record_get_kind (liaison_draft_get_record (draft));

  liaison_record_form_resume_async (type, GTK_WINDOW (self), self->store, draft, form_ended_cb,
                                    run_new (self, liaison_kind_get_info (kind)->name));
}

static void
new_engagement_action_cb (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  const char *kind = liaison_window_get_kind (self);
  const char *contact = g_strcmp0 (kind, "contact") == 0 ? liaison_window_get_uuid (self) : NULL;

  liaison_engagement_form_run_async (GTK_WINDOW (self), self->store, NULL, contact, form_ended_cb, run_new (self, "engagement"));
}

/* A slash begins an engagement, as any other key begins a search; in a text it is a slash. */
static gboolean
slash_pressed_cb (LiaisonWindow   *self,
                  guint            key,
                  guint            code,
                  GdkModifierType  state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if ((key != GDK_KEY_slash && key != GDK_KEY_KP_Divide) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "win.new-engagement", NULL);
}

static void
new_contact_action_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  /* Whom one records is nearly always one of theirs. */
  liaison_contact_form_run_async (GTK_WINDOW (self), self->store, NULL, NULL, LIAISON_SIDE_THEIRS, form_ended_cb,
                                  run_new (self, "contact"));
}

static void
new_organisation_action_cb (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  liaison_organisation_form_run_async (GTK_WINDOW (self), self->store, NULL, form_ended_cb, run_new (self, "organisation"));
}

static void
new_total_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  liaison_total_form_run_async (GTK_WINDOW (self), self->store, NULL, form_ended_cb, run_new (self, "stated_total"));
}

static void
merged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autofree char *message = NULL;
  g_autofree char *uuid = liaison_merge_window_run_finish (result, &message, NULL);

  if (uuid == NULL || run->window->store != run->store)
    return;

  show_saved (run->window, run->kind, uuid);
  liaison_toast_show (run->window->toast, message, _("_Undo"), "win.undo");
}

/* Two records of a list. */
typedef struct
{
  LiaisonKind kind;
  gint32      keys[2];
} Pair;

static gpointer
load_pair_job (LiaisonDb     *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Pair *pair = data;
  g_autoptr (GStrvBuilder) uuids = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pair->keys); i++)
    {
      g_autofree char *uuid = liaison_record_find_uuid (db, pair->kind, pair->keys[i], error);

      if (uuid == NULL)
        return NULL;
      g_strv_builder_add (uuids, uuid);
    }

  return g_strv_builder_end (uuids);
}

static void
pair_loaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) uuids = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  LiaisonWindow *self = run->window;

  if (self->store != run->store)
    return;

  if (uuids == NULL)
    {
      g_autofree char *message = liaison_error_dup_message (error);

      liaison_toast_show (self->toast, message, NULL, NULL);
      return;
    }

  liaison_merge_window_run_async (GTK_WINDOW (self), self->store, liaison_kind_parse (run->kind), uuids[0], uuids[1], merged_cb,
                                  run_new (self, run->kind));
}

/* The first of the two in the list stays. */
static void
merge_selected (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);
  g_autoptr (GArray) keys = liaison_list_view_dup_selected (list);
  LiaisonKind kind = liaison_list_view_get_kind (list);
  Pair *pair;

  /* What is selected need not be listed any more. */
  if (keys->len != G_N_ELEMENTS (pair->keys))
    return;

  pair = g_new (Pair, 1);
  pair->kind = kind;
  for (guint i = 0; i < keys->len; i++)
    pair->keys[i] = g_array_index (keys, gint32, i);
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, load_pair_job, pair, g_free, (GDestroyNotify) g_strfreev, NULL, pair_loaded_cb,
                           run_new (self, liaison_kind_get_info (kind)->name));
}

static void
merge_action_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  const char *kind = liaison_window_get_kind (self);

  if (liaison_window_get_n_selected (self) > 1)
    merge_selected (self);
  else if (!liaison_window_await_target (self, "win.merge"))
    liaison_merge_window_run_async (GTK_WINDOW (self), self->store, liaison_kind_parse (kind), liaison_window_get_uuid (self), NULL,
                                    merged_cb, run_new (self, kind));
}

static void
bulk_edited_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autofree char *message = liaison_bulk_window_run_finish (result, NULL);

  if (message != NULL && run->window->store == run->store)
    liaison_toast_show (run->window->toast, message, _("_Undo"), "win.undo");
}

static void
edit_selected (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);
  g_autoptr (GArray) keys = liaison_list_view_dup_selected (list);

  liaison_bulk_window_run_async (GTK_WINDOW (self), self->store, liaison_list_view_get_kind (list), keys, bulk_edited_cb,
                                 run_new (self, NULL));
}

static void
edit_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  const char *kind = liaison_window_get_kind (self);
  const char *uuid = liaison_window_get_uuid (self);

  if (liaison_window_get_n_selected (self) > 1)
    edit_selected (self);
  else if (liaison_window_await_target (self, "win.edit"))
    return;
  else if (g_strcmp0 (kind, "engagement") == 0)
    liaison_engagement_form_run_async (GTK_WINDOW (self), self->store, uuid, NULL, form_ended_cb, run_new (self, "engagement"));
  else if (g_strcmp0 (kind, "contact") == 0)
    liaison_contact_form_run_async (GTK_WINDOW (self), self->store, uuid, NULL, 0, form_ended_cb, run_new (self, "contact"));
  else if (g_strcmp0 (kind, "organisation") == 0)
    liaison_organisation_form_run_async (GTK_WINDOW (self), self->store, uuid, form_ended_cb, run_new (self, "organisation"));
  else if (g_strcmp0 (kind, "stated_total") == 0)
    liaison_total_form_run_async (GTK_WINDOW (self), self->store, uuid, form_ended_cb, run_new (self, "stated_total"));
}

/* The one that is shown with another one, or two that are selected. */
static gboolean
may_merge (LiaisonWindow *self)
{
  guint n_selected = liaison_window_get_n_selected (self);
  const char *kind = n_selected > 1 ? liaison_kind_get_info (liaison_list_view_get_kind (liaison_window_get_list (self)))->name
                                    : liaison_window_get_kind (self);

  return n_selected <= 2 && (g_strcmp0 (kind, "contact") == 0 || g_strcmp0 (kind, "organisation") == 0)
    && (n_selected == 2 || liaison_window_get_phrase (self) != NULL);
}

void
liaison_window_update_form_actions (LiaisonWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = self->store != NULL && !liaison_store_get_read_only (self->store);
  gboolean has_form = liaison_window_has_target (self);

  gtk_widget_action_set_enabled (widget, "win.new-engagement", editable);
  gtk_widget_action_set_enabled (widget, "win.new-contact", editable);
  gtk_widget_action_set_enabled (widget, "win.new-organisation", editable);
  gtk_widget_action_set_enabled (widget, "win.new-total", editable);
  gtk_widget_action_set_enabled (widget, "win.resume-drafts", editable && self->drafts != NULL && self->drafts->len > 0);
  gtk_widget_action_set_enabled (widget, "win.edit", editable && (has_form || liaison_window_get_n_selected (self) > 1));
  gtk_widget_action_set_enabled (widget, "win.merge", editable && may_merge (self));
}

void
liaison_window_bind_forms (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, slash_pressed_cb);

  gtk_widget_class_install_action (widget_class, "win.new-engagement", NULL, new_engagement_action_cb);
  gtk_widget_class_install_action (widget_class, "win.new-contact", NULL, new_contact_action_cb);
  gtk_widget_class_install_action (widget_class, "win.new-organisation", NULL, new_organisation_action_cb);
  gtk_widget_class_install_action (widget_class, "win.new-total", NULL, new_total_action_cb);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "win.merge", NULL, merge_action_cb);
}
