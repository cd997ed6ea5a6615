/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record-form.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TOTAL_FORM (liaison_total_form_get_type ())

/**
 * LiaisonTotalForm:
 *
 * The form of a stated total: who is said to have met whom, how often or how many, when, according to what source, and which engagements and
 * other totals that may include.
 */
G_DECLARE_FINAL_TYPE (LiaisonTotalForm, liaison_total_form, LIAISON, TOTAL_FORM, LiaisonRecordForm)

/**
 * liaison_total_form_run_async:
 * @parent: (nullable): the window that the form belongs to
 * @uuid: (nullable): the stated total to be edited, %NULL for a new one; a form that is open for it already is shown instead
 *
 * Shows the form until it is saved or left; liaison_record_form_run_finish() ends the run.
 */
void liaison_total_form_run_async (GtkWindow           *parent,
                                   LiaisonStore        *store,
                                   const char          *uuid,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

G_END_DECLS
