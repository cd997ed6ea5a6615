/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-find-item.h"

struct _LiaisonFindItem
{
  GObject   parent_instance;

  char     *group;
  char     *icon;
  char     *label;
  char     *detail;
  char     *action;
  GVariant *target;
};

G_DEFINE_FINAL_TYPE (LiaisonFindItem, liaison_find_item, G_TYPE_OBJECT)

static void
liaison_find_item_finalize (GObject *object)
{
  LiaisonFindItem *self = LIAISON_FIND_ITEM (object);

  g_free (self->group);
  g_free (self->icon);
  g_free (self->label);
  g_free (self->detail);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);

  G_OBJECT_CLASS (liaison_find_item_parent_class)->finalize (object);
}

static void
liaison_find_item_class_init (LiaisonFindItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_find_item_finalize;
}

static void
liaison_find_item_init (LiaisonFindItem *self)
{
}

LiaisonFindItem *
liaison_find_item_new (const char *group,
                       const char *icon,
                       const char *label,
                       const char *detail,
                       const char *action,
                       GVariant   *target)
{
  LiaisonFindItem *self = g_object_new (LIAISON_TYPE_FIND_ITEM, NULL);

  self->group = g_strdup (group);
  self->icon = g_strdup (icon);
  self->label = g_strdup (label);
  self->detail = g_strdup (detail != NULL ? detail : "");
  self->action = g_strdup (action);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;

  return self;
}

const char *
liaison_find_item_get_group (LiaisonFindItem *self)
{
  return self->group;
}

const char *
liaison_find_item_get_icon (LiaisonFindItem *self)
{
  return self->icon;
}

const char *
liaison_find_item_get_label (LiaisonFindItem *self)
{
  return self->label;
}

const char *
liaison_find_item_get_detail (LiaisonFindItem *self)
{
  return self->detail;
}

const char *
liaison_find_item_get_action (LiaisonFindItem *self)
{
  return self->action;
}

GVariant *
liaison_find_item_get_target (LiaisonFindItem *self)
{
  return self->target;
}
