/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-picker.h"

#include "liaison-announce.h"
#include "liaison-config.h"
#include "liaison-day.h"
#include "liaison-focus-order.h"
#include "liaison-fold.h"
#include "liaison-suggest.h"
#include "liaison-suggestion-row.h"

#include <glib/gi18n.h>

/* As many as one takes in at a glance; a list to scroll through is opened without a text. */
#define MOST_SUGGESTIONS 12
#define MOST_COUNTRIES 300

struct _LiaisonRecordPicker
{
  GtkWidget           parent_instance;

  GtkWidget          *entry;
  GtkWidget          *popover;
  GtkWidget          *scroller;
  GtkListBox         *list;
  GListStore         *suggestions;

  LiaisonFormContext *context;
  LiaisonPickSource   source;
  LiaisonSide         side;
  char               *add_label;
  GCancellable       *search;
  gboolean            setting;         /* the text is not the person's */
  gboolean            picks_when_found;
};

enum { PICKED, ADD, EDITED, LEFT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonRecordPicker, liaison_record_picker, GTK_TYPE_WIDGET)

/* What a search is told; it must not look at the widget from its thread. */
typedef struct
{
  LiaisonPickSource source;
  LiaisonSide       side;
  int               day;
  char             *text;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->text);
  g_free (search);
}

static GPtrArray *
suggest (LiaisonDb     *db,
         const Search  *search,
         GError       **error)
{
  switch (search->source)
    {
    case LIAISON_PICK_CONTACTS:
      return liaison_suggest_contacts (db, search->text, search->side, search->day, MOST_SUGGESTIONS, error);

    case LIAISON_PICK_PARTICIPANTS:
      return liaison_suggest_participants (db, search->text, search->side, search->day, MOST_SUGGESTIONS, error);

    case LIAISON_PICK_ORGANISATIONS:
      return liaison_suggest_organisations (db, search->text, 0, MOST_SUGGESTIONS, error);

    case LIAISON_PICK_GROUPINGS:
      return liaison_suggest_organisations (db, search->text, LIAISON_ORGANISATION_GROUPING, MOST_SUGGESTIONS, error);

    case LIAISON_PICK_TOPICS:
      return liaison_suggest_topics (db, search->text, MOST_SUGGESTIONS, error);

    case LIAISON_PICK_VISITS:
      return liaison_suggest_visits (db, search->text, search->day != 0 ? search->day : liaison_day_today (), MOST_SUGGESTIONS, error);

    case LIAISON_PICK_READOUTS:
      return liaison_suggest_readouts (db, search->text, MOST_SUGGESTIONS, error);

    case LIAISON_PICK_COUNTRIES:
    default:
      return liaison_suggest_countries (search->text, *search->text != '\0' ? MOST_SUGGESTIONS : MOST_COUNTRIES);
    }
}

static gpointer
suggest_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return suggest (db, data, error);
}

static gboolean
is_addition (LiaisonSuggestion *suggestion)
{
  return *liaison_suggestion_get_uuid (suggestion) == '\0' && *liaison_suggestion_get_country (suggestion) == '\0';
}

static void
close_list (LiaisonRecordPicker *self)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->picks_when_found = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
pick (LiaisonRecordPicker *self,
      LiaisonSuggestion   *suggestion)
{
  g_autoptr (LiaisonSuggestion) picked = g_object_ref (suggestion);

  close_list (self);
  if (is_addition (picked))
    g_signal_emit (self, signals[ADD], 0, liaison_suggestion_get_name (picked));
  else
    g_signal_emit (self, signals[PICKED], 0, picked);
}

static LiaisonSuggestion *
get_selected (LiaisonRecordPicker *self)
{
  GtkListBoxRow *row = gtk_widget_get_visible (self->popover) ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? liaison_suggestion_row_get_suggestion (LIAISON_SUGGESTION_ROW (gtk_list_box_row_get_child (row))) : NULL;
}

