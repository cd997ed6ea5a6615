/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-highlight-private.h"

#include "liaison-country.h"
#include "liaison-edit.h"
#include "liaison-occasion.h"
#include "liaison-query-asks.h"
#include "liaison-query-edit.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static gboolean
is_hidden (const GError *error)
{
  return g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

char *
liaison_build_name (LiaisonBuild  *build,
                    const char    *contact,
                    const GArray  *ids,
                    GError       **error)
{
  g_autoptr (LiaisonOccasion) occasion = NULL;
  g_autoptr (LiaisonPerson) person = NULL;
  g_autoptr (GError) failure = NULL;
  int day = build->telling->day;

  if (ids && ids->len > 0)
    {
      occasion = liaison_occasion_load (build->db, g_array_index (ids, gint32, 0), build->telling, error);
      if (!occasion)
        return NULL;
      day = occasion->day ? occasion->day : day;
    }

  person = liaison_person_load (build->db, contact, day, build->telling, &failure);
  if (person)
    return liaison_cast_name (build->cast, person);
  if (is_hidden (failure))
    return g_strdup ("");

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* A total of several principals together is of each of them, though a query for one of them alone does not count it. */
static gboolean
is_in_totals (LiaisonBuild         *build,
              const LiaisonFigure  *figure,
              const char           *principal,
              gboolean             *counted,
              GError              **error)
{
  for (guint i = 0; i < figure->total_uuids->len && !*counted; i++)
    {
      g_autoptr (LiaisonRecord) total =
        liaison_record_load (build->db, LIAISON_KIND_STATED_TOTAL, g_ptr_array_index (figure->total_uuids, i), error);

      if (!total)
        return FALSE;
      *counted = g_strv_contains (liaison_record_get_list (total, LIAISON_STATED_TOTAL_PRINCIPALS), principal);
    }

  return TRUE;
}

static gboolean
is_in_figure (LiaisonBuild         *build,
              const LiaisonFigure  *figure,
              const char           *principal,
              gboolean             *counted,
              GError              **error)
{
  g_autofree char *text = g_strdup_printf ("%s by:%s", figure->query, principal);
  g_autoptr (LiaisonQuery) query = liaison_query_read (build->db, text, error);
  LiaisonTally tally;

  if (!query || !liaison_query_tally (build->db, query, &tally, error))
    return FALSE;

  /* No record is under what is only stated. */
  *counted = tally.records > 0 && figure->rule != LIAISON_RULE_STATED;

  return is_in_totals (build, figure, principal, counted, error);
}

static gboolean
counts_people (const LiaisonFigure *figure)
{
  return figure->value > 0 && figure->rule != LIAISON_RULE_MEMBERS;
}

/* Whether anything that the figures count is of this principal: who is asked for beside others need not be in it.  Where they count nothing,
 * nobody is missing. */
static gboolean
is_counted (LiaisonBuild  *build,
            const char    *principal,
            gboolean      *counted,
            GError       **error)
{
  gboolean has_people = FALSE;

  *counted = FALSE;
  for (guint i = 0; i < build->figures->len && !*counted; i++)
    {
      const LiaisonFigure *figure = g_ptr_array_index (build->figures, i);

      if (!counts_people (figure))
        continue;
      has_people = TRUE;
      if (!is_in_figure (build, figure, principal, counted, error))
        return FALSE;
    }
  *counted = *counted || !has_people;

  return TRUE;
}

/* Nobody is introduced by being absent. */
static gboolean
add_absent (LiaisonBuild  *build,
            const char    *principal,
            GError       **error)
{
  g_autoptr (LiaisonCast) cast = liaison_cast_new ();
  LiaisonBuild apart = *build;
  char *name;

  apart.cast = cast;
  if (!(name = liaison_build_name (&apart, principal, NULL, error)))
    return FALSE;

  if (*name)
    g_ptr_array_add (build->absent, name);
  else
    g_free (name);

  return TRUE;
}

static gboolean
add_name (LiaisonBuild  *build,
          const char    *principal,
          GStrvBuilder  *names,
          GError       **error)
{
  g_autofree char *name = liaison_build_name (build, principal, NULL, error);

  if (name && *name)
    g_strv_builder_add (names, name);

  return name != NULL;
}

/* Where nobody is found in the figures, all are named: a sentence is about somebody. */
static char *
name_people (LiaisonBuild  *build,
             GPtrArray     *contacts,
             GError       **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < contacts->len; i++)
    {
      const LiaisonReference *contact = g_ptr_array_index (contacts, i);
      gboolean counted = contacts->len == 1;

      if (!counted && !is_counted (build, contact->uuid, &counted, error))
        return NULL;
      if (!counted)
        g_ptr_array_add (missing, contact->uuid);
      else if (!add_name (build, contact->uuid, names, error))
        return NULL;
    }

  for (guint i = 0; i < missing->len; i++)
    {
      const char *principal = g_ptr_array_index (missing, i);

      if (missing->len == contacts->len ? !add_name (build, principal, names, error) : !add_absent (build, principal, error))
        return NULL;
    }
  all = g_strv_builder_end (names);

  return liaison_list_join ((const char * const *) all);
}

static gboolean
take_own_country (LiaisonRecord *record,
                  gpointer       user_data,
                  GError       **error)
{
  char **country = user_data;

  if (!*country)
    *country = g_strdup (liaison_record_get_text (record, LIAISON_STORE_OWN_COUNTRY));

  return TRUE;
}

gboolean
liaison_build_load_own_country (LiaisonBuild  *build,
                                char         **country,
                                GError       **error)
{
  if (!liaison_record_foreach (build->db, LIAISON_KIND_STORE, take_own_country, country, error))
    return FALSE;

  *country = *country ? *country : g_strdup ("");

  return TRUE;
}

/* Names of countries that are not said without an article, in English. */
static const char * const with_article[] = {
  "AE", "BS", "CD", "CF", "CG", "DO", "FK", "FO", "GB", "GM", "KM", "KY", "MH", "MV", "NL", "PH", "SB", "SC", "TC", "US", "VG", "VI", NULL,
};

static char *
name_own_side (LiaisonBuild  *build,
               GError       **error)
{
  g_autofree char *country = NULL;

  if (!liaison_build_load_own_country (build, &country, error))
    return NULL;
  if (g_strv_contains (with_article, country))
    /* Translators: a country that begins a sentence and bears an article in English: "The United States" */
    return g_strdup_printf (C_("country", "The %s"), liaison_country_get_name (country));

  /* Translators: those whose engagements are told, where nobody is named */
  return g_strdup (*country ? liaison_country_get_name (country) : C_("highlight", "Our side"));
}

/* The names of what a key of the query asks for, as a list; "" where it asks for nothing. */
static char *
list_records (LiaisonBuild  *build,
              const char    *key,
              GError       **error)
{
  g_autoptr (GPtrArray) records = liaison_query_find_records (build->db, build->told, key, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (!records)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    g_strv_builder_add (names, ((const LiaisonReference *) g_ptr_array_index (records, i))->name);
  all = g_strv_builder_end (names);

  return liaison_list_join ((const char * const *) all);
}

static char *
list_countries (LiaisonBuild *build)
{
  g_auto (GStrv) codes = liaison_query_dup_values (build->query, "country", NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (char **code = codes; *code; code++)
    g_strv_builder_add (names, liaison_country_get_name (*code));
  all = g_strv_builder_end (names);

  return liaison_list_join ((const char * const *) all);
}

/* What the query narrows the other side by: grouping, country, organisation. */
static char *
list_origins (LiaisonBuild  *build,
              GError       **error)
{
  g_autofree char *groupings = list_records (build, "grouping", error);
  g_autofree char *organisations = groupings ? list_records (build, "org", error) : NULL;
  g_autofree char *countries = list_countries (build);
  const char *origins[4] = { NULL };
  int n = 0;

  if (!organisations)
    return NULL;

  if (*countries)
    origins[n++] = countries;
  if (*organisations)
    origins[n++] = organisations;
  if (*groupings)
    origins[n++] = groupings;

  return liaison_list_join (origins);
}

char *
liaison_build_name_who (LiaisonBuild  *build,
                        GError       **error)
{
  g_autoptr (GPtrArray) contacts = liaison_query_find_records (build->db, build->told, "by", error);
  g_autofree char *offices = NULL;

  if (!contacts)
    return NULL;
  if (contacts->len > 0)
    return name_people (build, contacts, error);

  offices = list_records (build, "office", error);
  if (!offices)
    return NULL;

  return *offices ? g_steal_pointer (&offices) : name_own_side (build, error);
}

/* What somebody from a part of the world is called. */
static const struct { const char *name; const char *adjective; } regions[] = {
  /* Translators: before a noun, with the blank after it: "16 European leaders"; translate as "-" where that is said after the noun */
  { "Africa", NC_("region", "African ") },
  { "Asia", NC_("region", "Asian ") },
  { "Europe", NC_("region", "European ") },
  { "Latin America", NC_("region", "Latin American ") },
};

static char *
find_adjective (const char *origins)
{
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      const char *adjective = g_dpgettext2 (GETTEXT_PACKAGE, "region", regions[i].adjective);

      if (g_strcmp0 (origins, regions[i].name) == 0 && g_strcmp0 (adjective, "-") != 0)
        return g_strdup (adjective);
    }

  return g_strdup ("");
}

char *
liaison_build_name_from (LiaisonBuild  *build,
                         char         **region,
                         GError       **error)
{
  g_autofree char *origins = list_origins (build, error);

  *region = find_adjective (origins);
  if (!origins || !*origins)
    return g_steal_pointer (&origins);
  if (**region)
    return g_strdup ("");

  /* Translators: whence those come who are counted: "five leaders from NATO" */
  return g_strdup_printf (C_("highlight", " from %s"), origins);
}

char *
liaison_build_name_whole (LiaisonBuild  *build,
                          const char    *countries,
                          GError       **error)
{
  g_autofree char *groupings = list_records (build, "grouping", error);

  if (!groupings)
    return NULL;
  if (*groupings)
    /* Translators: of what some were reached: "13 of 29 members of NATO" */
    return g_strdup_printf (C_("reached", "members of %s"), groupings);

  /* Translators: the same, with those that were: "two of three countries: Finland and Sweden" */
  return *countries ? g_strdup_printf (C_("reached", "countries: %s"), countries) : g_strdup (C_("reached", "countries"));
}

char *
liaison_build_name_with (LiaisonBuild  *build,
                         GError       **error)
{
  g_autofree char *origins = list_origins (build, error);

  if (!origins || !*origins)
    return g_steal_pointer (&origins);

  /* Translators: with what calls and meetings were held: "12 calls and meetings with Ukraine" */
  return g_strdup_printf (C_("highlight", " with %s"), origins);
}

char *
liaison_build_name_on (LiaisonBuild  *build,
                       GError       **error)
{
  g_autofree char *topics = list_records (build, "topic", error);

  if (!topics || !*topics)
    return g_steal_pointer (&topics);

  /* Translators: of what was spoken: "12 calls and meetings on Sanctions" */
  return g_strdup_printf (C_("highlight", " on %s"), topics);
}

/* Whether all that a key of the query asks for is among @values. */
static gboolean
asks_only (LiaisonBuild       *build,
           const char         *key,
           const char * const *values)
{
  g_auto (GStrv) asked = liaison_query_dup_values (build->query, key, NULL);
  gboolean only = *asked != NULL;

  for (char **value = asked; *value; value++)
    only = only && g_strv_contains (values, *value);

  return only;
}

LiaisonManner
liaison_build_get_manner (LiaisonBuild *build)
{
  static const char * const calls[] = { "calls", "phone-call", "video-call", NULL };
  static const char * const meetings[] = { "meetings", "meeting", "pull-aside", "working-meal", NULL };
  static const char * const writing[] = { "written", "letter", "message", NULL };

  if (asks_only (build, "group", calls) || asks_only (build, "form", calls))
    return LIAISON_MANNER_CALLED;
  if (asks_only (build, "group", meetings) || asks_only (build, "form", meetings))
    return LIAISON_MANNER_MET;

  return asks_only (build, "group", writing) || asks_only (build, "form", writing) ? LIAISON_MANNER_WROTE : LIAISON_MANNER_SPOKE;
}

const char *
liaison_manner_get_term (LiaisonManner manner)
{
  return manner == LIAISON_MANNER_WROTE ? "is:counted" : "is:spoke-with";
}

char *
liaison_build_dup_flags (const LiaisonFigure *figure)
{
  g_autofree char *flags = liaison_figure_dup_flags (figure);

  return *flags ? g_strdup_printf (" (%s)", flags) : g_strdup ("");
}
