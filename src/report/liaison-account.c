/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-account.h"

#include "liaison-date-format.h"
#include "liaison-phrase.h"
#include "liaison-sentence.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the sentences are put together from. */
typedef struct
{
  char *ours;
  char *with;
  char *whom;
  char *from;
  char *place;
  char *format;
} Parts;

static void
clear_parts (Parts *parts)
{
  g_free (parts->ours);
  g_free (parts->with);
  g_free (parts->whom);
  g_free (parts->from);
  g_free (parts->place);
  g_free (parts->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

/* Those who count; where nobody does, whoever took part. */
static void
gather_people (GPtrArray    *people,
               gboolean      named,
               LiaisonCast  *cast,
               GStrvBuilder *names)
{
  gboolean some_count = FALSE;

  for (guint i = 0; i < people->len; i++)
    some_count = some_count || ((const LiaisonPerson *) g_ptr_array_index (people, i))->counts;

  for (guint i = 0; i < people->len; i++)
    {
      const LiaisonPerson *person = g_ptr_array_index (people, i);

      if ((person->uuid != NULL) == named && (person->counts || !some_count || person->attendance == LIAISON_ATTENDANCE_REPRESENTED))
        {
          g_autofree char *name = liaison_cast_name (cast, person);

          g_strv_builder_add (names, name);
        }
    }
}

static char *
list_ours (GPtrArray   *people,
           LiaisonCast *cast)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  gather_people (people, TRUE, cast, names);
  gather_people (people, FALSE, cast, names);
  all = g_strv_builder_end (names);

  return liaison_list_join ((const char * const *) all);
}

/* Nobody speaks with a country, but with who comes for it. */
static char *
list_theirs (GPtrArray   *people,
             LiaisonCast *cast)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) seats = g_strv_builder_new ();
  g_auto (GStrv) all_names = NULL;
  g_auto (GStrv) all_seats = NULL;

  gather_people (people, TRUE, cast, names);
  gather_people (people, FALSE, cast, seats);
  all_seats = g_strv_builder_end (seats);
  if (*all_seats)
    {
      g_autofree char *list = liaison_list_join ((const char * const *) all_seats);
      /* Translators: of countries and organisations of whom nobody is named, after "met" or "spoke with" and perhaps those who are named */
      g_autofree char *unnamed = g_strdup_printf (C_("account", "representatives of %s"), list);

      g_strv_builder_add (names, unnamed);
    }
  all_names = g_strv_builder_end (names);

  return liaison_list_join ((const char * const *) all_names);
}

/* Whether all that is known of the other side is the format itself. */
static gboolean
is_with_format (const LiaisonOccasion *occasion)
{
  const LiaisonPerson *only = occasion->theirs->len == 1 ? g_ptr_array_index (occasion->theirs, 0) : NULL;

  return only && !only->uuid && g_strcmp0 (only->name, occasion->format) == 0;
}

