/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-participant-view.h"

#include "liaison-config.h"
#include "liaison-page-parts.h"
#include "liaison-wrap-box.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
name_new (const LiaisonParticipantDetail *participant)
{
  GtkWidget *name;

  if (participant->contact != NULL && participant->contact[0] != '\0')
    name = liaison_page_record_new ("contact", participant->contact, participant->name);
  else if (participant->organisation != NULL)
    name = liaison_page_record_new ("organisation", participant->organisation->uuid, participant->name);
  else
    name = liaison_page_text_new (participant->name, NULL);
  gtk_widget_add_css_class (name, "name");
  return name;
}

/* "Minister for Foreign Affairs (acting)" */
static char *
write_title (const LiaisonParticipantDetail *participant)
{
  if (participant->title[0] == '\0' || participant->tenure <= LIAISON_TENURE_SUBSTANTIVE)
    return g_strdup (participant->title);
  /* Translators: a title and how it is held: "Prime Minister (designate)" */
  return g_strdup_printf (C_ ("title and tenure", "%s (%s)"), participant->title,
                          liaison_vocabulary_get_label (&liaison_tenures, participant->tenure));
}

/* Where one is from: the organisation and the seat, each said once. */
static char *
write_origin (const LiaisonParticipantDetail *participant)
{
  gboolean named = participant->contact != NULL && participant->contact[0] != '\0';
  const char *organisation = named && participant->organisation != NULL ? participant->organisation->name : "";
  const char *seat = participant->seat != NULL && !g_str_equal (participant->seat, participant->name) ? participant->seat : "";

  if (organisation[0] != '\0' && seat[0] != '\0' && !g_str_equal (organisation, seat) && strstr (organisation, seat) == NULL)
    return g_strdup_printf ("%s · %s", organisation, seat);
  return g_strdup (organisation[0] != '\0' ? organisation : seat);
}

static void
add_tags (GtkBox                         *box,
          const LiaisonParticipantDetail *participant)
{
  LiaisonWrapBox *tags = g_object_new (LIAISON_TYPE_WRAP_BOX, "spacing", 6, "line-spacing", 2, NULL);

  if (participant->role > LIAISON_ROLE_PRINCIPAL)
    liaison_wrap_box_append (tags, liaison_page_tag_new (liaison_vocabulary_get_label (&liaison_roles, participant->role), NULL));
  if (participant->attendance > LIAISON_ATTENDANCE_ATTENDED)
    liaison_wrap_box_append (tags, liaison_page_tag_new (liaison_vocabulary_get_label (&liaison_attendances, participant->attendance), NULL));
  if (participant->sensitivity > LIAISON_SENSITIVITY_PUBLIC)
    liaison_wrap_box_append (tags, liaison_page_guard_new (participant->sensitivity));
  gtk_widget_set_visible (GTK_WIDGET (tags), gtk_widget_get_first_child (GTK_WIDGET (tags)) != NULL);
  gtk_box_append (box, GTK_WIDGET (tags));
}

GtkWidget *
liaison_participant_view_new (const LiaisonParticipantDetail *participant)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = write_title (participant);
  g_autofree char *origin = write_origin (participant);

  gtk_box_append (GTK_BOX (box), name_new (participant));
  if (title[0] != '\0')
    gtk_box_append (GTK_BOX (box), liaison_page_text_new (title, NULL));
  if (participant->head_count > 0)
    {
      g_autofree char *heads = g_strdup_printf (ngettext ("%d person", "%d people", (gulong) participant->head_count),
                                                participant->head_count);

      gtk_box_append (GTK_BOX (box), liaison_page_text_new (heads, NULL));
    }
  if (origin[0] != '\0')
    {
      GtkWidget *label = liaison_page_text_new (origin, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  add_tags (GTK_BOX (box), participant);
  return box;
}
