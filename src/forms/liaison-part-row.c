/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-part-row.h"

#include "liaison-config.h"
#include "liaison-field-editor.h"
#include "liaison-focus-order.h"
#include "liaison-form-grid.h"

#include <glib/gi18n.h>

struct _LiaisonPartRow
{
  GtkWidget           parent_instance;

  GtkBox             *box;
  GtkWidget          *remove_button;

  GtkWidget          *content;
  LiaisonFormContext *context;
  LiaisonRecord      *record;
};

enum { PROP_0, PROP_CONTENT, N_PROPS };
enum { CHANGED, REMOVE, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonPartRow, liaison_part_row, GTK_TYPE_WIDGET)

static void
changed_cb (LiaisonPartRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (LiaisonPartRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
bind_editor (LiaisonFieldEditor *editor,
             gpointer            user_data)
{
  LiaisonPartRow *self = user_data;

  if (liaison_field_editor_get_kind (editor) != liaison_record_get_kind (self->record))
    return;

  liaison_field_editor_bind (editor, self->context, self->record);
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
name_editor (LiaisonFieldEditor *editor,
             gpointer            user_data)
{
  liaison_field_editor_set_prefix (editor, user_data);
}

static gboolean
liaison_part_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (LIAISON_PART_ROW (widget)->content, GTK_DIR_TAB_FORWARD);
}

static void
liaison_part_row_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (id == PROP_CONTENT)
    g_value_set_object (value, LIAISON_PART_ROW (object)->content);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_part_row_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LiaisonPartRow *self = LIAISON_PART_ROW (object);

  if (id == PROP_CONTENT)
    {
      self->content = g_value_get_object (value);
      gtk_widget_set_hexpand (self->content, TRUE);
      gtk_box_prepend (self->box, self->content);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_part_row_dispose (GObject *object)
{
  LiaisonPartRow *self = LIAISON_PART_ROW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->record, liaison_record_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_PART_ROW);

  G_OBJECT_CLASS (liaison_part_row_parent_class)->dispose (object);
}

static void
liaison_part_row_class_init (LiaisonPartRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_part_row_get_property;
  object_class->set_property = liaison_part_row_set_property;
  object_class->dispose = liaison_part_row_dispose;
  widget_class->focus = liaison_focus_order_move;
  widget_class->grab_focus = liaison_part_row_grab_focus;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", LIAISON_TYPE_PART_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", LIAISON_TYPE_PART_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonPartRow, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPartRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_css_name (widget_class, "part");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_part_row_init (LiaisonPartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

LiaisonPartRow *
liaison_part_row_new (LiaisonKind kind)
{
  g_autofree char *name = g_strdelimit (g_strdup (liaison_kind_get_info (kind)->name), "_", '-');
  g_autofree char *path = g_strdup_printf ("/io/github/liaison_app/Liaison/liaison-%s-row.ui", name);
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (LIAISON_TYPE_PART_ROW);
  g_type_ensure (LIAISON_TYPE_FORM_GRID);
  g_type_ensure (LIAISON_TYPE_FIELD_EDITOR);
  builder = gtk_builder_new_from_resource (path);

  return g_object_ref (LIAISON_PART_ROW (gtk_builder_get_object (builder, "row")));
}

void
liaison_part_row_bind (LiaisonPartRow     *self,
                       LiaisonFormContext *context,
                       LiaisonRecord      *record)
{
  g_return_if_fail (LIAISON_IS_PART_ROW (self));
  g_return_if_fail (self->record == NULL);

  self->context = g_object_ref (context);
  self->record = liaison_record_ref (record);
  liaison_field_editor_foreach (self->content, bind_editor, self);
}

LiaisonRecord *
liaison_part_row_get_record (LiaisonPartRow *self)
{
  g_return_val_if_fail (LIAISON_IS_PART_ROW (self), NULL);

  return self->record;
}

void
liaison_part_row_set_name (LiaisonPartRow *self,
                           const char     *name)
{
  g_autofree char *removal = NULL;

  g_return_if_fail (LIAISON_IS_PART_ROW (self));

  /* Translators: %s is a part of a record: "Post 2" */
  removal = g_strdup_printf (_("Remove %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, removal, -1);
  gtk_widget_set_tooltip_text (self->remove_button, removal);
  liaison_field_editor_foreach (self->content, name_editor, (gpointer) name);
}
