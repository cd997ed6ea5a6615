/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-phrase.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* So many names are listed; of more, the first two and the number of the others. */
#define MOST_NAMES 3

/* So much of a wording tells it from others. */
#define MOST_LETTERS 60

char *
liaison_phrase_names (const char * const *names)
{
  guint n_names;

  g_return_val_if_fail (names != NULL, NULL);

  n_names = g_strv_length ((char **) names);
  if (n_names == 0)
    return g_strdup ("");
  if (n_names == 1)
    return g_strdup (names[0]);
  if (n_names == 2)
    /* Translators: two names */
    return g_strdup_printf (C_ ("names", "%s and %s"), names[0], names[1]);
  if (n_names == MOST_NAMES)
    /* Translators: three names */
    return g_strdup_printf (C_ ("names", "%s, %s and %s"), names[0], names[1], names[2]);

  /* Translators: two names, and how many more there are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %s and %u other", "%s, %s and %u others", n_names - 2),
                          names[0], names[1], n_names - 2);
}

static char *
phrase_form_with (LiaisonForm  form,
                  const char  *names)
{
  switch (form)
    {
    case LIAISON_FORM_PHONE_CALL:
      return g_strdup_printf (C_ ("engagement", "call with %s"), names);
    case LIAISON_FORM_VIDEO_CALL:
      return g_strdup_printf (C_ ("engagement", "video call with %s"), names);
    case LIAISON_FORM_MEETING:
      return g_strdup_printf (C_ ("engagement", "meeting with %s"), names);
    case LIAISON_FORM_PULL_ASIDE:
      return g_strdup_printf (C_ ("engagement", "pull-aside with %s"), names);
    case LIAISON_FORM_WORKING_MEAL:
      return g_strdup_printf (C_ ("engagement", "working meal with %s"), names);
    case LIAISON_FORM_VISIT_MADE:
      return g_strdup_printf (C_ ("engagement", "visit to %s"), names);
    case LIAISON_FORM_VISIT_HOSTED:
      return g_strdup_printf (C_ ("engagement", "visit by %s"), names);
    case LIAISON_FORM_MULTILATERAL_SESSION:
      return g_strdup_printf (C_ ("engagement", "session with %s"), names);
    case LIAISON_FORM_CEREMONY:
      return g_strdup_printf (C_ ("engagement", "ceremony with %s"), names);
    case LIAISON_FORM_LETTER:
      return g_strdup_printf (C_ ("engagement", "letter to %s"), names);
    case LIAISON_FORM_MESSAGE:
      return g_strdup_printf (C_ ("engagement", "message to %s"), names);
    case LIAISON_FORM_UNSPECIFIED:
    default:
      return g_strdup_printf (C_ ("engagement", "contact with %s"), names);
    }
}

static const char *
get_form_alone (LiaisonForm form)
{
  switch (form)
    {
    case LIAISON_FORM_PHONE_CALL:
      return C_ ("engagement", "call");
    case LIAISON_FORM_VIDEO_CALL:
      return C_ ("engagement", "video call");
    case LIAISON_FORM_MEETING:
      return C_ ("engagement", "meeting");
    case LIAISON_FORM_PULL_ASIDE:
      return C_ ("engagement", "pull-aside");
    case LIAISON_FORM_WORKING_MEAL:
      return C_ ("engagement", "working meal");
    case LIAISON_FORM_VISIT_MADE:
    case LIAISON_FORM_VISIT_HOSTED:
      return C_ ("engagement", "visit");
    case LIAISON_FORM_MULTILATERAL_SESSION:
      return C_ ("engagement", "session");
    case LIAISON_FORM_CEREMONY:
      return C_ ("engagement", "ceremony");
    case LIAISON_FORM_LETTER:
      return C_ ("engagement", "letter");
    case LIAISON_FORM_MESSAGE:
      return C_ ("engagement", "message");
    case LIAISON_FORM_UNSPECIFIED:
    default:
      return C_ ("engagement", "engagement");
    }
}

char *
liaison_phrase_engagement (LiaisonForm         form,
                           const char * const *names)
{
  g_autofree char *joined = NULL;

  if (names == NULL || names[0] == NULL)
    return g_strdup (get_form_alone (form));

  joined = liaison_phrase_names (names);

  return phrase_form_with (form, joined);
}

char *
liaison_phrase_total (const char *text)
{
  g_autofree char *beginning = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    /* Translators: as in "Add stated total", where nothing is known of it */
    return g_strdup (C_ ("action", "stated total"));

  beginning = g_utf8_strlen (text, -1) > MOST_LETTERS ? g_utf8_substring (text, 0, MOST_LETTERS) : NULL;

  /* Translators: as in "Delete total “They have spoken seven times”"; %s is its wording */
  return beginning != NULL ? g_strdup_printf (C_ ("action", "total “%s…”"), beginning) : g_strdup_printf (C_ ("action", "total “%s”"), text);
}

char *
liaison_phrase_title (const char *phrase)
{
  GString *title;

  g_return_val_if_fail (phrase != NULL, NULL);

  title = g_string_new (NULL);
  if (*phrase != '\0')
    {
      g_string_append_unichar (title, g_unichar_totitle (g_utf8_get_char (phrase)));
      g_string_append (title, g_utf8_next_char (phrase));
    }

  return g_string_free (title, FALSE);
}
