/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-totals-page.h"

#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-date-format.h"
#include "liaison-error-text.h"
#include "liaison-focus-order.h"
#include "liaison-page-parts.h"
#include "liaison-phrase.h"
#include "liaison-stated-totals.h"
#include "liaison-status-page.h"
#include "liaison-wrap-box.h"

#include <glib/gi18n-lib.h>

#define UUID "uuid"
#define PHRASE "phrase"

struct _LiaisonTotalsPage
{
  GtkWidget          parent_instance;

  GtkWidget         *content;
  GtkWidget         *head;
  GtkStack          *states;
  LiaisonStatusPage *status;
  GtkListBox        *list;

  LiaisonStore      *store;
  GCancellable      *loading;
  char              *uuid;        /* (nullable): of the selected one, which may still have to come */
  gboolean           filling;     /* rows come and go, and are not selected by the person */
  gboolean           wants_focus; /* as soon as the list is there */
};

enum { PROP_0, PROP_STORE, N_PROPS };
enum { SIGNAL_SELECTED, SIGNAL_OPENED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonTotalsPage, liaison_totals_page, GTK_TYPE_WIDGET)

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return liaison_stated_totals_load (db, error);
}

static const char *
get_row_uuid (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), UUID);
}

/* "Sullivan with Yermak", as far as it is stated. */
static char *
write_people (const LiaisonStatedTotal *total)
{
  if (total->ours[0] == '\0' || total->theirs[0] == '\0')
    return g_strdup (total->ours[0] != '\0' ? total->ours : total->theirs);

  /* Translators: people of ours, and people, countries or organisations of theirs */
  return g_strdup_printf (C_ ("stated total", "%s with %s"), total->ours, total->theirs);
}

static char *
write_sum (const LiaisonStatedTotal *total)
{
  if (total->bound == LIAISON_BOUND_UNSTATED)
    return g_strdup (_ ("Nothing is added to what is counted"));

  /* Translators: of what a source states; the figures that follow from the records, and what it adds to them */
  return g_strdup_printf (_ ("%u on record, %u added"), (guint) total->covered, (guint) total->added);
}

static void
append_fact (LiaisonWrapBox *facts,
             const char     *fact)
{
  if (fact[0] != '\0')
    liaison_wrap_box_append (facts, liaison_page_text_new (fact, "dim-label"));
}

static GtkWidget *
row_new (const LiaisonStatedTotal *total)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  LiaisonWrapBox *facts = g_object_new (LIAISON_TYPE_WRAP_BOX, "spacing", 12, "line-spacing", 2, NULL);
  g_autofree char *number = liaison_stated_total_write_number (total->counts, total->bound, total->number);
  g_autofree char *period = liaison_date_format_short (total->from, total->to, "day");
  g_autofree char *people = write_people (total);
  g_autofree char *sum = write_sum (total);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s", total->text, number, period, sum);

  gtk_box_append (GTK_BOX (box), liaison_page_text_new (total->text, NULL));
  liaison_wrap_box_append (facts, liaison_page_text_new (number, "name"));
  append_fact (facts, people);
  append_fact (facts, total->form != 0 ? liaison_vocabulary_get_label (&liaison_forms, (int) total->form) : "");
  append_fact (facts, period);
  append_fact (facts, sum);
  if (total->sensitivity > LIAISON_SENSITIVITY_PUBLIC)
    liaison_wrap_box_append (facts, liaison_page_guard_new (total->sensitivity));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (facts));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), UUID, g_strdup (total->uuid), g_free);
  g_object_set_data_full (G_OBJECT (row), PHRASE, liaison_phrase_total (total->text), g_free);

  return row;
}

static GtkListBoxRow *
find_row (LiaisonTotalsPage *self,
          const char        *uuid)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_strcmp0 (get_row_uuid (row), uuid) == 0)
        return row;
    }

  return NULL;
}

