/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-detail-view.h"

#include "liaison-config.h"
#include "liaison-contact-page.h"
#include "liaison-day.h"
#include "liaison-engagement-page.h"
#include "liaison-error-text.h"
#include "liaison-organisation-page.h"
#include "liaison-status-page.h"

#include <glib/gi18n-lib.h>

struct _LiaisonDetailView
{
  GtkWidget                parent_instance;

  GtkWidget               *content;
  GtkWidget               *head;
  GtkStack                *states;
  LiaisonStatusPage       *none;
  LiaisonStatusPage       *failed;
  GtkLabel                *several_label;
  LiaisonEngagementPage   *engagement;
  LiaisonContactPage      *contact;
  LiaisonOrganisationPage *organisation;

  LiaisonStore            *store;
  const char              *kind; /* what is to be shown, perhaps still loading; interned */
  char                    *uuid;
  const char              *shown_kind; /* what is shown; all three are NULL where no record is */
  char                    *shown_uuid;
  char                    *phrase;
  GCancellable            *loading;
  gboolean                 wants_focus; /* as soon as there is something that can take it */
};

enum { PROP_0, PROP_STORE, PROP_PHRASE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LiaisonDetailView, liaison_detail_view, GTK_TYPE_WIDGET)

static gpointer
load_engagement (LiaisonDb     *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return liaison_engagement_detail_load (db, data, error);
}

static gpointer
load_contact (LiaisonDb     *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return liaison_contact_detail_load (db, data, liaison_day_today (), error);
}

static gpointer
load_organisation (LiaisonDb     *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return liaison_organisation_detail_load (db, data, liaison_day_today (), error);
}

static char *
show_engagement (LiaisonDetailView *self,
                 gpointer           detail)
{
  liaison_engagement_page_set_detail (self->engagement, detail);
  return liaison_engagement_page_dup_phrase (detail);
}

static char *
show_contact (LiaisonDetailView *self,
              gpointer           detail)
{
  LiaisonContactDetail *contact = detail;

  liaison_contact_page_set_detail (self->contact, contact, self->store);
  return g_strdup (liaison_record_get_text (contact->record, LIAISON_CONTACT_NAME));
}

static char *
show_organisation (LiaisonDetailView *self,
                   gpointer           detail)
{
  LiaisonOrganisationDetail *organisation = detail;

  liaison_organisation_page_set_detail (self->organisation, organisation, self->store);
  return g_strdup (liaison_record_get_text (organisation->record, LIAISON_ORGANISATION_NAME));
}

/* How the detail of a kind of record is loaded, on a thread of the store, and shown. */
static const struct
{
  const char     *kind;
  LiaisonJob      load;
  GDestroyNotify  free;
  char         *(*show) (LiaisonDetailView *self, gpointer detail);
} kinds[] = {
  { "engagement", load_engagement, (GDestroyNotify) liaison_engagement_detail_free, show_engagement },
  { "contact", load_contact, (GDestroyNotify) liaison_contact_detail_free, show_contact },
  { "organisation", load_organisation, (GDestroyNotify) liaison_organisation_detail_free, show_organisation },
};

static int
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return (int) i;
  return -1;
}

/* What a person sees is what is edited and deleted, not what may still be loading. */
static void
set_shown (LiaisonDetailView *self,
           const char        *kind,
           const char        *uuid,
           char              *phrase)
{
  self->shown_kind = kind;
  g_free (self->shown_uuid);
  self->shown_uuid = g_strdup (uuid);
  g_free (self->phrase);
  self->phrase = phrase;
  gtk_widget_set_visible (self->head, uuid != NULL && !liaison_store_get_read_only (self->store));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHRASE]);
}

