/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-store.h"

#include "db-fixture.h"

#define N_OURS 6
#define N_THEIRS 10
#define N_CONTACTS (N_OURS + N_THEIRS + 2)
#define N_POSTS 36
#define N_ORGANISATIONS 12
#define N_TOPICS 7

typedef struct
{
  LiaisonEdit *edit;
  GRand       *rand;
  GRand       *names;         /* for further names, which change nothing else */
  guint        n_engagements;
  guint        n_participations;
} World;

static const char * const countries[] = { "UA", "PL", "DE", "NO", "US", "CH" };
/* Those of random-query.c among them: letters with marks, letters that have none, and scripts without a Latin form here. */
static const char * const families[] = {
  "Kuleba", "Müller", "O'Neill", "Zelenskyy", "Sikorska", "Olsen", "Зеленський", "Çavuşoğlu", "Żółć", "Straße", "Δένδιας", "İnönü", "Ærø",
  "Nguyễn", "田中角栄", "مريم", "Þórðar 👋",
};
static const char * const additionals[] = { "", "", "José", "Jean-Yves", "de la", "Given3" };
/* Some are the names of others, or begin as these do. */
static const char * const other_names[] = { "Zel", "Kuleba", "Given1", "МЮЛЛЕР", "d'Estaing", "Body", "B1", "Ministry 3", "Bureau des Étoiles", "Olsen Sikorska" };
static const char * const topic_names[] = { "Topic", "Topic", "Énergie" };
static const char * const places[] = { "Kyiv", "Washington, DC", "Genève", "" };

static int
draw (World *world,
      int    n)
{
  return g_rand_int_range (world->rand, 0, n);
}

static gboolean
one_in (World *world,
        int    n)
{
  return draw (world, n) == 0;
}

static const char *
draw_name (World              *world,
           const char * const *names,
           int                 n)
{
  return names[g_rand_int_range (world->names, 0, n)];
}

static void
put (World         *world,
     LiaisonRecord *record)
{
  g_autoptr (LiaisonRecord) G_GNUC_UNUSED owned = record;
  g_autoptr (GError) error = NULL;

  liaison_edit_put (world->edit, record, NULL, &error);
  g_assert_no_error (error);
}

static void
set_token (LiaisonRecord *record,
           guint          field,
           World         *world,
           int            n)
{
  liaison_record_set_integer (record, field, draw (world, n) + 1);
}

static void
set_link (LiaisonRecord *record,
          guint          field,
          LiaisonKind    kind,
          guint          number)
{
  liaison_record_set_text (record, field, db_fixture_uuid (kind, number));
}

static void
set_other_names (World         *world,
                 LiaisonRecord *record,
                 guint          field)
{
  const char *first = draw_name (world, other_names, G_N_ELEMENTS (other_names));
  const char *second = draw_name (world, other_names, G_N_ELEMENTS (other_names));

  if (g_rand_boolean (world->names))
    liaison_record_set_list (record, field, (const char * const[]) { first, second != first ? second : NULL, NULL });
}

static char *
draw_day (World *world)
{
  int day = draw (world, 90);

  /* From October to December. */
  return g_strdup_printf ("2021-%02d-%02d", 10 + day / 30, 1 + day % 30);
}

/* Bodies, their offices, groupings and ministries; each of them is part of one before it or of none. */
static void
put_organisations (World *world)
{
  static const char * const kinds[] = { "international-organisation", "international-organisation", "grouping", "ministry" };

  for (guint i = 0; i < N_ORGANISATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", i % 4 == 3 ? "Ministry" : "Body", i);
      g_autofree char *short_name = g_strdup_printf ("B%u", i);
      LiaisonRecord *record = db_fixture_record (LIAISON_KIND_ORGANISATION, i, "name", name, "short_name", short_name, "kind", kinds[i % 4], NULL);

      liaison_record_set_sensitivity (record, i % 8 == 5 ? LIAISON_SENSITIVITY_CONFIDENTIAL
                                              : i == 2 ? LIAISON_SENSITIVITY_INTERNAL : LIAISON_SENSITIVITY_PUBLIC);
      if (i % 4 == 3)
        liaison_record_set_text (record, LIAISON_ORGANISATION_COUNTRY, countries[draw (world, G_N_ELEMENTS (countries))]);
      if (i >= 4 && one_in (world, 2))
        set_link (record, LIAISON_ORGANISATION_PARENT, LIAISON_KIND_ORGANISATION, i - 4);
      set_other_names (world, record, LIAISON_ORGANISATION_OTHER_NAMES);
      put (world, record);
    }
}

