/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cover-list.h"

#include "liaison-announce.h"
#include "liaison-config.h"
#include "liaison-count-totals.h"
#include "liaison-page-parts.h"
#include "liaison-stated-totals.h"
#include "liaison-suggest.h"

#include <glib/gi18n.h>

/* So many engagements are offered, the latest ones. */
#define MOST 200

#define SUGGESTION "suggestion"

struct _LiaisonCoverList
{
  GtkWidget           parent_instance;

  GtkBox             *box;
  GtkLabel           *sum;
  GtkLabel           *none;
  GtkLabel           *others;
  GtkWidget          *all_button;
  GtkBox             *rows;

  LiaisonFormContext *context;
  GCancellable       *loading;
  gboolean            setting; /* the boxes follow the record, not the person */
  gboolean            ticked;  /* the person has, and is to be told what it adds now */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LiaisonCoverList, liaison_cover_list, GTK_TYPE_WIDGET)

/* What comes from the store. */
typedef struct
{
  GPtrArray       *suggestions;
  guint            n_matches; /* also beyond those that are suggested */
  LiaisonTotalUse *use;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->suggestions, g_ptr_array_unref);
  g_clear_pointer (&answer->use, liaison_total_use_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->suggestions = liaison_suggest_coverable (db, data, MOST, &answer->n_matches, error);
  answer->use = answer->suggestions != NULL ? liaison_count_total (db, data, error) : NULL;

  return answer->use != NULL ? g_steal_pointer (&answer) : NULL;
}

static LiaisonRecord *
get_total (LiaisonCoverList *self)
{
  return liaison_draft_get_record (liaison_form_context_get_draft (self->context));
}

static guint
get_field (LiaisonSuggestion *suggestion)
{
  return liaison_suggestion_get_kind (suggestion) == LIAISON_KIND_ENGAGEMENT ? LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS
                                                                            : LIAISON_STATED_TOTAL_COVERED_TOTALS;
}

static LiaisonSuggestion *
get_suggestion (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), SUGGESTION);
}

static gboolean
is_covered (LiaisonCoverList  *self,
            LiaisonSuggestion *suggestion)
{
  return g_strv_contains (liaison_record_get_list (get_total (self), get_field (suggestion)), liaison_suggestion_get_uuid (suggestion));
}

static void
set_covered (LiaisonCoverList  *self,
             LiaisonSuggestion *suggestion,
             gboolean           covered)
{
  guint field = get_field (suggestion);
  const char *uuid = liaison_suggestion_get_uuid (suggestion);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (const char * const *one = liaison_record_get_list (get_total (self), field); *one != NULL; one++)
    {
      if (!g_str_equal (*one, uuid))
        g_strv_builder_add (builder, *one);
    }
  if (covered)
    g_strv_builder_add (builder, uuid);
  list = g_strv_builder_end (builder);
  liaison_record_set_list (get_total (self), field, (const char * const *) list);
}

static void
tell (LiaisonCoverList *self)
{
  self->ticked = TRUE;
  g_signal_emit (self, changed_signal, 0);
}

static void
toggled_cb (LiaisonCoverList *self,
            GtkCheckButton   *tick)
{
  if (self->setting)
    return;

  set_covered (self, get_suggestion (GTK_WIDGET (tick)), gtk_check_button_get_active (tick));
  tell (self);
}

static GtkWidget *
row_new (LiaisonCoverList  *self,
         LiaisonSuggestion *suggestion)
{
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail = liaison_page_text_new (liaison_suggestion_get_detail (suggestion), "caption");
  g_autofree char *name = g_strdup_printf ("%s, %s", liaison_suggestion_get_name (suggestion), liaison_suggestion_get_detail (suggestion));

  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (texts), liaison_page_text_new (liaison_suggestion_get_name (suggestion), NULL));
  gtk_box_append (GTK_BOX (texts), detail);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (tick), texts);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), is_covered (self, suggestion));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (tick), SUGGESTION, g_object_ref (suggestion), g_object_unref);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return tick;
}

/* Whether the rows are of these already: then they stay, and with them the focus. */
static gboolean
shows (LiaisonCoverList *self,
       GPtrArray        *suggestions)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  guint i = 0;

  for (; row != NULL && i < suggestions->len; row = gtk_widget_get_next_sibling (row), i++)
    {
      if (!g_str_equal (liaison_suggestion_get_uuid (get_suggestion (row)), liaison_suggestion_get_uuid (suggestions->pdata[i])))
        return FALSE;
    }

  return row == NULL && i == suggestions->len;
}

