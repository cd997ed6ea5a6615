/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-reference.h"

LiaisonReference *
liaison_reference_new (char *uuid,
                       char *name)
{
  LiaisonReference *reference = g_new (LiaisonReference, 1);

  reference->uuid = uuid;
  reference->name = name;

  return reference;
}

void
liaison_reference_free (LiaisonReference *reference)
{
  g_free (reference->uuid);
  g_free (reference->name);
  g_free (reference);
}
