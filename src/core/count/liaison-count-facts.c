/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-count-private.h"

#include <string.h>

/* Days are looked up by year, month and day, each month as long as the longest. */
#define DAYS_A_YEAR (12 * 31)

#define MOST_VALUES 3

/* The values that participations of one profile have. */
typedef struct
{
  guint32  codes[MOST_VALUES];
  guint8   n;
  gboolean is_known;
} ProfileCodes;

typedef void (*AddEntries) (LiaisonValues *values, guint32 engagement);

struct _LiaisonValuesFromFacts
{
  const LiaisonFacts *facts;
  const LiaisonMatch *match;
  AddEntries          add;
  LiaisonCountKey     key;
  int                 span_first;
  gboolean            keeps_none;  /* whether participations without a value have an entry, too */
  gboolean            keeps_heads; /* whether unnamed participations say how many they are */
  int                 first_year;  /* of the days */
  guint               n_codes;
  guint32            *codes;       /* of days, tokens, or contacts; 0 is not known yet */
  ProfileCodes       *profiles;
  LiaisonEntry       *run;
  guint               n_run;
  guint               room;
};

void
liaison_values_free_facts (LiaisonValuesFromFacts *from_facts)
{
  g_free (from_facts->codes);
  g_free (from_facts->profiles);
  g_free (from_facts->run);
  g_free (from_facts);
}

LiaisonRun
liaison_values_make_run (LiaisonValues *values,
                         guint32        engagement)
{
  LiaisonValuesFromFacts *self = values->from_facts;

  self->n_run = 0;
  self->add (values, engagement);

  return (LiaisonRun) { self->run, self->n_run };
}

static inline void
add_entry (LiaisonValuesFromFacts *self,
           guint32                 engagement,
           guint32                 participation,
           guint32                 code,
           guint32                 heads)
{
  if (self->n_run == self->room)
    {
      self->room = MAX (self->room * 2, 16);
      self->run = g_renew (LiaisonEntry, self->run, self->room);
    }
  self->run[self->n_run++] = (LiaisonEntry) { engagement, participation, code, heads };
}

/* Of engagements */

static guint32
get_known_code (LiaisonValues *values,
                guint32        place,
                gint64         value)
{
  guint32 *code = &values->from_facts->codes[place];

  if (*code == 0 && value != 0)
    *code = liaison_values_get_code (values, value);

  return *code;
}

/* Each engagement is in one bucket: that of its first day inside the span. */
static void
add_bucket (LiaisonValues *values,
            guint32        engagement)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  int day = self->facts->engagements[engagement].day;
  guint place;

  if (day == 0)
    {
      add_entry (self, engagement, 0, liaison_values_get_code (values, LIAISON_COUNT_UNDATED), 0);
      return;
    }

  day = MAX (day, self->span_first);
  place = (day / 10000 - self->first_year) * DAYS_A_YEAR + (day / 100 % 100 - 1) * 31 + day % 100 - 1;
  if (place >= self->n_codes)
    add_entry (self, engagement, 0, liaison_values_get_code (values, liaison_step_start (liaison_count_key_get_step (self->key), day)), 0);
  else if (self->codes[place] != 0)
    add_entry (self, engagement, 0, self->codes[place], 0);
  else
    add_entry (self, engagement, 0, get_known_code (values, place, liaison_step_start (liaison_count_key_get_step (self->key), day)), 0);
}

static void
add_form (LiaisonValues *values,
          guint32        engagement)
{
  guint8 form = values->from_facts->facts->engagements[engagement].form;

  add_entry (values->from_facts, engagement, 0, get_known_code (values, form, form), 0);
}

static void
add_group (LiaisonValues *values,
           guint32        engagement)
{
  guint8 group = values->from_facts->facts->engagements[engagement].group;

  add_entry (values->from_facts, engagement, 0, get_known_code (values, group, group), 0);
}

static void
add_initiative (LiaisonValues *values,
                guint32        engagement)
{
  guint8 initiated = values->from_facts->facts->engagements[engagement].initiated;

  add_entry (values->from_facts, engagement, 0, get_known_code (values, initiated, initiated), 0);
}

