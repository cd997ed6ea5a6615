/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-file-chooser.h"

#include "liaison-config.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkFileChooserNative *chooser;
  char                 *suffix;
  LiaisonFileChosen     chosen;
  gpointer              user_data;
  GDestroyNotify        free_data;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->chooser);
  g_free (question->suffix);
  if (question->free_data != NULL)
    question->free_data (question->user_data);
  g_free (question);
}

static char *
dup_chosen_path (Question *question)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (question->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  gboolean saving = gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE;

  if (path != NULL && saving && question->suffix != NULL && !g_str_has_suffix (path, question->suffix))
    return g_strconcat (path, question->suffix, NULL);
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
  question_free (question);
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char           *name,
            const char           *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

void
liaison_file_chooser_ask (GtkFileChooserNative *chooser,
                          const char           *suffix,
                          const char           *kind,
                          LiaisonFileChosen     chosen,
                          gpointer              user_data,
                          GDestroyNotify        free_data)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *pattern = suffix != NULL ? g_strconcat ("*", suffix, NULL) : NULL;

  g_return_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser));
  g_return_if_fail (chosen != NULL);

  if (pattern != NULL && kind != NULL)
    add_filter (chooser, kind, pattern);
  add_filter (chooser, _ ("All files"), "*");

  question->chooser = chooser;
  question->suffix = g_strdup (suffix);
  question->chosen = chosen;
  question->user_data = user_data;
  question->free_data = free_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
