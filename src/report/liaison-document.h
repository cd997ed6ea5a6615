/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-figure.h"

G_BEGIN_DECLS

/*
 * A report as a row of blocks, each a row of runs of text.  The composer hands the blocks on one after the other, to a writer, to the preview or to
 * both, so that a report of any length is in memory a block at a time.
 */

/**
 * LiaisonRunKind:
 * @LIAISON_RUN_TEXT: plain text
 * @LIAISON_RUN_STRONG: text that leads in what follows, as a date
 * @LIAISON_RUN_NUMBER: a figure in words or digits
 * @LIAISON_RUN_LINK: text that leads to an address
 * @LIAISON_RUN_NOTE: the mark of a footnote; its text is the footnote
 */
typedef enum { LIAISON_RUN_TEXT, LIAISON_RUN_STRONG, LIAISON_RUN_NUMBER, LIAISON_RUN_LINK, LIAISON_RUN_NOTE } LiaisonRunKind;

/**
 * LiaisonRun:
 * @text: one line, without control characters; what is of a record stands as it is there
 * @address: of a link: http or https
 * @figure: of a number
 * @note: of a footnote, its number from 1
 */
typedef struct
{
  LiaisonRunKind  kind;
  char           *text;
  char           *address;
  LiaisonFigure  *figure;
  guint           note;
} LiaisonRun;

/**
 * LiaisonBlockKind:
 * @LIAISON_BLOCK_TITLE: the title of the report
 * @LIAISON_BLOCK_SUBTITLE: its span
 * @LIAISON_BLOCK_HEADING: of a part (level 1) or a section (level 2)
 * @LIAISON_BLOCK_PARAGRAPH: a paragraph
 * @LIAISON_BLOCK_ITEM: of a list, of level 1 or, inside an item before it, 2
 * @LIAISON_BLOCK_NOTE: a footnote, on paper; its level is its number
 */
typedef enum {
  LIAISON_BLOCK_TITLE,
  LIAISON_BLOCK_SUBTITLE,
  LIAISON_BLOCK_HEADING,
  LIAISON_BLOCK_PARAGRAPH,
  LIAISON_BLOCK_ITEM,
  LIAISON_BLOCK_NOTE,
} LiaisonBlockKind;

/**
 * LiaisonBlock:
 * @engagement: (nullable): the UUID of the engagement that it tells of
 * @runs: (element-type LiaisonRun): its text
 */
typedef struct
{
  LiaisonBlockKind  kind;
  guint             level;
  char             *engagement;
  GPtrArray        *runs;
} LiaisonBlock;

LiaisonBlock *liaison_block_new        (LiaisonBlockKind kind, guint level);
void          liaison_block_free       (LiaisonBlock *block);

/* Returns: (transfer full) (element-type LiaisonBlock): an empty list of blocks, which owns them */
GPtrArray    *liaison_blocks_new       (void);

/* Each adds a run; texts are made fit for one line by liaison_text_inline(). */
void          liaison_block_add_text   (LiaisonBlock *block, const char *text);
void          liaison_block_add_strong (LiaisonBlock *block, const char *text);
void          liaison_block_add_number (LiaisonBlock *block, const char *text, LiaisonFigure *figure);
void          liaison_block_add_note   (LiaisonBlock *block, const char *text, guint note);

/**
 * liaison_block_add_link:
 * @address: what is not http or https is not linked to
 */
void          liaison_block_add_link   (LiaisonBlock *block, const char *text, const char *address);

/**
 * liaison_block_dup_text:
 *
 * Returns: (transfer full): its text without footnotes
 */
char         *liaison_block_dup_text   (const LiaisonBlock *block);

/**
 * liaison_block_gather_notes:
 * @notes: (element-type utf8): what takes copies of its footnotes, in order
 */
void          liaison_block_gather_notes (const LiaisonBlock *block, GPtrArray *notes);

/**
 * liaison_text_inline:
 * @text: valid UTF-8, perhaps hostile
 *
 * Makes a text fit to stand in a line among others: line breaks and blanks become one space, control characters go, and where it has characters
 * that steer the direction of writing it is isolated (UAX #9), so that it cannot turn around what follows.
 *
 * Returns: (transfer full): the text
 */
char         *liaison_text_inline      (const char *text);

/**
 * LiaisonSink:
 * @begin: called once, before the first block
 * @block: called for each block, in order
 * @end: called once, after the last block
 *
 * What takes a report: a writer or a preview.
 */
typedef struct
{
  gboolean (*begin) (gpointer sink, const char *title, GError **error);
  gboolean (*block) (gpointer sink, const LiaisonBlock *block, GError **error);
  gboolean (*end)   (gpointer sink, GError **error);
} LiaisonSink;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBlock, liaison_block_free)

G_END_DECLS
