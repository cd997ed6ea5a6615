/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-control.h"

#include "liaison-date-control.h"
#include "liaison-flag-control.h"
#include "liaison-lines-control.h"
#include "liaison-links-control.h"
#include "liaison-pick-control.h"
#include "liaison-precision-control.h"
#include "liaison-prose-control.h"
#include "liaison-text-control.h"
#include "liaison-token-control.h"

G_DEFINE_INTERFACE (LiaisonControl, liaison_control, GTK_TYPE_WIDGET)

static guint changed_signal;

static char *
say_nothing (LiaisonControl *self)
{
  return NULL;
}

static void
liaison_control_default_init (LiaisonControlInterface *iface)
{
  iface->dup_hint = say_nothing;
  iface->dup_value = say_nothing;

  changed_signal = g_signal_new ("changed", LIAISON_TYPE_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
liaison_control_load (LiaisonControl      *self,
                      LiaisonFormContext  *context,
                      const LiaisonRecord *record,
                      guint                field)
{
  g_return_if_fail (LIAISON_IS_CONTROL (self));

  LIAISON_CONTROL_GET_IFACE (self)->load (self, context, record, field);
}

gboolean
liaison_control_store (LiaisonControl  *self,
                       LiaisonRecord   *record,
                       guint            field,
                       GError         **error)
{
  g_return_val_if_fail (LIAISON_IS_CONTROL (self), FALSE);

  return LIAISON_CONTROL_GET_IFACE (self)->store (self, record, field, error);
}

GtkWidget *
liaison_control_get_target (LiaisonControl *self)
{
  g_return_val_if_fail (LIAISON_IS_CONTROL (self), NULL);

  return LIAISON_CONTROL_GET_IFACE (self)->get_target (self);
}

char *
liaison_control_dup_hint (LiaisonControl *self)
{
  g_return_val_if_fail (LIAISON_IS_CONTROL (self), NULL);

  return LIAISON_CONTROL_GET_IFACE (self)->dup_hint (self);
}

char *
liaison_control_dup_value (LiaisonControl *self)
{
  g_return_val_if_fail (LIAISON_IS_CONTROL (self), NULL);

  return LIAISON_CONTROL_GET_IFACE (self)->dup_value (self);
}

void
liaison_control_emit_changed (LiaisonControl *self)
{
  g_return_if_fail (LIAISON_IS_CONTROL (self));

  g_signal_emit (self, changed_signal, 0);
}

static GtkInputPurpose
get_purpose (LiaisonKind kind,
             guint       field)
{
  if (kind == LIAISON_KIND_CONTACT && field == LIAISON_CONTACT_EMAIL)
    return GTK_INPUT_PURPOSE_EMAIL;
  if (kind == LIAISON_KIND_CONTACT && field == LIAISON_CONTACT_TELEPHONE)
    return GTK_INPUT_PURPOSE_PHONE;

  return GTK_INPUT_PURPOSE_FREE_FORM;
}

LiaisonControl *
liaison_control_new (LiaisonKind kind,
                     guint       field)
{
  const LiaisonField *info;

  if (field == LIAISON_FIELD_SENSITIVITY)
    return liaison_token_control_new (&liaison_sensitivities, TRUE);

  if (kind == LIAISON_KIND_ENGAGEMENT && field == LIAISON_ENGAGEMENT_PRECISION)
    return liaison_precision_control_new ();

  if (kind == LIAISON_KIND_STATED_TOTAL && field == LIAISON_STATED_TOTAL_COUNTRIES)
    return liaison_links_control_new (kind, field);

  info = &liaison_kind_get_info (kind)->fields[field];
  switch (info->type)
    {
    case LIAISON_FIELD_TOKEN:
      return liaison_token_control_new (info->vocabulary, info->flags & LIAISON_FIELD_REQUIRED);

    case LIAISON_FIELD_DATE:
      return liaison_date_control_new ();

    case LIAISON_FIELD_BOOLEAN:
      return liaison_flag_control_new ();

    case LIAISON_FIELD_LINK:
    case LIAISON_FIELD_COUNTRY:
      return liaison_pick_control_new (kind, field);

    case LIAISON_FIELD_LINKS:
      return liaison_links_control_new (kind, field);

    case LIAISON_FIELD_PROSE:
      return liaison_prose_control_new ();

    case LIAISON_FIELD_LIST:
      return liaison_lines_control_new (get_purpose (kind, field));

    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_ADDRESS:
    case LIAISON_FIELD_INTEGER:
    default:
      return liaison_text_control_new (info->type);
    }
}
