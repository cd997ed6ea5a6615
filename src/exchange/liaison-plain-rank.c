/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plain-private.h"

#include "liaison-country.h"
#include "liaison-fold.h"

#include <string.h>

/* Words in a title, folded, all of which must be there; at the first that fits, the search ends. */
typedef struct
{
  const char      *words;
  LiaisonLevel     level;
  LiaisonPortfolio portfolio;
} Rule;

/* The whole title, without tenure and country. */
static const Rule titles[] = {
  { "president", LIAISON_LEVEL_HEAD_OF_STATE },
  { "king", LIAISON_LEVEL_HEAD_OF_STATE },
  { "queen", LIAISON_LEVEL_HEAD_OF_STATE },
  { "emperor", LIAISON_LEVEL_HEAD_OF_STATE },
  { "empress", LIAISON_LEVEL_HEAD_OF_STATE },
  { "sultan", LIAISON_LEVEL_HEAD_OF_STATE },
  { "emir", LIAISON_LEVEL_HEAD_OF_STATE },
  { "amir", LIAISON_LEVEL_HEAD_OF_STATE },
  { "amir sheikh", LIAISON_LEVEL_HEAD_OF_STATE },
  { "shah", LIAISON_LEVEL_HEAD_OF_STATE },
  { "pope", LIAISON_LEVEL_HEAD_OF_STATE },
  { "grand duke", LIAISON_LEVEL_HEAD_OF_STATE },
  { "grand duchess", LIAISON_LEVEL_HEAD_OF_STATE },
  { "head of state", LIAISON_LEVEL_HEAD_OF_STATE },
  { "chief of state", LIAISON_LEVEL_HEAD_OF_STATE },
  { "prime minister", LIAISON_LEVEL_HEAD_OF_GOVERNMENT },
  { "premier", LIAISON_LEVEL_HEAD_OF_GOVERNMENT },
  { "chancellor", LIAISON_LEVEL_HEAD_OF_GOVERNMENT },
  { "federal chancellor", LIAISON_LEVEL_HEAD_OF_GOVERNMENT },
  { "taoiseach", LIAISON_LEVEL_HEAD_OF_GOVERNMENT },
  { "head of government", LIAISON_LEVEL_HEAD_OF_GOVERNMENT },
  { "president of the council of ministers", LIAISON_LEVEL_HEAD_OF_GOVERNMENT },
  { "foreign secretary", LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS },
  { "chairman of the joint chiefs of staff", LIAISON_LEVEL_CHIEF_OF_DEFENCE, LIAISON_PORTFOLIO_ARMED_FORCES },
  { "chief of the general staff", LIAISON_LEVEL_CHIEF_OF_DEFENCE, LIAISON_PORTFOLIO_ARMED_FORCES },
  { "chief of defence", LIAISON_LEVEL_CHIEF_OF_DEFENCE, LIAISON_PORTFOLIO_ARMED_FORCES },
  { "commander in chief of the armed forces", LIAISON_LEVEL_CHIEF_OF_DEFENCE, LIAISON_PORTFOLIO_ARMED_FORCES },
  { "ambassador", LIAISON_LEVEL_HEAD_OF_MISSION },
};

/* In the United States a secretary is a minister. */
static const Rule american_titles[] = {
  { "secretary of state", LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS },
  { "secretary of defense", LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_DEFENCE },
  { "secretary of the treasury", LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FINANCE },
  { "deputy secretary of state", LIAISON_LEVEL_DEPUTY_MINISTER, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS },
  { "deputy secretary of defense", LIAISON_LEVEL_DEPUTY_MINISTER, LIAISON_PORTFOLIO_DEFENCE },
  { "deputy secretary of the treasury", LIAISON_LEVEL_DEPUTY_MINISTER, LIAISON_PORTFOLIO_FINANCE },
};

/* Those at the head of an international organisation; of one of its parts, only its president is meant so. */
static const char * const heads[] = { "president", "secretary general", "director general", "high commissioner" };

/* Words of a longer title. */
static const Rule phrases[] = {
  { "national security adviser", LIAISON_LEVEL_NATIONAL_SECURITY_ADVISER, LIAISON_PORTFOLIO_SECURITY },
  { "national security advisor", LIAISON_LEVEL_NATIONAL_SECURITY_ADVISER, LIAISON_PORTFOLIO_SECURITY },
  { "permanent representative to", LIAISON_LEVEL_HEAD_OF_MISSION },
  { "ambassador to", LIAISON_LEVEL_HEAD_OF_MISSION },
};

static const Rule ministers[] = {
  { "foreign", LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS },
  { "defence", LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_DEFENCE },
  { "defense", LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_DEFENCE },
  { "finance", LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FINANCE },
};

/* With one of these, somebody beside or under a minister is meant, or nobody can say who. */
static const char * const not_ministers[] = {
  "prime", "deputy", "vice", "assistant", "under", "state", "former", "adviser", "advisor", "designate", "office", "representative", "council",
};

