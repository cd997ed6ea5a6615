/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LiaisonJsonKeys:
 *
 * The keys of the objects that are open while a text is scanned, the innermost object's last. They are compared when their object ends:
 * all with all where they are few, else sorted, so that a hostile text gains nothing (RFC 8259, 4: names within an object should be unique).
 */
typedef struct _LiaisonJsonKeys LiaisonJsonKeys;

LiaisonJsonKeys *liaison_json_keys_new        (void);
void             liaison_json_keys_free       (LiaisonJsonKeys *keys);
void             liaison_json_keys_clear      (LiaisonJsonKeys *keys);
guint            liaison_json_keys_get_length (LiaisonJsonKeys *keys);

/**
 * liaison_json_keys_add:
 * @text: the key, escapes resolved; not terminated
 * @copy: whether @text will not stay until the key's object ends
 * @place: where in the scanned text it stands
 */
void             liaison_json_keys_add        (LiaisonJsonKeys *keys,
                                               const char      *text,
                                               gsize            length,
                                               gboolean         copy,
                                               gsize            place);

/**
 * liaison_json_keys_close:
 * @first: the number of keys there were before the object
 * @duplicate: (out) (transfer full): on failure, the key that is there twice
 * @place: (out): on failure, where it stands the second time
 *
 * Ends the innermost object, and forgets its keys.
 *
 * Returns: whether no key is there twice
 */
gboolean         liaison_json_keys_close      (LiaisonJsonKeys *keys,
                                               guint            first,
                                               char           **duplicate,
                                               gsize           *place);

G_END_DECLS
