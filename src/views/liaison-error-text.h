/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-error.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * LiaisonErrorText:
 * @title: what happened, a few words
 * @advice: what a person can do about it, a sentence; "" where the error's message says it
 *
 * An error as a person is told of it. Both texts are translated and constant.
 */
typedef struct
{
  const char *title;
  const char *advice;
} LiaisonErrorText;

/**
 * liaison_error_text_for_store:
 * @error: why a store could not be opened or made
 *
 * Returns: what a person is told; the error's own message, which says what and where, stands between the two
 */
LiaisonErrorText liaison_error_text_for_store (const GError *error);

G_END_DECLS
