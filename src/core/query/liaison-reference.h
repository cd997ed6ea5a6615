/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LiaisonReference:
 * @uuid: the record referred to
 * @name: what a person reads for it
 *
 * Another record as a detail names it.
 */
typedef struct
{
  char *uuid;
  char *name;
} LiaisonReference;

/**
 * liaison_reference_new:
 * @uuid: (transfer full): a UUID
 * @name: (transfer full): a name
 */
LiaisonReference *liaison_reference_new  (char *uuid, char *name);
void              liaison_reference_free (LiaisonReference *reference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonReference, liaison_reference_free)

G_END_DECLS
