/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-writer-private.h"

#include "liaison-paper-private.h"

#include "liaison-config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* PDF by way of cairo: tagged, with an outline, links and page numbers. A4, in points. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 64.0
#define FOOT 40.0

typedef struct
{
  LiaisonReportWriter *writer;
  cairo_surface_t     *surface;
  cairo_t             *cr;
  PangoLayout         *layout;
  GError              *failure;  /* of the stream */
  double               y;
  guint                page;
  int                  outline;  /* of the last heading of level 1 */
} Pdf;

static cairo_status_t
write_cb (gpointer      closure,
          const guchar *data,
          guint         length)
{
  Pdf *pdf = closure;

  if (!pdf->failure)
    g_output_stream_write_all (pdf->writer->stream, data, length, NULL, pdf->writer->cancellable, &pdf->failure);

  return pdf->failure ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

/* What went wrong, if anything did. */
static gboolean
check (Pdf     *pdf,
       GError **error)
{
  cairo_status_t status = cairo_status (pdf->cr);

  if (pdf->failure)
    {
      g_propagate_error (error, g_steal_pointer (&pdf->failure));
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("The PDF cannot be made: %s"), cairo_status_to_string (status));

  return FALSE;
}

static gboolean
begin (LiaisonReportWriter  *writer,
       const char           *title,
       GError              **error)
{
  Pdf *pdf = writer->data;

  pdf->writer = writer;
  pdf->surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATOR, "Liaison " LIAISON_VERSION);
  pdf->cr = cairo_create (pdf->surface);
  pdf->layout = pango_cairo_create_layout (pdf->cr);
  pango_layout_set_width (pdf->layout, (PAGE_WIDTH - 2 * MARGIN) * PANGO_SCALE);
  pango_layout_set_wrap (pdf->layout, PANGO_WRAP_WORD_CHAR);
  pdf->y = MARGIN;
  pdf->page = 1;
  cairo_tag_begin (pdf->cr, "Document", NULL);

  return check (pdf, error);
}

static void
draw_page_number (Pdf *pdf)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (pdf->cr);
  g_autofree char *number = g_strdup_printf ("%u", pdf->page);
  PangoRectangle extents;

  liaison_paper_set_font (layout, LIAISON_PAPER_FOOT);
  pango_layout_set_text (layout, number, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (pdf->cr, (PAGE_WIDTH - (double) extents.width / PANGO_SCALE) / 2, PAGE_HEIGHT - FOOT);
  pango_cairo_show_layout (pdf->cr, layout);
}

static void
end_page (Pdf *pdf)
{
  draw_page_number (pdf);
  cairo_show_page (pdf->cr);
  pdf->page++;
  pdf->y = MARGIN;
}

/* Blocks */

static const char *
get_tag (const LiaisonBlock *block)
{
  if (block->kind == LIAISON_BLOCK_TITLE)
    return "H1";
  if (block->kind == LIAISON_BLOCK_HEADING)
    return block->level == 1 ? "H2" : "H3";

  return block->kind == LIAISON_BLOCK_ITEM ? "LBody" : "P";
}

static void
begin_tag (Pdf                *pdf,
           const LiaisonBlock *block)
{
  if (block->kind == LIAISON_BLOCK_ITEM)
    cairo_tag_begin (pdf->cr, "LI", NULL);
  cairo_tag_begin (pdf->cr, get_tag (block), NULL);
}

static void
end_tag (Pdf                *pdf,
         const LiaisonBlock *block)
{
  cairo_tag_end (pdf->cr, get_tag (block));
  if (block->kind == LIAISON_BLOCK_ITEM)
    cairo_tag_end (pdf->cr, "LI");
}

/* Lists are elements around their items. */
static void
set_list (Pdf   *pdf,
          guint  level)
{
  LiaisonReportWriter *writer = pdf->writer;

  if (level == 0 && writer->list_level > 0)
    cairo_tag_end (pdf->cr, "L");
  else if (level > 0 && writer->list_level == 0)
    cairo_tag_begin (pdf->cr, "L", NULL);
  writer->list_level = level;
}

static void
add_outline (Pdf                *pdf,
             const LiaisonBlock *block)
{
  g_autofree char *text = liaison_block_dup_text (block);
  g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", pdf->page, 0, (int) pdf->y);
  int parent = block->level > 1 ? pdf->outline : CAIRO_PDF_OUTLINE_ROOT;
  int outline = cairo_pdf_surface_add_outline (pdf->surface, parent, text, place, block->level > 1 ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);

  if (block->level == 1)
    pdf->outline = outline;
}

