/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-lines-private.h"

/* Days are looked up as they are written, which needs no division; those after so many years are worked out one by one. */
#define DAYS_A_YEAR 10000
#define MOST_YEARS 1000

#define MOST_VALUES 3

/* What participations of one profile have: it was not asked for yet, they are of the other side, a contact tells it, or one code from the last on. */
enum { UNKNOWN, OF_OTHERS, OF_CONTACT, FIRST_CODE };

/* Several codes. */
#define SEVERAL (1u << 31)

typedef struct
{
  guint32 codes[MOST_VALUES];
  guint   n;
} ProfileCodes;

typedef void (*AddEntries) (LiaisonValues *values, const guint32 *engagements, guint n);

struct _LiaisonValuesFromFacts
{
  const LiaisonFacts *facts;
  const LiaisonMatch *match;
  const LiaisonBits  *asked;       /* the participations that meet what the query asks of their side; NULL where it asks nothing but a presence */
  AddEntries          add;
  const guint8       *tokens;      /* of forms, groups or initiatives: by engagement */
  LiaisonCountKey     key;
  int                 span_first;
  gboolean            keeps_none;  /* whether participations without a value have an entry, too */
  gboolean            keeps_heads; /* whether unnamed participations say how many they are */
  gboolean            seats_only;  /* whether an organisation is only where somebody sits for it */
  int                 first_day;   /* of the days: the first of a year */
  guint               n_codes;
  guint32            *codes;       /* of days, tokens, or contacts; 0 is not known yet */
  guint32            *shares;      /* by profile */
  GArray             *several;     /* ProfileCodes */
  LiaisonEntry       *entries;     /* of the engagements that were asked for last */
  guint               n_entries;
  guint               room;
  guint               ends[LIAISON_RUNS_AT_ONCE];
};

void
liaison_values_free_facts (LiaisonValuesFromFacts *from_facts)
{
  g_free (from_facts->codes);
  g_free (from_facts->shares);
  g_clear_pointer (&from_facts->several, g_array_unref);
  g_free (from_facts->entries);
  g_free (from_facts);
}

void
liaison_values_make_runs (LiaisonValues *values,
                          const guint32 *engagements,
                          guint          n,
                          LiaisonRun    *runs)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  guint start = 0;

  self->n_entries = 0;
  self->add (values, engagements, n);
  for (guint i = 0; i < n; i++)
    {
      runs[i] = (LiaisonRun) { self->entries + start, self->ends[i] - start };
      start = self->ends[i];
    }
}

static inline void
make_room (LiaisonValuesFromFacts *self,
           guint                   n)
{
  if (G_LIKELY (self->n_entries + n <= self->room))
    return;

  self->room = MAX (self->room * 2, self->n_entries + n);
  self->entries = g_renew (LiaisonEntry, self->entries, self->room);
}

/* There must be room. */
static inline void
add_entry (LiaisonValuesFromFacts *self,
           guint32                 engagement,
           guint32                 participation,
           guint32                 code,
           guint32                 heads)
{
  self->entries[self->n_entries++] = (LiaisonEntry) { engagement, participation, code, heads };
}

/* Of engagements */

static guint32
get_known_code (LiaisonValues *values,
                guint32        place,
                gint64         value)
{
  guint32 *code = &values->from_facts->codes[place];

  if (G_UNLIKELY (*code == 0) && value != 0)
    *code = liaison_values_get_code (values, value);

  return *code;
}

/* Each of the engagements has one value; there is room for them. */
static inline void
add_value (LiaisonValuesFromFacts *self,
           guint                   index,
           guint32                 engagement,
           guint32                 code)
{
  self->entries[index] = (LiaisonEntry) { engagement, 0, code, 0 };
  self->ends[index] = index + 1;
}

/* That of its first day inside the span. */
static guint32
get_bucket (LiaisonValues *values,
            int            day,
            guint          place)
{
  LiaisonValuesFromFacts *self = values->from_facts;

  if (day == 0)
    return liaison_values_get_code (values, LIAISON_COUNT_UNDATED);

  day = liaison_step_start (liaison_count_key_get_step (self->key), MAX (day, self->span_first));

  return place < self->n_codes ? get_known_code (values, place, day) : liaison_values_get_code (values, day);
}

