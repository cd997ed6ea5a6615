/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-traits-private.h"

/* Names and seats that a list shows; of what exceeds them it says how many there are. */
#define MOST_NAMES 8
#define MOST_SEATS 12

/* Things of which a list shows the first ones: "Macron, Merkel, Draghi + 2". */
typedef struct
{
  GString *text;
  guint    n_shown;
  guint    n_more;
} Items;

typedef struct
{
  Items    names;
  gint64   first_contact; /* 0 where nobody is named */
  gboolean has_principals;
} Side;

struct _LiaisonDeriveWalk
{
  LiaisonDeriveMode           *mode;
  LiaisonDeriveCache          *cache;
  LiaisonDeriveParticipations *participations;
  LiaisonDeriveText           *text;
  LiaisonDeriveTraits         *known_traits;
  LiaisonSql                  *head;
  LiaisonSql                  *topics;
  LiaisonSql                  *store;
  Side                         ours;
  Side                         theirs;
  Items                        seats;
  GHashTable                  *known_seats; /* borrowed */
  const char                  *first_seat;
  gint64                       format;
  LiaisonForm                  form;
  gboolean                     is_held;
  gboolean                     is_container;
  gboolean                     has_counterpart;
  LiaisonTraits                traits;
};

enum
{
  HEAD_TITLE, HEAD_PLACE, HEAD_PURPOSE, HEAD_SUMMARY, HEAD_COUNTRY, HEAD_FORMAT, HEAD_FORM, HEAD_STATUS, HEAD_INITIATED, HEAD_EVIDENCE, HEAD_CONTAINS
};

/* Only of a visit it matters whether one of its parts was held. */
static const char head_text[] =
  "SELECT e.title, e.place, e.purpose, e.summary, e.country, e.format, e.form, e.status, e.initiated, e.evidence,"
  "  CASE WHEN e.form IN (6, 7) THEN EXISTS (SELECT 1 FROM engagement AS c WHERE c.parent = e.id AND c.status = 2) END"
  " FROM engagement AS e WHERE e.id = ?1";

G_STATIC_ASSERT (LIAISON_FORM_VISIT_MADE == 6 && LIAISON_FORM_VISIT_HOSTED == 7 && LIAISON_STATUS_HELD == 2);

static const char topics_text[] = "SELECT target FROM engagement_topics WHERE owner = ?1 ORDER BY position";

enum
{
  STORE_ID = 1, STORE_GROUP, STORE_COUNTED, STORE_PRINCIPAL, STORE_COUNTERPART, STORE_SEAT, STORE_OURS, STORE_THEIRS, STORE_SEATS
};

#define COLUMNS "x_group, x_counted, x_principal, x_counterpart, x_seat, x_ours, x_theirs, x_seats"
#define DIFFERS " WHERE id = ?1 AND (" COLUMNS ") IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"

static const char update_text[] = "UPDATE engagement SET (" COLUMNS ") = (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)" DIFFERS;
static const char compare_text[] = "SELECT id FROM engagement" DIFFERS;

LiaisonDeriveWalk *
liaison_derive_walk_new (LiaisonDeriveMode  *mode,
                         GError            **error)
{
  g_autoptr (LiaisonDeriveWalk) walk = g_new0 (LiaisonDeriveWalk, 1);

  walk->mode = mode;
  walk->cache = liaison_derive_cache_new (mode->db);
  walk->ours.names.text = g_string_new (NULL);
  walk->theirs.names.text = g_string_new (NULL);
  walk->seats.text = g_string_new (NULL);
  walk->known_seats = g_hash_table_new (g_str_hash, g_str_equal);

  walk->participations = liaison_derive_participations_new (mode, walk->cache, error);
  walk->text = walk->participations ? liaison_derive_text_new (mode, error) : NULL;
  walk->known_traits = walk->text ? liaison_derive_traits_new (mode, error) : NULL;
  walk->head = walk->known_traits ? liaison_sql_new (mode->db, head_text, error) : NULL;
  walk->topics = walk->head ? liaison_sql_new (mode->db, topics_text, error) : NULL;
  walk->store = walk->topics ? liaison_sql_new (mode->db, mode->found != NULL ? compare_text : update_text, error) : NULL;

  return walk->store != NULL ? g_steal_pointer (&walk) : NULL;
}

