/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-reports-page-private.h"

#include "liaison-changes.h"
#include "liaison-draft-file.h"
#include "liaison-drop-down.h"
#include "liaison-error-text.h"
#include "liaison-reference.h"
#include "liaison-status-page.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* How long after the last key the preview follows. */
#define PAUSE_MS 250

enum { PROP_0, PROP_STORE, PROP_NARROW, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { SIGNAL_TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonReportsPage, liaison_reports_page, GTK_TYPE_WIDGET)

static void load_list (LiaisonReportsPage *self);

void
liaison_reports_page_tell (LiaisonReportsPage *self,
                           const char         *message)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, message);
}

static void
set_enabled (LiaisonReportsPage *self,
             const char         *name,
             gboolean            enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
show_choice (LiaisonReportsPage *self,
             const char         *name,
             gboolean            chosen)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), g_variant_new_boolean (chosen));
}

void
liaison_reports_page_update (LiaisonReportsPage *self)
{
  static const char * const of_report[] = { "duplicate", "delete", "export", "notes", "annex", "copy", "print", "publish", "compare", "propose" };
  const LiaisonReport *report = liaison_report_editor_get_report (self->editor);
  gboolean can_edit = self->store && !liaison_store_get_read_only (self->store);
  gboolean composes = !self->narrow || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->compose_button));

  for (gsize i = 0; i < G_N_ELEMENTS (of_report); i++)
    set_enabled (self, of_report[i], self->shown && !self->writing);
  set_enabled (self, "new", can_edit);
  set_enabled (self, "save", self->dirty && can_edit);
  set_enabled (self, "revert", self->dirty && self->saved);
  if (report)
    {
      show_choice (self, "notes", !report->without_footnotes);
      show_choice (self, "annex", report->with_annex);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->editor), can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reports_dropdown), !self->dirty);
  gtk_widget_set_visible (self->writing_bar, self->writing != NULL);
  gtk_widget_set_visible (self->compose_button, self->narrow);
  /* The menu has these, too. */
  gtk_widget_set_visible (self->new_button, !self->narrow);
  gtk_widget_set_visible (self->revert_button, !self->narrow);
  gtk_widget_set_visible (self->editor_pane, composes);
  gtk_widget_set_hexpand (self->editor_pane, self->narrow);
  gtk_widget_set_visible (self->preview_pane, !self->narrow || !composes);
}

/* Composing */

static void
show_mistake (LiaisonReportsPage *self,
              const GError       *error)
{
  g_autofree char *message = error ? liaison_error_dup_message (error) : NULL;

  gtk_label_set_label (self->mistake_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mistake_label), message != NULL);
}

static void
composed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  LiaisonReportView *view = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (LIAISON_STORE (object) == self->store && !liaison_error_is_cancelled (error))
    {
      gtk_spinner_stop (self->spinner);
      show_mistake (self, error);
      if (view)
        {
          liaison_report_preview_set_blocks (self->preview, view->blocks);
          liaison_reports_page_fill_findings (self, view);
        }
    }
  g_clear_pointer (&view, liaison_report_view_free);
}

