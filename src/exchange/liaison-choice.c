/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-choice-private.h"

typedef struct
{
  LiaisonKind kind;
  const char *uuid; /* belongs to the set of the kind */
} Member;

struct _LiaisonChoice
{
  LiaisonDb  *db;
  GHashTable *uuids[LIAISON_N_KINDS];
  GQueue      pending; /* of Member: those whose links have not been followed */
};

/* What comes with a record because it names it: the kind, and the link that names. */
static const struct
{
  LiaisonKind owner;
  LiaisonKind kind;
  guint       field;
} owned[] = {
  { LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_PARTICIPATION, LIAISON_PARTICIPATION_ENGAGEMENT },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_FOLLOW_UP, LIAISON_FOLLOW_UP_ENGAGEMENT },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_READOUT, LIAISON_READOUT_ENGAGEMENTS },
  { LIAISON_KIND_CONTACT, LIAISON_KIND_POST, LIAISON_POST_CONTACT },
  { LIAISON_KIND_ORGANISATION, LIAISON_KIND_MEMBERSHIP, LIAISON_MEMBERSHIP_GROUPING },
};

static void
add (LiaisonChoice *choice,
     LiaisonKind    kind,
     const char    *uuid)
{
  Member *member;
  char *key;

  if (*uuid == '\0' || g_hash_table_contains (choice->uuids[kind], uuid))
    return;

  key = g_strdup (uuid);
  g_hash_table_add (choice->uuids[kind], key);
  member = g_new (Member, 1);
  *member = (Member) { kind, key };
  g_queue_push_tail (&choice->pending, member);
}

static void
follow_links (LiaisonChoice       *choice,
              const LiaisonRecord *record)
{
  LiaisonKind kind = liaison_record_get_kind (record);
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const LiaisonField *field = &info->fields[i];

      if (field->type == LIAISON_FIELD_LINK)
        add (choice, field->target, liaison_record_get_text (record, i));
      /* A readout does not bring the other engagements that it tells of: they were not chosen. */
      else if (field->type == LIAISON_FIELD_LINKS && kind != LIAISON_KIND_READOUT)
        for (const char * const *uuid = liaison_record_get_list (record, i); *uuid; uuid++)
          add (choice, field->target, *uuid);
    }
}

static gboolean
follow (LiaisonChoice *choice,
        const Member  *member,
        GError       **error)
{
  g_autoptr (LiaisonRecord) record = liaison_record_load (choice->db, member->kind, member->uuid, error);

  if (record == NULL)
    return FALSE;
  follow_links (choice, record);

  for (gsize i = 0; i < G_N_ELEMENTS (owned); i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (owned[i].owner != member->kind)
        continue;
      records = liaison_record_load_owned (choice->db, owned[i].kind, owned[i].field, member->uuid, error);
      if (records == NULL)
        return FALSE;
      for (guint r = 0; r < records->len; r++)
        add (choice, owned[i].kind, liaison_record_get_uuid (records->pdata[r]));
    }

  return TRUE;
}

static gboolean
add_engagements (LiaisonChoice *choice,
                 GArray        *engagements,
                 GError       **error)
{
  for (guint i = 0; i < engagements->len; i++)
    {
      g_autofree char *uuid = liaison_record_find_uuid (choice->db, LIAISON_KIND_ENGAGEMENT, g_array_index (engagements, gint32, i), error);

      if (uuid == NULL)
        return FALSE;
      add (choice, LIAISON_KIND_ENGAGEMENT, uuid);
    }

  return TRUE;
}

LiaisonChoice *
liaison_choice_new (LiaisonDb    *db,
                    GArray       *engagements,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (LiaisonChoice) choice = g_new0 (LiaisonChoice, 1);

  choice->db = db;
  g_queue_init (&choice->pending);
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    choice->uuids[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!add_engagements (choice, engagements, error))
    return NULL;

  while (!g_queue_is_empty (&choice->pending))
    {
      g_autofree Member *member = g_queue_pop_head (&choice->pending);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !follow (choice, member, error))
        return NULL;
    }

  return g_steal_pointer (&choice);
}

void
liaison_choice_free (LiaisonChoice *choice)
{
  g_queue_clear_full (&choice->pending, g_free);
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    g_hash_table_unref (choice->uuids[kind]);
  g_free (choice);
}

static int
compare_uuids (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static void
narrow_readout (LiaisonChoice *choice,
                LiaisonRecord *record)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (const char * const *uuid = liaison_record_get_list (record, LIAISON_READOUT_ENGAGEMENTS); *uuid; uuid++)
    {
      if (g_hash_table_contains (choice->uuids[LIAISON_KIND_ENGAGEMENT], *uuid))
        g_ptr_array_add (kept, (gpointer) *uuid);
    }
  g_ptr_array_add (kept, NULL);
  liaison_record_set_list (record, LIAISON_READOUT_ENGAGEMENTS, (const char * const *) kept->pdata);
}

gboolean
liaison_choice_foreach (LiaisonChoice    *choice,
                        LiaisonKind       kind,
                        LiaisonRecordFunc func,
                        gpointer          user_data,
                        GError          **error)
{
  guint n_uuids;
  g_autofree char **uuids = (char **) g_hash_table_get_keys_as_array (choice->uuids[kind], &n_uuids);

  qsort (uuids, n_uuids, sizeof (char *), compare_uuids);
  for (guint i = 0; i < n_uuids; i++)
    {
      g_autoptr (LiaisonRecord) record = liaison_record_load (choice->db, kind, uuids[i], error);

      if (record == NULL)
        return FALSE;
      if (kind == LIAISON_KIND_READOUT)
        narrow_readout (choice, record);
      if (!func (record, user_data, error))
        return FALSE;
    }

  return TRUE;
}