static const struct
{
  const char   *word;
  LiaisonTenure tenure;
} tenures[] = {
  { "acting", LIAISON_TENURE_ACTING },
  { "interim", LIAISON_TENURE_INTERIM },
  { "provisional", LIAISON_TENURE_INTERIM },
  { "elect", LIAISON_TENURE_DESIGNATE },
  { "designate", LIAISON_TENURE_DESIGNATE },
};

static gboolean
has_word (const char *title,
          const char *word)
{
  return liaison_fold_has_phrase (title, word);
}

static gboolean
has_any_word (const char         *title,
              const char * const *words,
              gsize               n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (has_word (title, words[i]))
        return TRUE;
    }

  return FALSE;
}

/* Takes the words for the tenure out of a title, at its beginning or end. */
static LiaisonTenure
cut_tenure (char *title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tenures); i++)
    {
      gsize length = strlen (tenures[i].word);
      gsize title_length = strlen (title);

      if (g_str_has_prefix (title, tenures[i].word) && title[length] == ' ')
        {
          memmove (title, title + length + 1, title_length - length);
          return tenures[i].tenure;
        }
      if (title_length > length && g_str_has_suffix (title, tenures[i].word) && title[title_length - length - 1] == ' ')
        {
          title[title_length - length - 1] = '\0';
          return tenures[i].tenure;
        }
    }

  return 0;
}

/* Cuts a country off the end: "president of the republic of finland". */
static void
cut_country (char *title)
{
  for (char *of = strstr (title, " of "); of != NULL; of = strstr (of + 1, " of "))
    {
      const char *name = of + strlen (" of ");

      if (g_str_has_prefix (name, "the "))
        name += strlen ("the ");
      if (liaison_country_find (name))
        {
          *of = '\0';
          return;
        }
    }
}

/* Folds what stands before a remark: "Federal Chancellor (to 8 December 2021)", "Minister; chair of the OSCE". */
static char *
fold_title (const char *title)
{
  g_autofree char *head = g_strndup (title, strcspn (title, "(;"));

  return liaison_fold (head);
}

static gboolean
apply_title (const Rule       *rules,
             gsize             n_rules,
             const char       *title,
             LiaisonPlainRank *rank)
{
  for (gsize i = 0; i < n_rules; i++)
    {
      if (strcmp (rules[i].words, title) == 0)
        {
          rank->level = rules[i].level;
          rank->portfolio = rules[i].portfolio;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
apply_phrase (const Rule       *rules,
              gsize             n_rules,
              const char       *title,
              LiaisonPlainRank *rank)
{
  for (gsize i = 0; i < n_rules; i++)
    {
      if (has_word (title, rules[i].words))
        {
          rank->level = rules[i].level;
          rank->portfolio = rules[i].portfolio;
          return TRUE;
        }
    }

  return FALSE;
}

static void
guess_minister (const char       *title,
                LiaisonPlainRank *rank)
{
  static const char * const of_a_deputy[] = { "deputy minister", "deputy foreign minister", "deputy defence minister", "deputy defense minister" };

  if (!has_word (title, "minister"))
    return;

  if (has_any_word (title, of_a_deputy, G_N_ELEMENTS (of_a_deputy)) && g_str_has_prefix (title, "deputy"))
    {
      apply_phrase (ministers, G_N_ELEMENTS (ministers), title, rank);
      rank->level = LIAISON_LEVEL_DEPUTY_MINISTER;
    }
  else if (!has_any_word (title, not_ministers, G_N_ELEMENTS (not_ministers)) &&
           !apply_phrase (ministers, G_N_ELEMENTS (ministers), title, rank))
    rank->level = LIAISON_LEVEL_MINISTER;
}

static LiaisonPlainRank
guess_head (const char *title,
            gsize       n_heads)
{
  LiaisonPlainRank rank = { 0 };

  for (gsize i = 0; i < n_heads; i++)
    {
      gsize length = strlen (heads[i]);

      if (g_str_has_prefix (title, heads[i]) && (title[length] == '\0' || title[length] == ' '))
        rank.level = LIAISON_LEVEL_HEAD_OF_INTERNATIONAL_ORGANISATION;
    }

  return rank;
}

LiaisonPlainRank
liaison_plain_guess_rank (const char       *title,
                          const char       *country,
                          LiaisonPlainBody  body)
{
  LiaisonPlainRank rank = { 0 };
  g_autofree char *folded = fold_title (title);
  LiaisonTenure tenure = cut_tenure (folded);

  if (body != LIAISON_PLAIN_NATIONAL)
    rank = guess_head (folded, body == LIAISON_PLAIN_INTERNATIONAL ? G_N_ELEMENTS (heads) : 1);
  else if (g_strcmp0 (country, "US") != 0 || !apply_title (american_titles, G_N_ELEMENTS (american_titles), folded, &rank))
    {
      cut_country (folded);
      if (!apply_title (titles, G_N_ELEMENTS (titles), folded, &rank) && !apply_phrase (phrases, G_N_ELEMENTS (phrases), folded, &rank))
        guess_minister (folded, &rank);
    }
  rank.tenure = tenure;

  return rank;
}
