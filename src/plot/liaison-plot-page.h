/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A plot as it leaves the program: with its question, the query, the span, the counting rule and the date. */

/**
 * LiaisonPlotFormat:
 * @LIAISON_PLOT_CSV: the table
 * @LIAISON_PLOT_TEXT: the table with tabs between the fields, as one pastes it; no suffix stands for it
 */
typedef enum { LIAISON_PLOT_SVG, LIAISON_PLOT_PDF, LIAISON_PLOT_PNG, LIAISON_PLOT_CSV, LIAISON_PLOT_TEXT } LiaisonPlotFormat;

/**
 * liaison_plot_format_from_path:
 *
 * Returns: whether the suffix of @path names a format
 */
gboolean liaison_plot_format_from_path (const char *path, LiaisonPlotFormat *format);

/**
 * liaison_plot_page_draw:
 * @context: the fonts
 * @width: of the page, and @height
 *
 * Draws the page with its background; the plot is laid out for it.
 */
void     liaison_plot_page_draw        (LiaisonPlot            *plot,
                                        cairo_t                *cr,
                                        PangoContext           *context,
                                        const LiaisonPlotTheme *theme,
                                        double                  width,
                                        double                  height,
                                        gboolean                rtl);

/**
 * liaison_plot_page_print:
 *
 * As liaison_plot_page_draw() on paper: what needs more room than there is becomes smaller, as far as one can read it.
 */
void     liaison_plot_page_print       (LiaisonPlot            *plot,
                                        cairo_t                *cr,
                                        PangoContext           *context,
                                        const LiaisonPlotTheme *theme,
                                        double                  width,
                                        double                  height,
                                        gboolean                rtl);

/**
 * liaison_plot_page_render:
 * @width: in pixels, which are points in SVG and PDF; 0 for as much as the plot needs to be seen as a whole, and likewise @height; of rankings, the
 *   page shows what is at their top
 * @rtl: whether reading runs from right to left
 * @cancellable: (nullable): ends the writing of a long PNG
 *
 * Called on any thread.
 *
 * Returns: (transfer full): the page as a file of that format; a PNG has two pixels for each, as screens do, but for very long ones; %NULL with an
 *   error
 */
GBytes  *liaison_plot_page_render      (LiaisonPlot            *plot,
                                        LiaisonPlotFormat       format,
                                        const LiaisonPlotTheme *theme,
                                        double                  width,
                                        double                  height,
                                        gboolean                rtl,
                                        GCancellable           *cancellable,
                                        GError                **error);

G_END_DECLS
