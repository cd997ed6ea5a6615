/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include <signal.h>
#include <unistd.h>

static void
fill_set (sigset_t *set)
{
  sigemptyset (set);
  sigaddset (set, SIGHUP);
  sigaddset (set, SIGINT);
  sigaddset (set, SIGTERM);
}

/* Hardly anything may be done inside a signal handler, so a thread waits for the signal. */
static gpointer
wait_for_signal (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t set;
  int number;

  fill_set (&set);
  if (sigwait (&set, &number) == 0)
    g_cancellable_cancel (cancellable);
  /* The next one finds a thread that does not hold it back. */
  pthread_sigmask (SIG_UNBLOCK, &set, NULL);
  for (;;)
    pause ();

  return NULL;
}

GCancellable *
liaison_cli_get_interrupt (void)
{
  static GCancellable *cancellable;
  sigset_t set;

  if (cancellable)
    return cancellable;

  cancellable = g_cancellable_new ();
  fill_set (&set);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signal, g_object_ref (cancellable)));

  return cancellable;
}
