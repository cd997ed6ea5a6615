/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-preview.h"

#include "liaison-announce.h"
#include "liaison-document.h"
#include "liaison-long-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* What a line of 66 characters takes. */
#define LINE_WIDTH 560

/* How far in items stand, and those inside them. */
#define ITEM_INDENT 16
#define INSIDE_INDENT 38

struct _LiaisonReportPreview
{
  GtkWidget      parent_instance;

  GtkWidget     *scrolled;
  GtkTextView   *view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (LiaisonReportPreview, liaison_report_preview, GTK_TYPE_WIDGET)

/* What a stretch of the text leads to, kept with its tag: the text of a query, or the UUID of an engagement. */
static const char query_key[] = "liaison-query";
static const char engagement_key[] = "liaison-engagement";
static const char address_key[] = "liaison-address";

static void
make_tags (LiaisonReportPreview *self)
{
  gtk_text_buffer_create_tag (self->buffer, "title", "scale", 1.8, "weight", PANGO_WEIGHT_BOLD, "pixels-below-lines", 6, NULL);
  gtk_text_buffer_create_tag (self->buffer, "subtitle", "style", PANGO_STYLE_ITALIC, "pixels-below-lines", 12, NULL);
  gtk_text_buffer_create_tag (self->buffer, "heading", "scale", 1.4, "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines", 18, "pixels-below-lines", 6,
                              NULL);
  gtk_text_buffer_create_tag (self->buffer, "section", "scale", 1.15, "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines", 12,
                              "pixels-below-lines", 3, NULL);
  gtk_text_buffer_create_tag (self->buffer, "paragraph", "pixels-below-lines", 6, NULL);
  gtk_text_buffer_create_tag (self->buffer, "item", "indent", -14, "pixels-below-lines", 4, NULL);
  gtk_text_buffer_create_tag (self->buffer, "inside", "indent", -14, "pixels-below-lines", 2, NULL);
  gtk_text_buffer_create_tag (self->buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (self->buffer, "lead", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (self->buffer, "note", "scale", 0.7, "rise", 4 * PANGO_SCALE, NULL);
}

/* Links have the colour that the theme gives them, also when it changes. */
static void
colour_links (LiaisonReportPreview *self)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), "lead");
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self->view)), "theme_selected_bg_color", &colour))
    g_object_set (tag, "underline-rgba", &colour, NULL);
}

/* Text */

static const char *
get_tag_name (const LiaisonBlock *block)
{
  switch (block->kind)
    {
    case LIAISON_BLOCK_TITLE:
      return "title";
    case LIAISON_BLOCK_SUBTITLE:
      return "subtitle";
    case LIAISON_BLOCK_HEADING:
      return block->level == 1 ? "heading" : "section";
    case LIAISON_BLOCK_ITEM:
      return block->level == 1 ? "item" : "inside";
    case LIAISON_BLOCK_PARAGRAPH:
    case LIAISON_BLOCK_NOTE:
    default:
      return "paragraph";
    }
}

static void
insert (LiaisonReportPreview *self,
        const char           *text,
        const char           *tag_name)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (tag_name)
    gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, text, -1, tag_name, NULL);
  else
    gtk_text_buffer_insert (self->buffer, &end, text, -1);
}

/* Makes the text from @start on lead to something. */
static void
lead (LiaisonReportPreview *self,
      int                   start,
      const char           *key,
      const char           *target)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  GtkTextIter from;
  GtkTextIter to;

  g_object_set_data_full (G_OBJECT (tag), key, g_strdup (target), g_free);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_end_iter (self->buffer, &to);
  gtk_text_buffer_apply_tag (self->buffer, tag, &from, &to);
}

