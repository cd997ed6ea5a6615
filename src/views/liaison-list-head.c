/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-head.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Where the locale groups digits, %' does too. */
static char *
write_figures (guint records,
               guint counted)
{
  g_autofree char *engagements = g_strdup_printf (ngettext ("%'u engagement", "%'u engagements", counted), counted);
  g_autofree char *all = NULL;

  if (counted == records)
    return g_steal_pointer (&engagements);

  all = g_strdup_printf (ngettext ("%'u record", "%'u records", records), records);
  return g_strdup_printf ("%s · %s", engagements, all);
}

static char *
write_engagements (LiaisonLazyList  *list,
                   char            **rule)
{
  guint records = liaison_lazy_list_get_records (list);
  guint counted = liaison_lazy_list_get_counted (list);
  guint n_several = liaison_lazy_list_get_n_several (list);
  g_autofree char *figures = write_figures (records, counted);
  g_autofree char *several = NULL;

  if (counted != records)
    *rule = g_strdup (_ ("Counted are the engagements that were held. A visit that contains others is listed, but not counted beside them."));
  if (n_several == 0)
    return g_steal_pointer (&figures);

  g_free (*rule);
  *rule = g_strdup (_ ("A record that belongs to several groups is listed in each of them, and counted once in the total."));
  several = g_strdup_printf (ngettext ("%'u of them in several groups", "%'u of them in several groups", n_several), n_several);
  return g_strdup_printf ("%s · %s", figures, several);
}

char *
liaison_list_head_write (LiaisonLazyList  *list,
                         char            **rule)
{
  guint records;

  g_return_val_if_fail (LIAISON_IS_LAZY_LIST (list), NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  *rule = NULL;
  records = liaison_lazy_list_get_records (list);
  switch (liaison_lazy_list_get_entity (list))
    {
    case LIAISON_ENTITY_CONTACTS:
      return g_strdup_printf (ngettext ("%'u contact", "%'u contacts", records), records);
    case LIAISON_ENTITY_ORGANISATIONS:
      return g_strdup_printf (ngettext ("%'u organisation", "%'u organisations", records), records);
    case LIAISON_ENTITY_ENGAGEMENTS:
    default:
      return write_engagements (list, rule);
    }
}

char *
liaison_list_head_write_group (LiaisonRow *row)
{
  g_autofree char *figures = NULL;
  const char *label;
  guint records = 0;
  guint counted = 0;

  g_return_val_if_fail (LIAISON_IS_ROW (row), NULL);

  label = liaison_row_get_group (row, &records, &counted);
  figures = write_figures (records, counted);
  return g_strdup_printf ("%s · %s", label, figures);
}
