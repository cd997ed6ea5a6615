/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-editor.h"

#include "liaison-announce.h"
#include "liaison-drop-down.h"
#include "liaison-entry-direction.h"
#include "liaison-row-drag.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

struct _LiaisonReportEditor
{
  GtkWidget      parent_instance;

  LiaisonReport *report;
  gboolean       filling; /* while the fields are set, and not by the person */

  GtkWidget     *box;
  GtkEditable   *name_entry;
  GtkEditable   *title_entry;
  GtkTextView   *opening_view;
  GtkEditable   *query_entry;
  GtkEditable   *from_entry;
  GtkEditable   *to_entry;
  GtkDropDown   *audience_dropdown;
  GtkEditable   *order_entry;
  GtkListBox    *highlights;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonReportEditor, liaison_report_editor, GTK_TYPE_WIDGET)

static void fill_highlights (LiaisonReportEditor *self);

static void
tell_changed (LiaisonReportEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
take (char       **field,
      const char  *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* Fields */

static void
field_changed_cb (LiaisonReportEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->opening_view);
  GtkTextIter start;
  GtkTextIter end;

  if (self->filling || !self->report)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (self->report->opening);
  self->report->opening = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  take (&self->report->name, gtk_editable_get_text (self->name_entry));
  take (&self->report->title, gtk_editable_get_text (self->title_entry));
  take (&self->report->query, gtk_editable_get_text (self->query_entry));
  take (&self->report->from, gtk_editable_get_text (self->from_entry));
  take (&self->report->to, gtk_editable_get_text (self->to_entry));
  take (&self->report->overview_order, gtk_editable_get_text (self->order_entry));
  self->report->audience = gtk_drop_down_get_selected (self->audience_dropdown) == 1 ? LIAISON_AUDIENCE_INTERNAL : LIAISON_AUDIENCE_PUBLIC;
  tell_changed (self);
}

/* Highlights */

static guint
get_index (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
move (LiaisonReportEditor *self,
      int                  from,
      int                  to)
{
  GPtrArray *highlights = self->report->highlights;
  gpointer highlight;
  GtkListBoxRow *row;

  if (to < 0 || to >= (int) highlights->len || to == from)
    return;

  highlight = g_ptr_array_steal_index (highlights, from);
  g_ptr_array_insert (highlights, to, highlight);
  fill_highlights (self);
  row = gtk_list_box_get_row_at_index (self->highlights, to);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  liaison_announce (GTK_WIDGET (row), to < from ? _("Moved up") : _("Moved down"));
  tell_changed (self);
}

static void
move_up_cb (LiaisonReportEditor *self,
            GtkWidget           *button)
{
  int index = get_index (button);

  move (self, index, index - 1);
}

static void
move_down_cb (LiaisonReportEditor *self,
              GtkWidget           *button)
{
  int index = get_index (button);

  move (self, index, index + 1);
}

static gboolean
dropped (GtkListBoxRow *row,
         int            place,
         gpointer       user_data)
{
  move (user_data, gtk_list_box_row_get_index (row), place);

  return TRUE;
}

static void
remove_cb (LiaisonReportEditor *self,
           GtkWidget           *button)
{
  guint index = get_index (button);
  GtkListBoxRow *row;

  g_ptr_array_remove_index (self->report->highlights, index);
  fill_highlights (self);
  row = gtk_list_box_get_row_at_index (self->highlights, MIN ((int) index, (int) self->report->highlights->len - 1));
  if (row)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  tell_changed (self);
}

/* Which field of a highlight an entry is: its place in the structure. */
static const char field_key[] = "liaison-field";

static void
entry_changed_cb (LiaisonReportEditor *self,
                  GtkEditable         *entry)
{
  LiaisonReportHighlight *highlight = g_ptr_array_index (self->report->highlights, get_index (GTK_WIDGET (entry)));
  gsize offset = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (entry), field_key));

  take (&G_STRUCT_MEMBER (char *, highlight, offset), gtk_editable_get_text (entry));
  tell_changed (self);
}

static gboolean
row_key_cb (GtkEventControllerKey *controller,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            gpointer               user_data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;

  move (user_data, index, key == GDK_KEY_Up ? index - 1 : index + 1);

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_button (LiaisonReportEditor *self,
             const char          *icon_name,
             const char          *label,
             GCallback            clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_entry (LiaisonReportEditor *self,
            const char          *text,
            const char          *placeholder,
            const char          *label,
            gsize                offset)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_widget_set_tooltip_text (entry, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (entry), field_key, GSIZE_TO_POINTER (offset));
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static const char *
get_kind_label (const LiaisonReportHighlight *highlight)
{
  return highlight->kind < LIAISON_N_HIGHLIGHT_KINDS ? liaison_highlight_kind_get_label (highlight->kind) : _("Unknown");
}

static GtkWidget *
make_head (LiaisonReportEditor          *self,
           const LiaisonReportHighlight *highlight)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (get_kind_label (highlight));
  GtkWidget *handle = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "icon-name", "list-drag-handle-symbolic", NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (handle, "drag-handle");
  gtk_box_append (GTK_BOX (head), handle);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), make_button (self, "go-up-symbolic", _("Move up"), G_CALLBACK (move_up_cb)));
  gtk_box_append (GTK_BOX (head), make_button (self, "go-down-symbolic", _("Move down"), G_CALLBACK (move_down_cb)));
  gtk_box_append (GTK_BOX (head), make_button (self, "list-remove-symbolic", _("Remove"), G_CALLBACK (remove_cb)));

  return head;
}

