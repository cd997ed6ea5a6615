/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-compare-bar.h"

#include "liaison-search-entry.h"
#include "liaison-wrap-box.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

struct _LiaisonCompareBar
{
  GtkWidget           parent_instance;

  LiaisonQuery       *query;

  GtkWidget          *content;
  GtkToggleButton    *button;
  LiaisonSearchEntry *entry;
  GtkLabel           *mistake_label;
};

enum { PROP_0, PROP_QUERY, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (LiaisonCompareBar, liaison_compare_bar, GTK_TYPE_WIDGET)

static void
take_query (LiaisonCompareBar *self,
            LiaisonQuery      *query)
{
  g_clear_pointer (&self->query, liaison_query_unref);
  self->query = query;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/* Without a text, nothing is compared. */
static void
update (LiaisonCompareBar *self)
{
  const char *text = gtk_toggle_button_get_active (self->button) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
  const char *message = NULL;

  if (g_str_equal (text, self->query ? liaison_query_get_text (self->query) : ""))
    return;

  take_query (self, *text != '\0' ? liaison_query_parse (text) : NULL);
  if (self->query != NULL)
    message = liaison_search_entry_underline (self->entry, liaison_query_get_mistakes (self->query));
  gtk_label_set_label (self->mistake_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mistake_label), message != NULL);
}

static void
toggled_cb (LiaisonCompareBar *self)
{
  gboolean active = gtk_toggle_button_get_active (self->button);

  gtk_widget_set_visible (GTK_WIDGET (self->entry), active);
  if (active)
    liaison_search_entry_focus_end (self->entry);
  update (self);
}

static void
stopped_cb (LiaisonCompareBar *self)
{
  gtk_toggle_button_set_active (self->button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
liaison_compare_bar_get_property (GObject    *object,
                                  guint       property,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_QUERY:
      g_value_set_boxed (value, LIAISON_COMPARE_BAR (object)->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_compare_bar_set_property (GObject      *object,
                                  guint         property,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (property)
    {
    case PROP_QUERY:
      liaison_compare_bar_set_query (LIAISON_COMPARE_BAR (object), g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_compare_bar_dispose (GObject *object)
{
  LiaisonCompareBar *self = LIAISON_COMPARE_BAR (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->query, liaison_query_unref);

  G_OBJECT_CLASS (liaison_compare_bar_parent_class)->dispose (object);
}

static void
liaison_compare_bar_class_init (LiaisonCompareBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_compare_bar_get_property;
  object_class->set_property = liaison_compare_bar_set_property;
  object_class->dispose = liaison_compare_bar_dispose;

  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, LIAISON_TYPE_QUERY,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (LIAISON_TYPE_SEARCH_ENTRY);
  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-compare-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonCompareBar, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCompareBar, button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCompareBar, entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCompareBar, mistake_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

static void
liaison_compare_bar_init (LiaisonCompareBar *self)
{
  GtkEditable *entry;

  gtk_widget_init_template (GTK_WIDGET (self));

  /* It is not the search of the window. */
  entry = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Second search"), -1);
  g_object_set (entry, "placeholder-text", _("Second search"), NULL);
}

void
liaison_compare_bar_set_store (LiaisonCompareBar *self,
                               LiaisonStore      *store)
{
  g_return_if_fail (LIAISON_IS_COMPARE_BAR (self));

  liaison_search_entry_set_source (self->entry, store, LIAISON_ENTITY_ENGAGEMENTS);
}

void
liaison_compare_bar_set_query (LiaisonCompareBar *self,
                               LiaisonQuery      *query)
{
  g_return_if_fail (LIAISON_IS_COMPARE_BAR (self));

  if (query == self->query)
    return;

  liaison_search_entry_show_text (self->entry, query ? liaison_query_get_text (query) : "");
  take_query (self, query ? liaison_query_ref (query) : NULL);
  gtk_toggle_button_set_active (self->button, query != NULL);
}

LiaisonQuery *
liaison_compare_bar_get_query (LiaisonCompareBar *self)
{
  g_return_val_if_fail (LIAISON_IS_COMPARE_BAR (self), NULL);

  return self->query;
}
