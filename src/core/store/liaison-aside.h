/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/*
 * What an import puts aside because it refers to records that have not come yet: texts in a temporary table of the connection, so on disk
 * where they are many.
 */

/**
 * LiaisonAside:
 * @id: its number here; they ascend in the order in which texts were added
 * @line: where it came from
 * @text: (transfer full): the text
 */
typedef struct
{
  gint64 id;
  gint64 line;
  char  *text;
} LiaisonAside;

/**
 * liaison_aside_begin:
 *
 * Makes the table ready and empty.
 */
gboolean liaison_aside_begin  (LiaisonDb *db, GError **error);

/**
 * liaison_aside_add:
 * @text: valid UTF-8 without NUL; not terminated
 * @length: its length in bytes
 */
gboolean liaison_aside_add    (LiaisonDb *db, gint64 line, const char *text, gsize length, GError **error);

/**
 * liaison_aside_next:
 * @backwards: whether to go from the last to the first
 * @aside: (inout): where to go on, its id 0 at first; the next one. Its text is freed and set
 *
 * Returns: whether there was a next one; %FALSE with @error set on failure
 */
gboolean liaison_aside_next   (LiaisonDb *db, gboolean backwards, LiaisonAside *aside, GError **error);
gboolean liaison_aside_remove (LiaisonDb *db, gint64 id, GError **error);
void     liaison_aside_clear  (LiaisonAside *aside);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonAside, liaison_aside_clear)

G_END_DECLS
