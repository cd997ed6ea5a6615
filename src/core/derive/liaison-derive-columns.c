/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-load-private.h"
#include "liaison-derive-steps-private.h"

/*
 * Derived columns that follow from the record itself: a SELECT gives the rows in which they are not what they should be, with the values that
 * they should have, and an UPDATE writes these.  LIMIT -1 keeps SQLite from merging the inner SELECT into the outer one, where it would
 * evaluate each expression twice.
 */
typedef struct
{
  LiaisonKind  kind;
  const char  *columns;
  int          n_columns;
  gboolean     has_sort_key;
  const char  *select; /* key, values */
  const char  *update; /* ?1 is the key, the values follow */
  const char  *values; /* the same as expressions over the fields, whose names stand in braces */
} Derivation;

/* ?1 is the kind, ?2 whether sort keys are derived. */
#define FROM_TOUCHED(table) " FROM temp.touched AS d CROSS JOIN " table " AS t ON t.id = d.id WHERE d.kind = ?1 LIMIT -1"

/* A period: open where an end of it is not known. */
#define PERIOD_SELECT(table) \
  "SELECT id, first, last FROM (SELECT t.id, t.x_first_day, t.x_last_day," \
  "  CASE t.\"from\" WHEN '' THEN 0 ELSE liaison_first_day (t.\"from\") END AS first," \
  "  CASE t.\"to\" WHEN '' THEN 99999999 ELSE liaison_last_day (t.\"to\") END AS last" FROM_TOUCHED (table) \
  ") WHERE (first, last) IS NOT (x_first_day, x_last_day)"
#define PERIOD_VALUES \
  "CASE {from} WHEN '' THEN 0 ELSE liaison_first_day ({from}) END, CASE {to} WHEN '' THEN 99999999 ELSE liaison_last_day ({to}) END"
#define PERIOD_UPDATE(table) "UPDATE " table " SET x_first_day = ?2, x_last_day = ?3 WHERE id = ?1"

#define NAMES_SELECT(table, sort_name, names) \
  "SELECT id, sort_key, folded FROM (SELECT t.id, t.x_sort_key, t.x_folded, " names " AS folded," \
  "  CASE WHEN ?2 THEN liaison_sort_key (" sort_name ") ELSE t.x_sort_key END AS sort_key" FROM_TOUCHED (table) \
  ") WHERE (sort_key, folded) IS NOT (x_sort_key, x_folded)"
#define NAMES_UPDATE(table) "UPDATE " table " SET x_sort_key = ?2, x_folded = ?3 WHERE id = ?1"

