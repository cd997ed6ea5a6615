/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-private.h"

#include "liaison-country.h"

/* The most words that a name is written with. */
#define LONGEST_NAME 5

static LiaisonQuickWord *
get_word (LiaisonQuickReader *reader,
          guint               place)
{
  return &g_array_index (reader->words, LiaisonQuickWord, place);
}

static gboolean
has_seat (LiaisonQuickReader *reader,
          LiaisonSuggestion  *who)
{
  for (guint i = 0; i < reader->entry->seats->len; i++)
    {
      LiaisonQuickSeat *seat = reader->entry->seats->pdata[i];

      if (g_str_equal (liaison_suggestion_get_uuid (seat->who), liaison_suggestion_get_uuid (who))
          && (*liaison_suggestion_get_uuid (who) != '\0'
              || g_str_equal (liaison_suggestion_get_country (seat->who), liaison_suggestion_get_country (who))))
        return TRUE;
    }

  return FALSE;
}

/* Takes @who. */
static void
seat (LiaisonQuickReader *reader,
      LiaisonSide         side,
      LiaisonSuggestion  *who)
{
  LiaisonQuickSeat *taken;

  if (has_seat (reader, who))
    {
      g_object_unref (who);
      return;
    }

  taken = g_new (LiaisonQuickSeat, 1);
  taken->side = side;
  taken->who = who;
  g_ptr_array_add (reader->entry->seats, taken);
}

static LiaisonQuickMeaning
get_side_meaning (LiaisonSide side)
{
  if (side == LIAISON_SIDE_OURS)
    return LIAISON_QUICK_OURS;

  return side == LIAISON_SIDE_THIRD ? LIAISON_QUICK_THIRD : LIAISON_QUICK_THEIRS;
}

static guint
read_contact (LiaisonQuickReader *reader,
              guint               first,
              gboolean            whole)
{
  g_auto (LiaisonQuickName) name = { 0 };
  LiaisonQuickStretch *stretch;
  guint most = liaison_quick_words_get_run (reader->words, first, LONGEST_NAME);

  if (!liaison_quick_names_find_contact (reader->db, reader->words, first, most, whole, &name, &reader->error) || name.n_words == 0)
    return 0;

  seat (reader, name.side, liaison_suggestion_new (LIAISON_KIND_CONTACT, name.uuid, name.country, name.name, NULL));
  stretch = liaison_quick_reader_add (reader, first, name.n_words, get_side_meaning (name.side), name.name);
  stretch->others = name.others;
  if (reader->mode == LIAISON_QUICK_MODE_VISIT)
    reader->mode = LIAISON_QUICK_MODE_ANY;

  return name.n_words;
}

guint
liaison_quick_read_whole_contact (LiaisonQuickReader *reader,
                                  guint               first)
{
  return read_contact (reader, first, TRUE);
}

guint
liaison_quick_read_begun_contact (LiaisonQuickReader *reader,
                                  guint               first)
{
  return read_contact (reader, first, FALSE);
}

static gboolean
takes_part_unnamed (const LiaisonQuickName *name)
{
  return name->organisation == LIAISON_ORGANISATION_INTERNATIONAL || name->organisation == LIAISON_ORGANISATION_GROUPING;
}

guint
liaison_quick_read_organisation (LiaisonQuickReader *reader,
                                 guint               first)
{
  g_auto (LiaisonQuickName) name = { 0 };
  guint most = liaison_quick_words_get_run (reader->words, first, LONGEST_NAME);
  LiaisonSuggestion *body;
  gboolean says_format;

  if (!liaison_quick_names_find_organisation (reader->db, reader->words, first, most, &name, &reader->error) || name.n_words == 0)
    return 0;

  says_format = takes_part_unnamed (&name) && liaison_quick_words_is_format (reader->words, first + name.n_words);
  body = liaison_suggestion_new (LIAISON_KIND_ORGANISATION, name.uuid, name.country, name.name,
                                 liaison_vocabulary_get_label (&liaison_organisation_kinds, name.organisation));
  if (reader->entry->format == NULL
      && (says_format || (name.organisation == LIAISON_ORGANISATION_GROUPING && reader->mode != LIAISON_QUICK_MODE_WITH)))
    {
      reader->entry->format = body;
      reader->mode = LIAISON_QUICK_MODE_ANY;
      liaison_quick_reader_add (reader, first, name.n_words + says_format, LIAISON_QUICK_FORMAT, name.name)->others = name.others;
      return name.n_words + says_format;
    }

  /* "At NATO" is where it was. */
  if (reader->mode == LIAISON_QUICK_MODE_IN)
    {
      g_object_unref (body);
      return 0;
    }

  seat (reader, LIAISON_SIDE_THEIRS, body);
  liaison_quick_reader_add (reader, first, name.n_words, LIAISON_QUICK_THEIRS, name.name)->others = name.others;

  return name.n_words;
}

