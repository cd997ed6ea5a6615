/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store-chooser.h"

#include "liaison-config.h"

#include <glib/gi18n.h>

#define SUFFIX ".liaison"

static void
ask_to_save (GtkWindow         *parent,
             const char        *title,
             const char        *accept,
             const char        *name,
             LiaisonFileChosen  chosen,
             gpointer           user_data,
             GDestroyNotify     free_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, accept, NULL);
  g_autofree char *file_name = g_strconcat (name, SUFFIX, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  liaison_file_chooser_ask (chooser, SUFFIX, _ ("Liaison stores"), chosen, user_data, free_data);
}

void
liaison_store_chooser_open (GtkWindow         *parent,
                            LiaisonFileChosen  chosen,
                            gpointer           user_data)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Open a store"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  liaison_file_chooser_ask (chooser, SUFFIX, _ ("Liaison stores"), chosen, user_data, NULL);
}

void
liaison_store_chooser_save (GtkWindow         *parent,
                            LiaisonFileChosen  chosen,
                            gpointer           user_data)
{
  ask_to_save (parent, _ ("Make a new store"), _ ("_Make"), _ ("Engagements"), chosen, user_data, NULL);
}

void
liaison_store_chooser_save_copy (GtkWindow         *parent,
                                 const char        *name,
                                 LiaisonFileChosen  chosen,
                                 gpointer           user_data,
                                 GDestroyNotify     free_data)
{
  /* Translators: the proposed name of a copy of a store; %s is the store's name */
  g_autofree char *proposal = g_strdup_printf (_ ("%s (copy)"), name);

  g_return_if_fail (name != NULL);

  ask_to_save (parent, _ ("Save a copy"), _ ("_Save"), proposal, chosen, user_data, free_data);
}
