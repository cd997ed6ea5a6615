/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-paper-private.h"

#include <string.h>

/* A stretch of a text, in bytes, and the attributes of the link that it is, as cairo has them. */
typedef struct
{
  int   start;
  int   end;
  char *attributes;
} Link;

static const char * const fonts[] = {
  [LIAISON_PAPER_BODY] = "Serif 10.5",       [LIAISON_PAPER_TITLE] = "Serif Bold 20",   [LIAISON_PAPER_SUBTITLE] = "Serif Italic 11",
  [LIAISON_PAPER_HEADING] = "Serif Bold 15", [LIAISON_PAPER_SECTION] = "Serif Bold 12", [LIAISON_PAPER_NOTE] = "Serif 8.5",
  [LIAISON_PAPER_FOOT] = "Serif 9",
};

#define ITEM_INDENT 14.0
#define BULLET "• "

static void
clear_link (gpointer data)
{
  Link *link = data;

  g_free (link->attributes);
}

void
liaison_paper_clear (LiaisonPaper *page)
{
  g_clear_pointer (&page->links, g_array_unref);
}

void
liaison_paper_set_font (PangoLayout     *layout,
                       LiaisonPaperFont  font)
{
  PangoFontDescription *description = pango_font_description_from_string (fonts[font]);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
}

static LiaisonPaperFont
get_font (const LiaisonBlock *block)
{
  if (block->kind == LIAISON_BLOCK_TITLE)
    return LIAISON_PAPER_TITLE;
  if (block->kind == LIAISON_BLOCK_SUBTITLE)
    return LIAISON_PAPER_SUBTITLE;
  if (block->kind == LIAISON_BLOCK_HEADING)
    return block->level == 1 ? LIAISON_PAPER_HEADING : LIAISON_PAPER_SECTION;

  return LIAISON_PAPER_BODY;
}

static double
get_space (const LiaisonBlock *block)
{
  if (block->kind == LIAISON_BLOCK_HEADING)
    return block->level == 1 ? 22.0 : 14.0;

  return block->kind == LIAISON_BLOCK_ITEM ? 4.0 : 8.0;
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
add_link (LiaisonPaper      *page,
          const LiaisonRun *run,
          int               start,
          int               end)
{
  Link link = { start, end, NULL };

  if (run->kind == LIAISON_RUN_NOTE)
    {
      link.attributes = g_strdup_printf ("dest='note-%u'", run->note);
    }
  else
    {
      /* What would end the attribute. */
      g_autofree char *address = g_uri_escape_string (run->address, ":/?#@!$&()*+,;=%~[]", FALSE);

      link.attributes = g_strdup_printf ("uri='%s'", address);
    }
  g_array_append_val (page->links, link);
}

static void
add_run (LiaisonPaper      *page,
         const LiaisonRun *run,
         GString          *text,
         PangoAttrList    *list)
{
  guint start = text->len;

  if (run->kind == LIAISON_RUN_NOTE)
    g_string_append_printf (text, "%u", run->note);
  else
    g_string_append (text, run->text);

  if (run->kind == LIAISON_RUN_STRONG)
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, text->len);
  if (run->kind == LIAISON_RUN_NOTE)
    {
      add_attribute (list, pango_attr_scale_new (0.7), start, text->len);
      add_attribute (list, pango_attr_rise_new (4 * PANGO_SCALE), start, text->len);
    }
  if (run->kind == LIAISON_RUN_LINK)
    add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, text->len);
  if (run->kind == LIAISON_RUN_NOTE || run->kind == LIAISON_RUN_LINK)
    add_link (page, run, start, text->len);
}

void
liaison_paper_lay_out (LiaisonPaper        *page,
                      PangoLayout        *layout,
                      const LiaisonBlock *block,
                      double              width)
{
  gboolean is_item = block->kind == LIAISON_BLOCK_ITEM;
  g_autoptr (GString) text = g_string_new (is_item ? BULLET : NULL);
  PangoAttrList *list = pango_attr_list_new ();

  page->links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (page->links, clear_link);
  page->space = get_space (block);
  page->indent = is_item ? ITEM_INDENT * (block->level - 1) : 0;
  for (guint i = 0; i < block->runs->len; i++)
    add_run (page, g_ptr_array_index (block->runs, i), text, list);

  liaison_paper_set_font (layout, get_font (block));
  pango_layout_set_width (layout, (width - page->indent) * PANGO_SCALE);
  /* The lines after the first stand where its text begins. */
  pango_layout_set_indent (layout, is_item ? (int) (-8.5 * PANGO_SCALE) : 0);
  pango_layout_set_attributes (layout, list);
  pango_layout_set_text (layout, text->str, text->len);
  pango_attr_list_unref (list);
}

static void
tag_link (const Link      *link,
          cairo_t         *cr,
          PangoLayoutLine *line,
          double           x,
          double           y,
          double           height)
{
  int start = MAX (link->start, line->start_index);
  int end = MIN (link->end, line->start_index + line->length);
  g_autofree int *ranges = NULL;
  int n_ranges;

  if (start >= end)
    return;

  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      char buffers[4][G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes =
        g_strdup_printf ("rect=[%s %s %s %s] %s", g_ascii_formatd (buffers[0], sizeof buffers[0], "%.2f", x + (double) ranges[2 * i] / PANGO_SCALE),
                         g_ascii_formatd (buffers[1], sizeof buffers[1], "%.2f", y),
                         g_ascii_formatd (buffers[2], sizeof buffers[2], "%.2f", (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE),
                         g_ascii_formatd (buffers[3], sizeof buffers[3], "%.2f", height), link->attributes);

      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
}

void
liaison_paper_draw_line (const LiaisonPaper *page,
                        cairo_t           *cr,
                        PangoLayoutIter   *iter,
                        double             x,
                        double             y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle extents;
  double baseline;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  baseline = (double) (pango_layout_iter_get_baseline (iter) - extents.y) / PANGO_SCALE;
  cairo_move_to (cr, x + (double) extents.x / PANGO_SCALE, y + baseline);
  /* cairo marks as text only what is in an element without others in it. */
  cairo_tag_begin (cr, "Span", NULL);
  pango_cairo_show_layout_line (cr, line);
  cairo_tag_end (cr, "Span");

  /* The ranges are from the left edge of the layout. */
  for (guint i = 0; i < page->links->len; i++)
    tag_link (&g_array_index (page->links, Link, i), cr, line, x, y, (double) extents.height / PANGO_SCALE);
}
