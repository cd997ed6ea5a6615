/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-recent-engagements.h"

#include "liaison-lazy-list.h"

#define MOST_SHOWN 5

GtkSelectionModel *
liaison_recent_engagements_new (LiaisonStore *store,
                                const char   *query)
{
  g_autoptr (LiaisonQuery) parsed = NULL;
  LiaisonLazyList *list;

  g_return_val_if_fail (LIAISON_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  parsed = liaison_query_parse (query);
  list = liaison_lazy_list_new (store, LIAISON_ENTITY_ENGAGEMENTS);
  liaison_lazy_list_set_query (list, parsed);
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (gtk_slice_list_model_new (G_LIST_MODEL (list), 0, MOST_SHOWN))));
}
