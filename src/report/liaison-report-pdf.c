/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-writer-private.h"

#include "liaison-paper-private.h"

#include "liaison-config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* PDF by way of cairo: tagged, with an outline, links and page numbers. */

/*
 * cairo keeps each element of the structure, a link, too, until the file is finished: 200 to 300 bytes.  After so many items of lists those of a page
 * are one element.
 */
#define MOST_ITEMS 2000

typedef struct
{
  LiaisonReportWriter *writer;
  cairo_surface_t     *surface;
  cairo_t             *cr;
  LiaisonPaper         paper;
  GError              *failure;  /* of the stream */
  int                  outline;  /* of the last heading of level 1 */
  const char          *element;  /* (nullable): which is open */
  GPtrArray           *links;    /* in it, as the attributes of their tags */
  guint                n_items;
  gboolean             is_whole; /* every element is ended */
} Pdf;

/* cairo is not told of a failure, after which it would not finish its surface soundly. */
static cairo_status_t
write_cb (gpointer      closure,
          const guchar *data,
          guint         length)
{
  Pdf *pdf = closure;

  if (!pdf->failure)
    g_output_stream_write_all (pdf->writer->stream, data, length, NULL, pdf->writer->cancellable, &pdf->failure);

  return CAIRO_STATUS_SUCCESS;
}

/* What went wrong, if anything did. */
static gboolean
check (Pdf     *pdf,
       GError **error)
{
  cairo_status_t status = cairo_status (pdf->cr);

  if (pdf->failure)
    {
      g_propagate_error (error, g_error_copy (pdf->failure));
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
  pdf->surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, LIAISON_PAPER_WIDTH, LIAISON_PAPER_HEIGHT);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATOR, "Liaison " LIAISON_VERSION);
  pdf->cr = cairo_create (pdf->surface);
  pdf->links = g_ptr_array_new_with_free_func (g_free);
  liaison_paper_init (&pdf->paper, pdf->cr, LIAISON_PAPER_WIDTH, LIAISON_PAPER_HEIGHT);
  cairo_tag_begin (pdf->cr, "Document", NULL);

  return check (pdf, error);
}

/* Elements */

static const char *
get_tag (const LiaisonBlock *block)
{
  if (block->kind == LIAISON_BLOCK_TITLE)
    return "H1";
  if (block->kind == LIAISON_BLOCK_HEADING)
    return block->level == 1 ? "H2" : "H3";

  return block->kind == LIAISON_BLOCK_ITEM ? "LI" : "P";
}

static gboolean
is_shared (const Pdf          *pdf,
           const LiaisonBlock *block)
{
  return block->kind == LIAISON_BLOCK_ITEM && pdf->n_items > MOST_ITEMS;
}

static void
end_element (Pdf *pdf)
{
  if (!pdf->element)
    return;

  if (g_str_equal (pdf->element, "LI"))
    cairo_tag_end (pdf->cr, "LBody");
  for (guint i = 0; i < pdf->links->len; i++)
    {
      cairo_tag_begin (pdf->cr, CAIRO_TAG_LINK, g_ptr_array_index (pdf->links, i));
      cairo_tag_end (pdf->cr, CAIRO_TAG_LINK);
    }
  g_ptr_array_set_size (pdf->links, 0);
  cairo_tag_end (pdf->cr, pdf->element);
  pdf->element = NULL;
}

static void
begin_element (Pdf                *pdf,
               const LiaisonBlock *block)
{
  if (is_shared (pdf, block) && pdf->element)
    return;

  end_element (pdf);
  pdf->n_items += block->kind == LIAISON_BLOCK_ITEM;
  pdf->element = get_tag (block);
  cairo_tag_begin (pdf->cr, pdf->element, NULL);
  if (g_str_equal (pdf->element, "LI"))
    cairo_tag_begin (pdf->cr, "LBody", NULL);
}

/* cairo marks as text only what is in an element without others in it; and with one for each line poppler finds the lines after the first, too. */
static void
draw_line (Pdf                *pdf,
           const LiaisonBlock *block,
           PangoLayoutIter    *line)
{
  gboolean has_own = !is_shared (pdf, block);

  if (has_own)
    cairo_tag_begin (pdf->cr, "Span", NULL);
  liaison_paper_draw_line (&pdf->paper, pdf->cr, line);
  if (has_own)
    cairo_tag_end (pdf->cr, "Span");
  liaison_paper_list_links (&pdf->paper, pdf->links, line);
  liaison_paper_pass (&pdf->paper, line);
}