static void
put_memberships (World *world)
{
  for (guint i = 0; i < 24; i++)
    {
      LiaisonRecord *record = liaison_record_new (LIAISON_KIND_MEMBERSHIP, NULL);
      g_autofree char *from = draw_day (world);
      g_autofree char *to = draw_day (world);

      set_link (record, LIAISON_MEMBERSHIP_GROUPING, LIAISON_KIND_ORGANISATION, draw (world, 3));
      if (one_in (world, 4))
        set_link (record, LIAISON_MEMBERSHIP_ORGANISATION, LIAISON_KIND_ORGANISATION, 3 + draw (world, N_ORGANISATIONS - 3));
      else
        liaison_record_set_text (record, LIAISON_MEMBERSHIP_COUNTRY, countries[draw (world, G_N_ELEMENTS (countries))]);
      if (!one_in (world, 3))
        liaison_record_set_text (record, LIAISON_MEMBERSHIP_FROM, from);
      if (one_in (world, 2) && g_strcmp0 (from, to) <= 0)
        liaison_record_set_text (record, LIAISON_MEMBERSHIP_TO, to);
      put (world, record);
    }
}

static const char *
get_side (guint contact)
{
  return contact < N_OURS ? "ours" : contact < N_OURS + N_THEIRS ? "theirs" : "third";
}

/* The parts of a name, which may say more than the name. */
static void
set_names (World         *world,
           LiaisonRecord *record,
           guint          number)
{
  g_autofree char *given = g_strdup_printf ("Given%u", number);

  if (g_rand_boolean (world->names))
    {
      liaison_record_set_text (record, LIAISON_CONTACT_GIVEN, given);
      liaison_record_set_text (record, LIAISON_CONTACT_ADDITIONAL, draw_name (world, additionals, G_N_ELEMENTS (additionals)));
    }
  if (g_rand_int_range (world->names, 0, 6) == 0)
    liaison_record_set_text (record, LIAISON_CONTACT_SORT_NAME, draw_name (world, families, G_N_ELEMENTS (families)));
  set_other_names (world, record, LIAISON_CONTACT_OTHER_NAMES);
}

static void
put_people (World *world)
{
  for (guint i = 0; i < N_CONTACTS; i++)
    {
      const char *family = families[draw (world, G_N_ELEMENTS (families))];
      g_autofree char *name = g_strdup_printf ("Given%u %s", i, family);
      LiaisonRecord *record = db_fixture_record (LIAISON_KIND_CONTACT, i, "name", name, "family", family, "side", get_side (i), NULL);

      set_names (world, record, i);
      if (!one_in (world, 6))
        liaison_record_set_text (record, LIAISON_CONTACT_COUNTRY, i < N_OURS ? "US" : countries[draw (world, 4)]);
      if (one_in (world, 4))
        liaison_record_set_list (record, LIAISON_CONTACT_TAGS, (const char * const[]) { "Press list", g_rand_boolean (world->names) ? "VIP" : "Été", NULL });
      if (one_in (world, 3))
        liaison_record_set_integer (record, LIAISON_CONTACT_CADENCE, 10 + draw (world, 80));
      liaison_record_set_integer (record, LIAISON_CONTACT_ARCHIVED, one_in (world, 8));
      liaison_record_set_sensitivity (record, one_in (world, 9) ? LIAISON_SENSITIVITY_INTERNAL : LIAISON_SENSITIVITY_PUBLIC);
      put (world, record);
    }

  for (guint i = 0; i < N_POSTS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %d", draw (world, 5));
      LiaisonRecord *record = db_fixture_record (LIAISON_KIND_POST, i, "title", title, NULL);
      g_autofree char *from = draw_day (world);

      set_link (record, LIAISON_POST_CONTACT, LIAISON_KIND_CONTACT, i % N_CONTACTS);
      if (!one_in (world, 4))
        set_link (record, LIAISON_POST_ORGANISATION, LIAISON_KIND_ORGANISATION, draw (world, N_ORGANISATIONS));
      liaison_record_set_integer (record, LIAISON_POST_LEVEL, draw (world, 5));
      liaison_record_set_integer (record, LIAISON_POST_PORTFOLIO, draw (world, 3));
      liaison_record_set_integer (record, LIAISON_POST_PRIMARY, one_in (world, 2));
      if (one_in (world, 2))
        liaison_record_set_text (record, one_in (world, 2) ? LIAISON_POST_FROM : LIAISON_POST_TO, from);
      liaison_record_set_sensitivity (record, i % 5 == 3 ? LIAISON_SENSITIVITY_INTERNAL : LIAISON_SENSITIVITY_PUBLIC);
      put (world, record);
    }
}

