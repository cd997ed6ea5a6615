/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-lines-private.h"

/* Pairs are counted together with lines as long as there are fewer than these, which is 2 MiB; that may be worth it from so many rows on. */
#define MOST_PAIRS (1 << 17)
#define FEW_ROWS 64

/* Of which key a participation is. */
enum { OF_FIRST, OF_SECOND, OF_NEITHER };

/*
 * How a participation leads to the place of its value, by its profile: the places of the second key are behind those of the first one, and that of all
 * that is of neither, or not looked at, is the last one.  So nothing has to be decided which a processor could not predict.
 */
struct _LiaisonLinesWay
{
  guint32 base;
  guint32 mask; /* of the contact that is added */
  guint32 line;
};

static inline guint32
find_place (const LiaisonLines *self,
            guint               part,
            guint32            *line)
{
  const LiaisonFacts *facts = self->counted->facts;
  const LiaisonLinesWay *way = &self->ways[facts->narrow_profiles[part]];
  guint64 is_here = (self->words[way->line][part / 64] ^ self->inverted[way->line]) >> part % 64 & 1;
  guint32 place = way->base + (facts->contacts[part] & way->mask);

  *line = way->line;

  return is_here ? place : self->nowhere;
}

static void
add_ways (LiaisonLines             *self,
          const LiaisonPlainValues *plain,
          guint                     line)
{
  guint first = line == OF_FIRST ? 0 : self->by_plain.n;

  self->words[line] = plain->words;
  self->inverted[line] = plain->inverted;
  for (guint i = 0; i < self->counted->facts->profiles->len; i++)
    {
      if (plain->codes[i] != LIAISON_PLAIN_OTHERS)
        self->ways[i] = (LiaisonLinesWay) { first + plain->codes[i], plain->of_contacts ? G_MAXUINT32 : 0, line };
    }
}

static void
make_ways (LiaisonLines *self)
{
  guint n = self->counted->facts->profiles->len;

  self->nowhere = self->by_plain.n + self->and_plain.n;
  self->ways = g_new (LiaisonLinesWay, n);
  for (guint i = 0; i < n; i++)
    self->ways[i] = (LiaisonLinesWay) { self->nowhere, 0, OF_NEITHER };
  add_ways (self, &self->by_plain, OF_FIRST);
  if (!self->and_plain.tokens)
    add_ways (self, &self->and_plain, OF_SECOND);
  self->words[OF_NEITHER] = self->words[OF_FIRST];
}

/* How many engagements are at a place, and which was the last, so that one with the same value twice counts once; beside each other in memory. */
typedef struct
{
  guint32 last;
  guint32 n;
} Tally;

static inline gboolean
tally_add (Tally   *tally,
           guint32  engagement)
{
  gboolean is_new = tally->last != engagement;

  tally->last = engagement;
  tally->n += is_new;

  return is_new;
}

/* One engagement; @tallies are by place. */
typedef void (*CountOne) (LiaisonLines *self, guint engagement, const LiaisonParts *parts, Tally *tallies);

static G_ALWAYS_INLINE inline void
count_by_parts (LiaisonLines       *self,
                guint               engagement,
                const LiaisonParts *parts,
                Tally              *tallies)
{
  guint found = 0;

  for (guint i = 0; i < parts->n; i++)
    {
      guint32 line;
      guint32 place = find_place (self, liaison_parts_get_key (parts, i), &line);

      tally_add (&tallies[place], engagement);
      found |= (guint) (place != self->nowhere) << line;
    }
  /* What has no value at all is counted under none. */
  tallies[0].n += ~found & 1;
  tallies[self->by_plain.n].n += ~found >> 1 & 1;
}

/* Counts of each key in one number, so that nothing has to be looked up which was written just before. */
#define COUNT_BITS 21
#define COUNT_MASK ((1u << COUNT_BITS) - 1)

static void
make_room (LiaisonLinesMet *met,
           guint            n)
{
  met->room = MAX (n, 2 * met->room);
  for (guint line = OF_FIRST; line <= OF_NEITHER; line++)
    met->places[line] = g_renew (guint32, met->places[line], met->room);
}

