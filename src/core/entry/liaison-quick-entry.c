/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-private.h"

#include "liaison-date-format.h"
#include "liaison-sql-private.h"
#include "liaison-standing.h"

static void
stretch_free (gpointer data)
{
  LiaisonQuickStretch *stretch = data;

  g_free (stretch->value);
  g_free (stretch->detail);
  g_free (stretch);
}

static void
seat_free (gpointer data)
{
  LiaisonQuickSeat *seat = data;

  g_object_unref (seat->who);
  g_free (seat);
}

static LiaisonQuickEntry *
entry_new (void)
{
  LiaisonQuickEntry *entry = g_new0 (LiaisonQuickEntry, 1);

  entry->stretches = g_ptr_array_new_with_free_func (stretch_free);
  entry->seats = g_ptr_array_new_with_free_func (seat_free);
  entry->topics = g_ptr_array_new_with_free_func (g_object_unref);

  return entry;
}

void
liaison_quick_entry_free (LiaisonQuickEntry *entry)
{
  g_ptr_array_unref (entry->stretches);
  g_ptr_array_unref (entry->seats);
  g_ptr_array_unref (entry->topics);
  g_clear_object (&entry->format);
  g_clear_pointer (&entry->completion, liaison_quick_completion_free);
  g_free (entry->start);
  g_free (entry->end);
  g_free (entry->place);
  g_free (entry->country);
  g_free (entry->summary);
  g_free (entry);
}

static LiaisonQuickWord *
get_word (LiaisonQuickReader *reader,
          guint               place)
{
  return &g_array_index (reader->words, LiaisonQuickWord, place);
}

LiaisonQuickStretch *
liaison_quick_reader_add (LiaisonQuickReader  *reader,
                          guint                first,
                          guint                n_words,
                          LiaisonQuickMeaning  meaning,
                          const char          *value)
{
  LiaisonQuickStretch *stretch = g_new0 (LiaisonQuickStretch, 1);
  LiaisonQuickWord *last = get_word (reader, first + n_words - 1);

  stretch->start = get_word (reader, first)->start;
  stretch->length = last->start + last->length - stretch->start;
  stretch->meaning = meaning;
  stretch->value = g_strdup (value);
  stretch->detail = g_strdup ("");
  g_ptr_array_add (reader->entry->stretches, stretch);

  return stretch;
}

static guint
read_date (LiaisonQuickReader *reader,
           guint               first)
{
  guint n_words = liaison_quick_time_read (&reader->time, first);
  g_autofree char *problem = n_words == 0 ? liaison_quick_time_dup_problem (&reader->time, first) : NULL;

  /* What comes behind a date is no topic any more. */
  if (n_words > 0 && reader->mode == LIAISON_QUICK_MODE_ABOUT)
    reader->mode = LIAISON_QUICK_MODE_ANY;
  if (problem != NULL)
    liaison_quick_reader_add (reader, first, ++n_words, LIAISON_QUICK_UNKNOWN, problem);
  else if (n_words > 0)
    /* What it says is known when the whole line is. */
    liaison_quick_reader_add (reader, first, n_words, LIAISON_QUICK_DATE, "");

  return n_words;
}

static guint
read_summary (LiaisonQuickReader *reader,
              guint               first)
{
  guint begin = liaison_quick_words_is_dash (reader->words, first) ? first + 1 : first;
  guint n_words = reader->words->len - first;

  if (first == 0 || begin >= reader->words->len || (begin == first && !get_word (reader, first - 1)->ends_head))
    return 0;

  reader->entry->summary = g_strstrip (g_strdup (reader->text + get_word (reader, begin)->start));
  liaison_quick_reader_add (reader, first, n_words, LIAISON_QUICK_SUMMARY, reader->entry->summary);

  return n_words;
}

static guint
read_join (LiaisonQuickReader *reader,
           guint               first)
{
  guint n_words;
  LiaisonQuickJoin join = liaison_quick_words_find_join (reader->words, first, &n_words);

  switch (join)
    {
    case LIAISON_QUICK_WITH:
      reader->mode = LIAISON_QUICK_MODE_WITH;
      break;
    case LIAISON_QUICK_ABOUT:
      /* "Re:" begins no summary. */
      get_word (reader, first + n_words - 1)->ends_head = FALSE;
      reader->mode = LIAISON_QUICK_MODE_ABOUT;
      break;
    case LIAISON_QUICK_IN:
      reader->mode = LIAISON_QUICK_MODE_IN;
      break;
    case LIAISON_QUICK_AND:
    case LIAISON_QUICK_FILLER:
      break;
    case LIAISON_QUICK_ON:
    case LIAISON_QUICK_UNTIL:
    default:
      return 0;
    }

  liaison_quick_reader_add (reader, first, n_words, LIAISON_QUICK_JOIN, "");

  return n_words;
}

