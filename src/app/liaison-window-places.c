/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-config.h"
#include "liaison-query.h"
#include "liaison-session.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *title;
  const char *kind;     /* of the records that it lists; NULL where it is no list */
  gboolean    searched; /* whether it shows what the query finds */
} Place;

static const Place place_table[] = {
  { "engagements", NC_ ("place", "Engagements"), "engagement", TRUE },
  { "contacts", NC_ ("place", "Contacts"), "contact", TRUE },
  { "organisations", NC_ ("place", "Organisations"), "organisation", TRUE },
  { "overview", NC_ ("place", "Overview"), NULL, TRUE },
  { "charts", NC_ ("place", "Charts"), NULL, TRUE },
  { "reports", NC_ ("place", "Reports"), NULL, FALSE },
  { "follow-ups", NC_ ("place", "Follow-ups"), NULL, FALSE },
  { "totals", NC_ ("place", "Stated totals"), "stated_total", FALSE },
};

static const Place *
find_place (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_table); i++)
    if (g_strcmp0 (place_table[i].name, name) == 0)
      return &place_table[i];
  return NULL;
}

static const Place *
find_place_of_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_table); i++)
    if (g_strcmp0 (place_table[i].kind, kind) == 0)
      return &place_table[i];
  return NULL;
}

static const LiaisonLocation *
get_location (LiaisonWindow *self)
{
  return liaison_history_get_current (self->history);
}

gboolean
liaison_window_is_wide (LiaisonWindow *self)
{
  return !self->narrow && !self->medium;
}

LiaisonListView *
liaison_window_get_list (LiaisonWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->place_stack);

  return LIAISON_IS_LIST_VIEW (child) ? LIAISON_LIST_VIEW (child) : NULL;
}

gboolean
liaison_window_has_list (LiaisonWindow *self)
{
  return liaison_window_get_list (self) != NULL;
}

gboolean
liaison_window_has_record (LiaisonWindow *self)
{
  const LiaisonLocation *location = get_location (self);

  return location != NULL && location->uuid[0] != '\0';
}

/* Where nothing is searched the query waits for a place where it is. */
static gboolean
is_searched (const LiaisonLocation *location)
{
  const Place *place = find_place (location->place);

  return place != NULL && place->searched;
}

static void
show_query (LiaisonWindow         *self,
            const LiaisonLocation *location)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (is_searched (location) ? location->query : "");
  LiaisonListView *list = liaison_window_get_list (self);

  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), is_searched (location));
  liaison_window_show_search (self, query, list != NULL ? liaison_list_view_get_entity (list) : LIAISON_ENTITY_ENGAGEMENTS);
  if (list != NULL)
    {
      liaison_list_view_set_query (list, query);
      liaison_list_view_set_store (list, self->store);
    }
  else if (gtk_stack_get_visible_child (self->place_stack) == GTK_WIDGET (self->overview))
    {
      liaison_overview_page_set_query (self->overview, query);
      liaison_overview_page_set_store (self->overview, self->store);
    }
  else if (gtk_stack_get_visible_child (self->place_stack) == GTK_WIDGET (self->reports))
    {
      liaison_reports_page_set_store (self->reports, self->store);
    }
  else if (gtk_stack_get_visible_child (self->place_stack) == GTK_WIDGET (self->charts))
    {
      liaison_charts_page_set_query (self->charts, query);
      liaison_charts_page_set_store (self->charts, self->store);
    }
}

static void
select_place_row (LiaisonWindow *self,
                  const char    *place)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->places)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (gtk_widget_get_name (row), place))
      gtk_list_box_select_row (self->places, GTK_LIST_BOX_ROW (row));
}

static void
show_record (LiaisonWindow         *self,
             const LiaisonLocation *location)
{
  const Place *place = find_place (location->place);
  LiaisonListView *list = liaison_window_get_list (self);

  liaison_detail_view_set_placeholder (self->detail, place != NULL ? place->kind : NULL);
  liaison_detail_view_show_record (self->detail, location->kind, location->uuid);
  /* Where there is one pane, what is selected stays so in the list that one comes back to. */
  if (list != NULL && !liaison_window_is_wide (self) && location->uuid[0] == '\0')
    liaison_list_view_pick_again (list);
  else if (list != NULL)
    liaison_list_view_select (list, location->listed);
  if (liaison_window_shows_totals (self))
    liaison_totals_page_select (self->totals, location->uuid);
}

