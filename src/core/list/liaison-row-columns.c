/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *token;
  const char *label; /* untranslated, context "column" */
} Column;

static const Column engagement_columns[LIAISON_N_ENGAGEMENT_COLUMNS] = {
  [LIAISON_ENGAGEMENT_COLUMN_DATE] = { "date", NC_ ("column", "Date") },
  [LIAISON_ENGAGEMENT_COLUMN_FORM] = { "form", NC_ ("column", "Form") },
  [LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS] = { "principals", NC_ ("column", "Ours") },
  [LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS] = { "counterparts", NC_ ("column", "Theirs") },
  [LIAISON_ENGAGEMENT_COLUMN_COUNTRIES] = { "countries", NC_ ("column", "Countries") },
  [LIAISON_ENGAGEMENT_COLUMN_TITLE] = { "title", NC_ ("column", "Title") },
  [LIAISON_ENGAGEMENT_COLUMN_STATUS] = { "status", NC_ ("column", "Status") },
  [LIAISON_ENGAGEMENT_COLUMN_FORMAT] = { "format", NC_ ("column", "Format") },
  [LIAISON_ENGAGEMENT_COLUMN_PLACE] = { "place", NC_ ("column", "Place") },
  [LIAISON_ENGAGEMENT_COLUMN_TOPICS] = { "topics", NC_ ("column", "Topics") },
  [LIAISON_ENGAGEMENT_COLUMN_EVIDENCE] = { "evidence", NC_ ("column", "Evidence") },
  [LIAISON_ENGAGEMENT_COLUMN_INITIATED] = { "initiated", NC_ ("column", "Initiated by") },
  [LIAISON_ENGAGEMENT_COLUMN_SENSITIVITY] = { "sensitivity", NC_ ("column", "Sensitivity") },
  [LIAISON_ENGAGEMENT_COLUMN_MODIFIED] = { "modified", NC_ ("column", "Modified") },
};

static const Column contact_columns[LIAISON_N_CONTACT_COLUMNS] = {
  [LIAISON_CONTACT_COLUMN_NAME] = { "name", NC_ ("column", "Name") },
  [LIAISON_CONTACT_COLUMN_SIDE] = { "side", NC_ ("column", "Side") },
  [LIAISON_CONTACT_COLUMN_TITLE] = { "title", NC_ ("column", "Title") },
  [LIAISON_CONTACT_COLUMN_COUNTRY] = { "country", NC_ ("column", "Country") },
  [LIAISON_CONTACT_COLUMN_ENGAGEMENTS] = { "engagements", NC_ ("column", "Engagements") },
  [LIAISON_CONTACT_COLUMN_LAST] = { "last", NC_ ("column", "Last") },
  [LIAISON_CONTACT_COLUMN_TAGS] = { "tags", NC_ ("column", "Tags") },
  [LIAISON_CONTACT_COLUMN_EMAIL] = { "email", NC_ ("column", "E-mail") },
  [LIAISON_CONTACT_COLUMN_TELEPHONE] = { "telephone", NC_ ("column", "Telephone") },
  [LIAISON_CONTACT_COLUMN_SENSITIVITY] = { "sensitivity", NC_ ("column", "Sensitivity") },
  [LIAISON_CONTACT_COLUMN_MODIFIED] = { "modified", NC_ ("column", "Modified") },
};

static const Column organisation_columns[LIAISON_N_ORGANISATION_COLUMNS] = {
  [LIAISON_ORGANISATION_COLUMN_NAME] = { "name", NC_ ("column", "Name") },
  [LIAISON_ORGANISATION_COLUMN_SHORT_NAME] = { "short-name", NC_ ("column", "Short name") },
  [LIAISON_ORGANISATION_COLUMN_KIND] = { "kind", NC_ ("column", "Kind") },
  [LIAISON_ORGANISATION_COLUMN_COUNTRY] = { "country", NC_ ("column", "Country") },
  [LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS] = { "engagements", NC_ ("column", "Engagements") },
  [LIAISON_ORGANISATION_COLUMN_LAST] = { "last", NC_ ("column", "Last") },
  [LIAISON_ORGANISATION_COLUMN_PARENT] = { "parent", NC_ ("column", "Part of") },
  [LIAISON_ORGANISATION_COLUMN_SENSITIVITY] = { "sensitivity", NC_ ("column", "Sensitivity") },
  [LIAISON_ORGANISATION_COLUMN_MODIFIED] = { "modified", NC_ ("column", "Modified") },
};

static const struct { const Column *columns; int n_columns; } entities[] = {
  [LIAISON_ENTITY_ENGAGEMENTS] = { engagement_columns, LIAISON_N_ENGAGEMENT_COLUMNS },
  [LIAISON_ENTITY_CONTACTS] = { contact_columns, LIAISON_N_CONTACT_COLUMNS },
  [LIAISON_ENTITY_ORGANISATIONS] = { organisation_columns, LIAISON_N_ORGANISATION_COLUMNS },
};

static const Column *
get_column (LiaisonEntity entity,
            int           column)
{
  g_return_val_if_fail (entity < G_N_ELEMENTS (entities), NULL);
  g_return_val_if_fail (column >= 0 && column < entities[entity].n_columns, NULL);

  return &entities[entity].columns[column];
}

int
liaison_row_column_parse (LiaisonEntity  entity,
                          const char    *token)
{
  g_return_val_if_fail (entity < G_N_ELEMENTS (entities), -1);

  for (int i = 0; i < entities[entity].n_columns; i++)
    {
      if (g_strcmp0 (entities[entity].columns[i].token, token) == 0)
        return i;
    }

  return -1;
}

int
liaison_row_column_count (LiaisonEntity entity)
{
  g_return_val_if_fail (entity < G_N_ELEMENTS (entities), 0);

  return entities[entity].n_columns;
}

const char *
liaison_row_column_get_token (LiaisonEntity entity,
                              int           column)
{
  const Column *found = get_column (entity, column);

  return found != NULL ? found->token : NULL;
}

const char *
liaison_row_column_get_label (LiaisonEntity entity,
                              int           column)
{
  const Column *found = get_column (entity, column);

  return found != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "column", found->label) : NULL;
}
