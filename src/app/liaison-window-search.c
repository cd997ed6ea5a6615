/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-announce.h"
#include "liaison-config.h"
#include "liaison-settings.h"

#include <glib/gi18n.h>

static const char *
get_typed (LiaisonWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* Mistakes */

static void
tell_mistakes (LiaisonWindow *self,
               GPtrArray     *mistakes)
{
  const char *message = liaison_search_entry_underline (self->search_entry, mistakes);

  gtk_widget_set_visible (GTK_WIDGET (self->mistake_label), message != NULL);
  if (message != NULL && !g_str_equal (message, gtk_label_get_label (self->mistake_label)))
    liaison_announce (GTK_WIDGET (self), message);
  gtk_label_set_label (self->mistake_label, message != NULL ? message : "");
}

static gpointer
resolve_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return liaison_query_resolve (db, data, error);
}

static void
resolved_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LiaisonWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mistakes = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  /* Another query is looked up by now, or the list tells what is wrong with the store. */
  if (mistakes == NULL)
    return;

  g_clear_object (&self->resolving);
  tell_mistakes (self, mistakes);
}

/* What the text alone shows is told at once, a name that nobody has when the store has been asked. */
static void
check_query (LiaisonWindow *self,
             LiaisonQuery  *query)
{
  g_cancellable_cancel (self->resolving);
  g_clear_object (&self->resolving);
  tell_mistakes (self, liaison_query_get_mistakes (query));
  if (self->store == NULL || liaison_query_is_empty (query))
    return;

  self->resolving = g_cancellable_new ();
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, resolve_job, liaison_query_ref (query), (GDestroyNotify) liaison_query_unref,
                           (GDestroyNotify) g_ptr_array_unref, self->resolving, resolved_cb, g_object_ref (self));
}

/* A mistake is not told while the suggestions still help with it. */
static void
search_suggesting_cb (LiaisonWindow *self)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (get_typed (self));

  check_query (self, query);
}

/* The entry */

static void
search_changed_cb (LiaisonWindow *self)
{
  /* A text that was set by going somewhere is told late, too: then nothing changes. */
  liaison_window_set_query (self, get_typed (self));
}

/* What is typed in the list goes into the entry; the next key shall go there by itself. */
static void
search_started_cb (LiaisonWindow *self)
{
  gtk_toggle_button_set_active (self->search_button, TRUE);
  liaison_search_entry_focus_end (self->search_entry);
}

static void
remember_search (LiaisonWindow *self)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (get_typed (self));
  g_auto (GStrv) recent = NULL;

  if (!liaison_query_is_empty (query) && liaison_query_get_mistakes (query)->len == 0)
    liaison_settings_add_search (self->settings, get_typed (self));
  recent = liaison_settings_dup_recent_searches (self->settings);
  liaison_search_entry_set_recent (self->search_entry, (const char * const *) recent);
}

static void
search_activated_cb (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);

  search_changed_cb (self);
  remember_search (self);
  if (list != NULL)
    liaison_list_view_focus_list (list);
}

/* The first Escape clears, the second leaves. */
static void
search_stopped_cb (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);

  if (*get_typed (self) != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      return;
    }
  gtk_toggle_button_set_active (self->search_button, FALSE);
  if (list != NULL)
    liaison_list_view_focus_list (list);
}

static void
search_toggled_cb (LiaisonWindow *self)
{
  liaison_window_update_layout (self);
  if (gtk_toggle_button_get_active (self->search_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_query_cb (LiaisonWindow *self)
{
  liaison_window_set_query (self, "");
}

/* Chips and panel */

static void
filter_changed_cb (LiaisonWindow *self,
                   const char    *text)
{
  liaison_window_set_query (self, text);
}

static void
filter_edit_cb (LiaisonWindow *self,
                guint          start,
                guint          end)
{
  gtk_toggle_button_set_active (self->search_button, TRUE);
  liaison_search_entry_edit (self->search_entry, start, end);
}

static void
filter_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  if (self->store != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->filter_bar)))
    liaison_filter_bar_open_panel (self->filter_bar);
}

/* Saved searches */

static void
saved_search_opened_cb (LiaisonWindow *self,
                        int            entity,
                        const char    *query)
{
  /* A place is called after what it lists. */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-query", "(ss)", liaison_vocabulary_get_token (&liaison_entities, entity), query);
}

/* What a saved search shows is in a place, but it is not the place. */
static void
saved_search_marked_cb (LiaisonWindow *self)
{
  gtk_list_box_unselect_all (self->places);
}

static void
saved_search_told_cb (LiaisonWindow *self,
                      const char    *message,
                      gboolean       undo)
{
  liaison_toast_show (self->toast, message, undo ? _ ("_Undo") : NULL, undo ? "win.undo" : NULL);
}

static LiaisonEntity
get_entity (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);

  return list != NULL ? liaison_list_view_get_entity (list) : LIAISON_ENTITY_ENGAGEMENTS;
}

static void
save_search_action_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  g_autofree char *text = NULL;

  liaison_window_flush_search (self);
  text = g_strstrip (g_strdup (get_typed (self)));
  if (*text == '\0')
    return;
  /* The person names it where it will stand. */
  if (self->narrow)
    gtk_toggle_button_set_active (self->places_button, TRUE);
  liaison_saved_searches_add (self->saved_searches, text, get_entity (self), text);
}

static void
search_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  if (self->store == NULL)
    return;
  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  /* What is typed takes the stead of the old query, as everywhere. */
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

void
liaison_window_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_suggesting_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_query_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_search_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_search_marked_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_search_told_cb);

  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_action_cb);
  gtk_widget_class_install_action (widget_class, "win.save-search", NULL, save_search_action_cb);
}

void
liaison_window_show_search (LiaisonWindow *self,
                            LiaisonQuery  *query,
                            LiaisonEntity  entity)
{
  g_auto (GStrv) recent = liaison_settings_dup_recent_searches (self->settings);

  liaison_search_entry_set_source (self->search_entry, self->store, entity);
  liaison_search_entry_set_recent (self->search_entry, (const char * const *) recent);
  liaison_search_entry_show_text (self->search_entry, liaison_query_get_text (query));
  liaison_filter_bar_show_query (self->filter_bar, query, self->store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-search",
                                 self->store != NULL && !liaison_store_get_read_only (self->store) && !liaison_query_is_empty (query));
  liaison_saved_searches_show_current (self->saved_searches, entity, liaison_query_get_text (query));
  check_query (self, query);
}

void
liaison_window_flush_search (LiaisonWindow *self)
{
  liaison_window_set_query (self, get_typed (self));
}
