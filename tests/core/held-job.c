/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "held-job.h"

void
held_job_init (HeldJob *held)
{
  held->begun = g_async_queue_new ();
  held->let_go = 0;
  g_mutex_init (&held->gate);
  g_mutex_lock (&held->gate);
}

gpointer
held_job_run (LiaisonDb     *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  HeldJob *held = data;

  g_async_queue_push (held->begun, held);
  g_mutex_lock (&held->gate);
  held->let_go = g_get_monotonic_time ();
  g_mutex_unlock (&held->gate);

  return NULL;
}

void
held_job_wait_begun (HeldJob *held)
{
  g_async_queue_pop (held->begun);
}

void
held_job_let_go (HeldJob *held)
{
  g_mutex_unlock (&held->gate);
}

void
held_job_clear (HeldJob *held)
{
  g_async_queue_unref (held->begun);
  g_mutex_clear (&held->gate);
}
