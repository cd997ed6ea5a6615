/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FIND_ITEM (liaison_find_item_get_type ())

/**
 * LiaisonFindItem:
 *
 * Something that quick find leads to: what it is called, and the action that goes there.
 */
G_DECLARE_FINAL_TYPE (LiaisonFindItem, liaison_find_item, LIAISON, FIND_ITEM, GObject)

/**
 * liaison_find_item_new:
 * @group: what the item is one of, for people
 * @icon: (nullable): the name of an icon
 * @detail: (nullable): what tells it from others
 * @action: the name of an action
 * @target: (nullable): its parameter; a floating reference is taken
 */
LiaisonFindItem *liaison_find_item_new        (const char *group,
                                               const char *icon,
                                               const char *label,
                                               const char *detail,
                                               const char *action,
                                               GVariant   *target);
const char      *liaison_find_item_get_group  (LiaisonFindItem *self);
const char      *liaison_find_item_get_icon   (LiaisonFindItem *self);
const char      *liaison_find_item_get_label  (LiaisonFindItem *self);
const char      *liaison_find_item_get_detail (LiaisonFindItem *self);
const char      *liaison_find_item_get_action (LiaisonFindItem *self);
GVariant        *liaison_find_item_get_target (LiaisonFindItem *self);

G_END_DECLS
