/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-composer.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * LiaisonPrintout:
 *
 * A report that is put on sheets of a size that is known only when it is printed, and of which a printer may ask for any, in any order.  It looks
 * as the PDF does.
 */
typedef struct _LiaisonPrintout LiaisonPrintout;

/**
 * liaison_printout_new:
 * @composing: how it is composed; its sink is not used
 *
 * Returns: (transfer full): the report, composed; %NULL with an error
 */
LiaisonPrintout *liaison_printout_new         (LiaisonDb *db, const LiaisonReport *report, const LiaisonComposing *composing, GError **error);
void             liaison_printout_free        (LiaisonPrintout *printout);

/**
 * liaison_printout_begin:
 * @cr: what the sheets are measured for; a unit is a point
 *
 * Takes the size of the sheets.
 */
void             liaison_printout_begin       (LiaisonPrintout *printout, cairo_t *cr, double width, double height);

/**
 * liaison_printout_measure:
 *
 * Breaks a part of the report into pages, which takes no longer than a person notices.
 *
 * Returns: whether all of it is broken into pages
 */
gboolean         liaison_printout_measure     (LiaisonPrintout *printout);
guint            liaison_printout_get_n_pages (LiaisonPrintout *printout);

/**
 * liaison_printout_draw:
 * @page: from 0
 *
 * Draws a sheet.
 */
void             liaison_printout_draw        (LiaisonPrintout *printout, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPrintout, liaison_printout_free)

G_END_DECLS