static void
insert_run (LiaisonReportPreview *self,
            const LiaisonRun     *run)
{
  int start = gtk_text_buffer_get_char_count (self->buffer);
  g_autofree char *mark = NULL;

  switch (run->kind)
    {
    case LIAISON_RUN_NUMBER:
      insert (self, run->text, "lead");
      lead (self, start, query_key, run->figure->query);
      break;

    case LIAISON_RUN_LINK:
      insert (self, run->text, "lead");
      lead (self, start, address_key, run->address);
      break;

    case LIAISON_RUN_NOTE:
      mark = g_strdup_printf ("%u", run->note);
      insert (self, mark, "note");
      break;

    case LIAISON_RUN_STRONG:
      insert (self, run->text, "strong");
      break;

    case LIAISON_RUN_TEXT:
    default:
      insert (self, run->text, NULL);
      break;
    }
}

/* Of a highlight, the number that the words at a place are about: the next one, or else the last. */
static const LiaisonFigure *
find_figure (const LiaisonBlock *block,
             guint               place)
{
  const LiaisonFigure *figure = NULL;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const LiaisonRun *run = g_ptr_array_index (block->runs, i);

      if (run->kind != LIAISON_RUN_NUMBER)
        continue;
      figure = run->figure;
      if (i > place)
        return figure;
    }

  return figure;
}

static void
insert_runs (LiaisonReportPreview *self,
             const LiaisonBlock   *block)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      const LiaisonRun *run = g_ptr_array_index (block->runs, i);
      const LiaisonFigure *figure = run->kind == LIAISON_RUN_TEXT && block->kind == LIAISON_BLOCK_ITEM ? find_figure (block, i) : NULL;
      int start = gtk_text_buffer_get_char_count (self->buffer);

      insert_run (self, run);
      if (figure)
        lead (self, start, query_key, figure->query);
    }
}

static void
insert_block (LiaisonReportPreview *self,
              const LiaisonBlock   *block)
{
  int start = gtk_text_buffer_get_char_count (self->buffer);
  GtkTextIter from;
  GtkTextIter to;

  if (block->kind == LIAISON_BLOCK_ITEM)
    insert (self, "•  ", NULL);
  insert_runs (self, block);
  if (block->engagement)
    lead (self, start, engagement_key, block->engagement);
  insert (self, "\n", NULL);

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_end_iter (self->buffer, &to);
  gtk_text_buffer_apply_tag_by_name (self->buffer, get_tag_name (block), &from, &to);
}

/* The footnotes, in a preview as in a text, stand at the end. */
static void
insert_notes (LiaisonReportPreview *self,
              const LiaisonBlock   *block,
              gboolean             *has_heading)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      const LiaisonRun *run = g_ptr_array_index (block->runs, i);
      g_autofree char *mark = NULL;

      if (run->kind != LIAISON_RUN_NOTE)
        continue;
      if (!*has_heading)
        {
          insert (self, _("Notes"), "heading");
          insert (self, "\n", NULL);
          *has_heading = TRUE;
        }
      mark = g_strdup_printf ("%u. ", run->note);
      insert (self, mark, "strong");
      insert (self, run->text, "paragraph");
      insert (self, "\n", NULL);
    }
}

/* The tags of the text before are of no use any more; those with a name stay. */
static void
collect_tag_cb (GtkTextTag *tag,
                gpointer    user_data)
{
  g_autofree char *name = NULL;

  g_object_get (tag, "name", &name, NULL);
  if (!name)
    g_ptr_array_add (user_data, g_object_ref (tag));
}

static void
forget_tags (LiaisonReportPreview *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_text_tag_table_foreach (table, collect_tag_cb, tags);
  for (guint i = 0; i < tags->len; i++)
    gtk_text_tag_table_remove (table, g_ptr_array_index (tags, i));
}

void
liaison_report_preview_set_blocks (LiaisonReportPreview *self,
                                   GPtrArray            *blocks)
{
  GtkTextIter caret;
  gboolean has_heading = FALSE;
  int offset;

  g_return_if_fail (LIAISON_IS_REPORT_PREVIEW (self));

  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret, gtk_text_buffer_get_insert (self->buffer));
  offset = gtk_text_iter_get_offset (&caret);
  gtk_text_buffer_set_text (self->buffer, "", -1);
  forget_tags (self);
  for (guint i = 0; i < blocks->len; i++)
    insert_block (self, g_ptr_array_index (blocks, i));

  for (guint i = 0; i < blocks->len; i++)
    insert_notes (self, g_ptr_array_index (blocks, i), &has_heading);

  gtk_text_buffer_get_iter_at_offset (self->buffer, &caret, offset);
  gtk_text_buffer_place_cursor (self->buffer, &caret);
  colour_links (self);
}

