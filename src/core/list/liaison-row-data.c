/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-row-data-private.h"

#include <string.h>

G_STATIC_ASSERT (LIAISON_N_ENGAGEMENT_COLUMNS <= LIAISON_ROW_MOST_COLUMNS);
G_STATIC_ASSERT (LIAISON_N_CONTACT_COLUMNS <= LIAISON_ROW_MOST_COLUMNS);
G_STATIC_ASSERT (LIAISON_N_ORGANISATION_COLUMNS <= LIAISON_ROW_MOST_COLUMNS);

/* Most texts of a row are empty: these share one. */
static gsize
measure (char * const *texts)
{
  gsize size = 0;

  for (int i = 0; i < LIAISON_ROW_MOST_COLUMNS; i++)
    size += texts[i] && *texts[i] ? strlen (texts[i]) + 1 : 0;

  return size;
}

static const char *
append (char       **end,
        const char  *text)
{
  const char *start = *end;

  if (!text || !*text)
    return "";

  *end = g_stpcpy (*end, text) + 1;

  return start;
}

static void
append_all (char       **end,
            const char **to,
            char * const *texts)
{
  for (int i = 0; i < LIAISON_ROW_MOST_COLUMNS; i++)
    to[i] = append (end, texts[i]);
}

/* One allocation for a row of many texts: a thousand of them are made while somebody scrolls. */
LiaisonRowData *
liaison_row_data_new (const LiaisonRowData  *model,
                      const char            *uuid,
                      const LiaisonRowTexts *texts)
{
  gsize size = strlen (uuid) + 1 + measure (texts->texts) + measure (texts->wholes) + measure (texts->terms);
  LiaisonRowData *data = g_atomic_rc_box_alloc (sizeof *data + size);
  char *end;

  *data = *model;
  end = data->block;
  data->uuid = append (&end, uuid);
  append_all (&end, data->texts, texts->texts);
  append_all (&end, data->wholes, texts->wholes);
  append_all (&end, data->terms, texts->terms);

  return data;
}

static void
clear_texts (char **texts)
{
  for (int i = 0; i < LIAISON_ROW_MOST_COLUMNS; i++)
    g_clear_pointer (&texts[i], g_free);
}

void
liaison_row_texts_clear (LiaisonRowTexts *texts)
{
  clear_texts (texts->texts);
  clear_texts (texts->wholes);
  clear_texts (texts->terms);
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
      || a->sensitivity != b->sensitivity || a->side != b->side || a->records != b->records || a->counted != b->counted
      || strcmp (a->uuid, b->uuid) != 0)
    return FALSE;

  for (int i = 0; i < LIAISON_ROW_MOST_COLUMNS; i++)
    {
      if (strcmp (a->texts[i], b->texts[i]) != 0 || strcmp (a->wholes[i], b->wholes[i]) != 0 || strcmp (a->terms[i], b->terms[i]) != 0)
        return FALSE;
    }

  return TRUE;
}
