/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-document.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum { LIAISON_PAPER_BODY, LIAISON_PAPER_TITLE, LIAISON_PAPER_SUBTITLE, LIAISON_PAPER_HEADING, LIAISON_PAPER_SECTION, LIAISON_PAPER_NOTE,
               LIAISON_PAPER_FOOT } LiaisonPaperFont;

/**
 * LiaisonPaper:
 * @indent: how far in it stands, in points
 * @space: how far below what is before it
 * @links: (element-type LiaisonPaperLink): stretches of the text that lead somewhere
 *
 * A block as it is laid out on paper.
 */
typedef struct
{
  double  indent;
  double  space;
  GArray *links;
} LiaisonPaper;

/* Sets the font of a layout. */
void liaison_paper_set_font  (PangoLayout *layout, LiaisonPaperFont font);

/**
 * liaison_paper_lay_out:
 * @layout: what takes the text
 * @width: of the paper between its margins, in points
 */
void liaison_paper_lay_out   (LiaisonPaper *page, PangoLayout *layout, const LiaisonBlock *block, double width);

/**
 * liaison_paper_draw_line:
 * @iter: the line
 * @x: where its left edge is, in points; @y where its top is
 *
 * Draws a line, and tags the links in it.
 */
void liaison_paper_draw_line (const LiaisonPaper *page, cairo_t *cr, PangoLayoutIter *iter, double x, double y);
void liaison_paper_clear     (LiaisonPaper *page);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonPaper, liaison_paper_clear)

G_END_DECLS
