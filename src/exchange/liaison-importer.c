/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-importer-private.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

gboolean
liaison_importer_begin (LiaisonImporter *importer,
                        GError         **error)
{
  /* What is cut off by a failure of the power can be read again from the file. */
  if (!liaison_db_set_durable (importer->db, FALSE, error))
    return FALSE;

  liaison_db_set_cancellable (importer->db, importer->cancellable);
  importer->edit = liaison_edit_begin (importer->db, importer->options->seed ? LIAISON_BATCH_SEED : LIAISON_BATCH_IMPORT,
                                       importer->options->name, error);

  return importer->edit != NULL;
}

LiaisonFate
liaison_importer_put (LiaisonImporter *importer,
                      LiaisonRecord   *record,
                      GError         **reason)
{
  g_autoptr (GError) error = NULL;
  LiaisonOutcome outcome;

  if (liaison_edit_put (importer->edit, record, &outcome, &error))
    {
      importer->result->added += outcome == LIAISON_OUTCOME_ADDED;
      importer->result->changed += outcome == LIAISON_OUTCOME_CHANGED;
      importer->result->same += outcome == LIAISON_OUTCOME_SAME;
      return LIAISON_FATE_TAKEN;
    }

  g_propagate_error (reason, g_error_copy (error));
  if (g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND))
    return LIAISON_FATE_WAITING;
  if (g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_INVALID))
    return LIAISON_FATE_REFUSED;

  return LIAISON_FATE_FAILED;
}

void
liaison_importer_remark (LiaisonImporter *importer,
                         LiaisonRemark    remark,
                         const char      *place,
                         const char      *reason)
{
  const LiaisonImportOptions *options = importer->options;

  if (remark == LIAISON_REMARK_REFUSED)
    importer->result->refused++;
  else
    importer->result->repaired++;
  if (options->remark)
    options->remark (remark, place, reason, options->user_data);
}

void
liaison_importer_tell_progress (LiaisonImporter *importer,
                                guint64          done,
                                guint64          total)
{
  if (importer->options->progress)
    importer->options->progress (done, 2 * total, importer->options->user_data);
}

static void
derived_cb (guint64  done,
            guint64  total,
            gpointer user_data)
{
  LiaisonImporter *importer = user_data;

  liaison_importer_tell_progress (importer, total + done, total);
}

gboolean
liaison_importer_finish (LiaisonImporter *importer,
                         GError         **error)
{
  guint64 n_refused = importer->result->refused;

  if (importer->options->strict && n_refused > 0)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID,
                   ngettext ("%" PRIu64 " record was refused, so nothing was imported.",
                             "%" PRIu64 " records were refused, so nothing was imported.", (gulong) n_refused), n_refused);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (importer->cancellable, error))
    return FALSE;

  liaison_edit_watch (importer->edit, importer->cancellable, derived_cb, importer);

  return importer->options->dry_run || liaison_edit_commit (importer->edit, error);
}

void
liaison_importer_clear (LiaisonImporter *importer)
{
  g_clear_pointer (&importer->edit, liaison_edit_free);
  liaison_db_set_cancellable (importer->db, NULL);
  liaison_db_set_durable (importer->db, TRUE, NULL);
}
