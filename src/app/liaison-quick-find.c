/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-find.h"

#include "liaison-announce.h"
#include "liaison-config.h"
#include "liaison-fold.h"
#include "liaison-saved-search.h"
#include "liaison-suggest.h"

#include <glib/gi18n.h>

#define MOST_OF_A_GROUP 5

/* Within the window that it belongs to, where that is narrow. */
#define WIDTH 480
#define LEAST_WIDTH 320
#define MARGIN 24

struct _LiaisonQuickFind
{
  GtkWindow     parent_instance;

  GtkEditable  *entry;
  GtkWidget    *scroller;
  GtkListBox   *list;
  GtkLabel     *nothing;

  LiaisonStore *store;
  GListModel   *items; /* places and actions */
  GListStore   *found;
  GCancellable *search;
  GtkEventController *early_keys; /* of the window that the box belongs to */
  gboolean      runs_when_found;
};

G_DEFINE_FINAL_TYPE (LiaisonQuickFind, liaison_quick_find, GTK_TYPE_WINDOW)

/* Looking up, on a thread of the store */

static void
take_records (GPtrArray  *items,
              GPtrArray  *suggestions,
              const char *group,
              const char *icon)
{
  for (guint i = 0; i < suggestions->len; i++)
    {
      LiaisonSuggestion *suggestion = g_ptr_array_index (suggestions, i);
      const char *kind = liaison_kind_get_info (liaison_suggestion_get_kind (suggestion))->name;

      g_ptr_array_add (items, liaison_find_item_new (group, icon, liaison_suggestion_get_name (suggestion),
                                                     liaison_suggestion_get_detail (suggestion), "win.show-record",
                                                     g_variant_new ("(ss)", kind, liaison_suggestion_get_uuid (suggestion))));
    }
}

static gboolean
find_searches (LiaisonDb   *db,
               const char  *words,
               GPtrArray   *items,
               GError     **error)
{
  g_autoptr (GPtrArray) searches = liaison_saved_searches_built_in ();
  GPtrArray *stored = liaison_saved_searches_load (db, error);

  if (stored == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (searches, stored);
  for (guint i = 0; i < searches->len; i++)
    {
      const LiaisonSavedSearch *search = g_ptr_array_index (searches, i);
      g_autofree char *folded = liaison_fold_search_text (search->name);

      if (liaison_fold_has_prefix_words (folded, words))
        g_ptr_array_add (items, liaison_find_item_new (_ ("Searches"), search->icon, search->name, NULL, "win.show-query",
                                                       g_variant_new ("(ss)", liaison_vocabulary_get_token (&liaison_entities, (int) search->entity),
                                                                      search->query)));
    }

  return TRUE;
}

static gpointer
find_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const char *text = data;
  g_autofree char *words = liaison_fold (text);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) organisations = NULL;
  g_autoptr (GPtrArray) engagements = NULL;
  g_autoptr (GPtrArray) totals = NULL;

  contacts = liaison_suggest_contacts (db, text, 0, 0, MOST_OF_A_GROUP, error);
  if (contacts == NULL)
    return NULL;
  take_records (items, contacts, _ ("Contacts"), "avatar-default-symbolic");

  /* Before anything is typed only those that one has met lately are likely. */
  if (*words != '\0')
    {
      organisations = liaison_suggest_organisations (db, text, 0, MOST_OF_A_GROUP, error);
      engagements = organisations != NULL ? liaison_suggest_engagements (db, text, MOST_OF_A_GROUP, error) : NULL;
      totals = engagements != NULL ? liaison_suggest_totals (db, text, MOST_OF_A_GROUP, error) : NULL;
      if (totals == NULL)
        return NULL;
      take_records (items, organisations, _ ("Organisations"), "liaison-place-organisations-symbolic");
      take_records (items, engagements, _ ("Engagements"), "liaison-place-engagements-symbolic");
      take_records (items, totals, _ ("Stated totals"), "liaison-place-totals-symbolic");
    }

  return find_searches (db, words, items, error) ? g_steal_pointer (&items) : NULL;
}

/* Showing */

