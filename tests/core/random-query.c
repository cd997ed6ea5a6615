/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-query.h"

#include "db-fixture.h"

/* A key, and values that some records have; the last ones are joined by commas now and then. */
static const struct
{
  const char *key;
  const char *values[12];
} keys[] = {
  { "", { "kuleba", "topic", "given1", "zelensky", "ukraine", "body", "gen", "title" } },
  { "", { "\"title 2\"", "\"on topic 3\"", "\"body 1\"", "\"washington dc\"" } },
  { "with:", { "Kuleba", "Müller", "oneill", "Given7", "Given8,Given9", "none", "Given12", "Zelensky", "Given1", "KUL", "Nobody,Given6" } },
  { "with:", { "\"Given9 José\"", "\"given\"", "\"jean given1\"", "estaing", "\"Olsen Sikorska\"", "\"Muller Given\"", "la,yves" } },
  { "country:", { "UA", "PL", "DE,NO", "CH", "none", "US,UA,PL", "ukraine", "\"Republic of Poland\"", "GERMANY,nor", "u.s.", "\"the United States\",che" } },
  { "org:", { "B0", "B1", "\"Body 2\"", "Body", "Ministry", "B4,B5", "none", "etoiles", "\"BUREAU E\"", "min", "\"body nowhere\",b0" } },
  { "grouping:", { "B0", "B1", "B2", "B0,B2", "body", "b", "étoiles", "Nowhere" } },
  { "level:", { "head-of-state", "head-of-government", "minister,head-of-state", "none" } },
  { "by:", { "Given0", "Given1", "Given2,Given3", "Olsen", "none", "\"de la\"", "GIVEN", "Nobody", "zel" } },
  { "office:", { "B3", "Ministry", "B1", "none", "\"MINISTRY 3\"", "Nowhere" } },
  { "our-level:", { "head-of-state", "minister", "head-of-government,official", "none" } },
  { "format:", { "B0", "B1,B2", "none", "Body", "bod" } },
  { "form:", { "phone-call", "meeting", "phone-call,video-call", "visit-made,visit-hosted", "multilateral-session", "letter" } },
  { "group:", { "calls", "meetings", "calls,meetings", "travel", "unspecified", "sessions,ceremonies,written" } },
  { "topic:", { "\"Topic 0\"", "\"Topic 1\"", "Topic", "\"Topic 4\",\"Topic 3\"", "none", "ENERGIE", "\"énergie 5\"", "e", "\"5 top\"" } },
  { "place:", { "kyiv", "Geneve", "\"washington dc\"", "Wash" } },
  { "status:", { "held", "planned", "planned,cancelled", "held,planned" } },
  { "initiated:", { "ours", "theirs,mutual", "none" } },
  { "evidence:", { "report", "announcement,none", "none", "report,none" } },
  { "side:", { "ours", "theirs", "third" } },
  { "tag:", { "\"press list\"", "vip", "ÉTÉ", "press", "ete,\"PRESS-LIST\"" } },
  { "from:", { "2021-10-15", "2021-11", "2021-12", "-60d", "2021-11-20" } },
  { "to:", { "2021-12-15", "2021-11", "today", "2021-12", "2021-11-05" } },
  { "on:", { "2021-11", "2021-W46", "2021-10-05,2021-12", "2021", "2021-Q4" } },
  { "begins:", { "2021-11", "2021-10,2021-12", "2021-W46", "2021-11-20" } },
  { "is:", { "counted", "counted", "spoke-with", "reached", "spoke-with", "bilateral", "multilateral", "hosted", "same-rank" } },
  { "is:", { "container", "announced", "unsourced", "unnamed,undated", "unnamed", "imprecise", "overdue", "public", "internal,confidential", "archived",
             "spoke-with,hosted", "reached,undated" } },
  { "audience:", { "public", "internal", "public,internal" } },
};

/* The beginning of a name as somebody may type it: in either case, decomposed, or with letters beyond those that case knows. */
static void
append_typed_name (GString *text,
                   GRand   *rand)
{
  static const char * const names[] = {
    "Зеленський", "Зеленский", "Selenskyj", "Çavuşoğlu", "Żółć", "Straße", "STRASSE", "Δένδιας", "İnönü", "ınönü", "Ærø", "Nguyễn", "田中角栄",
    "مريم", "Þórðar", "ﬁn", "Ｍüller", "mueller",
  };
  const char *name = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];
  glong length = g_rand_int_range (rand, 1, g_utf8_strlen (name, -1) + 1);
  g_autofree char *beginning = g_utf8_substring (name, 0, length);
  g_autofree char *typed = NULL;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      typed = g_utf8_strup (beginning, -1);
      break;
    case 1:
      typed = g_utf8_strdown (beginning, -1);
      break;
    case 2:
      typed = g_utf8_normalize (beginning, -1, G_NORMALIZE_NFD);
      break;
    default:
      typed = g_steal_pointer (&beginning);
      break;
    }
  g_string_append (text, typed);
}

/* A record as a link has it; now and then there is no such. */
static void
append_uuid_term (GString *text,
                  GRand   *rand)
{
  static const struct { const char *key; LiaisonKind kind; } terms[] = {
    { "with:", LIAISON_KIND_CONTACT }, { "by:", LIAISON_KIND_CONTACT }, { "org:", LIAISON_KIND_ORGANISATION },
    { "grouping:", LIAISON_KIND_ORGANISATION }, { "format:", LIAISON_KIND_ORGANISATION }, { "topic:", LIAISON_KIND_TOPIC },
  };
  guint term = g_rand_int_range (rand, 0, G_N_ELEMENTS (terms));
  const char *uuid = db_fixture_uuid (terms[term].kind, g_rand_int_range (rand, 0, 20));
  g_autofree char *upper = g_ascii_strup (uuid, -1);

  g_string_append_printf (text, "%s%s", terms[term].key, g_rand_boolean (rand) ? upper : uuid);
}

static void
append_unicode_term (GString *text,
                     GRand   *rand)
{
  static const char * const before[] = { "", "", "with:", "by:", "\"", "-", "-with:", "place:", "org:" };
  const char *start = before[g_rand_int_range (rand, 0, G_N_ELEMENTS (before))];

  g_string_append (text, start);
  append_typed_name (text, rand);
  if (*start == '"')
    g_string_append_c (text, '"');
  else if (g_str_has_suffix (start, ":") && g_rand_int_range (rand, 0, 3) == 0)
    {
      g_string_append_c (text, ',');
      append_typed_name (text, rand);
    }
}

char *
random_query_new (GRand *rand,
                  int    most)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, most + 1); n > 0; n--)
    {
      guint key = g_rand_int_range (rand, 0, G_N_ELEMENTS (keys));
      int n_values = 0;

      if (g_rand_int_range (rand, 0, 6) == 0)
        {
          g_string_append (text, text->len ? " " : "");
          if (g_rand_int_range (rand, 0, 6) == 0)
            append_uuid_term (text, rand);
          else
            append_unicode_term (text, rand);
          continue;
        }

      while (n_values < (int) G_N_ELEMENTS (keys[key].values) && keys[key].values[n_values])
        n_values++;

      g_string_append_printf (text, "%s%s%s%s", text->len ? " " : "", g_rand_int_range (rand, 0, 5) == 0 ? "-" : "", keys[key].key,
                              keys[key].values[g_rand_int_range (rand, 0, n_values)]);
    }

  return g_string_free (text, FALSE);
}
