/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-zip-private.h"

#include "liaison-error.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Numbers of APPNOTE.TXT, sections 4.3 and 4.4. */
#define LOCAL_HEADER 0x04034b50
#define DESCRIPTOR 0x08074b50
#define DIRECTORY_HEADER 0x02014b50
#define END_OF_DIRECTORY 0x06054b50
#define VERSION 20
#define SIZES_FOLLOW (1 << 3)
#define STORED 0
#define DEFLATED 8
/* 1 January 1980: the same report is the same file. */
#define DOS_DATE ((0 << 9) | (1 << 5) | 1)

#define BUFFER 16384

typedef struct
{
  char    *name;
  guint16  flags;
  guint16  method;
  guint32  crc;
  guint64  size;
  guint64  packed;
  guint64  offset;
} File;

struct _LiaisonZip
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  guint64        offset;
  GPtrArray     *files;
  GConverter    *deflate; /* of the file that is open */
};

static void
free_file (gpointer data)
{
  File *file = data;

  g_free (file->name);
  g_free (file);
}

LiaisonZip *
liaison_zip_new (GOutputStream *stream,
                 GCancellable  *cancellable)
{
  LiaisonZip *zip = g_new0 (LiaisonZip, 1);

  zip->stream = g_object_ref (stream);
  g_set_object (&zip->cancellable, cancellable);
  zip->files = g_ptr_array_new_with_free_func (free_file);

  return zip;
}

void
liaison_zip_free (LiaisonZip *zip)
{
  g_object_unref (zip->stream);
  g_clear_object (&zip->cancellable);
  g_clear_object (&zip->deflate);
  g_ptr_array_unref (zip->files);
  g_free (zip);
}

/* The checksum of ISO 3309, bit by bit over a table of 16. */
static guint32
add_crc (guint32       crc,
         const guint8 *data,
         gsize         length)
{
  static const guint32 table[] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };

  crc = ~crc;
  for (gsize i = 0; i < length; i++)
    {
      crc = table[(crc ^ data[i]) & 0xf] ^ crc >> 4;
      crc = table[(crc ^ data[i] >> 4) & 0xf] ^ crc >> 4;
    }

  return ~crc;
}

static void
append_number (GByteArray *bytes,
               guint       n_bytes,
               guint64     number)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = number >> 8 * i & 0xff;

      g_byte_array_append (bytes, &byte, 1);
    }
}

static gboolean
write_bytes (LiaisonZip    *zip,
             const guint8  *data,
             gsize          length,
             GError       **error)
{
  zip->offset += length;

  return g_output_stream_write_all (zip->stream, data, length, NULL, zip->cancellable, error);
}

/* What is the same in a local header and in the directory. */
static void
append_facts (GByteArray *bytes,
              const File *file)
{
  append_number (bytes, 2, VERSION);
  append_number (bytes, 2, file->flags);
  append_number (bytes, 2, file->method);
  append_number (bytes, 2, 0);
  append_number (bytes, 2, DOS_DATE);
  append_number (bytes, 4, file->crc);
  append_number (bytes, 4, file->packed);
  append_number (bytes, 4, file->size);
  append_number (bytes, 2, strlen (file->name));
  append_number (bytes, 2, 0);
}

static gboolean
write_header (LiaisonZip  *zip,
              const File  *file,
              GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  append_number (bytes, 4, LOCAL_HEADER);
  append_facts (bytes, file);
  g_byte_array_append (bytes, (const guint8 *) file->name, strlen (file->name));

  return write_bytes (zip, bytes->data, bytes->len, error);
}

static File *
add_file (LiaisonZip *zip,
          const char *name,
          guint16     method)
{
  File *file = g_new0 (File, 1);

  file->name = g_strdup (name);
  file->method = method;
  file->offset = zip->offset;
  g_ptr_array_add (zip->files, file);

  return file;
}

gboolean
liaison_zip_add_stored (LiaisonZip  *zip,
                        const char  *name,
                        const char  *text,
                        GError     **error)
{
  File *file = add_file (zip, name, STORED);

  file->size = file->packed = strlen (text);
  file->crc = add_crc (0, (const guint8 *) text, file->size);

  return write_header (zip, file, error) && write_bytes (zip, (const guint8 *) text, file->size, error);
}

gboolean
liaison_zip_begin_file (LiaisonZip  *zip,
                        const char  *name,
                        GError     **error)
{
  File *file = add_file (zip, name, DEFLATED);

  g_assert (zip->deflate == NULL);

  file->flags = SIZES_FOLLOW;
  zip->deflate = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, -1));

  return write_header (zip, file, error);
}

static File *
get_open_file (LiaisonZip *zip)
{
  g_assert (zip->deflate != NULL);

  return g_ptr_array_index (zip->files, zip->files->len - 1);
}

/* Compresses all of @text; with the flag that it is the end, also what the compressor still holds. */
static gboolean
deflate (LiaisonZip       *zip,
         const char       *text,
         gsize             length,
         GConverterFlags   flags,
         GError          **error)
{
  File *file = get_open_file (zip);
  guint8 buffer[BUFFER];
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (length > 0 || (flags == G_CONVERTER_INPUT_AT_END && result != G_CONVERTER_FINISHED))
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (zip->deflate, text, length, buffer, sizeof buffer, flags, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;

      text += n_read;
      length -= n_read;
      file->packed += n_written;
      if (!write_bytes (zip, buffer, n_written, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_zip_write (LiaisonZip  *zip,
                   const char  *text,
                   gsize        length,
                   GError     **error)
{
  File *file = get_open_file (zip);

  file->crc = add_crc (file->crc, (const guint8 *) text, length);
  file->size += length;

  return length == 0 || deflate (zip, text, length, G_CONVERTER_NO_FLAGS, error);
}

gboolean
liaison_zip_end_file (LiaisonZip  *zip,
                      GError     **error)
{
  File *file = get_open_file (zip);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!deflate (zip, "", 0, G_CONVERTER_INPUT_AT_END, error))
    return FALSE;

  g_clear_object (&zip->deflate);
  if (file->size > G_MAXUINT32 || zip->offset > G_MAXUINT32)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("The report is too long for this format."));
      return FALSE;
    }

  append_number (bytes, 4, DESCRIPTOR);
  append_number (bytes, 4, file->crc);
  append_number (bytes, 4, file->packed);
  append_number (bytes, 4, file->size);

  return write_bytes (zip, bytes->data, bytes->len, error);
}

gboolean
liaison_zip_finish (LiaisonZip  *zip,
                    GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint size;

  for (guint i = 0; i < zip->files->len; i++)
    {
      const File *file = g_ptr_array_index (zip->files, i);

      append_number (bytes, 4, DIRECTORY_HEADER);
      append_number (bytes, 2, VERSION);
      append_facts (bytes, file);
      /* Length of a comment, disk, attributes. */
      append_number (bytes, 2, 0);
      append_number (bytes, 2, 0);
      append_number (bytes, 2, 0);
      append_number (bytes, 4, 0);
      append_number (bytes, 4, file->offset);
      g_byte_array_append (bytes, (const guint8 *) file->name, strlen (file->name));
    }

  size = bytes->len;
  append_number (bytes, 4, END_OF_DIRECTORY);
  append_number (bytes, 2, 0);
  append_number (bytes, 2, 0);
  append_number (bytes, 2, zip->files->len);
  append_number (bytes, 2, zip->files->len);
  append_number (bytes, 4, size);
  append_number (bytes, 4, zip->offset);
  append_number (bytes, 2, 0);

  return write_bytes (zip, bytes->data, bytes->len, error);
}