void
liaison_derive_walk_free (LiaisonDeriveWalk *walk)
{
  g_clear_pointer (&walk->participations, liaison_derive_participations_free);
  g_clear_pointer (&walk->text, liaison_derive_text_free);
  g_clear_pointer (&walk->known_traits, liaison_derive_traits_free);
  g_clear_pointer (&walk->head, liaison_sql_free);
  g_clear_pointer (&walk->topics, liaison_sql_free);
  g_clear_pointer (&walk->store, liaison_sql_free);
  liaison_derive_cache_free (walk->cache);
  g_string_free (walk->ours.names.text, TRUE);
  g_string_free (walk->theirs.names.text, TRUE);
  g_string_free (walk->seats.text, TRUE);
  g_hash_table_unref (walk->known_seats);
  g_free (walk);
}

guint64
liaison_derive_walk_get_n_texts (LiaisonDeriveWalk *walk)
{
  return liaison_derive_text_get_n_stored (walk->text);
}

gboolean
liaison_derive_walk_flush (LiaisonDeriveWalk  *walk,
                           GError            **error)
{
  return liaison_derive_text_flush (walk->text, error) && liaison_derive_traits_flush (walk->known_traits, error);
}

gboolean
liaison_derive_walk_contact (LiaisonDeriveWalk  *walk,
                             gint64              contact,
                             GError            **error)
{
  return liaison_derive_participations_of_contact (walk->participations, contact, error);
}

/* Lists */

static void
clear_items (Items *items)
{
  g_string_truncate (items->text, 0);
  items->n_shown = 0;
  items->n_more = 0;
}

static void
clear_side (Side *side)
{
  clear_items (&side->names);
  side->first_contact = 0;
  side->has_principals = FALSE;
}

static void
add_item (Items      *items,
          const char *item,
          guint       most)
{
  if (*item == '\0')
    return;

  if (items->n_shown == most)
    {
      items->n_more++;
      return;
    }

  if (items->n_shown > 0)
    g_string_append (items->text, ", ");
  g_string_append (items->text, item);
  items->n_shown++;
}

static const char *
finish_items (Items *items)
{
  if (items->n_more > 0)
    g_string_append_printf (items->text, " + %u", items->n_more);

  return items->text->str;
}

static const char *
get_name (const LiaisonDeriveParticipation *participation)
{
  if (participation->contact != NULL)
    return participation->contact->name;
  if (participation->organisation != NULL)
    return participation->organisation->name;

  return participation->country;
}

static void
add_seat (LiaisonDeriveWalk                *walk,
          const LiaisonDeriveParticipation *participation)
{
  const char *seat = participation->seat_organisation != NULL ? participation->seat_organisation->name : participation->seat_country;

  if (*seat == '\0' || !g_hash_table_add (walk->known_seats, (gpointer) seat))
    return;

  if (walk->first_seat == NULL)
    walk->first_seat = seat;
  add_item (&walk->seats, seat, MOST_SEATS);
}

/* The minor ones, who come last, are shown only where there is nobody else. */
static void
show_participation (LiaisonDeriveWalk                *walk,
                    const LiaisonDeriveParticipation *participation)
{
  Side *side = participation->side == LIAISON_SIDE_OURS ? &walk->ours : &walk->theirs;

  if (participation->side != LIAISON_SIDE_OURS && participation->side != LIAISON_SIDE_THEIRS)
    return;

  if (participation->side == LIAISON_SIDE_THEIRS && !participation->is_absent)
    walk->has_counterpart = TRUE;
  if (participation->is_minor && side->has_principals)
    return;

  side->has_principals |= !participation->is_minor;
  add_item (&side->names, get_name (participation), MOST_NAMES);
  if (side->first_contact == 0)
    side->first_contact = participation->contact_id;
  if (participation->side == LIAISON_SIDE_THEIRS)
    add_seat (walk, participation);
}

/* Search text */

static gboolean
add_organisation (LiaisonDeriveWalk  *walk,
                  gint64              id,
                  GError            **error)
{
  const LiaisonDeriveOrganisation *organisation;

  if (id == 0)
    return TRUE;

  organisation = liaison_derive_cache_get_organisation (walk->cache, id, error);
  if (organisation != NULL)
    liaison_derive_text_add_folded (walk->text, organisation->folded);

  return organisation != NULL;
}