static void
add_buckets (LiaisonValues *values,
             const guint32 *engagements,
             guint          n)
{
  LiaisonValuesFromFacts *self = values->from_facts;

  for (guint i = 0; i < n; i++)
    {
      int day = self->facts->days[engagements[i]];
      guint place = MAX (day, self->span_first) - self->first_day;
      guint32 code = day > 0 && place < self->n_codes ? self->codes[place] : 0;

      add_value (self, i, engagements[i], G_LIKELY (code != 0) ? code : get_bucket (values, day, place));
    }
}

/* Of those keys that an engagement has one of few values of. */
static void
add_tokens (LiaisonValues *values,
            const guint32 *engagements,
            guint          n)
{
  LiaisonValuesFromFacts *self = values->from_facts;

  for (guint i = 0; i < n; i++)
    {
      guint8 token = self->tokens[engagements[i]];

      add_value (self, i, engagements[i], get_known_code (values, token, token));
    }
}

static void
add_totals (LiaisonValues *values,
            const guint32 *engagements,
            guint          n)
{
  for (guint i = 0; i < n; i++)
    add_value (values->from_facts, i, engagements[i], get_known_code (values, 0, 1));
}

static void
add_formats (LiaisonValues *values,
             const guint32 *engagements,
             guint          n)
{
  LiaisonValuesFromFacts *self = values->from_facts;

  for (guint i = 0; i < n; i++)
    add_value (self, i, engagements[i], liaison_values_get_code (values, self->facts->formats[engagements[i]]));
}

/* Of participations */

static inline const LiaisonProfile *
get_profile (const LiaisonValuesFromFacts *self,
             guint32                       participation)
{
  return &g_array_index (self->facts->profiles, LiaisonProfile, liaison_facts_get_profile (self->facts, participation));
}

static guint
list_bodies (const LiaisonProfile *profile,
             gint64                found[MOST_VALUES])
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (profile->bodies); i++)
    {
      gboolean is_known = FALSE;

      for (guint j = 0; j < n; j++)
        is_known = is_known || found[j] == profile->bodies[i];
      if (!is_known)
        found[n++] = profile->bodies[i];
    }

  return n;
}

/* The values of a profile, each once; 0 is none. */
static guint
list_values (LiaisonValuesFromFacts *self,
             const LiaisonProfile   *profile,
             gint64                  found[MOST_VALUES])
{
  switch ((int) self->key)
    {
    case LIAISON_COUNT_COUNTRY:
      found[0] = profile->country;
      return 1;

    case LIAISON_COUNT_LEVEL:
    case LIAISON_COUNT_OUR_LEVEL:
      found[0] = profile->level;
      return 1;

    default:
      if (!self->seats_only)
        return list_bodies (profile, found);
      /* The seats that are organisations are the first of the bodies. */
      found[0] = profile->bodies[0];
      return 1;
    }
}

static guint32
learn_profile (LiaisonValues        *values,
               const LiaisonProfile *profile)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  ProfileCodes codes = { { 0 }, 0 };
  gint64 found[MOST_VALUES];
  guint n;

  if (profile->side != (values->scope == LIAISON_SCOPE_OURS ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS))
    return OF_OTHERS;
  if (self->key == LIAISON_COUNT_PRINCIPAL || self->key == LIAISON_COUNT_COUNTERPART)
    return OF_CONTACT;

  n = list_values (self, profile, found);
  for (guint i = 0; i < n; i++)
    {
      guint32 code = liaison_values_get_code (values, found[i]);

      if (code != 0)
        codes.codes[codes.n++] = code;
    }
  if (codes.n < 2)
    return FIRST_CODE + codes.codes[0];

  g_array_append_val (self->several, codes);

  return SEVERAL + self->several->len - 1;
}

/* Of one whose post is hidden: neither its level nor what it is a post at. */
static guint32
learn_untitled (LiaisonValues        *values,
                const LiaisonProfile *profile)
{
  LiaisonProfile told = *profile;

  told.bodies[G_N_ELEMENTS (told.bodies) - 1] = 0;
  told.level = 0;

  return learn_profile (values, &told);
}

static void
add_several (LiaisonValuesFromFacts *self,
             guint32                 engagement,
             guint32                 participation,
             guint32                 place)
{
  const ProfileCodes *codes = &g_array_index (self->several, ProfileCodes, place);

  for (guint i = 0; i < codes->n; i++)
    add_entry (self, engagement, participation, codes->codes[i], 0);
}

static inline void
add_contact (LiaisonValues *values,
             guint32        engagement,
             guint32        participation)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  guint32 contact = self->facts->contacts[participation];

  if (contact != 0)
    add_entry (self, engagement, participation, get_known_code (values, contact, contact), 0);
  else if (self->keeps_none || self->keeps_heads)
    add_entry (self, engagement, participation, 0, self->keeps_heads ? get_profile (self, participation)->heads : 0);
}

