/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LiaisonError:
 * @LIAISON_ERROR_FAILED: anything else
 * @LIAISON_ERROR_NOT_A_STORE: the file is no SQLite database, or another application's
 * @LIAISON_ERROR_NEWER: the store was written by a newer Liaison
 * @LIAISON_ERROR_DAMAGED: the file is cut or altered
 * @LIAISON_ERROR_LOCKED: another program holds the store
 * @LIAISON_ERROR_READ_ONLY: the file, its folder or its medium cannot be written
 * @LIAISON_ERROR_NO_SPACE: the disk is full
 * @LIAISON_ERROR_EXISTS: a file stands where a new one was to be made
 * @LIAISON_ERROR_NOT_FOUND: no such file or record
 * @LIAISON_ERROR_INVALID: a value that a record cannot have; the message names the field
 * @LIAISON_ERROR_CONFLICT: the record has changed since, or others still refer to it
 * @LIAISON_ERROR_SYNTAX: a text (JSON, a query) that cannot be read; the message tells where
 * @LIAISON_ERROR_REPLACED: where the store was opened there is another file now, or none
 */
typedef enum {
  LIAISON_ERROR_FAILED,
  LIAISON_ERROR_NOT_A_STORE,
  LIAISON_ERROR_NEWER,
  LIAISON_ERROR_DAMAGED,
  LIAISON_ERROR_LOCKED,
  LIAISON_ERROR_READ_ONLY,
  LIAISON_ERROR_NO_SPACE,
  LIAISON_ERROR_EXISTS,
  LIAISON_ERROR_NOT_FOUND,
  LIAISON_ERROR_INVALID,
  LIAISON_ERROR_CONFLICT,
  LIAISON_ERROR_SYNTAX,
  LIAISON_ERROR_REPLACED,
} LiaisonError;

#define LIAISON_ERROR (liaison_error_quark ())

GQuark liaison_error_quark (void);

/**
 * liaison_error_dup_message:
 * @error: an error
 *
 * Returns: (transfer full): its message, valid UTF-8: it may hold the name of a file, which need not be
 */
char            *liaison_error_dup_message    (const GError *error);

/**
 * liaison_error_is_cancelled:
 * @error: (nullable): an error
 *
 * Returns: whether somebody wanted it so: then nothing is told
 */
gboolean         liaison_error_is_cancelled   (const GError *error);

G_END_DECLS
