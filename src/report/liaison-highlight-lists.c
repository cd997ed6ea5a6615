/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-highlight-private.h"

#include "liaison-date-format.h"
#include "liaison-number.h"
#include "liaison-occasion.h"
#include "liaison-query-asks.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* The highlights that list: with whom, in which formats, where. */

/* So many principals are told, and each with so many counterparts, those with most: every one of them is a figure of its own. */
#define MOST_PRINCIPALS 8
#define MOST_PAIRS 8

/* In so many engagements it is looked who was the first of our side, the newest ones. */
#define MOST_LOOKED_AT 20

static void
fill_list (LiaisonBuild *build,
           const char   *sentence,
           const char   *who,
           GPtrArray    *items)
{
  g_autoptr (LiaisonBlock) list = liaison_sentence_join (items);

  if (build->block->runs->len > 0)
    liaison_block_add_text (build->block, " ");
  liaison_sentence_fill (build->block, sentence, (const LiaisonSlot[]) { { "who", who }, { "list", NULL, NULL, list }, { NULL } });
}

/* Sessions and other engagements in formats */

/* @all: all that are counted.  Where they were in one format only, its number is not told twice, but stands for all: its query asks for the format. */
static gboolean
add_format (LiaisonBuild         *build,
            const LiaisonCount   *count,
            const char           *more,
            const char           *sentence,
            const LiaisonFigure  *all,
            GPtrArray            *items,
            GError              **error)
{
  static const char * const keys[] = { "format", NULL };
  g_autofree char *rest = liaison_query_dup_without (build->query, keys);
  g_autofree char *narrowed = g_strdup_printf ("%s format:%s", more, count->key);
  g_autofree char *told = liaison_query_for_audience (narrowed, build->telling->audience);
  g_autofree char *number = NULL;
  g_autoptr (LiaisonQuery) query = liaison_query_parse (told);
  g_autoptr (GPtrArray) names = liaison_query_find_records (build->db, query, "format", error);
  LiaisonFigure *figure;
  LiaisonBlock *item;

  /* A session may be told where its format may not. */
  if (!names || names->len == 0)
    return names != NULL;
  if (!(figure = liaison_build_count (build, LIAISON_RULE_ENGAGEMENTS, rest, narrowed, error)))
    return FALSE;

  item = liaison_block_new (LIAISON_BLOCK_PARAGRAPH, 0);
  number = liaison_number_spell (figure->value, figure->at_least);
  liaison_sentence_fill (item, figure->value == all->value ? "{name}" : sentence,
                         (const LiaisonSlot[]) { { "name", ((const LiaisonReference *) g_ptr_array_index (names, 0))->name },
                                                 { "1", number, figure }, { NULL } });
  g_ptr_array_add (items, item);

  return TRUE;
}

