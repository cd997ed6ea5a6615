/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-suggestion.h"

struct _LiaisonSuggestion
{
  GObject     parent_instance;
  LiaisonKind kind;
  char       *texts[5];
};

G_DEFINE_FINAL_TYPE (LiaisonSuggestion, liaison_suggestion, G_TYPE_OBJECT)

enum { PROP_UUID = 1, PROP_COUNTRY, PROP_NAME, PROP_SHORT_NAME, PROP_DETAIL, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
liaison_suggestion_finalize (GObject *object)
{
  LiaisonSuggestion *self = LIAISON_SUGGESTION (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (liaison_suggestion_parent_class)->finalize (object);
}

static void
liaison_suggestion_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LiaisonSuggestion *self = LIAISON_SUGGESTION (object);

  g_value_set_string (value, self->texts[prop_id - PROP_UUID]);
}

static void
liaison_suggestion_class_init (LiaisonSuggestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = liaison_suggestion_finalize;
  object_class->get_property = liaison_suggestion_get_property;

  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNTRY] = g_param_spec_string ("country", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHORT_NAME] = g_param_spec_string ("short-name", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_suggestion_init (LiaisonSuggestion *self)
{
}

static LiaisonSuggestion *
create (LiaisonKind         kind,
        const char * const *texts)
{
  LiaisonSuggestion *self = g_object_new (LIAISON_TYPE_SUGGESTION, NULL);

  self->kind = kind;
  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    self->texts[i] = g_strdup (texts[i] != NULL ? texts[i] : "");

  return self;
}

LiaisonSuggestion *
liaison_suggestion_new (LiaisonKind  kind,
                        const char  *uuid,
                        const char  *country,
                        const char  *name,
                        const char  *detail)
{
  const char *texts[] = { uuid, country, name, name, detail };

  return create (kind, texts);
}

LiaisonSuggestion *
liaison_suggestion_new_contact (const char *uuid,
                                const char *country,
                                const char *name,
                                const char *family,
                                const char *title)
{
  const char *texts[] = { uuid, country, name, family != NULL && *family != '\0' ? family : name, title };

  return create (LIAISON_KIND_CONTACT, texts);
}

LiaisonKind
liaison_suggestion_get_kind (LiaisonSuggestion *self)
{
  return self->kind;
}

const char *
liaison_suggestion_get_uuid (LiaisonSuggestion *self)
{
  return self->texts[PROP_UUID - PROP_UUID];
}

const char *
liaison_suggestion_get_country (LiaisonSuggestion *self)
{
  return self->texts[PROP_COUNTRY - PROP_UUID];
}

const char *
liaison_suggestion_get_name (LiaisonSuggestion *self)
{
  return self->texts[PROP_NAME - PROP_UUID];
}

const char *
liaison_suggestion_get_short_name (LiaisonSuggestion *self)
{
  return self->texts[PROP_SHORT_NAME - PROP_UUID];
}

const char *
liaison_suggestion_get_detail (LiaisonSuggestion *self)
{
  return self->texts[PROP_DETAIL - PROP_UUID];
}