void
liaison_reports_page_compose (LiaisonReportsPage *self)
{
  const LiaisonReport *report = liaison_report_editor_get_report (self->editor);

  g_cancellable_cancel (self->composing);
  g_clear_object (&self->composing);
  gtk_spinner_stop (self->spinner);
  if (!self->store || !report || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->composing = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  liaison_store_run_async (self->store, LIAISON_QUEUE_CHARTS, liaison_report_job_compose, liaison_report_task_new (report),
                           (GDestroyNotify) liaison_report_task_unref, (GDestroyNotify) liaison_report_view_free, self->composing, composed_cb,
                           g_object_ref (self));
}

static gboolean
paused_cb (gpointer user_data)
{
  LiaisonReportsPage *self = user_data;

  self->timer = 0;
  liaison_reports_page_compose (self);

  return G_SOURCE_REMOVE;
}

static LiaisonDraft *
make_draft (LiaisonReportsPage *self)
{
  const LiaisonReport *report = liaison_report_editor_get_report (self->editor);
  gboolean known = self->saved && g_strcmp0 (self->saved->uuid, report->uuid) == 0;

  return liaison_report_make_draft (report, known ? self->saved : NULL);
}

/* Keeps what is not saved yet over the end of the program, and nothing else. */
void
liaison_reports_page_keep_draft (LiaisonReportsPage *self)
{
  const LiaisonReport *report = liaison_report_editor_get_report (self->editor);
  char *text = NULL;

  if (self->dirty)
    {
      g_autoptr (LiaisonDraft) draft = make_draft (self);

      text = liaison_draft_to_text (draft, liaison_store_get_path (self->store), report->name);
    }
  liaison_draft_writer_write (self->drafts, report->uuid, text);
}

static void
edited_cb (LiaisonReportsPage *self)
{
  /* What goes out can be chosen of a store that is only read, too; it is not kept there. */
  if (!liaison_store_get_read_only (self->store))
    {
      self->dirty = TRUE;
      liaison_reports_page_keep_draft (self);
    }
  liaison_reports_page_update (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/* Which report is shown */

static gboolean
is_same (const LiaisonReport *one,
         const LiaisonReport *other)
{
  g_autoptr (GPtrArray) first = liaison_report_make_records (one);
  g_autoptr (GPtrArray) second = liaison_report_make_records (other);
  gboolean same = first->len == second->len;

  for (guint i = 0; i < first->len && same; i++)
    {
      const LiaisonRecord *record = g_ptr_array_index (first, i);
      const LiaisonRecord *other_record = g_ptr_array_index (second, i);

      same = g_strcmp0 (liaison_record_get_uuid (record), liaison_record_get_uuid (other_record)) == 0 && liaison_record_equal (record, other_record);
    }

  return same;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonReport) report = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  const LiaisonReport *present = liaison_report_editor_get_report (self->editor);

  if (LIAISON_STORE (object) != self->store || liaison_error_is_cancelled (error))
    return;
  if (!report)
    {
      show_mistake (self, error);
      return;
    }

  /* What was chosen of one that cannot be saved stays as long as it is shown. */
  if (liaison_store_get_read_only (self->store) && present && g_strcmp0 (present->uuid, report->uuid) == 0)
    {
      report->with_annex = present->with_annex;
      report->without_footnotes = present->without_footnotes;
    }
  g_clear_pointer (&self->saved, liaison_report_free);
  self->saved = g_steal_pointer (&report);
  /* What the person goes on writing in the meantime stays, and so does the caret where nothing is different. */
  if (!self->dirty && (!present || !is_same (present, self->saved)))
    liaison_report_editor_set_report (self->editor, self->saved);
  liaison_reports_page_update (self);
  liaison_reports_page_compose (self);
  liaison_reports_page_compare_again (self);
}

void
liaison_reports_page_show (LiaisonReportsPage *self,
                           const char         *uuid)
{
  char *shown = g_strdup (uuid);

  g_free (self->shown);
  self->shown = shown;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, liaison_report_job_load, g_strdup (uuid), g_free,
                           (GDestroyNotify) liaison_report_free, self->loading, loaded_cb, g_object_ref (self));
}

static guint
find_report (LiaisonReportsPage *self,
             const char         *uuid)
{
  for (guint i = 0; i < self->reports->len; i++)
    {
      if (g_strcmp0 (((const LiaisonReference *) g_ptr_array_index (self->reports, i))->uuid, uuid) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
fill_dropdown (LiaisonReportsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint index;

  for (guint i = 0; i < self->reports->len; i++)
    gtk_string_list_append (names, ((const LiaisonReference *) g_ptr_array_index (self->reports, i))->name);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->reports_dropdown, G_LIST_MODEL (names));
  index = find_report (self, self->shown);
  if (index == GTK_INVALID_LIST_POSITION && self->reports->len > 0)
    index = 0;
  gtk_drop_down_set_selected (self->reports_dropdown, index);
  self->filling = FALSE;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *reports = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  guint index;

  if (!reports || LIAISON_STORE (object) != self->store)
    {
      g_clear_pointer (&reports, g_ptr_array_unref);
      return;
    }

  g_clear_pointer (&self->reports, g_ptr_array_unref);
  self->reports = reports;
  /* What was saved before it brings a list, too, in which it is not yet. */
  if (self->added && find_report (self, self->added) != GTK_INVALID_LIST_POSITION)
    {
      g_free (self->shown);
      self->shown = g_steal_pointer (&self->added);
    }
  fill_dropdown (self);
  index = gtk_drop_down_get_selected (self->reports_dropdown);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), reports->len > 0 || self->dirty ? "report" : "empty");
  if (reports->len > 0)
    liaison_reports_page_show (self, ((const LiaisonReference *) g_ptr_array_index (reports, index))->uuid);
  else
    g_clear_pointer (&self->shown, g_free);
  liaison_reports_page_update (self);
}

static void
load_list (LiaisonReportsPage *self)
{
  if (self->store && gtk_widget_get_mapped (GTK_WIDGET (self)))
    liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, liaison_report_job_list, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                             listed_cb, g_object_ref (self));
}

