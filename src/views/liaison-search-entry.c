/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-search-entry.h"

#include "liaison-announce.h"
#include "liaison-complete.h"
#include "liaison-completion-row.h"
#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Narrower, the suggestions could not be read. */
#define LEAST_WIDTH 300

struct _LiaisonSearchEntry
{
  GtkWidget      parent_instance;

  GtkWidget     *entry;
  GtkWidget     *popover;
  GtkWidget     *scroller;
  GtkListBox    *list;

  GListStore    *completions;
  LiaisonStore  *store;
  LiaisonEntity  entity;
  GStrv          recent;
  GCancellable  *search;
  GCancellable  *counting;
  guint          counted; /* the completion whose records are being counted */
  guint          pending; /* the source that will look what is being typed */
  gboolean       setting; /* the text is not the person's */
};

enum { SEARCH_CHANGED, SEARCH_STARTED, ACTIVATE, STOP_SEARCH, N_SIGNALS };
enum { PROP_SUGGESTING = 1, N_PROPS };

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

static void liaison_search_entry_editable_init (GtkEditableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonSearchEntry, liaison_search_entry, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_EDITABLE, liaison_search_entry_editable_init))

static const char *
get_text (LiaisonSearchEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static GtkText *
get_text_widget (LiaisonSearchEntry *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

/* In bytes. */
static gsize
get_cursor (LiaisonSearchEntry *self)
{
  const char *text = get_text (self);

  return g_utf8_offset_to_pointer (text, gtk_editable_get_position (GTK_EDITABLE (self->entry))) - text;
}

static gboolean
is_open (LiaisonSearchEntry *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
stop_search (LiaisonSearchEntry *self)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_handle_id (&self->pending, g_source_remove);
}

static void
close_list (LiaisonSearchEntry *self)
{
  stop_search (self);
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
  g_autoptr (LiaisonCompletion) completion = NULL;

  /* Cancelled, there are others by now; a failure is told by the list, which asks the same store. */
  if (error != NULL)
    return;

  completion = g_list_model_get_item (G_LIST_MODEL (self->completions), self->counted);
  if (completion != NULL && count >= 0)
    liaison_completion_set_count (completion, count);
  self->counted++;
  count_next (self);
}

/* One after the other, on the queue that delays neither rows nor ids. */
static void
count_next (LiaisonSearchEntry *self)
{
  g_autoptr (LiaisonCompletion) completion = g_list_model_get_item (G_LIST_MODEL (self->completions), self->counted);
  Job *job;

  if (completion == NULL || self->counting == NULL)
    return;

  job = g_new0 (Job, 1);
  job->entity = self->entity;
  job->completion = g_steal_pointer (&completion);
  liaison_store_run_async (self->store, LIAISON_QUEUE_CHARTS, count_job, job, job_free, NULL, self->counting, counted_cb, g_object_ref (self));
}

/* Suggestions */

static LiaisonCompletion *
get_selected (LiaisonSearchEntry *self)
{
  GtkListBoxRow *row = is_open (self) ? gtk_list_box_get_selected_row (self->list) : NULL;

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
                             g_list_model_get_n_items (G_LIST_MODEL (self->completions)));
  liaison_announce (self->entry, message);
}

static void
open_list (LiaisonSearchEntry *self)
{
  gtk_widget_set_size_request (self->scroller, MAX (gtk_widget_get_width (self->entry), LEAST_WIDTH), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* One that is open already would keep its height when there is less in it. */
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
completed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LiaisonSearchEntry) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->search);
  /* Without suggestions one can still search; what is wrong with the store is told by the list. */
  if (found == NULL || found->len == 0)
    {
      close_list (self);
      return;
    }

  g_list_store_splice (self->completions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->completions)), found->pdata, found->len);
  gtk_list_box_select_row (self->list, NULL);
  open_list (self);
  self->counted = 0;
  self->counting = g_cancellable_new ();
  count_next (self);
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

static void
start_search (LiaisonSearchEntry *self,
              gsize               cursor)
{
  Job *job;

  stop_search (self);
  if (self->store == NULL)
    return;

  job = g_new0 (Job, 1);
  job->entity = self->entity;
  job->text = g_strdup (get_text (self));
  job->cursor = cursor;
  job->recent = g_strdupv (self->recent);
  self->search = g_cancellable_new ();
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, complete_job, job, job_free, (GDestroyNotify) g_ptr_array_unref, self->search,
                           completed_cb, g_object_ref (self));
}

