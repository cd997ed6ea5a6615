/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-lines.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* What is read from the stream at once, and the first size of the buffer. */
#define CHUNK (256 * 1024)

struct _LiaisonJsonLines
{
  GInputStream *stream;
  gsize         most_bytes;

  char         *buffer;
  gsize         size;
  gsize         start;  /* of what is not given out yet */
  gsize         end;
  gsize         looked; /* up to where there is no LF */
  gboolean      at_end;

  guint64       number;
  guint64       offset;
  gboolean      is_open;
};

LiaisonJsonLines *
liaison_json_lines_new (GInputStream *stream,
                        gsize         most_bytes)
{
  LiaisonJsonLines *lines = g_new0 (LiaisonJsonLines, 1);

  lines->stream = g_object_ref (stream);
  lines->most_bytes = most_bytes;
  lines->size = CHUNK;
  lines->buffer = g_malloc (lines->size);

  return lines;
}

void
liaison_json_lines_free (LiaisonJsonLines *lines)
{
  g_object_unref (lines->stream);
  g_free (lines->buffer);
  g_free (lines);
}

/* Makes room behind what is buffered: by moving it to the front, or where it fills the half already, by a larger buffer. */
static void
make_room (LiaisonJsonLines *lines)
{
  gsize length = lines->end - lines->start;

  if (lines->start > 0)
    memmove (lines->buffer, lines->buffer + lines->start, length);
  lines->looked -= lines->start;
  lines->start = 0;
  lines->end = length;

  if (length > lines->size / 2)
    {
      lines->size *= 2;
      lines->buffer = g_realloc (lines->buffer, lines->size);
    }
}

static gboolean
read_more (LiaisonJsonLines *lines,
           GCancellable     *cancellable,
           GError          **error)
{
  gssize n_read;

  make_room (lines);
  n_read = g_input_stream_read (lines->stream, lines->buffer + lines->end, lines->size - lines->end, cancellable, error);
  if (n_read < 0)
    return FALSE;

  lines->end += n_read;
  lines->offset += n_read;
  lines->at_end = n_read == 0;

  return TRUE;
}

/* Reads until there is a whole line in the buffer, or drops the beginning of one that is too long. */
static gboolean
fill (LiaisonJsonLines *lines,
      gboolean         *is_too_long,
      const char      **stop,
      GCancellable     *cancellable,
      GError          **error)
{
  *is_too_long = FALSE;
  while ((*stop = memchr (lines->buffer + lines->looked, '\n', lines->end - lines->looked)) == NULL && !lines->at_end)
    {
      lines->looked = lines->end;
      if (lines->end - lines->start > lines->most_bytes)
        {
          *is_too_long = TRUE;
          lines->start = lines->end;
        }
      if (!read_more (lines, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

LiaisonJsonLine
liaison_json_lines_next (LiaisonJsonLines *lines,
                         const char      **line,
                         gsize            *length,
                         GCancellable     *cancellable,
                         GError          **error)
{
  gboolean is_too_long;
  const char *stop;

  if (!fill (lines, &is_too_long, &stop, cancellable, error))
    return LIAISON_JSON_LINES_ERROR;
  if (stop == NULL && lines->start == lines->end && !is_too_long)
    return LIAISON_JSON_LINES_END;

  lines->is_open = stop == NULL;
  *line = lines->buffer + lines->start;
  *length = (stop ? stop : lines->buffer + lines->end) - *line;
  lines->start = lines->looked = stop ? (gsize) (stop - lines->buffer) + 1 : lines->end;

  if (lines->number++ == 0 && *length >= strlen (BYTE_ORDER_MARK) && memcmp (*line, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      *line += strlen (BYTE_ORDER_MARK);
      *length -= strlen (BYTE_ORDER_MARK);
    }

  return is_too_long || *length > lines->most_bytes ? LIAISON_JSON_LINE_TOO_LONG : LIAISON_JSON_LINE;
}

guint64
liaison_json_lines_get_number (LiaisonJsonLines *lines)
{
  return lines->number;
}

guint64
liaison_json_lines_get_offset (LiaisonJsonLines *lines)
{
  return lines->offset;
}

gboolean
liaison_json_lines_is_open (LiaisonJsonLines *lines)
{
  return lines->is_open;
}