static void
fill (LiaisonCoverList *self,
      GPtrArray        *suggestions)
{
  liaison_page_clear (self->rows);
  for (guint i = 0; i < suggestions->len; i++)
    gtk_box_append (self->rows, row_new (self, suggestions->pdata[i]));
}

static void
update_ticks (LiaisonCoverList *self)
{
  self->setting = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (row), is_covered (self, get_suggestion (row)));
  self->setting = FALSE;
}

static char *
write_sum (const LiaisonTotalUse *use)
{
  g_autofree char *number = NULL;

  if (use->bound == LIAISON_BOUND_UNSTATED)
    return g_strdup (_("No number is stated, so nothing is added to what is counted."));
  if (use->number <= 0)
    return g_strdup ("");

  number = liaison_stated_total_write_number (use->counts, use->bound, use->number);

  /* Translators: %s is "7 times" or "at least 16 people" */
  return g_strdup_printf (ngettext ("Stated: %s. On record: %u. %u is added to what is counted.",
                                    "Stated: %s. On record: %u. %u are added to what is counted.", (gulong) use->added),
                          number, (guint) use->covered, (guint) use->added);
}

/* There are more than those that are shown. */
static void
tell_others (LiaisonCoverList *self,
             guint             n_matches)
{
  /* Translators: both numbers are large: "The latest 200 of 412" */
  g_autofree char *others = g_strdup_printf (_("The latest %u of %u engagements that match are shown. A shorter period, or more of who spoke with "
                                               "whom, leaves fewer."), MOST, n_matches);

  gtk_label_set_label (self->others, others);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n_matches > MOST);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonCoverList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  g_autofree char *sum = NULL;

  if (liaison_error_is_cancelled (error) || self->context == NULL)
    return;

  g_clear_object (&self->loading);
  /* What is wrong with the store is told when the form is saved. */
  if (answer == NULL)
    return;

  sum = write_sum (answer->use);
  if (shows (self, answer->suggestions))
    update_ticks (self);
  else
    fill (self, answer->suggestions);
  gtk_label_set_label (self->sum, sum);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), *sum != '\0');
  tell_others (self, answer->n_matches);
  gtk_widget_set_visible (GTK_WIDGET (self->none), answer->suggestions->len == 0);
  gtk_widget_set_visible (self->all_button, answer->suggestions->len > 1);
  if (self->ticked && *sum != '\0')
    liaison_announce (GTK_WIDGET (self), sum);
  self->ticked = FALSE;
}

/* All engagements, or none where all are ticked already. */
static void
all_cb (LiaisonCoverList *self)
{
  gboolean cover = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    cover |= !is_covered (self, get_suggestion (row)) && get_field (get_suggestion (row)) == LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (get_field (get_suggestion (row)) == LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS)
        set_covered (self, get_suggestion (row), cover);
    }
  update_ticks (self);
  tell (self);
}

static void
liaison_cover_list_dispose (GObject *object)
{
  LiaisonCoverList *self = LIAISON_COVER_LIST (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_COVER_LIST);

  G_OBJECT_CLASS (liaison_cover_list_parent_class)->dispose (object);
}

static void
liaison_cover_list_class_init (LiaisonCoverListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_cover_list_dispose;

  changed_signal = g_signal_new ("changed", LIAISON_TYPE_COVER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-cover-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonCoverList, box);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCoverList, sum);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCoverList, none);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCoverList, others);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCoverList, all_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonCoverList, rows);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_cover_list_init (LiaisonCoverList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_cover_list_bind (LiaisonCoverList   *self,
                         LiaisonFormContext *context)
{
  g_return_if_fail (LIAISON_IS_COVER_LIST (self));

  g_set_object (&self->context, context);
  liaison_cover_list_refresh (self);
}

void
liaison_cover_list_refresh (LiaisonCoverList *self)
{
  g_return_if_fail (LIAISON_IS_COVER_LIST (self));
  g_return_if_fail (self->context != NULL);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  liaison_store_run_async (liaison_form_context_get_store (self->context), LIAISON_QUEUE_PAGES, load_job, liaison_record_copy (get_total (self)),
                           (GDestroyNotify) liaison_record_unref, answer_free, self->loading, loaded_cb, g_object_ref (self));
}
