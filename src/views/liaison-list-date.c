/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-view-private.h"

#include "liaison-announce.h"
#include "liaison-config.h"
#include "liaison-date-entry.h"
#include "liaison-date-format.h"
#include "liaison-day.h"
#include "liaison-error.h"
#include "liaison-list-day.h"

#include <glib/gi18n-lib.h>

/* @message: (nullable): what is wrong with what was typed */
static void
tell_error (LiaisonListView *self,
            const char      *message)
{
  gtk_label_set_label (self->date_error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->date_error), message != NULL);
  liaison_describe (GTK_WIDGET (self->date_entry), message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->date_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
liaison_list_view_ask_date (LiaisonListView *self,
                            const char      *text)
{
  GdkRectangle place = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, 0, 1, 1 };

  if (self->list == NULL || self->entity != LIAISON_ENTITY_ENGAGEMENTS)
    return;
  tell_error (self, NULL);
  gtk_editable_set_text (self->date_entry, text);
  gtk_popover_set_pointing_to (self->date_popover, &place);
  gtk_popover_popup (self->date_popover);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (self->date_entry)));
  gtk_editable_set_position (self->date_entry, -1);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LiaisonListView) self = user_data;
  g_autofree LiaisonListDay *day = liaison_list_day_find_finish (LIAISON_STORE (source), result, NULL);
  guint position = day != NULL && self->list != NULL && day->id > 0 ? liaison_lazy_list_find (self->list, day->id) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    {
      liaison_list_view_note (self, _ ("Nothing that is listed has a date"));
      return;
    }
  liaison_list_view_reveal (self, position, TRUE);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (!day->is_exact)
    liaison_list_view_note (self, _ ("Nothing on that date; this is the nearest"));
}

void
liaison_list_view_go_to_date_cb (LiaisonListView *self)
{
  const char *text = gtk_editable_get_text (self->date_entry);
  g_autoptr (GError) error = NULL;
  LiaisonDateEntry entry;
  const gint32 *ids;
  guint n_ids;

  if (self->list == NULL)
    return;
  if (!liaison_date_entry_parse (text, liaison_day_today (), &entry, &error))
    {
      g_autofree char *message = liaison_error_dup_message (error);

      tell_error (self, message);
      return;
    }
  gtk_popover_popdown (self->date_popover);
  liaison_list_view_focus_list (self);
  ids = liaison_lazy_list_get_ids (self->list, &n_ids);
  liaison_list_day_find_async (self->store, ids, n_ids, liaison_date_first_day (&entry.date), liaison_date_last_day (&entry.date), found_cb,
                               g_object_ref (self));
}