static void
put_topics (World *world)
{
  for (guint i = 0; i < N_TOPICS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", topic_names[i % G_N_ELEMENTS (topic_names)], i);
      LiaisonRecord *record = db_fixture_record (LIAISON_KIND_TOPIC, i, "name", name, NULL);

      if (i > 0 && one_in (world, 2))
        set_link (record, LIAISON_TOPIC_PARENT, LIAISON_KIND_TOPIC, draw (world, i));
      liaison_record_set_sensitivity (record, i % 3 == 1 ? LIAISON_SENSITIVITY_CONFIDENTIAL : LIAISON_SENSITIVITY_PUBLIC);
      put (world, record);
    }
}

static void
set_date (World         *world,
          LiaisonRecord *record)
{
  g_autofree char *first = draw_day (world);
  g_autofree char *second = draw_day (world);
  g_autofree char *minute = g_strconcat (first, "T09:30", NULL);
  gboolean ascends = g_strcmp0 (first, second) <= 0;
  LiaisonPrecision precision = draw (world, 8);

  switch ((int) precision)
    {
    case 0:
      return;

    case LIAISON_PRECISION_MINUTE:
      liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, minute);
      break;

    case LIAISON_PRECISION_MONTH:
      first[7] = '\0';
      liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, first);
      break;

    case LIAISON_PRECISION_YEAR:
      liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, "2021");
      break;

    case LIAISON_PRECISION_BETWEEN:
      liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, ascends ? first : second);
      liaison_record_set_text (record, LIAISON_ENGAGEMENT_END, ascends ? second : first);
      break;

    case LIAISON_PRECISION_ABOUT:
    case LIAISON_PRECISION_DAY:
    default:
      if (precision != LIAISON_PRECISION_ABOUT)
        precision = LIAISON_PRECISION_DAY;
      liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, first);
      if (precision == LIAISON_PRECISION_DAY && ascends && one_in (world, 2))
        liaison_record_set_text (record, LIAISON_ENGAGEMENT_END, second);
      break;
    }

  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, precision);
}

static void
set_topics (World         *world,
            LiaisonRecord *record)
{
  const char *topics[3] = { NULL };

  for (int i = 0, n = draw (world, 3); i < n; i++)
    {
      topics[i] = db_fixture_uuid (LIAISON_KIND_TOPIC, draw (world, N_TOPICS));
      if (i == 1 && topics[0] == topics[1])
        topics[1] = NULL;
    }
  liaison_record_set_list (record, LIAISON_ENGAGEMENT_TOPICS, topics);
}

