/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-country-private.h"

#include <stdlib.h>
#include <string.h>

typedef char CountryCode[3];

/* ISO 3166-1 as of 2024, and XK. Built in, so that a record that is valid on one machine is so on
 * another, whichever iso-codes it has. */
static const CountryCode current_codes[] = {
  "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU",
  "AW", "AX", "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL",
  "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA", "CC",
  "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU", "CV",
  "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG",
  "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD",
  "GE", "GF", "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS", "GT",
  "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM",
  "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH",
  "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK",
  "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH",
  "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW",
  "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR",
  "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR",
  "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC",
  "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS",
  "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL",
  "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY",
  "UZ", "VA", "VC", "VE", "VG", "VI", "VN", "VU", "WF", "WS", "XK", "YE", "YT",
  "ZA", "ZM", "ZW",
};

/* ISO 3166-3, without the codes that have been given to another country since (AI, BQ, GE, SK) or
 * that the country kept (BY). */
static const CountryCode former_codes[] = {
  "AN", "BU", "CS", "CT", "DD", "DY", "FQ", "FX", "HV", "JT", "MI", "NH", "NQ",
  "NT", "PC", "PU", "PZ", "RH", "SU", "TP", "VD", "WK", "YD", "YU", "ZR",
};

static int
compare_code (const void *a,
              const void *b)
{
  return strcmp (a, b);
}

static const char *
look_up (const char        *code,
         const CountryCode *codes,
         gsize              n_codes)
{
  if (code == NULL)
    return NULL;

  return bsearch (code, codes, n_codes, sizeof *codes, compare_code);
}

const char *
liaison_country_code_lookup (const char *code)
{
  const char *found = look_up (code, current_codes, G_N_ELEMENTS (current_codes));

  return found != NULL ? found : look_up (code, former_codes, G_N_ELEMENTS (former_codes));
}

gboolean
liaison_country_code_is_former (const char *code)
{
  return look_up (code, former_codes, G_N_ELEMENTS (former_codes)) != NULL;
}

guint
liaison_country_code_count (void)
{
  return G_N_ELEMENTS (current_codes) + G_N_ELEMENTS (former_codes);
}

const char *
liaison_country_code_nth (guint index)
{
  g_assert (index < liaison_country_code_count ());

  if (index < G_N_ELEMENTS (current_codes))
    return current_codes[index];

  return former_codes[index - G_N_ELEMENTS (current_codes)];
}