static void
note_selected (LiaisonTotalsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    {
      g_free (self->uuid);
      self->uuid = g_strdup (get_row_uuid (row));
    }
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
selected_cb (LiaisonTotalsPage *self)
{
  /* When the list goes, this is not the person's doing either. */
  if (!self->filling && self->store != NULL)
    note_selected (self);
}

/* Also while another window is in front. */
static gboolean
has_focus (LiaisonTotalsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static void
clear (LiaisonTotalsPage *self)
{
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->filling = FALSE;
}

/* What was selected stays selected; where it has gone, what has come to its place is. */
static void
fill (LiaisonTotalsPage *self,
      GPtrArray         *totals)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  gboolean had_focus = has_focus (self);

  clear (self);
  self->filling = TRUE;
  for (guint i = 0; i < totals->len; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (totals, i)));

  row = find_row (self, self->uuid);
  if (row == NULL && totals->len > 0)
    row = gtk_list_box_get_row_at_index (self->list, MIN (index, (int) totals->len - 1));
  gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
  if (!had_focus && !self->wants_focus)
    return;

  self->wants_focus = FALSE;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (self->head, GTK_DIR_TAB_FORWARD);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonTotalsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) totals = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (liaison_error_is_cancelled (error))
    return;

  g_clear_object (&self->loading);
  gtk_stack_set_visible_child_name (self->states, totals != NULL && totals->len > 0 ? "list" : "none");
  if (totals != NULL)
    {
      fill (self, totals);
      g_object_set (self->status, "title", _ ("No totals are stated yet"),
                    "description", _ ("A stated total is what a source says without the single occasions: “they have spoken seven times”."), NULL);
    }
  else
    {
      g_autofree char *message = liaison_error_dup_message (error);

      g_object_set (self->status, "title", _ ("The stated totals could not be read"), "description", message, NULL);
    }
  note_selected (self);
}

/* While the page is not up nobody asks; it is loaded when it comes. */
static void
load (LiaisonTotalsPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->store == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->loading = g_cancellable_new ();
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, load_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->loading, loaded_cb,
                           g_object_ref (self));
}

static void
activated_cb (LiaisonTotalsPage *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
set_store (LiaisonTotalsPage *self,
           LiaisonStore      *store)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, load, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->uuid, g_free);
  clear (self);
  load (self);
}

/* The list is what one came for. */
static gboolean
liaison_totals_page_grab_focus (GtkWidget *widget)
{
  LiaisonTotalsPage *self = LIAISON_TOTALS_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->wants_focus = self->loading != NULL || !gtk_widget_get_mapped (widget);

  return row != NULL ? gtk_widget_grab_focus (GTK_WIDGET (row)) : gtk_widget_child_focus (self->head, GTK_DIR_TAB_FORWARD);
}

static void
liaison_totals_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_totals_page_parent_class)->map (widget);
  load (LIAISON_TOTALS_PAGE (widget));
}

static void
liaison_totals_page_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_STORE)
    g_value_set_object (value, LIAISON_TOTALS_PAGE (object)->store);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_totals_page_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  LiaisonTotalsPage *self = LIAISON_TOTALS_PAGE (object);

  if (id != PROP_STORE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (self->store != g_value_get_object (value))
    set_store (self, g_value_get_object (value));
}

static void
liaison_totals_page_dispose (GObject *object)
{
  LiaisonTotalsPage *self = LIAISON_TOTALS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_TOTALS_PAGE);

  G_OBJECT_CLASS (liaison_totals_page_parent_class)->dispose (object);
}

static void
liaison_totals_page_finalize (GObject *object)
{
  g_free (LIAISON_TOTALS_PAGE (object)->uuid);

  G_OBJECT_CLASS (liaison_totals_page_parent_class)->finalize (object);
}

static void
liaison_totals_page_class_init (LiaisonTotalsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_totals_page_get_property;
  object_class->set_property = liaison_totals_page_set_property;
  object_class->dispose = liaison_totals_page_dispose;
  object_class->finalize = liaison_totals_page_finalize;
  widget_class->map = liaison_totals_page_map;
  widget_class->focus = liaison_focus_order_move;
  widget_class->grab_focus = liaison_totals_page_grab_focus;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LIAISON_TYPE_STORE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LIAISON_TYPE_CLAMP);
  g_type_ensure (LIAISON_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-totals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonTotalsPage, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTotalsPage, head);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTotalsPage, states);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTotalsPage, status);
  gtk_widget_class_bind_template_child (widget_class, LiaisonTotalsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "win.delete", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_totals_page_init (LiaisonTotalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_totals_page_select (LiaisonTotalsPage *self,
                            const char        *uuid)
{
  GtkListBoxRow *row;

  g_return_if_fail (LIAISON_IS_TOTALS_PAGE (self));

  if (*uuid == '\0')
    return;

  g_free (self->uuid);
  self->uuid = g_strdup (uuid);
  row = find_row (self, uuid);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

const char *
liaison_totals_page_get_uuid (LiaisonTotalsPage *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (LIAISON_IS_TOTALS_PAGE (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? get_row_uuid (row) : NULL;
}

const char *
liaison_totals_page_get_phrase (LiaisonTotalsPage *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (LIAISON_IS_TOTALS_PAGE (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_object_get_data (G_OBJECT (row), PHRASE) : NULL;
}
