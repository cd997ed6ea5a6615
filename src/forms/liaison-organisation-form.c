/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-organisation-form.h"

#include "liaison-config.h"
#include "liaison-duplicates-ask.h"
#include "liaison-form-defaults.h"
#include "liaison-form-grid.h"
#include "liaison-part-list.h"

#include <glib/gi18n.h>

struct _LiaisonOrganisationForm
{
  LiaisonRecordForm   parent_instance;

  LiaisonFieldEditor *name;
  GtkWidget          *membership;
  LiaisonPartList    *members;
};

G_DEFINE_FINAL_TYPE (LiaisonOrganisationForm, liaison_organisation_form, LIAISON_TYPE_RECORD_FORM)

static LiaisonDraft *
get_draft (LiaisonRecordForm *form)
{
  return liaison_form_context_get_draft (liaison_record_form_get_context (form));
}

/* Members of what has none as a rule are shown, too, so that they can be taken away. */
static void
changed (LiaisonRecordForm  *form,
         LiaisonFieldEditor *editor)
{
  LiaisonOrganisationForm *self = LIAISON_ORGANISATION_FORM (form);
  LiaisonDraft *draft = get_draft (form);
  g_autoptr (GPtrArray) members = liaison_draft_list_parts (draft, LIAISON_KIND_MEMBERSHIP);
  gint64 kind = liaison_record_get_integer (liaison_draft_get_record (draft), LIAISON_ORGANISATION_KIND);
  gboolean has_members = kind == LIAISON_ORGANISATION_GROUPING || kind == LIAISON_ORGANISATION_INTERNATIONAL || members->len > 0;

  gtk_widget_set_visible (self->membership, has_members);
}

static void
bound (LiaisonRecordForm *form)
{
  LiaisonOrganisationForm *self = LIAISON_ORGANISATION_FORM (form);

  gtk_window_set_title (GTK_WINDOW (self), liaison_draft_is_new (get_draft (form)) ? _("New organisation") : _("Edit organisation"));
  liaison_part_list_bind (self->members, liaison_record_form_get_context (form));
  changed (form, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static char *
dup_phrase (LiaisonRecordForm *form)
{
  const char *name = liaison_record_get_text (liaison_draft_get_record (get_draft (form)), LIAISON_ORGANISATION_NAME);

  /* Translators: as in "Add organisation", where no name is known */
  return g_strdup (*name != '\0' ? name : C_("action", "organisation"));
}

static void
liaison_organisation_form_class_init (LiaisonOrganisationFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LiaisonRecordFormClass *form_class = LIAISON_RECORD_FORM_CLASS (klass);

  form_class->bound = bound;
  form_class->changed = changed;
  form_class->dup_phrase = dup_phrase;
  form_class->ask = liaison_duplicates_ask;

  g_type_ensure (LIAISON_TYPE_FIELD_EDITOR);
  g_type_ensure (LIAISON_TYPE_FORM_GRID);
  g_type_ensure (LIAISON_TYPE_PART_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-organisation-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationForm, name);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationForm, membership);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOrganisationForm, members);
  gtk_widget_class_bind_template_callback_full (widget_class, "members_changed_cb", G_CALLBACK (liaison_record_form_edited));
}

static void
liaison_organisation_form_init (LiaisonOrganisationForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_organisation_form_run_async (GtkWindow           *parent,
                                     LiaisonStore        *store,
                                     const char          *uuid,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr (LiaisonRecord) organisation = NULL;
  LiaisonRecordForm *form;

  if (liaison_record_form_present_open (store, uuid, callback, user_data))
    return;

  organisation = uuid == NULL ? liaison_form_defaults_new_record (LIAISON_KIND_ORGANISATION) : NULL;
  form = g_object_new (LIAISON_TYPE_ORGANISATION_FORM, NULL);
  liaison_record_form_start (form, store, organisation, LIAISON_KIND_ORGANISATION, uuid);
  liaison_record_form_run_async (form, parent, callback, user_data);
}
