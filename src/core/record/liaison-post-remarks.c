/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-post-remarks.h"

#include "liaison-date-format.h"
#include "liaison-date.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *title;
  int         first; /* as yyyymmdd; LIAISON_DAY_FIRST where no beginning is known */
  int         last;  /* LIAISON_DAY_LAST where no end is */
} Tenure;

/* Dates that cannot be read are told beside their fields. */
static Tenure
get_tenure (const LiaisonRecord *post)
{
  Tenure tenure = { liaison_record_get_text (post, LIAISON_POST_TITLE), LIAISON_DAY_FIRST, LIAISON_DAY_LAST };
  LiaisonDate date;

  if (liaison_date_parse (liaison_record_get_text (post, LIAISON_POST_FROM), &date, NULL))
    tenure.first = liaison_date_first_day (&date);
  if (liaison_date_parse (liaison_record_get_text (post, LIAISON_POST_TO), &date, NULL))
    tenure.last = liaison_date_last_day (&date);

  return tenure;
}

static int
compare_tenures (gconstpointer a,
                 gconstpointer b)
{
  const Tenure *first = a;
  const Tenure *second = b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;

  return strcmp (first->title, second->title);
}

static char *
dup_day (int day)
{
  const LiaisonDate date = { day / 10000, day / 100 % 100, day % 100, -1 };
  g_autofree char *text = liaison_date_to_string (&date);

  return liaison_date_format_short (text, NULL, "day");
}

static void
append (GString *text,
        char    *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
  g_free (sentence);
}

static void
tell_overlap (GString      *text,
              const Tenure *earlier,
              const Tenure *later)
{
  g_autofree char *first = dup_day (later->first);
  g_autofree char *last = dup_day (MIN (earlier->last, later->last));

  if (MIN (earlier->last, later->last) == LIAISON_DAY_LAST)
    /* Translators: two titles and the day from which both were held */
    append (text, g_strdup_printf (_("“%s” and “%s” are both held from %s on."), earlier->title, later->title, first));
  else
    /* Translators: two titles, and the first and the last day on which both were held */
    append (text, g_strdup_printf (_("“%s” and “%s” are both held from %s to %s."), earlier->title, later->title, first, last));
}

static void
tell_gap (GString *text,
          int      last,
          int      first)
{
  g_autofree char *from = dup_day (liaison_day_add (last, 1));
  g_autofree char *to = dup_day (liaison_day_add (first, -1));

  /* Translators: the first and the last day on which no post is on record */
  append (text, g_strdup_printf (_("Nothing is held from %s to %s."), from, to));
}

char *
liaison_post_remarks_dup (GPtrArray *posts)
{
  g_autoptr (GArray) tenures = g_array_new (FALSE, FALSE, sizeof (Tenure));
  GString *text = g_string_new (NULL);
  int last = 0;

  for (guint i = 0; i < posts->len; i++)
    {
      Tenure tenure = get_tenure (posts->pdata[i]);

      /* Of a post without any date nothing can be said. */
      if (tenure.first > LIAISON_DAY_FIRST || tenure.last < LIAISON_DAY_LAST)
        g_array_append_val (tenures, tenure);
    }
  g_array_sort (tenures, compare_tenures);

  for (guint i = 0; i < tenures->len; i++)
    {
      const Tenure *tenure = &g_array_index (tenures, Tenure, i);

      if (i > 0 && last < LIAISON_DAY_LAST && tenure->first > liaison_day_add (last, 1))
        tell_gap (text, last, tenure->first);
      for (guint j = 0; j < i; j++)
        {
          const Tenure *earlier = &g_array_index (tenures, Tenure, j);

          if (tenure->first > LIAISON_DAY_FIRST && tenure->first <= earlier->last)
            tell_overlap (text, earlier, tenure);
        }
      last = MAX (last, tenure->last);
    }

  return g_string_free (text, FALSE);
}
