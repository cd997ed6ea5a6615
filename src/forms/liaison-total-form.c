/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-total-form.h"

#include "liaison-config.h"
#include "liaison-cover-list.h"
#include "liaison-form-defaults.h"
#include "liaison-form-grid.h"
#include "liaison-phrase.h"

#include <glib/gi18n.h>

struct _LiaisonTotalForm
{
  LiaisonRecordForm   parent_instance;

  LiaisonFieldEditor *text;
  LiaisonCoverList   *covers;
};

G_DEFINE_FINAL_TYPE (LiaisonTotalForm, liaison_total_form, LIAISON_TYPE_RECORD_FORM)

static LiaisonDraft *
get_draft (LiaisonRecordForm *form)
{
  return liaison_form_context_get_draft (liaison_record_form_get_context (form));
}

/* Whatever is stated narrows what may be meant by it, or what it adds; its wording does not. */
static void
changed (LiaisonRecordForm  *form,
         LiaisonFieldEditor *editor)
{
  LiaisonTotalForm *self = LIAISON_TOTAL_FORM (form);

  if (editor != self->text)
    liaison_cover_list_refresh (self->covers);
}

static void
bound (LiaisonRecordForm *form)
{
  LiaisonTotalForm *self = LIAISON_TOTAL_FORM (form);

  gtk_window_set_title (GTK_WINDOW (self), liaison_draft_is_new (get_draft (form)) ? _("New stated total") : _("Edit stated total"));
  liaison_cover_list_bind (self->covers, liaison_record_form_get_context (form));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static char *
dup_phrase (LiaisonRecordForm *form)
{
  return liaison_phrase_total (liaison_record_get_text (liaison_draft_get_record (get_draft (form)), LIAISON_STATED_TOTAL_TEXT));
}

static void
liaison_total_form_class_init (LiaisonTotalFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LiaisonRecordFormClass *form_class = LIAISON_RECORD_FORM_CLASS (klass);

  form_class->bound = bound;
  form_class->changed = changed;
  form_class->dup_phrase = dup_phrase;

  g_type_ensure (LIAISON_TYPE_COVER_LIST);
  g_type_ensure (LIAISON_TYPE_FIELD_EDITOR);
  g_type_ensure (LIAISON_TYPE_FORM_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-total-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonTotalForm, text);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTotalForm, covers);
  gtk_widget_class_bind_template_callback_full (widget_class, "covers_changed_cb", G_CALLBACK (liaison_record_form_edited));
}

static void
liaison_total_form_init (LiaisonTotalForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_total_form_run_async (GtkWindow           *parent,
                              LiaisonStore        *store,
                              const char          *uuid,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (LiaisonRecord) total = NULL;
  LiaisonRecordForm *form;

  if (liaison_record_form_present_open (store, uuid, callback, user_data))
    return;

  if (uuid == NULL)
    {
      total = liaison_form_defaults_new_record (LIAISON_KIND_STATED_TOTAL);
      liaison_record_set_integer (total, LIAISON_STATED_TOTAL_COUNTS, LIAISON_COUNTS_OCCASIONS);
      liaison_record_set_integer (total, LIAISON_STATED_TOTAL_BOUND, LIAISON_BOUND_EXACT);
    }
  form = g_object_new (LIAISON_TYPE_TOTAL_FORM, NULL);
  liaison_record_form_start (form, store, total, LIAISON_KIND_STATED_TOTAL, uuid);
  liaison_record_form_run_async (form, parent, callback, user_data);
}
