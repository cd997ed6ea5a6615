/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-sections.h"

#include "liaison-audience-private.h"
#include "liaison-bits-private.h"
#include "liaison-country.h"
#include "liaison-rows-private.h"
#include "liaison-snapshot.h"

/* Columns: the engagement, its format where the audience may hear of that, whether it is a visit that is not a meeting.  ?4 is the audience. */
static const char facts_columns[] =
  "e.id, (SELECT f.id FROM organisation f WHERE f.id = e.format AND f.sensitivity <= ?4), e.form IN (6, 7) AND e.x_group IN (0, 7), e.status = 2";

G_STATIC_ASSERT (LIAISON_FORM_VISIT_MADE == 6 && LIAISON_FORM_VISIT_HOSTED == 7);
G_STATIC_ASSERT (LIAISON_GROUP_TRAVEL == 7 && LIAISON_STATUS_HELD == 2);

static const char seats_columns[] = "p.engagement, p.x_seat_country, p.x_seat_organisation";

#define SEATS_WHERE \
  " p.side = 2 AND p.attendance NOT IN (3, 4) AND max (p.sensitivity," \
  " coalesce ((SELECT sensitivity FROM contact WHERE id = p.contact), 0), coalesce ((SELECT sensitivity FROM organisation WHERE id = p.organisation), 0)," \
  " coalesce ((SELECT sensitivity FROM organisation WHERE id = p.x_seat_organisation), 0)) <= ?4"

G_STATIC_ASSERT (LIAISON_SIDE_THEIRS == 2 && LIAISON_ATTENDANCE_DECLINED == 3 && LIAISON_ATTENDANCE_ABSENT == 4);

/* In which section an engagement is: a country as its letters, an organisation or format as its key. */
typedef struct
{
  LiaisonSectionKind kind;
  gint64             value;
} Place;

static void
free_section (gpointer data)
{
  LiaisonSection *section = data;

  g_free (section->key);
  g_free (section->name);
  g_array_unref (section->ids);
  g_free (section);
}

static gint64
country_to_value (const char *code)
{
  gint64 value = 0;

  for (; *code; code++)
    value = value << 8 | (guchar) *code;

  return value;
}

static void
place_seat (Place      *place,
            const char *country,
            gint64      organisation)
{
  LiaisonSectionKind kind = *country ? LIAISON_SECTION_COUNTRY : LIAISON_SECTION_ORGANISATION;
  gint64 value = *country ? country_to_value (country) : organisation;

  if (place->kind == LIAISON_SECTION_OTHER && value != 0)
    *place = (Place) { kind, value };
  else if ((place->kind == LIAISON_SECTION_COUNTRY || place->kind == LIAISON_SECTION_ORGANISATION)
           && value != 0 && (place->kind != kind || place->value != value))
    *place = (Place) { LIAISON_SECTION_SEVERAL, 0 };
}

/* Sorts out what was not held, and finds formats and visits. */
static gboolean
read_facts (LiaisonDb             *db,
            const LiaisonTelling  *telling,
            LiaisonBits           *bits,
            Place                 *places,
            GError               **error)
{
  g_autoptr (LiaisonBits) held = liaison_bits_new (bits->size);
  g_autoptr (LiaisonSql) sql = liaison_bits_select (bits, db, facts_columns, "engagement e", "engagement e ON e.id = j.value", error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 4, liaison_audience_get_most (telling->audience));
  while (liaison_sql_step (sql, &failure))
    {
      guint id = liaison_sql_get_integer (sql, 0);

      if (!liaison_bits_test (bits, id) || !liaison_sql_get_integer (sql, 3))
        continue;

      liaison_bits_set (held, id);
      places[id] = (Place) { LIAISON_SECTION_OTHER, 0 };
      if (liaison_sql_get_integer (sql, 2))
        places[id].kind = LIAISON_SECTION_VISITS;
      else if (!liaison_sql_is_null (sql, 1))
        places[id] = (Place) { LIAISON_SECTION_FORMAT, liaison_sql_get_integer (sql, 1) };
    }
  liaison_bits_intersect (bits, held);

  return liaison_rows_end (&failure, error);
}

static gboolean
read_seats (LiaisonDb             *db,
            const LiaisonTelling  *telling,
            const LiaisonBits     *bits,
            Place                 *places,
            GError               **error)
{
  g_autoptr (LiaisonSql) sql = liaison_bits_select (bits, db, seats_columns, "participation p WHERE" SEATS_WHERE,
                                                    "participation p ON p.engagement = j.value AND" SEATS_WHERE, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 4, liaison_audience_get_most (telling->audience));
  while (liaison_sql_step (sql, &failure))
    {
      guint id = liaison_sql_get_integer (sql, 0);

      if (liaison_bits_test (bits, id))
        place_seat (&places[id], liaison_sql_get_text (sql, 1), liaison_sql_get_integer (sql, 2));
    }

  return liaison_rows_end (&failure, error);
}

