/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LiaisonZip:
 *
 * A container of files as OpenDocument wants it: the ZIP format (APPNOTE.TXT of PKWARE) without any extra field, the first file perhaps stored
 * without compression.  Written from the front to the end, so that nothing of it is kept.
 */
typedef struct _LiaisonZip LiaisonZip;

/**
 * liaison_zip_new:
 * @stream: where to write; it is not closed
 */
LiaisonZip *liaison_zip_new        (GOutputStream *stream, GCancellable *cancellable);
void        liaison_zip_free       (LiaisonZip *zip);

/**
 * liaison_zip_add_stored:
 *
 * Adds a file as it is.
 */
gboolean    liaison_zip_add_stored (LiaisonZip *zip, const char *name, const char *text, GError **error);

/**
 * liaison_zip_begin_file:
 *
 * Begins a compressed file, which liaison_zip_write() fills and liaison_zip_end_file() ends.
 */
gboolean    liaison_zip_begin_file (LiaisonZip *zip, const char *name, GError **error);
gboolean    liaison_zip_write      (LiaisonZip *zip, const char *text, gsize length, GError **error);
gboolean    liaison_zip_end_file   (LiaisonZip *zip, GError **error);

/**
 * liaison_zip_finish:
 *
 * Writes the directory.
 */
gboolean    liaison_zip_finish     (LiaisonZip *zip, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonZip, liaison_zip_free)

G_END_DECLS