/* Finds the places of an engagement, each once, and that of none where there is nothing of a key. */
static inline void
meet (LiaisonLines       *self,
      guint               engagement,
      const LiaisonParts *parts,
      Tally              *tallies)
{
  LiaisonLinesMet *met = &self->met;
  guint64 n = 0;

  /* One is written behind the last, and one where there is nobody. */
  if (G_UNLIKELY (parts->n + 2 > met->room))
    make_room (met, parts->n + 2);

  for (guint i = 0; i < parts->n; i++)
    {
      guint32 line;
      guint32 place = find_place (self, liaison_parts_get_key (parts, i), &line);
      gboolean is_new = tally_add (&tallies[place], engagement);

      met->places[line][n >> COUNT_BITS * line & COUNT_MASK] = place;
      n += (guint64) ((place != self->nowhere) & is_new) << COUNT_BITS * line;
    }

  for (guint line = OF_FIRST; line <= OF_SECOND; line++)
    {
      guint32 none = line == OF_FIRST ? 0 : self->by_plain.n;

      met->n[line] = n >> COUNT_BITS * line & COUNT_MASK;
      if (met->n[line] > 0)
        continue;
      met->places[line][met->n[line]++] = none;
      tallies[none].n++;
    }
}

/* The pairs that were met.  @numbers tells the row of a place, counted from 1, and of the second key the column; 0 for those that are not wanted. */
static inline void
add_pairs (LiaisonLines  *self,
           guint          engagement,
           const guint32 *numbers,
           LiaisonSlots  *slots)
{
  const LiaisonLinesMet *met = &self->met;
  int day = liaison_counted_get_day (self->counted, engagement);
  gboolean announced = liaison_bits_test (self->counted->announced, engagement);

  for (guint i = 0; i < met->n[OF_FIRST]; i++)
    {
      guint32 row = numbers[met->places[OF_FIRST][i]];

      for (guint j = 0; row != 0 && j < met->n[OF_SECOND]; j++)
        {
          guint32 column = numbers[met->places[OF_SECOND][j]];

          if (column != 0)
            liaison_slot_add (liaison_slots_get (slots, row - 1, column - 1), engagement, day, announced);
        }
    }
}

/* Lines and pairs at once, as long as there are few of these; rows are numbered as they are met. */
static G_ALWAYS_INLINE inline void
count_all_pairs (LiaisonLines       *self,
                 guint               engagement,
                 const LiaisonParts *parts,
                 Tally              *tallies)
{
  const LiaisonLinesMet *met = &self->met;

  meet (self, engagement, parts, tallies);
  for (guint i = 0; i < met->n[OF_FIRST]; i++)
    {
      guint32 *number = &self->numbers[met->places[OF_FIRST][i]];

      if (G_UNLIKELY (*number == 0 && self->n_rows < self->most_rows))
        *number = ++self->n_rows;
    }
  if (G_LIKELY (self->n_rows < self->most_rows))
    add_pairs (self, engagement, self->numbers, &self->pairs);
}

static G_ALWAYS_INLINE inline void
count_by_token (LiaisonLines       *self,
                guint               engagement,
                const LiaisonParts *parts,
                Tally              *tallies)
{
  guint token = MIN (self->and_plain.tokens[engagement], LIAISON_LINES_TOKENS - 1);
  gboolean found = FALSE;

  for (guint i = 0; i < parts->n; i++)
    {
      guint32 line;
      guint32 place = find_place (self, liaison_parts_get_key (parts, i), &line);

      self->table[(gsize) place * LIAISON_LINES_TOKENS + token] += tally_add (&tallies[place], engagement);
      found |= place != self->nowhere;
    }
  self->table[token] += !found;
  tallies[0].n += !found;
  tallies[self->by_plain.n + token].n++;
}

static G_ALWAYS_INLINE inline void
count_engagements (LiaisonLines *self,
                   CountOne      count)
{
  const LiaisonBits *engagements = self->counted->engagements;
  g_autofree Tally *tallies = g_new0 (Tally, self->nowhere + 1);

  for (guint i = 0; i < (engagements->size + 63) / 64; i++)
    {
      for (guint64 word = engagements->words[i]; word != 0; word &= word - 1)
        {
          guint engagement = i * 64 + __builtin_ctzll (word);
          LiaisonParts parts = liaison_facts_get_parts (self->counted->facts, engagement);

          count (self, engagement, &parts, tallies);
        }
    }
  for (guint place = 0; place < self->nowhere; place++)
    self->by_counts[place] = tallies[place].n;
}

