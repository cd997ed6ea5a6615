/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-part-list.h"

#include "liaison-config.h"
#include "liaison-part-row.h"

#include <glib/gi18n.h>

struct _LiaisonPartList
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkBox             *rows;
  GtkWidget          *add_button;
  GtkLabel           *add_label;

  LiaisonKind         kind;
  LiaisonFormContext *context;
};

enum { PROP_0, PROP_KIND, PROP_ADD_LABEL, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (LiaisonPartList, liaison_part_list, GTK_TYPE_WIDGET)

static void
edited (LiaisonPartList *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
name_rows (LiaisonPartList *self)
{
  int number = 1;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      /* Translators: a part of a record and its number: "Post 2" */
      g_autofree char *name = g_strdup_printf (C_("part of a record", "%s %d"), liaison_kind_get_label (self->kind), number++);

      liaison_part_row_set_name (LIAISON_PART_ROW (row), name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows), number > 1);
}

static void
remove_cb (LiaisonPartList *self,
           LiaisonPartRow  *row)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);

  /* What has the focus goes: it stays in the list. */
  gtk_widget_grab_focus (self->add_button);
  liaison_draft_remove_part (draft, liaison_part_row_get_record (row));
  gtk_box_remove (self->rows, GTK_WIDGET (row));
  name_rows (self);
  edited (self);
}

static LiaisonPartRow *
append_row (LiaisonPartList *self,
            LiaisonRecord   *record)
{
  g_autoptr (LiaisonPartRow) row = liaison_part_row_new (self->kind);

  liaison_part_row_bind (row, self->context, record);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (edited), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, GTK_WIDGET (row));

  return row;
}

/* What a new part is as a rule. */
static void
fill_in (LiaisonPartList *self,
         LiaisonRecord   *record)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (self->context);
  g_autoptr (GPtrArray) others = liaison_draft_list_parts (draft, self->kind);

  if (self->kind == LIAISON_KIND_FOLLOW_UP)
    liaison_record_set_integer (record, LIAISON_FOLLOW_UP_STATUS, LIAISON_FOLLOW_UP_NEEDS_ACTION);
  if (self->kind == LIAISON_KIND_POST)
    {
      liaison_record_set_integer (record, LIAISON_POST_TENURE, LIAISON_TENURE_SUBSTANTIVE);
      liaison_record_set_integer (record, LIAISON_POST_PRIMARY, others->len == 0);
    }
}

static void
add_cb (LiaisonPartList *self)
{
  g_autoptr (LiaisonRecord) record = liaison_record_new (self->kind, NULL);
  LiaisonPartRow *row;

  fill_in (self, record);
  liaison_draft_add_part (liaison_form_context_get_draft (self->context), record);
  row = append_row (self, record);
  name_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  edited (self);
}

static void
liaison_part_list_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LiaisonPartList *self = LIAISON_PART_LIST (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_string (value, liaison_kind_get_info (self->kind)->name);
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, gtk_label_get_label (self->add_label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_part_list_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LiaisonPartList *self = LIAISON_PART_LIST (object);

  switch (id)
    {
    case PROP_KIND:
      self->kind = liaison_kind_parse (g_value_get_string (value));
      g_return_if_fail (self->kind < LIAISON_N_KINDS);
      break;
    case PROP_ADD_LABEL:
      gtk_label_set_label (self->add_label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_part_list_dispose (GObject *object)
{
  g_clear_object (&LIAISON_PART_LIST (object)->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_PART_LIST);

  G_OBJECT_CLASS (liaison_part_list_parent_class)->dispose (object);
}

static void
liaison_part_list_class_init (LiaisonPartListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = liaison_part_list_get_property;
  object_class->set_property = liaison_part_list_set_property;
  object_class->dispose = liaison_part_list_dispose;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", LIAISON_TYPE_PART_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-part-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonPartList, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPartList, rows);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPartList, add_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPartList, add_label);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_part_list_init (LiaisonPartList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_part_list_bind (LiaisonPartList    *self,
                        LiaisonFormContext *context)
{
  g_autoptr (GPtrArray) parts = NULL;

  g_return_if_fail (LIAISON_IS_PART_LIST (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  parts = liaison_draft_list_parts (liaison_form_context_get_draft (context), self->kind);
  for (guint i = 0; i < parts->len; i++)
    append_row (self, parts->pdata[i]);
  name_rows (self);
}
