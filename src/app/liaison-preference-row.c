/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-preference-row.h"

#include "liaison-announce.h"
#include "liaison-drop-down.h"

struct _LiaisonPreferenceRow
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GtkLabel  *title_label;
  GtkLabel  *description_label;

  GtkWidget *control;
};

enum { PROP_0, PROP_TITLE, PROP_DESCRIPTION, PROP_CONTROL, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LiaisonPreferenceRow, liaison_preference_row, GTK_TYPE_WIDGET)

static void
set_title (LiaisonPreferenceRow *self,
           const char           *title)
{
  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  if (GTK_IS_DROP_DOWN (self->control))
    liaison_drop_down_name (GTK_DROP_DOWN (self->control), gtk_label_get_label (self->title_label));
  else if (self->control != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->title_label), -1);
}

static void
set_description (LiaisonPreferenceRow *self,
                 const char           *description)
{
  gtk_label_set_label (self->description_label, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), description != NULL && description[0] != '\0');
  if (self->control != NULL)
    liaison_describe (self->control, gtk_label_get_label (self->description_label));
}

static void
set_control (LiaisonPreferenceRow *self,
             GtkWidget            *control)
{
  self->control = control;
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->content), control);
  set_title (self, gtk_label_get_label (self->title_label));
  set_description (self, gtk_label_get_label (self->description_label));
}

static void
liaison_preference_row_get_property (GObject    *object,
                                     guint       id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  LiaisonPreferenceRow *self = LIAISON_PREFERENCE_ROW (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, gtk_label_get_label (self->description_label));
      break;
    case PROP_CONTROL:
      g_value_set_object (value, self->control);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_preference_row_set_property (GObject      *object,
                                     guint         id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  LiaisonPreferenceRow *self = LIAISON_PREFERENCE_ROW (object);

  switch (id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      set_description (self, g_value_get_string (value));
      break;
    case PROP_CONTROL:
      set_control (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_preference_row_dispose (GObject *object)
{
  LIAISON_PREFERENCE_ROW (object)->control = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_PREFERENCE_ROW);

  G_OBJECT_CLASS (liaison_preference_row_parent_class)->dispose (object);
}

static void
liaison_preference_row_class_init (LiaisonPreferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_preference_row_get_property;
  object_class->set_property = liaison_preference_row_set_property;
  object_class->dispose = liaison_preference_row_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTROL] = g_param_spec_object ("control", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-preference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferenceRow, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferenceRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferenceRow, description_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_preference_row_init (LiaisonPreferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
