/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record-form.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_ENGAGEMENT_FORM (liaison_engagement_form_get_type ())

/**
 * LiaisonEngagementForm:
 *
 * The form of an engagement with its participants, readouts and follow-ups.  The title follows from the form and the participants until it
 * is written over; whether it was held or is planned, from its day.
 */
G_DECLARE_FINAL_TYPE (LiaisonEngagementForm, liaison_engagement_form, LIAISON, ENGAGEMENT_FORM_WINDOW, LiaisonRecordForm)

/**
 * liaison_engagement_form_run_async:
 * @parent: (nullable): the window that the form belongs to
 * @uuid: (nullable): the engagement to be edited, %NULL for a new one; a form that is open for it already is shown instead, and the
 *   callback is told that this run was cancelled
 * @contact: (nullable): of a new engagement, the UUID of a contact who took part
 *
 * Shows the form until it is saved or left.
 */
void  liaison_engagement_form_run_async  (GtkWindow           *parent,
                                          LiaisonStore        *store,
                                          const char          *uuid,
                                          const char          *contact,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);

/* As liaison_record_form_run_finish(). */
char *liaison_engagement_form_run_finish (GAsyncResult *result, char **message, GError **error);

G_END_DECLS
