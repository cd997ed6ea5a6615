/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-saved-search-row.h"

#include "liaison-config.h"

#include <glib/gi18n.h>

struct _LiaisonSavedSearchRow
{
  GtkListBoxRow       parent_instance;

  GtkImage           *icon;
  GtkLabel           *name;
  GtkLabel           *count_label;

  LiaisonSavedSearch *search;
  int                 count;
  gboolean            compact;
};

enum { PROP_0, PROP_COMPACT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LiaisonSavedSearchRow, liaison_saved_search_row, GTK_TYPE_LIST_BOX_ROW)

/* Nothing found is told by nothing: what one looks for in the sidebar is what there is. */
static void
update (LiaisonSavedSearchRow *self)
{
  g_autofree char *number = self->count > 0 ? g_strdup_printf ("%'d", self->count) : g_strdup ("");
  g_autofree char *label = NULL;

  if (self->count >= 0)
    /* Translators: the name of a saved search, and how many records it finds */
    label = g_strdup_printf (ngettext ("%s, %d record", "%s, %d records", (guint) self->count), self->search->name, self->count);
  else
    label = g_strdup (self->search->name);

  gtk_label_set_label (self->count_label, number);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), !self->compact && self->count > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->name), !self->compact);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
liaison_saved_search_row_get_property (GObject    *object,
                                       guint       id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  if (id == PROP_COMPACT)
    g_value_set_boolean (value, LIAISON_SAVED_SEARCH_ROW (object)->compact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_saved_search_row_set_property (GObject      *object,
                                       guint         id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  LiaisonSavedSearchRow *self = LIAISON_SAVED_SEARCH_ROW (object);

  if (id != PROP_COMPACT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->compact == g_value_get_boolean (value))
    return;
  self->compact = g_value_get_boolean (value);
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
liaison_saved_search_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_SAVED_SEARCH_ROW);

  G_OBJECT_CLASS (liaison_saved_search_row_parent_class)->dispose (object);
}

static void
liaison_saved_search_row_finalize (GObject *object)
{
  liaison_saved_search_free (LIAISON_SAVED_SEARCH_ROW (object)->search);

  G_OBJECT_CLASS (liaison_saved_search_row_parent_class)->finalize (object);
}

static void
liaison_saved_search_row_class_init (LiaisonSavedSearchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_saved_search_row_get_property;
  object_class->set_property = liaison_saved_search_row_set_property;
  object_class->dispose = liaison_saved_search_row_dispose;
  object_class->finalize = liaison_saved_search_row_finalize;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-saved-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearchRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearchRow, name);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSavedSearchRow, count_label);
}

static void
liaison_saved_search_row_init (LiaisonSavedSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->count = -1;
}

GtkWidget *
liaison_saved_search_row_new (const LiaisonSavedSearch *search)
{
  LiaisonSavedSearchRow *self = g_object_new (LIAISON_TYPE_SAVED_SEARCH_ROW, NULL);

  self->search = liaison_saved_search_copy (search);
  gtk_image_set_from_icon_name (self->icon, search->icon);
  gtk_label_set_label (self->name, search->name);
  update (self);

  return GTK_WIDGET (self);
}

const LiaisonSavedSearch *
liaison_saved_search_row_get_search (LiaisonSavedSearchRow *self)
{
  g_return_val_if_fail (LIAISON_IS_SAVED_SEARCH_ROW (self), NULL);

  return self->search;
}

void
liaison_saved_search_row_set_count (LiaisonSavedSearchRow *self,
                                    int                    count)
{
  g_return_if_fail (LIAISON_IS_SAVED_SEARCH_ROW (self));

  if (self->count == count)
    return;
  self->count = count;
  update (self);
}

int
liaison_saved_search_row_get_count (LiaisonSavedSearchRow *self)
{
  g_return_val_if_fail (LIAISON_IS_SAVED_SEARCH_ROW (self), -1);

  return self->count;
}