static gboolean
add_words (LiaisonDeriveWalk                 *walk,
           const LiaisonDeriveParticipation  *participation,
           GError                           **error)
{
  if (participation->contact != NULL)
    liaison_derive_text_add_folded (walk->text, participation->contact->folded);
  if (participation->organisation != NULL)
    liaison_derive_text_add_folded (walk->text, participation->organisation->folded);
  if (*participation->title != '\0')
    liaison_derive_text_add_common (walk->text, participation->title);
  else if (participation->post != NULL)
    liaison_derive_text_add_common (walk->text, participation->post->title);
  if (participation->seat_organisation != NULL)
    liaison_derive_text_add_folded (walk->text, participation->seat_organisation->folded);
  liaison_derive_text_add_country (walk->text, participation->seat_country);
  liaison_derive_text_add_country (walk->text, participation->country);

  return add_organisation (walk, participation->post != NULL ? participation->post->organisation : 0, error);
}

static gboolean
read_participations (LiaisonDeriveWalk  *walk,
                     gint64              engagement,
                     GError            **error)
{
  GArray *participations = liaison_derive_participations_read (walk->participations, engagement, error);

  if (participations == NULL)
    return FALSE;

  clear_side (&walk->ours);
  clear_side (&walk->theirs);
  clear_items (&walk->seats);
  g_hash_table_remove_all (walk->known_seats);
  walk->first_seat = NULL;
  walk->has_counterpart = FALSE;

  for (guint i = 0; i < participations->len; i++)
    {
      const LiaisonDeriveParticipation *participation = &g_array_index (participations, LiaisonDeriveParticipation, i);

      show_participation (walk, participation);
      if (!add_words (walk, participation, error))
        return FALSE;
    }
  walk->traits |= liaison_derive_traits_of_participations (participations,
                                                           walk->format != 0 || walk->form == LIAISON_FORM_MULTILATERAL_SESSION);

  return TRUE;
}