static LiaisonFindItem *
dup_item (LiaisonQuickFind *self,
          GtkListBoxRow    *row)
{
  return row != NULL ? g_list_model_get_item (G_LIST_MODEL (self->found), (guint) gtk_list_box_row_get_index (row)) : NULL;
}

static void
announce_selected (LiaisonQuickFind *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autoptr (LiaisonFindItem) item = dup_item (self, row);
  g_autofree char *message = NULL;

  if (item == NULL)
    return;
  /* Translators: what was found, the group that it is in ("Contacts"), its place among all, and how many there are */
  message = g_strdup_printf (_ ("%s, %s, %d of %u"), liaison_find_item_get_label (item), liaison_find_item_get_group (item),
                             gtk_list_box_row_get_index (row) + 1, g_list_model_get_n_items (G_LIST_MODEL (self->found)));
  liaison_announce (GTK_WIDGET (self->entry), message);
}

/* Places and actions, by the beginnings of the words of their names. */
static void
append_items (LiaisonQuickFind *self,
              const char       *words)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (LiaisonFindItem) item = g_list_model_get_item (self->items, i);
      g_autofree char *folded = liaison_fold (liaison_find_item_get_label (item));

      if (liaison_fold_has_prefix_words (folded, words))
        g_list_store_append (self->found, item);
    }
}

static void
run (LiaisonQuickFind *self,
     LiaisonFindItem  *item)
{
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (LiaisonFindItem) chosen = g_object_ref (item);

  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), liaison_find_item_get_action (chosen), liaison_find_item_get_target (chosen));
}

static void
row_activated_cb (LiaisonQuickFind *self,
                  GtkListBoxRow    *row)
{
  g_autoptr (LiaisonFindItem) item = dup_item (self, row);

  run (self, item);
}

static void
show_found (LiaisonQuickFind *self,
            GPtrArray        *records)
{
  g_autofree char *words = liaison_fold (gtk_editable_get_text (self->entry));
  GtkListBoxRow *first;

  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), records->pdata, records->len);
  append_items (self, words);
  gtk_list_box_invalidate_headers (self->list);

  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, first);
  gtk_widget_set_visible (self->scroller, first != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), first == NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  if (first != NULL && self->runs_when_found)
    row_activated_cb (self, first);
  else if (first != NULL)
    announce_selected (self);
  else
    liaison_announce (GTK_WIDGET (self->entry), gtk_label_get_label (self->nothing));
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LiaisonQuickFind) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  g_clear_object (&self->search);
  /* Places and actions are there also where the store fails. */
  if (records == NULL)
    records = g_ptr_array_new ();
  show_found (self, records);
}

static void
changed_cb (LiaisonQuickFind *self)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->runs_when_found = FALSE;
  self->search = g_cancellable_new ();
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, find_job, g_strdup (gtk_editable_get_text (self->entry)), g_free,
                           (GDestroyNotify) g_ptr_array_unref, self->search, found_cb, g_object_ref (self));
}

static void
select_next (LiaisonQuickFind *self,
             int               step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int n_items = (int) g_list_model_get_n_items (G_LIST_MODEL (self->found));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (n_items == 0)
    return;

  row = gtk_list_box_get_row_at_index (self->list, ((row != NULL ? gtk_list_box_row_get_index (row) : -1) + step + n_items) % n_items);
  gtk_list_box_select_row (self->list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  announce_selected (self);
}

/* Enter before the answer goes where the answer leads. */
static void
activated_cb (LiaisonQuickFind *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (self->search != NULL)
    self->runs_when_found = TRUE;
  else if (row != NULL)
    row_activated_cb (self, row);
}

static gboolean
key_pressed_cb (LiaisonQuickFind *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down || key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    {
      select_next (self, key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* Until the box has the focus, keys still come to the window that it belongs to; nothing of what is typed shall be lost. */
static gboolean
early_key_cb (LiaisonQuickFind      *self,
              guint                  key,
              guint                  code,
              GdkModifierType        state,
              GtkEventControllerKey *controller)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Escape)
    gtk_window_close (GTK_WINDOW (self));
  else if (!key_pressed_cb (self, key, code, state))
    gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (self->entry)));

  return GDK_EVENT_STOP;
}