static gboolean
look_cb (gpointer user_data)
{
  LiaisonSearchEntry *self = user_data;

  self->pending = 0;
  if (liaison_complete_is_typing (get_text (self), get_cursor (self)))
    start_search (self, get_cursor (self));
  else
    close_list (self);

  return G_SOURCE_REMOVE;
}

/* The text changes before the cursor moves on, so one looks when both is done. */
static void
look_soon (LiaisonSearchEntry *self)
{
  if (self->pending == 0)
    self->pending = g_idle_add_full (G_PRIORITY_DEFAULT, look_cb, self, NULL);
}

static void
changed_cb (LiaisonSearchEntry *self)
{
  if (self->setting)
    return;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    look_soon (self);
}

static void
cursor_moved_cb (LiaisonSearchEntry *self)
{
  if (is_open (self) && !self->setting)
    look_soon (self);
}

/* The entry empties itself before it takes the text, and tells of that at once: nobody asked for everything. */
static void
set_text (LiaisonSearchEntry *self,
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

  close_list (self);
  set_text (self, liaison_completion_get_text (accepted), liaison_completion_get_cursor (accepted));
  g_signal_emit (self, signals[SEARCH_CHANGED], 0);
  /* Behind a key one goes on with its values. */
  look_soon (self);
}

static void
row_activated_cb (LiaisonSearchEntry *self,
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
  int n_items = (int) g_list_model_get_n_items (G_LIST_MODEL (self->completions));
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
  g_autoptr (LiaisonCompletion) first = g_list_model_get_item (G_LIST_MODEL (self->completions), 0);

  /* What is shown is for an earlier text as long as the new one is looked up: better nothing than that. */
  if (!is_open (self) || self->search != NULL || self->pending != 0)
    return is_open (self);

  accept (self, selected != NULL ? selected : first);

  return TRUE;
}

static gboolean
take_enter (LiaisonSearchEntry *self)
{
  LiaisonCompletion *selected = get_selected (self);

  if (selected == NULL || self->search != NULL || self->pending != 0)
    {
      close_list (self);
      return FALSE;
    }

  accept (self, selected);

  return TRUE;
}

static gboolean
key_pressed_cb (LiaisonSearchEntry *self,
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
      if (is_open (self))
        select_next (self, 1);
      else
        start_search (self, get_cursor (self));
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (!is_open (self))
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
      if (!is_open (self))
        return GDK_EVENT_PROPAGATE;
      close_list (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
left_cb (LiaisonSearchEntry *self)
{
  close_list (self);
}

static void
visible_cb (LiaisonSearchEntry *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_EXPANDED, is_open (self), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTING]);
}

static void
search_changed_cb (LiaisonSearchEntry *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SEARCH_CHANGED], 0);
}

static void
search_started_cb (LiaisonSearchEntry *self)
{
  g_signal_emit (self, signals[SEARCH_STARTED], 0);
}

static void
activate_cb (LiaisonSearchEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
stop_search_cb (LiaisonSearchEntry *self)
{
  g_signal_emit (self, signals[STOP_SEARCH], 0);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return liaison_completion_row_new (item);
}

static GtkEditable *
liaison_search_entry_get_delegate (GtkEditable *editable)
{
  return GTK_EDITABLE (LIAISON_SEARCH_ENTRY (editable)->entry);
}

static void
liaison_search_entry_editable_init (GtkEditableInterface *iface)
{
  iface->get_delegate = liaison_search_entry_get_delegate;
}

static gboolean
liaison_search_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LIAISON_SEARCH_ENTRY (widget)->entry);
}