static const Derivation own_columns[] = {
  { LIAISON_KIND_ORGANISATION, "x_sort_key, x_folded", 2, TRUE,
    NAMES_SELECT ("organisation", "t.name", "liaison_names (t.name, t.short_name, t.other_names)"),
    NAMES_UPDATE ("organisation"),
    "liaison_sort_key ({name}), liaison_names ({name}, {short_name}, {other_names})" },
  { LIAISON_KIND_MEMBERSHIP, "x_first_day, x_last_day", 2, FALSE, PERIOD_SELECT ("membership"), PERIOD_UPDATE ("membership"),
    PERIOD_VALUES },
  { LIAISON_KIND_CONTACT, "x_sort_key, x_folded", 2, TRUE,
    NAMES_SELECT ("contact",
                  "CASE WHEN t.sort_name <> '' THEN t.sort_name"
                  " WHEN t.family <> '' AND t.given <> '' THEN t.family || ', ' || t.given ELSE t.name END",
                  "liaison_names (t.name, t.given || ' ' || t.additional || ' ' || t.family, t.sort_name, t.other_names)"),
    NAMES_UPDATE ("contact"),
    "liaison_sort_key (CASE WHEN {sort_name} <> '' THEN {sort_name}"
    "  WHEN {family} <> '' AND {given} <> '' THEN {family} || ', ' || {given} ELSE {name} END),"
    " liaison_names ({name}, {given} || ' ' || {additional} || ' ' || {family}, {sort_name}, {other_names})" },
  { LIAISON_KIND_POST, "x_first_day, x_last_day", 2, FALSE, PERIOD_SELECT ("post"), PERIOD_UPDATE ("post"), PERIOD_VALUES },
  { LIAISON_KIND_TOPIC, "x_folded", 1, FALSE,
    "SELECT id, folded FROM (SELECT t.id, t.x_folded, liaison_names (t.name) AS folded" FROM_TOUCHED ("topic")
    ") WHERE folded IS NOT x_folded",
    "UPDATE topic SET x_folded = ?2 WHERE id = ?1",
    "liaison_names ({name})" },
  { LIAISON_KIND_ENGAGEMENT, "x_first_day, x_last_day, x_minute, x_title_key", 4, TRUE,
    "SELECT id, first, max (first, last), minute, title_key"
    " FROM (SELECT t.id, t.x_first_day, t.x_last_day, t.x_minute, t.x_title_key,"
    "  liaison_first_day (t.start) AS first, liaison_minute (t.start) AS minute,"
    "  CASE WHEN t.start = '' THEN 0 WHEN t.\"end\" = '' THEN liaison_last_day (t.start) ELSE liaison_last_day (t.\"end\") END AS last,"
    "  CASE WHEN ?2 THEN liaison_sort_key (t.title) ELSE t.x_title_key END AS title_key" FROM_TOUCHED ("engagement")
    ") WHERE (first, max (first, last), minute, title_key) IS NOT (x_first_day, x_last_day, x_minute, x_title_key)",
    "UPDATE engagement SET x_first_day = ?2, x_last_day = ?3, x_minute = ?4, x_title_key = ?5 WHERE id = ?1",
    "liaison_first_day ({start}), CASE WHEN {start} = '' THEN 0 WHEN {end} = '' THEN liaison_last_day ({start})"
    "  ELSE max (liaison_first_day ({start}), liaison_last_day ({end})) END, liaison_minute ({start}), liaison_sort_key ({title})" },
};

static gboolean
write_row (LiaisonSql  *select,
           LiaisonSql  *update,
           int          n_columns,
           GError     **error)
{
  for (int i = 0; i <= n_columns; i++)
    liaison_sql_bind_column (update, i + 1, select, i);

  return liaison_sql_run (update, error);
}

static gboolean
derive (LiaisonDeriveMode  *mode,
        const Derivation   *derivation,
        GError            **error)
{
  g_autoptr (LiaisonSql) select = liaison_sql_new (mode->db, derivation->select, error);
  g_autoptr (LiaisonSql) update = select ? liaison_sql_new (mode->db, derivation->update, error) : NULL;
  g_autoptr (GError) failure = NULL;

  if (update == NULL)
    return FALSE;

  liaison_sql_bind_integer (select, 1, derivation->kind);
  if (derivation->has_sort_key)
    liaison_sql_bind_integer (select, 2, mode->sort_keys);

  while (liaison_sql_step (select, &failure))
    {
      if (g_cancellable_set_error_if_cancelled (mode->cancellable, error))
        return FALSE;
      if (mode->found != NULL)
        mode->found (derivation->kind, liaison_sql_get_integer (select, 0), derivation->columns, mode->found_data);
      else if (!write_row (select, update, derivation->n_columns, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
liaison_derive_get_own_columns (LiaisonKind   kind,
                                const char  **columns,
                                const char  **values)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_columns); i++)
    {
      if (own_columns[i].kind == kind)
        {
          *columns = own_columns[i].columns;
          *values = own_columns[i].values;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
liaison_derive_own_columns (LiaisonDeriveMode  *mode,
                            GError            **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_columns); i++)
    {
      if (mode->loaded && own_columns[i].kind == LIAISON_KIND_ENGAGEMENT)
        continue;
      if (!derive (mode, &own_columns[i], error))
        return FALSE;
    }

  return TRUE;
}
