/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-follow-ups-page.h"

#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-day.h"
#include "liaison-error-text.h"
#include "liaison-focus-order.h"
#include "liaison-follow-up-line.h"
#include "liaison-status-page.h"

#include <glib/gi18n-lib.h>

/* So many are shown at first, and so many more each time that more are asked for. */
#define STEP 200

struct _LiaisonFollowUpsPage
{
  GtkWidget          parent_instance;

  GtkWidget         *content;
  GtkToggleButton   *open_button;
  GtkToggleButton   *closed_button;
  GtkStack          *states;
  LiaisonStatusPage *status;
  GtkListBox        *list;
  GtkWidget         *more_button;

  LiaisonStore      *store;
  GCancellable      *loading;
  guint              most;
  guint              n_overdue;
  gboolean           wants_focus; /* asked for before there was a row to take it */
};

enum { PROP_0, PROP_STORE, PROP_N_OVERDUE, N_PROPS };
enum { SIGNAL_OPENED, SIGNAL_TOLD, SIGNAL_FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonFollowUpsPage, liaison_follow_ups_page, GTK_TYPE_WIDGET)

typedef struct
{
  gboolean closed;
  guint    most;
} Wanted;

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wanted *wanted = data;

  return liaison_follow_ups_load (db, wanted->closed, liaison_day_today (), wanted->most, error);
}

/* Ticking */

typedef struct
{
  LiaisonFollowUpsPage *page;
  char                 *message;
} Ticking;

static void
ticking_free (Ticking *ticking)
{
  g_object_unref (ticking->page);
  g_free (ticking->message);
  g_free (ticking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ticking, ticking_free)

static void load (LiaisonFollowUpsPage *self);

static void
ticked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Ticking) ticking = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (liaison_store_edit_finish (LIAISON_STORE (object), result, &error))
    {
      g_signal_emit (ticking->page, signals[SIGNAL_TOLD], 0, ticking->message);
      return;
    }

  /* The box shows what is stored. */
  load (ticking->page);
  message = liaison_error_dup_message (error);
  if (!liaison_error_is_cancelled (error))
    g_signal_emit (ticking->page, signals[SIGNAL_FAILED], 0, message);
}

static void
tick_cb (LiaisonFollowUpsPage *self,
         gboolean              done,
         LiaisonFollowUpLine  *line)
{
  const char *text = liaison_follow_up_line_get_text (line);
  g_autoptr (LiaisonChanges) changes = liaison_follow_up_tick (liaison_follow_up_line_get_uuid (line), text, done);
  Ticking *ticking = g_new (Ticking, 1);

  ticking->page = g_object_ref (self);
  /* Translators: what has happened to what was to be done */
  ticking->message = g_strdup_printf (done ? _ ("Done: %s") : _ ("Taken up again: %s"), text);
  liaison_store_edit_async (self->store, changes, ticked_cb, ticking);
}

/* Where the focus is, so that it stays there when the list is filled anew. */
typedef struct
{
  char    *uuid; /* (nullable): of the follow-up with the focus */
  int      index;
  gboolean on_tick;
} Focus;

static void
clear_focus (Focus *focus)
{
  g_free (focus->uuid);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Focus, clear_focus)

static Focus
note_focus (LiaisonFollowUpsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;
  Focus focus = { NULL, 0, FALSE };

  if (widget != NULL && !LIAISON_IS_FOLLOW_UP_LINE (widget))
    widget = gtk_widget_get_ancestor (widget, LIAISON_TYPE_FOLLOW_UP_LINE);
  if (widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (self->list)))
    return focus;

  focus.uuid = g_strdup (liaison_follow_up_line_get_uuid (LIAISON_FOLLOW_UP_LINE (widget)));
  focus.index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget));
  focus.on_tick = liaison_follow_up_line_has_tick_focus (LIAISON_FOLLOW_UP_LINE (widget));

  return focus;
}

/* What was ticked has gone: the next one has come to its place, and one goes on from there. */
static void
restore_focus (LiaisonFollowUpsPage *self,
               const Focus          *focus)
{
  GtkListBoxRow *row = NULL;
  GtkListBoxRow *found = NULL;
  guint n = 0;

  if (self->wants_focus && gtk_widget_is_focus (GTK_WIDGET (self->open_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->wants_focus = FALSE;
  if (focus->uuid == NULL)
    return;

  for (; (row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL; n++)
    {
      if (g_str_equal (liaison_follow_up_line_get_uuid (LIAISON_FOLLOW_UP_LINE (row)), focus->uuid))
        found = row;
    }
  if (found == NULL && n > 0)
    found = gtk_list_box_get_row_at_index (self->list, MIN (focus->index, (int) n - 1));

  if (found == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->open_button));
  else if (focus->on_tick)
    liaison_follow_up_line_focus_tick (LIAISON_FOLLOW_UP_LINE (found));
  else
    gtk_widget_grab_focus (GTK_WIDGET (found));
}

static void
show_counts (LiaisonFollowUpsPage   *self,
             const LiaisonFollowUps *follow_ups)
{
  /* Translators: a choice of what is listed, and how many there are */
  g_autofree char *open = g_strdup_printf (_ ("Open · %'u"), follow_ups->n_open);
  g_autofree char *closed = g_strdup_printf (_ ("Done · %'u"), follow_ups->n_closed);

  gtk_button_set_label (GTK_BUTTON (self->open_button), open);
  gtk_button_set_label (GTK_BUTTON (self->closed_button), closed);
  if (self->n_overdue == follow_ups->n_overdue)
    return;

  self->n_overdue = follow_ups->n_overdue;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OVERDUE]);
}

static void
show (LiaisonFollowUpsPage   *self,
      const LiaisonFollowUps *follow_ups)
{
  gboolean closed = !gtk_toggle_button_get_active (self->open_button);
  gboolean editable = !liaison_store_get_read_only (self->store);
  g_auto (Focus) focus = note_focus (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < follow_ups->items->len; i++)
    {
      GtkWidget *line = liaison_follow_up_line_new (g_ptr_array_index (follow_ups->items, i), editable);

      g_signal_connect_object (line, "ticked", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, line);
    }

  show_counts (self, follow_ups);
  gtk_widget_set_visible (self->more_button, follow_ups->items->len < (closed ? follow_ups->n_closed : follow_ups->n_open));
  g_object_set (self->status,
                "title", closed ? _ ("Nothing is done yet") : _ ("Nothing is left to be done"),
                "description", closed ? "" : _ ("Follow-ups are added where an engagement is edited."), NULL);
  gtk_stack_set_visible_child_name (self->states, follow_ups->items->len > 0 ? "list" : "none");
  restore_focus (self, &focus);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonFollowUpsPage) self = user_data;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonFollowUps) follow_ups = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  g_clear_object (&self->loading);
  if (follow_ups != NULL)
    {
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        show (self, follow_ups);
      else
        show_counts (self, follow_ups);
      return;
    }
  message = liaison_error_dup_message (error);
  g_object_set (self->status, "title", _ ("The follow-ups could not be read"), "description", message, NULL);
  gtk_stack_set_visible_child_name (self->states, "none");
}

