/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-charts-page.h"

#include "liaison-chart-pane.h"
#include "liaison-compare-bar.h"
#include "liaison-drop-down.h"
#include "liaison-query-edit.h"
#include "liaison-wrap-box.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

struct _LiaisonChartsPage
{
  GtkWidget               parent_instance;

  LiaisonStore           *store;
  LiaisonQuery           *query;
  const LiaisonChartKind *kind;
  GHashTable             *chosen;  /* "KIND/OPTION" → the token chosen of it */
  GPtrArray              *wider;   /* the texts of the queries that were narrowed, the last one last, each with that it was compared with */
  char                   *asked;   /* the text of the query that was asked for by that */

  GtkWidget              *content;
  LiaisonCompareBar      *compare_bar;
  LiaisonWrapBox         *options;
  GtkDropDown            *chooser; /* of the kind */
  LiaisonChartPane       *pane;
};

enum { PROP_0, PROP_STORE, PROP_QUERY, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { SIGNAL_OPENED, SIGNAL_NARROWED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonChartsPage, liaison_charts_page, GTK_TYPE_WIDGET)

static char *
make_choice_name (const LiaisonChartKind   *kind,
                  const LiaisonChartOption *option)
{
  return g_strdup_printf ("%s/%s", kind->token, option->name);
}

static LiaisonChartRequest *
make_request (LiaisonChartsPage *self)
{
  g_autoptr (LiaisonQuery) everything = liaison_query_parse ("");
  LiaisonChartRequest *request = liaison_chart_request_new (self->kind, self->query ? self->query : everything);

  for (const LiaisonChartOption *option = self->kind->options; option != NULL && option->name != NULL; option++)
    {
      g_autofree char *name = make_choice_name (self->kind, option);
      const char *token = g_hash_table_lookup (self->chosen, name);

      if (token != NULL)
        liaison_chart_request_choose (request, option->name, token);
    }
  liaison_chart_request_set_against (request, liaison_compare_bar_get_query (self->compare_bar));

  return request;
}

static void
show_chart (LiaisonChartsPage *self)
{
  g_autoptr (LiaisonChartRequest) request = make_request (self);

  liaison_chart_pane_set_request (self->pane, request);
}

/* Options */

static GtkDropDown *
add_drop_down (LiaisonChartsPage  *self,
               const char         *label,
               const char * const *choices,
               guint               selected,
               GCallback           chosen_cb,
               gpointer            data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (choices);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  liaison_drop_down_name (GTK_DROP_DOWN (drop_down), label);
  g_object_set_data (G_OBJECT (drop_down), "option", data);
  g_signal_connect_object (drop_down, "notify::selected", chosen_cb, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), drop_down);
  liaison_wrap_box_append (self->options, box);

  return GTK_DROP_DOWN (drop_down);
}

static void
choice_made_cb (LiaisonChartsPage *self,
                GParamSpec        *pspec,
                GtkDropDown       *drop_down)
{
  const LiaisonChartOption *option = g_object_get_data (G_OBJECT (drop_down), "option");
  guint selected = gtk_drop_down_get_selected (drop_down);

  g_hash_table_insert (self->chosen, make_choice_name (self->kind, option), (gpointer) option->choices[selected].token);
  show_chart (self);
}

static void
add_option (LiaisonChartsPage        *self,
            const LiaisonChartOption *option)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *name = make_choice_name (self->kind, option);
  const char *chosen = g_hash_table_lookup (self->chosen, name);
  guint selected = 0;

  for (guint i = 0; option->choices[i].token != NULL; i++)
    {
      if (g_strcmp0 (option->choices[i].token, chosen) == 0)
        selected = i;
      g_ptr_array_add (labels, (gpointer) liaison_chart_choice_get_label (&option->choices[i]));
    }
  g_ptr_array_add (labels, NULL);

  add_drop_down (self, liaison_chart_option_get_label (option), (const char * const *) labels->pdata, selected,
                 G_CALLBACK (choice_made_cb), (gpointer) option);
}

