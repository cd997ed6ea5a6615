/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-merge.h"

#include "liaison-fold.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LiaisonEdit *edit;
  LiaisonKind  kind;
  const char  *kept;
  const char  *gone;
} Merge;

/* What makes two parts of the two records the same; ended by -1. */
typedef struct
{
  LiaisonKind owner;
  LiaisonKind kind;
  int         owner_field;
  int         fields[5];
} SamePart;

static const SamePart same_parts[] = {
  { LIAISON_KIND_CONTACT, LIAISON_KIND_POST, LIAISON_POST_CONTACT,
    { LIAISON_POST_TITLE, LIAISON_POST_ORGANISATION, LIAISON_POST_FROM, LIAISON_POST_TO, -1 } },
  { LIAISON_KIND_CONTACT, LIAISON_KIND_PARTICIPATION, LIAISON_PARTICIPATION_CONTACT,
    { LIAISON_PARTICIPATION_ENGAGEMENT, LIAISON_PARTICIPATION_SIDE, -1 } },
  { LIAISON_KIND_ORGANISATION, LIAISON_KIND_MEMBERSHIP, LIAISON_MEMBERSHIP_ORGANISATION,
    { LIAISON_MEMBERSHIP_GROUPING, LIAISON_MEMBERSHIP_FROM, LIAISON_MEMBERSHIP_TO, -1 } },
  { LIAISON_KIND_ORGANISATION, LIAISON_KIND_MEMBERSHIP, LIAISON_MEMBERSHIP_GROUPING,
    { LIAISON_MEMBERSHIP_COUNTRY, LIAISON_MEMBERSHIP_ORGANISATION, LIAISON_MEMBERSHIP_FROM, LIAISON_MEMBERSHIP_TO, -1 } },
  { LIAISON_KIND_ORGANISATION, LIAISON_KIND_PARTICIPATION, LIAISON_PARTICIPATION_ORGANISATION,
    { LIAISON_PARTICIPATION_ENGAGEMENT, LIAISON_PARTICIPATION_SIDE, -1 } },
};

/* Proposing */

static gboolean
has_text (const char * const *list,
          const char         *text)
{
  g_autofree char *folded = liaison_fold (text);

  for (; *list != NULL; list++)
    {
      g_autofree char *other = liaison_fold (*list);

      if (g_str_equal (other, folded))
        return TRUE;
    }

  return FALSE;
}

static void
add_to_list (LiaisonRecord *record,
             guint          field,
             const char    *text)
{
  const char * const *list = liaison_record_get_list (record, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) longer = NULL;

  if (*text == '\0' || has_text (list, text))
    return;

  for (; *list != NULL; list++)
    g_strv_builder_add (builder, *list);
  g_strv_builder_add (builder, text);
  longer = g_strv_builder_end (builder);
  liaison_record_set_list (record, field, (const char * const *) longer);
}

static void
propose_field (LiaisonRecord       *merged,
               const LiaisonRecord *gone,
               guint                field)
{
  const LiaisonField *info = &liaison_kind_get_info (liaison_record_get_kind (merged))->fields[field];

  if (info->type == LIAISON_FIELD_BOOLEAN)
    return;

  if (liaison_field_is_list (info))
    {
      for (const char * const *item = liaison_record_get_list (gone, field); *item != NULL; item++)
        add_to_list (merged, field, *item);
    }
  else if (liaison_record_field_is_empty (merged, field))
    {
      if (liaison_field_is_text (info))
        liaison_record_set_text (merged, field, liaison_record_get_text (gone, field));
      else
        liaison_record_set_integer (merged, field, liaison_record_get_integer (gone, field));
    }
}

static guint
get_other_names_field (LiaisonKind kind)
{
  return kind == LIAISON_KIND_CONTACT ? LIAISON_CONTACT_OTHER_NAMES : LIAISON_ORGANISATION_OTHER_NAMES;
}

/* Of both kinds. */
G_STATIC_ASSERT ((int) LIAISON_CONTACT_NAME == (int) LIAISON_ORGANISATION_NAME);

void
liaison_merge_keep_names (LiaisonRecord       *merged,
                          const LiaisonRecord *kept,
                          const LiaisonRecord *gone)
{
  guint field = get_other_names_field (liaison_record_get_kind (merged));
  const char *own[] = { liaison_record_get_text (merged, LIAISON_CONTACT_NAME), NULL };
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  add_to_list (merged, field, liaison_record_get_text (kept, LIAISON_CONTACT_NAME));
  add_to_list (merged, field, liaison_record_get_text (gone, LIAISON_CONTACT_NAME));
  for (const char * const *name = liaison_record_get_list (merged, field); *name != NULL; name++)
    {
      if (!has_text (own, *name))
        g_strv_builder_add (others, *name);
    }
  list = g_strv_builder_end (others);
  liaison_record_set_list (merged, field, (const char * const *) list);
}

