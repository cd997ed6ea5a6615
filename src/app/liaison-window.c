/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-mnemonics.h"
#include "liaison-record-form.h"
#include "liaison-settings.h"
#include "liaison-tab-stop.h"

#include <glib/gi18n.h>

/* The width classes of the design: one pane at a time, two, three; in pixels where the text has its usual size. */
#define MEDIUM_FROM 600
#define WIDE_FROM 1000
#define LEAST_WIDTH 360
#define NARROW_SEARCH_WIDTH 200
#define DETAIL_WIDTH 400
#define LEAST_DETAIL_WIDTH 340

/* What GTK takes for the resolution where nobody has asked for larger text, in its units: 1024ths of a dot per inch. */
#define USUAL_RESOLUTION (96 * 1024)

enum { PROP_0, PROP_SETTINGS, PROP_STORE, PROP_NARROW, PROP_MEDIUM, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LiaisonWindow, liaison_window, GTK_TYPE_APPLICATION_WINDOW)

/* Where it is narrow, the title needs the room of two buttons that few miss there. */
static void
update_decoration (LiaisonWindow *self)
{
  g_autofree char *layout = NULL;
  g_autoptr (GString) narrow = NULL;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout, NULL);
  narrow = g_string_new (layout);
  g_string_replace (narrow, "minimize", "", 0);
  g_string_replace (narrow, "maximize", "", 0);
  gtk_header_bar_set_decoration_layout (GTK_HEADER_BAR (gtk_window_get_titlebar (GTK_WINDOW (self))),
                                        self->narrow ? narrow->str : NULL);
}

static void
update_header (LiaisonWindow *self,
               gboolean       has_store,
               gboolean       has_list)
{
  gboolean searching = has_store && self->narrow && gtk_toggle_button_get_active (self->search_button);
  gboolean in_record = self->narrow && liaison_window_has_record (self) && has_list;

  gtk_widget_set_visible (self->new_button, has_store && !searching && !liaison_store_get_read_only (self->store));
  gtk_widget_set_visible (self->new_label, !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->places_button), has_store && self->narrow && !in_record && !searching);
  gtk_widget_set_visible (self->history_buttons, has_store && !searching && (!self->narrow || in_record));
  gtk_widget_set_visible (self->forward_button, !self->narrow);
  gtk_widget_set_visible (self->title_box, !searching);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), has_store && self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), has_store && (!self->narrow || searching));
  /* It has the room that the title leaves, which a header bar gives to nothing at its end. */
  gtk_widget_set_size_request (GTK_WIDGET (self->search_entry), searching ? NARROW_SEARCH_WIDTH : -1, -1);
}

static void
update_panes (LiaisonWindow *self,
              gboolean       has_list)
{
  gboolean wide = !self->narrow && !self->medium;
  gboolean choosing_place = self->narrow && gtk_toggle_button_get_active (self->places_button);
  gboolean has_record = liaison_window_has_record (self);

  gtk_widget_set_visible (self->sidebar, !self->narrow || choosing_place);
  gtk_widget_set_hexpand (self->sidebar, choosing_place);
  gtk_widget_set_visible (self->sidebar_separator, !self->narrow);
  gtk_widget_set_visible (self->main, !choosing_place);
  gtk_widget_set_visible (self->list_side, wide || !has_list || !has_record);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), has_list && (wide || has_record));
}

void
liaison_window_update_layout (LiaisonWindow *self)
{
  gboolean has_store = self->store != NULL;
  gboolean has_list = has_store && liaison_window_has_list (self);

  update_header (self, has_store, has_list);
  update_panes (self, has_list);
  liaison_window_update_history_actions (self);
}

void
liaison_window_update_title (LiaisonWindow *self)
{
  const char *place = self->store != NULL ? liaison_window_get_place_title (self) : _ ("Liaison");
  const char *name = self->store != NULL ? liaison_store_get_name (self->store) : "";
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;

  if (self->store != NULL && liaison_store_get_read_only (self->store))
    /* Translators: %s is the name of a store */
    subtitle = g_strdup_printf (_ ("%s (read-only)"), name);
  else
    subtitle = g_strdup (name);

  title = subtitle[0] != '\0' ? g_strdup_printf ("%s – %s", place, subtitle) : g_strdup (place);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->title_label, place);
  gtk_label_set_label (self->subtitle_label, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), subtitle[0] != '\0');
}

static void
store_changed_cb (LiaisonWindow *self)
{
  liaison_window_update_title (self);
  liaison_window_update_edit_actions (self);
  liaison_window_update_copy (self);
  liaison_window_update_transfer (self);
}

static void
store_replaced_cb (LiaisonWindow *self)
{
  if (liaison_store_get_replaced (self->store))
    liaison_window_tell_failure (self, _ ("The store was replaced"),
                                 _ ("Another program has put another file in its place, or taken it away, since it was opened here. Nothing more is "
                                    "saved into it. Open it again to go on with what is there now."));
}

