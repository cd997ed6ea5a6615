/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-reports-page-private.h"

#include "liaison-changes.h"
#include "liaison-error-text.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define REASON_INDENT 18

static const char query_key[] = "liaison-query";
static const char record_key[] = "liaison-record";
static const char kind_key[] = "liaison-kind";
static const char proposal_key[] = "liaison-proposal";

/* Lists beside the preview */

static void
empty (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
}

static GtkWidget *
add_row (GtkListBox *list,
         const char *text,
         const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  if (detail && *detail)
    {
      GtkWidget *second = gtk_label_new (detail);

      gtk_label_set_xalign (GTK_LABEL (second), 0);
      gtk_label_set_wrap (GTK_LABEL (second), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (second), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (box), second);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (list, row);

  return row;
}

static void
lead (GtkWidget   *row,
      LiaisonKind  kind,
      const char  *record,
      const char  *query)
{
  if (record)
    {
      g_object_set_data_full (G_OBJECT (row), record_key, g_strdup (record), g_free);
      g_object_set_data (G_OBJECT (row), kind_key, (char *) liaison_kind_get_info (kind)->name);
    }
  if (query)
    g_object_set_data_full (G_OBJECT (row), query_key, g_strdup (query), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), record || query);
}

/* What a report is made of is beside the preview, or behind it. */
static void
show_in_editor (LiaisonReportsPage *self,
                const char         *kind,
                const char         *record)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->compose_button), TRUE);
  if (g_strcmp0 (kind, liaison_kind_get_info (LIAISON_KIND_HIGHLIGHT)->name) == 0)
    liaison_report_editor_focus_highlight (self->editor, record);
  else
    liaison_report_editor_focus (self->editor);
}

static gboolean
is_in_editor (const char *kind)
{
  return g_strcmp0 (kind, liaison_kind_get_info (LIAISON_KIND_HIGHLIGHT)->name) == 0
    || g_strcmp0 (kind, liaison_kind_get_info (LIAISON_KIND_REPORT)->name) == 0;
}

static void
led_cb (LiaisonReportsPage *self,
        GtkListBoxRow      *row)
{
  const char *record = g_object_get_data (G_OBJECT (row), record_key);
  const char *kind = g_object_get_data (G_OBJECT (row), kind_key);
  const char *query = g_object_get_data (G_OBJECT (row), query_key);

  if (record && is_in_editor (kind))
    show_in_editor (self, kind, record);
  else if (record)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", kind, record);
  else if (query)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-query", "(ss)", "engagements", query);
}

/* An expander is called by what it is, unless it is told its name; and its label is as wide as its text, unless that may be cut. */
static void
show_expander (GtkExpander *expander,
           const char  *title)
{
  gtk_expander_set_label (expander, title);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_expander_get_label_widget (expander)), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (expander), TRUE);
}

static void
fill_figures (LiaisonReportsPage       *self,
              const LiaisonComposition *composition)
{
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", composition->figures->len),
                                            composition->figures->len);

  empty (self->figures);
  for (guint i = 0; i < composition->figures->len; i++)
    {
      const LiaisonFigure *figure = g_ptr_array_index (composition->figures, i);
      g_autofree char *flags = liaison_figure_dup_flags (figure);
      g_autofree char *text = *flags ? g_strdup_printf ("%u.  %" G_GINT64_FORMAT " (%s)", i + 1, figure->value, flags)
                                     : g_strdup_printf ("%u.  %" G_GINT64_FORMAT, i + 1, figure->value);

      lead (add_row (self->figures, text, figure->query), LIAISON_N_KINDS, NULL, figure->query);
    }
  show_expander (self->figures_expander, title);
}

/* What the window can show. */
static gboolean
has_page (LiaisonKind kind)
{
  return kind == LIAISON_KIND_HIGHLIGHT || kind == LIAISON_KIND_REPORT || kind == LIAISON_KIND_ENGAGEMENT || kind == LIAISON_KIND_CONTACT
    || kind == LIAISON_KIND_ORGANISATION || kind == LIAISON_KIND_STATED_TOTAL;
}