/* Of very many counterparts, one has to know first who has most. */
static void
prepare_pairs (LiaisonLines *self)
{
  guint n = self->and_plain.n;

  if (self->and_plain.of_contacts || n > MOST_PAIRS / FEW_ROWS)
    return;

  self->most_rows = MOST_PAIRS / MAX (n, 1);
  self->numbers = g_new0 (guint32, self->nowhere + 1);
  for (guint i = 0; i < n; i++)
    self->numbers[self->by_plain.n + i] = i + 1;
  liaison_slots_init (&self->pairs, MAX (n, 1));
}

gboolean
liaison_lines_count (LiaisonLines         *self,
                     const LiaisonCounted *counted,
                     LiaisonValues        *by,
                     LiaisonValues        *and_by)
{
  *self = (LiaisonLines) { .counted = counted, .by = by, .and_by = and_by };
  if (!counted->facts || liaison_values_are_joint (by, and_by) || !liaison_values_get_plain (by, &self->by_plain) || self->by_plain.tokens
      || !liaison_values_get_plain (and_by, &self->and_plain))
    return FALSE;

  make_ways (self);
  self->by_counts = g_new0 (guint32, self->nowhere + 1);
  self->and_counts = self->by_counts + self->by_plain.n;
  if (!self->and_plain.tokens)
    {
      prepare_pairs (self);
      /* Two calls, so that either is compiled for what it counts. */
      if (self->numbers)
        count_engagements (self, count_all_pairs);
      else
        count_engagements (self, count_by_parts);
      return TRUE;
    }

  self->table = g_new0 (guint32, (gsize) (self->nowhere + 1) * LIAISON_LINES_TOKENS);
  count_engagements (self, count_by_token);

  return TRUE;
}

void
liaison_lines_clear (LiaisonLines *self)
{
  g_clear_pointer (&self->by_plain.codes, g_free);
  g_clear_pointer (&self->and_plain.codes, g_free);
  g_clear_pointer (&self->ways, g_free);
  g_clear_pointer (&self->by_counts, g_free);
  g_clear_pointer (&self->table, g_free);
  g_clear_pointer (&self->numbers, g_free);
  liaison_slots_clear (&self->pairs);
  for (guint line = OF_FIRST; line <= OF_NEITHER; line++)
    g_clear_pointer (&self->met.places[line], g_free);
}

/* Codes and values as facts have them: of profiles, both are the same. */

static guint32
to_code (LiaisonValues            *values,
         const LiaisonPlainValues *plain,
         guint                     value)
{
  return plain->tokens || plain->of_contacts ? liaison_values_get_code (values, value) : value;
}

static guint
from_code (const LiaisonValues      *values,
           const LiaisonPlainValues *plain,
           guint32                   code)
{
  return plain->tokens || plain->of_contacts ? g_array_index (values->values, gint64, code) : code;
}

/* The greatest figure that so many reach. */
static guint32
find_least (const guint32 *counts,
            guint          n,
            guint          most)
{
  guint32 least = 1;

  if (most == 0)
    return least;

  for (guint32 step = 1u << 30; step > 0; step /= 2)
    {
      guint n_reaching = 0;

      for (guint i = 0; i < n; i++)
        n_reaching += counts[i] >= least + step;
      if (n_reaching >= most)
        least += step;
    }

  return least;
}

GArray *
liaison_lines_list (LiaisonLines *self,
                    gboolean      of_first,
                    guint         most)
{
  const LiaisonPlainValues *plain = of_first ? &self->by_plain : &self->and_plain;
  const guint32 *counts = of_first ? self->by_counts : self->and_counts;
  LiaisonValues *values = of_first ? self->by : self->and_by;
  guint32 least = find_least (counts, plain->n, most);
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (LiaisonCell));

  for (guint value = 0; value < plain->n; value++)
    {
      LiaisonCell cell = { .dated = counts[value] };

      if (counts[value] < least)
        continue;
      *(of_first ? &cell.by : &cell.and_by) = to_code (values, plain, value);
      g_array_append_val (cells, cell);
    }

  return cells;
}

