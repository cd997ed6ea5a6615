/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot-theme.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The text in plots: small, with digits of one width. */

PangoLayout *liaison_plot_text_create     (PangoContext *context, const char *text);
double       liaison_plot_text_get_height (PangoContext *context);
double       liaison_plot_text_get_width  (PangoContext *context, const char *text);

/**
 * liaison_plot_text_draw:
 * @x: where the text's start, middle or end is, by an @align of 0, 0.5 or 1, from left to right whatever the language
 * @y: its upper edge
 * @room: the width beyond which it is elided; negative for no limit
 */
void         liaison_plot_text_draw       (cairo_t       *cr,
                                           PangoContext  *context,
                                           LiaisonColour  colour,
                                           const char    *text,
                                           double         x,
                                           double         y,
                                           double         align,
                                           double         room);

/* Returns: (transfer full): a figure with the locale's thousands separators */
char        *liaison_plot_text_format_number (gint64 number);

/* Returns: (transfer full): "and 12 more" */
char        *liaison_plot_text_dup_rest      (guint n);

/* Returns: (transfer full): a share, 0.123 as "12 %" */
char        *liaison_plot_text_format_share  (double share);

/**
 * liaison_plot_text_describe_engagements:
 *
 * Returns: (transfer full): "12 engagements"
 */
char        *liaison_plot_text_describe_engagements (gint64 number);

G_END_DECLS
