/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-query-private.h"

static guint
count_seats (const PlainEngagement *engagement)
{
  g_autoptr (GHashTable) seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->side == LIAISON_SIDE_THEIRS && plain_takes_part (part) && (*part->seat_country || part->seat_organisation))
        g_hash_table_add (seats, g_strdup_printf ("%s %" G_GINT64_FORMAT, part->seat_country, part->seat_organisation));
    }

  return g_hash_table_size (seats);
}

static gboolean
is_formal (const PlainEngagement *engagement)
{
  return engagement->format != 0 || engagement->form == LIAISON_FORM_MULTILATERAL_SESSION;
}

static gboolean
is_hosted (const PlainEngagement *engagement)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->side == LIAISON_SIDE_OURS && part->role == LIAISON_ROLE_HOST)
        return TRUE;
    }

  return engagement->form == LIAISON_FORM_VISIT_HOSTED;
}

static gboolean
is_same_rank (const PlainEngagement *engagement)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *ours = g_ptr_array_index (engagement->parts, i);

      for (guint j = 0; j < engagement->parts->len; j++)
        {
          const PlainPart *theirs = g_ptr_array_index (engagement->parts, j);

          if (ours->side == LIAISON_SIDE_OURS && theirs->side == LIAISON_SIDE_THEIRS && plain_are_peers (ours, theirs))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_named_counterpart (const PlainEngagement *engagement)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->side == LIAISON_SIDE_THEIRS && part->contact != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_spoken (const PlainEngagement *engagement,
            PlainPresence          presence)
{
  gboolean ours = FALSE;
  gboolean theirs = FALSE;

  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      ours = ours || plain_is_present (part, LIAISON_SIDE_OURS, PLAIN_SPOKE);
      theirs = theirs || plain_is_present (part, LIAISON_SIDE_THEIRS, presence);
    }

  return ours && theirs;
}

gboolean
plain_is_spoken (const PlainEngagement *engagement)
{
  return engagement->counted && (engagement->group == LIAISON_GROUP_CALLS || engagement->group == LIAISON_GROUP_MEETINGS
                                 || engagement->group == LIAISON_GROUP_UNSPECIFIED);
}

gboolean
plain_is_state (const PlainEngagement *engagement,
                int                    state)
{
  switch (state)
    {
    case LIAISON_IS_COUNTED:
      return engagement->counted;
    case LIAISON_IS_CONTAINER:
      return engagement->group == 0;
    case LIAISON_IS_SPOKE_WITH:
      return plain_is_spoken (engagement) && has_spoken (engagement, PLAIN_SPOKE);
    case LIAISON_IS_REACHED:
      return plain_is_spoken (engagement) && has_spoken (engagement, PLAIN_REACHED);
    case LIAISON_IS_BILATERAL:
      return count_seats (engagement) == 1 && !is_formal (engagement);
    case LIAISON_IS_MULTILATERAL:
      return count_seats (engagement) > 1 || is_formal (engagement);
    case LIAISON_IS_HOSTED:
      return is_hosted (engagement);
    case LIAISON_IS_SAME_RANK:
      return is_same_rank (engagement);
    case LIAISON_IS_ANNOUNCED:
      return engagement->evidence == LIAISON_EVIDENCE_ANNOUNCEMENT;
    case LIAISON_IS_UNSOURCED:
      return engagement->evidence == LIAISON_EVIDENCE_NONE || engagement->evidence == 0;
    case LIAISON_IS_UNNAMED:
      return !has_named_counterpart (engagement);
    case LIAISON_IS_UNDATED:
      return engagement->first == 0;
    case LIAISON_IS_IMPRECISE:
      return plain_is_imprecise (engagement) && engagement->last > engagement->first;
    case LIAISON_IS_OVERDUE:
      return engagement->overdue;
    case LIAISON_IS_PUBLIC:
      return engagement->sensitivity == LIAISON_SENSITIVITY_PUBLIC;
    case LIAISON_IS_INTERNAL:
      return engagement->sensitivity == LIAISON_SENSITIVITY_INTERNAL;
    case LIAISON_IS_CONFIDENTIAL:
      return engagement->sensitivity == LIAISON_SENSITIVITY_CONFIDENTIAL;
    default:
      return FALSE;
    }
}
