/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-head.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Where the locale groups digits, %' does too. */
static char *
write_engagements (LiaisonLazyList  *list,
                   char            **rule)
{
  guint records = liaison_lazy_list_get_records (list);
  guint counted = liaison_lazy_list_get_counted (list);
  g_autofree char *engagements = g_strdup_printf (ngettext ("%'u engagement", "%'u engagements", counted), counted);
  g_autofree char *all = NULL;

  if (counted == records)
    return g_steal_pointer (&engagements);

  *rule = g_strdup (_ ("Counted are the engagements that were held. A visit that contains others is listed, but not counted beside them."));
  all = g_strdup_printf (ngettext ("%'u record", "%'u records", records), records);
  return g_strdup_printf ("%s · %s", engagements, all);
}

char *
liaison_list_head_write (LiaisonLazyList  *list,
                         char            **rule)
{
  guint n_items;

  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (list), NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  *rule = NULL;
  n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  switch (liaison_lazy_list_get_entity (list))
    {
    case LIAISON_ENTITY_CONTACTS:
      return g_strdup_printf (ngettext ("%'u contact", "%'u contacts", n_items), n_items);
    case LIAISON_ENTITY_ORGANISATIONS:
      return g_strdup_printf (ngettext ("%'u organisation", "%'u organisations", n_items), n_items);
    case LIAISON_ENTITY_ENGAGEMENTS:
    default:
      return write_engagements (list, rule);
    }
}
