/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-filter-bar.h"

#include "liaison-config.h"
#include "liaison-filter-panel.h"
#include "liaison-query-edit.h"
#include "liaison-wrap-box.h"

#include <glib/gi18n.h>

struct _LiaisonFilterBar
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkWidget          *add_button;
  GtkWidget          *save_button;
  LiaisonFilterPanel *panel;

  LiaisonStore       *store;
  LiaisonQuery       *query;
  GHashTable         *names; /* of the records that the query names by their UUIDs */
  GCancellable       *naming;
};

enum { CHANGED, EDIT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonFilterBar, liaison_filter_bar, GTK_TYPE_WIDGET)

/* The chips are in the order of their terms, but words have none. */
static guint
find_term (LiaisonFilterBar *self,
           GtkWidget        *chip)
{
  guint n_chips = 0;
  guint place = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (chip); before != NULL; before = gtk_widget_get_prev_sibling (before))
    place++;

  for (guint i = 0; i < liaison_query_get_n_terms (self->query); i++)
    if (liaison_query_get_term_key (self->query, i) != NULL && n_chips++ == place)
      return i;

  g_assert_not_reached ();
}

static GtkWidget *
get_chip (GtkWidget *button)
{
  return gtk_widget_get_parent (button);
}

static void
edit_cb (LiaisonFilterBar *self,
         GtkWidget        *button)
{
  gsize start;
  gsize value;
  gsize end;

  liaison_query_get_term_place (self->query, find_term (self, get_chip (button)), &start, &value, &end);
  g_signal_emit (self, signals[EDIT], 0, (guint) value, (guint) end);
}

static void
remove_chip (LiaisonFilterBar *self,
             GtkWidget        *chip)
{
  g_autofree char *text = liaison_query_replace_term (self->query, find_term (self, chip), NULL);

  g_signal_emit (self, signals[CHANGED], 0, text);
}

static void
remove_cb (LiaisonFilterBar *self,
           GtkWidget        *button)
{
  remove_chip (self, get_chip (button));
}

static gboolean
key_pressed_cb (LiaisonFilterBar      *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  if (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete && key != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;

  remove_chip (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  return GDK_EVENT_STOP;
}

static GtkWidget *
new_edit_button (LiaisonFilterBar *self,
                 const char       *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (button));
  /* Translators: %s is a filter: "form: phone call" */
  g_autofree char *name = g_strdup_printf (_ ("Filter %s"), label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
  gtk_widget_set_tooltip_text (button, _ ("Change this filter; Delete removes it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
new_remove_button (LiaisonFilterBar *self,
                   const char       *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a filter: "form: phone call" */
  g_autofree char *name = g_strdup_printf (_ ("Remove filter %s"), label);

  gtk_widget_set_tooltip_text (button, _ ("Remove this filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
new_chip (LiaisonFilterBar *self,
          const char       *label)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_set_name (chip, label);
  gtk_box_append (GTK_BOX (chip), new_edit_button (self, label));
  gtk_box_append (GTK_BOX (chip), new_remove_button (self, label));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (chip, keys);

  return chip;
}

static GStrv
describe_terms (LiaisonFilterBar *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < liaison_query_get_n_terms (self->query); i++)
    {
      g_autofree char *label = liaison_query_describe_term (self->query, i, self->names);

      if (liaison_query_get_term_key (self->query, i) != NULL)
        g_strv_builder_add (labels, label);
    }

  return g_strv_builder_end (labels);
}

/* The place of the chip that has the focus, -1 where none has. */
static int
find_focus (LiaisonFilterBar *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->box);
  int place = -1;

  for (; focused != NULL && focused != self->add_button && focused != self->save_button; focused = gtk_widget_get_prev_sibling (focused))
    place++;

  return place;
}

/* The chips that stay are not made anew: a click or the focus may be on them. */
static void
show_chips (LiaisonFilterBar *self)
{
  g_auto (GStrv) labels = describe_terms (self);
  GtkWidget *chip = gtk_widget_get_first_child (self->box);
  int focus = find_focus (self);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      while (chip != self->add_button && !g_str_equal (gtk_widget_get_name (chip), labels[i]))
        {
          GtkWidget *next = gtk_widget_get_next_sibling (chip);

          gtk_widget_unparent (chip);
          chip = next;
        }
      if (chip == self->add_button)
        gtk_widget_insert_before (new_chip (self, labels[i]), self->box, self->add_button);
      else
        chip = gtk_widget_get_next_sibling (chip);
    }
  while (chip != self->add_button)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (chip);

      gtk_widget_unparent (chip);
      chip = next;
    }

  /* What had the focus may be gone: the next one has its place. */
  if (focus >= 0 && gtk_widget_get_focus_child (self->box) == NULL)
    {
      chip = gtk_widget_get_first_child (self->box);
      for (int i = 0; i < focus && chip != self->add_button; i++)
        chip = gtk_widget_get_next_sibling (chip);
      gtk_widget_child_focus (chip, GTK_DIR_TAB_FORWARD);
    }
}

static void
show (LiaisonFilterBar *self)
{
  show_chips (self);
  liaison_filter_panel_show_query (self->panel, self->query, self->names);
  gtk_widget_set_visible (self->save_button, !liaison_query_is_empty (self->query));
}

static gpointer
name_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return liaison_query_name_records (db, data, error);
}

static void
named_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LiaisonFilterBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) names = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (names == NULL)
    return;

  g_clear_object (&self->naming);
  g_clear_pointer (&self->names, g_hash_table_unref);
  self->names = g_steal_pointer (&names);
  show (self);
}

