/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes a store of any size as Liaison JSON, and the same rows as CSV files for the sqlite3 shell's .import.  The same number gives the
 * same bytes: everything is drawn from one seeded generator, and UUIDs are counted.
 *
 *   generate N FOLDER    N engagements, into FOLDER/store.jsonl and FOLDER/KIND.csv
 */

#include "liaison-day.h"
#include "liaison-kind.h"

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>

#define SEED 20220111
#define N_PRINCIPALS 200
#define N_OFFICES 40
#define N_TOPICS 60
#define N_FORMATS 12
#define N_WORDS 1500
#define FIRST_DAY 20020101
#define N_DAYS 7300
#define TIME "2022-01-14T12:00:00Z"
#define SECONDS "1642161600"

typedef struct
{
  GRand   *rand;
  guint    n_engagements;
  guint    n_counterparts;
  guint64  n_participations;
  char   **words;
  FILE    *json;
  FILE    *csv[LIAISON_N_KINDS];
  FILE    *topics_csv; /* the rows of engagement_topics */
} Generator;

static const char * const countries[] = {
  "UA", "RU", "DE", "FR", "GB", "IT", "PL", "TR", "RO", "FI", "SE", "NO", "DK", "NL", "BE", "ES", "PT", "GR", "BG", "HU", "CZ", "SK", "SI", "HR",
  "LT", "LV", "EE", "IE", "AT", "CH", "RS", "BA", "ME", "MK", "AL", "MD", "GE", "AM", "AZ", "KZ", "JP", "KR", "CN", "IN", "AU", "NZ", "CA", "MX",
  "BR", "AR", "CL", "ZA", "NG", "KE", "EG", "MA", "TN", "IL", "SA", "AE",
};
static const char * const places[] = { "Brussels", "Geneva", "Vienna", "Kyiv", "Paris", "Berlin", "Riga", "Warsaw", "Helsinki", "Ankara" };
static const char * const syllables[] = {
  "ba", "ko", "li", "mé", "ny", "ra", "so", "tü", "va", "zhe", "dra", "fil", "gor", "hen", "ism", "jan", "kul", "łu", "mar", "nor", "ost", "per",
};
/* Calls are what desks note most. */
static const int forms[] = {
  LIAISON_FORM_PHONE_CALL, LIAISON_FORM_PHONE_CALL, LIAISON_FORM_PHONE_CALL, LIAISON_FORM_MEETING, LIAISON_FORM_MEETING,
  LIAISON_FORM_VIDEO_CALL, LIAISON_FORM_PULL_ASIDE, LIAISON_FORM_VISIT_MADE, LIAISON_FORM_LETTER, LIAISON_FORM_MULTILATERAL_SESSION,
};

/* UUIDs of version 7 with a counter in place of the random bits, in ascending order within a kind. */
static const char *
format_uuid (LiaisonKind kind,
             guint64     number)
{
  static char buffers[8][37];
  static guint next = 0;
  char *buffer = buffers[next++ % G_N_ELEMENTS (buffers)];

  g_snprintf (buffer, 37, "017e%04x-%04x-7%03x-8000-%012" G_GINT64_MODIFIER "x", kind, (guint) (number >> 28) & 0xffff,
              (guint) (number >> 16) & 0xfff, number);

  return buffer;
}

/* Few are met often and many once: the square or cube of an even draw. */
static guint
draw_skewed (Generator *g,
             guint      n,
             double     skew)
{
  double share = g_rand_double (g->rand);

  for (; skew > 1; skew--)
    share *= g_rand_double (g->rand);

  return MIN ((guint) (share * n), n - 1);
}

static char *
make_word (Generator *g,
           int        n_syllables)
{
  GString *word = g_string_new (NULL);

  for (int i = 0; i < n_syllables; i++)
    g_string_append (word, syllables[g_rand_int_range (g->rand, 0, G_N_ELEMENTS (syllables))]);

  return g_string_free (word, FALSE);
}

static const char *
draw_word (Generator *g)
{
  return g->words[draw_skewed (g, N_WORDS, 2)];
}

static char *
make_text (Generator *g,
           int        n_words)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", draw_word (g));

  return g_string_free (text, FALSE);
}

static void
begin_line (Generator   *g,
            LiaisonKind  kind,
            guint64      number)
{
  fprintf (g->json, "{\"record\":\"%s\",\"uuid\":\"%s\",\"created\":\"" TIME "\",\"modified\":\"" TIME "\",\"sensitivity\":\"public\"",
           liaison_kind_get_info (kind)->name, format_uuid (kind, number));
  fprintf (g->csv[kind], "%" G_GUINT64_FORMAT ",%s," SECONDS "," SECONDS ",1,1", number, format_uuid (kind, number));
}

