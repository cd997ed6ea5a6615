/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-highlight-private.h"

#include "liaison-country.h"
#include "liaison-edit.h"
#include "liaison-number.h"
#include "liaison-query-asks.h"
#include "liaison-query-edit.h"
#include "liaison-standing.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* The highlights that say one number, or two. */

#define LEADERS "level:head-of-state,head-of-government,head-of-international-organisation"

/* Names and remarks of a sentence. */
typedef struct
{
  char *who;
  char *region;
  char *from;
  char *on;
  char *flags;
  char *number;
} Parts;

static void
clear_parts (Parts *parts)
{
  g_clear_pointer (&parts->who, g_free);
  g_clear_pointer (&parts->region, g_free);
  g_clear_pointer (&parts->from, g_free);
  g_clear_pointer (&parts->on, g_free);
  g_clear_pointer (&parts->flags, g_free);
  g_clear_pointer (&parts->number, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

static gboolean
name_parts (LiaisonBuild         *build,
            const LiaisonFigure  *figure,
            Parts                *parts,
            GError              **error)
{
  parts->flags = liaison_build_dup_flags (figure);
  parts->number = liaison_number_spell (figure->value, figure->at_least);

  return (parts->who = liaison_build_name_who (build, error))
    && (parts->from = parts->from ? parts->from : liaison_build_name_from (build, &parts->region, error))
    && (parts->on = liaison_build_name_on (build, error));
}

/*
 * Translators, of the sentences below: who dealt with how many of the other side: {verb} is "spoke with", {region} "European ", {from} " from NATO",
 * {on} " on Sanctions", {flags} " (stated, 2 dated)"; each but the verb may be empty
 */
static const char *
get_people_sentence (LiaisonHighlightKind kind,
                     gint64               n)
{
  switch ((int) kind)
    {
    case LIAISON_HIGHLIGHT_KIND_LEADERS:
      return g_dngettext (GETTEXT_PACKAGE, "{who} {verb} {1} {region}leader{from}{on}{flags}.", "{who} {verb} {1} {region}leaders{from}{on}{flags}.",
                          n);

    case LIAISON_HIGHLIGHT_KIND_SAME_RANK:
      return g_dngettext (GETTEXT_PACKAGE, "{who} {verb} {1} {region}counterpart of the same rank{from}{on}{flags}.",
                          "{who} {verb} {1} {region}counterparts of the same rank{from}{on}{flags}.", n);

    default:
      return g_dngettext (GETTEXT_PACKAGE, "{who} {verb} {1} {region}counterpart{from}{on}{flags}.",
                          "{who} {verb} {1} {region}counterparts{from}{on}{flags}.", n);
    }
}

static const char *
get_verb (LiaisonManner manner)
{
  switch (manner)
    {
    case LIAISON_MANNER_CALLED:
      return C_("manner", "spoke by telephone or video with");
    case LIAISON_MANNER_MET:
      return C_("manner", "met");
    case LIAISON_MANNER_WROTE:
      return C_("manner", "exchanged letters or messages with");
    case LIAISON_MANNER_SPOKE:
    default:
      return C_("manner", "spoke with");
    }
}

/* A rank is named only where the query asks for it: whose levels are others than those of leaders are counterparts. */
static LiaisonHighlightKind
find_noun (LiaisonBuild         *build,
           LiaisonHighlightKind  kind)
{
  g_auto (GStrv) levels = liaison_query_dup_values (build->query, "level", NULL);

  for (char **level = levels; *level && kind == LIAISON_HIGHLIGHT_KIND_LEADERS; level++)
    {
      if (liaison_vocabulary_parse (&liaison_levels, *level) > LIAISON_LEVEL_HEAD_OF_INTERNATIONAL_ORGANISATION)
        return LIAISON_HIGHLIGHT_KIND_COUNTERPARTS;
    }

  return kind;
}

gboolean
liaison_build_people (LiaisonBuild          *build,
                      LiaisonHighlightKind   kind,
                      GError               **error)
{
  gboolean asks_level = liaison_query_asks (build->query, "level");
  LiaisonManner manner = liaison_build_get_manner (build);
  g_autoptr (GString) more = g_string_new (liaison_manner_get_term (manner));
  g_auto (Parts) parts = { NULL };
  LiaisonFigure *figure;

  if (kind == LIAISON_HIGHLIGHT_KIND_LEADERS && !asks_level)
    g_string_append (more, " " LEADERS);
  else if (kind == LIAISON_HIGHLIGHT_KIND_SAME_RANK)
    g_string_append (more, " is:same-rank");

  figure = liaison_build_count (build, LIAISON_RULE_COUNTERPARTS, build->text, more->str, error);
  if (!figure || !name_parts (build, figure, &parts, error))
    return FALSE;

  liaison_sentence_fill (build->block, get_people_sentence (find_noun (build, kind), figure->value),
                         (const LiaisonSlot[]) { { "who", parts.who }, { "verb", get_verb (manner) }, { "1", parts.number, figure },
                                                 { "region", parts.region }, { "from", parts.from }, { "on", parts.on },
                                                 { "flags", parts.flags }, { NULL } });

  return TRUE;
}

/* Translators: {from} is " with Europe", {on} " on Sanctions", {flags} " (stated, 2 dated)", each perhaps empty */
static const char *
get_occasions_sentence (LiaisonManner manner,
                        gint64        n)
{
  switch (manner)
    {
    case LIAISON_MANNER_CALLED:
      return g_dngettext (GETTEXT_PACKAGE, "{who} held {1} call{from}{on}{flags}.", "{who} held {1} calls{from}{on}{flags}.", n);
    case LIAISON_MANNER_MET:
      return g_dngettext (GETTEXT_PACKAGE, "{who} held {1} meeting{from}{on}{flags}.", "{who} held {1} meetings{from}{on}{flags}.", n);
    case LIAISON_MANNER_WROTE:
      return g_dngettext (GETTEXT_PACKAGE, "{who} exchanged {1} letter or message{from}{on}{flags}.",
                          "{who} exchanged {1} letters and messages{from}{on}{flags}.", n);
    case LIAISON_MANNER_SPOKE:
    default:
      return g_dngettext (GETTEXT_PACKAGE, "{who} held {1} call or meeting{from}{on}{flags}.", "{who} held {1} calls and meetings{from}{on}{flags}.",
                          n);
    }
}

gboolean
liaison_build_occasions (LiaisonBuild  *build,
                         GError       **error)
{
  g_auto (Parts) parts = { NULL };
  LiaisonManner manner = liaison_build_get_manner (build);
  LiaisonFigure *figure = liaison_build_count (build, LIAISON_RULE_ENGAGEMENTS, build->text, liaison_manner_get_term (manner), error);

  if (!figure || !(parts.from = liaison_build_name_with (build, error)) || !name_parts (build, figure, &parts, error))
    return FALSE;

  liaison_sentence_fill (build->block, get_occasions_sentence (manner, figure->value),
                         (const LiaisonSlot[]) { { "who", parts.who }, { "1", parts.number, figure }, { "from", parts.from }, { "on", parts.on },
                                                 { "flags", parts.flags }, { NULL } });

  return TRUE;
}

/* Translators, of the phrases below: for how many countries and organisations counterparts sit */
static const char *
get_seats_phrase (const LiaisonFigure *seats)
{
  if (seats->items->len == (guint) seats->value)
    return g_dngettext (GETTEXT_PACKAGE, "from {2} country", "from {2} countries", seats->value);
  if (seats->items->len == 0)
    return g_dngettext (GETTEXT_PACKAGE, "from {2} organisation", "from {2} organisations", seats->value);

  return g_dngettext (GETTEXT_PACKAGE, "from {2} country or organisation", "from {2} countries and organisations", seats->value);
}

gboolean
liaison_build_office (LiaisonBuild  *build,
                      GError       **error)
{
  g_auto (Parts) parts = { NULL };
  g_autofree char *places = NULL;
  g_autoptr (LiaisonBlock) seats = NULL;
  LiaisonFigure *people = liaison_build_count (build, LIAISON_RULE_COUNTERPARTS, build->text, "is:spoke-with", error);
  LiaisonFigure *countries = people ? liaison_build_count (build, LIAISON_RULE_COUNTRIES, build->text, "is:spoke-with", error) : NULL;

  if (!countries || !name_parts (build, people, &parts, error))
    return FALSE;

  places = liaison_number_spell (countries->value, countries->at_least);
  seats = liaison_block_new (LIAISON_BLOCK_PARAGRAPH, 0);
  liaison_sentence_fill (seats, get_seats_phrase (countries), (const LiaisonSlot[]) { { "2", places, countries }, { NULL } });
  /* Translators: with how many counterparts an office spoke; {seats} is "from five countries" */
  liaison_sentence_fill (build->block, g_dngettext (GETTEXT_PACKAGE, "{who}: calls and meetings with {1} counterpart {seats}{on}{flags}.",
                                                    "{who}: calls and meetings with {1} counterparts {seats}{on}{flags}.", people->value),
                         (const LiaisonSlot[]) { { "who", parts.who }, { "1", parts.number, people }, { "seats", NULL, NULL, seats },
                                                 { "on", parts.on }, { "flags", parts.flags }, { NULL } });

  return TRUE;
}

/* Members reached */

/* Those that were reached, or those that were not. */
static char *
list_members (GPtrArray           *members,
              const LiaisonFigure *reached,
              GPtrArray           *bodies,
              gboolean             wanted)
{
  g_autoptr (GStrvBuilder) listed = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      LiaisonSuggestion *member = g_ptr_array_index (members, i);
      const char *uuid = liaison_suggestion_get_uuid (member);
      const char *key = uuid && *uuid ? uuid : liaison_suggestion_get_country (member);
      gboolean is_reached = FALSE;

      for (guint j = 0; j < reached->items->len; j++)
        is_reached = is_reached || g_strcmp0 (g_ptr_array_index (reached->items, j), key) == 0;
      for (guint j = 0; j < bodies->len; j++)
        is_reached = is_reached || g_strcmp0 (((const LiaisonCount *) g_ptr_array_index (bodies, j))->key, key) == 0;
      if (is_reached == wanted)
        g_strv_builder_add (listed, liaison_suggestion_get_name (member));
    }
  all = g_strv_builder_end (listed);

  return liaison_list_join ((const char * const *) all);
}

/* The own country is nobody's counterpart, and never to be reached. */
static gboolean
leave_out_own (LiaisonBuild  *build,
               GPtrArray     *members,
               GError       **error)
{
  g_autofree char *own = NULL;

  if (!liaison_build_load_own_country (build, &own, error))
    return FALSE;

  for (guint i = members->len; i > 0; i--)
    {
      LiaisonSuggestion *member = g_ptr_array_index (members, i - 1);
      const char *uuid = liaison_suggestion_get_uuid (member);

      if ((!uuid || !*uuid) && g_strcmp0 (liaison_suggestion_get_country (member), own) == 0)
        g_ptr_array_remove_index (members, i - 1);
    }

  return TRUE;
}

/* The members of the grouping that the query asks for, or the countries. */
static GPtrArray *
load_members (LiaisonBuild  *build,
              GError       **error)
{
  g_autoptr (GPtrArray) groupings = liaison_query_find_records (build->db, build->told, "grouping", error);
  g_auto (GStrv) countries = liaison_query_dup_values (build->query, "country", NULL);
  GPtrArray *members;

  if (!groupings)
    return NULL;
  if (groupings->len > 0)
    return liaison_standing_members (build->db, ((const LiaisonReference *) g_ptr_array_index (groupings, 0))->uuid, build->telling->day, error);

  members = g_ptr_array_new_with_free_func (g_object_unref);
  for (char **country = countries; *country; country++)
    g_ptr_array_add (members, liaison_suggestion_new (LIAISON_N_KINDS, NULL, *country, liaison_country_get_name (*country), NULL));

  return members;
}

static void
state_reached (LiaisonBuild *build,
               const Parts  *parts,
               const char   *missing)
{
  LiaisonFigure *reached = g_ptr_array_index (build->figures, 0);
  LiaisonFigure *members = g_ptr_array_index (build->figures, 1);
  LiaisonFigure *named = g_ptr_array_index (build->figures, 2);
  g_autofree char *all = liaison_number_spell (members->value, FALSE);
  g_autofree char *by_name = liaison_number_spell (named->value, FALSE);
  const LiaisonSlot slots[] = {
    { "who", parts->who }, { "1", parts->number, reached }, { "2", all, members }, { "3", by_name, named }, { "whole", parts->from },
    { "missing", missing }, { "flags", parts->flags }, { NULL },
  };

  /* Translators: how many members of a grouping, or of some countries, were spoken with; {whole} is "members of NATO" */
  liaison_sentence_fill (build->block, _("{who} reached {1} of {2} {whole}{flags}"), slots);
  if (named->value < reached->value)
    liaison_sentence_fill (build->block, _(", {3} of them through somebody who is named"), slots);
  if (*missing)
    liaison_sentence_fill (build->block, _("; not reached: {missing}"), slots);
  liaison_block_add_text (build->block, C_("highlight", "."));
}

gboolean
liaison_build_reached (LiaisonBuild  *build,
                       GError       **error)
{
  g_autoptr (GPtrArray) members = load_members (build, error);
  g_autoptr (GPtrArray) bodies = NULL;
  g_autofree char *countries = NULL;
  g_autofree char *missing = NULL;
  g_auto (Parts) parts = { NULL };
  LiaisonFigure *reached;

  if (!members || !leave_out_own (build, members, error))
    return FALSE;
  if (members->len == 0)
    return TRUE;

  reached = liaison_build_count (build, LIAISON_RULE_COUNTRIES, build->text, "is:reached", error);
  if (!reached || !name_parts (build, reached, &parts, error))
    return FALSE;

  bodies = liaison_build_count_by (build, build->text, "is:reached", LIAISON_COUNT_ORGANISATION, -1, LIAISON_MEASURE_ENGAGEMENTS, error);
  if (!bodies)
    return FALSE;

  g_ptr_array_add (build->figures, liaison_figure_new_members (members->len, build->text));
  if (!liaison_build_count (build, LIAISON_RULE_NAMED, build->text, "is:reached", error))
    return FALSE;

  missing = list_members (members, reached, bodies, FALSE);
  countries = list_members (members, reached, bodies, TRUE);
  g_free (parts.from);
  parts.from = liaison_build_name_whole (build, countries, error);
  if (!parts.from)
    return FALSE;

  state_reached (build, &parts, missing);

  return TRUE;
}

/* What is stated of several together */

static gboolean
add_principals (LiaisonBuild   *build,
                const char     *total,
                GStrvBuilder   *names,
                gboolean       *only_calls,
                GError        **error)
{
  g_autoptr (LiaisonRecord) record = liaison_record_load (build->db, LIAISON_KIND_STATED_TOTAL, total, error);
  const char * const *principals;

  if (!record)
    return FALSE;

  *only_calls = *only_calls && liaison_record_get_integer (record, LIAISON_STATED_TOTAL_FORM) == LIAISON_FORM_PHONE_CALL;
  principals = liaison_record_get_list (record, LIAISON_STATED_TOTAL_PRINCIPALS);
  for (guint i = 0; principals[i]; i++)
    {
      g_autofree char *name = liaison_build_name (build, principals[i], NULL, error);

      if (!name)
        return FALSE;
      if (*name)
        g_strv_builder_add (names, name);
    }

  return TRUE;
}

gboolean
liaison_build_further (LiaisonBuild  *build,
                       GError       **error)
{
  LiaisonFigure *figure = liaison_build_count (build, LIAISON_RULE_STATED, build->text, "is:spoke-with", error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *who = NULL;
  g_autofree char *number = NULL;
  g_autofree char *flags = NULL;
  g_auto (GStrv) names = NULL;
  gboolean only_calls = TRUE;

  if (!figure)
    return FALSE;

  for (guint i = 0; i < figure->total_uuids->len; i++)
    {
      if (!add_principals (build, g_ptr_array_index (figure->total_uuids, i), builder, &only_calls, error))
        return FALSE;
    }
  names = g_strv_builder_end (builder);
  who = *names ? liaison_list_join ((const char * const *) names) : liaison_build_name_who (build, error);
  if (!who)
    return FALSE;

  number = liaison_number_spell (figure->value, figure->at_least);
  flags = liaison_build_dup_flags (figure);
  /* Translators: calls of several principals that a source states together, without telling the single ones */
  liaison_sentence_fill (build->block, only_calls ? g_dngettext (GETTEXT_PACKAGE, "{who} together made {1} further call{flags}.",
                                                                 "{who} together made {1} further calls{flags}.", figure->value)
                                                  : g_dngettext (GETTEXT_PACKAGE, "{who} together had {1} further engagement{flags}.",
                                                                 "{who} together had {1} further engagements{flags}.", figure->value),
                         (const LiaisonSlot[]) { { "who", who }, { "1", number, figure }, { "flags", flags }, { NULL } });

  return TRUE;
}
