/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-completion-row.h"

struct _LiaisonCompletionRow
{
  GtkListBoxRow      parent_instance;

  GtkImage          *icon;
  GtkLabel          *label;
  GtkLabel          *detail;
  GtkLabel          *count;

  LiaisonCompletion *completion;
};

G_DEFINE_FINAL_TYPE (LiaisonCompletionRow, liaison_completion_row, GTK_TYPE_LIST_BOX_ROW)

static const char * const icons[] = {
  [LIAISON_COMPLETION_KEY] = "edit-find-symbolic",
  [LIAISON_COMPLETION_VALUE] = "edit-find-symbolic",
  [LIAISON_COMPLETION_CONTACT] = "avatar-default-symbolic",
  [LIAISON_COMPLETION_ORGANISATION] = "liaison-place-organisations-symbolic",
  [LIAISON_COMPLETION_TOPIC] = "user-bookmarks-symbolic",
  [LIAISON_COMPLETION_COUNTRY] = "mark-location-symbolic",
  [LIAISON_COMPLETION_SAVED] = "starred-symbolic",
  [LIAISON_COMPLETION_RECENT] = "document-open-recent-symbolic",
};

static void
liaison_completion_row_dispose (GObject *object)
{
  liaison_completion_row_set_completion (LIAISON_COMPLETION_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_COMPLETION_ROW);

  G_OBJECT_CLASS (liaison_completion_row_parent_class)->dispose (object);
}

static void
liaison_completion_row_class_init (LiaisonCompletionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_completion_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-completion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonCompletionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCompletionRow, label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCompletionRow, detail);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCompletionRow, count);
}

static void
liaison_completion_row_init (LiaisonCompletionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
counted_cb (LiaisonCompletionRow *self)
{
  g_autofree char *text = liaison_completion_row_dup_text (self->completion);
  const char *count = liaison_completion_get_count (self->completion);

  gtk_label_set_label (self->count, count);
  /* It can be chosen, but beside what is searched for already it finds nothing. */
  if (g_str_equal (count, "0"))
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

GtkWidget *
liaison_completion_row_new (void)
{
  return g_object_new (LIAISON_TYPE_COMPLETION_ROW, NULL);
}

void
liaison_completion_row_set_completion (LiaisonCompletionRow *self,
                                       LiaisonCompletion    *completion)
{
  const char *detail;

  g_return_if_fail (LIAISON_IS_COMPLETION_ROW (self));

  if (self->completion != NULL)
    g_signal_handlers_disconnect_by_data (self->completion, self);
  g_set_object (&self->completion, completion);
  if (completion == NULL)
    return;

  detail = liaison_completion_get_detail (completion);
  gtk_image_set_from_icon_name (self->icon, icons[liaison_completion_get_kind (completion)]);
  gtk_label_set_label (self->label, liaison_completion_get_label (completion));
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  g_signal_connect_swapped (completion, "notify::count", G_CALLBACK (counted_cb), self);
  counted_cb (self);
}

LiaisonCompletion *
liaison_completion_row_get_completion (LiaisonCompletionRow *self)
{
  g_return_val_if_fail (LIAISON_IS_COMPLETION_ROW (self), NULL);

  return self->completion;
}

char *
liaison_completion_row_dup_text (LiaisonCompletion *completion)
{
  const char *parts[] = {
    liaison_completion_get_label (completion), liaison_completion_get_detail (completion), liaison_completion_get_count (completion),
  };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
    }

  return g_string_free (text, FALSE);
}
