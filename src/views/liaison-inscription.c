/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-inscription.h"

/* The direction of the first letter, as Pango finds it (https://www.unicode.org/reports/tr9/#P2); none where there is no letter. */
static GtkTextDirection
find_direction (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_isalpha (letter))
        continue;

      switch ((int) g_unichar_get_script (letter))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
          return GTK_TEXT_DIR_RTL;

        default:
          return GTK_TEXT_DIR_LTR;
        }
    }

  return GTK_TEXT_DIR_NONE;
}

void
liaison_inscription_show (GtkInscription *self,
                          const char     *text,
                          float           xalign)
{
  GtkTextDirection direction;
  gboolean is_opposite;

  g_return_if_fail (GTK_IS_INSCRIPTION (self));
  g_return_if_fail (text != NULL);

  direction = find_direction (text);
  is_opposite = direction != GTK_TEXT_DIR_NONE && direction != gtk_widget_get_direction (GTK_WIDGET (self));
  gtk_inscription_set_text (self, text);
  gtk_inscription_set_xalign (self, is_opposite ? 1 - xalign : xalign);
}
