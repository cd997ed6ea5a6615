/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-engagement-page.h"

#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-country.h"
#include "liaison-date-format.h"
#include "liaison-date.h"
#include "liaison-form-icon.h"
#include "liaison-page-parts.h"
#include "liaison-participant-view.h"
#include "liaison-phrase.h"
#include "liaison-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _LiaisonEngagementPage
{
  GtkWidget       parent_instance;

  GtkWidget      *scroller;
  GtkImage       *form_icon;
  GtkLabel       *form;
  GtkLabel       *title;
  GtkLabel       *date;
  GtkLabel       *relative;
  GtkWidget      *place_line;
  GtkLabel       *place;
  LiaisonWrapBox *tags;
  GtkBox         *ours;
  GtkBox         *theirs;
  GtkBox         *third;
  GtkWidget      *third_section;
  GtkLabel       *purpose;
  GtkWidget      *purpose_section;
  GtkLabel       *summary;
  GtkWidget      *summary_section;
  LiaisonWrapBox *topics;
  GtkWidget      *topics_section;
  GtkBox         *readouts;
  GtkWidget      *readouts_section;
  GtkBox         *parent;
  GtkWidget      *parent_section;
  GtkBox         *children;
  GtkWidget      *children_section;
  GtkBox         *follow_ups;
  GtkWidget      *follow_ups_section;
  GtkBox         *history;
  GtkWidget      *history_section;
};

G_DEFINE_FINAL_TYPE (LiaisonEngagementPage, liaison_engagement_page, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel   *label,
           GtkWidget  *section,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (section, text[0] != '\0');
}

/* A title is a person's own; without one it is said what took place. */
static void
show_title (LiaisonEngagementPage         *self,
            const LiaisonEngagementDetail *detail)
{
  const char *title = liaison_record_get_text (detail->record, LIAISON_ENGAGEMENT_TITLE);
  g_autofree char *phrase = liaison_engagement_page_dup_phrase (detail);
  g_autofree char *stated = title[0] != '\0' ? g_strdup (title) : liaison_phrase_title (phrase);

  gtk_label_set_label (self->title, stated);
}

static void
show_date (LiaisonEngagementPage *self,
           const LiaisonRecord   *record)
{
  const char *start = liaison_record_get_text (record, LIAISON_ENGAGEMENT_START);
  const char *end = liaison_record_get_text (record, LIAISON_ENGAGEMENT_END);
  int precision = (int) liaison_record_get_integer (record, LIAISON_ENGAGEMENT_PRECISION);
  g_autofree char *text =
    liaison_date_format_long (start, end, liaison_vocabulary_get_token (&liaison_precisions, precision));
  g_autofree char *relative = NULL;
  LiaisonDate date;

  gtk_label_set_label (self->date, text);
  /* Of a month or a year it would say more than is known. */
  if (liaison_date_parse (start, &date, NULL) && date.day > 0)
    relative = liaison_date_relative (liaison_date_first_day (&date), liaison_day_today ());
  show_text (self->relative, GTK_WIDGET (self->relative), relative != NULL ? relative : "");
}

static void
show_place (LiaisonEngagementPage *self,
            const LiaisonRecord   *record)
{
  const char *place = liaison_record_get_text (record, LIAISON_ENGAGEMENT_PLACE);
  const char *code = liaison_record_get_text (record, LIAISON_ENGAGEMENT_COUNTRY);
  const char *country = code[0] != '\0' ? liaison_country_get_name (code) : "";
  g_autofree char *both = NULL;

  if (place[0] != '\0' && country[0] != '\0')
    /* Translators: a place and its country: "Stockholm, Sweden" */
    both = g_strdup_printf (_ ("%s, %s"), place, country);
  else
    both = g_strconcat (place, country, NULL);
  show_text (self->place, self->place_line, both);
}

static void
add_tag (LiaisonEngagementPage *self,
         const char            *word)
{
  if (word[0] != '\0')
    liaison_wrap_box_append (self->tags, liaison_page_tag_new (word, NULL));
}

static const char *
get_evidence_word (int evidence)
{
  switch (evidence)
    {
    case LIAISON_EVIDENCE_REPORT:
      return C_ ("evidence of an engagement", "Reported");
    case LIAISON_EVIDENCE_ANNOUNCEMENT:
      return C_ ("evidence of an engagement", "Announced only");
    case LIAISON_EVIDENCE_NONE:
      return C_ ("evidence of an engagement", "Unsourced");
    default:
      return "";
    }
}