static gboolean
add_formats (LiaisonBuild         *build,
             const char           *more,
             const char           *sentence,
             const LiaisonFigure  *all,
             GPtrArray            *items,
             GError              **error)
{
  g_autoptr (GPtrArray) counts =
    liaison_build_count_by (build, build->text, more, LIAISON_COUNT_FORMAT, -1, LIAISON_MEASURE_ENGAGEMENTS, error);

  if (!counts)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *count = g_ptr_array_index (counts, i);

      if (*count->key && !add_format (build, count, more, sentence, all, items, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_build_formats (LiaisonBuild          *build,
                       LiaisonHighlightKind   kind,
                       GError               **error)
{
  gboolean is_sessions = kind == LIAISON_HIGHLIGHT_KIND_SESSIONS;
  const char *more = is_sessions ? "group:sessions" : "-format:none is:spoke-with";
  /* Translators: a format, and how many sessions, or calls and meetings, there were in it: "NATO (two)" */
  const char *item = is_sessions ? C_("sessions", "{name} ({1})") : C_("calls and meetings", "{name} ({1})");
  LiaisonFigure *figure = liaison_build_count (build, LIAISON_RULE_ENGAGEMENTS, build->text, more, error);
  g_autoptr (GPtrArray) items = liaison_blocks_new ();
  g_autoptr (LiaisonBlock) list = NULL;
  g_autoptr (LiaisonBlock) joined = NULL;
  g_autofree char *who = NULL;
  g_autofree char *number = NULL;
  g_autofree char *flags = NULL;
  LiaisonFigure *only;

  if (!figure || !add_formats (build, more, item, figure, items, error) || !(who = liaison_build_name_who (build, error)))
    return FALSE;

  only = g_ptr_array_index (build->figures, build->figures->len - 1);
  list = liaison_block_new (LIAISON_BLOCK_PARAGRAPH, 0);
  joined = liaison_sentence_join (items);
  if (items->len > 0)
    /* Translators: before a list of formats */
    liaison_block_add_text (list, C_("list", ": "));
  liaison_sentence_append (list, joined);
  if (items->len == 1 && only->value == figure->value)
    {
      figure = only;
      g_ptr_array_remove_index (build->figures, 0);
    }
  number = liaison_number_spell (figure->value, figure->at_least);
  flags = liaison_build_dup_flags (figure);
  /* Translators: {list} is ": NATO (two) and OSCE (one)", ": NATO", or empty */
  liaison_sentence_fill (build->block, is_sessions ? g_dngettext (GETTEXT_PACKAGE, "{who} took part in {1} session{list}{flags}.",
                                                                  "{who} took part in {1} sessions{list}{flags}.", figure->value)
                                                   : g_dngettext (GETTEXT_PACKAGE, "{who} held {1} call or meeting in multilateral formats{list}{flags}.",
                                                                  "{who} held {1} calls and meetings in multilateral formats{list}{flags}.", figure->value),
                         (const LiaisonSlot[]) { { "who", who }, { "1", number, figure }, { "list", NULL, NULL, list }, { "flags", flags },
                                                 { NULL } });

  return TRUE;
}

/* Who spoke how often with whom */

static gboolean
add_pair (LiaisonBuild        *build,
          const LiaisonCount  *count,
          GPtrArray           *items,
          GError             **error)
{
  static const char * const keys[] = { "by", "with", NULL };
  g_autofree char *rest = liaison_query_dup_without (build->query, keys);
  g_autofree char *more = g_strdup_printf ("by:%s with:%s %s", count->key, count->and_key,
                                           liaison_manner_get_term (liaison_build_get_manner (build)));
  LiaisonFigure *figure = liaison_build_count (build, LIAISON_RULE_ENGAGEMENTS, rest, more, error);
  g_autofree char *name = figure ? liaison_build_name (build, count->and_key, figure->ids, error) : NULL;
  g_autofree char *times = NULL;
  g_autofree char *flags = NULL;
  LiaisonBlock *item;

  if (!name)
    return FALSE;

  item = liaison_block_new (LIAISON_BLOCK_PARAGRAPH, 0);
  times = liaison_number_spell_times (figure->value, figure->at_least);
  flags = liaison_build_dup_flags (figure);
  /* Translators: how often somebody spoke with whom: "twice with Kuleba" */
  liaison_sentence_fill (item, _("{1} with {name}{flags}"),
                         (const LiaisonSlot[]) { { "1", times, figure }, { "name", name }, { "flags", flags }, { NULL } });
  g_ptr_array_add (items, item);

  return TRUE;
}

gboolean
liaison_principal_leads (LiaisonDb             *db,
                         const char            *text,
                         const char            *principal,
                         const LiaisonTelling  *telling,
                         gboolean              *leads,
                         GError               **error)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GArray) ids = liaison_query_ids (db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, MOST_LOOKED_AT, error);

  if (!ids)
    return FALSE;

  *leads = FALSE;
  for (guint i = 0; i < ids->len && !*leads; i++)
    {
      g_autoptr (LiaisonOccasion) occasion = liaison_occasion_load (db, g_array_index (ids, gint32, i), telling, error);
      const LiaisonPerson *first;

      if (!occasion)
        return FALSE;
      first = occasion->ours->len > 0 ? g_ptr_array_index (occasion->ours, 0) : NULL;
      *leads = first && g_strcmp0 (first->uuid, principal) == 0;
    }

  return TRUE;
}

/* A member of somebody's delegation did not speak with them; who is asked for, or of whom it is only stated, did. */
static gboolean
leads (LiaisonBuild        *build,
       const LiaisonCount  *count,
       gboolean            *is_lead,
       GError             **error)
{
  *is_lead = count->value > count->dated || liaison_query_asks (build->query, "by");

  return *is_lead || liaison_principal_leads (build->db, count->query, count->key, build->telling, is_lead, error);
}

/* Translators: {list} is "twice with Zelenskyy and twice with Kuleba" */
static const char *
get_pairs_sentence (LiaisonManner manner)
{
  switch (manner)
    {
    case LIAISON_MANNER_CALLED:
      return _("{who} spoke by telephone or video {list}.");
    case LIAISON_MANNER_MET:
      return _("{who} met {list}.");
    case LIAISON_MANNER_WROTE:
      return _("{who} exchanged letters or messages {list}.");
    case LIAISON_MANNER_SPOKE:
    default:
      return _("{who} spoke {list}.");
    }
}

/* What was said of one principal ends a sentence. */
static gboolean
state_pairs (LiaisonBuild  *build,
             const char    *principal,
             GPtrArray     *counts,
             int            least,
             GError       **error)
{
  g_autoptr (GPtrArray) items = liaison_blocks_new ();
  g_autofree char *who = NULL;

  for (guint i = 0; i < counts->len && items->len < MOST_PAIRS; i++)
    {
      const LiaisonCount *count = g_ptr_array_index (counts, i);
      gboolean is_lead;

      if (g_strcmp0 (count->key, principal) != 0 || !*count->and_key || count->value < least)
        continue;
      if (!leads (build, count, &is_lead, error))
        return FALSE;
      if (!is_lead)
        continue;
      if (!who && !(who = liaison_build_name (build, principal, NULL, error)))
        return FALSE;
      if (!add_pair (build, count, items, error))
        return FALSE;
    }

  if (items->len > 0)
    fill_list (build, get_pairs_sentence (liaison_build_get_manner (build)), who, items);

  return TRUE;
}

typedef struct
{
  const char   *uuid;
  LiaisonLevel  level;
  guint         order;
} Principal;

/* The highest level first, else those with most. */
static int
compare_principals (gconstpointer a,
                    gconstpointer b)
{
  const Principal *first = a;
  const Principal *second = b;
  int first_level = first->level ? (int) first->level : G_MAXINT;
  int second_level = second->level ? (int) second->level : G_MAXINT;

  if (first_level != second_level)
    return first_level < second_level ? -1 : 1;

  return (int) first->order - (int) second->order;
}

static GArray *
list_principals (LiaisonBuild *build,
                 GPtrArray    *counts)
{
  GArray *principals = g_array_new (FALSE, FALSE, sizeof (Principal));

  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *count = g_ptr_array_index (counts, i);
      g_autoptr (LiaisonPerson) person = NULL;
      gboolean is_known = FALSE;

      for (guint j = 0; j < principals->len; j++)
        is_known = is_known || g_strcmp0 (g_array_index (principals, Principal, j).uuid, count->key) == 0;
      if (is_known || !*count->key)
        continue;

      /* Whom the audience must not hear of is in no count either. */
      person = liaison_person_load (build->db, count->key, build->telling->day, build->telling, NULL);
      if (person)
        {
          Principal principal = { count->key, person->level, i };

          g_array_append_val (principals, principal);
        }
    }
  g_array_sort (principals, compare_principals);

  return principals;
}

