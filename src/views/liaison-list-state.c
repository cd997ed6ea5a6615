/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-view-private.h"

#include "liaison-announce.h"
#include "liaison-config.h"
#include "liaison-error-text.h"
#include "liaison-inscription.h"
#include "liaison-list-head.h"

#include <glib/gi18n-lib.h>

/* Milliseconds: what is there before needs no spinner, which would keep the processor from it. */
#define SPIN_AFTER 400

static gboolean
has_query (LiaisonListView *self)
{
  return self->query != NULL && !liaison_query_is_empty (self->query);
}

static gboolean
spin_cb (gpointer data)
{
  LiaisonListView *self = data;

  self->spinner_source = 0;
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
show_loading (LiaisonListView *self,
              gboolean         loading)
{
  if (!loading)
    {
      g_clear_handle_id (&self->spinner_source, g_source_remove);
      gtk_spinner_stop (self->spinner);
    }
  else if (self->spinner_source == 0 && !gtk_spinner_get_spinning (self->spinner))
    {
      self->spinner_source = g_timeout_add (SPIN_AFTER, spin_cb, self);
    }
}

static void
name_no_match (LiaisonListView *self)
{
  /* Translators: %s is what was searched for */
  g_autofree char *title = g_strdup_printf (_ ("Nothing matches “%s”"), liaison_query_get_text (self->query));

  g_object_set (self->no_match, "title", title, NULL);
}

/* Nothing is said to match nothing while the ids are under way: for the blink of an eye that would be a lie. */
void
liaison_list_view_update_state (LiaisonListView *self)
{
  const char *state = self->is_narrow ? "rows" : "columns";
  gboolean loading = self->list != NULL && liaison_lazy_list_get_loading (self->list);
  gboolean is_empty = self->list != NULL && !loading && liaison_lazy_list_get_records (self->list) == 0;

  if (self->has_failed)
    {
      state = "failed";
    }
  else if (is_empty && has_query (self))
    {
      name_no_match (self);
      state = "no-match";
    }
  else if (is_empty)
    {
      state = "empty";
    }
  gtk_stack_set_visible_child_name (self->states, state);
  show_loading (self, loading);
}

void
liaison_list_view_update_head (LiaisonListView *self)
{
  g_autofree char *text = NULL;
  g_autofree char *rule = NULL;

  if (self->list != NULL && !liaison_lazy_list_get_loading (self->list))
    text = liaison_list_head_write (self->list, &rule);
  liaison_inscription_show (self->head, text != NULL ? text : "", 0);
  if (g_strcmp0 (rule, gtk_widget_get_tooltip_text (GTK_WIDGET (self->head))) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->head), rule);
}

/* Who does not see the head of the list hears how many a search has found. */
void
liaison_list_view_announce_head (LiaisonListView *self)
{
  g_autofree char *nothing = NULL;

  if (!self->wants_announcement)
    return;
  self->wants_announcement = FALSE;
  if (liaison_lazy_list_get_records (self->list) == 0)
    g_object_get (self->no_match, "title", &nothing, NULL);
  liaison_announce (GTK_WIDGET (self), nothing != NULL ? nothing : gtk_inscription_get_text (self->head));
}

void
liaison_list_view_failed_cb (LiaisonListView *self,
                             GError          *error)
{
  g_autofree char *message = liaison_error_dup_message (error);

  self->has_failed = TRUE;
  g_object_set (self->failed, "description", message, NULL);
  liaison_list_view_update_state (self);
}

void
liaison_list_view_update_empty (LiaisonListView *self)
{
  gboolean editable = self->store != NULL && !liaison_store_get_read_only (self->store);

  if (self->entity == LIAISON_ENTITY_ENGAGEMENTS)
    g_object_set (self->empty, "icon-name", "liaison-place-engagements-symbolic",
                  "title", _ ("No engagements yet"),
                  "description", _ ("Note the first call or meeting, and who took part."),
                  "button", editable ? _ ("_New engagement") : NULL,
                  "action-name", editable ? "win.new-engagement" : NULL, NULL);
  else if (self->entity == LIAISON_ENTITY_CONTACTS)
    g_object_set (self->empty, "icon-name", "liaison-place-contacts-symbolic",
                  "title", _ ("No contacts yet"),
                  "description", _ ("Add a person of yours or of theirs."),
                  "button", editable ? _ ("_New contact") : NULL,
                  "action-name", editable ? "win.new-contact" : NULL, NULL);
  else
    g_object_set (self->empty, "icon-name", "liaison-place-organisations-symbolic",
                  "title", _ ("No organisations yet"),
                  "description", _ ("They come with the posts of contacts and the formats of engagements."), NULL);
}
