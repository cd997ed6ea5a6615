/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-token-control.h"

#include "liaison-config.h"
#include "liaison-drop-down.h"
#include "liaison-form-icon.h"

#include <glib/gi18n.h>

struct _LiaisonTokenControl
{
  GtkWidget                parent_instance;

  GtkWidget               *drop_down;
  const LiaisonVocabulary *vocabulary;
  GArray                  *values; /* of the items; 0 is "not stated" */
};

static void control_init (LiaisonControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonTokenControl, liaison_token_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_CONTROL, control_init))

static void
load (LiaisonControl      *control,
      LiaisonFormContext  *context,
      const LiaisonRecord *record,
      guint                field)
{
  gint64 value = field == LIAISON_FIELD_SENSITIVITY ? liaison_record_get_sensitivity (record) : liaison_record_get_integer (record, field);

  liaison_token_control_set_value (LIAISON_TOKEN_CONTROL (control), (int) value);
}

static gboolean
store (LiaisonControl  *control,
       LiaisonRecord   *record,
       guint            field,
       GError         **error)
{
  int value = liaison_token_control_get_value (LIAISON_TOKEN_CONTROL (control));

  if (field == LIAISON_FIELD_SENSITIVITY)
    liaison_record_set_sensitivity (record, value);
  else
    liaison_record_set_integer (record, field, value);

  return TRUE;
}

/* The button inside is what has the focus. */
static GtkWidget *
get_target (LiaisonControl *control)
{
  return gtk_widget_get_first_child (LIAISON_TOKEN_CONTROL (control)->drop_down);
}

static char *
dup_value (LiaisonControl *control)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (LIAISON_TOKEN_CONTROL (control)->drop_down));

  return selected != NULL ? g_strdup (gtk_string_object_get_string (selected)) : NULL;
}

static void
control_init (LiaisonControlInterface *iface)
{
  iface->load = load;
  iface->store = store;
  iface->get_target = get_target;
  iface->dup_value = dup_value;
}

static void
setup_item_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               LiaisonTokenControl      *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              LiaisonTokenControl      *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  int value = g_array_index (self->values, int, gtk_list_item_get_position (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_widget_set_visible (icon, self->vocabulary == &liaison_forms && value != 0);
  if (self->vocabulary == &liaison_forms)
    gtk_image_set_from_icon_name (GTK_IMAGE (icon), liaison_form_get_icon_name (value));
}

static void
liaison_token_control_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_TOKEN_CONTROL (object)->drop_down, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_token_control_parent_class)->dispose (object);
}

static void
liaison_token_control_finalize (GObject *object)
{
  LiaisonTokenControl *self = LIAISON_TOKEN_CONTROL (object);

  g_array_unref (self->values);

  G_OBJECT_CLASS (liaison_token_control_parent_class)->finalize (object);
}

static void
liaison_token_control_class_init (LiaisonTokenControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_token_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_token_control_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_token_control_init (LiaisonTokenControl *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->values = g_array_new (FALSE, FALSE, sizeof (int));

  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_item_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item_cb), self, 0);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), factory);
  liaison_drop_down_add_typing (GTK_DROP_DOWN (self->drop_down));
}

static void
add_item (LiaisonTokenControl *self,
          int                  value,
          const char          *label)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (self->drop_down));

  /* The factory asks for the value as soon as the label is there. */
  g_array_append_val (self->values, value);
  gtk_string_list_append (GTK_STRING_LIST (model), label);
}

LiaisonControl *
liaison_token_control_new (const LiaisonVocabulary *vocabulary,
                           gboolean                 required)
{
  LiaisonTokenControl *self = g_object_new (LIAISON_TYPE_TOKEN_CONTROL, NULL);

  self->vocabulary = vocabulary;
  if (!required)
    add_item (self, 0, C_("value of a field", "Not stated"));
  for (const LiaisonToken *token = vocabulary->tokens; token->token != NULL; token++)
    add_item (self, token->value, liaison_vocabulary_get_label (vocabulary, token->value));

  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (liaison_control_emit_changed), self);

  return LIAISON_CONTROL (self);
}

int
liaison_token_control_get_value (LiaisonTokenControl *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  return selected < self->values->len ? g_array_index (self->values, int, selected) : 0;
}

void
liaison_token_control_set_value (LiaisonTokenControl *self,
                                 int                  value)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->values->len; i++)
    {
      if (g_array_index (self->values, int, i) == value)
        selected = i;
    }

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
}