gboolean
liaison_build_pairs (LiaisonBuild  *build,
                     GError       **error)
{
  gboolean is_narrow = liaison_query_asks (build->query, "org") || liaison_query_asks (build->query, "with");
  g_autoptr (GPtrArray) counts =
    liaison_build_count_by (build, build->text, liaison_manner_get_term (liaison_build_get_manner (build)), LIAISON_COUNT_PRINCIPAL,
                            LIAISON_COUNT_COUNTERPART, LIAISON_MEASURE_ENGAGEMENTS, error);
  g_autoptr (GArray) principals = NULL;

  if (!counts)
    return FALSE;

  principals = list_principals (build, counts);
  for (guint i = 0; i < principals->len && i < MOST_PRINCIPALS; i++)
    {
      if (!state_pairs (build, g_array_index (principals, Principal, i).uuid, counts, is_narrow ? 1 : 2, error))
        return FALSE;
    }

  return TRUE;
}

/* Bilaterally and in the format */

static gboolean
state_engaged (LiaisonBuild  *build,
               const char    *principal,
               const char    *rest,
               const char    *format,
               const char    *format_name,
               GError       **error)
{
  g_autofree char *apart = g_strdup_printf ("by:%s grouping:%s is:bilateral is:spoke-with", principal, format);
  g_autofree char *inside = g_strdup_printf ("by:%s format:%s", principal, format);
  LiaisonFigure *bilateral = liaison_build_count (build, LIAISON_RULE_ENGAGEMENTS, rest, apart, error);
  LiaisonFigure *together = bilateral ? liaison_build_count (build, LIAISON_RULE_ENGAGEMENTS, rest, inside, error) : NULL;
  g_autofree char *who = together ? liaison_build_name (build, principal, NULL, error) : NULL;
  g_autofree char *bilateral_times = NULL;
  g_autofree char *together_times = NULL;
  const char *sentence;

  if (!who)
    return FALSE;

  bilateral_times = liaison_number_spell_times (bilateral->value, bilateral->at_least);
  together_times = liaison_number_spell_times (together->value, together->at_least);
  /* Translators: {1} and {2} are "once", "seven times" */
  if (bilateral->value > 0 && together->value > 0)
    sentence = _("{who} engaged members of {format} {1} bilaterally and {2} in the {format} format.");
  else
    sentence = together->value > 0 ? _("{who} engaged members of {format} {2} in the {format} format.")
                                   : _("{who} engaged members of {format} {1} bilaterally.");

  if (build->block->runs->len > 0)
    liaison_block_add_text (build->block, " ");
  liaison_sentence_fill (build->block, sentence,
                         (const LiaisonSlot[]) { { "who", who }, { "format", format_name }, { "1", bilateral_times, bilateral },
                                                 { "2", together_times, together }, { NULL } });

  return TRUE;
}

