/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-filter-checks.h"

#include "liaison-query-edit.h"
#include "liaison-wrap-box.h"

struct _LiaisonFilterChecks
{
  GtkWidget       parent_instance;

  GtkWidget      *root;
  GtkLabel       *label;
  LiaisonWrapBox *buttons;

  char           *key;
  GStrv           among;
  gboolean        showing; /* the state is not the person's */
};

enum { PROP_0, PROP_KEY, PROP_AMONG, PROP_TITLE, N_PROPS };
enum { SET, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonFilterChecks, liaison_filter_checks, GTK_TYPE_WIDGET)

static void
toggled_cb (LiaisonFilterChecks *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  if (self->showing)
    return;

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons)); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      g_strv_builder_add (builder, gtk_widget_get_name (button));

  values = g_strv_builder_end (builder);
  g_signal_emit (self, signals[SET], 0, self->key, self->among, values);
}

static void
add_button (LiaisonFilterChecks *self,
            const char          *token,
            const char          *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_name (button, token);
  gtk_widget_add_css_class (button, "choice");
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  liaison_wrap_box_append (self->buttons, button);
}

static void
liaison_filter_checks_constructed (GObject *object)
{
  LiaisonFilterChecks *self = LIAISON_FILTER_CHECKS (object);
  const LiaisonVocabulary *vocabulary = liaison_query_get_vocabulary (self->key);

  G_OBJECT_CLASS (liaison_filter_checks_parent_class)->constructed (object);

  for (const LiaisonToken *token = vocabulary->tokens; token->token != NULL; token++)
    if (self->among == NULL || g_strv_contains ((const char * const *) self->among, token->token))
      add_button (self, token->token, liaison_vocabulary_get_label (vocabulary, token->value));
}

static void
liaison_filter_checks_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  LiaisonFilterChecks *self = LIAISON_FILTER_CHECKS (object);

  switch (id)
    {
    case PROP_KEY:
      self->key = g_value_dup_string (value);
      break;
    case PROP_AMONG:
      self->among = g_value_dup_boxed (value);
      break;
    case PROP_TITLE:
      gtk_label_set_label (self->label, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->label), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_filter_checks_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_FILTER_CHECKS);

  G_OBJECT_CLASS (liaison_filter_checks_parent_class)->dispose (object);
}

static void
liaison_filter_checks_finalize (GObject *object)
{
  LiaisonFilterChecks *self = LIAISON_FILTER_CHECKS (object);

  g_free (self->key);
  g_strfreev (self->among);

  G_OBJECT_CLASS (liaison_filter_checks_parent_class)->finalize (object);
}

static void
liaison_filter_checks_class_init (LiaisonFilterChecksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = liaison_filter_checks_constructed;
  object_class->set_property = liaison_filter_checks_set_property;
  object_class->dispose = liaison_filter_checks_dispose;
  object_class->finalize = liaison_filter_checks_finalize;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  properties[PROP_AMONG] = g_param_spec_boxed ("among", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SET] = g_signal_new ("set", LIAISON_TYPE_FILTER_CHECKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                               G_TYPE_STRING, G_TYPE_STRV, G_TYPE_STRV);

  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-filter-checks.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterChecks, root);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterChecks, label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterChecks, buttons);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_filter_checks_init (LiaisonFilterChecks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_filter_checks_show_query (LiaisonFilterChecks *self,
                                  LiaisonQuery        *query)
{
  g_auto (GStrv) values = NULL;

  g_return_if_fail (LIAISON_IS_FILTER_CHECKS (self));

  values = liaison_query_dup_values (query, self->key, (const char * const *) self->among);
  self->showing = TRUE;
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons)); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_strv_contains ((const char * const *) values, gtk_widget_get_name (button)));
  self->showing = FALSE;
}
