/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LiaisonUuidFilter:
 *
 * A set of UUIDs of a fixed size, a Bloom filter: what it does not have was never added; of some that it has that is not so either, of more
 * the more are in it (one in thirty of four million).  A load asks the store only for the others.
 */
typedef struct _LiaisonUuidFilter LiaisonUuidFilter;

LiaisonUuidFilter *liaison_uuid_filter_new  (void);
void               liaison_uuid_filter_free (LiaisonUuidFilter *filter);
void               liaison_uuid_filter_add  (LiaisonUuidFilter *filter, const guint8 uuid[16]);
/* FALSE: it was not added.  TRUE: it may have been. */
gboolean           liaison_uuid_filter_has  (const LiaisonUuidFilter *filter, const guint8 uuid[16]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonUuidFilter, liaison_uuid_filter_free)

G_END_DECLS
