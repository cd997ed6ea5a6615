/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-paper-private.h"

#include "liaison-report-writer-private.h"

#include <string.h>

/* A stretch of a text, in bytes, and the attributes of the link that it is, as cairo has them. */
typedef struct
{
  int   start;
  int   end;
  char *attributes;
} Link;

/* The fonts of the kinds of blocks; of a heading under another one, and of what is at the foot of a sheet. */
static const char * const fonts[] = {
  [LIAISON_BLOCK_TITLE] = "Serif Bold 20",    [LIAISON_BLOCK_SUBTITLE] = "Serif Italic 12", [LIAISON_BLOCK_HEADING] = "Serif Bold 15",
  [LIAISON_BLOCK_PARAGRAPH] = "Serif 11",     [LIAISON_BLOCK_ITEM] = "Serif 11",            [LIAISON_BLOCK_NOTE] = "Serif 9",
};
#define SECTION_FONT "Serif Bold 12"
#define FOOT_FONT "Serif 9"

/* How far above the edge of the sheet its number stands. */
#define FOOT 44.0

#define ITEM_INDENT 16.0
#define BULLET "• "

static void
clear_link (gpointer data)
{
  Link *link = data;

  g_free (link->attributes);
}

static void
set_font (PangoLayout *layout,
          const char  *font)
{
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
}

void
liaison_paper_init (LiaisonPaper *paper,
                    cairo_t      *cr,
                    double        width,
                    double        height)
{
  PangoContext *context;

  paper->width = width;
  paper->height = height;
  paper->y = LIAISON_PAPER_MARGIN;
  paper->page = 1;
  paper->links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (paper->links, clear_link);
  paper->layout = pango_cairo_create_layout (cr);
  pango_layout_set_wrap (paper->layout, PANGO_WRAP_WORD_CHAR);

  /* A point of a font is one of the paper, and letters stand where they belong, not on the grid of a screen. */
  context = pango_layout_get_context (paper->layout);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_layout_context_changed (paper->layout);
  set_font (paper->layout, fonts[LIAISON_BLOCK_ITEM]);
  pango_layout_set_text (paper->layout, BULLET, -1);
  pango_layout_get_size (paper->layout, &paper->bullet, NULL);
}

void
liaison_paper_clear (LiaisonPaper *paper)
{
  g_clear_object (&paper->layout);
  g_clear_pointer (&paper->links, g_array_unref);
}