/* Where it was */

static gboolean
expects_place (LiaisonQuickReader *reader)
{
  return reader->mode == LIAISON_QUICK_MODE_IN || reader->mode == LIAISON_QUICK_MODE_VISIT;
}

static void
take_place (LiaisonQuickReader *reader,
            const char         *place,
            const char         *country)
{
  if (place != NULL)
    {
      g_free (reader->entry->place);
      reader->entry->place = g_strdup (place);
    }
  if (country != NULL && *country != '\0')
    {
      g_free (reader->entry->country);
      reader->entry->country = g_strdup (country);
    }
  reader->mode = LIAISON_QUICK_MODE_ANY;
}

/* "Warsaw, Poland": how many words behind a place are its country. */
static guint
take_country_behind (LiaisonQuickReader *reader,
                     guint               place)
{
  g_auto (LiaisonQuickName) country = { 0 };

  if (place >= reader->words->len || !get_word (reader, place - 1)->ends_item)
    return 0;

  liaison_quick_names_find_country (reader->words, place, liaison_quick_words_get_run (reader->words, place, LONGEST_NAME), &country);
  if (country.n_words > 0)
    take_place (reader, NULL, country.country);

  return country.n_words;
}

static void
describe_place (LiaisonQuickReader  *reader,
                LiaisonQuickStretch *stretch)
{
  const char *country = reader->entry->country;

  if (country == NULL || reader->entry->place == NULL)
    return;

  g_free (stretch->detail);
  stretch->detail = g_strdup (liaison_country_get_name (country));
}

guint
liaison_quick_read_known_place (LiaisonQuickReader *reader,
                                guint               first)
{
  g_auto (LiaisonQuickName) name = { 0 };
  guint most = liaison_quick_words_get_run (reader->words, first, LONGEST_NAME);
  guint n_words;

  if (reader->mode == LIAISON_QUICK_MODE_WITH || reader->entry->place != NULL
      || !liaison_quick_names_find_place (reader->db, reader->words, first, most, &name, &reader->error) || name.n_words == 0)
    return 0;

  take_place (reader, name.name, name.country);
  n_words = name.n_words + take_country_behind (reader, first + name.n_words);
  describe_place (reader, liaison_quick_reader_add (reader, first, n_words, LIAISON_QUICK_PLACE, name.name));

  return n_words;
}

/* A country where it was, or one that took part with nobody named; our own is no counterpart. */
guint
liaison_quick_read_country (LiaisonQuickReader *reader,
                            guint               first)
{
  g_auto (LiaisonQuickName) name = { 0 };

  liaison_quick_names_find_country (reader->words, first, liaison_quick_words_get_run (reader->words, first, LONGEST_NAME), &name);
  if (name.n_words == 0)
    return 0;

  if (expects_place (reader))
    {
      take_place (reader, NULL, name.country);
      liaison_quick_reader_add (reader, first, name.n_words, LIAISON_QUICK_PLACE, name.name);
      return name.n_words;
    }
  if (g_strcmp0 (name.country, reader->own_country) == 0)
    return 0;

  seat (reader, LIAISON_SIDE_THEIRS, liaison_suggestion_new (LIAISON_N_KINDS, NULL, name.country, name.name, name.country));
  liaison_quick_reader_add (reader, first, name.n_words, LIAISON_QUICK_THEIRS, name.name);

  return name.n_words;
}

