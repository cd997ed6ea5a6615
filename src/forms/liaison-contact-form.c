/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-contact-form.h"

#include "liaison-config.h"
#include "liaison-contact-name.h"
#include "liaison-duplicates-ask.h"
#include "liaison-form-defaults.h"
#include "liaison-form-grid.h"
#include "liaison-merge.h"
#include "liaison-part-list.h"
#include "liaison-post-remarks.h"
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
  GtkLabel           *remarks;

  char               *other; /* (nullable): the contact on record that it is */
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
  g_autofree char *name = liaison_contact_name_compose (contact, liaison_form_defaults_get_name_order ());
  g_autofree char *sort_name = NULL;

  propose (self->name, name);
  sort_name = liaison_contact_name_compose_sort (contact);
  propose (self->sort_name, sort_name);
}

/* What may be a slip is told, and allowed. */
static void
show_remarks (LiaisonContactForm *self)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (liaison_record_form_get_context (LIAISON_RECORD_FORM (self)));
  g_autoptr (GPtrArray) posts = liaison_draft_list_parts (draft, LIAISON_KIND_POST);
  g_autofree char *remarks = liaison_post_remarks_dup (posts);

  gtk_label_set_label (self->remarks, remarks);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), *remarks != '\0');
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
  show_remarks (self);
  /* Of a name that was typed elsewhere the next thing is to complete it. */
  gtk_widget_grab_focus (GTK_WIDGET (is_new && has_given ? self->family : self->given));
}

static void
changed (LiaisonRecordForm        *form,
         LiaisonFieldEditor *editor)
{
  propose_names (LIAISON_CONTACT_FORM (form));
  show_remarks (LIAISON_CONTACT_FORM (form));
}

static char *
dup_phrase (LiaisonRecordForm *form)
{
  const char *name = liaison_record_get_text (get_contact (LIAISON_CONTACT_FORM (form)), LIAISON_CONTACT_NAME);

  /* Translators: what an action is done to, as in "Add contact Dmytro Kuleba" */
  return *name != '\0' ? g_strdup_printf (_("contact %s"), name) : g_strdup (C_("action", "contact"));
}

/* A new contact that may be on record already */

/* The contact and its posts, copied for another thread; @other is the contact that it is. */
typedef struct
{
  LiaisonRecord *contact;
  GPtrArray     *posts;
  char          *other;
} Person;

static void
person_free (gpointer data)
{
  Person *person = data;

  liaison_record_unref (person->contact);
  g_ptr_array_unref (person->posts);
  g_free (person->other);
  g_free (person);
}

static Person *
person_new (LiaisonContactForm *self,
            const char         *other)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (liaison_record_form_get_context (LIAISON_RECORD_FORM (self)));
  g_autoptr (GPtrArray) posts = liaison_draft_list_parts (draft, LIAISON_KIND_POST);
  Person *person = g_new (Person, 1);

  person->contact = liaison_record_copy (get_contact (self));
  person->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);
  for (guint i = 0; i < posts->len; i++)
    g_ptr_array_add (person->posts, liaison_record_copy (posts->pdata[i]));
  person->other = g_strdup (other);

  return person;
}

static LiaisonStore *
get_store (LiaisonContactForm *self)
{
  return liaison_form_context_get_store (liaison_record_form_get_context (LIAISON_RECORD_FORM (self)));
}

/* One action: what the form holds is added to the contact on record, as in a merge. */
static gpointer
merge_job (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Person *person = data;
  g_autoptr (LiaisonRecord) kept = liaison_record_load (db, LIAISON_KIND_CONTACT, person->other, error);
  g_autoptr (LiaisonRecord) merged = kept != NULL ? liaison_merge_propose (kept, person->contact) : NULL;
  g_autofree char *name = NULL;
  LiaisonChanges *changes;

  if (merged == NULL)
    return NULL;

  /* Translators: the name of an action; %s is a contact */
  name = g_strdup_printf (_("Add to contact %s"), liaison_record_get_text (merged, LIAISON_CONTACT_NAME));
  changes = liaison_changes_new (name);
  liaison_changes_put (changes, merged);
  for (guint i = 0; i < person->posts->len; i++)
    {
      liaison_record_set_text (person->posts->pdata[i], LIAISON_POST_CONTACT, person->other);
      liaison_changes_put (changes, person->posts->pdata[i]);
    }

  return changes;
}

static void
merge_ready_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LiaisonContactForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonChanges) changes = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (changes == NULL || liaison_record_form_get_context (LIAISON_RECORD_FORM (self)) == NULL)
    return;

  /* Translators: what was done with what a form held */
  liaison_record_form_save_other (LIAISON_RECORD_FORM (self), changes, self->other, g_strdup (_("Added to the contact on record")));
}

static void
tell_apart (LiaisonContactForm *self,
            GPtrArray          *duplicates)
{
  LiaisonDraft *draft = liaison_form_context_get_draft (liaison_record_form_get_context (LIAISON_RECORD_FORM (self)));

  for (guint i = 0; i < duplicates->len; i++)
    {
      g_autoptr (LiaisonRecord) distinction = liaison_record_new (LIAISON_KIND_DISTINCTION, NULL);

      liaison_record_set_text (distinction, LIAISON_DISTINCTION_OTHER, liaison_suggestion_get_uuid (duplicates->pdata[i]));
      liaison_draft_add_part (draft, distinction);
    }
  liaison_record_form_go_ahead (LIAISON_RECORD_FORM (self));
}

static void
answered (LiaisonRecordForm       *form,
          LiaisonDuplicatesAnswer  answer,
          const char              *uuid,
          GPtrArray               *duplicates)
{
  LiaisonContactForm *self = LIAISON_CONTACT_FORM (form);

  if (answer == LIAISON_DUPLICATES_OTHER)
    {
      tell_apart (self, duplicates);
      return;
    }

  g_free (self->other);
  self->other = g_strdup (uuid);
  liaison_store_run_async (get_store (self), LIAISON_QUEUE_PAGES, merge_job, person_new (self, self->other), person_free,
                           (GDestroyNotify) liaison_changes_unref, NULL, merge_ready_cb, g_object_ref (self));
}

static gboolean
ask (LiaisonRecordForm *form)
{
  return liaison_duplicates_ask_with (form, answered);
}

static void
liaison_contact_form_finalize (GObject *object)
{
  LiaisonContactForm *self = LIAISON_CONTACT_FORM (object);

  g_free (self->other);

  G_OBJECT_CLASS (liaison_contact_form_parent_class)->finalize (object);
}

static void
liaison_contact_form_class_init (LiaisonContactFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LiaisonRecordFormClass *form_class = LIAISON_RECORD_FORM_CLASS (klass);

  form_class->bound = bound;
  form_class->changed = changed;
  form_class->dup_phrase = dup_phrase;
  form_class->ask = ask;
  G_OBJECT_CLASS (klass)->finalize = liaison_contact_form_finalize;

  g_type_ensure (LIAISON_TYPE_FIELD_EDITOR);
  g_type_ensure (LIAISON_TYPE_FORM_GRID);
  g_type_ensure (LIAISON_TYPE_PART_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-contact-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, given);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, family);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, name);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, sort_name);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, posts);
  gtk_widget_class_bind_template_child (widget_class, LiaisonContactForm, remarks);
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
  LiaisonRecord *contact = liaison_form_defaults_new_record (LIAISON_KIND_CONTACT);

  if (name != NULL)
    liaison_contact_name_split (name, liaison_form_defaults_get_name_order (), contact);
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
