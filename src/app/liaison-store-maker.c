/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store-maker.h"

#include "liaison-new-store.h"

#include <glib/gstdio.h>

typedef struct
{
  char     *path;
  gboolean  with_sample;
} Order;

static void
order_free (Order *order)
{
  g_free (order->path);
  g_free (order);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", folder, g_strerror (code));
  return FALSE;
}

static gboolean
make_store (Order         *order,
            GCancellable  *cancellable,
            GError       **error)
{
  return make_folder (order->path, error) &&
         liaison_new_store (order->path, order->with_sample ? liaison_fill_sample : liaison_fill_reference, cancellable, error);
}

static gpointer
run (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (make_store (g_task_get_task_data (task), g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  return NULL;
}

void
liaison_make_store_async (const char          *path,
                         gboolean             with_sample,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new (Order, 1);

  g_return_if_fail (path != NULL);

  order->path = g_strdup (path);
  order->with_sample = with_sample;
  g_task_set_source_tag (task, liaison_make_store_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  /* The pool of GTask is shared with everything that GIO does; this one thread lives for one file. */
  g_thread_unref (g_thread_new ("make-store", run, task));
}

gboolean
liaison_make_store_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