/* What only a few may see stays so. */
static void
propose_sensitivity (LiaisonRecord       *merged,
                     const LiaisonRecord *gone)
{
  liaison_record_set_sensitivity (merged, MAX (liaison_record_get_sensitivity (merged), liaison_record_get_sensitivity (gone)));
}

LiaisonRecord *
liaison_merge_propose (const LiaisonRecord *kept,
                       const LiaisonRecord *gone)
{
  LiaisonKind kind = liaison_record_get_kind (kept);
  LiaisonRecord *merged = liaison_record_copy (kept);

  g_return_val_if_fail (kind == liaison_record_get_kind (gone), merged);

  for (guint i = 0; i < liaison_kind_get_info (kind)->n_fields; i++)
    propose_field (merged, gone, i);
  if (kind == LIAISON_KIND_CONTACT || kind == LIAISON_KIND_ORGANISATION)
    liaison_merge_keep_names (merged, kept, gone);
  propose_sensitivity (merged, gone);

  return merged;
}

/* Links */

/* A link is the one that stays, and nothing is a part of itself. */
static void
replace_link (const Merge   *merge,
              LiaisonRecord *record,
              guint          field)
{
  gboolean is_kept = g_str_equal (liaison_record_get_uuid (record), merge->kept);

  if (g_strcmp0 (liaison_record_get_text (record, field), merge->gone) == 0)
    liaison_record_set_text (record, field, is_kept ? NULL : merge->kept);
}

static void
replace_in_list (const Merge   *merge,
                 LiaisonRecord *record,
                 guint          field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) replaced = NULL;
  gboolean has_kept = FALSE;

  for (const char * const *item = liaison_record_get_list (record, field); *item != NULL; item++)
    {
      gboolean is_one = g_str_equal (*item, merge->gone) || g_str_equal (*item, merge->kept);

      if (!is_one)
        g_strv_builder_add (builder, *item);
      else if (!has_kept)
        g_strv_builder_add (builder, merge->kept);
      has_kept |= is_one;
    }
  replaced = g_strv_builder_end (builder);
  liaison_record_set_list (record, field, (const char * const *) replaced);
}