static void
stop_loading (LiaisonDetailView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
show_failure (LiaisonDetailView *self,
              const GError      *error)
{
  gboolean gone = g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_autofree char *message = liaison_error_dup_message (error);

  g_object_set (self->failed,
                "icon-name", gone ? "user-trash-symbolic" : "dialog-warning-symbolic",
                "title", gone ? _ ("This record is no longer there") : _ ("This record could not be read"),
                "description", gone ? NULL : message,
                "button", gone ? NULL : _ ("_Try again"), NULL);
  set_shown (self, NULL, NULL, NULL);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

static void
scroll_to_top (GtkStack *states)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_stack_get_visible_child (states));

  if (GTK_IS_SCROLLED_WINDOW (child))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (child)), 0);
}

static gboolean
has_focus (LiaisonDetailView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->states));
}

/* A page is made anew when it is loaded again: the focus that was in it comes back to its beginning. */
static void
restore_focus (LiaisonDetailView *self,
               gboolean           had_focus)
{
  if (self->wants_focus || (had_focus && !has_focus (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->states), GTK_DIR_TAB_FORWARD);
  self->wants_focus = FALSE;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonDetailView) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer detail = liaison_store_run_finish (LIAISON_STORE (object), result, &error);
  gboolean had_focus;
  gboolean is_new;
  int kind;

  if (liaison_error_is_cancelled (error))
    return;
  g_clear_object (&self->loading);
  if (detail == NULL)
    {
      show_failure (self, error);
      return;
    }
  kind = find_kind (self->kind);
  had_focus = has_focus (self);
  is_new = g_strcmp0 (self->shown_uuid, self->uuid) != 0;
  set_shown (self, self->kind, self->uuid, kinds[kind].show (self, detail));
  kinds[kind].free (detail);
  gtk_stack_set_visible_child_name (self->states, self->kind);
  /* What was only loaded again stays where a person was reading. */
  if (is_new)
    scroll_to_top (self->states);
  restore_focus (self, had_focus);
}

/* What is shown stays until the next record is there, which is a matter of milliseconds. */
static void
load (LiaisonDetailView *self)
{
  int kind = find_kind (self->kind);

  stop_loading (self);
  if (self->kind == NULL)
    return;
  if (kind < 0 || self->store == NULL)
    {
      set_shown (self, NULL, NULL, NULL);
      gtk_stack_set_visible_child_name (self->states, "none");
      return;
    }
  self->loading = g_cancellable_new ();
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, kinds[kind].load, g_strdup (self->uuid), g_free, kinds[kind].free,
                           self->loading, loaded_cb, g_object_ref (self));
}

static void
try_again_cb (LiaisonDetailView *self)
{
  load (self);
}

static void
liaison_detail_view_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  LiaisonDetailView *self = LIAISON_DETAIL_VIEW (object);

  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_PHRASE:
      g_value_set_string (value, self->phrase);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_detail_view_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (id == PROP_STORE)
    liaison_detail_view_set_store (LIAISON_DETAIL_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
liaison_detail_view_dispose (GObject *object)
{
  LiaisonDetailView *self = LIAISON_DETAIL_VIEW (object);

  stop_loading (self);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_DETAIL_VIEW);

  G_OBJECT_CLASS (liaison_detail_view_parent_class)->dispose (object);
}

static void
liaison_detail_view_finalize (GObject *object)
{
  LiaisonDetailView *self = LIAISON_DETAIL_VIEW (object);

  g_free (self->uuid);
  g_free (self->shown_uuid);
  g_free (self->phrase);

  G_OBJECT_CLASS (liaison_detail_view_parent_class)->finalize (object);
}

static void
liaison_detail_view_class_init (LiaisonDetailViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = liaison_detail_view_get_property;
  object_class->set_property = liaison_detail_view_set_property;
  object_class->dispose = liaison_detail_view_dispose;
  object_class->finalize = liaison_detail_view_finalize;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, LIAISON_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PHRASE] =
    g_param_spec_string ("phrase", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LIAISON_TYPE_CONTACT_PAGE);
  g_type_ensure (LIAISON_TYPE_ENGAGEMENT_PAGE);
  g_type_ensure (LIAISON_TYPE_ORGANISATION_PAGE);
  g_type_ensure (LIAISON_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-detail-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonDetailView, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDetailView, head);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDetailView, states);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDetailView, none);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDetailView, failed);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDetailView, several_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDetailView, engagement);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDetailView, contact);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDetailView, organisation);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "detail");
}