void
liaison_lines_complete (LiaisonLines *self,
                        gboolean      of_first,
                        GArray       *cells)
{
  const LiaisonPlainValues *plain = of_first ? &self->by_plain : &self->and_plain;
  const guint32 *counts = of_first ? self->by_counts : self->and_counts;

  for (guint i = 0; i < cells->len; i++)
    {
      LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);
      guint value = from_code (of_first ? self->by : self->and_by, plain, of_first ? cell->by : cell->and_by);

      /* What is stated of somebody who is in no engagement. */
      cell->dated = value < plain->n ? counts[value] : 0;
    }
}

guint
liaison_lines_get_n (const LiaisonLines *self,
                     gboolean            of_first)
{
  const guint32 *counts = of_first ? self->by_counts : self->and_counts;
  guint n = 0;

  for (guint value = 1; value < (of_first ? self->by_plain.n : self->and_plain.n); value++)
    n += counts[value] > 0;

  return n;
}

static GArray *
list_from_table (LiaisonLines *self,
                 const guint8 *kept,
                 const guint8 *and_kept)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (LiaisonCell));

  for (guint32 code = 0; code < self->by->values->len; code++)
    {
      guint value = from_code (self->by, &self->by_plain, code);

      if (!kept[code] || value >= self->by_plain.n)
        continue;
      for (guint32 and_code = 0; and_code < self->and_by->values->len; and_code++)
        {
          guint token = from_code (self->and_by, &self->and_plain, and_code);
          LiaisonCell cell = { .by = code, .and_by = and_code };

          if (!and_kept[and_code] || token >= self->and_plain.n)
            continue;
          cell.dated = self->table[value * LIAISON_LINES_TOKENS + token];
          if (cell.dated > 0)
            g_array_append_val (cells, cell);
        }
    }

  return cells;
}

/* The pairs that were counted together with the lines. */
static GArray *
list_counted_pairs (LiaisonLines *self,
                    const guint8 *kept,
                    const guint8 *and_kept)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (LiaisonCell));

  for (guint32 code = 0; code < self->by->values->len; code++)
    {
      guint value = from_code (self->by, &self->by_plain, code);
      guint32 row = kept[code] && value < self->by_plain.n ? self->numbers[value] : 0;

      for (guint32 and_code = 0; row != 0 && and_code < self->and_by->values->len; and_code++)
        {
          guint column = from_code (self->and_by, &self->and_plain, and_code);

          if (and_kept[and_code] && column < self->and_plain.n)
            liaison_slot_add_cell (cells, code, and_code, liaison_slots_get (&self->pairs, row - 1, column));
        }
    }

  return cells;
}

/* The codes of a line that are kept; @numbers tells by place which of them that is, counted from 1, and @sum how many engagements are in them. */
static GArray *
keep (LiaisonLines *self,
      guint         line,
      const guint8 *are_kept,
      guint32      *numbers,
      guint64      *sum)
{
  const LiaisonPlainValues *plain = line == OF_FIRST ? &self->by_plain : &self->and_plain;
  const LiaisonValues *values = line == OF_FIRST ? self->by : self->and_by;
  guint first = line == OF_FIRST ? 0 : self->by_plain.n;
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 code = 0; code < values->values->len; code++)
    {
      guint value = from_code (values, plain, code);

      if (!are_kept[code] || value >= plain->n)
        continue;
      g_array_append_val (codes, code);
      numbers[first + value] = codes->len;
      *sum += self->by_counts[first + value];
    }

  return codes;
}