/* What can be chosen of the chart comes after the chooser of charts, which stays. */
static void
show_options (LiaisonChartsPage *self)
{
  GtkWidget *chooser = gtk_widget_get_first_child (GTK_WIDGET (self->options));

  while (gtk_widget_get_next_sibling (chooser) != NULL)
    gtk_widget_unparent (gtk_widget_get_next_sibling (chooser));

  for (const LiaisonChartOption *option = self->kind->options; option != NULL && option->name != NULL; option++)
    add_option (self, option);
}

static void
kind_chosen_cb (LiaisonChartsPage *self,
                GParamSpec        *pspec,
                GtkDropDown       *drop_down)
{
  self->kind = liaison_chart_kind_get_all ()[gtk_drop_down_get_selected (drop_down)];
  show_options (self);
  show_chart (self);
}

static void
add_chooser (LiaisonChartsPage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (const LiaisonChartKind * const *kind = liaison_chart_kind_get_all (); *kind != NULL; kind++)
    g_ptr_array_add (names, (gpointer) liaison_chart_kind_get_name (*kind));
  g_ptr_array_add (names, NULL);

  self->chooser = add_drop_down (self, C_("chart", "Chart"), (const char * const *) names->pdata, 0, G_CALLBACK (kind_chosen_cb), NULL);
}

static void
opened_cb (LiaisonChartsPage *self,
           const char        *query,
           const char        *label)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, query, label);
}

static const char *
get_query_text (LiaisonChartsPage *self)
{
  return self->query ? liaison_query_get_text (self->query) : "";
}

static void
ask_for (LiaisonChartsPage *self,
         const char        *query)
{
  g_free (self->asked);
  self->asked = g_strdup (query);
  g_signal_emit (self, signals[SIGNAL_NARROWED], 0, query);
}

/* What is compared is compared over the same days. */
static void
narrow_other (LiaisonChartsPage *self,
              LiaisonQuery      *narrowed)
{
  LiaisonQuery *other = liaison_compare_bar_get_query (self->compare_bar);
  g_auto (GStrv) first = liaison_query_dup_values (narrowed, "from", NULL);
  g_auto (GStrv) last = liaison_query_dup_values (narrowed, "to", NULL);
  g_autofree char *begun = NULL, *ended = NULL;
  g_autoptr (LiaisonQuery) half = NULL;
  g_autoptr (LiaisonQuery) whole = NULL;

  if (other == NULL)
    return;

  begun = liaison_query_set_values (other, "from", NULL, (const char * const *) first);
  half = liaison_query_parse (begun);
  ended = liaison_query_set_values (half, "to", NULL, (const char * const *) last);
  whole = liaison_query_parse (ended);
  liaison_compare_bar_set_query (self->compare_bar, whole);
}

static void
narrowed_cb (LiaisonChartsPage *self,
             const char        *query)
{
  g_autoptr (LiaisonQuery) narrowed = liaison_query_parse (query);
  LiaisonQuery *other = liaison_compare_bar_get_query (self->compare_bar);

  g_ptr_array_add (self->wider, g_strdup (get_query_text (self)));
  g_ptr_array_add (self->wider, g_strdup (other ? liaison_query_get_text (other) : ""));
  narrow_other (self, narrowed);
  ask_for (self, query);
}

static void
widened_cb (LiaisonChartsPage *self)
{
  g_autofree char *other_text = self->wider->len > 0 ? g_ptr_array_steal_index (self->wider, self->wider->len - 1) : NULL;
  g_autofree char *wider = self->wider->len > 0 ? g_ptr_array_steal_index (self->wider, self->wider->len - 1) : NULL;
  g_autoptr (LiaisonQuery) other = wider != NULL ? liaison_query_parse (other_text) : NULL;

  if (wider == NULL)
    return;

  if (liaison_compare_bar_get_query (self->compare_bar) != NULL && *other_text != '\0')
    liaison_compare_bar_set_query (self->compare_bar, other);
  ask_for (self, wider);
}