static void
chosen_cb (LiaisonReportsPage *self)
{
  guint index = gtk_drop_down_get_selected (self->reports_dropdown);

  if (self->filling || !self->store || index == GTK_INVALID_LIST_POSITION)
    return;

  liaison_reports_page_show (self, ((const LiaisonReference *) g_ptr_array_index (self->reports, index))->uuid);
}

/* Saving */

/* What is saved; another report, or another store, may be shown by the time it is. */
typedef struct
{
  LiaisonReportsPage *page;
  LiaisonDraftWriter *drafts;
  char               *uuid;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->page);
  g_object_unref (saving->drafts);
  g_free (saving->uuid);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  LiaisonReportsPage *self = saving->page;
  g_autoptr (GError) error = NULL;
  gboolean saved = liaison_store_edit_finish (LIAISON_STORE (object), result, &error);
  gboolean shown = LIAISON_STORE (object) == self->store && g_strcmp0 (self->shown, saving->uuid) == 0;

  /* What has been written since then is not saved yet. */
  if (saved && !(shown && self->dirty))
    liaison_draft_writer_write (saving->drafts, saving->uuid, NULL);
  if (saved || !shown)
    return;

  self->dirty = TRUE;
  show_mistake (self, error);
  liaison_reports_page_update (self);
}

void
liaison_reports_page_save (LiaisonReportsPage *self)
{
  const LiaisonReport *report = liaison_report_editor_get_report (self->editor);
  g_autoptr (LiaisonDraft) draft = NULL;
  g_autoptr (LiaisonChanges) changes = NULL;
  g_autofree char *name = NULL;
  Saving *saving;

  if (!self->dirty || !self->store || !report)
    return;

  /* Translators: an action, by the name of a report */
  name = g_strdup_printf (_("Change report “%s”"), report->name);
  draft = make_draft (self);
  changes = liaison_draft_dup_changes (draft, name);
  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (self);
  saving->drafts = g_object_ref (self->drafts);
  saving->uuid = g_strdup (report->uuid);
  self->dirty = FALSE;
  /* If the program ends before it hears that all is saved, the draft is what the store has then, and is not offered. */
  liaison_draft_writer_flush (self->drafts);
  liaison_store_edit_async (self->store, changes, saved_cb, saving);
  liaison_reports_page_update (self);
}

/* The widget */

static void
proposals_shown_cb (LiaisonReportsPage *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "propose", NULL);
}

/* Whoever opens one by the pointer goes on by the keyboard, as with a button. */
static void
expander_activated_cb (LiaisonReportsPage *self,
                       GtkWidget          *expander)
{
  gtk_widget_grab_focus (expander);
}

static void
compose_toggled_cb (LiaisonReportsPage *self)
{
  liaison_reports_page_update (self);
}

static void
liaison_reports_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_reports_page_parent_class)->map (widget);
  load_list (LIAISON_REPORTS_PAGE (widget));
}

/* Who goes elsewhere, or closes the window, has not thrown away what was written. */
static void
liaison_reports_page_unmap (GtkWidget *widget)
{
  liaison_reports_page_save (LIAISON_REPORTS_PAGE (widget));
  GTK_WIDGET_CLASS (liaison_reports_page_parent_class)->unmap (widget);
}

