/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-contact-page.h"

#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-country.h"
#include "liaison-date-format.h"
#include "liaison-day.h"
#include "liaison-list-rows.h"
#include "liaison-page-parts.h"
#include "liaison-recent-engagements.h"
#include "liaison-wrap-box.h"

#include <glib/gi18n-lib.h>

/* The most frequent ones are shown at once. */
#define MOST_SPOKEN_WITH 6

struct _LiaisonContactPage
{
  GtkWidget       parent_instance;

  GtkWidget      *scroller;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkLabel       *other_names;
  LiaisonWrapBox *tags;
  LiaisonWrapBox *figures;
  GtkBox         *posts;
  GtkWidget      *posts_section;
  GtkBox         *spoken_with;
  GtkWidget      *spoken_with_section;
  GtkListView    *engagements;
  GtkBox         *all_engagements;
  GtkWidget      *engagements_section;
  GtkBox         *reach;
  GtkWidget      *reach_section;
  GtkLabel       *note;
  GtkWidget      *note_section;
  GtkBox         *history;
  GtkWidget      *history_section;

  char           *query; /* that lists the engagements */
};

G_DEFINE_FINAL_TYPE (LiaisonContactPage, liaison_contact_page, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel   *label,
           GtkWidget  *section,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (section, text[0] != '\0');
}

/* The post that a person would name first: the primary one of those held now. */
static const LiaisonPostDetail *
find_present_post (GPtrArray *posts)
{
  const LiaisonPostDetail *found = NULL;

  for (guint i = 0; i < posts->len; i++)
    {
      const LiaisonPostDetail *post = g_ptr_array_index (posts, i);

      if (post->current && (found == NULL || (post->primary && !found->primary)))
        found = post;
    }
  return found;
}

static void
show_head (LiaisonContactPage         *self,
           const LiaisonContactDetail *detail)
{
  const LiaisonPostDetail *post = find_present_post (detail->posts);
  const char *code = liaison_record_get_text (detail->record, LIAISON_CONTACT_COUNTRY);
  const char *country = code[0] != '\0' ? liaison_country_get_name (code) : "";
  g_autofree char *names =
    g_strjoinv (" · ", (char **) liaison_record_get_list (detail->record, LIAISON_CONTACT_OTHER_NAMES));
  g_autofree char *subtitle = post != NULL && country[0] != '\0' ? g_strdup_printf ("%s · %s", post->title, country)
                                                                : g_strdup (post != NULL ? post->title : country);

  gtk_label_set_label (self->title, liaison_record_get_text (detail->record, LIAISON_CONTACT_NAME));
  show_text (self->subtitle, GTK_WIDGET (self->subtitle), subtitle);
  show_text (self->other_names, GTK_WIDGET (self->other_names), names);
}

static void
show_tags (LiaisonContactPage         *self,
           const LiaisonContactDetail *detail)
{
  LiaisonSensitivity sensitivity = liaison_record_get_sensitivity (detail->record);
  int side = (int) liaison_record_get_integer (detail->record, LIAISON_CONTACT_SIDE);
  const char *const *tags = liaison_record_get_list (detail->record, LIAISON_CONTACT_TAGS);

  liaison_wrap_box_clear (self->tags);
  liaison_wrap_box_append (self->tags, liaison_page_tag_new (liaison_vocabulary_get_label (&liaison_sides, side), NULL));
  if (sensitivity > LIAISON_SENSITIVITY_PUBLIC)
    liaison_wrap_box_append (self->tags, liaison_page_guard_new (sensitivity));
  if (liaison_record_get_integer (detail->record, LIAISON_CONTACT_ARCHIVED))
    liaison_wrap_box_append (self->tags, liaison_page_tag_new (_ ("Archived"), NULL));
  for (guint i = 0; tags[i] != NULL; i++)
    liaison_wrap_box_append (self->tags, liaison_page_tag_new (tags[i], NULL));
}

