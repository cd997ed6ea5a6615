/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-importer-private.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * Plain JSON: the lists that desks keep by hand, as one document,
 *
 *   { "source": "…", "people": […], "organisations": […], "engagements": […] }
 *
 * whose entries have an "id" of their own.  A record gets a UUID from that id and the document's source, so that the same document twice
 * changes nothing, and a later version of it changes what it says otherwise.  Keys that are not known here are passed over.
 */

/**
 * LiaisonPlain:
 * @space: the namespace of the document's UUIDs
 * @people: the UUIDs of the contacts that were taken in, by the document's ids
 * @homes: the countries of these people, by id
 * @organisations: the UUIDs of the organisations that were taken in or found, by id
 * @known: the UUIDs of organisations, by folded name; see liaison_plain_find_organisation()
 * @topics: the UUIDs of topics, by folded name
 * @counted: the UUIDs of what the document only names, organisations and topics, that have been counted
 * @readouts: the UUIDs of the engagements that each web address tells of, by address
 * @addresses: these addresses in their order
 */
typedef struct
{
  LiaisonImporter *importer;
  char            *space;
  GHashTable      *people;
  GHashTable      *homes;
  GHashTable      *organisations;
  GHashTable      *known;
  GHashTable      *topics;
  GHashTable      *counted;
  GHashTable      *readouts;
  GPtrArray       *addresses;
} LiaisonPlain;

/* One entry of a list. */
typedef struct
{
  JsonObject *object;
  char       *id;
  char       *place; /* for remarks: "engagement e042" */
} LiaisonPlainEntry;

/**
 * LiaisonPlainTake:
 *
 * Takes in an entry. Returns: %FALSE where the import cannot go on; an entry that is refused is told, and no reason to stop
 */
typedef gboolean (*LiaisonPlainTake) (LiaisonPlain *plain, LiaisonPlainEntry *entry, GError **error);

gboolean       liaison_plain_take_organisation (LiaisonPlain *plain, LiaisonPlainEntry *entry, GError **error);
gboolean       liaison_plain_take_person       (LiaisonPlain *plain, LiaisonPlainEntry *entry, GError **error);
gboolean       liaison_plain_take_engagement   (LiaisonPlain *plain, LiaisonPlainEntry *entry, GError **error);

/* After all engagements: a readout for each web address. */
gboolean       liaison_plain_put_readouts      (LiaisonPlain *plain, GError **error);

/**
 * liaison_plain_new_record:
 * @...: what identifies the record in the document, ended by %NULL
 *
 * Returns: (transfer full): an empty record with the UUID that follows from them
 */
LiaisonRecord *liaison_plain_new_record        (LiaisonPlain *plain, LiaisonKind kind, ...) G_GNUC_NULL_TERMINATED;

/**
 * liaison_plain_put:
 * @taken: (out): whether it was taken in; else the entry's place and the reason have been told
 */
gboolean       liaison_plain_put               (LiaisonPlain            *plain,
                                                const LiaisonPlainEntry *entry,
                                                LiaisonRecord           *record,
                                                gboolean                *taken,
                                                GError                 **error);

/**
 * liaison_plain_count_known:
 * @record: what the document names: an affiliation, a topic
 * @known: the UUID of what is known by that name
 *
 * Counts as the same, once, what an earlier import of the document has made.
 */
void           liaison_plain_count_known       (LiaisonPlain *plain, const LiaisonRecord *record, const char *known);

/* Tells that not all of an entry could be taken in. */
void           liaison_plain_repair            (LiaisonPlain *plain, const LiaisonPlainEntry *entry, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* The string under a key, "" where there is none or null; what is no string is told. */
const char    *liaison_plain_get_text          (LiaisonPlain *plain, const LiaisonPlainEntry *entry, const char *key);

/* The strings of an array under a key, none twice; what is no string is told. */
GPtrArray     *liaison_plain_get_texts         (LiaisonPlain *plain, const LiaisonPlainEntry *entry, const char *key);

/* The code of a country under a key, "" where there is none; what is no code is told. */
const char    *liaison_plain_get_country       (LiaisonPlain *plain, const LiaisonPlainEntry *entry, const char *key);

/**
 * liaison_plain_find_organisation:
 * @country: (nullable): the country of the organisation; %NULL finds those that belong to none, as groupings do
 *
 * Returns: (nullable): the UUID of the organisation that is called so
 */
const char    *liaison_plain_find_organisation (LiaisonPlain *plain, const char *name, const char *country);
void           liaison_plain_know_organisation (LiaisonPlain *plain, const LiaisonRecord *record);

/**
 * LiaisonPlainRank:
 *
 * What a title tells of rank; 0 where it does not.
 */
typedef struct
{
  LiaisonLevel     level;
  LiaisonPortfolio portfolio;
  LiaisonTenure    tenure;
} LiaisonPlainRank;

/**
 * LiaisonPlainBody:
 * @LIAISON_PLAIN_NATIONAL: a state, or one of its offices
 * @LIAISON_PLAIN_INTERNATIONAL: an international organisation itself
 * @LIAISON_PLAIN_PART: a part of one, as the European Commission
 *
 * Whom the holder of a title acts for.
 */
typedef enum { LIAISON_PLAIN_NATIONAL, LIAISON_PLAIN_INTERNATIONAL, LIAISON_PLAIN_PART } LiaisonPlainBody;

/**
 * liaison_plain_guess_rank:
 * @title: a title as people write it: "Acting Prime Minister of Italy"
 * @country: the country of the holder, since "Secretary of State" is a foreign minister in one
 *
 * Guesses with care: a rank that is not clear from the words is left open, since a wrong one counts where none does not.
 */
LiaisonPlainRank liaison_plain_guess_rank (const char *title, const char *country, LiaisonPlainBody body);

G_END_DECLS
