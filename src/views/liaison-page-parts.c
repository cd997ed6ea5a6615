/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-page-parts.h"

#include "liaison-config.h"
#include "liaison-date-format.h"
#include "liaison-date.h"
#include "liaison-record-history.h"

#include <glib/gi18n-lib.h>

void
liaison_page_clear (GtkBox *box)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

GtkWidget *
liaison_page_text_new (const char *text,
                       const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
liaison_page_choice_new (const char *value,
                         const char *name)
{
  GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *text = liaison_page_text_new (value, NULL);

  /* Else the text gets as little width as its lines can do with, and words are broken. */
  gtk_widget_set_hexpand (text, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

GtkWidget *
liaison_page_tag_new (const char *word,
                      const char *icon_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), gtk_label_new (word));
  gtk_widget_add_css_class (box, "outlined");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* A button that looks like a link, over a label that wraps: a name is never cut. */
static GtkWidget *
link_new (const char *text,
          const char *action,
          GVariant   *target)
{
  GtkWidget *label = liaison_page_text_new (text, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "child", label,
                                    "halign", GTK_ALIGN_START,
                                    "action-name", action,
                                    "action-target", target,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_LINK,
                                    NULL);

  gtk_widget_add_css_class (button, "record-link");
  gtk_widget_add_css_class (button, "link");
  gtk_widget_set_state_flags (button, GTK_STATE_FLAG_LINK, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

GtkWidget *
liaison_page_guard_new (LiaisonSensitivity sensitivity)
{
  GtkWidget *tag = liaison_page_tag_new (liaison_vocabulary_get_label (&liaison_sensitivities, (int) sensitivity), "changes-prevent-symbolic");

  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_widget_set_visible (tag, sensitivity > LIAISON_SENSITIVITY_PUBLIC);

  return tag;
}

GtkWidget *
liaison_page_record_new (const char *kind,
                         const char *uuid,
                         const char *text)
{
  return link_new (text, "win.show-record", g_variant_new ("(ss)", kind, uuid));
}

GtkWidget *
liaison_page_query_new (const char *place,
                        const char *query,
                        const char *text)
{
  return link_new (text, "win.show-query", g_variant_new ("(ss)", place, query));
}

GtkWidget *
liaison_page_chart_new (const char *kind,
                        const char *query,
                        const char *text)
{
  return link_new (text, "win.show-chart", g_variant_new ("(ss)", kind, query));
}

static gboolean
is_web_address (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

/* An address is broken anywhere, but never with a hyphen, which would be read as part of it. */
static GtkWidget *
address_label_new (const char *address)
{
  GtkWidget *label = liaison_page_text_new (address, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  return label;
}

GtkWidget *
liaison_page_address_new (const char *address)
{
  GtkWidget *label = address_label_new (address);
  GtkWidget *button;

  if (!is_web_address (address))
    {
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      return label;
    }
  button = gtk_link_button_new (address);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "address");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, address, -1);
  return button;
}

GtkWidget *
liaison_page_figure_new (const char *figure,
                         const char *name,
                         const char *place,
                         const char *query)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *shown = place != NULL ? liaison_page_query_new (place, query, figure) : liaison_page_text_new (figure, NULL);
  GtkWidget *label = liaison_page_text_new (name, "caption");

  gtk_widget_add_css_class (shown, "figure");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), shown);
  gtk_box_append (GTK_BOX (box), label);
  if (place != NULL)
    {
      g_autofree char *whole = g_strdup_printf ("%s: %s", name, figure);

      gtk_accessible_update_property (GTK_ACCESSIBLE (shown), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
    }
  return box;
}

char *
liaison_page_write_day (int day)
{
  LiaisonDate date = { day / 10000, day / 100 % 100, day % 100, -1 };
  g_autofree char *text = NULL;

  if (day == 0)
    return g_strdup ("");
  text = liaison_date_to_string (&date);
  return liaison_date_format_short (text, NULL, "day");
}

char *
liaison_page_write_span (const char *from,
                         const char *to)
{
  g_autofree char *first = from[0] != '\0' ? liaison_date_format_short (from, NULL, NULL) : NULL;
  g_autofree char *last = to[0] != '\0' ? liaison_date_format_short (to, NULL, NULL) : NULL;

  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s – %s", first, last);
  if (first != NULL)
    /* Translators: %s is a date; a post or a membership that lasts */
    return g_strdup_printf (_ ("since %s"), first);
  if (last != NULL)
    /* Translators: %s is a date; a post or a membership whose beginning is not known */
    return g_strdup_printf (_ ("until %s"), last);
  return g_strdup ("");
}

char *
liaison_page_write_time (gint64   seconds,
                         gboolean undone)
{
  g_autofree char *text = liaison_date_format_time (seconds);

  /* Translators: date and time of a change that has been taken back */
  return undone ? g_strdup_printf (_ ("%s, undone"), text) : g_steal_pointer (&text);
}

void
liaison_page_fill_history (GtkBox    *box,
                           GPtrArray *history)
{
  for (guint i = 0; i < history->len; i++)
    {
      LiaisonHistoryItem *item = g_ptr_array_index (history, i);
      g_autofree char *when = liaison_page_write_time (item->time, item->undone);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *caption = liaison_page_text_new (when, "caption");

      gtk_widget_add_css_class (caption, "dim-label");
      gtk_widget_add_css_class (caption, "numeric");
      gtk_box_append (GTK_BOX (line), liaison_page_text_new (item->name, NULL));
      gtk_box_append (GTK_BOX (line), caption);
      gtk_box_append (box, line);
    }
}
