/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plain-private.h"

#include "liaison-country.h"
#include "liaison-fold.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static LiaisonOrganisationKind
get_format_kind (const char *type)
{
  static const char * const international[] = { "alliance", "union", "organisation", "organization" };

  for (gsize i = 0; i < G_N_ELEMENTS (international); i++)
    {
      if (g_ascii_strcasecmp (type, international[i]) == 0)
        return LIAISON_ORGANISATION_INTERNATIONAL;
    }

  return LIAISON_ORGANISATION_GROUPING;
}

static gboolean
put_members (LiaisonPlain      *plain,
             LiaisonPlainEntry *entry,
             const char        *grouping,
             GError           **error)
{
  g_autoptr (GPtrArray) members = liaison_plain_get_texts (plain, entry, "members");

  for (guint i = 0; i < members->len; i++)
    {
      g_autoptr (LiaisonRecord) record = liaison_plain_new_record (plain, LIAISON_KIND_MEMBERSHIP, entry->id, members->pdata[i], NULL);
      gboolean taken;

      liaison_record_set_text (record, LIAISON_MEMBERSHIP_GROUPING, grouping);
      liaison_record_set_text (record, LIAISON_MEMBERSHIP_COUNTRY, members->pdata[i]);
      if (!liaison_plain_put (plain, entry, record, &taken, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_plain_take_organisation (LiaisonPlain      *plain,
                                 LiaisonPlainEntry *entry,
                                 GError           **error)
{
  const char *name = liaison_plain_get_text (plain, entry, "name");
  const char *short_name = liaison_plain_get_text (plain, entry, "short");
  g_autoptr (LiaisonRecord) record = liaison_plain_new_record (plain, LIAISON_KIND_ORGANISATION, entry->id, NULL);
  const char *known = liaison_plain_find_organisation (plain, name, NULL);
  gboolean taken;

  if (known == NULL && *short_name)
    known = liaison_plain_find_organisation (plain, short_name, NULL);

  /* One that is there already, from the reference data say, is better described there. */
  if (known != NULL && strcmp (known, liaison_record_get_uuid (record)) != 0)
    {
      g_hash_table_insert (plain->organisations, g_strdup (entry->id), g_strdup (known));
      return TRUE;
    }

  liaison_record_set_text (record, LIAISON_ORGANISATION_NAME, name);
  liaison_record_set_text (record, LIAISON_ORGANISATION_SHORT_NAME, short_name);
  liaison_record_set_integer (record, LIAISON_ORGANISATION_KIND, get_format_kind (liaison_plain_get_text (plain, entry, "type")));
  if (!liaison_plain_put (plain, entry, record, &taken, error))
    return FALSE;
  if (!taken)
    return TRUE;

  g_hash_table_insert (plain->organisations, g_strdup (entry->id), g_strdup (liaison_record_get_uuid (record)));
  liaison_plain_know_organisation (plain, record);

  return put_members (plain, entry, liaison_record_get_uuid (record), error);
}

/* What an affiliation is by its name; offices of a state that are nothing else are the state. */
static LiaisonOrganisationKind
guess_kind (const char *name)
{
  static const struct
  {
    const char             *word;
    LiaisonOrganisationKind kind;
  } words[] = {
    { "mission to", LIAISON_ORGANISATION_MISSION },     { "embassy", LIAISON_ORGANISATION_MISSION },
    { "ministry", LIAISON_ORGANISATION_MINISTRY },      { "department of", LIAISON_ORGANISATION_MINISTRY },
    { "foreign office", LIAISON_ORGANISATION_MINISTRY }, { "parliament", LIAISON_ORGANISATION_PARLIAMENT },
    { "senate", LIAISON_ORGANISATION_PARLIAMENT },      { "congress", LIAISON_ORGANISATION_PARLIAMENT },
  };
  g_autofree char *folded = liaison_fold (name);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (liaison_fold_has_phrase (folded, words[i].word))
        return words[i].kind;
    }

  return LIAISON_ORGANISATION_STATE;
}

/* The organisation of an affiliation: one that is known by this name, or a new one. @uuid: (out) (nullable) */
static gboolean
take_affiliation (LiaisonPlain      *plain,
                  LiaisonPlainEntry *entry,
                  const char        *country,
                  const char        *represented,
                  char             **uuid,
                  GError           **error)
{
  const char *name = liaison_plain_get_text (plain, entry, "affiliation");
  const char *home = represented ? NULL : country;
  const char *known = liaison_plain_find_organisation (plain, name, home);
  g_autoptr (LiaisonRecord) record = NULL;
  gboolean taken = FALSE;

  *uuid = g_strdup (known ? known : represented);
  if (*name == '\0')
    return TRUE;

  record = liaison_plain_new_record (plain, LIAISON_KIND_ORGANISATION, "affiliation", name, home ? home : "", NULL);
  if (known != NULL)
    {
      liaison_plain_count_known (plain, record, known);
      return TRUE;
    }

  liaison_record_set_text (record, LIAISON_ORGANISATION_NAME, name);
  liaison_record_set_text (record, LIAISON_ORGANISATION_COUNTRY, home);
  liaison_record_set_integer (record, LIAISON_ORGANISATION_KIND, represented ? LIAISON_ORGANISATION_INTERNATIONAL : guess_kind (name));
  liaison_record_set_text (record, LIAISON_ORGANISATION_PARENT, represented);
  if (!liaison_plain_put (plain, entry, record, &taken, error))
    return FALSE;
  if (!taken)
    return TRUE;

  liaison_plain_know_organisation (plain, record);
  g_free (*uuid);
  *uuid = g_strdup (liaison_record_get_uuid (record));

  return TRUE;
}

static LiaisonPlainBody
get_body (const char *represented,
          const char *organisation)
{
  if (represented == NULL)
    return LIAISON_PLAIN_NATIONAL;

  return g_strcmp0 (represented, organisation) == 0 ? LIAISON_PLAIN_INTERNATIONAL : LIAISON_PLAIN_PART;
}

static gboolean
put_post (LiaisonPlain      *plain,
          LiaisonPlainEntry *entry,
          const char        *contact,
          const char        *country,
          GError           **error)
{
  const char *role = liaison_plain_get_text (plain, entry, "role");
  const char *title = *role ? role : liaison_plain_get_text (plain, entry, "title");
  const char *represents = liaison_plain_get_text (plain, entry, "represents");
  const char *represented = *represents ? g_hash_table_lookup (plain->organisations, represents) : NULL;
  g_autoptr (LiaisonRecord) record = liaison_plain_new_record (plain, LIAISON_KIND_POST, entry->id, NULL);
  g_autofree char *organisation = NULL;
  LiaisonPlainRank rank;
  gboolean taken;

  if (*represents && represented == NULL)
    liaison_plain_repair (plain, entry, _("“%s”, which is represented, is not among the organisations; left out."), represents);
  if (*title == '\0')
    return TRUE;
  if (!take_affiliation (plain, entry, country, represented, &organisation, error))
    return FALSE;

  rank = liaison_plain_guess_rank (title, country, get_body (represented, organisation));
  liaison_record_set_text (record, LIAISON_POST_CONTACT, contact);
  liaison_record_set_text (record, LIAISON_POST_TITLE, title);
  liaison_record_set_text (record, LIAISON_POST_ORGANISATION, organisation);
  liaison_record_set_integer (record, LIAISON_POST_LEVEL, rank.level);
  liaison_record_set_integer (record, LIAISON_POST_PORTFOLIO, rank.portfolio);
  liaison_record_set_integer (record, LIAISON_POST_TENURE, rank.tenure);
  liaison_record_set_integer (record, LIAISON_POST_PRIMARY, TRUE);

  return liaison_plain_put (plain, entry, record, &taken, error);
}

static LiaisonSide
get_side (const char *side)
{
  if (g_strcmp0 (side, "us") == 0)
    return LIAISON_SIDE_OURS;
  if (g_strcmp0 (side, "counterpart") == 0 || g_strcmp0 (side, "them") == 0)
    return LIAISON_SIDE_THEIRS;

  return liaison_vocabulary_parse (&liaison_sides, side);
}

static void
set_names (LiaisonPlain      *plain,
           LiaisonPlainEntry *entry,
           LiaisonRecord     *record)
{
  const char *name = liaison_plain_get_text (plain, entry, "name");
  const char *given = liaison_plain_get_text (plain, entry, "given");
  const char *family = liaison_plain_get_text (plain, entry, "family");
  g_autofree char *both = g_strjoin (*given && *family ? " " : "", given, family, NULL);

  liaison_record_set_text (record, LIAISON_CONTACT_NAME, *name ? name : both);
  liaison_record_set_text (record, LIAISON_CONTACT_GIVEN, given);
  liaison_record_set_text (record, LIAISON_CONTACT_FAMILY, family);
}

gboolean
liaison_plain_take_person (LiaisonPlain      *plain,
                           LiaisonPlainEntry *entry,
                           GError           **error)
{
  const char *country = liaison_plain_get_country (plain, entry, "country");
  g_autoptr (LiaisonRecord) record = liaison_plain_new_record (plain, LIAISON_KIND_CONTACT, entry->id, NULL);
  gboolean taken;

  set_names (plain, entry, record);
  liaison_record_set_integer (record, LIAISON_CONTACT_SIDE, get_side (liaison_plain_get_text (plain, entry, "side")));
  liaison_record_set_text (record, LIAISON_CONTACT_COUNTRY, country);
  if (!liaison_plain_put (plain, entry, record, &taken, error))
    return FALSE;
  if (!taken)
    return TRUE;

  g_hash_table_insert (plain->people, g_strdup (entry->id), g_strdup (liaison_record_get_uuid (record)));
  g_hash_table_insert (plain->homes, g_strdup (entry->id), g_strdup (country));

  return put_post (plain, entry, liaison_record_get_uuid (record), country, error);
}
