/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-edit.h"
#include "liaison-import.h"

G_BEGIN_DECLS

/**
 * LiaisonImporter:
 *
 * What importing is whatever the format: one edit, the count of what became of each record, the remarks.
 */
typedef struct
{
  LiaisonDb                  *db;
  const LiaisonImportOptions *options;
  LiaisonImportResult        *result;
  GCancellable               *cancellable;
  LiaisonEdit                *edit;
} LiaisonImporter;

/**
 * LiaisonFate:
 * @LIAISON_FATE_TAKEN: it is in the store as the file has it
 * @LIAISON_FATE_WAITING: it refers to a record that is not there
 * @LIAISON_FATE_REFUSED: it cannot be stored
 * @LIAISON_FATE_FAILED: the import cannot go on
 */
typedef enum { LIAISON_FATE_TAKEN, LIAISON_FATE_WAITING, LIAISON_FATE_REFUSED, LIAISON_FATE_FAILED } LiaisonFate;

/**
 * liaison_importer_begin:
 *
 * Opens the edit; until liaison_importer_clear() statements of the connection are interrupted when the import is cancelled.
 */
gboolean    liaison_importer_begin  (LiaisonImporter *importer, GError **error);

/**
 * liaison_importer_put:
 * @reason: (out): why it is waiting or refused, or the failure
 */
LiaisonFate liaison_importer_put    (LiaisonImporter *importer, LiaisonRecord *record, GError **reason);

/**
 * liaison_importer_remark:
 *
 * Counts and tells a record that is refused or repaired.
 */
void        liaison_importer_remark (LiaisonImporter *importer, LiaisonRemark remark, const char *place, const char *reason);

/**
 * liaison_importer_tell_progress:
 * @total: 0 where it is not known
 *
 * Tells how much of the stream is read.  To derive what follows from it takes as long again, and is the other half of the progress.
 */
void        liaison_importer_tell_progress (LiaisonImporter *importer, guint64 done, guint64 total);

/**
 * liaison_importer_finish:
 *
 * Commits, or takes everything back where the options say so.
 */
gboolean    liaison_importer_finish (LiaisonImporter *importer, GError **error);

/**
 * liaison_importer_clear:
 *
 * Takes back what is not committed.
 */
void        liaison_importer_clear  (LiaisonImporter *importer);

/* The formats; each reads a whole stream into the importer. */
gboolean    liaison_json_import     (LiaisonImporter *importer, GInputStream *stream, GError **error);
gboolean    liaison_plain_import    (LiaisonImporter *importer, GInputStream *stream, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonImporter, liaison_importer_clear)

G_END_DECLS
