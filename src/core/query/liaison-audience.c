/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-audience-private.h"

#include "liaison-db-private.h"
#include "liaison-states-private.h"

/* What it is called among the data of a connection (liaison_db_set_data()). */
#define HIDDEN_CACHE "liaison-audience-hidden"

/*
 * ?2 is the most that the audience may hear.  The sensitivity of participations is in no index: a walk over all of them, done again only when
 * the store has changed.
 */
static const char hidden_participations[] =
  "SELECT id FROM participation WHERE sensitivity > ?2"
  " UNION ALL SELECT p.id FROM contact c CROSS JOIN participation p INDEXED BY participation_contact ON p.contact = c.id WHERE c.sensitivity > ?2"
  " UNION ALL SELECT p.id FROM organisation o CROSS JOIN participation p INDEXED BY participation_organisation ON p.organisation = o.id"
  "  WHERE o.sensitivity > ?2"
  " UNION ALL SELECT p.id FROM organisation o CROSS JOIN participation p INDEXED BY participation_seat_body ON p.x_seat_organisation = o.id"
  "  WHERE o.sensitivity > ?2";

static const char hidden_engagements[] =
  "SELECT id FROM engagement INDEXED BY engagement_sensitivity WHERE sensitivity <> 1 AND sensitivity > ?2";

/* An audience may hear what is of the same number, or less. */
G_STATIC_ASSERT ((int) LIAISON_AUDIENCE_PUBLIC == (int) LIAISON_SENSITIVITY_PUBLIC);
G_STATIC_ASSERT ((int) LIAISON_AUDIENCE_INTERNAL == (int) LIAISON_SENSITIVITY_INTERNAL);

typedef struct
{
  LiaisonAudience  audience;
  gint64           others; /* changes whenever another connection has written */
  int              own;    /* how much this one has written */
  LiaisonBits     *bits;
} Hidden;

static void
free_hidden (gpointer data)
{
  Hidden *hidden = data;

  g_clear_pointer (&hidden->bits, liaison_bits_free);
  g_free (hidden);
}

static LiaisonAudience
get_widest (const LiaisonQueryTerm *term)
{
  LiaisonAudience widest = 0;

  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);

      widest = MAX ((int) widest, value->number);
    }

  return widest;
}

/* Of several terms the narrowest holds, since they are joined by and. */
LiaisonAudience
liaison_audience_get (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  LiaisonAudience audience = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      LiaisonAudience widest;

      if (term->key != LIAISON_QUERY_AUDIENCE || term->negative)
        continue;

      widest = get_widest (term);
      audience = audience ? MIN (audience, widest) : widest;
    }

  return audience;
}

gboolean
liaison_audience_find_hidden (LiaisonDb        *db,
                              LiaisonAudience   audience,
                              guint             size,
                              LiaisonBits     **hidden,
                              GError          **error)
{
  const Hidden *kept = liaison_db_get_data (db, HIDDEN_CACHE);
  g_autoptr (LiaisonBits) found = NULL;
  int own = sqlite3_total_changes (liaison_db_get_handle (db));
  gint64 others;
  Hidden *fresh;

  if (!liaison_sql_query_integer (db, "PRAGMA data_version", 0, &others, error))
    return FALSE;

  if (kept && kept->audience == audience && kept->others == others && kept->own == own && kept->bits->size == size)
    {
      *hidden = liaison_bits_copy (kept->bits);
      return TRUE;
    }

  found = liaison_bits_new (size);
  if (!liaison_bits_collect (found, db, hidden_participations, NULL, audience, 0, error))
    return FALSE;

  fresh = g_new (Hidden, 1);
  *fresh = (Hidden) { audience, others, own, liaison_bits_copy (found) };
  liaison_db_set_data (db, HIDDEN_CACHE, fresh, free_hidden);
  *hidden = g_steal_pointer (&found);

  return TRUE;
}

gboolean
liaison_audience_collect (LiaisonDb        *db,
                          LiaisonAudience   audience,
                          LiaisonBits      *bits,
                          GError          **error)
{
  g_autoptr (LiaisonBits) all = liaison_bits_new (bits->size);
  g_autoptr (LiaisonBits) others = liaison_bits_new (bits->size);

  if (!liaison_states_collect_all (db, all, error)
      || !liaison_bits_collect (others, db, hidden_engagements, NULL, audience, 0, error))
    return FALSE;

  liaison_bits_subtract (all, others);
  liaison_bits_unite (bits, all);

  return TRUE;
}
