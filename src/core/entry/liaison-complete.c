/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-complete-private.h"

#include "liaison-fold.h"
#include "liaison-saved-search.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many as one takes in at a glance; and what a word may be is several things, a few of each. */
#define MOST_COMPLETIONS 12
#define MOST_PEOPLE 4
#define MOST_OF_OTHERS 2

static void
clear_completer (LiaisonCompleter *completer)
{
  liaison_suggest_text_clear (&completer->typed);
  g_clear_pointer (&completer->found, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonCompleter, clear_completer)

static gboolean
has_text (const LiaisonCompleter *completer,
          const char             *text)
{
  for (guint i = 0; i < completer->found->len; i++)
    {
      if (g_str_equal (liaison_completion_get_text (g_ptr_array_index (completer->found, i)), text))
        return TRUE;
    }

  return FALSE;
}

/* The text with @written where the person was typing, and a space behind it where it ends the text. */
static void
add_written (LiaisonCompleter      *completer,
             LiaisonCompletionType  type,
             const char            *written,
             char                  *label,
             const char            *detail)
{
  const LiaisonCompletePlace *place = completer->place;
  const char *rest = completer->text + place->end;
  g_autoptr (GString) text = g_string_new_len (completer->text, place->start);
  g_autofree char *owned_label = label;
  gsize cursor;

  g_string_append (text, written);
  if (*rest == '\0' && type != LIAISON_COMPLETION_KEY)
    g_string_append_c (text, ' ');
  cursor = text->len;
  g_string_append (text, rest);

  if (!has_text (completer, text->str))
    g_ptr_array_add (completer->found, liaison_completion_new (type, g_strdup (text->str), cursor, g_steal_pointer (&owned_label), detail));
}

void
liaison_completer_add (LiaisonCompleter      *completer,
                       LiaisonCompletionType  type,
                       LiaisonQueryKey        key,
                       const char            *value,
                       const char            *label,
                       const char            *detail)
{
  const char *name = liaison_query_key_get_info (key)->name;
  g_autofree char *term = NULL;

  if (completer->place->key == key)
    {
      add_written (completer, type, value, g_strdup (label), detail);
      return;
    }

  term = g_strdup_printf ("%s:%s", name, value);
  /* Translators: a term of a query: a key and its values */
  add_written (completer, type, term, g_strdup_printf (C_("query", "%s: %s"), name, label), detail);
}

/* Keys that are called so come before those that only ask for it. */
static void
add_keys (LiaisonCompleter *completer,
          gboolean          by_name)
{
  const char *typed = completer->place->typed;

  for (LiaisonQueryKey key = LIAISON_QUERY_WITH; key < LIAISON_N_QUERY_KEYS; key++)
    {
      const char *label = liaison_query_key_get_label (key);
      const char *name = liaison_query_key_get_info (key)->name;
      g_autofree char *folded = liaison_fold (label);
      g_autofree char *written = g_strconcat (name, ":", NULL);
      gboolean is_called = g_ascii_strncasecmp (name, typed, strlen (typed)) == 0;

      if (is_called == by_name && (is_called || liaison_suggest_text_matches (&completer->typed, folded)))
        add_written (completer, LIAISON_COMPLETION_KEY, written, g_strdup (written), label);
    }
}

/* Whole searches stand in the stead of the whole text. */
static void
add_search (LiaisonCompleter      *completer,
            LiaisonCompletionType  type,
            const char            *name,
            const char            *query,
            const char            *detail)
{
  g_autofree char *folded = liaison_fold_search_text (name);

  if (liaison_suggest_text_matches (&completer->typed, folded) && !g_str_equal (query, completer->text))
    g_ptr_array_add (completer->found, liaison_completion_new (type, g_strdup (query), strlen (query), g_strdup (name), detail));
}

static gboolean
add_searches (LiaisonCompleter    *completer,
              const char * const  *recent,
              guint                limit,
              GError             **error)
{
  g_autoptr (GPtrArray) saved = liaison_saved_searches_load (completer->db, error);
  guint most;

  if (!saved)
    return FALSE;

  most = completer->found->len + limit;
  for (guint i = 0; i < saved->len && completer->found->len < most; i++)
    {
      const LiaisonSavedSearch *search = g_ptr_array_index (saved, i);

      if (search->entity == completer->entity)
        add_search (completer, LIAISON_COMPLETION_SAVED, search->name, search->query, _("Saved search"));
    }

  most = completer->found->len + limit;
  for (; recent && *recent && completer->found->len < most; recent++)
    add_search (completer, LIAISON_COMPLETION_RECENT, *recent, *recent, _("Recent search"));

  return TRUE;
}

/* The tokens of all vocabularies that a word may begin. */
static gboolean
add_all_tokens (LiaisonCompleter  *completer,
                GError           **error)
{
  static const LiaisonQueryKey keys[] = { LIAISON_QUERY_FORM, LIAISON_QUERY_GROUP, LIAISON_QUERY_STATUS, LIAISON_QUERY_LEVEL, LIAISON_QUERY_IS };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (!liaison_completer_add_values (completer, keys[i], MOST_OF_OTHERS, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
complete_word (LiaisonCompleter    *completer,
               const char * const  *recent,
               GError             **error)
{
  const LiaisonCompletePlace *place = completer->place;
  gboolean is_all = place->start == 0 && completer->text[place->end] == '\0';
  gboolean is_empty = completer->typed.words[0] == NULL;

  if (is_all && is_empty && !add_searches (completer, recent, MOST_PEOPLE, error))
    return FALSE;
  add_keys (completer, TRUE);
  if (is_empty)
    return TRUE;
  liaison_completer_add_day (completer);

  /* In a list of people the words find them already. */
  if (completer->entity == LIAISON_ENTITY_ENGAGEMENTS && !liaison_completer_add_people (completer, MOST_PEOPLE, error))
    return FALSE;
  if (!liaison_completer_add_values (completer, LIAISON_QUERY_COUNTRY, MOST_OF_OTHERS, error)
      || !liaison_completer_add_values (completer, LIAISON_QUERY_ORG, MOST_OF_OTHERS, error)
      || !liaison_completer_add_values (completer, LIAISON_QUERY_GROUPING, MOST_OF_OTHERS, error)
      || !liaison_completer_add_values (completer, LIAISON_QUERY_TOPIC, MOST_OF_OTHERS, error)
      || !add_all_tokens (completer, error)
      || (is_all && !add_searches (completer, recent, MOST_OF_OTHERS, error)))
    return FALSE;
  add_keys (completer, FALSE);

  return TRUE;
}

GPtrArray *
liaison_complete (LiaisonDb           *db,
                  LiaisonEntity        entity,
                  const char          *text,
                  gsize                cursor,
                  const char * const  *recent,
                  GError             **error)
{
  g_auto (LiaisonCompletePlace) place = { 0 };
  g_auto (LiaisonCompleter) completer = { db, entity, text, &place, { NULL }, NULL };
  gboolean success = TRUE;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (text != NULL && cursor <= strlen (text), NULL);

  completer.found = g_ptr_array_new_with_free_func (g_object_unref);
  if (!liaison_complete_place_find (&place, text, cursor))
    return g_steal_pointer (&completer.found);

  liaison_suggest_text_init (&completer.typed, place.typed);
  if (place.key != LIAISON_N_QUERY_KEYS)
    success = liaison_completer_add_found (&completer, place.key, MOST_COMPLETIONS, error)
      && liaison_completer_add_values (&completer, place.key, MOST_COMPLETIONS, error);
  else if (!*place.typed || completer.typed.words[0])
    success = complete_word (&completer, recent, error);

  if (!success)
    return NULL;

  if (completer.found->len > MOST_COMPLETIONS)
    g_ptr_array_set_size (completer.found, MOST_COMPLETIONS);

  return g_steal_pointer (&completer.found);
}

gboolean
liaison_complete_is_typing (const char *text,
                            gsize       cursor)
{
  g_auto (LiaisonCompletePlace) place = { 0 };

  return liaison_complete_place_find (&place, text, cursor) && (place.key != LIAISON_N_QUERY_KEYS || place.negative || *place.typed);
}

int
liaison_complete_count (LiaisonDb          *db,
                        LiaisonEntity       entity,
                        LiaisonCompletion  *completion,
                        GError            **error)
{
  g_autoptr (LiaisonQuery) query = NULL;

  if (liaison_completion_get_kind (completion) == LIAISON_COMPLETION_KEY)
    return -1;

  query = liaison_query_parse (liaison_completion_get_text (completion));

  return liaison_query_count (db, query, entity, error);
}
