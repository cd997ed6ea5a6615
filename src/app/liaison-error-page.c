/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-error-page.h"

#include "liaison-announce.h"
#include "liaison-error-text.h"
#include "liaison-mnemonics.h"

struct _LiaisonErrorPage
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GtkLabel  *title;
  GtkLabel  *message;
  GtkLabel  *path;
  GtkLabel  *advice;
  GtkWidget *try_again;
};

enum { TRY_AGAIN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonErrorPage, liaison_error_page, GTK_TYPE_WIDGET)

static void
try_again_cb (LiaisonErrorPage *self)
{
  g_signal_emit (self, signals[TRY_AGAIN], 0);
}

static void
liaison_error_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_ERROR_PAGE);

  G_OBJECT_CLASS (liaison_error_page_parent_class)->dispose (object);
}

static void
liaison_error_page_class_init (LiaisonErrorPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_error_page_dispose;

  signals[TRY_AGAIN] = g_signal_new ("try-again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonErrorPage, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonErrorPage, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonErrorPage, message);
  gtk_widget_class_bind_template_child (widget_class, LiaisonErrorPage, path);
  gtk_widget_class_bind_template_child (widget_class, LiaisonErrorPage, advice);
  gtk_widget_class_bind_template_child (widget_class, LiaisonErrorPage, try_again);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_error_page_init (LiaisonErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  liaison_mnemonics_strip (GTK_WIDGET (self));
}

void
liaison_error_page_set_error (LiaisonErrorPage *self,
                              const GError     *error,
                              const char       *path)
{
  LiaisonErrorText text;
  g_autofree char *shown_path = NULL;
  g_autofree char *message = NULL;

  g_return_if_fail (LIAISON_IS_ERROR_PAGE (self));
  g_return_if_fail (error != NULL);
  g_return_if_fail (path != NULL);

  text = liaison_error_text_for_store (error);
  shown_path = g_filename_display_name (path);
  gtk_label_set_label (self->title, text.title);
  message = liaison_error_dup_message (error);
  gtk_label_set_label (self->message, message);
  gtk_label_set_label (self->path, shown_path);
  gtk_widget_set_visible (GTK_WIDGET (self->path), strstr (message, shown_path) == NULL);
  gtk_label_set_label (self->advice, text.advice);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), text.advice[0] != '\0');
  gtk_widget_grab_focus (self->try_again);
  liaison_announce (GTK_WIDGET (self), text.title);
}
