/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-fill.h"

G_STATIC_ASSERT (LIAISON_ENGAGEMENT_TOPICS < 32);

/* @said is a record that holds what the line said last, @before what the draft held before the line said anything of a field. */
struct _LiaisonQuickFill
{
  LiaisonRecord *said;
  LiaisonRecord *before;
};

LiaisonQuickFill *
liaison_quick_fill_new (void)
{
  LiaisonQuickFill *self = g_new (LiaisonQuickFill, 1);

  self->said = liaison_record_new (LIAISON_KIND_ENGAGEMENT, NULL);
  self->before = liaison_record_new (LIAISON_KIND_ENGAGEMENT, NULL);

  return self;
}

void
liaison_quick_fill_free (LiaisonQuickFill *self)
{
  liaison_record_unref (self->said);
  liaison_record_unref (self->before);
  g_free (self);
}

/* A topic that is not on record is stored with the draft. */
static const char *
get_topic (LiaisonDraft      *draft,
           LiaisonSuggestion *topic)
{
  const char *name = liaison_suggestion_get_name (topic);
  const char *uuid = liaison_suggestion_get_uuid (topic);

  if (*uuid == '\0')
    return liaison_record_get_uuid (liaison_draft_take_topic (draft, name));

  liaison_draft_set_name (draft, uuid, name);

  return uuid;
}

static void
set_topics (LiaisonDraft            *draft,
            const LiaisonQuickEntry *entry,
            LiaisonRecord           *said)
{
  g_autoptr (GStrvBuilder) topics = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < entry->topics->len; i++)
    g_strv_builder_add (topics, get_topic (draft, entry->topics->pdata[i]));
  list = g_strv_builder_end (topics);
  liaison_record_set_list (said, LIAISON_ENGAGEMENT_TOPICS, (const char * const *) list);
}

/* What the line says, as a record. */
static LiaisonRecord *
dup_said (LiaisonDraft            *draft,
          const LiaisonQuickEntry *entry)
{
  LiaisonRecord *said = liaison_record_new (LIAISON_KIND_ENGAGEMENT, NULL);

  liaison_record_set_integer (said, LIAISON_ENGAGEMENT_FORM, entry->form);
  liaison_record_set_text (said, LIAISON_ENGAGEMENT_START, entry->start);
  liaison_record_set_text (said, LIAISON_ENGAGEMENT_END, entry->end);
  liaison_record_set_integer (said, LIAISON_ENGAGEMENT_PRECISION, entry->precision);
  liaison_record_set_text (said, LIAISON_ENGAGEMENT_PLACE, entry->place);
  liaison_record_set_text (said, LIAISON_ENGAGEMENT_COUNTRY, entry->country);
  liaison_record_set_text (said, LIAISON_ENGAGEMENT_SUMMARY, entry->summary);
  if (entry->format != NULL)
    {
      liaison_record_set_text (said, LIAISON_ENGAGEMENT_FORMAT, liaison_suggestion_get_uuid (entry->format));
      liaison_draft_set_name (draft, liaison_suggestion_get_uuid (entry->format), liaison_suggestion_get_name (entry->format));
    }
  set_topics (draft, entry, said);

  return said;
}

static void
copy_field (LiaisonRecord       *to,
            const LiaisonRecord *from,
            guint                field)
{
  const LiaisonField *info = &liaison_kind_get_info (LIAISON_KIND_ENGAGEMENT)->fields[field];

  if (liaison_field_is_text (info))
    liaison_record_set_text (to, field, liaison_record_get_text (from, field));
  else if (liaison_field_is_list (info))
    liaison_record_set_list (to, field, liaison_record_get_list (from, field));
  else
    liaison_record_set_integer (to, field, liaison_record_get_integer (from, field));
}

static gboolean
apply_field (LiaisonQuickFill    *self,
             LiaisonRecord       *record,
             const LiaisonRecord *said,
             guint                field)
{
  gboolean says = !liaison_record_field_is_empty (said, field);
  gboolean said_before = !liaison_record_field_is_empty (self->said, field);

  if (liaison_record_field_equal (said, self->said, field))
    return FALSE;

  if (!said_before)
    copy_field (self->before, record, field);
  if (says)
    copy_field (record, said, field);
  else if (liaison_record_field_equal (record, self->said, field))
    copy_field (record, self->before, field);

  return TRUE;
}

static gboolean
contains (const LiaisonRecord *record,
          const char          *topic)
{
  return g_strv_contains (liaison_record_get_list (record, LIAISON_ENGAGEMENT_TOPICS), topic);
}

/* Topics that the person has chosen beside the line's stay. */
static gboolean
apply_topics (LiaisonQuickFill    *self,
              LiaisonRecord       *record,
              const LiaisonRecord *said)
{
  g_autoptr (GStrvBuilder) topics = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (liaison_record_field_equal (said, self->said, LIAISON_ENGAGEMENT_TOPICS))
    return FALSE;

  for (const char * const *topic = liaison_record_get_list (record, LIAISON_ENGAGEMENT_TOPICS); *topic != NULL; topic++)
    {
      if (!contains (self->said, *topic) || contains (said, *topic))
        g_strv_builder_add (topics, *topic);
    }
  for (const char * const *topic = liaison_record_get_list (said, LIAISON_ENGAGEMENT_TOPICS); *topic != NULL; topic++)
    {
      if (!contains (record, *topic))
        g_strv_builder_add (topics, *topic);
    }
  list = g_strv_builder_end (topics);
  liaison_record_set_list (record, LIAISON_ENGAGEMENT_TOPICS, (const char * const *) list);

  return TRUE;
}

guint
liaison_quick_fill_apply (LiaisonQuickFill        *self,
                          LiaisonDraft            *draft,
                          const LiaisonQuickEntry *entry)
{
  static const guint fields[] = {
    LIAISON_ENGAGEMENT_FORM, LIAISON_ENGAGEMENT_START, LIAISON_ENGAGEMENT_END, LIAISON_ENGAGEMENT_PRECISION, LIAISON_ENGAGEMENT_FORMAT,
    LIAISON_ENGAGEMENT_PLACE, LIAISON_ENGAGEMENT_COUNTRY, LIAISON_ENGAGEMENT_SUMMARY,
  };
  LiaisonRecord *record;
  LiaisonRecord *said;
  guint changed = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (LIAISON_IS_DRAFT (draft), 0);

  record = liaison_draft_get_record (draft);
  said = dup_said (draft, entry);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (apply_field (self, record, said, fields[i]))
        changed |= 1u << fields[i];
    }
  if (apply_topics (self, record, said))
    changed |= 1u << LIAISON_ENGAGEMENT_TOPICS;

  liaison_record_unref (self->said);
  self->said = said;

  return changed;
}
