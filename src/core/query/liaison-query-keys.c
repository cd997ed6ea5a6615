/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-query-private.h"

#include "liaison-country.h"
#include "liaison-date.h"
#include "liaison-fold.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static const LiaisonToken states_tokens[] = {
  { LIAISON_IS_COUNTED, "counted", "query", NC_ ("query", "Counted") },
  { LIAISON_IS_CONTAINER, "container", "query", NC_ ("query", "Visit with engagements inside it") },
  { LIAISON_IS_SPOKE_WITH, "spoke-with", "query", NC_ ("query", "Spoke with") },
  { LIAISON_IS_REACHED, "reached", "query", NC_ ("query", "Reached") },
  { LIAISON_IS_BILATERAL, "bilateral", "query", NC_ ("query", "Bilateral") },
  { LIAISON_IS_MULTILATERAL, "multilateral", "query", NC_ ("query", "Multilateral") },
  { LIAISON_IS_HOSTED, "hosted", "query", NC_ ("query", "Hosted") },
  { LIAISON_IS_SAME_RANK, "same-rank", "query", NC_ ("query", "Same rank") },
  { LIAISON_IS_ANNOUNCED, "announced", "query", NC_ ("query", "Announced only") },
  { LIAISON_IS_UNSOURCED, "unsourced", "query", NC_ ("query", "Unsourced") },
  { LIAISON_IS_UNNAMED, "unnamed", "query", NC_ ("query", "Counterpart not named") },
  { LIAISON_IS_UNDATED, "undated", "query", NC_ ("query", "Undated") },
  { LIAISON_IS_IMPRECISE, "imprecise", "query", NC_ ("query", "Imprecise date") },
  { LIAISON_IS_OVERDUE, "overdue", "query", NC_ ("query", "Overdue") },
  { LIAISON_IS_ARCHIVED, "archived", "query", NC_ ("query", "Archived") },
  { LIAISON_IS_PUBLIC, "public", "query", NC_ ("query", "Public") },
  { LIAISON_IS_INTERNAL, "internal", "query", NC_ ("query", "Internal") },
  { LIAISON_IS_CONFIDENTIAL, "confidential", "query", NC_ ("query", "Confidential") },
  { 0 },
};

const LiaisonVocabulary liaison_query_states = { "state", states_tokens };

static const LiaisonQueryKeyInfo keys[] = {
  [LIAISON_QUERY_WORD] = { NULL, LIAISON_VALUE_TEXT },
  [LIAISON_QUERY_PHRASE] = { NULL, LIAISON_VALUE_TEXT },
  [LIAISON_QUERY_WITH] = { "with", LIAISON_VALUE_NAME, NULL, TRUE },
  [LIAISON_QUERY_COUNTRY] = { "country", LIAISON_VALUE_COUNTRY, NULL, TRUE },
  [LIAISON_QUERY_ORG] = { "org", LIAISON_VALUE_NAME, NULL, TRUE },
  [LIAISON_QUERY_GROUPING] = { "grouping", LIAISON_VALUE_NAME },
  [LIAISON_QUERY_LEVEL] = { "level", LIAISON_VALUE_TOKEN, &liaison_levels, TRUE },
  [LIAISON_QUERY_BY] = { "by", LIAISON_VALUE_NAME, NULL, TRUE },
  [LIAISON_QUERY_OFFICE] = { "office", LIAISON_VALUE_NAME, NULL, TRUE },
  [LIAISON_QUERY_OUR_LEVEL] = { "our-level", LIAISON_VALUE_TOKEN, &liaison_levels, TRUE },
  [LIAISON_QUERY_FORMAT] = { "format", LIAISON_VALUE_NAME, NULL, TRUE },
  [LIAISON_QUERY_FORM] = { "form", LIAISON_VALUE_TOKEN, &liaison_forms },
  [LIAISON_QUERY_GROUP] = { "group", LIAISON_VALUE_TOKEN, &liaison_groups },
  [LIAISON_QUERY_TOPIC] = { "topic", LIAISON_VALUE_NAME, NULL, TRUE },
  [LIAISON_QUERY_PLACE] = { "place", LIAISON_VALUE_TEXT },
  [LIAISON_QUERY_STATUS] = { "status", LIAISON_VALUE_TOKEN, &liaison_statuses },
  [LIAISON_QUERY_INITIATED] = { "initiated", LIAISON_VALUE_TOKEN, &liaison_initiateds, TRUE },
  [LIAISON_QUERY_EVIDENCE] = { "evidence", LIAISON_VALUE_TOKEN, &liaison_evidences },
  [LIAISON_QUERY_SIDE] = { "side", LIAISON_VALUE_TOKEN, &liaison_sides },
  [LIAISON_QUERY_TAG] = { "tag", LIAISON_VALUE_TEXT },
  [LIAISON_QUERY_FROM] = { "from", LIAISON_VALUE_DATE },
  [LIAISON_QUERY_TO] = { "to", LIAISON_VALUE_DATE },
  [LIAISON_QUERY_ON] = { "on", LIAISON_VALUE_DATE },
  [LIAISON_QUERY_BEGINS] = { "begins", LIAISON_VALUE_DATE },
  [LIAISON_QUERY_IS] = { "is", LIAISON_VALUE_TOKEN, &liaison_query_states },
  [LIAISON_QUERY_AUDIENCE] = { "audience", LIAISON_VALUE_TOKEN, &liaison_audiences },
};

G_STATIC_ASSERT (G_N_ELEMENTS (keys) == LIAISON_N_QUERY_KEYS);