static double
get_space (const LiaisonBlock *block)
{
  if (block->kind == LIAISON_BLOCK_HEADING)
    return block->level == 1 ? 22.0 : 14.0;

  return block->kind == LIAISON_BLOCK_ITEM || block->kind == LIAISON_BLOCK_NOTE ? 4.0 : 8.0;
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
add_link (LiaisonPaper     *paper,
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
  g_array_append_val (paper->links, link);
}

static void
add_run (LiaisonPaper     *paper,
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
    add_link (paper, run, start, text->len);
}

void
liaison_paper_lay_out (LiaisonPaper       *paper,
                       const LiaisonBlock *block)
{
  PangoLayout *layout = paper->layout;
  gboolean is_item = block->kind == LIAISON_BLOCK_ITEM;
  g_autoptr (GString) text = g_string_new (is_item ? BULLET : NULL);
  PangoAttrList *list = pango_attr_list_new ();

  g_array_set_size (paper->links, 0);
  paper->indent = is_item ? ITEM_INDENT * (block->level - 1) : 0;
  for (guint i = 0; i < block->runs->len; i++)
    add_run (paper, g_ptr_array_index (block->runs, i), text, list);

  set_font (layout, block->kind == LIAISON_BLOCK_HEADING && block->level > 1 ? SECTION_FONT : fonts[block->kind]);
  /* The lines of an item after the first stand where its text begins. */
  pango_layout_set_indent (layout, is_item ? -paper->bullet : 0);
  pango_layout_set_width (layout, (int) ((paper->width - 2 * LIAISON_PAPER_MARGIN - paper->indent) * PANGO_SCALE));
  pango_layout_set_attributes (layout, list);
  pango_layout_set_text (layout, text->str, text->len);
  pango_attr_list_unref (list);
  paper->y += paper->y > LIAISON_PAPER_MARGIN ? get_space (block) : 0;
}

/* Sheets */

static double
get_height (PangoLayoutIter *line)
{
  PangoRectangle extents;

  pango_layout_iter_get_line_extents (line, NULL, &extents);

  return (double) extents.height / PANGO_SCALE;
}

gboolean
liaison_paper_is_full (const LiaisonPaper *paper,
                       const LiaisonBlock *block,
                       PangoLayoutIter    *line)
{
  /* A heading is not left alone at the foot of a sheet. */
  double needed = get_height (line) * (block->kind == LIAISON_BLOCK_HEADING ? 4 : 1);

  return paper->y + needed > paper->height - LIAISON_PAPER_MARGIN && paper->y > LIAISON_PAPER_MARGIN;
}

void
liaison_paper_pass (LiaisonPaper    *paper,
                    PangoLayoutIter *line)
{
  paper->y += get_height (line);
}

void
liaison_paper_turn (LiaisonPaper *paper)
{
  paper->page++;
  paper->y = LIAISON_PAPER_MARGIN;
}

void
liaison_paper_draw_number (const LiaisonPaper *paper,
                           cairo_t            *cr)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (pango_layout_get_context (paper->layout));
  g_autofree char *number = g_strdup_printf ("%u", paper->page);
  int width;

  set_font (layout, FOOT_FONT);
  pango_layout_set_text (layout, number, -1);
  pango_layout_get_size (layout, &width, NULL);
  cairo_move_to (cr, (paper->width - (double) width / PANGO_SCALE) / 2, paper->height - FOOT);
  pango_cairo_show_layout (cr, layout);
}

static void
list_link (const Link      *link,
          GPtrArray       *tags,
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
      const double numbers[] = { x + (double) ranges[2 * i] / PANGO_SCALE, y, (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE, height };
      GString *tag = g_string_new ("rect=[");

      for (gsize n = 0; n < G_N_ELEMENTS (numbers); n++)
        {
          char buffer[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append_printf (tag, "%s%s", n > 0 ? " " : "", g_ascii_formatd (buffer, sizeof buffer, "%.2f", numbers[n]));
        }
      g_string_append_printf (tag, "] %s", link->attributes);
      g_ptr_array_add (tags, g_string_free (tag, FALSE));
    }
}

void
liaison_paper_draw_line (const LiaisonPaper *paper,
                         cairo_t            *cr,
                         PangoLayoutIter    *line)
{
  PangoRectangle extents;

  pango_layout_iter_get_line_extents (line, NULL, &extents);
  cairo_move_to (cr, LIAISON_PAPER_MARGIN + paper->indent + (double) extents.x / PANGO_SCALE,
                 paper->y + (double) (pango_layout_iter_get_baseline (line) - extents.y) / PANGO_SCALE);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (line));
}

void
liaison_paper_list_links (const LiaisonPaper *paper,
                          GPtrArray          *tags,
                          PangoLayoutIter    *line)
{
  /* The ranges are from the left edge of the layout. */
  for (guint i = 0; i < paper->links->len; i++)
    list_link (&g_array_index (paper->links, Link, i), tags, pango_layout_iter_get_line_readonly (line), LIAISON_PAPER_MARGIN + paper->indent,
              paper->y, get_height (line));
}

/* Footnotes */

GPtrArray *
liaison_paper_make_notes (GPtrArray *notes)
{
  GPtrArray *blocks = liaison_blocks_new ();

  if (notes->len > 0)
    {
      g_ptr_array_add (blocks, liaison_block_new (LIAISON_BLOCK_HEADING, 1));
      liaison_block_add_text (g_ptr_array_index (blocks, 0), liaison_report_get_notes_title ());
    }

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u. %s", i + 1, (const char *) g_ptr_array_index (notes, i));
      LiaisonBlock *block = liaison_block_new (LIAISON_BLOCK_NOTE, i + 1);

      liaison_block_add_text (block, text);
      g_ptr_array_add (blocks, block);
    }

  return blocks;
}