/* Sections */

static gboolean
name_body (LiaisonDb       *db,
           gint64           id,
           LiaisonSection  *section,
           GError         **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT uuid, name FROM organisation WHERE id = ?1", error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);
  if (liaison_sql_step (sql, &failure))
    {
      section->key = liaison_sql_dup_uuid (sql, 0);
      section->name = liaison_sql_dup_text (sql, 1);
    }

  return liaison_rows_end (&failure, error);
}

static LiaisonSection *
make_section (LiaisonDb    *db,
              const Place  *place,
              GError      **error)
{
  LiaisonSection *section = g_new0 (LiaisonSection, 1);
  gboolean success = TRUE;

  section->kind = place->kind;
  section->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  if (place->kind == LIAISON_SECTION_COUNTRY)
    {
      GString *code = g_string_new (NULL);

      for (int shift = 56; shift >= 0; shift -= 8)
        {
          if (place->value >> shift & 0xff)
            g_string_append_c (code, place->value >> shift & 0xff);
        }
      section->key = g_string_free (code, FALSE);
      section->name = g_strdup (liaison_country_get_name (section->key));
    }
  else if (place->kind == LIAISON_SECTION_ORGANISATION || place->kind == LIAISON_SECTION_FORMAT)
    {
      success = name_body (db, place->value, section, error);
    }

  section->key = section->key ? section->key : g_strdup ("");
  section->name = section->name ? section->name : g_strdup ("");
  if (success)
    return section;

  free_section (section);

  return NULL;
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b)
{
  const LiaisonSection *first = *(const LiaisonSection * const *) a;
  const LiaisonSection *second = *(const LiaisonSection * const *) b;
  gboolean first_is_last = first->kind >= LIAISON_SECTION_SEVERAL;
  gboolean second_is_last = second->kind >= LIAISON_SECTION_SEVERAL;

  if (first_is_last || second_is_last)
    return first_is_last && second_is_last ? (int) first->kind - (int) second->kind : first_is_last - second_is_last;
  if (first->ids->len != second->ids->len)
    return first->ids->len > second->ids->len ? -1 : 1;

  return g_utf8_collate (first->name, second->name);
}

/* What took place with an organisation and what took place in it as a format are told together. */
static gboolean
sort_into_sections (LiaisonDb    *db,
                    GArray       *ids,
                    const Place  *places,
                    LiaisonBits  *bits,
                    GPtrArray    *sections,
                    GError      **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint32 id = g_array_index (ids, gint32, i);
      g_autofree char *name = NULL;
      LiaisonSectionKind kind;
      LiaisonSection *section;

      if (!liaison_bits_test (bits, id))
        continue;

      kind = places[id].kind == LIAISON_SECTION_FORMAT ? LIAISON_SECTION_ORGANISATION : places[id].kind;
      name = g_strdup_printf ("%d %" G_GINT64_FORMAT, kind, places[id].value);
      section = g_hash_table_lookup (known, name);
      if (!section)
        {
          section = make_section (db, &places[id], error);
          if (!section)
            return FALSE;
          g_ptr_array_add (sections, section);
          g_hash_table_insert (known, g_steal_pointer (&name), section);
        }
      g_array_append_val (section->ids, id);
    }

  return TRUE;
}

GPtrArray *
liaison_sections_load (LiaisonDb             *db,
                       LiaisonQuery          *query,
                       const LiaisonTelling  *telling,
                       GError               **error)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (free_section);
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (LiaisonBits) bits = NULL;
  g_autofree Place *places = NULL;
  guint size;

  if (!liaison_snapshot_begin (&snapshot, db, error)
      || !(ids = liaison_query_ids (db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, error))
      || !liaison_bits_read_size (db, "engagement", &size, error))
    return NULL;

  bits = liaison_bits_new (size);
  places = g_new0 (Place, size);
  for (guint i = 0; i < ids->len; i++)
    liaison_bits_set (bits, g_array_index (ids, gint32, i));

  if (!read_facts (db, telling, bits, places, error)
      || !read_seats (db, telling, bits, places, error)
      || !sort_into_sections (db, ids, places, bits, sections, error))
    return NULL;

  g_ptr_array_sort (sections, compare_sections);

  return g_steal_pointer (&sections);
}

void
liaison_sections_order (GPtrArray  *sections,
                        const char *order)
{
  g_auto (GStrv) keys = g_strsplit_set (order, ", \n", -1);
  guint n_placed = 0;

  for (char **key = keys; *key; key++)
    {
      for (guint i = n_placed; i < sections->len && **key; i++)
        {
          LiaisonSection *section = g_ptr_array_index (sections, i);

          if (g_ascii_strcasecmp (section->key, *key) != 0)
            continue;

          g_ptr_array_steal_index (sections, i);
          g_ptr_array_insert (sections, n_placed++, section);
        }
    }
}