void
liaison_window_set_store (LiaisonWindow *self,
                          LiaisonStore  *store)
{
  if (self->store != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->store, store_replaced_cb, self);
    }
  g_set_object (&self->store, store);
  if (store != NULL)
    {
      g_signal_connect_object (store, "notify", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "notify::replaced", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED);
      liaison_window_watch_copy (self);
    }
  liaison_search_entry_show_text (self->search_entry, "");
  liaison_saved_searches_set_store (self->saved_searches, store);
  store_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/* The window may be narrower than what it would show if it were wide, but nobody may ask how high that would be. */
static void
liaison_window_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (liaison_window_parent_class);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      int least;

      parent_class->measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, natural, minimum_baseline, natural_baseline);
      for_size = MAX (for_size, least);
    }
  parent_class->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (*minimum, LEAST_WIDTH);
      *natural = MAX (*natural, *minimum);
    }
}

/* The detail keeps its width, the list takes what is left. */
static void
place_divider (LiaisonWindow *self,
               int            width)
{
  int sidebar_width;

  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &sidebar_width, NULL, NULL, NULL);
  gtk_paned_set_position (self->panes, width - sidebar_width -
                          liaison_settings_get_int (self->settings, "detail-width", DETAIL_WIDTH));
}

/* Where the text is larger, less of it fits: how wide the window is to its text. */
static int
get_width_for_text (LiaisonWindow *self,
                    int            width)
{
  int resolution;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &resolution, NULL);
  return resolution > USUAL_RESOLUTION ? (int) ((gint64) width * USUAL_RESOLUTION / resolution) : width;
}

static void
set_width_class (LiaisonWindow *self,
                 int            width)
{
  gboolean narrow = width < MEDIUM_FROM;
  gboolean medium = !narrow && width < WIDE_FROM;

  if (narrow == self->narrow && medium == self->medium)
    return;

  self->narrow = narrow;
  self->medium = medium;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEDIUM]);
  update_decoration (self);
  liaison_window_update_layout (self);
}

/* What is shown follows the width before the children are given it, so no frame shows a layout that does not fit. */
static void
liaison_window_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  gboolean was_wide = self->has_width && !self->narrow && !self->medium;

  set_width_class (self, get_width_for_text (self, width));
  if (!was_wide && !self->narrow && !self->medium)
    place_divider (self, width);
  self->has_width = TRUE;

  GTK_WIDGET_CLASS (liaison_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
save_geometry (LiaisonWindow *self)
{
  gboolean maximised = gtk_window_is_maximized (GTK_WINDOW (self));
  int width;
  int height;

  /* Only what is laid out has a width. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->detail)) && !self->narrow && !self->medium &&
      gtk_widget_get_width (GTK_WIDGET (self->detail)) >= LEAST_DETAIL_WIDTH)
    liaison_settings_set_int (self->settings, "detail-width", gtk_widget_get_width (GTK_WIDGET (self->detail)));
  liaison_settings_set_boolean (self->settings, "maximised", maximised);
  if (maximised)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  liaison_settings_set_int (self->settings, "window-width", width);
  liaison_settings_set_int (self->settings, "window-height", height);
}

/* The windows that were opened from it and have nothing to ask go with it. */
static void
close_others (GtkWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *other = all; other != NULL; other = other->next)
    if (gtk_window_get_transient_for (other->data) == window)
      g_ptr_array_add (others, g_object_ref (other->data));
  for (guint i = 0; i < others->len; i++)
    gtk_window_close (others->pdata[i]);
}

static gboolean
liaison_window_close_request (GtkWindow *window)
{
  LiaisonWindow *self = LIAISON_WINDOW (window);

  /* A form with changes asks first; it has the say whether the window may go. */
  if (!liaison_record_form_close_all (window) || !liaison_window_may_end_transfer (self) || !liaison_window_may_close (self))
    return TRUE;

  close_others (window);
  save_geometry (self);
  liaison_window_close_store (self);
  return GTK_WINDOW_CLASS (liaison_window_parent_class)->close_request (window);
}

static void
liaison_window_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LiaisonWindow *self = LIAISON_WINDOW (object);

  switch (id)
    {
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_MEDIUM:
      g_value_set_boolean (value, self->medium);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_window_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LiaisonWindow *self = LIAISON_WINDOW (object);

  if (id == PROP_SETTINGS)
    self->settings = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_window_constructed (GObject *object)
{
  LiaisonWindow *self = LIAISON_WINDOW (object);

  G_OBJECT_CLASS (liaison_window_parent_class)->constructed (object);

  gtk_window_set_default_size (GTK_WINDOW (self), liaison_settings_get_int (self->settings, "window-width", 1280),
                               liaison_settings_get_int (self->settings, "window-height", 760));
  if (liaison_settings_get_boolean (self->settings, "maximised", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  liaison_window_load_lists (self);
  liaison_window_watch_settings (self);
  liaison_window_update_recent (self);
  liaison_window_update_title (self);
  liaison_window_update_layout (self);
  liaison_window_update_edit_actions (self);
  liaison_window_update_copy (self);
  liaison_window_update_transfer (self);
}

static void
liaison_window_dispose (GObject *object)
{
  LiaisonWindow *self = LIAISON_WINDOW (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->question, gtk_window_destroy);
  g_clear_handle_id (&self->transfer_timer, g_source_remove);
  g_cancellable_cancel (self->resolving);
  g_clear_object (&self->resolving);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_WINDOW);

  G_OBJECT_CLASS (liaison_window_parent_class)->dispose (object);
}

static void
liaison_window_finalize (GObject *object)
{
  LiaisonWindow *self = LIAISON_WINDOW (object);

  g_clear_object (&self->history);
  g_clear_pointer (&self->awaiting_target, g_variant_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_free (self->path);
  g_free (self->failure);

  G_OBJECT_CLASS (liaison_window_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LIAISON_TYPE_STORE, readable);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, readable);
  properties[PROP_MEDIUM] = g_param_spec_boolean ("medium", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* The titlebar is not bound: what is bound and a child of its own the template takes from the window, which would take it once more. */
static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, new_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, places_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, history_buttons);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, title_box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, screens);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, waiting_spinner);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, waiting_progress);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, sidebar_separator);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, places);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, saved_searches);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, main);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, copy_bar);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, copy_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, copy_spinner);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, transfer_bar);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, transfer_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, transfer_progress);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, mistake_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, list_side);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, place_stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, charts);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, reports);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, follow_ups_row);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, follow_ups_badge);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, engagements);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, contacts);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, organisations);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, detail);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, toast);
  gtk_widget_class_bind_template_callback_full (widget_class, "update_layout", G_CALLBACK (liaison_window_update_layout));
}