static void
end_page (Pdf *pdf)
{
  end_element (pdf);
  liaison_paper_draw_number (&pdf->paper, pdf->cr);
  cairo_show_page (pdf->cr);
  liaison_paper_turn (&pdf->paper);
}

/* Blocks */

/* Lists are elements around their items. */
static void
set_list (Pdf   *pdf,
          guint  level)
{
  LiaisonReportWriter *writer = pdf->writer;

  if (level == 0 || writer->list_level == 0)
    end_element (pdf);
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
  g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", pdf->paper.page, 0, (int) pdf->paper.y);
  int parent = block->level > 1 ? pdf->outline : CAIRO_PDF_OUTLINE_ROOT;
  int outline = cairo_pdf_surface_add_outline (pdf->surface, parent, text, place, block->level > 1 ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);

  if (block->level == 1)
    pdf->outline = outline;
}

static void
draw_lines (Pdf                *pdf,
            const LiaisonBlock *block)
{
  PangoLayoutIter *line = pango_layout_get_iter (pdf->paper.layout);

  begin_element (pdf, block);
  do
    {
      if (liaison_paper_is_full (&pdf->paper, block, line))
        {
          end_page (pdf);
          begin_element (pdf, block);
        }

      if (block->kind == LIAISON_BLOCK_HEADING && pango_layout_iter_get_line_readonly (line)->start_index == 0)
        add_outline (pdf, block);
      draw_line (pdf, block, line);
    }
  while (pango_layout_iter_next_line (line));
  pango_layout_iter_free (line);
}

static gboolean
write_block (LiaisonReportWriter  *writer,
             const LiaisonBlock   *block,
             GError              **error)
{
  Pdf *pdf = writer->data;

  set_list (pdf, block->kind == LIAISON_BLOCK_ITEM ? block->level : 0);
  liaison_paper_lay_out (&pdf->paper, block);
  draw_lines (pdf, block);

  return check (pdf, error);
}

/* The mark of a note leads to it. */
static void
write_note (Pdf                *pdf,
            const LiaisonBlock *block)
{
  g_autofree char *place = g_strdup_printf ("name='note-%u'", block->level);
  PangoLayoutIter *line;

  liaison_paper_lay_out (&pdf->paper, block);
  line = pango_layout_get_iter (pdf->paper.layout);
  if (liaison_paper_is_full (&pdf->paper, block, line))
    end_page (pdf);
  pango_layout_iter_free (line);

  end_element (pdf);
  cairo_tag_begin (pdf->cr, CAIRO_TAG_DEST, place);
  draw_lines (pdf, block);
  end_element (pdf);
  cairo_tag_end (pdf->cr, CAIRO_TAG_DEST);
}

static gboolean
end (LiaisonReportWriter  *writer,
     GError              **error)
{
  Pdf *pdf = writer->data;
  g_autoptr (GPtrArray) notes = liaison_paper_make_notes (writer->notes);

  set_list (pdf, 0);
  for (guint i = 0; i < notes->len; i++)
    {
      const LiaisonBlock *block = g_ptr_array_index (notes, i);

      if (block->kind == LIAISON_BLOCK_NOTE)
        write_note (pdf, block);
      else if (!write_block (writer, block, error))
        return FALSE;
    }

  end_element (pdf);
  cairo_tag_end (pdf->cr, "Document");
  pdf->is_whole = TRUE;
  end_page (pdf);
  if (!check (pdf, error))
    return FALSE;

  cairo_surface_finish (pdf->surface);

  return check (pdf, error);
}

/* cairo finishes a surface that is thrown away, too, and crashes where the outline or a link leads to what has not come. */
static void
abandon (Pdf *pdf)
{
  set_list (pdf, 0);
  for (guint note = 1; note <= pdf->writer->notes->len; note++)
    {
      g_autofree char *place = g_strdup_printf ("name='note-%u'", note);

      cairo_tag_begin (pdf->cr, CAIRO_TAG_DEST, place);
      cairo_tag_end (pdf->cr, CAIRO_TAG_DEST);
    }
  cairo_tag_end (pdf->cr, "Document");
  end_page (pdf);
}

static void
clear (LiaisonReportWriter *writer)
{
  Pdf *pdf = writer->data;

  if (pdf->cr && !pdf->is_whole)
    abandon (pdf);
  liaison_paper_clear (&pdf->paper);
  g_clear_pointer (&pdf->links, g_ptr_array_unref);
  g_clear_pointer (&pdf->cr, cairo_destroy);
  g_clear_pointer (&pdf->surface, cairo_surface_destroy);
  g_clear_error (&pdf->failure);
}

const LiaisonReportWriterClass liaison_report_pdf = { begin, write_block, end, sizeof (Pdf), clear };
