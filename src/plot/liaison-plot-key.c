/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-key.h"

#include "liaison-plot-text.h"

#include <math.h>

#define GAP 6.0
#define SWATCH 0.7 /* of a line */

/* An entry that has a shade in a style's stead. */
#define STYLE_SHADE (G_MAXUINT - 3)

typedef struct
{
  guint   style;
  double  share; /* of a shade */
  char   *label;
  double  x; /* from the start */
  double  y;
  double  width;
} Entry;

struct _LiaisonPlotKey
{
  GArray *entries;
};

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->label);
}

LiaisonPlotKey *
liaison_plot_key_new (void)
{
  LiaisonPlotKey *key = g_new (LiaisonPlotKey, 1);

  key->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (key->entries, clear_entry);

  return key;
}

void
liaison_plot_key_free (LiaisonPlotKey *key)
{
  g_array_unref (key->entries);
  g_free (key);
}

void
liaison_plot_key_add (LiaisonPlotKey *key,
                      guint           style,
                      const char     *label)
{
  const Entry entry = { .style = style, .label = g_strdup (label) };

  g_array_append_val (key->entries, entry);
}

void
liaison_plot_key_add_shade (LiaisonPlotKey *key,
                            double          share,
                            const char     *label)
{
  const Entry entry = { .style = STYLE_SHADE, .share = share, .label = g_strdup (label) };

  g_array_append_val (key->entries, entry);
}

double
liaison_plot_key_place (LiaisonPlotKey *key,
                        LiaisonPlot    *plot)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double x = 0;
  double y = 0;

  for (guint i = 0; i < key->entries->len; i++)
    {
      Entry *entry = &g_array_index (key->entries, Entry, i);
      double text = liaison_plot_text_get_width (frame->context, entry->label);

      entry->width = MIN (frame->line_height * SWATCH + GAP + text, frame->width);
      if (x > 0 && x + entry->width > frame->width)
        {
          x = 0;
          y += frame->line_height + GAP;
        }
      entry->x = x;
      entry->y = y;
      x += entry->width + 3 * GAP;
    }

  return key->entries->len > 0 ? y + frame->line_height + 2 * GAP : 0;
}

static void
draw_swatch (cairo_t                *cr,
             const LiaisonPlotTheme *theme,
             const Entry            *entry,
             double                  x,
             double                  y,
             double                  size)
{
  if (entry->style == LIAISON_PLOT_STYLE_LINE)
    {
      liaison_colour_set (cr, theme->text);
      cairo_set_line_width (cr, 1.5);
      cairo_move_to (cr, x, y + size / 2);
      cairo_line_to (cr, x + size, y + size / 2);
      cairo_stroke (cr);
      return;
    }

  cairo_rectangle (cr, x, y, size, size);
  if (entry->style == LIAISON_PLOT_STYLE_PLANNED)
    {
      liaison_plot_theme_fill_planned (theme, cr);
    }
  else if (entry->style == LIAISON_PLOT_STYLE_BLANK)
    {
      liaison_plot_theme_fill_blank (theme, cr);
      cairo_new_path (cr);
    }
  else if (entry->style == STYLE_SHADE)
    {
      liaison_colour_set (cr, liaison_plot_theme_get_shade (theme, entry->share));
      cairo_fill (cr);
    }
  else
    {
      liaison_plot_theme_fill (theme, cr, entry->style);
    }
}

void
liaison_plot_key_draw (LiaisonPlotKey         *key,
                       LiaisonPlot            *plot,
                       cairo_t                *cr,
                       const LiaisonPlotTheme *theme)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double size = round (frame->line_height * SWATCH);

  for (guint i = 0; i < key->entries->len; i++)
    {
      const Entry *entry = &g_array_index (key->entries, Entry, i);
      double text_width = entry->width - size - GAP;
      double x = entry->x + size + GAP;

      draw_swatch (cr, theme, entry, liaison_plot_mirror (plot, entry->x, size), round (entry->y + (frame->line_height - size) / 2), size);
      if (frame->rtl)
        liaison_plot_text_draw (cr, frame->context, theme->text, entry->label, frame->width - x, entry->y, 1, text_width + 1);
      else
        liaison_plot_text_draw (cr, frame->context, theme->text, entry->label, x, entry->y, 0, text_width + 1);
    }
}
