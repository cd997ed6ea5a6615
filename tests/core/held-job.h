/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-job.h"

G_BEGIN_DECLS

/* A job that works until the test lets it go. */
typedef struct
{
  GAsyncQueue *begun;  /* gets something when it works */
  GMutex       gate;
  gint64       let_go; /* when that was */
} HeldJob;

void     held_job_init       (HeldJob *held);
/* The LiaisonJob; its data is the HeldJob. */
gpointer held_job_run        (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* Returns when it works. */
void     held_job_wait_begun (HeldJob *held);
void     held_job_let_go     (HeldJob *held);
/* When it is over. */
void     held_job_clear      (HeldJob *held);

G_END_DECLS