static inline gboolean
is_witness (const LiaisonValuesFromFacts *self,
            LiaisonSide                   side,
            guint32                       participation)
{
  /* Whom nobody asked for need only not be absent. */
  return self->asked ? liaison_bits_test (self->asked, participation)
                     : liaison_match_is_witness (self->match, side, participation, get_profile (self, participation)->counts);
}

/* There must be room for several values. */
static void
add_part (LiaisonValues *values,
          LiaisonSide    side,
          guint32        engagement,
          guint32        participation)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  guint32 number = liaison_facts_get_profile (self->facts, participation);
  guint32 share = self->shares[number];

  if (G_UNLIKELY (liaison_participants_are_untitled (self->match->participants, participation)))
    share = learn_untitled (values, get_profile (self, participation));
  else if (G_UNLIKELY (share == UNKNOWN))
    share = self->shares[number] = learn_profile (values, get_profile (self, participation));
  if (share == OF_OTHERS || !is_witness (self, side, participation))
    return;

  if (share == OF_CONTACT)
    add_contact (values, engagement, participation);
  else if (share >= SEVERAL)
    add_several (self, engagement, participation, share - SEVERAL);
  else if (share > FIRST_CODE || self->keeps_none)
    add_entry (self, engagement, participation, share - FIRST_CODE, 0);
}

/* Which participations are witnesses, where that is told by one set: these, or all but those.  FALSE where more has to be looked at. */
static gboolean
find_witnesses (const LiaisonValuesFromFacts  *self,
                LiaisonSide                    side,
                const LiaisonBits            **set,
                guint64                       *inverted)
{
  const LiaisonMatch *match = self->match;
  LiaisonPresence presence = side == LIAISON_SIDE_OURS ? match->our_presence : match->their_presence;

  *inverted = self->asked ? 0 : G_MAXUINT64;
  *set = self->asked ? self->asked : match->participants->absent;

  if (match->participants->untitled)
    return FALSE;

  return self->asked || (presence == LIAISON_PRESENCE_PART && !match->participants->hidden);
}

/*
 * Most participations follow one another, have few profiles, and one value that is known already: an engagement of such is done here, with everything
 * at hand, and without branches, which nobody could predict.  FALSE where some need to be looked at more closely.
 */
static inline gboolean
add_plain_parts (LiaisonValues     *values,
                 const LiaisonBits *set,
                 guint64            inverted,
                 guint32            engagement,
                 guint              first,
                 guint              n)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  const guint16 *profiles = self->facts->narrow_profiles;
  const guint32 *contacts = self->facts->contacts;
  const guint32 *shares = self->shares;
  const guint32 *codes = self->codes;
  LiaisonEntry *next = self->entries + self->n_entries;
  gboolean of_contacts = self->n_codes > 0;
  guint32 is_plain = 1;

  for (guint part = first; part < first + n; part++)
    {
      guint32 share = shares[profiles[part]];
      guint32 is_witness = ((set->words[part / 64] ^ inverted) >> part % 64) & (share != OF_OTHERS);
      guint32 code = of_contacts ? codes[contacts[part]] : share - FIRST_CODE;
      guint32 is_known = of_contacts ? share == OF_CONTACT : (share > FIRST_CODE) & (share < SEVERAL);

      *next = (LiaisonEntry) { engagement, part, code, 0 };
      next += is_witness;
      is_plain &= (is_witness ^ 1) | (is_known & (code != 0));
    }
  if (is_plain)
    self->n_entries = next - self->entries;

  return is_plain;
}

static void
add_parts (LiaisonValues *values,
           const guint32 *engagements,
           guint          n)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  const LiaisonFacts *facts = self->facts;
  LiaisonSide side = values->scope == LIAISON_SCOPE_OURS ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS;
  const LiaisonBits *set;
  guint64 inverted;
  gboolean is_plain = find_witnesses (self, side, &set, &inverted) && facts->narrow_profiles;

  for (guint i = 0; i < n; i++)
    {
      LiaisonParts parts = liaison_facts_get_parts (facts, engagements[i]);

      /* One that is not needed may be written behind the last one. */
      make_room (self, parts.n * MOST_VALUES + 1);
      if (!is_plain || parts.keys || !add_plain_parts (values, set, inverted, engagements[i], parts.first, parts.n))
        {
          for (guint j = 0; j < parts.n; j++)
            add_part (values, side, engagements[i], liaison_parts_get_key (&parts, j));
        }
      self->ends[i] = self->n_entries;
    }
}

