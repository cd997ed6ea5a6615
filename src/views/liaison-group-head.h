/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_GROUP_HEAD (liaison_group_head_get_type ())

/**
 * LiaisonGroupHead:
 *
 * The head of a group in a column view: a text in the first cell of a row that goes on over all the others, for a cell of GTK 4.8 cannot span
 * columns.
 */
G_DECLARE_FINAL_TYPE (LiaisonGroupHead, liaison_group_head, LIAISON, GROUP_HEAD, GtkWidget)

GtkWidget *liaison_group_head_new       (void);
void       liaison_group_head_set_label (LiaisonGroupHead *self,
                                         const char       *label);

G_END_DECLS
