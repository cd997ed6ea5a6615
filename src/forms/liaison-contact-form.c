/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-contact-form.h"

#include "liaison-config.h"
#include "liaison-contact-name.h"
#include "liaison-form-grid.h"
#include "liaison-part-list.h"
#include "liaison-text-control.h"

#include <glib/gi18n.h>

struct _LiaisonContactForm
{
  LiaisonRecordForm         parent_instance;

  LiaisonFieldEditor *given;
  LiaisonFieldEditor *family;
  LiaisonFieldEditor *name;
  LiaisonFieldEditor *sort_name;
  LiaisonPartList    *posts;
};

G_DEFINE_FINAL_TYPE (LiaisonContactForm, liaison_contact_form, LIAISON_TYPE_RECORD_FORM)

static LiaisonRecord *
get_contact (LiaisonContactForm *self)
{
  return liaison_draft_get_record (liaison_form_context_get_draft (liaison_record_form_get_context (LIAISON_RECORD_FORM (self))));
}

static void
propose (LiaisonFieldEditor *editor,
         const char         *proposal)
{
  liaison_text_control_set_proposal (LIAISON_TEXT_CONTROL (liaison_field_editor_get_control (editor)), proposal);
}

/* What the name is sorted by follows from the shown one where there are no parts: that one comes first. */
static void
propose_names (LiaisonContactForm *self)
{
  LiaisonRecord *contact = get_contact (self);
  g_autofree char *name = liaison_contact_name_compose (contact);
  g_autofree char *sort_name = NULL;

  propose (self->name, name);
  sort_name = liaison_contact_name_compose_sort (contact);
  propose (self->sort_name, sort_name);
}

static void
bound (LiaisonRecordForm *form)
{
  LiaisonContactForm *self = LIAISON_CONTACT_FORM (form);
  LiaisonFormContext *context = liaison_record_form_get_context (form);
  gboolean is_new = liaison_draft_is_new (liaison_form_context_get_draft (context));
  gboolean has_given = !liaison_record_field_is_empty (get_contact (self), LIAISON_CONTACT_GIVEN);

  gtk_window_set_title (GTK_WINDOW (self), is_new ? _("New contact") : _("Edit contact"));
  propose_names (self);
  liaison_part_list_bind (self->posts, context);
  /* Of a name that was typed elsewhere the next thing is to complete it. */
  gtk_widget_grab_focus (GTK_WIDGET (is_new && has_given ? self->family : self->given));
}

static void
changed (LiaisonRecordForm        *form,
         LiaisonFieldEditor *editor)
{
  propose_names (LIAISON_CONTACT_FORM (form));
}

static char *
dup_phrase (LiaisonRecordForm *form)
{
  const char *name = liaison_record_get_text (get_contact (LIAISON_CONTACT_FORM (form)), LIAISON_CONTACT_NAME);

  /* Translators: what an action is done to, as in "Add contact Dmytro Kuleba" */
  return *name != '\0' ? g_strdup_printf (_("contact %s"), name) : g_strdup (C_("action", "contact"));
}

static void
liaison_contact_form_class_init (LiaisonContactFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LiaisonRecordFormClass *form_class = LIAISON_RECORD_FORM_CLASS (klass);

  form_class->bound = bound;
  form_class->changed = changed;
  form_class->dup_phrase = dup_phrase;

  g_type_ensure (LIAISON_TYPE_FIELD_EDITOR);
  g_type_ensure (LIAISON_TYPE_FORM_GRID);
  g_type_ensure (LIAISON_TYPE_PART_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-contact-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, given);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, family);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, name);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, sort_name);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, posts);
  gtk_widget_class_bind_template_callback_full (widget_class, "posts_changed_cb", G_CALLBACK (liaison_record_form_edited));
}

static void
liaison_contact_form_init (LiaisonContactForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static LiaisonRecord *
contact_new (const char  *name,
             LiaisonSide  side)
{
  LiaisonRecord *contact = liaison_record_new (LIAISON_KIND_CONTACT, NULL);

  if (name != NULL)
    liaison_contact_name_split (name, contact);
  liaison_record_set_integer (contact, LIAISON_CONTACT_SIDE, side);

  return contact;
}

void
liaison_contact_form_run_async (GtkWindow           *parent,
                                LiaisonStore        *store,
                                const char          *uuid,
                                const char          *name,
                                LiaisonSide          side,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (LiaisonRecord) contact = NULL;
  LiaisonRecordForm *form;

  if (liaison_record_form_present_open (store, uuid, callback, user_data))
    return;

  contact = uuid == NULL ? contact_new (name, side) : NULL;
  form = g_object_new (LIAISON_TYPE_CONTACT_FORM, NULL);
  liaison_record_form_start (form, store, contact, LIAISON_KIND_CONTACT, uuid);
  liaison_record_form_run_async (form, parent, callback, user_data);
}

char *
liaison_contact_form_run_finish (GAsyncResult  *result,
                                 char         **message,
                                 GError       **error)
{
  return liaison_record_form_run_finish (result, message, error);
}
