/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-filter-panel.h"

#include "liaison-filter-checks.h"
#include "liaison-filter-dates.h"
#include "liaison-filter-values.h"
#include "liaison-query-edit.h"

struct _LiaisonFilterPanel
{
  GtkWidget           parent_instance;

  GtkWidget           *root;
  GtkWidget          *sections;
  LiaisonFilterDates *dates;

  LiaisonQuery       *query;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonFilterPanel, liaison_filter_panel, GTK_TYPE_WIDGET)

static void
set_cb (LiaisonFilterPanel *self,
        const char         *key,
        char              **among,
        char              **values)
{
  g_autofree char *text = liaison_query_set_values (self->query, key, (const char * const *) among, (const char * const *) values);

  g_signal_emit (self, signals[CHANGED], 0, text);
}

static LiaisonQuery *
set_day (LiaisonQuery *query,
         const char   *key,
         const char   *day)
{
  const char *values[] = { *day != '\0' ? day : NULL, NULL };
  g_autofree char *text = liaison_query_set_values (query, key, NULL, values);

  return liaison_query_parse (text);
}

/* A span takes the stead of any other, also of one that was written otherwise. */
static void
set_span_cb (LiaisonFilterPanel *self,
             const char         *from,
             const char         *to)
{
  g_autoptr (LiaisonQuery) without = set_day (self->query, "on", "");
  g_autoptr (LiaisonQuery) begun = set_day (without, "from", from);
  g_autoptr (LiaisonQuery) ended = set_day (begun, "to", to);

  g_signal_emit (self, signals[CHANGED], 0, liaison_query_get_text (ended));
}

static void
liaison_filter_panel_dispose (GObject *object)
{
  LiaisonFilterPanel *self = LIAISON_FILTER_PANEL (object);

  g_clear_pointer (&self->query, liaison_query_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_FILTER_PANEL);

  G_OBJECT_CLASS (liaison_filter_panel_parent_class)->dispose (object);
}

static void
liaison_filter_panel_class_init (LiaisonFilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_filter_panel_dispose;

  signals[CHANGED] = g_signal_new ("changed", LIAISON_TYPE_FILTER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LIAISON_TYPE_FILTER_CHECKS);
  g_type_ensure (LIAISON_TYPE_FILTER_DATES);
  g_type_ensure (LIAISON_TYPE_FILTER_VALUES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-filter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterPanel, root);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterPanel, sections);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterPanel, dates);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_span_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_filter_panel_init (LiaisonFilterPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->query = liaison_query_parse (NULL);
}

void
liaison_filter_panel_show_query (LiaisonFilterPanel *self,
                                 LiaisonQuery       *query,
                                 GHashTable         *names)
{
  g_return_if_fail (LIAISON_IS_FILTER_PANEL (self));

  liaison_query_ref (query);
  liaison_query_unref (self->query);
  self->query = query;

  liaison_filter_dates_show_query (self->dates, query);
  for (GtkWidget *section = gtk_widget_get_first_child (self->sections); section != NULL; section = gtk_widget_get_next_sibling (section))
    {
      if (LIAISON_IS_FILTER_CHECKS (section))
        liaison_filter_checks_show_query (LIAISON_FILTER_CHECKS (section), query);
      else if (LIAISON_IS_FILTER_VALUES (section))
        liaison_filter_values_show_query (LIAISON_FILTER_VALUES (section), query, names);
    }
}

void
liaison_filter_panel_set_store (LiaisonFilterPanel *self,
                                LiaisonStore       *store)
{
  g_return_if_fail (LIAISON_IS_FILTER_PANEL (self));

  for (GtkWidget *section = gtk_widget_get_first_child (self->sections); section != NULL; section = gtk_widget_get_next_sibling (section))
    if (LIAISON_IS_FILTER_VALUES (section))
      liaison_filter_values_set_store (LIAISON_FILTER_VALUES (section), store);
}
