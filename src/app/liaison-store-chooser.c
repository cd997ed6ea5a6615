/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store-chooser.h"

#include "liaison-config.h"

#include <glib/gi18n.h>

#define SUFFIX ".liaison"

/* The chooser is no widget and nobody else holds it: it lives until it is answered. */
typedef struct
{
  GtkFileChooserNative *chooser;
  LiaisonStoreChosen    chosen;
  gpointer              user_data;
} Question;

static char *
dup_chosen_path (Question *question)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (question->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path == NULL)
    return NULL;
  if (gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE && !g_str_has_suffix (path, SUFFIX))
    return g_strconcat (path, SUFFIX, NULL);
  return g_strdup (path);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Question        *question)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? dup_chosen_path (question) : NULL;

  if (path != NULL)
    question->chosen (path, question->user_data);
  g_object_unref (question->chooser);
  g_free (question);
}

static void
ask (GtkFileChooserNative *chooser,
     LiaisonStoreChosen    chosen,
     gpointer              user_data)
{
  Question *question = g_new (Question, 1);
  g_autoptr (GtkFileFilter) stores = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (stores, _ ("Liaison stores"));
  gtk_file_filter_add_suffix (stores, SUFFIX + 1);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), stores);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);

  question->chooser = chooser;
  question->chosen = chosen;
  question->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
liaison_store_chooser_open (GtkWindow          *parent,
                            LiaisonStoreChosen  chosen,
                            gpointer            user_data)
{
  g_return_if_fail (chosen != NULL);

  ask (gtk_file_chooser_native_new (_ ("Open a store"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL), chosen, user_data);
}

void
liaison_store_chooser_save (GtkWindow          *parent,
                            LiaisonStoreChosen  chosen,
                            gpointer            user_data)
{
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  g_return_if_fail (chosen != NULL);

  chooser = gtk_file_chooser_native_new (_ ("Make a new store"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Make"), NULL);
  name = g_strconcat (_ ("Engagements"), SUFFIX, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  ask (chooser, chosen, user_data);
}
