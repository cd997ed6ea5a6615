/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-error.h"

G_BEGIN_DECLS

/**
 * LiaisonLock:
 *
 * What one program at a time holds.  It is let go with the program, however that ends; within it any number of those who take it share it.
 */
typedef struct _LiaisonLock LiaisonLock;

/**
 * liaison_lock_take:
 * @path: a file that is made for the purpose, and stays
 *
 * Does not wait.
 *
 * Returns: (transfer full): the lock; %NULL with %LIAISON_ERROR_LOCKED where another program has it, or another error
 */
LiaisonLock *liaison_lock_take (const char *path, GError **error);
void         liaison_lock_free (LiaisonLock *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonLock, liaison_lock_free)

G_END_DECLS