/* After "in" or "at" anything is a place, as far as the next comma, joining word or date. */
guint
liaison_quick_read_new_place (LiaisonQuickReader *reader,
                              guint               first)
{
  guint most = liaison_quick_words_get_run (reader->words, first, LONGEST_NAME);
  guint n_place = 1;
  guint n_words;
  g_autofree char *place = NULL;
  LiaisonForm form;

  if (!expects_place (reader) || reader->entry->place != NULL || *get_word (reader, first)->folded == '\0')
    return 0;

  while (n_place < most && !liaison_quick_time_begins (&reader->time, first + n_place)
         && liaison_quick_words_find_form (reader->words, first + n_place, &form) == 0)
    n_place++;

  place = liaison_quick_words_dup (reader->words, first, n_place);
  take_place (reader, place, NULL);
  n_words = n_place + take_country_behind (reader, first + n_place);
  describe_place (reader, liaison_quick_reader_add (reader, first, n_words, LIAISON_QUICK_PLACE, place));

  return n_words;
}

/* Topics */

/* Whether words are a place of the store or a country: those end a topic, "elections" does not. */
static gboolean
begins_place (LiaisonQuickReader *reader,
              guint               first)
{
  g_auto (LiaisonQuickName) name = { 0 };
  guint most;

  if (first >= reader->words->len)
    return FALSE;

  most = liaison_quick_words_get_run (reader->words, first, LONGEST_NAME);
  liaison_quick_names_find_country (reader->words, first, most, &name);
  if (name.n_words > 0)
    return TRUE;

  return liaison_quick_names_find_place (reader->db, reader->words, first, most, &name, &reader->error) && name.n_words > 0;
}

static gboolean
ends_topic (LiaisonQuickReader *reader,
            guint               place)
{
  guint n_words;
  LiaisonQuickJoin join;

  if (get_word (reader, place)->quoted || liaison_quick_words_is_dash (reader->words, place) || liaison_quick_time_begins (&reader->time, place))
    return TRUE;

  join = liaison_quick_words_find_join (reader->words, place, &n_words);
  if (join == LIAISON_QUICK_IN)
    return begins_place (reader, place + n_words);

  return join == LIAISON_QUICK_WITH || join == LIAISON_QUICK_AND || join == LIAISON_QUICK_ABOUT;
}

static guint
count_topic_words (LiaisonQuickReader *reader,
                   guint               first)
{
  guint n_words = 1;

  while (first + n_words < reader->words->len && !get_word (reader, first + n_words - 1)->quoted
         && !get_word (reader, first + n_words - 1)->ends_item && !get_word (reader, first + n_words - 1)->ends_head
         && !ends_topic (reader, first + n_words))
    n_words++;

  return n_words;
}

static void
take_topic (LiaisonQuickReader *reader,
            const char         *uuid,
            const char         *name)
{
  for (guint i = 0; i < reader->entry->topics->len; i++)
    {
      if (g_str_equal (liaison_suggestion_get_name (reader->entry->topics->pdata[i]), name))
        return;
    }

  g_ptr_array_add (reader->entry->topics, liaison_suggestion_new (LIAISON_KIND_TOPIC, uuid, NULL, name, NULL));
}

guint
liaison_quick_read_topic (LiaisonQuickReader *reader,
                          guint               first)
{
  g_auto (LiaisonQuickName) name = { 0 };
  guint left = MIN (LONGEST_NAME, reader->words->len - first);
  LiaisonQuickStretch *stretch;

  if (reader->mode != LIAISON_QUICK_MODE_ABOUT || *get_word (reader, first)->folded == '\0')
    return 0;

  /* "Lithuania and China" may be one topic. */
  if (!liaison_quick_names_find_topic (reader->db, reader->words, first, left, TRUE, &name, &reader->error))
    return 0;
  if (name.n_words == 0)
    {
      guint n_words = count_topic_words (reader, first);

      /* Quotation marks name a new topic that would pass for one on record. */
      if (!get_word (reader, first)->quoted
          && !liaison_quick_names_find_topic (reader->db, reader->words, first, n_words, FALSE, &name, &reader->error))
        return 0;
      if (name.n_words == 0)
        {
          name.n_words = n_words;
          name.name = liaison_quick_words_dup (reader->words, first, n_words);
        }
    }

  take_topic (reader, name.uuid, name.name);
  stretch = liaison_quick_reader_add (reader, first, name.n_words, LIAISON_QUICK_TOPIC, name.name);
  stretch->others = name.others;
  stretch->is_new = name.uuid == NULL;

  return name.n_words;
}