/* What is chosen is said where the focus is: the list itself never has it. */
static void
announce_selected (LiaisonRecordPicker *self)
{
  LiaisonSuggestion *selected = get_selected (self);
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  if (selected == NULL)
    return;

  text = liaison_suggestion_row_dup_text (selected, self->add_label);
  /* Translators: a suggestion, its place among all of them, and how many there are: "Dmytro Kuleba, 1 of 3" */
  message = g_strdup_printf (_("%s, %d of %u"), text, gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list)) + 1,
                             g_list_model_get_n_items (G_LIST_MODEL (self->suggestions)));
  liaison_announce (self->entry, message);
}

static void
open_list (LiaisonRecordPicker *self)
{
  /* As wide as the entry, which may have changed since. */
  gtk_widget_set_size_request (self->scroller, gtk_widget_get_width (self->entry), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* One that is open already would keep its height when there is less in it. */
  gtk_popover_present (GTK_POPOVER (self->popover));
  announce_selected (self);
}

static gboolean
has_exact (LiaisonRecordPicker *self,
           const char          *text)
{
  g_autofree char *folded = liaison_fold (text);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->suggestions)); i++)
    {
      g_autoptr (LiaisonSuggestion) suggestion = g_list_model_get_item (G_LIST_MODEL (self->suggestions), i);
      g_autofree char *name = liaison_fold (liaison_suggestion_get_name (suggestion));

      if (g_str_equal (name, folded))
        return TRUE;
    }

  return FALSE;
}

/* A person may have the name of another one; of anything else there is one of a name. */
static gboolean
may_add (LiaisonRecordPicker *self,
         const char          *text)
{
  gboolean people = self->source == LIAISON_PICK_CONTACTS || self->source == LIAISON_PICK_PARTICIPANTS;

  return self->add_label != NULL && *text != '\0' && (people || !has_exact (self, text));
}

static void
row_activated_cb (LiaisonRecordPicker *self,
                  GtkListBoxRow       *row)
{
  pick (self, liaison_suggestion_row_get_suggestion (LIAISON_SUGGESTION_ROW (gtk_list_box_row_get_child (row))));
}

static void
show_suggestions (LiaisonRecordPicker *self,
                  GPtrArray           *found)
{
  g_autofree char *text = g_strstrip (g_strdup (liaison_record_picker_get_text (self)));
  guint n_items;

  g_list_store_splice (self->suggestions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->suggestions)), found->pdata, found->len);
  if (may_add (self, text))
    {
      g_autoptr (LiaisonSuggestion) addition = liaison_suggestion_new (LIAISON_N_KINDS, NULL, NULL, text, NULL);

      g_list_store_append (self->suggestions, addition);
    }

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->suggestions));
  gtk_list_box_select_row (self->list, *text != '\0' ? gtk_list_box_get_row_at_index (self->list, 0) : NULL);
  if (n_items == 0)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (self->picks_when_found && *text != '\0')
    row_activated_cb (self, gtk_list_box_get_row_at_index (self->list, 0));
  else
    open_list (self);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LiaisonRecordPicker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  g_clear_object (&self->search);
  /* Without suggestions the form can still be filled; what is wrong with the store is told when it is saved. */
  if (found != NULL)
    show_suggestions (self, found);
}

static void
start_search (LiaisonRecordPicker *self,
              const char          *text)
{
  Search *search;

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->picks_when_found = FALSE;
  if (self->context == NULL)
    return;

  search = g_new0 (Search, 1);
  search->source = self->source;
  search->side = self->side;
  search->day = liaison_form_context_get_day (self->context);
  search->text = g_strstrip (g_strdup (text));
  self->search = g_cancellable_new ();
  liaison_store_run_async (liaison_form_context_get_store (self->context), LIAISON_QUEUE_PAGES, suggest_job, search, search_free,
                           (GDestroyNotify) g_ptr_array_unref, self->search, found_cb, g_object_ref (self));
}

