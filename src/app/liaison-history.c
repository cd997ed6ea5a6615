/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-history.h"

/* A person does not go back further, and a location is small, but a window may stay open for months. */
#define MOST_LOCATIONS 200

struct _LiaisonHistory
{
  GObject    parent_instance;

  GPtrArray *locations;
  guint      current; /* its index; of no meaning while there are none */
};

G_DEFINE_FINAL_TYPE (LiaisonHistory, liaison_history, G_TYPE_OBJECT)

enum { PROP_0, PROP_CAN_GO_BACK, PROP_CAN_GO_FORWARD, N_PROPS };

static GParamSpec *properties[N_PROPS];

LiaisonLocation *
liaison_location_new (const char *place,
                      const char *query,
                      const char *kind,
                      const char *uuid,
                      gint32      listed)
{
  LiaisonLocation *location = g_new (LiaisonLocation, 1);

  g_return_val_if_fail (place != NULL, NULL);

  location->place = g_strdup (place);
  location->query = g_strdup (query != NULL ? query : "");
  location->kind = g_strdup (kind != NULL ? kind : "");
  location->uuid = g_strdup (uuid != NULL ? uuid : "");
  location->listed = listed;
  return location;
}

LiaisonLocation *
liaison_location_copy (const LiaisonLocation *location)
{
  return liaison_location_new (location->place, location->query, location->kind, location->uuid, location->listed);
}

void
liaison_location_free (LiaisonLocation *location)
{
  g_free (location->place);
  g_free (location->query);
  g_free (location->kind);
  g_free (location->uuid);
  g_free (location);
}

gboolean
liaison_location_equal (const LiaisonLocation *a,
                        const LiaisonLocation *b)
{
  return g_str_equal (a->place, b->place) && g_str_equal (a->query, b->query) &&
         g_str_equal (a->kind, b->kind) && g_str_equal (a->uuid, b->uuid);
}

static void
notify_both (LiaisonHistory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

static void
liaison_history_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LiaisonHistory *self = LIAISON_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, liaison_history_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, liaison_history_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
liaison_history_finalize (GObject *object)
{
  LiaisonHistory *self = LIAISON_HISTORY (object);

  g_ptr_array_unref (self->locations);

  G_OBJECT_CLASS (liaison_history_parent_class)->finalize (object);
}

static void
liaison_history_class_init (LiaisonHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = liaison_history_get_property;
  object_class->finalize = liaison_history_finalize;

  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
liaison_history_init (LiaisonHistory *self)
{
  self->locations = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_location_free);
}

LiaisonHistory *
liaison_history_new (void)
{
  return g_object_new (LIAISON_TYPE_HISTORY, NULL);
}

void
liaison_history_push (LiaisonHistory        *self,
                      const LiaisonLocation *location)
{
  const LiaisonLocation *current;

  g_return_if_fail (LIAISON_IS_HISTORY (self));
  g_return_if_fail (location != NULL);

  current = liaison_history_get_current (self);
  if (current != NULL && liaison_location_equal (current, location))
    return;

  if (current != NULL)
    g_ptr_array_set_size (self->locations, (int) self->current + 1);
  if (self->locations->len == MOST_LOCATIONS)
    g_ptr_array_remove_index (self->locations, 0);
  g_ptr_array_add (self->locations, liaison_location_copy (location));
  self->current = self->locations->len - 1;
  notify_both (self);
}

void
liaison_history_replace (LiaisonHistory        *self,
                         const LiaisonLocation *location)
{
  LiaisonLocation *previous;

  g_return_if_fail (LIAISON_IS_HISTORY (self));
  g_return_if_fail (location != NULL);

  if (self->locations->len == 0)
    {
      liaison_history_push (self, location);
      return;
    }
  previous = g_ptr_array_index (self->locations, self->current);
  g_ptr_array_index (self->locations, self->current) = liaison_location_copy (location);
  liaison_location_free (previous);
}

const LiaisonLocation *
liaison_history_get_current (LiaisonHistory *self)
{
  g_return_val_if_fail (LIAISON_IS_HISTORY (self), NULL);

  return self->locations->len > 0 ? g_ptr_array_index (self->locations, self->current) : NULL;
}

const LiaisonLocation *
liaison_history_go_back (LiaisonHistory *self)
{
  g_return_val_if_fail (LIAISON_IS_HISTORY (self), NULL);

  if (!liaison_history_can_go_back (self))
    return NULL;

  self->current--;
  notify_both (self);
  return liaison_history_get_current (self);
}

const LiaisonLocation *
liaison_history_go_forward (LiaisonHistory *self)
{
  g_return_val_if_fail (LIAISON_IS_HISTORY (self), NULL);

  if (!liaison_history_can_go_forward (self))
    return NULL;

  self->current++;
  notify_both (self);
  return liaison_history_get_current (self);
}

void
liaison_history_clear (LiaisonHistory *self)
{
  g_return_if_fail (LIAISON_IS_HISTORY (self));

  g_ptr_array_set_size (self->locations, 0);
  self->current = 0;
  notify_both (self);
}

gboolean
liaison_history_can_go_back (LiaisonHistory *self)
{
  g_return_val_if_fail (LIAISON_IS_HISTORY (self), FALSE);

  return self->current > 0;
}

gboolean
liaison_history_can_go_forward (LiaisonHistory *self)
{
  g_return_val_if_fail (LIAISON_IS_HISTORY (self), FALSE);

  return self->current + 1 < self->locations->len;
}
