/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-import.h"

G_BEGIN_DECLS

/* The first line of a file. */
#define HEADER "{\"format\": \"liaison-json\", \"version\": 1}\n"

/**
 * ImportRun:
 * @options: how to import; all 0 unless a test sets something
 * @cancellable: (nullable): what cancels it
 * @result: what became of the records
 * @remarks: (element-type utf8): "line 17: refused: the reason"
 * @error: why it failed
 * @done: for a test that notes the progress, with @total
 */
typedef struct
{
  LiaisonImportOptions options;
  GCancellable        *cancellable;
  LiaisonImportResult  result;
  GPtrArray           *remarks;
  GError              *error;
  guint64              done;
  guint64              total;
} ImportRun;

/* Imports a text, as the options of @run say, into @db; what it was before is cleared. */
gboolean exchange_import      (LiaisonDb *db, ImportRun *run, const char *text, gsize length);

/* The same of a text of which everything must go in. */
void     exchange_import_all  (LiaisonDb *db, const char *text);

/* The same of a resource of liaison-data.gresource.xml. */
char    *exchange_load_data   (const char *name);

/* What @db exports. */
char    *exchange_export      (LiaisonDb *db, GArray *engagements);

/* Fails with the first line in which two exports differ. */
void     exchange_assert_same (const char *text, const char *expected);

/* The names of the files in a folder, sorted. */
char    *exchange_list_folder (const char *path);

/* Lets no file grow longer than @most_bytes, for a disk that is full; 0 for as long as before. */
void     exchange_limit_files (gsize most_bytes);

/* Fails where no remark begins with @place and has @reason in it. */
void     import_run_assert_remark (ImportRun *run, const char *place, const char *reason);
void     import_run_clear     (ImportRun *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportRun, import_run_clear)

G_END_DECLS
