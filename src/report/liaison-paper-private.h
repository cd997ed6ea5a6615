/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-document.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A4, in points, where nobody says otherwise, and what is left free around the text on a sheet of any size. */
#define LIAISON_PAPER_WIDTH 595.28
#define LIAISON_PAPER_HEIGHT 841.89
#define LIAISON_PAPER_MARGIN 72.0

/**
 * LiaisonPaper:
 * @width: of a sheet, in points, and @height
 * @y: where on the sheet the next line begins
 * @page: which sheet it is, from 1
 * @layout: the block that is being laid out
 * @bullet: how wide the bullet of an item is, in units of Pango
 * @indent: how far in the block stands, in points
 * @links: (element-type LiaisonPaperLink): stretches of its text that lead somewhere
 *
 * Where on paper a block stands.  A PDF and a printer have the same pages so.
 */
typedef struct
{
  double       width;
  double       height;
  double       y;
  guint        page;
  PangoLayout *layout;
  int          bullet;
  double       indent;
  GArray      *links;
} LiaisonPaper;

/**
 * liaison_paper_init:
 * @cr: what it will be drawn on, a unit of which is a point
 *
 * Begins the first sheet.
 */
void          liaison_paper_init             (LiaisonPaper *paper, cairo_t *cr, double width, double height);
void          liaison_paper_clear            (LiaisonPaper *paper);

/* Lays a block out, and goes on to where it begins. */
void          liaison_paper_lay_out          (LiaisonPaper *paper, const LiaisonBlock *block);

/* Whether a line of the block that is laid out stands on the next sheet. */
gboolean      liaison_paper_is_full          (const LiaisonPaper *paper, const LiaisonBlock *block, PangoLayoutIter *line);

/* Draws the number of a sheet. */
void          liaison_paper_draw_number      (const LiaisonPaper *paper, cairo_t *cr);

/* Goes on to the next sheet. */
void          liaison_paper_turn             (LiaisonPaper *paper);

/* Draws a line of the block. */
void          liaison_paper_draw_line        (const LiaisonPaper *paper, cairo_t *cr, PangoLayoutIter *line);

/* Adds the links in a line, each as cairo has the attributes of its tag. */
void          liaison_paper_list_links       (const LiaisonPaper *paper, GPtrArray *tags, PangoLayoutIter *line);

/* Goes on to after a line. */
void          liaison_paper_pass             (LiaisonPaper *paper, PangoLayoutIter *line);

/**
 * liaison_paper_make_notes:
 * @notes: (element-type utf8): footnotes, in order
 *
 * Returns: (transfer full) (element-type LiaisonBlock): what stands at the end for them: a heading, and each with its number; empty without notes
 */
GPtrArray    *liaison_paper_make_notes       (GPtrArray *notes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonPaper, liaison_paper_clear)

G_END_DECLS