static void
stop_early_keys (LiaisonQuickFind *self)
{
  if (self->early_keys != NULL)
    gtk_widget_remove_controller (gtk_event_controller_get_widget (self->early_keys), self->early_keys);
  self->early_keys = NULL;
}

static void
active_changed_cb (LiaisonQuickFind *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    stop_early_keys (self);
}

static void
take_early_keys (LiaisonQuickFind *self,
                 GtkWidget        *parent)
{
  self->early_keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->early_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->early_keys, "key-pressed", G_CALLBACK (early_key_cb), self);
  gtk_widget_add_controller (parent, self->early_keys);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}

static void
stop_search_cb (LiaisonQuickFind *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
new_label (const char *text,
           const char *class,
           gboolean    is_dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  if (is_dim)
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
create_row (gpointer object,
            gpointer user_data)
{
  LiaisonFindItem *item = object;
  const char *detail = liaison_find_item_get_detail (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = *detail != '\0' ? g_strdup_printf ("%s, %s", liaison_find_item_get_label (item), detail)
                                          : g_strdup (liaison_find_item_get_label (item));

  if (liaison_find_item_get_icon (item) != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (liaison_find_item_get_icon (item)));
  gtk_box_append (GTK_BOX (texts), new_label (liaison_find_item_get_label (item), NULL, FALSE));
  if (*detail != '\0')
    gtk_box_append (GTK_BOX (texts), new_label (detail, "caption", TRUE));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  LiaisonQuickFind *self = user_data;
  g_autoptr (LiaisonFindItem) item = dup_item (self, row);
  g_autoptr (LiaisonFindItem) item_before = dup_item (self, before);
  gboolean is_first = item != NULL
    && (item_before == NULL || !g_str_equal (liaison_find_item_get_group (item), liaison_find_item_get_group (item_before)));
  GtkWidget *header = is_first ? new_label (liaison_find_item_get_group (item), "section", FALSE) : NULL;

  if (header != NULL)
    gtk_widget_add_css_class (header, "find-group");
  gtk_list_box_row_set_header (row, header);
}

/* Where the key that ends the program came to this window, GTK keeps it until the event is over, and would then look for a parent that is gone. */
static void
liaison_quick_find_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_quick_find_parent_class)->unmap (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
liaison_quick_find_dispose (GObject *object)
{
  LiaisonQuickFind *self = LIAISON_QUICK_FIND (object);

  stop_early_keys (self);
  /* GTK 4.8 leaves a weak pointer behind where the entry goes before the window. */
  if (self->entry != NULL)
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), NULL);
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_object (&self->store);
  g_clear_object (&self->items);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_QUICK_FIND);

  G_OBJECT_CLASS (liaison_quick_find_parent_class)->dispose (object);
}

static void
liaison_quick_find_finalize (GObject *object)
{
  g_object_unref (LIAISON_QUICK_FIND (object)->found);

  G_OBJECT_CLASS (liaison_quick_find_parent_class)->finalize (object);
}

static void
liaison_quick_find_class_init (LiaisonQuickFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_quick_find_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_quick_find_finalize;
  widget_class->unmap = liaison_quick_find_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-quick-find.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickFind, entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickFind, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickFind, list);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickFind, nothing);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
liaison_quick_find_init (LiaisonQuickFind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = g_list_store_new (LIAISON_TYPE_FIND_ITEM);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->found), create_row, NULL, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

GtkWindow *
liaison_quick_find_new (GtkWindow    *parent,
                        LiaisonStore *store,
                        GListModel   *items)
{
  LiaisonQuickFind *self = g_object_new (LIAISON_TYPE_QUICK_FIND, "transient-for", parent, "application", gtk_window_get_application (parent), NULL);

  self->store = g_object_ref (store);
  self->items = g_object_ref (items);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (gtk_widget_get_width (GTK_WIDGET (parent)) - 2 * MARGIN, LEAST_WIDTH, WIDTH), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
  take_early_keys (self, GTK_WIDGET (parent));
  changed_cb (self);

  return GTK_WINDOW (self);
}
