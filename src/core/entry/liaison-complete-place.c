/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-complete-private.h"

#include <string.h>

/* Where the term and the value begin that the cursor stands in, as liaison-query-scan.c would find them. */
typedef struct
{
  gsize    term;
  gsize    value;
  gboolean quoted; /* the cursor stands between quotation marks */
} Cut;

static Cut
cut_before (const char *text,
            gsize       cursor)
{
  Cut cut = { 0, 0, FALSE };

  for (const char *at = text; at < text + cursor; at = g_utf8_next_char (at))
    {
      gsize next = g_utf8_next_char (at) - text;

      if (cut.quoted && *at == '\\' && at[1] != '\0' && at + 1 < text + cursor)
        at++;
      else if (liaison_query_is_quotation_mark (at) && (cut.quoted || (gsize) (at - text) == cut.value
                                                       || ((gsize) (at - text) == cut.term + 1 && text[cut.term] == '-')))
        cut.quoted = !cut.quoted;
      else if (!cut.quoted && g_unichar_isspace (g_utf8_get_char (at)))
        cut.term = cut.value = next;
      else if (!cut.quoted && (*at == ',' || (*at == ':' && cut.value == cut.term)))
        cut.value = next;
    }

  return cut;
}

static gsize
find_end (const char *text,
          gsize       cursor,
          gboolean    quoted)
{
  const char *at;

  for (at = text + cursor; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (quoted && liaison_query_is_quotation_mark (at))
        return g_utf8_next_char (at) - text;
      if (!quoted && (*at == ',' || g_unichar_isspace (g_utf8_get_char (at))))
        break;
    }

  return at - text;
}

gboolean
liaison_complete_place_find (LiaisonCompletePlace *place,
                             const char           *text,
                             gsize                 cursor)
{
  Cut cut = cut_before (text, cursor);
  const char *colon;

  *place = (LiaisonCompletePlace) { LIAISON_N_QUERY_KEYS, text[cut.term] == '-', cut.term, cut.value, 0, NULL };
  place->term += place->negative ? 1 : 0;
  colon = memchr (text + place->term, ':', cut.value > place->term ? cut.value - place->term : 0);

  if (colon)
    {
      place->key = liaison_query_key_find (text + place->term, colon - text - place->term);
      if (place->key == LIAISON_N_QUERY_KEYS)
        return FALSE;
    }
  else
    {
      /* Within a word a comma separates nothing. */
      place->start = place->term;
      if (place->start > cursor || cut.quoted)
        return FALSE;
    }

  place->end = find_end (text, cursor, cut.quoted);
  if (cut.quoted)
    {
      const char *inside = g_utf8_next_char (text + place->start);

      place->typed = inside <= text + cursor ? g_strndup (inside, text + cursor - inside) : g_strdup ("");
    }
  else
    {
      place->typed = g_strndup (text + place->start, cursor - place->start);
    }

  return TRUE;
}

void
liaison_complete_place_clear (LiaisonCompletePlace *place)
{
  g_clear_pointer (&place->typed, g_free);
}