void
liaison_reports_page_fill_findings (LiaisonReportsPage      *self,
                                    const LiaisonReportView *view)
{
  const LiaisonFindings *findings = view->composition->findings;
  g_autofree char *title = NULL;
  guint n = 0;

  empty (self->findings);
  for (guint i = 0; i < findings->list->len; i++)
    {
      const LiaisonFinding *finding = g_ptr_array_index (findings->list, i);

      lead (add_row (self->findings, finding->text, liaison_finding_kind_get_label (finding->kind)),
            finding->record_kind, has_page (finding->record_kind) ? finding->record : NULL, finding->query);
    }
  for (LiaisonFindingKind kind = 0; kind < LIAISON_N_FINDING_KINDS; kind++)
    n += findings->counts[kind];

  title = n == 0 ? g_strdup (_("Release check: nothing to look at"))
                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Release check: %u thing to look at", "Release check: %u things to look at", n), n);
  show_expander (self->check_expander, title);
  fill_figures (self, view->composition);
}

/* Reports as a whole */

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!liaison_store_edit_finish (LIAISON_STORE (object), result, &error))
    liaison_reports_page_tell_error (self, error);
}

/* Puts a report into the store and shows it. */
static void
add (LiaisonReportsPage  *self,
     const LiaisonReport *report,
     const char          *action)
{
  g_autoptr (GPtrArray) records = liaison_report_make_records (report);
  g_autoptr (LiaisonChanges) changes = liaison_changes_new (action);

  for (guint i = 0; i < records->len; i++)
    liaison_changes_put (changes, g_ptr_array_index (records, i));
  liaison_reports_page_save (self);
  g_free (self->added);
  self->added = g_strdup (report->uuid);
  liaison_store_edit_async (self->store, changes, edited_cb, g_object_ref (self));
  liaison_report_editor_focus (self->editor);
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  g_autoptr (LiaisonReport) report = liaison_report_new ();

  g_free (report->name);
  report->name = g_strdup (_("New report"));
  report->uuid = liaison_uuid_new ();
  add (user_data, report, _("Add report"));
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LiaisonReportsPage *self = user_data;
  g_autoptr (LiaisonReport) report = liaison_report_copy (liaison_report_editor_get_report (self->editor));
  g_autofree char *name = g_steal_pointer (&report->name);

  /* Translators: the name of a copy of a report */
  report->name = g_strdup_printf (_("%s (copy)"), name);
  g_free (report->uuid);
  report->uuid = liaison_uuid_new ();
  for (guint i = 0; i < report->highlights->len; i++)
    {
      LiaisonReportHighlight *highlight = g_ptr_array_index (report->highlights, i);

      g_free (highlight->uuid);
      highlight->uuid = liaison_uuid_new ();
    }
  add (self, report, _("Duplicate report"));
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LiaisonReportsPage *self = user_data;
  g_autofree char *name = g_strdup_printf (_("Delete report “%s”"), liaison_report_editor_get_report (self->editor)->name);
  g_autoptr (LiaisonChanges) changes = liaison_changes_new (name);

  liaison_changes_remove (changes, LIAISON_KIND_REPORT, self->shown);
  self->dirty = FALSE;
  liaison_reports_page_keep_draft (self);
  liaison_store_edit_async (self->store, changes, edited_cb, g_object_ref (self));
  liaison_reports_page_tell (self, _("Report deleted; it comes back with Undo"));
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  liaison_reports_page_save (user_data);
}

static void
revert_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LiaisonReportsPage *self = user_data;

  self->dirty = FALSE;
  liaison_reports_page_keep_draft (self);
  liaison_report_editor_set_report (self->editor, self->saved);
  liaison_reports_page_show (self, self->saved->uuid);
}

/* Proposals */

static void
free_proposals (gpointer data)
{
  g_clear_pointer ((GPtrArray **) &data, g_ptr_array_unref);
}

static void
proposed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  empty (self->proposals);
  if (!proposals)
    {
      liaison_reports_page_tell_error (self, error);
      return;
    }

  for (guint i = 0; i < proposals->len; i++)
    {
      const LiaisonProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *text =
        g_strdup_printf ("%s: %" G_GINT64_FORMAT, liaison_highlight_kind_get_label (proposal->kind), proposal->value);
      GtkWidget *row = add_row (self->proposals, text, proposal->query);

      g_object_set_data (G_OBJECT (row), proposal_key, GUINT_TO_POINTER (proposal->kind));
      lead (row, LIAISON_N_KINDS, NULL, proposal->query);
    }

  /* Who asked for them chooses among them next. */
  if (proposals->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self->proposals)))
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->proposals, 0)));
}

static void
propose_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  LiaisonReportsPage *self = user_data;

  empty (self->proposals);
  g_cancellable_cancel (self->proposing);
  g_clear_object (&self->proposing);
  self->proposing = g_cancellable_new ();
  liaison_store_run_async (self->store, LIAISON_QUEUE_CHARTS, liaison_report_job_propose,
                           liaison_report_task_new (liaison_report_editor_get_report (self->editor)), (GDestroyNotify) liaison_report_task_unref,
                           free_proposals, self->proposing, proposed_cb, g_object_ref (self));
}