/* A heading is not left alone at the foot of a page. */
static double
get_needed (const LiaisonBlock *block,
            double              line_height)
{
  return block->kind == LIAISON_BLOCK_HEADING ? 4 * line_height : line_height;
}

static void
draw_lines (Pdf                *pdf,
            const LiaisonBlock *block,
            const LiaisonPaper  *page)
{
  PangoLayoutIter *iter = pango_layout_get_iter (pdf->layout);

  begin_tag (pdf, block);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle extents;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      height = (double) extents.height / PANGO_SCALE;
      if (pdf->y + get_needed (block, height) > PAGE_HEIGHT - MARGIN && pdf->y > MARGIN)
        {
          end_tag (pdf, block);
          end_page (pdf);
          begin_tag (pdf, block);
        }

      if (block->kind == LIAISON_BLOCK_HEADING && line->is_paragraph_start)
        add_outline (pdf, block);
      liaison_paper_draw_line (page, pdf->cr, iter, MARGIN + page->indent, pdf->y);
      pdf->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  end_tag (pdf, block);
  pango_layout_iter_free (iter);
}

static gboolean
write_block (LiaisonReportWriter  *writer,
             const LiaisonBlock   *block,
             GError              **error)
{
  Pdf *pdf = writer->data;
  g_auto (LiaisonPaper) page = { 0 };

  set_list (pdf, block->kind == LIAISON_BLOCK_ITEM ? block->level : 0);
  liaison_paper_lay_out (&page, pdf->layout, block, PAGE_WIDTH - 2 * MARGIN);
  pdf->y += pdf->y > MARGIN ? page.space : 0;
  draw_lines (pdf, block, &page);

  return check (pdf, error);
}

/* The notes stand at the end, each where its mark leads. */
static void
write_note (Pdf   *pdf,
            guint  note)
{
  g_autoptr (LiaisonBlock) block = liaison_block_new (LIAISON_BLOCK_PARAGRAPH, 0);
  g_autofree char *text = g_strdup_printf ("%u. %s", note, (const char *) g_ptr_array_index (pdf->writer->notes, note - 1));
  g_autofree char *place = g_strdup_printf ("name='note-%u'", note);
  g_auto (LiaisonPaper) page = { 0 };

  liaison_block_add_text (block, text);
  liaison_paper_lay_out (&page, pdf->layout, block, PAGE_WIDTH - 2 * MARGIN);
  liaison_paper_set_font (pdf->layout, LIAISON_PAPER_NOTE);
  pdf->y += page.space / 2;
  if (pdf->y + 12 > PAGE_HEIGHT - MARGIN)
    end_page (pdf);
  cairo_tag_begin (pdf->cr, CAIRO_TAG_DEST, place);
  draw_lines (pdf, block, &page);
  cairo_tag_end (pdf->cr, CAIRO_TAG_DEST);
}

static gboolean
end (LiaisonReportWriter  *writer,
     GError              **error)
{
  Pdf *pdf = writer->data;
  guint n_notes = writer->notes->len;

  set_list (pdf, 0);
  if (n_notes > 0)
    {
      g_autoptr (LiaisonBlock) heading = liaison_block_new (LIAISON_BLOCK_HEADING, 1);

      liaison_block_add_text (heading, liaison_report_get_notes_title ());
      if (!write_block (writer, heading, error))
        return FALSE;
    }
  for (guint note = 1; note <= n_notes; note++)
    write_note (pdf, note);

  cairo_tag_end (pdf->cr, "Document");
  end_page (pdf);
  if (!check (pdf, error))
    return FALSE;

  cairo_surface_finish (pdf->surface);

  return check (pdf, error);
}

static void
clear (LiaisonReportWriter *writer)
{
  Pdf *pdf = writer->data;

  g_clear_object (&pdf->layout);
  g_clear_pointer (&pdf->cr, cairo_destroy);
  g_clear_pointer (&pdf->surface, cairo_surface_destroy);
  g_clear_error (&pdf->failure);
}

const LiaisonReportWriterClass liaison_report_pdf = { begin, write_block, end, sizeof (Pdf), clear };
