/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-form-defaults.h"

static struct
{
  LiaisonSensitivity sensitivity;
  LiaisonNameOrder   name_order;
} defaults = { LIAISON_SENSITIVITY_PUBLIC, LIAISON_NAME_ORDER_GIVEN_FIRST };

void
liaison_form_defaults_set_sensitivity (LiaisonSensitivity sensitivity)
{
  defaults.sensitivity = sensitivity;
}

void
liaison_form_defaults_set_name_order (LiaisonNameOrder order)
{
  defaults.name_order = order;
}

LiaisonNameOrder
liaison_form_defaults_get_name_order (void)
{
  return defaults.name_order;
}

LiaisonRecord *
liaison_form_defaults_new_record (LiaisonKind kind)
{
  LiaisonRecord *record = liaison_record_new (kind, NULL);

  liaison_record_set_sensitivity (record, defaults.sensitivity);

  return record;
}
