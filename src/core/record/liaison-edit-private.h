/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-edit.h"
#include "liaison-record-sql-private.h"

G_BEGIN_DECLS

/* What undo needs of the writer beyond liaison-edit.h: to put rows back exactly as they were, without validation and new times; and how records
 * are removed, which is in liaison-edit-remove.c. */

/* Names the batch, an undo or a redo, after @target, the one that it is for. */
gboolean     liaison_edit_set_target   (LiaisonEdit *edit, const char *name, gint64 target, GError **error);

/* Inserts a row that was deleted; @batch: the one that made it first.  @incomplete: as in liaison_record_insert(). */
gboolean     liaison_edit_restore      (LiaisonEdit *edit, const LiaisonRecord *record, gint64 batch, gboolean *incomplete, GError **error);

/* Writes @record over @stored, exactly. */
gboolean     liaison_edit_replace      (LiaisonEdit *edit, const LiaisonRecord *record, const LiaisonStoredRecord *stored, GError **error);

/* Logs and deletes one row and nothing else; links to it are looked at when the edit is committed. */
gboolean     liaison_edit_delete       (LiaisonEdit *edit, const LiaisonStoredRecord *stored, GError **error);

/* The two halves of liaison_edit_delete(), for those who must read many records before the first one goes. */
gboolean     liaison_edit_log_deletion (LiaisonEdit *edit, const LiaisonStoredRecord *stored, GError **error);
gboolean     liaison_edit_delete_row   (LiaisonEdit *edit, const LiaisonStoredRecord *stored, GError **error);

/* The time that the action has. */
gint64       liaison_edit_get_now      (LiaisonEdit *edit);

/* Deletes a record with what it owns, clears what else refers to it, and refuses where that must not be; half of it may be done then. */
gboolean     liaison_edit_remove_record (LiaisonEdit *edit, LiaisonKind kind, const char *uuid, GError **error);

G_END_DECLS