/* Makes the window show the present location of its history. */
static void
show_location (LiaisonWindow *self)
{
  const LiaisonLocation *location = get_location (self);

  if (self->store == NULL || location == NULL)
    return;

  gtk_stack_set_visible_child_name (self->place_stack, location->place);
  select_place_row (self, location->place);
  show_query (self, location);
  show_record (self, location);

  gtk_toggle_button_set_active (self->places_button, FALSE);
  liaison_window_update_title (self);
  liaison_window_update_layout (self);
  liaison_window_update_edit_actions (self);
  liaison_window_update_transfer (self);
}

static void
go_to (LiaisonWindow   *self,
       LiaisonLocation *location)
{
  liaison_history_push (self->history, location);
  liaison_location_free (location);
  show_location (self);
}

/* A record chosen in the list takes the stead of the one chosen there before: Back does not lead through all that one looked at. */
static void
choose (LiaisonWindow *self,
        const char    *kind,
        const char    *uuid,
        int            id)
{
  const LiaisonLocation *current = get_location (self);
  g_autoptr (LiaisonLocation) chosen = liaison_location_new (current->place, current->query, kind, uuid, id);

  /* What is shown already, as of an earlier start, only comes to be in the list. */
  if (current->listed != 0 || liaison_location_equal (current, chosen))
    liaison_history_replace (self->history, chosen);
  else
    liaison_history_push (self->history, chosen);
  show_location (self);
}

static void
picked_cb (LiaisonWindow *self,
           const char    *kind,
           const char    *uuid,
           int            id)
{
  if (liaison_window_is_wide (self))
    {
      choose (self, kind, uuid, id);
      return;
    }
  /* Where there is one pane, walking through the list must not leave it: the record is loaded for what may be done with it. */
  liaison_detail_view_show_record (self->detail, kind, uuid);
  liaison_window_update_edit_actions (self);
}

static void
opened_cb (LiaisonWindow *self,
           const char    *kind,
           const char    *uuid,
           int            id)
{
  choose (self, kind, uuid, id);
  if (!liaison_window_is_wide (self))
    liaison_detail_view_focus_page (self->detail);
}

void
liaison_window_set_query (LiaisonWindow *self,
                          const char    *text)
{
  const LiaisonLocation *current = get_location (self);
  g_autoptr (LiaisonLocation) typed = NULL;

  if (self->store == NULL || current == NULL)
    return;
  if (!is_searched (current))
    {
      if (*text != '\0')
        go_to (self, liaison_location_new (place_table[0].name, text, NULL, NULL, 0));
      return;
    }
  if (g_str_equal (current->query, text))
    return;

  /* Where there is one pane, the list is what one searches in: the record makes room for it. */
  typed = liaison_window_is_wide (self) ? liaison_location_new (current->place, text, current->kind, current->uuid, current->listed)
                         : liaison_location_new (current->place, text, NULL, NULL, 0);
  liaison_history_replace (self->history, typed);
  show_location (self);
}

static void
show_place (LiaisonWindow *self,
            const char    *place)
{
  if (self->store == NULL || find_place (place) == NULL)
    return;
  /* The entry tells a moment late what was typed. */
  liaison_window_flush_search (self);
  go_to (self, liaison_location_new (place, get_location (self)->query, NULL, NULL, 0));
}

