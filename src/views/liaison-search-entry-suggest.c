/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-search-entry-private.h"

#include "liaison-announce.h"
#include "liaison-complete.h"
#include "liaison-completion-row.h"
#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Narrower, the suggestions could not be read. */
#define LEAST_WIDTH 300

/* Milliseconds: the rows of the list come first, about two frames after a letter. */
#define SUGGEST_AFTER 40

/* Milliseconds: nobody reads how many there are of what is gone with the next letter. */
#define COUNT_AFTER 200

const char *
liaison_search_entry_get_typed (LiaisonSearchEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* In bytes. */
gsize
liaison_search_entry_get_cursor (LiaisonSearchEntry *self)
{
  const char *text = liaison_search_entry_get_typed (self);

  return g_utf8_offset_to_pointer (text, gtk_editable_get_position (GTK_EDITABLE (self->entry))) - text;
}

gboolean
liaison_search_entry_is_suggesting (LiaisonSearchEntry *self)
{
  return gtk_widget_get_visible (self->popover);
}

void
liaison_search_entry_stop (LiaisonSearchEntry *self)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_handle_id (&self->count_source, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_handle_id (&self->pending, g_source_remove);
}

void
liaison_search_entry_close (LiaisonSearchEntry *self)
{
  liaison_search_entry_stop (self);
  self->accepting = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* What a job is told; it must not look at the widget from its thread. */
typedef struct
{
  LiaisonEntity      entity;
  char              *text;
  gsize              cursor;
  GStrv              recent;
  LiaisonCompletion *completion;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->text);
  g_strfreev (job->recent);
  g_clear_object (&job->completion);
  g_free (job);
}

/* Returns: (nullable): what is suggested in a row */
static LiaisonCompletion *
get_completion (LiaisonSearchEntry *self,
                guint               number)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) number);

  return row != NULL ? liaison_completion_row_get_completion (LIAISON_COMPLETION_ROW (row)) : NULL;
}

/* Counts */

static gpointer
count_job (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Job *job = data;

  return GINT_TO_POINTER (liaison_complete_count (db, job->entity, job->completion, error));
}

static void count_next (LiaisonSearchEntry *self);

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LiaisonSearchEntry) self = user_data;
  g_autoptr (GError) error = NULL;
  int count = GPOINTER_TO_INT (liaison_store_run_finish (LIAISON_STORE (object), result, &error));
  LiaisonCompletion *completion;

  /* Cancelled, there are others by now; a failure is told by the list, which asks the same store. */
  if (error != NULL)
    return;

  completion = get_completion (self, self->counted);
  if (completion != NULL && count >= 0)
    liaison_completion_set_count (completion, count);
  self->counted++;
  count_next (self);
}

/* One after the other, on the queue that delays neither rows nor ids. */
static void
count_next (LiaisonSearchEntry *self)
{
  LiaisonCompletion *completion = get_completion (self, self->counted);
  Job *job;

  if (completion == NULL || self->counting == NULL)
    return;

  job = g_new0 (Job, 1);
  job->entity = self->entity;
  job->completion = g_object_ref (completion);
  liaison_store_run_async (self->store, LIAISON_QUEUE_SUGGESTIONS, count_job, job, job_free, NULL, self->counting, counted_cb, g_object_ref (self));
}

static gboolean
count_cb (gpointer user_data)
{
  LiaisonSearchEntry *self = user_data;

  self->count_source = 0;
  count_next (self);

  return G_SOURCE_REMOVE;
}

/* Suggestions */

static LiaisonCompletion *
get_selected (LiaisonSearchEntry *self)
{
  GtkListBoxRow *row = liaison_search_entry_is_suggesting (self) ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? liaison_completion_row_get_completion (LIAISON_COMPLETION_ROW (row)) : NULL;
}

/* What is chosen is said where the focus is: the list itself never has it. */
static void
announce_selected (LiaisonSearchEntry *self)
{
  LiaisonCompletion *selected = get_selected (self);
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  if (selected == NULL)
    return;

  text = liaison_completion_row_dup_text (selected);
  /* Translators: a suggestion, its place among all of them, and how many there are: "Dmytro Kuleba, 1 of 3" */
  message = g_strdup_printf (_ ("%s, %d of %u"), text, gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list)) + 1,
                             self->n_completions);
  liaison_announce (self->entry, message);
}

/* Rows stay, and say something else: to make them anew with every letter would take longer. */
static void
show_completions (LiaisonSearchEntry *self,
                  GPtrArray          *completions)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < completions->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (liaison_completion_row_new ());
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      liaison_completion_row_set_completion (LIAISON_COMPLETION_ROW (row), g_ptr_array_index (completions, i));
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) completions->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  self->n_completions = completions->len;
  gtk_list_box_select_row (self->list, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* The entry empties itself before it takes the text, and tells of that at once: nobody asked for everything. */
void
liaison_search_entry_set_text (LiaisonSearchEntry *self,
                               const char         *text,
                               gsize               cursor)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), (int) g_utf8_strlen (text, (gssize) cursor));
  self->setting = FALSE;
}

