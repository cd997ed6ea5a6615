/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-organisation-page.h"

#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-country.h"
#include "liaison-list-rows.h"
#include "liaison-page-parts.h"
#include "liaison-recent-engagements.h"
#include "liaison-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _LiaisonOrganisationPage
{
  GtkWidget       parent_instance;

  GtkWidget      *scroller;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkLabel       *other_names;
  LiaisonWrapBox *tags;
  LiaisonWrapBox *figures;
  GtkBox         *people;
  GtkWidget      *people_section;
  GtkListView    *engagements;
  GtkBox         *all_engagements;
  GtkWidget      *engagements_section;
  GtkBox         *members;
  GtkWidget      *members_section;
  GtkBox         *groupings;
  GtkWidget      *groupings_section;
  GtkBox         *parent;
  GtkWidget      *parent_section;
  GtkBox         *children;
  GtkWidget      *children_section;
  GtkBox         *address;
  GtkWidget      *address_section;
  GtkLabel       *note;
  GtkWidget      *note_section;
  GtkBox         *history;
  GtkWidget      *history_section;

  char           *query; /* that lists the engagements */
};

G_DEFINE_FINAL_TYPE (LiaisonOrganisationPage, liaison_organisation_page, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel   *label,
           GtkWidget  *section,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (section, text[0] != '\0');
}

static void
show_head (LiaisonOrganisationPage         *self,
           const LiaisonOrganisationDetail *detail)
{
  int kind = (int) liaison_record_get_integer (detail->record, LIAISON_ORGANISATION_KIND);
  const char *kind_label = liaison_vocabulary_get_label (&liaison_organisation_kinds, kind);
  const char *short_name = liaison_record_get_text (detail->record, LIAISON_ORGANISATION_SHORT_NAME);
  const char *code = liaison_record_get_text (detail->record, LIAISON_ORGANISATION_COUNTRY);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *names =
    g_strjoinv (" · ", (char **) liaison_record_get_list (detail->record, LIAISON_ORGANISATION_OTHER_NAMES));

  if (short_name[0] != '\0')
    g_strv_builder_add (parts, short_name);
  if (kind_label[0] != '\0')
    g_strv_builder_add (parts, kind_label);
  if (code[0] != '\0')
    g_strv_builder_add (parts, liaison_country_get_name (code));
  strings = g_strv_builder_end (parts);
  subtitle = g_strjoinv (" · ", strings);

  gtk_label_set_label (self->title, liaison_record_get_text (detail->record, LIAISON_ORGANISATION_NAME));
  show_text (self->subtitle, GTK_WIDGET (self->subtitle), subtitle);
  show_text (self->other_names, GTK_WIDGET (self->other_names), names);
}

static void
show_tags (LiaisonOrganisationPage         *self,
           const LiaisonOrganisationDetail *detail)
{
  LiaisonSensitivity sensitivity = liaison_record_get_sensitivity (detail->record);

  liaison_wrap_box_clear (self->tags);
  if (sensitivity > LIAISON_SENSITIVITY_PUBLIC)
    liaison_wrap_box_append (self->tags, liaison_page_guard_new (sensitivity));
  if (liaison_record_get_integer (detail->record, LIAISON_ORGANISATION_ARCHIVED))
    liaison_wrap_box_append (self->tags, liaison_page_tag_new (_ ("Archived"), NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->tags), gtk_widget_get_first_child (GTK_WIDGET (self->tags)) != NULL);
}

static void
add_figure (LiaisonOrganisationPage *self,
            const char              *figure,
            const char              *name,
            const char              *query)
{
  GtkWidget *widget = liaison_page_figure_new (figure, name, query != NULL ? "engagements" : NULL, query);

  liaison_wrap_box_append (self->figures, widget);
}

static void
show_figures (LiaisonOrganisationPage         *self,
              const LiaisonOrganisationDetail *detail)
{
  g_autofree char *counted = g_strdup_printf ("%'d", detail->figures.counted);
  g_autofree char *sessions = g_strdup_printf ("%'d", detail->sessions);
  g_autofree char *last = liaison_page_write_day (detail->figures.last_day);
  g_autofree char *format = g_strdup_printf ("format:%s", liaison_record_get_uuid (detail->record));

  liaison_wrap_box_clear (self->figures);

  add_figure (self, counted, ngettext ("engagement", "engagements", (gulong) detail->figures.counted), self->query);
  if (detail->sessions > 0)
    add_figure (self, sessions, C_ ("figure of an organisation", "in its format"), format);
  if (detail->figures.last_day != 0)
    add_figure (self, last, C_ ("figure of an organisation", "last"), NULL);
}

static GtkWidget *
captioned_new (GtkWidget  *first,
               const char *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = liaison_page_text_new (caption, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), first);
  if (caption[0] != '\0')
    gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
show_people (LiaisonOrganisationPage *self,
             GPtrArray               *people)
{
  liaison_page_clear (self->people);
  for (guint i = 0; i < people->len; i++)
    {
      const LiaisonPersonDetail *person = g_ptr_array_index (people, i);
      g_autofree char *span = liaison_page_write_span (person->from, person->to);
      g_autofree char *caption = span[0] != '\0' && !person->current ? g_strdup_printf ("%s · %s", person->title, span)
                                                                    : g_strdup (person->title);
      GtkWidget *name = liaison_page_record_new ("contact", person->contact->uuid, person->contact->name);

      if (person->current)
        gtk_widget_add_css_class (name, "name");
      gtk_box_append (self->people, captioned_new (name, caption));
    }
  gtk_widget_set_visible (self->people_section, people->len > 0);
}