static void
show_tags (LiaisonEngagementPage         *self,
           const LiaisonEngagementDetail *detail)
{
  int status = (int) liaison_record_get_integer (detail->record, LIAISON_ENGAGEMENT_STATUS);
  int evidence = (int) liaison_record_get_integer (detail->record, LIAISON_ENGAGEMENT_EVIDENCE);
  LiaisonSensitivity sensitivity = liaison_record_get_sensitivity (detail->record);

  liaison_wrap_box_clear (self->tags);
  add_tag (self, liaison_vocabulary_get_label (&liaison_statuses, status));
  add_tag (self, get_evidence_word (evidence));
  if (sensitivity > LIAISON_SENSITIVITY_PUBLIC)
    liaison_wrap_box_append (self->tags, liaison_page_guard_new (sensitivity));
}

static void
show_form (LiaisonEngagementPage         *self,
           const LiaisonEngagementDetail *detail)
{
  int form = (int) liaison_record_get_integer (detail->record, LIAISON_ENGAGEMENT_FORM);
  const char *word = liaison_vocabulary_get_label (&liaison_forms, form);
  g_autofree char *both = detail->format != NULL ? g_strdup_printf ("%s · %s", word, detail->format->name) : g_strdup (word);

  gtk_image_set_from_icon_name (self->form_icon, liaison_form_get_icon_name (form));
  gtk_label_set_label (self->form, both);
}

static void
show_participants (GtkBox    *box,
                   GPtrArray *participants)
{
  liaison_page_clear (box);
  for (guint i = 0; i < participants->len; i++)
    gtk_box_append (box, liaison_participant_view_new (g_ptr_array_index (participants, i)));
  if (participants->len == 0)
    gtk_box_append (box, liaison_page_text_new (C_ ("participants of a side", "Nobody on record"), "dim-label"));
}

static void
show_topics (LiaisonEngagementPage *self,
             GPtrArray             *topics)
{

  liaison_wrap_box_clear (self->topics);
  for (guint i = 0; i < topics->len; i++)
    {
      LiaisonReference *topic = g_ptr_array_index (topics, i);
      g_autofree char *query = g_strdup_printf ("topic:\"%s\"", topic->name);
      GtkWidget *chip = liaison_page_query_new ("engagements", query, topic->name);

      gtk_widget_add_css_class (chip, "chip");
      liaison_wrap_box_append (self->topics, chip);
    }
  gtk_widget_set_visible (self->topics_section, topics->len > 0);
}

static GtkWidget *
readout_new (const LiaisonReadoutDetail *readout)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *published = readout->published[0] != '\0' ? liaison_date_format_short (readout->published, NULL, NULL) : NULL;
  const char *kind = liaison_vocabulary_get_label (&liaison_readout_kinds, readout->kind);
  g_autofree char *caption = published != NULL && kind[0] != '\0' ? g_strdup_printf ("%s · %s", kind, published)
                                                                  : g_strdup (published != NULL ? published : kind);

  if (readout->title[0] != '\0')
    gtk_box_append (GTK_BOX (box), liaison_page_text_new (readout->title, NULL));
  if (readout->issuer[0] != '\0')
    gtk_box_append (GTK_BOX (box), liaison_page_text_new (readout->issuer, "name"));
  if (caption[0] != '\0')
    {
      GtkWidget *label = liaison_page_text_new (caption, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (readout->address[0] != '\0')
    gtk_box_append (GTK_BOX (box), liaison_page_address_new (readout->address));
  gtk_box_append (GTK_BOX (box), liaison_page_guard_new (readout->sensitivity));
  return box;
}

static void
show_readouts (LiaisonEngagementPage *self,
               GPtrArray             *readouts)
{
  liaison_page_clear (self->readouts);
  for (guint i = 0; i < readouts->len; i++)
    gtk_box_append (self->readouts, readout_new (g_ptr_array_index (readouts, i)));
  gtk_widget_set_visible (self->readouts_section, readouts->len > 0);
}

static GtkWidget *
engagement_new (const LiaisonEngagementReference *engagement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (liaison_form_get_icon_name (engagement->form));
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *date = liaison_page_text_new (engagement->date, "caption");
  const char *form = liaison_vocabulary_get_label (&liaison_forms, engagement->form);

  gtk_widget_set_tooltip_text (icon, form);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_add_css_class (date, "dim-label");
  gtk_widget_add_css_class (date, "numeric");
  gtk_box_append (GTK_BOX (lines), liaison_page_record_new ("engagement", engagement->uuid,
                                                            engagement->title[0] != '\0' ? engagement->title : form));
  gtk_box_append (GTK_BOX (lines), date);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);
  return box;
}