static void
put_participation (World *world,
                   guint  engagement)
{
  LiaisonRecord *record = db_fixture_record (LIAISON_KIND_PARTICIPATION, world->n_participations++, NULL);
  LiaisonSide side = LIAISON_SIDE_OURS + draw (world, 2);

  set_link (record, LIAISON_PARTICIPATION_ENGAGEMENT, LIAISON_KIND_ENGAGEMENT, engagement);
  if (one_in (world, 6))
    {
      if (one_in (world, 2))
        liaison_record_set_text (record, LIAISON_PARTICIPATION_COUNTRY, countries[draw (world, G_N_ELEMENTS (countries))]);
      else
        set_link (record, LIAISON_PARTICIPATION_ORGANISATION, LIAISON_KIND_ORGANISATION, draw (world, N_ORGANISATIONS));
      liaison_record_set_integer (record, LIAISON_PARTICIPATION_HEAD_COUNT, draw (world, 4));
    }
  else
    {
      set_link (record, LIAISON_PARTICIPATION_CONTACT, LIAISON_KIND_CONTACT,
                side == LIAISON_SIDE_OURS ? draw (world, N_OURS) : N_OURS + draw (world, N_THEIRS));
    }

  if (one_in (world, 20))
    side = LIAISON_SIDE_THIRD;
  liaison_record_set_integer (record, LIAISON_PARTICIPATION_SIDE, side);
  if (one_in (world, 10))
    liaison_record_set_text (record, LIAISON_PARTICIPATION_SEAT_COUNTRY, "CH");
  else if (one_in (world, 10))
    set_link (record, LIAISON_PARTICIPATION_SEAT_ORGANISATION, LIAISON_KIND_ORGANISATION, draw (world, N_ORGANISATIONS));
  liaison_record_set_integer (record, LIAISON_PARTICIPATION_ROLE, one_in (world, 3) ? draw (world, 8) : LIAISON_ROLE_PRINCIPAL);
  liaison_record_set_integer (record, LIAISON_PARTICIPATION_ATTENDANCE, one_in (world, 4) ? draw (world, 6) : LIAISON_ATTENDANCE_ATTENDED);
  liaison_record_set_integer (record, LIAISON_PARTICIPATION_POSITION, draw (world, 3));
  liaison_record_set_sensitivity (record, one_in (world, 6) ? 1 + draw (world, 3) : LIAISON_SENSITIVITY_PUBLIC);
  put (world, record);
}

static void
put_follow_up (World *world,
               guint  engagement)
{
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_FOLLOW_UP, NULL);
  static const char * const dues[] = { "", "2021-12", "2022", "2022-01", "2022-01-13", "2022-01-14" };

  set_link (record, LIAISON_FOLLOW_UP_ENGAGEMENT, LIAISON_KIND_ENGAGEMENT, engagement);
  liaison_record_set_text (record, LIAISON_FOLLOW_UP_TEXT, "Send the paper");
  liaison_record_set_text (record, LIAISON_FOLLOW_UP_DUE, dues[draw (world, G_N_ELEMENTS (dues))]);
  set_token (record, LIAISON_FOLLOW_UP_STATUS, world, 4);
  put (world, record);
}

static void
put_engagement (World *world,
                guint  number)
{
  g_autofree char *title = g_strdup_printf ("%s on topic %d", families[draw (world, G_N_ELEMENTS (families))], draw (world, 9));
  LiaisonRecord *record = db_fixture_record (LIAISON_KIND_ENGAGEMENT, number, "title", title, NULL);

  set_date (world, record);
  set_token (record, LIAISON_ENGAGEMENT_FORM, world, LIAISON_FORM_UNSPECIFIED);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_STATUS, one_in (world, 3) ? 1 + draw (world, 5) : LIAISON_STATUS_HELD);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_EVIDENCE, one_in (world, 2) ? LIAISON_EVIDENCE_REPORT : draw (world, 4));
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_INITIATED, draw (world, 5));
  liaison_record_set_sensitivity (record, one_in (world, 3) ? 1 + draw (world, 3) : LIAISON_SENSITIVITY_PUBLIC);
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_PLACE, places[draw (world, G_N_ELEMENTS (places))]);
  if (one_in (world, 4))
    set_link (record, LIAISON_ENGAGEMENT_FORMAT, LIAISON_KIND_ORGANISATION, draw (world, 3));
  if (number > 0 && one_in (world, 5))
    set_link (record, LIAISON_ENGAGEMENT_PARENT, LIAISON_KIND_ENGAGEMENT, draw (world, number));
  set_topics (world, record);
  put (world, record);

  for (int n = draw (world, 6); n > 0; n--)
    put_participation (world, number);
  if (one_in (world, 6))
    put_follow_up (world, number);
}

