/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * liaison_form_get_icon_name:
 * @form: a #LiaisonForm, or 0
 *
 * Returns: (transfer none): the name of the symbolic icon of a form of engagement; every place of the program shows the same
 */
const char *liaison_form_get_icon_name (int form);

G_END_DECLS