/* Which participations are of contacts that are kept of a line; with a word more than there are. */
static guint64 *
find_kept_parts (const LiaisonLines *self,
                 const guint32      *numbers,
                 guint               n_contacts)
{
  const LiaisonFacts *facts = self->counted->facts;
  g_autofree guint64 *are_kept = g_new0 (guint64, n_contacts / 64 + 1);
  guint64 *parts = g_new0 (guint64, facts->n_participations / 64 + 2);

  for (guint contact = 0; contact < n_contacts; contact++)
    are_kept[contact / 64] |= (guint64) (numbers[contact] != 0) << contact % 64;
  for (guint first = 0; first < facts->n_participations; first += 64)
    {
      guint n = MIN (64, facts->n_participations - first);
      guint64 word = 0;

      for (guint i = 0; i < n; i++)
        {
          guint32 contact = facts->contacts[first + i];

          word |= (are_kept[contact / 64] >> contact % 64 & 1) << i;
        }
      parts[first / 64] = word;
    }

  return parts;
}

/* Whether some of an engagement's are among those that find_kept_parts() found. */
static inline gboolean
has_kept_part (const guint64      *kept_parts,
               const LiaisonParts *parts)
{
  const guint64 *words = &kept_parts[parts->first / 64];
  guint shift = parts->first % 64;

  if (parts->keys || parts->n >= 64)
    return TRUE;

  return ((words[0] >> shift | words[1] << 1 << (63 - shift)) & (((guint64) 1 << parts->n) - 1)) != 0;
}

static void
count_kept_pairs (LiaisonLines  *self,
                  const guint32 *numbers,
                  const guint64 *kept_parts,
                  LiaisonSlots  *slots)
{
  const LiaisonBits *engagements = self->counted->engagements;
  g_autofree Tally *tallies = g_new0 (Tally, self->nowhere + 1);

  for (guint i = 0; i < (engagements->size + 63) / 64; i++)
    {
      for (guint64 word = engagements->words[i]; word != 0; word &= word - 1)
        {
          guint engagement = i * 64 + __builtin_ctzll (word);
          LiaisonParts parts = liaison_facts_get_parts (self->counted->facts, engagement);

          if (kept_parts && !has_kept_part (kept_parts, &parts))
            continue;

          meet (self, engagement, &parts, tallies);
          add_pairs (self, engagement, numbers, slots);
        }
    }
}

/* Where few engagements have any of the contacts that are kept, it takes less time to find those first. */
static guint64 *
find_few (const LiaisonLines *self,
          const guint32      *numbers,
          const guint64       sums[2])
{
  guint line = sums[OF_FIRST] <= sums[OF_SECOND] ? OF_FIRST : OF_SECOND;
  const LiaisonPlainValues *plain = line == OF_FIRST ? &self->by_plain : &self->and_plain;
  const guint32 *line_numbers = &numbers[line == OF_FIRST ? 0 : self->by_plain.n];

  if (!plain->of_contacts || line_numbers[0] != 0 || sums[line] >= liaison_bits_count (self->counted->engagements) / 2)
    return NULL;

  return find_kept_parts (self, line_numbers, plain->n);
}

GArray *
liaison_lines_list_pairs (LiaisonLines *self,
                          const guint8 *kept,
                          const guint8 *and_kept)
{
  g_autofree guint32 *numbers = g_new0 (guint32, self->nowhere + 1);
  g_autofree guint64 *kept_parts = NULL;
  g_autoptr (GArray) codes = NULL;
  g_autoptr (GArray) and_codes = NULL;
  g_auto (LiaisonSlots) slots = { NULL };
  guint64 sums[2] = { 0 };
  GArray *cells;

  if (self->table)
    return list_from_table (self, kept, and_kept);
  if (self->numbers && self->n_rows < self->most_rows)
    return list_counted_pairs (self, kept, and_kept);

  codes = keep (self, OF_FIRST, kept, numbers, &sums[OF_FIRST]);
  and_codes = keep (self, OF_SECOND, and_kept, numbers, &sums[OF_SECOND]);
  kept_parts = find_few (self, numbers, sums);
  liaison_slots_init (&slots, MAX (and_codes->len, 1));
  count_kept_pairs (self, numbers, kept_parts, &slots);
  cells = liaison_slots_to_cells (&slots);
  for (guint i = 0; i < cells->len; i++)
    {
      LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);

      cell->by = g_array_index (codes, guint32, cell->by);
      cell->and_by = g_array_index (and_codes, guint32, cell->and_by);
    }

  return cells;
}
