/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-form-context.h"

struct _LiaisonFormContext
{
  GObject       parent_instance;

  LiaisonStore *store;
  LiaisonDraft *draft;
  int           day;
  char         *own_country;
  char         *home_zone;
};

enum { PROP_0, PROP_DAY, PROP_OWN_COUNTRY, PROP_HOME_ZONE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LiaisonFormContext, liaison_form_context, G_TYPE_OBJECT)

static void
liaison_form_context_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  LiaisonFormContext *self = LIAISON_FORM_CONTEXT (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    case PROP_OWN_COUNTRY:
      g_value_set_string (value, self->own_country);
      break;
    case PROP_HOME_ZONE:
      g_value_set_string (value, self->home_zone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_form_context_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  LiaisonFormContext *self = LIAISON_FORM_CONTEXT (object);

  switch (id)
    {
    case PROP_DAY:
      liaison_form_context_set_day (self, g_value_get_int (value));
      break;
    case PROP_OWN_COUNTRY:
      liaison_form_context_set_own_country (self, g_value_get_string (value));
      break;
    case PROP_HOME_ZONE:
      liaison_form_context_set_home_zone (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_form_context_finalize (GObject *object)
{
  LiaisonFormContext *self = LIAISON_FORM_CONTEXT (object);

  g_object_unref (self->store);
  g_clear_object (&self->draft);
  g_free (self->own_country);
  g_free (self->home_zone);

  G_OBJECT_CLASS (liaison_form_context_parent_class)->finalize (object);
}

static void
liaison_form_context_class_init (LiaisonFormContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = liaison_form_context_get_property;
  object_class->set_property = liaison_form_context_set_property;
  object_class->finalize = liaison_form_context_finalize;

  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_OWN_COUNTRY] = g_param_spec_string ("own-country", NULL, NULL, NULL, flags);
  properties[PROP_HOME_ZONE] = g_param_spec_string ("home-zone", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_form_context_init (LiaisonFormContext *self)
{
}

LiaisonFormContext *
liaison_form_context_new (LiaisonStore *store,
                          LiaisonDraft *draft)
{
  LiaisonFormContext *self = g_object_new (LIAISON_TYPE_FORM_CONTEXT, NULL);

  self->store = g_object_ref (store);
  g_set_object (&self->draft, draft);

  return self;
}

LiaisonStore *
liaison_form_context_get_store (LiaisonFormContext *self)
{
  return self->store;
}

LiaisonDraft *
liaison_form_context_get_draft (LiaisonFormContext *self)
{
  return self->draft;
}

int
liaison_form_context_get_day (LiaisonFormContext *self)
{
  return self->day;
}

void
liaison_form_context_set_day (LiaisonFormContext *self,
                              int                 day)
{
  g_return_if_fail (LIAISON_IS_FORM_CONTEXT (self));

  if (self->day == day)
    return;

  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

const char *
liaison_form_context_get_own_country (LiaisonFormContext *self)
{
  return self->own_country;
}

void
liaison_form_context_set_own_country (LiaisonFormContext *self,
                                      const char         *country)
{
  g_return_if_fail (LIAISON_IS_FORM_CONTEXT (self));

  if (g_strcmp0 (self->own_country, country) == 0)
    return;

  g_free (self->own_country);
  self->own_country = g_strdup (country);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWN_COUNTRY]);
}

const char *
liaison_form_context_get_home_zone (LiaisonFormContext *self)
{
  return self->home_zone;
}

void
liaison_form_context_set_home_zone (LiaisonFormContext *self,
                                    const char         *zone)
{
  g_return_if_fail (LIAISON_IS_FORM_CONTEXT (self));

  if (g_strcmp0 (self->home_zone, zone) == 0)
    return;

  g_free (self->home_zone);
  self->home_zone = g_strdup (zone);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOME_ZONE]);
}
