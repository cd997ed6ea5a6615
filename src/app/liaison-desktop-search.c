/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-desktop-search.h"

#include "liaison-edit.h"
#include "liaison-form-icon.h"
#include "liaison-suggest.h"

#define MOST_OF_A_KIND 5

void
liaison_desktop_result_free (LiaisonDesktopResult *result)
{
  g_free (result->uuid);
  g_free (result->name);
  g_free (result->detail);
  g_free (result);
}

static const char *
get_icon (const LiaisonRecord *record)
{
  if (liaison_record_get_kind (record) == LIAISON_KIND_ENGAGEMENT)
    return liaison_form_get_icon_name ((int) liaison_record_get_integer (record, LIAISON_ENGAGEMENT_FORM));

  return "avatar-default-symbolic";
}

static gboolean
add_results (LiaisonDb  *db,
             GPtrArray  *results,
             GPtrArray  *suggestions,
             GError    **error)
{
  for (guint i = 0; i < suggestions->len; i++)
    {
      LiaisonSuggestion *suggestion = g_ptr_array_index (suggestions, i);
      LiaisonKind kind = liaison_suggestion_get_kind (suggestion);
      g_autoptr (LiaisonRecord) record = liaison_record_load (db, kind, liaison_suggestion_get_uuid (suggestion), error);
      LiaisonDesktopResult *result;

      if (record == NULL)
        return FALSE;
      if (liaison_record_get_sensitivity (record) == LIAISON_SENSITIVITY_CONFIDENTIAL)
        continue;

      result = g_new (LiaisonDesktopResult, 1);
      *result = (LiaisonDesktopResult) { kind, g_strdup (liaison_suggestion_get_uuid (suggestion)),
                                         g_strdup (liaison_suggestion_get_name (suggestion)),
                                         g_strdup (liaison_suggestion_get_detail (suggestion)), get_icon (record) };
      g_ptr_array_add (results, result);
    }

  return TRUE;
}

GPtrArray *
liaison_desktop_search (LiaisonDb   *db,
                        const char  *text,
                        GError     **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_desktop_result_free);
  g_autoptr (GPtrArray) contacts = liaison_suggest_contacts (db, text, 0, 0, MOST_OF_A_KIND, error);
  g_autoptr (GPtrArray) engagements = contacts != NULL ? liaison_suggest_engagements (db, text, MOST_OF_A_KIND, error) : NULL;

  if (engagements == NULL || !add_results (db, results, contacts, error) || !add_results (db, results, engagements, error))
    return NULL;

  return g_steal_pointer (&results);
}