static void
place_activated_cb (LiaisonWindow *self,
                    GtkListBoxRow *row)
{
  show_place (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* A mark of a chart leads to the list of the engagements under it. */
static void
chart_opened_cb (LiaisonWindow *self,
                 const char    *query)
{
  go_to (self, liaison_location_new ("engagements", query, NULL, NULL, 0));
}

/* A stretch of a chart's time was chosen: the chart is drawn of that alone. */
static void
chart_narrowed_cb (LiaisonWindow *self,
                   const char    *query)
{
  go_to (self, liaison_location_new ("charts", query, NULL, NULL, 0));
}

static void
report_told_cb (LiaisonWindow *self,
                const char    *message)
{
  liaison_toast_show (self->toast, message, NULL, NULL);
}

/* The engagement that a follow-up comes from. */
static void
follow_up_opened_cb (LiaisonWindow *self,
                     const char    *uuid)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "engagement", uuid);
  liaison_detail_view_focus_page (self->detail);
}

static void
follow_up_told_cb (LiaisonWindow *self,
                   const char    *message)
{
  liaison_toast_show (self->toast, message, _ ("_Undo"), "win.undo");
}

/* The row of the place says how many are overdue. */
static void
follow_ups_counted_cb (LiaisonWindow *self)
{
  guint n;
  g_autofree char *badge = NULL;
  g_autofree char *name = NULL;

  g_object_get (self->follow_ups, "n-overdue", &n, NULL);
  badge = n > 0 ? g_strdup_printf ("%'u", n) : g_strdup ("");
  /* Translators: the name of a place in the sidebar, and what it tells */
  name = n > 0 ? g_strdup_printf (ngettext ("Follow-ups, %'u overdue", "Follow-ups, %'u overdue", n), n) : g_strdup (_ ("Follow-ups"));
  gtk_label_set_label (self->follow_ups_badge, badge);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->follow_ups_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
liaison_window_resume_report (LiaisonWindow *self,
                              LiaisonDraft  *draft)
{
  show_place (self, "reports");
  liaison_reports_page_resume (self->reports, draft);
}

static void
focus_place (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);

  if (list != NULL)
    liaison_list_view_focus_list (list);
  else if (gtk_stack_get_visible_child (self->place_stack) == GTK_WIDGET (self->follow_ups))
    gtk_widget_grab_focus (GTK_WIDGET (self->follow_ups));
  else if (liaison_window_shows_totals (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->totals));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->place_stack), GTK_DIR_TAB_FORWARD);
}

static void
show_place_action_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  show_place (self, g_variant_get_string (parameter, NULL));
  focus_place (self);
}

static void
show_record_action_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  const LiaisonLocation *current = get_location (self);
  const char *kind;
  const char *uuid;
  const Place *place;
  gboolean beside;

  g_variant_get (parameter, "(&s&s)", &kind, &uuid);
  place = find_place_of_kind (kind);
  if (current == NULL || place == NULL)
    return;
  /* A place without a detail pane cannot show a record beside itself, and a stated total has its own. */
  beside = liaison_window_has_list (self) && !g_str_equal (place->name, "totals");
  go_to (self, liaison_location_new (beside ? current->place : place->name, current->query, kind, uuid, 0));
  if (liaison_window_shows_totals (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->totals));
}

static void
show_query_action_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  const char *place;
  const char *query;

  g_variant_get (parameter, "(&s&s)", &place, &query);
  if (self->store != NULL && find_place (place) != NULL)
    go_to (self, liaison_location_new (place, query, NULL, NULL, 0));
}

static void
show_chart_action_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  const char *kind;
  const char *query;

  g_variant_get (parameter, "(&s&s)", &kind, &query);
  if (self->store == NULL || !liaison_charts_page_show_kind (self->charts, kind))
    return;

  go_to (self, liaison_location_new ("charts", query, NULL, NULL, 0));
}

/* Where there is one pane, Back leads from a record to its list also when the window has been nowhere else. */
static void
back_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  const LiaisonLocation *current = get_location (self);

  if (liaison_history_go_back (self->history) == NULL && !liaison_window_is_wide (self) && liaison_window_has_record (self))
    {
      g_autoptr (LiaisonLocation) list = liaison_location_new (current->place, current->query, NULL, NULL, 0);

      liaison_history_replace (self->history, list);
    }
  show_location (self);
  if (!liaison_window_is_wide (self) && !liaison_window_has_record (self) && liaison_window_has_list (self))
    liaison_list_view_focus_list (liaison_window_get_list (self));
}

