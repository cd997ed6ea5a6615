/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-form-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CONTROL (liaison_control_get_type ())

/**
 * LiaisonControl:
 *
 * What edits one field of a record.  Each type of field has its own; LiaisonFieldEditor puts a label beside it.
 *
 * Signal "changed": when the person has changed what the control holds.
 */
G_DECLARE_INTERFACE (LiaisonControl, liaison_control, LIAISON, CONTROL, GtkWidget)

/**
 * LiaisonControlInterface:
 * @load: shows what a record holds
 * @store: puts into a record what the control holds; %FALSE with a sentence for people where that cannot be understood
 * @get_target: the widget that takes the focus and has the name of the field
 * @dup_hint: (nullable): what was understood of what was typed, or %NULL
 * @dup_value: (nullable): what a screen reader is told beside the name, where the target does not tell its value by itself
 */
struct _LiaisonControlInterface
{
  GTypeInterface parent_interface;

  void        (*load)       (LiaisonControl *self, LiaisonFormContext *context, const LiaisonRecord *record, guint field);
  gboolean    (*store)      (LiaisonControl *self, LiaisonRecord *record, guint field, GError **error);
  GtkWidget * (*get_target) (LiaisonControl *self);
  char *      (*dup_hint)   (LiaisonControl *self);
  char *      (*dup_value)  (LiaisonControl *self);
};

void       liaison_control_load         (LiaisonControl *self, LiaisonFormContext *context, const LiaisonRecord *record, guint field);
gboolean   liaison_control_store        (LiaisonControl *self, LiaisonRecord *record, guint field, GError **error);
GtkWidget *liaison_control_get_target   (LiaisonControl *self);
char      *liaison_control_dup_hint     (LiaisonControl *self);
char      *liaison_control_dup_value    (LiaisonControl *self);

/* For those who implement it. */
void       liaison_control_emit_changed (LiaisonControl *self);

/**
 * liaison_control_new:
 * @kind: a kind of record
 * @field: the index of one of its fields, or %LIAISON_FIELD_SENSITIVITY
 *
 * Returns: (transfer floating): the control for the type of that field
 */
LiaisonControl *liaison_control_new (LiaisonKind kind, guint field);

G_END_DECLS
