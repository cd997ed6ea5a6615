/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-preferences.h"

#include "liaison-backup.h"
#include "liaison-date-format.h"
#include "liaison-form-defaults.h"
#include "liaison-number.h"
#include "liaison-time-text.h"

static void
follow_date_style (GSettings *settings)
{
  liaison_date_format_set_style ((LiaisonDateStyle) g_settings_get_enum (settings, "date-style"));
}

static void
follow_first_weekday (GSettings *settings)
{
  liaison_time_text_set_first_weekday (g_settings_get_enum (settings, "first-weekday"));
}

static void
follow_name_order (GSettings *settings)
{
  liaison_form_defaults_set_name_order ((LiaisonNameOrder) g_settings_get_enum (settings, "name-order"));
}

static void
follow_sensitivity (GSettings *settings)
{
  liaison_form_defaults_set_sensitivity ((LiaisonSensitivity) g_settings_get_enum (settings, "sensitivity"));
}

static void
follow_last_in_words (GSettings *settings)
{
  liaison_number_set_last_in_words (g_settings_get_int (settings, "last-number-in-words"));
}

static void
follow_backups (GSettings *settings)
{
  liaison_backup_set_rules ((guint) g_settings_get_enum (settings, "backup-days"), (guint) g_settings_get_int (settings, "backups-kept"));
}

void
liaison_preferences_follow (GSettings *settings)
{
  static const struct { const char *changed; void (*follow) (GSettings *settings); } preferences[] = {
    { "changed::date-style", follow_date_style },
    { "changed::first-weekday", follow_first_weekday },
    { "changed::name-order", follow_name_order },
    { "changed::sensitivity", follow_sensitivity },
    { "changed::last-number-in-words", follow_last_in_words },
    { "changed::backup-days", follow_backups },
    { "changed::backups-kept", follow_backups },
  };

  if (settings == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (preferences); i++)
    {
      g_signal_connect (settings, preferences[i].changed, G_CALLBACK (preferences[i].follow), NULL);
      preferences[i].follow (settings);
    }
}
