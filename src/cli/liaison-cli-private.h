/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"

G_BEGIN_DECLS

/*
 * What the verbs share.  Each verb has a file of its own, cli-VERB.c, with one function that is named in the table of liaison-cli.c.
 */

typedef enum {
  LIAISON_CLI_DONE = 0,
  LIAISON_CLI_FAILED = 1,
  LIAISON_CLI_USAGE = 2,
} LiaisonCliStatus;

typedef struct _LiaisonCliVerb LiaisonCliVerb;

/**
 * LiaisonCliRun:
 * @verb: the verb that is run
 * @words: (array zero-terminated=1): the words after the program's name, the verb first
 *
 * Runs a verb: parses its words with liaison_cli_parse(), does the work, and tells failures with liaison_cli_error().
 */
typedef LiaisonCliStatus (*LiaisonCliRun) (const LiaisonCliVerb *verb, char **words);

struct _LiaisonCliVerb
{
  const char   *name;
  const char   *arguments; /* as the help shows them, untranslated: "FILE…" */
  const char   *summary;   /* (nullable): untranslated: "Read files into the store"; none for a verb that people do not use */
  LiaisonCliRun run;
  const char   *more;      /* (nullable): what the help says at its end, untranslated */
  char       *(*describe) (void); /* (nullable): what it says before that, translated */
};

/* The verbs. */
LiaisonCliStatus liaison_cli_chart  (const LiaisonCliVerb *verb, char **words);
LiaisonCliStatus liaison_cli_check  (const LiaisonCliVerb *verb, char **words);
LiaisonCliStatus liaison_cli_complete (const LiaisonCliVerb *verb, char **words);
LiaisonCliStatus liaison_cli_count  (const LiaisonCliVerb *verb, char **words);
LiaisonCliStatus liaison_cli_export (const LiaisonCliVerb *verb, char **words);
LiaisonCliStatus liaison_cli_import (const LiaisonCliVerb *verb, char **words);
LiaisonCliStatus liaison_cli_list   (const LiaisonCliVerb *verb, char **words);
LiaisonCliStatus liaison_cli_report (const LiaisonCliVerb *verb, char **words);
LiaisonCliStatus liaison_cli_sample (const LiaisonCliVerb *verb, char **words);
LiaisonCliStatus liaison_cli_show   (const LiaisonCliVerb *verb, char **words);

/* Returns: (transfer full): which charts there are, and what can be set of each, for the help */
char            *liaison_cli_describe_charts (void);

/* Returns: (transfer none): the verbs, ended by one without a name */
const LiaisonCliVerb *liaison_cli_get_verbs (void);

/* Returns: (nullable): the verb of that name */
const LiaisonCliVerb *liaison_cli_find_verb (const char *name);

/**
 * LiaisonCliVisit:
 * @option: as it is typed: "--strict", or "--format=" where it takes a value
 * @meaning: what it means, translated
 */
typedef void (*LiaisonCliVisit) (const char *option, const char *meaning, gpointer data);

/**
 * liaison_cli_visit_options:
 *
 * Calls @visit for each option of a verb, without running it.
 */
void             liaison_cli_visit_options (const LiaisonCliVerb *verb, LiaisonCliVisit visit, gpointer data);

/**
 * liaison_cli_takes_value:
 * @word: a word of the command: "--by", "-o"
 *
 * Returns: whether it is an option of @verb whose value is the next word
 */
gboolean         liaison_cli_takes_value   (const LiaisonCliVerb *verb, const char *word);

/**
 * liaison_cli_get_own_store:
 *
 * Returns: (transfer full): the file of the person's own store, which is meant where no other is given
 */
char            *liaison_cli_get_own_store (void);

/**
 * liaison_cli_parse:
 * @verb: the verb that is run
 * @words: its words
 * @entries: (nullable): the verb's own options; an entry with %G_OPTION_REMAINING takes the arguments, without one there may be none
 * @store: (out) (optional) (transfer full): the file of --store, the person's own store where it is not given; without
 *   it the verb has no such option
 *
 * Reads the options and arguments of a verb. A mistake is told, with the way to the help. --help is answered and ends the program.
 *
 * Returns: whether the verb can go on; else it returns %LIAISON_CLI_USAGE
 */