static void
proposal_chosen_cb (LiaisonReportsPage *self,
                    GtkListBoxRow      *row)
{
  liaison_report_editor_add_highlight (self->editor, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), proposal_key)),
                                       g_object_get_data (G_OBJECT (row), query_key));
  gtk_menu_button_popdown (self->proposals_button);
}

/* What is published */

static void
published_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) issue = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (issue)
    {
      g_autofree char *name = g_strdup_printf (_("Publish “%s”"), liaison_report_editor_get_report (self->editor)->name);
      g_autoptr (LiaisonChanges) changes = liaison_changes_new (name);

      liaison_changes_put (changes, issue);
      liaison_store_edit_async (self->store, changes, edited_cb, g_object_ref (self));
      liaison_reports_page_tell (self, _("Published: what it says now is kept"));
    }
  else
    {
      liaison_reports_page_tell_error (self, error);
    }
  liaison_reports_page_end (self);
}

static void
publish_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  liaison_reports_page_save (user_data);
  liaison_reports_page_run (user_data, liaison_report_job_freeze, (GDestroyNotify) liaison_record_unref, published_cb);
}

void
liaison_reports_page_hide_differences (LiaisonReportsPage *self)
{
  g_clear_pointer (&self->compared, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->differences_expander), FALSE);
}

static void
fill_differences (LiaisonReportsPage *self,
                  GPtrArray          *differences)
{
  empty (self->differences);
  for (guint i = 0; i < differences->len; i++)
    {
      const LiaisonDifference *difference = g_ptr_array_index (differences, i);
      GtkWidget *row = add_row (self->differences, difference->text, NULL);

      /* An engagement stands under the number that it makes another one. */
      if (difference->engagement)
        gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)), REASON_INDENT);
      lead (row, LIAISON_KIND_ENGAGEMENT, difference->engagement, difference->query);
    }
  show_expander (self->differences_expander, differences->len > 0 ? _("What would be different today")
                                                              : _("It would say today what was published"));
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  liaison_reports_page_end (self);
  /* Another report may be shown by now, of another store. */
  if (LIAISON_STORE (object) != self->store || g_strcmp0 (self->compared, self->shown) != 0)
    return;
  if (!differences)
    {
      liaison_reports_page_hide_differences (self);
      liaison_reports_page_tell_error (self, error);
      return;
    }

  fill_differences (self, differences);
  gtk_expander_set_expanded (self->differences_expander, differences->len > 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->differences_expander));
}

static void
compared_again_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (LiaisonReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  /* That it was published may have been undone. */
  if (differences)
    fill_differences (self, differences);
  else
    liaison_reports_page_hide_differences (self);
}

void
liaison_reports_page_compare_again (LiaisonReportsPage *self)
{
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  if (!self->compared)
    return;
  if (g_strcmp0 (self->compared, self->shown) != 0)
    {
      liaison_reports_page_hide_differences (self);
      return;
    }

  self->comparing = g_cancellable_new ();
  liaison_store_run_async (self->store, LIAISON_QUEUE_CHARTS, liaison_report_job_compare,
                           liaison_report_task_new (liaison_report_editor_get_report (self->editor)), (GDestroyNotify) liaison_report_task_unref,
                           free_proposals, self->comparing, compared_again_cb, g_object_ref (self));
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  LiaisonReportsPage *self = user_data;

  g_free (self->compared);
  self->compared = g_strdup (self->shown);
  /* Where there is room for one of both only, the differences are below the text. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->compose_button), FALSE);
  liaison_reports_page_run (self, liaison_report_job_compare, free_proposals, compared_cb);
}

void
liaison_reports_page_add_actions (LiaisonReportsPage *self)
{
  const GActionEntry entries[] = {
    { "new", new_cb }, { "duplicate", duplicate_cb }, { "delete", delete_cb }, { "save", save_cb }, { "revert", revert_cb },
    { "propose", propose_cb }, { "publish", publish_cb }, { "compare", compare_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->findings, "row-activated", G_CALLBACK (led_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->differences, "row-activated", G_CALLBACK (led_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "row-activated", G_CALLBACK (led_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->proposals, "row-activated", G_CALLBACK (proposal_chosen_cb), self, G_CONNECT_SWAPPED);
}