static void
panel_changed_cb (LiaisonFilterBar *self,
                  const char       *text)
{
  g_signal_emit (self, signals[CHANGED], 0, text);
}

static void
liaison_filter_bar_dispose (GObject *object)
{
  LiaisonFilterBar *self = LIAISON_FILTER_BAR (object);

  g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, liaison_query_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_FILTER_BAR);

  G_OBJECT_CLASS (liaison_filter_bar_parent_class)->dispose (object);
}

static GtkSizeRequestMode
liaison_filter_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A GtkPaned gives a side its own width, however wide it is itself, and would not be as low as it said were this higher there. */
static void
liaison_filter_bar_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  GtkWidget *box = GTK_WIDGET (LIAISON_FILTER_BAR (widget)->box);

  gtk_widget_measure (box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (box, orientation, -1, minimum, NULL, NULL, NULL);
}

static void
liaison_filter_bar_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  gtk_widget_allocate (GTK_WIDGET (LIAISON_FILTER_BAR (widget)->box), width, height, baseline, NULL);
}

static void
liaison_filter_bar_class_init (LiaisonFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_filter_bar_dispose;
  widget_class->get_request_mode = liaison_filter_bar_get_request_mode;
  widget_class->measure = liaison_filter_bar_measure;
  widget_class->size_allocate = liaison_filter_bar_size_allocate;

  signals[CHANGED] = g_signal_new ("changed", LIAISON_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EDIT] = g_signal_new ("edit", LIAISON_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (LIAISON_TYPE_FILTER_PANEL);
  g_type_ensure (LIAISON_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterBar, add_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterBar, save_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonFilterBar, panel);
  gtk_widget_class_bind_template_callback (widget_class, panel_changed_cb);
}

static void
liaison_filter_bar_init (LiaisonFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->query = liaison_query_parse (NULL);
}

void
liaison_filter_bar_show_query (LiaisonFilterBar *self,
                               LiaisonQuery     *query,
                               LiaisonStore     *store)
{
  g_return_if_fail (LIAISON_IS_FILTER_BAR (self));

  g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  liaison_query_ref (query);
  liaison_query_unref (self->query);
  self->query = query;
  if (g_set_object (&self->store, store))
    liaison_filter_panel_set_store (self->panel, store);
  show (self);

  if (store == NULL || !liaison_query_has_uuids (query))
    return;
  self->naming = g_cancellable_new ();
  liaison_store_run_async (store, LIAISON_QUEUE_PAGES, name_job, liaison_query_ref (query), (GDestroyNotify) liaison_query_unref,
                           (GDestroyNotify) g_hash_table_unref, self->naming, named_cb, g_object_ref (self));
}

void
liaison_filter_bar_open_panel (LiaisonFilterBar *self)
{
  g_return_if_fail (LIAISON_IS_FILTER_BAR (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->add_button));
}