static void
show_around (LiaisonEngagementPage         *self,
             const LiaisonEngagementDetail *detail)
{
  liaison_page_clear (self->parent);
  if (detail->parent != NULL)
    gtk_box_append (self->parent, engagement_new (detail->parent));
  gtk_widget_set_visible (self->parent_section, detail->parent != NULL);

  liaison_page_clear (self->children);
  for (guint i = 0; i < detail->children->len; i++)
    gtk_box_append (self->children, engagement_new (g_ptr_array_index (detail->children, i)));
  gtk_widget_set_visible (self->children_section, detail->children->len > 0);
}

static GtkWidget *
follow_up_new (const LiaisonFollowUpDetail *follow_up)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *day = follow_up->due[0] != '\0' ? liaison_date_format_short (follow_up->due, NULL, NULL) : NULL;

  gtk_box_append (GTK_BOX (box), liaison_page_text_new (follow_up->text, NULL));
  gtk_box_append (GTK_BOX (line),
                  liaison_page_tag_new (liaison_vocabulary_get_label (&liaison_follow_up_statuses, follow_up->status), NULL));
  if (day != NULL)
    {
      /* Translators: %s is a date */
      g_autofree char *due = g_strdup_printf (_ ("due %s"), day);

      gtk_box_append (GTK_BOX (line), liaison_page_text_new (due, "dim-label"));
    }
  if (follow_up->owner != NULL)
    gtk_box_append (GTK_BOX (line), liaison_page_record_new ("contact", follow_up->owner->uuid, follow_up->owner->name));
  gtk_box_append (GTK_BOX (line), liaison_page_guard_new (follow_up->sensitivity));
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

static void
show_follow_ups (LiaisonEngagementPage *self,
                 GPtrArray             *follow_ups)
{
  liaison_page_clear (self->follow_ups);
  for (guint i = 0; i < follow_ups->len; i++)
    gtk_box_append (self->follow_ups, follow_up_new (g_ptr_array_index (follow_ups, i)));
  gtk_widget_set_visible (self->follow_ups_section, follow_ups->len > 0);
}

static void
show_history (LiaisonEngagementPage *self,
              GPtrArray             *history)
{
  liaison_page_clear (self->history);
  liaison_page_fill_history (self->history, history);
  gtk_widget_set_visible (self->history_section, history->len > 0);
}

static void
liaison_engagement_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_ENGAGEMENT_PAGE);

  G_OBJECT_CLASS (liaison_engagement_page_parent_class)->dispose (object);
}

static void
liaison_engagement_page_class_init (LiaisonEngagementPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_engagement_page_dispose;

  g_type_ensure (LIAISON_TYPE_CLAMP);
  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-engagement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, form_icon);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, form);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, date);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, relative);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, place_line);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, place);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, tags);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, ours);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, theirs);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, third);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, third_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, purpose_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, summary);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, summary_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, topics);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, topics_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, readouts);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, readouts_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, parent);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, parent_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, children);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, children_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, follow_ups_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, history);
  gtk_widget_class_bind_template_child (widget_class, LiaisonEngagementPage, history_section);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_engagement_page_init (LiaisonEngagementPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_engagement_page_set_detail (LiaisonEngagementPage         *self,
                                    const LiaisonEngagementDetail *detail)
{
  g_return_if_fail (LIAISON_IS_ENGAGEMENT_PAGE (self));
  g_return_if_fail (detail != NULL);

  show_title (self, detail);
  show_form (self, detail);
  show_date (self, detail->record);
  show_place (self, detail->record);
  show_tags (self, detail);
  show_participants (self->ours, detail->ours);
  show_participants (self->theirs, detail->theirs);
  show_participants (self->third, detail->third);
  gtk_widget_set_visible (self->third_section, detail->third->len > 0);
  show_text (self->purpose, self->purpose_section, liaison_record_get_text (detail->record, LIAISON_ENGAGEMENT_PURPOSE));
  show_text (self->summary, self->summary_section, liaison_record_get_text (detail->record, LIAISON_ENGAGEMENT_SUMMARY));
  show_topics (self, detail->topics);
  show_readouts (self, detail->readouts);
  show_around (self, detail);
  show_follow_ups (self, detail->follow_ups);
  show_history (self, detail->history);
}

char *
liaison_engagement_page_dup_phrase (const LiaisonEngagementDetail *detail)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (detail != NULL, NULL);

  for (guint i = 0; i < detail->theirs->len; i++)
    g_ptr_array_add (names, ((LiaisonParticipantDetail *) g_ptr_array_index (detail->theirs, i))->name);
  g_ptr_array_add (names, NULL);
  return liaison_phrase_engagement ((LiaisonForm) liaison_record_get_integer (detail->record, LIAISON_ENGAGEMENT_FORM),
                                    (const char *const *) names->pdata);
}
