/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-seats.h"

struct _LiaisonQuickSeats
{
  LiaisonParticipantList *lists[LIAISON_SIDE_THIRD + 1];
  GPtrArray              *seated; /* LiaisonQuickSeat: those whom the line has seated */
};

static void
seat_free (gpointer data)
{
  LiaisonQuickSeat *seat = data;

  g_object_unref (seat->who);
  g_free (seat);
}

LiaisonQuickSeats *
liaison_quick_seats_new (LiaisonParticipantList * const *lists)
{
  LiaisonQuickSeats *self = g_new0 (LiaisonQuickSeats, 1);

  for (LiaisonSide side = LIAISON_SIDE_OURS; side <= LIAISON_SIDE_THIRD; side++)
    self->lists[side] = lists[side];
  self->seated = g_ptr_array_new_with_free_func (seat_free);

  return self;
}

void
liaison_quick_seats_free (LiaisonQuickSeats *self)
{
  g_ptr_array_unref (self->seated);
  g_free (self);
}

static gboolean
is_same (const LiaisonQuickSeat *a,
         const LiaisonQuickSeat *b)
{
  const char *uuid = liaison_suggestion_get_uuid (a->who);

  if (a->side != b->side || !g_str_equal (uuid, liaison_suggestion_get_uuid (b->who)))
    return FALSE;

  return *uuid != '\0' || g_str_equal (liaison_suggestion_get_country (a->who), liaison_suggestion_get_country (b->who));
}

static gboolean
contains (GPtrArray              *seats,
          const LiaisonQuickSeat *seat)
{
  for (guint i = 0; i < seats->len; i++)
    {
      if (is_same (seats->pdata[i], seat))
        return TRUE;
    }

  return FALSE;
}

static void
unseat (LiaisonQuickSeats       *self,
        const LiaisonQuickEntry *entry)
{
  for (guint i = self->seated->len; i-- > 0;)
    {
      LiaisonQuickSeat *seat = self->seated->pdata[i];

      if (contains (entry->seats, seat))
        continue;
      liaison_participant_list_unseat (self->lists[seat->side], seat->who);
      g_ptr_array_remove_index (self->seated, i);
    }
}

void
liaison_quick_seats_apply (LiaisonQuickSeats       *self,
                           const LiaisonQuickEntry *entry)
{
  g_return_if_fail (self != NULL);

  unseat (self, entry);
  for (guint i = 0; i < entry->seats->len; i++)
    {
      LiaisonQuickSeat *seat = entry->seats->pdata[i];
      LiaisonQuickSeat *seated;

      if (contains (self->seated, seat) || !liaison_participant_list_seat (self->lists[seat->side], seat->who))
        continue;

      seated = g_new (LiaisonQuickSeat, 1);
      seated->side = seat->side;
      seated->who = g_object_ref (seat->who);
      g_ptr_array_add (self->seated, seated);
    }
}