static gboolean
read_topics (LiaisonDeriveWalk  *walk,
             gint64              engagement,
             GError            **error)
{
  g_autoptr (GError) failure = NULL;

  liaison_sql_bind_integer (walk->topics, 1, engagement);
  while (liaison_sql_step (walk->topics, &failure))
    {
      const char *topic = liaison_derive_cache_get_topic (walk->cache, liaison_sql_get_integer (walk->topics, 0), &failure);

      if (topic == NULL)
        break;
      liaison_derive_text_add_folded (walk->text, topic);
      walk->traits |= LIAISON_TRAIT_TOPIC;
    }
  liaison_sql_reset (walk->topics);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* The engagement */

/* The groups of the design's counting rules. */
static LiaisonGroup
get_group (LiaisonForm form,
           gboolean    has_counterpart)
{
  switch (form)
    {
    case LIAISON_FORM_PHONE_CALL:
    case LIAISON_FORM_VIDEO_CALL:
      return LIAISON_GROUP_CALLS;

    case LIAISON_FORM_MEETING:
    case LIAISON_FORM_PULL_ASIDE:
    case LIAISON_FORM_WORKING_MEAL:
      return LIAISON_GROUP_MEETINGS;

    case LIAISON_FORM_VISIT_MADE:
    case LIAISON_FORM_VISIT_HOSTED:
      return has_counterpart ? LIAISON_GROUP_MEETINGS : LIAISON_GROUP_TRAVEL;

    case LIAISON_FORM_MULTILATERAL_SESSION:
      return LIAISON_GROUP_SESSIONS;

    case LIAISON_FORM_CEREMONY:
      return LIAISON_GROUP_CEREMONIES;

    case LIAISON_FORM_LETTER:
    case LIAISON_FORM_MESSAGE:
      return LIAISON_GROUP_WRITTEN;

    case LIAISON_FORM_UNSPECIFIED:
    default:
      return LIAISON_GROUP_UNSPECIFIED;
    }
}

/* Those of which one speaks. */
static gboolean
is_spoken (LiaisonGroup group)
{
  return group == LIAISON_GROUP_CALLS || group == LIAISON_GROUP_MEETINGS || group == LIAISON_GROUP_UNSPECIFIED;
}

static void
bind_contact (LiaisonSql *sql,
              int         index,
              gint64      contact)
{
  if (contact != 0)
    liaison_sql_bind_integer (sql, index, contact);
  else
    liaison_sql_bind_null (sql, index);
}

static gboolean
store_columns (LiaisonDeriveWalk  *walk,
               gint64              engagement,
               GError            **error)
{
  LiaisonSql *sql = walk->store;
  LiaisonGroup group = walk->is_container ? 0 : get_group (walk->form, walk->has_counterpart);
  gboolean is_counted = walk->is_held && !walk->is_container;
  g_autoptr (GError) failure = NULL;
  gboolean differs;

  if (group != 0)
    walk->traits |= liaison_traits_get_group (group);
  if (is_counted && is_spoken (group))
    walk->traits |= LIAISON_TRAIT_SPOKEN;

  liaison_sql_bind_integer (sql, STORE_ID, engagement);
  liaison_sql_bind_integer (sql, STORE_GROUP, group);
  liaison_sql_bind_integer (sql, STORE_COUNTED, is_counted);
  bind_contact (sql, STORE_PRINCIPAL, walk->ours.first_contact);
  bind_contact (sql, STORE_COUNTERPART, walk->theirs.first_contact);
  liaison_sql_bind_static (sql, STORE_SEAT, walk->first_seat);
  liaison_sql_bind_static (sql, STORE_OURS, finish_items (&walk->ours.names));
  liaison_sql_bind_static (sql, STORE_THEIRS, finish_items (&walk->theirs.names));
  liaison_sql_bind_static (sql, STORE_SEATS, finish_items (&walk->seats));

  differs = liaison_sql_step (sql, &failure);
  liaison_sql_reset (sql);
  if (differs)
    walk->mode->found (LIAISON_KIND_ENGAGEMENT, engagement, COLUMNS, walk->mode->found_data);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* What the engagement says of itself: begins its search text and its traits. */
static void
read_head (LiaisonDeriveWalk *walk)
{
  LiaisonSql *row = walk->head;
  LiaisonEvidence evidence = liaison_sql_get_integer (row, HEAD_EVIDENCE);
  int initiated = CLAMP (liaison_sql_get_integer (row, HEAD_INITIATED), 0, LIAISON_INITIATED_UNKNOWN);

  walk->traits = liaison_traits_get_initiated (initiated);
  if (evidence == 0 || evidence == LIAISON_EVIDENCE_NONE)
    walk->traits |= LIAISON_TRAIT_UNSOURCED;

  walk->format = liaison_sql_get_integer (row, HEAD_FORMAT);
  walk->form = liaison_sql_get_integer (row, HEAD_FORM);
  walk->is_held = liaison_sql_get_integer (row, HEAD_STATUS) == LIAISON_STATUS_HELD;
  walk->is_container = liaison_sql_get_integer (row, HEAD_CONTAINS) != 0;

  liaison_derive_text_begin (walk->text);
  liaison_derive_text_add (walk->text, liaison_sql_get_text (row, HEAD_TITLE));
  liaison_derive_text_add_common (walk->text, liaison_sql_get_text (row, HEAD_PLACE));
  liaison_derive_text_add (walk->text, liaison_sql_get_text (row, HEAD_PURPOSE));
  liaison_derive_text_add (walk->text, liaison_sql_get_text (row, HEAD_SUMMARY));
  liaison_derive_text_add_country (walk->text, liaison_sql_get_text (row, HEAD_COUNTRY));
}

gboolean
liaison_derive_walk_step (LiaisonDeriveWalk  *walk,
                          gint64              engagement,
                          GError            **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_there;

  liaison_derive_cache_trim (walk->cache);
  liaison_sql_bind_integer (walk->head, 1, engagement);
  is_there = liaison_sql_step (walk->head, &failure);
  if (is_there)
    read_head (walk);
  liaison_sql_reset (walk->head);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (!is_there)
    return liaison_derive_text_remove (walk->text, engagement, error)
      && liaison_derive_traits_store (walk->known_traits, engagement, 0, error);

  return add_organisation (walk, walk->format, error)
    && read_participations (walk, engagement, error)
    && read_topics (walk, engagement, error)
    && store_columns (walk, engagement, error)
    && liaison_derive_text_store (walk->text, engagement, error)
    && liaison_derive_traits_store (walk->known_traits, engagement, walk->traits, error);
}