static void
liaison_detail_view_init (LiaisonDetailView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
liaison_detail_view_set_store (LiaisonDetailView *self,
                               LiaisonStore      *store)
{
  g_return_if_fail (LIAISON_IS_DETAIL_VIEW (self));

  if (store == self->store)
    return;

  stop_loading (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, load, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  liaison_detail_view_show_record (self, "", "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

void
liaison_detail_view_show_record (LiaisonDetailView *self,
                                 const char        *kind,
                                 const char        *uuid)
{
  g_return_if_fail (LIAISON_IS_DETAIL_VIEW (self));
  g_return_if_fail (kind != NULL && uuid != NULL);

  if (g_strcmp0 (kind, self->kind) == 0 && g_strcmp0 (uuid, self->uuid) == 0)
    return;

  self->kind = g_intern_string (kind);
  g_free (self->uuid);
  self->uuid = g_strdup (uuid);
  load (self);
}

static char *
write_several (const char *kind,
               guint       n)
{
  if (g_strcmp0 (kind, "contact") == 0)
    return g_strdup_printf (ngettext ("%'u contact selected", "%'u contacts selected", n), n);
  if (g_strcmp0 (kind, "organisation") == 0)
    return g_strdup_printf (ngettext ("%'u organisation selected", "%'u organisations selected", n), n);
  return g_strdup_printf (ngettext ("%'u engagement selected", "%'u engagements selected", n), n);
}

void
liaison_detail_view_show_several (LiaisonDetailView *self,
                                  const char        *kind,
                                  guint              n)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LIAISON_IS_DETAIL_VIEW (self));

  text = write_several (kind, n);
  stop_loading (self);
  self->kind = NULL;
  g_clear_pointer (&self->uuid, g_free);
  gtk_label_set_label (self->several_label, text);
  set_shown (self, NULL, NULL, NULL);
  gtk_stack_set_visible_child_name (self->states, "several");
}

void
liaison_detail_view_set_placeholder (LiaisonDetailView *self,
                                     const char        *kind)
{
  g_return_if_fail (LIAISON_IS_DETAIL_VIEW (self));

  if (g_strcmp0 (kind, "contact") == 0)
    g_object_set (self->none, "icon-name", "liaison-place-contacts-symbolic",
                  "description", _ ("Choose a contact to see posts and engagements."), NULL);
  else if (g_strcmp0 (kind, "organisation") == 0)
    g_object_set (self->none, "icon-name", "liaison-place-organisations-symbolic",
                  "description", _ ("Choose an organisation to see its people and members."), NULL);
  else
    g_object_set (self->none, "icon-name", "liaison-place-engagements-symbolic",
                  "description", _ ("Choose an engagement to see who took part."), NULL);
}

void
liaison_detail_view_focus_page (LiaisonDetailView *self)
{
  g_return_if_fail (LIAISON_IS_DETAIL_VIEW (self));

  self->wants_focus = TRUE;
  if (self->loading == NULL)
    restore_focus (self, FALSE);
}

gboolean
liaison_detail_view_is_turning (LiaisonDetailView *self)
{
  g_return_val_if_fail (LIAISON_IS_DETAIL_VIEW (self), FALSE);

  return self->loading != NULL && g_strcmp0 (self->uuid, self->shown_uuid) != 0;
}

const char *
liaison_detail_view_get_kind (LiaisonDetailView *self)
{
  g_return_val_if_fail (LIAISON_IS_DETAIL_VIEW (self), NULL);

  return self->shown_kind;
}

const char *
liaison_detail_view_get_uuid (LiaisonDetailView *self)
{
  g_return_val_if_fail (LIAISON_IS_DETAIL_VIEW (self), NULL);

  return self->shown_uuid;
}

const char *
liaison_detail_view_get_phrase (LiaisonDetailView *self)
{
  g_return_val_if_fail (LIAISON_IS_DETAIL_VIEW (self), NULL);

  return self->phrase;
}