static void
changed_cb (LiaisonRecordPicker *self)
{
  if (self->setting)
    return;

  if (*liaison_record_picker_get_text (self) != '\0')
    start_search (self, liaison_record_picker_get_text (self));
  else
    close_list (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* Everything there is to choose from, whatever the entry holds. */
static void
open_cb (LiaisonRecordPicker *self)
{
  gboolean open = gtk_widget_get_visible (self->popover);

  gtk_widget_grab_focus (self->entry);
  if (open)
    close_list (self);
  else
    start_search (self, "");
}

/* The list has no focus that would scroll it. */
static void
scroll_to (LiaisonRecordPicker *self,
           GtkListBoxRow       *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_next (LiaisonRecordPicker *self,
             int                  step)
{
  int n_items = g_list_model_get_n_items (G_LIST_MODEL (self->suggestions));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  if (n_items == 0)
    return;

  /* Up from the first goes to the last, and so does Up where nothing is chosen. */
  row = gtk_list_box_get_row_at_index (self->list, row == NULL && step < 0 ? n_items - 1 : (index + n_items) % n_items);
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
  announce_selected (self);
}

/* Enter: picks what is chosen, or what will be found. */
static gboolean
confirm (LiaisonRecordPicker *self)
{
  LiaisonSuggestion *selected = get_selected (self);

  if (selected != NULL && self->search == NULL)
    {
      pick (self, selected);
      return TRUE;
    }

  self->picks_when_found = self->search != NULL && *liaison_record_picker_get_text (self) != '\0';

  return self->picks_when_found;
}

/* Tab: a name that is written in full needs no Enter. */
static void
confirm_whole_name (LiaisonRecordPicker *self)
{
  LiaisonSuggestion *selected = get_selected (self);
  g_autofree char *typed = liaison_fold (liaison_record_picker_get_text (self));
  g_autofree char *name = selected != NULL && !is_addition (selected) ? liaison_fold (liaison_suggestion_get_name (selected)) : NULL;

  if (g_strcmp0 (typed, name) == 0)
    pick (self, selected);
}

static gboolean
key_pressed_cb (LiaisonRecordPicker *self,
                guint                key,
                guint                code,
                GdkModifierType      state)
{
  gboolean open = gtk_widget_get_visible (self->popover);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (open)
        select_next (self, key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : -1);
      else
        start_search (self, liaison_record_picker_get_text (self));
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return confirm (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      confirm_whole_name (self);
      return GDK_EVENT_PROPAGATE;

    case GDK_KEY_Escape:
      close_list (self);
      return open ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
left_cb (LiaisonRecordPicker *self)
{
  close_list (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  LiaisonRecordPicker *self = user_data;

  return liaison_suggestion_row_new (item, self->add_label);
}

static gboolean
liaison_record_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LIAISON_RECORD_PICKER (widget)->entry);
}

static void
liaison_record_picker_dispose (GObject *object)
{
  LiaisonRecordPicker *self = LIAISON_RECORD_PICKER (object);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_RECORD_PICKER);

  G_OBJECT_CLASS (liaison_record_picker_parent_class)->dispose (object);
}

static void
liaison_record_picker_finalize (GObject *object)
{
  LiaisonRecordPicker *self = LIAISON_RECORD_PICKER (object);

  g_object_unref (self->suggestions);
  g_free (self->add_label);

  G_OBJECT_CLASS (liaison_record_picker_parent_class)->finalize (object);
}

static void
liaison_record_picker_class_init (LiaisonRecordPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_record_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_record_picker_finalize;
  widget_class->focus = liaison_focus_order_move;
  widget_class->grab_focus = liaison_record_picker_grab_focus;

  signals[PICKED] = g_signal_new ("picked", LIAISON_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  LIAISON_TYPE_SUGGESTION);
  signals[ADD] = g_signal_new ("add", LIAISON_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EDITED] = g_signal_new ("edited", LIAISON_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", LIAISON_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-record-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonRecordPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonRecordPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, LiaisonRecordPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonRecordPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_record_picker_init (LiaisonRecordPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->suggestions = g_list_store_new (LIAISON_TYPE_SUGGESTION);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->suggestions), create_row, self, NULL);
}

LiaisonPickSource
liaison_pick_source_of_field (LiaisonKind kind,
                              guint       field)
{
  const LiaisonField *info = &liaison_kind_get_info (kind)->fields[field];

  if (info->type == LIAISON_FIELD_COUNTRY || info->type == LIAISON_FIELD_LIST)
    return LIAISON_PICK_COUNTRIES;
  if (kind == LIAISON_KIND_ENGAGEMENT && field == LIAISON_ENGAGEMENT_FORMAT)
    return LIAISON_PICK_GROUPINGS;

  switch (info->target)
    {
    case LIAISON_KIND_CONTACT:
      return LIAISON_PICK_CONTACTS;
    case LIAISON_KIND_ENGAGEMENT:
      return LIAISON_PICK_VISITS;
    case LIAISON_KIND_READOUT:
      return LIAISON_PICK_READOUTS;
    case LIAISON_KIND_TOPIC:
      return LIAISON_PICK_TOPICS;
    case LIAISON_KIND_ORGANISATION:
    case LIAISON_KIND_STORE:
    case LIAISON_KIND_MEMBERSHIP:
    case LIAISON_KIND_POST:
    case LIAISON_KIND_PARTICIPATION:
    case LIAISON_KIND_FOLLOW_UP:
    case LIAISON_KIND_STATED_TOTAL:
    case LIAISON_KIND_SAVED_SEARCH:
    case LIAISON_KIND_REPORT:
    case LIAISON_KIND_HIGHLIGHT:
    case LIAISON_KIND_ISSUE:
    case LIAISON_KIND_FORMER:
    case LIAISON_KIND_DISTINCTION:
    case LIAISON_N_KINDS:
    default:
      return LIAISON_PICK_ORGANISATIONS;
    }
}

GtkWidget *
liaison_record_picker_new (LiaisonPickSource source)
{
  LiaisonRecordPicker *self = g_object_new (LIAISON_TYPE_RECORD_PICKER, NULL);

  self->source = source;

  return GTK_WIDGET (self);
}

void
liaison_record_picker_set_source (LiaisonRecordPicker *self,
                                  LiaisonPickSource    source,
                                  LiaisonSide          side)
{
  g_return_if_fail (LIAISON_IS_RECORD_PICKER (self));

  self->source = source;
  self->side = side;
}

void
liaison_record_picker_set_add_label (LiaisonRecordPicker *self,
                                     const char          *label)
{
  g_return_if_fail (LIAISON_IS_RECORD_PICKER (self));

  g_free (self->add_label);
  self->add_label = g_strdup (label);
}

void
liaison_record_picker_set_context (LiaisonRecordPicker *self,
                                   LiaisonFormContext  *context)
{
  g_return_if_fail (LIAISON_IS_RECORD_PICKER (self));

  g_set_object (&self->context, context);
}

void
liaison_record_picker_set_placeholder (LiaisonRecordPicker *self,
                                       const char          *text)
{
  g_return_if_fail (LIAISON_IS_RECORD_PICKER (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
}

GtkWidget *
liaison_record_picker_get_entry (LiaisonRecordPicker *self)
{
  g_return_val_if_fail (LIAISON_IS_RECORD_PICKER (self), NULL);

  return self->entry;
}

const char *
liaison_record_picker_get_text (LiaisonRecordPicker *self)
{
  g_return_val_if_fail (LIAISON_IS_RECORD_PICKER (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
liaison_record_picker_set_text (LiaisonRecordPicker *self,
                                const char          *text)
{
  g_return_if_fail (LIAISON_IS_RECORD_PICKER (self));

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
  close_list (self);
}
