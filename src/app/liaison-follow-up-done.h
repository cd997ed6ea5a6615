/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

G_BEGIN_DECLS

/**
 * liaison_follow_up_mark_done:
 * @application: what is kept running until it is written, and tells where it could not be
 * @store: (nullable): the store where a window has it open; else it is opened for this
 * @path: the store's path
 * @uuid: a follow-up
 *
 * Ticks a follow-up, as an action of its own that can be undone.
 */
void liaison_follow_up_mark_done (GApplication *application, LiaisonStore *store, const char *path, const char *uuid);

G_END_DECLS
