/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the kinds of records and their fields as JSON, for check-schema.py. */

#include "liaison-kind.h"

#include <stdio.h>

static const char *
get_type_name (LiaisonFieldType type)
{
  static const char * const names[] = {
    [LIAISON_FIELD_TEXT] = "text",   [LIAISON_FIELD_PROSE] = "text",      [LIAISON_FIELD_ADDRESS] = "address",
    [LIAISON_FIELD_DATE] = "date",   [LIAISON_FIELD_COUNTRY] = "country", [LIAISON_FIELD_LIST] = "list",
    [LIAISON_FIELD_TOKEN] = "token", [LIAISON_FIELD_INTEGER] = "integer", [LIAISON_FIELD_BOOLEAN] = "boolean",
    [LIAISON_FIELD_LINK] = "link",   [LIAISON_FIELD_LINKS] = "links",
  };

  return names[type];
}

static void
print_tokens (const LiaisonVocabulary *vocabulary)
{
  fputs ("[", stdout);
  for (const LiaisonToken *token = vocabulary->tokens; token->token; token++)
    printf ("%s\"%s\"", token == vocabulary->tokens ? "" : ", ", token->token);
  fputs ("]", stdout);
}

static void
print_field (const LiaisonField *field)
{
  printf ("{\"name\": \"%s\", \"type\": \"%s\", \"required\": %s", field->name, get_type_name (field->type),
          field->flags & LIAISON_FIELD_REQUIRED ? "true" : "false");
  if (field->vocabulary)
    {
      fputs (", \"tokens\": ", stdout);
      print_tokens (field->vocabulary);
    }
  fputs ("}", stdout);
}

int
main (void)
{
  fputs ("{\"sensitivities\": ", stdout);
  print_tokens (&liaison_sensitivities);
  fputs (", \"kinds\": [\n", stdout);
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonKindInfo *info = liaison_kind_get_info (kind);

      printf ("%s{\"name\": \"%s\", \"label\": \"%s\", \"fields\": [\n", kind > 0 ? ",\n" : "", info->name, info->label);
      for (guint i = 0; i < info->n_fields; i++)
        {
          fputs (i > 0 ? ",\n" : "", stdout);
          print_field (&info->fields[i]);
        }
      fputs ("]}", stdout);
    }
  fputs ("]}\n", stdout);

  return ferror (stdout) != 0;
}