static void
add_figure (LiaisonContactPage *self,
            const char         *figure,
            const char         *name,
            const char         *query)
{
  GtkWidget *widget = liaison_page_figure_new (figure, name, query != NULL ? "engagements" : NULL, query);

  liaison_wrap_box_append (self->figures, widget);
}

static void
show_figures (LiaisonContactPage         *self,
              const LiaisonContactDetail *detail)
{
  g_autofree char *counted = g_strdup_printf ("%'d", detail->figures.counted);
  g_autofree char *last = liaison_page_write_day (detail->last_spoken);
  g_autofree char *due = liaison_page_write_day (detail->due_day);

  liaison_wrap_box_clear (self->figures);

  add_figure (self, counted, ngettext ("engagement", "engagements", (gulong) detail->figures.counted), self->query);
  if (detail->last_spoken != 0)
    add_figure (self, last, C_ ("figure of a contact", "last spoken with"), NULL);
  if (detail->due_day != 0)
    add_figure (self, due, detail->overdue ? C_ ("figure of a contact", "overdue since")
                                           : C_ ("figure of a contact", "next due"), NULL);
  else if (detail->overdue)
    add_figure (self, "–", C_ ("figure of a contact", "never spoken with, overdue"), NULL);
}

static GtkWidget *
post_new (const LiaisonPostDetail *post)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *span = liaison_page_write_span (post->from, post->to);
  g_autofree char *title = post->tenure > LIAISON_TENURE_SUBSTANTIVE
                             ? g_strdup_printf (C_ ("title and tenure", "%s (%s)"), post->title,
                                                liaison_vocabulary_get_label (&liaison_tenures, post->tenure))
                             : g_strdup (post->title);
  GtkWidget *dates = liaison_page_text_new (span, "caption");

  gtk_box_append (GTK_BOX (box), liaison_page_text_new (title, post->current ? "name" : NULL));
  if (post->organisation != NULL)
    gtk_box_append (GTK_BOX (box),
                    liaison_page_record_new ("organisation", post->organisation->uuid, post->organisation->name));
  gtk_widget_add_css_class (dates, "dim-label");
  gtk_widget_add_css_class (dates, "numeric");
  if (span[0] != '\0')
    gtk_box_append (GTK_BOX (box), dates);
  return box;
}

static void
show_posts (LiaisonContactPage *self,
            GPtrArray          *posts)
{
  liaison_page_clear (self->posts);
  for (guint i = 0; i < posts->len; i++)
    gtk_box_append (self->posts, post_new (g_ptr_array_index (posts, i)));
  gtk_widget_set_visible (self->posts_section, posts->len > 0);
}

static GtkWidget *
spoken_with_new (const LiaisonSpokenWith *spoken)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *times = g_strdup_printf (ngettext ("%'d time", "%'d times", (gulong) spoken->times), spoken->times);
  g_autofree char *last = liaison_page_write_day (spoken->last_day);
  GtkWidget *name = liaison_page_record_new ("contact", spoken->contact->uuid, spoken->contact->name);
  GtkWidget *label = NULL;
  g_autofree char *text = last[0] != '\0' ? g_strdup_printf (_ ("%s, last %s"), times, last) : g_strdup (times);

  label = liaison_page_text_new (text, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* The button that asked for them all has done its work. */
static void
show_all_spoken_with_cb (GtkWidget *button,
                         gpointer   user_data)
{
  GtkWidget *row = gtk_widget_get_next_sibling (button);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, TRUE);
  gtk_widget_child_focus (gtk_widget_get_next_sibling (button), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (button, FALSE);
}

static GtkWidget *
all_spoken_with_new (guint n)
{
  g_autofree char *text = g_strdup_printf (_ ("Show all %u"), n);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (show_all_spoken_with_cb), NULL);
  return button;
}

