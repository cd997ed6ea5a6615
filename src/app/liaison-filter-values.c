/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-filter-values.h"

#include "liaison-config.h"
#include "liaison-country.h"
#include "liaison-focus-order.h"
#include "liaison-query-edit.h"
#include "liaison-record-picker.h"
#include "liaison-wrap-box.h"

#include <glib/gi18n.h>

struct _LiaisonFilterValues
{
  GtkWidget            parent_instance;

  GtkWidget           *root;
  GtkLabel            *label;
  LiaisonWrapBox      *chips;
  LiaisonRecordPicker *picker;

  char                *key;
  LiaisonPickSource    source;
  LiaisonSide          side;
  GStrv                values;
};

enum { PROP_0, PROP_KEY, PROP_SOURCE, PROP_SIDE, PROP_TITLE, N_PROPS };
enum { SET, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonFilterValues, liaison_filter_values, GTK_TYPE_WIDGET)

static void
emit_set (LiaisonFilterValues *self,
          GStrv                values)
{
  g_signal_emit (self, signals[SET], 0, self->key, NULL, values);
}

static void
remove_cb (LiaisonFilterValues *self,
           GtkWidget           *button)
{
  const char *removed = gtk_widget_get_name (button);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; self->values[i] != NULL; i++)
    if (!g_str_equal (self->values[i], removed))
      g_strv_builder_add (builder, self->values[i]);
  values = g_strv_builder_end (builder);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  emit_set (self, values);
}

static void
picked_cb (LiaisonFilterValues *self,
           LiaisonSuggestion   *suggestion)
{
  const char *country = self->source == LIAISON_PICK_COUNTRIES ? liaison_suggestion_get_country (suggestion) : NULL;
  const char *picked = country != NULL ? country : liaison_suggestion_get_name (suggestion);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  liaison_record_picker_set_text (self->picker, "");
  if (g_strv_contains ((const char * const *) self->values, picked))
    return;

  /* Whoever is chosen takes the stead of nobody. */
  for (guint i = 0; self->values[i] != NULL; i++)
    if (!g_str_equal (self->values[i], "none"))
      g_strv_builder_add (builder, self->values[i]);
  g_strv_builder_add (builder, picked);
  values = g_strv_builder_end (builder);
  emit_set (self, values);
}

static void
add_chip (LiaisonFilterValues *self,
          const char          *value,
          const char          *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: %s is a name that the list is filtered by */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove %s"), name);

  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_name (button, value);
  gtk_widget_add_css_class (button, "choice");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  liaison_wrap_box_append (self->chips, button);
}

static const char *
get_name (LiaisonFilterValues *self,
          const char          *value,
          GHashTable          *names)
{
  const char *name = names != NULL ? g_hash_table_lookup (names, value) : NULL;

  if (g_str_equal (value, "none"))
    return C_ ("query", "none");
  if (self->source == LIAISON_PICK_COUNTRIES)
    return liaison_country_get_name (value);

  return name != NULL ? name : value;
}

static gboolean
liaison_filter_values_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LIAISON_FILTER_VALUES (widget)->picker));
}

static void
liaison_filter_values_constructed (GObject *object)
{
  LiaisonFilterValues *self = LIAISON_FILTER_VALUES (object);
  GtkWidget *entry = liaison_record_picker_get_entry (self->picker);

  G_OBJECT_CLASS (liaison_filter_values_parent_class)->constructed (object);

  liaison_record_picker_set_source (self->picker, self->source, self->side);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->label), -1);
}

static void
liaison_filter_values_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  LiaisonFilterValues *self = LIAISON_FILTER_VALUES (object);

  switch (id)
    {
    case PROP_KEY:
      self->key = g_value_dup_string (value);
      break;
    case PROP_SOURCE:
      self->source = g_value_get_int (value);
      break;
    case PROP_SIDE:
      self->side = g_value_get_int (value);
      break;
    case PROP_TITLE:
      gtk_label_set_label (self->label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_filter_values_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_FILTER_VALUES);

  G_OBJECT_CLASS (liaison_filter_values_parent_class)->dispose (object);
}

static void
liaison_filter_values_finalize (GObject *object)
{
  LiaisonFilterValues *self = LIAISON_FILTER_VALUES (object);

  g_free (self->key);
  g_strfreev (self->values);

  G_OBJECT_CLASS (liaison_filter_values_parent_class)->finalize (object);
}

static void
liaison_filter_values_class_init (LiaisonFilterValuesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = liaison_filter_values_constructed;
  object_class->set_property = liaison_filter_values_set_property;
  object_class->dispose = liaison_filter_values_dispose;
  object_class->finalize = liaison_filter_values_finalize;
  widget_class->focus = liaison_focus_order_move;
  widget_class->grab_focus = liaison_filter_values_grab_focus;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  properties[PROP_SOURCE] = g_param_spec_int ("source", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SET] = g_signal_new ("set", LIAISON_TYPE_FILTER_VALUES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                               G_TYPE_STRING, G_TYPE_STRV, G_TYPE_STRV);

  g_type_ensure (LIAISON_TYPE_RECORD_PICKER);
  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-filter-values.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterValues, root);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterValues, label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterValues, chips);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterValues, picker);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_filter_values_init (LiaisonFilterValues *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->values = g_new0 (char *, 1);
}

void
liaison_filter_values_show_query (LiaisonFilterValues *self,
                                  LiaisonQuery        *query,
                                  GHashTable          *names)
{
  g_return_if_fail (LIAISON_IS_FILTER_VALUES (self));

  g_strfreev (self->values);
  self->values = liaison_query_dup_values (query, self->key, NULL);
  liaison_wrap_box_clear (self->chips);
  for (guint i = 0; self->values[i] != NULL; i++)
    add_chip (self, self->values[i], get_name (self, self->values[i], names));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->values[0] != NULL);
}

void
liaison_filter_values_set_store (LiaisonFilterValues *self,
                                 LiaisonStore        *store)
{
  g_autoptr (LiaisonFormContext) context = NULL;

  g_return_if_fail (LIAISON_IS_FILTER_VALUES (self));

  context = store != NULL ? liaison_form_context_new (store, NULL) : NULL;
  liaison_record_picker_set_context (self->picker, context);
}
