/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-printout.h"

#include "liaison-paper-private.h"

/* So many blocks are measured at once: a few milliseconds. */
#define BLOCKS_AT_ONCE 50

/* A line of the report: a byte of the text of a block. */
typedef struct
{
  guint block;
  int   index;
} Place;

struct _LiaisonPrintout
{
  GPtrArray    *blocks; /* LiaisonBlock, the footnotes after what they are to */
  GArray       *pages;  /* Place: where each begins */
  LiaisonPaper  paper;
  guint         n_measured;
};

static GPtrArray *
list_notes (GPtrArray *blocks)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < blocks->len; i++)
    liaison_block_gather_notes (g_ptr_array_index (blocks, i), notes);

  return liaison_paper_make_notes (notes);
}

LiaisonPrintout *
liaison_printout_new (LiaisonDb               *db,
                      const LiaisonReport     *report,
                      const LiaisonComposing  *composing,
                      GError                 **error)
{
  g_autoptr (LiaisonComposition) composition = NULL;
  GPtrArray *blocks = liaison_compose_blocks (db, report, composing, &composition, error);
  LiaisonPrintout *printout;

  if (!blocks)
    return NULL;

  g_ptr_array_extend_and_steal (blocks, list_notes (blocks));
  printout = g_new0 (LiaisonPrintout, 1);
  printout->blocks = blocks;
  printout->pages = g_array_new (FALSE, TRUE, sizeof (Place));

  return printout;
}

void
liaison_printout_free (LiaisonPrintout *printout)
{
  liaison_paper_clear (&printout->paper);
  g_array_unref (printout->pages);
  g_ptr_array_unref (printout->blocks);
  g_free (printout);
}

void
liaison_printout_begin (LiaisonPrintout *printout,
                        cairo_t         *cr,
                        double           width,
                        double           height)
{
  liaison_paper_clear (&printout->paper);
  liaison_paper_init (&printout->paper, cr, width, height);
  g_array_set_size (printout->pages, 1);
  printout->n_measured = 0;
}

static void
measure_block (LiaisonPrintout *printout,
               guint            index)
{
  const LiaisonBlock *block = g_ptr_array_index (printout->blocks, index);
  PangoLayoutIter *line;

  liaison_paper_lay_out (&printout->paper, block);
  line = pango_layout_get_iter (printout->paper.layout);
  do
    {
      if (liaison_paper_is_full (&printout->paper, block, line))
        {
          Place place = { index, pango_layout_iter_get_line_readonly (line)->start_index };

          g_array_append_val (printout->pages, place);
          liaison_paper_turn (&printout->paper);
        }
      liaison_paper_pass (&printout->paper, line);
    }
  while (pango_layout_iter_next_line (line));
  pango_layout_iter_free (line);
}

gboolean
liaison_printout_measure (LiaisonPrintout *printout)
{
  guint end = MIN (printout->n_measured + BLOCKS_AT_ONCE, printout->blocks->len);

  while (printout->n_measured < end)
    measure_block (printout, printout->n_measured++);

  return printout->n_measured == printout->blocks->len;
}

guint
liaison_printout_get_n_pages (LiaisonPrintout *printout)
{
  return printout->pages->len;
}

/* Draws those lines of a block that stand between two places. */
static void
draw_block (LiaisonPrintout *printout,
            cairo_t         *cr,
            guint            index,
            int              first,
            int              end)
{
  PangoLayoutIter *line;

  liaison_paper_lay_out (&printout->paper, g_ptr_array_index (printout->blocks, index));
  line = pango_layout_get_iter (printout->paper.layout);
  do
    {
      int byte = pango_layout_iter_get_line_readonly (line)->start_index;

      if (byte < first || byte >= end)
        continue;

      liaison_paper_draw_line (&printout->paper, cr, line);
      liaison_paper_pass (&printout->paper, line);
    }
  while (pango_layout_iter_next_line (line));
  pango_layout_iter_free (line);
}

void
liaison_printout_draw (LiaisonPrintout *printout,
                       cairo_t         *cr,
                       guint            page)
{
  Place first = g_array_index (printout->pages, Place, page);
  Place end = page + 1 < printout->pages->len ? g_array_index (printout->pages, Place, page + 1) : (Place) { printout->blocks->len, 0 };

  pango_cairo_update_layout (cr, printout->paper.layout);
  printout->paper.page = page;
  liaison_paper_turn (&printout->paper);
  for (guint i = first.block; i < printout->blocks->len && i <= end.block; i++)
    draw_block (printout, cr, i, i == first.block ? first.index : 0, i == end.block ? end.index : G_MAXINT);
  liaison_paper_draw_number (&printout->paper, cr);
}