static void
add_total (LiaisonValues *values,
           guint32        engagement)
{
  add_entry (values->from_facts, engagement, 0, get_known_code (values, 0, 1), 0);
}

static void
add_format (LiaisonValues *values,
            guint32        engagement)
{
  add_entry (values->from_facts, engagement, 0, liaison_values_get_code (values, values->from_facts->facts->engagements[engagement].format), 0);
}

/* Of participations */

static int
list_values (const LiaisonProfile *profile,
             LiaisonCountKey       key,
             gint64                found[MOST_VALUES])
{
  int n = 0;

  switch ((int) key)
    {
    case LIAISON_COUNT_COUNTRY:
      found[n++] = profile->country;
      return n;

    case LIAISON_COUNT_LEVEL:
      found[n++] = profile->level;
      return n;

    default:
      for (guint i = 0; i < G_N_ELEMENTS (profile->bodies); i++)
        {
          gboolean is_known = FALSE;

          for (int j = 0; j < n; j++)
            is_known = is_known || found[j] == profile->bodies[i];
          if (!is_known)
            found[n++] = profile->bodies[i];
        }
      return n;
    }
}

/* The values of a profile, each once. */
static const ProfileCodes *
get_profile_codes (LiaisonValues        *values,
                   guint32               number,
                   const LiaisonProfile *profile)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  ProfileCodes *codes = &self->profiles[number];
  gint64 found[MOST_VALUES];
  int n;

  if (codes->is_known)
    return codes;

  n = list_values (profile, self->key, found);
  for (int i = 0; i < n; i++)
    {
      if (found[i] != 0)
        codes->codes[codes->n++] = liaison_values_get_code (values, found[i]);
    }
  codes->is_known = TRUE;

  return codes;
}

static void
add_part (LiaisonValues        *values,
          guint32               engagement,
          guint32               participation,
          guint32               number,
          const LiaisonProfile *profile)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  const ProfileCodes *codes = get_profile_codes (values, number, profile);

  for (guint i = 0; i < codes->n; i++)
    add_entry (self, engagement, participation, codes->codes[i], 0);
  if (codes->n == 0 && self->keeps_none)
    add_entry (self, engagement, participation, 0, 0);
}

static void
add_contact (LiaisonValues        *values,
             guint32               engagement,
             guint32               participation,
             const LiaisonProfile *profile)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  guint32 contact = self->facts->contacts[participation];

  if (contact != 0)
    add_entry (self, engagement, participation, get_known_code (values, contact, contact), 0);
  else if (self->keeps_none)
    add_entry (self, engagement, participation, 0, 0);
  else if (self->keeps_heads)
    add_entry (self, engagement, participation, 0, profile->heads);
}

static void
add_parts (LiaisonValues *values,
           guint32        engagement)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  LiaisonSide side = values->scope == LIAISON_SCOPE_OURS ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS;
  LiaisonParts parts = liaison_facts_get_parts (self->facts, engagement);

  for (guint i = 0; i < parts.n; i++)
    {
      guint participation = liaison_parts_get_key (&parts, i);
      guint32 number = liaison_facts_get_profile (self->facts, participation);
      const LiaisonProfile *profile = &g_array_index (self->facts->profiles, LiaisonProfile, number);

      if (profile->side != side || !liaison_match_is_witness (self->match, side, participation, profile->counts))
        continue;

      if (self->profiles)
        add_part (values, engagement, participation, number, profile);
      else
        add_contact (values, engagement, participation, profile);
    }
}

/* What there is for each key */

static void
prepare_days (LiaisonValuesFromFacts *self)
{
  int first = G_MAXINT;
  int last = 0;

  for (guint i = 0; i < self->facts->n_engagements; i++)
    {
      int day = self->facts->engagements[i].day;

      if (day != 0)
        {
          first = MIN (first, day);
          last = MAX (last, day);
        }
    }

  self->first_year = first / 10000;
  self->n_codes = last > 0 ? (last / 10000 - self->first_year + 1) * DAYS_A_YEAR : 0;
  self->add = add_bucket;
}