static gboolean
add_engaged (LiaisonBuild  *build,
             const char    *rest,
             const char    *more,
             GPtrArray     *counts,
             GError       **error)
{
  g_autoptr (GPtrArray) found =
    liaison_build_count_by (build, rest, more, LIAISON_COUNT_PRINCIPAL, -1, LIAISON_MEASURE_ENGAGEMENTS, error);

  if (!found)
    return FALSE;

  g_ptr_array_extend_and_steal (counts, g_steal_pointer (&found));

  return TRUE;
}

gboolean
liaison_build_format (LiaisonBuild  *build,
                      GError       **error)
{
  static const char * const keys[] = { "format", "grouping", NULL };
  g_autofree char *rest = liaison_query_dup_without (build->query, keys);
  const char *key = liaison_query_asks (build->query, "format") ? "format" : "grouping";
  g_autoptr (GPtrArray) formats = liaison_query_find_records (build->db, build->told, key, error);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_count_free);
  g_autoptr (GArray) principals = NULL;
  g_autofree char *apart = NULL;
  g_autofree char *inside = NULL;
  const LiaisonReference *format;

  if (!formats)
    return FALSE;
  if (formats->len == 0)
    return TRUE;

  format = g_ptr_array_index (formats, 0);
  apart = g_strdup_printf ("grouping:%s is:bilateral is:spoke-with", format->uuid);
  inside = g_strdup_printf ("format:%s", format->uuid);
  if (!add_engaged (build, rest, inside, counts, error) || !add_engaged (build, rest, apart, counts, error))
    return FALSE;

  principals = list_principals (build, counts);
  for (guint i = 0; i < principals->len && i < MOST_PRINCIPALS; i++)
    {
      if (!state_engaged (build, g_array_index (principals, Principal, i).uuid, rest, format->uuid, format->name, error))
        return FALSE;
    }
  if (principals->len > MOST_PRINCIPALS)
    liaison_block_add_text (build->block, C_("highlight", " Others did so, too."));

  return TRUE;
}

/* Hosted, and visits */

