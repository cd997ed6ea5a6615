/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-status-page.h"

#include "liaison-mnemonics.h"

enum { PROP_0, PROP_ICON_NAME, PROP_TITLE, PROP_DESCRIPTION, PROP_BUTTON, PROP_ACTION_NAME, N_PROPS };
enum { CLICKED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

struct _LiaisonStatusPage
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *description;
  GtkWidget *button;

  char      *texts[N_PROPS];
};

G_DEFINE_FINAL_TYPE (LiaisonStatusPage, liaison_status_page, GTK_TYPE_WIDGET)

static void
clicked_cb (LiaisonStatusPage *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

/* What has no text takes no room. */
static void
update_visible (LiaisonStatusPage *self)
{
  GtkWidget *parts[N_PROPS] = {
    [PROP_ICON_NAME] = self->icon,
    [PROP_TITLE] = self->title,
    [PROP_DESCRIPTION] = self->description,
    [PROP_BUTTON] = self->button,
  };

  for (guint i = PROP_ICON_NAME; i <= PROP_BUTTON; i++)
    gtk_widget_set_visible (parts[i], self->texts[i] != NULL && self->texts[i][0] != '\0');
}

static void
liaison_status_page_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_0 || id >= N_PROPS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else
    g_value_set_string (value, LIAISON_STATUS_PAGE (object)->texts[id]);
}

static void
liaison_status_page_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  LiaisonStatusPage *self = LIAISON_STATUS_PAGE (object);

  if (id == PROP_0 || id >= N_PROPS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (g_strcmp0 (self->texts[id], g_value_get_string (value)) == 0)
    return;

  g_free (self->texts[id]);
  self->texts[id] = g_value_dup_string (value);
  if (id == PROP_ACTION_NAME)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), self->texts[id]);
  update_visible (self);
  g_object_notify_by_pspec (object, pspec);
  /* The button has taken its label by that. */
  if (id == PROP_BUTTON)
    liaison_mnemonics_strip (self->button);
}

static void
liaison_status_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_STATUS_PAGE);

  G_OBJECT_CLASS (liaison_status_page_parent_class)->dispose (object);
}

static void
liaison_status_page_finalize (GObject *object)
{
  LiaisonStatusPage *self = LIAISON_STATUS_PAGE (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (liaison_status_page_parent_class)->finalize (object);
}

static void
liaison_status_page_class_init (LiaisonStatusPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = liaison_status_page_get_property;
  object_class->set_property = liaison_status_page_set_property;
  object_class->dispose = liaison_status_page_dispose;
  object_class->finalize = liaison_status_page_finalize;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  properties[PROP_BUTTON] = g_param_spec_string ("button", NULL, NULL, NULL, flags);
  properties[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-status-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonStatusPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonStatusPage, icon);
  gtk_widget_class_bind_template_child (widget_class, LiaisonStatusPage, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonStatusPage, description);
  gtk_widget_class_bind_template_child (widget_class, LiaisonStatusPage, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statuspage");
}

static void
liaison_status_page_init (LiaisonStatusPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_visible (self);
}
