/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-steps-private.h"

#include "liaison-tokens.h"

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
  LiaisonDeriveMode *mode;
  LiaisonSql        *head;
  LiaisonSql        *participants;
  LiaisonSql        *topics;
  LiaisonSql        *store;
  LiaisonDeriveText *text;
  Side               ours;
  Side               theirs;
  Items              seats;
  GHashTable        *known_seats;
  char              *first_seat;
  LiaisonForm        form;
  gboolean           is_held;
  gboolean           is_container;
  gboolean           has_counterpart;
};

/* Only of a visit it matters whether one of its parts was held. */
enum { HEAD_TITLE, HEAD_PLACE, HEAD_PURPOSE, HEAD_SUMMARY, HEAD_COUNTRY, HEAD_FORM, HEAD_STATUS, HEAD_FORMAT, HEAD_CONTAINS };

static const char head_text[] =
  "SELECT e.title, e.place, e.purpose, e.summary, e.country, e.form, e.status, f.x_folded,"
  "  CASE WHEN e.form IN (6, 7) THEN EXISTS (SELECT 1 FROM engagement AS c WHERE c.parent = e.id AND c.status = 2) END"
  " FROM engagement AS e LEFT JOIN organisation AS f ON f.id = e.format WHERE e.id = ?1";

G_STATIC_ASSERT (LIAISON_FORM_VISIT_MADE == 6 && LIAISON_FORM_VISIT_HOSTED == 7 && LIAISON_STATUS_HELD == 2);

enum
{
  PARTICIPANT_SIDE, PARTICIPANT_IS_ABSENT, PARTICIPANT_IS_MINOR, PARTICIPANT_CONTACT, PARTICIPANT_NAME, PARTICIPANT_SEAT,
  PARTICIPANT_SEAT_COUNTRY, PARTICIPANT_COUNTRY, PARTICIPANT_TITLE,
  PARTICIPANT_FIRST_FOLDED, PARTICIPANT_LAST_FOLDED = PARTICIPANT_FIRST_FOLDED + 3
};

#define SHORT_NAME(table) "CASE WHEN " table ".short_name <> '' THEN " table ".short_name ELSE " table ".name END"

/* Those who declined or were absent are absent; interpreters and the like are minor: lists show them only where there is nobody else. */
#define IS_ABSENT "p.attendance IN (3, 4)"
#define IS_MINOR "p.attendance IN (3, 4) OR p.role NOT IN (0, 1, 2, 3)"

G_STATIC_ASSERT (LIAISON_ATTENDANCE_DECLINED == 3 && LIAISON_ATTENDANCE_ABSENT == 4);

static const char participants_text[] =
  "SELECT p.side, " IS_ABSENT ", " IS_MINOR " AS minor, p.contact,"
  "  CASE WHEN c.family <> '' THEN c.family WHEN c.id IS NOT NULL THEN c.name"
  "   WHEN o.id IS NOT NULL THEN " SHORT_NAME ("o") " ELSE p.country END,"
  "  CASE WHEN s.id IS NOT NULL THEN " SHORT_NAME ("s") " ELSE p.x_seat_country END,"
  "  p.x_seat_country, p.country, CASE WHEN p.title <> '' THEN p.title ELSE h.title END,"
  "  c.x_folded, o.x_folded, w.x_folded, s.x_folded"
  " FROM participation AS p"
  " LEFT JOIN contact AS c ON c.id = p.contact"
  " LEFT JOIN organisation AS o ON o.id = p.organisation"
  " LEFT JOIN post AS h ON h.id = p.x_post"
  " LEFT JOIN organisation AS w ON w.id = h.organisation"
  " LEFT JOIN organisation AS s ON s.id = p.x_seat_organisation"
  " WHERE p.engagement = ?1 ORDER BY p.side, minor, p.position, p.uuid";

static const char topics_text[] =
  "SELECT t.x_folded FROM engagement_topics AS l CROSS JOIN topic AS t ON t.id = l.target WHERE l.owner = ?1 ORDER BY l.position";

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
  walk->ours.names.text = g_string_new (NULL);
  walk->theirs.names.text = g_string_new (NULL);
  walk->seats.text = g_string_new (NULL);
  walk->known_seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  walk->head = liaison_sql_new (mode->db, head_text, error);
  walk->participants = walk->head ? liaison_sql_new (mode->db, participants_text, error) : NULL;
  walk->topics = walk->participants ? liaison_sql_new (mode->db, topics_text, error) : NULL;
  walk->store = walk->topics ? liaison_sql_new (mode->db, mode->found != NULL ? compare_text : update_text, error) : NULL;
  walk->text = walk->store ? liaison_derive_text_new (mode, error) : NULL;

  return walk->text != NULL ? g_steal_pointer (&walk) : NULL;
}

void
liaison_derive_walk_free (LiaisonDeriveWalk *walk)
{
  g_clear_pointer (&walk->head, liaison_sql_free);
  g_clear_pointer (&walk->participants, liaison_sql_free);
  g_clear_pointer (&walk->topics, liaison_sql_free);
  g_clear_pointer (&walk->store, liaison_sql_free);
  g_clear_pointer (&walk->text, liaison_derive_text_free);
  g_string_free (walk->ours.names.text, TRUE);
  g_string_free (walk->theirs.names.text, TRUE);
  g_string_free (walk->seats.text, TRUE);
  g_hash_table_unref (walk->known_seats);
  g_free (walk->first_seat);
  g_free (walk);
}