static gboolean
add_guest (LiaisonBuild        *build,
           const LiaisonCount  *count,
           GStrvBuilder        *names,
           GError             **error)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (count->query);
  g_autoptr (GArray) ids = liaison_query_ids (build->db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 1, error);
  g_autofree char *name = NULL;

  if (!ids)
    return FALSE;

  name = *count->key ? liaison_build_name (build, count->key, ids, error) : g_strdup ("");
  if (name && *name)
    g_strv_builder_add (names, name);

  return name != NULL;
}

gboolean
liaison_build_hosted (LiaisonBuild  *build,
                      GError       **error)
{
  LiaisonFigure *figure = liaison_build_count (build, LIAISON_RULE_COUNTERPARTS, build->text, "is:hosted", error);
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *who = NULL;
  g_autofree char *number = NULL;
  g_autofree char *list = NULL;
  g_autofree char *flags = NULL;
  g_auto (GStrv) names = NULL;

  if (!figure || !(who = liaison_build_name_who (build, error)))
    return FALSE;

  counts = liaison_build_count_by (build, build->text, "is:hosted", LIAISON_COUNT_COUNTERPART, -1, LIAISON_MEASURE_ENGAGEMENTS, error);
  for (guint i = 0; counts && i < counts->len; i++)
    {
      if (!add_guest (build, g_ptr_array_index (counts, i), builder, error))
        return FALSE;
    }
  if (!counts)
    return FALSE;

  names = g_strv_builder_end (builder);
  list = liaison_list_join_some ((const char * const *) names);
  number = liaison_number_spell (figure->value, figure->at_least);
  flags = liaison_build_dup_flags (figure);
  /* Translators: {list} is whom: "President of the European Commission Ursula von der Leyen" */
  liaison_sentence_fill (build->block, g_dngettext (GETTEXT_PACKAGE, "{who} hosted {1} counterpart: {list}{flags}.",
                                                    "{who} hosted {1} counterparts: {list}{flags}.", figure->value),
                         (const LiaisonSlot[]) { { "who", who }, { "1", number, figure }, { "list", list }, { "flags", flags }, { NULL } });

  return TRUE;
}

static gboolean
add_visit (LiaisonBuild  *build,
           gint32         id,
           GStrvBuilder  *visits,
           GError       **error)
{
  g_autoptr (LiaisonOccasion) visit = liaison_occasion_load (build->db, id, build->telling, error);
  g_autofree char *date = NULL;
  g_autofree char *places = NULL;
  g_autofree char *text = NULL;

  if (!visit)
    return FALSE;

  date = liaison_date_format_short (visit->start, visit->end, liaison_vocabulary_get_token (&liaison_precisions, visit->precision));
  places = liaison_list_places (visit->place);
  /* Translators: where a visit went, and when */
  text = g_strdup_printf (C_("visit", "%s (%s)"), *places ? places : visit->title, date);
  g_strv_builder_add (visits, text);

  return TRUE;
}

gboolean
liaison_build_visits (LiaisonBuild  *build,
                      GError       **error)
{
  LiaisonFigure *figure = liaison_build_count (build, LIAISON_RULE_VISITS, build->text, "form:visit-made status:held", error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *who = NULL;
  g_autofree char *number = NULL;
  g_autofree char *list = NULL;
  g_autofree char *flags = NULL;
  g_auto (GStrv) visits = NULL;

  if (!figure || !(who = liaison_build_name_who (build, error)))
    return FALSE;

  for (guint i = 0; i < figure->ids->len; i++)
    {
      if (!add_visit (build, g_array_index (figure->ids, gint32, i), builder, error))
        return FALSE;
    }

  visits = g_strv_builder_end (builder);
  list = liaison_list_join_some ((const char * const *) visits);
  number = liaison_number_spell (figure->value, figure->at_least);
  flags = liaison_build_dup_flags (figure);
  /* Translators: {list} is where and when: "Riga and Stockholm (29 Nov – 2 Dec 2021)" */
  liaison_sentence_fill (build->block, g_dngettext (GETTEXT_PACKAGE, "{who} made {1} visit: {list}{flags}.",
                                                    "{who} made {1} visits: {list}{flags}.", figure->value),
                         (const LiaisonSlot[]) { { "who", who }, { "1", number, figure }, { "list", list }, { "flags", flags }, { NULL } });

  return TRUE;
}