static gboolean
replace_links_of_field (const Merge  *merge,
                        LiaisonKind   kind,
                        guint         field,
                        GError      **error)
{
  const LiaisonField *info = &liaison_kind_get_info (kind)->fields[field];
  g_autoptr (GPtrArray) records = liaison_record_load_owned (liaison_edit_get_db (merge->edit), kind, field, merge->gone, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      if (info->type == LIAISON_FIELD_LINK)
        replace_link (merge, records->pdata[i], field);
      else
        replace_in_list (merge, records->pdata[i], field);
      if (!liaison_edit_put (merge->edit, records->pdata[i], NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* Every link, of whatever kind of record, that may name the one that goes. */
static gboolean
replace_links (const Merge  *merge,
               GError      **error)
{
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonKindInfo *info = liaison_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          gboolean is_link = info->fields[i].type == LIAISON_FIELD_LINK || info->fields[i].type == LIAISON_FIELD_LINKS;

          if (is_link && info->fields[i].target == merge->kind && !replace_links_of_field (merge, kind, i, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Parts that say the same */

static gboolean
says_the_same (const LiaisonRecord *a,
               const LiaisonRecord *b,
               const int           *fields)
{
  for (; *fields >= 0; fields++)
    {
      if (!liaison_record_field_equal (a, b, *fields))
        return FALSE;
    }

  return TRUE;
}

/* A participation may name the post that goes. */
static gboolean
move_to_post (const Merge  *merge,
              const char   *post,
              const char   *other,
              GError      **error)
{
  g_autoptr (GPtrArray) records = liaison_record_load_owned (liaison_edit_get_db (merge->edit), LIAISON_KIND_PARTICIPATION,
                                                             LIAISON_PARTICIPATION_POST, post, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      liaison_record_set_text (records->pdata[i], LIAISON_PARTICIPATION_POST, other);
      if (!liaison_edit_put (merge->edit, records->pdata[i], NULL, error))
        return FALSE;
    }

  return records != NULL;
}

static gboolean
remove_same_part (const Merge     *merge,
                  const SamePart  *part,
                  LiaisonRecord   *record,
                  GPtrArray       *kept,
                  GError         **error)
{
  for (guint i = 0; i < kept->len; i++)
    {
      if (!says_the_same (record, kept->pdata[i], part->fields))
        continue;

      return (part->kind != LIAISON_KIND_POST
              || move_to_post (merge, liaison_record_get_uuid (record), liaison_record_get_uuid (kept->pdata[i]), error))
        && liaison_edit_remove (merge->edit, part->kind, liaison_record_get_uuid (record), error);
    }

  return TRUE;
}

static gboolean
remove_same_parts (const Merge     *merge,
                   const SamePart  *part,
                   GError         **error)
{
  LiaisonDb *db = liaison_edit_get_db (merge->edit);
  g_autoptr (GPtrArray) kept = liaison_record_load_owned (db, part->kind, part->owner_field, merge->kept, error);
  g_autoptr (GPtrArray) gone = kept != NULL ? liaison_record_load_owned (db, part->kind, part->owner_field, merge->gone, error) : NULL;

  for (guint i = 0; gone != NULL && i < gone->len; i++)
    {
      if (!remove_same_part (merge, part, gone->pdata[i], kept, error))
        return FALSE;
    }

  return gone != NULL;
}

/* A grouping that was a member of what it is now would be one of itself, and nobody has to be told apart from himself. */
static gboolean
remove_before (const Merge  *merge,
               LiaisonKind   kind,
               guint         field,
               guint         other,
               GError      **error)
{
  g_autoptr (GPtrArray) records = liaison_record_load_owned (liaison_edit_get_db (merge->edit), kind, field, merge->kept, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      if (g_strcmp0 (liaison_record_get_text (records->pdata[i], other), merge->gone) == 0
          && !liaison_edit_remove (merge->edit, kind, liaison_record_get_uuid (records->pdata[i]), error))
        return FALSE;
    }

  return records != NULL;
}

static gboolean
remove_of_itself (const Merge  *merge,
                  GError      **error)
{
  if (merge->kind == LIAISON_KIND_ORGANISATION)
    return remove_before (merge, LIAISON_KIND_MEMBERSHIP, LIAISON_MEMBERSHIP_GROUPING, LIAISON_MEMBERSHIP_ORGANISATION, error)
      && remove_before (merge, LIAISON_KIND_MEMBERSHIP, LIAISON_MEMBERSHIP_ORGANISATION, LIAISON_MEMBERSHIP_GROUPING, error);

  return remove_before (merge, LIAISON_KIND_DISTINCTION, LIAISON_DISTINCTION_CONTACT, LIAISON_DISTINCTION_OTHER, error)
    && remove_before (merge, LIAISON_KIND_DISTINCTION, LIAISON_DISTINCTION_OTHER, LIAISON_DISTINCTION_CONTACT, error);
}

static gboolean
keep_former_uuid (const Merge  *merge,
                  GError      **error)
{
  g_autoptr (LiaisonRecord) former = liaison_record_new (LIAISON_KIND_FORMER, merge->gone);

  liaison_record_set_text (former, merge->kind == LIAISON_KIND_CONTACT ? LIAISON_FORMER_CONTACT : LIAISON_FORMER_ORGANISATION, merge->kept);

  return liaison_edit_put (merge->edit, former, NULL, error);
}

static gboolean
check (const Merge  *merge,
       GError      **error)
{
  g_autoptr (LiaisonRecord) kept = NULL;
  g_autoptr (LiaisonRecord) gone = NULL;

  if ((merge->kind != LIAISON_KIND_CONTACT && merge->kind != LIAISON_KIND_ORGANISATION) || g_str_equal (merge->kept, merge->gone))
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("Only two contacts or two organisations can be merged."));
      return FALSE;
    }

  kept = liaison_record_load (liaison_edit_get_db (merge->edit), merge->kind, merge->kept, error);
  gone = kept != NULL ? liaison_record_load (liaison_edit_get_db (merge->edit), merge->kind, merge->gone, error) : NULL;

  return gone != NULL;
}

gboolean
liaison_merge_apply (LiaisonEdit    *edit,
                     LiaisonRecord  *merged,
                     const char     *gone,
                     GError        **error)
{
  const Merge merge = { edit, liaison_record_get_kind (merged), liaison_record_get_uuid (merged), gone };

  g_return_val_if_fail (edit != NULL, FALSE);
  g_return_val_if_fail (gone != NULL, FALSE);

  if (!check (&merge, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (same_parts); i++)
    {
      if (same_parts[i].owner == merge.kind && !remove_same_parts (&merge, &same_parts[i], error))
        return FALSE;
    }

  for (guint i = 0; i < liaison_kind_get_info (merge.kind)->n_fields; i++)
    {
      const LiaisonField *field = &liaison_kind_get_info (merge.kind)->fields[i];

      if (field->type == LIAISON_FIELD_LINK && field->target == merge.kind)
        replace_link (&merge, merged, i);
    }

  return remove_of_itself (&merge, error)
    && replace_links (&merge, error)
    && liaison_edit_put (edit, merged, NULL, error)
    && liaison_edit_remove (edit, merge.kind, gone, error)
    && keep_former_uuid (&merge, error);
}
