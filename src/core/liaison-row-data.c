/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-data-private.h"

#include <string.h>

G_STATIC_ASSERT (LIAISON_N_ENGAGEMENT_COLUMNS <= LIAISON_ROW_MOST_COLUMNS);
G_STATIC_ASSERT (LIAISON_N_CONTACT_COLUMNS <= LIAISON_ROW_MOST_COLUMNS);
G_STATIC_ASSERT (LIAISON_N_ORGANISATION_COLUMNS <= LIAISON_ROW_MOST_COLUMNS);

static const char *
append (char       **end,
        const char  *text)
{
  const char *start = *end;

  *end = g_stpcpy (*end, text ? text : "") + 1;

  return start;
}

/* One allocation for a row of nine texts: a thousand of them are made while somebody scrolls. */
LiaisonRowData *
liaison_row_data_new (const LiaisonRowData *model,
                      const char           *uuid,
                      char * const          texts[LIAISON_ROW_MOST_COLUMNS])
{
  LiaisonRowData *data;
  gsize size = strlen (uuid) + 1;
  char *end;

  for (int i = 0; i < LIAISON_ROW_MOST_COLUMNS; i++)
    size += (texts[i] ? strlen (texts[i]) : 0) + 1;

  data = g_atomic_rc_box_alloc (sizeof *data + size);
  *data = *model;
  end = data->block;
  data->uuid = append (&end, uuid);
  for (int i = 0; i < LIAISON_ROW_MOST_COLUMNS; i++)
    data->texts[i] = append (&end, texts[i]);

  return data;
}

LiaisonRowData *
liaison_row_data_ref (LiaisonRowData *data)
{
  return g_atomic_rc_box_acquire (data);
}

void
liaison_row_data_unref (LiaisonRowData *data)
{
  g_atomic_rc_box_release (data);
}

gboolean
liaison_row_data_equal (const LiaisonRowData *a,
                        const LiaisonRowData *b)
{
  if (a->id != b->id || a->form != b->form || a->status != b->status || a->evidence != b->evidence
      || a->sensitivity != b->sensitivity || a->side != b->side || strcmp (a->uuid, b->uuid) != 0)
    return FALSE;

  for (int i = 0; i < LIAISON_ROW_MOST_COLUMNS; i++)
    {
      if (strcmp (a->texts[i], b->texts[i]) != 0)
        return FALSE;
    }

  return TRUE;
}