static void
end_line (Generator   *g,
          LiaisonKind  kind)
{
  fputs ("}\n", g->json);
  fputc ('\n', g->csv[kind]);
}

/* One value to both files; "" writes nothing to the JSON and an empty column to the CSV. */
static void
write_text (Generator   *g,
            LiaisonKind  kind,
            const char  *name,
            const char  *value)
{
  if (*value != '\0')
    fprintf (g->json, ",\"%s\":\"%s\"", name, value);
  fprintf (g->csv[kind], ",\"%s\"", value);
}

static void
write_token (Generator               *g,
             LiaisonKind              kind,
             const char              *name,
             const LiaisonVocabulary *vocabulary,
             int                      value)
{
  fprintf (g->json, ",\"%s\":\"%s\"", name, liaison_vocabulary_get_token (vocabulary, value));
  fprintf (g->csv[kind], ",%d", value);
}

static void
write_link (Generator   *g,
            LiaisonKind  kind,
            const char  *name,
            LiaisonKind  target,
            guint64      number)
{
  if (number != 0)
    fprintf (g->json, ",\"%s\":\"%s\"", name, format_uuid (target, number));
  fprintf (g->csv[kind], ",%" G_GUINT64_FORMAT, number);
}

static void
write_organisations (Generator *g)
{
  for (guint i = 1; i <= N_FORMATS + N_OFFICES + G_N_ELEMENTS (countries); i++)
    {
      g_autofree char *name = make_text (g, 3);
      gboolean is_format = i <= N_FORMATS;

      begin_line (g, LIAISON_KIND_ORGANISATION, i);
      write_text (g, LIAISON_KIND_ORGANISATION, "name", name);
      write_token (g, LIAISON_KIND_ORGANISATION, "kind", &liaison_organisation_kinds,
                   is_format ? LIAISON_ORGANISATION_GROUPING : LIAISON_ORGANISATION_MINISTRY);
      write_text (g, LIAISON_KIND_ORGANISATION, "country",
                  is_format ? "" : i <= N_FORMATS + N_OFFICES ? "US" : countries[i - N_FORMATS - N_OFFICES - 1]);
      end_line (g, LIAISON_KIND_ORGANISATION);
    }
}

static void
write_contacts (Generator *g)
{
  for (guint i = 1; i <= N_PRINCIPALS + g->n_counterparts; i++)
    {
      gboolean ours = i <= N_PRINCIPALS;
      guint country = g_rand_int_range (g->rand, 0, G_N_ELEMENTS (countries));
      g_autofree char *given = make_word (g, 2);
      g_autofree char *family = make_word (g, 3);
      g_autofree char *name = g_strdup_printf ("%s %s", given, family);

      begin_line (g, LIAISON_KIND_CONTACT, i);
      write_text (g, LIAISON_KIND_CONTACT, "name", name);
      write_text (g, LIAISON_KIND_CONTACT, "given", given);
      write_text (g, LIAISON_KIND_CONTACT, "family", family);
      write_token (g, LIAISON_KIND_CONTACT, "side", &liaison_sides, ours ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS);
      write_text (g, LIAISON_KIND_CONTACT, "country", ours ? "US" : countries[country]);
      end_line (g, LIAISON_KIND_CONTACT);

      begin_line (g, LIAISON_KIND_POST, i);
      write_link (g, LIAISON_KIND_POST, "contact", LIAISON_KIND_CONTACT, i);
      write_text (g, LIAISON_KIND_POST, "title", ours ? "Under Secretary" : "Minister of Foreign Affairs");
      write_link (g, LIAISON_KIND_POST, "organisation", LIAISON_KIND_ORGANISATION,
                  ours ? N_FORMATS + 1 + i % N_OFFICES : N_FORMATS + N_OFFICES + 1 + country);
      write_token (g, LIAISON_KIND_POST, "level", &liaison_levels, 1 + i % 10);
      end_line (g, LIAISON_KIND_POST);
    }
}

static void
write_topics (Generator *g)
{
  for (guint i = 1; i <= N_TOPICS; i++)
    {
      g_autofree char *name = make_text (g, 2);

      begin_line (g, LIAISON_KIND_TOPIC, i);
      write_text (g, LIAISON_KIND_TOPIC, "name", name);
      end_line (g, LIAISON_KIND_TOPIC);
    }
}

static void
write_topic_of (Generator *g,
                guint      engagement)
{
  guint topic = 1 + draw_skewed (g, N_TOPICS, 1);

  fprintf (g->json, ",\"topics\":[\"%s\"]", format_uuid (LIAISON_KIND_TOPIC, topic));
  fprintf (g->topics_csv, "%u,%u,0\n", engagement, topic);
}

