/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-field-editor.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_RECORD_FORM (liaison_record_form_get_type ())

/**
 * LiaisonRecordForm:
 *
 * A window that edits one record with its parts.  It loads them, binds the editors of its content to them, tells what is wrong, saves
 * everything in one action, and asks before changes are thrown away.  Ctrl+S and Ctrl+Return save, Escape leaves.
 *
 * Properties: content (the fields; set by the template of a subclass).
 */
G_DECLARE_DERIVABLE_TYPE (LiaisonRecordForm, liaison_record_form, LIAISON, RECORD_FORM, GtkWindow)

/**
 * LiaisonRecordFormClass:
 * @bound: the draft is there and the editors show it: the subclass shows the rest
 * @changed: something was edited; @editor is %NULL where it was no field
 * @check: adds to @names what is wrong beside the fields; @show says that it shall be told in its place; returns the first widget that
 *   is wrong, or %NULL
 * @dup_phrase: what the record is called in the name of an action: "call with Kuleba"
 * @note_texts: (nullable): keeps in the draft what was typed beside the fields and is in no record; see liaison_draft_set_text()
 * @ask: (nullable): called before a new record is saved; %FALSE where the person is asked something first, after whose answer
 *   liaison_record_form_go_ahead() or another end of the form follows
 * @new_next: (nullable): a form for the next new record, which keeps what is likely to be the same; where it is not %NULL, the form has
 *   "Save and new"
 */
struct _LiaisonRecordFormClass
{
  GtkWindowClass parent_class;

  void        (*bound)      (LiaisonRecordForm *self);
  void        (*changed)    (LiaisonRecordForm *self, LiaisonFieldEditor *editor);
  GtkWidget * (*check)      (LiaisonRecordForm *self, gboolean show, GPtrArray *names);
  char *      (*dup_phrase) (LiaisonRecordForm *self);
  void        (*note_texts) (LiaisonRecordForm *self);
  gboolean    (*ask)        (LiaisonRecordForm *self);
  LiaisonRecordForm * (*new_next) (LiaisonRecordForm *self);
};

/**
 * liaison_record_form_start:
 * @store: the store that is edited
 * @record: (nullable): a new record, filled in as far as it is known; %NULL to edit one
 * @kind: the kind of the record
 * @uuid: (nullable): the record to be edited
 *
 * Tells a form what it is about.  A new record can be edited at once; another one is loaded first.
 */
void                liaison_record_form_start       (LiaisonRecordForm   *self,
                                              LiaisonStore  *store,
                                              LiaisonRecord *record,
                                              LiaisonKind    kind,
                                              const char    *uuid);

/**
 * liaison_record_form_run_async:
 * @parent: (nullable): the window that the form belongs to
 *
 * Shows the form until it is saved or left.
 */
void                liaison_record_form_run_async   (LiaisonRecordForm *self, GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);

/**
 * liaison_record_form_run_finish:
 * @message: (out) (optional) (nullable): what was done, for people: "Added call with Kuleba"; %NULL where nothing had changed
 *
 * Returns: (transfer full): the UUID of the record; %NULL with %G_IO_ERROR_CANCELLED where the form was left
 */
char               *liaison_record_form_run_finish  (GAsyncResult *result, char **message, GError **error);

/**
 * liaison_record_form_resume_async:
 * @type: the type of the form
 * @draft: what an earlier form held that was not saved
 *
 * Shows a form that goes on where the earlier one ended; liaison_record_form_run_finish() ends the run.
 */
void                liaison_record_form_resume_async (GType                type,
                                                      GtkWindow           *parent,
                                                      LiaisonStore        *store,
                                                      LiaisonDraft        *draft,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);

/* The context, once the draft is there. */
LiaisonFormContext *liaison_record_form_get_context (LiaisonRecordForm *self);

/* For subclasses: where one goes who is done; to what is wrong, where something is. */
void                liaison_record_form_focus_save  (LiaisonRecordForm *self);

/* For subclasses: the person has answered; what was being saved is saved. */
void                liaison_record_form_go_ahead    (LiaisonRecordForm *self);

/* For subclasses: the record that was meant is on record already; the form ends with it, and what it holds is dropped. */
void                liaison_record_form_use_other   (LiaisonRecordForm *self, const char *uuid);

/**
 * liaison_record_form_save_other:
 * @changes: what is done in the stead of adding the record
 * @uuid: the record that the form ends with
 * @message: (transfer full): what was done, for people
 *
 * For subclasses: what the form holds goes into another record.
 */
void                liaison_record_form_save_other  (LiaisonRecordForm *self, LiaisonChanges *changes, const char *uuid, char *message);

/* For subclasses: something else than a field was edited. */
void                liaison_record_form_edited      (LiaisonRecordForm *self);

/**
 * liaison_record_form_follow:
 *
 * For subclasses: something came from the store from which other fields follow.  What follows is no change of the person's.
 */
void                liaison_record_form_follow (LiaisonRecordForm *self);

/**
 * liaison_record_form_present_open:
 * @uuid: (nullable): a record
 *
 * Shows the form that edits this record already: two would overwrite each other.  @callback is told that its run was cancelled.
 *
 * Returns: whether there is one
 */
gboolean            liaison_record_form_present_open (LiaisonStore        *store,
                                               const char          *uuid,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);

/**
 * liaison_record_form_close_all:
 * @parent: a window about to be closed
 *
 * Closes the forms of a window that hold no changes; the first one that does is shown and asks what shall become of them. The window is
 * closed once the answer is not to stay, and what was being saved is saved.
 *
 * Returns: whether all are closed, so that the window may be, too
 */
gboolean            liaison_record_form_close_all   (GtkWindow *parent);

G_END_DECLS
