/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-follow-up-line.h"

#include "liaison-config.h"
#include "liaison-date-format.h"
#include "liaison-page-parts.h"
#include "liaison-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _LiaisonFollowUpLine
{
  GtkListBoxRow   parent_instance;

  GtkCheckButton *tick;
  GtkLabel       *text;
  LiaisonWrapBox *facts;

  char           *uuid;
  char           *engagement;
  const char     *head;
  gboolean        loading;
};

enum { SIGNAL_TICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonFollowUpLine, liaison_follow_up_line, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (LiaisonFollowUpLine *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[SIGNAL_TICKED], 0, gtk_check_button_get_active (self->tick));
}

static void
liaison_follow_up_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_FOLLOW_UP_LINE);

  G_OBJECT_CLASS (liaison_follow_up_line_parent_class)->dispose (object);
}

static void
liaison_follow_up_line_finalize (GObject *object)
{
  LiaisonFollowUpLine *self = LIAISON_FOLLOW_UP_LINE (object);

  g_free (self->uuid);
  g_free (self->engagement);

  G_OBJECT_CLASS (liaison_follow_up_line_parent_class)->finalize (object);
}

static void
liaison_follow_up_line_class_init (LiaisonFollowUpLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_follow_up_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_follow_up_line_finalize;
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_BOOLEAN);

  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-follow-up-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpLine, tick);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpLine, text);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpLine, facts);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
liaison_follow_up_line_init (LiaisonFollowUpLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
choose_head (const LiaisonFollowUp *follow_up)
{
  if (follow_up->status == LIAISON_FOLLOW_UP_DONE || follow_up->status == LIAISON_FOLLOW_UP_DROPPED)
    return C_ ("follow-ups", "Done");
  if (follow_up->overdue)
    return C_ ("follow-ups", "Overdue");
  return follow_up->due[0] != '\0' ? C_ ("follow-ups", "Due") : C_ ("follow-ups", "Without a date");
}

/* What a screen reader says of the whole row. */
static void
set_name (LiaisonFollowUpLine    *self,
          const LiaisonFollowUp *follow_up,
          const char            *due)
{
  GString *name = g_string_new (follow_up->text);

  if (due[0] != '\0')
    g_string_append_printf (name, ", %s", due);
  if (follow_up->owner != NULL)
    g_string_append_printf (name, ", %s", follow_up->owner->name);
  g_string_append_printf (name, ", %s, %s", follow_up->engagement->name, follow_up->date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

static void
show_facts (LiaisonFollowUpLine    *self,
            const LiaisonFollowUp *follow_up,
            const char            *due)
{
  gboolean is_plain = follow_up->status == LIAISON_FOLLOW_UP_NEEDS_ACTION || follow_up->status == LIAISON_FOLLOW_UP_DONE;
  g_autofree char *engagement = g_strdup_printf ("%s, %s", follow_up->engagement->name, follow_up->date);

  if (!is_plain)
    liaison_wrap_box_append (self->facts,
                             liaison_page_tag_new (liaison_vocabulary_get_label (&liaison_follow_up_statuses, follow_up->status), NULL));
  if (due[0] != '\0')
    liaison_wrap_box_append (self->facts, liaison_page_text_new (due, follow_up->overdue ? "field-error" : "dim-label"));
  if (follow_up->owner != NULL)
    liaison_wrap_box_append (self->facts, liaison_page_record_new ("contact", follow_up->owner->uuid, follow_up->owner->name));
  liaison_wrap_box_append (self->facts, liaison_page_record_new ("engagement", follow_up->engagement->uuid, engagement));
}

GtkWidget *
liaison_follow_up_line_new (const LiaisonFollowUp *follow_up,
                           gboolean               editable)
{
  LiaisonFollowUpLine *self = g_object_new (LIAISON_TYPE_FOLLOW_UP_LINE, NULL);
  g_autofree char *due = liaison_follow_up_dup_due (follow_up);
  /* Translators: the name of a box to tick; %s is what is to be done */
  g_autofree char *tick_name = g_strdup_printf (_ ("Done: %s"), follow_up->text);

  self->uuid = g_strdup (follow_up->uuid);
  self->engagement = g_strdup (follow_up->engagement->uuid);
  self->head = choose_head (follow_up);
  self->loading = TRUE;
  gtk_check_button_set_active (self->tick, follow_up->status == LIAISON_FOLLOW_UP_DONE);
  self->loading = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->tick), editable);
  gtk_label_set_label (self->text, follow_up->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, tick_name, -1);
  set_name (self, follow_up, due);
  show_facts (self, follow_up, due);

  return GTK_WIDGET (self);
}

const char *
liaison_follow_up_line_get_uuid (LiaisonFollowUpLine *self)
{
  g_return_val_if_fail (LIAISON_IS_FOLLOW_UP_LINE (self), NULL);

  return self->uuid;
}

const char *
liaison_follow_up_line_get_text (LiaisonFollowUpLine *self)
{
  g_return_val_if_fail (LIAISON_IS_FOLLOW_UP_LINE (self), NULL);

  return gtk_label_get_label (self->text);
}

const char *
liaison_follow_up_line_get_engagement (LiaisonFollowUpLine *self)
{
  g_return_val_if_fail (LIAISON_IS_FOLLOW_UP_LINE (self), NULL);

  return self->engagement;
}

const char *
liaison_follow_up_line_get_head (LiaisonFollowUpLine *self)
{
  g_return_val_if_fail (LIAISON_IS_FOLLOW_UP_LINE (self), NULL);

  return self->head;
}

void
liaison_follow_up_line_focus_tick (LiaisonFollowUpLine *self)
{
  g_return_if_fail (LIAISON_IS_FOLLOW_UP_LINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->tick));
}

gboolean
liaison_follow_up_line_has_tick_focus (LiaisonFollowUpLine *self)
{
  g_return_val_if_fail (LIAISON_IS_FOLLOW_UP_LINE (self), FALSE);

  return gtk_widget_has_focus (GTK_WIDGET (self->tick));
}
