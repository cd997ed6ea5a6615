/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-lines-private.h"

#include "liaison-slots-private.h"

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

/* One engagement; @stamps has, by place, the last one that was counted there, so that one with the same value twice counts once. */
typedef void (*CountOne) (LiaisonLines *self, guint engagement, const LiaisonParts *parts, guint32 *stamps);

static inline void
count_by_parts (LiaisonLines       *self,
                guint               engagement,
                const LiaisonParts *parts,
                guint32            *stamps)
{
  guint32 *counts = self->by_counts;
  guint found = 0;

  for (guint i = 0; i < parts->n; i++)
    {
      guint32 line;
      guint32 place = find_place (self, liaison_parts_get_key (parts, i), &line);

      counts[place] += stamps[place] != engagement;
      stamps[place] = engagement;
      found |= (guint) (place != self->nowhere) << line;
    }
  /* What has no value at all is counted under none. */
  counts[0] += ~found & 1;
  counts[self->by_plain.n] += ~found >> 1 & 1;
}

static inline void
count_by_token (LiaisonLines       *self,
                guint               engagement,
                const LiaisonParts *parts,
                guint32            *stamps)
{
  guint token = MIN (self->and_plain.tokens[engagement], LIAISON_LINES_TOKENS - 1);
  gboolean found = FALSE;

  for (guint i = 0; i < parts->n; i++)
    {
      guint32 line;
      guint32 place = find_place (self, liaison_parts_get_key (parts, i), &line);

      self->table[(gsize) place * LIAISON_LINES_TOKENS + token] += stamps[place] != engagement;
      stamps[place] = engagement;
      found |= place != self->nowhere;
    }
  self->table[token] += !found;
  self->and_counts[token]++;
}

static inline void
count_engagements (LiaisonLines *self,
                   CountOne      count)
{
  const LiaisonBits *engagements = self->counted->engagements;
  g_autofree guint32 *stamps = g_new0 (guint32, self->nowhere + 1);

  for (guint i = 0; i < (engagements->size + 63) / 64; i++)
    {
      for (guint64 word = engagements->words[i]; word != 0; word &= word - 1)
        {
          guint engagement = i * 64 + __builtin_ctzll (word);
          LiaisonParts parts = liaison_facts_get_parts (self->counted->facts, engagement);

          count (self, engagement, &parts, stamps);
        }
    }
}

static void
sum_table (LiaisonLines *self)
{
  for (guint value = 0; value < self->by_plain.n; value++)
    {
      for (guint token = 0; token < LIAISON_LINES_TOKENS; token++)
        self->by_counts[value] += self->table[value * LIAISON_LINES_TOKENS + token];
    }
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
      count_engagements (self, count_by_parts);
      return TRUE;
    }

  self->table = g_new0 (guint32, (gsize) (self->nowhere + 1) * LIAISON_LINES_TOKENS);
  count_engagements (self, count_by_token);
  sum_table (self);

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

/* The lines that are kept, while pairs are counted: what one engagement has of each key. */
typedef struct
{
  GArray  *codes[2];
  guint32 *numbers; /* by place, counted from 1; 0 for those that are not kept */
  guint    keeps_none[2];
  guint64  sums[2]; /* of the engagements in what is kept */
  guint32 *met[3];  /* numbers, of neither key as well, which nobody reads */
  guint    n_met[3];
  guint    room;
} Kept;

static void
keep (LiaisonLines *self,
      Kept         *kept,
      guint         line,
      const guint8 *are_kept)
{
  const LiaisonPlainValues *plain = line == OF_FIRST ? &self->by_plain : &self->and_plain;
  const LiaisonValues *values = line == OF_FIRST ? self->by : self->and_by;
  guint first = line == OF_FIRST ? 0 : self->by_plain.n;

  kept->codes[line] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 code = 0; code < values->values->len; code++)
    {
      guint value = from_code (values, plain, code);

      if (!are_kept[code] || value >= plain->n)
        continue;
      g_array_append_val (kept->codes[line], code);
      kept->numbers[first + value] = kept->codes[line]->len;
      kept->sums[line] += self->by_counts[first + value];
    }
  kept->keeps_none[line] = kept->numbers[first] != 0;
}

static void
clear_kept (Kept *kept)
{
  for (guint line = OF_FIRST; line <= OF_NEITHER; line++)
    g_free (kept->met[line]);
  g_array_unref (kept->codes[OF_FIRST]);
  g_array_unref (kept->codes[OF_SECOND]);
  g_free (kept->numbers);
}

static void
make_room (Kept  *kept,
           guint  n)
{
  kept->room = MAX (n, 2 * kept->room);
  for (guint line = OF_FIRST; line <= OF_NEITHER; line++)
    kept->met[line] = g_renew (guint32, kept->met[line], kept->room);
}