static guint
read_form (LiaisonQuickReader *reader,
           guint               first)
{
  LiaisonForm form;
  guint n_words = reader->entry->form == 0 ? liaison_quick_words_find_form (reader->words, first, &form) : 0;

  if (n_words == 0)
    return 0;

  reader->entry->form = form;
  reader->mode = form == LIAISON_FORM_VISIT_MADE ? LIAISON_QUICK_MODE_VISIT : LIAISON_QUICK_MODE_ANY;
  liaison_quick_reader_add (reader, first, n_words, LIAISON_QUICK_FORM, liaison_vocabulary_get_label (&liaison_forms, form));

  return n_words;
}

/* What nobody understood; several words one after the other are one stretch. */
static guint
read_unknown (LiaisonQuickReader *reader,
              guint               first)
{
  GPtrArray *stretches = reader->entry->stretches;
  LiaisonQuickStretch *last = stretches->len > 0 ? stretches->pdata[stretches->len - 1] : NULL;
  LiaisonQuickWord *word = get_word (reader, first);

  if (last != NULL && last->meaning == LIAISON_QUICK_UNKNOWN && *last->value == '\0')
    last->length = word->start + word->length - last->start;
  else
    liaison_quick_reader_add (reader, first, 1, LIAISON_QUICK_UNKNOWN, "");

  return 1;
}

static void
read_words (LiaisonQuickReader *reader)
{
  /* What is written in full comes before what is only begun, and words of the language before names. */
  static const LiaisonQuickReadFunc functions[] = {
    read_summary,
    read_date,
    read_join,
    liaison_quick_read_topic,
    read_form,
    liaison_quick_read_whole_contact,
    liaison_quick_read_organisation,
    liaison_quick_read_country,
    liaison_quick_read_known_place,
    liaison_quick_read_begun_contact,
    liaison_quick_read_new_place,
    read_unknown,
  };
  guint place = 0;

  while (place < reader->words->len && reader->error == NULL)
    {
      guint n_words = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (functions) && n_words == 0 && reader->error == NULL; i++)
        n_words = functions[i] (reader, place);
      place += n_words;
    }
}

/* What the whole line says: dates are put together, and titles are those of the day. */

static void
describe_dates (LiaisonQuickReader *reader)
{
  LiaisonQuickEntry *entry = reader->entry;

  for (guint i = 0; i < entry->stretches->len; i++)
    {
      LiaisonQuickStretch *stretch = entry->stretches->pdata[i];

      if (stretch->meaning != LIAISON_QUICK_DATE)
        continue;
      g_free (stretch->value);
      stretch->value = liaison_date_format_long (entry->start, entry->end, liaison_vocabulary_get_token (&liaison_precisions, entry->precision));
    }
}

/* Every stretch that names somebody gets the title. */
static void
describe_stretches (LiaisonQuickReader *reader,
                    LiaisonSuggestion  *who)
{
  for (guint i = 0; i < reader->entry->stretches->len; i++)
    {
      LiaisonQuickStretch *stretch = reader->entry->stretches->pdata[i];

      if (stretch->meaning < LIAISON_QUICK_OURS || stretch->meaning > LIAISON_QUICK_THIRD
          || !g_str_equal (stretch->value, liaison_suggestion_get_name (who)))
        continue;
      g_free (stretch->detail);
      stretch->detail = g_strdup (liaison_suggestion_get_detail (who));
    }
}

static gboolean
finish_seats (LiaisonQuickReader *reader)
{
  int day = liaison_quick_time_get_day (&reader->time);

  for (guint i = 0; i < reader->entry->seats->len; i++)
    {
      LiaisonQuickSeat *taken = reader->entry->seats->pdata[i];
      LiaisonSuggestion *standing;

      if (liaison_suggestion_get_kind (taken->who) != LIAISON_KIND_CONTACT)
        continue;

      standing = liaison_standing_on_day (reader->db, liaison_suggestion_get_uuid (taken->who), NULL, day, &reader->error);
      if (standing == NULL)
        return FALSE;
      g_object_unref (taken->who);
      taken->who = standing;
      describe_stretches (reader, standing);
    }

  return TRUE;
}

static gboolean
read_own_country (LiaisonQuickReader *reader)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (reader->db, "SELECT own_country FROM store LIMIT 1", &reader->error);

  if (sql == NULL)
    return FALSE;
  if (liaison_sql_step (sql, &reader->error))
    reader->own_country = liaison_sql_dup_text (sql, 0);

  return reader->error == NULL;
}

LiaisonQuickEntry *
liaison_quick_entry_parse (LiaisonDb   *db,
                           const char  *text,
                           int          today,
                           GError     **error)
{
  g_autoptr (LiaisonQuickEntry) entry = entry_new ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GArray) words = liaison_quick_words_split (valid);
  LiaisonQuickReader reader = { db, valid, words, .entry = entry };

  g_return_val_if_fail (db != NULL, NULL);

  liaison_quick_time_init (&reader.time, words, today);
  if (read_own_country (&reader))
    read_words (&reader);
  if (reader.error == NULL)
    {
      liaison_quick_time_finish (&reader.time, entry);
      describe_dates (&reader);
      finish_seats (&reader);
    }
  g_free (reader.own_country);

  if (reader.error == NULL)
    return g_steal_pointer (&entry);

  g_propagate_error (error, reader.error);

  return NULL;
}
