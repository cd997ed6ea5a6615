/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record-sql-private.h"

G_BEGIN_DECLS

/*
 * Images: what the change log keeps of a record before and after a change, as a JSON object of its fields (tokens as words, so that the
 * log can be read by people), with its times, sensitivity and batch.
 */

/* The whole record, without its empty fields. */
char          *liaison_image_new_whole  (const LiaisonStoredRecord *stored);

/* The fields of @record that differ from @other, empty ones too, and its modified time. */
char          *liaison_image_new_fields (const LiaisonRecord *record, const LiaisonRecord *other);

/**
 * liaison_image_apply:
 * @image: an image
 * @record: gets the values that the image has
 * @batch: (out) (optional): the batch in the image, 0 where it has none
 *
 * Returns: %FALSE with %LIAISON_ERROR_DAMAGED where the log cannot be read
 */
gboolean       liaison_image_apply      (const char *image, LiaisonRecord *record, gint64 *batch, GError **error);

/**
 * liaison_image_get_fields:
 *
 * Returns: (transfer full) (element-type guint): which fields of @kind the image has, in its order
 */
GArray        *liaison_image_get_fields (const char *image, LiaisonKind kind, GError **error);

G_END_DECLS