guint64
liaison_derive_walk_get_n_texts (LiaisonDeriveWalk *walk)
{
  return liaison_derive_text_get_n_stored (walk->text);
}

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

static void
add_seat (LiaisonDeriveWalk *walk,
          const char        *seat)
{
  if (*seat == '\0' || g_hash_table_contains (walk->known_seats, seat))
    return;

  g_hash_table_add (walk->known_seats, g_strdup (seat));
  if (walk->first_seat == NULL)
    walk->first_seat = g_strdup (seat);
  add_item (&walk->seats, seat, MOST_SEATS);
}

/* The participant in the row at hand, as a list shows it. */
static void
show_participant (LiaisonDeriveWalk *walk)
{
  LiaisonSql *row = walk->participants;
  LiaisonSide which = liaison_sql_get_integer (row, PARTICIPANT_SIDE);
  gboolean is_minor = liaison_sql_get_integer (row, PARTICIPANT_IS_MINOR);
  Side *side = which == LIAISON_SIDE_OURS ? &walk->ours : &walk->theirs;

  if (which != LIAISON_SIDE_OURS && which != LIAISON_SIDE_THEIRS)
    return;

  if (which == LIAISON_SIDE_THEIRS && !liaison_sql_get_integer (row, PARTICIPANT_IS_ABSENT))
    walk->has_counterpart = TRUE;

  /* The minor ones come last. */
  if (is_minor && side->has_principals)
    return;

  side->has_principals |= !is_minor;
  add_item (&side->names, liaison_sql_get_text (row, PARTICIPANT_NAME), MOST_NAMES);
  if (side->first_contact == 0)
    side->first_contact = liaison_sql_get_integer (row, PARTICIPANT_CONTACT);
  if (which == LIAISON_SIDE_THEIRS)
    add_seat (walk, liaison_sql_get_text (row, PARTICIPANT_SEAT));
}

static gboolean
read_participants (LiaisonDeriveWalk  *walk,
                   gint64              engagement,
                   GError            **error)
{
  LiaisonSql *row = walk->participants;
  g_autoptr (GError) failure = NULL;

  clear_side (&walk->ours);
  clear_side (&walk->theirs);
  clear_items (&walk->seats);
  g_hash_table_remove_all (walk->known_seats);
  g_clear_pointer (&walk->first_seat, g_free);
  walk->has_counterpart = FALSE;

  liaison_sql_bind_integer (row, 1, engagement);
  while (liaison_sql_step (row, &failure))
    {
      show_participant (walk);

      for (int column = PARTICIPANT_FIRST_FOLDED; column <= PARTICIPANT_LAST_FOLDED; column++)
        liaison_derive_text_add_folded (walk->text, liaison_sql_get_text (row, column));
      liaison_derive_text_add_common (walk->text, liaison_sql_get_text (row, PARTICIPANT_TITLE));
      liaison_derive_text_add_country (walk->text, liaison_sql_get_text (row, PARTICIPANT_SEAT_COUNTRY));
      liaison_derive_text_add_country (walk->text, liaison_sql_get_text (row, PARTICIPANT_COUNTRY));
    }
  liaison_sql_reset (row);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
read_topics (LiaisonDeriveWalk  *walk,
             gint64              engagement,
             GError            **error)
{
  g_autoptr (GError) failure = NULL;

  liaison_sql_bind_integer (walk->topics, 1, engagement);
  while (liaison_sql_step (walk->topics, &failure))
    liaison_derive_text_add_folded (walk->text, liaison_sql_get_text (walk->topics, 0));
  liaison_sql_reset (walk->topics);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

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
  g_autoptr (GError) failure = NULL;
  gboolean differs;

  liaison_sql_bind_integer (sql, STORE_ID, engagement);
  liaison_sql_bind_integer (sql, STORE_GROUP, walk->is_container ? 0 : get_group (walk->form, walk->has_counterpart));
  liaison_sql_bind_integer (sql, STORE_COUNTED, walk->is_held && !walk->is_container);
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

/* What the engagement says of itself: begins its search text. */
static void
read_head (LiaisonDeriveWalk *walk)
{
  LiaisonSql *row = walk->head;

  walk->form = liaison_sql_get_integer (row, HEAD_FORM);
  walk->is_held = liaison_sql_get_integer (row, HEAD_STATUS) == LIAISON_STATUS_HELD;
  walk->is_container = liaison_sql_get_integer (row, HEAD_CONTAINS) != 0;

  liaison_derive_text_begin (walk->text);
  for (int column = HEAD_TITLE; column <= HEAD_SUMMARY; column++)
    liaison_derive_text_add (walk->text, liaison_sql_get_text (row, column));
  liaison_derive_text_add_country (walk->text, liaison_sql_get_text (row, HEAD_COUNTRY));
  liaison_derive_text_add_folded (walk->text, liaison_sql_get_text (row, HEAD_FORMAT));
}

gboolean
liaison_derive_walk_step (LiaisonDeriveWalk  *walk,
                          gint64              engagement,
                          GError            **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_there;

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
    return liaison_derive_text_remove (walk->text, engagement, error);

  return read_participants (walk, engagement, error)
    && read_topics (walk, engagement, error)
    && store_columns (walk, engagement, error)
    && liaison_derive_text_store (walk->text, engagement, error);
}