/* Up to two different numbers below @n, as UUIDs. */
static void
set_links (World         *world,
           LiaisonRecord *record,
           guint          field,
           LiaisonKind    kind,
           guint          first,
           guint          n)
{
  guint number = draw (world, n);
  const char *links[3] = { db_fixture_uuid (kind, first + number), NULL, NULL };

  if (n > 1 && one_in (world, 3))
    links[1] = db_fixture_uuid (kind, first + (number + 1) % n);
  liaison_record_set_list (record, field, links);
}

static void
put_total (World *world,
           guint  number)
{
  LiaisonRecord *record = db_fixture_record (LIAISON_KIND_STATED_TOTAL, number, "text", "As often as that.", NULL);
  static const char * const froms[] = { "2021", "2021-10", "2021-11-15" };
  static const char * const tos[] = { "2021", "2021-12", "2021-12-15" };

  if (!one_in (world, 3))
    set_links (world, record, LIAISON_STATED_TOTAL_PRINCIPALS, LIAISON_KIND_CONTACT, 0, N_OURS);
  if (one_in (world, 4))
    set_links (world, record, LIAISON_STATED_TOTAL_OFFICES, LIAISON_KIND_ORGANISATION, 0, N_ORGANISATIONS);
  if (one_in (world, 2))
    set_links (world, record, LIAISON_STATED_TOTAL_COUNTERPARTS, LIAISON_KIND_CONTACT, N_OURS, N_THEIRS);
  if (one_in (world, 3))
    liaison_record_set_list (record, LIAISON_STATED_TOTAL_COUNTRIES, (const char * const[]) { "UA", one_in (world, 2) ? "PL" : NULL, NULL });
  if (one_in (world, 3))
    set_links (world, record, LIAISON_STATED_TOTAL_ORGANISATIONS, LIAISON_KIND_ORGANISATION, 0, 5);
  set_token (record, LIAISON_STATED_TOTAL_COUNTS, world, 2);
  if (one_in (world, 2))
    set_token (record, LIAISON_STATED_TOTAL_FORM, world, 4);
  set_token (record, LIAISON_STATED_TOTAL_BOUND, world, 3);
  if (liaison_record_get_integer (record, LIAISON_STATED_TOTAL_BOUND) != LIAISON_BOUND_UNSTATED)
    liaison_record_set_integer (record, LIAISON_STATED_TOTAL_NUMBER, 1 + draw (world, 12));
  liaison_record_set_text (record, LIAISON_STATED_TOTAL_FROM, froms[draw (world, G_N_ELEMENTS (froms))]);
  liaison_record_set_text (record, LIAISON_STATED_TOTAL_TO, tos[draw (world, G_N_ELEMENTS (tos))]);
  if (world->n_engagements > 0)
    set_links (world, record, LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS, LIAISON_KIND_ENGAGEMENT, 0, world->n_engagements);
  if (number > 0 && one_in (world, 2))
    set_links (world, record, LIAISON_STATED_TOTAL_COVERED_TOTALS, LIAISON_KIND_STATED_TOTAL, 0, number);
  put (world, record);
}

void
random_store_fill (LiaisonDb *db,
                   GRand     *rand,
                   guint      n_engagements)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Fill", &error);
  g_autoptr (GRand) names = g_rand_copy (rand);
  World world = { edit, rand, names, n_engagements, 0 };

  g_assert_no_error (error);
  put_organisations (&world);
  put_memberships (&world);
  put_people (&world);
  put_topics (&world);
  for (guint i = 0; i < n_engagements; i++)
    put_engagement (&world, i);
  for (guint i = 0; i < 8; i++)
    put_total (&world, i);

  liaison_edit_commit (edit, &error);
  g_assert_no_error (error);
}
