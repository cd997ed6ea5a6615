/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-config.h"
#include "liaison-mnemonics.h"

#include <glib/gi18n.h>

/* What the person is at: the window, or a form over it. */
static GtkWindow *
find_topmost (LiaisonWindow *self)
{
  GtkWindow *active = gtk_application_get_active_window (gtk_window_get_application (GTK_WINDOW (self)));

  for (GtkWindow *window = active; window != NULL; window = gtk_window_get_transient_for (window))
    if (window == GTK_WINDOW (self))
      return active;

  return GTK_WINDOW (self);
}

GtkDialog *
liaison_window_new_question (LiaisonWindow *self,
                             const char    *title,
                             const char    *text)
{
  GtkWidget *dialog;

  /* Not over the one that it takes the place of. */
  g_clear_pointer (&self->question, gtk_window_destroy);
  dialog = gtk_message_dialog_new (find_topmost (self), GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", title);
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", text);
  self->question = GTK_WINDOW (dialog);
  return GTK_DIALOG (dialog);
}

void
liaison_window_ask (LiaisonWindow *self,
                    GtkDialog     *dialog,
                    GCallback      answered)
{
  liaison_mnemonics_strip (GTK_WIDGET (dialog));
  gtk_dialog_set_default_response (dialog, GTK_RESPONSE_ACCEPT);
  g_signal_connect_object (dialog, "response", answered, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
liaison_window_close_question (LiaisonWindow *self)
{
  g_clear_pointer (&self->question, gtk_window_destroy);
}

void
liaison_window_tell_failure (LiaisonWindow *self,
                             const char    *title,
                             const char    *text)
{
  GtkDialog *dialog = liaison_window_new_question (self, title, text);

  gtk_dialog_add_button (dialog, _ ("_Close"), GTK_RESPONSE_ACCEPT);
  liaison_window_ask (self, dialog, G_CALLBACK (liaison_window_close_question));
}