/* Two participations may have the same value. */
static guint
drop_doubles (guint32 *numbers,
              guint    n)
{
  guint n_kept = 1;

  for (guint i = 1; i < n; i++)
    {
      gboolean is_known = FALSE;

      for (guint j = 0; j < n_kept; j++)
        is_known = is_known || numbers[j] == numbers[i];
      if (!is_known)
        numbers[n_kept++] = numbers[i];
    }

  return n_kept;
}

/* Whether there is something of both keys. */
static inline gboolean
is_met (const LiaisonLines *self,
        const Kept         *kept,
        const LiaisonParts *parts)
{
  guint found = 0;
  guint met = 0;

  for (guint i = 0; i < parts->n; i++)
    {
      guint32 line;
      guint32 place = find_place (self, liaison_parts_get_key (parts, i), &line);

      found |= (guint) (place != self->nowhere) << line;
      met |= (guint) (kept->numbers[place] != 0) << line;
    }

  return ((met & 1) | (~found & kept->keeps_none[OF_FIRST])) & ((met >> 1 & 1) | (~found >> 1 & kept->keeps_none[OF_SECOND]));
}

static inline void
meet (const LiaisonLines *self,
      Kept               *kept,
      const LiaisonParts *parts)
{
  guint n[3] = { 0 };
  guint found = 0;

  for (guint i = 0; i < parts->n; i++)
    {
      guint32 line;
      guint32 place = find_place (self, liaison_parts_get_key (parts, i), &line);
      guint32 number = kept->numbers[place];

      kept->met[line][n[line]] = number;
      n[line] += number != 0;
      found |= (guint) (place != self->nowhere) << line;
    }

  for (guint line = OF_FIRST; line <= OF_SECOND; line++)
    {
      guint32 none = kept->numbers[line == OF_FIRST ? 0 : self->by_plain.n];

      if (n[line] > 1)
        n[line] = drop_doubles (kept->met[line], n[line]);
      if (!(found >> line & 1) && none != 0)
        kept->met[line][n[line]++] = none;
      kept->n_met[line] = n[line];
    }
}

static inline void
add_pairs (LiaisonLines *self,
           guint         engagement,
           const Kept   *kept,
           LiaisonSlots *slots)
{
  int day = liaison_counted_get_day (self->counted, engagement);
  gboolean announced = liaison_bits_test (self->counted->announced, engagement);

  for (guint i = 0; i < kept->n_met[OF_FIRST]; i++)
    {
      for (guint j = 0; j < kept->n_met[OF_SECOND]; j++)
        liaison_slot_add (liaison_slots_get (slots, kept->met[OF_FIRST][i] - 1, kept->met[OF_SECOND][j] - 1), engagement, day, announced);
    }
}

static void
count_pairs (LiaisonLines *self,
             Kept         *kept,
             LiaisonSlots *slots)
{
  const LiaisonBits *engagements = self->counted->engagements;
  /* Where few engagements have any of those with most, it takes less time to see that first. */
  gboolean are_few = MIN (kept->sums[OF_FIRST], kept->sums[OF_SECOND]) < liaison_bits_count (engagements) / 2;

  for (guint i = 0; i < (engagements->size + 63) / 64; i++)
    {
      for (guint64 word = engagements->words[i]; word != 0; word &= word - 1)
        {
          guint engagement = i * 64 + __builtin_ctzll (word);
          LiaisonParts parts = liaison_facts_get_parts (self->counted->facts, engagement);

          if (are_few && !is_met (self, kept, &parts))
            continue;

          /* One is written behind the last, and one where there is nobody. */
          if (parts.n + 2 > kept->room)
            make_room (kept, parts.n + 2);
          meet (self, kept, &parts);
          add_pairs (self, engagement, kept, slots);
        }
    }
}

GArray *
liaison_lines_list_pairs (LiaisonLines *self,
                          const guint8 *kept,
                          const guint8 *and_kept)
{
  g_auto (LiaisonSlots) slots = { NULL };
  Kept lines = { .room = 0 };
  GArray *cells;

  if (self->table)
    return list_from_table (self, kept, and_kept);

  lines.numbers = g_new0 (guint32, self->nowhere + 1);
  keep (self, &lines, OF_FIRST, kept);
  keep (self, &lines, OF_SECOND, and_kept);
  liaison_slots_init (&slots, MAX (lines.codes[OF_SECOND]->len, 1));
  count_pairs (self, &lines, &slots);
  cells = liaison_slots_to_cells (&slots);
  for (guint i = 0; i < cells->len; i++)
    {
      LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);

      cell->by = g_array_index (lines.codes[OF_FIRST], guint32, cell->by);
      cell->and_by = g_array_index (lines.codes[OF_SECOND], guint32, cell->and_by);
    }
  clear_kept (&lines);

  return cells;
}
