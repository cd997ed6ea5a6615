/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-derive-participation-private.h"
#include "liaison-traits-private.h"

G_BEGIN_DECLS

/**
 * liaison_derive_traits_of_participations:
 * @participations: (element-type LiaisonDeriveParticipation): those of an engagement
 * @is_formal: whether it has a format, or is a multilateral session
 *
 * Returns: the traits that follow from them
 */
LiaisonTraits        liaison_derive_traits_of_participations (const GArray *participations, gboolean is_formal);

/* The traits of one engagement after the other, which are stored a chunk at a time. */
typedef struct _LiaisonDeriveTraits LiaisonDeriveTraits;

LiaisonDeriveTraits *liaison_derive_traits_new   (LiaisonDeriveMode *mode, GError **error);
void                 liaison_derive_traits_free  (LiaisonDeriveTraits *self);

/* Stores the traits of an engagement, 0 where it has gone, with the next chunk or flush; or tells that they differ. */
gboolean             liaison_derive_traits_store (LiaisonDeriveTraits *self, gint64 engagement, LiaisonTraits traits, GError **error);
gboolean             liaison_derive_traits_flush (LiaisonDeriveTraits *self, GError **error);

/* Tells of traits that are stored for what is no engagement, and of rows that are none of theirs. */
gboolean             liaison_derive_traits_verify (LiaisonDeriveMode *mode, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDeriveTraits, liaison_derive_traits_free)

G_END_DECLS