static void
accept (LiaisonSearchEntry *self,
        LiaisonCompletion  *completion)
{
  g_autoptr (LiaisonCompletion) accepted = g_object_ref (completion);

  liaison_search_entry_close (self);
  liaison_search_entry_set_text (self, liaison_completion_get_text (accepted), liaison_completion_get_cursor (accepted));
  g_signal_emit_by_name (self, "search-changed");
  /* Behind a key one goes on with its values. */
  liaison_search_entry_look_soon (self);
}

static void
open_list (LiaisonSearchEntry *self)
{
  int width = MAX (gtk_widget_get_width (self->entry), LEAST_WIDTH);
  int height;

  gtk_widget_set_size_request (self->scroller, width, -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* One that is open already would keep the height that it had; to place it anew takes GTK many questions to the display server. */
  gtk_widget_measure (GTK_WIDGET (self->list), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (width != self->width || height != self->height)
    gtk_popover_present (GTK_POPOVER (self->popover));
  self->width = width;
  self->height = height;
}

static void
completed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LiaisonSearchEntry) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  g_clear_object (&self->search);
  /* Without suggestions one can still search; what is wrong with the store is told by the list. */
  if (found == NULL || found->len == 0)
    {
      liaison_search_entry_close (self);
      return;
    }

  if (self->accepting)
    {
      accept (self, g_ptr_array_index (found, 0));
      return;
    }
  show_completions (self, found);
  open_list (self);
  self->counted = 0;
  self->counting = g_cancellable_new ();
  self->count_source = g_timeout_add (COUNT_AFTER, count_cb, self);
}

static gpointer
complete_job (LiaisonDb     *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Job *job = data;

  return liaison_complete (db, job->entity, job->text, job->cursor, (const char * const *) job->recent, error);
}

void
liaison_search_entry_suggest (LiaisonSearchEntry *self,
                              gsize               cursor)
{
  Job *job;

  liaison_search_entry_stop (self);
  if (self->store == NULL)
    return;

  job = g_new0 (Job, 1);
  job->entity = self->entity;
  job->text = g_strdup (liaison_search_entry_get_typed (self));
  job->cursor = cursor;
  job->recent = g_strdupv (self->recent);
  self->search = g_cancellable_new ();
  liaison_store_run_async (self->store, LIAISON_QUEUE_SUGGESTIONS, complete_job, job, job_free, (GDestroyNotify) g_ptr_array_unref, self->search,
                           completed_cb, g_object_ref (self));
}

static gboolean
look_cb (gpointer user_data)
{
  LiaisonSearchEntry *self = user_data;

  self->pending = 0;
  if (liaison_complete_is_typing (liaison_search_entry_get_typed (self), liaison_search_entry_get_cursor (self)))
    liaison_search_entry_suggest (self, liaison_search_entry_get_cursor (self));
  else
    liaison_search_entry_close (self);

  return G_SOURCE_REMOVE;
}

/* The text changes before the cursor moves on, so one looks when both is done. */
void
liaison_search_entry_look_soon (LiaisonSearchEntry *self)
{
  self->accepting = FALSE;
  if (self->pending == 0)
    self->pending = g_timeout_add (SUGGEST_AFTER, look_cb, self);
}

void
liaison_search_entry_row_activated_cb (LiaisonSearchEntry *self,
                                       GtkListBoxRow      *row)
{
  accept (self, liaison_completion_row_get_completion (LIAISON_COMPLETION_ROW (row)));
}

/* The list has no focus that would scroll it. */
static void
scroll_to (LiaisonSearchEntry *self,
           GtkListBoxRow      *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* Beyond either end nothing is chosen, and Enter searches for what is typed. */
static void
select_next (LiaisonSearchEntry *self,
             int                 step)
{
  int n_items = (int) self->n_completions;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : n_items - 1;

  row = gtk_list_box_get_row_at_index (self->list, index);
  gtk_list_box_select_row (self->list, row);
  if (row == NULL)
    return;
  scroll_to (self, row);
  announce_selected (self);
}

static gboolean
take_tab (LiaisonSearchEntry *self)
{
  LiaisonCompletion *selected = get_selected (self);

  if (!liaison_search_entry_is_suggesting (self))
    return FALSE;

  /* What is shown is for an earlier text as long as the new one is looked up. */
  if (self->search != NULL || self->pending != 0)
    self->accepting = TRUE;
  else
    accept (self, selected != NULL ? selected : get_completion (self, 0));

  return TRUE;
}

static gboolean
take_enter (LiaisonSearchEntry *self)
{
  LiaisonCompletion *selected = get_selected (self);

  if (selected == NULL || self->search != NULL || self->pending != 0)
    {
      liaison_search_entry_close (self);
      return FALSE;
    }

  accept (self, selected);

  return TRUE;
}

gboolean
liaison_search_entry_key_pressed_cb (LiaisonSearchEntry *self,
                                     guint               key,
                                     guint               code,
                                     GdkModifierType     state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (liaison_search_entry_is_suggesting (self))
        select_next (self, 1);
      else
        liaison_search_entry_suggest (self, liaison_search_entry_get_cursor (self));
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (!liaison_search_entry_is_suggesting (self))
        return GDK_EVENT_PROPAGATE;
      select_next (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return take_tab (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return take_enter (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

    case GDK_KEY_Escape:
      if (!liaison_search_entry_is_suggesting (self))
        return GDK_EVENT_PROPAGATE;
      liaison_search_entry_close (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}
