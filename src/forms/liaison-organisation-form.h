/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record-form.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_ORGANISATION_FORM (liaison_organisation_form_get_type ())

/**
 * LiaisonOrganisationForm:
 *
 * The form of an organisation; of a grouping with its members.
 */
G_DECLARE_FINAL_TYPE (LiaisonOrganisationForm, liaison_organisation_form, LIAISON, ORGANISATION_FORM, LiaisonRecordForm)

/**
 * liaison_organisation_form_run_async:
 * @parent: (nullable): the window that the form belongs to
 * @uuid: (nullable): the organisation to be edited, %NULL for a new one; a form that is open for it already is shown instead, and the
 *   callback is told that this run was cancelled
 *
 * Shows the form until it is saved or left; liaison_record_form_run_finish() ends the run.
 */
void liaison_organisation_form_run_async (GtkWindow           *parent,
                                          LiaisonStore        *store,
                                          const char          *uuid,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);

G_END_DECLS