static void
show_members (GtkBox    *box,
              GtkWidget *section,
              GPtrArray *members)
{
  liaison_page_clear (box);
  for (guint i = 0; i < members->len; i++)
    {
      const LiaisonMemberDetail *member = g_ptr_array_index (members, i);
      g_autofree char *span = liaison_page_write_span (member->from, member->to);
      GtkWidget *name = member->organisation[0] != '\0'
                          ? liaison_page_record_new ("organisation", member->organisation, member->name)
                          : liaison_page_text_new (member->name, NULL);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *dates = liaison_page_text_new (span, "dim-label");

      gtk_widget_set_hexpand (name, TRUE);
      gtk_widget_add_css_class (dates, "numeric");
      gtk_label_set_xalign (GTK_LABEL (dates), 1);
      gtk_box_append (GTK_BOX (line), name);
      gtk_box_append (GTK_BOX (line), dates);
      if (!member->current)
        gtk_widget_add_css_class (line, "dim-label");
      gtk_box_append (box, line);
    }
  gtk_widget_set_visible (section, members->len > 0);
}

static void
show_around (LiaisonOrganisationPage         *self,
             const LiaisonOrganisationDetail *detail)
{
  liaison_page_clear (self->parent);
  if (detail->parent != NULL)
    gtk_box_append (self->parent, liaison_page_record_new ("organisation", detail->parent->uuid, detail->parent->name));
  gtk_widget_set_visible (self->parent_section, detail->parent != NULL);

  liaison_page_clear (self->children);
  for (guint i = 0; i < detail->children->len; i++)
    {
      const LiaisonReference *child = g_ptr_array_index (detail->children, i);

      gtk_box_append (self->children, liaison_page_record_new ("organisation", child->uuid, child->name));
    }
  gtk_widget_set_visible (self->children_section, detail->children->len > 0);
}

static void
show_engagements (LiaisonOrganisationPage         *self,
                  const LiaisonOrganisationDetail *detail,
                  LiaisonStore                    *store,
                  gboolean                         is_new)
{
  g_autofree char *all = g_strdup_printf (ngettext ("Show the %'d engagement", "Show all %'d engagements",
                                                    (gulong) detail->figures.records), detail->figures.records);

  if (is_new)
    {
      g_autoptr (GtkSelectionModel) model = liaison_recent_engagements_new (store, self->query);

      gtk_list_view_set_model (self->engagements, model);
    }
  liaison_page_clear (self->all_engagements);
  gtk_box_append (self->all_engagements, liaison_page_query_new ("engagements", self->query, all));
  gtk_box_append (self->all_engagements, liaison_page_chart_new ("timeline", self->query, _ ("Timeline")));
  gtk_widget_set_visible (self->engagements_section, detail->figures.records > 0);
}

static void
show_address (LiaisonOrganisationPage *self,
              const char              *address)
{
  liaison_page_clear (self->address);
  if (address[0] != '\0')
    gtk_box_append (self->address, liaison_page_address_new (address));
  gtk_widget_set_visible (self->address_section, address[0] != '\0');
}

static void
engagement_activated_cb (LiaisonOrganisationPage *self,
                         guint                    position)
{
  g_autoptr (LiaisonRow) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->engagements)), position);

  if (row != NULL && liaison_row_is_loaded (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "engagement", liaison_row_get_uuid (row));
}

static void
liaison_organisation_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_ORGANISATION_PAGE);

  G_OBJECT_CLASS (liaison_organisation_page_parent_class)->dispose (object);
}

static void
liaison_organisation_page_finalize (GObject *object)
{
  g_free (LIAISON_ORGANISATION_PAGE (object)->query);

  G_OBJECT_CLASS (liaison_organisation_page_parent_class)->finalize (object);
}

static void
liaison_organisation_page_class_init (LiaisonOrganisationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_organisation_page_dispose;
  object_class->finalize = liaison_organisation_page_finalize;

  g_type_ensure (LIAISON_TYPE_CLAMP);
  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-organisation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, other_names);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, tags);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, figures);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, people);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, people_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, engagements);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, all_engagements);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, engagements_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, members);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, members_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, groupings);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, groupings_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, parent);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, parent_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, children);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, children_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, address);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, address_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, note);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, note_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, history);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationPage, history_section);
  gtk_widget_class_bind_template_callback (widget_class, engagement_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_organisation_page_init (LiaisonOrganisationPage *self)
{
  g_autoptr (GtkListItemFactory) factory = liaison_list_rows_factory_new (LIAISON_ENTITY_ENGAGEMENTS);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->engagements, factory);
}

void
liaison_organisation_page_set_detail (LiaisonOrganisationPage         *self,
                                      const LiaisonOrganisationDetail *detail,
                                      LiaisonStore                    *store)
{
  g_autofree char *query = NULL;
  gboolean is_new;

  g_return_if_fail (LIAISON_IS_ORGANISATION_PAGE (self));
  g_return_if_fail (detail != NULL);

  query = g_strdup_printf ("org:%s", liaison_record_get_uuid (detail->record));
  is_new = g_strcmp0 (query, self->query) != 0;
  if (is_new)
    {
      g_free (self->query);
      self->query = g_steal_pointer (&query);
    }

  show_head (self, detail);
  show_tags (self, detail);
  show_figures (self, detail);
  show_people (self, detail->people);
  show_engagements (self, detail, store, is_new);
  show_members (self->members, self->members_section, detail->members);
  show_members (self->groupings, self->groupings_section, detail->groupings);
  show_around (self, detail);
  show_address (self, liaison_record_get_text (detail->record, LIAISON_ORGANISATION_ADDRESS));
  show_text (self->note, self->note_section, liaison_record_get_text (detail->record, LIAISON_ORGANISATION_NOTE));
  liaison_page_clear (self->history);
  liaison_page_fill_history (self->history, detail->history);
  gtk_widget_set_visible (self->history_section, detail->history->len > 0);
}