const LiaisonQueryKeyInfo *
liaison_query_key_get_info (LiaisonQueryKey key)
{
  g_assert (key < LIAISON_N_QUERY_KEYS);

  return &keys[key];
}

/* What each asks for; words have no key. */
static const char * const labels[LIAISON_N_QUERY_KEYS] = {
  [LIAISON_QUERY_WITH] = NC_ ("key of a query", "A counterpart"),
  [LIAISON_QUERY_COUNTRY] = NC_ ("key of a query", "The country of a counterpart"),
  [LIAISON_QUERY_ORG] = NC_ ("key of a query", "The organisation of a counterpart"),
  [LIAISON_QUERY_GROUPING] = NC_ ("key of a query", "A grouping that a counterpart is a member of"),
  [LIAISON_QUERY_LEVEL] = NC_ ("key of a query", "The level of a counterpart"),
  [LIAISON_QUERY_BY] = NC_ ("key of a query", "A principal"),
  [LIAISON_QUERY_OFFICE] = NC_ ("key of a query", "An organisation of ours"),
  [LIAISON_QUERY_OUR_LEVEL] = NC_ ("key of a query", "The level of a principal"),
  [LIAISON_QUERY_FORMAT] = NC_ ("key of a query", "The format"),
  [LIAISON_QUERY_FORM] = NC_ ("key of a query", "The form"),
  [LIAISON_QUERY_GROUP] = NC_ ("key of a query", "Calls, meetings, sessions…"),
  [LIAISON_QUERY_TOPIC] = NC_ ("key of a query", "A topic"),
  [LIAISON_QUERY_PLACE] = NC_ ("key of a query", "The place"),
  [LIAISON_QUERY_STATUS] = NC_ ("key of a query", "Planned, held, cancelled…"),
  [LIAISON_QUERY_INITIATED] = NC_ ("key of a query", "Who initiated it"),
  [LIAISON_QUERY_EVIDENCE] = NC_ ("key of a query", "The evidence"),
  [LIAISON_QUERY_SIDE] = NC_ ("key of a query", "Ours, theirs or third"),
  [LIAISON_QUERY_TAG] = NC_ ("key of a query", "A tag of a contact"),
  [LIAISON_QUERY_FROM] = NC_ ("key of a query", "On this day or later"),
  [LIAISON_QUERY_TO] = NC_ ("key of a query", "On this day or earlier"),
  [LIAISON_QUERY_ON] = NC_ ("key of a query", "On a day or in a span"),
  [LIAISON_QUERY_BEGINS] = NC_ ("key of a query", "Beginning on a day or in a span"),
  [LIAISON_QUERY_IS] = NC_ ("key of a query", "A state: bilateral, overdue, unsourced…"),
  [LIAISON_QUERY_AUDIENCE] = NC_ ("key of a query", "Who may read it"),
};

const char *
liaison_query_key_get_label (LiaisonQueryKey key)
{
  const char *label;

  g_assert (key < LIAISON_N_QUERY_KEYS);

  label = labels[key];

  return label ? g_dpgettext2 (GETTEXT_PACKAGE, "key of a query", label) : "";
}

LiaisonQueryKey
liaison_query_key_find (const char *name,
                        gsize       length)
{
  for (LiaisonQueryKey key = 0; key < LIAISON_N_QUERY_KEYS; key++)
    {
      if (keys[key].name && strlen (keys[key].name) == length && g_ascii_strncasecmp (keys[key].name, name, length) == 0)
        return key;
    }

  return LIAISON_N_QUERY_KEYS;
}

static gboolean
read_text (LiaisonQueryValue  *value,
           GError            **error)
{
  g_autofree char *folded = liaison_fold (value->text);

  if (*folded)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX, _("“%s” has no letter or digit to search for."), value->text);
  return FALSE;
}

static gboolean
read_country (LiaisonQueryValue  *value,
              GError            **error)
{
  const char *code = liaison_country_find (value->text);

  if (!code)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX,
                   _("No country is called “%s”. Write its two-letter code or its whole name."), value->text);
      return FALSE;
    }

  g_free (value->text);
  value->text = g_strdup (code);

  return TRUE;
}

static gboolean
read_token (const LiaisonQueryKeyInfo  *info,
            LiaisonQueryValue          *value,
            GError                    **error)
{
  g_autofree char *token = g_ascii_strdown (value->text, -1);
  g_autofree char *tokens = NULL;

  value->number = liaison_vocabulary_parse (info->vocabulary, token);
  if (value->number != 0)
    return TRUE;

  tokens = liaison_vocabulary_list (info->vocabulary);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX,
               /* Translators: what was written, a key of the query language, and all that may follow it */
               _("“%s” is nothing that “%s:” knows. It takes %s."), value->text, info->name, tokens);
  return FALSE;
}

gboolean
liaison_query_read_value (LiaisonQueryKey     key,
                          LiaisonQueryValue  *value,
                          GError            **error)
{
  const LiaisonQueryKeyInfo *info = liaison_query_key_get_info (key);

  if (info->has_none && !value->quoted && g_ascii_strcasecmp (value->text, "none") == 0)
    {
      value->none = TRUE;
      return TRUE;
    }

  switch (info->type)
    {
    case LIAISON_VALUE_COUNTRY:
      return read_country (value, error);

    case LIAISON_VALUE_TOKEN:
      return read_token (info, value, error);

    case LIAISON_VALUE_DATE:
      return liaison_date_parse_query (value->text, liaison_day_today (), &value->first, &value->last, error);

    case LIAISON_VALUE_TEXT:
    case LIAISON_VALUE_NAME:
    default:
      return read_text (value, error);
    }
}