/* While the page is not up nobody but the sidebar asks, and for the counts alone; they are never so urgent as the rows of a list. */
static void
load (LiaisonFollowUpsPage *self)
{
  gboolean mapped = gtk_widget_get_mapped (GTK_WIDGET (self));
  Wanted *wanted;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->store == NULL)
    return;

  wanted = g_new (Wanted, 1);
  wanted->closed = !gtk_toggle_button_get_active (self->open_button);
  wanted->most = mapped ? self->most : 0;
  self->loading = g_cancellable_new ();
  liaison_store_run_async (self->store, mapped ? LIAISON_QUEUE_PAGES : LIAISON_QUEUE_CHARTS, load_job, wanted, g_free, (GDestroyNotify) liaison_follow_ups_free,
                           self->loading, loaded_cb, g_object_ref (self));
}

static void
chosen_cb (LiaisonFollowUpsPage *self)
{
  self->most = STEP;
  load (self);
}

static void
more_cb (LiaisonFollowUpsPage *self)
{
  self->most += STEP;
  load (self);
}

static void
activated_cb (LiaisonFollowUpsPage *self,
              LiaisonFollowUpLine  *line)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, liaison_follow_up_line_get_engagement (line));
}

static void
update_head (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       user_data)
{
  const char *head = liaison_follow_up_line_get_head (LIAISON_FOLLOW_UP_LINE (row));
  GtkWidget *label;

  if (before != NULL && g_str_equal (head, liaison_follow_up_line_get_head (LIAISON_FOLLOW_UP_LINE (before))))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = g_object_new (GTK_TYPE_LABEL, "label", head, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "section");
  gtk_list_box_row_set_header (row, label);
}

static void
set_store (LiaisonFollowUpsPage *self,
           LiaisonStore         *store)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, load, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
}

/* The list is what one came for. */
static gboolean
liaison_follow_ups_page_grab_focus (GtkWidget *widget)
{
  LiaisonFollowUpsPage *self = LIAISON_FOLLOW_UPS_PAGE (widget);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  self->wants_focus = first == NULL && self->loading != NULL;

  return gtk_widget_grab_focus (first != NULL ? GTK_WIDGET (first) : GTK_WIDGET (self->open_button));
}

static void
liaison_follow_ups_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_follow_ups_page_parent_class)->map (widget);
  load (LIAISON_FOLLOW_UPS_PAGE (widget));
}

static void
liaison_follow_ups_page_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  LiaisonFollowUpsPage *self = LIAISON_FOLLOW_UPS_PAGE (object);

  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_N_OVERDUE:
      g_value_set_uint (value, self->n_overdue);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_follow_ups_page_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  LiaisonFollowUpsPage *self = LIAISON_FOLLOW_UPS_PAGE (object);

  if (id != PROP_STORE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (self->store != g_value_get_object (value))
    set_store (self, g_value_get_object (value));
}

static void
liaison_follow_ups_page_dispose (GObject *object)
{
  LiaisonFollowUpsPage *self = LIAISON_FOLLOW_UPS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_FOLLOW_UPS_PAGE);

  G_OBJECT_CLASS (liaison_follow_ups_page_parent_class)->dispose (object);
}

static void
liaison_follow_ups_page_class_init (LiaisonFollowUpsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_follow_ups_page_get_property;
  object_class->set_property = liaison_follow_ups_page_set_property;
  object_class->dispose = liaison_follow_ups_page_dispose;

  widget_class->map = liaison_follow_ups_page_map;
  widget_class->focus = liaison_focus_order_move;
  widget_class->grab_focus = liaison_follow_ups_page_grab_focus;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LIAISON_TYPE_STORE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_OVERDUE] = g_param_spec_uint ("n-overdue", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);
  signals[SIGNAL_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);

  g_type_ensure (LIAISON_TYPE_CLAMP);
  g_type_ensure (LIAISON_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-follow-ups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpsPage, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpsPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpsPage, closed_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpsPage, states);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpsPage, status);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpsPage, list);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFollowUpsPage, more_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_follow_ups_page_init (LiaisonFollowUpsPage *self)
{
  self->most = STEP;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_head, NULL, NULL);
}
