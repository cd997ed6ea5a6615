/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-suggestion-row.h"

#include "liaison-country.h"

struct _LiaisonSuggestionRow
{
  GtkWidget          parent_instance;

  GtkWidget         *box;
  GtkImage          *icon;
  GtkLabel          *name;
  GtkLabel          *detail;
  GtkLabel          *country;

  LiaisonSuggestion *suggestion;
};

G_DEFINE_FINAL_TYPE (LiaisonSuggestionRow, liaison_suggestion_row, GTK_TYPE_WIDGET)

static gboolean
is_addition (LiaisonSuggestion *suggestion)
{
  return *liaison_suggestion_get_uuid (suggestion) == '\0' && *liaison_suggestion_get_country (suggestion) == '\0';
}

/* The format comes from a translator by way of a property: it is filled in without printf(). */
static char *
dup_addition (LiaisonSuggestion *suggestion,
              const char        *add_label)
{
  g_auto (GStrv) parts = g_strsplit (add_label, "%s", 2);

  return g_strjoinv (liaison_suggestion_get_name (suggestion), parts);
}

/* Of a country, its code is what tells it from others; of anything else, the country's name. */
static const char *
get_country (LiaisonSuggestion *suggestion)
{
  const char *code = liaison_suggestion_get_country (suggestion);

  return *code != '\0' && liaison_suggestion_get_kind (suggestion) != LIAISON_N_KINDS ? liaison_country_get_name (code) : code;
}

/* Of a country that is told at the end already. */
static const char *
get_detail (LiaisonSuggestion *suggestion)
{
  return liaison_suggestion_get_kind (suggestion) != LIAISON_N_KINDS ? liaison_suggestion_get_detail (suggestion) : "";
}

static void
liaison_suggestion_row_dispose (GObject *object)
{
  g_clear_object (&LIAISON_SUGGESTION_ROW (object)->suggestion);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_SUGGESTION_ROW);

  G_OBJECT_CLASS (liaison_suggestion_row_parent_class)->dispose (object);
}

static void
liaison_suggestion_row_class_init (LiaisonSuggestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_suggestion_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonSuggestionRow, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSuggestionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSuggestionRow, name);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSuggestionRow, detail);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSuggestionRow, country);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_suggestion_row_init (LiaisonSuggestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
liaison_suggestion_row_new (LiaisonSuggestion *suggestion,
                            const char        *add_label)
{
  LiaisonSuggestionRow *self = g_object_new (LIAISON_TYPE_SUGGESTION_ROW, NULL);
  gboolean addition = is_addition (suggestion) && add_label != NULL;
  g_autofree char *name = addition ? dup_addition (suggestion, add_label) : g_strdup (liaison_suggestion_get_name (suggestion));
  const char *detail = get_detail (suggestion);

  self->suggestion = g_object_ref (suggestion);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), addition);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_label_set_label (self->country, get_country (suggestion));

  return GTK_WIDGET (self);
}

LiaisonSuggestion *
liaison_suggestion_row_get_suggestion (LiaisonSuggestionRow *self)
{
  g_return_val_if_fail (LIAISON_IS_SUGGESTION_ROW (self), NULL);

  return self->suggestion;
}

char *
liaison_suggestion_row_dup_text (LiaisonSuggestion *suggestion,
                                 const char        *add_label)
{
  const char *parts[] = { liaison_suggestion_get_name (suggestion), get_detail (suggestion), get_country (suggestion) };
  GString *text = g_string_new (NULL);

  if (is_addition (suggestion) && add_label != NULL)
    {
      g_string_free (text, TRUE);
      return dup_addition (suggestion, add_label);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
    }

  return g_string_free (text, FALSE);
}
