/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft-writer.h"
#include "liaison-record-form.h"

G_BEGIN_DECLS

/* liaison-record-form.c is the window and its life, liaison-record-form-save.c what happens when it is saved or
 * left. */
typedef struct
{
  GtkWidget          *cancel_button;
  GtkWidget          *save_button;
  GtkStack           *pages;
  GtkWidget          *failure;
  GtkLabel           *failure_label;
  GtkWidget          *clamp;
  GtkLabel           *load_failure;
  GtkLabel           *status;
  GtkWidget          *content;

  LiaisonStore       *store;
  LiaisonFormContext *context;
  LiaisonKind         kind;
  char               *uuid;
  GCancellable       *loading;
  GTask              *task;
  GtkWindow          *question;
  char               *message;  /* what is done once it is saved */
  GtkWidget          *focus;    /* weak: where it was when saving began */
  GtkWindow          *closing;  /* weak: the window that is closed as soon as this form has ended */
  gboolean            saving;
  LiaisonDraftWriter *drafts;    /* (nullable): keeps what is not saved yet */
  char               *other;     /* (nullable): the record that the form ends with in the stead of its own */
  gboolean            asked;     /* the person has answered what has to be asked before */
  gboolean            looking;   /* whether the record was changed underneath, or the person is being asked about that */
  gboolean            over;      /* it was saved or left */
  gboolean            resumed;   /* the draft is from an earlier form */
  gboolean            goes_on;  /* a form for the next record follows when this one is saved */
  GtkWidget          *more_button;
  GtkLabel           *notice;
} LiaisonRecordFormPrivate;

LiaisonRecordFormPrivate *liaison_record_form_get_private  (LiaisonRecordForm *self);

/* Looks for what is wrong; whether nothing is.  Told in every place where @show says so, with the focus in the first. */
gboolean            liaison_record_form_check        (LiaisonRecordForm *self, gboolean show);

/* Whether there is anything that would be lost; what is in no record of the draft is kept in it. */
gboolean            liaison_record_form_has_changes  (LiaisonRecordForm *self);

void                liaison_record_form_save         (LiaisonRecordForm *self);

/* liaison-record-form-conflict.c: looks at what is on record now, asks where it was changed otherwise, and stores. */
void                liaison_record_form_compare      (LiaisonRecordForm *self);

/* Stores what the draft holds. */
void                liaison_record_form_store        (LiaisonRecordForm *self);

/* Saves, and goes on with a form for the next record. */
void                liaison_record_form_save_and_new (LiaisonRecordForm *self);

/* Opens the form for the next record in the stead of this one. */
void                liaison_record_form_go_on        (LiaisonRecordForm *self);

/* Writes to the draft's file what the form holds, or takes it away where there is nothing that would be lost. */
void                liaison_record_form_keep_draft   (LiaisonRecordForm *self);

/* Takes the draft's file away: the form is over. */
void                liaison_record_form_drop_draft   (LiaisonRecordForm *self);

/* Asks what shall become of the changes, then saves, or leaves, or stays. */
void                liaison_record_form_ask          (LiaisonRecordForm *self);

/* The window that would have been closed stays, and with it the program: there is still something to be done here. */
void                liaison_record_form_stay         (LiaisonRecordForm *self);

/* Ends the run: with the saved record, or cancelled. */
void                liaison_record_form_end          (LiaisonRecordForm *self, const char *uuid);

G_END_DECLS