static void
show_spoken_with (LiaisonContactPage *self,
                  GPtrArray          *spoken_with)
{
  gboolean cut = spoken_with->len > MOST_SPOKEN_WITH + 1;

  liaison_page_clear (self->spoken_with);
  for (guint i = 0; i < spoken_with->len; i++)
    {
      GtkWidget *row = spoken_with_new (g_ptr_array_index (spoken_with, i));

      if (cut && i == MOST_SPOKEN_WITH)
        gtk_box_append (self->spoken_with, all_spoken_with_new (spoken_with->len));
      gtk_widget_set_visible (row, !cut || i < MOST_SPOKEN_WITH);
      gtk_box_append (self->spoken_with, row);
    }
  gtk_widget_set_visible (self->spoken_with_section, spoken_with->len > 0);
}

static void
show_engagements (LiaisonContactPage         *self,
                  const LiaisonContactDetail *detail,
                  LiaisonStore               *store,
                  gboolean                    is_new)
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
add_lines (GtkBox             *box,
           const char *const  *lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *label = liaison_page_text_new (lines[i], NULL);

      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (box, label);
    }
}

static void
show_reach (LiaisonContactPage         *self,
            const LiaisonContactDetail *detail)
{
  liaison_page_clear (self->reach);
  add_lines (self->reach, liaison_record_get_list (detail->record, LIAISON_CONTACT_EMAIL));
  add_lines (self->reach, liaison_record_get_list (detail->record, LIAISON_CONTACT_TELEPHONE));
  gtk_widget_set_visible (self->reach_section, gtk_widget_get_first_child (GTK_WIDGET (self->reach)) != NULL);
}

static void
engagement_activated_cb (LiaisonContactPage *self,
                         guint               position)
{
  g_autoptr (LiaisonRow) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->engagements)), position);

  if (row != NULL && liaison_row_is_loaded (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "engagement", liaison_row_get_uuid (row));
}

static void
liaison_contact_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_CONTACT_PAGE);

  G_OBJECT_CLASS (liaison_contact_page_parent_class)->dispose (object);
}

static void
liaison_contact_page_finalize (GObject *object)
{
  g_free (LIAISON_CONTACT_PAGE (object)->query);

  G_OBJECT_CLASS (liaison_contact_page_parent_class)->finalize (object);
}

static void
liaison_contact_page_class_init (LiaisonContactPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_contact_page_dispose;
  object_class->finalize = liaison_contact_page_finalize;

  g_type_ensure (LIAISON_TYPE_CLAMP);
  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-contact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, other_names);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, tags);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, figures);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, posts);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, posts_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, spoken_with);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, spoken_with_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, engagements);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, all_engagements);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, engagements_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, reach);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, reach_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, note);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, note_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, history);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactPage, history_section);
  gtk_widget_class_bind_template_callback (widget_class, engagement_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_contact_page_init (LiaisonContactPage *self)
{
  g_autoptr (GtkListItemFactory) factory = liaison_list_rows_factory_new (LIAISON_ENTITY_ENGAGEMENTS);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->engagements, factory);
}

void
liaison_contact_page_set_detail (LiaisonContactPage         *self,
                                 const LiaisonContactDetail *detail,
                                 LiaisonStore               *store)
{
  gboolean ours;
  g_autofree char *query = NULL;
  gboolean is_new;

  g_return_if_fail (LIAISON_IS_CONTACT_PAGE (self));
  g_return_if_fail (detail != NULL);

  ours = liaison_record_get_integer (detail->record, LIAISON_CONTACT_SIDE) == LIAISON_SIDE_OURS;
  query = g_strdup_printf (ours ? "by:%s" : "with:%s", liaison_record_get_uuid (detail->record));
  is_new = g_strcmp0 (query, self->query) != 0;
  if (is_new)
    {
      g_free (self->query);
      self->query = g_steal_pointer (&query);
    }

  show_head (self, detail);
  show_tags (self, detail);
  show_figures (self, detail);
  show_posts (self, detail->posts);
  show_spoken_with (self, detail->spoken_with);
  show_engagements (self, detail, store, is_new);
  show_reach (self, detail);
  show_text (self->note, self->note_section, liaison_record_get_text (detail->record, LIAISON_CONTACT_NOTE));
  liaison_page_clear (self->history);
  liaison_page_fill_history (self->history, detail->history);
  gtk_widget_set_visible (self->history_section, detail->history->len > 0);
}