static void
liaison_reports_page_get_property (GObject    *object,
                                   guint       property,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  LiaisonReportsPage *self = LIAISON_REPORTS_PAGE (object);

  if (property == PROP_STORE)
    g_value_set_object (value, self->store);
  else if (property == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
liaison_reports_page_set_property (GObject      *object,
                                   guint         property,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  LiaisonReportsPage *self = LIAISON_REPORTS_PAGE (object);

  if (property == PROP_STORE)
    {
      liaison_reports_page_set_store (self, g_value_get_object (value));
    }
  else if (property == PROP_NARROW)
    {
      self->narrow = g_value_get_boolean (value);
      liaison_reports_page_update (self);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_reports_page_dispose (GObject *object)
{
  LiaisonReportsPage *self = LIAISON_REPORTS_PAGE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->composing);
  g_cancellable_cancel (self->proposing);
  g_cancellable_cancel (self->comparing);
  g_cancellable_cancel (self->writing);
  liaison_reports_page_stop_looking (self);
  g_clear_object (&self->store);
  g_clear_object (&self->drafts);
  g_clear_object (&self->loading);
  g_clear_object (&self->composing);
  g_clear_object (&self->proposing);
  g_clear_object (&self->comparing);
  g_clear_object (&self->writing);
  g_clear_object (&self->print_settings);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->saved, liaison_report_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->added, g_free);
  g_clear_pointer (&self->compared, g_free);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_reports_page_parent_class)->dispose (object);
}

static void
liaison_reports_page_class_init (LiaisonReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_reports_page_get_property;
  object_class->set_property = liaison_reports_page_set_property;
  object_class->dispose = liaison_reports_page_dispose;
  widget_class->map = liaison_reports_page_map;
  widget_class->unmap = liaison_reports_page_unmap;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LIAISON_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LIAISON_TYPE_REPORT_EDITOR);
  g_type_ensure (LIAISON_TYPE_REPORT_PREVIEW);
  g_type_ensure (LIAISON_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, reports_dropdown);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, compose_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, revert_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, editor_pane);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, editor);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, preview_pane);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, mistake_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, differences_expander);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, differences);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, check_expander);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, findings);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, figures_expander);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, proposals);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, proposals_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, writing_bar);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportsPage, writing_label);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, compose_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposals_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, expander_activated_cb);
}

/* The name of a report may be longer than a narrow window is wide. */
static void
set_up_name_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (name));
}

static void
liaison_reports_page_init (LiaisonReportsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), NULL);
  gtk_drop_down_set_factory (self->reports_dropdown, factory);
  liaison_drop_down_name (self->reports_dropdown, _("Report"));
  self->actions = g_simple_action_group_new ();
  liaison_reports_page_add_actions (self);
  liaison_reports_page_add_output_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reports", G_ACTION_GROUP (self->actions));
  liaison_reports_page_update (self);
}

void
liaison_reports_page_set_store (LiaisonReportsPage *self,
                                LiaisonStore       *store)
{
  g_return_if_fail (LIAISON_IS_REPORTS_PAGE (self));
  g_return_if_fail (store == NULL || LIAISON_IS_STORE (store));

  if (store == self->store)
    return;

  if (self->store)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_cancellable_cancel (self->composing);
  g_cancellable_cancel (self->comparing);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "waiting");
  g_clear_pointer (&self->added, g_free);
  liaison_reports_page_hide_differences (self);
  liaison_reports_page_save (self);
  g_clear_object (&self->drafts);
  g_set_object (&self->store, store);
  self->drafts = store ? liaison_draft_writer_new (store) : NULL;
  self->dirty = FALSE;
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->saved, liaison_report_free);
  if (store)
    g_signal_connect_object (store, "changed", G_CALLBACK (load_list), self, G_CONNECT_SWAPPED);
  load_list (self);
  liaison_reports_page_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

void
liaison_reports_page_resume (LiaisonReportsPage *self,
                             LiaisonDraft       *draft)
{
  g_autoptr (LiaisonReport) report = liaison_report_new_from_draft (draft);

  g_return_if_fail (LIAISON_IS_REPORTS_PAGE (self));
  g_return_if_fail (self->store != NULL);

  liaison_reports_page_save (self);
  liaison_report_editor_set_report (self->editor, report);
  self->dirty = TRUE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "report");
  liaison_reports_page_show (self, report->uuid);
  liaison_reports_page_update (self);
}
