/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-form-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_COVER_LIST (liaison_cover_list_get_type ())

/**
 * LiaisonCoverList:
 *
 * What a stated total may include, each with a box to tick (see liaison_suggest_coverable()), and what it adds to the figures with those that
 * are ticked.  The store is asked on its own thread.
 *
 * Signal "changed": the person has ticked something.
 */
G_DECLARE_FINAL_TYPE (LiaisonCoverList, liaison_cover_list, LIAISON, COVER_LIST, GtkWidget)

/* Shows what the total of a draft may include. */
void liaison_cover_list_bind    (LiaisonCoverList *self, LiaisonFormContext *context);

/* The total has changed: what it may include and what it adds may have, too. */
void liaison_cover_list_refresh (LiaisonCoverList *self);

G_END_DECLS
