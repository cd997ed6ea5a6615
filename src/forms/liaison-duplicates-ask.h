/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record-form.h"

G_BEGIN_DECLS

/**
 * liaison_duplicates_ask:
 * @form: a form with a new engagement or organisation that is about to be saved
 *
 * Asks whether it is one that is on record already, where there is one that is likely to be the same (liaison-duplicates.h): it can be opened
 * in the stead of the new one, or the new one saved beside it.  Where there is none, the form goes ahead at once.
 *
 * Returns: %FALSE: whether it is saved is known later
 */
gboolean liaison_duplicates_ask (LiaisonRecordForm *form);

G_END_DECLS