/* Leading on */

static const char *
find_target (const GtkTextIter *iter,
             const char        *key)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *link = tags; link; link = link->next)
    {
      const char *target = g_object_get_data (G_OBJECT (link->data), key);

      if (target)
        return target;
    }

  return NULL;
}

/* A number before the sentence that it is in. */
static gboolean
open (LiaisonReportPreview *self,
      const GtkTextIter    *iter)
{
  const char *query = find_target (iter, query_key);
  const char *address = find_target (iter, address_key);
  const char *engagement = find_target (iter, engagement_key);

  if (query)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-query", "(ss)", "engagements", query);
  else if (address)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), address, GDK_CURRENT_TIME);
  else if (engagement)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "engagement", engagement);

  return query || address || engagement;
}

static gboolean
find_iter (LiaisonReportPreview *self,
           double                x,
           double                y,
           GtkTextIter          *iter)
{
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);

  return gtk_text_view_get_iter_at_location (self->view, iter, buffer_x, buffer_y);
}

static void
released_cb (LiaisonReportPreview *self,
             int                   n_press,
             double                x,
             double                y)
{
  GtkTextIter iter;

  /* Who has selected something wants to copy it. */
  if (n_press == 1 && !gtk_text_buffer_get_has_selection (self->buffer) && find_iter (self, x, y, &iter))
    open (self, &iter);
}

static void
moved_cb (LiaisonReportPreview *self,
          double                x,
          double                y)
{
  GtkTextIter iter;
  gboolean leads = find_iter (self, x, y, &iter)
    && (find_target (&iter, query_key) || find_target (&iter, address_key) || find_target (&iter, engagement_key));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), leads ? "pointer" : "text");
}

static gboolean
pressed_cb (LiaisonReportPreview *self,
            guint                 key)
{
  GtkTextIter iter;

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));

  return open (self, &iter);
}

/* The margin of a tag takes the stead of that of the view. */
static void
set_margin (LiaisonReportPreview *self,
            int                   margin)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);

  gtk_text_view_set_left_margin (self->view, margin);
  gtk_text_view_set_right_margin (self->view, margin);
  g_object_set (gtk_text_tag_table_lookup (table, "item"), "left-margin", margin + ITEM_INDENT, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "inside"), "left-margin", margin + INSIDE_INDENT, NULL);
}

/* The lines stay as long as one reads well, however wide the paper is. */
static void
liaison_report_preview_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  LiaisonReportPreview *self = LIAISON_REPORT_PREVIEW (widget);
  int margin = MAX (18, (width - LINE_WIDTH) / 2);

  if (gtk_text_view_get_left_margin (self->view) != margin)
    set_margin (self, margin);
  gtk_widget_size_allocate (self->scrolled, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
liaison_report_preview_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  LiaisonReportPreview *self = LIAISON_REPORT_PREVIEW (widget);

  gtk_widget_measure (self->scrolled, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
liaison_report_preview_dispose (GObject *object)
{
  LiaisonReportPreview *self = LIAISON_REPORT_PREVIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_report_preview_parent_class)->dispose (object);
}

static void
liaison_report_preview_class_init (LiaisonReportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_report_preview_dispose;
  widget_class->size_allocate = liaison_report_preview_size_allocate;
  widget_class->measure = liaison_report_preview_measure;

  g_type_ensure (LIAISON_TYPE_LONG_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportPreview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LiaisonReportPreview, view);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
liaison_report_preview_init (LiaisonReportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_describe (GTK_WIDGET (self->view), _("Enter on a number or a sentence opens the engagements under it"));
  self->buffer = gtk_text_view_get_buffer (self->view);
  make_tags (self);
}