/* A span of its own is told with the highlight. */
static GtkWidget *
make_span (LiaisonReportEditor          *self,
           const LiaisonReportHighlight *highlight)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entries[] = {
    make_entry (self, highlight->from, _("From, as the report"), _("First day of the highlight"), G_STRUCT_OFFSET (LiaisonReportHighlight, from)),
    make_entry (self, highlight->to, _("To, as the report"), _("Last day of the highlight"), G_STRUCT_OFFSET (LiaisonReportHighlight, to)),
  };

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (entries[i]), 10);
      gtk_box_append (GTK_BOX (box), entries[i]);
    }

  return box;
}

static GtkWidget *
make_row (LiaisonReportEditor          *self,
          const LiaisonReportHighlight *highlight)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = make_head (self, highlight);
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* By its head, since one selects text in its entries. */
  liaison_row_drag_add (head, GTK_LIST_BOX_ROW (row));
  gtk_widget_set_cursor_from_name (head, "grab");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_entry (self, highlight->query, _("Query of the report"), _("Query of the highlight"),
                                             G_STRUCT_OFFSET (LiaisonReportHighlight, query)));
  gtk_box_append (GTK_BOX (box), make_span (self, highlight));
  /* Translators: {who} and {1} are to stay as they are */
  gtk_box_append (GTK_BOX (box), make_entry (self, highlight->wording, _("Own words: {who} spoke with {1} leaders."), _("Wording of the highlight"),
                                             G_STRUCT_OFFSET (LiaisonReportHighlight, wording)));

  /* Before the entry that has the focus. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_cb), self);
  gtk_widget_add_controller (row, keys);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, get_kind_label (highlight),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Alt+Up Alt+Down", -1);

  return row;
}

static void
fill_highlights (LiaisonReportEditor *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->highlights))))
    gtk_list_box_remove (self->highlights, row);

  for (guint i = 0; i < self->report->highlights->len; i++)
    gtk_list_box_append (self->highlights, make_row (self, g_ptr_array_index (self->report->highlights, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->highlights), self->report->highlights->len > 0);
}

/* The widget */

static void
liaison_report_editor_dispose (GObject *object)
{
  LiaisonReportEditor *self = LIAISON_REPORT_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->report, liaison_report_free);

  G_OBJECT_CLASS (liaison_report_editor_parent_class)->dispose (object);
}

static void
liaison_report_editor_class_init (LiaisonReportEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_report_editor_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-report-editor.ui");
  gtk_widget_class_set_css_name (widget_class, "report-editor");
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, name_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, title_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, opening_view);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, query_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, from_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, to_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, audience_dropdown);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, order_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportEditor, highlights);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
}

static void
liaison_report_editor_init (LiaisonReportEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_entry_read_from_left (self->from_entry);
  liaison_entry_read_from_left (self->to_entry);
  liaison_drop_down_name (self->audience_dropdown, C_("field", "Audience"));
  liaison_row_drag_receive (GTK_WIDGET (self->highlights), self->highlights, GTK_TYPE_LIST_BOX_ROW, dropped, self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->opening_view), "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
}

void
liaison_report_editor_set_report (LiaisonReportEditor *self,
                                  const LiaisonReport *report)
{
  g_return_if_fail (LIAISON_IS_REPORT_EDITOR (self));

  g_clear_pointer (&self->report, liaison_report_free);
  self->report = liaison_report_copy (report);
  self->filling = TRUE;
  gtk_editable_set_text (self->name_entry, report->name);
  gtk_editable_set_text (self->title_entry, report->title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->opening_view), report->opening, -1);
  gtk_editable_set_text (self->query_entry, report->query);
  gtk_editable_set_text (self->from_entry, report->from);
  gtk_editable_set_text (self->to_entry, report->to);
  gtk_editable_set_text (self->order_entry, report->overview_order);
  gtk_drop_down_set_selected (self->audience_dropdown, report->audience == LIAISON_AUDIENCE_INTERNAL ? 1 : 0);
  fill_highlights (self);
  self->filling = FALSE;
}

const LiaisonReport *
liaison_report_editor_get_report (LiaisonReportEditor *self)
{
  g_return_val_if_fail (LIAISON_IS_REPORT_EDITOR (self), NULL);

  return self->report;
}

void
liaison_report_editor_add_highlight (LiaisonReportEditor  *self,
                                     LiaisonHighlightKind  kind,
                                     const char           *query)
{
  g_return_if_fail (LIAISON_IS_REPORT_EDITOR (self));

  liaison_report_add_highlight (self->report, kind, query)->uuid = liaison_uuid_new ();
  fill_highlights (self);
  tell_changed (self);
}

void
liaison_report_editor_choose_parts (LiaisonReportEditor *self,
                                    gboolean             with_notes,
                                    gboolean             with_annex)
{
  g_return_if_fail (LIAISON_IS_REPORT_EDITOR (self));

  if (!self->report)
    return;

  self->report->without_footnotes = !with_notes;
  self->report->with_annex = with_annex;
  tell_changed (self);
}

void
liaison_report_editor_focus (LiaisonReportEditor *self)
{
  g_return_if_fail (LIAISON_IS_REPORT_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

gboolean
liaison_report_editor_focus_highlight (LiaisonReportEditor *self,
                                       const char          *uuid)
{
  g_return_val_if_fail (LIAISON_IS_REPORT_EDITOR (self), FALSE);

  for (guint i = 0; self->report && i < self->report->highlights->len; i++)
    {
      const LiaisonReportHighlight *highlight = g_ptr_array_index (self->report->highlights, i);

      if (g_strcmp0 (highlight->uuid, uuid) == 0)
        return gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->highlights, i)), GTK_DIR_TAB_FORWARD);
    }

  return FALSE;
}
