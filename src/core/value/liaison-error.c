/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-error.h"

G_DEFINE_QUARK (liaison-error, liaison_error)