gboolean         liaison_cli_parse         (const LiaisonCliVerb *verb,
                                            char                **words,
                                            const GOptionEntry   *entries,
                                            char                **store);

/**
 * liaison_cli_error:
 * @format: a translated sentence
 *
 * Tells on standard error what went wrong, in a line that begins with the program's name.
 */
void             liaison_cli_error         (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * liaison_cli_usage_error:
 * @verb: the verb that is run
 * @format: a translated sentence
 *
 * Tells a wrong usage, and the way to the help of the verb.
 *
 * Returns: %LIAISON_CLI_USAGE
 */
LiaisonCliStatus liaison_cli_usage_error   (const LiaisonCliVerb *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * liaison_cli_write:
 * @text: what was asked for, valid UTF-8
 *
 * Writes to standard output, as it is: formats for machines are UTF-8 in every locale. A failure is told
 * once, by liaison_cli_finish_output().
 */
void             liaison_cli_write         (const char *text);

/**
 * liaison_cli_progress_is_seen:
 *
 * Returns: whether standard error is a terminal, where progress is told
 */
gboolean         liaison_cli_progress_is_seen (void);

/**
 * liaison_cli_progress_tell:
 * @percent: (inout): what was told last, -1 at the beginning
 * @what: what progresses
 *
 * Tells progress in a line that the next one is written over.
 */
void             liaison_cli_progress_tell (int *percent, const char *what, guint64 done, guint64 total);

/* Takes the line of the progress away. */
void             liaison_cli_progress_end  (int *percent);

/**
 * liaison_cli_finish_output:
 *
 * Hands over what is still buffered, and tells a failure of this or an earlier write.
 *
 * Returns: %LIAISON_CLI_DONE, or %LIAISON_CLI_FAILED
 */
LiaisonCliStatus liaison_cli_finish_output (void);

/**
 * liaison_cli_open_db:
 * @path: the file of --store
 *
 * Opens a store in place; refuses one that lies where that is not safe.  Keeps a copy before a migration.
 */
LiaisonDb       *liaison_cli_open_db    (const char *path, LiaisonDbMode mode, GError **error);

/**
 * liaison_cli_open_store:
 * @path: the file of --store
 *
 * Opens a store; tells a failure.
 *
 * Returns: (transfer full) (nullable): the connection
 */
LiaisonDb       *liaison_cli_open_store    (const char *path, LiaisonDbMode mode);

/**
 * liaison_cli_is_store:
 * @path: where something is to be written
 *
 * Returns: whether that is the store itself, which would be the end of it
 */
gboolean         liaison_cli_is_store      (const char *path, const char *store);

/**
 * liaison_cli_make_folder:
 * @path: the file of --store
 *
 * Makes the folder of the person's own store where it is not there yet; of no other, since a missing folder is more likely a mistake then.
 */
void             liaison_cli_make_folder   (const char *path);

/**
 * liaison_cli_get_interrupt:
 *
 * For verbs that write: from the first call on, Ctrl+C and the signals that ask a program to end cancel, so that what is under way can be
 * taken back. The second one ends the program.
 *
 * Returns: (transfer none): what is cancelled
 */
GCancellable    *liaison_cli_get_interrupt (void);

/**
 * liaison_cli_parse_query:
 * @words: (nullable) (array zero-terminated=1): the words of a query, as the shell gave them
 *
 * Parses a query; a mistake is told with its place.
 *
 * Returns: (transfer full) (nullable): the query; %NULL where the verb returns %LIAISON_CLI_USAGE
 */
LiaisonQuery    *liaison_cli_parse_query   (char **words);

/**
 * liaison_cli_resolve_query:
 *
 * Looks up the names of a query in the store.
 *
 * Returns: %FALSE with a %LIAISON_ERROR_SYNTAX error where nobody has one of them
 */
gboolean         liaison_cli_resolve_query (LiaisonDb *db, LiaisonQuery *query, GError **error);

/**
 * liaison_cli_query_error:
 * @error: what running a query failed with
 *
 * Tells it.
 *
 * Returns: %LIAISON_CLI_USAGE where the query is at fault, else %LIAISON_CLI_FAILED
 */
LiaisonCliStatus liaison_cli_query_error   (const GError *error);

G_END_DECLS
