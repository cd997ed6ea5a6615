/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record-form.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_CONTACT_FORM (liaison_contact_form_get_type ())

/**
 * LiaisonContactForm:
 *
 * The form of a contact with its posts.  The shown name and the name to sort by follow from the parts until they are written over.
 */
G_DECLARE_FINAL_TYPE (LiaisonContactForm, liaison_contact_form, LIAISON, CONTACT_FORM, LiaisonRecordForm)

/**
 * liaison_contact_form_run_async:
 * @parent: (nullable): the window that the form belongs to
 * @uuid: (nullable): the contact to be edited, %NULL for a new one; a form that is open for it already is shown instead, and the callback
 *   is told that this run was cancelled
 * @name: (nullable): of a new contact, the name as far as it is known
 * @side: of a new contact, its side; 0 where it is not known
 *
 * Shows the form until it is saved or left.
 */
void  liaison_contact_form_run_async  (GtkWindow           *parent,
                                       LiaisonStore        *store,
                                       const char          *uuid,
                                       const char          *name,
                                       LiaisonSide          side,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);

/* As liaison_record_form_run_finish(). */
char *liaison_contact_form_run_finish (GAsyncResult *result, char **message, GError **error);

G_END_DECLS