/* Every profile is looked at, whether or not somebody of it took part: there are few. */
static gboolean
list_codes (LiaisonValues      *values,
            LiaisonPlainValues *plain)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  guint n = self->facts->profiles->len;

  plain->codes = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      if (self->shares[i] == UNKNOWN)
        self->shares[i] = learn_profile (values, &g_array_index (self->facts->profiles, LiaisonProfile, i));
      if (self->shares[i] >= SEVERAL)
        return FALSE;
      plain->codes[i] = self->shares[i] == OF_OTHERS ? LIAISON_PLAIN_OTHERS : self->shares[i] == OF_CONTACT ? 0 : self->shares[i] - FIRST_CODE;
    }
  plain->n = plain->of_contacts ? self->facts->n_contacts : values->values->len;

  return TRUE;
}

gboolean
liaison_values_get_plain (LiaisonValues      *values,
                          LiaisonPlainValues *plain)
{
  LiaisonValuesFromFacts *self = values->from_facts;
  const LiaisonBits *witnesses;

  *plain = (LiaisonPlainValues) { 0 };
  if (!self || (self->add != add_tokens && self->add != add_parts))
    return FALSE;

  if (self->add == add_tokens)
    {
      plain->tokens = self->tokens;
      plain->n = LIAISON_LINES_TOKENS;
      return TRUE;
    }

  if (!self->facts->narrow_profiles
      || !find_witnesses (self, values->scope == LIAISON_SCOPE_OURS ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS, &witnesses, &plain->inverted))
    return FALSE;

  plain->words = witnesses->words;
  plain->of_contacts = self->key == LIAISON_COUNT_PRINCIPAL || self->key == LIAISON_COUNT_COUNTERPART;

  return list_codes (values, plain);
}

/* What there is for each key */

/* Of the keys of engagements: forms, groups, who initiated. */
G_STATIC_ASSERT (LIAISON_FORM_UNSPECIFIED < LIAISON_LINES_TOKENS && LIAISON_GROUP_TRAVEL < LIAISON_LINES_TOKENS
                 && LIAISON_INITIATED_UNKNOWN < LIAISON_LINES_TOKENS);

static void
prepare_days (LiaisonValuesFromFacts *self)
{
  int first_year = self->facts->first_day / DAYS_A_YEAR;
  int last_year = self->facts->last_day / DAYS_A_YEAR;

  self->first_day = first_year * DAYS_A_YEAR;
  self->n_codes = MIN (last_year - first_year + 1, MOST_YEARS) * DAYS_A_YEAR;
  self->add = add_buckets;
}

static void
prepare_tokens (LiaisonValuesFromFacts *self,
                const guint8           *tokens)
{
  self->n_codes = G_MAXUINT8 + 1;
  self->tokens = tokens;
  self->add = add_tokens;
}

static void
prepare_participants (LiaisonValuesFromFacts *self)
{
  if (self->key == LIAISON_COUNT_PRINCIPAL || self->key == LIAISON_COUNT_COUNTERPART)
    self->n_codes = self->facts->n_contacts;
  self->shares = g_new0 (guint32, self->facts->profiles->len);
  self->several = g_array_new (FALSE, FALSE, sizeof (ProfileCodes));
  self->add = add_parts;
}

static void
prepare (LiaisonValuesFromFacts *self)
{
  switch ((int) self->key)
    {
    case LIAISON_COUNT_FORM:
      prepare_tokens (self, self->facts->forms);
      break;
    case LIAISON_COUNT_GROUP:
      prepare_tokens (self, self->facts->groups);
      break;
    case LIAISON_COUNT_INITIATED:
      prepare_tokens (self, self->facts->initiateds);
      break;
    case LIAISON_COUNT_TOTAL:
      self->n_codes = 1;
      self->add = add_totals;
      break;
    case LIAISON_COUNT_FORMAT:
      self->add = add_formats;
      break;
    default:
      if (liaison_count_key_is_time (self->key))
        prepare_days (self);
      else
        prepare_participants (self);
    }

  self->codes = g_new0 (guint32, self->n_codes);
  make_room (self, LIAISON_RUNS_AT_ONCE);
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
  values->from_facts->asked = scope == LIAISON_SCOPE_OURS ? match->ours : match->theirs;
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
  values->from_facts->seats_only = measure == LIAISON_MEASURE_ORGANISATIONS;

  return values;
}
