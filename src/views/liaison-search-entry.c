/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-search-entry-private.h"

#include "liaison-focus-order.h"
#include "liaison-query.h"

#include <string.h>

enum { SEARCH_CHANGED, SEARCH_STARTED, ACTIVATE, STOP_SEARCH, N_SIGNALS };
enum { PROP_SUGGESTING = 1, N_PROPS };

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

static void liaison_search_entry_editable_init (GtkEditableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonSearchEntry, liaison_search_entry, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_EDITABLE, liaison_search_entry_editable_init))

static GtkText *
get_text_widget (LiaisonSearchEntry *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

static void
changed_cb (LiaisonSearchEntry *self)
{
  if (self->setting)
    return;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    liaison_search_entry_look_soon (self);
}

static void
cursor_moved_cb (LiaisonSearchEntry *self)
{
  if (liaison_search_entry_is_suggesting (self) && !self->setting)
    liaison_search_entry_look_soon (self);
}

static void
left_cb (LiaisonSearchEntry *self)
{
  liaison_search_entry_close (self);
}

static void
visible_cb (LiaisonSearchEntry *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_EXPANDED, liaison_search_entry_is_suggesting (self), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTING]);
}

static void
search_changed_cb (LiaisonSearchEntry *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SEARCH_CHANGED], 0);
}

static void
search_started_cb (LiaisonSearchEntry *self)
{
  g_signal_emit (self, signals[SEARCH_STARTED], 0);
}

static void
activate_cb (LiaisonSearchEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
stop_search_cb (LiaisonSearchEntry *self)
{
  g_signal_emit (self, signals[STOP_SEARCH], 0);
}

static GtkEditable *
liaison_search_entry_get_delegate (GtkEditable *editable)
{
  return GTK_EDITABLE (LIAISON_SEARCH_ENTRY (editable)->entry);
}

static void
liaison_search_entry_editable_init (GtkEditableInterface *iface)
{
  iface->get_delegate = liaison_search_entry_get_delegate;
}

static gboolean
liaison_search_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LIAISON_SEARCH_ENTRY (widget)->entry);
}

static void
liaison_search_entry_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (gtk_editable_delegate_get_property (object, id, value, pspec))
    return;

  if (id == PROP_SUGGESTING)
    g_value_set_boolean (value, liaison_search_entry_is_suggesting (LIAISON_SEARCH_ENTRY (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_search_entry_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (!gtk_editable_delegate_set_property (object, id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_search_entry_dispose (GObject *object)
{
  LiaisonSearchEntry *self = LIAISON_SEARCH_ENTRY (object);

  liaison_search_entry_stop (self);
  g_clear_object (&self->store);
  if (self->entry != NULL)
    {
      /* The list goes with the entry, and nobody is to look at the text on that occasion. */
      g_signal_handlers_disconnect_by_func (self->popover, visible_cb, self);
      gtk_editable_finish_delegate (GTK_EDITABLE (self));
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_SEARCH_ENTRY);

  G_OBJECT_CLASS (liaison_search_entry_parent_class)->dispose (object);
}

static void
liaison_search_entry_finalize (GObject *object)
{
  LiaisonSearchEntry *self = LIAISON_SEARCH_ENTRY (object);

  g_strfreev (self->recent);

  G_OBJECT_CLASS (liaison_search_entry_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-search-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonSearchEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSearchEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSearchEntry, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonSearchEntry, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "key_pressed_cb", G_CALLBACK (liaison_search_entry_key_pressed_cb));
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "row_activated_cb", G_CALLBACK (liaison_search_entry_row_activated_cb));
}

static void
liaison_search_entry_class_init (LiaisonSearchEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_search_entry_get_property;
  object_class->set_property = liaison_search_entry_set_property;
  object_class->dispose = liaison_search_entry_dispose;
  object_class->finalize = liaison_search_entry_finalize;
  widget_class->focus = liaison_focus_order_move;
  widget_class->grab_focus = liaison_search_entry_grab_focus;

  properties[PROP_SUGGESTING] = g_param_spec_boolean ("suggesting", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_editable_install_properties (object_class, N_PROPS);

  signals[SEARCH_CHANGED] = g_signal_new ("search-changed", LIAISON_TYPE_SEARCH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SEARCH_STARTED] = g_signal_new ("search-started", LIAISON_TYPE_SEARCH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", LIAISON_TYPE_SEARCH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STOP_SEARCH] = g_signal_new ("stop-search", LIAISON_TYPE_SEARCH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_search_entry_init (LiaisonSearchEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_init_delegate (GTK_EDITABLE (self));
  g_signal_connect_object (self->entry, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
}

void
liaison_search_entry_set_source (LiaisonSearchEntry *self,
                                 LiaisonStore       *store,
                                 LiaisonEntity       entity)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  if (store != self->store)
    liaison_search_entry_close (self);
  g_set_object (&self->store, store);
  self->entity = entity;
}

void
liaison_search_entry_set_recent (LiaisonSearchEntry *self,
                                 const char * const *recent)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  g_strfreev (self->recent);
  self->recent = g_strdupv ((char **) recent);
}

void
liaison_search_entry_show_text (LiaisonSearchEntry *self,
                                const char         *text)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  if (g_str_equal (liaison_search_entry_get_typed (self), text))
    return;
  liaison_search_entry_set_text (self, text, strlen (text));
  liaison_search_entry_close (self);
}

void
liaison_search_entry_focus_end (LiaisonSearchEntry *self)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  gtk_text_grab_focus_without_selecting (get_text_widget (self));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
liaison_search_entry_edit (LiaisonSearchEntry *self,
                           gsize               start,
                           gsize               end)
{
  const char *text;

  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  text = liaison_search_entry_get_typed (self);
  g_return_if_fail (start <= end && end <= strlen (text));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), (int) g_utf8_strlen (text, (gssize) start), (int) g_utf8_strlen (text, (gssize) end));
  /* As if nothing of it were typed yet: everything that may stand there. */
  liaison_search_entry_suggest (self, start);
}

void
liaison_search_entry_set_key_capture (LiaisonSearchEntry *self,
                                      GtkWidget          *widget)
{
  g_return_if_fail (LIAISON_IS_SEARCH_ENTRY (self));

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), widget);
}

/* What ends at the cursor while one types may yet become right. */
static gboolean
is_being_typed (LiaisonSearchEntry        *self,
                const LiaisonQueryMistake *mistake)
{
  return liaison_search_entry_is_suggesting (self) && mistake->start + mistake->length == liaison_search_entry_get_cursor (self);
}

const char *
liaison_search_entry_underline (LiaisonSearchEntry *self,
                                GPtrArray          *mistakes)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *first = NULL;
  GtkText *text;

  g_return_val_if_fail (LIAISON_IS_SEARCH_ENTRY (self), NULL);

  text = get_text_widget (self);
  for (guint i = 0; i < mistakes->len; i++)
    {
      const LiaisonQueryMistake *mistake = g_ptr_array_index (mistakes, i);
      PangoAttribute *underline;

      if (is_being_typed (self, mistake))
        continue;

      underline = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
      underline->start_index = (guint) mistake->start;
      underline->end_index = (guint) (mistake->start + mistake->length);
      pango_attr_list_insert (attributes, underline);
      first = first != NULL ? first : mistake->message;
    }
  /* Attributes that are set have the window laid out anew, even where they are what they were. */
  if (first != NULL || gtk_text_get_attributes (text) != NULL)
    gtk_text_set_attributes (text, first != NULL ? attributes : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               first != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);

  return first;
}