static void
write_engagement (Generator *g,
                  guint      number)
{
  int day = liaison_day_add (FIRST_DAY, g_rand_int_range (g->rand, 0, N_DAYS));
  g_autofree char *start = g_strdup_printf ("%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
  g_autofree char *title = make_text (g, 4);
  g_autofree char *summary = make_text (g, 20);
  int form = forms[g_rand_int_range (g->rand, 0, G_N_ELEMENTS (forms))];
  gboolean has_format = form == LIAISON_FORM_MULTILATERAL_SESSION;

  begin_line (g, LIAISON_KIND_ENGAGEMENT, number);
  write_text (g, LIAISON_KIND_ENGAGEMENT, "title", title);
  write_text (g, LIAISON_KIND_ENGAGEMENT, "start", start);
  write_token (g, LIAISON_KIND_ENGAGEMENT, "precision", &liaison_precisions, LIAISON_PRECISION_DAY);
  write_token (g, LIAISON_KIND_ENGAGEMENT, "form", &liaison_forms, form);
  write_link (g, LIAISON_KIND_ENGAGEMENT, "format", LIAISON_KIND_ORGANISATION,
              has_format ? 1 + draw_skewed (g, N_FORMATS, 1) : 0);
  write_text (g, LIAISON_KIND_ENGAGEMENT, "place", places[draw_skewed (g, G_N_ELEMENTS (places), 1)]);
  write_text (g, LIAISON_KIND_ENGAGEMENT, "summary", summary);
  write_token (g, LIAISON_KIND_ENGAGEMENT, "status", &liaison_statuses,
               g_rand_int_range (g->rand, 0, 20) ? LIAISON_STATUS_HELD : LIAISON_STATUS_CANCELLED);
  write_topic_of (g, number);
  end_line (g, LIAISON_KIND_ENGAGEMENT);
}

static void
write_participation (Generator   *g,
                     guint        engagement,
                     guint        contact,
                     LiaisonSide  side,
                     int          position)
{
  begin_line (g, LIAISON_KIND_PARTICIPATION, ++g->n_participations);
  write_link (g, LIAISON_KIND_PARTICIPATION, "engagement", LIAISON_KIND_ENGAGEMENT, engagement);
  write_link (g, LIAISON_KIND_PARTICIPATION, "contact", LIAISON_KIND_CONTACT, contact);
  write_token (g, LIAISON_KIND_PARTICIPATION, "side", &liaison_sides, side);
  fprintf (g->json, ",\"position\":%d", position);
  fprintf (g->csv[LIAISON_KIND_PARTICIPATION], ",%d", position);
  end_line (g, LIAISON_KIND_PARTICIPATION);
}

static void
write_participations (Generator *g,
                      guint      engagement)
{
  guint principal = 1 + draw_skewed (g, N_PRINCIPALS, 3);
  int n = g_rand_int_range (g->rand, 1, 4);

  write_participation (g, engagement, principal, LIAISON_SIDE_OURS, 1);
  for (int i = 0; i < n; i++)
    write_participation (g, engagement, N_PRINCIPALS + 1 + draw_skewed (g, g->n_counterparts, 3), LIAISON_SIDE_THEIRS, 2 + i);
}

static FILE *
open_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, "w");

  if (file == NULL)
    {
      g_printerr ("generate: %s cannot be written\n", path);
      exit (EXIT_FAILURE);
    }

  return file;
}

static gboolean
close_files (Generator *g)
{
  gboolean complete = fclose (g->json) == 0;

  complete = fclose (g->topics_csv) == 0 && complete;

  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    complete = fclose (g->csv[kind]) == 0 && complete;

  return complete;
}

int
main (int    argc,
      char **argv)
{
  Generator g = { g_rand_new_with_seed (SEED) };

  if (argc != 3 || atoi (argv[1]) < 1)
    {
      g_printerr ("usage: generate N FOLDER\n");
      return 2;
    }

  g.n_engagements = atoi (argv[1]);
  g.n_counterparts = MAX (g.n_engagements / 20, 20);
  g.json = open_file (argv[2], "store.jsonl");
  g.topics_csv = open_file (argv[2], "engagement_topics.csv");
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat (liaison_kind_get_info (kind)->name, ".csv", NULL);

      g.csv[kind] = open_file (argv[2], name);
    }
  g.words = g_new0 (char *, N_WORDS + 1);
  for (int i = 0; i < N_WORDS; i++)
    g.words[i] = make_word (&g, 2 + i % 3);

  fputs ("{\"format\":\"liaison-json\",\"version\":1}\n", g.json);
  write_organisations (&g);
  write_contacts (&g);
  write_topics (&g);
  for (guint i = 1; i <= g.n_engagements; i++)
    {
      write_engagement (&g, i);
      write_participations (&g, i);
    }

  g_strfreev (g.words);
  g_rand_free (g.rand);

  return close_files (&g) ? EXIT_SUCCESS : EXIT_FAILURE;
}