static gboolean
is_host (GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      if (((const LiaisonPerson *) g_ptr_array_index (people, i))->role == LIAISON_ROLE_HOST)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_session (const LiaisonOccasion *occasion)
{
  return occasion->form == LIAISON_FORM_MULTILATERAL_SESSION;
}

static gboolean
is_visit (const LiaisonOccasion *occasion)
{
  return occasion->form == LIAISON_FORM_VISIT_MADE || occasion->form == LIAISON_FORM_VISIT_HOSTED;
}

static void
name_parts (const LiaisonOccasion *occasion,
            LiaisonCast           *cast,
            Parts                 *parts)
{
  g_autofree char *ours = list_ours (occasion->ours, cast);
  g_autofree char *theirs = list_theirs (occasion->theirs, cast);
  g_autofree char *places = liaison_list_places (occasion->place);

  parts->ours = *ours ? g_steal_pointer (&ours) : g_strdup (C_("account", "Our side"));
  /* Translators: with whom: "spoke by telephone with Kuleba" */
  parts->with = *theirs ? g_strdup_printf (C_("account", " with %s"), theirs) : g_strdup ("");
  /* Translators: from whom a letter came */
  parts->from = *theirs ? g_strdup_printf (C_("account", " from %s"), theirs) : g_strdup ("");
  /* Translators: after "met": whom */
  parts->whom = *theirs ? g_strdup_printf (C_("account", " %s"), theirs) : g_strdup (C_("account", " counterparts"));

  if (!*occasion->place)
    parts->place = g_strdup ("");
  else if (is_visit (occasion))
    /* Translators: after "visited": where */
    parts->place = g_strdup_printf (C_("account", " %s"), places);
  else
    /* Translators: where somebody met: "in Riga" */
    parts->place = g_strdup_printf (C_("account", " in %s"), occasion->place);

  /* Who met an organisation did so in its format. */
  if (!occasion->format || (!is_session (occasion) && is_with_format (occasion)))
    parts->format = g_strdup ("");
  else if (is_session (occasion))
    /* Translators: of what a session was: "a session of NATO" */
    parts->format = g_strdup_printf (C_("account", " of %s"), occasion->format);
  else
    /* Translators: in which format: "in the B9 format" */
    parts->format = g_strdup_printf (C_("account", " in the %s format"), occasion->format);
}

/* Translators, of the sentences below: {ours} is who of our side, {with} " with" whom, {whom} the same without "with", {place} " in" where, {format} in
 * which format; each but {ours} may be empty, and brings its own space. */
static const char *
get_meeting_sentence (const LiaisonOccasion *occasion)
{
  if (is_host (occasion->ours))
    return _("{ours} received{whom}{place}{format}.");
  if (occasion->form == LIAISON_FORM_WORKING_MEAL)
    return _("{ours} met{whom} over a working meal{place}{format}.");
  if (occasion->form == LIAISON_FORM_PULL_ASIDE)
    return _("{ours} met{whom} on the margins of another event{place}{format}.");

  return _("{ours} met{whom}{place}{format}.");
}

static const char *
get_written_sentence (const LiaisonOccasion *occasion)
{
  gboolean received = occasion->initiated == LIAISON_INITIATED_THEIRS;

  if (occasion->form == LIAISON_FORM_LETTER)
    return received ? _("{ours} received a letter{from}.") : _("{ours} wrote to{whom}.");

  return received ? _("{ours} received a message{from}.") : _("{ours} sent a message to{whom}.");
}

static const char *
get_visit_sentence (const LiaisonOccasion *occasion,
                    const Parts           *parts)
{
  if (occasion->form == LIAISON_FORM_VISIT_HOSTED)
    return _("{ours} hosted{whom}.");
  if (!*parts->place)
    return _("{ours} made a visit.");

  return *parts->with ? _("{ours} visited{place} and met{whom}.") : _("{ours} visited{place}.");
}

static const char *
get_sentence (const LiaisonOccasion *occasion,
              const Parts           *parts)
{
  switch (occasion->form)
    {
    case LIAISON_FORM_PHONE_CALL:
      return _("{ours} spoke by telephone{with}{format}.");

    case LIAISON_FORM_VIDEO_CALL:
      return _("{ours} spoke by video{with}{format}.");

    case LIAISON_FORM_MEETING:
    case LIAISON_FORM_PULL_ASIDE:
    case LIAISON_FORM_WORKING_MEAL:
      return get_meeting_sentence (occasion);

    case LIAISON_FORM_VISIT_MADE:
    case LIAISON_FORM_VISIT_HOSTED:
      return get_visit_sentence (occasion, parts);

    case LIAISON_FORM_MULTILATERAL_SESSION:
      return _("{ours} took part in a session{format}{place}{with}.");

    case LIAISON_FORM_CEREMONY:
      return _("{ours} took part in a ceremony{place}{with}.");

    case LIAISON_FORM_LETTER:
    case LIAISON_FORM_MESSAGE:
      return get_written_sentence (occasion);

    case LIAISON_FORM_UNSPECIFIED:
    default:
      return _("{ours} had contact{with}{format}.");
    }
}

static char *
format_date (const LiaisonOccasion *occasion)
{
  /* A report has no use for the minute. */
  LiaisonPrecision precision = occasion->precision == LIAISON_PRECISION_MINUTE ? LIAISON_PRECISION_DAY : occasion->precision;

  return liaison_date_format_short (occasion->start, occasion->end, liaison_vocabulary_get_token (&liaison_precisions, precision));
}

static LiaisonBlock *
begin_item (const LiaisonOccasion *occasion,
            guint                  level)
{
  LiaisonBlock *block = liaison_block_new (LIAISON_BLOCK_ITEM, level);
  g_autofree char *date = format_date (occasion);

  block->engagement = g_strdup (occasion->uuid);
  liaison_block_add_strong (block, date);
  /* Translators: between a date and what took place on it */
  liaison_block_add_text (block, C_("account", ": "));

  return block;
}

static const LiaisonSource *
find_source (const LiaisonOccasion *occasion)
{
  for (guint i = 0; i < occasion->sources->len; i++)
    {
      const LiaisonSource *source = g_ptr_array_index (occasion->sources, i);

      if (*source->address)
        return source;
    }

  return NULL;
}

/* Where it can be read about, the first source that has an address; and where that is no report of it. */
static void
add_evidence (LiaisonBlock          *block,
              const LiaisonOccasion *occasion)
{
  const LiaisonSource *source = find_source (occasion);
  const char *flag = "";

  if (occasion->evidence == LIAISON_EVIDENCE_ANNOUNCEMENT)
    flag = C_("account", "announced only");
  else if (occasion->evidence != LIAISON_EVIDENCE_REPORT)
    flag = C_("account", "without a source");

  if (!*flag && !source)
    return;

  liaison_block_add_text (block, " (");
  liaison_block_add_text (block, flag);
  if (*flag && source)
    liaison_block_add_text (block, C_("account", "; "));
  if (source)
    liaison_block_add_link (block, *source->issuer ? source->issuer : source->address, source->address);
  liaison_block_add_text (block, ")");
}

LiaisonBlock *
liaison_account_tell (const LiaisonOccasion *occasion,
                      LiaisonCast           *cast)
{
  LiaisonBlock *block = begin_item (occasion, 1);
  g_auto (Parts) parts = { NULL };

  name_parts (occasion, cast, &parts);
  liaison_sentence_fill (block, get_sentence (occasion, &parts),
                         (const LiaisonSlot[]) { { "ours", parts.ours }, { "with", parts.with }, { "whom", parts.whom }, { "from", parts.from },
                                                 { "place", parts.place }, { "format", parts.format }, { NULL } });
  add_evidence (block, occasion);

  return block;
}

LiaisonBlock *
liaison_account_tell_inside (const LiaisonOccasion *occasion)
{
  LiaisonBlock *block = begin_item (occasion, 2);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *phrase = NULL;
  g_autofree char *title = NULL;

  if (is_session (occasion) && occasion->format)
    {
      /* Translators: what took place during a visit: a session of a format */
      g_autofree char *session = g_strdup_printf (C_("account", "Session of %s"), occasion->format);

      liaison_block_add_text (block, session);
      return block;
    }

  for (guint i = 0; i < occasion->theirs->len; i++)
    g_strv_builder_add (builder, ((const LiaisonPerson *) g_ptr_array_index (occasion->theirs, i))->family);
  names = g_strv_builder_end (builder);
  phrase = liaison_phrase_engagement (occasion->form, (const char * const *) names);
  title = liaison_phrase_title (phrase);
  liaison_block_add_text (block, title);

  return block;
}