static void
forward_action_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  liaison_history_go_forward (self->history);
  show_location (self);
}

void
liaison_window_bind_places (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_told_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_up_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_up_told_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_ups_counted_cb);

  gtk_widget_class_install_action (widget_class, "win.show-place", "s", show_place_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-record", "(ss)", show_record_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-query", "(ss)", show_query_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-chart", "(ss)", show_chart_action_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_action_cb);
}

void
liaison_window_update_history_actions (LiaisonWindow *self)
{
  gboolean back = liaison_history_can_go_back (self->history) || (!liaison_window_is_wide (self) && liaison_window_has_record (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->store != NULL && back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward",
                                 self->store != NULL && liaison_history_can_go_forward (self->history));
}

/* Whether this version can show it. */
static gboolean
is_known (const LiaisonLocation *location)
{
  return find_place (location->place) != NULL && (location->uuid[0] == '\0' || find_place_of_kind (location->kind) != NULL);
}

void
liaison_window_start_places (LiaisonWindow *self)
{
  const char *path = liaison_store_get_path (self->store);
  g_autoptr (LiaisonLocation) first = liaison_session_dup_location (self->settings, path);
  g_autofree char *chart = liaison_session_dup_chart (self->settings, path);

  if (first == NULL || !is_known (first))
    {
      g_clear_pointer (&first, liaison_location_free);
      first = liaison_location_new (place_table[0].name, NULL, NULL, NULL, 0);
    }
  liaison_history_clear (self->history);
  liaison_history_push (self->history, first);
  liaison_charts_page_show_kind (self->charts, chart);
  show_location (self);
  focus_place (self);
}

void
liaison_window_save_session (LiaisonWindow *self)
{
  const LiaisonLocation *location = get_location (self);

  if (self->store == NULL || location == NULL)
    return;
  /* The entry tells a moment late what was typed. */
  liaison_window_flush_search (self);
  liaison_session_save (self->settings, liaison_store_get_path (self->store), get_location (self), liaison_charts_page_get_kind (self->charts));
}

void
liaison_window_leave_places (LiaisonWindow *self)
{
  liaison_charts_page_set_store (self->charts, NULL);
  liaison_overview_page_set_store (self->overview, NULL);
  liaison_reports_page_set_store (self->reports, NULL);
  g_object_set (self->totals, "store", NULL, NULL);
  liaison_list_view_set_store (self->engagements, NULL);
  liaison_list_view_set_store (self->contacts, NULL);
  liaison_list_view_set_store (self->organisations, NULL);
  liaison_history_clear (self->history);
}

void
liaison_window_close_record (LiaisonWindow *self)
{
  const LiaisonLocation *current = get_location (self);
  g_autoptr (LiaisonLocation) list = NULL;

  if (current == NULL)
    return;
  list = liaison_location_new (current->place, current->query, NULL, NULL, 0);
  liaison_history_replace (self->history, list);
  show_location (self);
}

void
liaison_window_show_record (LiaisonWindow *self,
                            const char    *kind,
                            const char    *uuid)
{
  const Place *place = find_place_of_kind (kind);

  if (self->store != NULL && place != NULL)
    go_to (self, liaison_location_new (place->name, NULL, kind, uuid, 0));
}

gboolean
liaison_window_shows_engagements (LiaisonWindow *self)
{
  const LiaisonLocation *location = get_location (self);

  return location != NULL && !g_str_equal (location->place, "contacts") && !g_str_equal (location->place, "organisations");
}

const char *
liaison_window_get_query (LiaisonWindow *self)
{
  const LiaisonLocation *location = get_location (self);

  return location != NULL ? location->query : "";
}

const char *
liaison_window_get_place_title (LiaisonWindow *self)
{
  const LiaisonLocation *location = get_location (self);
  const Place *place = location != NULL ? find_place (location->place) : NULL;

  return place != NULL ? g_dpgettext2 (NULL, "place", place->title) : "";
}
