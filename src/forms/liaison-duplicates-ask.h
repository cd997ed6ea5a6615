/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-duplicates-window.h"
#include "liaison-record-form.h"

G_BEGIN_DECLS

/**
 * LiaisonDuplicatesFunc:
 * @form: the form that has asked
 * @answer: that it is another one, or that what was entered is to be added to the one of @uuid
 * @uuid: (nullable): one of the duplicates
 * @duplicates: (element-type LiaisonSuggestion): those that were shown
 *
 * Goes on with the answer of the person.
 */
typedef void (*LiaisonDuplicatesFunc) (LiaisonRecordForm       *form,
                                       LiaisonDuplicatesAnswer  answer,
                                       const char              *uuid,
                                       GPtrArray               *duplicates);

/**
 * liaison_duplicates_ask:
 * @form: a form with a new engagement or organisation that is about to be saved
 *
 * Asks whether it is one that is on record already, where there is one that is likely to be the same (liaison-duplicates.h): it can be opened
 * in the stead of the new one, or the new one saved beside it.  Where there is none, the form goes ahead at once.
 *
 * Returns: %FALSE: whether it is saved is known later
 */
gboolean liaison_duplicates_ask      (LiaisonRecordForm *form);

/**
 * liaison_duplicates_ask_with:
 * @form: a form with any new record of which there may be another one, also a contact
 * @answered: called unless the one on record is opened, or the form stays
 *
 * The same for a form that does more with the answer than to go ahead.
 */
gboolean liaison_duplicates_ask_with (LiaisonRecordForm *form, LiaisonDuplicatesFunc answered);

G_END_DECLS