static void
prepare_tokens (LiaisonValuesFromFacts *self,
                AddEntries              add)
{
  self->n_codes = G_MAXUINT8 + 1;
  self->add = add;
}

static void
prepare_participants (LiaisonValuesFromFacts *self)
{
  if (self->key == LIAISON_COUNT_PRINCIPAL || self->key == LIAISON_COUNT_COUNTERPART)
    self->n_codes = self->facts->n_contacts;
  else
    self->profiles = g_new0 (ProfileCodes, self->facts->profiles->len);
  self->add = add_parts;
}

static void
prepare (LiaisonValuesFromFacts *self)
{
  switch ((int) self->key)
    {
    case LIAISON_COUNT_FORM:
      prepare_tokens (self, add_form);
      break;
    case LIAISON_COUNT_GROUP:
      prepare_tokens (self, add_group);
      break;
    case LIAISON_COUNT_INITIATED:
      prepare_tokens (self, add_initiative);
      break;
    case LIAISON_COUNT_TOTAL:
      prepare_tokens (self, add_total);
      break;
    case LIAISON_COUNT_FORMAT:
      self->add = add_format;
      break;
    default:
      if (liaison_count_key_is_time (self->key))
        prepare_days (self);
      else
        prepare_participants (self);
    }

  self->codes = g_new0 (guint32, self->n_codes);
}

static LiaisonValues *
new_values (const LiaisonFacts *facts,
            const LiaisonMatch *match,
            LiaisonScope        scope,
            LiaisonCountKey     key)
{
  LiaisonValues *values = liaison_values_new (scope);

  values->from_facts = g_new0 (LiaisonValuesFromFacts, 1);
  values->from_facts->facts = facts;
  values->from_facts->match = match;
  values->from_facts->key = key;

  return values;
}

LiaisonValues *
liaison_values_from_facts (const LiaisonFacts *facts,
                           const LiaisonMatch *match,
                           LiaisonCountKey     key,
                           int                 span_first)
{
  LiaisonValues *values;

  /* Topics are listed in a table of their own, in the order of the engagements. */
  if (key == LIAISON_COUNT_TOPIC)
    return NULL;

  values = new_values (facts, match, liaison_count_key_get_scope (key), key);
  values->from_facts->span_first = span_first;
  values->from_facts->keeps_none = TRUE;
  prepare (values->from_facts);

  return values;
}

/* The seats that are organisations are the first of the bodies. */
static void
keep_seats_only (LiaisonValues *values)
{
  LiaisonValuesFromFacts *self = values->from_facts;

  for (guint i = 0; i < self->facts->profiles->len; i++)
    {
      guint32 seat = g_array_index (self->facts->profiles, LiaisonProfile, i).bodies[0];

      self->profiles[i].is_known = TRUE;
      if (seat != 0)
        self->profiles[i].codes[self->profiles[i].n++] = liaison_values_get_code (values, seat);
    }
}

LiaisonValues *
liaison_values_measure_from_facts (const LiaisonFacts *facts,
                                   const LiaisonMatch *match,
                                   LiaisonMeasure      measure)
{
  LiaisonValues *values;

  if (measure == LIAISON_MEASURE_COUNTRIES)
    values = new_values (facts, match, LIAISON_SCOPE_THEIRS, LIAISON_COUNT_COUNTRY);
  else if (measure == LIAISON_MEASURE_ORGANISATIONS)
    values = new_values (facts, match, LIAISON_SCOPE_THEIRS, LIAISON_COUNT_ORGANISATION);
  else
    values = new_values (facts, match, LIAISON_SCOPE_THEIRS, LIAISON_COUNT_COUNTERPART);

  prepare (values->from_facts);
  values->from_facts->keeps_heads = measure == LIAISON_MEASURE_COUNTERPARTS;
  if (measure == LIAISON_MEASURE_ORGANISATIONS)
    keep_seats_only (values);

  return values;
}
