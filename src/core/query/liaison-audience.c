/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-audience-private.h"

#include "liaison-states-private.h"

/*
 * ?2 is the most that the audience may hear.  An older store that is only read has no index for the first of these: a walk over all participations.
 */
static const char hidden_participations[] =
  "SELECT id FROM participation WHERE sensitivity <> 1 AND sensitivity > ?2"
  " UNION ALL SELECT p.id FROM contact c CROSS JOIN participation p INDEXED BY participation_contact ON p.contact = c.id WHERE c.sensitivity > ?2"
  " UNION ALL SELECT p.id FROM organisation o CROSS JOIN participation p INDEXED BY participation_organisation ON p.organisation = o.id"
  "  WHERE o.sensitivity > ?2"
  " UNION ALL SELECT p.id FROM organisation o CROSS JOIN participation p INDEXED BY participation_seat_body ON p.x_seat_organisation = o.id"
  "  WHERE o.sensitivity > ?2";

static const char untitled_participations[] =
  "SELECT p.id FROM post t CROSS JOIN participation p INDEXED BY participation_contact ON p.contact = t.contact"
  " WHERE t.sensitivity > ?2 AND p.x_post = t.id";

static const char hidden_engagements[] =
  "SELECT id FROM engagement INDEXED BY engagement_sensitivity WHERE sensitivity <> 1 AND sensitivity > ?2";

/* An audience may hear what is of the same number, or less. */
G_STATIC_ASSERT ((int) LIAISON_AUDIENCE_PUBLIC == (int) LIAISON_SENSITIVITY_PUBLIC);
G_STATIC_ASSERT ((int) LIAISON_AUDIENCE_INTERNAL == (int) LIAISON_SENSITIVITY_INTERNAL);

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

/* @found: (out) (nullable): %NULL where there are none */
static gboolean
find_guarded (LiaisonDb        *db,
              LiaisonAudience   audience,
              const char       *text,
              guint             size,
              LiaisonBits     **found,
              GError          **error)
{
  g_autoptr (LiaisonBits) bits = liaison_bits_new (size);

  if (!liaison_bits_collect (bits, db, text, NULL, audience, 0, error))
    return FALSE;

  *found = liaison_bits_count (bits) > 0 ? g_steal_pointer (&bits) : NULL;

  return TRUE;
}

gboolean
liaison_audience_find_hidden (LiaisonDb        *db,
                              LiaisonAudience   audience,
                              guint             size,
                              LiaisonBits     **hidden,
                              GError          **error)
{
  return find_guarded (db, audience, hidden_participations, size, hidden, error);
}

gboolean
liaison_audience_find_untitled (LiaisonDb        *db,
                                LiaisonAudience   audience,
                                guint             size,
                                LiaisonBits     **untitled,
                                GError          **error)
{
  return find_guarded (db, audience, untitled_participations, size, untitled, error);
}

LiaisonBits *
liaison_audience_find_records (LiaisonDb        *db,
                               LiaisonAudience   audience,
                               const char       *table,
                               GError          **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT id FROM %s WHERE sensitivity > ?2", table);
  g_autoptr (LiaisonBits) hidden = NULL;
  guint size;

  if (!liaison_bits_read_size (db, table, &size, error))
    return NULL;

  hidden = liaison_bits_new (size);

  return liaison_bits_collect (hidden, db, text, NULL, audience, 0, error) ? g_steal_pointer (&hidden) : NULL;
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