static void
liaison_window_class_init (LiaisonWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->get_property = liaison_window_get_property;
  object_class->set_property = liaison_window_set_property;
  object_class->constructed = liaison_window_constructed;
  object_class->dispose = liaison_window_dispose;
  object_class->finalize = liaison_window_finalize;
  widget_class->measure = liaison_window_measure;
  widget_class->size_allocate = liaison_window_size_allocate;
  window_class->close_request = liaison_window_close_request;

  install_properties (object_class);

  g_type_ensure (LIAISON_TYPE_CHARTS_PAGE);
  g_type_ensure (LIAISON_TYPE_OVERVIEW_PAGE);
  g_type_ensure (LIAISON_TYPE_CLAMP);
  g_type_ensure (LIAISON_TYPE_DETAIL_VIEW);
  g_type_ensure (LIAISON_TYPE_ERROR_PAGE);
  g_type_ensure (LIAISON_TYPE_FILTER_BAR);
  g_type_ensure (LIAISON_TYPE_FOLLOW_UPS_PAGE);
  g_type_ensure (LIAISON_TYPE_TOTALS_PAGE);
  g_type_ensure (LIAISON_TYPE_LIST_VIEW);
  g_type_ensure (LIAISON_TYPE_SAVED_SEARCHES);
  g_type_ensure (LIAISON_TYPE_SEARCH_ENTRY);
  g_type_ensure (LIAISON_TYPE_REPORTS_PAGE);
  g_type_ensure (LIAISON_TYPE_TOAST);
  g_type_ensure (LIAISON_TYPE_WELCOME);
  bind_template (widget_class);
  liaison_window_bind_places (widget_class);
  liaison_window_bind_totals (widget_class);
  liaison_window_bind_target (widget_class);
  liaison_window_bind_search (widget_class);
  liaison_window_bind_find (widget_class);
  liaison_window_bind_store (widget_class);
  liaison_window_bind_copy (widget_class);
  liaison_window_bind_transfer (widget_class);
  liaison_window_bind_edit (widget_class);
  liaison_window_bind_link (widget_class);
  liaison_window_bind_list (widget_class);
  liaison_window_bind_forms (widget_class);
  liaison_window_bind_past (widget_class);
  liaison_window_bind_drafts (widget_class);
}

static void
liaison_window_init (LiaisonWindow *self)
{
  self->history = liaison_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_mnemonics_strip (GTK_WIDGET (self->screens));
  liaison_tab_stop_unite (GTK_WIDGET (self->places));
  liaison_search_entry_set_key_capture (self->search_entry, GTK_WIDGET (self->list_side));
  g_signal_connect_object (self->history, "notify", G_CALLBACK (liaison_window_update_history_actions), self, G_CONNECT_SWAPPED);
}

LiaisonWindow *
liaison_window_new (GtkApplication *application,
                    GSettings      *settings)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return g_object_new (LIAISON_TYPE_WINDOW, "application", application, "settings", settings, NULL);
}

const char *
liaison_window_get_path (LiaisonWindow *self)
{
  g_return_val_if_fail (LIAISON_IS_WINDOW (self), NULL);

  return self->store != NULL || self->opening != NULL ? self->path : NULL;
}