static void
liaison_search_entry_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (gtk_editable_delegate_get_property (object, id, value, pspec))
    return;

  if (id == PROP_SUGGESTING)
    g_value_set_boolean (value, is_open (LIAISON_SEARCH_ENTRY (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_search_entry_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (!gtk_editable_delegate_set_property (object, id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_search_entry_dispose (GObject *object)
{
  LiaisonSearchEntry *self = LIAISON_SEARCH_ENTRY (object);

  stop_search (self);
  g_clear_object (&self->store);
  if (self->entry != NULL)
    {
      /* The list goes with the entry, and nobody is to look at the text on that occasion. */
      g_signal_handlers_disconnect_by_func (self->popover, visible_cb, self);
      gtk_editable_finish_delegate (GTK_EDITABLE (self));
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_SEARCH_ENTRY);

  G_OBJECT_CLASS (liaison_search_entry_parent_class)->dispose (object);
}

static void
liaison_search_entry_finalize (GObject *object)
{
  LiaisonSearchEntry *self = LIAISON_SEARCH_ENTRY (object);

  g_object_unref (self->completions);
  g_strfreev (self->recent);

  G_OBJECT_CLASS (liaison_search_entry_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-search-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonSearchEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSearchEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSearchEntry, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSearchEntry, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
liaison_search_entry_class_init (LiaisonSearchEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_search_entry_get_property;
  object_class->set_property = liaison_search_entry_set_property;
  object_class->dispose = liaison_search_entry_dispose;
  object_class->finalize = liaison_search_entry_finalize;
  widget_class->grab_focus = liaison_search_entry_grab_focus;

  properties[PROP_SUGGESTING] = g_param_spec_boolean ("suggesting", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_editable_install_properties (object_class, N_PROPS);

  signals[SEARCH_CHANGED] = g_signal_new ("search-changed", LIAISON_TYPE_SEARCH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SEARCH_STARTED] = g_signal_new ("search-started", LIAISON_TYPE_SEARCH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", LIAISON_TYPE_SEARCH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STOP_SEARCH] = g_signal_new ("stop-search", LIAISON_TYPE_SEARCH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_search_entry_init (LiaisonSearchEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_init_delegate (GTK_EDITABLE (self));
  self->completions = g_list_store_new (LIAISON_TYPE_COMPLETION);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->completions), create_row, NULL, NULL);
  g_signal_connect_object (self->entry, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
}

void
liaison_search_entry_set_source (LiaisonSearchEntry *self,
                                 LiaisonStore       *store,
                                 LiaisonEntity       entity)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  if (store != self->store)
    close_list (self);
  g_set_object (&self->store, store);
  self->entity = entity;
}

void
liaison_search_entry_set_recent (LiaisonSearchEntry *self,
                                 const char * const *recent)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  g_strfreev (self->recent);
  self->recent = g_strdupv ((char **) recent);
}

void
liaison_search_entry_show_text (LiaisonSearchEntry *self,
                                const char         *text)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  if (g_str_equal (get_text (self), text))
    return;
  set_text (self, text, strlen (text));
  close_list (self);
}

void
liaison_search_entry_focus_end (LiaisonSearchEntry *self)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  gtk_text_grab_focus_without_selecting (get_text_widget (self));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
liaison_search_entry_edit (LiaisonSearchEntry *self,
                           gsize               start,
                           gsize               end)
{
  const char *text;

  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  text = get_text (self);
  g_return_if_fail (start <= end && end <= strlen (text));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), (int) g_utf8_strlen (text, (gssize) start), (int) g_utf8_strlen (text, (gssize) end));
  /* As if nothing of it were typed yet: everything that may stand there. */
  start_search (self, start);
}

void
liaison_search_entry_set_key_capture (LiaisonSearchEntry *self,
                                      GtkWidget          *widget)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), widget);
}

/* What ends at the cursor while one types may yet become right. */
static gboolean
is_being_typed (LiaisonSearchEntry        *self,
                const LiaisonQueryMistake *mistake)
{
  return is_open (self) && mistake->start + mistake->length == get_cursor (self);
}

const char *
liaison_search_entry_underline (LiaisonSearchEntry *self,
                                GPtrArray          *mistakes)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *first = NULL;

  g_return_val_if_fail (LIAISON_IS_SEARCH_ENTRY (self), NULL);

  for (guint i = 0; i < mistakes->len; i++)
    {
      const LiaisonQueryMistake *mistake = g_ptr_array_index (mistakes, i);
      PangoAttribute *underline;

      if (is_being_typed (self, mistake))
        continue;

      underline = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
      underline->start_index = (guint) mistake->start;
      underline->end_index = (guint) (mistake->start + mistake->length);
      pango_attr_list_insert (attributes, underline);
      first = first != NULL ? first : mistake->message;
    }
  gtk_text_set_attributes (get_text_widget (self), attributes);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               first != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);

  return first;
}
