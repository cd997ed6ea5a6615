/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-completion.h"

struct _LiaisonCompletion
{
  GObject                parent_instance;
  LiaisonCompletionType  type;
  char                  *text;
  gsize                  cursor;
  char                  *label;
  char                  *detail;
  char                  *count;
};

G_DEFINE_FINAL_TYPE (LiaisonCompletion, liaison_completion, G_TYPE_OBJECT)

enum { PROP_0, PROP_LABEL, PROP_DETAIL, PROP_COUNT, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
liaison_completion_finalize (GObject *object)
{
  LiaisonCompletion *self = LIAISON_COMPLETION (object);

  g_free (self->text);
  g_free (self->label);
  g_free (self->detail);
  g_free (self->count);

  G_OBJECT_CLASS (liaison_completion_parent_class)->finalize (object);
}

static void
liaison_completion_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LiaisonCompletion *self = LIAISON_COMPLETION (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_COUNT:
      g_value_set_string (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_completion_class_init (LiaisonCompletionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = liaison_completion_finalize;
  object_class->get_property = liaison_completion_get_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", flags);
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_completion_init (LiaisonCompletion *self)
{
  self->count = g_strdup ("");
}

LiaisonCompletion *
liaison_completion_new (LiaisonCompletionType  type,
                        char                  *text,
                        gsize                  cursor,
                        char                  *label,
                        const char            *detail)
{
  LiaisonCompletion *self = g_object_new (LIAISON_TYPE_COMPLETION, NULL);

  self->type = type;
  self->text = text;
  self->cursor = cursor;
  self->label = label;
  self->detail = g_strdup (detail ? detail : "");

  return self;
}

LiaisonCompletionType
liaison_completion_get_kind (LiaisonCompletion *self)
{
  g_return_val_if_fail (LIAISON_IS_COMPLETION (self), LIAISON_COMPLETION_KEY);

  return self->type;
}

const char *
liaison_completion_get_text (LiaisonCompletion *self)
{
  g_return_val_if_fail (LIAISON_IS_COMPLETION (self), NULL);

  return self->text;
}

gsize
liaison_completion_get_cursor (LiaisonCompletion *self)
{
  g_return_val_if_fail (LIAISON_IS_COMPLETION (self), 0);

  return self->cursor;
}

const char *
liaison_completion_get_label (LiaisonCompletion *self)
{
  g_return_val_if_fail (LIAISON_IS_COMPLETION (self), NULL);

  return self->label;
}

const char *
liaison_completion_get_detail (LiaisonCompletion *self)
{
  g_return_val_if_fail (LIAISON_IS_COMPLETION (self), NULL);

  return self->detail;
}

const char *
liaison_completion_get_count (LiaisonCompletion *self)
{
  g_return_val_if_fail (LIAISON_IS_COMPLETION (self), NULL);

  return self->count;
}

void
liaison_completion_set_count (LiaisonCompletion *self,
                              int                count)
{
  g_autofree char *text = g_strdup_printf ("%'d", count);

  g_return_if_fail (LIAISON_IS_COMPLETION (self));

  if (g_str_equal (text, self->count))
    return;
  g_free (self->count);
  self->count = g_steal_pointer (&text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}
