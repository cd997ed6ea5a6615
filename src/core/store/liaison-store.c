/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store-private.h"

enum { PROP_PATH = 1, PROP_NAME, PROP_READ_ONLY, PROP_REPLACED, PROP_UNDO_NAME, PROP_REDO_NAME, PROP_BUSY, PROP_IS_COPY, PROP_UNSAVED, N_PROPS };
enum { CHANGED, COPY_FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonStore, liaison_store, G_TYPE_OBJECT)

/*
 * Of the reading threads by their queue: what a debugger calls them, and how far they give way.  A page is what a person waits for; what is behind
 * it must not take the time of who paints it.
 */
static const struct { const char *name; int niceness; } queues[] = {
  [LIAISON_QUEUE_PAGES] = { "liaison-pages", 0 },
  [LIAISON_QUEUE_IDS] = { "liaison-ids", 5 },
  [LIAISON_QUEUE_SUGGESTIONS] = { "liaison-suggestions", 10 },
  [LIAISON_QUEUE_CHARTS] = { "liaison-charts", 10 },
  [LIAISON_QUEUE_OUTPUTS] = { "liaison-outputs", 10 },
};

static void
set_text (LiaisonStore  *self,
          char         **text,
          const char    *value,
          int            property)
{
  if (g_strcmp0 (*text, value) == 0)
    return;

  g_free (*text);
  *text = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_flag (LiaisonStore *self,
          gboolean     *flag,
          gboolean      value,
          int           property)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
note_change (LiaisonStore *self)
{
  self->n_changes++;
  set_flag (self, &self->unsaved, liaison_store_get_is_copy (self), PROP_UNSAVED);
  liaison_copier_note_change (self->copier);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tell_cb (const LiaisonNews *news,
         gpointer           user_data)
{
  g_autoptr (LiaisonStore) self = g_object_ref (user_data);

  set_flag (self, &self->read_only, news->read_only, PROP_READ_ONLY);
  set_flag (self, &self->replaced, news->replaced, PROP_REPLACED);
  set_text (self, &self->undo_name, news->undo_name, PROP_UNDO_NAME);
  set_text (self, &self->redo_name, news->redo_name, PROP_REDO_NAME);
  if (news->changed)
    note_change (self);
}

static void
copy_failed_cb (const GError *error,
                gpointer      user_data)
{
  g_autoptr (LiaisonStore) self = g_object_ref (user_data);

  g_signal_emit (self, signals[COPY_FAILED], 0, error);
}

void
liaison_store_count_writes (LiaisonStore *self,
                            int           difference)
{
  gboolean was_busy = self->n_writes > 0;

  self->n_writes += difference;
  if (was_busy != (self->n_writes > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
liaison_store_set_unsaved (LiaisonStore *self,
                           gboolean      unsaved)
{
  set_flag (self, &self->unsaved, unsaved, PROP_UNSAVED);
}

static void
liaison_store_dispose (GObject *object)
{
  LiaisonStore *self = LIAISON_STORE (object);

  for (int i = 0; i < LIAISON_QUEUE_WRITER; i++)
    g_clear_pointer (&self->readers[i], liaison_worker_free);
  g_clear_pointer (&self->copier, liaison_copier_free);
  g_clear_pointer (&self->writer, liaison_writer_free);

  G_OBJECT_CLASS (liaison_store_parent_class)->dispose (object);
}

static void
liaison_store_finalize (GObject *object)
{
  LiaisonStore *self = LIAISON_STORE (object);

  liaison_store_file_free (self->file);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->name);
  g_free (self->undo_name);
  g_free (self->redo_name);

  G_OBJECT_CLASS (liaison_store_parent_class)->finalize (object);
}

static void
liaison_store_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  LiaisonStore *self = LIAISON_STORE (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, liaison_store_get_path (self));
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;

    case PROP_REPLACED:
      g_value_set_boolean (value, self->replaced);
      break;

    case PROP_UNDO_NAME:
      g_value_set_string (value, self->undo_name);
      break;

    case PROP_REDO_NAME:
      g_value_set_string (value, self->redo_name);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, self->n_writes > 0);
      break;

    case PROP_IS_COPY:
      g_value_set_boolean (value, liaison_store_get_is_copy (self));
      break;

    case PROP_UNSAVED:
      g_value_set_boolean (value, self->unsaved);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GParamSpec *
text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
boolean_property (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
liaison_store_class_init (LiaisonStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = liaison_store_dispose;
  object_class->finalize = liaison_store_finalize;
  object_class->get_property = liaison_store_get_property;

  properties[PROP_PATH] = text_property ("path");
  properties[PROP_NAME] = text_property ("name");
  properties[PROP_READ_ONLY] = boolean_property ("read-only");
  properties[PROP_REPLACED] = boolean_property ("replaced");
  properties[PROP_UNDO_NAME] = text_property ("undo-name");
  properties[PROP_REDO_NAME] = text_property ("redo-name");
  properties[PROP_BUSY] = boolean_property ("busy");
  properties[PROP_IS_COPY] = boolean_property ("is-copy");
  properties[PROP_UNSAVED] = boolean_property ("unsaved");
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COPY_FAILED] = g_signal_new ("copy-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
liaison_store_init (LiaisonStore *self)
{
}

LiaisonStore *
liaison_store_new (const char *path)
{
  LiaisonStore *self = g_object_new (LIAISON_TYPE_STORE, NULL);

  self->file = liaison_store_file_new (path);
  self->name = liaison_store_file_make_name (self->file);
  self->context = g_main_context_ref_thread_default ();
  self->writer = liaison_writer_new (liaison_store_file_open_writer, self->file, tell_cb, self);
  self->copier = liaison_copier_new (liaison_store_file_open_reader, self->file, copy_failed_cb, self);
  for (int i = 0; i < LIAISON_QUEUE_WRITER; i++)
    {
      self->readers[i] = liaison_worker_new (queues[i].name, liaison_store_file_open_reader, self->file);
      liaison_worker_set_niceness (self->readers[i], queues[i].niceness);
    }

  return self;
}

void
liaison_store_review_copies (LiaisonStore *self)
{
  g_return_if_fail (LIAISON_IS_STORE (self));

  liaison_copier_review (self->copier);
}

void
liaison_store_tell_again (LiaisonStore *self)
{
  g_return_if_fail (LIAISON_IS_STORE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
liaison_store_get_path (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), NULL);

  return liaison_store_file_get_path (self->file);
}

const char *
liaison_store_get_name (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), NULL);

  return self->name;
}

gboolean
liaison_store_get_read_only (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), FALSE);

  return self->read_only;
}

gboolean
liaison_store_get_replaced (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), FALSE);

  return self->replaced;
}

gboolean
liaison_store_get_is_copy (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), FALSE);

  return liaison_store_file_get_copy (self->file) != NULL;
}

gboolean
liaison_store_get_unsaved (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), FALSE);

  return self->unsaved;
}

const char *
liaison_store_get_undo_name (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), NULL);

  return self->undo_name;
}

const char *
liaison_store_get_redo_name (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), NULL);

  return self->redo_name;
}