static void
liaison_charts_page_get_property (GObject    *object,
                                  guint       property,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  LiaisonChartsPage *self = LIAISON_CHARTS_PAGE (object);

  switch (property)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_charts_page_set_property (GObject      *object,
                                  guint         property,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  LiaisonChartsPage *self = LIAISON_CHARTS_PAGE (object);

  switch (property)
    {
    case PROP_STORE:
      liaison_charts_page_set_store (self, g_value_get_object (value));
      break;
    case PROP_QUERY:
      liaison_charts_page_set_query (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
liaison_charts_page_dispose (GObject *object)
{
  LiaisonChartsPage *self = LIAISON_CHARTS_PAGE (object);

  liaison_charts_page_set_store (self, NULL);
  g_clear_pointer (&self->query, liaison_query_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->wider, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (liaison_charts_page_parent_class)->dispose (object);
}

static void
liaison_charts_page_class_init (LiaisonChartsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_charts_page_get_property;
  object_class->set_property = liaison_charts_page_set_property;
  object_class->dispose = liaison_charts_page_dispose;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LIAISON_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, LIAISON_TYPE_QUERY,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_NARROWED] = g_signal_new ("narrowed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LIAISON_TYPE_CHART_PANE);
  g_type_ensure (LIAISON_TYPE_COMPARE_BAR);
  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartsPage, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartsPage, compare_bar);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartsPage, options);
  gtk_widget_class_bind_template_child (widget_class, LiaisonChartsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, show_chart);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, widened_cb);
}

static void
liaison_charts_page_init (LiaisonChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kind = liaison_chart_kind_get_all ()[0];
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wider = g_ptr_array_new_with_free_func (g_free);
  add_chooser (self);
  show_options (self);
  show_chart (self);
}

GtkWidget *
liaison_charts_page_new (void)
{
  return g_object_new (LIAISON_TYPE_CHARTS_PAGE, NULL);
}

const char *
liaison_charts_page_get_kind (LiaisonChartsPage *self)
{
  g_return_val_if_fail (LIAISON_IS_CHARTS_PAGE (self), NULL);

  return self->kind->token;
}

gboolean
liaison_charts_page_show_kind (LiaisonChartsPage *self,
                               const char        *kind)
{
  const LiaisonChartKind * const *kinds = liaison_chart_kind_get_all ();

  g_return_val_if_fail (LIAISON_IS_CHARTS_PAGE (self), FALSE);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (g_strcmp0 (kinds[i]->token, kind) == 0)
        {
          gtk_drop_down_set_selected (self->chooser, i);
          return TRUE;
        }
    }

  return FALSE;
}

void
liaison_charts_page_set_store (LiaisonChartsPage *self,
                               LiaisonStore      *store)
{
  g_return_if_fail (LIAISON_IS_CHARTS_PAGE (self));
  g_return_if_fail (store == NULL || LIAISON_IS_STORE (store));

  if (store == self->store)
    return;

  g_set_object (&self->store, store);
  if (self->pane != NULL)
    {
      liaison_chart_pane_set_store (self->pane, store);
      liaison_compare_bar_set_store (self->compare_bar, store);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

void
liaison_charts_page_set_query (LiaisonChartsPage *self,
                               LiaisonQuery      *query)
{
  g_return_if_fail (LIAISON_IS_CHARTS_PAGE (self));

  if (query == self->query)
    return;

  g_clear_pointer (&self->query, liaison_query_unref);
  self->query = query ? liaison_query_ref (query) : NULL;
  /* What was typed in the meantime has nothing to do with what was narrowed before. */
  if (g_strcmp0 (get_query_text (self), self->asked) != 0)
    g_ptr_array_set_size (self->wider, 0);
  show_chart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}
